//! Facts about a whole ring.

use healpix_sys::healpix_ring;

use crate::error::{Result, check};

/// A ring of cells with the same latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RingInfo {
    /// Number of the ring, from 1 in the north to `4 nside - 1`.
    pub ring: u32,
    /// Number of cells in it.
    pub count: u32,
    /// Its first cell.
    pub first: u64,
    /// Sine of the latitude of its centers.
    pub z: f64,
    /// Latitude of its centers in radians.
    pub lat: f64,
    /// Whether its first center is half a step east of longitude 0, and not on it.
    pub shifted: bool,
}

/// Where a ring begins, how many cells it has and how far north it lies.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `ring`: 1 to `4 nside - 1`.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside), [`Ring`](crate::ErrorKind::Ring).
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let equator = ring::info(2, 4)?;
/// assert_eq!((equator.first, equator.count), (20, 8));
/// assert_eq!((equator.z, equator.lat, equator.shifted), (0.0, 0.0, true));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn info(nside: u32, ring: u32) -> Result<RingInfo> {
    let mut info = healpix_ring { ring: 0, count: 0, first: 0, z: 0.0, lat: 0.0, shifted: 0 };
    // SAFETY: the output is a live local.
    check(unsafe { healpix_sys::healpix_ring_info(nside, ring, &raw mut info) })?;
    let healpix_ring { ring, count, first, z, lat, shifted } = info;
    Ok(RingInfo { ring, count, first, z, lat, shifted: shifted != 0 })
}
