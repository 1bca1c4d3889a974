//! The walk over the tree of cells: from large ones down, dividing those of which a look does not tell.
//!
//! It keeps its own stack, at most three nodes for each level, so no depth is too deep for it; cells come in the order of
//! their numbers.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::patch::Patch;
use crate::grid::{Cell, Depth, Scheme, covered_radius};
use crate::nested;
use crate::region::Relation;
use crate::region::shape::{Bound, Frame, Mark, Scratch, Shape, Verdict};

/// What becomes of the cells.
pub(crate) trait Sink {
    /// Whether to go on with the cells in a block that the region touches.
    fn wants(&mut self, _patch: &Patch) -> bool {
        true
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

/// How blocks are divided.
pub(crate) type Split = fn(&Patch) -> ([Patch; 4], usize);

/// Walks over all cells of a depth that a region touches.
pub(crate) fn walk_nested<S: Shape>(depth: Depth, region: &S, sink: &mut impl Sink) -> ControlFlow<()> {
    let starts = Starts::around(depth, region.bound());
    walk(region, starts.patches(), |patch| (patch.quarters(), 4), sink)
}

/// Walks over all cells below some blocks. Blocks of one cell are not divided.
pub(crate) fn walk<S: Shape>(
    region: &S,
    starts: impl Iterator<Item = Patch>,
    split: Split,
    sink: &mut impl Sink,
) -> ControlFlow<()> {
    let mut scratch = Scratch::default();
    let root = region.root(&mut scratch);
    let mark = scratch.mark();
    let mut stack: Vec<Node> = Vec::with_capacity(64);
    for patch in starts {
        scratch.cut(mark);
        let (verdict, frame) = region.look(&patch, &root, &mut scratch);
        if verdict != Verdict::Disjoint {
            stack.push(Node { patch, frame, mark: scratch.mark(), verdict });
        }
        while let Some(node) = stack.pop() {
            scratch.cut(node.mark);
            step(region, &node, split, &mut stack, &mut scratch, sink)?;
        }
    }
    ControlFlow::Continue(())
}

#[inline(always)]
fn step<S: Shape>(
    region: &S,
    node: &Node,
    split: Split,
    stack: &mut Vec<Node>,
    scratch: &mut Scratch,
    sink: &mut impl Sink,
) -> ControlFlow<()> {
    let single = node.patch.size() <= 1.0;
    let relation = match (node.verdict, single) {
        (Verdict::Full, _) => Relation::Full,
        (Verdict::Partial, true) => Relation::Partial,
        (Verdict::Unsure, true) => region.settle(&node.patch, &node.frame, scratch),
        _ => {
            if sink.wants(&node.patch) {
                divide(region, node, split, stack, scratch);
            }
            return ControlFlow::Continue(());
        }
    };
    if relation == Relation::Disjoint {
        return ControlFlow::Continue(());
    }
    sink.take(&node.patch, relation, &mut About { region, frame: &node.frame, scratch })
}

/// The parts of a block go on the stack in reverse, so that they come off in order; the lists they hand down lie in the
/// scratch space in that order too.
#[inline(always)]
fn divide<S: Shape>(region: &S, node: &Node, split: Split, stack: &mut Vec<Node>, scratch: &mut Scratch) {
    let (parts, len) = split(&node.patch);
    for patch in parts.into_iter().take(len).rev() {
        let (verdict, frame) = region.look(&patch, &node.frame, scratch);
        if verdict != Verdict::Disjoint {
            stack.push(Node { patch, frame, mark: scratch.mark(), verdict });
        }
    }
}

/// The cells that a walk begins with.
pub(super) struct Starts {
    depth: Depth,
    cells: [Option<Cell>; 12],
}

impl Starts {
    /// The few cells around a disc, or the base cells.
    pub(super) fn around(depth: Depth, bound: Option<Bound>) -> Self {
        let mut cells = [None; 12];
        let start = bound.and_then(|bound| Some((bound, starting_depth(depth, bound.radius)?)));
        match start {
            None => (0..12).zip(&mut cells).for_each(|(face, slot)| *slot = Some(Cell::trusted(Depth::ZERO, face))),
            Some((bound, at)) => {
                let home = nested::hash(at, bound.center);
                cells[0] = Some(home);
                cells[1..9].copy_from_slice(&nested::neighbors(home));
                // Absent ones come first and are passed over.
                cells.sort_unstable();
            }
        }
        Self { depth, cells }
    }

    pub(super) fn patches(&self) -> impl Iterator<Item = Patch> {
        let side = self.depth.nside().get();
        self.cells.iter().flatten().map(move |cell| {
            let shift = self.depth.get() - cell.depth().get();
            let mut at = cell.depth().decode_trusted(cell.index());
            (at.i, at.j) = (at.i << shift, at.j << shift);
            Patch::of_cell(side, at, 1 << shift)
        })
    }
}

/// The deepest depth at which a disc stays in the cell of its centre and the cells around.
fn starting_depth(depth: Depth, radius: f64) -> Option<Depth> {
    let radius = radius * (1.0 + 1e-12) + 1e-14;
    (0..=depth.get()).rev().map(Depth::trusted).find(|d| radius <= covered_radius(*d))
}
