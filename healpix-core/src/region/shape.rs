//! What the tree walk asks of a region. The public face of it is [`Region`](super::Region).

use alloc::vec::Vec;

use super::local::Local;
use super::{Annulus, Cone, Relation, Zone};
use crate::coverage::Patch;
use crate::sphere::{LonLat, Vec3};

/// What a first look at a cell tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They have no point in common.
    Disjoint,
    /// The cell is inside the region.
    Full,
    /// They meet, and the cell is not inside.
    Partial,
    /// A first look does not tell.
    Unsure,
}

impl Verdict {
    pub(crate) fn of(relation: Relation) -> Self {
        match relation {
            Relation::Disjoint => Verdict::Disjoint,
            Relation::Partial => Verdict::Partial,
            Relation::Full => Verdict::Full,
        }
    }

    /// That on what is outside.
    pub(crate) fn inverted(self) -> Self {
        match self {
            Verdict::Disjoint => Verdict::Full,
            Verdict::Full => Verdict::Disjoint,
            other => other,
        }
    }

    /// As an answer; what is still unsure leans to partial.
    pub(crate) fn decided(self) -> Relation {
        match self {
            Verdict::Disjoint => Relation::Disjoint,
            Verdict::Full => Relation::Full,
            Verdict::Partial | Verdict::Unsure => Relation::Partial,
        }
    }
}

/// What a cell hands down to the cells in it, so that they need not begin from nothing. Regions of several
/// parts keep lists in a [`Scratch`]; each frame has its own stretch of one.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Stretch of the list.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// A point in the cell's surroundings of which it is known whether it is inside.
    pub(crate) at: Vec3,
    pub(crate) inside: bool,
}

impl Frame {
    /// Of regions that hand down nothing.
    pub(crate) const EMPTY: Self = Self { start: 0, end: 0, at: Vec3::ZERO, inside: false };
}

/// The lists of all frames on the way down, one behind the other.
#[derive(Debug, Default)]
pub struct Scratch {
    /// Numbers of polygon edges near a cell.
    pub(crate) edges: Vec<u32>,
    /// Frames of those members of combined regions that are not settled yet, with the members' numbers.
    pub(crate) frames: Vec<(u32, Frame)>,
    /// Parts that the cell at hand may still be divided into, where it is being divided.
    pub(crate) parts: Option<u32>,
}

/// How far the lists went: to cut them off there again.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    edges: usize,
    frames: usize,
}

impl Scratch {
    pub(crate) fn mark(&self) -> Mark {
        Mark { edges: self.edges.len(), frames: self.frames.len() }
    }

    /// Takes one of the parts that are left; false where none is.
    pub(crate) fn take_part(&mut self) -> bool {
        let left = self.parts.unwrap_or(0);
        self.parts = self.parts.map(|parts| parts.saturating_sub(1));
        left > 0
    }

    pub(crate) fn cut(&mut self, mark: Mark) {
        self.edges.truncate(mark.edges);
        self.frames.truncate(mark.frames);
    }
}

/// A disc that a region lies in.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    pub(crate) center: LonLat,
    pub(crate) radius: f64,
}

/// A shape of which every parallel has one part, or of an annulus two: its cells are found ring by ring.
#[derive(Debug, Clone, Copy)]
pub enum ByParallel<'r> {
    /// A cone.
    Cone(&'r Cone),
    /// An annulus.
    Annulus(&'r Annulus),
    /// A zone.
    Zone(&'r Zone),
}

/// The questions of the walk.
pub trait Shape {
    /// What base cells are handed.
    fn root(&self, scratch: &mut Scratch) -> Frame;

    /// A first look at a cell: cheap, and right where it is not unsure. `above` is the frame of a cell that
    /// contains it, or the root's.
    fn look(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch) -> (Verdict, Frame);

    /// The exact answer for a cell of which `look` was unsure; `frame` is what `look` gave.
    fn settle(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation;

    /// What the region is inside a block of cells of which `look` was unsure or partial, where that is simple:
    /// bounded by at most [`MOST`](super::local::MOST) smooth surfaces (see [`Local`]), and for that every other part of
    /// the region's border must be known to stay out of the block (the curved block, its border included).
    /// `frame` is what `look` gave for this block. Cells of the block that the surfaces do not tell are
    /// asked of `look` and `settle`, with `frame` as the one above. None is always right.
    fn local(&self, _patch: &Patch, _frame: &Frame, _scratch: &Scratch) -> Option<Local> {
        None
    }

    /// The same for the whole sphere, for regions that are bounded by the same surfaces in every block.
    fn everywhere(&self) -> Option<Local> {
        None
    }

    /// The cells of a block of at most 8 by 8 of them, told by the region itself where `local` has nothing simple to say:
    /// those that it meets and that are not inside, and those inside; bit `8 j + i`. `frame` is that of the block or of
    /// one that contains it. None is always right.
    fn cells(&self, _patch: &Patch, _frame: &Frame, _scratch: &Scratch) -> Option<(u64, u64)> {
        None
    }

    /// A disc around the region, for those that have one smaller than a hemisphere.
    fn bound(&self) -> Option<Bound>;

    /// Whether it is known to have a point.
    fn has_points(&self) -> bool {
        false
    }

    /// Whether it looks at the corners of cells. Those that do not are spared them.
    fn needs_corners(&self) -> bool {
        true
    }

    /// Itself, where it is of that kind.
    fn by_parallel(&self) -> Option<ByParallel<'_>> {
        None
    }

    /// Whether a position is inside; the border is.
    fn holds(&self, at: LonLat) -> bool;

    /// The same for a position in a cell whose frame is known.
    fn holds_near(&self, at: LonLat, _frame: &Frame, _scratch: &mut Scratch) -> bool {
        self.holds(at)
    }
}
