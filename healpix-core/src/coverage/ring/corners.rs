//! Which cells of a ring have a corner, or their centre, on one side of a meridian.
//!
//! Cells are counted by their place in the ring. With X a longitude in quarter turns, Q its whole part and f the
//! rest, and a ring of q cells in each quarter turn, whose first centre is `half` cells east of longitude 0:
//!
//! * centres are at `(k + half) / q`, western and eastern corners half a cell to both sides of them, on the ring's own parallel;
//! * in the belt the northern and southern corners are on the meridian of the centre, on the parallels next to it;
//! * in a cap, on the q-th parallel from the pole, the k-th cell of a quadrant has its corner towards the pole at `k / (q - 1)` and the one
//!   towards the equator at `(k + 1) / (q + 1)` of the quadrant. Between them and the western corner, t parallels from that one, its side is at
//!   `k / (q - t)` and at `(k + t) / (q + t)`.
//!
//! So the last cell whose western side is not east of X is a real number rounded down. Seen from below, east and west change
//! places, and cell k becomes cell `-2 half - k`: the first cell whose eastern side is not west of X is `-2 half` less the last
//! one for `-X`.

use crate::sphere::trig::floor_long;

/// A corner on the parallel next to that of the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Corner {
    /// In a cap, towards the pole.
    Nearer,
    /// In a cap, towards the equator.
    Farther,
    /// In the belt.
    Straight,
}

/// A ring of cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct RingOf {
    /// Cells in a quarter turn.
    pub(super) quarter: f64,
    /// The first centre's distance from longitude 0, in cells: 0 or 1/2.
    pub(super) half: f64,
    pub(super) north: Corner,
    pub(super) south: Corner,
}

impl RingOf {
    #[inline(always)]
    pub(super) fn new(nside: u32, ring: u32) -> Self {
        let (n, from_south) = (nside, 4 * nside - ring);
        let quarter = f64::from(ring.min(from_south).min(n));
        let half = if ring < n || ring > 3 * n || (ring - n) & 1 == 0 { 0.5 } else { 0.0 };
        let corner = |inside: bool, nearer: bool| match (inside, nearer) {
            (false, _) => Corner::Straight,
            (true, true) => Corner::Nearer,
            (true, false) => Corner::Farther,
        };
        Self {
            quarter,
            half,
            north: corner(ring <= n || ring > 3 * n, ring <= n),
            south: corner(ring < n || ring >= 3 * n, ring >= 3 * n),
        }
    }

    /// The last place, to be rounded down, whose western side is not east of X, `t` parallels from the western corner towards
    /// another one, 0 to 1: at 1 that corner itself.
    #[inline(always)]
    pub(super) fn last_with(&self, corner: Corner, t: f64, x: f64) -> f64 {
        let q = self.quarter;
        if corner == Corner::Straight {
            return x * q - self.half + 0.5 * (1.0 - t);
        }
        let turns = floor_long(x).0;
        let part = x - turns;
        match corner {
            Corner::Nearer => turns * q + part * (q - t),
            // At the quadrant's end its last cell, and not yet the next one's first.
            _ => turns * q + (part * (q + t) - t).min(q - 1.0),
        }
    }

    /// The last place, to be rounded down, whose centre is not east of X.
    #[inline(always)]
    pub(super) fn last_center(&self, x: f64) -> f64 {
        x * self.quarter - self.half
    }

    /// The first place, for the last place of the mirrored ring.
    #[inline(always)]
    pub(super) fn mirrored(&self, last: i64) -> i64 {
        // 2 half is 0 or 1.
        -i64::from(self.half > 0.0) - last
    }
}
