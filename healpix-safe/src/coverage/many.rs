//! Many cones in one call.

use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_coverages, healpix_status};

use super::Cell;
use crate::error::{Result, check, handle, same_length, slice};

/// The coverages of many regions, one behind the other.
///
/// # Example
///
/// ```
/// use healpix_safe::coverage;
///
/// let found = coverage::cones_deg(8, &[10.0, 200.0], &[20.0, -80.0], &[1.0, 2.0])?;
/// assert_eq!(found.len(), 2);
/// for cells in found.iter() {
///     assert!(cells.iter().any(|cell| cell.is_full()));
/// }
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Coverages {
    handle: NonNull<healpix_coverages>,
    thread: PhantomData<*mut ()>,
}

impl Coverages {
    /// The coverages of cells that were kept elsewhere: those of [`Coverages::cells`], with [`Coverages::offsets`].
    ///
    /// - `depth`: 0 to 29.
    /// - `cells`: those of each region as [`Coverage::from_cells`](super::Coverage::from_cells) wants them.
    /// - `offsets`: begin with 0, never fall, and end with the number of cells.
    ///
    /// # Errors
    ///
    /// Those of [`Coverage::from_cells`](super::Coverage::from_cells); [`Range`](crate::ErrorKind::Range), naming the
    /// first bad offset; [`Length`](crate::ErrorKind::Length) where there is no offset, or one and cells.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::{self, Coverages};
    ///
    /// let found = coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// let (cells, offsets) = (found.cells().to_vec(), found.offsets().to_vec()); // written somewhere, and read again
    /// assert_eq!(Coverages::from_cells(3, &cells, &offsets)?.get(1), found.get(1));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_cells(depth: u8, cells: &[Cell], offsets: &[u64]) -> Result<Coverages> {
        let mut out = ptr::null_mut();
        let (list, n) = (cells.as_ptr().cast(), cells.len());
        let (at, n_offsets) = (offsets.as_ptr(), offsets.len());
        // SAFETY: both slices have the length that is told, `Cell` has the layout of the C type, as asserted beside it, and
        // the output is a live local.
        check(unsafe { healpix_sys::healpix_coverages_from_cells(depth, list, n, at, n_offsets, &raw mut out) })?;
        Ok(Coverages { handle: handle(out)?, thread: PhantomData })
    }

    /// The depth of all of them.
    ///
    /// # Example
    ///
    /// ```
    /// let found = healpix_safe::coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// assert_eq!(found.depth(), 3);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn depth(&self) -> u8 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_coverages_depth(self.handle.as_ptr()) }
    }

    /// Number of regions.
    ///
    /// # Example
    ///
    /// ```
    /// let found = healpix_safe::coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// assert_eq!(found.len(), 2);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_coverages_len(self.handle.as_ptr()) }
    }

    /// Whether there is no region.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::coverage::cones(3, &[], &[], &[])?.is_empty());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the cells of each region begin in [`Coverages::cells`], and behind them where the last one's end: one more
    /// than there are regions.
    ///
    /// # Example
    ///
    /// ```
    /// let found = healpix_safe::coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// assert_eq!(found.offsets()[..2], [0, 1]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn offsets(&self) -> &[u64] {
        // SAFETY: the handle is live, and there is one offset more than there are regions, valid and unchanging until it
        // is freed.
        unsafe { slice(healpix_sys::healpix_coverages_offsets(self.handle.as_ptr()), self.len() + 1) }
    }

    /// The cells of all regions, in order.
    ///
    /// # Example
    ///
    /// ```
    /// let found = healpix_safe::coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// assert_eq!(found.cells().len() as u64, found.offsets()[2]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        let n = self.offsets().last().map_or(0, |end| *end as usize);
        // SAFETY: the handle is live, and there are as many cells as the last offset says, valid and unchanging until it
        // is freed; `Cell` has the layout of the C type, as asserted beside it.
        unsafe { slice(healpix_sys::healpix_coverages_cells(self.handle.as_ptr()).cast(), n) }
    }

    /// The cells of one region; none for a number beyond the last.
    ///
    /// # Example
    ///
    /// ```
    /// let found = healpix_safe::coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// assert_eq!(found.get(0).map(<[_]>::len), Some(1));
    /// assert!(found.get(2).is_none());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, k: usize) -> Option<&[Cell]> {
        let offsets = self.offsets();
        let (start, end) = (*offsets.get(k)?, *offsets.get(k.checked_add(1)?)?);
        self.cells().get(start as usize..end as usize)
    }

    /// The cells of each region in turn.
    ///
    /// # Example
    ///
    /// ```
    /// let found = healpix_safe::coverage::cones(3, &[0.1, 2.0], &[0.2, 0.5], &[0.0, 0.3])?;
    /// let lengths: Vec<usize> = found.iter().map(<[_]>::len).collect();
    /// assert_eq!((lengths[0], lengths.len()), (1, 2));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = &[Cell]> {
        (0..self.len()).filter_map(|k| self.get(k))
    }
}

impl Drop for Coverages {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_coverages_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Coverages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// `healpix_coverage_cones` or `healpix_coverage_cones_deg`.
type Cones =
    unsafe extern "C" fn(u8, *const f64, *const f64, *const f64, usize, *mut *mut healpix_coverages) -> healpix_status;

/// The coverages of many cones.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: centers in radians.
/// - `radius`: radii in radians, 0 to pi.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Length`](crate::ErrorKind::Length), [`Memory`](crate::ErrorKind::Memory); and,
/// naming the first bad cone, [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
/// [`Radius`](crate::ErrorKind::Radius).
///
/// # Example
///
/// ```
/// use healpix_safe::coverage;
///
/// let found = coverage::cones(6, &[0.1, 3.0], &[0.2, -1.0], &[0.01, 0.02])?;
/// assert_eq!(found.len(), 2);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn cones(depth: u8, lon: &[f64], lat: &[f64], radius: &[f64]) -> Result<Coverages> {
    cover(depth, lon, lat, radius, healpix_sys::healpix_coverage_cones)
}

/// [`cones`] with centers and radii in degrees, the radii from 0 to 180.
///
/// # Errors
///
/// As [`cones`].
///
/// # Example
///
/// ```
/// use healpix_safe::coverage;
///
/// assert_eq!(coverage::cones_deg(6, &[83.8], &[-5.4], &[1.0])?.len(), 1);
/// assert!(coverage::cones_deg(6, &[83.8], &[-5.4], &[180.5]).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn cones_deg(depth: u8, lon: &[f64], lat: &[f64], radius: &[f64]) -> Result<Coverages> {
    cover(depth, lon, lat, radius, healpix_sys::healpix_coverage_cones_deg)
}

fn cover(depth: u8, lon: &[f64], lat: &[f64], radius: &[f64], cones: Cones) -> Result<Coverages> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("radius", radius.len(), n)?;
    let mut out = ptr::null_mut();
    // SAFETY: every slice has the length that is told, and the output is a live local.
    check(unsafe { cones(depth, lon.as_ptr(), lat.as_ptr(), radius.as_ptr(), n, &raw mut out) })?;
    Ok(Coverages { handle: handle(out)?, thread: PhantomData })
}
