//! Coverages in the ring scheme, at any nside.

use std::ptr;

use healpix_core::moc::CellRange;
use healpix_core::region::AnyRegion;
use healpix_core::{Nside, Result, coverage};

use super::cell::{healpix_range, ranges_as_c};
use crate::handle::{self, ask, start};
use crate::panic::guard;
use crate::region::healpix_region;
use crate::status::healpix_status;

/// Ranges of cells. They never change. Belongs to the thread that made it; free it with healpix_ranges_free.
pub struct healpix_ranges {
    pub(crate) data: Vec<CellRange>,
}

/// The cells of an nside that a region touches, as ranges of ring numbers.
///
/// - `nside`: 1 to 2^29, no power of two needed.
/// - `out`: becomes a new handle with sorted ranges that do not touch; end it with healpix_ranges_free. It does not need
///   the region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cap;
/// healpix_ranges *ranges;
/// healpix_region_cone_deg(0.0, 90.0, 10.0, &cap); /* around the north pole */
/// assert(healpix_coverage_ring_touched(1000, cap, &ranges) == HEALPIX_OK);
/// assert(healpix_ranges_len(ranges) > 0 && healpix_ranges_data(ranges)[0].start == 0);
/// healpix_ranges_free(ranges), healpix_region_free(cap);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_ring_touched(
    nside: u32,
    region: *const healpix_region,
    out: *mut *mut healpix_ranges,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { cover(nside, region, out, coverage::ring_touched) }
}

/// The cells of an nside whose center is inside a region, as ranges of ring numbers. Otherwise as
/// healpix_coverage_ring_touched.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// healpix_ranges *ranges;
/// healpix_region_cone_deg(0.0, 0.0, 5.0, &cone);
/// assert(healpix_coverage_ring_centers_in(3, cone, &ranges) == HEALPIX_OK && healpix_ranges_len(ranges) == 1);
/// assert(healpix_ranges_data(ranges)[0].start == 48 && healpix_ranges_data(ranges)[0].end == 49);
/// healpix_ranges_free(ranges), healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_ring_centers_in(
    nside: u32,
    region: *const healpix_region,
    out: *mut *mut healpix_ranges,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { cover(nside, region, out, coverage::ring_centers_in) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn cover(
    nside: u32,
    region: *const healpix_region,
    out: *mut *mut healpix_ranges,
    runs: fn(Nside, &AnyRegion) -> Result<Vec<CellRange>>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, out) = unsafe { (args.handle("region", region)?, args.target("out", out)?) };
        handle::give(healpix_ranges { data: runs(Nside::new(nside)?, region.get())? }, out)
    })
}

/// Number of ranges; 0 for NULL.
///
/// # Safety
///
/// `ranges` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_region *sky;
/// healpix_ranges *ranges;
/// healpix_region_all_sky(&sky);
/// healpix_coverage_ring_touched(1000, sky, &ranges);
/// assert(healpix_ranges_len(ranges) == 1 && healpix_ranges_len(NULL) == 0);
/// healpix_ranges_free(ranges), healpix_region_free(sky);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ranges_len(ranges: *const healpix_ranges) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(ranges, 0, |ranges| ranges.data.len()) }
}

/// The ranges, as many as healpix_ranges_len says; valid until healpix_ranges_free. NULL if there are none.
///
/// # Safety
///
/// `ranges` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_region *sky;
/// healpix_ranges *ranges;
/// healpix_region_all_sky(&sky);
/// healpix_coverage_ring_touched(1000, sky, &ranges);
/// assert(healpix_ranges_data(ranges)[0].start == 0 && healpix_ranges_data(ranges)[0].end == 12000000);
/// healpix_ranges_free(ranges), healpix_region_free(sky);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ranges_data(ranges: *const healpix_ranges) -> *const healpix_range {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(ranges, ptr::null(), |ranges| start(ranges_as_c(&ranges.data))) }
}

/// Ends ranges; NULL is allowed.
///
/// # Safety
///
/// `ranges` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_region *nothing;
/// healpix_ranges *ranges;
/// healpix_region_empty(&nothing);
/// assert(healpix_coverage_ring_touched(1000, nothing, &ranges) == HEALPIX_OK && healpix_ranges_len(ranges) == 0);
/// healpix_ranges_free(ranges), healpix_region_free(nothing); /* without a range, a handle all the same */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ranges_free(ranges: *mut healpix_ranges) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(ranges) }
}
