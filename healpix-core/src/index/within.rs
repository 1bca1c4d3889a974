//! All rows within a radius.

use alloc::vec::Vec;
use core::f64::consts::PI;
use core::ops::Range;

use super::distances::distances;
use super::point_index::PointIndex;
use super::probe::Probe;
use super::results::Match;
use super::search::{Sink, search};
use crate::error::{Error, Result};
use crate::room::{push, reserved};
use crate::sphere::LonLat;

impl PointIndex {
    /// The rows within a radius (radians, 0 to pi) of a position, border included, ordered by
    /// distance, then by row number.
    ///
    /// # Errors
    /// [`Error::Radius`] unless `0 <= radius <= pi`; [`Error::NotBuilt`]; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{LonLat, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[359.9, 0.2, 90.0], &[0.0, 0.0, 0.0])?;
    /// let rows: Vec<u32> = index
    ///     .within(LonLat::from_degrees(0.0, 0.0)?, 1f64.to_radians())?
    ///     .iter()
    ///     .map(|found| found.row)
    ///     .collect();
    /// assert_eq!(rows, [0, 1]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn within(&self, at: LonLat, radius: f64) -> Result<Vec<Match>> {
        self.built()?;
        check_radius(radius)?;
        if self.is_empty() {
            return Ok(Vec::new());
        }
        let probe = Probe::new(at, self.reach);
        let mut disc = Disc::new(probe.limit(radius));
        search(self, &probe, probe.padded(radius), &mut disc)?;
        let mut found = reserved(disc.candidates.len())?;
        disc.settle(self, &probe, radius, |one| {
            found.push(one);
            Ok(())
        })?;
        found.sort_unstable_by(Match::order);
        Ok(found)
    }
}

pub(super) fn check_radius(radius: f64) -> Result<()> {
    // Written so that NaN fails too.
    if (0.0..=PI).contains(&radius) { Ok(()) } else { Err(Error::Radius { value: radius, limit: PI }) }
}

/// Takes all rows within a radius, and perhaps some a hair's breadth beyond it.
pub(super) struct Disc {
    limit: f64,
    /// Their slots.
    candidates: Vec<u32>,
}

impl Disc {
    pub(super) fn new(limit: f64) -> Self {
        Self { limit, candidates: Vec::new() }
    }

    /// Hands those on whose distance is within the radius, and has none any more.
    pub(super) fn settle(
        &mut self,
        index: &PointIndex,
        probe: &Probe,
        radius: f64,
        mut take: impl FnMut(Match) -> Result<()>,
    ) -> Result<()> {
        let slots = self.candidates.iter().map(|slot| *slot as usize);
        distances(index, probe, slots, |slot, distance| {
            if distance <= radius { take(Match { row: index.rows[slot], distance }) } else { Ok(()) }
        })?;
        self.candidates.clear();
        Ok(())
    }
}

impl Sink for Disc {
    #[inline]
    fn limit(&self) -> f64 {
        self.limit
    }

    #[inline]
    fn scan(&mut self, index: &PointIndex, probe: &Probe, slots: Range<usize>) -> Result<()> {
        for slot in slots {
            let lat = index.lat[slot];
            if !probe.is_beyond(lat, self.limit) && probe.chord(index.lon[slot], lat) <= self.limit {
                // As there are row numbers of 32 bits, slots have no more.
                push(&mut self.candidates, slot as u32)?;
            }
        }
        Ok(())
    }
}
