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
