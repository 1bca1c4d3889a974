//! Sizes, and the ranges themselves: nothing is copied.

use std::ptr;

use super::handle::healpix_moc;
use crate::coverage::{healpix_range, ranges_as_c};
use crate::handle::{ask, start};
use crate::version::{HEALPIX_INVALID_CELL, HEALPIX_INVALID_U8};

/// The depth of a MOC, the order of the MOC standard. HEALPIX_INVALID_U8 for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/1-5 6/", 8, &moc);
/// assert(healpix_moc_depth(moc) == 6 && healpix_moc_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_depth(moc: *const healpix_moc) -> u8 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, HEALPIX_INVALID_U8, |moc| moc.moc.depth().get()) }
}

/// Number of ranges as healpix_moc_ranges has them; 0 for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/1-5 8", 7, &moc);
/// assert(healpix_moc_len(moc) == 2);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_len(moc: *const healpix_moc) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, 0, |moc| moc.moc.ranges().len()) }
}

/// The cells of a MOC as ranges of nested cell numbers of depth 29, sorted, disjoint and not touching; as many as
/// healpix_moc_len says; valid until healpix_moc_free. NULL if there are none.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("29/10-19 40", 11, &moc);
/// const healpix_range *ranges = healpix_moc_ranges(moc);
/// assert(ranges[0].start == 10 && ranges[0].end == 20 && ranges[1].start == 40 && ranges[1].end == 41);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_ranges(moc: *const healpix_moc) -> *const healpix_range {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, ptr::null(), |moc| start(ranges_as_c(moc.moc.ranges()))) }
}

/// Whether a MOC has no cell. False for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_empty(5, &moc);
/// assert(healpix_moc_is_empty(moc));
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_is_empty(moc: *const healpix_moc) -> bool {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, false, |moc| moc.moc.is_empty()) }
}

/// Whether a MOC has every cell. False for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("0/0-11", 6, &moc);
/// assert(healpix_moc_is_all_sky(moc));
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_is_all_sky(moc: *const healpix_moc) -> bool {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, false, |moc| moc.moc.is_all_sky()) }
}

/// Number of cells of its depth that a MOC has; 0 for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("2/1 3/8", 7, &moc); /* a cell of depth 2 is four of depth 3 */
/// assert(healpix_moc_n_cells(moc) == 5);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_n_cells(moc: *const healpix_moc) -> u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, 0, |moc| moc.moc.n_cells()) }
}

/// The area of a MOC in steradians, 0 to 4 pi. NaN for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("0/0-3", 5, &moc);
/// assert(fabs(healpix_moc_area(moc) / (DEG * DEG) - 13750.987) < 0.001); /* a third of 41252.96 square degrees */
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_area(moc: *const healpix_moc) -> f64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, f64::NAN, |moc| moc.moc.area()) }
}

/// The part of the sphere that a MOC covers, 0 to 1. NaN for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("0/0-5", 5, &moc);
/// assert(healpix_moc_sky_fraction(moc) == 0.5);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_sky_fraction(moc: *const healpix_moc) -> f64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, f64::NAN, |moc| moc.moc.sky_fraction()) }
}

/// The first cell of a MOC, at its depth. HEALPIX_INVALID_CELL if it has none, and for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/8 100", 7, &moc);
/// assert(healpix_moc_first(moc) == 8 && healpix_moc_first(NULL) == HEALPIX_INVALID_CELL);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_first(moc: *const healpix_moc) -> u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, HEALPIX_INVALID_CELL, |moc| moc.moc.first().map_or(HEALPIX_INVALID_CELL, |cell| cell.index())) }
}

/// The last cell of a MOC, at its depth. HEALPIX_INVALID_CELL if it has none, and for NULL.
///
/// # Safety
///
/// `moc` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/8 100", 7, &moc);
/// assert(healpix_moc_last(moc) == 100);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_last(moc: *const healpix_moc) -> u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, HEALPIX_INVALID_CELL, |moc| moc.moc.last().map_or(HEALPIX_INVALID_CELL, |cell| cell.index())) }
}
