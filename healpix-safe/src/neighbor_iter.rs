//! The neighbors of a cell, one after the other.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_neighbor_iter, healpix_status};

use crate::error::{Result, check, handle};

/// Iterator over the neighbors of a cell that exist, each with its direction (0 to 7: S SE E SW NE W NW N); see
/// [`nested::neighbor_iter`](crate::nested::neighbor_iter) and [`ring::neighbor_iter`](crate::ring::neighbor_iter).
pub struct NeighborIter {
    handle: NonNull<healpix_neighbor_iter>,
    thread: PhantomData<*mut ()>,
}

impl NeighborIter {
    /// Takes what `make` writes to its output.
    pub(crate) fn new(make: impl FnOnce(*mut *mut healpix_neighbor_iter) -> healpix_status) -> Result<Self> {
        let mut out = ptr::null_mut();
        check(make(&raw mut out))?;
        Ok(NeighborIter { handle: handle(out)?, thread: PhantomData })
    }
}

impl Iterator for NeighborIter {
    /// Cell and direction.
    type Item = (u64, u32);

    fn next(&mut self) -> Option<(u64, u32)> {
        let (mut cell, mut direction) = (0, 0);
        // SAFETY: the handle is live and the outputs are live locals.
        let status =
            unsafe { healpix_sys::healpix_neighbor_iter_next(self.handle.as_ptr(), &raw mut cell, &raw mut direction) };
        // HEALPIX_END, or a defect of the library: there is nothing more either way.
        (status == healpix_sys::HEALPIX_OK).then_some((cell, direction))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(8))
    }
}

impl FusedIterator for NeighborIter {}

impl Drop for NeighborIter {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_neighbor_iter_free(self.handle.as_ptr()) }
    }
}
