//! Where the ranges of a merge go, in order.

use alloc::vec::Vec;
use core::ops::Range;

use super::range::CellRange;
use super::side::{Side, extend_between};
use crate::grid::Depth;

/// Takes ranges in order. It has the room for all of them.
pub(super) trait Sink {
    /// Takes a range; an empty one, maybe the wrong way round, is nothing.
    fn push(&mut self, range: CellRange);

    /// Takes ranges, none of them empty. What is left in the list is of no use.
    fn take(&mut self, list: &mut [CellRange]);

    /// Takes inner ranges of a side as they are.
    fn copy(&mut self, side: impl Side, numbers: Range<usize>);

    /// Takes what lies between inner ranges of a side.
    fn copy_between(&mut self, side: impl Side, numbers: Range<usize>);
}

/// Keeps them as they come. They do not touch.
pub(super) struct Plain<'a>(pub(super) &'a mut Vec<CellRange>);

impl Sink for Plain<'_> {
    #[inline]
    fn push(&mut self, range: CellRange) {
        if !range.is_empty() {
            self.0.push(range);
        }
    }

    fn take(&mut self, list: &mut [CellRange]) {
        self.0.extend_from_slice(list);
    }

    fn copy(&mut self, side: impl Side, numbers: Range<usize>) {
        side.copy(numbers, self.0);
    }

    fn copy_between(&mut self, side: impl Side, numbers: Range<usize>) {
        side.copy_between(numbers, self.0);
    }
}

/// Keeps what lies between them. They do not touch.
pub(super) struct Complement<'a> {
    ranges: &'a mut Vec<CellRange>,
    /// Where the last of them ended.
    open: u64,
}

impl<'a> Complement<'a> {
    pub(super) fn new(ranges: &'a mut Vec<CellRange>) -> Self {
        Self { ranges, open: 0 }
    }

    /// Adds what is behind the last of them.
    pub(super) fn finish(mut self) {
        self.push_start(Depth::MAX.n_cells());
    }

    /// Adds what ends where the next one starts.
    #[inline]
    fn push_start(&mut self, start: u64) {
        if start > self.open {
            self.ranges.push(CellRange { start: self.open, end: start });
        }
    }
}

impl Sink for Complement<'_> {
    #[inline]
    fn push(&mut self, range: CellRange) {
        if !range.is_empty() {
            self.push_start(range.start);
            self.open = range.end;
        }
    }

    fn take(&mut self, list: &mut [CellRange]) {
        if let (Some(first), Some(last)) = (list.first(), list.last()) {
            self.push_start(first.start);
            self.open = last.end;
            extend_between(list, self.ranges);
        }
    }

    fn copy(&mut self, side: impl Side, numbers: Range<usize>) {
        if !numbers.is_empty() {
            self.push_start(side.get(numbers.start).start);
            self.open = side.get(numbers.end - 1).end;
            side.copy_between(numbers, self.ranges);
        }
    }

    fn copy_between(&mut self, side: impl Side, numbers: Range<usize>) {
        for (k, next) in numbers.clone().zip(numbers.skip(1)) {
            self.push(CellRange { start: side.get(k).end, end: side.get(next).start });
        }
    }
}

/// Keeps them, joined where they touch.
pub(super) struct Joined<'a>(pub(super) &'a mut Vec<CellRange>);

impl Sink for Joined<'_> {
    #[inline]
    fn push(&mut self, range: CellRange) {
        if range.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.0.push(range),
        }
    }

    /// Which of them touch is as good as random, so there is no branch on it: a start is always put behind the ranges
    /// that are kept, and the end there or one before.
    fn take(&mut self, list: &mut [CellRange]) {
        let Some(first) = list.first_mut() else { return };
        if let Some(last) = self.0.last().copied().filter(|last| last.end == first.start) {
            first.start = last.start;
            self.0.pop();
        }
        let (mut kept, mut before) = (0, u64::MAX);
        for k in 0..list.len() {
            let CellRange { start, end } = list[k];
            list[kept].start = start;
            kept -= usize::from(start == before);
            list[kept].end = end;
            kept += 1;
            before = end;
        }
        self.0.extend_from_slice(list.get(..kept).unwrap_or(&[]));
    }

    fn copy(&mut self, side: impl Side, numbers: Range<usize>) {
        if !numbers.is_empty() {
            self.push(side.get(numbers.start));
            side.copy(numbers.start + 1..numbers.end, self.0);
        }
    }

    fn copy_between(&mut self, side: impl Side, numbers: Range<usize>) {
        side.copy_between(numbers, self.0);
    }
}
