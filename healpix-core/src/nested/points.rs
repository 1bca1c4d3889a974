//! Positions and cells of the nested scheme, with typed arguments.

use alloc::vec::Vec;

use crate::error::Result;
use crate::grid::{Cell, Depth, Direction, Scheme};
use crate::point::{around, cell, interpolate, rings};
use crate::projection;
use crate::sphere::{AngleUnit, LonLat, UnitVec};

/// The cell that contains a position.
///
/// Borders are half open: a cell owns its two western edges and its western vertex. A pole belongs
/// to the base cell of its longitude's quarter turn. The answer is exact for every position: points
/// next to a border are computed with as many digits as it takes.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, LonLat, nested};
/// let vega = LonLat::from_degrees(279.2347, 38.7837)?;
/// assert_eq!(nested::hash(Depth::new(12)?, vega).index(), 61056746);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline(always)]
#[must_use]
pub fn hash(depth: Depth, at: LonLat) -> Cell {
    Cell::trusted(depth, depth.encode(projection::locate(depth.side(), at)))
}

/// The cell that contains the position a vector points to: that of `LonLat::from(v)`.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, nested, UnitVec};
/// assert_eq!(nested::hash_vec(Depth::new(0)?, UnitVec::new(1.0, 1.0, 3.0)?).index(), 0);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn hash_vec(depth: Depth, v: UnitVec) -> Cell {
    hash(depth, LonLat::from(v))
}

/// The cell that contains a position, and the place in it: offsets `dx` along the side from S to E
/// and `dy` along the side from S to W, both in `[0, 1]`.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, LonLat, nested};
/// let (cell, dx, dy) = nested::hash_with_offsets(Depth::new(0)?, LonLat::from_degrees(45.0, 0.0)?);
/// // Four base cells meet there; the one to the east owns the point, as its western vertex.
/// assert_eq!((cell.index(), dx, dy), (5, 0.0, 1.0));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn hash_with_offsets(depth: Depth, at: LonLat) -> (Cell, f64, f64) {
    let (found, dx, dy) = projection::locate_with_offsets(depth.side(), at);
    (Cell::trusted(depth, depth.encode(found)), dx, dy)
}

/// The position, in radians, at offsets `dx` (S to E) and `dy` (S to W) in a cell; 0 and 1 are its
/// edges.
///
/// # Errors
/// [`Error::Offset`](crate::Error::Offset) unless both are in `[0, 1]`.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(0)?, 0)?;
/// let north = nested::position(cell, 1.0, 1.0)?;
/// assert_eq!(north.lat(), core::f64::consts::FRAC_PI_2);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn position(at: Cell, dx: f64, dy: f64) -> Result<LonLat> {
    cell::position(at.depth().side(), at.face_ij(), dx, dy, AngleUnit::Radians)
}

/// [`position`] in degrees.
///
/// # Errors
/// As [`position`].
#[inline]
pub fn position_deg(at: Cell, dx: f64, dy: f64) -> Result<LonLat> {
    cell::position(at.depth().side(), at.face_ij(), dx, dy, AngleUnit::Degrees)
}

/// The centre of a cell in radians, longitude in `[0, 2 pi)`; within 2 ulp of the exact value.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let center = nested::center(Cell::new(Depth::new(0)?, 4)?);
/// assert_eq!((center.lon(), center.lat()), (0.0, 0.0));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn center(at: Cell) -> LonLat {
    cell::center(at.depth().side(), at.face_ij(), AngleUnit::Radians)
}

/// The centre of a cell in degrees, longitude in `[0, 360)`; within 2 ulp of the exact value.
#[inline]
#[must_use]
pub fn center_deg(at: Cell) -> LonLat {
    cell::center(at.depth().side(), at.face_ij(), AngleUnit::Degrees)
}

/// The centre of a cell as a vector.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let v = nested::center_vec(Cell::new(Depth::new(0)?, 4)?);
/// assert_eq!((v.x(), v.y(), v.z()), (1.0, 0.0, 0.0));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn center_vec(at: Cell) -> UnitVec {
    cell::center_vec(at.depth().side(), at.face_ij())
}

/// The vertices of a cell in radians: S, E, N, W. The longitude of a pole is that of the middle of
/// the base cell.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let [south, east, north, west] = nested::vertices_deg(Cell::new(Depth::new(0)?, 0)?);
/// assert_eq!((south.lon_deg(), south.lat_deg()), (45.0, 0.0));
/// assert_eq!((west.lon_deg(), east.lon_deg()), (0.0, 90.0));
/// assert_eq!((north.lon_deg(), north.lat_deg()), (45.0, 90.0));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn vertices(at: Cell) -> [LonLat; 4] {
    cell::vertices(at.depth().side(), at.face_ij(), AngleUnit::Radians)
}

/// The vertices of a cell in degrees: S, E, N, W.
#[inline]
#[must_use]
pub fn vertices_deg(at: Cell) -> [LonLat; 4] {
    cell::vertices(at.depth().side(), at.face_ij(), AngleUnit::Degrees)
}

/// `k` points on each side of a cell, equally spaced on the plane: from S over E, N and W back
/// towards S, each side beginning with its vertex. In radians; `4 k` positions.
///
/// # Errors
/// [`Error::Steps`](crate::Error::Steps) unless `1 <= k <= 4096`.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(2)?, 7)?;
/// assert_eq!(nested::path_along_edge(cell, 1)?, nested::vertices(cell));
/// assert_eq!(nested::path_along_edge(cell, 5)?.len(), 20);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn path_along_edge(at: Cell, k: u32) -> Result<Vec<LonLat>> {
    cell::path_along_edge(at.depth().side(), at.face_ij(), k)
}

/// `k` × `k` positions in a cell, the middles of equal parts; the offset towards E runs fastest.
/// In radians.
///
/// # Errors
/// [`Error::Steps`](crate::Error::Steps) unless `1 <= k <= 4096`.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(2)?, 7)?;
/// assert_eq!(nested::grid(cell, 1)?, [nested::center(cell)]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn grid(at: Cell, k: u32) -> Result<Vec<LonLat>> {
    cell::grid(at.depth().side(), at.face_ij(), k)
}

/// The neighbour in a direction; none in the direction of a vertex where only three cells meet.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Direction, Depth, nested};
/// let cell = Cell::new(Depth::new(0)?, 0)?;
/// let north = nested::neighbor(Direction::N, cell); // over the pole
/// assert_eq!(north.map(|c| c.index()), Some(2));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn neighbor(direction: Direction, at: Cell) -> Option<Cell> {
    let depth = at.depth();
    let found = at.face_ij().neighbor(depth.side(), direction)?;
    Some(Cell::trusted(depth, depth.encode(found)))
}

/// No cell's number.
const ABSENT: u64 = u64::MAX;

/// The neighbours in all eight directions, in the order of [`Direction::ALL`].
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let around = nested::neighbors(Cell::new(Depth::new(0)?, 0)?);
/// let numbers = around.map(|c| c.map(|c| c.index()));
/// assert_eq!(numbers, [Some(8), Some(5), None, Some(4), Some(1), None, Some(3), Some(2)]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn neighbors(at: Cell) -> [Option<Cell>; 8] {
    let depth = at.depth();
    depth.neighbors(at.index(), ABSENT).map(|index| (index != ABSENT).then(|| Cell::trusted(depth, index)))
}

/// The cells `k` steps away, a step leading from a cell to any of its neighbours; sorted. Empty where
/// no cell is that far.
///
/// # Errors
/// [`Error::Steps`](crate::Error::Steps) for `k` above 1024;
/// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(0)?, 0)?;
/// assert_eq!(nested::neighbor_ring(cell, 2)?, [6, 7, 9, 10, 11]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn neighbor_ring(at: Cell, k: u32) -> Result<Vec<u64>> {
    around::neighbor_ring(at.depth(), at.face_ij(), k)
}

/// The cells at most `k` steps away, the cell itself included; sorted.
///
/// # Errors
/// [`Error::Steps`](crate::Error::Steps) for `k` above 1024;
/// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(0)?, 0)?;
/// assert_eq!(nested::neighbor_disc(cell, 1)?, [0, 1, 2, 3, 4, 5, 8]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn neighbor_disc(at: Cell, k: u32) -> Result<Vec<u64>> {
    around::neighbor_disc(at.depth(), at.face_ij(), k)
}

/// Four cells and weights for a position, as healpy and HEALPix C++ define them: linear in longitude
/// on the two rings next to the position, linear in latitude between the rings.
///
/// Slots: west and east on the northern ring, west and east on the southern ring. Beyond the last ring
/// before a pole, the pole's value is the mean of its four cells. Weights are in `[0, 1]` and sum
/// to 1 within 2 ulp.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, Depth, nested};
/// let four = nested::interpolate_rings(Depth::new(2)?, LonLat::from_degrees(10.0, 80.0)?);
/// assert!((four.iter().map(|(_, weight)| weight).sum::<f64>() - 1.0).abs() < 1e-15);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn interpolate_rings(depth: Depth, at: LonLat) -> [(Cell, f64); 4] {
    // The ring definition is in ring numbers; each becomes the nested number of the same cell.
    let nside = depth.nside();
    rings::rings(nside.get(), at)
        .map(|(index, weight)| (Cell::trusted(depth, depth.encode(nside.decode_trusted(index))), weight))
}

/// Four cells and weights for a position, as cdshealpix defines them: bilinear in the offsets within
/// the block of 2 × 2 cells around it.
///
/// Slots: the block's S, E, W and N cell. Where one of them does not exist, because only three cells
/// meet there, the two beside it share its weight and its slot holds the position's own cell with
/// weight 0. That is the published rule; next to those 8 vertices of the grid it is not continuous.
/// Weights are in `[0, 1]` and sum to 1 within 2 ulp.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, Depth, nested};
/// let four = nested::interpolate_bilinear(Depth::new(2)?, LonLat::from_degrees(10.0, 80.0)?);
/// assert!((four.iter().map(|(_, weight)| weight).sum::<f64>() - 1.0).abs() < 1e-15);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn interpolate_bilinear(depth: Depth, at: LonLat) -> [(Cell, f64); 4] {
    interpolate::bilinear(depth.side(), at).map(|(found, weight)| (Cell::trusted(depth, depth.encode(found)), weight))
}
