//! Where the cells begin in the sorted array.

use alloc::vec::Vec;
use core::ops::Range;

use crate::error::Result;
use crate::grid::{Cell, Depth};
use crate::room::reserve;

/// Levels between a depth and the depth of the keys, in bits.
#[inline(always)]
pub(super) fn key_shift(depth: Depth) -> u32 {
    2 * u32::from(Depth::MAX.get() - depth.get())
}

/// The first slot of each cell of one depth, so that a range is found without a search over the
/// whole array. The depth has a cell for every two to eight rows; where rows crowd in few of these
/// cells, a binary search within one cell does the rest.
#[derive(Clone, Default)]
pub(super) struct Directory {
    /// Key bits below the directory's depth.
    shift: u32,
    /// First slot of each cell, and the number of slots; empty for a small index.
    starts: Vec<u32>,
}

impl Directory {
    /// A directory with room for an array of `len` keys, not filled yet.
    pub(super) fn with_room(len: usize) -> Result<Self> {
        let fits = |depth: &Depth| depth.n_cells() <= (len / 2) as u64;
        let deepest = (0..=Depth::MAX.get()).map(Depth::trusted).take_while(fits).last();
        let mut directory = Self::default();
        if let Some(depth) = deepest {
            directory.shift = key_shift(depth);
            reserve(&mut directory.starts, depth.n_cells() as usize + 1)?;
        }
        Ok(directory)
    }

    /// Fills it from the sorted keys it has room for. Asks for no memory.
    pub(super) fn fill(&mut self, keys: &[u64]) {
        self.starts.clear();
        if self.starts.capacity() == 0 {
            return;
        }
        let cells = (Depth::MAX.n_cells() >> self.shift) as usize;
        for (slot, key) in keys.iter().enumerate() {
            let cell = (key >> self.shift) as usize;
            while self.starts.len() <= cell {
                self.starts.push(slot as u32);
            }
        }
        self.starts.resize(cells + 1, keys.len() as u32);
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The first slot with a key not below `key`.
    #[inline]
    pub(super) fn lower_bound(&self, keys: &[u64], key: u64) -> usize {
        let within = self.bucket(keys, key);
        within.start + partition(&keys[within], key)
    }

    /// The slots of the directory's cell that a key is in; all slots where there is no directory.
    #[inline]
    fn bucket(&self, keys: &[u64], key: u64) -> Range<usize> {
        if self.starts.is_empty() {
            return 0..keys.len();
        }
        let bucket = (key >> self.shift) as usize;
        let start = |bucket: usize| self.starts.get(bucket).map_or(keys.len(), |slot| *slot as usize);
        start(bucket)..start(bucket + 1)
    }

    /// The slots of a cell.
    #[inline]
    pub(super) fn slots(&self, keys: &[u64], cell: Cell) -> Range<usize> {
        let shift = key_shift(cell.depth());
        let (first, last) = (cell.index() << shift, (cell.index() + 1) << shift);
        if let (Some(start), Some(end)) = (self.known_start(shift, first), self.known_start(shift, last)) {
            return start..end;
        }
        // A cell deeper than the directory's lies in one of its cells.
        let within = self.bucket(keys, first);
        let inner = &keys[within.clone()];
        if inner.len() <= SHORT {
            let below = |key: u64| inner.iter().map(|k| usize::from(*k < key)).sum::<usize>();
            return within.start + below(first)..within.start + below(last);
        }
        let start = within.start + partition(inner, first);
        start..gallop(&keys[..within.end], start, last)
    }

    /// The slot behind a cell whose first slot is known.
    #[inline]
    pub(super) fn end(&self, keys: &[u64], cell: Cell, start: usize) -> usize {
        let shift = key_shift(cell.depth());
        let last = (cell.index() + 1) << shift;
        self.known_start(shift, last).unwrap_or_else(|| gallop(keys, start, last))
    }

    /// The first slot of a key that begins a cell of a depth the directory has.
    #[inline(always)]
    fn known_start(&self, shift: u32, key: u64) -> Option<usize> {
        if shift < self.shift {
            return None;
        }
        self.starts.get((key >> self.shift) as usize).map(|slot| *slot as usize)
    }
}

/// Up to here keys are counted through, without a branch to mispredict.
const SHORT: usize = 16;

/// The first place with a key not below `key`.
#[inline]
fn partition(keys: &[u64], key: u64) -> usize {
    if keys.len() <= SHORT {
        return keys.iter().map(|k| usize::from(*k < key)).sum();
    }
    keys.partition_point(|k| *k < key)
}

/// The first slot from `start` on with a key not below `key`, in steps that double: quick where it is
/// near, logarithmic where it is far.
#[inline]
pub(super) fn gallop(keys: &[u64], start: usize, key: u64) -> usize {
    let rest = keys.get(start..).unwrap_or(&[]);
    let mut step = 4;
    let mut before = 0;
    while let Some(k) = rest.get(step) {
        if *k >= key {
            break;
        }
        before = step + 1;
        step *= 2;
    }
    let after = (step + 1).min(rest.len());
    start + before + partition(&rest[before..after], key)
}
