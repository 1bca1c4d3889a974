//! Neighbors of cells, and their place in their base cell.

use crate::error::{Result, check, same_length};

/// Neighbors of cells in one direction.
///
/// - `depth`: 0 to 29.
/// - `direction`: 0 to 7, in the order S SE E SW NE W NW N.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers; a neighbor that does not exist is [`INVALID_CELL`](crate::INVALID_CELL)
///   and no error.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Direction`](crate::ErrorKind::Direction); of an element
/// [`Cell`](crate::ErrorKind::Cell); [`Length`](crate::ErrorKind::Length) if the slices do not fit
/// together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// // Base cell 4 lies between 0, 3, 8 and 11, and has no neighbor due north.
/// let mut out = [0];
/// nested::neighbor(0, 4, &[4], &mut out)?;
/// assert_eq!(out, [0]);
/// nested::neighbor(0, 7, &[4], &mut out)?;
/// assert_eq!(out, [healpix_safe::INVALID_CELL]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor(depth: u8, direction: u32, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_neighbor(depth, direction, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// All neighbors of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 8 n cell numbers, eight for each input in the order S SE E SW NE W NW N; a neighbor
///   that does not exist is [`INVALID_CELL`](crate::INVALID_CELL) and no error.
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
/// let mut out = [0; 8];
/// nested::neighbors(0, &[4], &mut out)?;
/// let none = healpix_safe::INVALID_CELL;
/// assert_eq!(out, [none, 8, 5, 11, 0, 7, 3, none]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbors(depth: u8, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let n = cells.len();
    same_length("out", out.len(), n.saturating_mul(8))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_nested_neighbors(depth, cells.as_ptr(), n, out.as_mut_ptr()) })
}

/// Base cells of cells, and coordinates in them.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them; `i` grows to the north-east,
///   `j` to the north-west.
///
/// A bad element leaves [`INVALID_U8`](crate::INVALID_U8) or [`INVALID_U32`](crate::INVALID_U32) in
/// all of its own outputs; all others are computed.
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
/// let (mut face, mut i, mut j) = ([0], [0], [0]);
/// nested::to_face_ij(1, &[17], &mut face, &mut i, &mut j)?;
/// assert_eq!((face, i, j), ([4], [1], [0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_face_ij(depth: u8, cells: &[u64], face: &mut [u8], i: &mut [u32], j: &mut [u32]) -> Result<()> {
    let n = cells.len();
    same_length("face", face.len(), n)?;
    same_length("i", i.len(), n)?;
    same_length("j", j.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_to_face_ij(
            depth,
            cells.as_ptr(),
            n,
            face.as_mut_ptr(),
            i.as_mut_ptr(),
            j.as_mut_ptr(),
        )
    })
}

/// Cells at coordinates in base cells; the inverse of to_face_ij.
///
/// - `depth`: 0 to 29.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them, below nside; `i` grows to
///   the north-east, `j` to the north-west.
/// - `cells`: n nested cell numbers.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth); of an element [`Face`](crate::ErrorKind::Face);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let mut cells = [0];
/// nested::from_face_ij(1, &[4], &[1], &[0], &mut cells)?;
/// assert_eq!(cells, [17]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn from_face_ij(depth: u8, face: &[u8], i: &[u32], j: &[u32], cells: &mut [u64]) -> Result<()> {
    let n = face.len();
    same_length("i", i.len(), n)?;
    same_length("j", j.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_from_face_ij(depth, face.as_ptr(), i.as_ptr(), j.as_ptr(), n, cells.as_mut_ptr())
    })
}
