//! The loop under union, intersection, difference and symmetric difference.
//!
//! The first three are what two sets or their complements have in common: `a | b` is `!(!a & !b)`, `a - b`
//! is `a & !b`. A complement is the gaps between ranges, so nothing needs to be computed for it.
//!
//! A [step](Step) looks at one range of each side and passes the one that ends first. It has no branch to
//! mispredict, but each step waits for the one before. How many ranges of either side the first `n` steps
//! pass can be searched for, though: the sides merge in the order of their ends. So the next few thousand steps are
//! divided evenly among lanes that go side by side, each into its own part of a list that stays in the cache.
//!
//! Where one side has few ranges among many of the other, each of the few is searched for in the many instead, and
//! stretches between are copied. The same where the sides take turns with many ranges each, as surveys of separate fields do.

use alloc::vec::Vec;

use super::normal::trim;
use super::range::CellRange;
use super::side::{Gaps, Ranges, Side, Window};
use super::sink::{Complement, Joined, Plain, Sink};
use super::step::{Common, OneOnly, Step};
use crate::error::Result;
use crate::room::reserved;

/// Lanes side by side.
const LANES: usize = 3;
/// The most steps of a lane in a round, so that what they give stays in the second-level cache.
const MOST_STEPS: usize = 2048;
/// The least for which lanes are worth their setup.
const LEAST_STEPS: usize = 24;
/// Ranges of both sides up to which steps are made one by one.
const FEW: usize = 256;
/// So many ranges of one side before the next of the other are worth a search for the last of them.
const RUN: usize = 8;
/// Places at which a round looks for runs.
const PROBES: usize = 8;
/// One side has few where the other has more than so many times as many.
const UNEVEN: usize = 16;

/// Puts the ranges of an answer into a list.
pub(super) type Operation = fn(&[CellRange], &[CellRange], &mut Vec<CellRange>) -> Result<()>;

/// The ranges that are in both sets. All functions here take and give ranges in the form a MOC has; what is in
/// `out` is replaced, and its memory used again. Each range of an answer starts where one of the sets has a boundary and
/// ends where one has, so there are not more than both sets have.
pub(super) fn intersection(a: &[CellRange], b: &[CellRange], out: &mut Vec<CellRange>) -> Result<()> {
    operate(a, b, out, |a, b, out| merge::<Common>(Ranges(a), Ranges(b), &mut Plain(out)))
}

/// The ranges that are in the first set and not in the second.
pub(super) fn difference(a: &[CellRange], b: &[CellRange], out: &mut Vec<CellRange>) -> Result<()> {
    operate(a, b, out, |a, b, out| merge::<Common>(Ranges(a), Gaps(b), &mut Plain(out)))
}

/// The ranges that are in either set.
pub(super) fn union(a: &[CellRange], b: &[CellRange], out: &mut Vec<CellRange>) -> Result<()> {
    operate(a, b, out, |a, b, out| {
        let mut gaps = Complement::new(out);
        merge::<Common>(Gaps(a), Gaps(b), &mut gaps)?;
        gaps.finish();
        Ok(())
    })
}

/// The ranges that are in one set and not in both.
pub(super) fn symmetric_difference(a: &[CellRange], b: &[CellRange], out: &mut Vec<CellRange>) -> Result<()> {
    operate(a, b, out, |a, b, out| merge::<OneOnly>(Ranges(a), Ranges(b), &mut Joined(out)))
}

/// Makes room and does an operation, by as many threads as there are.
fn operate(a: &[CellRange], b: &[CellRange], out: &mut Vec<CellRange>, operation: Operation) -> Result<()> {
    make_room(out, a.len() + b.len())?;
    #[cfg(feature = "parallel")]
    if let Some(crew) = crate::threads::for_elements(a.len() + b.len()) {
        return crew.install(|| super::halves::combine(a, b, out, operation, crew.len()));
    }
    operation(a, b, out)
}

/// One of these functions, into a new list.
pub(super) fn new(a: &[CellRange], b: &[CellRange], operation: Operation) -> Result<Vec<CellRange>> {
    let mut out = Vec::new();
    operation(a, b, &mut out)?;
    trim(&mut out);
    Ok(out)
}

/// Empties a list and makes room in it for so many ranges. System memory that is not written to costs nothing.
pub(super) fn make_room(out: &mut Vec<CellRange>, most: usize) -> Result<()> {
    out.clear();
    if out.capacity() < most {
        // What is there need not be copied, nor kept meanwhile.
        *out = Vec::new();
        *out = reserved(most)?;
    }
    Ok(())
}

/// Merges two sides.
fn merge<S: Step>(a: impl Side, b: impl Side, out: &mut impl Sink) -> Result<()> {
    let mut lanes = Lanes { given: Vec::new() };
    let mut at = Place { i: 0, j: 0, floor: 0 };
    while at.i < a.len() && at.j < b.len() {
        let (left_a, left_b) = (a.len() - at.i, b.len() - at.j);
        if left_a + left_b <= FEW {
            one_by_one::<S>(a, b, &mut at, usize::MAX, out);
            break;
        }
        // No lane comes to the end of a side.
        let inner = a.inner().end.saturating_sub(at.i).min(b.inner().end.saturating_sub(at.j));
        let steps = (inner / LANES).min(MOST_STEPS);
        let lanes_fit = steps >= LEAST_STEPS && at.i >= a.inner().start && at.j >= b.inner().start;
        // How many ranges of each side are next.
        let (next_a, next_b) = if lanes_fit {
            let all = LANES * steps;
            let next_a = split(a.window(at.i, all), b.window(at.j, all), all);
            (next_a, all - next_a)
        } else {
            (usize::from(left_a <= left_b), usize::from(left_b < left_a))
        };
        if next_a * UNEVEN <= next_b {
            for _ in 0..next_a.max(1) {
                at.j = S::pass(a.get(at.i), b, at.j, &mut at.floor, out);
                at.i += 1;
            }
        } else if next_b * UNEVEN <= next_a {
            for _ in 0..next_b.max(1) {
                at.i = S::pass(b.get(at.j), a, at.i, &mut at.floor, out);
                at.j += 1;
            }
        } else {
            lanes.round::<S>(a, b, &mut at, steps, out)?;
        }
    }
    S::rest(a, at.i..a.len(), at.floor, out);
    S::rest(b, at.j..b.len(), at.floor, out);
    Ok(())
}

/// The next ranges of both sides, and where the last range ended that was passed.
#[derive(Clone, Copy)]
struct Place {
    i: usize,
    j: usize,
    floor: u64,
}

/// Steps, until so many ranges of both sides are passed or a side is at its end.
#[inline]
fn one_by_one<S: Step>(a: impl Side, b: impl Side, at: &mut Place, until: usize, out: &mut impl Sink) {
    while at.i < a.len() && at.j < b.len() && at.i + at.j < until {
        let (x, y) = (a.get(at.i), b.get(at.j));
        out.push(S::step(x, y, &mut at.floor));
        at.i += usize::from(x.end <= y.end);
        at.j += usize::from(y.end < x.end);
    }
}

/// Whether many ranges of the first side with numbers from `i` on end before the one of the other with number `j`.
#[inline]
fn has_run(a: impl Side, i: usize, b: impl Side, j: usize) -> bool {
    i + RUN < a.len() && j < b.len() && a.get(i + RUN).end <= b.get(j).end
}

/// Steps in which runs of one side are passed at once, until so many ranges of both sides are passed.
#[inline(never)]
fn runs<S: Step>(a: impl Side, b: impl Side, at: &mut Place, until: usize, out: &mut impl Sink) {
    while at.i < a.len() && at.j < b.len() && at.i + at.j < until {
        if has_run(a, at.i, b, at.j) {
            at.i = S::pass(b.get(at.j), a, at.i, &mut at.floor, out);
            at.j += 1;
        } else if has_run(b, at.j, a, at.i) {
            at.j = S::pass(a.get(at.i), b, at.j, &mut at.floor, out);
            at.i += 1;
        } else {
            one_by_one::<S>(a, b, at, at.i + at.j + RUN / 2, out);
        }
    }
}

/// How many ranges of the first side are among the next `steps` that are passed.
fn split(a: impl Window, b: impl Window, steps: usize) -> usize {
    let (mut low, mut high) = (0, steps);
    while low < high {
        // Is this range of `a` passed before so many of `b` that both make up the steps?
        let middle = low + (high - low) / 2;
        if a.at(middle).end <= b.at(steps - 1 - middle).end {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// What lanes give.
struct Lanes {
    given: Vec<CellRange>,
}

impl Lanes {
    /// So many steps in each lane.
    fn round<S: Step>(
        &mut self,
        a: impl Side,
        b: impl Side,
        at: &mut Place,
        steps: usize,
        out: &mut impl Sink,
    ) -> Result<()> {
        // The first round has the most steps.
        if self.given.is_empty() {
            self.given = reserved(LANES * steps)?;
            self.given.resize(LANES * steps, CellRange { start: 0, end: 0 });
        }
        let all = LANES * steps;
        let (near_a, near_b) = (a.window(at.i, all), b.window(at.j, all));
        let mut places = [Place { i: 0, j: 0, floor: at.floor }; LANES];
        for (place, lane) in places.iter_mut().zip(0..).skip(1) {
            place.i = split(near_a, near_b, lane * steps);
            place.j = lane * steps - place.i;
            let passed = [place.i.checked_sub(1).map(|i| near_a.at(i)), place.j.checked_sub(1).map(|j| near_b.at(j))];
            place.floor = passed.into_iter().flatten().fold(at.floor, |floor, range| floor.max(range.end));
        }
        let in_run = |i, j| has_run(a, at.i + i, b, at.j + j) || has_run(b, at.j + j, a, at.i + i);
        if places.iter().any(|place| in_run(place.i, place.j)) {
            // Are most of these steps in runs?
            let probes = (0..PROBES).map(|k| k * all / PROBES);
            let found = probes.filter(|n| {
                let i = split(near_a, near_b, *n);
                in_run(i, n - i)
            });
            if found.count() * 2 > PROBES {
                runs::<S>(a, b, at, at.i + at.j + all, out);
                return Ok(());
            }
        }
        let ends = side_by_side::<S>((a, at.i), (b, at.j), &mut places, &mut self.given, steps);
        for (lane, end) in ends.into_iter().enumerate() {
            out.take(self.given.get_mut(lane * steps..end).unwrap_or_default());
        }
        let last = places[LANES - 1];
        *at = Place { i: at.i + last.i, j: at.j + last.j, floor: last.floor };
        Ok(())
    }
}

/// Steps in all lanes, from the ranges with these numbers on. Where in `list` the ranges end that each of them gave.
#[inline(never)]
fn side_by_side<S: Step>(
    (a, i): (impl Side, usize),
    (b, j): (impl Side, usize),
    places: &mut [Place; LANES],
    list: &mut [CellRange],
    steps: usize,
) -> [usize; LANES] {
    // All of one length: the compiler compares numbers with nothing but this.
    let all = LANES * steps;
    let (a, b, list) = (a.window(i, all), b.window(j, all), &mut list[..all]);
    let mut at = *places;
    let mut n = core::array::from_fn(|lane| lane * steps);
    for _ in 0..steps {
        for lane in 0..LANES {
            let (x, y) = (a.at(at[lane].i), b.at(at[lane].j));
            let range = S::step(x, y, &mut at[lane].floor);
            list[n[lane]] = range;
            n[lane] += usize::from(range.start < range.end);
            at[lane].j += usize::from(y.end < x.end);
            at[lane].i += 1 - usize::from(y.end < x.end);
        }
    }
    *places = at;
    n
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
