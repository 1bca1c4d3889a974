//! What a region is inside a block of cells, where it is simple there: bounded by one smooth surface, or by a few.
//!
//! The walk asks for it where a block is neither inside nor outside. With it, all cells of the block are told from one
//! polynomial for each surface (see `coverage/fit.rs`); without it, the block is divided.

use crate::sphere::Vec3;

/// At most so many surfaces.
pub(crate) const MOST: usize = 4;

/// The region inside a block: where all of some functions are positive, or where any of them is.
///
/// It must be right for every point of the block that is further than rounding (5e-15, or a surface's own slack) from all
/// of the surfaces: it is in the region if and only if the functions say so.
#[derive(Debug, Clone, Copy)]
pub struct Local {
    surfaces: [Surface; MOST],
    len: usize,
    /// Whether one positive function is enough.
    pub(crate) any: bool,
}

/// A function of position, positive on the side that is meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Surface {
    /// The half-space `normal·(p - at) >= 0`; `normal` has length 1, so values are distances. `at` should be near the block:
    /// differences from it keep their digits.
    Plane { at: Vec3, normal: Vec3 },
    /// The disc `|p - center|² <= level`, or what is outside of it. Values within `slack` of the border are not told.
    Disc { center: Vec3, level: f64, slack: f64, outside: bool },
    /// The elliptic cone `(along·p)² + (across·p)² <= (center·p)²`, where `center·p` is positive; `center` has length 1, and
    /// the other two are at right angles to it and to each other. `across` is the longer one.
    Ellipse { center: Vec3, along: Vec3, across: Vec3, outside: bool },
    /// A half-plane of the grid, `at + along_i i + along_j j >= 0` with `i` and `j` from 0 to 1 in the base cell. Where
    /// `exact`, the three are what is meant, and few bits each: what is on the line is told to be inside.
    Grid { at: f64, along_i: f64, along_j: f64, slack: f64, exact: bool },
}

impl Local {
    /// One surface.
    pub(crate) fn one(surface: Surface) -> Self {
        Self { surfaces: [surface; MOST], len: 1, any: false }
    }

    /// What is in all of them; none where they are none, or too many.
    pub(crate) fn all(surfaces: impl Iterator<Item = Surface>) -> Option<Self> {
        Self::of(surfaces, false)
    }

    /// What is in any of them; none where they are none, or too many.
    pub(crate) fn any(surfaces: impl Iterator<Item = Surface>) -> Option<Self> {
        Self::of(surfaces, true)
    }

    fn of(mut surfaces: impl Iterator<Item = Surface>, any: bool) -> Option<Self> {
        let mut local = Self { any, ..Self::one(surfaces.next()?) };
        for surface in surfaces {
            *local.surfaces.get_mut(local.len)? = surface;
            local.len += 1;
        }
        Some(local)
    }

    /// What is in any of two, or in both; none where that cannot be said.
    pub(crate) fn joined(mut self, other: &Self, any: bool) -> Option<Self> {
        let fits = |local: &Self| local.len == 1 || local.any == any;
        if !fits(&self) || !fits(other) {
            return None;
        }
        self.any = any;
        for surface in other.surfaces() {
            *self.surfaces.get_mut(self.len)? = *surface;
            self.len += 1;
        }
        Some(self)
    }

    /// What is outside.
    pub(crate) fn inverted(mut self) -> Self {
        self.any = !self.any;
        self.surfaces = self.surfaces.map(Surface::inverted);
        self
    }

    /// Whether any of its surfaces is one in space.
    pub(crate) fn is_in_space(&self) -> bool {
        self.surfaces().iter().any(|surface| !matches!(surface, Surface::Grid { .. }))
    }

    pub(crate) fn surfaces(&self) -> &[Surface] {
        self.surfaces.get(..self.len).unwrap_or_default()
    }
}

impl Surface {
    /// The other side of it.
    pub(crate) fn inverted(self) -> Self {
        match self {
            Surface::Plane { at, normal } => Surface::Plane { at, normal: -normal },
            Surface::Disc { center, level, slack, outside } => {
                Surface::Disc { center, level, slack, outside: !outside }
            }
            Surface::Ellipse { center, along, across, outside } => {
                Surface::Ellipse { center, along, across, outside: !outside }
            }
            // The line is on both sides: it belongs to what is inside, and to what is left of it the other way round.
            Surface::Grid { at, along_i, along_j, slack, .. } => {
                Surface::Grid { at: -at, along_i: -along_i, along_j: -along_j, slack, exact: false }
            }
        }
    }
}
