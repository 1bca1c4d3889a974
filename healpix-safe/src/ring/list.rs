//! One cell in, a list out.

use crate::error::Result;
use crate::list::{cells, positions};

/// Positions along the edges of a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: points a side, 1 to 4096.
///
/// From the southern corner over the eastern, northern and western one; each side begins with its
/// corner.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let path = ring::path_along_edge(1, 4, 2)?;
/// assert_eq!(path.len(), 8);
/// // The eastern corner of base cell 4.
/// assert_eq!(path[2], (std::f64::consts::FRAC_PI_4, 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn path_along_edge(nside: u32, cell: u64, k: u32) -> Result<Vec<(f64, f64)>> {
    positions(|capacity, lon, lat, len| {
        // SAFETY: `positions` hands over room for `capacity` elements each, and a live `len`.
        unsafe { healpix_sys::healpix_ring_path_along_edge(nside, cell, k, capacity, lon, lat, len) }
    })
}

/// Positions on a regular grid in a cell.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: points a side, 1 to 4096.
///
/// The offsets are (a + 1/2) / k for a from 0 to k - 1; the one along the south-eastern edge runs
/// fastest.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::grid(1, 4, 1)?, [(0.0, 0.0)]);
/// assert_eq!(ring::grid(1, 4, 3)?.len(), 9);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn grid(nside: u32, cell: u64, k: u32) -> Result<Vec<(f64, f64)>> {
    positions(|capacity, lon, lat, len| {
        // SAFETY: `positions` hands over room for `capacity` elements each, and a live `len`.
        unsafe { healpix_sys::healpix_ring_grid(nside, cell, k, capacity, lon, lat, len) }
    })
}

/// Cells at a distance of exactly k steps from a cell, ascending.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
///
/// A step goes to any of the eight neighbors.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// // Base cell 4 touches six other base cells.
/// assert_eq!(ring::neighbor_ring(1, 4, 1)?, [0, 3, 5, 7, 8, 11]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor_ring(nside: u32, cell: u64, k: u32) -> Result<Vec<u64>> {
    cells(|capacity, out, len| {
        // SAFETY: `cells` hands over room for `capacity` elements and a live `len`.
        unsafe { healpix_sys::healpix_ring_neighbor_ring(nside, cell, k, capacity, out, len) }
    })
}

/// Cells at a distance of at most k steps from a cell, the cell included, ascending.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
///
/// A step goes to any of the eight neighbors.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// assert_eq!(ring::neighbor_disc(1, 4, 1)?, [0, 3, 4, 5, 7, 8, 11]);
/// assert_eq!(ring::neighbor_disc(1, 4, 0)?, [4]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor_disc(nside: u32, cell: u64, k: u32) -> Result<Vec<u64>> {
    cells(|capacity, out, len| {
        // SAFETY: `cells` hands over room for `capacity` elements and a live `len`.
        unsafe { healpix_sys::healpix_ring_neighbor_disc(nside, cell, k, capacity, out, len) }
    })
}
