//! Arguments as columns: numbers, numpy arrays of any kind and shape, quantities with units, masked arrays, Arrow arrays.

use std::borrow::Cow;

use numpy::ndarray::{Dimension, IxDyn};
use numpy::{Element, PyArray, PyArrayDyn, PyArrayMethods, PyReadonlyArrayDyn, PyUntypedArray, PyUntypedArrayMethods};
use pyo3::exceptions::{PyMemoryError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};
use smallvec::{SmallVec, smallvec};

use crate::arrow::{self, Arrow};
use crate::error::refused;
use crate::number::Number;
use crate::unit::Unit;

/// Sizes along the axes: hardly ever more than four.
pub type Shape = SmallVec<[usize; 4]>;

/// The numbers of one argument.
enum Data<'py, T: Number> {
    One(T),
    Array(PyReadonlyArrayDyn<'py, T>),
    /// Signed numbers, whose bits are taken: -1 is no cell, as unsigned number too.
    Signed(PyReadonlyArrayDyn<'py, i64>),
    Arrow(Arrow<T>),
}

/// One argument: its numbers, their shape, and which of them are missing.
pub struct Column<'py, T: Number> {
    data: Data<'py, T>,
    shape: Shape,
    /// In the order of the elements, true where there is none.
    missing: Option<Vec<bool>>,
    signed: bool,
}

impl<'py, T: Number> Column<'py, T> {
    fn one(value: T, signed: bool) -> Self {
        Self { data: Data::One(value), shape: Shape::new(), missing: None, signed }
    }

    /// The number, if it is a single one.
    #[inline]
    pub fn scalar(&self) -> Option<T> {
        match self.data {
            Data::One(value) => Some(value),
            _ => None,
        }
    }

    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    pub fn signed(&self) -> bool {
        self.signed
    }

    /// Whether this came as an Arrow array, and of which library.
    pub fn arrow(&self) -> Option<arrow::Library> {
        match &self.data {
            Data::Arrow(arrow) => Some(arrow.library()),
            _ => None,
        }
    }

    /// The numbers in that shape, which this one can be stretched to: borrowed where they lie in order already.
    pub fn flat(&self, py: Python<'py>, shape: &[usize]) -> PyResult<Cow<'_, [T]>> {
        match &self.data {
            Data::One(value) => {
                let mut values = room(py, shape)?;
                values.resize(shape.iter().product(), *value);
                Ok(Cow::Owned(values))
            }
            Data::Array(array) => stretched(py, array, shape),
            Data::Signed(array) => Ok(match stretched(py, array, shape)? {
                Cow::Borrowed(values) => Cow::Borrowed(bytemuck::cast_slice(values)),
                Cow::Owned(values) => Cow::Owned(bytemuck::allocation::cast_vec(values)),
            }),
            Data::Arrow(arrow) if shape == self.shape.as_slice() => Ok(Cow::Borrowed(arrow.values())),
            Data::Arrow(arrow) => {
                let view = numpy::ndarray::ArrayView1::from(arrow.values());
                broadcast(py, &view.into_dyn(), shape)
            }
        }
    }

    /// Which elements are missing, in that shape.
    pub fn missing(&self, py: Python<'py>, shape: &[usize]) -> PyResult<Option<Vec<bool>>> {
        let Some(missing) = &self.missing else { return Ok(None) };
        if shape == self.shape.as_slice() {
            return Ok(Some(missing.clone()));
        }
        let view = numpy::ndarray::ArrayView::from_shape(IxDyn(&self.shape), missing)
            .map_err(|error| refused(py, error.to_string()))?;
        Ok(Some(broadcast(py, &view, shape)?.into_owned()))
    }
}

/// An array in that shape.
fn stretched<'a, T: Element + Copy>(
    py: Python<'_>,
    array: &'a PyReadonlyArrayDyn<'_, T>,
    shape: &[usize],
) -> PyResult<Cow<'a, [T]>> {
    match array.as_slice() {
        Ok(values) if array.shape() == shape && array.is_c_contiguous() => Ok(Cow::Borrowed(values)),
        _ => broadcast(py, &array.as_array(), shape),
    }
}

fn broadcast<'a, T: Copy>(
    py: Python<'_>,
    view: &numpy::ndarray::ArrayViewD<'_, T>,
    shape: &[usize],
) -> PyResult<Cow<'a, [T]>> {
    let wide = view.broadcast(IxDyn(shape)).ok_or_else(|| refused(py, shapes_text(&[view.shape(), shape])))?;
    let mut values = room(py, shape)?;
    values.extend(wide.iter().copied());
    Ok(Cow::Owned(values))
}

/// Room for so many elements, if there is so much memory.
fn room<T>(py: Python<'_>, shape: &[usize]) -> PyResult<Vec<T>> {
    let mut values = Vec::new();
    values.try_reserve_exact(shape.iter().product()).map_err(|_| no_room(py, shape))?;
    Ok(values)
}

/// There is not so much memory.
pub fn no_room(_py: Python<'_>, shape: &[usize]) -> PyErr {
    PyMemoryError::new_err(format!("not enough memory for arrays of shape {}", shape_text(shape)))
}

fn shapes_text(shapes: &[&[usize]]) -> String {
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
    let n_dim = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut common: Shape = smallvec![1; n_dim];
    for shape in shapes {
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
    if let Ok(array) = object.cast_exact::<PyArrayDyn<f64>>() {
        return float_array(array, None);
    }
    if object.is_exact_instance_of::<PyInt>() {
        return Ok(Column::one(object.extract().unwrap_or(f64::INFINITY), true));
    }
    foreign_floats(object, name, unit)
}

fn float_array<'py>(array: &Bound<'py, PyArrayDyn<f64>>, missing: Option<Vec<bool>>) -> PyResult<Column<'py, f64>> {
    let array = readable(array)?;
    if array.shape().is_empty() && missing.is_none() {
        return Ok(Column::one(array.as_array().first().copied().unwrap_or(f64::NAN), true));
    }
    let shape = array.shape().into();
    Ok(Column { data: Data::Array(array), shape, missing, signed: true })
}

/// The array for reading, unless it is the `out=` of a call on another thread.
fn readable<'py, T: Element>(array: &Bound<'py, PyArrayDyn<T>>) -> PyResult<PyReadonlyArrayDyn<'py, T>> {
    aligned(array)?.try_readonly().map_err(|_| refused(array.py(), "an array is being written to by another call"))
}

/// The array, or a copy of it where its numbers do not lie at addresses for such numbers.
pub fn aligned<'py, T: Element, D: Dimension>(
    array: &Bound<'py, PyArray<T, D>>,
) -> PyResult<Bound<'py, PyArray<T, D>>> {
    if array.data().is_aligned() {
        return Ok(array.clone());
    }
    Ok(array.call_method0(pyo3::intern!(array.py(), "copy"))?.cast_into()?)
}

fn foreign_floats<'py>(object: &Bound<'py, PyAny>, name: &str, unit: Option<Unit>) -> PyResult<Column<'py, f64>> {
    let py = object.py();
    let exact = object.cast_exact::<PyUntypedArray>().is_ok();
    if !exact {
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
            let (shape, missing) = (smallvec![arrow.values().len()], arrow.missing());
            return Ok(Column { data: Data::Arrow(arrow), shape, missing, signed: true });
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
    if object.is_exact_instance_of::<PyInt>() {
        return integer(object, name);
    }
    if let Ok(array) = object.cast_exact::<PyArrayDyn<i64>>() {
        return signed_array(array, None);
    }
    if let Ok(array) = object.cast_exact::<PyArrayDyn<u64>>() {
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
    let array = readable(array)?;
    if array.shape().is_empty() && missing.is_none() {
        return Ok(Column::one(array.as_array().first().copied().unwrap_or(-1) as u64, true));
    }
    let shape = array.shape().into();
    Ok(Column { data: Data::Signed(array), shape, missing, signed: true })
}

fn unsigned_array<'py>(array: &Bound<'py, PyArrayDyn<u64>>, missing: Option<Vec<bool>>) -> PyResult<Column<'py, u64>> {
    let array = readable(array)?;
    if array.shape().is_empty() && missing.is_none() {
        return Ok(Column::one(array.as_array().first().copied().unwrap_or(u64::MAX), false));
    }
    let shape = array.shape().into();
    Ok(Column { data: Data::Array(array), shape, missing, signed: false })
}

fn foreign_integers<'py>(object: &Bound<'py, PyAny>, name: &str) -> PyResult<Column<'py, u64>> {
    let py = object.py();
    if object.is_instance_of::<PyBool>() {
        return Err(PyTypeError::new_err(format!("{name} must be whole numbers, not bool")));
    }
    if object.cast_exact::<PyUntypedArray>().is_err() {
        if object.is_instance_of::<PyInt>() {
            return integer(object, name);
        }
        if let Some(arrow) = Arrow::<u64>::of(object, name)? {
            let (shape, missing, signed) = (smallvec![arrow.values().len()], arrow.missing(), arrow.signed());
            return Ok(Column { data: Data::Arrow(arrow), shape, missing, signed });
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

/// The data of a masked array and which of it is masked; anything else as it is.
fn unmasked<'py>(object: &Bound<'py, PyAny>) -> PyResult<(Bound<'py, PyAny>, Option<Vec<bool>>)> {
    let py = object.py();
    let is_masked = object.cast::<PyUntypedArray>().is_ok()
        && object.cast_exact::<PyUntypedArray>().is_err()
        && object.hasattr(pyo3::intern!(py, "mask"))?;
    if !is_masked {
        return Ok((object.clone(), None));
    }
    let mask = py.import("numpy")?.getattr("ma")?.call_method1("getmaskarray", (object,))?;
    let mask = mask.cast::<PyArrayDyn<bool>>()?.try_readonly()?;
    let missing = mask.as_array().iter().copied().collect();
    let data = object.call_method1("filled", (0,)).or_else(|_| object.getattr("data"))?;
    Ok((data, Some(missing)))
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
