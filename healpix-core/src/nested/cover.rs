//! The few cells around a disc, where searches and walks begin.

use super::points::neighbors;
use crate::grid::{Cell, Depth, covered_radius, morton};

/// At most twelve cells of one depth that together cover a disc.
pub(crate) struct Cover {
    cells: [Cell; 12],
    len: usize,
}

impl Cover {
    /// Cells, none deeper than `deepest`, that cover the disc around a position in cell `key` of depth 29, radius in
    /// radians; sorted.
    ///
    /// Along a side of a cell, coordinates change by at most 1 per [`covered_radius`] of distance. So
    /// a disc stays in a square of coordinates; where that square is in one base cell, the cells it
    /// touches are found by shifts. Over the border of a base cell it is the home cell and all its
    /// neighbours.
    pub(crate) fn of_disc(key: u64, radius: f64, deepest: Depth) -> Self {
        let Some(half) = half_side(radius) else { return Self::base_cells() };
        // Cells at least half as wide as the square: it touches up to three in a row.
        let shift = half.next_power_of_two().trailing_zeros().max(u32::from(29 - deepest.get()));
        if shift > 29 {
            return Self::base_cells();
        }
        let depth = Depth::trusted(29 - shift as u8);
        match Square::around(key, half) {
            Some(square) => Self::of_square(depth, shift, square),
            None => Self::around_cell(Cell::trusted(depth, key >> (2 * shift))),
        }
    }

    fn of_square(depth: Depth, shift: u32, square: Square) -> Self {
        let mut cover = Self::empty();
        let base = square.face << (2 * depth.get());
        for j in square.j.0 >> shift..=square.j.1 >> shift {
            for i in square.i.0 >> shift..=square.i.1 >> shift {
                cover.add(Cell::trusted(depth, base | morton::interleave(i, j)));
            }
        }
        cover.sorted()
    }

    fn around_cell(home: Cell) -> Self {
        let mut cover = Self::empty();
        cover.add(home);
        for cell in neighbors(home).into_iter().flatten() {
            cover.add(cell);
        }
        cover.sorted()
    }

    pub(crate) fn base_cells() -> Self {
        let mut cover = Self::empty();
        (0..12).for_each(|face| cover.add(Cell::trusted(Depth::ZERO, face)));
        cover
    }

    fn empty() -> Self {
        Self { cells: [Cell::trusted(Depth::ZERO, 0); 12], len: 0 }
    }

    fn sorted(mut self) -> Self {
        self.cells[..self.len].sort_unstable();
        self
    }

    fn add(&mut self, cell: Cell) {
        self.cells[self.len] = cell;
        self.len += 1;
    }

    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells[..self.len]
    }
}

/// Half the side of the square around a disc, in cells of depth 29; none where no such square is
/// of use.
#[inline]
pub(crate) fn half_side(radius: f64) -> Option<u32> {
    let cells = radius / covered_radius(Depth::MAX);
    // One cell for the position's place in its own, one for rounding up.
    (cells < 536870910.0).then(|| cells as u32 + 2)
}

/// Coordinates at depth 29 in a base cell, from first to last.
#[derive(Clone, Copy)]
struct Square {
    face: u64,
    i: (u32, u32),
    j: (u32, u32),
}

impl Square {
    /// The square around a cell, where it is in one base cell.
    #[inline]
    fn around(key: u64, half: u32) -> Option<Self> {
        let (i, j) = morton::deinterleave(key & ((1 << 58) - 1));
        let inside = |v: u32| v >= half && v + half < 1 << 29;
        let side = |v: u32| (v - half, v + half);
        (inside(i) && inside(j)).then(|| Self { face: key >> 58, i: side(i), j: side(j) })
    }
}

/// Whether a disc with this [`half_side`] stays in the cell of its centre that is `shift` levels above
/// depth 29.
#[inline]
pub(crate) fn stays_home(key: u64, half: u32, shift: u32) -> bool {
    let (i, j) = morton::deinterleave(key & ((1 << 58) - 1));
    let mask = (1u32 << shift) - 1;
    let inside = |v: u32| (v & mask) >= half && (v & mask) + half <= mask;
    inside(i) && inside(j)
}
