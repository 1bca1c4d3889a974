//! Positions, vectors and distances on the sphere.

use crate::error::{Result, check, same_length};

/// Distances between pairs of positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: n pairs of positions in radians; any finite longitude,
///   latitudes from -pi/2 to pi/2.
/// - `out`: n distances along the great circle in radians, 0 to pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// use std::f64::consts::FRAC_PI_2;
/// let mut out = [0.0];
/// sphere::distance(&[0.0], &[0.0], &[FRAC_PI_2], &[0.0], &mut out)?;
/// assert!((out[0] - FRAC_PI_2).abs() < 1e-13);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn distance(lon1: &[f64], lat1: &[f64], lon2: &[f64], lat2: &[f64], out: &mut [f64]) -> Result<()> {
    let n = lon1.len();
    same_length("lat1", lat1.len(), n)?;
    same_length("lon2", lon2.len(), n)?;
    same_length("lat2", lat2.len(), n)?;
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_sphere_distance(
            lon1.as_ptr(),
            lat1.as_ptr(),
            lon2.as_ptr(),
            lat2.as_ptr(),
            n,
            out.as_mut_ptr(),
        )
    })
}

/// Distances between pairs of positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: n pairs of positions in degrees; any finite longitude,
///   latitudes from -90 to 90.
/// - `out`: n distances along the great circle in degrees, 0 to 180.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// let mut out = [0.0];
/// sphere::distance_deg(&[0.0], &[0.0], &[90.0], &[0.0], &mut out)?;
/// assert!((out[0] - 90.0).abs() < 1e-13);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn distance_deg(lon1: &[f64], lat1: &[f64], lon2: &[f64], lat2: &[f64], out: &mut [f64]) -> Result<()> {
    let n = lon1.len();
    same_length("lat1", lat1.len(), n)?;
    same_length("lon2", lon2.len(), n)?;
    same_length("lat2", lat2.len(), n)?;
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_sphere_distance_deg(
            lon1.as_ptr(),
            lat1.as_ptr(),
            lon2.as_ptr(),
            lat2.as_ptr(),
            n,
            out.as_mut_ptr(),
        )
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
/// # Errors
///
/// of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// use std::f64::consts::FRAC_PI_2;
/// let (mut x, mut y, mut z) = ([9.0], [9.0], [9.0]);
/// sphere::to_vec(&[0.0], &[FRAC_PI_2], &mut x, &mut y, &mut z)?;
/// assert!(x[0].abs() < 1e-15 && y[0].abs() < 1e-15);
/// assert_eq!(z, [1.0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_vec(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("x", x.len(), n)?;
    same_length("y", y.len(), n)?;
    same_length("z", z.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_sphere_to_vec(
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            x.as_mut_ptr(),
            y.as_mut_ptr(),
            z.as_mut_ptr(),
        )
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
/// # Errors
///
/// of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// let (mut x, mut y, mut z) = ([9.0], [9.0], [9.0]);
/// sphere::to_vec_deg(&[0.0], &[90.0], &mut x, &mut y, &mut z)?;
/// assert!(x[0].abs() < 1e-15 && y[0].abs() < 1e-15);
/// assert_eq!(z, [1.0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_vec_deg(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("x", x.len(), n)?;
    same_length("y", y.len(), n)?;
    same_length("z", z.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_sphere_to_vec_deg(
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            x.as_mut_ptr(),
            y.as_mut_ptr(),
            z.as_mut_ptr(),
        )
    })
}

/// Directions of vectors as positions.
///
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Vector`](crate::ErrorKind::Vector); [`Length`](crate::ErrorKind::Length) if the
/// slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// use std::f64::consts::FRAC_PI_2;
/// let (mut lon, mut lat) = ([9.0], [9.0]);
/// sphere::from_vec(&[0.0], &[2.0], &[0.0], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([FRAC_PI_2], [0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn from_vec(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = x.len();
    same_length("y", y.len(), n)?;
    same_length("z", z.len(), n)?;
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_sphere_from_vec(x.as_ptr(), y.as_ptr(), z.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr())
    })
}

/// Directions of vectors as positions.
///
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Vector`](crate::ErrorKind::Vector); [`Length`](crate::ErrorKind::Length) if the
/// slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// let (mut lon, mut lat) = ([9.0], [9.0]);
/// sphere::from_vec_deg(&[0.0], &[2.0], &[0.0], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([90.0], [0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn from_vec_deg(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = x.len();
    same_length("y", y.len(), n)?;
    same_length("z", z.len(), n)?;
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_sphere_from_vec_deg(
            x.as_ptr(),
            y.as_ptr(),
            z.as_ptr(),
            n,
            lon.as_mut_ptr(),
            lat.as_mut_ptr(),
        )
    })
}

/// Distance between two positions.
///
/// - `lon1`, `lat1`, `lon2`, `lat2`: two positions in radians; any finite longitude, latitude from
///   -pi/2 to pi/2.
///
/// The result is along the great circle in radians, 0 to pi.
///
/// # Errors
///
/// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude).
///
/// # Example
///
/// ```
/// use healpix_safe::sphere;
///
/// assert_eq!(sphere::distance_one(0.5, 0.25, 0.5, 0.25)?, 0.0);
/// assert!((sphere::distance_one(0.0, 0.0, 1.0, 0.0)? - 1.0).abs() < 1e-15);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn distance_one(lon1: f64, lat1: f64, lon2: f64, lat2: f64) -> Result<f64> {
    let mut found = 0.0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_sphere_distance_one(lon1, lat1, lon2, lat2, &raw mut found) })?;
    Ok(found)
}
