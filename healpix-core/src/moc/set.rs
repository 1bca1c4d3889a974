//! The set itself.

use alloc::vec::Vec;

use super::range::CellRange;
use crate::grid::Depth;

/// A set of cells down to a depth, kept as sorted, disjoint ranges of cells of depth 29.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moc {
    depth: Depth,
    ranges: Vec<CellRange>,
}

impl Moc {
    /// A set from ranges that are sorted, disjoint, not touching, not empty and aligned to `depth`.
    pub(crate) fn from_normal_ranges(depth: Depth, ranges: Vec<CellRange>) -> Self {
        Self { depth, ranges }
    }

    /// Its depth, the order of the MOC standard.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Its cells of depth 29, as sorted, disjoint ranges that do not touch.
    #[must_use]
    pub fn ranges(&self) -> &[CellRange] {
        &self.ranges
    }
}
