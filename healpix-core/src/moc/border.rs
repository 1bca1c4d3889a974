//! Borders, and growing and shrinking by them.
//!
//! Only cells along the border are looked at. A MOC is taken apart into its largest cells. Next to
//! each side of such a cell lies a cell of the same size: where that is in the MOC there is no
//! border, where it is outside the whole side is border, and where it is both the side is halved.
//!
//! ```text
//!    ┌───────┬───────┐        A in the MOC, X next to it:
//!    │       │       │          X inside    no border here
//!    │   A   s   X   │          X outside   border along s: the cells of A are the inner one,
//!    │       │       │                      those of X the outer one
//!    └───────┴───────┘          X partly    ask again for both halves of s
//! ```
//!
//! The outer border of a MOC is the inner one of its complement, so either of the two can be taken
//! apart: the one with fewer cells is.

use alloc::vec::Vec;

use super::build::range_of;
use super::cells::Cells;
use super::finder::{Finder, Meets};
use super::set::{Moc, shift_of};
use crate::error::{Error, Result};
use crate::grid::{Cell, Depth, Direction, FaceIj, Scheme};
use crate::progress;
use crate::room::reserve;

/// Most steps of [`Moc::expanded`] and [`Moc::contracted`].
const MAX_STEPS: u32 = 1024;
/// Most cells of a border, counting those that are met from two sides twice: two gigabytes.
const MAX_CELLS: usize = 1 << 28;
/// Stands for a neighbour that does not exist.
const ABSENT: u64 = u64::MAX;

impl Moc {
    /// The cells of its depth that are not in it and touch one that is, in an edge or in a vertex.
    ///
    /// Those are the neighbours of its cells, as [`nested::neighbors`](crate::nested::neighbors) at
    /// its depth has them, seven where three base cells meet (six at depth 0), without the cells it
    /// has itself. Time and memory go with the length of the border and not with the area inside.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`], also for borders of more than 2^28 cells.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[4])?;
    /// assert_eq!(moc.outer_border()?.flat().collect::<Vec<u64>>(), [0, 3, 5, 7, 8, 11]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn outer_border(&self) -> Result<Moc> {
        border_between(self, &self.complement()?)
    }

    /// The cells of its depth that are in it and touch one that is not, in an edge or in a vertex: the
    /// outer border of its complement.
    ///
    /// # Errors
    /// As [`Moc::outer_border`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[5])?.refined(Depth::new(2)?)?;
    /// let border = moc.inner_border()?;
    /// assert_eq!(border.n_cells(), 12); // 16 cells, 4 of which are in the middle
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn inner_border(&self) -> Result<Moc> {
        border_between(&self.complement()?, self)
    }

    /// The MOC and all cells of its depth that are at most so many steps away, a step leading to any of
    /// the up to eight neighbours of a cell.
    ///
    /// # Errors
    /// [`Error::Steps`] for more than 1024 steps; else as [`Moc::outer_border`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Cell, Depth, Moc, nested};
    /// let depth = Depth::new(8)?;
    /// let moc = Moc::from_cells(depth, &[1000])?;
    /// let disc = nested::neighbor_disc(Cell::new(depth, 1000)?, 3)?;
    /// assert_eq!(moc.expanded(3)?, Moc::from_cells(depth, &disc)?);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn expanded(&self, steps: u32) -> Result<Moc> {
        if steps > MAX_STEPS {
            return Err(Error::Steps { k: steps, min: 0, max: MAX_STEPS });
        }
        progress::task(None, || self.with_layers(steps))
    }

    fn with_layers(&self, steps: u32) -> Result<Moc> {
        // A cell `k` steps away has neighbours `k - 1`, `k` and `k + 1` steps away only.
        let mut layers = Vec::new();
        let mut before = self;
        for step in 0..steps {
            let last: &Moc = layers.last().unwrap_or(self);
            let mut next = last.outer_border()?;
            if step > 0 {
                next = next.difference(before)?;
            }
            if next.is_empty() {
                break;
            }
            reserve(&mut layers, 1)?;
            layers.push(next);
            before = match layers.as_slice() {
                [.., before, _] => before,
                _ => self,
            };
        }
        Self::union_all(layers.iter().chain([self]))
    }

    /// The cells from which every cell that is not in the MOC is more than so many steps away: the
    /// complement of the complement, expanded.
    ///
    /// # Errors
    /// As [`Moc::expanded`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(8)?, &[1000])?;
    /// assert_eq!(moc.expanded(3)?.contracted(3)?, moc);
    /// assert!(moc.contracted(1)?.is_empty());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn contracted(&self, steps: u32) -> Result<Moc> {
        self.complement()?.expanded(steps)?.complement()
    }
}

/// The cells of a MOC's complement that touch it.
fn border_between(moc: &Moc, complement: &Moc) -> Result<Moc> {
    progress::task(None, || cells_between(moc, complement))
}

fn cells_between(moc: &Moc, complement: &Moc) -> Result<Moc> {
    if is_shorter(moc.cells(), complement.cells()) {
        let found = Walk::along(moc, Border::Outer)?;
        Moc::from_good_cells(moc.depth(), &found)?.difference(moc)
    } else {
        Moc::from_good_cells(moc.depth(), &Walk::along(complement, Border::Inner)?)
    }
}

/// Whether the first of two iterators ends no later than the second.
fn is_shorter(mut a: Cells<'_>, mut b: Cells<'_>) -> bool {
    loop {
        match (a.next(), b.next()) {
            (None, _) => return true,
            (_, None) => return false,
            _ => {}
        }
    }
}

/// On which side of the border the cells are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Border {
    Inner,
    Outer,
}

/// The cells along the border of a MOC as they are found.
struct Walk<'a> {
    finder: Finder<'a>,
    depth: Depth,
    border: Border,
    found: Vec<u64>,
    /// Sides still to be asked: a cell inside the MOC and which of its sides.
    sides: Vec<(Cell, Direction)>,
}

impl<'a> Walk<'a> {
    /// The cells of the MOC's depth along its border, some of them several times; for the outer border
    /// some of the MOC as well.
    fn along(moc: &'a Moc, border: Border) -> Result<Vec<u64>> {
        let finder = Finder::new(moc.ranges(), 4 * moc.ranges().len())?;
        let mut walk = Self { finder, depth: moc.depth(), border, found: Vec::new(), sides: Vec::new() };
        for cell in moc.cells() {
            progress::check(progress::LOOK)?;
            if cell.depth() == walk.depth {
                walk.neighbors(cell)?;
            } else {
                walk.corners(cell)?;
                for side in [Direction::SE, Direction::NE, Direction::NW, Direction::SW] {
                    walk.side(cell, side)?;
                }
            }
        }
        Ok(walk.found)
    }

    fn is_inside(&self, cell: u64) -> bool {
        self.finder.contains(cell << shift_of(self.depth))
    }

    /// Room for more cells.
    fn reserve(&mut self, more: usize) -> Result<()> {
        if more > MAX_CELLS - self.found.len() {
            return Err(Error::OutOfMemory { elements: self.found.len() as u64 + more as u64 });
        }
        reserve(&mut self.found, more)
    }

    /// All around a cell of the MOC's depth.
    fn neighbors(&mut self, cell: Cell) -> Result<()> {
        self.reserve(8)?;
        let around = self.depth.neighbors(cell.index(), ABSENT);
        let mut existing = around.into_iter().filter(|index| *index != ABSENT);
        if self.border == Border::Outer {
            // Those inside are left out later, all at once.
            self.found.extend(existing);
        } else if existing.any(|index| !self.is_inside(index)) {
            self.found.push(cell.index());
        }
        Ok(())
    }

    /// Around the vertices of a larger cell.
    fn corners(&mut self, cell: Cell) -> Result<()> {
        self.reserve(4)?;
        for corner in [Direction::S, Direction::E, Direction::N, Direction::W] {
            let inside = self.southern(cell);
            let last = (1 << self.down(cell)) - 1;
            let (di, dj) = corner.steps();
            let inside = FaceIj {
                face: inside.face,
                i: inside.i + if di > 0 { last } else { 0 },
                j: inside.j + if dj > 0 { last } else { 0 },
            };
            let Some(next) = inside.neighbor(self.depth.side(), corner) else { continue };
            let next = self.depth.encode(next);
            if !self.is_inside(next) {
                self.found.push(if self.border == Border::Inner { self.depth.encode(inside) } else { next });
            }
        }
        Ok(())
    }

    /// Levels from a cell down to the MOC's depth.
    fn down(&self, cell: Cell) -> u8 {
        self.depth.get() - cell.depth().get()
    }

    /// The cell of the MOC's depth in the southern corner of a larger cell.
    fn southern(&self, cell: Cell) -> FaceIj {
        let (at, down) = (cell.face_ij(), self.down(cell));
        FaceIj { face: at.face, i: at.i << down, j: at.j << down }
    }

    /// The cells along one side of a larger cell.
    fn side(&mut self, whole: Cell, side: Direction) -> Result<()> {
        self.sides.push((whole, side));
        while let Some((part, side)) = self.sides.pop() {
            let Some(next) = neighbor(part, side) else { continue };
            match self.finder.meets(range_of(next)) {
                Meets::Inside => {}
                Meets::Outside => self.outside_of(whole, part, side)?,
                Meets::Partly => {
                    reserve(&mut self.sides, 2)?;
                    self.sides.extend(halves(part, side).map(|half| (half, side)));
                }
            }
        }
        Ok(())
    }

    /// The border where all that lies beyond the side of a part of a cell is outside.
    fn outside_of(&mut self, whole: Cell, part: Cell, side: Direction) -> Result<()> {
        let (from, to) = (self.southern(part), 1 << self.down(part));
        let along_i = matches!(side, Direction::SE | Direction::NW);
        let (mut first, mut end) = if along_i { (from.i, from.i + to) } else { (from.j, from.j + to) };
        if self.border == Border::Inner {
            // The cells beside touch what is outside in a vertex; beyond the cell others look for them.
            let (around, size) = (self.southern(whole), 1 << self.down(whole));
            let low = if along_i { around.i } else { around.j };
            (first, end) = (first.saturating_sub(1).max(low), (end + 1).min(low + size));
        }
        self.reserve((end - first) as usize)?;
        let across = match side {
            Direction::NE => from.i + to - 1,
            Direction::NW => from.j + to - 1,
            Direction::SE => from.j,
            _ => from.i,
        };
        for along in first..end {
            let (i, j) = if along_i { (along, across) } else { (across, along) };
            let inside = FaceIj { face: from.face, i, j };
            let at = if self.border == Border::Inner { Some(inside) } else { inside.neighbor(self.depth.side(), side) };
            self.found.extend(at.map(|at| self.depth.encode(at)));
        }
        Ok(())
    }
}

/// The cell of the same size on the other side of an edge.
fn neighbor(cell: Cell, side: Direction) -> Option<Cell> {
    let found = cell.face_ij().neighbor(cell.depth().side(), side)?;
    Some(Cell::trusted(cell.depth(), cell.depth().encode(found)))
}

/// The two children of a cell along one of its sides.
fn halves(cell: Cell, side: Direction) -> [Cell; 2] {
    let depth = Depth::trusted(cell.depth().get() + 1);
    // Children: S, E, W, N.
    let children = match side {
        Direction::SE => [0, 1],
        Direction::NE => [1, 3],
        Direction::NW => [2, 3],
        _ => [0, 2],
    };
    children.map(|child| Cell::trusted(depth, cell.index() << 2 | child))
}
