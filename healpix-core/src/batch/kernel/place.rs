//! Cells to positions.

use core::marker::PhantomData;

use super::super::drive::{BLOCK, Kernel, Wide};
use super::super::elements::{Unit, put_position, put_vec};
use super::super::simd::Lanes;
use super::super::word::Word;
use super::cells::FaceIjs;
use crate::error::Result;
use crate::grid::Scheme;
use crate::point::cell;
use crate::projection::{Place, Spot};
use crate::sphere::trig::Arcsine;

/// Centres of cells.
#[derive(Clone, Copy)]
pub(in super::super) struct Center<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

type ToPositions<'a, W> = (&'a [W], &'a mut [f64], &'a mut [f64]);

impl<S: Scheme, U: Unit, W: Word> Kernel<ToPositions<'_, W>> for Center<S, U> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, (cells, lon, lat): &mut ToPositions<'_, W>, flags: &mut [u32]) -> u32 {
        let any = at.decode::<I, S>(self.scheme, cells, flags);
        let n = flags.len();
        let (face, i, j) = at.first(n);
        let (lon, lat) = (&mut lon[..n], &mut lat[..n]);
        let (side, arcsine) = (self.scheme.divided_side(), Arcsine::held());
        for k in 0..n {
            let place = Place::landmark::<I>(side, Spot::new(face[k], i[k], j[k]), 0.5, 0.5);
            (lon[k], lat[k]) = place.to_lonlat::<I>(U::UNIT, &arcsine).as_given();
        }
        any
    }

    fn one(self, (cells, lon, lat): &mut ToPositions<'_, W>, k: usize) -> Result<()> {
        let at = self.scheme.decode(cells[k].wide()).map(|found| cell::center(self.scheme.side(), found, U::UNIT));
        put_position(at, U::UNIT, &mut lon[k], &mut lat[k])
    }
}

/// Positions at offsets in cells.
#[derive(Clone, Copy)]
pub(in super::super) struct Position<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

type WithOffsets<'a> = ((&'a [u64], &'a [f64], &'a [f64]), (&'a mut [f64], &'a mut [f64]));

impl<S: Scheme, U: Unit> Kernel<WithOffsets<'_>> for Position<S, U> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, columns: &mut WithOffsets<'_>, flags: &mut [u32]) -> u32 {
        let ((cells, dx, dy), (lon, lat)) = columns;
        let mut any = at.decode::<I, S>(self.scheme, cells, flags);
        let n = flags.len();
        let (face, i, j) = at.first(n);
        let (dx, dy, lon, lat) = (&dx[..n], &dy[..n], &mut lon[..n], &mut lat[..n]);
        let (side, arcsine) = (self.scheme.divided_side(), Arcsine::held());
        for k in 0..n {
            let (place, _) = Place::of::<I>(side, Spot::new(face[k], i[k], j[k]), dx[k], dy[k]);
            (lon[k], lat[k]) = place.to_lonlat::<I>(U::UNIT, &arcsine).as_given();
            let usual = (dx[k] >= 0.0) & (dx[k] <= 1.0) & (dy[k] >= 0.0) & (dy[k] <= 1.0);
            flags[k] |= u32::from(!usual | place.is_at_pole() | place.is_tiny());
            any |= flags[k];
        }
        any
    }

    fn one(self, ((cells, dx, dy), (lon, lat)): &mut WithOffsets<'_>, k: usize) -> Result<()> {
        let found = self.scheme.decode(cells[k]);
        let at = found.and_then(|found| cell::position(self.scheme.side(), found, dx[k], dy[k], U::UNIT));
        put_position(at, U::UNIT, &mut lon[k], &mut lat[k])
    }
}

/// Vertices of cells.
#[derive(Clone, Copy)]
pub(in super::super) struct Vertices<S, U> {
    pub(in super::super) scheme: S,
    pub(in super::super) unit: PhantomData<U>,
}

/// Vertices of a block of cells, column by column.
pub(in super::super) struct Corners {
    cells: FaceIjs,
    lon: [[f64; BLOCK]; 4],
    lat: [[f64; BLOCK]; 3],
}

impl Default for Corners {
    #[inline(always)]
    fn default() -> Self {
        Self { cells: FaceIjs::default(), lon: [[0.0; BLOCK]; 4], lat: [[0.0; BLOCK]; 3] }
    }
}

type ToVertices<'a> = (&'a [u64], Wide<'a, f64, 4>, Wide<'a, f64, 4>);

impl<S: Scheme, U: Unit> Kernel<ToVertices<'_>> for Vertices<S, U> {
    type Work = Corners;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut Corners, (cells, lon, lat): &mut ToVertices<'_>, flags: &mut [u32]) -> u32 {
        let mut any = at.cells.decode::<I, S>(self.scheme, cells, flags);
        let n = flags.len();
        let (face, i, j) = at.cells.first(n);
        // S, E and W, N: the latitude of E is that of W.
        let [lon_s, lon_e, lon_n, lon_w] = at.lon.each_mut().map(|column| &mut column[..n]);
        let [lat_s, lat_e, lat_n] = at.lat.each_mut().map(|column| &mut column[..n]);
        let (side, arcsine) = (self.scheme.divided_side(), Arcsine::held());
        for k in 0..n {
            let place = Place::landmark::<I>(side, Spot::new(face[k], i[k], j[k]), 0.0, 0.0);
            (lon_s[k], lat_s[k]) = place.to_lonlat::<I>(U::UNIT, &arcsine).as_given();
            flags[k] |= u32::from(place.is_at_pole());
        }
        for k in 0..n {
            let place = Place::landmark::<I>(side, Spot::new(face[k], i[k], j[k]), 1.0, 1.0);
            (lon_n[k], lat_n[k]) = place.to_lonlat::<I>(U::UNIT, &arcsine).as_given();
            flags[k] |= u32::from(place.is_at_pole());
            any |= flags[k];
        }
        for k in 0..n {
            let at = Spot::new(face[k], i[k], j[k]);
            (lon_e[k], lat_e[k]) =
                Place::landmark::<I>(side, at, 1.0, 0.0).to_lonlat::<I>(U::UNIT, &arcsine).as_given();
            lon_w[k] = Place::landmark::<I>(side, at, 0.0, 1.0).to_lonlat::<I>(U::UNIT, &arcsine).as_given().0;
        }
        let (lon, lat) = (&mut lon.0[..4 * n], &mut lat.0[..4 * n]);
        for k in 0..n {
            lon[4 * k..4 * k + 4].copy_from_slice(&[lon_s[k], lon_e[k], lon_n[k], lon_w[k]]);
            lat[4 * k..4 * k + 4].copy_from_slice(&[lat_s[k], lat_e[k], lat_n[k], lat_e[k]]);
        }
        any
    }

    fn one(self, (cells, lon, lat): &mut ToVertices<'_>, k: usize) -> Result<()> {
        let (lon, lat) = (&mut lon.0[4 * k..4 * k + 4], &mut lat.0[4 * k..4 * k + 4]);
        lon.fill(f64::NAN);
        lat.fill(f64::NAN);
        let vertices = cell::vertices(self.scheme.side(), self.scheme.decode(cells[k])?, U::UNIT);
        for (slot, vertex) in vertices.into_iter().enumerate() {
            (lon[slot], lat[slot]) = vertex.as_given();
        }
        Ok(())
    }
}

/// Centres of cells as vectors.
#[derive(Clone, Copy)]
pub(in super::super) struct CenterVec<S>(pub(in super::super) S);

type ToVectors<'a> = (&'a [u64], &'a mut [f64], &'a mut [f64], &'a mut [f64]);

impl<S: Scheme> Kernel<ToVectors<'_>> for CenterVec<S> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, (cells, x, y, z): &mut ToVectors<'_>, flags: &mut [u32]) -> u32 {
        let any = at.decode::<I, S>(self.0, cells, flags);
        let n = flags.len();
        let (face, i, j) = at.first(n);
        let (x, y, z) = (&mut x[..n], &mut y[..n], &mut z[..n]);
        let side = self.0.divided_side();
        for k in 0..n {
            let v = Place::landmark::<I>(side, Spot::new(face[k], i[k], j[k]), 0.5, 0.5).to_vec();
            (x[k], y[k], z[k]) = (v.x(), v.y(), v.z());
        }
        any
    }

    fn one(self, (cells, x, y, z): &mut ToVectors<'_>, k: usize) -> Result<()> {
        let v = self.0.decode(cells[k]).map(|found| cell::center_vec(self.0.side(), found));
        put_vec(v, &mut x[k], &mut y[k], &mut z[k])
    }
}
