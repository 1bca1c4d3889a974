//! Which cells hold rows, one after the other.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_cell_count, healpix_occupied};

use super::PointIndex;
use crate::error::{Result, check, handle};

/// A cell and how many rows are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellCount {
    /// Nested cell number at the depth that was asked for.
    pub cell: u64,
    /// Number of rows in the cell, at least 1.
    pub count: u64,
}

/// Iterator over the cells that hold rows, ascending; see [`PointIndex::occupied`].
pub struct Occupied<'index> {
    handle: NonNull<healpix_occupied>,
    /// The C iterator reads the index at every step, so it must stay, and stay as it is.
    index: PhantomData<&'index PointIndex>,
    thread: PhantomData<*mut ()>,
}

impl PointIndex {
    /// The cells of a depth that hold rows, ascending, with the number of rows in each.
    ///
    /// - `depth`: 0 to 29.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`NotBuilt`](crate::ErrorKind::NotBuilt).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{CellCount, PointIndex};
    ///
    /// let index = PointIndex::from_slices(&[3.0, 0.0, 3.1], &[0.0, 0.0, 0.0])?;
    /// let cells: Vec<CellCount> = index.occupied(0)?.collect();
    /// assert_eq!(cells, [CellCount { cell: 4, count: 1 }, CellCount { cell: 6, count: 2 }]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn occupied(&self, depth: u8) -> Result<Occupied<'_>> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_occupied(self.as_ptr(), depth, &raw mut out) })?;
        Ok(Occupied { handle: handle(out)?, index: PhantomData, thread: PhantomData })
    }
}

impl Iterator for Occupied<'_> {
    type Item = CellCount;

    fn next(&mut self) -> Option<CellCount> {
        let mut out = healpix_cell_count { cell: 0, count: 0 };
        // SAFETY: the handle is live, its index too as `'index` says, and the output is a live local.
        let status = unsafe { healpix_sys::healpix_occupied_next(self.handle.as_ptr(), &raw mut out) };
        // HEALPIX_END, or a defect of the library: there is nothing more either way.
        (status == healpix_sys::HEALPIX_OK).then_some(CellCount { cell: out.cell, count: out.count })
    }
}

impl FusedIterator for Occupied<'_> {}

impl Drop for Occupied<'_> {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_occupied_free(self.handle.as_ptr()) }
    }
}
