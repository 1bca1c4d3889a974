//! The sky as a small picture: which parts of it a set covers.

use alloc::vec::Vec;

use super::range::CellRange;
use super::set::{Moc, shift_of};
use crate::error::Result;
use crate::grid::Depth;
use crate::room::reserved;

/// Parts of the sky for each range: with these, about one in ten has a border in it.
const PARTS_PER_RANGE: usize = 16;
/// Parts of a word, two bits each.
const PARTS: u64 = 32;

/// What a set has of a part of the sky.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing.
    Empty,
    /// All of it.
    Full,
    /// Something: its ranges tell.
    Mixed,
}

/// Two bits for each of many equal parts of the sky: the first where the set has all of it, the second
/// where it has some. Small enough to stay in the cache when the ranges do not, so most of many
/// questions never touch these.
pub(super) struct Mask {
    /// Bits of a cell of depth 29 below a part.
    shift: u32,
    words: Vec<u64>,
}

impl Mask {
    /// A mask of a size that pays for about this many questions.
    pub(super) fn new(moc: &Moc, questions: usize) -> Result<Self> {
        let sky = Depth::MAX.n_cells();
        let parts = (PARTS_PER_RANGE * moc.ranges().len()).min(8 * questions).max(1);
        // No part need be smaller than the cells of the set.
        let shift = (sky / parts as u64).ilog2().max(shift_of(moc.depth()));
        let words = (sky >> shift).div_ceil(PARTS) as usize + 1;
        let mut mask = Self { shift, words: reserved(words)? };
        mask.words.resize(words, 0);
        moc.ranges().iter().for_each(|range| mask.add(*range));
        Ok(mask)
    }

    fn add(&mut self, range: CellRange) {
        let below = (1 << self.shift) - 1;
        let (first, end) = ((range.start + below) >> self.shift, range.end >> self.shift);
        if first < end {
            self.fill(first, end);
        }
        if range.start & below != 0 {
            self.mix(range.start >> self.shift);
        }
        if range.end & below != 0 {
            self.mix(end);
        }
    }

    fn mix(&mut self, part: u64) {
        if let Some(word) = self.words.get_mut((part / PARTS) as usize) {
            *word |= 2 << (2 * (part % PARTS));
        }
    }

    /// Marks the parts `first..end` as full.
    fn fill(&mut self, first: u64, end: u64) {
        const FULL: u64 = 0x5555_5555_5555_5555;
        let (from, to) = ((first / PARTS) as usize, (end / PARTS) as usize);
        let after_first = FULL << (2 * (first % PARTS));
        let before_end = FULL & ((1 << (2 * (end % PARTS))) - 1);
        match self.words.get_mut(from..=to) {
            Some([word]) => *word |= after_first & before_end,
            Some([head, middle @ .., tail]) => {
                *head |= after_first;
                middle.fill(FULL);
                *tail |= before_end;
            }
            _ => {}
        }
    }

    /// What the set has of the part around a cell of depth 29; nothing around one that does not exist.
    #[inline(always)]
    pub(super) fn part(&self, cell: u64) -> Part {
        let part = cell >> self.shift;
        let word = self.words.get((part / PARTS) as usize).copied().unwrap_or(0);
        match (word >> (2 * (part % PARTS))) & 3 {
            0 => Part::Empty,
            1 => Part::Full,
            _ => Part::Mixed,
        }
    }
}
