//! One element at a time.

use healpix_core::{Cell, Depth, LonLat, UnitVec, nested};

use crate::single::{one, one_in_place};
use crate::status::healpix_status;
use crate::version::HEALPIX_INVALID_CELL;

/// Cell that contains a position.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: a position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `cell`: nested cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// uint64_t cell;
/// assert(healpix_nested_hash_one(12, 279.2347 * DEG, 38.7837 * DEG, &cell) == HEALPIX_OK && cell == 61056746);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_one(depth: u8, lon: f64, lat: f64, cell: *mut u64) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let at = LonLat::new(lon, lat)?;
        Ok([nested::hash(depth, at).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("cell", cell)], body) }
}

/// Cell that contains a position.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: a position in degrees; any finite longitude, latitude from -90 to 90.
/// - `cell`: nested cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// uint64_t cell;
/// assert(healpix_nested_hash_deg_one(12, 279.2347, 38.7837, &cell) == HEALPIX_OK && cell == 61056746); /* Vega */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_deg_one(depth: u8, lon: f64, lat: f64, cell: *mut u64) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let at = LonLat::from_degrees(lon, lat)?;
        Ok([nested::hash(depth, at).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("cell", cell)], body) }
}

/// Cell that contains the direction of a vector.
///
/// - `depth`: 0 to 29.
/// - `x`, `y`, `z`: a vector of any finite length but 0.
/// - `cell`: nested cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_VECTOR, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// uint64_t cell;
/// assert(healpix_nested_hash_vec_one(0, 2.0, 0.0, 0.0, &cell) == HEALPIX_OK && cell == 4);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_vec_one(
    depth: u8,
    x: f64,
    y: f64,
    z: f64,
    cell: *mut u64,
) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let at = UnitVec::new(x, y, z)?;
        Ok([nested::hash_vec(depth, at).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("cell", cell)], body) }
}

/// Center of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `lon`, `lat`: position in radians; longitude from 0 to below 2 pi.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// double lon, lat;
/// assert(healpix_nested_center_one(0, 5, &lon, &lat) == HEALPIX_OK && fabs(lon - 90.0 * DEG) < 1e-15 && lat == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_center_one(
    depth: u8,
    cell: u64,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let cell = Cell::new(depth, cell)?;
        let center = nested::center(cell);
        Ok([center.lon(), center.lat()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("lon", lon), ("lat", lat)], body) }
}

/// Center of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `lon`, `lat`: position in degrees; longitude from 0 to below 360.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// double lon, lat;
/// assert(healpix_nested_center_deg_one(12, 61056746, &lon, &lat) == HEALPIX_OK);
/// assert(fabs(lon - 279.23) < 0.02 && fabs(lat - 38.78) < 0.02); /* Vega is in that cell */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_center_deg_one(
    depth: u8,
    cell: u64,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let cell = Cell::new(depth, cell)?;
        let center = nested::center_deg(cell);
        Ok([center.lon_deg(), center.lat_deg()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("lon", lon), ("lat", lat)], body) }
}

/// Center of a cell as a unit vector.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `x`, `y`, `z`: unit vector.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// double x, y, z;
/// assert(healpix_nested_center_vec_one(0, 4, &x, &y, &z) == HEALPIX_OK && x == 1.0 && y == 0.0 && z == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_center_vec_one(
    depth: u8,
    cell: u64,
    x: *mut f64,
    y: *mut f64,
    z: *mut f64,
) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let cell = Cell::new(depth, cell)?;
        let center = nested::center_vec(cell);
        Ok([center.x(), center.y(), center.z()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("x", x), ("y", y), ("z", z)], body) }
}

/// All neighbors of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: eight cell numbers in the order S SE E SW NE W NW N; a neighbor that does not exist is
///   HEALPIX_INVALID_CELL and no error.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// uint64_t out[8];
/// assert(healpix_nested_neighbors_one(0, 4, out) == HEALPIX_OK);
/// assert(out[HEALPIX_DIRECTION_E] == 5 && out[HEALPIX_DIRECTION_N] == HEALPIX_INVALID_CELL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_neighbors_one(depth: u8, cell: u64, out: *mut u64) -> healpix_status {
    let body = |out: &mut [u64; 8]| {
        let depth = Depth::new(depth)?;
        let cell = Cell::new(depth, cell)?;
        *out = nested::neighbors(cell).map(|cell| cell.map_or(HEALPIX_INVALID_CELL, |cell| cell.index()));
        Ok(())
    };
    // SAFETY: the caller vouches for the output; `one_in_place` checks all that can be checked.
    unsafe { one_in_place(("out", out.cast()), body) }
}

/// Nested cell as a ring cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: cell number in the other scheme.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// Every output must be writable.
///
/// # Example
///
/// ```c
/// uint64_t out;
/// assert(healpix_nested_to_ring_one(1, 3, &out) == HEALPIX_OK && out == 0); /* the first one at the pole */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_to_ring_one(depth: u8, cell: u64, out: *mut u64) -> healpix_status {
    let body = || {
        let depth = Depth::new(depth)?;
        let cell = Cell::new(depth, cell)?;
        Ok([nested::to_ring(cell).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("out", out)], body) }
}
