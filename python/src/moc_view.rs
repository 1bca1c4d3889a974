//! The memory of a MOC as a numpy array.

use std::mem::size_of;

use healpix_core::moc::CellRange;
use numpy::PyArray2;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::moc::Moc;

// What numpy is told below: two numbers of 64 bits, one after the other.
const _: () = assert!(size_of::<CellRange>() == 2 * size_of::<i64>());

/// The ranges of a MOC, which numpy may read as long as this object lives: it keeps the MOC, whose memory never changes.
#[pyclass(frozen, module = "healpixel._core", name = "_Ranges")]
struct Ranges {
    moc: Py<Moc>,
}

#[pymethods]
impl Ranges {
    #[getter]
    fn __array_interface__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let ranges = self.moc.get().inner.ranges();
        let interface = PyDict::new(py);
        interface.set_item("version", 3)?;
        interface.set_item("typestr", if cfg!(target_endian = "big") { ">i8" } else { "<i8" })?;
        interface.set_item("shape", (ranges.len(), 2))?;
        // True: it must not be written to.
        interface.set_item("data", (ranges.as_ptr() as usize, true))?;
        Ok(interface)
    }
}

/// The ranges of a MOC as an array of shape (n, 2) that cannot be written to. It keeps the MOC alive.
pub fn ranges<'py>(moc: &Bound<'py, Moc>) -> PyResult<Bound<'py, PyArray2<i64>>> {
    let py = moc.py();
    let memory = Ranges { moc: moc.clone().unbind() };
    let array = py.import(pyo3::intern!(py, "numpy"))?.call_method1(pyo3::intern!(py, "asarray"), (memory,))?;
    Ok(array.cast_into()?)
}
