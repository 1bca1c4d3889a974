//! The walk over the tree of cells: from large ones down, dividing those of which a look does not tell.
//!
//! It keeps its own stack, at most three nodes for each level, so no depth is too deep for it; cells come in the order of
//! their numbers.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::block::{Block, Group, SMALLEST};
use super::cell::CoverageCell;
use super::masks::nested as nested_bits;
use super::patch::Patch;
use super::window;
use crate::error::{Error, Result};
use crate::grid::{Depth, Scheme};
use crate::nested::{self, Cover};
use crate::progress;
use crate::region::Relation;
use crate::region::shape::{Bound, Frame, Mark, Scratch, Shape, Verdict};

/// What becomes of the cells.
pub(crate) trait Sink {
    /// Whether to go on with the cells in a block that the region touches.
    fn wants(&mut self, _patch: &Patch, _about: &mut About<'_>) -> bool {
        true
    }

    /// Whether it takes cells by groups, too.
    const GROUPS: bool = false;

    /// Whether it is centres of cells that are asked for: in a group, full are the cells whose centre is inside.
    fn centers(&self) -> bool {
        false
    }

    /// Cells of one group that are inside the region or meet it.
    fn take_group(&mut self, _group: &Group) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    /// A block inside the region, or a single cell that meets it.
    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()>;
}

/// What is known around a cell on its way to the sink.
pub(crate) struct About<'w> {
    pub(crate) region: &'w dyn Shape,
    pub(crate) frame: &'w Frame,
    pub(crate) scratch: &'w mut Scratch,
}

/// A block still to be looked into.
struct Node {
    patch: Patch,
    frame: Frame,
    mark: Mark,
    verdict: Verdict,
}

/// Walks over all cells of a depth that a region touches. Says whether the sink stopped it.
pub(crate) fn walk_nested<S: Shape, K: Sink>(depth: Depth, region: &S, sink: &mut K) -> Result<ControlFlow<()>> {
    watched(|| nested(depth, region, sink))
}

/// A walk that a watcher may stop.
fn watched(walk: impl FnOnce() -> ControlFlow<()>) -> Result<ControlFlow<()>> {
    progress::task(None, || match walk() {
        ControlFlow::Break(()) if progress::stopped() => Err(Error::Stopped),
        flow => Ok(flow),
    })
}

fn nested<S: Shape, K: Sink>(depth: Depth, region: &S, sink: &mut K) -> ControlFlow<()> {
    let around = region.bound().map(Around::of);
    if K::GROUPS {
        if let Some(flow) = around.as_ref().and_then(|around| window::tell(depth, around, region, sink)) {
            return flow;
        }
    }
    let starts = Starts::around(depth, around.as_ref());
    let blocks = K::GROUPS.then_some(depth);
    if region.needs_corners() {
        run(region, starts.patches(), |patch| (patch.quarters(), 4), blocks, sink)
    } else {
        run(region, starts.patches(), |patch| (patch.plain_quarters(), 4), blocks, sink)
    }
}

/// Walks over all cells below some blocks. Blocks of one cell are not divided.
pub(crate) fn walk<S: Shape>(
    region: &S,
    starts: impl Iterator<Item = Patch>,
    split: impl Fn(&Patch) -> ([Patch; 4], usize) + Copy,
    sink: &mut impl Sink,
) -> Result<ControlFlow<()>> {
    watched(|| run(region, starts, split, None, sink))
}

/// The same; with a depth, blocks of cells of that depth are told at once where that is possible.
fn run<S: Shape>(
    region: &S,
    starts: impl Iterator<Item = Patch>,
    split: impl Fn(&Patch) -> ([Patch; 4], usize) + Copy,
    blocks: Option<Depth>,
    sink: &mut impl Sink,
) -> ControlFlow<()> {
    let mut scratch = Scratch::default();
    let root = region.root(&mut scratch);
    let mark = scratch.mark();
    let mut stack: Vec<Node> = Vec::new();
    for patch in starts {
        scratch.cut(mark);
        let (verdict, frame) = region.look(&patch, &root, &mut scratch);
        let node = Node { patch, frame, mark: scratch.mark(), verdict };
        step(region, &node, split, blocks, &mut stack, &mut scratch, sink)?;
        while let Some(node) = stack.pop() {
            progress::pause(progress::LOOK)?;
            scratch.cut(node.mark);
            step(region, &node, split, blocks, &mut stack, &mut scratch, sink)?;
        }
    }
    ControlFlow::Continue(())
}

#[inline(always)]
fn step<S: Shape>(
    region: &S,
    node: &Node,
    split: impl Fn(&Patch) -> ([Patch; 4], usize),
    blocks: Option<Depth>,
    stack: &mut Vec<Node>,
    scratch: &mut Scratch,
    sink: &mut impl Sink,
) -> ControlFlow<()> {
    let divisible = node.patch.size() > 1.0 && !matches!(node.verdict, Verdict::Full | Verdict::Disjoint);
    if !divisible {
        return finish(region, &node.patch, node.verdict, &node.frame, scratch, sink);
    }
    if !sink.wants(&node.patch, &mut About { region, frame: &node.frame, scratch }) {
        return ControlFlow::Continue(());
    }
    if node.patch.size() >= SMALLEST {
        if let Some(flow) = told_at_once(region, node, blocks, scratch, sink) {
            return flow;
        }
    }
    if node.patch.size() > 2.0 {
        divide(region, node, split, stack, scratch);
        return ControlFlow::Continue(());
    }
    // The parts are single cells: nothing of them need wait.
    let (parts, len) = split(&node.patch);
    for patch in parts.iter().take(len) {
        let (verdict, frame) = region.look(patch, &node.frame, scratch);
        finish(region, patch, verdict, &frame, scratch, sink)?;
        scratch.cut(node.mark);
    }
    ControlFlow::Continue(())
}

/// All cells of a block, where the region is simple in it.
#[inline(always)]
fn told_at_once<S: Shape>(
    region: &S,
    node: &Node,
    blocks: Option<Depth>,
    scratch: &mut Scratch,
    sink: &mut impl Sink,
) -> Option<ControlFlow<()>> {
    let depth = blocks?;
    let (patch, frame) = (&node.patch, &node.frame);
    if let Some(local) = region.local(patch, frame, scratch) {
        return Block { region, frame, scratch, sink, depth, local }.tell(patch);
    }
    if patch.size() > SMALLEST || sink.centers() {
        return None;
    }
    let (partial, full) = region.cells(patch, frame, scratch)?;
    let first = CoverageCell::of_patch(depth, patch, Relation::Full).index << 6;
    Some(sink.take_group(&Group { depth: depth.get(), first, full: nested_bits(full), partial: nested_bits(partial) }))
}

/// Hands over what is not divided further.
#[inline(always)]
fn finish<S: Shape>(
    region: &S,
    patch: &Patch,
    verdict: Verdict,
    frame: &Frame,
    scratch: &mut Scratch,
    sink: &mut impl Sink,
) -> ControlFlow<()> {
    let relation = match verdict {
        Verdict::Unsure => region.settle(patch, frame, scratch),
        told => told.decided(),
    };
    if relation == Relation::Disjoint {
        return ControlFlow::Continue(());
    }
    sink.take(patch, relation, &mut About { region, frame, scratch })
}

/// The parts of a block go on the stack in reverse, so that they come off in order; the lists they hand down lie in the
/// scratch space in that order too.
#[inline(always)]
fn divide<S: Shape>(
    region: &S,
    node: &Node,
    split: impl Fn(&Patch) -> ([Patch; 4], usize),
    stack: &mut Vec<Node>,
    scratch: &mut Scratch,
) {
    let (parts, len) = split(&node.patch);
    for patch in parts.iter().take(len).rev() {
        let (verdict, frame) = region.look(patch, &node.frame, scratch);
        if verdict != Verdict::Disjoint {
            stack.push(Node { patch: *patch, frame, mark: scratch.mark(), verdict });
        }
    }
}

/// A disc in which a region lies.
pub(super) struct Around {
    /// The cell of depth 29 of its middle.
    pub(super) key: u64,
    pub(super) radius: f64,
}

impl Around {
    fn of(Bound { center, radius }: Bound) -> Self {
        // What rounding may do to the bound, and a shape's own margins.
        Self { key: nested::hash(Depth::MAX, center).index(), radius: radius * (1.0 + 1e-12) + 4e-14 }
    }
}

/// The cells that a walk begins with.
pub(super) struct Starts {
    depth: Depth,
    cells: Cover,
}

impl Starts {
    /// The few cells around a disc, or the base cells.
    pub(super) fn around(depth: Depth, around: Option<&Around>) -> Self {
        let cells = around.map_or_else(Cover::base_cells, |disc| Cover::of_disc(disc.key, disc.radius, depth));
        Self { depth, cells }
    }

    pub(super) fn patches(&self) -> impl Iterator<Item = Patch> {
        let side = self.depth.nside().get();
        self.cells.cells().iter().map(move |cell| {
            let shift = self.depth.get() - cell.depth().get();
            let mut at = cell.depth().decode_trusted(cell.index());
            (at.i, at.j) = (at.i << shift, at.j << shift);
            Patch::of_cell(side, at, 1 << shift)
        })
    }
}
