//! What is near each of many positions.

use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_match_lists, healpix_point_index, healpix_status};

use super::{Match, PointIndex};
use crate::error::{Result, check, handle, same_length, slice};

/// The matches of many positions, one list behind the other.
///
/// # Example
///
/// ```
/// let index = healpix_safe::PointIndex::from_slices_deg(&[10.0, 20.0, 30.0], &[0.0; 3])?;
/// let found = index.within_many_deg(&[15.0, 90.0], &[0.0, 0.0], &[6.0, 6.0])?;
/// let rows: Vec<Vec<u32>> = found.iter().map(|list| list.iter().map(|found| found.row).collect()).collect();
/// assert_eq!(rows, [vec![0, 1], vec![]]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct MatchLists {
    handle: NonNull<healpix_match_lists>,
    thread: PhantomData<*mut ()>,
}

impl MatchLists {
    /// Takes over what a successful C call handed out.
    fn own(out: *mut healpix_match_lists) -> Result<MatchLists> {
        Ok(MatchLists { handle: handle(out)?, thread: PhantomData })
    }

    /// Number of lists, one for each position.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// assert_eq!(index.nearest_many(&[0.0, 0.3], &[0.0, 0.0], 1)?.len(), 2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_match_lists_len(self.handle.as_ptr()) }
    }

    /// Whether no position was asked about.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// assert!(index.nearest_many(&[], &[], 1)?.is_empty());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where each list begins in [`MatchLists::matches`], and behind them where the last one ends: one more than there are
    /// positions.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// assert_eq!(index.within_many(&[3.0, 0.1], &[0.0, 0.0], &[0.2, 0.2])?.offsets(), [0, 0, 2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn offsets(&self) -> &[u64] {
        // SAFETY: the handle is live, and there is one offset more than there are lists, valid and unchanging until it is
        // freed.
        unsafe { slice(healpix_sys::healpix_match_lists_offsets(self.handle.as_ptr()), self.len() + 1) }
    }

    /// The matches of all positions, in order.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// let found = index.nearest_many(&[0.2, 0.1], &[0.0, 0.0], 1)?;
    /// assert_eq!(found.matches().iter().map(|found| found.row).collect::<Vec<_>>(), [1, 0]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn matches(&self) -> &[Match] {
        let n = self.offsets().last().map_or(0, |end| *end as usize);
        // SAFETY: the handle is live, and there are as many matches as the last offset says, valid and unchanging until it
        // is freed; `Match` has the layout of the C type, as asserted beside it.
        unsafe { slice(healpix_sys::healpix_match_lists_matches(self.handle.as_ptr()).cast(), n) }
    }

    /// The matches of one position, nearest first; none for a number beyond the last.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// let found = index.nearest_many(&[0.2, 0.1], &[0.0, 0.0], 2)?;
    /// assert_eq!(found.get(1).map(|list| list[1].row), Some(1));
    /// assert!(found.get(2).is_none());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, k: usize) -> Option<&[Match]> {
        let offsets = self.offsets();
        let (start, end) = (*offsets.get(k)?, *offsets.get(k.checked_add(1)?)?);
        self.matches().get(start as usize..end as usize)
    }

    /// The matches of each position in turn.
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
    /// let found = index.within_many(&[3.0, 0.1], &[0.0, 0.0], &[0.2, 0.2])?;
    /// assert_eq!(found.iter().map(<[_]>::len).collect::<Vec<_>>(), [0, 2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = &[Match]> {
        (0..self.len()).filter_map(|k| self.get(k))
    }
}

impl Drop for MatchLists {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_match_lists_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for MatchLists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// `healpix_point_index_nearest_many` or `healpix_point_index_nearest_many_deg`.
type NearestMany = unsafe extern "C" fn(
    *const healpix_point_index,
    *const f64,
    *const f64,
    usize,
    usize,
    *mut *mut healpix_match_lists,
) -> healpix_status;

/// `healpix_point_index_within_many` or `healpix_point_index_within_many_deg`.
type WithinMany = unsafe extern "C" fn(
    *const healpix_point_index,
    *const f64,
    *const f64,
    *const f64,
    usize,
    *mut *mut healpix_match_lists,
) -> healpix_status;

impl PointIndex {
    /// The at most `k` rows nearest to each of many positions in radians: of each what [`PointIndex::nearest`] finds, on as
    /// many [`threads`](crate::threads) as are set.
    ///
    /// # Errors
    ///
    /// [`Length`](crate::ErrorKind::Length), [`NotBuilt`](crate::ErrorKind::NotBuilt), [`Memory`](crate::ErrorKind::Memory);
    /// and, naming the first bad position, [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2, 0.3], &[0.0; 3])?;
    /// let found = index.nearest_many(&[0.21, 0.0], &[0.0, 0.0], 1)?;
    /// assert_eq!(found.matches().iter().map(|found| found.row).collect::<Vec<_>>(), [1, 0]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn nearest_many(&self, lon: &[f64], lat: &[f64], k: usize) -> Result<MatchLists> {
        self.nearest_to(lon, lat, k, healpix_sys::healpix_point_index_nearest_many)
    }

    /// [`PointIndex::nearest_many`] of positions in degrees. The distances of the matches are radians.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::nearest_many`].
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 0.0])?;
    /// let found = index.nearest_many_deg(&[19.0, 11.0], &[0.0, 0.0], 1)?;
    /// assert_eq!(found.matches()[0].row, 1);
    /// assert!((found.matches()[1].distance - 1.0f64.to_radians()).abs() < 1e-15);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn nearest_many_deg(&self, lon: &[f64], lat: &[f64], k: usize) -> Result<MatchLists> {
        self.nearest_to(lon, lat, k, healpix_sys::healpix_point_index_nearest_many_deg)
    }

    /// The rows within a radius around each of many positions, all in radians: of each what [`PointIndex::within`] finds, on
    /// as many [`threads`](crate::threads) as are set.
    ///
    /// - `radius`: one for each position, 0 to pi; rows on the circle are included.
    ///
    /// # Errors
    ///
    /// [`Length`](crate::ErrorKind::Length), [`NotBuilt`](crate::ErrorKind::NotBuilt), [`Memory`](crate::ErrorKind::Memory);
    /// and, naming the first bad position or radius, [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Radius`](crate::ErrorKind::Radius).
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2, 0.3], &[0.0; 3])?;
    /// let found = index.within_many(&[0.21, 2.0], &[0.0, 0.0], &[0.1, 0.1])?;
    /// assert_eq!(found.offsets(), [0, 2, 2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn within_many(&self, lon: &[f64], lat: &[f64], radius: &[f64]) -> Result<MatchLists> {
        self.within_of(lon, lat, radius, healpix_sys::healpix_point_index_within_many)
    }

    /// [`PointIndex::within_many`] with positions and radii in degrees, the radii from 0 to 180. The distances of the matches
    /// are radians.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::within_many`].
    ///
    /// # Example
    ///
    /// ```
    /// let index = healpix_safe::PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 0.0])?;
    /// assert_eq!(index.within_many_deg(&[12.0, 16.0], &[0.0, 0.0], &[5.0, 7.0])?.offsets(), [0, 1, 3]);
    /// assert!(index.within_many_deg(&[12.0], &[0.0], &[180.5]).is_err());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn within_many_deg(&self, lon: &[f64], lat: &[f64], radius: &[f64]) -> Result<MatchLists> {
        self.within_of(lon, lat, radius, healpix_sys::healpix_point_index_within_many_deg)
    }

    fn nearest_to(&self, lon: &[f64], lat: &[f64], k: usize, call: NearestMany) -> Result<MatchLists> {
        let n = lon.len();
        same_length("lat", lat.len(), n)?;
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live, both slices have the length that is told, and the output is a live local.
        check(unsafe { call(self.as_ptr(), lon.as_ptr(), lat.as_ptr(), n, k, &raw mut out) })?;
        MatchLists::own(out)
    }

    fn within_of(&self, lon: &[f64], lat: &[f64], radius: &[f64], call: WithinMany) -> Result<MatchLists> {
        let n = lon.len();
        same_length("lat", lat.len(), n)?;
        same_length("radius", radius.len(), n)?;
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live, all slices have the length that is told, and the output is a live local.
        check(unsafe { call(self.as_ptr(), lon.as_ptr(), lat.as_ptr(), radius.as_ptr(), n, &raw mut out) })?;
        MatchLists::own(out)
    }
}
