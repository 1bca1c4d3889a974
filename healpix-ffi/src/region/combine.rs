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
///
/// # Example
///
/// ```c
/// healpix_region *large, *small, *both;
/// uint8_t inside;
/// healpix_region_cone_deg(80.894, -69.756, 5.0, &large); /* the Magellanic Clouds */
/// healpix_region_cone_deg(13.187, -72.829, 3.0, &small);
/// const healpix_region *clouds[] = {large, small};
/// assert(healpix_region_union(clouds, 2, &both) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(both, 13.0, -72.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(large), healpix_region_free(small), healpix_region_free(both);
/// ```
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
/// Errors: HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `regions` must be readable for `n` elements, each a live handle, and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone, *north, *both;
/// uint8_t inside;
/// healpix_region_cone_deg(0.0, 0.0, 10.0, &cone);
/// healpix_region_zone_deg(0.0, 0.0, 360.0, 90.0, &north); /* the northern hemisphere */
/// const healpix_region *parts[] = {cone, north};
/// assert(healpix_region_intersection(parts, 2, &both) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(both, 0.0, -5.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(cone), healpix_region_free(north), healpix_region_free(both);
/// ```
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
///
/// # Example
///
/// ```c
/// healpix_region *field, *star, *clean;
/// uint8_t inside;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &field);
/// healpix_region_cone_deg(279.2347, 38.7837, 0.2, &star); /* what Vega outshines */
/// assert(healpix_region_difference(field, star, &clean) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(clean, 279.2347, 38.8, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(field), healpix_region_free(star), healpix_region_free(clean);
/// ```
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
///
/// # Example
///
/// ```c
/// healpix_region *plane, *rest;
/// uint8_t inside;
/// healpix_region_zone_deg(0.0, -10.0, 360.0, 10.0, &plane);
/// assert(healpix_region_complement(plane, &rest) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(rest, 0.0, 50.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(plane), healpix_region_free(rest);
/// ```
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
///
/// # Example
///
/// ```c
/// healpix_region *sky;
/// uint8_t relation;
/// assert(healpix_region_all_sky(&sky) == HEALPIX_OK);
/// assert(healpix_region_relation_one(sky, 0, 4, &relation) == HEALPIX_OK && relation == HEALPIX_RELATION_FULL);
/// healpix_region_free(sky);
/// ```
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
///
/// # Example
///
/// ```c
/// healpix_region *nothing;
/// uint8_t relation;
/// assert(healpix_region_empty(&nothing) == HEALPIX_OK);
/// assert(healpix_region_relation_one(nothing, 0, 4, &relation) == HEALPIX_OK);
/// assert(relation == HEALPIX_RELATION_DISJOINT);
/// healpix_region_free(nothing);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_empty(out: *mut *mut healpix_region) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || Outcome::Ok(AnyRegion::Empty)) }
}
