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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_last(moc: *const healpix_moc) -> u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(moc, HEALPIX_INVALID_CELL, |moc| moc.moc.last().map_or(HEALPIX_INVALID_CELL, |cell| cell.index())) }
}
