//! Coverages in the ring scheme, at any nside.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::{self, NonNull};

use healpix_sys::healpix_ranges;

use super::CellRange;
use crate::error::{Result, check, handle, slice};
use crate::region::Region;

/// Ranges of cells; a slice of [`CellRange`].
///
/// # Example
///
/// ```
/// use healpix_safe::{coverage, region::Region};
///
/// let ranges = coverage::ring_touched(5, &Region::cone_deg(45.0, -84.0, 9.9)?)?;
/// assert!(ranges.iter().all(|range| range.start < range.end && range.end <= 300));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Ranges {
    handle: NonNull<healpix_ranges>,
    thread: PhantomData<*mut ()>,
}

impl Ranges {
    /// Takes over what a successful C call handed out.
    fn own(out: *mut healpix_ranges) -> Result<Ranges> {
        Ok(Ranges { handle: handle(out)?, thread: PhantomData })
    }
}

impl Deref for Ranges {
    type Target = [CellRange];

    fn deref(&self) -> &[CellRange] {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed; `CellRange` has the layout
        // of the C type, as asserted beside it.
        unsafe { slice(healpix_sys::healpix_ranges_data(handle).cast(), healpix_sys::healpix_ranges_len(handle)) }
    }
}

impl Drop for Ranges {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_ranges_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Ranges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// The cells of an nside that a region touches, as sorted ranges of ring numbers that do not touch.
///
/// - `nside`: 1 to 2^29, no power of two needed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::{coverage, region::Region};
///
/// let ranges = coverage::ring_touched(4, &Region::cone_deg(45.0, -84.0, 9.9)?)?;
/// assert!(ranges.iter().any(|range| range.start <= 190 && 190 < range.end));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn ring_touched(nside: u32, region: &Region) -> Result<Ranges> {
    let mut out = ptr::null_mut();
    // SAFETY: the handle is live and the output is a live local.
    check(unsafe { healpix_sys::healpix_coverage_ring_touched(nside, region.as_ptr(), &raw mut out) })?;
    Ranges::own(out)
}

/// The cells of an nside whose center is inside a region, as sorted ranges of ring numbers that do not touch.
///
/// - `nside`: 1 to 2^29, no power of two needed.
///
/// # Errors
///
/// As [`ring_touched`].
///
/// # Example
///
/// ```
/// use healpix_safe::{coverage, region::Region};
///
/// let ranges = coverage::ring_centers_in(1000, &Region::all_sky()?)?;
/// assert_eq!((ranges.len(), ranges[0].start, ranges[0].end), (1, 0, 12_000_000));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn ring_centers_in(nside: u32, region: &Region) -> Result<Ranges> {
    let mut out = ptr::null_mut();
    // SAFETY: the handle is live and the output is a live local.
    check(unsafe { healpix_sys::healpix_coverage_ring_centers_in(nside, region.as_ptr(), &raw mut out) })?;
    Ranges::own(out)
}
