//! Cells and ranges as C sees them: the very memory of the core's.

use std::mem::offset_of;

use healpix_core::coverage::CoverageCell;
use healpix_core::moc::CellRange;

/// A cell of any depth, and whether it is inside.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct healpix_cell {
    /// Nested cell number at `depth`.
    pub index: u64,
    /// Depth, 0 to 29.
    pub depth: u8,
    /// 1 if the cell is inside the region, 0 if it is partly.
    pub full: u8,
}

/// The cells from `start` to `end`, `end` not included.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct healpix_range {
    /// First cell.
    pub start: u64,
    /// One past the last cell.
    pub end: u64,
}

// The casts below rest on these.
const _: () = {
    assert!(size_of::<healpix_cell>() == size_of::<CoverageCell>() && size_of::<healpix_cell>() == 16);
    assert!(align_of::<healpix_cell>() == align_of::<CoverageCell>());
    assert!(offset_of!(healpix_cell, index) == offset_of!(CoverageCell, index));
    assert!(offset_of!(healpix_cell, depth) == offset_of!(CoverageCell, depth));
    assert!(offset_of!(healpix_cell, full) == offset_of!(CoverageCell, full));
    assert!(size_of::<healpix_range>() == size_of::<CellRange>() && size_of::<healpix_range>() == 16);
    assert!(align_of::<healpix_range>() == align_of::<CellRange>());
    assert!(offset_of!(healpix_range, start) == offset_of!(CellRange, start));
    assert!(offset_of!(healpix_range, end) == offset_of!(CellRange, end));
};

/// Cells of the core, seen from C.
pub(crate) fn cells_as_c(cells: &[CoverageCell]) -> &[healpix_cell] {
    // SAFETY: the two types have the same layout, as asserted above, and all values of one are values of the other.
    unsafe { std::slice::from_raw_parts(cells.as_ptr().cast(), cells.len()) }
}

/// Cells from C, seen by the core.
pub(super) fn cells_as_core(cells: &[healpix_cell]) -> &[CoverageCell] {
    // SAFETY: the two types have the same layout, as asserted above, and all values of one are values of the other.
    unsafe { std::slice::from_raw_parts(cells.as_ptr().cast(), cells.len()) }
}

/// Ranges of the core, seen from C.
pub(crate) fn ranges_as_c(ranges: &[CellRange]) -> &[healpix_range] {
    // SAFETY: the two types have the same layout, as asserted above, and all values of one are values of the other.
    unsafe { std::slice::from_raw_parts(ranges.as_ptr().cast(), ranges.len()) }
}

/// Ranges from C, seen by the core.
pub(crate) fn ranges_as_core(ranges: &[healpix_range]) -> &[CellRange] {
    // SAFETY: the two types have the same layout, as asserted above, and all values of one are values of the other.
    unsafe { std::slice::from_raw_parts(ranges.as_ptr().cast(), ranges.len()) }
}
