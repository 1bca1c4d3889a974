//! The eight compass directions in which a cell has neighbours.

use crate::error::{Error, Result};

/// A direction from a cell; its number is the slot of that neighbour in every array of eight.
///
/// ```text
///            N 7                cells are diamonds: SE, SW, NE and NW share an edge,
///        NW 6   NE 4            S, E, W and N touch in a corner
///      W 5         E 2
///        SW 3   SE 1
///            S 0
/// ```
///
/// # Examples
/// ```
/// use healpix_core::Direction;
/// assert_eq!(Direction::from_code(4)?, Direction::NE);
/// assert_eq!(Direction::NE.opposite(), Direction::SW);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Direction {
    /// South, across the southern corner.
    S = 0,
    /// South-east, across an edge.
    SE = 1,
    /// East, across the eastern corner.
    E = 2,
    /// South-west, across an edge.
    SW = 3,
    /// North-east, across an edge.
    NE = 4,
    /// West, across the western corner.
    W = 5,
    /// North-west, across an edge.
    NW = 6,
    /// North, across the northern corner.
    N = 7,
}

impl Direction {
    /// All eight, in the order of their codes.
    pub const ALL: [Direction; 8] = [
        Direction::S,
        Direction::SE,
        Direction::E,
        Direction::SW,
        Direction::NE,
        Direction::W,
        Direction::NW,
        Direction::N,
    ];

    /// The number of this direction, 0 to 7.
    #[inline]
    #[must_use]
    pub const fn code(self) -> u32 {
        self as u32
    }

    /// The direction with this number.
    ///
    /// # Errors
    /// [`Error::Direction`] above 7.
    #[inline]
    pub fn from_code(code: u32) -> Result<Self> {
        Self::ALL.get(code as usize).copied().ok_or(Error::Direction { code })
    }

    /// The direction back, where no base cell border lies between.
    #[inline]
    #[must_use]
    pub const fn opposite(self) -> Self {
        Self::ALL[7 - self as usize]
    }

    /// Steps along the two sides of a cell: (towards NE, towards NW).
    #[inline]
    #[must_use]
    pub const fn steps(self) -> (i64, i64) {
        match self {
            Direction::S => (-1, -1),
            Direction::SE => (0, -1),
            Direction::E => (1, -1),
            Direction::SW => (-1, 0),
            Direction::NE => (1, 0),
            Direction::W => (-1, 1),
            Direction::NW => (0, 1),
            Direction::N => (1, 1),
        }
    }

    /// Coordinates one step on; where that leads over a border, numbers of no meaning.
    #[inline(always)]
    pub(crate) const fn moved(self, i: u32, j: u32) -> [u32; 2] {
        let (di, dj) = self.steps();
        [i.wrapping_add(di as u32), j.wrapping_add(dj as u32)]
    }
}
