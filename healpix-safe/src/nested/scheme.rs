//! The other numbering scheme, and rings.

use crate::error::{Result, check, same_length};

/// Nested cells as ring cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n ring cell numbers.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let mut out = [0; 4];
/// nested::to_ring(1, &[0, 1, 2, 3], &mut out)?;
/// assert_eq!(out, [13, 5, 4, 0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_ring(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_to_ring(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// [`to_ring`] in place.
///
/// # Errors
///
/// As [`to_ring`].
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let mut cells = [0, 1, 2, 3];
/// nested::to_ring_in_place(1, &mut cells)?;
/// assert_eq!(cells, [13, 5, 4, 0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_ring_in_place(depth: u8, cells: &mut [u64]) -> Result<()> {
    let (n, cells) = (cells.len(), cells.as_mut_ptr());
    // SAFETY: one slice of length n, given as input and output at once, which this function allows.
    check(unsafe { healpix_sys::healpix_nested_to_ring(depth, cells, n, cells) })
}
