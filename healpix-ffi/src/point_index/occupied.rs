//! Which cells hold rows, one after the other.

use healpix_core::index::{CellCount, OccupiedCursor, PointIndex};
use healpix_core::{Depth, Error};

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
    /// Number of rows in the cell, at least 1.
    pub count: u64,
}

/// Iterator over the cells of an index that hold rows. Belongs to the thread that made it and must not be used
/// once its index is freed; free it with healpix_occupied_free.
pub struct healpix_occupied {
    /// As the caller gave it, and borrowed anew for each step: the index may change in between.
    parent: *const healpix_point_index,
    cursor: OccupiedCursor,
}

/// An iterator over the cells of a depth that hold rows, ascending.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_occupied_free, before or after the index.
///
/// The iterator reads the index at every step. Should the index be changed and built again in between, it goes on
/// in the changed index behind the last cell it returned.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_occupied *occupied;
/// healpix_cell_count cell;
/// assert(healpix_point_index_occupied(stars, 0, &occupied) == HEALPIX_OK);
/// while (healpix_occupied_next(occupied, &cell) == HEALPIX_OK)
///     assert((cell.cell == 3 && cell.count == 2) || (cell.cell == 7 && cell.count == 1));
/// healpix_occupied_free(occupied);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_occupied(
    index: *const healpix_point_index,
    depth: u8,
    out: *mut *mut healpix_occupied,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (borrowed, out) = unsafe { (args.handle("index", index)?, args.target("out", out)?) };
        let depth = Depth::new(depth)?;
        ensure_built(borrowed.read()?)?;
        handle::give(healpix_occupied { parent: index, cursor: OccupiedCursor::new(depth) }, out)
    })
}

/// The next cell that holds rows.
///
/// Returns HEALPIX_OK and writes `*out`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NOT_BUILT (the index was changed; build it and go on), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `occupied` and the index it was made from must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_occupied *occupied;
/// healpix_cell_count cell;
/// healpix_point_index_occupied(stars, 12, &occupied);
/// for (int k = 0; k < 3; k++)
///     assert(healpix_occupied_next(occupied, &cell) == HEALPIX_OK && cell.count == 1); /* each in a cell of its own */
/// assert(healpix_occupied_next(occupied, &cell) == HEALPIX_END);
/// healpix_occupied_free(occupied);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_occupied_next(
    occupied: *mut healpix_occupied,
    out: *mut healpix_cell_count,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for iterator, index and output; `args` checks all that can be checked.
        let (occupied, out) = unsafe { (args.handle_mut("occupied", occupied)?, args.target("out", out)?) };
        // SAFETY: the caller vouches that the index is live; it is the handle that made this iterator.
        let parent = unsafe { args.handle("index", occupied.parent)? };
        let found = occupied.cursor.next(parent.read()?)?;
        let CellCount { cell, count } = found.ok_or(Failure::Signal(HEALPIX_END))?;
        *out = healpix_cell_count { cell, count };
        Ok(())
    })
}

/// Ends an iterator; NULL is allowed. The index may be gone already.
///
/// # Safety
///
/// `occupied` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_occupied *occupied = NULL;
/// assert(healpix_point_index_occupied(stars, 30, &occupied) == HEALPIX_ERR_DEPTH);
/// healpix_occupied_free(occupied); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_occupied_free(occupied: *mut healpix_occupied) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(occupied) }
}

fn ensure_built(index: &PointIndex) -> Result<(), Error> {
    index.cell_keys().map(drop)
}
