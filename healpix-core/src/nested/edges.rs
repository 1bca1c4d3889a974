//! The cells of a deeper depth along the border of a cell, on its inside and on its outside.

use alloc::vec::Vec;

use super::hierarchy::deeper;
use crate::error::{Error, Result};
use crate::grid::{Cell, Depth, Direction, FaceIj, Interval, Rectangle, Scheme};
use crate::room::reserved;

/// Most levels between a cell and the cells along its edge: four times 2^24 cells are half a gigabyte.
const MAX_LEVELS: u8 = 24;

/// The side length, where a list of four times as many cells is allowed.
fn listed_side(side: u32) -> Result<u64> {
    let levels = side.trailing_zeros() as u8;
    if levels <= MAX_LEVELS { Ok(u64::from(side)) } else { Err(Error::Levels { levels, max: MAX_LEVELS }) }
}

/// The cell's southern corner and side length in cells of the deeper depth.
fn square(deeper_depth: Depth, cell: Cell) -> Result<(FaceIj, u32)> {
    let down = deeper(cell.depth(), deeper_depth)?;
    let at = cell.face_ij();
    Ok((FaceIj { face: at.face, i: at.i << down, j: at.j << down }, 1 << down))
}

/// The corner cells of a square: S, E, N, W.
fn corners((south, side): (FaceIj, u32)) -> [FaceIj; 4] {
    let last = side - 1;
    [(0, 0), (last, 0), (last, last), (0, last)].map(|(i, j)| FaceIj {
        face: south.face,
        i: south.i + i,
        j: south.j + j,
    })
}

/// How many cells [`internal_edge`] gives.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's;
/// [`Error::Levels`] where it is more than 24 levels deeper.
pub fn internal_edge_len(deeper_depth: Depth, cell: Cell) -> Result<u64> {
    let (_, side) = square(deeper_depth, cell)?;
    Ok(if side == 1 { 1 } else { 4 * (listed_side(side)? - 1) })
}

/// The cells of a deeper depth inside a cell that touch its border, sorted.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's;
/// [`Error::Levels`] where it is more than 24 levels deeper; [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let edge = nested::internal_edge(Depth::new(2)?, Cell::new(Depth::new(0)?, 0)?)?;
/// assert_eq!(edge, [0, 1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 15]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn internal_edge(deeper_depth: Depth, cell: Cell) -> Result<Vec<u64>> {
    let (south, side) = square(deeper_depth, cell)?;
    let mut out = reserved(internal_edge_len(deeper_depth, cell)? as usize)?;
    let from = |first: u32| Interval { first, last: first + side - 1 };
    deeper_depth.list_border(Rectangle { face: south.face, i: from(south.i), j: from(south.j) }, &mut out);
    Ok(out)
}

/// The cells of a deeper depth in the corners of a cell: S, E, N, W.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let corners = nested::internal_corners(Depth::new(2)?, Cell::new(Depth::new(0)?, 0)?)?;
/// assert_eq!(corners, [0, 5, 15, 10]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn internal_corners(deeper_depth: Depth, cell: Cell) -> Result<[u64; 4]> {
    Ok(corners(square(deeper_depth, cell)?).map(|at| deeper_depth.encode(at)))
}

/// The cells of a deeper depth that touch a cell in one of its vertices only: S, E, N, W. None where
/// three base cells meet in that vertex.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's.
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let corners = nested::external_corners(Depth::new(1)?, Cell::new(Depth::new(0)?, 0)?)?;
/// assert_eq!(corners, [Some(8 * 4 + 3), None, Some(2 * 4 + 3), None]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn external_corners(deeper_depth: Depth, cell: Cell) -> Result<[Option<u64>; 4]> {
    let inside = corners(square(deeper_depth, cell)?);
    let outwards = [Direction::S, Direction::E, Direction::N, Direction::W];
    let nside = deeper_depth.side();
    let mut out = [None; 4];
    for (slot, (at, direction)) in out.iter_mut().zip(inside.into_iter().zip(outwards)) {
        *slot = at.neighbor(nside, direction).map(|c| deeper_depth.encode(c));
    }
    Ok(out)
}

/// How many cells [`external_edge`] gives.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's;
/// [`Error::Levels`] where it is more than 24 levels deeper.
pub fn external_edge_len(deeper_depth: Depth, cell: Cell) -> Result<u64> {
    let (_, side) = square(deeper_depth, cell)?;
    let corners = external_corners(deeper_depth, cell)?.iter().flatten().count();
    Ok(4 * listed_side(side)? + corners as u64)
}

/// The cells of a deeper depth outside a cell that touch it, in an edge or in a vertex, sorted.
///
/// # Errors
/// [`Error::DepthOrder`] where `deeper_depth` is not as deep as the cell's;
/// [`Error::Levels`] where it is more than 24 levels deeper; [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use healpix_core::{Cell, Depth, nested};
/// let depth = Depth::new(0)?;
/// // At its own depth that is the cell's neighbours.
/// assert_eq!(nested::external_edge(depth, Cell::new(depth, 4)?)?, [0, 3, 5, 7, 8, 11]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn external_edge(deeper_depth: Depth, cell: Cell) -> Result<Vec<u64>> {
    let inside = corners(square(deeper_depth, cell)?);
    let mut out = reserved(external_edge_len(deeper_depth, cell)? as usize)?;
    let nside = deeper_depth.side();
    // Along each side a row of cells, and beyond each vertex one at most; each of these in another neighbour of the cell, whose numbers
    // follow each other. Of a row the ends.
    let mut rows = [None; 8];
    for (row, direction) in rows.iter_mut().zip(Direction::ALL) {
        let [s, e, n, w] = inside;
        let ends = match direction {
            Direction::S => [s, s],
            Direction::SE => [s, e],
            Direction::E => [e, e],
            Direction::SW => [s, w],
            Direction::NE => [e, n],
            Direction::W => [w, w],
            Direction::NW => [w, n],
            Direction::N => [n, n],
        };
        let [Some(a), Some(b)] = ends.map(|end| end.neighbor(nside, direction)) else { continue };
        let between = |a: u32, b: u32| Interval { first: a.min(b), last: a.max(b) };
        *row = Some(Rectangle { face: a.face, i: between(a.i, b.i), j: between(a.j, b.j) });
    }
    rows.sort_unstable_by_key(|row| row.map(|row| deeper_depth.encode(row.south())));
    rows.into_iter().flatten().for_each(|row| deeper_depth.list_border(row, &mut out));
    Ok(out)
}
