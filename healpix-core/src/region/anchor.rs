//! A point and where it is on the grid: whether a cell contains it.

use core::f64::consts::FRAC_2_PI;

use crate::coverage::{Patch, ROUNDING};
use crate::projection;
use crate::sphere::{LonLat, Vec3, trig};

/// A point as base cell and coordinates in it, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Anchor {
    face: u8,
    i: f64,
    j: f64,
}

impl Anchor {
    /// Of a direction, given as a vector of length 1. Its coordinates are good to 1.3e-15 (the vector's own rounding
    /// included), a third of what [`Anchor::is_in`] allows for: nothing here is certain next to a border, and
    /// nothing need be.
    pub(crate) fn of(v: Vec3) -> Self {
        let (quadrant, front, side) = match (v.x >= 0.0, v.y >= 0.0) {
            (true, true) => (0, v.x, v.y),
            (false, true) => (1, v.y, -v.x),
            (false, false) => (2, -v.x, -v.y),
            (true, false) => (3, -v.y, v.x),
        };
        let part = (trig::atan2(side, front) * FRAC_2_PI).clamp(0.0, 1.0);
        if v.z.abs() <= 2.0 / 3.0 { Self::in_belt(quadrant, part, v.z) } else { Self::in_cap(quadrant, part, v) }
    }

    /// Of a point of the equatorial zone, a part of a quarter turn behind the beginning of a quadrant. The axes are those
    /// of `projection::locate`: towards NE and SE from the middle of the quadrant.
    fn in_belt(quadrant: u8, part: f64, sine: f64) -> Self {
        let (east, north) = (part - 0.5, 0.75 * sine);
        let (a, b) = (east + north, east - north);
        // Beyond 0 lies the base cell's neighbour.
        let (face, i, j) = match (a < 0.0, b < 0.0) {
            (false, true) => (quadrant, a, -b),
            (false, false) => (4 + ((quadrant + 1) & 3), a, 1.0 - b),
            (true, true) => (4 + quadrant, a + 1.0, -b),
            (true, false) => (8 + quadrant, a + 1.0, 1.0 - b),
        };
        Self { face, i: i.clamp(0.0, 1.0), j: j.clamp(0.0, 1.0) }
    }

    /// Of a point of a cap.
    fn in_cap(quadrant: u8, part: f64, v: Vec3) -> Self {
        // √6 times the sine of half the distance to the pole: that sine is √(1 - z²) / √(2 (1 + |z|)).
        let sigma = trig::sqrt(3.0 * (v.x * v.x + v.y * v.y) / (1.0 + v.z.abs()));
        let (a, b) = (sigma * part, sigma * (1.0 - part));
        let (face, i, j) = if v.z > 0.0 { (quadrant, 1.0 - b, 1.0 - a) } else { (8 + quadrant, a, b) };
        Self { face, i: i.clamp(0.0, 1.0), j: j.clamp(0.0, 1.0) }
    }

    /// Of a position.
    pub(crate) fn at(at: LonLat) -> Self {
        let (cell, i, j) = projection::locate_with_offsets(1, at);
        Self { face: cell.face.get(), i, j }
    }

    /// Its coordinates, if it is in that base cell.
    #[inline]
    pub(crate) fn in_base_cell(&self, face: u8) -> Option<(f64, f64)> {
        (self.face == face).then_some((self.i, self.j))
    }

    /// Whether it is in a cell or on its border, or too near to tell.
    #[inline]
    pub(crate) fn is_in(&self, patch: &Patch) -> bool {
        let (i, j, near) = (self.i * patch.nside, self.j * patch.nside, 4.0 * ROUNDING * patch.nside);
        self.face == patch.face
            && i >= patch.i.0 - near
            && i <= patch.i.1 + near
            && j >= patch.j.0 - near
            && j <= patch.j.1 + near
    }
}

#[cfg(test)]
#[path = "anchor_tests.rs"]
mod tests;
