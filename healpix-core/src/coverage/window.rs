//! Regions of a few cells: no tree, but a square around them, of at most 8 by 8 cells or 8 by 8 blocks of cells.

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

    /// A square of some width that holds them.
    fn window(&self, nside: u32, width: u32) -> (FaceIj, u32) {
        let last = nside - width;
        (FaceIj::trusted(self.face, self.i.0.min(last), self.j.0.min(last)), width)
    }

    /// The blocks of 8 by 8 cells that hold them, as many along i as along j; none where they are too many.
    fn blocks(&self, nside: u32) -> Option<(FaceIj, u32)> {
        let across = |(first, last): (u32, u32)| last / 8 - first / 8 + 1;
        let width = 8 * across(self.i).max(across(self.j));
        let last = (width <= BLOCKS).then(|| nside.checked_sub(width))??;
        let first = |(first, _): (u32, u32)| (first & !7).min(last);
        Some((FaceIj::trusted(self.face, first(self.i), first(self.j)), width))
    }

    fn widest(&self) -> u32 {
        (self.i.1 - self.i.0).max(self.j.1 - self.j.0) + 1
    }
}

/// The widest square that is not begun with a tree.
const BLOCKS: u32 = 64;

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
    let (corner, size) = if width <= 8 { cells.window(nside, width) } else { cells.blocks(nside)? };
    let everywhere = region.everywhere();
    let patch =
        if everywhere.is_some() { Patch::plain(nside, corner, size) } else { Patch::of_cell(nside, corner, size) };
    to_pole(&patch)?;
    let mut scratch = Scratch::default();
    let root = region.root(&mut scratch);
    let (local, frame) = match everywhere {
        Some(local) => (local, root),
        None => {
            let (verdict, frame) = region.look(&patch, &root, &mut scratch);
            match verdict {
                Verdict::Disjoint => return Some(ControlFlow::Continue(())),
                Verdict::Full => return None,
                Verdict::Partial | Verdict::Unsure => (region.local(&patch, &frame, &scratch)?, frame),
            }
        }
    };
    let block = Block { region, frame: &frame, scratch: &mut scratch, sink, depth, local };
    if width <= 8 { block.tell_window(&patch) } else { block.tell_blocks(&patch) }
}
