//! All rows within a radius.

use alloc::vec::Vec;
use core::f64::consts::PI;
use core::ops::Range;

use super::point_index::PointIndex;
use super::probe::Probe;
use super::results::Match;
use super::search::{Sink, search};
use crate::error::{Error, Result};
use crate::room::push;
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
        let mut disc = Disc { radius, limit: probe.limit(radius), found: Vec::new() };
        search(self, &probe, probe.padded(radius), &mut disc)?;
        disc.found.sort_unstable_by(Match::order);
        Ok(disc.found)
    }
}

pub(super) fn check_radius(radius: f64) -> Result<()> {
    // Written so that NaN fails too.
    if (0.0..=PI).contains(&radius) { Ok(()) } else { Err(Error::Radius { value: radius, limit: PI }) }
}

/// Takes all rows within a radius.
pub(super) struct Disc {
    pub(super) radius: f64,
    pub(super) limit: f64,
    pub(super) found: Vec<Match>,
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
            if probe.is_beyond(lat, self.limit) {
                continue;
            }
            let lon = index.lon[slot];
            if probe.chord(lon, lat) > self.limit {
                continue;
            }
            let distance = probe.distance(lon, lat);
            if distance <= self.radius {
                push(&mut self.found, Match { row: index.rows[slot], distance })?;
            }
        }
        Ok(())
    }
}
