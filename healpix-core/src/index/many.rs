//! Many positions in one call.

use alloc::vec::Vec;

use super::point_index::PointIndex;
use super::results::Match;
use crate::batch::run::{all_good, fits};
use crate::error::{Error, Result};
use crate::progress;
use crate::room::{reserve, reserved};
use crate::sphere::{AngleUnit, LonLat};

/// The rows found around many positions, one list behind the other.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchLists {
    /// Where each begins, and where the last one ends.
    offsets: Vec<u64>,
    matches: Vec<Match>,
}

impl MatchLists {
    /// Number of positions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether no position was asked about.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the rows of each position begin in [`MatchLists::matches`], and behind them where the last one's end: one more than
    /// there are positions.
    #[must_use]
    pub fn offsets(&self) -> &[u64] {
        &self.offsets
    }

    /// The rows of all positions, in order.
    #[must_use]
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }

    /// The rows of one position; none for a number beyond the last.
    #[must_use]
    pub fn get(&self, k: usize) -> Option<&[Match]> {
        let (start, end) = (*self.offsets.get(k)?, *self.offsets.get(k + 1)?);
        self.matches.get(start as usize..end as usize)
    }
}

impl PointIndex {
    /// The `k` rows nearest to each of many positions, as [`PointIndex::nearest`] finds them, by all
    /// [`threads`](crate::threads) at hand.
    ///
    /// # Errors
    /// [`Error::Length`] where the slices differ in length; [`Error::Elements`] for bad positions; [`Error::NotBuilt`];
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{AngleUnit, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[10.0, 20.0, 30.0], &[0.0, 0.0, 0.0])?;
    /// let found = index.nearest_many(&[11.0, 29.0], &[0.0, 0.0], AngleUnit::Degrees, 1)?;
    /// assert_eq!((found.offsets(), found.matches()[0].row, found.matches()[1].row), (&[0, 1, 2][..], 0, 2));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn nearest_many(&self, lon: &[f64], lat: &[f64], unit: AngleUnit, k: usize) -> Result<MatchLists> {
        self.built()?;
        fits("lat", lat.len(), lon.len())?;
        let rows = lon.iter().zip(lat).map(|(lon, lat)| LonLat::with_unit(*lon, *lat, unit));
        answers(&all_good(lon.len(), rows)?, &|at: &LonLat| self.nearest(*at, k))
    }

    /// The rows within a radius of each of many positions, as [`PointIndex::within`] finds them, by all
    /// [`threads`](crate::threads) at hand. The radii are in the unit of the positions.
    ///
    /// # Errors
    /// [`Error::Length`] where the slices differ in length; [`Error::Elements`] for bad positions and radii;
    /// [`Error::NotBuilt`]; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{AngleUnit, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[10.0, 20.0, 30.0], &[0.0, 0.0, 0.0])?;
    /// let found = index.within_many(&[15.0, 90.0], &[0.0, 0.0], &[6.0, 6.0], AngleUnit::Degrees)?;
    /// assert_eq!(found.offsets(), [0, 2, 2]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn within_many(&self, lon: &[f64], lat: &[f64], radius: &[f64], unit: AngleUnit) -> Result<MatchLists> {
        self.built()?;
        fits("lat", lat.len(), lon.len())?;
        fits("radius", radius.len(), lon.len())?;
        let disc = |lon: f64, lat: f64, radius: f64| Ok((LonLat::with_unit(lon, lat, unit)?, radians(radius, unit)?));
        let rows = lon.iter().zip(lat).zip(radius).map(|((lon, lat), radius)| disc(*lon, *lat, *radius));
        answers(&all_good(lon.len(), rows)?, &|(at, radius): &(LonLat, f64)| self.within(*at, *radius))
    }
}

/// A radius in radians; one that is none is told in its own unit.
fn radians(radius: f64, unit: AngleUnit) -> Result<f64> {
    let limit = 2.0 * unit.max_latitude();
    // Written so that NaN fails too.
    if (0.0..=limit).contains(&radius) {
        Ok(unit.to_radians(radius))
    } else {
        Err(Error::Radius { value: radius, limit })
    }
}

/// The answers to all questions.
fn answers<Q: Sync>(questions: &[Q], ask: &(impl Fn(&Q) -> Result<Vec<Match>> + Sync)) -> Result<MatchLists> {
    progress::task(Some((progress::LOOK * questions.len()) as u64), || {
        #[cfg(feature = "parallel")]
        if let Some(crew) = crate::threads::for_regions(questions.len()) {
            return in_threads(questions, ask, &crew);
        }
        in_turn(questions, ask)
    })
}

/// One after the other.
fn in_turn<Q>(questions: &[Q], ask: &impl Fn(&Q) -> Result<Vec<Match>>) -> Result<MatchLists> {
    let mut all = MatchLists { offsets: reserved(questions.len() + 1)?, matches: Vec::new() };
    all.offsets.push(0);
    for question in questions {
        let found = ask(question)?;
        reserve(&mut all.matches, found.len())?;
        all.matches.extend_from_slice(&found);
        all.offsets.push(all.matches.len() as u64);
        progress::check(progress::LOOK)?;
    }
    Ok(all)
}

/// Stretches of questions by the threads at hand, then put together.
#[cfg(feature = "parallel")]
fn in_threads<Q: Sync>(
    questions: &[Q],
    ask: &(impl Fn(&Q) -> Result<Vec<Match>> + Sync),
    crew: &crate::crew::Crew,
) -> Result<MatchLists> {
    // So short that threads with long answers and such with short ones end at the same time.
    const STRETCH: usize = 64;
    let parts = crew.each(questions.chunks(STRETCH).collect(), |questions| in_turn(questions, ask))?;
    let n_matches = parts.iter().map(|part| part.matches.len()).sum();
    let mut all = MatchLists { offsets: reserved(questions.len() + 1)?, matches: reserved(n_matches)? };
    all.offsets.push(0);
    for part in parts {
        let before = all.matches.len() as u64;
        all.matches.extend_from_slice(&part.matches);
        all.offsets.extend(part.offsets.iter().skip(1).map(|offset| before + offset));
    }
    Ok(all)
}

#[cfg(test)]
#[path = "many_tests.rs"]
mod tests;
