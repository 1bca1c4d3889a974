//! Resolutions and what follows from them.

use crate::error::{Result, check};

/// nside of a depth: 2^depth.
///
/// - `depth`: 0 to 29.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth).
///
/// # Example
///
/// ```
/// use healpix_safe::grid;
///
/// assert_eq!(grid::nside(10)?, 1024);
/// assert!(grid::nside(30).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn nside(depth: u8) -> Result<u32> {
    let mut found = 0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_grid_nside(depth, &raw mut found) })?;
    Ok(found)
}

/// Depth of an nside that is a power of two.
///
/// - `nside`: 1 to 536870912 (2^29), a power of two.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside).
///
/// # Example
///
/// ```
/// use healpix_safe::grid;
///
/// assert_eq!(grid::depth(1024)?, 10);
/// assert!(grid::depth(1000).is_err());
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn depth(nside: u32) -> Result<u8> {
    let mut found = 0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_grid_depth(nside, &raw mut found) })?;
    Ok(found)
}

/// Number of cells of the whole sphere: 12 nside^2.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside).
///
/// # Example
///
/// ```
/// use healpix_safe::grid;
///
/// assert_eq!(grid::n_cells(1000)?, 12_000_000);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn n_cells(nside: u32) -> Result<u64> {
    let mut found = 0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_grid_n_cells(nside, &raw mut found) })?;
    Ok(found)
}

/// Area of a cell in steradians; all cells of an nside have the same.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside).
///
/// # Example
///
/// ```
/// use healpix_safe::grid;
///
/// assert_eq!(grid::cell_area(1)?, std::f64::consts::PI / 3.0);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn cell_area(nside: u32) -> Result<f64> {
    let mut found = 0.0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_grid_cell_area(nside, &raw mut found) })?;
    Ok(found)
}

/// Largest distance between the center of a cell and one of its vertices, in radians.
///
/// - `nside`: 1 to 536870912 (2^29).
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside).
///
/// # Example
///
/// ```
/// use healpix_safe::grid;
///
/// // From latitude asin(2/3) to the pole.
/// let expected = (2.0f64 / 3.0).acos();
/// assert!((grid::largest_center_to_vertex_distance(1)? - expected).abs() < 1e-14);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn largest_center_to_vertex_distance(nside: u32) -> Result<f64> {
    let mut found = 0.0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_grid_largest_center_to_vertex_distance(nside, &raw mut found) })?;
    Ok(found)
}

/// The deepest depth at which a disc, wherever its center, lies within the cell of its center and that
/// cell's neighbors; none if the disc is too large even for depth 0.
///
/// - `radius`: radius of the disc in radians, 0 to pi.
///
/// # Errors
///
/// [`Radius`](crate::ErrorKind::Radius).
///
/// # Example
///
/// ```
/// use healpix_safe::grid;
///
/// assert_eq!(grid::best_starting_depth(0.0)?, Some(29));
/// assert_eq!(grid::best_starting_depth(0.01)?, Some(6));
/// assert_eq!(grid::best_starting_depth(1.0)?, None);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn best_starting_depth(radius: f64) -> Result<Option<u8>> {
    let mut found = 0;
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_grid_best_starting_depth(radius, &raw mut found) })?;
    Ok((found != crate::INVALID_U8).then_some(found))
}
