//! Discs, rings, ellipses, zones and boxes.

use healpix_core::AngleUnit;

use super::handle::{healpix_region, make};
use super::shape::{self, At};
use crate::status::healpix_status;

/// The points within a radius of a center: a disc on the sphere.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `radius`: radians, 0 (the point alone) to pi (the whole sphere).
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// assert(healpix_region_cone(279.2347 * DEG, 38.7837 * DEG, 2.0 * DEG, &cone) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(cone, 279.5, 38.9, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_cone(
    lon: f64,
    lat: f64,
    radius: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::cone(At(lon, lat, AngleUnit::Radians), radius)) }
}

/// A cone in degrees: center and radius, the latter from 0 to 180. Otherwise as healpix_region_cone.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// uint8_t inside;
/// assert(healpix_region_cone_deg(279.2347, 38.7837, 2.0, &cone) == HEALPIX_OK); /* 2 degrees around Vega */
/// assert(healpix_region_contains_deg_one(cone, 279.2347, 36.7, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_cone_deg(
    lon: f64,
    lat: f64,
    radius: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::cone(At(lon, lat, AngleUnit::Degrees), radius)) }
}

/// The points whose distance from a center is between two radii, both included.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inner`, `outer`: radii in radians, 0 to pi, the inner one not larger than the outer one.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_SHAPE,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *annulus;
/// uint8_t inside;
/// assert(healpix_region_annulus(0.0, 0.0, 0.1, 0.2, &annulus) == HEALPIX_OK);
/// assert(healpix_region_contains_one(annulus, 0.0, 0.15, &inside) == HEALPIX_OK && inside == 1);
/// assert(healpix_region_contains_one(annulus, 0.0, 0.05, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(annulus);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_annulus(
    lon: f64,
    lat: f64,
    inner: f64,
    outer: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::annulus(At(lon, lat, AngleUnit::Radians), inner, outer)) }
}

/// An annulus in degrees: center and radii, the latter from 0 to 180. Otherwise as healpix_region_annulus.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *annulus;
/// assert(healpix_region_annulus_deg(10.6847, 41.269, 3.0, 1.0, &annulus) == HEALPIX_ERR_SHAPE); /* 3 > 1 */
/// assert(healpix_region_annulus_deg(10.6847, 41.269, 1.0, 3.0, &annulus) == HEALPIX_OK);
/// healpix_region_free(annulus);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_annulus_deg(
    lon: f64,
    lat: f64,
    inner: f64,
    outer: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::annulus(At(lon, lat, AngleUnit::Degrees), inner, outer)) }
}

/// The points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on the sphere.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `a`, `b`: semi-axes in radians, 0 < b <= a <= pi/2.
/// - `position_angle`: of the major axis in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *ellipse; /* longer from north to south */
/// uint8_t inside;
/// assert(healpix_region_elliptical_cone(1.0, 0.0, 0.2, 0.1, 0.0, &ellipse) == HEALPIX_OK);
/// assert(healpix_region_contains_one(ellipse, 1.0, 0.19, &inside) == HEALPIX_OK && inside == 1);
/// assert(healpix_region_contains_one(ellipse, 1.19, 0.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(ellipse);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_elliptical_cone(
    lon: f64,
    lat: f64,
    a: f64,
    b: f64,
    position_angle: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::elliptical_cone(At(lon, lat, AngleUnit::Radians), a, b, position_angle)) }
}

/// An ellipse on the sphere in degrees: all angles, the semi-axes up to 90, the position angle from 0 to 360. Otherwise
/// as healpix_region_elliptical_cone.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *m31; /* its disc: 190 by 60 arcminutes, major axis 35 degrees east of north */
/// uint8_t inside;
/// assert(healpix_region_elliptical_cone_deg(10.6847, 41.269, 95.0 / 60, 30.0 / 60, 35.0, &m31) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(m31, 11.6, 42.1, &inside) == HEALPIX_OK && inside == 1); /* north-east */
/// assert(healpix_region_contains_deg_one(m31, 9.8, 42.1, &inside) == HEALPIX_OK && inside == 0); /* north-west */
/// healpix_region_free(m31);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_elliptical_cone_deg(
    lon: f64,
    lat: f64,
    a: f64,
    b: f64,
    position_angle: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::elliptical_cone(At(lon, lat, AngleUnit::Degrees), a, b, position_angle)) }
}

/// The points between two longitudes and two latitudes, borders included.
///
/// - `lon_min`, `lon_max`: any finite longitudes in radians. The zone runs from `lon_min` eastwards to `lon_max`, over
///   longitude 0 where need be; a whole turn or more is the whole circle, equal longitudes are one meridian.
/// - `lat_min`, `lat_max`: latitudes in radians, -pi/2 <= lat_min <= lat_max <= pi/2.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *zone; /* from 6 over 0 to 0.5 */
/// uint8_t inside;
/// assert(healpix_region_zone(6.0, -0.1, 0.5, 0.1, &zone) == HEALPIX_OK);
/// assert(healpix_region_contains_one(zone, 0.0, 0.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(zone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_zone(
    lon_min: f64,
    lat_min: f64,
    lon_max: f64,
    lat_max: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::zone(At(lon_min, lat_min, AngleUnit::Radians), lon_max, lat_max)) }
}

/// A zone in degrees: all angles. Otherwise as healpix_region_zone.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *stripe; /* Stripe 82 of the SDSS */
/// uint8_t inside;
/// assert(healpix_region_zone_deg(310.0, -1.25, 59.0, 1.25, &stripe) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(stripe, 180.0, 0.0, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(stripe);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_zone_deg(
    lon_min: f64,
    lat_min: f64,
    lon_max: f64,
    lat_max: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::zone(At(lon_min, lat_min, AngleUnit::Degrees), lon_max, lat_max)) }
}

/// A box with great-circle sides around a center; each side crosses its axis at right angles, half the size away.
///
/// - `lon`, `lat`: the center in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `width`, `height`: whole sizes in radians, above 0 and below pi.
/// - `position_angle`: of the height in radians, from north through east, 0 to 2 pi.
/// - `out`: becomes a new handle; end it with healpix_region_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *box;
/// uint8_t inside;
/// assert(healpix_region_box(1.0, 0.0, 0.2, 0.1, 0.0, &box) == HEALPIX_OK); /* half of that on each side */
/// assert(healpix_region_contains_one(box, 1.09, 0.04, &inside) == HEALPIX_OK && inside == 1);
/// assert(healpix_region_contains_one(box, 1.04, 0.09, &inside) == HEALPIX_OK && inside == 0);
/// healpix_region_free(box);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_box(
    lon: f64,
    lat: f64,
    width: f64,
    height: f64,
    position_angle: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::box_region(At(lon, lat, AngleUnit::Radians), width, height, position_angle)) }
}

/// A box in degrees: all angles, the sizes below 180, the position angle from 0 to 360. Otherwise as
/// healpix_region_box.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_SHAPE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_region *camera; /* a field of 3 by 2 degrees, turned by 30 */
/// uint8_t inside;
/// assert(healpix_region_box_deg(83.8, -5.4, 3.0, 2.0, 30.0, &camera) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(camera, 83.8, -5.4, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(camera);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_box_deg(
    lon: f64,
    lat: f64,
    width: f64,
    height: f64,
    position_angle: f64,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(out, || shape::box_region(At(lon, lat, AngleUnit::Degrees), width, height, position_angle)) }
}
