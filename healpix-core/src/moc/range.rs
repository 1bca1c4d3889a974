//! A run of cells.

use core::ops::Range;

/// The cells `start..end` of one depth: those of depth 29 in a [`Moc`](super::Moc), or ring numbers.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRange {
    /// First cell.
    pub start: u64,
    /// One past the last cell.
    pub end: u64,
}

impl CellRange {
    /// Number of cells; 0 where `end` is below `start`.
    #[inline]
    #[must_use]
    pub const fn len(self) -> u64 {
        self.end.saturating_sub(self.start)
    }

    /// Whether there is no cell in it.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

impl From<Range<u64>> for CellRange {
    #[inline]
    fn from(range: Range<u64>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl From<CellRange> for Range<u64> {
    #[inline]
    fn from(range: CellRange) -> Self {
        range.start..range.end
    }
}
