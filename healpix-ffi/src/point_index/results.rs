//! Results of queries: owned arrays.

use std::ptr;

use crate::handle::{self, ask, start};

/// A row of the index, and its distance from the position that was asked about.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct healpix_match {
    /// Number of the row.
    pub row: u32,
    /// Distance along the great circle in radians.
    pub distance: f64,
}

/// A row on the left, a row on the right, and their distance.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct healpix_pair {
    /// Number of the row in the left index.
    pub left: u32,
    /// Number of the row in the right index.
    pub right: u32,
    /// Distance along the great circle in radians.
    pub distance: f64,
}

/// Matches, nearest first. Belongs to the thread that made it; free it with healpix_matches_free.
pub struct healpix_matches {
    pub(super) data: Vec<healpix_match>,
}

/// Pairs in the order of their left rows. Belongs to the thread that made it; free it with healpix_pairs_free.
pub struct healpix_pairs {
    pub(super) data: Vec<healpix_pair>,
}

/// Numbers of rows, ascending. Belongs to the thread that made it; free it with healpix_rows_free.
pub struct healpix_rows {
    pub(super) data: Vec<u32>,
}

/// Number of matches; 0 for NULL.
///
/// # Safety
///
/// `matches` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_matches *found;
/// healpix_point_index_nearest_deg(stars, 0.0, 0.0, 10, &found);
/// assert(healpix_matches_len(found) == 3 && healpix_matches_len(NULL) == 0); /* there are no 10 */
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_matches_len(matches: *const healpix_matches) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(matches, 0, |matches| matches.data.len()) }
}

/// The matches, as many as healpix_matches_len says; valid until healpix_matches_free. NULL if there are none.
///
/// # Safety
///
/// `matches` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_matches *found;
/// healpix_point_index_nearest_deg(stars, 279.2347, 38.7837, 3, &found);
/// const healpix_match *far = &healpix_matches_data(found)[2];
/// assert(far->row == 2 && fabs(far->distance / DEG - 34.196) < 0.001); /* from Vega to Altair */
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_matches_data(matches: *const healpix_matches) -> *const healpix_match {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(matches, ptr::null(), |matches| start(&matches.data)) }
}

/// Ends matches; NULL is allowed.
///
/// # Safety
///
/// `matches` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_matches *found = NULL;
/// assert(healpix_point_index_within_deg(stars, 0.0, 0.0, 200.0, &found) == HEALPIX_ERR_RADIUS);
/// healpix_matches_free(found); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_matches_free(matches: *mut healpix_matches) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(matches) }
}

/// Number of pairs; 0 for NULL.
///
/// # Safety
///
/// `pairs` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_pairs *pairs;
/// healpix_point_index_cross_match(stars, stars, 30.0 * DEG, HEALPIX_CROSS_MATCH_ALL, &pairs);
/// assert(healpix_pairs_len(pairs) == 5 && healpix_pairs_len(NULL) == 0); /* each with itself, Vega and Deneb */
/// healpix_pairs_free(pairs);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_pairs_len(pairs: *const healpix_pairs) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(pairs, 0, |pairs| pairs.data.len()) }
}

/// The pairs, as many as healpix_pairs_len says; valid until healpix_pairs_free. NULL if there are none.
///
/// # Safety
///
/// `pairs` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_pairs *pairs;
/// healpix_point_index_cross_match(stars, stars, 1.0 * DEG, HEALPIX_CROSS_MATCH_ALL, &pairs);
/// assert(healpix_pairs_data(pairs)[2].left == 2 && healpix_pairs_data(pairs)[2].right == 2); /* each with itself */
/// healpix_pairs_free(pairs);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_pairs_data(pairs: *const healpix_pairs) -> *const healpix_pair {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(pairs, ptr::null(), |pairs| start(&pairs.data)) }
}

/// Ends pairs; NULL is allowed.
///
/// # Safety
///
/// `pairs` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_pairs *pairs = NULL;
/// assert(healpix_point_index_cross_match(stars, stars, 0.1, 7, &pairs) == HEALPIX_ERR_MODE); /* neither of them */
/// healpix_pairs_free(pairs); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_pairs_free(pairs: *mut healpix_pairs) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(pairs) }
}

/// Number of rows; 0 for NULL.
///
/// # Safety
///
/// `rows` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_region *sky;
/// healpix_rows *rows;
/// healpix_region_all_sky(&sky);
/// healpix_point_index_region(stars, sky, &rows);
/// assert(healpix_rows_len(rows) == 3 && healpix_rows_len(NULL) == 0);
/// healpix_rows_free(rows), healpix_region_free(sky);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_rows_len(rows: *const healpix_rows) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(rows, 0, |rows| rows.data.len()) }
}

/// The numbers of the rows, as many as healpix_rows_len says; valid until healpix_rows_free. NULL if there are none.
///
/// # Safety
///
/// `rows` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_region *sky;
/// healpix_rows *rows;
/// healpix_region_all_sky(&sky);
/// healpix_point_index_region(stars, sky, &rows);
/// for (size_t k = 0; k < healpix_rows_len(rows); k++)
///     assert(healpix_rows_data(rows)[k] == k);
/// healpix_rows_free(rows), healpix_region_free(sky);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_rows_data(rows: *const healpix_rows) -> *const u32 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(rows, ptr::null(), |rows| start(&rows.data)) }
}

/// Ends rows; NULL is allowed.
///
/// # Safety
///
/// `rows` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_rows *rows = NULL;
/// assert(healpix_point_index_region(stars, NULL, &rows) == HEALPIX_ERR_NULL);
/// healpix_rows_free(rows); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_rows_free(rows: *mut healpix_rows) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(rows) }
}
