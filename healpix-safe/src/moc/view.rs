//! Sizes, and the ranges themselves: nothing is copied.

use super::{CellRange, Moc};
use crate::error::slice;

impl Moc {
    /// Its depth, the order of the MOC standard.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_uniq(5, &[4])?.depth(), 5);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn depth(&self) -> u8 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_moc_depth(self.as_ptr()) }
    }

    /// Its cells of depth 29, as sorted, disjoint ranges that do not touch.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::moc::{CellRange, Moc};
    ///
    /// let moc = Moc::from_cells(28, &[3, 4])?;
    /// assert_eq!(moc.ranges(), [CellRange { start: 12, end: 20 }]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn ranges(&self) -> &[CellRange] {
        let handle = self.as_ptr();
        // SAFETY: the handle is live, and its ranges are valid and unchanging until it is freed; `CellRange` has the layout
        // of the C type, as asserted beside it.
        unsafe { slice(healpix_sys::healpix_moc_ranges(handle).cast(), healpix_sys::healpix_moc_len(handle)) }
    }

    /// Whether it has no cell.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::Moc::from_cells(0, &[])?.is_empty());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_moc_is_empty(self.as_ptr()) }
    }

    /// Whether it has every cell.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::Moc::from_cells(0, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])?.is_all_sky());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_all_sky(&self) -> bool {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_moc_is_all_sky(self.as_ptr()) }
    }

    /// How many cells of its depth it has.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(1, &[0, 1, 47, 1])?.n_cells(), 3);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn n_cells(&self) -> u64 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_moc_n_cells(self.as_ptr()) }
    }

    /// Its area in steradians, 0 to 4 pi.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(0, &[3])?.area(), std::f64::consts::PI / 3.0);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> f64 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_moc_area(self.as_ptr()) }
    }

    /// The part of the sphere it covers, 0 to 1.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(0, &[0, 7, 9])?.sky_fraction(), 0.25);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn sky_fraction(&self) -> f64 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_moc_sky_fraction(self.as_ptr()) }
    }

    /// Its first cell, at its depth; none where it is empty.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(1, &[47, 5])?.first(), Some(5));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn first(&self) -> Option<u64> {
        // SAFETY: the handle is live.
        Some(unsafe { healpix_sys::healpix_moc_first(self.as_ptr()) }).filter(|&cell| cell != crate::INVALID_CELL)
    }

    /// Its last cell, at its depth; none where it is empty.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(1, &[47, 5])?.last(), Some(47));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn last(&self) -> Option<u64> {
        // SAFETY: the handle is live.
        Some(unsafe { healpix_sys::healpix_moc_last(self.as_ptr()) }).filter(|&cell| cell != crate::INVALID_CELL)
    }
}
