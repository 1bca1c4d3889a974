//! Read-only arrays over memory of the core: numpy gets the address by the array interface, and keeps its owner alive.

use std::any::Any;
use std::mem::{offset_of, size_of};
use std::sync::Arc;

use healpix_core::coverage::CoverageCell;
use healpix_core::moc::CellRange;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple};

/// What a numpy array can consist of.
pub trait Item: 'static {
    /// As the array interface calls it, without the order of bytes.
    const TYPE: &'static str;
    /// Numbers in one item, which then have an axis of their own.
    const WIDTH: usize = 1;

    /// The numpy type of records, where `TYPE` is only their size.
    fn record(_py: Python<'_>) -> PyResult<Option<&Bound<'_, PyAny>>> {
        Ok(None)
    }
}

/// Cells and offsets: they are below 2^63, so the signed numbers have the same bits.
impl Item for u64 {
    const TYPE: &'static str = "i8";
}

impl Item for u32 {
    const TYPE: &'static str = "u4";
}

impl Item for f64 {
    const TYPE: &'static str = "f8";
}

impl Item for CellRange {
    const TYPE: &'static str = "i8";
    const WIDTH: usize = size_of::<Self>() / size_of::<i64>();
}

impl Item for CoverageCell {
    const TYPE: &'static str = "V16";

    fn record(py: Python<'_>) -> PyResult<Option<&Bound<'_, PyAny>>> {
        static RECORD: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let record = RECORD.get_or_try_init(py, || {
            let fields = PyDict::new(py);
            fields.set_item("names", ["index", "depth", "full"])?;
            fields.set_item("formats", ["i8", "u1", "bool"])?;
            let offsets =
                [offset_of!(CoverageCell, index), offset_of!(CoverageCell, depth), offset_of!(CoverageCell, full)];
            fields.set_item("offsets", offsets)?;
            fields.set_item("itemsize", size_of::<CoverageCell>())?;
            PyResult::Ok(py.import("numpy")?.getattr("dtype")?.call1((fields,))?.unbind())
        })?;
        Ok(Some(record.bind(py)))
    }
}

/// Memory that numpy may read as long as this object lives.
#[pyclass(frozen, name = "_Memory", module = "healpixel._core")]
struct Memory {
    /// Shared, so nobody changes it.
    _owner: Arc<dyn Any + Send + Sync>,
    address: usize,
    shape: Vec<usize>,
    kind: &'static str,
}

#[pymethods]
impl Memory {
    #[getter]
    fn __array_interface__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let order = match self.kind.starts_with('V') {
            true => '|',
            false if cfg!(target_endian = "big") => '>',
            false => '<',
        };
        let interface = PyDict::new(py);
        interface.set_item("version", 3)?;
        interface.set_item("typestr", format!("{order}{}", self.kind))?;
        interface.set_item("shape", PyTuple::new(py, &self.shape)?)?;
        interface.set_item("data", (self.address, true))?;
        Ok(interface)
    }
}

/// An array over what `part` of an object is. The object is kept until the last array over it is gone.
pub fn view<'py, O: Any + Send + Sync, T: Item>(
    py: Python<'py>,
    owner: &Arc<O>,
    part: impl for<'a> FnOnce(&'a O) -> &'a [T],
) -> PyResult<Bound<'py, PyAny>> {
    let values = part(owner);
    let (address, mut shape) = (values.as_ptr() as usize, vec![values.len()]);
    if T::WIDTH != 1 {
        shape.push(T::WIDTH);
    }
    let memory = Memory { _owner: Arc::<O>::clone(owner), address, shape, kind: T::TYPE };
    let array = py.import(pyo3::intern!(py, "numpy"))?.call_method1(pyo3::intern!(py, "asarray"), (memory,))?;
    match T::record(py)? {
        Some(record) => array.call_method1(pyo3::intern!(py, "view"), (record,)),
        None => Ok(array),
    }
}
