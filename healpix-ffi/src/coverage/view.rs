//! Sizes, the cells as they are kept, and all of them at one depth.

use std::ptr;

use super::cell::{cells_as_c, healpix_cell};
use super::handle::healpix_coverage;
use crate::handle::{ask, start};
use crate::list::room;
use crate::panic::guard;
use crate::status::healpix_status;
use crate::version::HEALPIX_INVALID_U8;

/// The depth of a coverage: that of its smallest cells. HEALPIX_INVALID_U8 for NULL.
///
/// # Safety
///
/// `coverage` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 1.0, &coverage);
/// assert(healpix_coverage_depth(coverage) == 8 && healpix_coverage_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_depth(coverage: *const healpix_coverage) -> u8 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverage, HEALPIX_INVALID_U8, |coverage| coverage.coverage.depth().get()) }
}

/// Number of cells as healpix_coverage_cells has them; 0 for NULL.
///
/// # Safety
///
/// `coverage` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_coverage *sky;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 180.0, &sky);
/// assert(healpix_coverage_len(sky) == 12); /* the base cells */
/// healpix_coverage_free(sky);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_len(coverage: *const healpix_coverage) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverage, 0, |coverage| coverage.coverage.cells().len()) }
}

/// The cells, of several depths, sorted by position; as many as healpix_coverage_len says; valid until
/// healpix_coverage_free. NULL if there are none.
///
/// # Safety
///
/// `coverage` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_cone_deg(10, 279.2347, 38.7837, 1.0, &coverage);
/// const healpix_cell *cells = healpix_coverage_cells(coverage);
/// size_t n_full = 0;
/// for (size_t k = 0; k < healpix_coverage_len(coverage); k++)
///     n_full += cells[k].full; /* rows in these cells need no test of their distance */
/// assert(n_full > 0 && n_full < healpix_coverage_len(coverage));
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_cells(coverage: *const healpix_coverage) -> *const healpix_cell {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverage, ptr::null(), |coverage| start(cells_as_c(coverage.coverage.cells()))) }
}

/// Number of cells of its depth that a coverage stands for; 0 for NULL.
///
/// # Safety
///
/// `coverage` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_coverage *sky;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 180.0, &sky);
/// assert(healpix_coverage_n_flat(sky) == 12 * 256 * 256);
/// healpix_coverage_free(sky);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_n_flat(coverage: *const healpix_coverage) -> u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverage, 0, |coverage| coverage.coverage.n_flat()) }
}

/// All cells of a coverage at its depth, ascending.
///
/// - `cells`: room for `capacity` nested cell numbers.
/// - `full`: room for as many flags: becomes 1 for each cell inside the region, 0 for each that is partly. NULL if they
///   are not wanted.
/// - `len`: becomes the length of the list, healpix_coverage_n_flat.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY (longer than memory), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `coverage` must be a live handle, outputs writable for `capacity` elements and `len` for one.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// uint64_t cells[12];
/// uint8_t full[12];
/// size_t len;
/// healpix_coverage_cone_deg(0, 0.0, 0.0, 60.0, &coverage);
/// assert(healpix_coverage_flat(coverage, 12, cells, full, &len) == HEALPIX_OK && len < 12);
/// for (size_t k = 0; k < len; k++)
///     assert(full[k] == (cells[k] == 4)); /* base cell 4 is inside the cone */
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_flat(
    coverage: *const healpix_coverage,
    capacity: usize,
    cells: *mut u64,
    full: *mut u8,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        let flags = if full.is_null() { 0 } else { capacity };
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (coverage, cells, full, len) = unsafe {
            (
                args.handle("coverage", coverage)?,
                args.output("cells", cells, capacity)?,
                args.output("full", full, flags)?,
                args.target("len", len)?,
            )
        };
        let coverage = &coverage.coverage;
        room(coverage.n_flat(), cells.len(), len)?;
        let mut found = 0;
        for ((index, _), to) in coverage.flat().zip(cells) {
            *to = index;
            found += 1;
        }
        for ((_, inside), to) in coverage.flat().zip(full) {
            *to = u8::from(inside);
        }
        *len = found;
        Ok(())
    })
}
