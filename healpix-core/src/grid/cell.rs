//! A cell by number: `Cell` in the nested scheme, `RingCell` in the ring scheme.

use super::face::FaceIj;
use super::resolution::{Depth, Nside};
use super::scheme::Scheme;
use crate::error::Result;

/// A cell of the nested scheme.
///
/// ```text
/// index:  base cell (4 bits) | j i | j i | ... one pair of bits per depth
/// ```
///
/// Ordered by depth, then by index.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth};
/// let cell = Cell::new(Depth::new(3)?, 767)?;
/// assert_eq!((cell.depth().get(), cell.index()), (3, 767));
/// let error = Cell::new(Depth::new(3)?, 768).unwrap_err();
/// assert_eq!(error.to_string(), "cell 768 does not exist: there are 768 cells, numbered from 0");
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    depth: Depth,
    index: u64,
}

impl Cell {
    /// The cell with a number at a depth.
    ///
    /// # Errors
    /// [`Error::Cell`](crate::Error::Cell) unless `index < 12 · 4^depth`.
    #[inline]
    pub fn new(depth: Depth, index: u64) -> Result<Self> {
        depth.check(index)?;
        Ok(Self { depth, index })
    }

    #[inline(always)]
    pub(crate) const fn trusted(depth: Depth, index: u64) -> Self {
        Self { depth, index }
    }

    /// Its depth.
    #[inline]
    #[must_use]
    pub const fn depth(self) -> Depth {
        self.depth
    }

    /// Its number.
    #[inline]
    #[must_use]
    pub const fn index(self) -> u64 {
        self.index
    }

    #[inline(always)]
    pub(crate) fn face_ij(self) -> FaceIj {
        self.depth.decode_trusted(self.index)
    }
}

/// A cell of the ring scheme, at any nside.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, RingCell};
/// let cell = RingCell::new(Nside::new(3)?, 107)?;
/// assert_eq!((cell.nside().get(), cell.index()), (3, 107));
/// assert!(RingCell::new(Nside::new(3)?, 108).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RingCell {
    nside: Nside,
    index: u64,
}

impl RingCell {
    /// The cell with a number at an nside.
    ///
    /// # Errors
    /// [`Error::Cell`](crate::Error::Cell) unless `index < 12 nside²`.
    #[inline]
    pub fn new(nside: Nside, index: u64) -> Result<Self> {
        nside.check(index)?;
        Ok(Self { nside, index })
    }

    #[inline(always)]
    pub(crate) const fn trusted(nside: Nside, index: u64) -> Self {
        Self { nside, index }
    }

    /// Its nside.
    #[inline]
    #[must_use]
    pub const fn nside(self) -> Nside {
        self.nside
    }

    /// Its number.
    #[inline]
    #[must_use]
    pub const fn index(self) -> u64 {
        self.index
    }

    #[inline(always)]
    pub(crate) fn face_ij(self) -> FaceIj {
        self.nside.decode_trusted(self.index)
    }
}
