//! Two indexes against each other.
//!
//! Left rows are taken in the order of their cells, so that the right rows they ask for stand next to
//! each other, too. A radius is most often small beside the space between rows. Then almost every
//! disc stays within a cell that holds one or two right rows, and the slots of that cell are found by
//! walking along both arrays.

use alloc::vec::Vec;
use core::f64::consts::PI;
use core::ops::Range;

use super::directory::gallop;
use super::nearest::{One, same_place};
use super::point_index::PointIndex;
use super::probe::{Probe, blur, limit};
use super::results::{CrossMatch, Match, Pair};
use super::search::{LEAF, Sink, search};
use super::within::{Disc, check_radius};
use crate::error::Result;
use crate::nested::cover::{half_side, stays_home};
use crate::progress;
use crate::room::{push, reserve};
use crate::sorted;

impl PointIndex {
    /// The pairs of a row of this index and a row of another that lie within a radius (radians, 0 to
    /// pi) of each other, ordered by left row, then by distance, then by right row.
    ///
    /// Both sides may be the same index; then each row is paired with itself, too.
    ///
    /// # Errors
    /// [`Error::Radius`](crate::Error::Radius) unless `0 <= radius <= pi`;
    /// [`Error::NotBuilt`](crate::Error::NotBuilt) for either index;
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory): with a large radius, [`CrossMatch::All`] has
    /// as many pairs as there are.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{PointIndex, index::CrossMatch};
    /// let arcsec = 1f64.to_radians() / 3600.0;
    /// let ours = PointIndex::from_slices_deg(&[10.0, 50.0], &[20.0, -5.0])?;
    /// let theirs = PointIndex::from_slices_deg(&[50.0002, 50.0001, 80.0], &[-5.0, -5.0, 30.0])?;
    /// let best = ours.cross_match(&theirs, arcsec, CrossMatch::Best)?;
    /// assert_eq!((best.len(), best[0].left, best[0].right), (1, 1, 1));
    /// let all = ours.cross_match(&theirs, arcsec, CrossMatch::All)?;
    /// assert_eq!(all.iter().map(|pair| pair.right).collect::<Vec<_>>(), [1, 0]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn cross_match(&self, other: &PointIndex, radius: f64, which: CrossMatch) -> Result<Vec<Pair>> {
        self.built()?;
        other.built()?;
        check_radius(radius)?;
        let mut pairs = Vec::new();
        if self.is_empty() || other.is_empty() {
            return Ok(pairs);
        }
        if radius >= PI && which == CrossMatch::All {
            // Every pair: better to fail now than after a long time.
            reserve(&mut pairs, self.len().saturating_mul(other.len()))?;
        }
        progress::task(Some((progress::LOOK * self.len()) as u64), || self.matches(other, radius, which, pairs))
    }

    fn matches(&self, other: &PointIndex, radius: f64, which: CrossMatch, mut pairs: Vec<Pair>) -> Result<Vec<Pair>> {
        Matching::new(self, other, radius).all_pairs(which, &mut pairs)?;
        sorted::sort_by(&mut pairs, Pair::order)?;
        Ok(pairs)
    }
}

/// Stretches of left rows by the threads at hand, then put together.
#[cfg(feature = "parallel")]
fn in_threads(matching: &Matching, which: CrossMatch, pairs: &mut Vec<Pair>, crew: &crate::crew::Crew) -> Result<()> {
    // So short that threads in crowds and such in voids end at the same time.
    const STRETCH: usize = 64;
    let left = matching.left;
    let (mut stretches, mut start) = (Vec::new(), 0);
    while start < left.len() {
        let mut end = left.len().min(start + STRETCH);
        // Rows in one place, which have one answer, stay together.
        while which == CrossMatch::Best && end < left.len() && same_place(left, end - 1, end) {
            end += 1;
        }
        push(&mut stretches, start..end)?;
        start = end;
    }
    let parts = crew.each(stretches, |slots| {
        let mut pairs = Vec::new();
        matching.clone().pairs(slots, which, &mut pairs)?;
        Ok(pairs)
    })?;
    reserve(pairs, parts.iter().map(Vec::len).sum())?;
    parts.iter().for_each(|part| pairs.extend_from_slice(part));
    Ok(())
}

/// One cross-match under way.
#[derive(Clone)]
struct Matching<'a> {
    left: &'a PointIndex,
    right: &'a PointIndex,
    radius: f64,
    limit: f64,
    reach: f64,
    home: Option<Home>,
}

/// The cells in which discs may stay.
#[derive(Clone)]
struct Home {
    /// Levels above depth 29.
    shift: u32,
    /// Half the side of the square around a disc, in cells of depth 29.
    half: u32,
    cell: u64,
    slots: Range<usize>,
}

impl<'a> Matching<'a> {
    fn new(left: &'a PointIndex, right: &'a PointIndex, radius: f64) -> Self {
        let reach = left.reach.max(right.reach);
        let blur = blur(reach);
        let home = half_side(radius * (1.0 + 1e-12) + blur).and_then(|half| {
            let roomy = half.next_power_of_two().trailing_zeros() + 2;
            let shift = roomy.max(spacing(right, left.len()));
            (shift <= 29).then_some(Home { shift, half, cell: u64::MAX, slots: 0..0 })
        });
        Self { left, right, radius, limit: limit(radius, blur), reach, home }
    }

    fn probe(&self, slot: usize) -> Probe {
        Probe::with_key(self.left.lon[slot], self.left.lat[slot], self.left.cells[slot], self.reach)
    }

    /// The slots of the right rows in the cell in which the disc around a left row stays, if it does.
    #[inline]
    fn slots_at_home(&mut self, key: u64) -> Option<Range<usize>> {
        let home = self.home.as_mut()?;
        if !stays_home(key, home.half, home.shift) {
            return None;
        }
        let cell = key >> (2 * home.shift);
        if cell != home.cell {
            let keys = &self.right.cells;
            let start = gallop(keys, home.slots.end, cell << (2 * home.shift));
            home.slots = start..gallop(keys, start, (cell + 1) << (2 * home.shift));
            home.cell = cell;
        }
        Some(home.slots.clone())
    }

    /// The pairs of all left rows, with as many threads as there are for them.
    fn all_pairs(&mut self, which: CrossMatch, pairs: &mut Vec<Pair>) -> Result<()> {
        let slots = 0..self.left.len();
        #[cfg(feature = "parallel")]
        if let Some(crew) = crate::threads::for_rows(slots.len()) {
            return in_threads(self, which, pairs, &crew);
        }
        self.pairs(slots, which, pairs)
    }

    /// The pairs of the left rows in some slots, which come behind those of the last time.
    fn pairs(&mut self, slots: Range<usize>, which: CrossMatch, pairs: &mut Vec<Pair>) -> Result<()> {
        match which {
            CrossMatch::Best => self.best(slots, pairs),
            CrossMatch::All => self.all(slots, pairs),
        }
    }

    fn best(&mut self, slots: Range<usize>, pairs: &mut Vec<Pair>) -> Result<()> {
        let mut found = None;
        let first = slots.start;
        for slot in slots {
            progress::check(progress::LOOK)?;
            // Rows in one place have one answer; without this, crowds on both sides would meet in full.
            if slot == first || !same_place(self.left, slot - 1, slot) {
                found = self.nearest_right(slot)?;
            }
            if let Some(Match { row, distance }) = found {
                push(pairs, Pair { left: self.left.rows[slot], right: row, distance })?;
            }
        }
        Ok(())
    }

    /// The right row nearest to a left one, if it is within the radius.
    #[inline]
    fn nearest_right(&mut self, slot: usize) -> Result<Option<Match>> {
        let key = self.left.cells[slot];
        let right = self.right;
        let found = match self.slots_at_home(key) {
            Some(slots) if slots.is_empty() => None,
            Some(slots) if slots.len() <= LEAF => {
                let probe = self.probe(slot);
                let mut one = One::new(self.limit);
                one.scan(right, &probe, slots)?;
                one.finish(right, &probe)
            }
            _ => {
                let beside = right.directory.lower_bound(&right.cells, key);
                right.nearest_one(&self.probe(slot), beside, self.limit)?
            }
        };
        Ok(found.filter(|found| found.distance <= self.radius))
    }

    fn all(&mut self, slots: Range<usize>, pairs: &mut Vec<Pair>) -> Result<()> {
        let mut disc = Disc::new(self.limit);
        let mut found = 0;
        for slot in slots {
            progress::check(progress::LOOK + found)?;
            let probe = self.probe(slot);
            match self.slots_at_home(probe.key) {
                Some(slots) if slots.len() <= LEAF => disc.scan(self.right, &probe, slots)?,
                _ => search(self.right, &probe, probe.padded(self.radius), &mut disc)?,
            }
            let left = self.left.rows[slot];
            let before = pairs.len();
            disc.settle(self.right, &probe, self.radius, |one| {
                push(pairs, Pair { left, right: one.row, distance: one.distance })
            })?;
            found = pairs.len() - before;
        }
        Ok(())
    }
}

/// Levels above depth 29 of the cells that hold about four rows, where rows are. The median over
/// samples, so that crowds and voids do not matter.
fn spacing(index: &PointIndex, most: usize) -> u32 {
    const SAMPLES: usize = 255;
    let keys = &index.cells;
    let Some(last) = keys.len().checked_sub(4) else { return 29 };
    let count = SAMPLES.min(most).min(last + 1);
    let mut levels = [0; SAMPLES];
    for (k, level) in levels[..count].iter_mut().enumerate() {
        let slot = (last as u64 * k as u64 / count as u64) as usize;
        *level = (64 - (keys[slot] ^ keys[slot + 3]).leading_zeros()).div_ceil(2);
    }
    levels[..count].sort_unstable();
    levels[count / 2]
}
