//! Results as Arrow arrays: those of the library that asked, or `ArrowArray`, which every library can import.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, FixedSizeListArray, Float64Array, Int64Array};
use arrow_buffer::{BooleanBuffer, NullBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, Field};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::arrow::{Library, of_arrow};
use crate::capsule;
use crate::memory::Memory;
use crate::number::converted;
use crate::output::Elements;

/// Results that are going to be an Arrow array.
pub enum Values {
    F(Memory<f64>),
    U(Memory<u64>),
    B(Vec<bool>),
}

/// The results as an array of that library, without a copy of the numbers. There is one element for each along the first axis: lists where
/// an element has more numbers, or the shape more axes. Null is what has no result, also -1 for a cell that does not exist.
pub fn to_library<'py>(
    py: Python<'py>,
    values: Values,
    width: usize,
    elements: &Elements<'_>,
    library: Library,
) -> PyResult<Bound<'py, PyAny>> {
    let array = built(values, width, elements).map_err(|error| of_arrow(py, "the result", &error))?;
    let array = Bound::new(py, ArrowArray { array })?.into_any();
    match library {
        Library::PyArrow => py.import("pyarrow")?.call_method1("array", (array,)),
        Library::Polars => py.import("polars")?.call_method1("Series", (array,)),
        Library::Other => Ok(array),
    }
}

fn built(values: Values, width: usize, elements: &Elements<'_>) -> Result<ArrayRef, ArrowError> {
    let row_nulls = elements.bad.and_then(|bad| nulls(bad.len(), |index| !bad[index]));
    let (own_nulls, list_nulls) = if width == 1 { (row_nulls, None) } else { (None, row_nulls) };
    let mut array: ArrayRef = match values {
        Values::F(values) => {
            let numbers = ScalarBuffer::from(values.into_buffer());
            Arc::new(Float64Array::try_new(numbers, own_nulls)?)
        }
        Values::U(values) => {
            let cells = values.numbers();
            let none = if elements.none_is_null && cells.contains(&u64::MAX) {
                nulls(cells.len(), |index| cells[index] != u64::MAX)
            } else {
                None
            };
            let numbers = ScalarBuffer::from(values.into_buffer());
            Arc::new(Int64Array::try_new(numbers, NullBuffer::union(own_nulls.as_ref(), none.as_ref()))?)
        }
        Values::B(values) => Arc::new(BooleanArray::new(BooleanBuffer::from(values), own_nulls)),
    };
    if width != 1 {
        array = list(array, width, elements.shape.iter().product(), list_nulls)?;
    }
    for (axis, &n) in elements.shape.iter().enumerate().skip(1).rev() {
        array = list(array, n, elements.shape[..axis].iter().product(), None)?;
    }
    Ok(array)
}

/// An array whose elements are lists of `width` elements of that one.
fn list(array: ArrayRef, width: usize, len: usize, nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
    let width = i32::try_from(width).map_err(|_| ArrowError::OffsetOverflowError(width))?;
    let field = Arc::new(Field::new_list_field(array.data_type().clone(), true));
    Ok(Arc::new(FixedSizeListArray::try_new_with_length(field, width, array, nulls, len)?))
}

fn nulls(len: usize, is_there: impl FnMut(usize) -> bool) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(BooleanBuffer::collect_bool(len, is_there));
    (nulls.null_count() > 0).then_some(nulls)
}

fn field_of(array: &ArrayRef) -> Field {
    Field::new("", array.data_type().clone(), true)
}

/// A result as Arrow array, for libraries other than pyarrow and polars: every one that knows the PyCapsule interface takes it without a copy.
///
/// What has no result is null.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> class Column:  # of any library that speaks Arrow
/// ...     def __init__(self, array):
/// ...         self.array = array
/// ...     def __arrow_c_array__(self, requested_schema=None):
/// ...         return self.array.__arrow_c_array__(requested_schema)
/// >>> import pyarrow
/// >>> hp.nested.hash(0, Column(pyarrow.array([45.0, None, 0.0])), 0.0)
/// ArrowArray(Int64, [5, None, 4])
/// >>> _.to_pylist()
/// [5, None, 4]
#[pyclass(frozen, module = "healpixel")]
pub struct ArrowArray {
    array: ArrayRef,
}

/// Elements that `repr` shows.
const SHOWN: usize = 10;

#[pymethods]
impl ArrowArray {
    /// The array as two capsules, of its type and its data; with numbers of the type that is asked for, if all of them fit.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyCapsule>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let wanted = requested_schema.map(capsule::requested).transpose()?.flatten();
        let converted = wanted.and_then(|wanted| converted(&self.array, &wanted));
        let array = converted.as_ref().unwrap_or(&self.array);
        Ok((capsule::schema_capsule(py, &field_of(array))?, capsule::array_capsule(py, array)?))
    }

    /// The type as capsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema_capsule(py, &field_of(&self.array))
    }

    fn __len__(&self) -> usize {
        self.array.len()
    }

    /// A number, a list, or None.
    fn __getitem__<'py>(&self, py: Python<'py>, index: isize) -> PyResult<Bound<'py, PyAny>> {
        let len = self.array.len();
        let from_start = if index < 0 { len.checked_add_signed(index) } else { usize::try_from(index).ok() };
        match from_start {
            Some(place) if place < len => element(py, &self.array, place),
            _ => Err(PyIndexError::new_err(format!("index {index} is outside an array of {len}"))),
        }
    }

    /// The elements as Python objects: numbers, lists of them, None.
    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        (0..self.array.len()).map(|index| element(py, &self.array, index)).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let shown: PyResult<Vec<String>> = (0..self.array.len().min(SHOWN))
            .map(|index| Ok(element(py, &self.array, index)?.repr()?.to_string()))
            .collect();
        let more = if self.array.len() > SHOWN { ", ..." } else { "" };
        Ok(format!("ArrowArray({}, [{}{more}])", self.array.data_type(), shown?.join(", ")))
    }
}

/// One element as Python object.
fn element<'py>(py: Python<'py>, array: &ArrayRef, index: usize) -> PyResult<Bound<'py, PyAny>> {
    if array.is_null(index) {
        return Ok(py.None().into_bound(py));
    }
    if let Some(numbers) = array.as_primitive_opt::<Float64Type>() {
        return numbers.value(index).into_bound_py_any(py);
    }
    if let Some(cells) = array.as_primitive_opt::<Int64Type>() {
        return cells.value(index).into_bound_py_any(py);
    }
    if let Some(bools) = array.as_boolean_opt() {
        return bools.value(index).into_bound_py_any(py);
    }
    let Some(lists) = array.as_fixed_size_list_opt() else { return Ok(py.None().into_bound(py)) };
    let inner = lists.value(index);
    (0..inner.len()).map(|place| element(py, &inner, place)).collect::<PyResult<Vec<_>>>()?.into_bound_py_any(py)
}
