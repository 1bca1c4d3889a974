//! Distances, vectors, the HEALPix plane, and the sizes of cells.

use std::f64::consts::PI;

use healpix_core::batch::{projection, sphere};
use healpix_core::{Depth, Error, Nside, grid};
use pyo3::prelude::*;

use crate::call::{Ask, elementwise};
use crate::error::{Place, from_core};
use crate::given::Given;
use crate::lists::each;
use crate::output::Kind;
use crate::position::Position;
use crate::resolution::Resolution;
use crate::single::angle;
use crate::unit::Unit;
use crate::work::Threads;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// Great-circle distances between pairs of positions, exact from 1e-300 to half a turn.
///
/// Parameters
/// ----------
/// lon1, lat1, lon2, lat2 : float or array
///     Positions in degrees, or in the `unit` given.
///
/// Keywords as in `nested.hash`.
///
/// Returns
/// -------
/// float or array of float
///     Distances in the same unit.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> hp.distance(0, 0, 90, 0)
/// 90.00000000000001
/// >>> hp.distance(10, 80, [10, 190], 80)
/// array([ 0., 20.])
#[pyfunction]
#[pyo3(signature = (lon1, lat1, lon2, lat2, *, unit="deg", out=None, errors="raise", threads=None))]
fn distance<'py>(
    lon1: &Bound<'py, PyAny>,
    lat1: &Bound<'py, PyAny>,
    lon2: &Bound<'py, PyAny>,
    lat2: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let py = lon1.py();
    let unit = Unit::named(py, unit)?;
    let angle = |object, name| Given::angles(object, name, unit);
    let pairs = [angle(lon1, "lon1"), angle(lat1, "lat1"), angle(lon2, "lon2"), angle(lat2, "lat2")];
    let ask = Ask { out, errors, threads };
    elementwise(py, None, pairs, [Kind::F(1)], &ask, |(), [a, b, c, d], [out]| {
        let function = match unit {
            Unit::Degrees => sphere::distance_deg,
            Unit::Radians => sphere::distance,
        };
        function(a.floats(), b.floats(), c.floats(), d.floats(), out.floats())
    })
}

/// Unit vectors x, y, z of positions.
///
/// Keywords as in `nested.hash`.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> hp.to_vec(90, 0)
/// (-0.0, 1.0, 0.0)
#[pyfunction]
#[pyo3(signature = (lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn to_vec<'py>(
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let py = lon.py();
    let unit = Unit::named(py, unit)?;
    let kinds = [Kind::F(1), Kind::F(1), Kind::F(1)];
    let (position, ask) = (Position::of(lon, lat)?, Ask { out, errors, threads });
    elementwise(py, None, position.given(unit), kinds, &ask, |(), [lon, lat], [x, y, z]| {
        let function = match unit {
            Unit::Degrees => sphere::to_vec_deg,
            Unit::Radians => sphere::to_vec,
        };
        function(lon.floats(), lat.floats(), x.floats(), y.floats(), z.floats())
    })
}

/// Longitudes and latitudes that vectors of any length point to.
///
/// Keywords as in `nested.hash`.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> hp.from_vec(0, 2, 2)
/// (90.0, 45.0)
#[pyfunction]
#[pyo3(signature = (x, y, z, *, unit="deg", out=None, errors="raise", threads=None))]
fn from_vec<'py>(
    x: &Bound<'py, PyAny>,
    y: &Bound<'py, PyAny>,
    z: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let py = x.py();
    let unit = Unit::named(py, unit)?;
    let arguments = [Given::numbers(x, "x"), Given::numbers(y, "y"), Given::numbers(z, "z")];
    let kinds = [Kind::F(1), Kind::F(1)];
    let ask = Ask { out, errors, threads };
    elementwise(py, None, arguments, kinds, &ask, |(), [x, y, z], [lon, lat]| {
        let function = match unit {
            Unit::Degrees => sphere::from_vec_deg,
            Unit::Radians => sphere::from_vec,
        };
        function(x.floats(), y.floats(), z.floats(), lon.floats(), lat.floats())
    })
}

/// Points x, y of the HEALPix plane: x in quarter turns, [0, 4), y in [-1, 1].
///
/// Keywords as in `nested.hash`.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> hp.project(180, 0)
/// (2.0, 0.0)
#[pyfunction]
#[pyo3(signature = (lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn project<'py>(
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let py = lon.py();
    let unit = Unit::named(py, unit)?;
    let kinds = [Kind::F(1), Kind::F(1)];
    let (position, ask) = (Position::of(lon, lat)?, Ask { out, errors, threads });
    elementwise(py, None, position.given(unit), kinds, &ask, |(), [lon, lat], [x, y]| match unit {
        Unit::Radians => projection::forward(lon.floats(), lat.floats(), x.floats(), y.floats()),
        Unit::Degrees => {
            let (lon, lat) = (scaled(lon.floats(), f64::to_radians), scaled(lat.floats(), f64::to_radians));
            projection::forward(&lon, &lat, x.floats(), y.floats())
        }
    })
}

fn scaled(angles: &[f64], by: impl Fn(f64) -> f64) -> Vec<f64> {
    angles.iter().map(|&angle| by(angle)).collect()
}

/// Longitudes and latitudes of points of the HEALPix plane, the inverse of `project`.
///
/// Keywords as in `nested.hash`.
///
/// Examples
/// --------
/// >>> import healpixel as hp
/// >>> hp.unproject(2, 0)
/// (180.0, 0.0)
#[pyfunction]
#[pyo3(signature = (x, y, *, unit="deg", out=None, errors="raise", threads=None))]
fn unproject<'py>(
    x: &Bound<'py, PyAny>,
    y: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let py = x.py();
    let unit = Unit::named(py, unit)?;
    let arguments = [Given::numbers(x, "x"), Given::numbers(y, "y")];
    let kinds = [Kind::F(1), Kind::F(1)];
    let ask = Ask { out, errors, threads };
    elementwise(py, None, arguments, kinds, &ask, |(), [x, y], [lon, lat]| {
        let (lon, lat) = (lon.floats(), lat.floats());
        let result = projection::inverse(x.floats(), y.floats(), lon, lat);
        if unit == Unit::Degrees {
            lon.iter_mut().chain(lat).for_each(|angle| *angle = angle.to_degrees());
        }
        result
    })
}

/// The number of sides of cells along a base cell: 2**depth.
///
/// Examples
/// --------
/// >>> from healpixel import grid
/// >>> grid.nside([0, 8, 29])
/// array([        1,       256, 536870912])
#[pyfunction]
#[pyo3(signature = (depth, *, out=None, errors="raise", threads=None))]
fn nside<'py>(
    depth: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let ask = Ask { out, errors, threads };
    whole(depth, "depth", &ask, |depth| Ok(u64::from(Depth::of(depth)?.nside().get())))
}

/// The depth of an nside that is a power of two.
///
/// Examples
/// --------
/// >>> from healpixel import grid
/// >>> grid.depth(256)
/// 8
#[pyfunction]
#[pyo3(signature = (nside, *, out=None, errors="raise", threads=None))]
fn depth<'py>(
    nside: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let ask = Ask { out, errors, threads };
    whole(nside, "nside", &ask, |nside| Ok(u64::from(Nside::of(nside)?.try_depth()?.get())))
}

/// The number of cells on the whole sphere: 12 nside**2.
///
/// Examples
/// --------
/// >>> from healpixel import grid
/// >>> grid.n_cells([1, 1000])
/// array([      12, 12000000])
#[pyfunction]
#[pyo3(signature = (nside, *, out=None, errors="raise", threads=None))]
fn n_cells<'py>(
    nside: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let ask = Ask { out, errors, threads };
    whole(nside, "nside", &ask, |nside| Ok(Nside::of(nside)?.n_cells()))
}

/// The area of each cell, in square degrees or with `unit="rad"` in steradians.
///
/// Examples
/// --------
/// >>> from healpixel import grid
/// >>> grid.cell_area(64)
/// 0.8392936452111668
#[pyfunction]
#[pyo3(signature = (nside, *, unit="deg", out=None, errors="raise", threads=None))]
fn cell_area<'py>(
    nside: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let unit = Unit::named(nside.py(), unit)?;
    let ask = Ask { out, errors, threads };
    quantity(nside, &ask, |nside| match unit {
        Unit::Radians => grid::cell_area(nside),
        Unit::Degrees => grid::cell_area(nside) * (180.0 / PI) * (180.0 / PI),
    })
}

/// The largest distance from the centre of a cell to one of its vertices, over all cells.
///
/// Examples
/// --------
/// >>> from healpixel import grid
/// >>> grid.largest_center_to_vertex_distance(1)
/// 48.18968510422148
#[pyfunction]
#[pyo3(signature = (nside, *, unit="deg", out=None, errors="raise", threads=None))]
fn largest_center_to_vertex_distance<'py>(
    nside: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    let unit = Unit::named(nside.py(), unit)?;
    let ask = Ask { out, errors, threads };
    quantity(nside, &ask, |nside| match unit {
        Unit::Radians => grid::largest_center_to_vertex_distance(nside),
        Unit::Degrees => grid::largest_center_to_vertex_distance(nside).to_degrees(),
    })
}

/// The deepest depth at which any disc of this radius lies within the cell of its centre and that cell's neighbours; None if it is too
/// large for depth 0 (39.4 degrees).
///
/// Examples
/// --------
/// >>> from healpixel import grid
/// >>> grid.best_starting_depth(0.5)
/// 6
#[pyfunction]
#[pyo3(signature = (radius, *, unit="deg"))]
fn best_starting_depth(py: Python<'_>, radius: &Bound<'_, PyAny>, unit: &str) -> PyResult<Option<u8>> {
    let unit = Unit::named(py, unit)?;
    let radius = unit.to_radians(angle(radius, "radius", unit)?);
    let depth = grid::best_starting_depth(radius).map_err(|error| from_core(py, &error, &Place::NONE))?;
    Ok(depth.map(Depth::get))
}

/// A whole number for each depth or nside.
fn whole<'py>(
    numbers: &Bound<'py, PyAny>,
    name: &str,
    ask: &Ask<'_, 'py>,
    function: impl Fn(u64) -> Result<u64, Error> + Sync,
) -> Answer<'py> {
    let arguments = [Given::cells(numbers, name)];
    elementwise(numbers.py(), None, arguments, [Kind::U(1)], ask, |(), [numbers], [out]| {
        let out = out.cells();
        out.fill(u64::MAX);
        each(numbers.cells(), 1, |number, place| {
            out[place].fill(function(number)?);
            Ok(())
        })
    })
}

/// A quantity for each nside.
fn quantity<'py>(nside: &Bound<'py, PyAny>, ask: &Ask<'_, 'py>, function: impl Fn(Nside) -> f64 + Sync) -> Answer<'py> {
    let arguments = [Given::cells(nside, "nside")];
    elementwise(nside.py(), None, arguments, [Kind::F(1)], ask, |(), [numbers], [out]| {
        let out = out.floats();
        out.fill(f64::NAN);
        each(numbers.cells(), 1, |number, place| {
            out[place].fill(function(Nside::of(number)?));
            Ok(())
        })
    })
}

/// Puts the functions of the package into their modules.
pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(distance, module)?)?;
    module.add_function(wrap_pyfunction!(to_vec, module)?)?;
    module.add_function(wrap_pyfunction!(from_vec, module)?)?;
    module.add_function(wrap_pyfunction!(project, module)?)?;
    module.add_function(wrap_pyfunction!(unproject, module)?)
}

/// The functions of `healpixel.grid`.
pub fn add_grid(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(nside, module)?)?;
    module.add_function(wrap_pyfunction!(depth, module)?)?;
    module.add_function(wrap_pyfunction!(n_cells, module)?)?;
    module.add_function(wrap_pyfunction!(cell_area, module)?)?;
    module.add_function(wrap_pyfunction!(largest_center_to_vertex_distance, module)?)?;
    module.add_function(wrap_pyfunction!(best_starting_depth, module)?)
}
