//! The slice functions that both numberings share, over `Scheme`.

use core::marker::PhantomData;

use super::drive::{Kernel, Wide, drive};
use super::kernel::interpolate::{Bilinear, Rings, Weighted};
use super::kernel::locate::{Hash, HashWithOffsets};
use super::kernel::neighbors::{Neighbor, Neighbors};
use super::kernel::parts::{FromFaceIj, ToFaceIj};
use super::kernel::place::{Center, CenterVec, Position, Vertices};
use super::kernel::sphere::HashVec;
use super::run::{fits, fits_times};
use super::word::Word;
use crate::error::Result;
use crate::grid::{Direction, Scheme};
use crate::sphere::{AngleUnit, LonLat, UnitVec};

/// The unit of a slice function, known when compiling: each unit gets a loop of its own, in which no
/// element asks for it again.
pub(crate) trait Unit: Copy + Send + Sync {
    const UNIT: AngleUnit;
}

/// Radians.
#[derive(Clone, Copy)]
pub(crate) enum Radians {}
/// Degrees.
#[derive(Clone, Copy)]
pub(crate) enum Degrees {}

impl Unit for Radians {
    const UNIT: AngleUnit = AngleUnit::Radians;
}
impl Unit for Degrees {
    const UNIT: AngleUnit = AngleUnit::Degrees;
}

#[inline(always)]
pub(super) fn hash<S: Scheme, U: Unit>(s: S, lon: &[f64], lat: &[f64], cells: &mut [impl Word]) -> Result<()> {
    fits("lat", lat.len(), lon.len())?;
    fits("cells", cells.len(), lon.len())?;
    drive(Hash { scheme: s, unit: PhantomData::<U> }, (lon, lat, cells))
}

#[inline(always)]
pub(super) fn hash_vec<S: Scheme>(s: S, x: &[f64], y: &[f64], z: &[f64], cells: &mut [u64]) -> Result<()> {
    fits("y", y.len(), x.len())?;
    fits("z", z.len(), x.len())?;
    fits("cells", cells.len(), x.len())?;
    drive(HashVec(s), ((x, y, z), cells))
}

#[inline(always)]
pub(super) fn hash_with_offsets<S: Scheme, U: Unit>(
    s: S,
    (lon, lat): (&[f64], &[f64]),
    cells: &mut [u64],
    (dx, dy): (&mut [f64], &mut [f64]),
) -> Result<()> {
    let n = lon.len();
    fits("lat", lat.len(), n)?;
    fits("cells", cells.len(), n)?;
    fits("dx", dx.len(), n)?;
    fits("dy", dy.len(), n)?;
    drive(HashWithOffsets { scheme: s, unit: PhantomData::<U> }, ((lon, lat), cells, (dx, dy)))
}

/// Writes a position in its U::UNIT, or NaN.
#[inline(always)]
pub(super) fn put_position(at: Result<LonLat>, unit: AngleUnit, lon: &mut f64, lat: &mut f64) -> Result<()> {
    match at {
        Ok(at) => {
            debug_assert!(at.unit() == unit);
            (*lon, *lat) = at.as_given();
            Ok(())
        }
        Err(error) => {
            (*lon, *lat) = (f64::NAN, f64::NAN);
            Err(error)
        }
    }
}

#[inline(always)]
pub(super) fn position<S: Scheme, U: Unit>(
    scheme: S,
    cells: &[u64],
    (dx, dy): (&[f64], &[f64]),
    (lon, lat): (&mut [f64], &mut [f64]),
) -> Result<()> {
    let n = cells.len();
    fits("dx", dx.len(), n)?;
    fits("dy", dy.len(), n)?;
    fits("lon", lon.len(), n)?;
    fits("lat", lat.len(), n)?;
    drive(Position { scheme, unit: PhantomData::<U> }, ((cells, dx, dy), (lon, lat)))
}

#[inline(always)]
pub(super) fn center<S: Scheme, U: Unit>(
    scheme: S,
    cells: &[impl Word],
    lon: &mut [f64],
    lat: &mut [f64],
) -> Result<()> {
    fits("lon", lon.len(), cells.len())?;
    fits("lat", lat.len(), cells.len())?;
    drive(Center { scheme, unit: PhantomData::<U> }, (cells, lon, lat))
}

#[inline(always)]
pub(super) fn center_vec<S: Scheme>(s: S, cells: &[u64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    let n = cells.len();
    fits("x", x.len(), n)?;
    fits("y", y.len(), n)?;
    fits("z", z.len(), n)?;
    drive(CenterVec(s), (cells, x, y, z))
}

/// Writes a vector, or NaN.
#[inline(always)]
pub(super) fn put_vec(v: Result<UnitVec>, x: &mut f64, y: &mut f64, z: &mut f64) -> Result<()> {
    let put_all = |(a, b, c), x: &mut f64, y: &mut f64, z: &mut f64| (*x, *y, *z) = (a, b, c);
    match v {
        Ok(v) => {
            put_all((v.x(), v.y(), v.z()), x, y, z);
            Ok(())
        }
        Err(error) => {
            put_all((f64::NAN, f64::NAN, f64::NAN), x, y, z);
            Err(error)
        }
    }
}

#[inline(always)]
pub(super) fn vertices<S: Scheme, U: Unit>(s: S, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    fits_times("lon", lon.len(), cells.len(), 4)?;
    fits_times("lat", lat.len(), cells.len(), 4)?;
    drive(Vertices { scheme: s, unit: PhantomData::<U> }, (cells, Wide(lon), Wide(lat)))
}

#[inline(always)]
pub(super) fn neighbor<S: Scheme>(scheme: S, direction: Direction, cells: &[u64], out: &mut [u64]) -> Result<()> {
    fits("out", out.len(), cells.len())?;
    drive(Neighbor { scheme, direction }, (cells, out))
}

#[inline(always)]
pub(super) fn neighbors<S: Scheme>(scheme: S, cells: &[u64], out: &mut [u64]) -> Result<()> {
    fits_times("out", out.len(), cells.len(), 8)?;
    drive(Neighbors(scheme), (cells, Wide(out)))
}

#[inline(always)]
pub(super) fn to_face_ij<S: Scheme>(
    s: S,
    cells: &[u64],
    face: &mut [u8],
    (i, j): (&mut [u32], &mut [u32]),
) -> Result<()> {
    let n = cells.len();
    fits("face", face.len(), n)?;
    fits("i", i.len(), n)?;
    fits("j", j.len(), n)?;
    drive(ToFaceIj(s), (cells, face, i, j))
}

#[inline(always)]
pub(super) fn from_face_ij<S: Scheme>(s: S, face: &[u8], i: &[u32], j: &[u32], cells: &mut [u64]) -> Result<()> {
    let n = face.len();
    fits("i", i.len(), n)?;
    fits("j", j.len(), n)?;
    fits("cells", cells.len(), n)?;
    drive(FromFaceIj(s), (face, i, j, cells))
}

/// Bilinear interpolation.
#[inline(always)]
pub(super) fn bilinear<S: Scheme, U: Unit>(
    scheme: S,
    at: (&[f64], &[f64]),
    to: (&mut [u64], &mut [f64]),
) -> Result<()> {
    weighted(Bilinear { scheme, unit: PhantomData::<U> }, at, to)
}

/// Interpolation between rings.
#[inline(always)]
pub(super) fn rings<S: Scheme, U: Unit>(scheme: S, at: (&[f64], &[f64]), to: (&mut [u64], &mut [f64])) -> Result<()> {
    weighted(Rings { scheme, unit: PhantomData::<U> }, at, to)
}

/// Four cells and weights for each position.
#[inline(always)]
fn weighted<K: for<'a> Kernel<Weighted<'a>>>(
    kernel: K,
    (lon, lat): (&[f64], &[f64]),
    (cells, weights): (&mut [u64], &mut [f64]),
) -> Result<()> {
    let n = lon.len();
    fits("lat", lat.len(), n)?;
    fits_times("cells", cells.len(), n, 4)?;
    fits_times("weights", weights.len(), n, 4)?;
    drive(kernel, ((lon, lat), (Wide(cells), Wide(weights))))
}
