//! New arrays for results, which nobody else has until they are given away.
//!
//! numpy's own function for zeros takes three times as long for a thousand numbers, and the flags that keep an array from being lent twice take
//! longer than what is computed for a few of them.
#![expect(unsafe_code, reason = "an array without numbers must be filled before anybody reads it")]

use std::ptr::null_mut;
use std::slice::from_raw_parts_mut;

use numpy::npyffi::PY_ARRAY_API;
use numpy::{PyArrayDyn, PyArrayMethods, PyUntypedArray, PyUntypedArrayMethods};
use pyo3::ffi::{Py_ssize_t, PyTuple_New, PyTuple_SetItem};
use pyo3::prelude::*;

use crate::call::Out;
use crate::output::Kind;
use crate::plain::{Described, Numpy};

/// A new array for a result.
pub struct New<'py> {
    array: Bound<'py, PyUntypedArray>,
    kind: Kind,
}

impl<'py> New<'py> {
    /// Zeros, few enough to be counted. An exception if there is no memory for them.
    pub fn of(py: Python<'py>, kind: Kind, shape: &[usize]) -> PyResult<Self> {
        Self::or_raised(py, kind, shape).ok_or_else(|| PyErr::fetch(py))
    }

    /// An array with `len` rows for each kind of result, in all places: written where they lie, since a processor waits for what is written in
    /// parts and moved as a whole.
    #[inline]
    pub fn fill<const O: usize>(
        places: &mut [Option<Self>; O],
        py: Python<'py>,
        kinds: &[Kind; O],
        len: usize,
    ) -> PyResult<()> {
        for (place, &kind) in places.iter_mut().zip(kinds) {
            *place = match kind.width() {
                1 => Self::or_raised(py, kind, &[len]),
                width => Self::or_raised(py, kind, &[len, width]),
            };
            if place.is_none() {
                return Err(PyErr::fetch(py));
            }
        }
        Ok(())
    }

    /// If there is no memory for it, the exception waits in the interpreter.
    #[inline]
    fn or_raised(py: Python<'py>, kind: Kind, shape: &[usize]) -> Option<Self> {
        let numpy = Numpy::get(py);
        let (description, size) = match kind {
            Kind::F(_) => (f64::description(numpy), size_of::<f64>()),
            Kind::U(_) => (i64::description(numpy), size_of::<i64>()),
            Kind::B => (bool::description(numpy), size_of::<bool>()),
        };
        let description = description.clone_ref(py).into_ptr().cast();
        let (axes, sizes) = (shape.len() as std::ffi::c_int, shape.as_ptr().cast_mut().cast());
        // SAFETY: The sizes are read only, and as wide as numpy's. The description is given away.
        let array = unsafe {
            let (array, strides, data, like) = (numpy.array(), null_mut(), null_mut(), null_mut());
            PY_ARRAY_API.PyArray_NewFromDescr(py, array, description, axes, sizes, strides, data, 0, like)
        };
        // SAFETY: A new array, or none and an exception.
        let array = unsafe { Bound::from_owned_ptr_or_opt(py, array)?.cast_into_unchecked() };
        // SAFETY: So many bytes lie one after the other in memory that nobody else has.
        match shape.iter().product::<usize>() * size {
            8 => unsafe { numbers(&array).write_bytes(0, 8) },
            bytes => unsafe { numbers(&array).write_bytes(0, bytes) },
        }
        Some(Self { array, kind })
    }

    /// Where the function of slices writes.
    #[inline]
    pub fn slice(&mut self) -> Out<'_> {
        let (numbers, len) = (numbers(&self.array), self.array.len());
        // SAFETY: So many numbers of that kind, or of one with the same bits: zero is one of them, and nobody else has them while `self` is lent.
        // numpy's own memory is aligned for any number.
        unsafe {
            match self.kind {
                Kind::F(_) => Out::F(from_raw_parts_mut(numbers.cast(), len)),
                Kind::U(_) => Out::U(from_raw_parts_mut(numbers.cast(), len)),
                Kind::B => Out::B(from_raw_parts_mut(numbers.cast(), len)),
            }
        }
    }

    /// Gives it away.
    #[inline]
    pub fn into_array(self) -> Bound<'py, PyAny> {
        self.array.into_any()
    }
}

/// Where the numbers of an array begin.
#[inline]
fn numbers(array: &Bound<'_, PyUntypedArray>) -> *mut u8 {
    // SAFETY: An array. Its type is not looked at.
    unsafe { array.cast_unchecked::<PyArrayDyn<u8>>().data() }
}

/// A tuple of new objects.
#[inline]
pub fn tuple<'py, const O: usize>(
    py: Python<'py>,
    mut object: impl FnMut(usize) -> Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: A new tuple, or none and an exception.
    let tuple = unsafe { Bound::from_owned_ptr_or_err(py, PyTuple_New(O as Py_ssize_t))? };
    for k in 0..O {
        // SAFETY: Nobody else has the tuple, and this is one of its places. The object is given away.
        unsafe { PyTuple_SetItem(tuple.as_ptr(), k as Py_ssize_t, object(k).into_ptr()) };
    }
    Ok(tuple)
}
