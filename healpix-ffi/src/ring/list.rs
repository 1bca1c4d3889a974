//! One cell in, a list out.

use healpix_core::{Nside, RingCell, ring};

use crate::list::{check_room, put_cells, put_positions};
use crate::panic::guard;
use crate::status::healpix_status;

/// Positions along the edges of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, 4 k.
///
/// From the southern corner over the eastern, northern and western one; each side begins with its corner.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// double lon[8], lat[8];
/// size_t len;
/// assert(healpix_ring_path_along_edge(3, 48, 2, 8, lon, lat, &len) == HEALPIX_OK && len == 8);
/// assert(lon[0] == 0.0 && lat[0] < 0.0 && fabs(lon[2] - 15.0 * DEG) < 1e-15); /* S, a point, E, a point ... */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_path_along_edge(
    nside: u32,
    cell: u64,
    k: u32,
    capacity: usize,
    lon: *mut f64,
    lat: *mut f64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = RingCell::new(Nside::new(nside)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (lon, lat, len) = unsafe {
            (args.output("lon", lon, capacity)?, args.output("lat", lat, capacity)?, args.target("len", len)?)
        };
        check_room(u64::from(k) * 4, k, lon.len(), len)?;
        put_positions(ring::path_along_edge(cell, k)?, lon, lat, len)
    })
}

/// Positions on a regular grid in a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, k * k.
///
/// The offsets are (a + 1/2) / k for a from 0 to k - 1; the one along the south-eastern edge runs fastest.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// double lon[9], lat[9];
/// size_t len;
/// assert(healpix_ring_grid(3, 48, 3, 9, lon, lat, &len) == HEALPIX_OK && len == 9);
/// assert(lon[4] == 0.0 && lat[4] == 0.0); /* the one in the middle is the center */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_grid(
    nside: u32,
    cell: u64,
    k: u32,
    capacity: usize,
    lon: *mut f64,
    lat: *mut f64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = RingCell::new(Nside::new(nside)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (lon, lat, len) = unsafe {
            (args.output("lon", lon, capacity)?, args.output("lat", lat, capacity)?, args.target("len", len)?)
        };
        check_room(u64::from(k) * u64::from(k), k, lon.len(), len)?;
        put_positions(ring::grid(cell, k)?, lon, lat, len)
    })
}

/// Cells at a distance of exactly k steps from a cell, ascending.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// uint64_t out[8];
/// size_t len;
/// assert(healpix_ring_neighbor_ring(3, 48, 1, 8, out, &len) == HEALPIX_OK && len == 8);
/// assert(out[0] == 24 && out[7] == 72); /* the northern and the southern neighbor */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_neighbor_ring(
    nside: u32,
    cell: u64,
    k: u32,
    capacity: usize,
    out: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = RingCell::new(Nside::new(nside)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (out, len) = unsafe { (args.output("out", out, capacity)?, args.target("len", len)?) };
        put_cells(ring::neighbor_ring(cell, k)?, out, len)
    })
}

/// Cells at a distance of at most k steps from a cell, the cell included, ascending.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// uint64_t out[9];
/// size_t len;
/// assert(healpix_ring_neighbor_disc(3, 48, 1, 0, NULL, &len) == HEALPIX_ERR_BUFFER && len == 9);
/// assert(healpix_ring_neighbor_disc(3, 48, 1, 9, out, &len) == HEALPIX_OK && out[3] == 48);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_neighbor_disc(
    nside: u32,
    cell: u64,
    k: u32,
    capacity: usize,
    out: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = RingCell::new(Nside::new(nside)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (out, len) = unsafe { (args.output("out", out, capacity)?, args.target("len", len)?) };
        put_cells(ring::neighbor_disc(cell, k)?, out, len)
    })
}
