//! Parallels and meridians on a base cell of the grid: straight lines, each with a side.
//!
//! With i and j from 0 to 1 in the base cell, height is `i + j`, less the row of the base cell. In the equatorial zone longitude is
//! `(i - j) / 2` quarter turns from the base cell's middle. In a cap it is `v / (u + v)` from the quadrant's western border, with
//! `u = 1 - i` and `v = 1 - j` in the north, `u = j` and `v = i` in the south: east of t is where `v - t (u + v) >= 0`.

use super::local::Surface;
use crate::coverage::Patch;
use crate::grid::BaseCell;

/// What is left to the exact path on both sides of a line: three times what it does not tell itself.
const SLACK: f64 = 1.2e-14;

/// Longitudes with so many bits after the point, and coordinates of cells with 29, have exact products and sums.
const FEW_BITS: f64 = 1048576.0; // 2^20

fn has_few_bits(x: f64) -> bool {
    x * FEW_BITS % 1.0 == 0.0
}

/// The other side of a line, which belongs to both.
fn opposite(line: Surface) -> Surface {
    match line {
        Surface::Grid { at, along_i, along_j, slack, exact } => {
            Surface::Grid { at: -at, along_i: -along_i, along_j: -along_j, slack, exact }
        }
        other => other,
    }
}

/// A block on one side of the border of the caps.
pub(super) struct Lines<'p> {
    patch: &'p Patch,
    /// Row of the base cell, 0 to 2.
    row: f64,
    zone: Zone,
}

#[derive(Clone, Copy, PartialEq)]
enum Zone {
    North,
    Belt,
    South,
}

impl<'p> Lines<'p> {
    /// None for blocks that the border of the caps divides.
    pub(super) fn of(patch: &'p Patch) -> Option<Self> {
        let (low, high) = (patch.i.0 + patch.j.0, patch.i.1 + patch.j.1);
        let n = patch.nside;
        let row = patch.face >> 2;
        let zone = match row {
            0 if high > n => (low >= n).then_some(Zone::North)?,
            2 if low < n => (high <= n).then_some(Zone::South)?,
            _ => Zone::Belt,
        };
        Some(Self { patch, row: f64::from(row), zone })
    }

    /// What is above a height, in half base cells over the equator, or below it.
    pub(super) fn above(&self, height: f64) -> Surface {
        let exact = height.abs() == 2.0 || height == 0.0;
        Surface::Grid { at: -self.row - height, along_i: 1.0, along_j: 1.0, slack: SLACK, exact }
    }

    pub(super) fn below(&self, height: f64) -> Surface {
        opposite(self.above(height))
    }

    /// A longitude in quarter turns as seen from the base cell: less than half a turn away.
    pub(super) fn near(&self, x: f64) -> f64 {
        let middle = self.middle();
        let turns = crate::sphere::trig::floor((middle - x) * 0.25 + 0.5);
        x + 4.0 * turns
    }

    /// Quarter turns to the middle of the base cell.
    fn middle(&self) -> f64 {
        let face = BaseCell::trusted(self.patch.face);
        match self.zone {
            Zone::Belt => 0.5 * f64::from(face.center_eighths()),
            _ => f64::from(face.column()) + 0.5,
        }
    }

    /// What is east of a longitude in quarter turns.
    pub(super) fn east_of(&self, x: f64) -> Surface {
        let off = self.near(x) - self.middle();
        let (at, along_i, along_j) = match self.zone {
            Zone::Belt => (-off, 0.5, -0.5),
            // t is off + 1/2.
            Zone::North => (-2.0 * off, 0.5 + off, off - 0.5),
            Zone::South => (0.0, 0.5 - off, -0.5 - off),
        };
        // At the pole itself all meridians meet.
        let at_pole = match self.zone {
            Zone::Belt => false,
            Zone::North => self.patch.i.1 + self.patch.j.1 == 2.0 * self.patch.nside,
            Zone::South => self.patch.i.0 + self.patch.j.0 == 0.0,
        };
        let exact = !at_pole && has_few_bits(x);
        Surface::Grid { at, along_i, along_j, slack: SLACK, exact }
    }

    /// What is west of a longitude that was computed from `given`.
    pub(super) fn west_of(&self, x: f64, given: f64) -> Surface {
        match opposite(self.east_of(x)) {
            // Where both have few bits they are the same.
            Surface::Grid { at, along_i, along_j, slack, exact } => {
                Surface::Grid { at, along_i, along_j, slack, exact: exact && has_few_bits(given) }
            }
            other => other,
        }
    }

    /// Whether the block is surely on the side that is meant; and whether it surely is on neither side alone.
    pub(super) fn is_inside(&self, line: &Surface) -> bool {
        self.range(line).0 > SLACK
    }

    pub(super) fn crosses(&self, line: &Surface) -> bool {
        let (low, high) = self.range(line);
        low <= SLACK && high >= -SLACK
    }

    /// The least and the greatest value in the block.
    fn range(&self, line: &Surface) -> (f64, f64) {
        let Surface::Grid { at, along_i, along_j, .. } = *line else { return (f64::MIN, f64::MAX) };
        let scaled = |(a, b): (f64, f64), along: f64| {
            let (a, b) = (a * self.patch.inverse * along, b * self.patch.inverse * along);
            (a.min(b), a.max(b))
        };
        let (i, j) = (scaled(self.patch.i, along_i), scaled(self.patch.j, along_j));
        (at + i.0 + j.0, at + i.1 + j.1)
    }
}
