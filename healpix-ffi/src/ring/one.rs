//! One element at a time.

use healpix_core::{LonLat, Nside, RingCell, UnitVec, ring};

use crate::single::{one, one_in_place};
use crate::status::healpix_status;
use crate::version::HEALPIX_INVALID_CELL;

/// Cell that contains a position.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: a position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `cell`: ring cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
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
/// assert(healpix_ring_hash_one(1000, 279.2347 * DEG, 38.7837 * DEG, &cell) == HEALPIX_OK && cell == 2241102);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_one(nside: u32, lon: f64, lat: f64, cell: *mut u64) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let at = LonLat::new(lon, lat)?;
        Ok([ring::hash(nside, at).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("cell", cell)], body) }
}

/// Cell that contains a position.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: a position in degrees; any finite longitude, latitude from -90 to 90.
/// - `cell`: ring cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
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
/// assert(healpix_ring_hash_deg_one(1000, 279.2347, 38.7837, &cell) == HEALPIX_OK && cell == 2241102); /* Vega */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_deg_one(nside: u32, lon: f64, lat: f64, cell: *mut u64) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let at = LonLat::from_degrees(lon, lat)?;
        Ok([ring::hash(nside, at).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("cell", cell)], body) }
}

/// Cell that contains the direction of a vector.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `x`, `y`, `z`: a vector of any finite length but 0.
/// - `cell`: ring cell number.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_VECTOR, HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_hash_vec_one(3, 2.0, 0.0, 0.0, &cell) == HEALPIX_OK && cell == 48);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_vec_one(
    nside: u32,
    x: f64,
    y: f64,
    z: f64,
    cell: *mut u64,
) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let at = UnitVec::new(x, y, z)?;
        Ok([ring::hash_vec(nside, at).index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("cell", cell)], body) }
}

/// Center of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `lon`, `lat`: position in radians; longitude from 0 to below 2 pi.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_center_one(3, 51, &lon, &lat) == HEALPIX_OK && fabs(lon - 90.0 * DEG) < 1e-15 && lat == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_one(
    nside: u32,
    cell: u64,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let cell = RingCell::new(nside, cell)?;
        let center = ring::center(cell);
        Ok([center.lon(), center.lat()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("lon", lon), ("lat", lat)], body) }
}

/// Center of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `lon`, `lat`: position in degrees; longitude from 0 to below 360.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_center_deg_one(1000, 2241102, &lon, &lat) == HEALPIX_OK);
/// assert(fabs(lon - 279.23) < 0.1 && fabs(lat - 38.78) < 0.1); /* Vega is in that cell */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_deg_one(
    nside: u32,
    cell: u64,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let cell = RingCell::new(nside, cell)?;
        let center = ring::center_deg(cell);
        Ok([center.lon_deg(), center.lat_deg()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("lon", lon), ("lat", lat)], body) }
}

/// Center of a cell as a unit vector.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `x`, `y`, `z`: unit vector.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_center_vec_one(3, 48, &x, &y, &z) == HEALPIX_OK && x == 1.0 && y == 0.0 && z == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_vec_one(
    nside: u32,
    cell: u64,
    x: *mut f64,
    y: *mut f64,
    z: *mut f64,
) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let cell = RingCell::new(nside, cell)?;
        let center = ring::center_vec(cell);
        Ok([center.x(), center.y(), center.z()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("x", x), ("y", y), ("z", z)], body) }
}

/// All neighbors of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: eight cell numbers in the order S SE E SW NE W NW N; a neighbor that does not exist is
///   HEALPIX_INVALID_CELL and no error.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_neighbors_one(3, 48, out) == HEALPIX_OK);
/// assert(out[HEALPIX_DIRECTION_E] == 49 && out[HEALPIX_DIRECTION_W] == 59);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_neighbors_one(nside: u32, cell: u64, out: *mut u64) -> healpix_status {
    let body = |out: &mut [u64; 8]| {
        let nside = Nside::new(nside)?;
        let cell = RingCell::new(nside, cell)?;
        *out = ring::neighbors(cell).map(|cell| cell.map_or(HEALPIX_INVALID_CELL, |cell| cell.index()));
        Ok(())
    };
    // SAFETY: the caller vouches for the output; `one_in_place` checks all that can be checked.
    unsafe { one_in_place(("out", out.cast()), body) }
}

/// Ring cell as a nested cell.
///
/// - `nside`: 1 to 536870912 (2^29), a power of two.
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: cell number in the other scheme.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_to_nested_one(2, 0, &out) == HEALPIX_OK && out == 3);
/// assert(healpix_ring_to_nested_one(3, 0, &out) == HEALPIX_ERR_NSIDE); /* no power of two */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_to_nested_one(nside: u32, cell: u64, out: *mut u64) -> healpix_status {
    let body = || {
        let nside = Nside::new(nside)?;
        let cell = RingCell::new(nside, cell)?;
        Ok([ring::to_nested(cell)?.index()])
    };
    // SAFETY: the caller vouches for the outputs; `one` checks all that can be checked.
    unsafe { one([("out", out)], body) }
}
