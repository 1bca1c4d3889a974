//! What a step of a merge gives: one range of each side is looked at, and that which ends first is passed.

use core::ops::Range;

use super::range::CellRange;
use super::side::Side;
use super::sink::Sink;

/// What two sides are merged to.
pub(super) trait Step {
    /// What a step gives, empty or the wrong way round where nothing. `floor` is where the last range that
    /// was passed ended, and becomes where the one ends that is passed now.
    fn step(x: CellRange, y: CellRange, floor: &mut u64) -> CellRange;

    /// All steps up to the one that passes `x`, a range of the side that has few, where those from `from`
    /// on are the next ones of the other. The next one of these afterwards.
    fn pass(x: CellRange, many: impl Side, from: usize, floor: &mut u64, out: &mut impl Sink) -> usize;

    /// What is left where the other side is at its end.
    fn rest(side: impl Side, numbers: Range<usize>, floor: u64, out: &mut impl Sink);
}

/// What both sides have.
pub(super) struct Common;

impl Step for Common {
    #[inline(always)]
    fn step(x: CellRange, y: CellRange, _: &mut u64) -> CellRange {
        CellRange { start: x.start.max(y.start), end: x.end.min(y.end) }
    }

    fn pass(x: CellRange, many: impl Side, from: usize, floor: &mut u64, out: &mut impl Sink) -> usize {
        let first = many.gallop(from, |y| y.end <= x.start);
        let end = many.gallop(first, |y| y.end <= x.end);
        if first < end {
            out.push(Self::step(x, many.get(first), floor));
            // The last one is by itself because it may be the empty gap behind the last cell.
            if first + 1 < end {
                out.copy(many, first + 1..end - 1);
                out.push(many.get(end - 1));
            }
        }
        if end < many.len() {
            out.push(Self::step(x, many.get(end), floor));
        }
        end
    }

    fn rest(_: impl Side, _: Range<usize>, _: u64, _: &mut impl Sink) {}
}

/// What one side has and not both. What it gives may touch.
pub(super) struct OneOnly;

impl Step for OneOnly {
    /// Both without what is below `floor`, which is done: from where the first starts to where the other starts,
    /// or to the first end where that comes before. Up to this end both have what is left, or neither.
    #[inline(always)]
    fn step(x: CellRange, y: CellRange, floor: &mut u64) -> CellRange {
        let (x_start, y_start) = (x.start.max(*floor), y.start.max(*floor));
        let end = x.end.min(y.end);
        *floor = end;
        CellRange { start: x_start.min(y_start), end: x_start.max(y_start).min(end) }
    }

    fn pass(x: CellRange, many: impl Side, from: usize, floor: &mut u64, out: &mut impl Sink) -> usize {
        let start = x.start.max(*floor);
        let first = many.gallop(from, |y| y.end <= start);
        if from < first {
            Self::rest(many, from..first, *floor, out);
            *floor = many.get(first - 1).end.max(*floor);
        }
        let end = many.gallop(first, |y| y.end <= x.end);
        if first < end {
            out.push(Self::step(x, many.get(first), floor));
            // Each of these ends behind the start of `x`, so what came last does not touch what is between them.
            out.copy_between(many, first..end);
            *floor = many.get(end - 1).end;
        }
        let next = if end < many.len() { many.get(end) } else { CellRange { start: x.end, end: u64::MAX } };
        out.push(Self::step(x, next, floor));
        end
    }

    fn rest(side: impl Side, numbers: Range<usize>, floor: u64, out: &mut impl Sink) {
        if !numbers.is_empty() {
            let CellRange { start, end } = side.get(numbers.start);
            out.push(CellRange { start: start.max(floor), end });
            out.copy(side, numbers.start + 1..numbers.end);
        }
    }
}
