//! All cells of a coverage at its depth, one after the other.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_cell, healpix_coverage_iter};

use super::{Cell, Coverage};
use crate::error::{Result, check, handle};

/// Iterator over the cells of a coverage at its depth, ascending; see [`Coverage::iter`].
pub struct FlatCells<'coverage> {
    handle: NonNull<healpix_coverage_iter>,
    /// The C iterator reads the coverage at every step, so it must stay.
    coverage: PhantomData<&'coverage Coverage>,
    thread: PhantomData<*mut ()>,
}

impl Coverage {
    /// All its cells at its depth, ascending. No list is made: the whole sky at depth 29 can be begun.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Coverage;
    ///
    /// let coverage = Coverage::cone(29, 0.0, 0.0, 3.14)?;
    /// let first = coverage.iter()?.next().map(|cell| (cell.index, cell.depth, cell.is_full()));
    /// assert_eq!(first, Some((0, 29, true)));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn iter(&self) -> Result<FlatCells<'_>> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_coverage_iter_new(self.as_ptr(), &raw mut out) })?;
        Ok(FlatCells { handle: handle(out)?, coverage: PhantomData, thread: PhantomData })
    }
}

impl Iterator for FlatCells<'_> {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        let mut out = healpix_cell { index: 0, depth: 0, full: 0 };
        // SAFETY: the handle is live, its coverage too as `'coverage` says, and the output is a live local.
        let status = unsafe { healpix_sys::healpix_coverage_iter_next(self.handle.as_ptr(), &raw mut out) };
        // HEALPIX_END, or a defect of the library: there is nothing more either way.
        let cell = Cell { index: out.index, depth: out.depth, full: out.full };
        (status == healpix_sys::HEALPIX_OK).then_some(cell)
    }
}

impl FusedIterator for FlatCells<'_> {}

impl Drop for FlatCells<'_> {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_coverage_iter_free(self.handle.as_ptr()) }
    }
}
