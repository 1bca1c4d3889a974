//! Ranges that grow from sorted cells.

use alloc::vec::Vec;

use super::normal::trim;
use super::range::CellRange;
use crate::error::Result;
use crate::room::reserve;

/// Cells that are joined at once.
const BLOCK: usize = 256;
/// Words of a table that are read at once.
const WORDS: usize = 8;
/// Boundaries that are put for each word, be there so many or less.
const ALWAYS: usize = 4;
/// More places than these words may have boundaries, and one for that of an open range.
const BOUNDARIES: usize = 2 * 64 * WORDS;

/// Ranges of depth 29 that grow from cells of another depth, which come in ascending order.
pub(super) struct Joined {
    ranges: Vec<CellRange>,
    /// How far cells are from those of depth 29, in bits.
    shift: u32,
    /// The range that may still grow, of cells of the depth they come in; empty before the first one.
    open: CellRange,
}

impl Joined {
    pub(super) fn new(shift: u32) -> Self {
        Self { ranges: Vec::new(), shift, open: CellRange { start: 0, end: 0 } }
    }

    /// Adds cells, none of them smaller than one that came before; the same may come again. Which of them follow one
    /// another is as good as random, so there is no branch on it.
    pub(super) fn push_all<T>(&mut self, cells: &[T], number: impl Fn(&T) -> u64) -> Result<()> {
        let mut open = self.open;
        if let (true, Some(first)) = (open.is_empty(), cells.first()) {
            // One that the first cell continues.
            open = CellRange { start: number(first), end: number(first) };
        }
        let mut done = [CellRange { start: 0, end: 0 }; BLOCK];
        for some in cells.chunks(BLOCK) {
            let mut n = 0;
            for cell in some {
                let cell = number(cell);
                let joins = cell <= open.end;
                done[n % BLOCK] = open;
                n += usize::from(!joins);
                open = CellRange { start: if joins { open.start } else { cell }, end: cell + 1 };
            }
            self.add(done.get(..n).unwrap_or(&[]))?;
        }
        self.open = open;
        Ok(())
    }

    /// Adds the cells whose bits are set, the first bit of the first word standing for cell `first`. All cells before
    /// it have come.
    pub(super) fn push_table(&mut self, first: u64, words: &[u64]) -> Result<()> {
        if self.open.end < first {
            self.close()?;
        }
        // Boundaries that are still without another one: the start of an open range.
        let mut boundaries = [0; BOUNDARIES];
        let mut n = 0;
        if !self.open.is_empty() {
            (boundaries[0], n) = (self.open.start, 1);
        }
        let mut inside = n as u64;
        for (some, k) in words.chunks(WORDS).zip(0..) {
            for (word, j) in some.iter().zip(0..) {
                let start = first + 64 * (WORDS as u64 * k + j);
                // A bit for each cell that is not like the one before it.
                let mut changes = word ^ (word << 1 | inside);
                inside = word >> 63;
                // How many there are is as good as random: a few are always put, and the next ones over those that were
                // too many.
                for _ in 0..ALWAYS {
                    boundaries[n % BOUNDARIES] = start + u64::from((changes | 1 << 63).trailing_zeros());
                    n += usize::from(changes != 0);
                    changes &= changes.wrapping_sub(1);
                }
                while changes != 0 {
                    boundaries[n % BOUNDARIES] = start + u64::from(changes.trailing_zeros());
                    n += 1;
                    changes &= changes - 1;
                }
            }
            let pairs = boundaries.get(..n).unwrap_or(&[]).chunks_exact(2);
            let rest = pairs.remainder().first().copied();
            let shift = self.shift;
            reserve(&mut self.ranges, n / 2)?;
            self.ranges.extend(pairs.map(|pair| CellRange { start: pair[0] << shift, end: pair[1] << shift }));
            n %= 2;
            boundaries[0] = rest.unwrap_or(0);
        }
        let end = first + 64 * words.len() as u64;
        self.open = if n == 1 { CellRange { start: boundaries[0], end } } else { CellRange { start: end, end } };
        Ok(())
    }

    /// Adds ranges that are done.
    fn add(&mut self, done: &[CellRange]) -> Result<()> {
        let shift = self.shift;
        reserve(&mut self.ranges, done.len())?;
        let at_depth29 = |range: &CellRange| CellRange { start: range.start << shift, end: range.end << shift };
        self.ranges.extend(done.iter().map(at_depth29));
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let open = self.open;
        self.open.start = open.end;
        if open.is_empty() { Ok(()) } else { self.add(&[open]) }
    }

    pub(super) fn finish(mut self) -> Result<Vec<CellRange>> {
        self.close()?;
        trim(&mut self.ranges);
        Ok(self.ranges)
    }
}
