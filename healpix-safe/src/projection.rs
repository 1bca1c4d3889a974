//! The HEALPix plane: x in quarter turns, y from -1 at the south pole to 1 at the north pole.

use crate::error::{Result, check, same_length};

/// Positions on the HEALPix plane.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `x`, `y`: n points of the plane; x in quarter turns from 0 to below 4, y from -1 to 1.
///
/// The transition latitude, asin(2/3), is at y = 1/2.
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
/// use healpix_safe::projection;
///
/// let (mut x, mut y) = ([9.0], [9.0]);
/// projection::forward(&[0.0], &[0.0], &mut x, &mut y)?;
/// assert_eq!((x, y), ([0.0], [0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn forward(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("x", x.len(), n)?;
    same_length("y", y.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_projection_forward(lon.as_ptr(), lat.as_ptr(), n, x.as_mut_ptr(), y.as_mut_ptr())
    })
}

/// Points of the HEALPix plane as positions; the inverse of forward.
///
/// - `x`, `y`: n points of the plane; x in quarter turns, y from -1 to 1.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Plane`](crate::ErrorKind::Plane); [`Length`](crate::ErrorKind::Length) if the
/// slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::projection;
///
/// let (mut lon, mut lat) = ([9.0], [9.0]);
/// projection::inverse(&[2.0], &[0.5], &mut lon, &mut lat)?;
/// assert_eq!(lon, [std::f64::consts::PI]);
/// assert!((lat[0].sin() - 2.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn inverse(x: &[f64], y: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = x.len();
    same_length("y", y.len(), n)?;
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_projection_inverse(x.as_ptr(), y.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr())
    })
}
