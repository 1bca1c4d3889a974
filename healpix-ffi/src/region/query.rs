//! What is inside.

use healpix_core::region::{AnyRegion, Region, Relation};
use healpix_core::{Cell, Depth, LonLat, Result, batch};

use super::handle::healpix_region;
use crate::check::mask;
use crate::handle::ask;
use crate::panic::guard;
use crate::status::healpix_status;
use crate::version::{HEALPIX_RELATION_DISJOINT, HEALPIX_RELATION_FULL, HEALPIX_RELATION_PARTIAL};

/// Which positions are inside a region, its border included.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `inside`: becomes 1 for each position inside, 0 for the others.
///
/// A bad element leaves 0 in its own place; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.1, 0.3}, lat[] = {0.0, 0.0};
/// healpix_region *cone;
/// uint8_t inside[2];
/// healpix_region_cone(0.0, 0.0, 0.2, &cone);
/// assert(healpix_region_contains(cone, lon, lat, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_contains(
    region: *const healpix_region,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { contains(region, (lon, lat, n), inside, batch::region::contains) }
}

/// Which positions in degrees are inside a region, its border included. Otherwise as healpix_region_contains.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.5, 0.0}, lat[] = {38.9, 91.0}; /* the second is no position */
/// healpix_region *cone;
/// uint8_t inside[2];
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_region_contains_deg(cone, lon, lat, 2, inside) == HEALPIX_ERR_LATITUDE);
/// assert(inside[0] == 1 && inside[1] == 0);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_contains_deg(
    region: *const healpix_region,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { contains(region, (lon, lat, n), inside, batch::region::contains_deg) }
}

/// `contains` or `contains_deg` of the core.
type Contains = fn(&AnyRegion, &[f64], &[f64], &mut [bool]) -> Result<()>;

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn contains(
    region: *const healpix_region,
    (lon, lat, n): (*const f64, *const f64, usize),
    inside: *mut u8,
    ask: Contains,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and arrays; `args` checks all that can be checked.
        let (region, lon, lat, inside) = unsafe {
            (
                args.handle("region", region)?,
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.output("inside", inside, n)?,
            )
        };
        Ok(ask(region.get(), lon, lat, mask(inside))?)
    })
}

/// Whether a position is inside a region, its border included.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inside`: becomes 1 or 0.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `inside` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// healpix_region_cone(0.0, 0.0, 0.2, &cone);
/// assert(healpix_region_contains_one(cone, 0.2, 0.0, &inside) == HEALPIX_OK && inside == 1); /* on the border */
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_contains_one(
    region: *const healpix_region,
    lon: f64,
    lat: f64,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { contains_one(region, || LonLat::new(lon, lat), inside) }
}

/// Whether a position in degrees is inside a region, its border included. Otherwise as healpix_region_contains_one.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `inside` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// healpix_region_cone_deg(0.0, 90.0, 10.0, &cone); /* around the north pole */
/// assert(healpix_region_contains_deg_one(cone, 123.0, 81.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_contains_deg_one(
    region: *const healpix_region,
    lon: f64,
    lat: f64,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { contains_one(region, || LonLat::from_degrees(lon, lat), inside) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn contains_one(
    region: *const healpix_region,
    position: impl FnOnce() -> Result<LonLat>,
    inside: *mut u8,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, inside) = unsafe { (args.handle("region", region)?, args.target("inside", inside)?) };
        *inside = u8::from(region.get().contains(position()?));
        Ok(())
    })
}

/// What a region is to each of `n` cells, exactly.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `relation`: becomes HEALPIX_RELATION_DISJOINT, HEALPIX_RELATION_PARTIAL or HEALPIX_RELATION_FULL for each cell.
///
/// A bad element leaves HEALPIX_INVALID_U8 in its own place; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle, `cells` readable and `relation` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {4, 0, 6};
/// healpix_region *cone;
/// uint8_t relation[3];
/// healpix_region_cone_deg(0.0, 0.0, 60.0, &cone); /* around the center of base cell 4 */
/// assert(healpix_region_relation(cone, 0, cells, 3, relation) == HEALPIX_OK);
/// assert(relation[0] == HEALPIX_RELATION_FULL && relation[1] == HEALPIX_RELATION_PARTIAL);
/// assert(relation[2] == HEALPIX_RELATION_DISJOINT);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_relation(
    region: *const healpix_region,
    depth: u8,
    cells: *const u64,
    n: usize,
    relation: *mut u8,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and arrays; `args` checks all that can be checked.
        let (region, cells, relation) = unsafe {
            (args.handle("region", region)?, args.input("cells", cells, n)?, args.output("relation", relation, n)?)
        };
        Ok(batch::region::relation(region.get(), Depth::new(depth)?, cells, relation)?)
    })
}

/// The area of a region in steradians, where a formula says it: of cones, annuli, zones, boxes, polygons, the whole sky and
/// the empty region, and of complements of these. NaN for ellipses, unions, intersections and differences, whose MOC has an
/// area (healpix_moc_area) that is larger by what its cells stick out; NaN for NULL.
///
/// # Safety
///
/// `region` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(fabs(healpix_region_area(cone) / (DEG * DEG) - 12.565) < 0.001); /* square degrees */
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_area(region: *const healpix_region) -> f64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(region, f64::NAN, |region| region.get().area().unwrap_or(f64::NAN)) }
}

/// What a region is to a cell, exactly.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `relation`: becomes HEALPIX_RELATION_DISJOINT, HEALPIX_RELATION_PARTIAL or HEALPIX_RELATION_FULL.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `relation` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// uint8_t relation;
/// healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone);
/// assert(healpix_region_relation_one(cone, 12, 61056746, &relation) == HEALPIX_OK);
/// assert(relation == HEALPIX_RELATION_FULL);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_relation_one(
    region: *const healpix_region,
    depth: u8,
    cell: u64,
    relation: *mut u8,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, relation) = unsafe { (args.handle("region", region)?, args.target("relation", relation)?) };
        *relation = code_of(region.get(), Depth::new(depth)?, cell)?;
        Ok(())
    })
}

// The codes of the core's slices are those of C.
const _: () = assert!(HEALPIX_RELATION_DISJOINT == 0 && HEALPIX_RELATION_PARTIAL == 1 && HEALPIX_RELATION_FULL == 2);

fn code_of(region: &AnyRegion, depth: Depth, cell: u64) -> Result<u8> {
    Ok(match region.relation(Cell::new(depth, cell)?) {
        Relation::Disjoint => HEALPIX_RELATION_DISJOINT,
        Relation::Partial => HEALPIX_RELATION_PARTIAL,
        Relation::Full => HEALPIX_RELATION_FULL,
    })
}
