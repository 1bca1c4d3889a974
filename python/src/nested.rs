//! The functions of `healpixel.nested` that `ring` has too.

use healpix_core::Depth;
use pyo3::prelude::*;

use crate::call::Ask;
use crate::lists;
use crate::points::{self, Interpolation};
use crate::work::Threads;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// Cells that contain positions.
///
/// Parameters
/// ----------
/// depth : int or array of int
///     0 to 29.
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
/// >>> from healpixel import nested
/// >>> nested.hash(12, 279.2347, 38.7837)
/// 61056746
/// >>> nested.hash(12, [279.2347, 101.287], [38.7837, -16.716])
/// array([61056746, 85770460])
#[pyfunction]
#[pyo3(signature = (depth, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn hash<'py>(
    depth: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::hash::<Depth>(depth, lon, lat, unit, &Ask { out, errors, threads })
}

/// Cells that vectors point to. Their length does not matter.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.hash_vec(12, 0, 0, 2.5)
/// 16777215
#[pyfunction]
#[pyo3(signature = (depth, x, y, z, *, out=None, errors="raise", threads=None))]
fn hash_vec<'py>(
    depth: &Bound<'py, PyAny>,
    x: &Bound<'py, PyAny>,
    y: &Bound<'py, PyAny>,
    z: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::hash_vec::<Depth>(depth, x, y, z, &Ask { out, errors, threads })
}

/// Cells of positions, and where in them the positions lie.
///
/// Returns the cells and two offsets in [0, 1]: dx along the side from the southern vertex to the eastern one, dy to the western one.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.hash_with_offsets(3, 45, 30)
/// (13, 0.0, 1.0)
#[pyfunction]
#[pyo3(signature = (depth, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn hash_with_offsets<'py>(
    depth: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::hash_with_offsets::<Depth>(depth, lon, lat, unit, &Ask { out, errors, threads })
}

/// Positions at offsets in cells, the inverse of `hash_with_offsets`.
///
/// Returns longitudes in [0, 360) and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.position(3, 4, 0.5, 0.5)
/// (56.25, 14.477512185929925)
/// >>> nested.position(3, 4, [0, 1], 0)
/// (array([56.25 , 61.875]), array([ 9.59406823, 14.47751219]))
#[pyfunction]
#[pyo3(signature = (depth, cell, dx, dy, *, unit="deg", out=None, errors="raise", threads=None))]
fn position<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    dx: &Bound<'py, PyAny>,
    dy: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::position_in::<Depth>(depth, cell, dx, dy, unit, &Ask { out, errors, threads })
}

/// Centres of cells.
///
/// Returns longitudes in [0, 360) and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.center(3, 4)
/// (56.25, 14.477512185929925)
/// >>> nested.center(3, [[0, 1], [2, 3]])[1].shape
/// (2, 2)
#[pyfunction]
#[pyo3(signature = (depth, cell, *, unit="deg", out=None, errors="raise", threads=None))]
fn center<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::center::<Depth>(depth, cell, unit, &Ask { out, errors, threads })
}

/// Centres of cells as unit vectors x, y, z.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.center_vec(3, 4)
/// (0.5379285650333733, 0.8050669903313239, 0.25)
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn center_vec<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::center_vec::<Depth>(depth, cell, &Ask { out, errors, threads })
}

/// The four vertices of cells: southern, eastern, northern, western, on a last axis of 4.
///
/// Returns longitudes and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.vertices(3, 4)[1]
/// array([ 9.59406823, 14.47751219, 19.47122063, 14.47751219])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, unit="deg", out=None, errors="raise", threads=None))]
fn vertices<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::vertices::<Depth>(depth, cell, unit, &Ask { out, errors, threads })
}

/// The neighbours of cells in a direction, one of "S", "SE", "E", "SW", "NE", "W", "NW", "N"; -1 where there is none.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.neighbor(3, "N", 4)
/// 7
#[pyfunction]
#[pyo3(signature = (depth, direction, cell, *, out=None, errors="raise", threads=None))]
fn neighbor<'py>(
    depth: &Bound<'py, PyAny>,
    direction: &str,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::neighbor::<Depth>(depth, direction, cell, &Ask { out, errors, threads })
}

/// The eight neighbours of cells on a last axis of 8, in the order S, SE, E, SW, NE, W, NW, N; -1 where there is none.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.neighbors(3, 4)
/// array([363, 366, 367,   1,   5,   3,   6,   7])
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn neighbors<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::neighbors::<Depth>(depth, cell, &Ask { out, errors, threads })
}

/// Base cells (0 to 11) and coordinates in them: i towards north-east, j towards north-west.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.to_face_ij(3, 4)
/// (0, 2, 0)
#[pyfunction]
#[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
fn to_face_ij<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::to_face_ij::<Depth>(depth, cell, &Ask { out, errors, threads })
}

/// Cells at coordinates in base cells, the inverse of `to_face_ij`.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.from_face_ij(3, 5, 1, 0)
/// 321
#[pyfunction]
#[pyo3(signature = (depth, face, i, j, *, out=None, errors="raise", threads=None))]
fn from_face_ij<'py>(
    depth: &Bound<'py, PyAny>,
    face: &Bound<'py, PyAny>,
    i: &Bound<'py, PyAny>,
    j: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::from_face_ij::<Depth>(depth, face, i, j, &Ask { out, errors, threads })
}

/// The four cells next to positions on the rings north and south of them, and their weights (healpy's interpolation), each on a last axis of 4. Weights are at least 0 and their sum is 1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.interpolate_rings(3, 10, 20)
/// (array([316, 311, 310, 309]), array([0.01140154, 0.09121234, 0.54840263, 0.34898349]))
#[pyfunction]
#[pyo3(signature = (depth, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn interpolate_rings<'py>(
    depth: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::interpolate::<Depth>(Interpolation::Rings, depth, lon, lat, unit, &Ask { out, errors, threads })
}

/// The four cells around positions and their bilinear weights (cdshealpix's interpolation), each on a last axis of 4. Weights are at least 0 and their sum is 1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.interpolate_bilinear(3, 10, 20)
/// (array([308, 309, 310, 311]), array([0.18825005, 0.14851798, 0.37074021, 0.29249176]))
#[pyfunction]
#[pyo3(signature = (depth, lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
fn interpolate_bilinear<'py>(
    depth: &Bound<'py, PyAny>,
    lon: &Bound<'py, PyAny>,
    lat: Option<&Bound<'py, PyAny>>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    points::interpolate::<Depth>(Interpolation::Bilinear, depth, lon, lat, unit, &Ask { out, errors, threads })
}

/// Positions along the edges of cells, k on each side beginning with its vertex, from the southern vertex by east, north and west: on a last axis of 4 k. 1 <= k <= 4096.
///
/// Returns longitudes and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.path_along_edge(3, 4, 2)[0].shape
/// (8,)
#[pyfunction]
#[pyo3(signature = (depth, cell, k, *, unit="deg", out=None, errors="raise", threads=None))]
fn path_along_edge<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::path_along_edge::<Depth>(depth, cell, k, unit, &Ask { out, errors, threads })
}

/// k times k positions in cells, the middles of equal parts, on a last axis of k**2; the offset towards east runs fastest. 1 <= k <= 4096.
///
/// Returns longitudes and latitudes.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> lon, lat = nested.grid(3, 4, 2)
/// >>> lon.shape
/// (4,)
#[pyfunction]
#[pyo3(signature = (depth, cell, k, *, unit="deg", out=None, errors="raise", threads=None))]
fn grid<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    unit: &str,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::grid::<Depth>(depth, cell, k, unit, &Ask { out, errors, threads })
}

/// The cells k steps away from cells, sorted; a step leads from a cell to any of its neighbours. 0 <= k <= 1024.
///
/// For one cell as many as there are; for an array on a last axis of 8 k places, of which those left over are -1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.neighbor_ring(3, 4, 2)
/// array([  0,   2,   8,   9,  12,  13,  16,  18,  24, 360, 361, 362, 364,
///        365, 376, 378])
#[pyfunction]
#[pyo3(signature = (depth, cell, k, *, out=None, errors="raise", threads=None))]
fn neighbor_ring<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::neighbor_ring::<Depth>(depth, cell, k, &Ask { out, errors, threads })
}

/// The cells at most k steps away from cells, sorted, themselves among them. 0 <= k <= 1024.
///
/// For one cell as many as there are; for an array on a last axis of (2 k + 1)**2 places, of which those left over are -1.
///
/// Keywords as in `hash`.
///
/// Examples
/// --------
/// >>> from healpixel import nested
/// >>> nested.neighbor_disc(3, 4, 1)
/// array([  1,   3,   4,   5,   6,   7, 363, 366, 367])
/// >>> nested.neighbor_disc(3, [4, 5], 1).shape
/// (2, 9)
#[pyfunction]
#[pyo3(signature = (depth, cell, k, *, out=None, errors="raise", threads=None))]
fn neighbor_disc<'py>(
    depth: &Bound<'py, PyAny>,
    cell: &Bound<'py, PyAny>,
    k: &Bound<'py, PyAny>,
    out: Option<&Bound<'py, PyAny>>,
    errors: &str,
    threads: Option<Threads>,
) -> Answer<'py> {
    lists::neighbor_disc::<Depth>(depth, cell, k, &Ask { out, errors, threads })
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
    Ok(())
}
