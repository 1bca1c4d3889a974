//! Uniq numbers to bits, one for each cell of the sky.

use alloc::vec::Vec;

use crate::error::Result;
use crate::grid::Depth;
use crate::moc::{Bits, CellRange};

/// Where cells lie dense, setting bits is quicker than any sorting, and an overlap is a bit that is set already.
pub(super) struct CellBits {
    depth: Depth,
    bits: Bits,
}

impl CellBits {
    /// Whether the bits take no more memory than so many uniq numbers.
    pub(super) fn pay_for(depth: Depth, n_cells: u64) -> bool {
        Bits::n_words(depth) <= n_cells
    }

    /// Ranges of depth 29, made of whole cells.
    pub(super) fn of(depth: Depth, ranges: &[CellRange]) -> Result<Self> {
        let mut bits = Bits::new(depth)?;
        bits.add_ranges(ranges);
        Ok(Self { depth, bits })
    }

    /// Adds cells by their uniq numbers, none of them deeper than the set. The number of the first one that overlaps a
    /// cell before it; then those before it have been added.
    pub(super) fn add_all(&mut self, uniq: &[u64]) -> Option<usize> {
        let mut k = 0;
        while let Some(&number) = uniq.get(k) {
            // Numbers of depth d are 4^(d + 1) and more, less than four times that. Most come in order of their depth.
            let front = 1u64 << (number.max(4).ilog2() & !1);
            let rest = uniq.get(k..).unwrap_or(&[]);
            let run = rest.iter().position(|number| number.wrapping_sub(front) >= 3 * front).unwrap_or(rest.len());
            let run = rest.get(..run.max(1)).unwrap_or(rest);
            let up = 2 * u32::from(self.depth.get()) + 2 - front.ilog2();
            let overlap = if up <= 6 { self.add_small(run, front, up) } else { self.add_large(run, front, up) };
            if let Some(overlap) = overlap {
                return Some(k + overlap);
            }
            k += run.len();
        }
        None
    }

    /// Adds cells of `2^up` bits, at most a word.
    fn add_small(&mut self, run: &[u64], front: u64, up: u32) -> Option<usize> {
        let cell_bits = u64::MAX >> (64 - (1 << up));
        let words = self.bits.words_mut();
        run.iter().position(|number| {
            let place = (number - front) << up;
            let bits = cell_bits << (place % 64);
            let Some(word) = words.get_mut((place / 64) as usize) else { return false };
            let overlaps = *word & bits != 0;
            *word |= bits;
            overlaps
        })
    }

    /// Adds cells of several words.
    fn add_large(&mut self, run: &[u64], front: u64, up: u32) -> Option<usize> {
        let all = self.bits.words_mut();
        run.iter().position(|number| {
            let first = ((number - front) << (up - 6)) as usize;
            let words = all.get_mut(first..first + (1 << (up - 6))).unwrap_or_default();
            let overlaps = words.iter().any(|word| *word != 0);
            words.fill(u64::MAX);
            overlaps
        })
    }

    /// The ranges of depth 29.
    pub(super) fn into_ranges(self) -> Result<Vec<CellRange>> {
        self.bits.into_ranges()
    }
}

#[cfg(test)]
#[path = "cell_bits_tests.rs"]
mod tests;
