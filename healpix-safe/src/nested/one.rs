//! One element at a time.

use crate::NeighborIter;
use crate::error::{Result, check};

/// Cell that contains a position.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: a position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `cell`: nested cell number.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::hash_one(0, 0.0, 0.0)?, 4);
/// assert!(nested::hash_one(0, 0.0, 91.0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_one(depth: u8, lon: f64, lat: f64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_hash_one(depth, lon, lat, &raw mut found) })?;
    Ok(found)
}

/// Cell that contains a position.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: a position in degrees; any finite longitude, latitude from -90 to 90.
/// - `cell`: nested cell number.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::hash_deg_one(0, 0.0, 0.0)?, 4);
/// assert!(nested::hash_deg_one(0, 0.0, 91.0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_deg_one(depth: u8, lon: f64, lat: f64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_hash_deg_one(depth, lon, lat, &raw mut found) })?;
    Ok(found)
}

/// Cell that contains the direction of a vector.
///
/// - `depth`: 0 to 29.
/// - `x`, `y`, `z`: a vector of any finite length but 0.
/// - `cell`: nested cell number.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Vector`](crate::ErrorKind::Vector).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::hash_vec_one(0, 2.0, 0.0, 0.0)?, 4);
/// assert!(nested::hash_vec_one(0, 0.0, 0.0, 0.0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_vec_one(depth: u8, x: f64, y: f64, z: f64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_hash_vec_one(depth, x, y, z, &raw mut found) })?;
    Ok(found)
}

/// Center of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `lon`, `lat`: position in radians; longitude from 0 to below 2 pi.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::center_one(0, 6)?, (std::f64::consts::PI, 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_one(depth: u8, cell: u64) -> Result<(f64, f64)> {
    let (mut lon, mut lat) = (0.0, 0.0);
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_center_one(depth, cell, &raw mut lon, &raw mut lat) })?;
    Ok((lon, lat))
}

/// Center of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `lon`, `lat`: position in degrees; longitude from 0 to below 360.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::center_deg_one(0, 6)?, (180.0, 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_deg_one(depth: u8, cell: u64) -> Result<(f64, f64)> {
    let (mut lon, mut lat) = (0.0, 0.0);
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_center_deg_one(depth, cell, &raw mut lon, &raw mut lat) })?;
    Ok((lon, lat))
}

/// Center of a cell as a unit vector.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `x`, `y`, `z`: unit vector.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (x, y, z) = nested::center_vec_one(0, 0)?;
/// assert!((z - 2.0 / 3.0).abs() < 1e-15 && (x - y).abs() < 1e-15);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_vec_one(depth: u8, cell: u64) -> Result<(f64, f64, f64)> {
    let (mut x, mut y, mut z) = (0.0, 0.0, 0.0);
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_center_vec_one(depth, cell, &raw mut x, &raw mut y, &raw mut z) })?;
    Ok((x, y, z))
}

/// All neighbors of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: eight cell numbers in the order S SE E SW NE W NW N; a neighbor that does not exist is
///   [`INVALID_CELL`](crate::INVALID_CELL) and no error.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let none = healpix_safe::INVALID_CELL;
/// assert_eq!(nested::neighbors_one(0, 4)?, [none, 8, 5, 11, 0, 7, 3, none]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbors_one(depth: u8, cell: u64) -> Result<[u64; 8]> {
    let mut out = [0; 8];
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_neighbors_one(depth, cell, out.as_mut_ptr()) })?;
    Ok(out)
}

/// Nested cell as a ring cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: cell number in the other scheme.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::to_ring_one(1, 3)?, 0);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_ring_one(depth: u8, cell: u64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_nested_to_ring_one(depth, cell, &raw mut found) })?;
    Ok(found)
}

/// The neighbors of a cell that exist, one after the other, each with its direction (0 to 7: S SE E SW NE W NW N).
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::{INVALID_CELL, nested};
///
/// let all = nested::neighbors_one(0, 0)?;
/// for (cell, direction) in nested::neighbor_iter(0, 0)? {
///     assert_eq!(all[direction as usize], cell);
/// }
/// assert_eq!(nested::neighbor_iter(0, 0)?.count(), all.iter().filter(|cell| **cell != INVALID_CELL).count());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor_iter(depth: u8, cell: u64) -> Result<NeighborIter> {
    // SAFETY: the output is a live local.
    NeighborIter::new(|out| unsafe { healpix_sys::healpix_nested_neighbor_iter_new(depth, cell, out) })
}
