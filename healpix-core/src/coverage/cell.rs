//! A cell of a coverage.

use alloc::vec::Vec;

use super::block::Group;
use super::patch::Patch;
use crate::error::Result;
use crate::grid::{Cell, Depth, morton};
use crate::region::Relation;
use crate::room::{push, reserve};

/// A cell that a region touches, and whether it is inside the region.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CoverageCell {
    /// Nested number.
    pub index: u64,
    /// Depth, 0 to 29.
    pub depth: u8,
    /// 1 if the cell is inside the region, 0 if it is partly.
    pub full: u8,
}

impl CoverageCell {
    /// Whether the cell is inside the region.
    #[inline]
    #[must_use]
    pub const fn is_full(self) -> bool {
        self.full != 0
    }

    /// As a cell.
    ///
    /// # Errors
    /// Those of [`Cell::new`], for cells that come from elsewhere.
    pub fn cell(self) -> Result<Cell> {
        Cell::new(Depth::new(self.depth)?, self.index)
    }

    /// The cell of a block of a grid with nside `2^depth`.
    #[inline(always)]
    pub(crate) fn of_patch(depth: Depth, patch: &Patch, relation: Relation) -> Self {
        let (i, j) = (patch.i.0 as u32, patch.j.0 as u32);
        let levels = (patch.size() as u32).max(1).trailing_zeros() as u8;
        let first = u64::from(patch.face) << (2 * depth.get()) | morton::interleave(i, j);
        Self {
            index: first >> (2 * levels),
            depth: depth.get().saturating_sub(levels),
            full: u8::from(relation == Relation::Full),
        }
    }

    /// Its cells at depth 29.
    #[inline]
    pub(super) fn range29(self) -> (u64, u64) {
        let shift = 2 * (29 - u32::from(self.depth.min(29)));
        (self.index << shift, (self.index + 1) << shift)
    }
}

/// Appends the cells of a group, which come after all others.
#[inline]
pub(super) fn push_group(cells: &mut Vec<CoverageCell>, group: &Group) -> Result<()> {
    reserve(cells, 64)?;
    let Group { depth, first, full, partial } = *group;
    let mut left = full | partial;
    while left != 0 {
        let at = left.trailing_zeros();
        if full >> at & 1 == 0 {
            left &= left - 1;
            cells.push(CoverageCell { index: first + u64::from(at), depth, full: 0 });
            continue;
        }
        // Larger cells begin at multiples of their size.
        let levels = levels_from(full, at);
        let size = 1u32 << (2 * levels);
        left &= !(u64::MAX >> (64 - size) << at);
        let cell = CoverageCell { index: (first + u64::from(at)) >> (2 * levels), depth: depth - levels, full: 1 };
        if cell.index & 3 == 3 {
            push_compact(cells, cell)?;
        } else {
            cells.push(cell);
        }
    }
    Ok(())
}

/// Levels up from cells to the largest cell that begins at a bit and whose bits are all set.
#[inline(always)]
fn levels_from(full: u64, at: u32) -> u8 {
    let bits = full >> at;
    if at & 3 != 0 || bits & 0xf != 0xf {
        0
    } else if at & 15 != 0 || bits & 0xffff != 0xffff {
        1
    } else if bits != u64::MAX {
        2
    } else {
        3
    }
}

/// Appends a cell that comes after all others; four full siblings become their parent.
#[inline]
pub(super) fn push_compact(cells: &mut Vec<CoverageCell>, cell: CoverageCell) -> Result<()> {
    push(cells, cell)?;
    if cell.full != 0 && cell.index & 3 == 3 {
        compact(cells);
    }
    Ok(())
}

/// Makes parents of the last four cells where they are siblings and full.
fn compact(cells: &mut Vec<CoverageCell>) {
    while let [.., a, b, c, d] = cells.as_slice() {
        let complete = d.index & 3 == 3
            && d.depth > 0
            && [a, b, c]
                .iter()
                .zip(1..)
                .all(|(cell, k)| cell.full == 1 && cell.depth == d.depth && cell.index + 4 == d.index + k);
        if d.full == 0 || !complete {
            break;
        }
        let parent = CoverageCell { index: d.index >> 2, depth: d.depth - 1, full: 1 };
        cells.truncate(cells.len() - 4);
        cells.push(parent);
    }
}
