//! The loop under union, intersection and difference.
//!
//! All three are what two sets or their complements have in common: `a | b` is `!(!a & !b)`, `a - b`
//! is `a & !b`. A complement is the gaps between ranges, so nothing needs to be computed for it.
//!
//! A step compares one range of each set and passes the one that ends first. It has no branch to
//! mispredict, but each step waits for the one before. Therefore the sets are cut into stretches,
//! and several of them, the lanes, go side by side. Where one set has nothing for a while, or one
//! range over many of the other, the stretch is skipped or copied.

use alloc::vec::Vec;

use super::normal::trim;
use super::range::CellRange;
use crate::error::Result;
use crate::grid::Depth;
use crate::room::{reserve, reserved};

/// Ranges of each set in a stretch.
const STRETCH: usize = 128;
/// Slots for their starts and ends.
const SLOTS: usize = 2 * STRETCH;
/// Lanes side by side.
const LANES: usize = 2;
/// Ranges of both sets up to which lanes are not worth their setup.
const FEW: usize = 64;
/// From this many ranges on copying a stretch is worth an end to the lanes.
const COPIED: usize = 32;

/// A set, or its complement.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    ranges: &'a [CellRange],
    inverse: bool,
}

/// What two views have in common.
pub(super) fn common(a: View<'_>, b: View<'_>) -> Result<Vec<CellRange>> {
    let mut out = Writer::new(a, b, false)?;
    out.fill(a, b)?;
    out.finish()
}

/// What is in either of two views.
pub(super) fn either(a: View<'_>, b: View<'_>) -> Result<Vec<CellRange>> {
    let mut out = Writer::new(a, b, true)?;
    out.fill(a.inverted(), b.inverted())?;
    out.finish()
}

impl<'a> View<'a> {
    /// The set of these ranges, which are sorted, disjoint and do not touch.
    #[inline]
    pub(super) fn of(ranges: &'a [CellRange]) -> Self {
        Self { ranges, inverse: false }
    }

    /// The complement.
    #[inline]
    pub(super) fn inverted(self) -> Self {
        Self { ranges: self.ranges, inverse: !self.inverse }
    }

    #[inline(always)]
    fn len(self) -> usize {
        self.ranges.len() + usize::from(self.inverse)
    }

    /// A range of the view; one beyond all where there are no more. The first and the last gap of a
    /// complement may be empty.
    #[inline(always)]
    fn get(self, k: usize) -> CellRange {
        let range = self.ranges.get(k).copied();
        if !self.inverse {
            return range.unwrap_or(CellRange { start: u64::MAX, end: u64::MAX });
        }
        let before = k.checked_sub(1).map_or(Some(0), |k| self.ranges.get(k).map(|range| range.end));
        let after = range.map_or(Depth::MAX.n_cells(), |range| range.start);
        before.map_or(CellRange { start: u64::MAX, end: u64::MAX }, |start| CellRange { start, end: after })
    }

    /// The first of the ranges `from..end` for which something does not hold, which holds for those
    /// before it; `end` where it holds for all.
    #[inline]
    fn partition(self, from: usize, end: usize, holds: impl Fn(CellRange) -> bool) -> usize {
        let (mut low, mut high) = (from, end);
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The same up to the end of the view, in steps that double.
    fn gallop(self, from: usize, holds: impl Fn(CellRange) -> bool) -> usize {
        let (mut known, mut step) = (from, STRETCH);
        loop {
            let next = (known + step).min(self.len());
            if next == self.len() || !holds(self.get(next)) {
                return self.partition(known, next, holds);
            }
            (known, step) = (next, 2 * step);
        }
    }

    /// Copies the ranges `from..end` to the front of the slots, start and end in turn.
    #[inline]
    fn load(self, from: usize, end: usize, slots: &mut [u64; SLOTS]) {
        let pairs = slots.chunks_exact_mut(2);
        if self.inverse && from > 0 && end <= self.ranges.len() {
            let ranges = self.ranges.get(from - 1..end).unwrap_or(&[]);
            pairs.zip(ranges.windows(2)).for_each(|(pair, gap)| (pair[0], pair[1]) = (gap[0].end, gap[1].start));
        } else if self.inverse {
            let gaps = (from..end).map(|k| self.get(k));
            pairs.zip(gaps).for_each(|(pair, gap)| (pair[0], pair[1]) = (gap.start, gap.end));
        } else {
            let ranges = self.ranges.get(from..end).unwrap_or(&[]);
            pairs.zip(ranges).for_each(|(pair, range)| (pair[0], pair[1]) = (range.start, range.end));
        }
    }
}

/// The answer as it grows.
struct Writer {
    ranges: Vec<CellRange>,
    /// Whether what is added are the gaps of the answer.
    gaps: bool,
    /// Where the last gap ended.
    open: u64,
}

impl Writer {
    /// Room for as many ranges as the larger set has, which mostly is enough.
    fn new(a: View<'_>, b: View<'_>, gaps: bool) -> Result<Self> {
        Ok(Self { ranges: reserved(a.len() + b.len())?, gaps, open: 0 })
    }

    #[inline]
    fn push(&mut self, range: CellRange) {
        if !self.gaps {
            self.ranges.push(range);
            return;
        }
        if range.start > self.open {
            self.ranges.push(CellRange { start: self.open, end: range.start });
        }
        self.open = range.end;
    }

    /// Adds ranges from slots, start and end in turn.
    #[inline]
    fn push_pairs(&mut self, slots: &[u64]) -> Result<()> {
        reserve(&mut self.ranges, slots.len() / 2)?;
        let range = |pair: &[u64]| CellRange { start: pair[0], end: pair[1] };
        match (self.gaps, slots) {
            (false, _) => self.ranges.extend(slots.chunks_exact(2).map(range)),
            (true, []) => {}
            (true, [start, between @ .., end]) => {
                // The first range ends where `between` begins.
                self.push(CellRange { start: *start, end: between.first().copied().unwrap_or(*end) });
                self.ranges.extend(between.chunks_exact(2).map(range));
                self.open = *end;
            }
            (true, [_]) => {}
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<CellRange>> {
        let sky = Depth::MAX.n_cells();
        if self.gaps && self.open < sky {
            reserve(&mut self.ranges, 1)?;
            self.ranges.push(CellRange { start: self.open, end: sky });
        }
        trim(&mut self.ranges);
        Ok(self.ranges)
    }

    /// Adds what two views have in common.
    fn fill(&mut self, a: View<'_>, b: View<'_>) -> Result<()> {
        if a.len() + b.len() <= FEW { self.fill_few(a, b) } else { self.fill_many(a, b) }
    }

    fn fill_few(&mut self, a: View<'_>, b: View<'_>) -> Result<()> {
        reserve(&mut self.ranges, a.len() + b.len())?;
        let (mut i, mut j) = (0, 0);
        while i < a.len() && j < b.len() {
            let (x, y) = (a.get(i), b.get(j));
            let both = overlap(x, y);
            if !both.is_empty() {
                self.push(both);
            }
            i += usize::from(x.end <= y.end);
            j += usize::from(y.end <= x.end);
        }
        Ok(())
    }

    fn fill_many(&mut self, a: View<'_>, b: View<'_>) -> Result<()> {
        let mut lanes = Lanes::EMPTY;
        let (mut i, mut j) = (0, 0);
        while i < a.len() && j < b.len() {
            if lanes.filled == LANES {
                lanes.flush(self)?;
            }
            // The cut is where a range of one set starts, so at most one range, of the other set,
            // goes over it.
            let (i_full, j_full) = ((i + STRETCH).min(a.len()), (j + STRETCH).min(b.len()));
            let cut = a.get(i_full).start.min(b.get(j_full).start);
            let (i_len, j_len) = lanes.load((a, i, i_full), (b, j, j_full), cut);
            let (i_end, j_end) = (i + i_len, j + j_len);
            if i == i_end {
                j = b.gallop(j, |range| range.end <= a.get(i).start);
            } else if j == j_end {
                i = a.gallop(i, |range| range.end <= b.get(j).start);
            } else if i_end - i == 1 && j_end - j >= COPIED && holds(a.get(i), b.get(j)) {
                lanes.flush(self)?;
                j = self.copy(b, j, a.get(i).end)?;
            } else if j_end - j == 1 && i_end - i >= COPIED && holds(b.get(j), a.get(i)) {
                lanes.flush(self)?;
                i = self.copy(a, i, b.get(j).end)?;
            } else {
                lanes.keep(i_len, j_len);
                i = i_end - usize::from(a.get(i_end - 1).end > cut);
                j = j_end - usize::from(b.get(j_end - 1).end > cut);
            }
        }
        lanes.flush(self)
    }

    /// Adds the ranges of a view from one on that end up to a place. The number of the next one.
    fn copy(&mut self, view: View<'_>, from: usize, limit: u64) -> Result<usize> {
        let end = view.gallop(from, |range| range.end <= limit);
        reserve(&mut self.ranges, end - from)?;
        match (view.inverse, self.gaps) {
            (false, false) => self.ranges.extend_from_slice(view.ranges.get(from..end).unwrap_or(&[])),
            (true, true) if from < end => {
                // Between gaps of the answer that are gaps of the set lie the ranges of the set.
                self.push(view.get(from));
                self.ranges.extend_from_slice(view.ranges.get(from..end - 1).unwrap_or(&[]));
                self.open = view.get(end - 1).end;
            }
            // The first and the last gap may be empty.
            _ => (from..end).map(|k| view.get(k)).filter(|range| !range.is_empty()).for_each(|range| self.push(range)),
        }
        Ok(end)
    }
}

/// What two ranges have in common; an empty range, maybe the wrong way round, where nothing.
#[inline(always)]
fn overlap(x: CellRange, y: CellRange) -> CellRange {
    CellRange { start: x.start.max(y.start), end: x.end.min(y.end) }
}

/// Whether a range has all of another one that is not empty.
#[inline]
fn holds(outer: CellRange, inner: CellRange) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && !inner.is_empty()
}

/// Ranges of a view: from one number up to another.
type Stretch<'a> = (View<'a>, usize, usize);

/// How many of the first ranges in the slots start before a cut.
#[inline]
fn before(slots: &[u64; SLOTS], len: usize, cut: u64) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low + (high - low) / 2;
        if slots[2 * middle % SLOTS] < cut {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Stretches of both sets and what they have in common in each. Starts are in the even slots and ends
/// in the odd ones.
struct Lanes {
    a: [[u64; SLOTS]; LANES],
    b: [[u64; SLOTS]; LANES],
    out: [[u64; 2 * SLOTS]; LANES],
    /// How many slots of `a` and `b` are filled.
    len: [(usize, usize); LANES],
    /// How many lanes are filled.
    filled: usize,
}

/// The next slots of `a`, `b` and `out`.
#[derive(Clone, Copy)]
struct Place {
    i: usize,
    j: usize,
    k: usize,
}

impl Place {
    const START: Self = Self { i: 0, j: 0, k: 0 };

    #[inline(always)]
    fn step(&mut self, a: &[u64; SLOTS], b: &[u64; SLOTS], out: &mut [u64; 2 * SLOTS]) {
        // The masks change nothing; they let the compiler leave out its own checks.
        let (i, j, k) = (self.i & (SLOTS - 2), self.j & (SLOTS - 2), self.k & (2 * SLOTS - 2));
        let (x_end, y_end) = (a[i + 1], b[j + 1]);
        let (start, end) = (a[i].max(b[j]), x_end.min(y_end));
        (out[k], out[k + 1]) = (start, end);
        self.k += 2 * usize::from(start < end);
        self.i += 2 * usize::from(x_end <= y_end);
        self.j += 2 * usize::from(y_end <= x_end);
    }

    /// Steps that can be made before one of the sets may be at its end.
    #[inline(always)]
    fn sure(self, len: (usize, usize)) -> usize {
        (len.0 - self.i).min(len.1 - self.j) / 2
    }
}

impl Lanes {
    const EMPTY: Self = Self {
        a: [[0; SLOTS]; LANES],
        b: [[0; SLOTS]; LANES],
        out: [[0; 2 * SLOTS]; LANES],
        len: [(0, 0); LANES],
        filled: 0,
    };

    /// Loads the next lane, which is free, and says how many ranges of each set start before a cut.
    /// Reading in order first and searching in the copy is quick where the sets are in no cache.
    fn load(&mut self, (a, i, i_end): Stretch<'_>, (b, j, j_end): Stretch<'_>, cut: u64) -> (usize, usize) {
        let lane = self.filled % LANES;
        a.load(i, i_end, &mut self.a[lane]);
        b.load(j, j_end, &mut self.b[lane]);
        (before(&self.a[lane], i_end - i, cut), before(&self.b[lane], j_end - j, cut))
    }

    /// Keeps so many ranges of what was loaded last.
    fn keep(&mut self, i_len: usize, j_len: usize) {
        self.len[self.filled % LANES] = (2 * i_len, 2 * j_len);
        self.filled += 1;
    }

    /// Goes through the lanes that are filled, hands over their answers, and is empty then.
    fn flush(&mut self, out: &mut Writer) -> Result<()> {
        let mut at = [Place::START; LANES];
        if self.filled == LANES {
            self.side_by_side(&mut at);
        }
        for (lane, at) in at.iter_mut().enumerate().take(self.filled) {
            while at.sure(self.len[lane]) > 0 {
                at.step(&self.a[lane], &self.b[lane], &mut self.out[lane]);
            }
            out.push_pairs(self.out[lane].get(..at.k).unwrap_or(&[]))?;
        }
        self.filled = 0;
        Ok(())
    }

    /// Makes steps in all lanes until the first one is done.
    fn side_by_side(&mut self, at: &mut [Place; LANES]) {
        let mut places = *at;
        loop {
            let sure = places.iter().zip(self.len).map(|(at, len)| at.sure(len)).min().unwrap_or(0);
            if sure == 0 {
                break;
            }
            for _ in 0..sure {
                for (lane, at) in places.iter_mut().enumerate() {
                    at.step(&self.a[lane], &self.b[lane], &mut self.out[lane]);
                }
            }
        }
        *at = places;
    }
}
