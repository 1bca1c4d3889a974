//! Results of queries: owned arrays on the C side, slices on this one.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::NonNull;

use healpix_sys::{healpix_match, healpix_matches, healpix_pair, healpix_pairs, healpix_rows};

use crate::error::{Result, handle, slice};

/// A row of the index, and its distance from the position that was asked about.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Match {
    /// Number of the row.
    pub row: u32,
    /// Distance along the great circle in radians.
    pub distance: f64,
}

/// A row on the left, a row on the right, and their distance.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Pair {
    /// Number of the row in the left index.
    pub left: u32,
    /// Number of the row in the right index.
    pub right: u32,
    /// Distance along the great circle in radians.
    pub distance: f64,
}

// The casts below rest on these.
const _: () = {
    use core::mem::offset_of;
    assert!(size_of::<Match>() == size_of::<healpix_match>());
    assert!(align_of::<Match>() == align_of::<healpix_match>());
    assert!(offset_of!(Match, row) == offset_of!(healpix_match, row));
    assert!(offset_of!(Match, distance) == offset_of!(healpix_match, distance));
    assert!(size_of::<Pair>() == size_of::<healpix_pair>());
    assert!(align_of::<Pair>() == align_of::<healpix_pair>());
    assert!(offset_of!(Pair, left) == offset_of!(healpix_pair, left));
    assert!(offset_of!(Pair, right) == offset_of!(healpix_pair, right));
    assert!(offset_of!(Pair, distance) == offset_of!(healpix_pair, distance));
};

/// Matches, nearest first; a slice of [`Match`].
///
/// # Example
///
/// ```
/// let index = healpix_safe::PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
/// let matches = index.within(0.0, 0.0, 0.15)?;
/// assert_eq!(matches.iter().map(|found| found.row).collect::<Vec<_>>(), [0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Matches {
    handle: NonNull<healpix_matches>,
    thread: PhantomData<*mut ()>,
}

/// Pairs in the order of their left rows; a slice of [`Pair`].
///
/// # Example
///
/// ```
/// use healpix_safe::{CrossMatch, PointIndex};
///
/// let left = PointIndex::from_slices(&[0.1, 0.2], &[0.0, 0.0])?;
/// let right = PointIndex::from_slices(&[0.2], &[0.0])?;
/// let pairs = left.cross_match(&right, 0.01, CrossMatch::Best)?;
/// assert_eq!((pairs.len(), pairs[0].left, pairs[0].right), (1, 1, 0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Pairs {
    handle: NonNull<healpix_pairs>,
    thread: PhantomData<*mut ()>,
}

impl Matches {
    /// Takes over what a successful C call handed out.
    pub(super) fn own(out: *mut healpix_matches) -> Result<Matches> {
        Ok(Matches { handle: handle(out)?, thread: PhantomData })
    }
}

impl Pairs {
    /// Takes over what a successful C call handed out.
    pub(super) fn own(out: *mut healpix_pairs) -> Result<Pairs> {
        Ok(Pairs { handle: handle(out)?, thread: PhantomData })
    }
}

impl Deref for Matches {
    type Target = [Match];

    fn deref(&self) -> &[Match] {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed; `Match` has the
        // layout of the C type, as asserted above.
        unsafe { slice(healpix_sys::healpix_matches_data(handle).cast(), healpix_sys::healpix_matches_len(handle)) }
    }
}

impl Deref for Pairs {
    type Target = [Pair];

    fn deref(&self) -> &[Pair] {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed; `Pair` has the
        // layout of the C type, as asserted above.
        unsafe { slice(healpix_sys::healpix_pairs_data(handle).cast(), healpix_sys::healpix_pairs_len(handle)) }
    }
}

impl Drop for Matches {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_matches_free(self.handle.as_ptr()) }
    }
}

impl Drop for Pairs {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_pairs_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Matches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl fmt::Debug for Pairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Numbers of rows, ascending; a slice of `u32`.
///
/// # Example
///
/// ```
/// use healpix_safe::{PointIndex, region::Region};
///
/// let index = PointIndex::from_slices_deg(&[359.9, 0.2, 90.0], &[0.0; 3])?;
/// assert_eq!(index.region(&Region::zone_deg(359.0, -1.0, 1.0, 1.0)?)?[..], [0, 1]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Rows {
    handle: NonNull<healpix_rows>,
    thread: PhantomData<*mut ()>,
}

impl Rows {
    /// Takes over what a successful C call handed out.
    pub(super) fn own(out: *mut healpix_rows) -> Result<Rows> {
        Ok(Rows { handle: handle(out)?, thread: PhantomData })
    }
}

impl Deref for Rows {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed.
        unsafe { slice(healpix_sys::healpix_rows_data(handle), healpix_sys::healpix_rows_len(handle)) }
    }
}

impl Drop for Rows {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_rows_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
