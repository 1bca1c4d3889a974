//! Sizes, and views of the sorted arrays. Nothing is copied.

use std::ptr;

use healpix_core::index::PointIndex;
use healpix_core::{Cell, Depth};

use super::healpix_point_index;
use crate::handle::ask;
use crate::panic::guard;
use crate::status::{Failure, healpix_status, report};

/// Row numbers given out so far, those of bad positions included; the next row pushed gets this number. 0 for NULL.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// uint32_t row;
/// assert(healpix_point_index_push_deg(stars, 0.0, 91.0, &row) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_point_index_rows(stars) == 3 && healpix_point_index_rows(NULL) == 0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_rows(index: *const healpix_point_index) -> u32 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(index, 0, |index| index.read().map_or(0, PointIndex::rows)) }
}

/// Rows that can be found: the length of the views once the index is built. 0 for NULL.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// assert(healpix_point_index_len(stars) == 3 && healpix_point_index_len(NULL) == 0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_len(index: *const healpix_point_index) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(index, 0, |index| index.read().map_or(0, PointIndex::len)) }
}

/// Whether every row stored can be found, so that the index can be asked: none was stored since the last build. True without
/// rows, and still true after a push of bad positions only, which are not stored. False for NULL.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// uint32_t row;
/// assert(healpix_point_index_is_built(stars));
/// healpix_point_index_push_deg(stars, 88.7929, 7.4071, &row);
/// assert(!healpix_point_index_is_built(stars));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_is_built(index: *const healpix_point_index) -> bool {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(index, false, |index| index.read().is_ok_and(PointIndex::is_built)) }
}

/// Cells of the rows at depth 29, ascending. As many as healpix_point_index_len says; valid until the next call
/// that changes or frees the index. NULL if the index is NULL, empty or not built.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const uint64_t *cells = healpix_point_index_cells(stars);
/// assert(cells[0] < cells[1] && cells[1] < cells[2]);
/// assert(cells[1] >> (2 * (29 - 12)) == 61056746); /* Vega's, at depth 12 */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_cells(index: *const healpix_point_index) -> *const u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { view(index, PointIndex::cell_keys) }
}

/// Numbers of the rows in the order of healpix_point_index_cells, which see.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const uint32_t *rows = healpix_point_index_row_numbers(stars);
/// assert(rows[0] == 1 && rows[1] == 0 && rows[2] == 2); /* Deneb, Vega, Altair */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_row_numbers(index: *const healpix_point_index) -> *const u32 {
    // SAFETY: the caller vouches for the handle.
    unsafe { view(index, PointIndex::row_numbers) }
}

/// Longitudes of the rows in radians, in the order of healpix_point_index_cells, which see.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// assert(fabs(healpix_point_index_lon(stars)[1] - 279.2347 * DEG) < 1e-15); /* Vega */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_lon(index: *const healpix_point_index) -> *const f64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { view(index, PointIndex::lons) }
}

/// Latitudes of the rows in radians, in the order of healpix_point_index_cells, which see.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// assert(fabs(healpix_point_index_lat(stars)[1] - 38.7837 * DEG) < 1e-15); /* Vega */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_lat(index: *const healpix_point_index) -> *const f64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { view(index, PointIndex::lats) }
}

/// The start of one array; that the index is not built is remembered as the last error.
///
/// # Safety
///
/// `index` must be NULL or a live handle.
unsafe fn view<T>(
    index: *const healpix_point_index,
    array: for<'a> fn(&'a PointIndex) -> healpix_core::Result<&'a [T]>,
) -> *const T {
    // SAFETY: the caller vouches for the handle.
    unsafe {
        ask(index, ptr::null(), |index| match index.read().and_then(|index| Ok(array(index)?)) {
            Ok([]) => ptr::null(),
            Ok(values) => values.as_ptr(),
            Err(failure) => {
                report(&failure);
                ptr::null()
            }
        })
    }
}

/// Numbers of the rows in a cell, in the order of healpix_point_index_cells.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `rows`: becomes the start of the numbers, NULL if there are none; valid until the next call that changes or
///   frees the index.
/// - `len`: becomes their number.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, `rows` and `len` writable.
///
/// # Example
///
/// ```c
/// const uint32_t *rows;
/// size_t len;
/// assert(healpix_point_index_rows_in_cell(stars, 0, 3, &rows, &len) == HEALPIX_OK); /* base cell 3 */
/// assert(len == 2 && rows[0] == 1 && rows[1] == 0); /* Deneb, Vega */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_rows_in_cell(
    index: *const healpix_point_index,
    depth: u8,
    cell: u64,
    rows: *mut *const u32,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (index, rows, len) =
            unsafe { (args.handle("index", index)?, args.target("rows", rows)?, args.target("len", len)?) };
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        let found = index.read()?.rows_in_cell(cell).map_err(Failure::Core)?;
        *rows = if found.is_empty() { ptr::null() } else { found.as_ptr() };
        *len = found.len();
        Ok(())
    })
}
