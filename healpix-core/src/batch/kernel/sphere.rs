//! Positions, vectors and distances.

use core::marker::PhantomData;

use super::super::drive::{BLOCK, Kernel};
use super::super::elements::{Unit, put_position, put_vec};
use super::super::run::put;
use super::super::simd::Lanes;
use super::super::{INVALID_CELL, elements::Radians};
use super::locate::Found;
use crate::error::Result;
use crate::grid::Scheme;
use crate::projection;
use crate::sphere::{self, AngleUnit, LonLat, UnitVec, trig, usual_distance};

/// Vectors of length 1 from positions.
#[derive(Clone, Copy)]
pub(in super::super) struct ToVec<U>(pub(in super::super) PhantomData<U>);

type Vectors<'a> = ((&'a [f64], &'a [f64]), (&'a mut [f64], &'a mut [f64], &'a mut [f64]));

impl<U: Unit> Kernel<Vectors<'_>> for ToVec<U> {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), ((lon, lat), (x, y, z)): &mut Vectors<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (lon, lat, x, y, z) = (&lon[..n], &lat[..n], &mut x[..n], &mut y[..n], &mut z[..n]);
        let mut any = 0;
        for k in 0..n {
            let at = LonLat::trusted(lon[k], lat[k], U::UNIT);
            let v = UnitVec::of_usual(at);
            (x[k], y[k], z[k]) = (v.x(), v.y(), v.z());
            flags[k] = u32::from(!at.is_usual());
            any |= flags[k];
        }
        any
    }

    fn one(self, ((lon, lat), (x, y, z)): &mut Vectors<'_>, k: usize) -> Result<()> {
        let v = LonLat::with_unit(lon[k], lat[k], U::UNIT).map(UnitVec::from);
        put_vec(v, &mut x[k], &mut y[k], &mut z[k])
    }
}

/// Positions that vectors point to.
#[derive(Clone, Copy)]
pub(in super::super) struct FromVec<U>(pub(in super::super) PhantomData<U>);

type Positions<'a> = ((&'a [f64], &'a [f64], &'a [f64]), (&'a mut [f64], &'a mut [f64]));

impl<U: Unit> Kernel<Positions<'_>> for FromVec<U> {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), (vectors, (lon, lat)): &mut Positions<'_>, flags: &mut [u32]) -> u32 {
        let any = directions(*vectors, lon, lat, flags);
        if U::UNIT == AngleUnit::Degrees {
            for angle in lon.iter_mut().chain(lat.iter_mut()) {
                *angle = trig::to_degrees(*angle, 0.0);
            }
        }
        any
    }

    fn one(self, ((x, y, z), (lon, lat)): &mut Positions<'_>, k: usize) -> Result<()> {
        let at = UnitVec::new(x[k], y[k], z[k]).map(|v| LonLat::from(v).in_unit(U::UNIT));
        put_position(at, U::UNIT, &mut lon[k], &mut lat[k])
    }
}

/// The positions, in radians, that vectors point to.
#[inline(always)]
fn directions((x, y, z): (&[f64], &[f64], &[f64]), lon: &mut [f64], lat: &mut [f64], flags: &mut [u32]) -> u32 {
    let n = flags.len();
    let (x, y, z, lon, lat) = (&x[..n], &y[..n], &z[..n], &mut lon[..n], &mut lat[..n]);
    let mut any = 0;
    for k in 0..n {
        let (v, usual) = UnitVec::attempt(x[k], y[k], z[k]);
        (lon[k], lat[k]) = LonLat::from(v).as_given();
        flags[k] = u32::from(!usual);
        any |= flags[k];
    }
    any
}

/// Cells that contain the positions vectors point to.
#[derive(Clone, Copy)]
pub(in super::super) struct HashVec<S>(pub(in super::super) S);

/// Positions of a block of vectors, and their cells.
pub(in super::super) struct Pointed {
    lon: [f64; BLOCK],
    lat: [f64; BLOCK],
    bad: [u32; BLOCK],
    found: Found,
}

impl Default for Pointed {
    #[inline(always)]
    fn default() -> Self {
        Self { lon: [0.0; BLOCK], lat: [0.0; BLOCK], bad: [0; BLOCK], found: Found::default() }
    }
}

type ToCells<'a> = ((&'a [f64], &'a [f64], &'a [f64]), &'a mut [u64]);

impl<S: Scheme> Kernel<ToCells<'_>> for HashVec<S> {
    type Work = Pointed;

    #[inline(always)]
    fn block<I: Lanes>(self, work: &mut Pointed, (vectors, cells): &mut ToCells<'_>, flags: &mut [u32]) -> u32 {
        let (n, nside) = (flags.len(), self.0.side());
        let (lon, lat, bad) = (&mut work.lon[..n], &mut work.lat[..n], &mut work.bad[..n]);
        let mut any = directions(*vectors, lon, lat, bad);
        any |= work.found.steps::<I, Radians>(nside, lon, lat, flags);
        for (flag, bad) in flags.iter_mut().zip(bad.iter()) {
            *flag |= *bad;
        }
        work.found.cells(nside, n);
        work.found.cells.encode::<I, S>(self.0, cells);
        any
    }

    fn one(self, ((x, y, z), cells): &mut ToCells<'_>, k: usize) -> Result<()> {
        let v = UnitVec::new(x[k], y[k], z[k]);
        put(v.map(|v| self.0.encode(projection::locate(self.0.side(), v.into()))), &mut cells[k], INVALID_CELL)
    }
}

/// Distances between pairs of positions.
#[derive(Clone, Copy)]
pub(in super::super) struct Distance<U>(pub(in super::super) PhantomData<U>);

type Pairs<'a> = ((&'a [f64], &'a [f64]), (&'a [f64], &'a [f64]), &'a mut [f64]);

impl<U: Unit> Kernel<Pairs<'_>> for Distance<U> {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), columns: &mut Pairs<'_>, flags: &mut [u32]) -> u32 {
        let ((lon1, lat1), (lon2, lat2), out) = columns;
        let n = flags.len();
        let (lon1, lat1, lon2, lat2, out) = (&lon1[..n], &lat1[..n], &lon2[..n], &lat2[..n], &mut out[..n]);
        let mut any = 0;
        for k in 0..n {
            let (a, b) = (LonLat::trusted(lon1[k], lat1[k], U::UNIT), LonLat::trusted(lon2[k], lat2[k], U::UNIT));
            let (distance, usual) = usual_distance(a, b);
            out[k] = in_unit(distance, U::UNIT);
            flags[k] = u32::from(!(usual & a.is_usual() & b.is_usual()));
            any |= flags[k];
        }
        any
    }

    fn one(self, ((lon1, lat1), (lon2, lat2), out): &mut Pairs<'_>, k: usize) -> Result<()> {
        let first = LonLat::with_unit(lon1[k], lat1[k], U::UNIT);
        let pair = first.and_then(|a| Ok((a, LonLat::with_unit(lon2[k], lat2[k], U::UNIT)?)));
        put(pair.map(|(a, b)| in_unit(sphere::distance(a, b), U::UNIT)), &mut out[k], f64::NAN)
    }
}

#[inline(always)]
fn in_unit(radians: f64, unit: AngleUnit) -> f64 {
    match unit {
        AngleUnit::Radians => radians,
        AngleUnit::Degrees => trig::to_degrees(radians, 0.0),
    }
}
