//! New arrays for results, which nobody else has until they are given away.
//!
//! numpy's own function for zeros takes three times as long for a thousand numbers, and the flags that keep an array from being lent twice take
//! longer than what is computed for a few of them.
#![expect(unsafe_code, reason = "an array without numbers must be filled before anybody reads it")]

use numpy::ndarray::IxDyn;
use numpy::{Element, PyArrayDyn, PyArrayMethods, PyUntypedArrayMethods};
use pyo3::prelude::*;

use crate::call::Out;
use crate::output::Kind;

/// An array that was made here.
pub struct Fresh<'py, T: Element>(Bound<'py, PyArrayDyn<T>>);

impl<'py, T: Element + bytemuck::Zeroable> Fresh<'py, T> {
    /// Zeros.
    fn new(py: Python<'py>, shape: &[usize]) -> Self {
        // SAFETY: Its numbers are written in the next step, before anybody can read them.
        let array = unsafe { PyArrayDyn::<T>::new(py, IxDyn(shape), false) };
        // SAFETY: They lie one after the other in memory that nobody else has.
        unsafe { array.data().write_bytes(0, array.len()) };
        Self(array)
    }

    /// Its numbers.
    fn slice(&mut self) -> &mut [T] {
        // SAFETY: Nobody else has the array: it was made by `new`, and given away it is no longer `self`.
        unsafe { self.0.as_slice_mut() }.unwrap_or_default()
    }
}

/// A new array for a result.
pub enum New<'py> {
    F(Fresh<'py, f64>),
    I(Fresh<'py, i64>),
    B(Fresh<'py, bool>),
}

impl<'py> New<'py> {
    pub fn of(py: Python<'py>, kind: Kind, shape: &[usize]) -> Self {
        match kind {
            Kind::F(_) => Self::F(Fresh::new(py, shape)),
            Kind::U(_) => Self::I(Fresh::new(py, shape)),
            Kind::B => Self::B(Fresh::new(py, shape)),
        }
    }

    /// Where the function of slices writes.
    pub fn slice(&mut self) -> Out<'_> {
        match self {
            Self::F(array) => Out::F(array.slice()),
            Self::I(array) => Out::U(bytemuck::cast_slice_mut(array.slice())),
            Self::B(array) => Out::B(array.slice()),
        }
    }

    /// Gives it away.
    pub fn into_array(self) -> Bound<'py, PyAny> {
        match self {
            Self::F(array) => array.0.into_any(),
            Self::I(array) => array.0.into_any(),
            Self::B(array) => array.0.into_any(),
        }
    }
}

/// Copies the bits of the numbers of an array with one axis to the first places of `room`, and says how many there are; none if they
/// are too many or do not lie in order.
pub fn bits_of<T: Element + bytemuck::Pod>(array: &Bound<'_, PyArrayDyn<T>>, room: &mut [u64]) -> Option<usize> {
    const { assert!(size_of::<T>() == size_of::<u64>()) };
    let (&[len], &[stride]) = (array.shape(), array.strides()) else { return None };
    if len > room.len() || stride.unsigned_abs() != size_of::<T>() && len != 1 || stride < 0 {
        return None;
    }
    // SAFETY: So many numbers of the size of those of `room` lie there. Bytes have no need to be aligned. The interpreter does nothing else
    // until they are copied; if a thread without it writes to them meanwhile, these are numbers all the same.
    unsafe {
        array.data().cast::<u8>().copy_to_nonoverlapping(room.as_mut_ptr().cast::<u8>(), size_of_val(&room[..len]))
    };
    Some(len)
}
