//! From the cells around a disc down to the rows in it.

use alloc::vec::Vec;
use core::ops::Range;

use super::point_index::PointIndex;
use super::probe::Probe;
use crate::error::Result;
use crate::grid::{Cell, Depth};
use crate::nested;
use crate::nested::Cover;
use crate::room::{push, reserve};
use crate::sphere::trig;

/// Rows that are looked at one by one instead of asking their cell first.
pub(super) const LEAF: usize = 32;

/// More than the largest distance from the centre of a cell to a point of it, for nside 1.
pub(super) const CELL_RADIUS: f64 = 1.13;

/// What takes the rows of a search.
pub(super) trait Sink {
    /// No row above this chord is wanted any more.
    fn limit(&self) -> f64;
    /// Takes those of the slots that are wanted.
    fn scan(&mut self, index: &PointIndex, probe: &Probe, slots: Range<usize>) -> Result<()>;
}

/// A cell with many rows, and how near it is.
struct Node {
    cell: Cell,
    slots: Range<usize>,
    /// No row of the cell has a chord below this.
    nearest: f64,
}

/// Hands the rows within a radius (radians, padded) to a sink: all of them up to the sink's limit, and
/// few others.
pub(super) fn search(index: &PointIndex, probe: &Probe, radius: f64, sink: &mut impl Sink) -> Result<()> {
    let cover = Cover::of_disc(probe.key, radius, Depth::MAX);
    let mut full: Vec<Node> = Vec::new();
    for cell in cover.cells() {
        let slots = index.slots(*cell);
        if slots.len() <= LEAF {
            sink.scan(index, probe, slots)?;
        } else {
            push(&mut full, Node::new(probe, *cell, slots))?;
        }
    }
    if full.is_empty() { Ok(()) } else { descend(index, probe, full, sink) }
}

/// Goes down from cells with many rows, near cells first, leaving out those beyond the limit.
fn descend(index: &PointIndex, probe: &Probe, mut stack: Vec<Node>, sink: &mut impl Sink) -> Result<()> {
    // Each level adds at most three cells to those that wait.
    reserve(&mut stack, 3 * usize::from(Depth::MAX.get()) + 4)?;
    stack.sort_unstable_by(|a, b| b.nearest.total_cmp(&a.nearest));
    while let Some(Node { cell, slots, nearest }) = stack.pop() {
        if nearest > sink.limit() {
            continue;
        }
        if slots.len() <= LEAF || cell.depth() == Depth::MAX {
            sink.scan(index, probe, slots)?;
            continue;
        }
        let first = stack.len();
        let mut start = slots.start;
        let depth = Depth::trusted(cell.depth().get() + 1);
        for child in (cell.index() << 2..).take(4).map(|k| Cell::trusted(depth, k)) {
            let end = if child.index() & 3 == 3 { slots.end } else { index.directory.end(&index.cells, child, start) };
            if start < end {
                push(&mut stack, Node::new(probe, child, start..end))?;
            }
            start = end;
        }
        stack[first..].sort_unstable_by(|a, b| b.nearest.total_cmp(&a.nearest));
    }
    Ok(())
}

impl Node {
    fn new(probe: &Probe, cell: Cell, slots: Range<usize>) -> Self {
        let (lon, lat) = nested::center(cell).as_given();
        // sin grows by at most 1: half chords differ by no more than half the distance.
        let radius = CELL_RADIUS / f64::from(cell.depth().nside().get());
        let least = (trig::sqrt(probe.chord(lon, lat)) - 0.5 * radius).max(0.0);
        Self { cell, slots, nearest: least * least }
    }
}
