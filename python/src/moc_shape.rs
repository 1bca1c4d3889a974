//! MOCs coarser and finer, grown and shrunk; their borders, parts and holes.

use healpix_core::moc::Connectivity;
use pyo3::prelude::*;

use crate::moc::{Moc, choice, steps};
use crate::resolution::one;
use crate::single::number;
use crate::work;

#[pymethods]
impl Moc {
    /// The cells of a shallower depth that its cells lie in. Each is whole, so this covers all that was covered.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(3, [15, 16, 700]).degraded(2).flat()
    /// array([  3,   4, 175])
    fn degraded(&self, depth: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        Self::made(py, || self.inner.degraded(depth))
    }

    /// The same set at a deeper depth.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(1, [3]).refined(2).flat()
    /// array([12, 13, 14, 15])
    fn refined(&self, depth: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        Self::made(py, || self.inner.refined(depth))
    }

    /// Those of its cells that share an edge or a vertex with a cell outside.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.all_sky(2).inner_border().n_cells, hp.Moc.from_cells(2, [9]).inner_border().flat()
    /// (0, array([9]))
    fn inner_border(&self, py: Python<'_>) -> PyResult<Self> {
        Self::made(py, || self.inner.inner_border())
    }

    /// The cells outside that share an edge or a vertex with one of its cells.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(4, [1000])
    /// >>> sorted(hp.nested.neighbors(4, 1000)) == list(moc.outer_border().flat())
    /// True
    fn outer_border(&self, py: Python<'_>) -> PyResult<Self> {
        Self::made(py, || self.inner.outer_border())
    }

    /// With so many layers of cells added around it.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(4, [1000]).expanded(2).n_cells
    /// 25
    #[pyo3(signature = (steps=1))]
    fn expanded(&self, py: Python<'_>, steps: i64) -> PyResult<Self> {
        let steps = self::steps(py, steps)?;
        Self::made(py, || self.inner.expanded(steps))
    }

    /// With so many layers of cells taken from its border.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(4, [1000]).expanded(2)
    /// >>> moc.contracted(2).flat()
    /// array([1000])
    #[pyo3(signature = (steps=1))]
    fn contracted(&self, py: Python<'_>, steps: i64) -> PyResult<Self> {
        let steps = self::steps(py, steps)?;
        Self::made(py, || self.inner.contracted(steps))
    }

    /// Its connected parts, a list in the order of their first cells.
    ///
    /// Parameters
    /// ----------
    /// connectivity : "edges" or "edges_and_vertices"
    ///     What cells must share to be connected.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> [part.flat().tolist() for part in hp.Moc.from_cells(3, [0, 1, 500]).split()]
    /// [[0, 1], [500]]
    #[pyo3(signature = (connectivity="edges"))]
    fn split(&self, py: Python<'_>, connectivity: &str) -> PyResult<Vec<Self>> {
        let choices = [("edges", Connectivity::Edges), ("edges_and_vertices", Connectivity::EdgesAndVertices)];
        let connectivity = choice(py, "connectivity", connectivity, &choices)?;
        let parts = work::done(py, || self.inner.split(connectivity))?;
        Ok(parts.into_iter().map(Self::new).collect())
    }

    /// With its holes filled: the parts of the complement (connected by edges and vertices) but the largest.
    ///
    /// Parameters
    /// ----------
    /// max_area : float or Quantity, optional
    ///     Only holes of at most this area are filled: steradians, if it has no unit of its own.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(4, [1000]).outer_border()
    /// >>> moc.n_cells, moc.fill_holes().n_cells, moc.fill_holes(max_area=1e-9).n_cells
    /// (8, 9, 8)
    #[pyo3(signature = (max_area=None))]
    fn fill_holes(&self, py: Python<'_>, max_area: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let max_area = max_area.map(area).transpose()?;
        Self::made(py, || self.inner.fill_holes(max_area))
    }
}

/// An area in steradians.
fn area(object: &Bound<'_, PyAny>) -> PyResult<f64> {
    if object.hasattr("to_value")? && object.hasattr("unit")? {
        return number(&object.call_method1("to_value", ("sr",))?, "max_area");
    }
    number(object, "max_area")
}
