//! The class `Moc`: what it is to Python. What it can do is in `moc_build`, `moc_algebra`, `moc_query`, `moc_shape` and `moc_files`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use healpix_core::{Error, LonLat};
use numpy::PyArray2;
use pyo3::basic::CompareOp;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::error::{Place, from_core, refused};
use crate::moc_cells::MocIterator;
use crate::position;
use crate::unit::Unit;
use crate::view::view;
use crate::{resolution, work};

/// The core's MOC.
pub type Set = healpix_core::Moc;

/// A set of cells of one depth: a Multi-Order Coverage map (IVOA MOC 2.0).
///
/// Its depth (the standard calls it order) is that of the smallest cells it can tell apart. An operation on several MOCs has the depth of
/// the deepest one. A MOC never changes, so it can be a key of a dict, and threads can share it.
///
/// ============================  ==========================================================================
/// made by                       `empty`, `all_sky`, `from_cells`, `from_mixed_cells`, `from_points`, `from_uniq`, `from_ranges`,
///                               `from_depth29_ranges`, `from_region`, `credible_region`, `credible_region_of_probabilities`
/// read by                       `read_fits`, `from_fits`, `from_fits_map`, `from_ascii`, `from_json`
/// written by                    `write_fits`, `to_fits`, `to_ascii`, `to_json`
/// ``a | b``, ``a & b``          union, intersection; `union_all`, `intersection_all`
/// ``a - b``, ``a ^ b``, ``~a``  difference, symmetric difference, complement
/// ``a == b``                    the same cells and the same depth; `same_set` compares the cells alone
/// ``a <= b``, ``a < b``         subset, and not the same set; `is_subset`, `is_superset`, `is_disjoint`
/// ``x in a``                    a position (lon, lat) in degrees, a SkyCoord, or a MOC; arrays: `contains`
/// ``len(a)``, ``for d, c in a`` the largest cells that make it up, as depth and cell; arrays: `cells`
/// ============================  ==========================================================================
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> survey = hp.Moc.from_cells(4, [100, 101, 102, 103, 200])
/// >>> usable = survey - hp.Moc.from_cells(4, [101])
/// >>> usable.n_cells, usable.flat()
/// (4, array([100, 102, 103, 200]))
/// >>> usable <= survey, (45.0, 60.0) in usable
/// (True, False)
#[pyclass(frozen, module = "healpixel")]
pub struct Moc {
    pub(crate) inner: Set,
}

impl Moc {
    /// The object of a set.
    pub fn new(inner: Set) -> Self {
        Self { inner }
    }

    /// The object of the set that the core makes.
    pub(crate) fn made(py: Python<'_>, work: impl FnOnce() -> Result<Set, Error> + Send) -> PyResult<Self> {
        work::done(py, work).map(Self::new)
    }
}

#[pymethods]
impl Moc {
    /// The depth, 0 to 29: the order of the MOC standard.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_uniq(5, [4]).depth
    /// 5
    #[getter]
    fn depth(&self) -> u8 {
        self.inner.depth().get()
    }

    /// The cells as ranges [start, end) of cells of depth 29: an array of int64, shape (n, 2), sorted, disjoint, not touching.
    ///
    /// It is the memory of the MOC and cannot be written to; the MOC lives as long as it does.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(28, [3, 4, 9]).ranges
    /// array([[12, 20],
    ///        [36, 40]])
    #[getter]
    fn ranges<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyArray2<i64>>> {
        ranges(this)
    }

    /// How many cells of its depth it has. (`len` counts the largest cells that make it up.)
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.all_sky(8).n_cells
    /// 786432
    #[getter]
    fn n_cells(&self, py: Python<'_>) -> u64 {
        py.detach(|| self.inner.n_cells())
    }

    /// Its area in steradians, 0 to 4 pi.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(0, [3]).area  # pi / 3
    /// 1.0471975511965976
    #[getter]
    fn area(&self, py: Python<'_>) -> f64 {
        py.detach(|| self.inner.area())
    }

    /// The part of the sphere it covers, 0 to 1.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(0, [0, 7, 9]).sky_fraction
    /// 0.25
    #[getter]
    fn sky_fraction(&self, py: Python<'_>) -> f64 {
        py.detach(|| self.inner.sky_fraction())
    }

    /// Whether it has no cell; ``not moc`` too.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.empty(3).is_empty
    /// True
    #[getter]
    fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Whether it has every cell.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(0, range(12)).is_all_sky
    /// True
    #[getter]
    fn is_all_sky(&self) -> bool {
        self.inner.is_all_sky()
    }

    /// The first cell, at its depth; None where it is empty.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(1, [47, 5]).first
    /// 5
    #[getter]
    fn first(&self) -> Option<u64> {
        self.inner.first().map(|cell| cell.index())
    }

    /// The last cell, at its depth; None where it is empty.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(1, [47, 5]).last
    /// 47
    #[getter]
    fn last(&self) -> Option<u64> {
        self.inner.last().map(|cell| cell.index())
    }

    /// The MOC itself: it never changes.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.all_sky(3)
    /// >>> moc.copy() == moc
    /// True
    fn copy<'py>(this: &Bound<'py, Self>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __copy__<'py>(this: &Bound<'py, Self>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __deepcopy__<'py>(this: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __enter__<'py>(this: &Bound<'py, Self>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __exit__(&self, _kind: &Bound<'_, PyAny>, _error: &Bound<'_, PyAny>, _trace: &Bound<'_, PyAny>) {}

    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.inner.cells().count())
    }

    fn __bool__(&self) -> bool {
        !self.inner.is_empty()
    }

    fn __iter__(this: &Bound<'_, Self>) -> MocIterator {
        MocIterator::new(this.clone().unbind())
    }

    fn __hash__(&self, py: Python<'_>) -> u64 {
        py.detach(|| {
            let mut hasher = DefaultHasher::new();
            self.inner.hash(&mut hasher);
            hasher.finish()
        })
    }

    fn __richcmp__(&self, other: &Bound<'_, Self>, op: CompareOp) -> bool {
        let (own, other, py) = (&self.inner, &other.get().inner, other.py());
        py.detach(|| match op {
            CompareOp::Eq => own == other,
            CompareOp::Ne => own != other,
            CompareOp::Le => own.is_subset(other),
            CompareOp::Lt => own.is_subset(other) && !own.same_set(other),
            CompareOp::Ge => own.is_superset(other),
            CompareOp::Gt => own.is_superset(other) && !own.same_set(other),
        })
    }

    fn __contains__(&self, item: &Bound<'_, PyAny>) -> PyResult<bool> {
        if let Ok(other) = item.cast::<Self>() {
            let other = &other.get().inner;
            return Ok(item.py().detach(|| self.inner.is_superset(other)));
        }
        Ok(self.inner.contains(single_position(item)?))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let (n_cells, fraction) = py.detach(|| (self.inner.n_cells(), self.inner.sky_fraction()));
        format!("Moc(depth={}, n_cells={n_cells}, sky_fraction={fraction:.6})", self.depth())
    }

    fn _repr_html_<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        this.py().import("healpixel._html")?.call_method1("moc", (this,))
    }

    fn __reduce__<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let py = this.py();
        let rebuild = py.import("healpixel._core")?.getattr("_moc")?;
        let arguments = (this.get().depth(), ranges(this)?);
        (rebuild, arguments).into_pyobject(py)
    }
}

/// The MOC that was pickled.
#[pyfunction]
#[pyo3(name = "_moc")]
pub fn unpickled(depth: &Bound<'_, PyAny>, ranges: &Bound<'_, PyAny>) -> PyResult<Moc> {
    let py = depth.py();
    let (depth, ranges) = (resolution::one(depth)?, crate::moc_build::ranges(ranges)?);
    Moc::made(py, || Set::from_depth29_ranges(depth, ranges.get()))
}

/// The position that `x in moc` is about.
fn single_position(item: &Bound<'_, PyAny>) -> PyResult<LonLat> {
    let py = item.py();
    let [lon, lat] = match item.cast::<PyTuple>() {
        Ok(pair) if pair.len() == 2 => position::columns(&pair.get_item(0)?, Some(&pair.get_item(1)?), Unit::Degrees)?,
        _ if item.hasattr("spherical")? => position::columns(item, None, Unit::Degrees)?,
        _ => {
            let found = item.get_type().name()?;
            let text = format!("what is in a Moc must be (lon, lat) in degrees, a SkyCoord or a Moc, not {found}");
            return Err(PyTypeError::new_err(text));
        }
    };
    let (Some(lon), Some(lat)) = (lon.scalar(), lat.scalar()) else {
        return Err(PyTypeError::new_err("`in` is about one position: ask Moc.contains about arrays"));
    };
    LonLat::from_degrees(lon, lat).map_err(|error| from_core(py, &error, &Place::NONE))
}

/// A number of steps, at least 0.
pub fn steps(py: Python<'_>, number: i64) -> PyResult<u32> {
    if number < 0 {
        return Err(crate::error::refused_value(py, format!("steps {number} is below 0"), number));
    }
    // The core refuses what is too large.
    Ok(u32::try_from(number).unwrap_or(u32::MAX))
}

/// One of the words that a keyword may be.
pub fn choice<T: Copy>(py: Python<'_>, name: &str, word: &str, choices: &[(&str, T)]) -> PyResult<T> {
    if let Some((_, choice)) = choices.iter().find(|(known, _)| *known == word) {
        return Ok(*choice);
    }
    let known: Vec<String> = choices.iter().map(|(known, _)| format!("{known:?}")).collect();
    Err(refused(py, format!("{name} {word:?} is none of {}", known.join(", "))))
}

/// The ranges of a MOC as an array of shape (n, 2) that cannot be written to. It keeps the MOC, whose memory never changes.
fn ranges<'py>(moc: &Bound<'py, Moc>) -> PyResult<Bound<'py, PyArray2<i64>>> {
    let owner = Arc::new(moc.clone().unbind());
    Ok(view(moc.py(), &owner, |moc: &Py<Moc>| moc.get().inner.ranges())?.cast_into()?)
}
