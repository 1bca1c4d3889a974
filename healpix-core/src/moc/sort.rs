//! Many cells in any order become sorted ranges.
//!
//! ```text
//! cells ──► one bit per cell where they lie dense
//!       ──► else scattered by their leading bits: buckets of a few thousand that fit into the cache
//!           bucket ──► one bit per cell where they lie dense, else scattered once more and sorted
//! ```

use alloc::vec::Vec;

use super::normal::trim;
use super::range::CellRange;
use crate::error::Result;
use crate::room::{reserve, reserved};

/// Fewer cells than this are sorted by comparing them.
const FEW: usize = 256;
/// The most leading bits that are scattered by at once: more streams of writes than this are slow.
const MOST_BITS: u32 = 11;
/// Largest table of one bit per cell, in words: half of a first-level cache.
const MOST_WORDS: usize = 1 << 11;

/// Sorted, disjoint ranges of depth 29 that do not touch, from cells of a depth `shift` bits above,
/// in any order, which may be there several times.
pub(super) fn ranges_of(cells: &[u64], shift: u32) -> Result<Vec<CellRange>> {
    let mut out = Joined { ranges: Vec::new(), shift, open: CellRange { start: 0, end: 0 } };
    if cells.is_sorted() {
        out.push_all(cells)?;
        return out.finish();
    }
    if cells.len() <= FEW {
        let mut copy: Vec<u64> = reserved(cells.len())?;
        copy.extend_from_slice(cells);
        copy.sort_unstable();
        out.push_all(&copy)?;
        return out.finish();
    }
    let mut sorter = Sorter::default();
    // Buckets of about 4,096 cells.
    let bits = (cells.len() / 4096).max(2).ilog2().clamp(1, MOST_BITS);
    let key = Key::of(cells, bits);
    if key.words() <= (cells.len() / 2) as u64 {
        sorter.dense(cells, key, &mut out)?;
        return out.finish();
    }
    let mut buckets = Vec::new();
    let mut ends = Vec::new();
    scatter(cells, key, &mut buckets, &mut ends)?;
    let mut start = 0;
    for end in ends {
        let end = end as usize;
        sorter.bucket(&mut buckets[start..end], &mut out)?;
        start = end;
    }
    out.finish()
}

/// Which bucket a cell belongs to: its leading bits, counted from the smallest cell.
#[derive(Clone, Copy)]
struct Key {
    min: u64,
    shift: u32,
    buckets: usize,
}

impl Key {
    /// At most `2^bits` buckets for these cells.
    #[inline]
    fn of(cells: &[u64], bits: u32) -> Self {
        let (min, max) = cells.iter().fold((u64::MAX, 0), |(min, max), c| (min.min(*c), max.max(*c)));
        Self::between(min.min(max), max, bits)
    }

    #[inline]
    fn between(min: u64, max: u64, bits: u32) -> Self {
        let span = max - min;
        let shift = (64 - span.leading_zeros()).saturating_sub(bits);
        Self { min, shift, buckets: (span >> shift) as usize + 1 }
    }

    /// Words of a table with one bit per cell.
    #[inline]
    fn words(self) -> u64 {
        ((self.buckets as u64) << self.shift).div_ceil(64)
    }

    #[inline(always)]
    fn bucket(self, cell: u64) -> usize {
        ((cell - self.min) >> self.shift) as usize
    }
}

/// Counting sort by bucket: `to` gets the cells, `ends` where each bucket ends in it.
fn scatter(cells: &[u64], key: Key, to: &mut Vec<u64>, ends: &mut Vec<u64>) -> Result<()> {
    ends.clear();
    reserve(ends, key.buckets)?;
    ends.resize(key.buckets, 0);
    for cell in cells {
        ends[key.bucket(*cell)] += 1;
    }
    let mut before = 0;
    for end in ends.iter_mut() {
        (*end, before) = (before, before + *end);
    }
    to.clear();
    reserve(to, cells.len())?;
    to.resize(cells.len(), 0);
    for cell in cells {
        let slot = &mut ends[key.bucket(*cell)];
        to[*slot as usize] = *cell;
        *slot += 1;
    }
    Ok(())
}

/// Sorts buckets, with lists that are used again for each.
#[derive(Default)]
struct Sorter {
    words: Vec<u64>,
    scattered: Vec<u64>,
    ends: Vec<u64>,
}

impl Sorter {
    fn bucket(&mut self, cells: &mut [u64], out: &mut Joined) -> Result<()> {
        if cells.len() <= FEW / 4 {
            cells.sort_unstable();
            out.push_all(cells)?;
            return Ok(());
        }
        // Small buckets within this one, of about eight cells.
        let key = Key::of(cells, (cells.len() / 8).ilog2().min(MOST_BITS));
        if key.words() <= (cells.len() / 4).min(MOST_WORDS) as u64 {
            return self.dense(cells, key, out);
        }
        scatter(cells, key, &mut self.scattered, &mut self.ends)?;
        let mut start = 0;
        for end in &self.ends {
            let end = *end as usize;
            let few = &mut self.scattered[start..end];
            few.sort_unstable();
            out.push_all(few)?;
            start = end;
        }
        Ok(())
    }

    /// Sorts by setting one bit per cell.
    fn dense(&mut self, cells: &[u64], key: Key, out: &mut Joined) -> Result<()> {
        let (min, words) = (key.min, key.words() as usize);
        self.words.clear();
        reserve(&mut self.words, words)?;
        self.words.resize(words, 0);
        for cell in cells {
            let place = cell - min;
            self.words[(place >> 6) as usize] |= 1 << (place & 63);
        }
        for (k, word) in self.words.iter().enumerate() {
            out.push_bits(min + 64 * k as u64, *word)?;
        }
        Ok(())
    }
}

/// Ranges that grow from sorted cells.
struct Joined {
    ranges: Vec<CellRange>,
    shift: u32,
    open: CellRange,
}

impl Joined {
    /// Cells `start..end`, which begin where the last ones ended or after.
    #[inline(always)]
    fn push(&mut self, start: u64, end: u64) -> Result<()> {
        if start > self.open.end {
            self.close()?;
            self.open.start = start;
        }
        self.open.end = end;
        Ok(())
    }

    #[inline(always)]
    fn close(&mut self) -> Result<()> {
        if !self.open.is_empty() {
            if self.ranges.len() == self.ranges.capacity() {
                reserve(&mut self.ranges, 1)?;
            }
            self.ranges.push(CellRange { start: self.open.start << self.shift, end: self.open.end << self.shift });
        }
        Ok(())
    }

    /// Sorted cells.
    #[inline]
    fn push_all(&mut self, cells: &[u64]) -> Result<()> {
        cells.iter().try_for_each(|cell| self.push(*cell, cell + 1))
    }

    /// The cells whose bits are set, the lowest one standing for cell `first`.
    #[inline]
    fn push_bits(&mut self, first: u64, mut bits: u64) -> Result<()> {
        while bits != 0 {
            let low = bits.trailing_zeros();
            let run = (bits >> low).trailing_ones();
            self.push(first + u64::from(low), first + u64::from(low + run))?;
            // Behind a run up to the last bit there is nothing.
            bits &= u64::MAX.checked_shl(low + run).unwrap_or(0);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<CellRange>> {
        self.close()?;
        trim(&mut self.ranges);
        Ok(self.ranges)
    }
}
