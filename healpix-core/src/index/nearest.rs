//! The nearest rows.
//!
//! Rows next to the position in the order of the array are most often next to it on the sphere. The
//! k-th nearest of a few of those gives a radius; the search within it gives the answer.

use alloc::vec::Vec;
use core::ops::Range;

use super::distances::distances;
use super::point_index::PointIndex;
use super::probe::Probe;
use super::results::Match;
use super::search::{Sink, search};
use crate::error::Result;
use crate::room::{push, reserve};
use crate::sphere::LonLat;

/// Slots before and behind the position that give the first radius, beyond those asked for.
const BESIDE: usize = 2;

impl PointIndex {
    /// The `k` rows nearest to a position, ordered by distance, then by row number; all rows where
    /// there are fewer.
    ///
    /// # Errors
    /// [`Error::NotBuilt`](crate::Error::NotBuilt); [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{LonLat, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[0.0, 120.0, 240.0], &[89.0, 88.0, 87.0])?;
    /// let pole = LonLat::from_degrees(0.0, 90.0)?;
    /// let rows: Vec<u32> = index.nearest(pole, 2)?.iter().map(|found| found.row).collect();
    /// assert_eq!(rows, [0, 1]);
    /// assert_eq!(index.nearest(pole, usize::MAX)?.len(), 3);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn nearest(&self, at: LonLat, k: usize) -> Result<Vec<Match>> {
        self.built()?;
        let k = k.min(self.len());
        if k == 0 {
            return Ok(Vec::new());
        }
        let probe = Probe::new(at, self.reach);
        let slot = self.directory.lower_bound(&self.cells, probe.key);
        if k == 1 {
            let mut found = Vec::new();
            if let Some(best) = self.nearest_one(&probe, slot, f64::INFINITY)? {
                push(&mut found, best)?;
            }
            return Ok(found);
        }
        let limit = self.chord_of_kth(&probe, slot, k)?;
        let mut sink = Several::new(k, limit, self.len())?;
        search(self, &probe, probe.radius(limit), &mut sink)?;
        sink.finish(self, &probe)
    }

    /// The nearest row, where its chord is not above `limit`. `slot` is where the probe would stand.
    pub(super) fn nearest_one(&self, probe: &Probe, slot: usize, limit: f64) -> Result<Option<Match>> {
        let chord = |slot: usize| probe.chord(self.lon[slot], self.lat[slot]);
        let first = self.beside(slot, 1).map(chord).fold(f64::INFINITY, f64::min);
        let mut one = One::new(limit.min(probe.widened(first)));
        search(self, probe, probe.radius(one.limit), &mut one)?;
        Ok(one.finish(self, probe))
    }

    /// A chord that at least `k` rows do not exceed.
    fn chord_of_kth(&self, probe: &Probe, slot: usize, k: usize) -> Result<f64> {
        let beside = self.beside(slot, k);
        let mut chords = Vec::new();
        reserve(&mut chords, beside.len())?;
        chords.extend(beside.map(|slot| probe.chord(self.lon[slot], self.lat[slot])));
        let (_, kth, _) = chords.select_nth_unstable_by(k - 1, f64::total_cmp);
        Ok(probe.widened(*kth))
    }

    /// At least `k` slots around a slot, as far as there are so many.
    fn beside(&self, slot: usize, k: usize) -> Range<usize> {
        let width = k.saturating_add(BESIDE);
        let end = slot.saturating_add(width).min(self.len());
        let start = end.saturating_sub(width.saturating_mul(2));
        start..start.saturating_add(width.saturating_mul(2)).min(self.len())
    }
}

/// Takes the nearest row.
///
/// Rows whose chords differ by more than the chords' errors need no distances to be compared; so most
/// often the only distance computed is that of the answer.
pub(super) struct One {
    limit: f64,
    best: Option<Best>,
}

#[derive(Clone, Copy)]
struct Best {
    chord: f64,
    slot: usize,
}

impl One {
    pub(super) fn new(limit: f64) -> Self {
        Self { limit, best: None }
    }

    pub(super) fn finish(&self, index: &PointIndex, probe: &Probe) -> Option<Match> {
        self.best.map(|best| matched(index, probe, best.slot))
    }

    #[inline]
    fn offer(&mut self, index: &PointIndex, probe: &Probe, new: Best) {
        if let Some(old) = self.best {
            if probe.widened(new.chord) >= old.chord && !precedes(index, probe, new.slot, old.slot) {
                return;
            }
        }
        self.best = Some(new);
        self.limit = self.limit.min(probe.widened(new.chord));
    }
}

impl Sink for One {
    #[inline]
    fn limit(&self) -> f64 {
        self.limit
    }

    #[inline]
    fn scan(&mut self, index: &PointIndex, probe: &Probe, slots: Range<usize>) -> Result<()> {
        for slot in slots {
            let lat = index.lat[slot];
            if probe.is_beyond(lat, self.limit) {
                continue;
            }
            let chord = probe.chord(index.lon[slot], lat);
            if chord <= self.limit {
                self.offer(index, probe, Best { chord, slot });
            }
        }
        Ok(())
    }
}

/// Whether the row in slot `a` comes before that in slot `b` in an answer.
fn precedes(index: &PointIndex, probe: &Probe, a: usize, b: usize) -> bool {
    if same_place(index, a, b) {
        return index.rows[a] < index.rows[b];
    }
    matched(index, probe, a).order(&matched(index, probe, b)).is_lt()
}

/// Whether two rows have the same position, number for number.
#[inline]
pub(super) fn same_place(index: &PointIndex, a: usize, b: usize) -> bool {
    index.lon[a] == index.lon[b] && index.lat[a] == index.lat[b]
}

fn matched(index: &PointIndex, probe: &Probe, slot: usize) -> Match {
    Match { row: index.rows[slot], distance: probe.distance(index.lon[slot], index.lat[slot]) }
}

/// Takes the `k` nearest rows, holding no more than a few times `k` candidates.
struct Several {
    k: usize,
    /// Candidates at which some are dropped again.
    most: usize,
    limit: f64,
    candidates: Vec<Best>,
    /// The last of `k` rows in exact order, once they had to be compared exactly.
    last: Option<usize>,
}

impl Several {
    fn new(k: usize, limit: f64, rows: usize) -> Result<Self> {
        let most = 2 * k + 32;
        let mut candidates = Vec::new();
        reserve(&mut candidates, most.min(rows))?;
        Ok(Self { k, most, limit, candidates, last: None })
    }

    /// Drops candidates that cannot be among the `k` nearest.
    fn narrow(&mut self, index: &PointIndex, probe: &Probe) -> Result<()> {
        self.drop_by_chord(probe);
        // Many rows in one place, or nearly: their order needs distances and row numbers.
        if self.candidates.len() > self.k + self.k / 2 + 8 {
            let mut matches = self.exact(index, probe)?;
            matches.select_nth_unstable_by(self.k - 1, |a, b| a.0.order(&b.0));
            matches.truncate(self.k);
            self.last = matches.last().map(|last| last.1.slot);
            self.candidates.clear();
            self.candidates.extend(matches.iter().map(|found| found.1));
        }
        Ok(())
    }

    fn drop_by_chord(&mut self, probe: &Probe) {
        if self.candidates.len() > self.k {
            let by_chord = |a: &Best, b: &Best| a.chord.total_cmp(&b.chord);
            let (_, kth, _) = self.candidates.select_nth_unstable_by(self.k - 1, by_chord);
            self.limit = self.limit.min(probe.widened(kth.chord));
            self.candidates.retain(|candidate| candidate.chord <= self.limit);
        }
    }

    /// The candidates with their distances.
    fn exact(&self, index: &PointIndex, probe: &Probe) -> Result<Vec<(Match, Best)>> {
        let mut matches = Vec::new();
        reserve(&mut matches, self.candidates.len())?;
        matches.extend(self.candidates.iter().map(|best| (matched(index, probe, best.slot), *best)));
        Ok(matches)
    }

    fn finish(mut self, index: &PointIndex, probe: &Probe) -> Result<Vec<Match>> {
        self.drop_by_chord(probe);
        let mut matches = Vec::new();
        reserve(&mut matches, self.candidates.len())?;
        distances(index, probe, self.candidates.iter().map(|best| best.slot), |slot, distance| {
            matches.push(Match { row: index.rows[slot], distance });
            Ok(())
        })?;
        matches.sort_unstable_by(Match::order);
        matches.truncate(self.k);
        Ok(matches)
    }
}

impl Sink for Several {
    #[inline]
    fn limit(&self) -> f64 {
        self.limit
    }

    fn scan(&mut self, index: &PointIndex, probe: &Probe, slots: Range<usize>) -> Result<()> {
        for slot in slots {
            let lat = index.lat[slot];
            if probe.is_beyond(lat, self.limit) {
                continue;
            }
            let chord = probe.chord(index.lon[slot], lat);
            if chord > self.limit || self.last.is_some_and(|last| follows(index, slot, last)) {
                continue;
            }
            push(&mut self.candidates, Best { chord, slot })?;
            if self.candidates.len() >= self.most {
                self.narrow(index, probe)?;
            }
        }
        Ok(())
    }
}

/// Whether a row is at the place of the last of `k` rows and has a larger number, so that it cannot
/// be among them.
#[inline]
fn follows(index: &PointIndex, slot: usize, last: usize) -> bool {
    same_place(index, slot, last) && index.rows[slot] > index.rows[last]
}
