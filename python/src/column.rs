//! Arguments as columns: numbers, numpy arrays of any kind and shape, quantities with units, masked arrays, Arrow arrays.

use numpy::ndarray::{Dimension, IxDyn};
use numpy::{Element, PyArray, PyArrayDyn, PyArrayMethods, PyUntypedArray, PyUntypedArrayMethods};
use pyo3::exceptions::{PyMemoryError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};
use smallvec::SmallVec;

use crate::arrow::{self, Arrow};
use crate::error::refused;
use crate::flat::{self, Flat};
use crate::number::Number;
use crate::plain::{array_of, whole_number};
use crate::unit::Unit;

/// Sizes along the axes: hardly ever more than four.
pub type Shape = SmallVec<[usize; 4]>;

/// Where the numbers of an argument come from.
enum Source<'py, T: Number> {
    One(T),
    Array(Bound<'py, PyArrayDyn<T>>),
    /// Signed numbers, whose bits are taken: -1 is no cell, as unsigned number too.
    Signed(Bound<'py, PyArrayDyn<i64>>),
    /// A column of which some elements, in their order, are missing.
    Masked(Box<(Column<'py, T>, Vec<bool>)>),
    Arrow(Box<FromArrow<T>>),
}

struct FromArrow<T: Number> {
    arrow: Arrow<T>,
    shape: [usize; 1],
    missing: Option<Vec<bool>>,
}

/// One argument: its numbers, their shape, and which of them are missing.
pub struct Column<'py, T: Number> {
    source: Source<'py, T>,
    signed: bool,
}

impl<'py, T: Number> Column<'py, T> {
    fn one(value: T, signed: bool) -> Self {
        Self { source: Source::One(value), signed }
    }

    fn masked(self, missing: Option<Vec<bool>>) -> Self {
        match missing {
            Some(missing) => Self { signed: self.signed, source: Source::Masked(Box::new((self, missing))) },
            None => self,
        }
    }

    fn from_arrow(arrow: Arrow<T>) -> Self {
        let (shape, missing, signed) = ([arrow.values().len()], arrow.missing(), arrow.signed());
        Self { source: Source::Arrow(Box::new(FromArrow { arrow, shape, missing })), signed }
    }

    /// The number, if it is a single one.
    #[inline]
    pub fn scalar(&self) -> Option<T> {
        match self.source {
            Source::One(value) => Some(value),
            _ => None,
        }
    }

    pub fn shape(&self) -> &[usize] {
        match &self.source {
            Source::One(_) => &[],
            Source::Array(array) => array.shape(),
            Source::Signed(array) => array.shape(),
            Source::Masked(masked) => masked.0.shape(),
            Source::Arrow(arrow) => &arrow.shape,
        }
    }

    pub fn signed(&self) -> bool {
        self.signed
    }

    /// Whether this came as an Arrow array, and of which library.
    pub fn arrow(&self) -> Option<arrow::Library> {
        match &self.source {
            Source::Arrow(arrow) => Some(arrow.arrow.library()),
            _ => None,
        }
    }

    /// The numbers in that shape, which this one can be stretched to: where they are, if they lie in order already.
    pub fn flat(&self, py: Python<'py>, shape: &[usize]) -> PyResult<Flat<'_, 'py, T>> {
        match &self.source {
            Source::One(value) => Flat::repeated(py, *value, shape),
            Source::Array(array) => Flat::lent(array, shape),
            Source::Signed(array) => Flat::lent_signed(array, shape),
            Source::Masked(masked) => masked.0.flat(py, shape),
            Source::Arrow(arrow) => Flat::there(py, arrow.arrow.values(), shape),
        }
    }

    /// Which elements are missing, in that shape.
    pub fn missing(&self, py: Python<'py>, shape: &[usize]) -> PyResult<Option<Vec<bool>>> {
        let missing = match &self.source {
            Source::Masked(masked) => &masked.1,
            Source::Arrow(arrow) => match &arrow.missing {
                Some(missing) => missing,
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        if shape == self.shape() {
            return Ok(Some(missing.clone()));
        }
        let view = numpy::ndarray::ArrayView::from_shape(IxDyn(self.shape()), missing)
            .map_err(|error| refused(py, error.to_string()))?;
        flat::broadcast(py, &view, shape).map(Some)
    }
}

/// There is not so much memory.
pub fn no_room(_py: Python<'_>, shape: &[usize]) -> PyErr {
    PyMemoryError::new_err(format!("not enough memory for arrays of shape {}", shape_text(shape)))
}

pub fn shapes_text(shapes: &[&[usize]]) -> String {
    // Scalars go together with everything.
    let shapes: Vec<String> = shapes.iter().filter(|shape| !shape.is_empty()).map(|shape| shape_text(shape)).collect();
    format!("the shapes of the arguments do not go together: {}", shapes.join(", "))
}

/// A shape as Python writes it.
pub fn shape_text(shape: &[usize]) -> String {
    let places: Vec<String> = shape.iter().map(usize::to_string).collect();
    if places.len() == 1 { format!("({},)", places[0]) } else { format!("({})", places.join(", ")) }
}

/// The shape that arguments of these shapes have together, by numpy's rule.
pub fn common_shape(py: Python<'_>, shapes: &[&[usize]]) -> PyResult<Shape> {
    let longest = shapes.iter().max_by_key(|shape| shape.len()).copied().unwrap_or_default();
    let mut common = Shape::from_slice(longest);
    for shape in shapes {
        let n_dim = common.len();
        for (place, &n) in common[n_dim - shape.len()..].iter_mut().zip(*shape) {
            if n != 1 && *place != 1 && *place != n {
                return Err(refused(py, shapes_text(shapes)));
            }
            if n != 1 {
                *place = n;
            }
        }
    }
    Ok(common)
}

/// Floating-point numbers: angles, if there is a unit to bring them to, or plain numbers.
pub fn floats<'py>(object: &Bound<'py, PyAny>, name: &str, unit: Option<Unit>) -> PyResult<Column<'py, f64>> {
    if let Ok(number) = object.cast_exact::<PyFloat>() {
        return Ok(Column::one(number.value(), true));
    }
    if let Some(array) = array_of::<f64>(object) {
        return float_array(array, None);
    }
    if object.is_exact_instance_of::<PyInt>() {
        return Ok(Column::one(object.extract().unwrap_or(f64::INFINITY), true));
    }
    foreign_floats(object, name, unit)
}

fn float_array<'py>(array: &Bound<'py, PyArrayDyn<f64>>, missing: Option<Vec<bool>>) -> PyResult<Column<'py, f64>> {
    let array = aligned(array)?;
    if array.ndim() == 0 && missing.is_none() {
        return Ok(Column::one(array.get_owned(IxDyn(&[])).unwrap_or(f64::NAN), true));
    }
    Ok(Column { source: Source::Array(array), signed: true }.masked(missing))
}

/// The array, or a copy of it where its numbers do not lie at addresses for such numbers, or not whole numbers of them apart: a column of
/// packed records begins at a good address and is not in steps of its numbers.
pub fn aligned<'py, T: Element, D: Dimension>(
    array: &Bound<'py, PyArray<T, D>>,
) -> PyResult<Bound<'py, PyArray<T, D>>> {
    let mut axes = array.shape().iter().zip(array.strides());
    if array.data().is_aligned() && axes.all(|(&n, stride)| n < 2 || stride.unsigned_abs() % size_of::<T>() == 0) {
        return Ok(array.clone());
    }
    Ok(array.call_method0(pyo3::intern!(array.py(), "copy"))?.cast_into()?)
}

fn foreign_floats<'py>(object: &Bound<'py, PyAny>, name: &str, unit: Option<Unit>) -> PyResult<Column<'py, f64>> {
    let py = object.py();
    // Described otherwise than numpy does by itself: read from a pickle, with metadata.
    if let Ok(array) = object.cast_exact::<PyArrayDyn<f64>>() {
        return float_array(array, None);
    }
    if object.cast_exact::<PyUntypedArray>().is_err() {
        if let Ok(number) = object.cast::<PyFloat>() {
            return Ok(Column::one(number.value(), true));
        }
        // Quantity, Angle, Longitude, Latitude of astropy, and whatever else knows its unit.
        if object.hasattr(pyo3::intern!(py, "to_value"))? && object.hasattr(pyo3::intern!(py, "unit"))? {
            let Some(unit) = unit else {
                return Err(PyTypeError::new_err(format!("{name} has a unit, but is a plain number here")));
            };
            let plain = object.call_method1(pyo3::intern!(py, "to_value"), (unit.name(),))?;
            return floats(&plain, name, None);
        }
        if let Some(arrow) = Arrow::<f64>::of(object, name)? {
            return Ok(Column::from_arrow(arrow));
        }
    }
    let (plain, missing) = unmasked(object)?;
    let array = as_array(&plain, name)?;
    let kind = kind_of(&array)?;
    if !matches!(kind, 'f' | 'i' | 'u') {
        return Err(wrong_kind(&array, name, "numbers"));
    }
    let array = array.call_method1(pyo3::intern!(py, "astype"), ("=f8",))?;
    float_array(array.cast::<PyArrayDyn<f64>>()?, missing)
}

/// Whole numbers: cells, depths, rings, uniq numbers.
pub fn integers<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Column<'py, u64>> {
    if let Some(number) = whole_number(object) {
        return Ok(Column::one(number as u64, true));
    }
    if let Some(array) = array_of::<i64>(object) {
        return signed_array(array, None);
    }
    if let Some(array) = array_of::<u64>(object) {
        return unsigned_array(array, None);
    }
    foreign_integers(object, name)
}

fn integer<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Column<'py, u64>> {
    if let Ok(number) = object.extract::<i64>() {
        return Ok(Column::one(number as u64, true));
    }
    match object.extract::<u64>() {
        Ok(number) => Ok(Column::one(number, false)),
        Err(_) => Err(crate::error::refused_value(
            object.py(),
            format!("{name} {} is outside the numbers of 64 bits", object.str()?),
            object.clone(),
        )),
    }
}

fn signed_array<'py>(array: &Bound<'py, PyArrayDyn<i64>>, missing: Option<Vec<bool>>) -> PyResult<Column<'py, u64>> {
    let array = aligned(array)?;
    if array.ndim() == 0 && missing.is_none() {
        return Ok(Column::one(array.get_owned(IxDyn(&[])).unwrap_or(-1) as u64, true));
    }
    Ok(Column { source: Source::Signed(array), signed: true }.masked(missing))
}

fn unsigned_array<'py>(array: &Bound<'py, PyArrayDyn<u64>>, missing: Option<Vec<bool>>) -> PyResult<Column<'py, u64>> {
    let array = aligned(array)?;
    if array.ndim() == 0 && missing.is_none() {
        return Ok(Column::one(array.get_owned(IxDyn(&[])).unwrap_or(u64::MAX), false));
    }
    Ok(Column { source: Source::Array(array), signed: false }.masked(missing))
}

fn foreign_integers<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Column<'py, u64>> {
    let py = object.py();
    if object.is_instance_of::<PyBool>() {
        return Err(PyTypeError::new_err(format!("{name} must be whole numbers, not bool")));
    }
    // Described otherwise than numpy does by itself: read from a pickle, with metadata, `long long` where that is as wide as `long`.
    if let Ok(array) = object.cast_exact::<PyArrayDyn<i64>>() {
        return signed_array(array, None);
    }
    if let Ok(array) = object.cast_exact::<PyArrayDyn<u64>>() {
        return unsigned_array(array, None);
    }
    if object.cast_exact::<PyUntypedArray>().is_err() {
        // Of a class derived from `int`, or too large for signed numbers.
        if object.is_instance_of::<PyInt>() {
            return integer(object, name);
        }
        if let Some(arrow) = Arrow::<u64>::of(object, name)? {
            return Ok(Column::from_arrow(arrow));
        }
    }
    let (plain, missing) = unmasked(object)?;
    let array = as_array(&plain, name)?;
    // An empty list has no kind of its own.
    let empty = array.cast::<PyUntypedArray>()?.len() == 0 && plain.cast::<PyUntypedArray>().is_err();
    match kind_of(&array)? {
        'u' => {
            let array = array.call_method1(pyo3::intern!(py, "astype"), ("=u8",))?;
            unsigned_array(array.cast()?, missing)
        }
        'i' => {
            let array = array.call_method1(pyo3::intern!(py, "astype"), ("=i8",))?;
            signed_array(array.cast()?, missing)
        }
        _ if empty => signed_array(array.call_method1(pyo3::intern!(py, "astype"), ("=i8",))?.cast()?, missing),
        _ => Err(wrong_kind(&array, name, "whole numbers")),
    }
}

/// The data of a masked array, or of a nullable column of pandas, and which of it is missing; anything else as it is.
fn unmasked<'py>(object: &Bound<'py, PyAny>) -> PyResult<(Bound<'py, PyAny>, Option<Vec<bool>>)> {
    let py = object.py();
    if object.cast_exact::<PyUntypedArray>().is_ok() {
        return Ok((object.clone(), None));
    }
    let is_array = object.cast::<PyUntypedArray>().is_ok();
    if is_array && object.hasattr(pyo3::intern!(py, "mask"))? {
        let mask = py.import("numpy")?.getattr("ma")?.call_method1("getmaskarray", (object,))?;
        let data = object.call_method1("filled", (0,)).or_else(|_| object.getattr("data"))?;
        return Ok((data, Some(booleans(&mask)?)));
    }
    if !is_array && is_nullable(object) {
        let missing = booleans(&object.call_method0("isna")?)?;
        if missing.contains(&true) {
            return Ok((object.call_method1("fillna", (0,))?, Some(missing)));
        }
    }
    Ok((object.clone(), None))
}

/// Whether this is a column of pandas that may have `NA` among its numbers; `NaN` is a number that is no position.
fn is_nullable(object: &Bound<'_, PyAny>) -> bool {
    let py = object.py();
    let Ok(dtype) = object.getattr(pyo3::intern!(py, "dtype")) else { return false };
    let no_value = dtype.getattr(pyo3::intern!(py, "na_value")).and_then(|value| value.get_type().name());
    let kind = dtype.getattr(pyo3::intern!(py, "kind")).and_then(|kind| kind.extract::<String>());
    let asks = object.hasattr(pyo3::intern!(py, "isna")).unwrap_or(false);
    asks && no_value.is_ok_and(|name| name == "NAType") && kind.is_ok_and(|kind| matches!(&kind[..], "i" | "u" | "f"))
}

fn booleans(object: &Bound<'_, PyAny>) -> PyResult<Vec<bool>> {
    let py = object.py();
    let array = py.import("numpy")?.call_method1("asarray", (object, "bool"))?;
    let array = array.cast::<PyArrayDyn<bool>>()?.try_readonly()?;
    Ok(array.as_array().iter().copied().collect())
}

fn as_array<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    let py = object.py();
    // numpy would make an array of one text, or of one object.
    if object.is_instance_of::<PyString>() || object.is_none() {
        return Err(PyTypeError::new_err(format!("{name} must be numbers, not {}", object.get_type().name()?)));
    }
    py.import(pyo3::intern!(py, "numpy"))?.call_method1(pyo3::intern!(py, "asarray"), (object,))
}

fn kind_of(array: &Bound<'_, PyAny>) -> PyResult<char> {
    let py = array.py();
    let kind = array.getattr(pyo3::intern!(py, "dtype"))?.getattr(pyo3::intern!(py, "kind"))?;
    Ok(kind.extract::<String>()?.chars().next().unwrap_or('?'))
}

fn wrong_kind(array: &Bound<'_, PyAny>, name: &str, expected: &str) -> PyErr {
    let found = array.getattr("dtype").and_then(|dtype| dtype.str().map(|text| text.to_string()));
    PyTypeError::new_err(format!("{name} must be {expected}, not {}", found.unwrap_or_default()))
}
