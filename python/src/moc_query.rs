//! What is inside a MOC.

use healpix_core::Depth;
use pyo3::prelude::*;

use crate::call::{Ask, elementwise};
use crate::given::Given;
use crate::moc::Moc;
use crate::output::Kind;
use crate::position::Position;
use crate::unit::Unit;
use crate::work::Threads;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

#[pymethods]
impl Moc {
    /// Whether positions are inside. Borders belong to cells as in `nested.hash`.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float or array
    ///     Positions in degrees, or in the `unit` given. Quantities bring their own unit; a `SkyCoord` in place of `lon` has both.
    /// unit : "deg" or "rad"
    /// out : array of bool, optional
    ///     Where to write the result.
    /// errors : "raise", "mask" or "ignore"
    ///     What to do about positions that are none: raise a HealpixError (which has all other results), return a masked array, or leave
    ///     False.
    /// threads : int, optional
    ///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says.
    ///
    /// Returns
    /// -------
    /// bool or array of bool
    ///     In the shape that the arguments have together.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(0, [0])
    /// >>> moc.contains([45.0, 45.0], [60.0, -60.0])
    /// array([ True, False])
    #[pyo3(signature = (lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
    fn contains<'py>(
        &self,
        lon: &Bound<'py, PyAny>,
        lat: Option<&Bound<'py, PyAny>>,
        unit: &str,
        out: Option<&Bound<'py, PyAny>>,
        errors: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        let (py, moc) = (lon.py(), &self.inner);
        let unit = Unit::named(py, unit)?;
        let (position, ask) = (Position::of(lon, lat)?, Ask { out, errors, threads });
        elementwise(py, None, position.given(unit), [Kind::B], &ask, |(), [lon, lat], [inside]| match unit {
            Unit::Degrees => moc.contains_points_deg(lon.floats(), lat.floats(), inside.bools()),
            Unit::Radians => moc.contains_points(lon.floats(), lat.floats(), inside.bools()),
        })
    }

    /// Whether all of each cell is inside, cells of any depth.
    ///
    /// Depths and cells are broadcast. Keywords as in `contains`.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(1, [4, 5])
    /// >>> moc.contains_cells([2, 0], [17, 1])
    /// array([ True, False])
    #[pyo3(signature = (depth, cells, *, out=None, errors="raise", threads=None))]
    fn contains_cells<'py>(
        &self,
        depth: &Bound<'py, PyAny>,
        cells: &Bound<'py, PyAny>,
        out: Option<&Bound<'py, PyAny>>,
        errors: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        let (moc, ask) = (&self.inner, Ask { out, errors, threads });
        let cells = [Given::cells(cells, "cells")];
        elementwise(depth.py(), Some(depth), cells, [Kind::B], &ask, |depth: Depth, [cells], [inside]| {
            moc.contains_cells(depth, cells.cells(), inside.bools())
        })
    }

    /// Whether any part of each cell is inside, cells of any depth.
    ///
    /// Depths and cells are broadcast. Keywords as in `contains`.
    ///
    /// Examples
    /// --------
    /// >>> import healpixel as hp
    /// >>> moc = hp.Moc.from_cells(1, [4, 5])
    /// >>> moc.overlaps_cells(0, [1, 2])
    /// array([ True, False])
    #[pyo3(signature = (depth, cells, *, out=None, errors="raise", threads=None))]
    fn overlaps_cells<'py>(
        &self,
        depth: &Bound<'py, PyAny>,
        cells: &Bound<'py, PyAny>,
        out: Option<&Bound<'py, PyAny>>,
        errors: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        let (moc, ask) = (&self.inner, Ask { out, errors, threads });
        let cells = [Given::cells(cells, "cells")];
        elementwise(depth.py(), Some(depth), cells, [Kind::B], &ask, |depth: Depth, [cells], [overlapping]| {
            moc.overlaps_cells(depth, cells.cells(), overlapping.bools())
        })
    }
}
