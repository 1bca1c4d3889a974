//! Cells and weights for interpolation.

use crate::error::{Result, check, same_length};

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to
///   1.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// nested::interpolate_rings(3, &[0.5], &[0.3], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_rings(depth: u8, lon: &[f64], lat: &[f64], cells: &mut [u64], weights: &mut [f64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n.saturating_mul(4))?;
    same_length("weights", weights.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_interpolate_rings(
            depth,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            weights.as_mut_ptr(),
        )
    })
}

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to
///   1.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// nested::interpolate_rings_deg(3, &[30.0], &[20.0], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_rings_deg(
    depth: u8,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n.saturating_mul(4))?;
    same_length("weights", weights.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_interpolate_rings_deg(
            depth,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            weights.as_mut_ptr(),
        )
    })
}

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to
///   1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors
/// and its own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// nested::interpolate_bilinear(3, &[0.5], &[0.3], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_bilinear(depth: u8, lon: &[f64], lat: &[f64], cells: &mut [u64], weights: &mut [f64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n.saturating_mul(4))?;
    same_length("weights", weights.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_interpolate_bilinear(
            depth,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            weights.as_mut_ptr(),
        )
    })
}

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to
///   1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors
/// and its own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::nested;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// nested::interpolate_bilinear_deg(3, &[30.0], &[20.0], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_bilinear_deg(
    depth: u8,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n.saturating_mul(4))?;
    same_length("weights", weights.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_nested_interpolate_bilinear_deg(
            depth,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            weights.as_mut_ptr(),
        )
    })
}
