//! Facts about a ring as a whole, and the way to the nested scheme.

use super::layout;
use crate::error::{Error, Result};
use crate::grid::{Cell, FaceIj, Nside, RingCell, Scheme};
use crate::projection::landmark;
use crate::sphere::AngleUnit;
use crate::sphere::isa::Plain;
use crate::sphere::trig::Arcsine;

/// A ring of cells with the same latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RingInfo {
    /// Its number, from 1 in the north to `4 nside - 1`.
    pub ring: u32,
    /// Its cells: a multiple of 4, at most `4 nside`.
    pub count: u32,
    /// Its first cell.
    pub first: u64,
    /// Sine of the latitude of its centres.
    pub z: f64,
    /// Latitude of its centres in radians.
    pub lat: f64,
    /// Whether its first centre lies half a step east of longitude 0, and not on it.
    pub shifted: bool,
}

/// Where a ring begins, how many cells it has and how far north it lies.
///
/// # Errors
/// [`Error::Ring`] unless `1 <= ring <= 4 nside - 1`.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, ring};
/// let equator = ring::info(Nside::new(4)?, 8)?;
/// assert_eq!((equator.first, equator.count, equator.lat, equator.shifted), (88, 16, 0.0, true));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn info(nside: Nside, ring: u32) -> Result<RingInfo> {
    let n_rings = nside.n_rings();
    if !(1..=n_rings).contains(&ring) {
        return Err(Error::Ring { ring, n_rings });
    }
    let side = nside.get();
    let first = layout::cells_before(side, ring);
    let center = landmark(side, nside.decode_trusted(first), 0.5, 0.5);
    Ok(RingInfo {
        ring,
        count: layout::cells_in(side, ring),
        first,
        z: center.to_vec().z(),
        lat: center.to_lonlat::<Plain>(AngleUnit::Radians, &Arcsine::KNOWN).lat(),
        shifted: layout::half_step(side, ring) == 1,
    })
}

/// The ring a cell is in, from 1 in the north to `4 nside - 1`.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, RingCell, ring};
/// assert_eq!(ring::ring_of(RingCell::new(Nside::new(4)?, 88)?), 8);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn ring_of(cell: RingCell) -> u32 {
    layout::ring_of(cell.nside().get(), cell.face_ij())
}

/// The same cell in the nested scheme.
///
/// # Errors
/// [`Error::NsideNotPowerOfTwo`]: only those have a nested scheme.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, RingCell, ring};
/// let cell = RingCell::new(Nside::new(2)?, 0)?;
/// assert_eq!(ring::to_nested(cell)?.index(), 3);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn to_nested(cell: RingCell) -> Result<Cell> {
    let depth = cell.nside().try_depth()?;
    Ok(Cell::trusted(depth, depth.encode(cell.face_ij())))
}

/// Base cell and coordinates in it.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, RingCell, ring};
/// let at = ring::to_face_ij(RingCell::new(Nside::new(3)?, 0)?);
/// assert_eq!((at.face.get(), at.i, at.j), (0, 2, 2));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn to_face_ij(cell: RingCell) -> FaceIj {
    cell.face_ij()
}

/// The cell with these coordinates in a base cell.
///
/// # Errors
/// [`Error::FaceCoordinate`] where `i` or `j` is not below nside.
///
/// # Examples
/// ```
/// use healpix_core::{BaseCell, FaceIj, Nside, ring};
/// let at = FaceIj { face: BaseCell::new(0)?, i: 2, j: 2 };
/// assert_eq!(ring::from_face_ij(Nside::new(3)?, at)?.index(), 0);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn from_face_ij(nside: Nside, at: FaceIj) -> Result<RingCell> {
    let at = nside.face_ij(at.face.get(), at.i, at.j)?;
    Ok(RingCell::trusted(nside, nside.encode(at)))
}
