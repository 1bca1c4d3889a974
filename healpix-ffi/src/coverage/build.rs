//! Coverages of regions and polygons.

use healpix_core::coverage::Coverage;
use healpix_core::{AngleUnit, Depth};

use super::handle::{give, healpix_coverage};
use crate::handle;
use crate::panic::guard;
use crate::region::{healpix_region, shape};
use crate::status::healpix_status;

/// The coverage of a region at a depth: every cell that the region touches, each with whether it is inside.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_coverage_free. It does not need the region any more.
///
/// No cell that meets the region is missing, no cell is called full that is not, and a partial cell really meets the
/// region. Where four sibling cells are inside, their parent stands for them. The memory grows with the length of the
/// region's border in cells: for deep and large ones see healpix_coverage_with_budget and healpix_coverage_visit.
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
/// healpix_coverage *coverage;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_coverage_of(10, cone, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 3800); /* 4 pi square degrees are 3834 cells, and those on the border */
/// healpix_coverage_free(coverage), healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_of(
    depth: u8,
    region: *const healpix_region,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, out) = unsafe { (args.handle("region", region)?, args.target("out", out)?) };
        give(Depth::new(depth)?, region.get(), out)
    })
}

/// A coverage of at most `max_cells` cells: where the exact one has more, cells that the region's border crosses stay
/// undivided.
///
/// - `depth`: 0 to 29.
/// - `max_cells`: at least 1. Fewer than the base cells that the region touches, up to 12, it cannot be.
/// - `out`: becomes a new handle; end it with healpix_coverage_free. It does not need the region any more.
///
/// It still covers the region, and full cells are inside it. Large cells are divided before small ones.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_BUDGET (max_cells is 0), HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// healpix_coverage *coarse;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_coverage_with_budget(29, cone, 20, &coarse) == HEALPIX_OK && healpix_coverage_len(coarse) <= 20);
/// healpix_coverage_free(coarse), healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_with_budget(
    depth: u8,
    region: *const healpix_region,
    max_cells: usize,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, out) = unsafe { (args.handle("region", region)?, args.target("out", out)?) };
        let coverage = Coverage::with_budget(Depth::new(depth)?, region.get(), max_cells)?;
        handle::give(healpix_coverage { coverage }, out)
    })
}

/// The coverage of the area inside a ring of great-circle arcs.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n vertices in radians; any finite longitude, latitudes from -pi/2 to pi/2. Each edge is the shorter
///   arc to the next vertex, the last one leads back to the first. The first vertex may be repeated at the end.
/// - `interior`: HEALPIX_INTERIOR_SMALLER_AREA or HEALPIX_INTERIOR_WINDING.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, 0.5, 0.0}, lat[] = {0.0, 0.0, 0.5};
/// healpix_coverage *coverage;
/// assert(healpix_coverage_polygon(6, lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 509); /* 0.130 steradians, and the border */
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_polygon(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    interior: u32,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { cover_polygon(depth, (lon, lat, n), AngleUnit::Radians, interior, out) }
}

/// The coverage of the area inside a ring of great-circle arcs, the vertices in degrees. Otherwise as
/// healpix_coverage_polygon.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.23, 310.36, 297.70}, lat[] = {38.78, 45.28, 8.87}; /* Vega, Deneb, Altair */
/// healpix_coverage *summer;
/// assert(healpix_coverage_polygon_deg(8, lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &summer) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(summer) > 7971); /* 418 square degrees, and the border */
/// healpix_coverage_free(summer);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_polygon_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    interior: u32,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { cover_polygon(depth, (lon, lat, n), AngleUnit::Degrees, interior, out) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn cover_polygon(
    depth: u8,
    (lon, lat, n): (*const f64, *const f64, usize),
    unit: AngleUnit,
    interior: u32,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the arrays; `args` checks all that can be checked.
        let (lon, lat, out) =
            unsafe { (args.input("lon", lon, n)?, args.input("lat", lat, n)?, args.target("out", out)?) };
        give(Depth::new(depth)?, &shape::polygon(lon, lat, unit, interior)?, out)
    })
}
