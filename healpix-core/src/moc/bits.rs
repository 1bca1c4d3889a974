//! A set of cells of one depth, one bit for each cell of the sky.

use alloc::vec::Vec;

#[cfg(feature = "fits")]
use super::joined::Joined;
use super::range::CellRange;
use super::set::shift_of;
use crate::error::Result;
use crate::grid::Depth;
use crate::room::reserved;

/// The quickest of all sets where its cells lie dense.
pub(crate) struct Bits {
    /// How far its cells are from those of depth 29, in bits.
    shift: u32,
    words: Vec<u64>,
}

impl Bits {
    /// How many words the sets of a depth have.
    pub(crate) fn n_words(depth: Depth) -> u64 {
        depth.n_cells().div_ceil(64)
    }

    /// No cells.
    pub(crate) fn new(depth: Depth) -> Result<Self> {
        let n = Self::n_words(depth) as usize;
        let mut words = reserved(n)?;
        words.resize(n, 0);
        Ok(Self { shift: shift_of(depth), words })
    }

    /// Its words; the first bit of the first one is that of cell 0.
    #[cfg(feature = "fits")]
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Adds ranges of depth 29 that are made of whole cells.
    pub(crate) fn add_ranges(&mut self, ranges: &[CellRange]) {
        for range in ranges {
            let (start, end) = (range.start >> self.shift, range.end >> self.shift);
            let (first, last) = ((start / 64) as usize, (end / 64) as usize);
            let (behind_start, before_end) = (u64::MAX << (start % 64), (1 << (end % 64)) - 1);
            match self.words.get_mut(first..) {
                Some([word, ..]) if first == last => *word |= behind_start & before_end,
                Some([word, rest @ ..]) => {
                    *word |= behind_start;
                    let (whole, rest) = rest.split_at_mut((last - first - 1).min(rest.len()));
                    whole.fill(u64::MAX);
                    if let Some(word) = rest.first_mut() {
                        *word |= before_end;
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a cell of depth 29 is in it; one that does not exist is not.
    #[inline(always)]
    pub(super) fn has(&self, cell: u64) -> bool {
        let place = cell >> self.shift;
        let word = self.words.get((place / 64) as usize).copied().unwrap_or(0);
        word >> (place % 64) & 1 != 0
    }

    /// The ranges of depth 29.
    #[cfg(feature = "fits")]
    pub(crate) fn into_ranges(self) -> Result<Vec<CellRange>> {
        let mut ranges = Joined::new(self.shift);
        ranges.push_table(0, &self.words)?;
        ranges.finish()
    }
}
