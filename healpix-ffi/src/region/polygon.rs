//! Polygons.

use healpix_core::AngleUnit;

use super::handle::{give, healpix_region};
use super::shape::{self, At};
use crate::panic::guard;
use crate::status::healpix_status;

/// The area inside a ring of great-circle arcs.
///
/// - `lon`, `lat`: n vertices in radians; any finite longitude, latitudes from -pi/2 to pi/2. Each edge is the shorter
///   arc to the next vertex, the last one leads back to the first. The first vertex may be repeated at the end.
/// - `interior`: HEALPIX_INTERIOR_SMALLER_AREA or HEALPIX_INTERIOR_WINDING.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// The message of HEALPIX_ERR_POLYGON says which vertex or which edges are wrong.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_POLYGON,
/// HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, 0.5, 0.0}, lat[] = {0.0, 0.0, 0.5};
/// healpix_region *triangle;
/// uint8_t inside;
/// assert(healpix_region_polygon(lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &triangle) == HEALPIX_OK);
/// assert(healpix_region_contains_one(triangle, 0.1, 0.1, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(triangle);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_polygon(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    interior: u32,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { make_polygon((lon, lat, n), AngleUnit::Radians, interior, out) }
}

/// The area inside a ring of great-circle arcs, the vertices in degrees. Otherwise as healpix_region_polygon.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.23, 310.36, 297.70}, lat[] = {38.78, 45.28, 8.87}; /* Vega, Deneb, Altair */
/// healpix_region *summer;
/// uint8_t inside;
/// assert(healpix_region_polygon_deg(lon, lat, 3, HEALPIX_INTERIOR_SMALLER_AREA, &summer) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(summer, 292.68, 27.96, &inside) == HEALPIX_OK && inside == 1); /* Albireo */
/// healpix_region_free(summer);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_polygon_deg(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    interior: u32,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { make_polygon((lon, lat, n), AngleUnit::Degrees, interior, out) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn make_polygon(
    (lon, lat, n): (*const f64, *const f64, usize),
    unit: AngleUnit,
    interior: u32,
    out: *mut *mut healpix_region,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the arrays; `args` checks all that can be checked.
        let (lon, lat, out) =
            unsafe { (args.input("lon", lon, n)?, args.input("lat", lat, n)?, args.target("out", out)?) };
        give(shape::polygon(lon, lat, unit, interior)?.into(), out)
    })
}

/// The area bounded by rings of great-circle arcs: outer borders, holes, islands, in any order.
///
/// - `lon`, `lat`: n vertices in radians, ring after ring; any finite longitude, latitudes from -pi/2 to pi/2. Each edge
///   is the shorter arc to the next vertex of the ring, the last one leads back to the ring's first. Whoever crosses an
///   edge of any ring goes from inside to outside or back; rings may touch but not cross.
/// - `ring_ends`: for each ring the number of the vertex behind its last one, ascending; the last is `n`.
/// - `n_rings`: how many rings there are.
/// - `interior`: HEALPIX_INTERIOR_SMALLER_AREA, HEALPIX_INTERIOR_WINDING (of the first ring) or
///   HEALPIX_INTERIOR_CONTAINS.
/// - `control_lon`, `control_lat`: a point inside, in radians, for HEALPIX_INTERIOR_CONTAINS; otherwise not looked at.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// The message of HEALPIX_ERR_POLYGON says which vertex or which edges are wrong.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE and HEALPIX_ERR_LATITUDE (of the control point),
/// HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH
/// (also where `ring_ends` does not ascend to `n`), HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `lon` and `lat` must be readable for `n` elements, `ring_ends` for `n_rings`, and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {-1, 1, 1, -1, -0.5, 0.5, 0.5, -0.5}, lat[] = {-1, -1, 1, 1, -0.5, -0.5, 0.5, 0.5};
/// const size_t ring_ends[] = {4, 8}; /* a square and a square hole in it */
/// healpix_region *frame;
/// uint8_t inside;
/// assert(healpix_region_polygon_rings(lon, lat, 8, ring_ends, 2, HEALPIX_INTERIOR_CONTAINS, 0.7, 0.0, &frame)
///        == HEALPIX_OK);
/// assert(healpix_region_contains_one(frame, 0.0, 0.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(frame);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_polygon_rings(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    ring_ends: *const usize,
    n_rings: usize,
    interior: u32,
    control_lon: f64,
    control_lat: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    let control = At(control_lon, control_lat, AngleUnit::Radians);
    // SAFETY: passed on as they came.
    unsafe { make_rings((lon, lat, n), (ring_ends, n_rings), interior, control, out) }
}

/// The area bounded by rings of great-circle arcs, vertices and control point in degrees. Otherwise as
/// healpix_region_polygon_rings.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_POLYGON, HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `lon` and `lat` must be readable for `n` elements, `ring_ends` for `n_rings`, and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {0, 9, 9, 0, 3, 6, 6, 3}, lat[] = {0, 0, 9, 9, 3, 3, 6, 6};
/// const size_t ring_ends[] = {4, 8}; /* a square and a square hole in it */
/// healpix_region *frame;
/// uint8_t inside;
/// assert(healpix_region_polygon_rings_deg(lon, lat, 8, ring_ends, 2, HEALPIX_INTERIOR_SMALLER_AREA, 0.0, 0.0, &frame)
///        == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(frame, 1.0, 1.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(frame);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_polygon_rings_deg(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    ring_ends: *const usize,
    n_rings: usize,
    interior: u32,
    control_lon: f64,
    control_lat: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    let control = At(control_lon, control_lat, AngleUnit::Degrees);
    // SAFETY: passed on as they came.
    unsafe { make_rings((lon, lat, n), (ring_ends, n_rings), interior, control, out) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn make_rings(
    (lon, lat, n): (*const f64, *const f64, usize),
    (ring_ends, n_rings): (*const usize, usize),
    interior: u32,
    control: At,
    out: *mut *mut healpix_region,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the arrays; `args` checks all that can be checked.
        let (lon, lat, ring_ends, out) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.input("ring_ends", ring_ends, n_rings)?,
                args.target("out", out)?,
            )
        };
        give(shape::polygon_rings((lon, lat), ring_ends, interior, control)?.into(), out)
    })
}
