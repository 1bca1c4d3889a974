//! How fine the grid is: `Depth` for the nested scheme, `Nside` for any.

use crate::error::{Error, Result};

/// A depth of the nested scheme, 0 to 29: each base cell is cut into `4^depth` cells.
///
/// # Examples
/// ```
/// use healpix_core::Depth;
/// let depth = Depth::new(12)?;
/// assert_eq!(depth.nside().get(), 4096);
/// assert_eq!(depth.n_cells(), 201_326_592);
/// assert!(Depth::new(30).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Depth(u8);

impl Depth {
    /// The 12 base cells.
    pub const ZERO: Depth = Depth(0);
    /// Depth 29, cells of 0.4 milliarcseconds.
    pub const MAX: Depth = Depth(29);
    /// Depth 14, the deepest one whose cells fit into a column of `u32`.
    pub const MAX_U32: Depth = Depth(14);

    /// A depth from 0 to 29.
    ///
    /// # Errors
    /// [`Error::Depth`] above 29.
    #[inline]
    pub const fn new(depth: u8) -> Result<Self> {
        if depth <= 29 { Ok(Self(depth)) } else { Err(Error::Depth { depth }) }
    }

    /// A depth known to be good.
    #[inline(always)]
    pub(crate) const fn trusted(depth: u8) -> Self {
        Self(depth)
    }

    /// The number.
    #[inline]
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// Cells along the side of a base cell, `2^depth`.
    #[inline]
    #[must_use]
    pub const fn nside(self) -> Nside {
        Nside(1 << self.0)
    }

    /// Cells on the sphere, `12 · 4^depth`.
    #[inline]
    #[must_use]
    pub const fn n_cells(self) -> u64 {
        12 << (2 * self.0)
    }

    /// That the cells fit into a column of `u32`.
    pub(crate) fn check_u32(self) -> Result<()> {
        let (depth, max) = (self.0, Self::MAX_U32.0);
        if depth <= max { Ok(()) } else { Err(Error::DepthU32 { depth, max }) }
    }
}

impl TryFrom<u8> for Depth {
    type Error = Error;
    fn try_from(depth: u8) -> Result<Self> {
        Self::new(depth)
    }
}

/// The number of cells along the side of a base cell, 1 to 2^29; any whole number in the ring scheme.
///
/// # Examples
/// ```
/// use healpix_core::Nside;
/// let nside = Nside::new(1000)?;
/// assert_eq!((nside.n_cells(), nside.n_rings(), nside.depth()), (12_000_000, 3999, None));
/// assert!(Nside::new(0).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nside(u32);

impl Nside {
    /// 2^29, the nside of [`Depth::MAX`].
    pub const MAX: Nside = Nside(1 << 29);
    /// 18918, the largest one whose cells fit into a column of `u32`.
    pub const MAX_U32: Nside = Nside(18_918);

    /// An nside from 1 to 2^29.
    ///
    /// # Errors
    /// [`Error::Nside`] for 0 and above 2^29.
    #[inline]
    pub const fn new(nside: u32) -> Result<Self> {
        if nside >= 1 && nside <= 1 << 29 { Ok(Self(nside)) } else { Err(Error::Nside { nside }) }
    }

    /// The number.
    #[inline]
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Cells on the sphere, `12 nside²`.
    #[inline]
    #[must_use]
    pub const fn n_cells(self) -> u64 {
        12 * (self.0 as u64) * (self.0 as u64)
    }

    /// That the cells fit into a column of `u32`.
    pub(crate) fn check_u32(self) -> Result<()> {
        let (nside, max) = (self.0, Self::MAX_U32.0);
        if nside <= max { Ok(()) } else { Err(Error::NsideU32 { nside, max }) }
    }

    /// Rings of cells with the same latitude, `4 nside - 1`.
    #[inline]
    #[must_use]
    pub const fn n_rings(self) -> u32 {
        4 * self.0 - 1
    }

    /// The depth with this nside, where it is a power of two.
    #[inline]
    #[must_use]
    pub const fn depth(self) -> Option<Depth> {
        if self.0.is_power_of_two() { Some(Depth(self.0.trailing_zeros() as u8)) } else { None }
    }

    /// The depth with this nside.
    ///
    /// # Errors
    /// [`Error::NsideNotPowerOfTwo`].
    #[inline]
    pub fn try_depth(self) -> Result<Depth> {
        self.depth().ok_or(Error::NsideNotPowerOfTwo { nside: self.0 })
    }
}

impl TryFrom<u32> for Nside {
    type Error = Error;
    fn try_from(nside: u32) -> Result<Self> {
        Self::new(nside)
    }
}

impl From<Depth> for Nside {
    fn from(depth: Depth) -> Self {
        depth.nside()
    }
}
