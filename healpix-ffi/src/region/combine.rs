//! What set operations make of regions. The operands are copied: they may be freed, and stay as they are.

use healpix_core::region::AnyRegion;

use super::handle::{give, healpix_region, make};
use crate::panic::guard;
use crate::status::{Outcome, healpix_status};

/// What is in any of the regions; nothing for none.
///
/// - `regions`: n handles; one may be there several times.
/// - `out`: becomes a new handle; end it with healpix_region_free. The operands may be freed before it.
///
/// Unions of unions become one, and intersections of intersections too; otherwise at most 200 combinations may lie one
/// in the other, and more are HEALPIX_ERR_SHAPE.
///
/// Written only on success. Errors: HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL (a handle too),
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `regions` must be readable for `n` elements, each a live handle, and `out` writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_union(
    regions: *const *const healpix_region,
    n: usize,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(regions, n, out, AnyRegion::union) }
}

/// What is in all of the regions; the whole sphere for none. Otherwise as healpix_region_union.
///
/// # Safety
///
/// `regions` must be readable for `n` elements, each a live handle, and `out` writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_intersection(
    regions: *const *const healpix_region,
    n: usize,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { combine(regions, n, out, AnyRegion::intersection) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn combine(
    regions: *const *const healpix_region,
    n: usize,
    out: *mut *mut healpix_region,
    combination: fn(Vec<AnyRegion>) -> AnyRegion,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for array, handles and output; `args` checks all that can be checked.
        let (out, regions) = unsafe { (args.target("out", out)?, args.handles("regions", regions, n)?) };
        let members = regions.into_iter().map(|region| region.get().clone()).collect();
        give(combination(members), out)
    })
}

/// What is in the first region and not in the second.
///
/// - `out`: becomes a new handle; end it with healpix_region_free. The operands may be freed before it.
///
/// Differences are closed too: they have the border of what was taken away. Errors as of healpix_region_union.
///
/// # Safety
///
/// `a` and `b` must be live handles and `out` writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_difference(
    a: *const healpix_region,
    b: *const healpix_region,
    out: *mut *mut healpix_region,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handles and output; `args` checks all that can be checked.
        let (a, b, out) = unsafe { (args.handle("a", a)?, args.handle("b", b)?, args.target("out", out)?) };
        give(a.get().clone().difference(b.get().clone()), out)
    })
}

/// What is not in the region.
///
/// - `out`: becomes a new handle; end it with healpix_region_free. The operand may be freed before it.
///
/// A complement is closed too: it has the border of what it leaves out. Errors as of healpix_region_union.
///
/// # Safety
///
/// `a` must be a live handle and `out` writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_complement(
    a: *const healpix_region,
    out: *mut *mut healpix_region,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (a, out) = unsafe { (args.handle("a", a)?, args.target("out", out)?) };
        give(a.get().clone().complement(), out)
    })
}

/// The whole sphere.
///
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_all_sky(out: *mut *mut healpix_region) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || Outcome::Ok(AnyRegion::AllSky)) }
}

/// No point at all.
///
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_empty(out: *mut *mut healpix_region) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || Outcome::Ok(AnyRegion::Empty)) }
}
