//! Reading NUNIQ MOCs: the largest cells as uniq numbers, `4^(depth + 1) + cell`, which sort by depth and then
//! by cell.
//!
//! As soon as there are as many of them as words that have one bit for each cell of the MOC's depth, such bits are
//! set. Until then, a run of ascending cells of one depth is merged with the ranges of all runs before it; a file as
//! the standard wants it has one run for each depth. Nothing is kept but ranges.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::cell_bits::CellBits;
use super::moc_table::MocTable;
use super::source::{Source, broken};
use crate::error::Result;
use crate::io::levels::at_29;
use crate::moc::{CellRange, Moc};
use crate::nested;

/// With more runs than this, cells are in no order at all: those that follow are sorted first.
const MAX_RUNS: usize = 64;

/// Steps for which room is made at once.
const STEPS: usize = 4096;

const EMPTY: CellRange = CellRange { start: 0, end: 0 };

/// Reads the table.
pub(super) fn read(mut moc: MocTable<impl Source>, at_least: u64) -> Result<Moc> {
    let mut runs = Runs::default();
    let (mut uniq, mut unsorted) = (Vec::new(), Vec::new());
    let mut n_read = (at_least / 8).min(moc.table.n_rows);
    while moc.table.advance()? {
        decode(&moc, &mut uniq)?;
        n_read = n_read.max(moc.table.n_rows_read());
        if unsorted.is_empty() && CellBits::pay_for(moc.depth, n_read) {
            runs.end()?;
            return read_dense(moc, &runs.above, uniq);
        }
        let used = runs.add_all(&uniq, MAX_RUNS)?;
        if runs.tail.overlap {
            return Err(moc.table.rows().wrong(used, &overlap(uniq.get(used))));
        }
        crate::room::reserve(&mut unsorted, uniq.len() - used)?;
        unsorted.extend_from_slice(&uniq[used..]);
    }
    unsorted.sort_unstable();
    let used = runs.add_all(&unsorted, usize::MAX)?;
    if runs.tail.overlap {
        return Err(broken(moc.table.offset(), overlap(unsorted.get(used))));
    }
    runs.end()?;
    runs.above.shrink_to_fit();
    Ok(Moc::from_normal_ranges(moc.depth, runs.above))
}

/// Reads the rest of a table whose cells lie dense. The first of them are ranges already, and `uniq` the next.
fn read_dense(mut moc: MocTable<impl Source>, ranges: &[CellRange], mut uniq: Vec<u64>) -> Result<Moc> {
    let mut bits = CellBits::of(moc.depth, ranges)?;
    loop {
        if let Some(k) = bits.add_all(&uniq) {
            return Err(moc.table.rows().wrong(k, &overlap(uniq.get(k))));
        }
        if !moc.table.advance()? {
            return Ok(Moc::from_normal_ranges(moc.depth, bits.into_ranges()?));
        }
        decode(&moc, &mut uniq)?;
    }
}

fn overlap(uniq: Option<&u64>) -> String {
    let uniq = uniq.copied().unwrap_or(0);
    format!("the cell with uniq number {uniq} overlaps another one: in a MOC no cell comes twice or lies in another")
}

/// Puts the uniq numbers of a chunk into `out`.
fn decode(moc: &MocTable<impl Source>, out: &mut Vec<u64>) -> Result<()> {
    let (rows, bias) = (moc.table.rows(), moc.column.bias);
    out.clear();
    crate::room::reserve(out, rows.count)?;
    if moc.column.column.size == 8 {
        let word = |bytes: &[u8]| bytes.try_into().map_or(0, u64::from_be_bytes).wrapping_add(bias);
        out.extend(rows.bytes.chunks_exact(8).map(word));
    } else {
        let word = |bytes: &[u8]| (bytes.try_into().map_or(0, i32::from_be_bytes) as u64).wrapping_add(bias);
        out.extend(rows.bytes.chunks_exact(4).map(word));
    }
    let limit = 16 << (2 * moc.depth.get());
    let bad = |uniq: u64| (uniq < 4) | (uniq >= limit);
    // The limit is a power of two, so the bits of all numbers together are below it if all numbers are; and what is
    // too small would have the highest bit set without 4.
    let (bits, less_4) = out.iter().fold((0, 0), |(bits, less_4), uniq| (bits | uniq, less_4 | uniq.wrapping_sub(4)));
    if bits < limit && less_4 >> 63 == 0 {
        return Ok(());
    }
    let k = out.iter().position(|&uniq| bad(uniq)).unwrap_or(0);
    let (uniq, last, order) = (out[k] as i64, limit - 1, moc.depth.get());
    Err(rows.wrong(k, &format!("{uniq} is no uniq number of a MOC of order {order}: those are 4 to {last}")))
}

/// A good uniq number as cells of depth 29.
#[inline]
fn range_of(uniq: u64) -> CellRange {
    nested::from_uniq(uniq).map_or(EMPTY, |cell| at_29(cell.index(), cell.index() + 1, cell.depth()))
}

/// How many of some good uniq numbers, at least one, are a run: of one depth, and ascending.
fn run_len(uniq: &[u64]) -> usize {
    let ascending = uniq.windows(2).position(|two| two[1] <= two[0]).map_or(uniq.len(), |k| k + 1);
    uniq[..ascending].partition_point(|&number| same_depth(number, uniq[0]))
}

fn same_depth(uniq: u64, other: u64) -> bool {
    uniq.leading_zeros() / 2 == other.leading_zeros() / 2
}

/// Runs of cells that are merged one after the other.
#[derive(Default)]
struct Runs {
    /// The ranges of all runs before this one, and how many of them have been merged with this run.
    above: Vec<CellRange>,
    merged: usize,
    /// The ranges of these and this run, up to `tail`.
    out: Vec<CellRange>,
    tail: Tail,
    /// How many runs there are, and the last cell of this one.
    n_runs: usize,
    previous: Option<u64>,
    /// The cells that are being added, at depth 29. Kept for its memory.
    starts: Vec<u64>,
}

/// The end of ranges that are added in order, each joined with the one before where they touch. Which of
/// them do is as good as random, so there is no branch on it.
#[derive(Clone, Copy)]
struct Tail {
    /// Ranges that are done.
    n: usize,
    /// The range that may still grow; empty before the first one.
    last: CellRange,
    overlap: bool,
}

impl Default for Tail {
    fn default() -> Self {
        Self { n: 0, last: EMPTY, overlap: false }
    }
}

impl Tail {
    #[inline(always)]
    fn add(&mut self, range: CellRange, out: &mut [CellRange]) {
        let joins = range.start == self.last.end;
        self.overlap |= range.start < self.last.end;
        out[self.n] = self.last;
        self.n += usize::from(!joins & (self.last.end > 0));
        self.last = CellRange { start: if joins { self.last.start } else { range.start }, end: range.end };
    }
}

impl Runs {
    /// Adds cells, run by run, until there would be too many runs, or a cell that overlaps another. Says how
    /// many cells were added.
    fn add_all(&mut self, uniq: &[u64], max_runs: usize) -> Result<usize> {
        let mut used = 0;
        while used < uniq.len() {
            let run = &uniq[used..used + run_len(&uniq[used..])];
            let goes_on = self.previous.is_some_and(|previous| previous < run[0] && same_depth(previous, run[0]));
            if !goes_on {
                if self.n_runs >= max_runs {
                    return Ok(used);
                }
                self.end()?;
                self.n_runs += 1;
            }
            self.previous = run.last().copied();
            self.merge(run)?;
            if self.tail.overlap {
                return Ok(used + run.iter().position(|&uniq| self.has_above(uniq)).unwrap_or(0));
            }
            used += run.len();
        }
        Ok(used)
    }

    /// Whether a cell overlaps one of the runs before.
    fn has_above(&self, uniq: u64) -> bool {
        let cell = range_of(uniq);
        let next = self.above.partition_point(|range| range.end <= cell.start);
        self.above.get(next).is_some_and(|range| range.start < cell.end)
    }

    /// Adds cells of this run.
    fn merge(&mut self, run: &[u64]) -> Result<()> {
        let size = run.first().map_or(0, |&uniq| range_of(uniq).len());
        let mut starts = mem::take(&mut self.starts);
        starts.clear();
        crate::room::reserve(&mut starts, run.len())?;
        // The bit in front is the same in all of them.
        let front = run.first().map_or(0, |&uniq| uniq * size - range_of(uniq).start);
        starts.extend(run.iter().map(|&uniq| uniq * size - front));
        let mut left = starts.as_slice();
        while !left.is_empty() {
            // So many times neither of the two can come to its end; without ranges, cells are alone.
            let ranges = self.above.len() - self.merged;
            let steps = if ranges == 0 { left.len() } else { ranges.min(left.len()) }.min(STEPS);
            self.make_room(steps)?;
            let added = if ranges == 0 { self.add_cells(&left[..steps], size) } else { self.step(left, size, steps) };
            left = &left[added..];
        }
        self.starts = starts;
        let next = self.above.get(self.merged);
        self.tail.overlap |= next.is_some_and(|range| range.start < self.tail.last.end);
        Ok(())
    }

    /// Adds cells, with no ranges between them.
    fn add_cells(&mut self, starts: &[u64], size: u64) -> usize {
        let mut tail = self.tail;
        starts.iter().for_each(|&start| tail.add(CellRange { start, end: start + size }, &mut self.out));
        self.tail = tail;
        starts.len()
    }

    /// Adds, so many times, the next cell or the next range, whichever is first. Says how many cells.
    fn step(&mut self, starts: &[u64], size: u64, steps: usize) -> usize {
        let (mut tail, mut j) = (self.tail, 0);
        let (above, out) = (&self.above[self.merged..], self.out.as_mut_slice());
        for step in 0..steps {
            let (range, start) = (above[step - j], starts[j]);
            let take_cell = start <= range.start;
            let (start, end) = if take_cell { (start, start + size) } else { (range.start, range.end) };
            tail.add(CellRange { start, end }, out);
            j += usize::from(take_cell);
        }
        (self.tail, self.merged) = (tail, self.merged + steps - j);
        j
    }

    /// Ends this run: its ranges are now those of runs before.
    fn end(&mut self) -> Result<()> {
        self.make_room(2)?;
        let mut rest = self.above[self.merged..].iter();
        if let Some(&range) = rest.next() {
            self.tail.add(range, &mut self.out);
        }
        self.out[self.tail.n] = self.tail.last;
        self.out.truncate(self.tail.n + usize::from(self.tail.last.end > 0));
        crate::room::reserve(&mut self.out, rest.len())?;
        self.out.extend_from_slice(rest.as_slice());
        mem::swap(&mut self.above, &mut self.out);
        (self.merged, self.tail, self.previous) = (0, Tail::default(), None);
        Ok(())
    }

    /// Room for `steps` more ranges in `out`.
    fn make_room(&mut self, steps: usize) -> Result<()> {
        let len = self.tail.n + steps + 1;
        if self.out.len() < len {
            let more = len - self.out.len();
            crate::room::reserve(&mut self.out, more)?;
            self.out.resize(len, EMPTY);
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "nuniq_tests.rs"]
mod tests;
