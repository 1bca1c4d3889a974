//! Sets of cells.

use pyo3::prelude::*;

/// A set of cells.
#[pyclass(frozen, module = "healpixel")]
pub struct Moc {
    pub(crate) inner: healpix_core::Moc,
}

impl Moc {
    pub fn new(inner: healpix_core::Moc) -> Self {
        Self { inner }
    }
}

#[pymethods]
impl Moc {
    #[getter]
    fn depth(&self) -> u8 {
        self.inner.depth().get()
    }

    /// The ranges of cells of its depth.
    #[getter]
    fn ranges(&self) -> Vec<(u64, u64)> {
        let shift = 2 * (29 - self.inner.depth().get());
        self.inner.ranges().iter().map(|range| (range.start >> shift, range.end >> shift)).collect()
    }
}
