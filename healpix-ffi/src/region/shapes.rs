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

/// The center and the radius are in degrees, the radius from 0 to 180. Otherwise as healpix_region_cone.
///
/// # Safety
///
/// `out` must be writable.
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

/// The center and the radii are in degrees, the radii from 0 to 180. Otherwise as healpix_region_annulus.
///
/// # Safety
///
/// `out` must be writable.
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

/// All angles are in degrees: the semi-axes up to 90, the position angle from 0 to 360. Otherwise as
/// healpix_region_elliptical_cone.
///
/// # Safety
///
/// `out` must be writable.
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

/// All angles are in degrees. Otherwise as healpix_region_zone.
///
/// # Safety
///
/// `out` must be writable.
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

/// All angles are in degrees: the sizes below 180, the position angle from 0 to 360. Otherwise as healpix_region_box.
///
/// # Safety
///
/// `out` must be writable.
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
