//! Ring coverages of any shape, by way of the tree.
//!
//! Blocks of cells of a base cell are divided as in the nested scheme, only not always into equal halves. A block's cells of
//! one ring follow each other; so the answer is made ring by ring from the blocks that reach it, and only blocks and answer
//! are ever kept.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use crate::coverage::patch::Patch;
use crate::coverage::result::push_range;
use crate::coverage::sets::center_inside;
use crate::coverage::walk::{About, Sink, walk};
use crate::error::{Error, Result};
use crate::grid::{FaceIj, Nside, Scheme};
use crate::moc::CellRange;
use crate::progress;
use crate::region::Relation;
use crate::region::shape::Shape;
use crate::ring::layout;
use crate::room::push;

/// The runs of cells that a region touches, or whose centre is inside.
pub(super) fn runs<S: Shape>(nside: Nside, region: &S, centers: bool) -> Result<Vec<CellRange>> {
    let mut sink = Blocks { nside: nside.get(), centers, blocks: Vec::new(), error: None };
    let starts = (0..12).map(|face| Patch::base_cell(nside.get(), face));
    // The sink stops it only on an error, which is kept.
    let _ = walk(region, starts, Patch::parts, &mut sink)?;
    match sink.error {
        Some(error) => Err(error),
        None => swept(nside, sink.blocks),
    }
}

/// A block of cells of a base cell, first and last ones, and the rings it reaches from and to.
#[derive(Clone, Copy)]
struct Block {
    top: u32,
    bottom: u32,
    face: u8,
    i: (u32, u32),
    j: (u32, u32),
}

/// Keeps blocks.
struct Blocks {
    nside: u32,
    centers: bool,
    blocks: Vec<Block>,
    error: Option<Error>,
}

impl Sink for Blocks {
    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()> {
        if self.centers && relation != Relation::Full && !center_inside(patch, about) {
            return ControlFlow::Continue(());
        }
        match push(&mut self.blocks, Block::of(self.nside, patch)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}

impl Block {
    fn of(nside: u32, patch: &Patch) -> Self {
        let ends = |(a, b): (f64, f64)| (a as u32, b as u32 - 1);
        let (face, i, j) = (patch.face, ends(patch.i), ends(patch.j));
        let ring = |i, j| layout::ring_of(nside, FaceIj::trusted(face, i, j));
        Self { top: ring(i.1, j.1), bottom: ring(i.0, j.0), face, i, j }
    }

    /// Its cells of a ring that it reaches: they follow each other, from W to E as i grows.
    fn row(&self, nside: u32, ring: u32) -> (FaceIj, u32) {
        let sum = (u32::from(self.face >> 2) + 2) * nside - 1 - ring;
        let (first, last) = (self.i.0.max(sum.saturating_sub(self.j.1)), self.i.1.min(sum - self.j.0));
        (FaceIj::trusted(self.face, first, sum - first), last - first + 1)
    }
}

/// The runs of all blocks, ring by ring from the north.
fn swept(nside: Nside, mut blocks: Vec<Block>) -> Result<Vec<CellRange>> {
    let side = nside.get();
    let mut runs = Vec::new();
    if blocks.len() == 12 && blocks.iter().all(|block| block.i == (0, side - 1) && block.j == (0, side - 1)) {
        push_range(&mut runs, (0, nside.n_cells()))?;
        return Ok(runs);
    }
    blocks.sort_unstable_by_key(|block| block.top);
    let mut waiting = blocks.into_iter().peekable();
    let (mut open, mut row): (Vec<Block>, Vec<(u64, u64)>) = (Vec::new(), Vec::new());
    let mut ring = 0;
    while let Some(next) = waiting.peek().map(|block| block.top) {
        ring = if open.is_empty() { next } else { ring };
        while let Some(block) = waiting.next_if(|block| block.top <= ring) {
            push(&mut open, block)?;
        }
        // Rings up to where the next block begins.
        let until = waiting.peek().map_or(u32::MAX, |block| block.top);
        while ring < until && !open.is_empty() {
            progress::check(open.len() * progress::LOOK)?;
            take_row(nside, ring, &open, &mut row)?;
            for run in row.drain(..) {
                push_range(&mut runs, run)?;
            }
            open.retain(|block| block.bottom > ring);
            ring += 1;
        }
    }
    Ok(runs)
}

/// The sorted runs of one ring.
fn take_row(nside: Nside, ring: u32, open: &[Block], row: &mut Vec<(u64, u64)>) -> Result<()> {
    let side = nside.get();
    let ring_start = layout::cells_before(side, ring);
    let ring_end = ring_start + u64::from(layout::cells_in(side, ring));
    for block in open {
        let (first, n) = block.row(side, ring);
        let start = nside.encode(first);
        let end = start + u64::from(n);
        push(row, (start, end.min(ring_end)))?;
        if end > ring_end {
            // Over longitude 0.
            push(row, (ring_start, ring_start + (end - ring_end)))?;
        }
    }
    row.sort_unstable();
    Ok(())
}
