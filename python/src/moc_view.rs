//! The memory of a MOC as a numpy array.

use healpix_core::moc::CellRange;
use numpy::PyArray2;
use numpy::ndarray::ArrayView2;
use pyo3::prelude::*;

use crate::moc::Moc;

/// The ranges of a MOC as an array of shape (n, 2) that cannot be written to. It keeps the MOC alive.
#[expect(
    unsafe_code,
    reason = "numpy cannot be shown memory of another owner in any other way; read the two comments below"
)]
pub fn ranges<'py>(moc: &Bound<'py, Moc>) -> PyResult<Bound<'py, PyArray2<i64>>> {
    let ranges: &[CellRange] = moc.get().inner.ranges();
    // SAFETY: a CellRange is two u64 (repr(C)), as large and aligned as two i64, and any bits are numbers.
    let numbers = unsafe { std::slice::from_raw_parts(ranges.as_ptr().cast::<i64>(), 2 * ranges.len()) };
    let view = ArrayView2::from_shape((ranges.len(), 2), numbers)
        .map_err(|error| crate::error::refused(moc.py(), error.to_string()))?;
    // SAFETY: the array keeps the MOC, its base, alive. The class is frozen: nothing changes or moves the ranges of a MOC
    // before it is dropped.
    let array = unsafe { PyArray2::borrow_from_array(&view, moc.clone().into_any()) };
    // numpy does not let anybody take this back, since the owner of the memory lends no writable buffer.
    array.call_method1("setflags", (false,))?;
    Ok(array)
}
