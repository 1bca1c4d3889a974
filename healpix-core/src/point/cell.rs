//! Positions in and on the border of a cell.

use alloc::vec::Vec;

use crate::batch::simd::{Lanes, Stamped, stamped};
use crate::error::{Error, Result};
use crate::grid::FaceIj;
use crate::projection::{Place, Side, Spot, landmark, place};
use crate::room::reserved;
use crate::sphere::isa::Plain;
use crate::sphere::trig::Arcsine;
use crate::sphere::{AngleUnit, LonLat, UnitVec};

/// Offsets of the four vertices, in the order S, E, N, W.
pub(crate) const VERTICES: [(f64, f64); 4] = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];

/// The largest number of points along a side that `path` and `grid` take: the answer stays
/// at 2^24 positions, 400 megabytes.
pub(crate) const MAX_STEPS: u32 = 1 << 12;

/// The position with offsets `dx`, `dy` in a cell.
#[inline(always)]
pub(crate) fn position(nside: u32, cell: FaceIj, dx: f64, dy: f64, unit: AngleUnit) -> Result<LonLat> {
    // Written so that NaN fails too.
    if !((0.0..=1.0).contains(&dx) && (0.0..=1.0).contains(&dy)) {
        return Err(Error::Offset { dx, dy });
    }
    Ok(place(nside, cell, dx, dy).to_lonlat::<Plain>(unit, &Arcsine::KNOWN))
}

#[inline(always)]
pub(crate) fn center(nside: u32, cell: FaceIj, unit: AngleUnit) -> LonLat {
    landmark(nside, cell, 0.5, 0.5).to_lonlat::<Plain>(unit, &Arcsine::KNOWN)
}

#[inline]
pub(crate) fn center_vec(nside: u32, cell: FaceIj) -> UnitVec {
    landmark(nside, cell, 0.5, 0.5).to_vec()
}

#[inline]
pub(crate) fn vertices(nside: u32, cell: FaceIj, unit: AngleUnit) -> [LonLat; 4] {
    VERTICES.map(|(dx, dy)| landmark(nside, cell, dx, dy).to_lonlat::<Plain>(unit, &Arcsine::KNOWN))
}

/// The number of positions of a path or grid with `k` points a side, where `k` is allowed.
pub(crate) fn check_steps(k: u32) -> Result<()> {
    if (1..=MAX_STEPS).contains(&k) { Ok(()) } else { Err(Error::Steps { k, min: 1, max: MAX_STEPS }) }
}

/// `k` points on each of the four sides, from S over E, N and W back towards S; each side begins
/// with its vertex.
pub(crate) fn path_along_edge(nside: u32, cell: FaceIj, k: u32) -> Result<Vec<LonLat>> {
    check_steps(k)?;
    let sides = (0..4).map(|side| (VERTICES[side], VERTICES[(side + 1) & 3]));
    positions(
        nside,
        cell,
        4 * k as usize,
        sides.flat_map(|((x0, y0), (x1, y1))| {
            (0..k).map(move |step| {
                let t = f64::from(step) / f64::from(k);
                // One of the two differences is 0 and the other ±1, so both sums stay in [0, 1].
                (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)
            })
        }),
    )
}

/// The middles of `k` × `k` equal parts of a cell, the offset towards E running fastest.
pub(crate) fn grid(nside: u32, cell: FaceIj, k: u32) -> Result<Vec<LonLat>> {
    check_steps(k)?;
    let middle = move |step: u32| (f64::from(step) + 0.5) / f64::from(k);
    let offsets = (0..k).map(middle).flat_map(|y| (0..k).map(move |a| (middle(a), y)));
    positions(nside, cell, (k as usize).saturating_mul(k as usize), offsets)
}

/// Positions in one cell, in radians.
fn positions(
    nside: u32,
    cell: FaceIj,
    len: usize,
    mut offsets: impl Iterator<Item = (f64, f64)>,
) -> Result<Vec<LonLat>> {
    /// Positions worked out at a time.
    const BLOCK: usize = 128;
    let mut out = reserved(len)?;
    let (side, at) = (Side::of(nside), Spot::of(cell));
    let [mut dx, mut dy, mut lon, mut lat] = [[0.0; BLOCK]; 4];
    let mut flags = [0; BLOCK];
    while out.len() < len {
        let mut n = 0;
        for (x, y) in offsets.by_ref().take(BLOCK) {
            (dx[n], dy[n]) = (x, y);
            n += 1;
        }
        let (lon, lat, flags) = (&mut lon[..n], &mut lat[..n], &mut flags[..n]);
        stamped(InCell { side, at, offsets: (&dx[..n], &dy[..n]), positions: (lon, lat), flags });
        out.extend((0..n).map(|k| match flags[k] {
            0 => LonLat::trusted(lon[k], lat[k], AngleUnit::Radians),
            _ => place(nside, cell, dx[k], dy[k]).to_lonlat::<Plain>(AngleUnit::Radians, &Arcsine::KNOWN),
        }));
        if n == 0 {
            break;
        }
    }
    Ok(out)
}

/// A block of positions in one cell; flagged are those that need a closer look.
struct InCell<'a> {
    side: Side,
    at: Spot,
    offsets: (&'a [f64], &'a [f64]),
    positions: (&'a mut [f64], &'a mut [f64]),
    flags: &'a mut [u32],
}

impl Stamped for InCell<'_> {
    type Output = ();
    #[inline(always)]
    fn run<I: Lanes>(self) {
        let Self { side, at, offsets: (dx, dy), positions: (lon, lat), flags } = self;
        let n = flags.len();
        let (dx, dy, lon, lat) = (&dx[..n], &dy[..n], &mut lon[..n], &mut lat[..n]);
        let arcsine = Arcsine::held();
        for k in 0..n {
            let (place, _) = Place::of::<I>(side, at, dx[k], dy[k]);
            (lon[k], lat[k]) = place.to_lonlat::<I>(AngleUnit::Radians, &arcsine).as_given();
            flags[k] = u32::from(place.is_at_pole() | place.is_tiny());
        }
    }
}
