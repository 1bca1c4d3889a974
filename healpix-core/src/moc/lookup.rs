//! Answers to many questions about a MOC.

use alloc::boxed::Box;
use core::ops::Range;

use super::bits::Bits;
use super::finder::Finder;
use super::mask::{Mask, Part};
use super::set::Moc;
use crate::error::{Error, Result};
use crate::progress;

/// Elements whose cells are computed before they are looked up.
const BLOCK: usize = 512;
/// Elements that one of several threads takes at a time.
#[cfg(feature = "parallel")]
const STRETCH: usize = 32 * BLOCK;

/// What puts the cells of some elements, as those of depth 29, in their places: beyond the last cell for what is none.
pub(super) trait Ask: Fn(Range<usize>, &mut [u64]) -> Result<()> + Sync {}

impl<F: Fn(Range<usize>, &mut [u64]) -> Result<()> + Sync> Ask for F {}

/// What answers many questions about cells that are as deep as a MOC, or deeper.
pub(super) enum Lookup<'a> {
    /// All of its cells, where these are not many for so many questions.
    Cells(Bits),
    Ranges(Mask, Finder<'a>),
    /// All of its ranges, where to look at each of them once costs more than the searches for so few questions.
    Few(Finder<'a>),
}

/// Questions that are always few.
const FEW: usize = 4;
/// Ranges that can be looked at in the time of a search among all of them.
const RANGES_PER_QUESTION: usize = 16;
/// Cells of a MOC, be they in it or not, that cost less than a question.
const CELLS_PER_QUESTION: u64 = 16;

impl<'a> Lookup<'a> {
    pub(super) fn new(moc: &'a Moc, questions: usize) -> Result<Self> {
        if questions <= FEW.max(moc.ranges().len() / RANGES_PER_QUESTION) {
            return Ok(Self::Few(Finder::new(moc.ranges(), questions)?));
        }
        if moc.depth().n_cells() > CELLS_PER_QUESTION.saturating_mul(questions as u64) {
            return Ok(Self::Ranges(Mask::new(moc, questions)?, Finder::new(moc.ranges(), questions)?));
        }
        let mut bits = Bits::new(moc.depth())?;
        bits.add_ranges(moc.ranges());
        Ok(Self::Cells(bits))
    }

    /// Which cells of depth 29, at most a block of them, are inside.
    #[inline]
    fn contains(&self, cells: &[u64], inside: &mut [bool]) {
        let (mask, finder) = match self {
            Self::Cells(bits) => {
                return inside.iter_mut().zip(cells).for_each(|(inside, cell)| *inside = bits.has(*cell));
            }
            Self::Few(finder) => {
                return inside.iter_mut().zip(cells).for_each(|(inside, cell)| *inside = finder.contains(*cell));
            }
            Self::Ranges(mask, finder) => (mask, finder),
        };
        // First what the mask knows, without a branch; then the rest.
        let mut open = [0; BLOCK];
        let mut n = 0;
        for (k, (cell, inside)) in cells.iter().zip(inside.iter_mut()).enumerate() {
            let part = mask.part(*cell);
            *inside = part == Part::Full;
            open[n % BLOCK] = k as u16;
            n += usize::from(part == Part::Mixed);
        }
        for k in open.iter().take(n) {
            if let (Some(cell), Some(inside)) = (cells.get(usize::from(*k)), inside.get_mut(usize::from(*k))) {
                *inside = finder.contains(*cell);
            }
        }
    }

    /// Which elements are inside.
    pub(super) fn answer(&self, inside: &mut [bool], ask: &impl Ask) -> Result<()> {
        let len = inside.len();
        progress::task(Some(len as u64), || {
            let mut all = Bad::default();
            #[cfg(feature = "parallel")]
            if let Some(crew) = crate::threads::for_elements(len) {
                let stretches = inside.chunks_mut(STRETCH).enumerate().collect();
                let each = |(k, inside): (usize, &mut [bool])| self.stretch(k * STRETCH, inside, ask);
                crew.on_slices().each(stretches, each)?.into_iter().for_each(|bad| all.add(bad));
                return all.result(len);
            }
            for (k, inside) in inside.chunks_mut(progress::SLICE).enumerate() {
                all.add(self.stretch(k * progress::SLICE, inside, ask)?);
            }
            all.result(len)
        })
    }

    /// Elements from number `first` on, and whether to go on behind them.
    fn stretch(&self, first: usize, inside: &mut [bool], ask: &impl Ask) -> Result<Bad> {
        let n = inside.len();
        let bad = self.blocks(first, inside, ask)?;
        progress::check(n)?;
        Ok(bad)
    }

    fn blocks(&self, first: usize, inside: &mut [bool], ask: &impl Ask) -> Result<Bad> {
        let mut bad = Bad::default();
        let mut cells = [0; BLOCK];
        for (k, inside) in inside.chunks_mut(BLOCK).enumerate() {
            let first = first + k * BLOCK;
            let cells = &mut cells[..inside.len()];
            match ask(first..first + inside.len(), cells) {
                Ok(()) => {}
                Err(Error::Elements { index, count, first: error, .. }) => {
                    bad.add(Bad { first: Some((first + index, error)), total: count });
                }
                Err(error) => return Err(error),
            }
            self.contains(cells, inside);
        }
        Ok(bad)
    }
}

/// Bad elements.
#[derive(Default)]
struct Bad {
    first: Option<(usize, Box<Error>)>,
    total: usize,
}

impl Bad {
    /// Adds those of later elements.
    fn add(&mut self, later: Bad) {
        self.first = self.first.take().or(later.first);
        self.total += later.total;
    }

    fn result(self, len: usize) -> Result<()> {
        match self.first {
            None => Ok(()),
            Some((index, first)) => Err(Error::Elements { index, count: self.total, len, first }),
        }
    }
}
