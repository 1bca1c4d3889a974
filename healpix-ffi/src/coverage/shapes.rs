//! Coverages of shapes, without a region in between.

use healpix_core::AngleUnit;

use super::handle::{healpix_coverage, make};
use crate::region::shape::{self, At};
use crate::status::healpix_status;

/// The coverage of a cone: the points within a radius of a center.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `radius`: radians, 0 (the point alone) to pi (the whole sphere).
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_cone(29, 1.0, 0.5, 0.0, &coverage) == HEALPIX_OK); /* a point */
/// assert(healpix_coverage_len(coverage) == 1);
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_cone(
    depth: u8,
    lon: f64,
    lat: f64,
    radius: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::cone(At(lon, lat, AngleUnit::Radians), radius)) }
}

/// The coverage of a cone in degrees: center and radius, the latter from 0 to 180. Otherwise as healpix_coverage_cone.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_cone_deg(8, 279.2347, 38.7837, 1.0, &coverage) == HEALPIX_OK);
/// for (size_t k = 0; k < healpix_coverage_len(coverage); k++)
///     assert(healpix_coverage_cells(coverage)[k].depth <= 8);
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_cone_deg(
    depth: u8,
    lon: f64,
    lat: f64,
    radius: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::cone(At(lon, lat, AngleUnit::Degrees), radius)) }
}

/// The coverage of an annulus: the points whose distance from a center is between two radii, both included.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inner`, `outer`: radii in radians, 0 to pi, the inner one not larger than the outer one.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_annulus(6, 0.0, 0.0, 0.1, 0.2, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 367); /* 0.0939 steradians, and the borders */
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_annulus(
    depth: u8,
    lon: f64,
    lat: f64,
    inner: f64,
    outer: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::annulus(At(lon, lat, AngleUnit::Radians), inner, outer)) }
}

/// The coverage of an annulus in degrees: center and radii, the latter from 0 to 180. Otherwise as
/// healpix_coverage_annulus.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_annulus_deg(6, 0.0, 90.0, 0.0, 180.0, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) == 12 * 64 * 64); /* the whole sky */
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_annulus_deg(
    depth: u8,
    lon: f64,
    lat: f64,
    inner: f64,
    outer: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::annulus(At(lon, lat, AngleUnit::Degrees), inner, outer)) }
}

/// The coverage of an elliptical cone: the points whose distances to two foci sum to at most twice the semi-major axis.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `a`, `b`: semi-axes in radians, 0 < b <= a <= pi/2.
/// - `position_angle`: of the major axis in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_elliptical_cone(6, 1.0, 0.0, 0.2, 0.1, 0.0, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 245); /* pi 0.2 0.1 steradians, and the border */
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_elliptical_cone(
    depth: u8,
    lon: f64,
    lat: f64,
    a: f64,
    b: f64,
    position_angle: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::elliptical_cone(At(lon, lat, AngleUnit::Radians), a, b, position_angle)) }
}

/// The coverage of an elliptical cone in degrees: all angles, the semi-axes up to 90, the position angle from 0 to 360.
/// Otherwise as healpix_coverage_elliptical_cone.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *m31; /* its disc: 190 by 60 arcminutes, major axis 35 degrees east of north */
/// assert(healpix_coverage_elliptical_cone_deg(10, 10.6847, 41.269, 95.0 / 60, 30.0 / 60, 35.0, &m31) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(m31) > 758); /* 2.5 square degrees, and the border */
/// healpix_coverage_free(m31);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_elliptical_cone_deg(
    depth: u8,
    lon: f64,
    lat: f64,
    a: f64,
    b: f64,
    position_angle: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::elliptical_cone(At(lon, lat, AngleUnit::Degrees), a, b, position_angle)) }
}

/// The coverage of a zone: the points between two longitudes and two latitudes, borders included.
///
/// - `depth`: 0 to 29.
/// - `lon_min`, `lon_max`: any finite longitudes in radians. The zone runs from `lon_min` eastwards to `lon_max`, over
///   longitude 0 where need be; a whole turn or more is the whole circle, equal longitudes are one meridian.
/// - `lat_min`, `lat_max`: latitudes in radians, -pi/2 <= lat_min <= lat_max <= pi/2.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_zone(3, 0.0, 0.0, 7.0, 1.0, &coverage) == HEALPIX_OK); /* a whole turn and more */
/// assert(healpix_coverage_n_flat(coverage) > 300);
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_zone(
    depth: u8,
    lon_min: f64,
    lat_min: f64,
    lon_max: f64,
    lat_max: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::zone(At(lon_min, lat_min, AngleUnit::Radians), lon_max, lat_max)) }
}

/// The coverage of a zone in degrees: all angles. Otherwise as healpix_coverage_zone.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *stripe; /* Stripe 82 of the SDSS */
/// assert(healpix_coverage_zone_deg(8, 310.0, -1.25, 59.0, 1.25, &stripe) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(stripe) > 5194); /* 272 square degrees, and the border */
/// healpix_coverage_free(stripe);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_zone_deg(
    depth: u8,
    lon_min: f64,
    lat_min: f64,
    lon_max: f64,
    lat_max: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::zone(At(lon_min, lat_min, AngleUnit::Degrees), lon_max, lat_max)) }
}

/// The coverage of a box with great-circle sides around a center.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `width`, `height`: whole sizes in radians, above 0 and below pi.
/// - `position_angle`: of the height in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_coverage_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// assert(healpix_coverage_box(6, 1.0, 0.0, 0.2, 0.1, 0.0, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) > 78); /* 0.02 steradians, and the border */
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_box(
    depth: u8,
    lon: f64,
    lat: f64,
    width: f64,
    height: f64,
    position_angle: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::box_region(At(lon, lat, AngleUnit::Radians), width, height, position_angle)) }
}

/// The coverage of a box in degrees: all angles, the sizes below 180, the position angle from 0 to 360. Otherwise as
/// healpix_coverage_box.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *camera; /* a field of 3 by 2 degrees, turned by 30 */
/// assert(healpix_coverage_box_deg(9, 83.8, -5.4, 3.0, 2.0, 30.0, &camera) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(camera) > 457); /* 6 square degrees, and the cells on the border */
/// healpix_coverage_free(camera);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_box_deg(
    depth: u8,
    lon: f64,
    lat: f64,
    width: f64,
    height: f64,
    position_angle: f64,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, || shape::box_region(At(lon, lat, AngleUnit::Degrees), width, height, position_angle)) }
}
