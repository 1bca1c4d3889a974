//! Positions in and on the border of a cell.

use alloc::vec::Vec;

use crate::error::{Error, Result};
use crate::grid::FaceIj;
use crate::projection::{landmark, place};
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
    let mut path = reserved(4 * k as usize)?;
    for side in 0..4 {
        let ((x0, y0), (x1, y1)) = (VERTICES[side], VERTICES[(side + 1) & 3]);
        for step in 0..k {
            let t = f64::from(step) / f64::from(k);
            // One of the two differences is 0 and the other ±1, so both sums stay in [0, 1].
            let at = place(nside, cell, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t);
            path.push(at.to_lonlat::<Plain>(AngleUnit::Radians, &Arcsine::KNOWN));
        }
    }
    Ok(path)
}

/// The middles of `k` × `k` equal parts of a cell, the offset towards E running fastest.
pub(crate) fn grid(nside: u32, cell: FaceIj, k: u32) -> Result<Vec<LonLat>> {
    check_steps(k)?;
    let mut points = reserved((k as usize).saturating_mul(k as usize))?;
    let middle = |step: u32| (f64::from(step) + 0.5) / f64::from(k);
    for b in 0..k {
        for a in 0..k {
            points
                .push(place(nside, cell, middle(a), middle(b)).to_lonlat::<Plain>(AngleUnit::Radians, &Arcsine::KNOWN));
        }
    }
    Ok(points)
}
