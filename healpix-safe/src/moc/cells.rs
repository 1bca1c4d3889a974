//! The MOC as cells: of many depths, of its own, as uniq numbers.

use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_cell, healpix_moc_flat_iter, healpix_moc_iter};

use super::{Cell, Moc};
use crate::error::{Error, Result, check, handle};
use crate::list;

/// Iterator over the largest cells of a MOC; see [`Moc::cells`].
pub struct Cells<'moc> {
    handle: NonNull<healpix_moc_iter>,
    /// The C iterator reads the MOC at every step, so it must stay.
    moc: PhantomData<&'moc Moc>,
    thread: PhantomData<*mut ()>,
}

/// Iterator over the cells of a MOC at its depth; see [`Moc::flat`].
pub struct FlatCells<'moc> {
    handle: NonNull<healpix_moc_flat_iter>,
    /// The C iterator reads the MOC at every step, so it must stay.
    moc: PhantomData<&'moc Moc>,
    thread: PhantomData<*mut ()>,
}

impl Moc {
    /// The largest cells that make it up, in the order of the nested curve; all of them are full.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_cells(1, &[3, 4, 5, 6, 7])?;
    /// let cells: Vec<(u8, u64)> = moc.cells()?.map(|cell| (cell.depth, cell.index)).collect();
    /// assert_eq!(cells, [(1, 3), (0, 1)]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cells(&self) -> Result<Cells<'_>> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_moc_iter_new(self.as_ptr(), &raw mut out) })?;
        Ok(Cells { handle: handle(out)?, moc: PhantomData, thread: PhantomData })
    }

    /// Its cells at its depth, ascending. No list is made: the whole sky at depth 29 can be begun.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// let moc = healpix_safe::Moc::from_ascii("0/2 1/1")?;
    /// assert_eq!(moc.flat()?.collect::<Vec<u64>>(), [1, 8, 9, 10, 11]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn flat(&self) -> Result<FlatCells<'_>> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_moc_flat_iter_new(self.as_ptr(), &raw mut out) })?;
        Ok(FlatCells { handle: handle(out)?, moc: PhantomData, thread: PhantomData })
    }

    /// [`Moc::flat`] as a list.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{ErrorKind, Moc};
    ///
    /// assert_eq!(Moc::from_ascii("0/2 1/1")?.to_cells()?, [1, 8, 9, 10, 11]);
    /// assert_eq!(Moc::all_sky(29)?.to_cells().unwrap_err().kind(), ErrorKind::Memory);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn to_cells(&self) -> Result<Vec<u64>> {
        let n = usize::try_from(self.n_cells()).map_err(|_| Error::memory(usize::MAX))?;
        let mut cells = list::room(n)?;
        let mut len = 0;
        // SAFETY: the handle is live, the buffer is as long as is told, and `len` is a live local.
        check(unsafe { healpix_sys::healpix_moc_flat(self.as_ptr(), cells.len(), cells.as_mut_ptr(), &raw mut len) })?;
        Ok(cells)
    }

    /// The IVOA uniq numbers of [`Moc::cells`], sorted: by depth, then by cell.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(1, &[3, 4, 5, 6, 7])?.to_uniq()?, [4 + 1, 16 + 3]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn to_uniq(&self) -> Result<Vec<u64>> {
        list::cells(|capacity, uniq, len| {
            // SAFETY: the handle is live, and `cells` hands over a buffer of that capacity and a live length.
            unsafe { healpix_sys::healpix_moc_to_uniq(self.as_ptr(), capacity, uniq, len) }
        })
    }
}

impl Iterator for Cells<'_> {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        let mut out = healpix_cell { index: 0, depth: 0, full: 0 };
        // SAFETY: the handle is live, its MOC too as `'moc` says, and the output is a live local.
        let status = unsafe { healpix_sys::healpix_moc_iter_next(self.handle.as_ptr(), &raw mut out) };
        // HEALPIX_END, or a defect of the library: there is nothing more either way.
        let cell = Cell { index: out.index, depth: out.depth, full: out.full };
        (status == healpix_sys::HEALPIX_OK).then_some(cell)
    }
}

impl FusedIterator for Cells<'_> {}

impl Iterator for FlatCells<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let mut cell = 0;
        // SAFETY: the handle is live, its MOC too as `'moc` says, and the output is a live local.
        let status = unsafe { healpix_sys::healpix_moc_flat_iter_next(self.handle.as_ptr(), &raw mut cell) };
        // HEALPIX_END, or a defect of the library: there is nothing more either way.
        (status == healpix_sys::HEALPIX_OK).then_some(cell)
    }
}

impl FusedIterator for FlatCells<'_> {}

impl Drop for Cells<'_> {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_moc_iter_free(self.handle.as_ptr()) }
    }
}

impl Drop for FlatCells<'_> {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_moc_flat_iter_free(self.handle.as_ptr()) }
    }
}
