//! Sizes, and the sorted arrays themselves: nothing is copied.

use core::ptr;

use healpix_sys::healpix_point_index;

use super::PointIndex;
use crate::error::{Result, check, slice};

impl PointIndex {
    /// Row numbers given out so far, those of bad positions included.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// assert_eq!(index.rows(), 2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> u32 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_point_index_rows(self.as_ptr()) }
    }

    /// Rows that can be found.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// assert_eq!(index.len(), 2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_point_index_len(self.as_ptr()) }
    }

    /// Whether no row can be found.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::PointIndex::new()?.is_empty());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether every row stored can be found, so that the index can be asked: none was stored since the last build. True
    /// without rows, and still true after a push of bad positions only, which are not stored.
    ///
    /// # Example
    ///
    /// ```
    /// let mut index = healpix_safe::PointIndex::new()?;
    /// index.push(0.1, 0.2)?;
    /// assert!(!index.is_built());
    /// index.build()?;
    /// assert!(index.is_built());
    /// assert!(index.push_slice(&[0.1], &[7.0]).is_err() && index.is_built());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_built(&self) -> bool {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_point_index_is_built(self.as_ptr()) }
    }

    /// Cells of the rows at depth 29, ascending.
    ///
    /// # Errors
    ///
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[3.0, 0.0], &[0.0, 0.0])?;
    /// // Base cells 6 and 4 are the first digits of these cells.
    /// let bases: Vec<u64> = index.cell_keys()?.iter().map(|cell| cell >> 58).collect();
    /// assert_eq!(bases, [4, 6]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cell_keys(&self) -> Result<&[u64]> {
        // SAFETY: this is a view function of the index.
        unsafe { self.view(healpix_sys::healpix_point_index_cells) }
    }

    /// Numbers of the rows, in the order of [`PointIndex::cell_keys`].
    ///
    /// # Errors
    ///
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[3.0, 0.0], &[0.0, 0.0])?;
    /// assert_eq!(index.row_numbers()?, [1, 0]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn row_numbers(&self) -> Result<&[u32]> {
        // SAFETY: this is a view function of the index.
        unsafe { self.view(healpix_sys::healpix_point_index_row_numbers) }
    }

    /// Longitudes of the rows in radians, in the order of [`PointIndex::cell_keys`].
    ///
    /// # Errors
    ///
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[3.0, 0.0], &[0.0, 0.0])?;
    /// assert_eq!(index.lons()?, [0.0, 3.0]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn lons(&self) -> Result<&[f64]> {
        // SAFETY: this is a view function of the index.
        unsafe { self.view(healpix_sys::healpix_point_index_lon) }
    }

    /// Latitudes of the rows in radians, in the order of [`PointIndex::cell_keys`].
    ///
    /// # Errors
    ///
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[3.0, 0.0], &[0.25, 0.5])?;
    /// assert_eq!(index.lats()?, [0.5, 0.25]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn lats(&self) -> Result<&[f64]> {
        // SAFETY: this is a view function of the index.
        unsafe { self.view(healpix_sys::healpix_point_index_lat) }
    }

    /// Numbers of the rows in a nested cell.
    ///
    /// - `depth`: 0 to 29.
    /// - `cell`: below 12 * 4^depth.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[3.0, 0.0, 3.1], &[0.0, 0.0, 0.0])?;
    /// assert_eq!(index.rows_in_cell(0, 4)?, [1]);
    /// assert_eq!(index.rows_in_cell(0, 6)?.len(), 2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn rows_in_cell(&self, depth: u8, cell: u64) -> Result<&[u32]> {
        let (mut rows, mut len) = (ptr::null(), 0);
        // SAFETY: the handle is live and the outputs are live locals.
        check(unsafe {
            healpix_sys::healpix_point_index_rows_in_cell(self.as_ptr(), depth, cell, &raw mut rows, &raw mut len)
        })?;
        // SAFETY: the rows are valid until the index is changed or freed; the borrow of `self` prevents both.
        Ok(unsafe { slice(rows, len) })
    }

    /// One of the arrays of a built index.
    ///
    /// # Safety
    ///
    /// `array` must return the start of as many `T` as [`PointIndex::len`] says, valid until the index is changed
    /// or freed, or NULL.
    unsafe fn view<T>(&self, array: unsafe extern "C" fn(*const healpix_point_index) -> *const T) -> Result<&[T]> {
        // SAFETY: the handle is live.
        let start = unsafe { array(self.as_ptr()) };
        if start.is_null() && !self.is_built() {
            // The call has left its reason as the last message.
            check(healpix_sys::HEALPIX_ERR_NOT_BUILT)?;
        }
        // SAFETY: valid by this function's contract while `self` is borrowed.
        Ok(unsafe { slice(start, self.len()) })
    }
}
