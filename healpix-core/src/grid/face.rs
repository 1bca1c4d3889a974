//! The 12 base cells and how they hang together.
//!
//! ```text
//!       N0      N1      N2      N3          0..3   north, around the pole
//!     /    \  /    \  /    \  /    \
//!   E0      E1      E2      E3      (E0)    4..7   on the equator, E0 around lon 0
//!     \    /  \    /  \    /  \    /
//!       S0      S1      S2      S3          8..11  south
//! ```
//!
//! Within a base cell `i` counts towards NE and `j` towards NW, both from the southern corner.

use super::direction::Direction;
use crate::error::{Error, Result};

/// One of the 12 base cells.
///
/// # Examples
/// ```
/// use healpix_core::{BaseCell, Direction};
/// let north = BaseCell::new(0)?;
/// assert_eq!(north.neighbor(Direction::NE), Some(BaseCell::new(1)?));
/// assert_eq!(north.neighbor(Direction::E), None); // three base cells meet there, not four
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BaseCell(u8);

/// The three rows of base cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaseCellRow {
    /// 0 to 3: around the north pole.
    North,
    /// 4 to 7: on the equator.
    Equator,
    /// 8 to 11: around the south pole.
    South,
}

impl BaseCell {
    /// A base cell from 0 to 11.
    ///
    /// # Errors
    /// [`Error::BaseCell`] above 11.
    #[inline]
    pub const fn new(base_cell: u8) -> Result<Self> {
        if base_cell < 12 { Ok(Self(base_cell)) } else { Err(Error::BaseCell { base_cell }) }
    }

    #[inline(always)]
    pub(crate) const fn trusted(base_cell: u8) -> Self {
        Self(base_cell)
    }

    /// The number, 0 to 11.
    #[inline]
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The row it is in.
    #[inline]
    #[must_use]
    pub const fn row(self) -> BaseCellRow {
        match self.0 >> 2 {
            0 => BaseCellRow::North,
            1 => BaseCellRow::Equator,
            _ => BaseCellRow::South,
        }
    }

    /// Its place in the row, 0 to 3, eastwards.
    #[inline]
    #[must_use]
    pub const fn column(self) -> u8 {
        self.0 & 3
    }

    /// Longitude of its centre in eighths of a turn.
    #[inline]
    #[must_use]
    pub const fn center_eighths(self) -> u8 {
        match self.row() {
            BaseCellRow::Equator => 2 * self.column(),
            _ => 2 * self.column() + 1,
        }
    }

    /// The base cell across an edge or corner; none across the corners where three meet.
    #[must_use]
    pub const fn neighbor(self, direction: Direction) -> Option<BaseCell> {
        use Direction::{E, N, NE, NW, S, SE, SW, W};
        let here = self.column();
        let (east, west, across) = ((here + 1) & 3, (here + 3) & 3, (here + 2) & 3);
        let to = match (self.row(), direction) {
            (BaseCellRow::North, NE) => east,
            (BaseCellRow::North, NW) => west,
            (BaseCellRow::North, N) => across,
            (BaseCellRow::North, SE) => 4 + east,
            (BaseCellRow::North, SW) => 4 + here,
            (BaseCellRow::North, S) => 8 + here,
            (BaseCellRow::Equator, NE) => here,
            (BaseCellRow::Equator, NW) => west,
            (BaseCellRow::Equator, SE) => 8 + here,
            (BaseCellRow::Equator, SW) => 8 + west,
            (BaseCellRow::Equator, E) => 4 + east,
            (BaseCellRow::Equator, W) => 4 + west,
            (BaseCellRow::South, NE) => 4 + east,
            (BaseCellRow::South, NW) => 4 + here,
            (BaseCellRow::South, N) => here,
            (BaseCellRow::South, SE) => 8 + east,
            (BaseCellRow::South, SW) => 8 + west,
            (BaseCellRow::South, S) => 8 + across,
            (BaseCellRow::North | BaseCellRow::South, E | W) | (BaseCellRow::Equator, N | S) => return None,
        };
        Some(BaseCell(to))
    }
}

/// A cell by its base cell and its coordinates in it, at an nside known from elsewhere. Both schemes
/// are numberings of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceIj {
    /// The base cell.
    pub face: BaseCell,
    /// Steps from the southern corner towards NE, below nside.
    pub i: u32,
    /// Steps from the southern corner towards NW, below nside.
    pub j: u32,
}

impl FaceIj {
    #[inline(always)]
    pub(crate) const fn trusted(face: u8, i: u32, j: u32) -> Self {
        Self { face: BaseCell::trusted(face), i, j }
    }

    /// Whether all neighbours are in the same base cell.
    #[inline(always)]
    pub(crate) fn is_inner(self, nside: u32) -> bool {
        let inner = |v: u32| v > 0 && v + 1 < nside;
        inner(self.i) && inner(self.j)
    }

    /// The cell next to this one; none where only three cells meet in that corner.
    #[inline]
    pub(crate) fn neighbor(self, nside: u32, direction: Direction) -> Option<FaceIj> {
        let (di, dj) = direction.steps();
        self.moved(nside, di, dj)
    }

    /// The cell `di`, `dj` steps away, |steps| <= nside, straight over at most one base cell border.
    pub(crate) fn moved(self, nside: u32, di: i64, dj: i64) -> Option<FaceIj> {
        let n = i64::from(nside);
        let (i, j) = (i64::from(self.i) + di, i64::from(self.j) + dj);
        let side = |v: i64| if v < 0 { -1 } else { i64::from(v >= n) };
        let crossing = match (side(i), side(j)) {
            (0, 0) => return Some(FaceIj { face: self.face, i: i as u32, j: j as u32 }),
            (-1, -1) => Direction::S,
            (0, -1) => Direction::SE,
            (1, -1) => Direction::E,
            (-1, 0) => Direction::SW,
            (1, 0) => Direction::NE,
            (-1, 1) => Direction::W,
            (0, 1) => Direction::NW,
            _ => Direction::N,
        };
        let face = self.face.neighbor(crossing)?;
        let wrap = |v: i64| v - n * side(v);
        // Seen from a pole the base cells around it are turned against each other by right angles;
        // everywhere else crossing a border only wraps the coordinates.
        let (i, j) = match (self.face.row(), crossing) {
            (BaseCellRow::North, Direction::NE) => (j, 2 * n - 1 - i),
            (BaseCellRow::North, Direction::NW) => (2 * n - 1 - j, i),
            (BaseCellRow::North, Direction::N) => (2 * n - 1 - i, 2 * n - 1 - j),
            (BaseCellRow::South, Direction::SE) => (-1 - j, i),
            (BaseCellRow::South, Direction::SW) => (j, -1 - i),
            (BaseCellRow::South, Direction::S) => (-1 - i, -1 - j),
            _ => (wrap(i), wrap(j)),
        };
        Some(FaceIj { face, i: i as u32, j: j as u32 })
    }
}
