//! Slices of the nested scheme. See [`batch`](crate::batch) for bad elements and lengths.

use super::drive::{Wide, drive};
use super::elements::{self, Degrees, Radians};
use super::kernel::convert::{Convert, Range};
use super::kernel::number::Renumber;
use super::run::{fits, fits_times, put, run};
use super::{INVALID_CELL, INVALID_U8};
use crate::error::Error;
use crate::error::Result;
use crate::grid::{Cell, Depth, Direction};
use crate::nested as door;

/// Cells that contain positions in radians; see [`nested::hash`](crate::nested::hash).
///
/// # Errors
/// Elements: [`Error::Longitude`], [`Error::Latitude`].
///
/// # Examples
/// ```
/// use healpix_core::{Depth, batch};
/// let mut cells = [0; 2];
/// batch::nested::hash(Depth::new(0)?, &[0.5, 4.0], &[1.5, -1.5], &mut cells)?;
/// assert_eq!(cells, [0, 10]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn hash(depth: Depth, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Result<()> {
    elements::hash::<_, Radians>(depth, lon, lat, cells)
}

/// Cells that contain positions in degrees.
///
/// # Errors
/// As [`hash`].
pub fn hash_deg(depth: Depth, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Result<()> {
    elements::hash::<_, Degrees>(depth, lon, lat, cells)
}

/// [`hash`] into 32 bits: half the memory, up to [`Depth::MAX_U32`]. A bad element gets
/// [`INVALID_U32`](super::INVALID_U32).
///
/// # Errors
/// [`Error::DepthU32`] above that depth. Elements as [`hash`].
///
/// # Examples
/// ```
/// use healpix_core::{Depth, batch};
/// let mut cells = [0u32; 2];
/// batch::nested::hash_u32(Depth::ZERO, &[0.5, 4.0], &[1.5, -1.5], &mut cells)?;
/// assert_eq!(cells, [0, 10]);
/// assert!(batch::nested::hash_u32(Depth::new(15)?, &[0.5, 4.0], &[1.5, -1.5], &mut cells).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn hash_u32(depth: Depth, lon: &[f64], lat: &[f64], cells: &mut [u32]) -> Result<()> {
    depth.check_u32()?;
    elements::hash::<_, Radians>(depth, lon, lat, cells)
}

/// [`hash_deg`] into 32 bits.
///
/// # Errors
/// As [`hash_u32`].
pub fn hash_deg_u32(depth: Depth, lon: &[f64], lat: &[f64], cells: &mut [u32]) -> Result<()> {
    depth.check_u32()?;
    elements::hash::<_, Degrees>(depth, lon, lat, cells)
}

/// Cells that contain the positions vectors point to; see [`nested::hash_vec`](crate::nested::hash_vec).
///
/// # Errors
/// Elements: [`Error::Vector`].
pub fn hash_vec(depth: Depth, x: &[f64], y: &[f64], z: &[f64], cells: &mut [u64]) -> Result<()> {
    elements::hash_vec(depth, x, y, z, cells)
}

/// Cells that contain positions in radians, and the offsets in them; see
/// [`nested::hash_with_offsets`](crate::nested::hash_with_offsets).
///
/// # Errors
/// As [`hash`].
pub fn hash_with_offsets(
    depth: Depth,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    dx: &mut [f64],
    dy: &mut [f64],
) -> Result<()> {
    elements::hash_with_offsets::<_, Radians>(depth, (lon, lat), cells, (dx, dy))
}

/// [`hash_with_offsets`] from degrees.
///
/// # Errors
/// As [`hash`].
pub fn hash_with_offsets_deg(
    depth: Depth,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    dx: &mut [f64],
    dy: &mut [f64],
) -> Result<()> {
    elements::hash_with_offsets::<_, Degrees>(depth, (lon, lat), cells, (dx, dy))
}

/// Positions at offsets in cells, in radians; see [`nested::position`](crate::nested::position).
///
/// # Errors
/// Elements: [`Error::Cell`], [`Error::Offset`].
pub fn position(depth: Depth, cells: &[u64], dx: &[f64], dy: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::position::<_, Radians>(depth, cells, (dx, dy), (lon, lat))
}

/// [`position`] in degrees.
///
/// # Errors
/// As [`position`].
pub fn position_deg(
    depth: Depth,
    cells: &[u64],
    dx: &[f64],
    dy: &[f64],
    lon: &mut [f64],
    lat: &mut [f64],
) -> Result<()> {
    elements::position::<_, Degrees>(depth, cells, (dx, dy), (lon, lat))
}

/// Centres of cells in radians; see [`nested::center`](crate::nested::center).
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn center(depth: Depth, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::center::<_, Radians>(depth, cells, lon, lat)
}

/// Centres of cells in degrees.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn center_deg(depth: Depth, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::center::<_, Degrees>(depth, cells, lon, lat)
}

/// [`center`] of cells in 32 bits.
///
/// # Errors
/// [`Error::DepthU32`] where the cells of that depth do not fit into 32 bits: numbers that do are no cells of it, or
/// were cut. Elements: [`Error::Cell`].
///
/// # Examples
/// ```
/// use healpix_core::{Depth, batch};
/// let (mut lon, mut lat) = ([0.0; 2], [0.0; 2]);
/// batch::nested::center_u32(Depth::ZERO, &[4, 5], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([0.0, core::f64::consts::FRAC_PI_2], [0.0, 0.0]));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn center_u32(depth: Depth, cells: &[u32], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    depth.check_u32()?;
    elements::center::<_, Radians>(depth, cells, lon, lat)
}

/// [`center_deg`] of cells in 32 bits.
///
/// # Errors
/// As [`center_u32`].
pub fn center_deg_u32(depth: Depth, cells: &[u32], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    depth.check_u32()?;
    elements::center::<_, Degrees>(depth, cells, lon, lat)
}

/// Centres of cells as vectors of length 1.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn center_vec(depth: Depth, cells: &[u64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    elements::center_vec(depth, cells, x, y, z)
}

/// Vertices of cells in radians, four for each cell: S, E, N, W.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn vertices(depth: Depth, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::vertices::<_, Radians>(depth, cells, lon, lat)
}

/// Vertices of cells in degrees, four for each cell: S, E, N, W.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn vertices_deg(depth: Depth, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    elements::vertices::<_, Degrees>(depth, cells, lon, lat)
}

/// Neighbours of cells in one direction; [`INVALID_CELL`], and no error, where
/// there is none.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn neighbor(depth: Depth, direction: Direction, cells: &[u64], out: &mut [u64]) -> Result<()> {
    elements::neighbor(depth, direction, cells, out)
}

/// All neighbours of cells, eight for each in the order of [`Direction::ALL`];
/// [`INVALID_CELL`], and no error, where there is none.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn neighbors(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    elements::neighbors(depth, cells, out)
}

/// Base cells of cells and coordinates in them.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn to_face_ij(depth: Depth, cells: &[u64], face: &mut [u8], i: &mut [u32], j: &mut [u32]) -> Result<()> {
    elements::to_face_ij(depth, cells, face, (i, j))
}

/// Cells from base cells and coordinates in them.
///
/// # Errors
/// Elements: [`Error::BaseCell`],
/// [`Error::FaceCoordinate`].
pub fn from_face_ij(depth: Depth, face: &[u8], i: &[u32], j: &[u32], cells: &mut [u64]) -> Result<()> {
    elements::from_face_ij(depth, face, i, j, cells)
}

/// Four cells and weights for each position in radians, by rings; see
/// [`nested::interpolate_rings`](crate::nested::interpolate_rings).
///
/// # Errors
/// As [`hash`].
pub fn interpolate_rings(depth: Depth, lon: &[f64], lat: &[f64], cells: &mut [u64], weights: &mut [f64]) -> Result<()> {
    elements::rings::<_, Radians>(depth, (lon, lat), (cells, weights))
}

/// [`interpolate_rings`] from degrees.
///
/// # Errors
/// As [`hash`].
pub fn interpolate_rings_deg(
    depth: Depth,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    elements::rings::<_, Degrees>(depth, (lon, lat), (cells, weights))
}

/// Four cells and weights for each position in radians, bilinear in the cells around it; see
/// [`nested::interpolate_bilinear`](crate::nested::interpolate_bilinear).
///
/// # Errors
/// As [`hash`].
pub fn interpolate_bilinear(
    depth: Depth,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    elements::bilinear::<_, Radians>(depth, (lon, lat), (cells, weights))
}

/// [`interpolate_bilinear`] from degrees.
///
/// # Errors
/// As [`hash`].
pub fn interpolate_bilinear_deg(
    depth: Depth,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    weights: &mut [f64],
) -> Result<()> {
    elements::bilinear::<_, Degrees>(depth, (lon, lat), (cells, weights))
}

/// The same cells in the ring scheme.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn to_ring(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    fits("out", out.len(), cells.len())?;
    drive(Renumber { from: depth, to: depth.nside() }, (cells, out))
}

/// [`to_ring`] in place.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn to_ring_in_place(depth: Depth, cells: &mut [u64]) -> Result<()> {
    drive(Renumber { from: depth, to: depth.nside() }, cells)
}

/// The cells one depth up that contain these; see [`nested::parent`](crate::nested::parent).
///
/// # Errors
/// [`Error::NoParent`] at depth 0. Elements: [`Error::Cell`].
pub fn parent(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let up = depth.get().checked_sub(1).ok_or(Error::NoParent)?;
    ancestor(depth, Depth::trusted(up), cells, out)
}

/// The cells at a depth further up that contain these.
///
/// # Errors
/// [`Error::DepthOrder`] where `ancestor_depth` is deeper. Elements: [`Error::Cell`].
pub fn ancestor(depth: Depth, ancestor_depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    let up = 2 * door::shallower(depth, ancestor_depth)?;
    convert(depth, cells, out, |cell| [cell >> up])
}

/// The children of cells, four for each.
///
/// # Errors
/// [`Error::Depth`] at depth 29. Elements: [`Error::Cell`].
pub fn children(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    Depth::new(depth.get() + 1)?;
    convert(depth, cells, out, |cell| [0, 1, 2, 3].map(|k| cell << 2 | k))
}

/// The siblings of cells, four for each, itself among them.
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn siblings(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    convert(depth, cells, out, |cell| [0, 1, 2, 3].map(|k| cell & !3 | k))
}

/// The cells of a deeper depth that cells are made of, as half-open ranges `first..last`.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep. Elements: [`Error::Cell`].
pub fn range(depth: Depth, deeper_depth: Depth, cells: &[u64], first: &mut [u64], last: &mut [u64]) -> Result<()> {
    let down = 2 * door::deeper(depth, deeper_depth)?;
    fits("first", first.len(), cells.len())?;
    fits("last", last.len(), cells.len())?;
    drive(Range { depth, down }, (cells, first, last))
}

/// The IVOA uniq numbers of cells; see [`nested::to_uniq`](crate::nested::to_uniq).
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn to_uniq(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    convert(depth, cells, out, |cell| [door::to_uniq(Cell::trusted(depth, cell & MANY))])
}

/// The numbers of cells that sort along the nested curve; see
/// [`nested::to_zuniq`](crate::nested::to_zuniq).
///
/// # Errors
/// Elements: [`Error::Cell`].
pub fn to_zuniq(depth: Depth, cells: &[u64], out: &mut [u64]) -> Result<()> {
    convert(depth, cells, out, |cell| [door::to_zuniq(Cell::trusted(depth, cell))])
}

/// Depths and cells of IVOA uniq numbers.
///
/// # Errors
/// Elements: [`Error::Uniq`].
pub fn from_uniq(uniq: &[u64], depths: &mut [u8], cells: &mut [u64]) -> Result<()> {
    unpack(uniq, depths, cells, door::from_uniq)
}

/// Depths and cells of zuniq numbers.
///
/// # Errors
/// Elements: [`Error::Zuniq`].
pub fn from_zuniq(zuniq: &[u64], depths: &mut [u8], cells: &mut [u64]) -> Result<()> {
    unpack(zuniq, depths, cells, door::from_zuniq)
}

#[inline(always)]
fn unpack(packed: &[u64], depths: &mut [u8], cells: &mut [u64], f: impl Fn(u64) -> Result<Cell>) -> Result<()> {
    fits("depths", depths.len(), packed.len())?;
    fits("cells", cells.len(), packed.len())?;
    run(packed.len(), |k| {
        let mut both = (INVALID_U8, INVALID_CELL);
        let found = f(packed[k]).map(|cell| (cell.depth().get(), cell.index()));
        let result = put(found, &mut both, (INVALID_U8, INVALID_CELL));
        (depths[k], cells[k]) = both;
        result
    })
}

/// `N` numbers for each cell.
#[inline(always)]
fn convert<const N: usize>(
    depth: Depth,
    cells: &[u64],
    out: &mut [u64],
    to: impl Fn(u64) -> [u64; N] + Copy + Send + Sync,
) -> Result<()> {
    fits_times("out", out.len(), cells.len(), N)?;
    drive(Convert { depth, to }, (cells, Wide(out)))
}

/// All bits that a cell can have.
const MANY: u64 = (1 << 62) - 1;
