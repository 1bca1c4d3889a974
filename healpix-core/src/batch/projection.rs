//! Slices through the projection. See [`batch`](crate::batch) for bad elements and lengths.

use super::drive::drive;
use super::kernel::plane::{Forward, Inverse};
use super::run::fits;
use crate::error::Result;
#[cfg(doc)]
use crate::projection;

/// Points of the HEALPix plane for positions in radians; see
/// [`projection::forward`].
///
/// # Errors
/// Elements: [`Error::Longitude`](crate::Error::Longitude), [`Error::Latitude`](crate::Error::Latitude).
///
/// # Examples
/// ```
/// use healpix_core::batch;
/// let (mut x, mut y) = ([0.0], [0.0]);
/// batch::projection::forward(&[core::f64::consts::PI], &[0.0], &mut x, &mut y)?;
/// assert_eq!((x, y), ([2.0], [0.0]));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn forward(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64]) -> Result<()> {
    let n = lon.len();
    fits("lat", lat.len(), n)?;
    fits("x", x.len(), n)?;
    fits("y", y.len(), n)?;
    drive(Forward, ((lon, lat), (x, y)))
}

/// Positions in radians of points of the HEALPix plane; see
/// [`projection::inverse`].
///
/// # Errors
/// Elements: [`Error::Plane`](crate::Error::Plane).
pub fn inverse(x: &[f64], y: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = x.len();
    fits("y", y.len(), n)?;
    fits("lon", lon.len(), n)?;
    fits("lat", lat.len(), n)?;
    drive(Inverse, ((x, y), (lon, lat)))
}
