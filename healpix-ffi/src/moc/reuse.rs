//! Set algebra into a MOC that is there.

use healpix_core::{Moc, Result};

use super::handle::healpix_moc;
use crate::panic::guard;
use crate::status::healpix_status;

/// The cells that are in either MOC, at the depth of the deeper one, into a MOC that is there.
///
/// - `into`: a MOC whose memory is used again; what was in it is lost, and views of it end. In a loop over large MOCs this
///   is two to four times as fast as a new MOC for each answer. Not `a` or `b` itself.
///
/// Errors: HEALPIX_ERR_MEMORY, `into` being empty then; HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP, `into` being
/// as it was.
///
/// # Safety
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_union_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 8);
/// assert(healpix_moc_union_into(a, b, a) == HEALPIX_ERR_OVERLAP);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_union_into(
    a: *const healpix_moc,
    b: *const healpix_moc,
    into: *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, into, Moc::union_into) }
}

/// The cells that are in both MOCs, at the depth of the deeper one, into a MOC that is there. Otherwise as
/// healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_intersection_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 2);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_intersection_into(
    a: *const healpix_moc,
    b: *const healpix_moc,
    into: *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, into, Moc::intersection_into) }
}

/// The cells that are in the first MOC and not in the second, at the depth of the deeper one, into a MOC that is there. Otherwise as
/// healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_difference_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 3);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_difference_into(
    a: *const healpix_moc,
    b: *const healpix_moc,
    into: *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, into, Moc::difference_into) }
}

/// The cells that are in one of the MOCs and not in both, at the depth of the deeper one, into a MOC that is there. Otherwise as
/// healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a`, `b` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *into;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_symmetric_difference_into(a, b, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 6);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(into);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_symmetric_difference_into(
    a: *const healpix_moc,
    b: *const healpix_moc,
    into: *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, into, Moc::symmetric_difference_into) }
}

/// All of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn combine(
    a: *const healpix_moc,
    b: *const healpix_moc,
    into: *mut healpix_moc,
    operation: fn(&Moc, &Moc, &mut Moc) -> Result<()>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the handles; `args` checks all that can be checked.
        let (a, b, into) = unsafe { (args.handle("a", a)?, args.handle("b", b)?, args.handle_mut("into", into)?) };
        Ok(operation(&a.moc, &b.moc, &mut into.moc)?)
    })
}

/// The cells that are not in a MOC, at its depth, into a MOC that is there. Otherwise as healpix_moc_union_into.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` and `into` must be live handles, and nobody else may use `into` during the call.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *into;
/// healpix_moc_from_ascii("0/0-3", 5, &moc);
/// healpix_moc_empty(0, &into);
/// assert(healpix_moc_complement_into(moc, into) == HEALPIX_OK && healpix_moc_n_cells(into) == 8);
/// healpix_moc_free(moc), healpix_moc_free(into);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_complement_into(
    moc: *const healpix_moc,
    into: *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the handles; `args` checks all that can be checked.
        let (moc, into) = unsafe { (args.handle("moc", moc)?, args.handle_mut("into", into)?) };
        Ok(moc.moc.complement_into(&mut into.moc)?)
    })
}
