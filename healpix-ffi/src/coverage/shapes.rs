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

/// The center and the radius are in degrees, the radius from 0 to 180. Otherwise as healpix_coverage_cone.
///
/// # Safety
///
/// `out` must be writable.
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

/// The center and the radii are in degrees, the radii from 0 to 180. Otherwise as healpix_coverage_annulus.
///
/// # Safety
///
/// `out` must be writable.
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

/// All angles are in degrees: the semi-axes up to 90, the position angle from 0 to 360. Otherwise as
/// healpix_coverage_elliptical_cone.
///
/// # Safety
///
/// `out` must be writable.
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

/// All angles are in degrees. Otherwise as healpix_coverage_zone.
///
/// # Safety
///
/// `out` must be writable.
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

/// All angles are in degrees: the sizes below 180, the position angle from 0 to 360. Otherwise as healpix_coverage_box.
///
/// # Safety
///
/// `out` must be writable.
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
