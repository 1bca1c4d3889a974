//! Many cones in one call.

use std::sync::Arc;
use std::sync::atomic::{AtomicIsize, Ordering};

use healpix_core::{Depth, coverage};
use numpy::PyArray1;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::column::{floats, integers};
use crate::coverage_table::{self, Table, whole};
use crate::error::{Place, from_core};
use crate::position::columns;
use crate::resolution::one;
use crate::single::{Together, required};
use crate::unit::Unit;
use crate::view::view;
use crate::work::{self, Threads};

/// The coverages of many regions, one behind the other. Immutable; made by `cones` and
/// `Coverages.from_cells`.
///
/// ``coverages[k]`` are the cells of the k-th region, as in `Coverage.cells`; ``len`` is the number of regions.
#[pyclass(frozen, module = "healpixel")]
pub struct Coverages {
    inner: Arc<coverage::Coverages>,
}

impl Coverages {
    fn new(coverages: coverage::Coverages) -> Self {
        Self { inner: Arc::new(coverages) }
    }
}

#[pymethods]
impl Coverages {
    /// The coverages of cells that were kept elsewhere: those of `cells` with `offsets`.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     0 to 29.
    /// cells : structured array, table or dict
    ///     As `Coverage.from_cells` takes them, those of one region behind those of the other.
    /// offsets : array of int
    ///     Where the cells of each region begin, and where the last one's end. They begin with 0, never fall, and end with the number of cells.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     Where a row is no cell, does not come after the one before it, or an offset is out of order; `index` and `value` tell the first.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Coverages, cones
    /// >>> found = cones(6, [83.8, 279.2], [-5.4, 38.8], 1.0)
    /// >>> Coverages.from_cells(6, found.cells.copy(), found.offsets.copy()) == found
    /// True
    #[staticmethod]
    fn from_cells(
        py: Python<'_>,
        depth: &Bound<'_, PyAny>,
        cells: &Bound<'_, PyAny>,
        offsets: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let (depth, table) = (one::<Depth>(depth)?, Table::of(cells)?);
        let column = integers(offsets, "offsets")?;
        let offsets = whole(py, &column, "offsets")?;
        let make = |cells: &_| coverage::Coverages::from_cells(depth, cells, &offsets);
        table.done(py, column.signed(), make).map(Self::new)
    }

    /// The depth of all of them.
    #[getter]
    fn depth(&self) -> u8 {
        self.inner.depth().get()
    }

    /// Where the cells of each region begin in `cells`, and behind them where the last one's end: a read-only array of int64, not a copy.
    #[getter]
    fn offsets<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view(py, &self.inner, coverage::Coverages::offsets)
    }

    /// The cells of all regions: a read-only structured array as `Coverage.cells`, not a copy.
    #[getter]
    fn cells<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view(py, &self.inner, coverage::Coverages::cells)
    }

    fn __len__(&self) -> usize {
        self.inner.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, k: isize) -> PyResult<Bound<'py, PyAny>> {
        let n = self.inner.len();
        let place = if k < 0 { n.checked_add_signed(k) } else { usize::try_from(k).ok() };
        match place.filter(|place| *place < n) {
            Some(place) => view(py, &self.inner, |all| all.get(place).unwrap_or_default()),
            None => Err(PyIndexError::new_err(format!("there is no coverage {k}: there are {n}, numbered from 0"))),
        }
    }

    fn __iter__(slf: Py<Self>) -> EachCoverage {
        EachCoverage { all: slf, next: AtomicIsize::new(0) }
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        self.inner == other.get().inner
    }

    fn __repr__(&self) -> String {
        let (n, cells) = (self.inner.len(), self.inner.cells().len());
        format!("<Coverages of {n} regions at depth {}: {cells} cells>", self.depth())
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let make = py.get_type::<Self>().getattr("from_cells")?;
        let offsets = PyArray1::from_iter(py, self.inner.offsets().iter().map(|&offset| offset as i64));
        (make, (self.depth(), coverage_table::columns(py, self.inner.cells())?, offsets)).into_pyobject(py)
    }
}

/// Iterator over the cells of each region.
#[pyclass(frozen, module = "healpixel._core")]
struct EachCoverage {
    all: Py<Coverages>,
    next: AtomicIsize,
}

#[pymethods]
impl EachCoverage {
    fn __iter__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let all = self.all.get();
        let n = isize::try_from(all.inner.len()).unwrap_or(isize::MAX);
        let at = self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |at| (at < n).then_some(at + 1));
        at.ok().map(|at| all.__getitem__(py, at)).transpose()
    }
}

/// The coverages of many cones.
///
/// Parameters
/// ----------
/// depth : int
///     0 to 29, for all of them.
/// lon, lat : float or array
///     Centres in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
/// radius : float or array
///     0 to 180 degrees.
/// unit : "deg" or "rad"
/// threads : int, optional
///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says. They help from 64 cones on.
///
/// Returns
/// -------
/// Coverages
///     In the order of the elements that the arguments have together.
///
/// Raises
/// ------
/// HealpixError
///     For bad cones; ``.index`` is the first one's.
///
/// Examples
/// --------
/// >>> from healpixel import cones
/// >>> found = cones(6, [83.8, 279.2], [-5.4, 38.8], 1.0)
/// >>> found
/// <Coverages of 2 regions at depth 6: 18 cells>
/// >>> found.offsets
/// array([ 0,  9, 18])
/// >>> found[1]["index"][:3]
/// array([14893, 14895, 14904])
#[pyfunction]
#[pyo3(signature = (depth, lon, lat=None, radius=None, *, unit="deg", threads=None))]
pub fn cones(
    py: Python<'_>,
    depth: &Bound<'_, PyAny>,
    lon: &Bound<'_, PyAny>,
    lat: Option<&Bound<'_, PyAny>>,
    radius: Option<&Bound<'_, PyAny>>,
    unit: &str,
    threads: Option<Threads>,
) -> PyResult<Coverages> {
    let (depth, unit) = (one::<Depth>(depth)?, Unit::named(py, unit)?);
    let [lon, lat] = columns(lon, lat, unit)?;
    let arguments = [lon, lat, floats(required(radius, "radius")?, "radius", Some(unit))?];
    let together = Together::new(py, &arguments)?.whole(py)?;
    let [lon, lat, radius] = together.columns.each_ref().map(|column| &**column);
    let found = work::long(py, threads, || match unit {
        Unit::Degrees => coverage::cones_deg(depth, lon, lat, radius),
        Unit::Radians => coverage::cones(depth, lon, lat, radius),
    })?;
    let place = Place::of(&together.shape, true);
    found.map(Coverages::new).map_err(|error| from_core(py, &error, &place))
}
