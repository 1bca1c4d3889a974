//! Cells and weights for interpolation.

use crate::error::{Result, check, same_length};

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to
///   1.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// ring::interpolate_rings(8, &[0.5], &[0.3], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_rings(nside: u32, lon: &[f64], lat: &[f64], cells: &mut [u64], weights: &mut [f64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n.saturating_mul(4))?;
    same_length("weights", weights.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_interpolate_rings(
            nside,
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
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to
///   1.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// ring::interpolate_rings_deg(8, &[30.0], &[20.0], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_rings_deg(
    nside: u32,
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
        healpix_sys::healpix_ring_interpolate_rings_deg(
            nside,
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
/// - `nside`: 1 to 536870912 (2^29).
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
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// ring::interpolate_bilinear(8, &[0.5], &[0.3], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_bilinear(
    nside: u32,
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
        healpix_sys::healpix_ring_interpolate_bilinear(
            nside,
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
/// - `nside`: 1 to 536870912 (2^29).
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
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut cells, mut weights) = ([0; 4], [0.0; 4]);
/// ring::interpolate_bilinear_deg(8, &[30.0], &[20.0], &mut cells, &mut weights)?;
/// assert!((weights.iter().sum::<f64>() - 1.0).abs() < 4e-16);
/// assert!(weights.iter().all(|&weight| weight >= 0.0));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn interpolate_bilinear_deg(
    nside: u32,
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
        healpix_sys::healpix_ring_interpolate_bilinear_deg(
            nside,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            weights.as_mut_ptr(),
        )
    })
}
