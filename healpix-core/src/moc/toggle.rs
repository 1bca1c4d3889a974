//! The loop under the symmetric difference.
//!
//! A set is a list of boundaries: start, end, start, end, ... The boundaries of the symmetric difference
//! are those of both sets without the ones that coincide. As in `overlap`, the sets are cut into
//! stretches, and several of them, the lanes, are merged side by side. Where one set has no boundary
//! for a while those of the other are copied.

use alloc::vec::Vec;

use super::normal::trim;
use super::range::CellRange;
use crate::error::Result;
use crate::room::reserved;

/// Places for the boundaries of one set in a lane.
const SLOTS: usize = 256;
/// Boundaries a lane takes of each set: one slot may stay free at the front, one is for the sentinel.
const BLOCK: usize = SLOTS - 2;
/// Lanes side by side.
const LANES: usize = 3;
/// Ranges of both sets up to which lanes are not worth their setup.
const FEW: usize = 64;

/// What is in one of two sets and not in both. They have the form a MOC has; so has the answer.
pub(super) fn difference_of_both(a: &[CellRange], b: &[CellRange]) -> Result<Vec<CellRange>> {
    let (a, b) = (Boundaries(a), Boundaries(b));
    // Every boundary of the answer is one of a set's.
    let mut out = Writer { ranges: reserved(a.0.len() + b.0.len())?, open: 0 };
    if a.0.len() + b.0.len() <= FEW {
        merge_few(a, b, &mut out);
    } else {
        merge_many(a, b, &mut out);
    }
    trim(&mut out.ranges);
    Ok(out.ranges)
}

/// The boundaries of a set by their number.
#[derive(Clone, Copy)]
struct Boundaries<'a>(&'a [CellRange]);

impl Boundaries<'_> {
    #[inline(always)]
    fn len(self) -> usize {
        2 * self.0.len()
    }

    /// A boundary, or one beyond all where there are no more.
    #[inline(always)]
    fn get(self, k: usize) -> u64 {
        self.0.get(k / 2).map_or(u64::MAX, |range| if k % 2 == 0 { range.start } else { range.end })
    }

    /// How many of the boundaries before `end` are below a cell, all before `from` being so.
    #[inline]
    fn below(self, from: usize, end: usize, cell: u64) -> usize {
        let (mut low, mut high) = (from, end);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle) < cell {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// How many boundaries are below a cell, in steps that double from `from` on.
    fn gallop(self, from: usize, cell: u64) -> usize {
        let (mut known, mut step) = (from, BLOCK);
        loop {
            let next = (known + step).min(self.len());
            if self.get(next) >= cell {
                return self.below(known, next, cell);
            }
            (known, step) = (next, 2 * step);
        }
    }
}

/// The answer as it grows.
struct Writer {
    ranges: Vec<CellRange>,
    /// Start of a range whose end is still to come.
    open: u64,
}

impl Writer {
    /// Adds boundaries from the slots `0..end`. The first slot is free where a range is open.
    #[inline]
    fn append(&mut self, slots: &mut [u64], first: usize, end: usize) {
        if let (1, Some(slot)) = (first, slots.first_mut()) {
            *slot = self.open;
        }
        let slots = slots.get(..end).unwrap_or(&[]);
        let pairs = slots.chunks_exact(2);
        if let [open] = pairs.remainder() {
            self.open = *open;
        }
        self.ranges.extend(pairs.map(|pair| CellRange { start: pair[0], end: pair[1] }));
    }

    /// Adds the boundaries `from..end` of a set as they are.
    fn copy(&mut self, set: Boundaries<'_>, from: usize, end: usize, mut inside: usize) {
        let mut k = from;
        while k < end {
            // Where both begin a range they do so up to the end of the stretch.
            if inside == 0 && k % 2 == 0 {
                self.ranges.extend_from_slice(set.0.get(k / 2..end / 2).unwrap_or(&[]));
                k = end / 2 * 2;
                if k == end {
                    break;
                }
            }
            if inside == 0 {
                self.open = set.get(k);
            } else {
                self.ranges.push(CellRange { start: self.open, end: set.get(k) });
            }
            inside ^= 1;
            k += 1;
        }
    }
}

fn merge_few(a: Boundaries<'_>, b: Boundaries<'_>, out: &mut Writer) {
    let (mut i, mut j, mut inside) = (0, 0, 0);
    while i < a.len() || j < b.len() {
        let (x, y) = (a.get(i), b.get(j));
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        let now = (i ^ j) & 1;
        if now > inside {
            out.open = x.min(y);
        } else if now < inside {
            out.ranges.push(CellRange { start: out.open, end: x.min(y) });
        }
        inside = now;
    }
}

fn merge_many(a: Boundaries<'_>, b: Boundaries<'_>, out: &mut Writer) {
    let mut lanes = [const { Lane::EMPTY }; LANES];
    let mut filled = 0;
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        // All boundaries below `limit` are in the next blocks of both sets, so these can be cut there.
        let (i_full, j_full) = ((i + BLOCK).min(a.len()), (j + BLOCK).min(b.len()));
        let limit = a.get(i_full).min(b.get(j_full));
        let (i_end, j_end) = lanes[filled].load((a, i, i_full), (b, j, j_full), limit);
        if i < i_end && j < j_end {
            (i, j, filled) = (i_end, j_end, filled + 1);
            if filled == LANES {
                run_lanes(&mut lanes);
            }
        }
        if filled == LANES || i < i_end || j < j_end {
            lanes[..filled].iter_mut().for_each(|lane| lane.finish(out));
            filled = 0;
        }
        if i < i_end {
            // The other set has no boundary for a while.
            let end = a.gallop(i_end, b.get(j));
            out.copy(a, i, end, (i ^ j) & 1);
            i = end;
        } else if j < j_end {
            let end = b.gallop(j_end, a.get(i));
            out.copy(b, j, end, (i ^ j) & 1);
            j = end;
        }
    }
    lanes[..filled].iter_mut().for_each(|lane| lane.finish(out));
}

/// A block of both sets and its part of the answer. Starts are in the even slots and ends in the odd
/// ones, so the numbers of the slots tell what is inside.
struct Lane {
    a: [u64; SLOTS],
    b: [u64; SLOTS],
    out: [u64; 2 * SLOTS],
    at: Place,
    /// The first slot of `out` with a boundary.
    first: usize,
    i_end: usize,
    j_end: usize,
}

/// The next slots of `a`, `b` and `out`.
#[derive(Clone, Copy)]
struct Place {
    i: usize,
    j: usize,
    k: usize,
}

impl Place {
    /// Takes the next boundary of either set, or of both where they coincide.
    #[inline(always)]
    fn step(&mut self, a: &[u64; SLOTS], b: &[u64; SLOTS], out: &mut [u64; 2 * SLOTS]) {
        // The remainders change nothing; they let the compiler leave out its own checks.
        let (x, y) = (a[self.i % SLOTS], b[self.j % SLOTS]);
        out[self.k % (2 * SLOTS)] = x.min(y);
        self.i += usize::from(x <= y);
        self.j += usize::from(y <= x);
        self.k += usize::from(x != y);
    }
}

impl Lane {
    const EMPTY: Self = Self {
        a: [0; SLOTS],
        b: [0; SLOTS],
        out: [0; 2 * SLOTS],
        at: Place { i: 0, j: 0, k: 0 },
        first: 0,
        i_end: 0,
        j_end: 0,
    };

    /// Loads boundaries of both sets and keeps those below a limit. The numbers of the first ones that
    /// are not. Reading in order first and searching in the copy is quick where the sets are in no cache.
    fn load(&mut self, (a, i, i_end): Stretch<'_>, (b, j, j_end): Stretch<'_>, limit: u64) -> (usize, usize) {
        self.i_end = load(&mut self.a, (a, i, i_end), limit);
        self.j_end = load(&mut self.b, (b, j, j_end), limit);
        self.first = (i ^ j) & 1;
        self.at = Place { i: i % 2, j: j % 2, k: self.first };
        (i / 2 * 2 + self.i_end, j / 2 * 2 + self.j_end)
    }

    /// Boundaries still to be taken, at most two of them in a step.
    #[inline(always)]
    fn remaining(&self, at: Place) -> usize {
        (self.i_end - at.i) + (self.j_end - at.j)
    }

    /// Takes what remains and hands over the answer.
    fn finish(&mut self, out: &mut Writer) {
        while self.remaining(self.at) > 0 {
            self.at.step(&self.a, &self.b, &mut self.out);
        }
        out.append(&mut self.out, self.first, self.at.k);
    }
}

/// Boundaries of a set: from one number up to another.
type Stretch<'a> = (Boundaries<'a>, usize, usize);

/// Fills slots with the boundaries of a stretch that are below a limit and, behind them, a sentinel.
/// The slot of the sentinel.
#[inline]
fn load(slots: &mut [u64; SLOTS], (set, from, end): Stretch<'_>, limit: u64) -> usize {
    let whole = set.0.get(from / 2..end.div_ceil(2)).unwrap_or(&[]);
    for (pair, range) in slots.chunks_exact_mut(2).zip(whole) {
        (pair[0], pair[1]) = (range.start, range.end);
    }
    let filled = slots.get(from % 2..end - from / 2 * 2).unwrap_or(&[]);
    let behind = from % 2 + filled.partition_point(|boundary| *boundary < limit);
    slots[behind % SLOTS] = u64::MAX;
    behind
}

/// Merges all lanes side by side until the first one is done.
fn run_lanes(lanes: &mut [Lane; LANES]) {
    let mut at = [Place { i: 0, j: 0, k: 0 }; LANES];
    at.iter_mut().zip(lanes.iter()).for_each(|(at, lane)| *at = lane.at);
    loop {
        // A step takes one boundary or two, so none of the lanes ends within these.
        let least = (0..LANES).map(|l| lanes[l].remaining(at[l])).min().unwrap_or(0);
        if least == 0 {
            break;
        }
        for _ in 0..least.div_ceil(2) {
            for (at, lane) in at.iter_mut().zip(lanes.iter_mut()) {
                at.step(&lane.a, &lane.b, &mut lane.out);
            }
        }
    }
    for (at, lane) in at.into_iter().zip(lanes) {
        lane.at = at;
    }
}
