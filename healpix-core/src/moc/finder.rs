//! Finds the range of a cell among many ranges.

use alloc::vec::Vec;

use super::range::CellRange;
use crate::error::Result;
use crate::grid::Depth;
use crate::room::reserved;

/// Sorted, disjoint ranges with a directory of where those of each part of the sky begin, so that most
/// of a binary search is one look-up.
pub(super) struct Finder<'a> {
    ranges: &'a [CellRange],
    /// Bits of a cell of depth 29 below a part of the directory.
    shift: u32,
    /// For each part, how many ranges end at its first cell or before; empty without a directory.
    passed: Vec<u32>,
}

/// Ranges that are compared in one go, without a branch.
const GROUP: usize = 4;

impl<'a> Finder<'a> {
    /// A finder for about this many searches: few of them are not worth a directory.
    pub(super) fn new(ranges: &'a [CellRange], searches: usize) -> Result<Self> {
        let mut finder = Self { ranges, shift: 0, passed: Vec::new() };
        // A part is cheap beside a search, and a range as well.
        let parts = (2 * ranges.len()).min(4 * searches);
        if ranges.len() > GROUP && searches >= ranges.len() / 16 && ranges.len() < u32::MAX as usize {
            finder.index(parts)?;
        }
        Ok(finder)
    }

    /// Makes a directory of at least `parts` parts and less than twice as many, up to one per cell.
    fn index(&mut self, parts: usize) -> Result<()> {
        let sky = Depth::MAX.n_cells();
        self.shift = (sky / parts.max(1) as u64).max(1).ilog2();
        let parts = (sky >> self.shift) as usize + 1;
        let mut passed: Vec<u32> = reserved(parts)?;
        let mut ends = 0;
        for range in self.ranges {
            // Parts that begin before the end of this range have it still ahead.
            let part = (((range.end - 1) >> self.shift) as usize + 1).min(parts);
            passed.resize(part.max(passed.len()), ends);
            ends += 1;
        }
        passed.resize(parts, ends);
        self.passed = passed;
        Ok(())
    }

    /// The number of the first range that ends behind a cell of depth 29; the number of ranges where
    /// none does.
    #[inline(always)]
    pub(super) fn find(&self, cell: u64) -> usize {
        let Some(passed) = self.passed.get((cell >> self.shift) as usize) else {
            return self.ranges.partition_point(|range| range.end <= cell);
        };
        let mut first = *passed as usize;
        loop {
            let Some(group) = self.ranges.get(first..first + GROUP) else {
                let rest = self.ranges.get(first..).unwrap_or(&[]);
                return first + rest.iter().take_while(|range| range.end <= cell).count();
            };
            // Sorted, so the number of those passed is the place of the first that is not.
            let passed: usize = group.iter().map(|range| usize::from(range.end <= cell)).sum();
            first += passed;
            if passed < GROUP {
                return first;
            }
            // Crowded: what remains of the part is searched by halves.
            first = self.crowded(first, cell);
        }
    }

    #[cold]
    fn crowded(&self, first: usize, cell: u64) -> usize {
        let after = self.passed.get((cell >> self.shift) as usize + 1).map_or(self.ranges.len(), |end| *end as usize);
        let rest = self.ranges.get(first..after.max(first)).unwrap_or(&[]);
        first + rest.partition_point(|range| range.end <= cell)
    }

    /// Whether a cell of depth 29 is in one of the ranges.
    #[inline(always)]
    pub(super) fn contains(&self, cell: u64) -> bool {
        self.ranges.get(self.find(cell)).is_some_and(|range| range.start <= cell)
    }

    /// The number of the range that has all cells of another range.
    #[inline]
    pub(super) fn holder(&self, cells: CellRange) -> Option<usize> {
        let found = self.find(cells.start);
        let range = self.ranges.get(found)?;
        (range.start <= cells.start && cells.end <= range.end).then_some(found)
    }

    /// How a range of cells of depth 29 and the ranges meet.
    #[inline]
    pub(super) fn meets(&self, cells: CellRange) -> Meets {
        match self.ranges.get(self.find(cells.start)) {
            Some(found) if found.start <= cells.start && cells.end <= found.end => Meets::Inside,
            Some(found) if found.start < cells.end => Meets::Partly,
            _ => Meets::Outside,
        }
    }
}

/// How a cell and a set meet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meets {
    /// The whole cell is in the set.
    Inside,
    /// A part of it is.
    Partly,
    /// Nothing of it is.
    Outside,
}
