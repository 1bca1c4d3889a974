//! `Coverage`: the cells of a region; and the functions that tell of them in other ways.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use healpix_core::coverage::{self, CoverageCell};
use healpix_core::moc::CellRange;
use healpix_core::{Depth, Error, Nside};
use numpy::{PyArray1, PyArray2, PyArrayMethods};
use pyo3::exceptions::PyMemoryError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::coverage_table::{self, Table};
use crate::moc::Moc;
use crate::region::Region;
use crate::resolution::one;
use crate::single::count;
use crate::view::view;
use crate::work;

/// The nested cells that a region touches at a depth, and which of them are inside it. Immutable.
///
/// Cells are sorted and do not overlap; where four siblings are inside, their parent stands for them. No cell that the region touches is
/// missing, none is called full that is not, and a partial cell really meets the region.
///
/// Made by `Coverage.of`, `Coverage.with_budget` and `Coverage.from_cells`. ``len`` is the number of stored cells; iteration gives ``(depth, cell, full)``.
///
/// Examples
/// --------
/// >>> from healpixel import Coverage, Region
/// >>> coverage = Coverage.of(3, Region.cone(45.0, 5.0, 12.0))
/// >>> coverage
/// <Coverage of depth 3: 17 cells, 1 of them full>
/// >>> list(coverage)[:3]
/// [(3, 0, True), (3, 1, False), (3, 2, False)]
/// >>> full = coverage.cells["index"][coverage.cells["full"]]  # of their own depths: coverage.cells["depth"]
#[pyclass(frozen, module = "healpixel")]
pub struct Coverage {
    inner: Arc<coverage::Coverage>,
}

impl Coverage {
    fn new(coverage: coverage::Coverage) -> Self {
        Self { inner: Arc::new(coverage) }
    }
}

#[pymethods]
impl Coverage {
    /// The coverage of a region at a depth.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     0 to 29.
    /// region : Region
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverage, Region
    /// >>> cells, full = Coverage.of(4, Region.cone(45.0, 5.0, 12.0)).flat()
    /// >>> len(cells), int(full.sum())
    /// (48, 20)
    #[staticmethod]
    fn of(py: Python<'_>, depth: &Bound<'_, PyAny>, region: &Bound<'_, Region>) -> PyResult<Self> {
        let (depth, region) = (one::<Depth>(depth)?, region.get().shared());
        work::done(py, || coverage::Coverage::of(depth, &*region)).map(Self::new)
    }

    /// A coverage of at most `max_cells` cells: where the exact one has more, cells that the region's border crosses stay undivided.
    ///
    /// It still covers the region, and full cells are inside it. Large cells are divided before small ones. Fewer than the base cells that the
    /// region touches (up to 12) it cannot be.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     The deepest that cells may be, 0 to 29.
    /// region : Region
    /// max_cells : int
    ///     At least 1.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverage, Region
    /// >>> len(Coverage.with_budget(20, Region.cone(10, 20, 15), 50)) <= 50
    /// True
    #[staticmethod]
    fn with_budget(
        py: Python<'_>,
        depth: &Bound<'_, PyAny>,
        region: &Bound<'_, Region>,
        max_cells: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let (depth, region, max_cells) = (one::<Depth>(depth)?, region.get().shared(), count(max_cells, "max_cells")?);
        work::done(py, || coverage::Coverage::with_budget(depth, &*region, max_cells)).map(Self::new)
    }

    /// The coverage of cells that were kept elsewhere: those of `cells`, out of a file or a database. Whether a region has them, nobody
    /// asks.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     0 to 29.
    /// cells : structured array, table or dict
    ///     Anything with the columns ``"index"``, ``"depth"`` and ``"full"``: an array like `cells`, a data frame of pandas or polars, a table
    ///     of pyarrow, a dict of arrays. Sorted by position, no cell in another, none deeper than `depth`. Four siblings that are full become
    ///     their parent.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     Where a row is no cell, or does not come after the one before it; `index` and `value` tell the first.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverage, Region
    /// >>> coverage = Coverage.of(8, Region.cone(45, 0, 20))
    /// >>> rows = coverage.cells.copy()  # np.save, and np.load
    /// >>> Coverage.from_cells(8, rows) == coverage
    /// True
    /// >>> Coverage.from_cells(3, {"index": [1, 8], "depth": [2, 3], "full": [True, False]}).n_flat
    /// 5
    #[staticmethod]
    fn from_cells(py: Python<'_>, depth: &Bound<'_, PyAny>, cells: &Bound<'_, PyAny>) -> PyResult<Self> {
        let depth = one::<Depth>(depth)?;
        Table::of(cells)?.done(py, true, |cells| coverage::Coverage::from_cells(depth, cells)).map(Self::new)
    }

    /// Its depth: that of its smallest cells.
    #[getter]
    fn depth(&self) -> u8 {
        self.inner.depth().get()
    }

    /// Number of cells of its depth that it stands for.
    #[getter]
    fn n_flat(&self) -> u64 {
        self.inner.n_flat()
    }

    /// Its cells: a read-only structured array with the fields ``index`` (int64), ``depth`` (uint8) and ``full`` (bool).
    ///
    /// Not a copy: the array has the memory of the coverage, and keeps it alive.
    #[getter]
    fn cells<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view(py, &self.inner, coverage::Coverage::cells)
    }

    /// All cells of its depth.
    ///
    /// Returns
    /// -------
    /// cells : array of int64
    /// full : array of bool
    ///     Which of them are inside the region.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverage, Region
    /// >>> Coverage.of(1, Region.cone(45, 0, 20)).flat()
    /// (array([ 0, 17, 22, 35]), array([False, False, False, False]))
    fn flat<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyArray1<i64>>, Bound<'py, PyArray1<bool>>)> {
        /// Cells between two looks for Ctrl-C.
        const STRETCH: usize = 1 << 20;
        let len = usize::try_from(self.inner.n_flat()).unwrap_or(usize::MAX);
        let (mut cells, mut full) = (Vec::<i64>::new(), Vec::<bool>::new());
        if cells.try_reserve_exact(len).is_err() || full.try_reserve_exact(len).is_err() {
            return Err(PyMemoryError::new_err(Error::OutOfMemory { elements: len as u64 }.to_string()));
        }
        let mut rest = self.inner.flat();
        while cells.len() < len {
            for (cell, inside) in rest.by_ref().take(STRETCH) {
                cells.push(cell as i64);
                full.push(inside);
            }
            py.check_signals()?;
        }
        Ok((PyArray1::from_vec(py, cells), PyArray1::from_vec(py, full)))
    }

    /// All its cells as a MOC.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverage, Region
    /// >>> moc = Coverage.of(8, Region.cone(45, 0, 20)).moc()
    fn moc(&self, py: Python<'_>) -> PyResult<Moc> {
        work::done(py, || self.inner.moc()).map(Moc::new)
    }

    /// The cells inside the region as a MOC.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverage, Region
    /// >>> moc = Coverage.of(8, Region.cone(45, 0, 20)).full_moc()
    fn full_moc(&self, py: Python<'_>) -> PyResult<Moc> {
        work::done(py, || self.inner.full_moc()).map(Moc::new)
    }

    fn __len__(&self) -> usize {
        self.inner.cells().len()
    }

    fn __iter__(&self) -> CoverageCells {
        CoverageCells { coverage: Arc::clone(&self.inner), next: AtomicUsize::new(0) }
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        self.inner == other.get().inner
    }

    fn __repr__(&self) -> String {
        let (n, full) = (self.inner.cells().len(), self.inner.cells().iter().filter(|cell| cell.is_full()).count());
        format!("<Coverage of depth {}: {n} cell{}, {full} of them full>", self.depth(), if n == 1 { "" } else { "s" })
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let make = py.get_type::<Self>().getattr("from_cells")?;
        (make, (self.depth(), coverage_table::columns(py, self.inner.cells())?)).into_pyobject(py)
    }
}

/// Iterator over the cells of a coverage.
#[pyclass(frozen, module = "healpixel._core")]
struct CoverageCells {
    coverage: Arc<coverage::Coverage>,
    next: AtomicUsize,
}

#[pymethods]
impl CoverageCells {
    fn __iter__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __next__(&self) -> Option<(u8, u64, bool)> {
        let cells: &[CoverageCell] = self.coverage.cells();
        // Several threads may share the iterator; beyond the last cell it stays where it is.
        let at =
            self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |at| (at < cells.len()).then_some(at + 1));
        let cell = cells.get(at.ok()?)?;
        Some((cell.depth, cell.index, cell.is_full()))
    }
}

/// The nested cells of a depth whose centre is inside a region, as a MOC.
///
/// Parameters
/// ----------
/// depth : int
///     0 to 29.
/// region : Region
///
/// Examples
/// --------
/// >>> from healpixel import Region, centers_in
/// >>> moc = centers_in(6, Region.cone(45, 0, 20))
#[pyfunction]
pub fn centers_in(py: Python<'_>, depth: &Bound<'_, PyAny>, region: &Bound<'_, Region>) -> PyResult<Moc> {
    let (depth, region) = (one::<Depth>(depth)?, region.get().shared());
    work::done(py, || coverage::centers_in(depth, &*region)).map(Moc::new)
}

/// The cells of an nside that a region touches, as ranges of ring numbers.
///
/// Parameters
/// ----------
/// nside : int
///     Any from 1 to 2^29.
/// region : Region
///
/// Returns
/// -------
/// array of int64 of shape (n, 2)
///     Sorted; each row the first cell of a run and one past its last.
///
/// Examples
/// --------
/// >>> from healpixel import Region, ring_touched
/// >>> ring_touched(4, Region.cone(45.0, -84.0, 9.9))
/// array([[180, 183],
///        [187, 192]])
#[pyfunction]
pub fn ring_touched<'py>(
    nside: &Bound<'py, PyAny>,
    region: &Bound<'py, Region>,
) -> PyResult<Bound<'py, PyArray2<i64>>> {
    let (py, nside, region) = (nside.py(), one::<Nside>(nside)?, region.get().shared());
    ranges(py, &work::done(py, || coverage::ring_touched(nside, &*region))?)
}

/// The cells of an nside whose centre is inside a region, as ranges of ring numbers.
///
/// Parameters and result as for `ring_touched`.
///
/// Examples
/// --------
/// >>> from healpixel import Region, ring_centers_in
/// >>> ring_centers_in(1000, Region.all_sky())
/// array([[       0, 12000000]])
#[pyfunction]
pub fn ring_centers_in<'py>(
    nside: &Bound<'py, PyAny>,
    region: &Bound<'py, Region>,
) -> PyResult<Bound<'py, PyArray2<i64>>> {
    let (py, nside, region) = (nside.py(), one::<Nside>(nside)?, region.get().shared());
    ranges(py, &work::done(py, || coverage::ring_centers_in(nside, &*region))?)
}

/// Ranges as rows of an array.
fn ranges<'py>(py: Python<'py>, ranges: &[CellRange]) -> PyResult<Bound<'py, PyArray2<i64>>> {
    let flat: Vec<i64> = ranges.iter().flat_map(|range| [range.start as i64, range.end as i64]).collect();
    PyArray1::from_vec(py, flat).reshape([ranges.len(), 2])
}
