//! Positions, vectors and distances on the sphere.

use healpix_core::{LonLat, batch, sphere};

use crate::panic::guard;
use crate::single::one;
use crate::status::healpix_status;

/// Distances between pairs of positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: n pairs of positions in radians; any finite longitude, latitudes from
///   -pi/2 to pi/2.
/// - `out`: n distances along the great circle in radians, 0 to pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_distance(
    lon1: *const f64,
    lat1: *const f64,
    lon2: *const f64,
    lat2: *const f64,
    n: usize,
    out: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon1, lat1, lon2, lat2, out) = unsafe {
            (
                args.input("lon1", lon1, n)?,
                args.input("lat1", lat1, n)?,
                args.input("lon2", lon2, n)?,
                args.input("lat2", lat2, n)?,
                args.output("out", out, n)?,
            )
        };
        Ok(batch::sphere::distance(lon1, lat1, lon2, lat2, out)?)
    })
}

/// Distances between pairs of positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: n pairs of positions in degrees; any finite longitude, latitudes from
///   -90 to 90.
/// - `out`: n distances along the great circle in degrees, 0 to 180.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_distance_deg(
    lon1: *const f64,
    lat1: *const f64,
    lon2: *const f64,
    lat2: *const f64,
    n: usize,
    out: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon1, lat1, lon2, lat2, out) = unsafe {
            (
                args.input("lon1", lon1, n)?,
                args.input("lat1", lat1, n)?,
                args.input("lon2", lon2, n)?,
                args.input("lat2", lat2, n)?,
                args.output("out", out, n)?,
            )
        };
        Ok(batch::sphere::distance_deg(lon1, lat1, lon2, lat2, out)?)
    })
}

/// Positions as unit vectors.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `x`, `y`, `z`: n unit vectors.
///
/// x points to longitude 0 on the equator, z to the north pole.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_to_vec(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    x: *mut f64,
    y: *mut f64,
    z: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, x, y, z) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.output("x", x, n)?,
                args.output("y", y, n)?,
                args.output("z", z, n)?,
            )
        };
        Ok(batch::sphere::to_vec(lon, lat, x, y, z)?)
    })
}

/// Positions as unit vectors.
///
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `x`, `y`, `z`: n unit vectors.
///
/// x points to longitude 0 on the equator, z to the north pole.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_to_vec_deg(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    x: *mut f64,
    y: *mut f64,
    z: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, x, y, z) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.output("x", x, n)?,
                args.output("y", y, n)?,
                args.output("z", z, n)?,
            )
        };
        Ok(batch::sphere::to_vec_deg(lon, lat, x, y, z)?)
    })
}

/// Directions of vectors as positions.
///
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_from_vec(
    x: *const f64,
    y: *const f64,
    z: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (x, y, z, lon, lat) = unsafe {
            (
                args.input("x", x, n)?,
                args.input("y", y, n)?,
                args.input("z", z, n)?,
                args.output("lon", lon, n)?,
                args.output("lat", lat, n)?,
            )
        };
        Ok(batch::sphere::from_vec(x, y, z, lon, lat)?)
    })
}

/// Directions of vectors as positions.
///
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_from_vec_deg(
    x: *const f64,
    y: *const f64,
    z: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (x, y, z, lon, lat) = unsafe {
            (
                args.input("x", x, n)?,
                args.input("y", y, n)?,
                args.input("z", z, n)?,
                args.output("lon", lon, n)?,
                args.output("lat", lat, n)?,
            )
        };
        Ok(batch::sphere::from_vec_deg(x, y, z, lon, lat)?)
    })
}

/// Distance between two positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: two positions in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `distance`: along the great circle in radians, 0 to pi.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `distance` must be writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_sphere_distance_one(
    lon1: f64,
    lat1: f64,
    lon2: f64,
    lat2: f64,
    distance: *mut f64,
) -> healpix_status {
    let body = || Ok([sphere::distance(LonLat::new(lon1, lat1)?, LonLat::new(lon2, lat2)?)]);
    // SAFETY: the caller vouches for the output; `one` checks all that can be checked.
    unsafe { one([("distance", distance)], body) }
}
