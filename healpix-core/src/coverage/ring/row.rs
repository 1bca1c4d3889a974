//! What a set of cells says of a ring, and how the runs of all rings become one list.

use alloc::vec::Vec;

use crate::coverage::result::push_range;
use crate::error::Result;
use crate::grid::Nside;
use crate::moc::CellRange;
use crate::progress;
use crate::ring::layout;
use crate::room::{push, reserve};

/// Rings worked at a time.
pub(super) const ROWS: usize = 32;

/// Places in consecutive rings, first and last: those that may belong to a set, and of these those that surely do. They count
/// from the ring's first cell and may be negative, or run beyond the ring's end; a last one before the first is no place.
pub(super) struct Bounds {
    pub(super) first: [i64; ROWS],
    pub(super) last: [i64; ROWS],
    pub(super) sure_first: [i64; ROWS],
    pub(super) sure_last: [i64; ROWS],
    /// That all places are sure, and only the first two lists good.
    pub(super) sure: bool,
    /// And that each ring has a run that neither begins with the ring nor goes beyond its end, and as many cells more or less
    /// than the one before.
    pub(super) plain: bool,
}

impl Bounds {
    pub(super) const fn new() -> Self {
        Self {
            first: [0; ROWS],
            last: [0; ROWS],
            sure_first: [0; ROWS],
            sure_last: [0; ROWS],
            sure: false,
            plain: false,
        }
    }
}

/// A set of cells of which each ring has one run.
pub(super) trait RingSet {
    /// Whether the rings from this one on are wholly in or out: which, and the last of them.
    fn uniform(&self, ring: u32) -> Option<(bool, u32)>;

    /// The bounds of the rings from one on that is not uniform; how many of them.
    fn bounds(&self, ring: u32, bounds: &mut Bounds) -> usize;

    /// Whether a cell, by ring and place in it, belongs to the set.
    fn has(&self, ring: u32, place: u32) -> bool;
}

/// All cells of a set.
pub(super) fn runs_of(nside: Nside, set: &impl RingSet) -> Result<Vec<CellRange>> {
    let side = nside.get();
    let mut runs = Vec::new();
    let mut bounds = Bounds::new();
    let mut row = Vec::new();
    let mut ring = 1;
    while ring < 4 * side {
        let start = layout::cells_before(side, ring);
        if let Some((all, until)) = set.uniform(ring) {
            if all {
                push_range(&mut runs, (start, layout::cells_before(side, until + 1)))?;
            }
            ring = until + 1;
            continue;
        }
        let n = set.bounds(ring, &mut bounds).min(ROWS);
        progress::check(n)?;
        // Most rings have one run, few have two.
        reserve(&mut runs, n + 2)?;
        let mut start = start;
        if bounds.sure && bounds.plain {
            let mut count = i64::from(layout::cells_in(side, ring));
            let step = if n > 1 { i64::from(layout::cells_in(side, ring + 1)) - count } else { 0 };
            let places = bounds.first[..n].iter().zip(&bounds.last[..n]);
            runs.extend(places.map(|(first, last)| {
                let begin = start;
                start = start.wrapping_add_signed(count);
                count += step;
                CellRange { start: begin.wrapping_add_signed(*first), end: begin.wrapping_add_signed(*last + 1) }
            }));
            ring += n as u32;
            continue;
        }
        for (k, ring) in (ring..).take(n).enumerate() {
            let count = u64::from(layout::cells_in(side, ring));
            let run = Run::at(&bounds, k);
            if run.is_sure() {
                push_run(&mut runs, start, (run.first, run.last), count)?;
            } else {
                row.clear();
                settle(set, ring, count, run, &mut row)?;
                for (first, end) in row.drain(..) {
                    push_range(&mut runs, (start + first, start + end))?;
                }
            }
            start += count;
        }
        ring += n as u32;
    }
    Ok(runs)
}

/// The run of a ring that begins with cell `start`.
#[inline(always)]
fn push_run(runs: &mut Vec<CellRange>, start: u64, (first, last): (i64, i64), count: u64) -> Result<()> {
    if 0 <= first && first <= last && last < count as i64 {
        return push_range(runs, (start + first as u64, start + last as u64 + 1));
    }
    match on_ring((first, last), count) {
        OnRing::None => Ok(()),
        OnRing::One(first, end) => push_range(runs, (start + first, start + end)),
        OnRing::Two(low, high) => {
            push_range(runs, (start + low.0, start + low.1))?;
            push_range(runs, (start + high.0, start + high.1))
        }
    }
}

/// The part of a ring in places from the first one.
enum OnRing {
    None,
    One(u64, u64),
    /// Over longitude 0.
    Two((u64, u64), (u64, u64)),
}

/// The bounds of one ring.
#[derive(Clone, Copy)]
struct Run {
    first: i64,
    last: i64,
    sure_first: i64,
    sure_last: i64,
}

impl Run {
    #[inline(always)]
    fn at(bounds: &Bounds, k: usize) -> Self {
        let (first, last) = (bounds.first[k], bounds.last[k]);
        if bounds.sure {
            return Self { first, last, sure_first: first, sure_last: last };
        }
        Self { first, last, sure_first: bounds.sure_first[k], sure_last: bounds.sure_last[k] }
    }

    #[inline(always)]
    fn is_sure(self) -> bool {
        self.first == self.sure_first && self.last == self.sure_last
    }

    /// With possible places that go around the ring once at most, and with sure ones among them; none of a ring that is
    /// surely whole.
    fn within(mut self, count: u64) -> Option<Self> {
        let n = count as i64;
        if self.sure_first > self.sure_last {
            (self.sure_first, self.sure_last) = (self.last + 1, self.last);
        }
        if self.sure_last - self.sure_first + 1 >= n {
            return None;
        }
        if self.last - self.first >= n {
            self.first = self.first.max(self.sure_last - n + 1);
            self.last = self.first + n - 1;
            if self.sure_first > self.sure_last {
                (self.sure_first, self.sure_last) = (self.last + 1, self.last);
            }
        }
        Some(self)
    }
}

#[inline]
fn on_ring((first, last): (i64, i64), count: u64) -> OnRing {
    let n = count as i64;
    let len = last - first + 1;
    if len <= 0 {
        return OnRing::None;
    }
    if len >= n {
        return OnRing::One(0, count);
    }
    let first = wrapped(first, n);
    let end = first + len;
    if end <= n {
        OnRing::One(first as u64, end as u64)
    } else {
        OnRing::Two((0, (end - n) as u64), (first as u64, count))
    }
}

/// A place some turns off.
#[inline(always)]
fn wrapped(place: i64, n: i64) -> i64 {
    if (0..n).contains(&place) { place } else { place.rem_euclid(n) }
}

/// The places of a ring that belong to a set, sorted, first and one past the last: those in doubt are asked one by one.
fn settle(set: &impl RingSet, ring: u32, count: u64, run: Run, row: &mut Row) -> Result<()> {
    let Some(run) = run.within(count) else {
        return push(row, (0, count));
    };
    let sure = |row: &mut Row, (first, last)| match on_ring((first, last), count) {
        OnRing::None => Ok(()),
        OnRing::One(first, end) => push(row, (first, end)),
        OnRing::Two(low, high) => {
            push(row, low)?;
            push(row, high)
        }
    };
    for place in (run.first..run.sure_first).chain(run.sure_last + 1..run.last + 1) {
        if set.has(ring, wrapped(place, count as i64) as u32) {
            sure(row, (place, place))?;
        }
    }
    sure(row, (run.sure_first, run.sure_last))?;
    row.sort_unstable();
    Ok(())
}

/// Parts of one ring: places, first and one past the last.
pub(super) type Row = Vec<(u64, u64)>;

/// A set, or what it leaves.
pub(super) struct Side<'s, S> {
    pub(super) set: &'s S,
    pub(super) inverted: bool,
}

/// The cells that belong to one and not to the other.
pub(super) fn difference<S: RingSet>(
    nside: Nside,
    whole: Side<'_, S>,
    hole: Option<Side<'_, S>>,
) -> Result<Vec<CellRange>> {
    let side = nside.get();
    let n_rings = 4 * side - 1;
    let mut runs = Vec::new();
    let (mut whole, mut hole) = (Reader::new(whole), hole.map(Reader::new));
    let (mut row, mut cut) = (Vec::new(), Vec::new());
    let mut ring = 1;
    while ring <= n_rings {
        let taken = whole.uniform(ring);
        let left_out = hole.as_ref().map_or(Some((false, n_rings)), |hole| hole.uniform(ring));
        let until = match (taken, left_out) {
            (Some((false, until)), _) | (_, Some((true, until))) => until,
            (Some((true, a)), Some((false, b))) => {
                let until = a.min(b);
                push_range(&mut runs, (layout::cells_before(side, ring), layout::cells_before(side, until + 1)))?;
                until
            }
            _ => {
                progress::check(progress::LOOK)?;
                let count = u64::from(layout::cells_in(side, ring));
                whole.read(ring, count, &mut row)?;
                cut.clear();
                if let Some(hole) = &mut hole {
                    hole.read(ring, count, &mut cut)?;
                }
                let start = layout::cells_before(side, ring);
                each_gap(&cut, count, |gap| {
                    for part in &row {
                        let (first, end) = (part.0.max(gap.0), part.1.min(gap.1));
                        if first < end {
                            push_range(&mut runs, (start + first, start + end))?;
                        }
                    }
                    Ok(())
                })?;
                ring
            }
        };
        ring = until + 1;
    }
    Ok(runs)
}

/// What sorted parts of a ring leave of it.
fn each_gap(parts: &[(u64, u64)], count: u64, mut gap: impl FnMut((u64, u64)) -> Result<()>) -> Result<()> {
    let mut from = 0;
    for (first, end) in parts {
        gap((from, *first))?;
        from = *end;
    }
    gap((from, count))
}

/// A side read ring by ring.
struct Reader<'s, S> {
    side: Side<'s, S>,
    bounds: Bounds,
    /// The rings that the bounds are of, and one past the last.
    known: (u32, u32),
    parts: Row,
}

impl<'s, S: RingSet> Reader<'s, S> {
    fn new(side: Side<'s, S>) -> Self {
        Self { side, bounds: Bounds::new(), known: (0, 0), parts: Vec::new() }
    }

    fn uniform(&self, ring: u32) -> Option<(bool, u32)> {
        let (all, until) = self.side.set.uniform(ring)?;
        Some((all != self.side.inverted, until))
    }

    /// The parts of a ring.
    fn read(&mut self, ring: u32, count: u64, row: &mut Row) -> Result<()> {
        row.clear();
        self.parts.clear();
        let set = self.side.set;
        match set.uniform(ring) {
            Some((false, _)) => {}
            Some((true, _)) => push(&mut self.parts, (0, count))?,
            None => {
                if !(self.known.0..self.known.1).contains(&ring) {
                    self.known = (ring, ring + set.bounds(ring, &mut self.bounds).min(ROWS) as u32);
                }
                settle(set, ring, count, Run::at(&self.bounds, (ring - self.known.0) as usize), &mut self.parts)?;
            }
        }
        if self.side.inverted {
            return each_gap(&self.parts, count, |gap| if gap.0 < gap.1 { push(row, gap) } else { Ok(()) });
        }
        for part in &self.parts {
            push(row, *part)?;
        }
        Ok(())
    }
}
