//! Coverages as MOCs.

use healpix_core::{Depth, coverage};

use super::handle::healpix_coverage;
use crate::handle;
use crate::moc::healpix_moc;
use crate::panic::guard;
use crate::region::healpix_region;
use crate::status::healpix_status;

/// All cells of a coverage as a MOC of its depth.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free, before or after the coverage.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `coverage` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_moc *moc;
/// healpix_coverage_cone_deg(8, 279.2347, 38.7837, 1.0, &coverage);
/// assert(healpix_coverage_moc(coverage, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == healpix_coverage_n_flat(coverage));
/// healpix_moc_free(moc), healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_moc(
    coverage: *const healpix_coverage,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (coverage, out) = unsafe { (args.handle("coverage", coverage)?, args.target("out", out)?) };
        handle::give(healpix_moc::from(coverage.coverage.moc()?), out)
    })
}

/// The cells of a coverage that are inside the region, as a MOC of its depth.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free, before or after the coverage.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `coverage` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_moc *all, *full;
/// healpix_coverage_cone_deg(8, 279.2347, 38.7837, 1.0, &coverage);
/// healpix_coverage_moc(coverage, &all);
/// assert(healpix_coverage_full_moc(coverage, &full) == HEALPIX_OK && healpix_moc_is_subset(full, all));
/// assert(healpix_moc_area(full) < 9.57e-4 && healpix_moc_area(all) > 9.57e-4); /* the cone has pi square degrees */
/// healpix_moc_free(all), healpix_moc_free(full), healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_full_moc(
    coverage: *const healpix_coverage,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (coverage, out) = unsafe { (args.handle("coverage", coverage)?, args.target("out", out)?) };
        handle::give(healpix_moc::from(coverage.coverage.full_moc()?), out)
    })
}

/// The cells of a depth whose center is inside a region, as a MOC.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// healpix_moc *moc;
/// healpix_region_cone_deg(0.0, 0.0, 40.0, &cone);
/// assert(healpix_coverage_centers_in(0, cone, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == 1 && healpix_moc_first(moc) == 4); /* the cone touches others, too */
/// healpix_moc_free(moc), healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_centers_in(
    depth: u8,
    region: *const healpix_region,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, out) = unsafe { (args.handle("region", region)?, args.target("out", out)?) };
        let moc = coverage::centers_in(Depth::new(depth)?, region.get())?;
        handle::give(healpix_moc::from(moc), out)
    })
}
