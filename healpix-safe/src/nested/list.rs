//! One cell in, a list out.

use crate::error::{Result, check};
use crate::list::{cells, positions};

/// Positions along the edges of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: points a side, 1 to 4096.
///
/// From the southern corner over the eastern, northern and western one; each side begins with its
/// corner.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let path = nested::path_along_edge(0, 4, 2)?;
/// assert_eq!(path.len(), 8);
/// // The eastern corner of base cell 4.
/// assert_eq!(path[2], (std::f64::consts::FRAC_PI_4, 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn path_along_edge(depth: u8, cell: u64, k: u32) -> Result<Vec<(f64, f64)>> {
    positions(|capacity, lon, lat, len| {
        // SAFETY: `positions` hands over room for `capacity` elements each, and a live `len`.
        unsafe { healpix_sys::healpix_nested_path_along_edge(depth, cell, k, capacity, lon, lat, len) }
    })
}

/// Positions on a regular grid in a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: points a side, 1 to 4096.
///
/// The offsets are (a + 1/2) / k for a from 0 to k - 1; the one along the south-eastern edge runs
/// fastest.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::grid(0, 4, 1)?, [(0.0, 0.0)]);
/// assert_eq!(nested::grid(0, 4, 3)?.len(), 9);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn grid(depth: u8, cell: u64, k: u32) -> Result<Vec<(f64, f64)>> {
    positions(|capacity, lon, lat, len| {
        // SAFETY: `positions` hands over room for `capacity` elements each, and a live `len`.
        unsafe { healpix_sys::healpix_nested_grid(depth, cell, k, capacity, lon, lat, len) }
    })
}

/// Cells at a distance of exactly k steps from a cell, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
///
/// A step goes to any of the eight neighbors.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// // Base cell 4 touches six other base cells.
/// assert_eq!(nested::neighbor_ring(0, 4, 1)?, [0, 3, 5, 7, 8, 11]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor_ring(depth: u8, cell: u64, k: u32) -> Result<Vec<u64>> {
    cells(|capacity, out, len| {
        // SAFETY: `cells` hands over room for `capacity` elements and a live `len`.
        unsafe { healpix_sys::healpix_nested_neighbor_ring(depth, cell, k, capacity, out, len) }
    })
}

/// Cells at a distance of at most k steps from a cell, the cell included, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `k`: steps, 0 to 1024; 0 gives the cell itself.
///
/// A step goes to any of the eight neighbors.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
/// [`Steps`](crate::ErrorKind::Steps), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::neighbor_disc(0, 4, 1)?, [0, 3, 4, 5, 7, 8, 11]);
/// assert_eq!(nested::neighbor_disc(0, 4, 0)?, [4]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn neighbor_disc(depth: u8, cell: u64, k: u32) -> Result<Vec<u64>> {
    cells(|capacity, out, len| {
        // SAFETY: `cells` hands over room for `capacity` elements and a live `len`.
        unsafe { healpix_sys::healpix_nested_neighbor_disc(depth, cell, k, capacity, out, len) }
    })
}

/// Cells of a deeper depth inside a cell that touch its edges, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
///
/// At equal depths the list is the cell itself.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
/// [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// // Of the 16 cells two depths down, all but the inner 4.
/// assert_eq!(nested::internal_edge(0, 4, 2)?.len(), 12);
/// assert_eq!(nested::internal_edge(0, 4, 1)?, [16, 17, 18, 19]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn internal_edge(depth: u8, cell: u64, deeper_depth: u8) -> Result<Vec<u64>> {
    cells(|capacity, out, len| {
        // SAFETY: `cells` hands over room for `capacity` elements and a live `len`.
        unsafe { healpix_sys::healpix_nested_internal_edge(depth, cell, deeper_depth, capacity, out, len) }
    })
}

/// Cells of a deeper depth outside a cell that touch its edges or corners, ascending.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
///
/// At equal depths the list is that of the neighbors.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
/// [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// assert_eq!(nested::external_edge(0, 4, 0)?, [0, 3, 5, 7, 8, 11]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn external_edge(depth: u8, cell: u64, deeper_depth: u8) -> Result<Vec<u64>> {
    cells(|capacity, out, len| {
        // SAFETY: `cells` hands over room for `capacity` elements and a live `len`.
        unsafe { healpix_sys::healpix_nested_external_edge(depth, cell, deeper_depth, capacity, out, len) }
    })
}

/// Cells of a deeper depth in the corners of a cell.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
/// - The result: four cell numbers in the order S, E, N, W.
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
/// assert_eq!(nested::internal_corners(0, 4, 1)?, [16, 17, 19, 18]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn internal_corners(depth: u8, cell: u64, deeper_depth: u8) -> Result<[u64; 4]> {
    let mut out = [0; 4];
    // SAFETY: the output is a live local of four elements.
    check(unsafe { healpix_sys::healpix_nested_internal_corners(depth, cell, deeper_depth, out.as_mut_ptr()) })?;
    Ok(out)
}

/// Cells of a deeper depth that touch a cell in its corners only.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `deeper_depth`: `depth` to 29.
/// - The result: four cell numbers in the order S, E, N, W; a neighbor that does not exist is
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
/// // Base cell 4 has no neighbor beyond its southern and northern corners.
/// let none = healpix_safe::INVALID_CELL;
/// assert_eq!(nested::external_corners(0, 4, 0)?, [none, 5, none, 7]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn external_corners(depth: u8, cell: u64, deeper_depth: u8) -> Result<[u64; 4]> {
    let mut out = [0; 4];
    // SAFETY: the output is a live local of four elements.
    check(unsafe { healpix_sys::healpix_nested_external_corners(depth, cell, deeper_depth, out.as_mut_ptr()) })?;
    Ok(out)
}
