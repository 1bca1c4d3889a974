//! What is near a position, and which rows of two indexes belong together.

use core::ptr;

use super::{Matches, Pairs, PointIndex, Rows};
use crate::error::{Result, check};
use crate::region::Region;

/// Which partners a cross-match returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CrossMatch {
    /// For each row on the left its nearest partner; of equally near ones the one with the smallest number.
    Best,
    /// Every pair within the radius.
    All,
}

impl CrossMatch {
    fn code(self) -> u32 {
        match self {
            CrossMatch::Best => healpix_sys::HEALPIX_CROSS_MATCH_BEST as u32,
            CrossMatch::All => healpix_sys::HEALPIX_CROSS_MATCH_ALL as u32,
        }
    }
}

impl PointIndex {
    /// The at most `k` rows nearest to a position in radians, by distance and then row.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2, 0.3], &[0.0; 3])?;
    /// let rows: Vec<u32> = index.nearest(0.21, 0.0, 2)?.iter().map(|found| found.row).collect();
    /// assert_eq!(rows, [1, 2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn nearest(&self, lon: f64, lat: f64, k: usize) -> Result<Matches> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_nearest(self.as_ptr(), lon, lat, k, &raw mut out) })?;
        Matches::own(out)
    }

    /// [`PointIndex::nearest`] of a position in degrees. The distances of the matches are radians.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::nearest`].
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 0.0])?;
    /// let found = index.nearest_deg(19.0, 0.0, 1)?[0];
    /// assert_eq!(found.row, 1);
    /// assert!((found.distance - 1.0f64.to_radians()).abs() < 1e-15);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn nearest_deg(&self, lon: f64, lat: f64, k: usize) -> Result<Matches> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_nearest_deg(self.as_ptr(), lon, lat, k, &raw mut out) })?;
        Matches::own(out)
    }

    /// The rows within a radius around a position, both in radians, by distance and then row.
    ///
    /// - `radius`: 0 to pi; rows on the circle are included.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Radius`](crate::ErrorKind::Radius), [`NotBuilt`](crate::ErrorKind::NotBuilt),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2, 0.3], &[0.0; 3])?;
    /// let rows: Vec<u32> = index.within(0.21, 0.0, 0.1)?.iter().map(|found| found.row).collect();
    /// assert_eq!(rows, [1, 2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn within(&self, lon: f64, lat: f64, radius: f64) -> Result<Matches> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_within(self.as_ptr(), lon, lat, radius, &raw mut out) })?;
        Matches::own(out)
    }

    /// [`PointIndex::within`] with position and radius in degrees, the radius from 0 to 180. The distances of the
    /// matches are radians.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::within`].
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 0.0])?;
    /// assert_eq!(index.within_deg(12.0, 0.0, 5.0)?.len(), 1);
    /// assert!(index.within_deg(12.0, 0.0, 180.5).is_err());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn within_deg(&self, lon: f64, lat: f64, radius: f64) -> Result<Matches> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_within_deg(self.as_ptr(), lon, lat, radius, &raw mut out) })?;
        Matches::own(out)
    }

    /// The rows inside a region, its border included, ascending.
    ///
    /// # Errors
    ///
    /// [`NotBuilt`](crate::ErrorKind::NotBuilt), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{PointIndex, region::Region};
    ///
    /// let index = PointIndex::from_slices_deg(&[10.0, 20.0, 30.0], &[0.0; 3])?;
    /// let rows = index.region(&Region::cone_deg(25.0, 0.0, 6.0)?)?;
    /// assert_eq!(rows[..], [1, 2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn region(&self, region: &Region) -> Result<Rows> {
        let mut out = ptr::null_mut();
        // SAFETY: both handles are live and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_region(self.as_ptr(), region.as_ptr(), &raw mut out) })?;
        Rows::own(out)
    }

    /// Rows of this index and another that are within a radius (radians) of each other, by left row, distance and
    /// right row. Both may be the same index.
    ///
    /// # Errors
    ///
    /// [`Radius`](crate::ErrorKind::Radius), [`NotBuilt`](crate::ErrorKind::NotBuilt) of either index,
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{CrossMatch, PointIndex};
    ///
    /// let left = PointIndex::from_slices_deg(&[10.0, 50.0], &[0.0, 0.0])?;
    /// let right = PointIndex::from_slices_deg(&[10.2, 10.1], &[0.0, 0.0])?;
    /// let radius = 1.0f64.to_radians();
    /// assert_eq!(left.cross_match(&right, radius, CrossMatch::All)?.len(), 2);
    /// let best = left.cross_match(&right, radius, CrossMatch::Best)?;
    /// assert_eq!((best.len(), best[0].left, best[0].right), (1, 0, 1));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cross_match(&self, right: &PointIndex, radius: f64, mode: CrossMatch) -> Result<Pairs> {
        let mut out = ptr::null_mut();
        // SAFETY: both handles are live and the output is a live local.
        check(unsafe {
            healpix_sys::healpix_point_index_cross_match(
                self.as_ptr(),
                right.as_ptr(),
                radius,
                mode.code(),
                &raw mut out,
            )
        })?;
        Pairs::own(out)
    }
}
