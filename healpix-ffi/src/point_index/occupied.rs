//! Which cells hold rows, one after the other.

use healpix_core::Depth;

use super::healpix_point_index;
use crate::handle;
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_END, healpix_status};

/// A cell and how many rows are in it.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct healpix_cell_count {
    /// Nested cell number at the depth that was asked for.
    pub cell: u64,
    /// Number of rows in the cell.
    pub count: u64,
}

/// Iterator over the cells of an index that hold rows. Belongs to the thread that made it and must not outlive
/// its index; free it with healpix_occupied_free.
pub struct healpix_occupied {
    /// Borrowed anew for each step, so that changing the index in between stays defined.
    parent: *const healpix_point_index,
    depth: Depth,
    /// The first cell not yet looked at.
    next_cell: u64,
}
