//! Cells and ranges: the very memory of the C interface.

use core::mem::offset_of;

use healpix_sys::{healpix_cell, healpix_range};

/// A cell of any depth, and whether it is inside the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(C)]
pub struct Cell {
    /// Nested cell number at `depth`.
    pub index: u64,
    /// Depth, 0 to 29.
    pub depth: u8,
    /// 1 if the cell is inside the region, 0 if it is partly.
    pub full: u8,
}

impl Cell {
    /// Whether the cell is inside the region.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Cell;
    ///
    /// assert!(Cell { index: 7, depth: 3, full: 1 }.is_full());
    /// ```
    #[must_use]
    pub const fn is_full(self) -> bool {
        self.full != 0
    }
}

/// The cells from `start` to `end`, `end` not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(C)]
pub struct CellRange {
    /// First cell.
    pub start: u64,
    /// One past the last cell.
    pub end: u64,
}

// Casts rest on these.
const _: () = {
    assert!(size_of::<Cell>() == size_of::<healpix_cell>());
    assert!(align_of::<Cell>() == align_of::<healpix_cell>());
    assert!(offset_of!(Cell, index) == offset_of!(healpix_cell, index));
    assert!(offset_of!(Cell, depth) == offset_of!(healpix_cell, depth));
    assert!(offset_of!(Cell, full) == offset_of!(healpix_cell, full));
    assert!(size_of::<CellRange>() == size_of::<healpix_range>());
    assert!(align_of::<CellRange>() == align_of::<healpix_range>());
    assert!(offset_of!(CellRange, start) == offset_of!(healpix_range, start));
    assert!(offset_of!(CellRange, end) == offset_of!(healpix_range, end));
};
