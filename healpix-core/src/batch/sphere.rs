//! Slices of positions. See [`batch`](crate::batch) for bad elements and lengths.

use core::marker::PhantomData;

use super::drive::drive;
use super::elements::{Degrees, Radians, Unit};
use super::kernel::sphere::{Distance, FromVec, ToVec};
use super::run::fits;
use crate::error::Result;
#[cfg(doc)]
use crate::sphere;

/// Great-circle distances between pairs of positions, all in radians; see
/// [`sphere::distance`].
///
/// # Errors
/// Elements: [`Error::Longitude`](crate::Error::Longitude), [`Error::Latitude`](crate::Error::Latitude).
///
/// # Examples
/// ```
/// use healpix_core::batch;
/// let mut distances = [0.0; 2];
/// batch::sphere::distance_deg(&[0.0, 0.0], &[0.0, 80.0], &[90.0, 180.0], &[0.0, 80.0], &mut distances)?;
/// assert_eq!(distances.map(f64::round), [90.0, 20.0]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn distance(lon1: &[f64], lat1: &[f64], lon2: &[f64], lat2: &[f64], out: &mut [f64]) -> Result<()> {
    distances::<Radians>((lon1, lat1), (lon2, lat2), out)
}

/// Great-circle distances between pairs of positions, all in degrees.
///
/// # Errors
/// As [`distance`].
pub fn distance_deg(lon1: &[f64], lat1: &[f64], lon2: &[f64], lat2: &[f64], out: &mut [f64]) -> Result<()> {
    distances::<Degrees>((lon1, lat1), (lon2, lat2), out)
}

fn distances<U: Unit>((lon1, lat1): (&[f64], &[f64]), (lon2, lat2): (&[f64], &[f64]), out: &mut [f64]) -> Result<()> {
    let n = lon1.len();
    fits("lat1", lat1.len(), n)?;
    fits("lon2", lon2.len(), n)?;
    fits("lat2", lat2.len(), n)?;
    fits("out", out.len(), n)?;
    drive(Distance(PhantomData::<U>), ((lon1, lat1), (lon2, lat2), out))
}

/// Vectors of length 1 from positions in radians.
///
/// # Errors
/// As [`distance`].
pub fn to_vec(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    vectors::<Radians>((lon, lat), x, y, z)
}

/// Vectors of length 1 from positions in degrees.
///
/// # Errors
/// As [`distance`].
pub fn to_vec_deg(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    vectors::<Degrees>((lon, lat), x, y, z)
}

fn vectors<U: Unit>((lon, lat): (&[f64], &[f64]), x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    let n = lon.len();
    fits("lat", lat.len(), n)?;
    fits("x", x.len(), n)?;
    fits("y", y.len(), n)?;
    fits("z", z.len(), n)?;
    drive(ToVec(PhantomData::<U>), ((lon, lat), (x, y, z)))
}

/// Positions in radians that vectors of any length point to; longitude in `[0, 2 pi]`.
///
/// # Errors
/// Elements: [`Error::Vector`](crate::Error::Vector).
pub fn from_vec(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    directions::<Radians>(x, y, z, lon, lat)
}

/// Positions in degrees that vectors of any length point to; longitude in `[0, 360]`.
///
/// # Errors
/// Elements: [`Error::Vector`](crate::Error::Vector).
pub fn from_vec_deg(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    directions::<Degrees>(x, y, z, lon, lat)
}

fn directions<U: Unit>(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = x.len();
    fits("y", y.len(), n)?;
    fits("z", z.len(), n)?;
    fits("lon", lon.len(), n)?;
    fits("lat", lat.len(), n)?;
    drive(FromVec(PhantomData::<U>), ((x, y, z), (lon, lat)))
}
