//! Positions to cells.

use core::marker::PhantomData;

use super::super::INVALID_CELL;
use super::super::drive::{BLOCK, Kernel};
use super::super::elements::Unit;
use super::super::simd::Lanes;
use super::super::word::Word;
use super::cells::FaceIjs;
use crate::error::Result;
use crate::grid::Scheme;
use crate::projection::{self, Steps, Zone};
use crate::sphere::LonLat;
use crate::sphere::isa::Separate;

/// Cells that contain positions.
#[derive(Clone, Copy)]
pub(in super::super) struct Hash<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

/// Steps of a block of positions, then their cells.
pub(in super::super) struct Found {
    zone: [Zone; BLOCK],
    a: [i32; BLOCK],
    b: [i32; BLOCK],
    pub(super) cells: FaceIjs,
}

impl Default for Found {
    #[inline(always)]
    fn default() -> Self {
        Self { zone: [Zone::default(); BLOCK], a: [0; BLOCK], b: [0; BLOCK], cells: FaceIjs::default() }
    }
}

type Columns<'a, W> = (&'a [f64], &'a [f64], &'a mut [W]);

impl<S: Scheme, U: Unit, W: Word> Kernel<Columns<'_, W>> for Hash<S, U> {
    type Work = Found;

    #[inline(always)]
    fn block<I: Lanes>(self, found: &mut Found, (lon, lat, cells): &mut Columns<'_, W>, flags: &mut [u32]) -> u32 {
        let nside = self.scheme.side();
        let any = found.steps::<I, U>(nside, lon, lat, flags);
        found.cells(nside, cells.len());
        found.cells.encode::<I, S>(self.scheme, cells);
        any
    }

    #[inline(always)]
    fn one(self, (lon, lat, cells): &mut Columns<'_, W>, k: usize) -> Result<()> {
        cells[k] = W::INVALID;
        let at = LonLat::with_unit(lon[k], lat[k], U::UNIT)?;
        cells[k] = W::of(self.scheme.encode(projection::locate(self.scheme.side(), at)));
        Ok(())
    }
}

/// Cells that contain positions, and the offsets in them.
#[derive(Clone, Copy)]
pub(in super::super) struct HashWithOffsets<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

type WithOffsets<'a> = ((&'a [f64], &'a [f64]), &'a mut [u64], (&'a mut [f64], &'a mut [f64]));

impl<S: Scheme, U: Unit> Kernel<WithOffsets<'_>> for HashWithOffsets<S, U> {
    type Work = Found;

    #[inline(always)]
    fn block<I: Lanes>(self, found: &mut Found, columns: &mut WithOffsets<'_>, flags: &mut [u32]) -> u32 {
        let ((lon, lat), cells, (dx, dy)) = columns;
        let nside = self.scheme.side();
        let any = found.steps_and_offsets::<I, U>(nside, (lon, lat), (dx, dy), flags);
        found.cells(nside, cells.len());
        found.cells.encode::<I, S>(self.scheme, cells);
        any
    }

    fn one(self, ((lon, lat), cells, (dx, dy)): &mut WithOffsets<'_>, k: usize) -> Result<()> {
        (cells[k], dx[k], dy[k]) = (INVALID_CELL, f64::NAN, f64::NAN);
        let at = LonLat::with_unit(lon[k], lat[k], U::UNIT)?;
        let (cell, x, y) = projection::locate_with_offsets(self.scheme.side(), at);
        (cells[k], dx[k], dy[k]) = (self.scheme.encode(cell), x, y);
        Ok(())
    }
}

impl Found {
    #[inline(always)]
    pub(super) fn steps<I: Lanes, U: Unit>(&mut self, nside: u32, lon: &[f64], lat: &[f64], flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (lon, lat) = (&lon[..n], &lat[..n]);
        let (zone, a, b) = (&mut self.zone[..n], &mut self.a[..n], &mut self.b[..n]);
        let mut any = 0;
        for k in 0..n {
            let (steps, certain) = Steps::attempt::<I>(nside, LonLat::trusted(lon[k], lat[k], U::UNIT));
            zone[k] = steps.zone;
            [a[k], b[k]] = steps.whole;
            flags[k] = u32::from(!certain);
            any |= flags[k];
        }
        any
    }

    /// The same with offsets: they are visible, so without fused operations.
    #[inline(always)]
    pub(super) fn steps_and_offsets<I: Lanes, U: Unit>(
        &mut self,
        nside: u32,
        (lon, lat): (&[f64], &[f64]),
        (dx, dy): (&mut [f64], &mut [f64]),
        flags: &mut [u32],
    ) -> u32 {
        let n = flags.len();
        let (lon, lat, dx, dy) = (&lon[..n], &lat[..n], &mut dx[..n], &mut dy[..n]);
        let (zone, a, b) = (&mut self.zone[..n], &mut self.a[..n], &mut self.b[..n]);
        let mut any = 0;
        for k in 0..n {
            let (steps, certain) = Steps::attempt::<Separate<I>>(nside, LonLat::trusted(lon[k], lat[k], U::UNIT));
            zone[k] = steps.zone;
            [a[k], b[k]] = steps.whole;
            (dx[k], dy[k]) = steps.offsets();
            flags[k] = u32::from(!certain);
            any |= flags[k];
        }
        any
    }

    /// The cells with the steps found.
    #[inline(always)]
    pub(super) fn cells(&mut self, nside: u32, n: usize) {
        let (zone, a, b) = (&self.zone[..n], &self.a[..n], &self.b[..n]);
        let (face, i, j) = self.cells.first(n);
        for k in 0..n {
            [face[k], i[k], j[k]] = zone[k].cell(nside, [a[k], b[k]]);
        }
    }
}
