//! Maps in FITS files: multi-order probability maps, and HEALPix maps as healpy writes them.

use std::sync::{Mutex, TryLockError};

use healpix_core::io;
use healpix_core::{Depth, Error, nested};
use numpy::{PyArray1, PyArrayDyn, PyArrayMethods, PyUntypedArrayMethods};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::column::shape_text;
use crate::error::refused;
use crate::files::{self, Origin, Source};
use crate::moc::{Moc, Set};
use crate::moc_build::credible;
use crate::rows::{self, Rows};
use crate::work;

type Numbers<'py, T> = Bound<'py, PyArray1<T>>;

/// A multi-order probability map: cells of many depths, each with a probability density per steradian, as LIGO, Virgo and KAGRA publish
/// them.
///
/// Parameters
/// ----------
/// uniq : array of int
///     Its cells as IVOA uniq numbers.
/// density : array of float
///     The probability per steradian in each.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> sky = hp.MultiOrderMap([4, 5, 16 + 8], [1.0, 2.0, 4.0])
/// >>> len(sky), sky.depth, sky.credible_region(0.7).to_uniq()
/// (3, 1, array([ 5, 24]))
#[pyclass(frozen, module = "healpixel")]
pub struct MultiOrderMap {
    uniq: Py<PyArray1<i64>>,
    density: Py<PyArray1<f64>>,
    depth: Depth,
}

impl MultiOrderMap {
    fn made(py: Python<'_>, uniq: Vec<u64>, density: Vec<f64>, depth: Depth) -> PyResult<Self> {
        let uniq = PyArray1::from_vec(py, bytemuck::allocation::cast_vec(uniq));
        let density = PyArray1::from_vec(py, density);
        uniq.call_method1("setflags", (false,))?;
        density.call_method1("setflags", (false,))?;
        Ok(Self { uniq: uniq.unbind(), density: density.unbind(), depth })
    }
}

/// The depth of the deepest cell.
fn deepest(uniq: &[u64]) -> Result<Depth, Error> {
    let mut deepest = Depth::ZERO;
    let (mut first, mut count) = (None, 0);
    for (index, uniq) in uniq.iter().enumerate() {
        match nested::from_uniq(*uniq) {
            Ok(cell) => deepest = deepest.max(cell.depth()),
            Err(error) => {
                count += 1;
                first.get_or_insert((index, error));
            }
        }
    }
    match first {
        None => Ok(deepest),
        Some((index, first)) => Err(Error::Elements { index, count, len: uniq.len(), first: Box::new(first) }),
    }
}

#[pymethods]
impl MultiOrderMap {
    #[new]
    fn new(uniq: &Bound<'_, PyAny>, density: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = uniq.py();
        let columns = [rows::integers(uniq, "uniq")?, rows::values(density, "density")?];
        let (uniq, density, depth) = Rows::of(py, &columns)?.done(py, None, |[uniq, density]| {
            Ok((uniq.cells().to_vec(), density.floats().to_vec(), deepest(uniq.cells())?))
        })?;
        Self::made(py, uniq, density, depth)
    }

    /// Reads the map of a FITS file: the columns UNIQ and PROBDENSITY.
    ///
    /// Parameters
    /// ----------
    /// file : str, os.PathLike or file object opened in binary mode
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, io
    /// >>> from astropy.io import fits
    /// >>> columns = [fits.Column("UNIQ", "K", array=[4, 5, 24]), fits.Column("PROBDENSITY", "D", array=[1.0, 2.0, 4.0])]
    /// >>> table, file = fits.BinTableHDU.from_columns(columns), io.BytesIO()
    /// >>> table.header["ORDERING"] = "NUNIQ"
    /// >>> table.writeto(file)
    /// >>> hp.MultiOrderMap.read_fits(io.BytesIO(file.getvalue()))
    /// MultiOrderMap(depth=1, len=3)
    #[staticmethod]
    fn read_fits(file: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (uniq, density, depth) = files::read(file, |source| {
            let (uniq, density) = io::read_multi_order_map(source)?;
            let depth = deepest(&uniq)?;
            Ok((uniq, density, depth))
        })?;
        Self::made(file.py(), uniq, density, depth)
    }

    /// The cells as IVOA uniq numbers, in the order of the file: an array of int64 that cannot be written to.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.MultiOrderMap([4, 5, 24], [1.0, 2.0, 4.0]).uniq
    /// array([ 4,  5, 24])
    #[getter]
    fn uniq<'py>(&self, py: Python<'py>) -> Numbers<'py, i64> {
        self.uniq.bind(py).clone()
    }

    /// The probability per steradian in each cell: an array of float64 that cannot be written to.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.MultiOrderMap([4, 5, 24], [1.0, 2.0, 4.0]).density
    /// array([1., 2., 4.])
    #[getter]
    fn density<'py>(&self, py: Python<'py>) -> Numbers<'py, f64> {
        self.density.bind(py).clone()
    }

    /// The depth of the deepest cell.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.MultiOrderMap([4, 5, 24], [1.0, 2.0, 4.0]).depth
    /// 1
    #[getter]
    fn depth(&self) -> u8 {
        self.depth.get()
    }

    /// The smallest set of cells that holds a part of the total probability. See `Moc.credible_region`.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.MultiOrderMap([4, 5, 16 + 8], [1.0, 2.0, 4.0]).credible_region(0.9).to_uniq()
    /// array([ 4,  5, 24])
    fn credible_region(&self, level: &Bound<'_, PyAny>) -> PyResult<Moc> {
        let py = level.py();
        credible(self.uniq.bind(py), (self.density.bind(py), "density"), level, Set::credible_region)
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        self.uniq.bind(py).len()
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        format!("MultiOrderMap(depth={}, len={})", self.depth(), self.__len__(py))
    }

    fn __reduce__<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let (py, map) = (this.py(), this.get());
        (this.get_type(), (map.uniq.clone_ref(py), map.density.clone_ref(py))).into_pyobject(py)
    }
}

/// Values that are read from a map at once.
const CHUNK: usize = 1 << 16;

type Reader = io::FitsMap<Source>;

/// A HEALPix map in a FITS file, in ring or nested order, of the whole sky or of a part of it: read in pieces, so of any size.
///
/// Iteration gives pairs of arrays, some ten thousand nested cells and their values at a time, in the order of the file. `read` gives all
/// that are left. NaN stands for nulls; what healpy calls UNSEEN comes as it is.
///
/// Examples
/// --------
/// >>> import healpixel as hp, healpy, os, tempfile
/// >>> directory = tempfile.TemporaryDirectory()
/// >>> path = os.path.join(directory.name, "map.fits")
/// >>> healpy.write_map(path, range(12), nest=False, coord="G", dtype=float)
/// >>> with hp.FitsMap.open(path) as sky:
/// ...     sum(values.sum() for cells, values in sky)
/// np.float64(66.0)
/// >>> directory.cleanup()
#[pyclass(frozen, module = "healpixel")]
pub struct FitsMap {
    depth: Depth,
    frame: Option<String>,
    origin: Origin,
    /// None when it is closed.
    reader: Mutex<Option<Reader>>,
}

impl FitsMap {
    fn opened(file: &Bound<'_, PyAny>, column: Option<&str>) -> PyResult<Self> {
        let py = file.py();
        let (source, origin) = files::open(file)?;
        let reader = work::long(py, None, || {
            let map = Reader::new(source)?;
            match column {
                Some(column) => map.with_column(column),
                None => Ok(map),
            }
        })?
        .map_err(|error| origin.exception(py, &error))?;
        let (depth, frame) = (reader.depth(), reader.frame().map(str::to_owned));
        Ok(Self { depth, frame, origin, reader: Mutex::new(Some(reader)) })
    }

    /// The next cells and values, at most so many; none at the end.
    fn chunk(&self, py: Python<'_>, len: usize) -> PyResult<(Vec<u64>, Vec<f64>)> {
        let mut reader = match self.reader.try_lock() {
            Ok(reader) => reader,
            Err(TryLockError::Poisoned(reader)) => reader.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(refused(py, "the map is being read by another call")),
        };
        let Some(reader) = reader.as_mut() else { return Err(refused(py, "the map is closed")) };
        let read = work::long(py, None, || {
            let (mut cells, mut values) = (Vec::new(), Vec::new());
            for next in reader.take(len) {
                let (cell, value) = next?;
                cells.push(cell.index());
                values.push(value);
            }
            Ok((cells, values))
        })?;
        read.map_err(|error| self.origin.exception(py, &error))
    }
}

#[pymethods]
impl FitsMap {
    /// Opens a map: reads its header.
    ///
    /// Parameters
    /// ----------
    /// file : str, os.PathLike or file object opened in binary mode
    /// column : str, optional
    ///     The column of the values; without it, the first.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, healpy, os, tempfile
    /// >>> directory = tempfile.TemporaryDirectory()
    /// >>> path = os.path.join(directory.name, "map.fits")
    /// >>> healpy.write_map(path, range(12), nest=False, coord="G", dtype=float)
    /// >>> with hp.FitsMap.open(path) as sky:
    /// ...     sky
    /// FitsMap(depth=0, frame="G")
    /// >>> directory.cleanup()
    #[staticmethod]
    #[pyo3(signature = (file, column=None))]
    fn open(file: &Bound<'_, PyAny>, column: Option<&str>) -> PyResult<Self> {
        Self::opened(file, column)
    }

    /// The depth of its cells.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, healpy, os, tempfile
    /// >>> directory = tempfile.TemporaryDirectory()
    /// >>> path = os.path.join(directory.name, "map.fits")
    /// >>> healpy.write_map(path, range(12), nest=False, coord="G", dtype=float)
    /// >>> hp.FitsMap.open(path).depth
    /// 0
    /// >>> directory.cleanup()
    #[getter]
    fn depth(&self) -> u8 {
        self.depth.get()
    }

    /// The frame its cells are laid out in, as the file says in COORDSYS: "C" for equatorial (ICRS), "G" for Galactic, "E" for ecliptic;
    /// None where it does not say.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, healpy, os, tempfile
    /// >>> directory = tempfile.TemporaryDirectory()
    /// >>> path = os.path.join(directory.name, "map.fits")
    /// >>> healpy.write_map(path, range(12), nest=False, coord="G", dtype=float)
    /// >>> hp.FitsMap.open(path).frame
    /// 'G'
    /// >>> directory.cleanup()
    #[getter]
    fn frame(&self) -> Option<&str> {
        self.frame.as_deref()
    }

    /// All cells and values that are left, as two arrays: int64, nested, and float64.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, healpy, os, tempfile
    /// >>> directory = tempfile.TemporaryDirectory()
    /// >>> path = os.path.join(directory.name, "map.fits")
    /// >>> healpy.write_map(path, range(12), nest=False, coord="G", dtype=float)
    /// >>> cells, values = hp.FitsMap.open(path).read()
    /// >>> values[cells == 5]
    /// array([5.])
    /// >>> directory.cleanup()
    fn read<'py>(&self, py: Python<'py>) -> PyResult<(Numbers<'py, i64>, Numbers<'py, f64>)> {
        let (mut cells, mut values) = (Vec::new(), Vec::new());
        loop {
            let (more_cells, more_values) = self.chunk(py, CHUNK)?;
            if more_cells.is_empty() {
                return Ok(arrays(py, cells, values));
            }
            if cells.try_reserve(more_cells.len()).is_err() || values.try_reserve(more_values.len()).is_err() {
                return Err(crate::column::no_room(py, &[cells.len()]));
            }
            cells.extend(more_cells);
            values.extend(more_values);
            work::pause(py, cells.len() as u64, None)?;
        }
    }

    /// Closes the file. Reading is refused then; `with` does the same.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp, healpy, os, tempfile
    /// >>> directory = tempfile.TemporaryDirectory()
    /// >>> path = os.path.join(directory.name, "map.fits")
    /// >>> healpy.write_map(path, range(12), nest=False, coord="G", dtype=float)
    /// >>> sky = hp.FitsMap.open(path)
    /// >>> sky.close()
    /// >>> directory.cleanup()
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        match self.reader.try_lock() {
            Ok(mut reader) => drop(reader.take()),
            Err(TryLockError::Poisoned(reader)) => drop(reader.into_inner().take()),
            Err(TryLockError::WouldBlock) => return Err(refused(py, "the map is being read by another call")),
        }
        Ok(())
    }

    fn __enter__<'py>(this: &Bound<'py, Self>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __exit__(
        &self,
        py: Python<'_>,
        _kind: &Bound<'_, PyAny>,
        _error: &Bound<'_, PyAny>,
        _trace: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        self.close(py)
    }

    fn __iter__<'py>(this: &Bound<'py, Self>) -> Bound<'py, Self> {
        this.clone()
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<(Numbers<'py, i64>, Numbers<'py, f64>)>> {
        let (cells, values) = self.chunk(py, CHUNK)?;
        Ok(if cells.is_empty() { None } else { Some(arrays(py, cells, values)) })
    }

    fn __repr__(&self) -> String {
        match &self.frame {
            Some(frame) => format!("FitsMap(depth={}, frame={frame:?})", self.depth()),
            None => format!("FitsMap(depth={}, frame=None)", self.depth()),
        }
    }
}

fn arrays(py: Python<'_>, cells: Vec<u64>, values: Vec<f64>) -> (Numbers<'_, i64>, Numbers<'_, f64>) {
    (PyArray1::from_vec(py, bytemuck::allocation::cast_vec(cells)), PyArray1::from_vec(py, values))
}

/// Kept cells that become a MOC at once: more of them would take more memory than they need to.
const CELLS: usize = 1 << 22;

/// The cells of a map whose values `keep` accepts.
pub fn moc(file: &Bound<'_, PyAny>, keep: Option<&Bound<'_, PyAny>>, column: Option<&str>) -> PyResult<Moc> {
    let py = file.py();
    if let Some(keep) = keep.filter(|keep| !keep.is_callable()) {
        let found = keep.get_type().name()?;
        return Err(PyTypeError::new_err(format!("keep must be a function of an array of values, not {found}")));
    }
    let map = FitsMap::opened(file, column)?;
    if let Some(frame) = map.frame().filter(|frame| !matches!(*frame, "C" | "ICRS" | "EQUATORIAL")) {
        let text = format!("card COORDSYS = '{frame}': the cells of the MOC are those of the map, not of ICRS");
        py.import("logging")?.call_method1("getLogger", ("healpixel",))?.call_method1("warning", (text,))?;
    }
    let (mut all, mut some, mut looked_at) = (Set::empty(map.depth), Vec::new(), 0);
    loop {
        let (mut cells, values) = map.chunk(py, CHUNK)?;
        if cells.is_empty() {
            return add(py, all, &some).map(Moc::new);
        }
        looked_at += cells.len() as u64;
        let mut kept = match keep {
            Some(keep) => accepted(keep, values)?,
            None => values.iter().map(|value| io::is_seen(*value)).collect(),
        }
        .into_iter();
        cells.retain(|_| kept.next().unwrap_or(false));
        some.extend(cells);
        if some.len() >= CELLS {
            all = add(py, all, &some)?;
            some.clear();
        }
        work::pause(py, looked_at, None)?;
    }
}

/// A set with more cells, none of which may be there twice.
fn add(py: Python<'_>, all: Set, cells: &[u64]) -> PyResult<Set> {
    let (more, twice) = work::short(py, None, || {
        let some = Set::from_cells(all.depth(), cells)?;
        let twice = if some.n_cells() == cells.len() as u64 {
            all.intersection(&some)?.first().map(|cell| cell.index())
        } else {
            let mut sorted = cells.to_vec();
            sorted.sort_unstable();
            sorted.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
        };
        Ok((all.union(&some)?, twice))
    })
    .map_err(|error| crate::error::from_core(py, &error, &crate::error::Place::NONE))?;
    match twice {
        Some(cell) => {
            Err(crate::error::refused_value(py, format!("cell {cell} (nested) comes twice in the map"), cell))
        }
        None => Ok(more),
    }
}

/// What the function of the caller says about values.
fn accepted(keep: &Bound<'_, PyAny>, values: Vec<f64>) -> PyResult<Vec<bool>> {
    let (py, len) = (keep.py(), values.len());
    let answer = keep.call1((PyArray1::from_vec(py, values),))?;
    let answer = py.import("numpy")?.call_method1("asarray", (answer,))?;
    let Ok(answer) = answer.cast::<PyArrayDyn<bool>>() else {
        let text = format!("keep must return bools, not {}", answer.getattr("dtype")?.str()?);
        return Err(PyTypeError::new_err(text));
    };
    let answer = answer.try_readonly()?;
    match answer.shape() {
        // One answer for all.
        [] => Ok(vec![answer.as_array().iter().all(|kept| *kept); len]),
        [n] if *n == len => Ok(answer.as_array().iter().copied().collect()),
        shape => Err(refused(
            py,
            format!("keep must return as many bools as it gets values, {}: got shape {}", len, shape_text(shape)),
        )),
    }
}
