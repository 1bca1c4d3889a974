//! New arrays for results, which nobody else has until they are given away.
//!
//! numpy's own function for zeros takes three times as long for a thousand numbers, and the flags that keep an array from being lent twice take
//! longer than what is computed for a few of them.
#![expect(unsafe_code, reason = "an array without numbers must be filled before anybody reads it")]

use std::ptr::{NonNull, null_mut};

use numpy::npyffi::PY_ARRAY_API;
use numpy::{PyArrayDyn, PyArrayMethods};
use pyo3::prelude::*;

use crate::call::Out;
use crate::output::Kind;
use crate::plain::{Described, Numpy};

/// A new array for a result.
pub struct New<'py> {
    array: Bound<'py, PyAny>,
    numbers: NonNull<u8>,
    len: usize,
    kind: Kind,
}

impl<'py> New<'py> {
    /// Zeros, few enough to be counted. An exception if there is no memory for them.
    #[inline]
    pub fn of(py: Python<'py>, kind: Kind, shape: &[usize]) -> PyResult<Self> {
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
        let array = unsafe { Bound::from_owned_ptr_or_err(py, array)? };
        let len: usize = shape.iter().product();
        // SAFETY: So many bytes lie one after the other in memory that nobody else has.
        let numbers = unsafe {
            let numbers = array.cast_unchecked::<PyArrayDyn<u8>>().data();
            match len * size {
                8 => numbers.write_bytes(0, 8),
                bytes => numbers.write_bytes(0, bytes),
            }
            NonNull::new_unchecked(numbers)
        };
        Ok(Self { array, numbers, len, kind })
    }

    /// Where the function of slices writes.
    #[inline]
    pub fn slice(&mut self) -> Out<'_> {
        /// The numbers of an array.
        ///
        /// # Safety
        ///
        /// Such numbers, or numbers with the same bits: zero is one of them, and nobody else has them.
        unsafe fn of<'a, T>(new: &mut New<'_>) -> &'a mut [T] {
            // SAFETY: numpy's own memory is aligned for any number, and `of` filled it.
            unsafe { std::slice::from_raw_parts_mut(new.numbers.as_ptr().cast(), new.len) }
        }
        // SAFETY: They were made of this kind, and given away they are no longer `self`.
        unsafe {
            match self.kind {
                Kind::F(_) => Out::F(of(self)),
                Kind::U(_) => Out::U(of(self)),
                Kind::B => Out::B(of(self)),
            }
        }
    }

    /// Gives it away.
    #[inline]
    pub fn into_array(self) -> Bound<'py, PyAny> {
        self.array
    }
}
