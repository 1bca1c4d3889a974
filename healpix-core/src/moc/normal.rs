//! From ranges in any order to the one form a MOC has.

use alloc::vec::Vec;

use super::range::CellRange;
use super::set::shift_of;
use crate::error::Result;
use crate::grid::Depth;
use crate::room::reserved;
use crate::sorted;

/// A copy, where the memory suffices.
pub(super) fn copied(ranges: &[CellRange]) -> Result<Vec<CellRange>> {
    let mut copy = reserved(ranges.len())?;
    copy.extend_from_slice(ranges);
    Ok(copy)
}

/// Gives back the room of a list that was sized for the worst case, where much of it is left: what the system takes
/// back it must clear before the next list gets it, which costs more than making most lists.
pub(super) fn trim<T>(list: &mut Vec<T>) {
    if list.capacity() / 4 > list.len() {
        list.shrink_to_fit();
    }
}

/// The smallest range of whole cells of a depth around a range of cells of depth 29.
#[inline]
pub(super) fn outwards(depth: Depth, range: CellRange) -> CellRange {
    let below = (1 << shift_of(depth)) - 1;
    CellRange { start: range.start & !below, end: (range.end + below) & !below }
}

/// Sorts ranges, leaves out the empty ones and joins those that overlap or touch.
pub(super) fn normalize(ranges: &mut Vec<CellRange>) -> Result<()> {
    ranges.retain(|range| !range.is_empty());
    if !ranges.is_sorted_by_key(|range| range.start) {
        // Those that start together are joined, so their order makes no difference.
        sorted::sort_by(ranges, |a, b| a.start.cmp(&b.start))?;
    }
    join(ranges);
    Ok(())
}

/// Joins ranges that are sorted by where they start and not empty.
pub(super) fn join(ranges: &mut Vec<CellRange>) {
    ranges.dedup_by(|next, kept| {
        let joins = next.start <= kept.end;
        kept.end = if joins { kept.end.max(next.end) } else { kept.end };
        joins
    });
    trim(ranges);
}
