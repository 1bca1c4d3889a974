//! The numbers of arguments in one shape and in order, as the core's functions of slices want them.

use std::ops::Deref;

use numpy::ndarray::{ArrayView1, ArrayViewD, IxDyn};
use numpy::{Element, PyArrayDyn, PyArrayMethods, PyReadonlyArrayDyn, PyUntypedArrayMethods};
use pyo3::prelude::*;

use crate::column::{no_room, shapes_text};
use crate::error::refused;
use crate::memory::Memory;
use crate::number::Number;

/// Numbers in order.
pub enum Flat<'a, 'py, T: Number> {
    /// Those of an array, which nobody gets for writing meanwhile.
    Lent(PyReadonlyArrayDyn<'py, T>),
    LentSigned(PyReadonlyArrayDyn<'py, i64>),
    There(&'a [T]),
    Made(Vec<T>),
    /// One number again and again.
    Repeated(Memory<T>),
}

impl<'a, 'py, T: Number> Flat<'a, 'py, T> {
    /// Those of an array in that shape, which it can be stretched to.
    pub fn lent(array: &Bound<'py, PyArrayDyn<T>>, shape: &[usize]) -> PyResult<Self> {
        let array = readable(array)?;
        if in_order(&array, shape) {
            return Ok(Self::Lent(array));
        }
        broadcast(array.py(), &array.as_array(), shape).map(Self::Made)
    }

    /// The same with the bits of signed numbers.
    pub fn lent_signed(array: &Bound<'py, PyArrayDyn<i64>>, shape: &[usize]) -> PyResult<Self> {
        let array = readable(array)?;
        if in_order(&array, shape) {
            return Ok(Self::LentSigned(array));
        }
        broadcast(array.py(), &array.as_array(), shape).map(|made| Self::Made(bytemuck::allocation::cast_vec(made)))
    }

    /// Numbers of an array with one axis.
    pub fn there(py: Python<'_>, numbers: &'a [T], shape: &[usize]) -> PyResult<Self> {
        if *shape == [numbers.len()] {
            return Ok(Self::There(numbers));
        }
        broadcast(py, &ArrayView1::from(numbers).into_dyn(), shape).map(Self::Made)
    }

    /// As many of that number as the shape has places.
    pub fn repeated(py: Python<'_>, number: T, shape: &[usize]) -> PyResult<Self> {
        let len = shape.iter().product();
        let mut memory = Memory::zeroed(len).ok_or_else(|| no_room(py, shape))?;
        memory.numbers_mut().fill(number);
        Ok(Self::Repeated(memory))
    }

    /// To be changed: not those of the argument, but a copy.
    pub fn to_mut(&mut self) -> &mut [T] {
        if !matches!(self, Self::Made(_) | Self::Repeated(_)) {
            *self = Self::Made(self.to_vec());
        }
        match self {
            Self::Made(numbers) => numbers,
            Self::Repeated(memory) => memory.numbers_mut(),
            _ => &mut [],
        }
    }

    pub fn into_owned(self) -> Vec<T> {
        match self {
            Self::Made(numbers) => numbers,
            lent => lent.to_vec(),
        }
    }
}

impl<T: Number> Deref for Flat<'_, '_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // They lay in order when they were lent. If that has changed, the function refuses their length.
        match self {
            Self::Lent(array) => array.as_slice().unwrap_or_default(),
            Self::LentSigned(array) => bytemuck::cast_slice(array.as_slice().unwrap_or_default()),
            Self::There(numbers) => numbers,
            Self::Made(numbers) => numbers,
            Self::Repeated(memory) => memory.numbers(),
        }
    }
}

/// The array for reading, unless it is the `out=` of a call on another thread.
fn readable<'py, T: Element>(array: &Bound<'py, PyArrayDyn<T>>) -> PyResult<PyReadonlyArrayDyn<'py, T>> {
    array.try_readonly().map_err(|_| refused(array.py(), "an array is being written to by another call"))
}

fn in_order<T: Element>(array: &PyReadonlyArrayDyn<'_, T>, shape: &[usize]) -> bool {
    array.shape() == shape && array.is_c_contiguous() && array.as_slice().is_ok()
}

/// Numbers stretched to that shape.
pub fn broadcast<T: Copy>(py: Python<'_>, view: &ArrayViewD<'_, T>, shape: &[usize]) -> PyResult<Vec<T>> {
    let wide = view.broadcast(IxDyn(shape)).ok_or_else(|| refused(py, shapes_text(&[view.shape(), shape])))?;
    let mut values = Vec::new();
    values.try_reserve_exact(wide.len()).map_err(|_| no_room(py, shape))?;
    values.extend(wide.iter().copied());
    Ok(values)
}
