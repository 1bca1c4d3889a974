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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_moc(
    coverage: *const healpix_coverage,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (coverage, out) = unsafe { (args.handle("coverage", coverage)?, args.target("out", out)?) };
        handle::give(healpix_moc::from(coverage.coverage.moc()?), out);
        Ok(())
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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_full_moc(
    coverage: *const healpix_coverage,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (coverage, out) = unsafe { (args.handle("coverage", coverage)?, args.target("out", out)?) };
        handle::give(healpix_moc::from(coverage.coverage.full_moc()?), out);
        Ok(())
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
        handle::give(healpix_moc::from(moc), out);
        Ok(())
    })
}
