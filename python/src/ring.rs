//! The functions of `healpixel.ring`.

use healpix_core::Nside;
use pyo3::prelude::*;

use crate::call::Ask;
use crate::points::{self, Interpolation};
use crate::work::Threads;
use crate::{hierarchy, lists};

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
/// >>> ring.hash(1000, 279.2347, 38.7837)
/// 2241102
/// >>> ring.hash(1000, [279.2347, 101.287], [38.7837, -16.716])
/// array([2241102, 7727125])
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn hash<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.hash_vec(1000, 0, 0, 2.5)
/// 0
#[pyfunction]
#[pyo3(signature = (nside, x, y, z, *, out=None, errors="raise", threads=None))]
fn hash_vec<'py>(
    nside: &Bound<'py, PyAny>,
    x: &Bound<'py, PyAny>,
    y: &Bound<'py, PyAny>,
    z: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.hash_with_offsets(8, 45, 30)
/// (180, 0.0, 1.0)
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn hash_with_offsets<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.position(8, 4, 0.5, 0.5)
/// (22.5, 78.28414760510763)
/// >>> ring.position(8, 4, [0, 1], 0)
/// (array([30., 45.]), array([72.38756093, 78.28414761]))
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
    threads: Option<Threads>,
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
/// >>> ring.center(8, 4)
/// (22.5, 78.28414760510763)
/// >>> ring.center(8, [[0, 1], [2, 3]])[1].shape
/// (2, 2)
#[pyfunction]
#[pyo3(signature = (nside, cell, *, unit="deg", out=None, errors="raise", threads=None))]
fn center<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.center_vec(8, 4)
/// (0.18760132922428663, 0.0777070148839196, 0.9791666666666666)
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn center_vec<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.vertices(8, 4)[1]
/// array([72.38756093, 78.28414761, 84.14973294, 78.28414761])
#[pyfunction]
#[pyo3(signature = (nside, cell, *, unit="deg", out=None, errors="raise", threads=None))]
fn vertices<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.neighbor(8, "N", 4)
/// 3
#[pyfunction]
#[pyo3(signature = (nside, direction, cell, *, out=None, errors="raise", threads=None))]
fn neighbor<'py>(
    nside: &Bound<'py, PyAny>,
    direction: &str,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.neighbors(8, 4)
/// array([25, 13,  5, 12,  0, 23, 11,  3])
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn neighbors<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.to_face_ij(8, 4)
/// (0, 6, 7)
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn to_face_ij<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.from_face_ij(8, 5, 1, 0)
/// 568
#[pyfunction]
#[pyo3(signature = (nside, face, i, j, *, out=None, errors="raise", threads=None))]
fn from_face_ij<'py>(
    nside: &Bound<'py, PyAny>,
    face: &Bound<'py, PyAny>,
    i: &Bound<'py, PyAny>,
    j: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.interpolate_rings(8, 10, 20)
/// (array([208, 209, 240, 241]), array([0.01140154, 0.09121234, 0.54840263, 0.34898349]))
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn interpolate_rings<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
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
/// >>> ring.interpolate_bilinear(8, 10, 20)
/// (array([273, 241, 240, 209]), array([0.18825005, 0.14851798, 0.37074021, 0.29249176]))
#[pyfunction]
#[pyo3(signature = (nside, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn interpolate_bilinear<'py>(
    nside: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::interpolate::<Nside>(Interpolation::Bilinear, nside, lon, lat, unit, &Ask { out, errors, threads })
}

/// Positions along the edges of cells, k on each side beginning with its vertex, from the southern vertex by east, north and west: on a last axis of 4 k. 1 <= k <= 4096.
///
/// Returns longitudes and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> ring.path_along_edge(8, 4, 2)[0].shape
/// (8,)
#[pyfunction]
#[pyo3(signature = (nside, cell, k, *, unit="deg", out=None, errors="raise", threads=None))]
fn path_along_edge<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::path_along_edge::<Nside>(nside, cell, k, unit, &Ask { out, errors, threads })
}

/// k times k positions in cells, the middles of equal parts, on a last axis of k**2; the offset towards east runs fastest. 1 <= k <= 4096.
///
/// Returns longitudes and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> lon, lat = ring.grid(8, 4, 2)
/// >>> lon.shape
/// (4,)
#[pyfunction]
#[pyo3(signature = (nside, cell, k, *, unit="deg", out=None, errors="raise", threads=None))]
fn grid<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::grid::<Nside>(nside, cell, k, unit, &Ask { out, errors, threads })
}

/// The cells k steps away from cells, sorted; a step leads from a cell to any of its neighbours. 0 <= k <= 1024.
///
/// For one cell as many as there are; for an array on a last axis of 8 k places, of which those left over are -1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> ring.neighbor_ring(8, 4, 2)
/// array([ 1,  2,  6,  9, 10, 14, 15, 22, 24, 26, 38, 39, 41, 42, 58, 62])
#[pyfunction]
#[pyo3(signature = (nside, cell, k, *, out=None, errors="raise", threads=None))]
fn neighbor_ring<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::neighbor_ring::<Nside>(nside, cell, k, &Ask { out, errors, threads })
}

/// The cells at most k steps away from cells, sorted, themselves among them. 0 <= k <= 1024.
///
/// For one cell as many as there are; for an array on a last axis of (2 k + 1)**2 places, of which those left over are -1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> ring.neighbor_disc(8, 4, 1)
/// array([ 0,  3,  4,  5, 11, 12, 13, 23, 25])
/// >>> ring.neighbor_disc(8, [4, 5], 1).shape
/// (2, 9)
#[pyfunction]
#[pyo3(signature = (nside, cell, k, *, out=None, errors="raise", threads=None))]
fn neighbor_disc<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::neighbor_disc::<Nside>(nside, cell, k, &Ask { out, errors, threads })
}

/// The numbers that cells have in the nested numbering; nside must be a power of two.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> ring.to_nested(256, [0, 1, 2])
/// array([ 65535, 131071, 196607])
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn to_nested<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::to_nested(nside, cell, &Ask { out, errors, threads })
}

/// The rings that cells lie in, from 1 in the north to 4 nside - 1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> ring.ring_of(1000, [0, 4, 6_000_000])
/// array([   1,    2, 2000])
#[pyfunction]
#[pyo3(signature = (nside, cell, *, out=None, errors="raise", threads=None))]
fn ring_of<'py>(
    nside: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::ring_of(nside, cell, &Ask { out, errors, threads })
}

/// Rings as a whole: the first cell, the number of cells, the latitude of the centres, and whether the first centre lies half a step east of longitude 0.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import ring
/// >>> ring.info(4, 8)
/// (88, 16, 0.0, True)
#[pyfunction]
#[pyo3(signature = (nside, ring, *, unit="deg", out=None, errors="raise", threads=None))]
fn info<'py>(
    nside: &Bound<'py, PyAny>,
    ring: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    hierarchy::info(nside, ring, unit, &Ask { out, errors, threads })
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
    module.add_function(wrap_pyfunction!(path_along_edge, module)?)?;
    module.add_function(wrap_pyfunction!(grid, module)?)?;
    module.add_function(wrap_pyfunction!(neighbor_ring, module)?)?;
    module.add_function(wrap_pyfunction!(neighbor_disc, module)?)?;
    module.add_function(wrap_pyfunction!(to_nested, module)?)?;
    module.add_function(wrap_pyfunction!(ring_of, module)?)?;
    module.add_function(wrap_pyfunction!(info, module)?)?;
    Ok(())
}
