//! Parents, children, and numbers that hold the depth too.

use crate::error::{Result, check, same_length};

/// Cells one depth up that contain cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
///
/// `depth` must be at least 1: [`Depth`](crate::ErrorKind::Depth) otherwise.
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
/// let mut out = [0; 2];
/// nested::parent(1, &[7, 47], &mut out)?;
/// assert_eq!(out, [1, 11]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn parent(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_parent(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// Cells of a shallower depth that contain cells.
///
/// - `depth`: 0 to 29.
/// - `ancestor_depth`: 0 to `depth`.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
///
/// `ancestor_depth` must not be above `depth`: [`Depth`](crate::ErrorKind::Depth) otherwise.
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
/// let mut out = [0; 2];
/// nested::ancestor(2, 0, &[17, 191], &mut out)?;
/// assert_eq!(out, [1, 11]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn ancestor(depth: u8, ancestor_depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_ancestor(depth, ancestor_depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// The four cells one depth down of each cell.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
///
/// `depth` must be below 29: [`Depth`](crate::ErrorKind::Depth) otherwise.
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
/// nested::children(0, &[4], &mut out)?;
/// assert_eq!(out, [16, 17, 18, 19]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn children(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_children(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// The four cells that share the parent of each cell, itself included.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
///
/// The siblings of a base cell are the four base cells of its row.
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
/// nested::siblings(1, &[18], &mut out)?;
/// assert_eq!(out, [16, 17, 18, 19]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn siblings(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_siblings(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// Cells of a deeper depth that cells consist of.
///
/// - `depth`: 0 to 29.
/// - `deeper_depth`: `depth` to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `first`, `last`: n half-open ranges: the cells from `first` to just before `last`.
///
/// `deeper_depth` must not be below `depth`: [`Depth`](crate::ErrorKind::Depth) otherwise.
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
/// let (mut first, mut last) = ([0], [0]);
/// nested::range(0, 2, &[4], &mut first, &mut last)?;
/// assert_eq!((first, last), ([64], [80]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn range(depth: u8, deeper_depth: u8, cells: &[u64], first: &mut [u64], last: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("first", first.len(), n)?;
    same_length("last", last.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_range(depth, deeper_depth, cells.as_ptr(), n, first.as_mut_ptr(), last.as_mut_ptr())
    })
}

/// Nested cells as uniq numbers, which hold the depth too.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n uniq numbers, 4^(depth + 1) + cell.
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
/// let mut out = [0];
/// nested::to_uniq(1, &[3], &mut out)?;
/// assert_eq!(out, [19]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_uniq(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_to_uniq(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// Depths and nested cells of uniq numbers.
///
/// - `uniq`: n uniq numbers, 4^(depth + 1) + cell.
/// - `depths`, `cells`: n depths and nested cell numbers at them.
///
/// A bad element leaves [`INVALID_U8`](crate::INVALID_U8) or [`INVALID_CELL`](crate::INVALID_CELL)
/// in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Uniq`](crate::ErrorKind::Uniq); [`Length`](crate::ErrorKind::Length) if the
/// slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (mut depths, mut cells) = ([0], [0]);
/// nested::from_uniq(&[19], &mut depths, &mut cells)?;
/// assert_eq!((depths, cells), ([1], [3]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn from_uniq(uniq: &[u64], depths: &mut [u8], cells: &mut [u64]) -> Result<()> {
    let n = uniq.len();
    same_length("depths", depths.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_from_uniq(uniq.as_ptr(), n, depths.as_mut_ptr(), cells.as_mut_ptr()) })
}

/// Nested cells as zuniq numbers, which hold the depth too and sort by place.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n zuniq numbers: cell, a one bit, two zero bits for each depth that is left to 29.
///   Sorting them is sorting by place on the sphere, larger cells between smaller ones.
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
/// let mut out = [0];
/// nested::to_zuniq(29, &[3], &mut out)?;
/// assert_eq!(out, [7]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_zuniq(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_to_zuniq(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// Depths and nested cells of zuniq numbers.
///
/// - `zuniq`: n zuniq numbers: cell, a one bit, two zero bits for each depth that is left to 29.
/// - `depths`, `cells`: n depths and nested cell numbers at them.
///
/// A bad element leaves [`INVALID_U8`](crate::INVALID_U8) or [`INVALID_CELL`](crate::INVALID_CELL)
/// in all of its own outputs; all others are computed.
///
/// # Errors
///
/// of an element [`Uniq`](crate::ErrorKind::Uniq); [`Length`](crate::ErrorKind::Length) if the
/// slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (mut depths, mut cells) = ([0], [0]);
/// nested::from_zuniq(&[7], &mut depths, &mut cells)?;
/// assert_eq!((depths, cells), ([29], [3]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn from_zuniq(zuniq: &[u64], depths: &mut [u8], cells: &mut [u64]) -> Result<()> {
    let n = zuniq.len();
    same_length("depths", depths.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_from_zuniq(zuniq.as_ptr(), n, depths.as_mut_ptr(), cells.as_mut_ptr()) })
}
