//! Between ranges of depth 29 and the cells of each depth that make them up.

use alloc::format;
use alloc::vec::Vec;

use crate::grid::Depth;
use crate::log;
use crate::moc::CellRange;

/// One past the last cell of depth 29.
#[cfg(any(test, feature = "fits"))]
pub(super) const LAST: u64 = Depth::MAX.n_cells();

/// How far the number of a cell moves from its depth to depth 29, in bits.
#[inline(always)]
pub(super) const fn shift(depth: Depth) -> u32 {
    2 * (29 - depth.get() as u32)
}

/// The cells of one depth among the largest cells that make up `range`: at most one run at its left
/// end and one at its right end. Runs that are not there are empty.
///
/// ```text
/// range            |--------------------------------------|
/// this depth        [start . . . . . . . . . . . . . . end)
/// whole parents          |           .           |          what is left and right of them is answered
/// ```
pub(super) fn runs_at(range: CellRange, depth: Depth) -> [CellRange; 2] {
    let shift = shift(depth);
    let start = (range.start + ((1 << shift) - 1)) >> shift;
    let end = range.end >> shift;
    let (inner_start, inner_end) = (start.div_ceil(4), end / 4);
    if depth == Depth::ZERO || inner_start >= inner_end {
        return [CellRange { start, end }, CellRange { start: end, end }];
    }
    [CellRange { start, end: 4 * inner_start }, CellRange { start: 4 * inner_end, end }]
}

/// Calls `run` with every run of cells of one depth, in order.
pub(super) fn each_run<E>(
    ranges: &[CellRange],
    depth: Depth,
    mut run: impl FnMut(CellRange) -> Result<(), E>,
) -> Result<(), E> {
    for &range in ranges {
        for cells in runs_at(range, depth) {
            if !cells.is_empty() {
                run(cells)?;
            }
        }
    }
    Ok(())
}

/// Cells `first..end` of a depth as cells of depth 29.
#[inline(always)]
pub(super) const fn at_29(first: u64, end: u64, depth: Depth) -> CellRange {
    CellRange { start: first << shift(depth), end: end << shift(depth) }
}

/// Any ranges as sorted, disjoint ones that do not touch. Cells that are there twice are legal, and told of.
pub(super) fn normal(mut ranges: Vec<CellRange>) -> Vec<CellRange> {
    if !ranges.is_sorted() {
        ranges.sort_unstable();
    }
    let (mut kept, mut twice) = (0, 0);
    for k in 0..ranges.len() {
        let range = ranges[k];
        if kept > 0 && range.start <= ranges[kept - 1].end {
            twice += u64::from(range.start < ranges[kept - 1].end);
            ranges[kept - 1].end = ranges[kept - 1].end.max(range.end);
        } else {
            ranges[kept] = range;
            kept += 1;
        }
    }
    ranges.truncate(kept);
    if twice > 0 {
        log::warn(|| format!("{twice} of the cells and ranges overlap others"));
    }
    ranges
}

#[cfg(test)]
#[path = "levels_tests.rs"]
mod tests;
