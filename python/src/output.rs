//! Results: new arrays, or those that the caller gave.

use numpy::{
    Element, PyArray1, PyArrayDyn, PyArrayMethods, PyReadwriteArrayDyn, PyUntypedArray, PyUntypedArrayMethods,
};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use smallvec::SmallVec;

use crate::arrow::Library;
use crate::arrow_array::{self, Values};
use crate::call::Out;
use crate::column::{Shape, no_room, shape_text};
use crate::error::refused;
use crate::fresh::New;
use crate::memory::Memory;

/// What one result consists of: so many numbers for each element.
#[derive(Clone, Copy)]
pub enum Kind {
    F(usize),
    /// Cells: `int64`, and -1 for none.
    U(usize),
    B,
}

impl Kind {
    pub const fn width(self) -> usize {
        match self {
            Kind::F(width) | Kind::U(width) => width,
            Kind::B => 1,
        }
    }

    /// The kinds of number that results can be converted to.
    const fn dtype_kinds(self) -> &'static str {
        match self {
            Kind::F(_) => "f",
            Kind::U(_) => "iu",
            Kind::B => "b",
        }
    }

    const fn dtype(self) -> &'static str {
        match self {
            Kind::F(_) => "float64",
            Kind::U(_) => "int64",
            Kind::B => "bool",
        }
    }
}

/// Numbers for which there is memory.
const SMALL: usize = 1 << 16;

enum Array<'py> {
    New(New<'py>),
    F(PyReadwriteArrayDyn<'py, f64>),
    I(PyReadwriteArrayDyn<'py, i64>),
    U(PyReadwriteArrayDyn<'py, u64>),
    B(PyReadwriteArrayDyn<'py, bool>),
    /// Going to be an Arrow array of that library.
    Values(Values, Library),
}

/// One result while it is being made.
pub struct Output<'py> {
    array: Array<'py>,
    kind: Kind,
    /// The caller's array, where it cannot be written to directly.
    given: Option<Bound<'py, PyAny>>,
}

impl<'py> Output<'py> {
    /// The results of a call, in `out` where that is given: one array, or a tuple of as many as there are results.
    /// New ones are numpy arrays, or Arrow arrays of that library.
    pub fn all<const O: usize>(
        py: Python<'py>,
        kinds: [Kind; O],
        shape: &[usize],
        out: Option<&Bound<'py, PyAny>>,
        library: Option<Library>,
    ) -> PyResult<[Self; O]> {
        let mut given: [Option<Bound<'py, PyAny>>; O] = [const { None }; O];
        if let Some(out) = out {
            if O == 1 {
                given[0] = Some(out.clone());
            } else {
                let tuple = out.cast::<PyTuple>().map_err(|_| wrong_out(O))?;
                if tuple.len() != O {
                    return Err(wrong_out(O));
                }
                given.iter_mut().zip(tuple.iter()).for_each(|(place, array)| *place = Some(array));
            }
        }
        let mut outputs = SmallVec::<[Self; O]>::new();
        for (kind, given) in kinds.into_iter().zip(given) {
            let mut shape = Shape::from_slice(shape);
            if kind.width() != 1 {
                shape.push(kind.width());
            }
            outputs.push(match (given, library) {
                (Some(given), _) => Self::given(py, kind, &shape, given)?,
                (None, Some(library)) => Self::values(py, kind, &shape, library)?,
                (None, None) => Self::new(py, kind, &shape, None)?,
            });
        }
        outputs.into_inner().map_err(|_| refused(py, "results were lost"))
    }

    fn new(py: Python<'py>, kind: Kind, shape: &[usize], given: Option<Bound<'py, PyAny>>) -> PyResult<Self> {
        /// Large ones are asked for where a lack of memory is an exception.
        fn zeros<'py, T: Element>(py: Python<'py>, shape: &[usize]) -> PyResult<PyReadwriteArrayDyn<'py, T>> {
            let array = py.import("numpy")?.call_method1("zeros", (PyTuple::new(py, shape)?, numpy::dtype::<T>(py)))?;
            Ok(array.cast_into::<PyArrayDyn<T>>()?.try_readwrite()?)
        }
        let small = shape.iter().try_fold(1_usize, |len, &n| len.checked_mul(n)).is_some_and(|len| len < SMALL);
        let array = match kind {
            _ if small => Array::New(New::of(py, kind, shape)?),
            Kind::F(_) => Array::F(zeros(py, shape)?),
            Kind::U(_) => Array::I(zeros(py, shape)?),
            Kind::B => Array::B(zeros(py, shape)?),
        };
        Ok(Self { array, kind, given })
    }

    fn values(py: Python<'_>, kind: Kind, shape: &[usize], library: Library) -> PyResult<Self> {
        let places = shape.iter().try_fold(1_usize, |len, &n| len.checked_mul(n));
        let values = places.and_then(|places| match kind {
            Kind::F(_) => Memory::zeroed(places).map(Values::F),
            Kind::U(_) => Memory::zeroed(places).map(Values::U),
            Kind::B => bytemuck::allocation::try_zeroed_vec(places).ok().map(Values::B),
        });
        let values = values.ok_or_else(|| no_room(py, shape))?;
        Ok(Self { array: Array::Values(values, library), kind, given: None })
    }

    fn given(py: Python<'py>, kind: Kind, shape: &[usize], given: Bound<'py, PyAny>) -> PyResult<Self> {
        let Ok(untyped) = given.cast::<PyUntypedArray>() else {
            let found = given.get_type().name()?.to_string();
            return Err(PyTypeError::new_err(format!("out must be an array of {}, not {found}", kind.dtype())));
        };
        if untyped.shape() != shape {
            let text = format!("out has shape {}, the result {}", shape_text(untyped.shape()), shape_text(shape));
            return Err(refused(py, text));
        }
        if untyped.is_c_contiguous() && untyped.getattr("flags")?.getattr("aligned")?.is_truthy()? {
            let array = match kind {
                Kind::F(_) => given.cast::<PyArrayDyn<f64>>().ok().map(|array| Ok(Array::F(array.try_readwrite()?))),
                Kind::U(_) => match given.cast::<PyArrayDyn<i64>>() {
                    Ok(array) => Some(array.try_readwrite().map(Array::I)),
                    Err(_) => given.cast::<PyArrayDyn<u64>>().ok().map(|array| array.try_readwrite().map(Array::U)),
                },
                Kind::B => given.cast::<PyArrayDyn<bool>>().ok().map(|array| array.try_readwrite().map(Array::B)),
            };
            if let Some(array) = array {
                let array = array.map_err(|error| refused(py, format!("out cannot be written to: {error}")))?;
                return Ok(Self { array, kind, given: None });
            }
        }
        // Checked before anything is computed.
        let found: String = untyped.dtype().getattr("kind")?.extract()?;
        if !kind.dtype_kinds().contains(&found) {
            let text = format!("out has dtype {}, the result is {}", untyped.dtype().str()?, kind.dtype());
            return Err(PyTypeError::new_err(text));
        }
        Self::new(py, kind, shape, Some(given))
    }

    /// Where the function of slices writes.
    pub fn slice(&mut self) -> Out<'_> {
        // New and checked arrays lie in order; if one does not, the function refuses its length.
        match &mut self.array {
            Array::New(array) => array.slice(),
            Array::F(array) => Out::F(array.as_slice_mut().unwrap_or(&mut [])),
            Array::I(array) => Out::U(array.as_slice_mut().map_or(&mut [], |values| bytemuck::cast_slice_mut(values))),
            Array::U(array) => Out::U(array.as_slice_mut().unwrap_or(&mut [])),
            Array::B(array) => Out::B(array.as_slice_mut().unwrap_or(&mut [])),
            Array::Values(Values::F(values), _) => Out::F(values.numbers_mut()),
            Array::Values(Values::U(values), _) => Out::U(values.numbers_mut()),
            Array::Values(Values::B(values), _) => Out::B(values),
        }
    }

    /// Puts the sentinel in the places of these elements.
    pub fn erase(&mut self, missing: &[bool]) {
        let width = self.kind.width();
        let erased = missing.iter().enumerate().filter(|(_, missing)| **missing).map(|(index, _)| index * width);
        match self.slice() {
            Out::Nothing => {}
            Out::F(values) => erased.for_each(|at| values[at..at + width].fill(f64::NAN)),
            Out::U(values) => erased.for_each(|at| values[at..at + width].fill(u64::MAX)),
            Out::B(values) => erased.for_each(|at| values[at..at + width].fill(false)),
        }
    }

    fn into_object(self, py: Python<'py>, elements: &Elements<'_>) -> PyResult<Bound<'py, PyAny>> {
        let array = match self.array {
            Array::New(array) => array.into_array(),
            Array::F(array) => array.as_any().clone(),
            Array::I(array) => array.as_any().clone(),
            Array::U(array) => array.as_any().clone(),
            Array::B(array) => array.as_any().clone(),
            Array::Values(values, library) => {
                return arrow_array::to_library(py, values, self.kind.width(), elements, library);
            }
        };
        let array = match self.given {
            Some(given) => copied(&array, given, self.kind)?,
            None => array,
        };
        match elements.bad {
            Some(bad) => masked(&array, self.kind, bad, elements.shape),
            None => Ok(array),
        }
    }
}

/// What is known of the elements of a call, once it is done.
pub struct Elements<'a> {
    pub shape: &'a [usize],
    /// Which of them have no result; given where that is to be told by masked arrays or nulls.
    pub bad: Option<&'a [bool]>,
    /// Whether -1, a cell that does not exist, is null in Arrow arrays.
    pub none_is_null: bool,
}

/// The caller's array with the results in it.
fn copied<'py>(array: &Bound<'py, PyAny>, given: Bound<'py, PyAny>, kind: Kind) -> PyResult<Bound<'py, PyAny>> {
    let py = array.py();
    let numpy = py.import("numpy")?;
    let dtype = given.getattr("dtype")?;
    if matches!(kind, Kind::U(_)) && !given.cast::<PyUntypedArray>()?.is_empty() {
        let (largest, limit) = (array.call_method0("max")?, numpy.call_method1("iinfo", (&dtype,))?.getattr("max")?);
        if largest.gt(limit)? {
            let text = format!("cell {} does not fit into out, whose dtype is {}", largest.str()?, dtype.str()?);
            return Err(crate::error::refused_value(py, text, largest));
        }
    }
    let keywords = PyDict::new(py);
    keywords.set_item("casting", "unsafe")?;
    numpy.call_method("copyto", (&given, array), Some(&keywords))?;
    Ok(given)
}

fn wrong_out(outputs: usize) -> PyErr {
    PyTypeError::new_err(format!("out must be a tuple of {outputs} arrays"))
}

/// The results as the caller gets them: masked arrays, if there are bad elements to tell, or those of an Arrow library.
pub fn answer<'py, const O: usize>(
    py: Python<'py>,
    outputs: [Output<'py>; O],
    elements: &Elements<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut objects = outputs.into_iter().map(|output| output.into_object(py, elements));
    match objects.next() {
        Some(only) if O == 1 => only,
        first => {
            let all: PyResult<SmallVec<[_; 4]>> = first.into_iter().chain(objects).collect();
            Ok(PyTuple::new(py, all?)?.into_any())
        }
    }
}

/// A masked array. What is -1 or NaN is masked, also in elements that are not bad: a neighbour that does not exist.
fn masked<'py>(array: &Bound<'py, PyAny>, kind: Kind, bad: &[bool], shape: &[usize]) -> PyResult<Bound<'py, PyAny>> {
    let py = array.py();
    let numpy = py.import("numpy")?;
    let mask = match kind {
        Kind::F(_) => numpy.call_method1("isnan", (array,))?,
        // The largest number, where the caller's array is unsigned.
        Kind::U(_) => numpy.call_method1("equal", (array.call_method1("astype", ("int64",))?, -1))?,
        Kind::B => PyArray1::from_slice(py, bad).call_method1("reshape", (PyTuple::new(py, shape)?,))?,
    };
    let keywords = PyDict::new(py);
    keywords.set_item("mask", mask)?;
    numpy.getattr("ma")?.call_method("array", (array,), Some(&keywords))
}
