//! One number for depth and cell together.
//!
//! ```text
//! uniq   4^(depth + 1) + index           IVOA MOC 2.0, NUNIQ: sorts by depth, then by cell
//! zuniq  index 1 0 0 0 ... 0             sorts as the cells lie on the sphere, parents among children;
//!              ^ the place of the one bit tells the depth
//! ```

use crate::error::{Error, Result};
use crate::grid::{Cell, Depth, Scheme};

/// The IVOA uniq number of a cell (MOC 2.0, section 4.3).
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(1)?, 5)?;
/// assert_eq!(nested::to_uniq(cell), 16 + 5);
/// assert_eq!(nested::from_uniq(21)?, cell);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn to_uniq(cell: Cell) -> u64 {
    (4 << (2 * cell.depth().get())) + cell.index()
}

/// The cell with an IVOA uniq number.
///
/// # Errors
/// [`Error::Uniq`] below 4 and above depth 29.
#[inline]
pub fn from_uniq(uniq: u64) -> Result<Cell> {
    if !(4..=u64::MAX >> 2).contains(&uniq) {
        return Err(Error::Uniq { value: uniq });
    }
    let depth = ((61 - uniq.leading_zeros()) / 2) as u8;
    Ok(Cell::trusted(Depth::trusted(depth), uniq - (4 << (2 * depth))))
}

/// The number of a cell that sorts along the nested curve: `(2 index + 1) · 4^(29 - depth)`.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(28)?, 5)?;
/// assert_eq!(nested::to_zuniq(cell), 0b1011_00);
/// assert_eq!(nested::from_zuniq(0b1011_00)?, cell);
/// assert!(nested::from_zuniq(0b1011_0).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn to_zuniq(cell: Cell) -> u64 {
    (cell.index() << 1 | 1) << (2 * (29 - cell.depth().get()))
}

/// The cell with a zuniq number.
///
/// # Errors
/// [`Error::Zuniq`] where the number has an odd count of zero bits at its end, or more than 58, or
/// too large a cell above them.
#[inline]
pub fn from_zuniq(zuniq: u64) -> Result<Cell> {
    let zeros = zuniq.trailing_zeros();
    if zeros > 58 || zeros % 2 == 1 {
        return Err(Error::Zuniq { value: zuniq });
    }
    let depth = Depth::trusted((29 - zeros / 2) as u8);
    let index = zuniq >> zeros >> 1;
    depth.check(index).map_err(|_| Error::Zuniq { value: zuniq })?;
    Ok(Cell::trusted(depth, index))
}
