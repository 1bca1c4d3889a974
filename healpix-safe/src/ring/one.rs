//! One element at a time.

use crate::NeighborIter;
use crate::error::{Result, check};

/// Cell that contains a position.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: a position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `cell`: ring cell number.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::hash_one(1, 0.0, 0.0)?, 4);
/// assert!(ring::hash_one(1, 0.0, 91.0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_one(nside: u32, lon: f64, lat: f64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_hash_one(nside, lon, lat, &raw mut found) })?;
    Ok(found)
}

/// Cell that contains a position.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: a position in degrees; any finite longitude, latitude from -90 to 90.
/// - `cell`: ring cell number.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::hash_deg_one(1, 0.0, 0.0)?, 4);
/// assert!(ring::hash_deg_one(1, 0.0, 91.0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_deg_one(nside: u32, lon: f64, lat: f64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_hash_deg_one(nside, lon, lat, &raw mut found) })?;
    Ok(found)
}

/// Cell that contains the direction of a vector.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `x`, `y`, `z`: a vector of any finite length but 0.
/// - `cell`: ring cell number.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Vector`](crate::ErrorKind::Vector).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::hash_vec_one(1, 2.0, 0.0, 0.0)?, 4);
/// assert!(ring::hash_vec_one(1, 0.0, 0.0, 0.0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_vec_one(nside: u32, x: f64, y: f64, z: f64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_hash_vec_one(nside, x, y, z, &raw mut found) })?;
    Ok(found)
}

/// Center of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `lon`, `lat`: position in radians; longitude from 0 to below 2 pi.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::center_one(1, 6)?, (std::f64::consts::PI, 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_one(nside: u32, cell: u64) -> Result<(f64, f64)> {
    let (mut lon, mut lat) = (0.0, 0.0);
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_center_one(nside, cell, &raw mut lon, &raw mut lat) })?;
    Ok((lon, lat))
}

/// Center of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `lon`, `lat`: position in degrees; longitude from 0 to below 360.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::center_deg_one(1, 6)?, (180.0, 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_deg_one(nside: u32, cell: u64) -> Result<(f64, f64)> {
    let (mut lon, mut lat) = (0.0, 0.0);
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_center_deg_one(nside, cell, &raw mut lon, &raw mut lat) })?;
    Ok((lon, lat))
}

/// Center of a cell as a unit vector.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `x`, `y`, `z`: unit vector.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (x, y, z) = ring::center_vec_one(1, 0)?;
/// assert!((z - 2.0 / 3.0).abs() < 1e-15 && (x - y).abs() < 1e-15);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_vec_one(nside: u32, cell: u64) -> Result<(f64, f64, f64)> {
    let (mut x, mut y, mut z) = (0.0, 0.0, 0.0);
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_center_vec_one(nside, cell, &raw mut x, &raw mut y, &raw mut z) })?;
    Ok((x, y, z))
}

/// All neighbors of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: eight cell numbers in the order S SE E SW NE W NW N; a neighbor that does not exist is
///   [`INVALID_CELL`](crate::INVALID_CELL) and no error.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let none = healpix_safe::INVALID_CELL;
/// assert_eq!(ring::neighbors_one(1, 4)?, [none, 8, 5, 11, 0, 7, 3, none]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbors_one(nside: u32, cell: u64) -> Result<[u64; 8]> {
    let mut out = [0; 8];
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_neighbors_one(nside, cell, out.as_mut_ptr()) })?;
    Ok(out)
}

/// Ring cell as a nested cell.
///
/// - `nside`: 1 to 536870912 (2^29), a power of two.
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: cell number in the other scheme.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::to_nested_one(2, 0)?, 3);
/// assert!(ring::to_nested_one(3, 0).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn to_nested_one(nside: u32, cell: u64) -> Result<u64> {
    let mut found = 0;
    // SAFETY: every output is a live local of the size that the call writes.
    check(unsafe { healpix_sys::healpix_ring_to_nested_one(nside, cell, &raw mut found) })?;
    Ok(found)
}

/// The neighbors of a cell that exist, one after the other, each with its direction (0 to 7: S SE E SW NE W NW N).
///
/// - `nside`: 1 to 2^29.
/// - `cell`: ring cell number, below 12 * nside^2.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell).
///
/// # Example
///
/// ```
/// use healpix_safe::{INVALID_CELL, ring};
///
/// let all = ring::neighbors_one(1, 0)?;
/// for (cell, direction) in ring::neighbor_iter(1, 0)? {
///     assert_eq!(all[direction as usize], cell);
/// }
/// assert_eq!(ring::neighbor_iter(1, 0)?.count(), all.iter().filter(|cell| **cell != INVALID_CELL).count());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor_iter(nside: u32, cell: u64) -> Result<NeighborIter> {
    // SAFETY: the output is a live local.
    NeighborIter::new(|out| unsafe { healpix_sys::healpix_ring_neighbor_iter_new(nside, cell, out) })
}
