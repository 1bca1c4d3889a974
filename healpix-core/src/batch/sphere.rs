//! Slices of positions. See [`batch`](crate::batch) for bad elements and lengths.

use super::elements::{put_position, put_vec};
use super::run::{fits, put, run};
use crate::error::Result;
use crate::sphere::AngleUnit::{self, Degrees, Radians};
use crate::sphere::{self, LonLat, UnitVec};

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
    distances(Radians, (lon1, lat1), (lon2, lat2), out, |radians| radians)
}

/// Great-circle distances between pairs of positions, all in degrees.
///
/// # Errors
/// As [`distance`].
pub fn distance_deg(lon1: &[f64], lat1: &[f64], lon2: &[f64], lat2: &[f64], out: &mut [f64]) -> Result<()> {
    distances(Degrees, (lon1, lat1), (lon2, lat2), out, |radians| sphere::trig::to_degrees(radians, 0.0))
}

#[inline(always)]
fn distances(
    unit: AngleUnit,
    (lon1, lat1): (&[f64], &[f64]),
    (lon2, lat2): (&[f64], &[f64]),
    out: &mut [f64],
    convert: impl Fn(f64) -> f64,
) -> Result<()> {
    let n = lon1.len();
    fits("lat1", lat1.len(), n)?;
    fits("lon2", lon2.len(), n)?;
    fits("lat2", lat2.len(), n)?;
    fits("out", out.len(), n)?;
    run(n, |k| {
        let pair =
            LonLat::with_unit(lon1[k], lat1[k], unit).and_then(|a| Ok((a, LonLat::with_unit(lon2[k], lat2[k], unit)?)));
        put(pair.map(|(a, b)| convert(sphere::distance(a, b))), &mut out[k], f64::NAN)
    })
}

/// Vectors of length 1 from positions in radians.
///
/// # Errors
/// As [`distance`].
pub fn to_vec(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    vectors(Radians, (lon, lat), x, y, z)
}

/// Vectors of length 1 from positions in degrees.
///
/// # Errors
/// As [`distance`].
pub fn to_vec_deg(lon: &[f64], lat: &[f64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    vectors(Degrees, (lon, lat), x, y, z)
}

#[inline(always)]
fn vectors(unit: AngleUnit, (lon, lat): (&[f64], &[f64]), x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    let n = lon.len();
    fits("lat", lat.len(), n)?;
    fits("x", x.len(), n)?;
    fits("y", y.len(), n)?;
    fits("z", z.len(), n)?;
    run(n, |k| {
        let v = LonLat::with_unit(lon[k], lat[k], unit).map(UnitVec::from);
        put_vec(v, &mut x[k], &mut y[k], &mut z[k])
    })
}

/// Positions in radians that vectors of any length point to; longitude in `[0, 2 pi]`.
///
/// # Errors
/// Elements: [`Error::Vector`](crate::Error::Vector).
pub fn from_vec(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    directions(x, y, z, (lon, lat), Radians)
}

/// Positions in degrees that vectors of any length point to; longitude in `[0, 360]`.
///
/// # Errors
/// Elements: [`Error::Vector`](crate::Error::Vector).
pub fn from_vec_deg(x: &[f64], y: &[f64], z: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    directions(x, y, z, (lon, lat), Degrees)
}

#[inline(always)]
fn directions(x: &[f64], y: &[f64], z: &[f64], (lon, lat): (&mut [f64], &mut [f64]), unit: AngleUnit) -> Result<()> {
    let n = x.len();
    fits("y", y.len(), n)?;
    fits("z", z.len(), n)?;
    fits("lon", lon.len(), n)?;
    fits("lat", lat.len(), n)?;
    run(n, |k| {
        let at = UnitVec::new(x[k], y[k], z[k]).map(|v| LonLat::from(v).in_unit(unit));
        put_position(at, unit, &mut lon[k], &mut lat[k])
    })
}
