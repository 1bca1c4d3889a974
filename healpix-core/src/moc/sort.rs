//! Many cells in any order become sorted ranges.
//!
//! ```text
//! cells ──► one bit per cell where they lie dense
//!       ──► else spread by their leading bits: buckets of a few thousand that fit into the cache
//!           bucket ──► one bit per cell where they lie dense
//!                  ──► else sorted by so many of the bits in which its cells differ that hardly two of them have
//!                      the same, and then by exchanges of neighbours
//!                  ──► much larger than it should be: spread once more
//! ```
//!
//! Of a cell in a bucket only the bits below the leading ones are kept, in 32 bits if they fit.

use alloc::vec::Vec;

use super::joined::Joined;
use super::range::CellRange;
use crate::error::Result;
use crate::grid::Depth;
use crate::progress;
use crate::room::{reserve, reserved};
use crate::sorted::STRETCH;

/// Fewer cells than this are sorted by comparing them.
const FEW: usize = 64;
/// Cells of a bucket, about.
const BUCKET: usize = 2048;
/// Buckets with more cells than this are spread once more.
const LARGE: usize = 1 << 15;
/// The most leading bits that are spread by at once: more streams of writes than this are slow.
const MOST_BITS: u32 = 12;
/// Bits of a digit in a bucket.
const DIGIT: u32 = 9;
/// Values of a digit.
const VALUES: usize = 1 << DIGIT;
/// Largest table of one bit per cell in a bucket, in words: half of a first-level cache.
const MOST_WORDS: u64 = 1 << 11;

/// Sorted, disjoint ranges of depth 29 that do not touch, from cells of a depth `shift` bits above,
/// in any order, which may be there several times.
pub(super) fn ranges_of(cells: &[u64], shift: u32) -> Result<Vec<CellRange>> {
    let mut out = Joined::new(shift);
    let n_cells = Depth::MAX.n_cells() >> shift;
    if cells.is_sorted() {
        for stretch in cells.chunks(STRETCH) {
            out.push_all(stretch, |cell| *cell)?;
            progress::check(stretch.len())?;
        }
        return out.finish();
    }
    #[cfg(feature = "parallel")]
    if let Some(crew) = crate::threads::for_elements(cells.len()) {
        return super::windows::ranges_of(crew, cells, shift);
    }
    let mut table = Vec::new();
    if cells.len() > LARGE {
        spread(cells, 0, n_cells, &mut table, &mut out)?;
    } else {
        let mut copy: Vec<u64> = reserved(cells.len())?;
        copy.extend_from_slice(cells);
        sort(&mut copy, 0, &mut Vec::new(), &mut table, &mut out)?;
    }
    out.finish()
}

/// A cell, or the lower bits of one.
pub(super) trait Bits: Copy + Ord {
    /// The lower bits.
    fn of(cell: u64) -> Self;
    /// As a cell.
    fn wide(self) -> u64;
    /// These bits and those in which two others differ.
    fn or_differing(self, a: Self, b: Self) -> Self;
}

impl Bits for u64 {
    #[inline(always)]
    fn of(cell: u64) -> Self {
        cell
    }

    #[inline(always)]
    fn wide(self) -> u64 {
        self
    }

    #[inline(always)]
    fn or_differing(self, a: Self, b: Self) -> Self {
        self | (a ^ b)
    }
}

impl Bits for u32 {
    #[inline(always)]
    fn of(cell: u64) -> Self {
        cell as u32
    }

    #[inline(always)]
    fn wide(self) -> u64 {
        self.into()
    }

    #[inline(always)]
    fn or_differing(self, a: Self, b: Self) -> Self {
        self | (a ^ b)
    }
}

/// Adds cells, each of them `base` larger than it says, bucket by bucket. They say less than `limit`.
fn spread<B: Bits>(cells: &[B], base: u64, limit: u64, table: &mut Vec<u64>, out: &mut Joined) -> Result<()> {
    let Some(first) = cells.first().copied() else { return Ok(()) };
    let mut bits = 0;
    in_stretches(cells, 1, |stretch| bits |= differing(stretch, first))?;
    let key = Key::spreading(cells, bits, limit);
    spread_within::<B, false>(cells, key, key.is_dense(cells.len()), base, table, out)
}

/// Adds the cells, by bits or bucket by bucket. `SOME`: only those that are in the window of the key; else all are.
pub(super) fn spread_within<B: Bits, const SOME: bool>(
    cells: &[B],
    key: Key,
    by_bits: bool,
    base: u64,
    table: &mut Vec<u64>,
    out: &mut Joined,
) -> Result<()> {
    if by_bits {
        return dense::<B, SOME>(cells, base, key, table, out);
    }
    if key.shift <= u32::BITS {
        spread_by::<B, u32, SOME>(cells, key, base, table, out)
    } else {
        spread_by::<B, u64, SOME>(cells, key, base, table, out)
    }
}

fn spread_by<B: Bits, T: Bits, const SOME: bool>(
    cells: &[B],
    key: Key,
    base: u64,
    table: &mut Vec<u64>,
    out: &mut Joined,
) -> Result<()> {
    let (mut buckets, mut spare) = (Vec::<T>::new(), Vec::new());
    let ends = scatter::<B, T, SOME>(cells, key, &mut buckets)?;
    let mut start = 0;
    for (end, k) in ends.into_iter().zip(0..) {
        let bucket = buckets.get_mut(start..end).unwrap_or_default();
        sort(bucket, base + key.min + (k << key.shift), &mut spare, table, out)?;
        progress::check((end - start) / 4)?;
        start = end;
    }
    Ok(())
}

/// Which bucket a cell belongs to: the leading ones of the bits in which cells differ. All cells are in the window of the
/// buckets, or only some of them.
#[derive(Clone, Copy)]
pub(super) struct Key {
    /// The first cell of the window: at first, the one that has the bits they share.
    pub(super) min: u64,
    pub(super) shift: u32,
    pub(super) buckets: usize,
}

impl Key {
    /// Buckets of the right size for these cells.
    pub(super) fn spreading<B: Bits>(cells: &[B], differing: u64, limit: u64) -> Self {
        let bits = (cells.len() / BUCKET).max(2).ilog2().clamp(1, MOST_BITS);
        Self::of(cells, differing, limit, bits)
    }

    /// At most `2^bits` buckets for these cells, all of them below `limit`, that differ in some bits.
    #[inline]
    fn of<B: Bits>(cells: &[B], differing: u64, limit: u64, bits: u32) -> Self {
        let first = cells.first().map_or(0, |first| first.wide());
        let differing = 64 - differing.leading_zeros();
        let min = first & u64::MAX.checked_shl(differing).unwrap_or(0);
        let last = (min | 1u64.checked_shl(differing).unwrap_or(0).wrapping_sub(1)).min(limit.saturating_sub(1));
        let shift = differing.saturating_sub(bits);
        Self { min, shift, buckets: (last.saturating_sub(min) >> shift) as usize + 1 }
    }

    /// The bucket of a cell; where only some are in the window, the number of buckets for one outside.
    #[inline(always)]
    fn bucket<const SOME: bool>(self, cell: u64) -> usize {
        let bucket = cell.wrapping_sub(self.min) >> self.shift;
        (if SOME { bucket.min(self.buckets as u64) } else { bucket }) as usize
    }

    /// Whether so many cells lie so dense that one bit for each place is quicker than sorting them.
    pub(super) fn is_dense(self, len: usize) -> bool {
        self.words() <= (len / 2) as u64
    }

    /// Words of a table with one bit per cell.
    #[inline]
    fn words(self) -> u64 {
        ((self.buckets as u64) << self.shift).div_ceil(64)
    }
}

/// Does something with all elements, which is so many quarters of the work with them. A watcher hears of many only.
#[inline(always)]
fn in_stretches<T>(all: &[T], quarters: usize, mut work: impl FnMut(&[T])) -> Result<()> {
    for stretch in all.chunks(STRETCH) {
        work(stretch);
        if stretch.len() == STRETCH {
            progress::check(STRETCH / 4 * quarters)?;
        }
    }
    Ok(())
}

/// The bits in which cells differ from a first one. There is no comparison in it, so that it is made for several cells in one
/// instruction.
#[inline]
fn differing<B: Bits>(cells: &[B], first: B) -> u64 {
    cells.iter().fold(B::of(0), |bits, cell| bits.or_differing(*cell, first)).wide()
}

/// Counting sort by bucket: `to` gets the bits of each cell below its bucket. Where each bucket ends.
///
/// Cells outside the window have a bucket too, the last one, with one place in which each is put over the one before.
fn scatter<B: Bits, T: Bits, const SOME: bool>(cells: &[B], key: Key, to: &mut Vec<T>) -> Result<Vec<usize>> {
    let mut ends: Vec<usize> = reserved(key.buckets + 1)?;
    ends.resize(key.buckets + 1, 0);
    in_stretches(cells, 1, |stretch| {
        for cell in stretch {
            ends[key.bucket::<SOME>(cell.wide())] += 1;
        }
    })?;
    sums(&mut ends);
    let inside = ends.last().copied().unwrap_or(0);
    reserve(to, inside + 1)?;
    to.resize(inside + 1, T::of(0));
    let below = (1 << key.shift) - 1;
    in_stretches(cells, 1, |stretch| {
        for cell in stretch {
            let bucket = key.bucket::<SOME>(cell.wide());
            let slot = &mut ends[bucket];
            to[*slot] = T::of(cell.wide().wrapping_sub(key.min) & below);
            *slot += if SOME { usize::from(bucket < key.buckets) } else { 1 };
        }
    })?;
    ends.pop();
    Ok(ends)
}

/// Each count becomes the sum of those before it.
fn sums(counts: &mut [usize]) {
    let mut before = 0;
    for count in counts {
        (*count, before) = (before, before + *count);
    }
}

/// Sorts the cells of a bucket, each of them `base` larger than it says, and adds them.
fn sort<B: Bits>(cells: &mut [B], base: u64, spare: &mut Vec<B>, table: &mut Vec<u64>, out: &mut Joined) -> Result<()> {
    if cells.len() > LARGE {
        return spread(cells, base, u64::MAX, table, out);
    }
    if cells.len() <= FEW {
        cells.sort_unstable();
    } else {
        let first = cells.first().copied().unwrap_or(B::of(0));
        let key = Key::of(cells, differing(cells, first), u64::MAX, 2 * DIGIT);
        if key.words() <= MOST_WORDS.min(cells.len() as u64 / 4) {
            return dense::<B, false>(cells, base, key, table, out);
        }
        spare.clear();
        reserve(spare, cells.len())?;
        spare.resize(cells.len(), B::of(0));
        by_digits(cells, spare, key.shift);
        by_neighbors(cells);
    }
    out.push_all(cells, |cell| base + cell.wide())
}

/// Sorts by two digits, of which the lower one is so far up. Above them all cells have the same bits.
fn by_digits<B: Bits>(cells: &mut [B], spare: &mut [B], shift: u32) {
    let digits = |cell: B| {
        let both = (cell.wide() >> shift) as usize;
        (both % VALUES, (both >> DIGIT) % VALUES)
    };
    let (mut low, mut high) = ([0; VALUES], [0; VALUES]);
    for cell in cells.iter() {
        let (l, h) = digits(*cell);
        low[l] += 1;
        high[h] += 1;
    }
    sums(&mut low);
    sums(&mut high);
    for cell in cells.iter() {
        let slot = &mut low[digits(*cell).0];
        spare[*slot] = *cell;
        *slot += 1;
    }
    for cell in spare.iter() {
        let slot = &mut high[digits(*cell).1];
        cells[*slot] = *cell;
        *slot += 1;
    }
}

/// Sorts cells that nearly are.
fn by_neighbors<B: Bits>(cells: &mut [B]) {
    // Each exchange below mends one pair, but where many are wrong it may need many for each.
    let wrong = cells.windows(2).filter(|pair| pair[1] < pair[0]).count();
    if wrong > cells.len() / 16 {
        cells.sort_unstable();
    } else if wrong > 0 {
        for k in 1..cells.len() {
            let cell = cells[k];
            let mut at = k;
            while at > 0 && cells[at - 1] > cell {
                cells[at] = cells[at - 1];
                at -= 1;
            }
            if at < k {
                cells[at] = cell;
            }
        }
    }
}

/// Adds cells by setting one bit for each. Where only some are in the window, there is one word more for the others.
fn dense<B: Bits, const SOME: bool>(
    cells: &[B],
    base: u64,
    key: Key,
    table: &mut Vec<u64>,
    out: &mut Joined,
) -> Result<()> {
    let words = key.words() as usize;
    table.clear();
    let with_others = words + usize::from(SOME);
    reserve(table, with_others)?;
    table.resize(with_others, 0);
    in_stretches(cells, 2, |stretch| {
        for cell in stretch {
            let place = cell.wide().wrapping_sub(key.min);
            let word = if SOME { (place >> 6).min(words as u64) } else { place >> 6 };
            table[word as usize] |= 1 << (place & 63);
        }
    })?;
    table.truncate(words);
    let mut first = base + key.min;
    for stretch in table.chunks(STRETCH) {
        out.push_table(first, stretch)?;
        first += 64 * STRETCH as u64;
        if stretch.len() == STRETCH {
            progress::check(STRETCH)?;
        }
    }
    Ok(())
}
