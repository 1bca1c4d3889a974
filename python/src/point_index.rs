//! `PointIndex`: a catalogue sorted by cell.

use std::sync::Arc;

use healpix_core::index::{self, CrossMatch, Match};
use healpix_core::{AngleUnit, Cell, Depth, Error, LonLat};
use numpy::PyArray1;
use pyo3::prelude::*;

use crate::column::{floats, integers};
use crate::error::{Place, from_core, refused};
use crate::position::columns;
use crate::region::Region;
use crate::resolution::one;
use crate::single::{Together, count, position, required, required_angle};
use crate::unit::Unit;
use crate::view::view;
use crate::work::{self, Threads};

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// Rows of one position, and how far they are.
type Found<'py> = (Bound<'py, PyArray1<i64>>, Bound<'py, PyArray1<f64>>);

/// Positions sorted by cell, for questions about what lies where. Immutable, so that any number of threads can ask.
///
/// Rows are numbered as they were given, from 0. Distances are great-circle distances from the position asked about to the row, exact to
/// the last bits. An index takes 30 bytes a row.
///
/// Parameters
/// ----------
/// lon, lat : array
///     Positions in degrees, or in the `unit` given; or one `SkyCoord` as `lon`. Arrays of several dimensions are numbered in C order. Masked
///     rows have their numbers, and are never found.
/// unit : "deg" or "rad"
/// errors : "raise" or "ignore"
///     What to do about rows that are no positions: raise a HealpixError, or number them as masked ones.
///
/// Examples
/// --------
/// Vega, Altair and Deneb:
///
/// >>> from healpixel import PointIndex
/// >>> index = PointIndex([279.2347, 297.6958, 310.3580], [38.7837, 8.8683, 45.2803])
/// >>> rows, distances = index.nearest(300.0, 10.0, k=2)
/// >>> rows
/// array([1, 0])
/// >>> offsets, rows, distances = index.within([310.0, 0.0, 280.0], [45.0, 0.0, 38.0], 1.0)  # degrees
/// >>> offsets, rows
/// (array([0, 1, 1, 2]), array([2, 0]))
/// >>> index
/// <PointIndex of 3 rows>
#[pyclass(frozen, module = "healpixel")]
pub struct PointIndex {
    inner: Arc<healpix_core::PointIndex>,
}

impl PointIndex {
    /// One that is built.
    pub fn of(inner: healpix_core::PointIndex) -> Self {
        Self { inner: Arc::new(inner) }
    }

    pub fn index(&self) -> &healpix_core::PointIndex {
        &self.inner
    }
}

#[pymethods]
impl PointIndex {
    #[new]
    #[pyo3(signature = (lon, lat=None, *, unit="deg", errors="raise"))]
    fn new(
        py: Python<'_>,
        lon: &Bound<'_, PyAny>,
        lat: Option<&Bound<'_, PyAny>>,
        unit: &str,
        errors: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let ignore = match errors {
            "raise" => false,
            "ignore" => true,
            _ => return Err(refused(py, format!("errors {errors:?} is none of \"raise\" and \"ignore\""))),
        };
        let pair = columns(lon, lat, unit)?;
        let mut together = Together::new(py, &pair)?;
        if let Some(missing) = &together.missing {
            // What is under a mask may be anything.
            let values = together.columns[0].to_mut().iter_mut();
            values.zip(missing).filter(|(_, missing)| **missing).for_each(|(value, _)| *value = f64::NAN);
        }
        let (missing, [lon, lat]) = (together.missing.as_deref(), together.columns.each_ref().map(|column| &**column));
        let built = work::long(py, None, || build(lon, lat, unit.core(), missing, ignore))?;
        let place = Place::of(&together.shape, true);
        built.map(Self::of).map_err(|error| from_core(py, &error, &place))
    }

    /// The `k` rows nearest to positions, ordered by distance, then by row number; all rows where there are fewer.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float or array
    ///     Positions in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// k : int
    /// unit : "deg" or "rad"
    ///     Of the distances too.
    /// threads : int, optional
    ///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says. They help from 64 positions on.
    ///
    /// Returns
    /// -------
    /// offsets : array of int64
    ///     Only for arrays of positions: ``rows[offsets[j]:offsets[j + 1]]`` are those of the j-th. Masked positions have none.
    /// rows : array of int64
    /// distances : array of float
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import PointIndex
    /// >>> index = PointIndex([0, 120, 240], [89, 88, 87])
    /// >>> index.nearest(0, 90, k=2)
    /// (array([0, 1]), array([1., 2.]))
    /// >>> index.nearest([0, 240], [90, 80])
    /// (array([0, 1, 2]), array([0, 2]), array([1., 7.]))
    #[pyo3(
        signature = (lon, lat=None, k=None, *, unit="deg", threads=None),
        text_signature = "($self, lon, lat=None, k=1, *, unit='deg', threads=None)"
    )]
    fn nearest<'py>(
        &self,
        lon: &Bound<'py, PyAny>,
        lat: Option<&Bound<'py, PyAny>>,
        k: Option<&Bound<'py, PyAny>>,
        unit: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        /// So many rows that finding them takes its time.
        const MANY: usize = 1000;
        let py = lon.py();
        let unit = Unit::named(py, unit)?;
        let k = k.map_or(Ok(1), |k| count(k, "k"))?;
        let pair = columns(lon, lat, unit)?;
        let index = &*self.inner;
        if let (Some(lon), Some(lat)) = (pair[0].scalar(), pair[1].scalar()) {
            let at = position(py, (lon, lat), unit)?;
            let found = match k {
                0..MANY => work::short(py, threads, || index.nearest(at, k)),
                _ => work::long(py, threads, || index.nearest(at, k))?,
            };
            return Ok(one_list(py, found, unit)?.into_pyobject(py)?.into_any());
        }
        let together = Together::new(py, &pair)?;
        let asked = Asked::new(together.missing.as_deref(), together.columns.each_ref().map(|column| &**column));
        let [lon, lat] = asked.columns();
        let found = work::long(py, threads, || index.nearest_many(lon, lat, unit.core(), k))?;
        asked.lists(py, found, &together.shape, unit)
    }

    /// The rows within a radius of positions, border included, ordered by distance, then by row number.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float or array
    ///     Positions in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// radius : float or array
    ///     0 to 180 degrees.
    /// unit : "deg" or "rad"
    ///     Of the distances too.
    /// threads : int, optional
    ///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says. They help from 64 positions on.
    ///
    /// Returns
    /// -------
    /// offsets : array of int64
    ///     Only for arrays: ``rows[offsets[j]:offsets[j + 1]]`` are those of the j-th position. Masked positions have none.
    /// rows : array of int64
    /// distances : array of float
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import PointIndex
    /// >>> PointIndex([359.75, 0.5, 90], [0, 0, 0]).within(0, 0, radius=1)
    /// (array([0, 1]), array([0.25, 0.5 ]))
    #[pyo3(signature = (lon, lat=None, radius=None, *, unit="deg", threads=None))]
    fn within<'py>(
        &self,
        lon: &Bound<'py, PyAny>,
        lat: Option<&Bound<'py, PyAny>>,
        radius: Option<&Bound<'py, PyAny>>,
        unit: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        let py = lon.py();
        let unit = Unit::named(py, unit)?;
        let [lon, lat] = columns(lon, lat, unit)?;
        let arguments = [lon, lat, floats(required(radius, "radius")?, "radius", Some(unit))?];
        let single = arguments.iter().all(|argument| argument.scalar().is_some());
        let together = Together::new(py, &arguments)?;
        let asked = Asked::new(together.missing.as_deref(), together.columns.each_ref().map(|column| &**column));
        let [lon, lat, radius] = asked.columns();
        let index = &*self.inner;
        let found = work::long(py, threads, || index.within_many(lon, lat, radius, unit.core()))?;
        if single {
            let matches = found.map_err(|error| from_core(py, &error, &Place::NONE))?;
            return Ok(list(py, matches.matches(), unit).into_pyobject(py)?.into_any());
        }
        asked.lists(py, found, &together.shape, unit)
    }

    /// The rows inside a region, its border included, ordered by row number.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import PointIndex, Region
    /// >>> PointIndex([359.9, 0.2, 90], [0, 0, 0]).region(Region.zone(359, -1, 1, 1))
    /// array([0, 1])
    fn region<'py>(&self, region: &Bound<'py, Region>) -> PyResult<Bound<'py, PyArray1<i64>>> {
        let (py, region) = (region.py(), region.get().shared());
        let rows = work::done(py, || self.inner.region(&*region))?;
        Ok(PyArray1::from_iter(py, rows.into_iter().map(i64::from)))
    }

    /// The pairs of a row of this index and a row of another that lie within a radius of each other.
    ///
    /// Parameters
    /// ----------
    /// other : PointIndex
    ///     May be this one; then each row is paired with itself, too.
    /// radius : float
    ///     0 to 180 degrees, or in the `unit` given.
    /// mode : "best" or "all"
    ///     For each row of this index the nearest row of the other (of equally near ones the first), or every pair.
    /// unit : "deg" or "rad"
    ///     Of the distances too.
    ///
    /// Returns
    /// -------
    /// left, right : array of int64
    ///     Row numbers in this index and in the other, ordered by `left`, then by distance, then by `right`.
    /// distances : array of float
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import PointIndex
    /// >>> ours = PointIndex([10.0, 50.0], [20.0, -5.0])
    /// >>> theirs = PointIndex([50.0002, 50.0001, 80.0], [-5.0, -5.0, 30.0])
    /// >>> left, right, distances = ours.cross_match(theirs, 1 / 3600)
    /// >>> left, right
    /// (array([1]), array([1]))
    /// >>> ours.cross_match(theirs, 1 / 3600, mode="all")[1]
    /// array([1, 0])
    #[pyo3(signature = (other, radius, mode="best", *, unit="deg"))]
    fn cross_match<'py>(
        &self,
        other: &Bound<'py, Self>,
        radius: &Bound<'py, PyAny>,
        mode: &str,
        unit: &str,
    ) -> PyResult<(Bound<'py, PyArray1<i64>>, Bound<'py, PyArray1<i64>>, Bound<'py, PyArray1<f64>>)> {
        let py = other.py();
        let unit = Unit::named(py, unit)?;
        let which = match mode {
            "best" => CrossMatch::Best,
            "all" => CrossMatch::All,
            _ => return Err(refused(py, format!("mode {mode:?} is none of \"best\" and \"all\""))),
        };
        let given = required_angle(Some(radius), "radius", unit)?;
        let limit = unit.half_turn();
        // Written so that NaN fails too.
        if !(0.0..=limit).contains(&given) {
            return Err(from_core(py, &Error::Radius { value: given, limit }, &Place::NONE));
        }
        let other = &*other.get().inner;
        let pairs = work::done(py, || self.inner.cross_match(other, unit.to_radians(given), which))?;
        Ok((
            PyArray1::from_iter(py, pairs.iter().map(|pair| i64::from(pair.left))),
            PyArray1::from_iter(py, pairs.iter().map(|pair| i64::from(pair.right))),
            PyArray1::from_iter(py, pairs.iter().map(|pair| unit.of_radians(pair.distance))),
        ))
    }

    /// The rows in a nested cell: a read-only view, a piece of `row_numbers`.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import PointIndex
    /// >>> PointIndex([45, 135, 46], [60, 60, 60]).rows_in_cell(0, 0)
    /// array([0, 2], dtype=uint32)
    fn rows_in_cell<'py>(&self, depth: &Bound<'py, PyAny>, cell: &Bound<'py, PyAny>) -> Answer<'py> {
        let py = depth.py();
        let (depth, column) = (one::<Depth>(depth)?, integers(cell, "cell")?);
        let Some(number) = column.scalar() else {
            return Err(pyo3::exceptions::PyTypeError::new_err("cell must be a single number, not an array"));
        };
        let place = Place::of(&[], column.signed());
        let cell = Cell::new(depth, number).map_err(|error| from_core(py, &error, &place))?;
        view(py, &self.inner, |index| index.rows_in_cell(cell).unwrap_or_default())
    }

    /// The nested cells of a depth that hold rows, ascending, and how many rows each holds.
    ///
    /// Returns
    /// -------
    /// cells, counts : array of int64
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import PointIndex
    /// >>> PointIndex([45, 46, 45], [60, 60, -60]).occupied(0)
    /// (array([0, 8]), array([2, 1]))
    fn occupied<'py>(
        &self,
        depth: &Bound<'py, PyAny>,
    ) -> PyResult<(Bound<'py, PyArray1<i64>>, Bound<'py, PyArray1<i64>>)> {
        let (py, depth) = (depth.py(), one::<Depth>(depth)?);
        let (cells, counts): (Vec<i64>, Vec<i64>) = work::done(py, || {
            Ok(self.inner.occupied(depth)?.map(|found| (found.cell as i64, found.count as i64)).unzip())
        })?;
        Ok((PyArray1::from_vec(py, cells), PyArray1::from_vec(py, counts)))
    }

    /// The rows' nested cells at depth 29, ascending: a read-only array of int64, not a copy.
    #[getter]
    fn cell_keys<'py>(&self, py: Python<'py>) -> Answer<'py> {
        view(py, &self.inner, |index| index.cell_keys().unwrap_or_default())
    }

    /// The row numbers in the order of `cell_keys`; ascending within a cell: a read-only array of uint32, not a copy.
    #[getter]
    fn row_numbers<'py>(&self, py: Python<'py>) -> Answer<'py> {
        view(py, &self.inner, |index| index.row_numbers().unwrap_or_default())
    }

    /// The longitudes in the order of `cell_keys`, in **radians**, as they are stored: a read-only array, not a copy.
    #[getter]
    fn lons<'py>(&self, py: Python<'py>) -> Answer<'py> {
        view(py, &self.inner, |index| index.lons().unwrap_or_default())
    }

    /// The latitudes in the order of `cell_keys`, in **radians**, as they are stored: a read-only array, not a copy.
    #[getter]
    fn lats<'py>(&self, py: Python<'py>) -> Answer<'py> {
        view(py, &self.inner, |index| index.lats().unwrap_or_default())
    }

    /// Rows that can be found; masked ones cannot.
    fn __len__(&self) -> usize {
        self.inner.len()
    }

    fn __repr__(&self) -> String {
        let (n, numbered) = (self.inner.len(), self.inner.rows() as usize);
        let s = if n == 1 { "" } else { "s" };
        match numbered == n {
            true => format!("<PointIndex of {n} row{s}>"),
            false => format!("<PointIndex of {n} row{s}, numbered up to {}>", numbered - 1),
        }
    }

    /// Equal to the last bit once it is read again.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
        let make = py.import("healpixel._core")?.getattr("_point_index_of_parts")?;
        Ok((make, self.parts(py)?.into_pyobject(py)?.into_any()))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

/// An index of all positions that are some; the others only take their numbers.
fn build(
    lon: &[f64],
    lat: &[f64],
    unit: AngleUnit,
    missing: Option<&[bool]>,
    ignore: bool,
) -> Result<healpix_core::PointIndex, Error> {
    let mut index = healpix_core::PointIndex::with_capacity(lon.len())?;
    let pushed = match unit {
        AngleUnit::Degrees => index.push_slice_deg(lon, lat),
        AngleUnit::Radians => index.push_slice(lon, lat),
    };
    match pushed {
        Ok(_) => {}
        Err(error @ Error::Elements { .. }) => {
            let is_missing = |row: usize| missing.is_some_and(|missing| missing[row]);
            let mut bad = (0..lon.len())
                .filter(|row| !ignore && !is_missing(*row))
                .filter_map(|row| Some((row, LonLat::with_unit(lon[row], lat[row], unit).err()?)));
            if let Some((index, first)) = bad.next() {
                let (count, len) = (1 + bad.count(), lon.len());
                return Err(Error::Elements { index, count, len, first: Box::new(first) });
            }
            drop(error);
        }
        Err(error) => return Err(error),
    }
    index.build()?;
    Ok(index)
}

/// Rows and distances of one position.
fn list<'py>(py: Python<'py>, matches: &[Match], unit: Unit) -> Found<'py> {
    (
        PyArray1::from_iter(py, matches.iter().map(|found| i64::from(found.row))),
        PyArray1::from_iter(py, matches.iter().map(|found| unit.of_radians(found.distance))),
    )
}

fn one_list<'py>(py: Python<'py>, found: Result<Vec<Match>, Error>, unit: Unit) -> PyResult<Found<'py>> {
    Ok(list(py, &found.map_err(|error| from_core(py, &error, &Place::NONE))?, unit))
}

/// Columns of questions without those that are missing.
struct Asked<'a, const N: usize> {
    all: [&'a [f64]; N],
    missing: Option<&'a [bool]>,
    present: Option<[Vec<f64>; N]>,
}

impl<'a, const N: usize> Asked<'a, N> {
    fn new(missing: Option<&'a [bool]>, all: [&'a [f64]; N]) -> Self {
        let missing = missing.filter(|missing| missing.contains(&true));
        let without = |missing: &[bool]| {
            all.map(|column| {
                column.iter().zip(missing).filter(|(_, missing)| !**missing).map(|(value, _)| *value).collect()
            })
        };
        Self { all, missing, present: missing.map(without) }
    }

    fn columns(&self) -> [&[f64]; N] {
        match &self.present {
            Some(columns) => columns.each_ref().map(Vec::as_slice),
            None => self.all,
        }
    }

    /// Offsets, rows and distances of all positions.
    fn lists<'py>(
        &self,
        py: Python<'py>,
        found: Result<index::MatchLists, Error>,
        shape: &[usize],
        unit: Unit,
    ) -> Answer<'py> {
        let found = found.map_err(|error| from_core(py, &self.placed(error), &Place::of(shape, true)))?;
        let mut offsets: Vec<i64> = Vec::new();
        let mut asked = found.offsets().iter().map(|offset| *offset as i64);
        offsets.extend(asked.next());
        let mut last = 0;
        for row in 0..self.all[0].len() {
            if !self.missing.is_some_and(|missing| missing[row]) {
                last = asked.next().unwrap_or(last);
            }
            offsets.push(last);
        }
        let (rows, distances) = list(py, found.matches(), unit);
        Ok((PyArray1::from_vec(py, offsets), rows, distances).into_pyobject(py)?.into_any())
    }

    /// What is wrong, with the number of the question among all.
    fn placed(&self, error: Error) -> Error {
        match (error, self.missing) {
            (Error::Elements { index, count, first, .. }, Some(missing)) => {
                let place = (0..missing.len()).filter(|place| !missing[*place]).nth(index);
                Error::Elements { index: place.unwrap_or(index), count, len: missing.len(), first }
            }
            (error, _) => error,
        }
    }
}
