//! The functions of `healpixel.ring`.

use healpix_core::Nside;
use pyo3::prelude::*;

use crate::call::Ask;
use crate::points::{self, Interpolation};

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// Cells that contain positions.
///
/// Parameters
/// ----------
/// nside : int or array of int
///     1 to 2**29, any number.
/// lon, lat : float or array
///     Positions in degrees, or in the `unit` given; any finite longitude, latitudes from pole to pole. Quantities bring their own unit;
///     a `SkyCoord` in place of `lon` has both.
/// unit : "deg" or "rad"
/// out : array of int64 or uint64, optional
///     Where to write the result.
/// errors : "raise", "mask" or "ignore"
///     What to do about positions that are none: raise a HealpixError (which has all other results), return a masked array, or leave -1.
/// threads : int, optional
///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says.
///
/// Returns
/// -------
/// int or array of int64
///     In the shape that the arguments have together.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @HASH@
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn hash<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::hash::<Nside>(nside, lon, lat, unit, &Ask { out, errors, threads })
}

/// Cells that vectors point to. Their length does not matter.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @HASH_VEC@
#[pyfunction]
#[pyo3(signature = (nside, x, y, z, *, out=None, errors="raise", threads=None))]
fn hash_vec<'py>(
    nside: &Bound<'py, PyAny>,
    x: &Bound<'py, PyAny>,
    y: &Bound<'py, PyAny>,
    z: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::hash_vec::<Nside>(nside, x, y, z, &Ask { out, errors, threads })
}

/// Cells of positions, and where in them the positions lie.
///
/// Returns the cells and two offsets in [0, 1]: dx along the side from the southern vertex to the eastern one, dy to the western one.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @HASH_WITH_OFFSETS@
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn hash_with_offsets<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::hash_with_offsets::<Nside>(nside, lon, lat, unit, &Ask { out, errors, threads })
}

/// Positions at offsets in cells, the inverse of `hash_with_offsets`.
///
/// Returns longitudes in [0, 360) and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @POSITION@
#[pyfunction]
#[pyo3(signature = (nside, cell, dx, dy, *, unit="deg", out=None, errors="raise", threads=None))]
fn position<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    dx: &Bound<'py, PyAny>,
    dy: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::position_in::<Nside>(nside, cell, dx, dy, unit, &Ask { out, errors, threads })
}

/// Centres of cells.
///
/// Returns longitudes in [0, 360) and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @CENTER@
#[pyfunction]
#[pyo3(signature = (nside, cell, *, unit="deg", out=None, errors="raise", threads=None))]
fn center<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::center::<Nside>(nside, cell, unit, &Ask { out, errors, threads })
}

/// Centres of cells as unit vectors x, y, z.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @CENTER_VEC@
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn center_vec<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::center_vec::<Nside>(nside, cell, &Ask { out, errors, threads })
}

/// The four vertices of cells: southern, eastern, northern, western, on a last axis of 4.
///
/// Returns longitudes and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @VERTICES@
#[pyfunction]
#[pyo3(signature = (nside, cell, *, unit="deg", out=None, errors="raise", threads=None))]
fn vertices<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::vertices::<Nside>(nside, cell, unit, &Ask { out, errors, threads })
}

/// The neighbours of cells in a direction, one of "S", "SE", "E", "SW", "NE", "W", "NW", "N"; -1 where there is none.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @NEIGHBOR@
#[pyfunction]
#[pyo3(signature = (nside, direction, cell, *, out=None, errors="raise", threads=None))]
fn neighbor<'py>(
    nside: &Bound<'py, PyAny>,
    direction: &str,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::neighbor::<Nside>(nside, direction, cell, &Ask { out, errors, threads })
}

/// The eight neighbours of cells on a last axis of 8, in the order S, SE, E, SW, NE, W, NW, N; -1 where there is none.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @NEIGHBORS@
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn neighbors<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::neighbors::<Nside>(nside, cell, &Ask { out, errors, threads })
}

/// Base cells (0 to 11) and coordinates in them: i towards north-east, j towards north-west.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @TO_FACE_IJ@
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn to_face_ij<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::to_face_ij::<Nside>(nside, cell, &Ask { out, errors, threads })
}

/// Cells at coordinates in base cells, the inverse of `to_face_ij`.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @FROM_FACE_IJ@
#[pyfunction]
#[pyo3(signature = (nside, face, i, j, *, out=None, errors="raise", threads=None))]
fn from_face_ij<'py>(
    nside: &Bound<'py, PyAny>,
    face: &Bound<'py, PyAny>,
    i: &Bound<'py, PyAny>,
    j: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::from_face_ij::<Nside>(nside, face, i, j, &Ask { out, errors, threads })
}

/// The four cells next to positions on the rings north and south of them, and their weights (healpy's interpolation), each on a last axis of 4. Weights are at least 0 and their sum is 1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @INTERPOLATE_RINGS@
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn interpolate_rings<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::interpolate::<Nside>(Interpolation::Rings, nside, lon, lat, unit, &Ask { out, errors, threads })
}

/// The four cells around positions and their bilinear weights (cdshealpix's interpolation), each on a last axis of 4. Weights are at least 0 and their sum is 1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// @INTERPOLATE_BILINEAR@
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn interpolate_bilinear<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<usize>,
) -> Answer<'py> {
    points::interpolate::<Nside>(Interpolation::Bilinear, nside, lon, lat, unit, &Ask { out, errors, threads })
}

/// Puts the functions into their module.
pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(hash, module)?)?;
    module.add_function(wrap_pyfunction!(hash_vec, module)?)?;
    module.add_function(wrap_pyfunction!(hash_with_offsets, module)?)?;
    module.add_function(wrap_pyfunction!(position, module)?)?;
    module.add_function(wrap_pyfunction!(center, module)?)?;
    module.add_function(wrap_pyfunction!(center_vec, module)?)?;
    module.add_function(wrap_pyfunction!(vertices, module)?)?;
    module.add_function(wrap_pyfunction!(neighbor, module)?)?;
    module.add_function(wrap_pyfunction!(neighbors, module)?)?;
    module.add_function(wrap_pyfunction!(to_face_ij, module)?)?;
    module.add_function(wrap_pyfunction!(from_face_ij, module)?)?;
    module.add_function(wrap_pyfunction!(interpolate_rings, module)?)?;
    module.add_function(wrap_pyfunction!(interpolate_bilinear, module)?)?;
    Ok(())
}
