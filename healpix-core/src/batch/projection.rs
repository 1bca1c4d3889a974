//! Slices through the projection. See [`batch`](crate::batch) for bad elements and lengths.

use super::elements::put_position;
use super::run::{fits, run};
use crate::error::Result;
use crate::projection;
use crate::sphere::{AngleUnit, LonLat};

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
    run(n, |k| {
        let (point, result) = match LonLat::new(lon[k], lat[k]) {
            Ok(at) => (projection::forward(at), Ok(())),
            Err(error) => ((f64::NAN, f64::NAN), Err(error)),
        };
        (x[k], y[k]) = point;
        result
    })
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
    run(n, |k| put_position(projection::inverse(x[k], y[k]), AngleUnit::Radians, &mut lon[k], &mut lat[k]))
}
