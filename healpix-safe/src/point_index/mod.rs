//! A catalogue of positions that answers questions: what is in this cell, what is near, what matches.

mod many;
mod occupied;
mod query;
mod results;
mod view;

use core::fmt;
use core::marker::PhantomData;
use core::ops::Range;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_point_index, healpix_status};

use crate::error::{Result, check, handle, same_length};

pub use many::MatchLists;
pub use occupied::{CellCount, Occupied};
pub use query::CrossMatch;
pub use results::{Match, Matches, Pair, Pairs, Rows};

/// Positions sorted by cell. Rows are numbered from 0 in the order in which they were pushed.
///
/// Push rows, [`build`](PointIndex::build), ask. Positions are pushed in radians or degrees and kept in
/// radians. The handle belongs to the thread that made it, so this is neither `Send` nor `Sync`; to
/// take a catalogue elsewhere, take its slices.
///
/// # Example
///
/// ```
/// use healpix_safe::PointIndex;
///
/// // Vega, Altair, Deneb.
/// let index = PointIndex::from_slices_deg(&[279.2, 297.7, 310.4], &[38.8, 8.9, 45.3])?;
/// let nearest = index.nearest_deg(300.0, 40.0, 1)?;
/// assert_eq!(nearest[0].row, 2);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct PointIndex {
    handle: NonNull<healpix_point_index>,
    /// Not Send, not Sync: said here, and not left to what `NonNull` happens to be.
    thread: PhantomData<*mut ()>,
}

/// `push_slice` or `push_slice_deg` of the C interface.
type PushSlice =
    unsafe extern "C" fn(*mut healpix_point_index, *const f64, *const f64, usize, *mut u32) -> healpix_status;

impl PointIndex {
    /// An index without rows.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let index = PointIndex::new()?;
    /// assert!(index.is_empty() && index.is_built());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn new() -> Result<PointIndex> {
        let mut out = ptr::null_mut();
        // SAFETY: the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_new(&raw mut out) })?;
        PointIndex::own(out)
    }

    /// An index without rows, with memory for `n` of them.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let index = PointIndex::with_capacity(1000)?;
    /// assert_eq!(index.len(), 0);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn with_capacity(n: usize) -> Result<PointIndex> {
        let mut out = ptr::null_mut();
        // SAFETY: the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_with_capacity(n, &raw mut out) })?;
        PointIndex::own(out)
    }

    /// A built index of positions in radians, which must all be good.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Length`](crate::ErrorKind::Length), [`Rows`](crate::ErrorKind::Rows),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let index = PointIndex::from_slices(&[0.1, 0.2], &[0.0, 1.0])?;
    /// assert_eq!(index.len(), 2);
    /// assert!(PointIndex::from_slices(&[0.1], &[2.0]).is_err());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_slices(lon: &[f64], lat: &[f64]) -> Result<PointIndex> {
        let mut index = PointIndex::new()?;
        index.push_slice(lon, lat)?;
        index.build()?;
        Ok(index)
    }

    /// A built index of positions in degrees, which must all be good.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::from_slices`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let index = PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 80.0])?;
    /// assert_eq!(index.len(), 2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_slices_deg(lon: &[f64], lat: &[f64]) -> Result<PointIndex> {
        let mut index = PointIndex::new()?;
        index.push_slice_deg(lon, lat)?;
        index.build()?;
        Ok(index)
    }

    /// Adds a position in radians and returns its row number. The index must be built before it is asked again.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Rows`](crate::ErrorKind::Rows), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let mut index = PointIndex::new()?;
    /// assert_eq!(index.push(0.1, 0.2)?, 0);
    /// assert_eq!(index.push(0.3, 0.4)?, 1);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn push(&mut self, lon: f64, lat: f64) -> Result<u32> {
        let mut row = 0;
        // SAFETY: the handle is live, `&mut self` says that nobody else uses it, and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_push(self.handle.as_ptr(), lon, lat, &raw mut row) })?;
        Ok(row)
    }

    /// [`PointIndex::push`] of a position in degrees.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::push`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let mut index = PointIndex::new()?;
    /// assert_eq!(index.push_deg(279.2, 38.8)?, 0);
    /// assert!(index.push_deg(0.0, 90.5).is_err());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn push_deg(&mut self, lon: f64, lat: f64) -> Result<u32> {
        let mut row = 0;
        // SAFETY: the handle is live, `&mut self` says that nobody else uses it, and the output is a live local.
        check(unsafe { healpix_sys::healpix_point_index_push_deg(self.handle.as_ptr(), lon, lat, &raw mut row) })?;
        Ok(row)
    }

    /// Adds positions in radians and returns their row numbers. The index must be built before it is asked again.
    ///
    /// A bad position takes its row number but is never found; all others are added all the same, and the error
    /// names the first bad one. [`PointIndex::rows`] tells the number of the next row.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude); and, with nothing
    /// added, [`Length`](crate::ErrorKind::Length), [`Rows`](crate::ErrorKind::Rows),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let mut index = PointIndex::new()?;
    /// assert_eq!(index.push_slice(&[0.1, 0.2], &[0.0, 0.0])?, 0..2);
    /// // The second of these is no position: the others are in.
    /// assert!(index.push_slice(&[0.3, f64::NAN, 0.5], &[0.0; 3]).is_err());
    /// assert_eq!((index.rows(), index.len()), (5, 4));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn push_slice(&mut self, lon: &[f64], lat: &[f64]) -> Result<Range<u32>> {
        self.push_rows(lon, lat, healpix_sys::healpix_point_index_push_slice)
    }

    /// [`PointIndex::push_slice`] of positions in degrees.
    ///
    /// # Errors
    ///
    /// As [`PointIndex::push_slice`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let mut index = PointIndex::new()?;
    /// assert_eq!(index.push_slice_deg(&[10.0, 20.0], &[45.0, -45.0])?, 0..2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn push_slice_deg(&mut self, lon: &[f64], lat: &[f64]) -> Result<Range<u32>> {
        self.push_rows(lon, lat, healpix_sys::healpix_point_index_push_slice_deg)
    }

    fn push_rows(&mut self, lon: &[f64], lat: &[f64], push: PushSlice) -> Result<Range<u32>> {
        same_length("lat", lat.len(), lon.len())?;
        let mut first = 0;
        // SAFETY: the handle is live, `&mut self` says that nobody else uses it, both slices have the length that
        // is told, and the output is a live local.
        check(unsafe { push(self.handle.as_ptr(), lon.as_ptr(), lat.as_ptr(), lon.len(), &raw mut first) })?;
        Ok(first..self.rows())
    }

    /// Sorts what was pushed since the last build. Does nothing if nothing was pushed.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory); the index is then as it was.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{ErrorKind, PointIndex};
    ///
    /// let mut index = PointIndex::new()?;
    /// index.push(0.1, 0.2)?;
    /// assert_eq!(index.nearest(0.0, 0.0, 1).unwrap_err().kind(), ErrorKind::NotBuilt);
    /// index.build()?;
    /// assert_eq!(index.nearest(0.0, 0.0, 1)?.len(), 1);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn build(&mut self) -> Result<()> {
        // SAFETY: the handle is live, and `&mut self` says that nobody else uses it.
        check(unsafe { healpix_sys::healpix_point_index_build(self.handle.as_ptr()) })
    }

    /// Removes all rows; the next one pushed is row 0 again.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::PointIndex;
    ///
    /// let mut index = PointIndex::from_slices(&[0.1], &[0.2])?;
    /// index.clear()?;
    /// assert_eq!((index.rows(), index.len(), index.is_built()), (0, 0, true));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn clear(&mut self) -> Result<()> {
        // SAFETY: the handle is live, and `&mut self` says that nobody else uses it.
        check(unsafe { healpix_sys::healpix_point_index_clear(self.handle.as_ptr()) })
    }

    /// Takes over what a successful C call handed out.
    fn own(out: *mut healpix_point_index) -> Result<PointIndex> {
        Ok(PointIndex { handle: handle(out)?, thread: PhantomData })
    }

    /// For calls that only read.
    fn as_ptr(&self) -> *const healpix_point_index {
        self.handle.as_ptr().cast_const()
    }
}

impl Drop for PointIndex {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_point_index_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for PointIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PointIndex")
            .field("rows", &self.rows())
            .field("len", &self.len())
            .field("is_built", &self.is_built())
            .finish_non_exhaustive()
    }
}
