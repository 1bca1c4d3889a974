//! numpy's own arrays of the numbers that the core takes: recognized, and read where they are few, without detours.
//!
//! What the `numpy` crate asks numpy for at each turn (the type of arrays, of each kind of number) takes longer than what is computed for one
//! element, and never changes.
#![expect(unsafe_code, reason = "arrays are recognized by numpy's own objects")]

use std::mem::MaybeUninit;

use numpy::{Element, PyArrayDescr, PyArrayDyn, PyArrayMethods, PyUntypedArray, PyUntypedArrayMethods};
use pyo3::ffi::PyTypeObject;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyInt, PyType};

/// The type of arrays, and the descriptions of numbers.
pub struct Numpy {
    array: Py<PyType>,
    floats: Py<PyArrayDescr>,
    signed: Py<PyArrayDescr>,
    unsigned: Py<PyArrayDescr>,
    bools: Py<PyArrayDescr>,
}

impl Numpy {
    #[inline]
    pub fn get(py: Python<'_>) -> &'static Self {
        static NUMPY: PyOnceLock<Numpy> = PyOnceLock::new();
        NUMPY.get_or_init(py, || Self {
            array: py.get_type::<PyUntypedArray>().unbind(),
            floats: numpy::dtype::<f64>(py).unbind(),
            signed: numpy::dtype::<i64>(py).unbind(),
            unsigned: numpy::dtype::<u64>(py).unbind(),
            bools: numpy::dtype::<bool>(py).unbind(),
        })
    }

    /// The type of arrays.
    pub fn array(&self) -> *mut PyTypeObject {
        self.array.as_ptr().cast()
    }
}

/// A number that numpy has a description of.
pub trait Described: Element {
    fn description(numpy: &Numpy) -> &Py<PyArrayDescr>;
}

macro_rules! described {
    ($($number:ty: $description:ident),+) => {
        $(impl Described for $number {
            #[inline]
            fn description(numpy: &Numpy) -> &Py<PyArrayDescr> {
                &numpy.$description
            }
        })+
    };
}
described!(f64: floats, i64: signed, u64: unsigned, bool: bools);

/// An array, but not of a class derived from arrays, with numbers of that kind as numpy makes them. There are others of the same kind:
/// `long long` where that is as wide as `long`, or with metadata.
#[inline]
pub fn array_of<'a, 'py, T: Described>(object: &'a Bound<'py, PyAny>) -> Option<&'a Bound<'py, PyArrayDyn<T>>> {
    let numpy = Numpy::get(object.py());
    if object.get_type_ptr() != numpy.array() {
        return None;
    }
    // SAFETY: It has numpy's type of arrays.
    let array = unsafe { object.cast_unchecked::<PyUntypedArray>() };
    // SAFETY: An array has a description. It is not kept, so that nobody needs to count it: that takes longer than to look.
    let description = unsafe { (*array.as_array_ptr()).fields.descr };
    if description.cast() != T::description(numpy).as_ptr() {
        return None;
    }
    // SAFETY: Its numbers are described as such.
    Some(unsafe { object.cast_unchecked::<PyArrayDyn<T>>() })
}

/// A whole number of class `int` itself, if it fits.
#[inline]
pub fn whole_number(object: &Bound<'_, PyAny>) -> Option<i64> {
    if !object.is_exact_instance_of::<PyInt>() {
        return None;
    }
    // SAFETY: It is one. Where it does not fit, that is told by `overflow` and not as an exception.
    let (mut overflow, object) = (0, object.as_ptr());
    let number = unsafe { pyo3::ffi::PyLong_AsLongLongAndOverflow(object, &mut overflow) };
    (overflow == 0).then_some(number)
}

/// Room for the bits of the numbers of few elements.
pub struct Room<const N: usize> {
    places: [MaybeUninit<u64>; N],
    /// So many were written, from the first one on.
    len: usize,
}

impl<const N: usize> Room<N> {
    pub const fn new() -> Self {
        Self { places: [const { MaybeUninit::uninit() }; N], len: 0 }
    }

    /// What it has.
    #[inline]
    pub fn bits(&self) -> &[u64] {
        // SAFETY: So many were written.
        unsafe { std::slice::from_raw_parts(self.places.as_ptr().cast::<u64>(), self.len) }
    }

    /// One number so many times; none if they are too many.
    #[inline]
    pub fn repeat(&mut self, number: u64, len: usize) -> Option<()> {
        self.len = 0;
        self.places.get_mut(..len)?.iter_mut().for_each(|place| _ = place.write(number));
        self.len = len;
        Some(())
    }

    /// The numbers of an array with one axis, and how many; none if they are too many or do not lie in order.
    #[inline]
    pub fn copy<T: Element + bytemuck::Pod>(&mut self, array: &Bound<'_, PyArrayDyn<T>>) -> Option<usize> {
        const { assert!(size_of::<T>() == size_of::<u64>()) };
        let (&[len], &[stride]) = (array.shape(), array.strides()) else { return None };
        if len > N || len != 1 && usize::try_from(stride) != Ok(size_of::<T>()) {
            return None;
        }
        let from = array.data().cast::<u8>();
        // SAFETY: So many numbers of the size of these places lie there. Bytes have no need to be aligned. The interpreter does nothing else
        // until they are copied; if a thread without it writes to them meanwhile, these are numbers all the same.
        unsafe {
            let to = self.places.as_mut_ptr().cast::<u8>();
            match len {
                1 => from.copy_to_nonoverlapping(to, size_of::<u64>()),
                _ => from.copy_to_nonoverlapping(to, len * size_of::<u64>()),
            }
        }
        self.len = len;
        Some(len)
    }
}
