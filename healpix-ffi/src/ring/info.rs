//! Facts about a whole ring.

use healpix_core::{Nside, ring};

use crate::panic::guard;
use crate::status::healpix_status;

/// A ring of cells with the same latitude.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct healpix_ring {
    /// Number of the ring, from 1 in the north to 4 nside - 1.
    pub ring: u32,
    /// Number of cells in it.
    pub count: u32,
    /// Its first cell.
    pub first: u64,
    /// Sine of the latitude of its centers.
    pub z: f64,
    /// Latitude of its centers in radians.
    pub lat: f64,
    /// 1 if its first center is half a step east of longitude 0, 0 if it is on longitude 0.
    pub shifted: u32,
}

/// Where a ring begins, how many cells it has and how far north it lies.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `ring`: 1 to 4 nside - 1.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_RING, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `info` must be writable.
///
/// # Example
///
/// ```c
/// healpix_ring equator;
/// assert(healpix_ring_info(3, 6, &equator) == HEALPIX_OK);
/// assert(equator.first == 48 && equator.count == 12 && equator.lat == 0.0 && equator.shifted == 0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_info(nside: u32, ring: u32, info: *mut healpix_ring) -> healpix_status {
    guard(|args| {
        let found = ring::info(Nside::new(nside)?, ring)?;
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let info = unsafe { args.target("info", info)? };
        *info = healpix_ring {
            ring: found.ring,
            count: found.count,
            first: found.first,
            z: found.z,
            lat: found.lat,
            shifted: u32::from(found.shifted),
        };
        Ok(())
    })
}
