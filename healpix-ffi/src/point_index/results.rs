//! Results of queries: owned arrays.

use std::ptr;

use crate::handle::{self, ask};

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

/// Where an array starts; NULL if it is empty.
fn start<T>(data: &[T]) -> *const T {
    if data.is_empty() { ptr::null() } else { data.as_ptr() }
}
