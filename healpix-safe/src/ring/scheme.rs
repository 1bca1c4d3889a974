//! The other numbering scheme, and rings.

use crate::error::{Result, check, same_length};

/// Ring cells as nested cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: n nested cell numbers.
///
/// `nside` must be a power of two: [`Nside`](crate::ErrorKind::Nside) otherwise.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let mut out = [0; 4];
/// ring::to_nested(2, &[0, 1, 2, 3], &mut out)?;
/// assert_eq!(out, [3, 7, 11, 15]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_nested(nside: u32, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_to_nested(nside, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// [`to_nested`] in place.
///
/// # Errors
///
/// As [`to_nested`].
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let mut cells = [0, 1, 2, 3];
/// ring::to_nested_in_place(2, &mut cells)?;
/// assert_eq!(cells, [3, 7, 11, 15]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_nested_in_place(nside: u32, cells: &mut [u64]) -> Result<()> {
    let (n, cells) = (cells.len(), cells.as_mut_ptr());
    // SAFETY: one slice of length n, given as input and output at once, which this function allows.
    check(unsafe { healpix_sys::healpix_ring_to_nested(nside, cells, n, cells) })
}

/// Rings that cells are on.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `rings`: n ring numbers, from 1 in the north to 4 nside - 1.
///
/// A bad element leaves [`INVALID_U32`](crate::INVALID_U32) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let mut rings = [0; 3];
/// ring::ring_of(2, &[0, 4, 47], &mut rings)?;
/// assert_eq!(rings, [1, 2, 7]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn ring_of(nside: u32, cells: &[u64], rings: &mut [u32]) -> Result<()> {
    let n = cells.len();
    same_length("rings", rings.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_ring_of(nside, cells.as_ptr(), n, rings.as_mut_ptr()) })
}
