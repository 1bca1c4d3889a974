//! A coarser coverage within a number of cells.

use alloc::vec::Vec;

use super::cell::{CoverageCell, push_compact};
use super::patch::Patch;
use super::walk::Starts;
use crate::error::Result;
use crate::grid::Depth;
use crate::progress;
use crate::region::Relation;
use crate::region::shape::{Frame, Scratch, Shape, Verdict};

/// At most `max_cells` cells that cover a region, or the base cells it touches. Level by level: the cells of one are
/// divided in order while what comes of them still fits.
pub(super) fn within<S: Shape>(depth: Depth, region: &S, max_cells: usize) -> Result<Vec<CoverageCell>> {
    progress::task(None, || divided(depth, region, max_cells))
}

fn divided<S: Shape>(depth: Depth, region: &S, max_cells: usize) -> Result<Vec<CoverageCell>> {
    let mut done: Vec<CoverageCell> = Vec::new();
    let mut open = first_level(depth, region, &mut done);
    while !open.is_empty() {
        let mut next = Vec::new();
        let mut left = open.len();
        for patch in core::mem::take(&mut open) {
            left -= 1;
            progress::check(progress::LOOK)?;
            let (full, partial) = parts(region, &patch);
            let total = done.len() + next.len() + left + full.len() + partial.len();
            if total > max_cells {
                done.push(CoverageCell::of_patch(depth, &patch, Relation::Partial));
                continue;
            }
            done.extend(full.iter().map(|part| CoverageCell::of_patch(depth, part, Relation::Full)));
            if patch.size() <= 2.0 {
                done.extend(partial.iter().map(|part| CoverageCell::of_patch(depth, part, Relation::Partial)));
            } else {
                next.extend(partial);
            }
        }
        open = next;
    }
    compacted(done)
}

/// The base cells that are touched; those of depth 0 or inside the region are done.
fn first_level<S: Shape>(depth: Depth, region: &S, done: &mut Vec<CoverageCell>) -> Vec<Patch> {
    let mut open = Vec::new();
    for patch in Starts::around(depth, None).patches() {
        match relation(region, &patch) {
            Relation::Disjoint => {}
            Relation::Partial if patch.size() > 1.0 => open.push(patch),
            relation => done.push(CoverageCell::of_patch(depth, &patch, relation)),
        }
    }
    open
}

/// The quarters of a cell that are inside the region, and those that meet it.
fn parts<S: Shape>(region: &S, patch: &Patch) -> (Vec<Patch>, Vec<Patch>) {
    let (mut full, mut partial) = (Vec::new(), Vec::new());
    for part in patch.quarters() {
        match relation(region, &part) {
            Relation::Disjoint => {}
            Relation::Partial => partial.push(part),
            Relation::Full => full.push(part),
        }
    }
    (full, partial)
}

/// The exact relation of a cell by itself: coarse answers are few cells, so nothing is handed down.
fn relation<S: Shape>(region: &S, patch: &Patch) -> Relation {
    let mut scratch = Scratch::default();
    let root: Frame = region.root(&mut scratch);
    let (verdict, frame) = region.look(patch, &root, &mut scratch);
    match verdict {
        Verdict::Unsure => region.settle(patch, &frame, &mut scratch),
        told => told.decided(),
    }
}

fn compacted(mut cells: Vec<CoverageCell>) -> Result<Vec<CoverageCell>> {
    cells.sort_unstable_by_key(|cell| cell.range29());
    let mut compact = Vec::new();
    for cell in cells {
        push_compact(&mut compact, cell)?;
    }
    Ok(compact)
}
