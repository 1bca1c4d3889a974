//! Parents, children and ranges: what the nested numbering is made for.

use crate::error::{Error, Result};
use crate::grid::{BaseCell, Cell, Depth, FaceIj, Scheme};

/// The cell one depth up that contains this one.
///
/// # Errors
/// [`Error::NoParent`] for base cells.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(2)?, 100)?;
/// assert_eq!(nested::parent(cell)?.index(), 25);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn parent(cell: Cell) -> Result<Cell> {
    let up = cell.depth().get().checked_sub(1).ok_or(Error::NoParent)?;
    Ok(Cell::trusted(Depth::trusted(up), cell.index() >> 2))
}

/// The cell at a depth not below its own that contains this one.
///
/// # Errors
/// [`Error::DepthOrder`] where `depth` is deeper than the cell's.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let cell = Cell::new(Depth::new(4)?, 1000)?;
/// assert_eq!(nested::ancestor(Depth::new(1)?, cell)?.index(), 1000 >> 6);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn ancestor(depth: Depth, cell: Cell) -> Result<Cell> {
    let up = shallower(cell.depth(), depth)?;
    Ok(Cell::trusted(depth, cell.index() >> (2 * up)))
}

/// Levels from `depth` up to `target`.
#[inline(always)]
pub(crate) fn shallower(depth: Depth, target: Depth) -> Result<u8> {
    let order = Error::DepthOrder { depth: depth.get(), target: target.get(), deeper: false };
    depth.get().checked_sub(target.get()).ok_or(order)
}

/// Levels from `depth` down to `target`.
#[inline(always)]
pub(crate) fn deeper(depth: Depth, target: Depth) -> Result<u8> {
    let order = Error::DepthOrder { depth: depth.get(), target: target.get(), deeper: true };
    target.get().checked_sub(depth.get()).ok_or(order)
}

/// The four cells one depth down that this one is made of: S, E, W, N.
///
/// # Errors
/// [`Error::Depth`] at depth 29.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let children = nested::children(Cell::new(Depth::new(0)?, 3)?)?;
/// assert_eq!(children.map(Cell::index), [12, 13, 14, 15]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn children(cell: Cell) -> Result<[Cell; 4]> {
    let depth = Depth::new(cell.depth().get() + 1)?;
    Ok([0, 1, 2, 3].map(|k| Cell::trusted(depth, cell.index() << 2 | k)))
}

/// The four children of this cell's parent, itself among them. The siblings of a base cell are the
/// four base cells of its row.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let siblings = nested::siblings(Cell::new(Depth::new(1)?, 6)?);
/// assert_eq!(siblings.map(Cell::index), [4, 5, 6, 7]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn siblings(cell: Cell) -> [Cell; 4] {
    [0, 1, 2, 3].map(|k| Cell::trusted(cell.depth(), cell.index() & !3 | k))
}

/// The cells of a deeper depth that this one is made of, as a half-open range.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// assert_eq!(nested::range(Depth::new(5)?, Cell::new(Depth::new(3)?, 2)?)?, 32..48);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn range(deeper_depth: Depth, cell: Cell) -> Result<core::ops::Range<u64>> {
    let down = 2 * deeper(cell.depth(), deeper_depth)?;
    Ok(cell.index() << down..(cell.index() + 1) << down)
}

/// The base cell that contains this cell.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// assert_eq!(nested::base_cell(Cell::new(Depth::new(1)?, 47)?).get(), 11);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn base_cell(cell: Cell) -> BaseCell {
    cell.face_ij().face
}

/// Base cell and coordinates in it.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let at = nested::to_face_ij(Cell::new(Depth::new(2)?, 16 * 5 + 0b0110)?);
/// assert_eq!((at.face.get(), at.i, at.j), (5, 0b10, 0b01));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn to_face_ij(cell: Cell) -> FaceIj {
    cell.face_ij()
}

/// The cell with these coordinates in a base cell.
///
/// # Errors
/// [`Error::FaceCoordinate`] where `i` or `j` is not below nside.
///
/// # Examples
/// ```
/// use healpix_core::{BaseCell, Depth, FaceIj, nested};
/// let at = FaceIj { face: BaseCell::new(5)?, i: 0b10, j: 0b01 };
/// assert_eq!(nested::from_face_ij(Depth::new(2)?, at)?.index(), 16 * 5 + 0b0110);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn from_face_ij(depth: Depth, at: FaceIj) -> Result<Cell> {
    let at = depth.face_ij(at.face.get(), at.i, at.j)?;
    Ok(Cell::trusted(depth, depth.encode(at)))
}
