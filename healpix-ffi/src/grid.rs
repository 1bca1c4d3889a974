//! Resolutions and what follows from them.

use healpix_core::{Depth, Nside, grid};

use crate::panic::guard;
use crate::status::healpix_status;
use crate::version::HEALPIX_INVALID_U8;

/// nside of a depth: 2^depth.
///
/// - `depth`: 0 to 29.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `nside` must be writable.
///
/// # Example
///
/// ```c
/// uint32_t nside;
/// assert(healpix_grid_nside(10, &nside) == HEALPIX_OK && nside == 1024);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_grid_nside(depth: u8, nside: *mut u32) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let nside = unsafe { args.target("nside", nside)? };
        *nside = depth.nside().get();
        Ok(())
    })
}

/// Depth of an nside that is a power of two.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE (also if nside is not a power of two), HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `depth` must be writable.
///
/// # Example
///
/// ```c
/// uint8_t depth;
/// assert(healpix_grid_depth(1024, &depth) == HEALPIX_OK && depth == 10);
/// assert(healpix_grid_depth(1000, &depth) == HEALPIX_ERR_NSIDE);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_grid_depth(nside: u32, depth: *mut u8) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let depth = unsafe { args.target("depth", depth)? };
        *depth = nside.try_depth()?.get();
        Ok(())
    })
}

/// Number of cells of the whole sphere: 12 nside^2.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `n_cells` must be writable.
///
/// # Example
///
/// ```c
/// uint64_t n;
/// assert(healpix_grid_n_cells(2048, &n) == HEALPIX_OK && n == 50331648); /* the maps of Planck */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_grid_n_cells(nside: u32, n_cells: *mut u64) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let n_cells = unsafe { args.target("n_cells", n_cells)? };
        *n_cells = nside.n_cells();
        Ok(())
    })
}

/// Area of a cell in steradians; all cells of an nside have the same.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `steradians` must be writable.
///
/// # Example
///
/// ```c
/// double area;
/// assert(healpix_grid_cell_area(64, &area) == HEALPIX_OK);
/// assert(fabs(area / (DEG * DEG) - 0.839) < 0.001); /* square degrees */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_grid_cell_area(nside: u32, steradians: *mut f64) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let steradians = unsafe { args.target("steradians", steradians)? };
        *steradians = grid::cell_area(nside);
        Ok(())
    })
}

/// Largest distance between the center of a cell and one of its vertices, in radians.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `radians` must be writable.
///
/// # Example
///
/// ```c
/// double distance;
/// assert(healpix_grid_largest_center_to_vertex_distance(1, &distance) == HEALPIX_OK);
/// assert(fabs(distance / DEG - 48.1897) < 0.0001); /* from the center of a polar base cell to the pole */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_grid_largest_center_to_vertex_distance(
    nside: u32,
    radians: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let radians = unsafe { args.target("radians", radians)? };
        *radians = grid::largest_center_to_vertex_distance(nside);
        Ok(())
    })
}

/// The deepest depth at which a disc, wherever its center, lies within the cell of its center and that cell's
/// neighbors.
///
/// - `radius`: radius of the disc in radians, 0 to pi.
/// - `depth`: becomes the depth, HEALPIX_INVALID_U8 if the disc is too large even for depth 0.
///
/// Written only on success. Errors: HEALPIX_ERR_RADIUS, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `depth` must be writable.
///
/// # Example
///
/// ```c
/// uint8_t depth;
/// assert(healpix_grid_best_starting_depth(1.0 * DEG, &depth) == HEALPIX_OK && depth == 5);
/// assert(healpix_grid_best_starting_depth(3.0, &depth) == HEALPIX_OK && depth == HEALPIX_INVALID_U8);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_grid_best_starting_depth(radius: f64, depth: *mut u8) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let depth = unsafe { args.target("depth", depth)? };
        *depth = grid::best_starting_depth(radius)?.map_or(HEALPIX_INVALID_U8, Depth::get);
        Ok(())
    })
}
