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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_rows_free(rows: *mut healpix_rows) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(rows) }
}
