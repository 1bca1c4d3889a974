//! Regions of a few cells: no tree, but a window of at most 8 by 8 cells around them.

use core::ops::ControlFlow;

use super::block::{Block, Group};
use super::fit::to_pole;
use super::patch::Patch;
use super::walk::{Around, Sink};
use crate::grid::{Depth, FaceIj, morton};
use crate::nested::half_side;
use crate::region::shape::{Scratch, Shape, Verdict};

/// Cells of a base cell in which a region lies, from first to last.
struct Cells {
    face: u8,
    i: (u32, u32),
    j: (u32, u32),
}

impl Cells {
    /// Those around a disc; none where it may come into other base cells.
    fn of(depth: Depth, around: &Around) -> Option<Self> {
        let half = half_side(around.radius)?;
        let (i, j) = morton::deinterleave(around.key & ((1 << 58) - 1));
        let shift = Depth::MAX.get() - depth.get();
        let range = |at: u32| {
            let (first, last) = (at.checked_sub(half)?, at.checked_add(half)?);
            (last < 1 << 29).then_some((first >> shift, last >> shift))
        };
        Some(Self { face: (around.key >> 58) as u8, i: range(i)?, j: range(j)? })
    }

    fn widest(&self) -> u32 {
        (self.i.1 - self.i.0).max(self.j.1 - self.j.0) + 1
    }
}

/// Tells all cells that a region touches, where they are so few.
pub(super) fn tell<S: Shape, K: Sink>(
    depth: Depth,
    around: &Around,
    region: &S,
    sink: &mut K,
) -> Option<ControlFlow<()>> {
    let cells = Cells::of(depth, around)?;
    if cells.widest() == 1 && region.has_points() && !sink.centers() {
        // All of it is in one cell, and smaller than that.
        let index = u64::from(cells.face) << (2 * depth.get()) | morton::interleave(cells.i.0, cells.j.0);
        return Some(sink.take_group(&Group {
            depth: depth.get(),
            first: index & !63,
            full: 0,
            partial: 1 << (index & 63),
        }));
    }
    let nside = depth.nside().get();
    let width = cells.widest();
    if width > 8 {
        return None;
    }
    let corner = FaceIj::trusted(cells.face, cells.i.0.min(nside - width), cells.j.0.min(nside - width));
    let patch = Patch::of_cell(nside, corner, width);
    to_pole(&patch)?;
    let mut scratch = Scratch::default();
    let root = region.root(&mut scratch);
    let (verdict, frame) = region.look(&patch, &root, &mut scratch);
    match verdict {
        Verdict::Disjoint => return Some(ControlFlow::Continue(())),
        Verdict::Full => return None,
        Verdict::Partial | Verdict::Unsure => {}
    }
    let local = region.local(&patch, &frame, &scratch)?;
    Block { region, frame: &frame, scratch: &mut scratch, sink, depth, local }.tell_window(&patch)
}
