//! Positions to cells and back, with cells in 32 bits.

use healpix_core::{Nside, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Cells that contain positions, in 32 bits: those of healpix_ring_hash, in half the memory.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 2.0}; /* Vega, and no latitude at all */
/// uint32_t cells[2];
/// uint64_t wide;
/// assert(healpix_ring_hash_u32(1000, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_ring_hash_one(1000, lon[0], lat[0], &wide) == HEALPIX_OK);
/// assert(cells[0] == wide && cells[1] == HEALPIX_INVALID_U32);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_u32(
    nside: u32,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u32,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([lon, lat], [cells]) = unsafe { args.columns([("lon", lon), ("lat", lat)], [("cells", cells)], n)? };
        Ok(batch::ring::hash_u32(nside, lon, lat, cells)?)
    })
}

/// Cells that contain positions, in 32 bits: those of healpix_ring_hash_deg, in half the memory.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 0.0}, lat[] = {38.7837, 91.0}; /* Vega, and no latitude at all */
/// uint32_t cells[2];
/// uint64_t wide;
/// assert(healpix_ring_hash_deg_u32(1000, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_ring_hash_deg_one(1000, lon[0], lat[0], &wide) == HEALPIX_OK);
/// assert(cells[0] == wide && cells[1] == HEALPIX_INVALID_U32);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_deg_u32(
    nside: u32,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u32,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([lon, lat], [cells]) = unsafe { args.columns([("lon", lon), ("lat", lat)], [("cells", cells)], n)? };
        Ok(batch::ring::hash_deg_u32(nside, lon, lat, cells)?)
    })
}

/// Centers of cells whose numbers have 32 bits: those of healpix_ring_center.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint32_t cells[] = {6, 12};
/// double lon[2], lat[2];
/// assert(healpix_ring_center_u32(1, cells, 2, lon, lat) == HEALPIX_ERR_CELL); /* there is no cell 12 */
/// assert(fabs(lon[0] - 180 * DEG) < 1e-12 && lat[0] == 0 && isnan(lon[1]));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_u32(
    nside: u32,
    cells: *const u32,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([cells], [lon, lat]) = unsafe { args.columns([("cells", cells)], [("lon", lon), ("lat", lat)], n)? };
        Ok(batch::ring::center_u32(nside, cells, lon, lat)?)
    })
}

/// Centers of cells whose numbers have 32 bits: those of healpix_ring_center_deg.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint32_t cells[] = {6, 12};
/// double lon[2], lat[2];
/// assert(healpix_ring_center_deg_u32(1, cells, 2, lon, lat) == HEALPIX_ERR_CELL); /* there is no cell 12 */
/// assert(fabs(lon[0] - 180) < 1e-12 && lat[0] == 0 && isnan(lon[1]));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_deg_u32(
    nside: u32,
    cells: *const u32,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([cells], [lon, lat]) = unsafe { args.columns([("cells", cells)], [("lon", lon), ("lat", lat)], n)? };
        Ok(batch::ring::center_deg_u32(nside, cells, lon, lat)?)
    })
}
