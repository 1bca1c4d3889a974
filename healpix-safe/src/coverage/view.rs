//! Sizes, the cells as they are kept, and all of them at one depth.

use super::{Cell, Coverage};
use crate::error::{Error, Result, check, slice};
use crate::list::room;

impl Coverage {
    /// Its depth: that of its smallest cells.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::coverage::Coverage::cone(9, 1.0, 0.5, 0.1)?.depth(), 9);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn depth(&self) -> u8 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_coverage_depth(self.as_ptr()) }
    }

    /// Its cells, of several depths, sorted by position; where four sibling cells are inside the region, their parent
    /// stands for them.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Coverage;
    ///
    /// let coverage = Coverage::cone(9, 1.0, 0.5, 0.1)?;
    /// assert!(coverage.cells().iter().any(|cell| cell.is_full() && cell.depth < 9));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        let handle = self.as_ptr();
        // SAFETY: the handle is live, and its cells are valid and unchanging until it is freed; `Cell` has the layout of
        // the C type, as asserted beside it.
        unsafe { slice(healpix_sys::healpix_coverage_cells(handle).cast(), healpix_sys::healpix_coverage_len(handle)) }
    }

    /// Whether no cell is touched.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, region::Region};
    ///
    /// assert!(Coverage::of(3, &Region::empty()?)?.is_empty());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells().is_empty()
    }

    /// Number of cells of its depth that it stands for.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, region::Region};
    ///
    /// let sky = Coverage::of(29, &Region::all_sky()?)?;
    /// assert_eq!((sky.cells().len(), sky.n_flat()), (12, 12 << 58));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn n_flat(&self) -> u64 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_coverage_n_flat(self.as_ptr()) }
    }

    /// All its cells at its depth, ascending, and of each whether it is inside the region. [`Coverage::iter`] has the same
    /// without a list.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Coverage;
    ///
    /// let coverage = Coverage::cone(6, 1.0, 0.5, 0.1)?;
    /// let (cells, full) = coverage.flat()?;
    /// assert_eq!(cells.len() as u64, coverage.n_flat());
    /// assert!(full.contains(&true) && full.contains(&false));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn flat(&self) -> Result<(Vec<u64>, Vec<bool>)> {
        let n = usize::try_from(self.n_flat()).map_err(|_| Error::memory(usize::MAX))?;
        let (mut cells, mut full) = (room::<u64>(n)?, room::<bool>(n)?);
        let mut len = 0;
        let flags = full.as_mut_ptr().cast();
        // SAFETY: the handle is live, both lists have the capacity that is told, `len` is a live local, and the call
        // writes 0 and 1 only to the flags, which are the two values of a bool.
        check(unsafe {
            healpix_sys::healpix_coverage_flat(self.as_ptr(), n, cells.as_mut_ptr(), flags, &raw mut len)
        })?;
        cells.truncate(len);
        full.truncate(len);
        Ok((cells, full))
    }
}
