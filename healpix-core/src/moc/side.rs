//! What is merged: the ranges of a set, or the gaps between them, which are the ranges of its complement.

use alloc::vec::Vec;
use core::ops::Range;

use super::range::CellRange;
use crate::grid::Depth;

/// Ranges in order, disjoint and not touching, by their number.
pub(super) trait Side: Copy {
    /// How many there are.
    fn len(self) -> usize;

    /// The numbers of those that are surely not empty.
    fn inner(self) -> Range<usize>;

    /// So many inner ranges.
    fn window(self, from: usize, len: usize) -> impl Window;

    /// Any range; an empty one where there are not so many.
    fn get(self, k: usize) -> CellRange;

    /// Adds inner ranges to a list.
    fn copy(self, numbers: Range<usize>, to: &mut Vec<CellRange>);

    /// Adds to a list what lies between inner ranges, one less than there are ranges.
    fn copy_between(self, numbers: Range<usize>, to: &mut Vec<CellRange>);

    /// The first range from `from` on for which something does not hold, which holds for those before it;
    /// the number of ranges where it holds for all. In steps that double, so what is near is found quickly.
    fn gallop(self, from: usize, holds: impl Fn(CellRange) -> bool) -> usize {
        let (mut low, mut step) = (from, 4);
        let mut high = loop {
            let next = low + step;
            if next >= self.len() {
                break self.len();
            }
            if !holds(self.get(next)) {
                break next;
            }
            (low, step) = (next + 1, 2 * step);
        };
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Some ranges, which are quickly at hand.
pub(super) trait Window: Copy {
    /// One of them, counted from the first one of the window.
    fn at(self, k: usize) -> CellRange;
}

/// The ranges of a set.
#[derive(Clone, Copy)]
pub(super) struct Ranges<'a>(pub(super) &'a [CellRange]);

/// The ranges of the complement of a set, one more than the set has. The first and the last of them may
/// be empty.
#[derive(Clone, Copy)]
pub(super) struct Gaps<'a>(pub(super) &'a [CellRange]);

/// Ranges of a set. That its length is what was asked for the compiler can see: then it looks once whether there is
/// a range with some number, for all windows of a length.
#[derive(Clone, Copy)]
struct RangesWindow<'a>(&'a [CellRange]);

/// The ranges before and after each gap.
#[derive(Clone, Copy)]
struct GapsWindow<'a> {
    before: &'a [CellRange],
    after: &'a [CellRange],
}

impl Window for RangesWindow<'_> {
    #[inline(always)]
    fn at(self, k: usize) -> CellRange {
        self.0[k]
    }
}

impl Window for GapsWindow<'_> {
    #[inline(always)]
    fn at(self, k: usize) -> CellRange {
        CellRange { start: self.before[k].end, end: self.after[k].start }
    }
}

impl Side for Ranges<'_> {
    #[inline(always)]
    fn len(self) -> usize {
        self.0.len()
    }

    #[inline(always)]
    fn inner(self) -> Range<usize> {
        0..self.0.len()
    }

    #[inline(always)]
    fn window(self, from: usize, len: usize) -> impl Window {
        RangesWindow(&self.0[from..][..len])
    }

    #[inline]
    fn get(self, k: usize) -> CellRange {
        self.0.get(k).copied().unwrap_or(NOTHING)
    }

    #[inline]
    fn copy(self, numbers: Range<usize>, to: &mut Vec<CellRange>) {
        to.extend_from_slice(self.0.get(numbers).unwrap_or(&[]));
    }

    #[inline]
    fn copy_between(self, numbers: Range<usize>, to: &mut Vec<CellRange>) {
        extend_between(self.0.get(numbers).unwrap_or(&[]), to);
    }
}

impl Side for Gaps<'_> {
    #[inline(always)]
    fn len(self) -> usize {
        self.0.len() + 1
    }

    #[inline(always)]
    fn inner(self) -> Range<usize> {
        1..self.0.len()
    }

    #[inline(always)]
    fn window(self, from: usize, len: usize) -> impl Window {
        GapsWindow { before: &self.0[from - 1..][..len], after: &self.0[from..][..len] }
    }

    #[inline]
    fn get(self, k: usize) -> CellRange {
        let before = k.checked_sub(1).map_or(Some(0), |k| self.0.get(k).map(|range| range.end));
        let after = self.0.get(k).map_or(Depth::MAX.n_cells(), |range| range.start);
        before.map_or(NOTHING, |start| CellRange { start, end: after })
    }

    #[inline]
    fn copy(self, numbers: Range<usize>, to: &mut Vec<CellRange>) {
        // One more range than gaps.
        let around = numbers.start.checked_sub(1).and_then(|first| self.0.get(first..numbers.end));
        extend_between(around.unwrap_or(&[]), to);
    }

    #[inline]
    fn copy_between(self, numbers: Range<usize>, to: &mut Vec<CellRange>) {
        let last = numbers.end.saturating_sub(1);
        to.extend_from_slice(self.0.get(numbers.start..last).unwrap_or(&[]));
    }
}

const NOTHING: CellRange = CellRange { start: u64::MAX, end: u64::MAX };

/// Adds what lies between ranges.
#[inline]
pub(super) fn extend_between(ranges: &[CellRange], to: &mut Vec<CellRange>) {
    to.extend(ranges.windows(2).map(|pair| CellRange { start: pair[0].end, end: pair[1].start }));
}
