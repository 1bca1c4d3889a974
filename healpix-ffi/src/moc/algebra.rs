//! Union, intersection, difference, complement; subsets and equality.

use healpix_core::{Moc, Result};

use super::handle::{from_one, give, healpix_moc};
use crate::handle::ask;
use crate::panic::guard;
use crate::status::healpix_status;

/// The cells that are in either MOC, at the depth of the deeper one.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operands may be freed before it.
///
/// `a` and `b` may be the same MOC. Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a` and `b` must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *both;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_union(a, b, &both) == HEALPIX_OK);
/// assert(healpix_moc_first(both) == 1 && healpix_moc_last(both) == 8 && healpix_moc_n_cells(both) == 8);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(both);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_union(
    a: *const healpix_moc,
    b: *const healpix_moc,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, out, Moc::union) }
}

/// The cells that are in both MOCs, at the depth of the deeper one. Otherwise as healpix_moc_union.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a` and `b` must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *common;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_intersection(a, b, &common) == HEALPIX_OK);
/// assert(healpix_moc_first(common) == 4 && healpix_moc_last(common) == 5);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(common);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_intersection(
    a: *const healpix_moc,
    b: *const healpix_moc,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, out, Moc::intersection) }
}

/// The cells that are in the first MOC and not in the second, at the depth of the deeper one. Otherwise as
/// healpix_moc_union.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a` and `b` must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *rest;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_difference(a, b, &rest) == HEALPIX_OK);
/// assert(healpix_moc_first(rest) == 1 && healpix_moc_last(rest) == 3);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(rest);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_difference(
    a: *const healpix_moc,
    b: *const healpix_moc,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, out, Moc::difference) }
}

/// The cells that are in one of the MOCs and not in both, at the depth of the deeper one. Otherwise as
/// healpix_moc_union.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `a` and `b` must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *either;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/4-8", 5, &b);
/// assert(healpix_moc_symmetric_difference(a, b, &either) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(either) == 6); /* 1 to 3 and 6 to 8 */
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(either);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_symmetric_difference(
    a: *const healpix_moc,
    b: *const healpix_moc,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(a, b, out, Moc::symmetric_difference) }
}

/// All of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn combine(
    a: *const healpix_moc,
    b: *const healpix_moc,
    out: *mut *mut healpix_moc,
    operation: fn(&Moc, &Moc) -> Result<Moc>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handles and output; `args` checks all that can be checked.
        let (a, b, out) = unsafe { (args.handle("a", a)?, args.handle("b", b)?, args.target("out", out)?) };
        give(operation(&a.moc, &b.moc), out)
    })
}

/// The cells that are not in a MOC, at its depth.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *rest;
/// healpix_moc_from_ascii("0/0-3", 5, &moc);
/// assert(healpix_moc_complement(moc, &rest) == HEALPIX_OK);
/// assert(healpix_moc_first(rest) == 4 && healpix_moc_last(rest) == 11);
/// healpix_moc_free(moc), healpix_moc_free(rest);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_complement(moc: *const healpix_moc, out: *mut *mut healpix_moc) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, Moc::complement) }
}

/// The cells that are in at least one of any number of MOCs, at the depth of the deepest. Much quicker than one union
/// after the other.
///
/// - `mocs`: n MOCs; one may be there several times. Of none, the answer has no cell and depth 0.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operands may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `mocs` must be readable for `n` pointers to live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *c, *all;
/// healpix_moc_from_ascii("3/1", 3, &a);
/// healpix_moc_from_ascii("3/2", 3, &b);
/// healpix_moc_from_ascii("3/7", 3, &c);
/// const healpix_moc *mocs[] = {a, b, c};
/// assert(healpix_moc_union_all(mocs, 3, &all) == HEALPIX_OK && healpix_moc_n_cells(all) == 3);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(c), healpix_moc_free(all);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_union_all(
    mocs: *const *const healpix_moc,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for array, handles and output; `args` checks all that can be checked.
        let (out, mocs) = unsafe { (args.target("out", out)?, args.handles("mocs", mocs, n)?) };
        give(Moc::union_all(mocs.into_iter().map(|moc| &moc.moc)), out)
    })
}

/// The cells that are in every one of any number of MOCs, at the depth of the deepest.
///
/// - `mocs`: n MOCs; one may be there several times. Of none, the answer is the whole sky at depth 0.
///
/// Otherwise as healpix_moc_union_all.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `mocs` must be readable for `n` pointers to live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b, *c, *common;
/// healpix_moc_from_ascii("3/1-5", 5, &a);
/// healpix_moc_from_ascii("3/2-7", 5, &b);
/// healpix_moc_from_ascii("3/4-9", 5, &c);
/// const healpix_moc *mocs[] = {a, b, c};
/// assert(healpix_moc_intersection_all(mocs, 3, &common) == HEALPIX_OK && healpix_moc_n_cells(common) == 2);
/// healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(c), healpix_moc_free(common);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_intersection_all(
    mocs: *const *const healpix_moc,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for array, handles and output; `args` checks all that can be checked.
        let (out, mocs) = unsafe { (args.target("out", out)?, args.handles("mocs", mocs, n)?) };
        give(Moc::intersection_all(mocs.into_iter().map(|moc| &moc.moc)), out)
    })
}

/// Whether two MOCs have the same depth and the same cells. False if one is NULL.
///
/// # Safety
///
/// `a` and `b` must be NULL or live handles.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-7", 5, &a);
/// healpix_moc_from_ascii("2/1", 3, &b); /* the same place, at another depth */
/// assert(healpix_moc_equals(a, a) && !healpix_moc_equals(a, b));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_equals(a: *const healpix_moc, b: *const healpix_moc) -> bool {
    // SAFETY: passed on as they came.
    unsafe { compare(a, b, |a, b| a == b) }
}

/// Whether two MOCs cover the same places, whatever their depths. False if one is NULL.
///
/// # Safety
///
/// `a` and `b` must be NULL or live handles.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-7", 5, &a);
/// healpix_moc_from_ascii("2/1", 3, &b);
/// assert(healpix_moc_same_set(a, b));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_same_set(a: *const healpix_moc, b: *const healpix_moc) -> bool {
    // SAFETY: passed on as they came.
    unsafe { compare(a, b, Moc::same_set) }
}

/// Whether every cell of the first MOC is in the second, whatever their depths. False if one is NULL.
///
/// # Safety
///
/// `a` and `b` must be NULL or live handles.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-5", 5, &a);
/// healpix_moc_from_ascii("2/1", 3, &b);
/// assert(healpix_moc_is_subset(a, b) && !healpix_moc_is_subset(b, a));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_is_subset(a: *const healpix_moc, b: *const healpix_moc) -> bool {
    // SAFETY: passed on as they came.
    unsafe { compare(a, b, Moc::is_subset) }
}

/// Whether every cell of the second MOC is in the first, whatever their depths. False if one is NULL.
///
/// # Safety
///
/// `a` and `b` must be NULL or live handles.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("2/1", 3, &a);
/// healpix_moc_from_ascii("3/4-5", 5, &b);
/// assert(healpix_moc_is_superset(a, b) && !healpix_moc_is_superset(b, a));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_is_superset(a: *const healpix_moc, b: *const healpix_moc) -> bool {
    // SAFETY: passed on as they came.
    unsafe { compare(a, b, Moc::is_superset) }
}

/// Whether no place is in both MOCs, whatever their depths. False if one is NULL.
///
/// # Safety
///
/// `a` and `b` must be NULL or live handles.
///
/// # Example
///
/// ```c
/// healpix_moc *a, *b;
/// healpix_moc_from_ascii("3/4-5", 5, &a);
/// healpix_moc_from_ascii("2/2", 3, &b);
/// assert(healpix_moc_is_disjoint(a, b) && !healpix_moc_is_disjoint(a, a));
/// healpix_moc_free(a), healpix_moc_free(b);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_is_disjoint(a: *const healpix_moc, b: *const healpix_moc) -> bool {
    // SAFETY: passed on as they came.
    unsafe { compare(a, b, Moc::is_disjoint) }
}

/// All of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn compare(a: *const healpix_moc, b: *const healpix_moc, holds: fn(&Moc, &Moc) -> bool) -> bool {
    // SAFETY: the caller vouches for both handles.
    unsafe { ask(a, false, |a| ask(b, false, |b| holds(&a.moc, &b.moc))) }
}
