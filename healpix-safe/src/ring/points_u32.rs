//! Positions to cells and back, with cells in 32 bits.

use crate::error::{Result, check, same_length};

/// Cells that contain positions, in 32 bits: those of [`hash`](super::hash), in half the memory.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves [`INVALID_U32`](crate::INVALID_U32) in all of its own outputs; all others
/// are computed.
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
/// let mut cells = [0u32; 2];
/// ring::hash_u32(1, &[0.8, 3.2], &[1.0, -1.0], &mut cells)?;
/// assert_eq!(cells, [0, 10]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_u32(nside: u32, lon: &[f64], lat: &[f64], cells: &mut [u32]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_hash_u32(nside, lon.as_ptr(), lat.as_ptr(), n, cells.as_mut_ptr()) })
}

/// Cells that contain positions, in 32 bits: those of [`hash_deg`](super::hash_deg), in half the memory.
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves [`INVALID_U32`](crate::INVALID_U32) in all of its own outputs; all others
/// are computed.
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
/// let mut cells = [0u32; 2];
/// ring::hash_deg_u32(1, &[45.0, 185.0], &[60.0, -60.0], &mut cells)?;
/// assert_eq!(cells, [0, 10]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_deg_u32(nside: u32, lon: &[f64], lat: &[f64], cells: &mut [u32]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_hash_deg_u32(nside, lon.as_ptr(), lat.as_ptr(), n, cells.as_mut_ptr()) })
}

/// Centers of cells whose numbers have 32 bits: those of [`center`](super::center).
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([0.0; 2], [0.0; 2]);
/// ring::center_u32(1, &[4, 5], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([0.0, core::f64::consts::FRAC_PI_2], [0.0, 0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_u32(nside: u32, cells: &[u32], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_center_u32(nside, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr()) })
}

/// Centers of cells whose numbers have 32 bits: those of [`center_deg`](super::center_deg).
///
/// - `nside`: 1 to 18918, the largest whose cells fit into 32 bits.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([0.0; 2], [0.0; 2]);
/// ring::center_deg_u32(1, &[4, 5], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([0.0, 90.0], [0.0, 0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_deg_u32(nside: u32, cells: &[u32], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_center_deg_u32(nside, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr())
    })
}
