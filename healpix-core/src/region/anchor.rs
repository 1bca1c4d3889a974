//! A point and where it is on the grid: whether a cell contains it.

use crate::coverage::{Patch, ROUNDING};
use crate::projection;
use crate::sphere::{LonLat, UnitVec, Vec3};

/// A point as base cell and coordinates in it, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Anchor {
    face: u8,
    i: f64,
    j: f64,
}

impl Anchor {
    /// Of a direction.
    pub(crate) fn of(v: Vec3) -> Self {
        Self::at(LonLat::from(UnitVec::trusted(v.x, v.y, v.z)))
    }

    /// Of a position.
    pub(crate) fn at(at: LonLat) -> Self {
        let (cell, i, j) = projection::locate_with_offsets(1, at);
        Self { face: cell.face.get(), i, j }
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
