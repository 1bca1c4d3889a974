//! Positions to points of the plane, and back.

use super::super::drive::Kernel;
use super::super::elements::put_position;
use super::super::simd::Lanes;
use crate::error::Result;
use crate::projection;
use crate::sphere::{AngleUnit, LonLat};

/// The projection.
#[derive(Clone, Copy)]
pub(in super::super) struct Forward;

type Columns<'a> = ((&'a [f64], &'a [f64]), (&'a mut [f64], &'a mut [f64]));

impl Kernel<Columns<'_>> for Forward {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), ((lon, lat), (x, y)): &mut Columns<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (lon, lat, x, y) = (&lon[..n], &lat[..n], &mut x[..n], &mut y[..n]);
        let mut any = 0;
        for k in 0..n {
            let (point, usual) = projection::forward_attempt(LonLat::trusted(lon[k], lat[k], AngleUnit::Radians));
            (x[k], y[k]) = point;
            flags[k] = u32::from(!usual);
            any |= flags[k];
        }
        any
    }

    fn one(self, ((lon, lat), (x, y)): &mut Columns<'_>, k: usize) -> Result<()> {
        (x[k], y[k]) = (f64::NAN, f64::NAN);
        (x[k], y[k]) = projection::forward(LonLat::new(lon[k], lat[k])?);
        Ok(())
    }
}

/// Its inverse.
#[derive(Clone, Copy)]
pub(in super::super) struct Inverse;

impl Kernel<Columns<'_>> for Inverse {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), ((x, y), (lon, lat)): &mut Columns<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (x, y, lon, lat) = (&x[..n], &y[..n], &mut lon[..n], &mut lat[..n]);
        let mut any = 0;
        for k in 0..n {
            let (at, usual) = projection::inverse_attempt(x[k], y[k]);
            (lon[k], lat[k]) = at.as_given();
            flags[k] = u32::from(!usual);
            any |= flags[k];
        }
        any
    }

    fn one(self, ((x, y), (lon, lat)): &mut Columns<'_>, k: usize) -> Result<()> {
        put_position(projection::inverse(x[k], y[k]), AngleUnit::Radians, &mut lon[k], &mut lat[k])
    }
}
