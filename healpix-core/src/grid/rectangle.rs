//! Rectangles of cells in a base cell, and their borders, listed in the order of the cells' numbers without sorting.

use alloc::vec::Vec;

use super::face::{BaseCell, FaceIj};
use super::morton;
use super::scheme::Scheme;

/// Cells of a base cell whose coordinates are in two intervals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rectangle {
    pub(crate) face: BaseCell,
    pub(crate) i: Interval,
    pub(crate) j: Interval,
}

impl Rectangle {
    /// The cell in its southern corner.
    pub(crate) const fn south(self) -> FaceIj {
        FaceIj { face: self.face, i: self.i.first, j: self.j.first }
    }

    fn spread(self) -> [Spread; 2] {
        let Self { i, j, .. } = self;
        [
            Spread { first: morton::interleave(i.first, 0), last: morton::interleave(i.last, 0) },
            Spread { first: morton::interleave(0, j.first), last: morton::interleave(0, j.last) },
        ]
    }
}

/// Coordinates from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// The bits of an interval's coordinates at their places in nested numbers.
#[derive(Clone, Copy)]
struct Spread {
    first: u64,
    last: u64,
}

impl Spread {
    /// The part below the coordinate that ends in a one at the place `bit` and zeros, and the part from it on; the places are those of `mask`. One part,
    /// if all coordinates have the same there.
    #[inline]
    fn halves(self, bit: u64, mask: u64) -> [Option<Spread>; 2] {
        if (self.first ^ self.last) & bit == 0 {
            return [Some(self), None];
        }
        let middle = self.last & !(bit - 1);
        [Some(Spread { last: (middle - 1) & mask, ..self }), Some(Spread { first: middle, ..self })]
    }

    fn is_one(self) -> bool {
        self.first == self.last
    }
}

/// Which sides of a rectangle are on the border of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sides {
    /// The first and the last `i`, towards SW and NE.
    i: [bool; 2],
    /// The first and the last `j`, towards SE and NW.
    j: [bool; 2],
}

/// A list of nested numbers of one base cell.
struct Curve<'o> {
    /// The number of its first cell.
    base: u64,
    out: &'o mut Vec<u64>,
}

/// Appends the nested numbers of a rectangle, sorted; `base` is the number of the base cell's first cell.
pub(super) fn nested(base: u64, at: Rectangle, out: &mut Vec<u64>) {
    let [i, j] = at.spread();
    Curve { base, out }.fill(i, j);
}

/// The same for the border of the rectangle.
pub(super) fn nested_border(base: u64, at: Rectangle, out: &mut Vec<u64>) {
    let [i, j] = at.spread();
    Curve { base, out }.border(i, j, Sides { i: [true; 2], j: [true; 2] });
}

impl Curve<'_> {
    /// All cells, by blocks whose side is a power of two: in one of them numbers follow each other.
    fn fill(&mut self, i: Spread, j: Spread) {
        let (first, last) = (i.first | j.first, i.last | j.last);
        if first == last {
            self.out.push(self.base | first);
            return;
        }
        let (bit, below) = level(first ^ last);
        if first & below == 0 && last & below == below {
            self.out.extend(self.base | first..=self.base | last);
            return;
        }
        let halves = i.halves(bit, morton::EVEN);
        for j in j.halves(2 * bit, morton::ODD).into_iter().flatten() {
            for i in halves.into_iter().flatten() {
                self.fill(i, j);
            }
        }
    }

    /// The cells along these sides. Where there is only one side, or the rectangle is one cell wide, these are a row.
    fn border(&mut self, i: Spread, j: Spread, sides: Sides) {
        let is_row = |at: [bool; 2], v: Spread, across: [bool; 2]| {
            (v.is_one() && (at[0] || at[1])) || (at[0] != at[1] && across == [false; 2])
        };
        if sides == (Sides { i: [false; 2], j: [false; 2] }) {
            return;
        }
        if is_row(sides.j, j, sides.i) {
            self.row(if sides.j[0] { j.first } else { j.last }, i, morton::EVEN);
            return;
        }
        if is_row(sides.i, i, sides.j) {
            self.row(if sides.i[0] { i.first } else { i.last }, j, morton::ODD);
            return;
        }
        let (bit, _) = level((i.first ^ i.last) | (j.first ^ j.last));
        let parts = |[low, high]: [Option<Spread>; 2], [first, last]: [bool; 2]| match (low, high) {
            (Some(low), Some(high)) => [Some((low, [first, false])), Some((high, [false, last]))],
            (low, _) => [low.map(|whole| (whole, [first, last])), None],
        };
        let i = parts(i.halves(bit, morton::EVEN), sides.i);
        for (j, at_j) in parts(j.halves(2 * bit, morton::ODD), sides.j).into_iter().flatten() {
            for (i, at_i) in i.into_iter().flatten() {
                self.border(i, j, Sides { i: at_i, j: at_j });
            }
        }
    }

    /// Numbers of which only the bits of `mask` count on.
    fn row(&mut self, fixed: u64, Spread { first, last }: Spread, mask: u64) {
        let mut moving = first;
        loop {
            self.out.push(self.base | fixed | moving);
            if moving == last {
                return;
            }
            moving = moving.wrapping_sub(mask) & mask;
        }
    }
}

/// The place of the highest bit of `i` that is not the same, or that is as high as the one of `j`; and all places up to
/// both. There is such a bit.
fn level(differ: u64) -> (u64, u64) {
    let bit = 1 << (differ.ilog2() & !1);
    (bit, 4 * bit - 1)
}

/// Appends numbers of the ring scheme: ring after ring, on each of which they follow each other eastwards.
pub(super) fn rings(scheme: impl Scheme, at: Rectangle, border: bool, out: &mut Vec<u64>) {
    let Rectangle { face, i, j } = at;
    for sum in (i.first + j.first..=i.last + j.last).rev() {
        // On a ring i + j is the same, and grows towards the north.
        let west = i.first.max(sum.saturating_sub(j.last));
        let east = i.last.min(sum - j.first);
        let number = |i: u32| scheme.encode(FaceIj { face, i, j: sum - i });
        let (first, last) = (number(west), number(east));
        let begin = out.len();
        if border {
            // Only the ends of a ring's piece are on the border.
            out.push(first.min(last));
            if first != last {
                out.push(first.max(last));
            }
        } else if first <= last {
            out.extend(first..=last);
        } else {
            // The ring begins between them.
            out.extend((west..=east).map(number));
            out[begin..].sort_unstable();
        }
    }
}

#[cfg(test)]
#[path = "rectangle_tests.rs"]
mod tests;
