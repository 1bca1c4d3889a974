//! MOCs from cells, points, ranges, regions and probabilities.

use healpix_core::moc::CellRange;
use healpix_core::{Cell, Depth, Error};
use pyo3::prelude::*;

use crate::call::{Argument, In};
use crate::column::{self, shape_text};
use crate::error::refused;
use crate::moc::{Moc, Set};
use crate::position;
use crate::region::Region;
use crate::resolution::{Resolution, one};
use crate::rows::{self, Rows};
use crate::single::number;
use crate::unit::Unit;
use crate::work::{self, Threads};

type Object<'a, 'py> = &'a Bound<'py, PyAny>;

#[pymethods]
impl Moc {
    /// No cell.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.empty(8)
    /// Moc(depth=8, n_cells=0, sky_fraction=0.000000)
    #[staticmethod]
    fn empty(depth: Object<'_, '_>) -> PyResult<Self> {
        Ok(Self::new(Set::empty(one(depth)?)))
    }

    /// Every cell.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.all_sky(8)
    /// Moc(depth=8, n_cells=786432, sky_fraction=1.000000)
    #[staticmethod]
    fn all_sky(depth: Object<'_, '_>) -> PyResult<Self> {
        Ok(Self::new(Set::all_sky(one(depth)?)))
    }

    /// The cells of an array, all of one depth, in any order; a cell may be there several times. Masked ones are left out.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     0 to 29.
    /// cells : int or array of int
    ///     Nested cells of that depth, in an array of any shape.
    /// threads : int, optional
    ///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     Where there is no cell of such a number; `index` and `value` tell the first.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_cells(3, [9, 7, 8, 9]).flat()
    /// array([7, 8, 9])
    #[staticmethod]
    #[pyo3(signature = (depth, cells, *, threads=None))]
    fn from_cells(depth: Object<'_, '_>, cells: Object<'_, '_>, threads: Option<Threads>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let columns = [rows::integers(cells, "cells")?];
        Rows::of(py, &columns)?.done(py, threads, |[cells]| Set::from_cells(depth, cells.cells())).map(Self::new)
    }

    /// Cells of many depths, in any order, also such that overlap. A cell deeper than `depth` is widened to its ancestor of that depth.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     Of the MOC, 0 to 29.
    /// depths, cells : int or array of int
    ///     Nested cells and the depth of each. Their shapes are broadcast.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_mixed_cells(1, [0, 2], [2, 17]).flat()  # 17 lies in 4
    /// array([ 4,  8,  9, 10, 11])
    #[staticmethod]
    fn from_mixed_cells(depth: Object<'_, '_>, depths: Object<'_, '_>, cells: Object<'_, '_>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let columns = [rows::integers(depths, "depths")?, rows::integers(cells, "cells")?];
        Rows::of(py, &columns)?
            .done(py, None, |[depths, cells]| Set::from_mixed_cells(depth, mixed_cells(depths, cells)?))
            .map(Self::new)
    }

    /// The cells of positions.
    ///
    /// Parameters
    /// ----------
    /// depth : int
    ///     0 to 29.
    /// lon, lat : float or array
    ///     Positions in degrees, or in the `unit` given. Quantities bring their own unit; a `SkyCoord` in place of `lon` has both. Masked
    ///     positions are left out.
    /// unit : "deg" or "rad"
    /// threads : int, optional
    ///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     Where a position is none; `index` and `value` tell the first.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_points(5, [10.0, 10.1, 200.0], [20.0, 20.0, -60.0]).n_cells
    /// 2
    #[staticmethod]
    #[pyo3(signature = (depth, lon, lat=None, *, unit="deg", threads=None))]
    fn from_points(
        depth: Object<'_, '_>,
        lon: Object<'_, '_>,
        lat: Option<Object<'_, '_>>,
        unit: &str,
        threads: Option<Threads>,
    ) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let unit = Unit::named(py, unit)?;
        let columns = position::columns(lon, lat, unit)?.map(Argument::Floats);
        Rows::of(py, &columns)?
            .done(py, threads, |[lon, lat]| match unit {
                Unit::Degrees => Set::from_points_deg(depth, lon.floats(), lat.floats()),
                Unit::Radians => Set::from_points(depth, lon.floats(), lat.floats()),
            })
            .map(Self::new)
    }

    /// Cells as IVOA uniq numbers, in any order, also such that overlap. A cell deeper than `depth` is widened to its ancestor of that
    /// depth.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_uniq(1, [4 + 2, 64 + 17]).flat()
    /// array([ 4,  8,  9, 10, 11])
    #[staticmethod]
    fn from_uniq(depth: Object<'_, '_>, uniq: Object<'_, '_>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let columns = [rows::integers(uniq, "uniq")?];
        Rows::of(py, &columns)?.done(py, None, |[uniq]| Set::from_uniq(depth, uniq.cells())).map(Self::new)
    }

    /// Ranges [start, end) of cells of that depth, an array of int of shape (n, 2), in any order, also such that overlap.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_ranges(3, [(7, 10), (2, 4)]).flat()
    /// array([2, 3, 7, 8, 9])
    #[staticmethod]
    fn from_ranges(depth: Object<'_, '_>, ranges: Object<'_, '_>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let ranges = self::ranges(ranges)?;
        ranges.done(py, |ranges| Set::from_ranges(depth, ranges))
    }

    /// Ranges [start, end) of cells of depth 29, an array of int of shape (n, 2), in any order, also such that overlap. Both ends of each
    /// are moved outwards to borders of cells of `depth`.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.from_depth29_ranges(28, [(13, 17)]).ranges
    /// array([[12, 20]])
    #[staticmethod]
    fn from_depth29_ranges(depth: Object<'_, '_>, ranges: Object<'_, '_>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let ranges = self::ranges(ranges)?;
        ranges.done(py, |ranges| Set::from_depth29_ranges(depth, ranges))
    }

    /// The cells of a depth that a region touches.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> field = hp.Region.cone(83.8, -5.4, 1.0)
    /// >>> (83.8, -5.4) in hp.Moc.from_region(12, field)
    /// True
    #[staticmethod]
    fn from_region(depth: Object<'_, '_>, region: &Bound<'_, Region>) -> PyResult<Self> {
        let (py, depth) = (depth.py(), one(depth)?);
        let region = region.get().shared();
        Self::made(py, || Set::from_region(depth, &*region))
    }

    /// The smallest set of cells of a multi-order map that holds a part of its total probability: the credible region of a gravitational-wave
    /// sky map.
    ///
    /// Cells are taken by decreasing density, equal ones in the order of the nested curve, until their probability first reaches `level`
    /// times the total; the last cell is taken whole.
    ///
    /// Parameters
    /// ----------
    /// uniq : array of int
    ///     The cells of the map as IVOA uniq numbers, none of which overlaps another.
    /// density : array of float
    ///     Probability per steradian in each, of any scale and unit: only ratios count.
    /// level : float
    ///     0 (no cell) to 1 (all cells with a density above 0).
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> uniq = [4, 5, 16 + 8]  # two base cells and a quarter of base cell 2, with 1, 2 and 1 parts of 4
    /// >>> hp.Moc.credible_region(uniq, [1.0, 2.0, 4.0], 0.7).to_uniq()
    /// array([ 5, 24])
    #[staticmethod]
    fn credible_region(uniq: Object<'_, '_>, density: Object<'_, '_>, level: Object<'_, '_>) -> PyResult<Self> {
        credible(uniq, (density, "density"), level, Set::credible_region)
    }

    /// `credible_region` of a map that has the probability in each cell and not its density.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> hp.Moc.credible_region_of_probabilities([4, 5, 16 + 8], [0.25, 0.5, 0.25], 0.7).to_uniq()
    /// array([ 5, 24])
    #[staticmethod]
    fn credible_region_of_probabilities(
        uniq: Object<'_, '_>,
        probability: Object<'_, '_>,
        level: Object<'_, '_>,
    ) -> PyResult<Self> {
        credible(uniq, (probability, "probability"), level, Set::credible_region_of_probabilities)
    }
}

type Credible = fn(&[u64], &[f64], f64) -> Result<Set, Error>;

/// A credible region of that map.
pub fn credible(
    uniq: Object<'_, '_>,
    (values, name): (Object<'_, '_>, &str),
    level: Object<'_, '_>,
    function: Credible,
) -> PyResult<Moc> {
    let py = uniq.py();
    let level = number(level, "level")?;
    let columns = [rows::integers(uniq, "uniq")?, rows::values(values, name)?];
    Rows::of(py, &columns)?
        .done(py, None, |[uniq, values]| function(uniq.cells(), values.floats(), level))
        .map(Moc::new)
}

fn mixed_cells(depths: In<'_>, cells: In<'_>) -> Result<Vec<Cell>, Error> {
    let (depths, cells) = (depths.cells(), cells.cells());
    let (mut good, mut first, mut count) = (Vec::new(), None, 0);
    good.try_reserve_exact(cells.len()).map_err(|_| Error::OutOfMemory { elements: cells.len() as u64 })?;
    for (index, (depth, cell)) in depths.iter().zip(cells).enumerate() {
        match Depth::of(*depth).and_then(|depth| Cell::new(depth, *cell)) {
            Ok(cell) => good.push(cell),
            Err(error) => {
                count += 1;
                first.get_or_insert((index, error));
            }
        }
    }
    match first {
        None => Ok(good),
        Some((index, first)) => Err(Error::Elements { index, count, len: cells.len(), first: Box::new(first) }),
    }
}

/// Ranges that the caller gave.
pub struct Ranges {
    ranges: Vec<CellRange>,
    signed: bool,
}

impl Ranges {
    pub fn get(&self) -> &[CellRange] {
        &self.ranges
    }

    fn done(&self, py: Python<'_>, function: impl FnOnce(&[CellRange]) -> Result<Set, Error> + Send) -> PyResult<Moc> {
        let shape = [self.ranges.len()];
        let place = crate::error::Place::of(&shape, self.signed);
        match work::long(py, None, || function(&self.ranges))? {
            Ok(set) => Ok(Moc::new(set)),
            Err(error) => Err(crate::error::from_core(py, &error, &place)),
        }
    }
}

/// An array of ranges, of shape (n, 2).
pub fn ranges(object: Object<'_, '_>) -> PyResult<Ranges> {
    let py = object.py();
    let column = column::integers(object, "ranges")?;
    let shape = column.shape().to_vec();
    // An empty list has no second axis.
    if !matches!(shape[..], [_, 2] | [0]) {
        return Err(refused(py, format!("ranges have shape (n, 2), not {}", shape_text(&shape))));
    }
    if column.missing(py, &shape)?.is_some_and(|missing| missing.contains(&true)) {
        return Err(refused(py, "ranges must not have masked elements"));
    }
    let numbers = column.flat(py, &shape)?;
    let ranges = numbers.chunks_exact(2).map(|pair| CellRange { start: pair[0], end: pair[1] }).collect();
    Ok(Ranges { ranges, signed: column.signed() })
}
