//! Slices of the ring scheme. See [`batch`](crate::batch) for bad elements and lengths.

use super::drive::drive;
use super::elements::{self, Degrees, Radians};
use super::kernel::number::Renumber;
use super::kernel::parts::RingOf;
use super::run::fits;
use crate::error::Result;
use crate::grid::{Direction, Nside};

/// Cells that contain positions in radians; see [`ring::hash`](crate::ring::hash).
///
/// # Errors
/// Elements: [`Error::Longitude`](crate::Error::Longitude), [`Error::Latitude`](crate::Error::Latitude).
///
/// # Examples
/// ```
/// use healpix_core::{Nside, batch};
/// let mut cells = [0; 2];
/// batch::ring::hash(Nside::new(1)?, &[0.5, 4.0], &[1.5, -1.5], &mut cells)?;
/// assert_eq!(cells, [0, 10]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn hash(nside: Nside, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Result<()> {
    elements::hash::<_, Radians>(nside, lon, lat, cells)
}

/// Cells that contain positions in degrees.
///
/// # Errors
/// As [`hash`].
pub fn hash_deg(nside: Nside, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Result<()> {
    elements::hash::<_, Degrees>(nside, lon, lat, cells)
}

/// [`hash`] into 32 bits: half the memory, up to [`Nside::MAX_U32`]. A bad element gets
/// [`INVALID_U32`](super::INVALID_U32).
///
/// # Errors
/// [`Error::NsideU32`](crate::Error::NsideU32) above that nside. Elements as [`hash`].
///
/// # Examples
/// ```
/// use healpix_core::{Nside, batch};
/// let mut cells = [0u32; 2];
/// batch::ring::hash_u32(Nside::new(1)?, &[0.5, 4.0], &[1.5, -1.5], &mut cells)?;
/// assert_eq!(cells, [0, 10]);
/// assert!(batch::ring::hash_u32(Nside::new(18_919)?, &[0.5, 4.0], &[1.5, -1.5], &mut cells).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn hash_u32(nside: Nside, lon: &[f64], lat: &[f64], cells: &mut [u32]) -> Result<()> {
    nside.check_u32()?;
    elements::hash::<_, Radians>(nside, lon, lat, cells)
}

/// [`hash_deg`] into 32 bits.
///
/// # Errors
/// As [`hash_u32`].
pub fn hash_deg_u32(nside: Nside, lon: &[f64], lat: &[f64], cells: &mut [u32]) -> Result<()> {
    nside.check_u32()?;
    elements::hash::<_, Degrees>(nside, lon, lat, cells)
}

/// Cells that contain the positions vectors point to; see [`ring::hash_vec`](crate::ring::hash_vec).
///
/// # Errors
/// Elements: [`Error::Vector`](crate::Error::Vector).
pub fn hash_vec(nside: Nside, x: &[f64], y: &[f64], z: &[f64], cells: &mut [u64]) -> Result<()> {
    elements::hash_vec(nside, x, y, z, cells)
}

/// Cells that contain positions in radians, and the offsets in them; see
/// [`ring::hash_with_offsets`](crate::ring::hash_with_offsets).
///
/// # Errors
/// As [`hash`].
pub fn hash_with_offsets(
    nside: Nside,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    dx: &mut [f64],
    dy: &mut [f64],
) -> Result<()> {
    elements::hash_with_offsets::<_, Radians>(nside, (lon, lat), cells, (dx, dy))
}

/// [`hash_with_offsets`] from degrees.
///
/// # Errors
/// As [`hash`].
pub fn hash_with_offsets_deg(
    nside: Nside,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    dx: &mut [f64],
    dy: &mut [f64],
) -> Result<()> {
    elements::hash_with_offsets::<_, Degrees>(nside, (lon, lat), cells, (dx, dy))
}

/// Positions at offsets in cells, in radians; see [`ring::position`](crate::ring::position).
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell), [`Error::Offset`](crate::Error::Offset).
pub fn position(nside: Nside, cells: &[u64], dx: &[f64], dy: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::position::<_, Radians>(nside, cells, (dx, dy), (lon, lat))
}

/// [`position`] in degrees.
///
/// # Errors
/// As [`position`].
pub fn position_deg(
    nside: Nside,
    cells: &[u64],
    dx: &[f64],
    dy: &[f64],
    lon: &mut [f64],
    lat: &mut [f64],
) -> Result<()> {
    elements::position::<_, Degrees>(nside, cells, (dx, dy), (lon, lat))
}

/// Centres of cells in radians; see [`ring::center`](crate::ring::center).
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn center(nside: Nside, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::center::<_, Radians>(nside, cells, lon, lat)
}

/// Centres of cells in degrees.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn center_deg(nside: Nside, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::center::<_, Degrees>(nside, cells, lon, lat)
}

/// [`center`] of cells in 32 bits.
///
/// # Errors
/// [`Error::NsideU32`](crate::Error::NsideU32) where the cells of that nside do not fit into 32 bits: numbers that do are no cells of it, or
/// were cut. Elements: [`Error::Cell`](crate::Error::Cell).
///
/// # Examples
/// ```
/// use healpix_core::{Nside, batch};
/// let (mut lon, mut lat) = ([0.0; 2], [0.0; 2]);
/// batch::ring::center_u32(Nside::new(1)?, &[4, 5], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([0.0, core::f64::consts::FRAC_PI_2], [0.0, 0.0]));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn center_u32(nside: Nside, cells: &[u32], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    nside.check_u32()?;
    elements::center::<_, Radians>(nside, cells, lon, lat)
}

/// [`center_deg`] of cells in 32 bits.
///
/// # Errors
/// As [`center_u32`].
pub fn center_deg_u32(nside: Nside, cells: &[u32], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    nside.check_u32()?;
    elements::center::<_, Degrees>(nside, cells, lon, lat)
}

/// Centres of cells as vectors of length 1.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn center_vec(nside: Nside, cells: &[u64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    elements::center_vec(nside, cells, x, y, z)
}

/// Vertices of cells in radians, four for each cell: S, E, N, W.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn vertices(nside: Nside, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::vertices::<_, Radians>(nside, cells, lon, lat)
}

/// Vertices of cells in degrees, four for each cell: S, E, N, W.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn vertices_deg(nside: Nside, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::vertices::<_, Degrees>(nside, cells, lon, lat)
}

/// Neighbours of cells in one direction; [`INVALID_CELL`](super::INVALID_CELL), and no error, where
/// there is none.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn neighbor(nside: Nside, direction: Direction, cells: &[u64], out: &mut [u64]) -> Result<()> {
    elements::neighbor(nside, direction, cells, out)
}

/// All neighbours of cells, eight for each in the order of [`Direction::ALL`];
/// [`INVALID_CELL`](super::INVALID_CELL), and no error, where there is none.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn neighbors(nside: Nside, cells: &[u64], out: &mut [u64]) -> Result<()> {
    elements::neighbors(nside, cells, out)
}

/// Base cells of cells and coordinates in them.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn to_face_ij(nside: Nside, cells: &[u64], face: &mut [u8], i: &mut [u32], j: &mut [u32]) -> Result<()> {
    elements::to_face_ij(nside, cells, face, (i, j))
}

/// Cells from base cells and coordinates in them.
///
/// # Errors
/// Elements: [`Error::BaseCell`](crate::Error::BaseCell),
/// [`Error::FaceCoordinate`](crate::Error::FaceCoordinate).
pub fn from_face_ij(nside: Nside, face: &[u8], i: &[u32], j: &[u32], cells: &mut [u64]) -> Result<()> {
    elements::from_face_ij(nside, face, i, j, cells)
}

/// Four cells and weights for each position in radians, by rings; see
/// [`ring::interpolate_rings`](crate::ring::interpolate_rings).
///
/// # Errors
/// As [`hash`].
pub fn interpolate_rings(nside: Nside, lon: &[f64], lat: &[f64], cells: &mut [u64], weights: &mut [f64]) -> Result<()> {
    elements::rings::<_, Radians>(nside, (lon, lat), (cells, weights))
}

/// [`interpolate_rings`] from degrees.
///
/// # Errors
/// As [`hash`].
pub fn interpolate_rings_deg(
    nside: Nside,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    elements::rings::<_, Degrees>(nside, (lon, lat), (cells, weights))
}

/// Four cells and weights for each position in radians, bilinear in the cells around it; see
/// [`ring::interpolate_bilinear`](crate::ring::interpolate_bilinear).
///
/// # Errors
/// As [`hash`].
pub fn interpolate_bilinear(
    nside: Nside,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    elements::bilinear::<_, Radians>(nside, (lon, lat), (cells, weights))
}

/// [`interpolate_bilinear`] from degrees.
///
/// # Errors
/// As [`hash`].
pub fn interpolate_bilinear_deg(
    nside: Nside,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    elements::bilinear::<_, Degrees>(nside, (lon, lat), (cells, weights))
}

/// The same cells in the nested scheme.
///
/// # Errors
/// [`Error::NsideNotPowerOfTwo`](crate::Error::NsideNotPowerOfTwo). Elements:
/// [`Error::Cell`](crate::Error::Cell).
pub fn to_nested(nside: Nside, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let depth = nside.try_depth()?;
    fits("out", out.len(), cells.len())?;
    drive(Renumber { from: nside, to: depth }, (cells, out))
}

/// [`to_nested`] in place.
///
/// # Errors
/// As [`to_nested`].
pub fn to_nested_in_place(nside: Nside, cells: &mut [u64]) -> Result<()> {
    let depth = nside.try_depth()?;
    drive(Renumber { from: nside, to: depth }, cells)
}

/// The rings cells are in, from 1 in the north to `4 nside - 1`.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
pub fn ring_of(nside: Nside, cells: &[u64], rings: &mut [u32]) -> Result<()> {
    fits("rings", rings.len(), cells.len())?;
    drive(RingOf(nside), (cells, rings))
}
