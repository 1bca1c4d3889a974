//! One cell in, a list out.

use healpix_core::{Cell, Depth, nested};

use crate::list::{check_room, put_cells, put_positions, room};
use crate::panic::guard;
use crate::status::healpix_status;
use crate::version::HEALPIX_INVALID_CELL;

/// Positions along the edges of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, 4 k.
///
/// From the southern corner over the eastern, northern and western one; each side begins with its corner.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
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
/// assert(healpix_nested_path_along_edge(0, 4, 2, 8, lon, lat, &len) == HEALPIX_OK && len == 8);
/// assert(lon[0] == 0.0 && lat[0] < 0.0 && fabs(lon[2] - 45.0 * DEG) < 1e-15); /* S, a point, E, a point ... */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_path_along_edge(
    depth: u8,
    cell: u64,
    k: u32,
    capacity: usize,
    lon: *mut f64,
    lat: *mut f64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (lon, lat, len) = unsafe {
            (args.output("lon", lon, capacity)?, args.output("lat", lat, capacity)?, args.target("len", len)?)
        };
        check_room(u64::from(k) * 4, k, lon.len(), len)?;
        put_positions(nested::path_along_edge(cell, k)?, lon, lat, len)
    })
}

/// Positions on a regular grid in a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: points a side, 1 to 4096.
/// - `lon`, `lat`: room for `capacity` positions, in radians.
/// - `len`: becomes the length of the list, k * k.
///
/// The offsets are (a + 1/2) / k for a from 0 to k - 1; the one along the south-eastern edge runs fastest.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
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
/// assert(healpix_nested_grid(0, 4, 3, 9, lon, lat, &len) == HEALPIX_OK && len == 9);
/// assert(lon[4] == 0.0 && lat[4] == 0.0); /* the one in the middle is the center */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_grid(
    depth: u8,
    cell: u64,
    k: u32,
    capacity: usize,
    lon: *mut f64,
    lat: *mut f64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (lon, lat, len) = unsafe {
            (args.output("lon", lon, capacity)?, args.output("lat", lat, capacity)?, args.target("len", len)?)
        };
        check_room(u64::from(k) * u64::from(k), k, lon.len(), len)?;
        put_positions(nested::grid(cell, k)?, lon, lat, len)
    })
}

/// Cells at a distance of exactly k steps from a cell, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// uint64_t out[16];
/// size_t len;
/// assert(healpix_nested_neighbor_ring(12, 61056746, 2, 0, NULL, &len) == HEALPIX_ERR_BUFFER && len == 16);
/// assert(healpix_nested_neighbor_ring(12, 61056746, 2, 16, out, &len) == HEALPIX_OK && out[0] < out[15]);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_neighbor_ring(
    depth: u8,
    cell: u64,
    k: u32,
    capacity: usize,
    out: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (out, len) = unsafe { (args.output("out", out, capacity)?, args.target("len", len)?) };
        put_cells(nested::neighbor_ring(cell, k)?, out, len)
    })
}

/// Cells at a distance of at most k steps from a cell, the cell included, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// A step goes to any of the eight neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_STEPS, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY,
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
/// assert(healpix_nested_neighbor_disc(12, 61056746, 1, 9, out, &len) == HEALPIX_OK && len == 9);
/// assert(out[0] <= 61056746 && 61056746 <= out[8]);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_neighbor_disc(
    depth: u8,
    cell: u64,
    k: u32,
    capacity: usize,
    out: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (out, len) = unsafe { (args.output("out", out, capacity)?, args.target("len", len)?) };
        put_cells(nested::neighbor_disc(cell, k)?, out, len)
    })
}

/// Cells of a deeper depth inside a cell that touch its edges, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29, and at most `depth` + 24.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// At equal depths the list is the cell itself.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// uint64_t out[12];
/// size_t len;
/// assert(healpix_nested_internal_edge(0, 4, 2, 12, out, &len) == HEALPIX_OK && len == 12); /* of 4 x 4 */
/// assert(out[0] == 64 && out[11] == 79);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_internal_edge(
    depth: u8,
    cell: u64,
    deeper_depth: u8,
    capacity: usize,
    out: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        let deeper_depth = Depth::new(deeper_depth)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (out, len) = unsafe { (args.output("out", out, capacity)?, args.target("len", len)?) };
        room(nested::internal_edge_len(deeper_depth, cell)?, out.len(), len)?;
        put_cells(nested::internal_edge(deeper_depth, cell)?, out, len)
    })
}

/// Cells of a deeper depth outside a cell that touch its edges or corners, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29, and at most `depth` + 24.
/// - `out`: room for `capacity` cell numbers.
/// - `len`: becomes the length of the list.
///
/// At equal depths the list is that of the neighbors.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Outputs must be writable for `capacity` elements, `len` for one.
///
/// # Example
///
/// ```c
/// uint64_t out[12];
/// size_t len;
/// assert(healpix_nested_external_edge(12, 61056746, 13, 12, out, &len) == HEALPIX_OK);
/// assert(len == 12); /* two on each side, one in each corner */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_external_edge(
    depth: u8,
    cell: u64,
    deeper_depth: u8,
    capacity: usize,
    out: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        let deeper_depth = Depth::new(deeper_depth)?;
        // SAFETY: the caller vouches for the outputs; `args` checks all that can be checked.
        let (out, len) = unsafe { (args.output("out", out, capacity)?, args.target("len", len)?) };
        room(nested::external_edge_len(deeper_depth, cell)?, out.len(), len)?;
        put_cells(nested::external_edge(deeper_depth, cell)?, out, len)
    })
}

/// Cells of a deeper depth in the corners of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
/// - `out`: four cell numbers in the order S, E, N, W.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable for four elements.
///
/// # Example
///
/// ```c
/// uint64_t out[4];
/// assert(healpix_nested_internal_corners(0, 4, 2, out) == HEALPIX_OK);
/// assert(out[0] == 64 && out[1] == 69 && out[2] == 79 && out[3] == 74); /* S, E, N, W */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_internal_corners(
    depth: u8,
    cell: u64,
    deeper_depth: u8,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        let deeper_depth = Depth::new(deeper_depth)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.output("out", out, 4)? };
        let found = nested::internal_corners(deeper_depth, cell)?;
        out.copy_from_slice(&found);
        Ok(())
    })
}

/// Cells of a deeper depth that touch a cell in its corners only.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
/// - `out`: four cell numbers in the order S, E, N, W; a neighbor that does not exist is
///   HEALPIX_INVALID_CELL and no error.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable for four elements.
///
/// # Example
///
/// ```c
/// uint64_t out[4];
/// assert(healpix_nested_external_corners(0, 4, 0, out) == HEALPIX_OK);
/// assert(out[1] == 5 && out[3] == 7 && out[0] == HEALPIX_INVALID_CELL && out[2] == HEALPIX_INVALID_CELL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_external_corners(
    depth: u8,
    cell: u64,
    deeper_depth: u8,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        let deeper_depth = Depth::new(deeper_depth)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.output("out", out, 4)? };
        let found = nested::external_corners(deeper_depth, cell)?;
        out.copy_from_slice(&found.map(|cell| cell.unwrap_or(HEALPIX_INVALID_CELL)));
        Ok(())
    })
}
