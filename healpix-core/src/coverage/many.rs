//! Many cones in one call.

use alloc::vec::Vec;

use super::cell::CoverageCell;
use super::result::cells_of;
use super::stored;
use crate::batch::run::{all_good, fits};
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::progress;
use crate::region::Cone;
use crate::room::{reserve, reserved};
use crate::sphere::LonLat;

/// The coverages of many regions, one behind the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverages {
    depth: Depth,
    /// Where each begins, and where the last one ends.
    offsets: Vec<u64>,
    cells: Vec<CoverageCell>,
}

impl Coverages {
    /// The coverages of cells that were kept elsewhere: those of [`Coverages::cells`], with [`Coverages::offsets`].
    ///
    /// Offsets begin with 0, never fall, and end with the number of cells. The cells of each region are as
    /// [`Coverage::from_cells`](super::Coverage::from_cells) wants them; where four full siblings become their parent, later
    /// offsets become smaller.
    ///
    /// # Errors
    /// [`Error::Length`] where there is no offset, or one offset and cells; [`Error::Elements`] with [`Error::CellOffset`] for bad
    /// offsets, and with the errors of [`Coverage::from_cells`](super::Coverage::from_cells) for bad cells, whose indexes are those
    /// in `cells`; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::coverage::{Coverages, cones_deg};
    /// use healpix_core::Depth;
    /// let depth = Depth::new(6)?;
    /// let fields = cones_deg(depth, &[83.8, 279.2], &[-5.4, 38.8], &[1.0, 2.0])?;
    /// let (cells, offsets) = (fields.cells().to_vec(), fields.offsets().to_vec()); // written somewhere, and read again
    /// assert_eq!(Coverages::from_cells(depth, &cells, &offsets)?, fields);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_cells(depth: Depth, cells: &[CoverageCell], offsets: &[u64]) -> Result<Self> {
        let (offsets, cells) = stored::of_many(depth, cells, offsets)?;
        Ok(Self { depth, offsets, cells })
    }

    /// The depth of all of them.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Number of regions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether there is no region.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the cells of each region begin in [`Coverages::cells`], and behind them where the last one's end:
    /// one more than there are regions.
    #[must_use]
    pub fn offsets(&self) -> &[u64] {
        &self.offsets
    }

    /// The cells of all regions, in order.
    #[must_use]
    pub fn cells(&self) -> &[CoverageCell] {
        &self.cells
    }

    /// The cells of one region; none for a number beyond the last.
    #[must_use]
    pub fn get(&self, k: usize) -> Option<&[CoverageCell]> {
        let (start, end) = (*self.offsets.get(k)?, *self.offsets.get(k + 1)?);
        self.cells.get(start as usize..end as usize)
    }

    /// The cells of each region in turn.
    pub fn iter(&self) -> impl Iterator<Item = &[CoverageCell]> {
        (0..self.len()).filter_map(|k| self.get(k))
    }
}

/// The coverages of many cones, given as slices of longitude, latitude and radius in radians.
///
/// # Errors
/// [`Error::Length`] where the slices differ in length; [`Error::Elements`] for bad cones, with the first one's index;
/// [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use healpix_core::{Depth, coverage::cones};
/// let found = cones(Depth::new(6)?, &[0.1, 3.0], &[0.2, -1.0], &[0.01, 0.02])?;
/// assert_eq!(found.len(), 2);
/// assert!(found.iter().all(|cells| !cells.is_empty()));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn cones(depth: Depth, lon: &[f64], lat: &[f64], radius: &[f64]) -> Result<Coverages> {
    cover(depth, lon, lat, radius, |lon, lat, radius| Cone::new(LonLat::new(lon, lat)?, radius))
}

/// The coverages of many cones, given as slices of longitude, latitude and radius in degrees.
///
/// # Errors
/// Those of [`cones`].
///
/// # Examples
/// ```
/// use healpix_core::{Depth, coverage::cones_deg};
/// let found = cones_deg(Depth::new(6)?, &[83.8], &[-5.4], &[1.0])?;
/// assert_eq!(found.len(), 1);
/// assert!(cones_deg(Depth::new(6)?, &[83.8], &[-5.4], &[180.5]).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn cones_deg(depth: Depth, lon: &[f64], lat: &[f64], radius: &[f64]) -> Result<Coverages> {
    cover(depth, lon, lat, radius, |lon, lat, radius| {
        let center = LonLat::from_degrees(lon, lat)?;
        // Written so that NaN fails too.
        if (0.0..=180.0).contains(&radius) {
            Cone::new(center, radius.to_radians())
        } else {
            Err(Error::Radius { value: radius, limit: 180.0 })
        }
    })
}

fn cover(
    depth: Depth,
    lon: &[f64],
    lat: &[f64],
    radius: &[f64],
    cone: impl Fn(f64, f64, f64) -> Result<Cone>,
) -> Result<Coverages> {
    fits("lat", lat.len(), lon.len())?;
    fits("radius", radius.len(), lon.len())?;
    let rows = lon.iter().zip(lat).zip(radius).map(|((lon, lat), radius)| cone(*lon, *lat, *radius));
    let cones = all_good(lon.len(), rows)?;
    #[cfg(feature = "parallel")]
    if let Some(crew) = crate::threads::for_regions(cones.len()) {
        return progress::task(None, || in_threads(depth, &cones, &crew));
    }
    progress::task(None, || in_turn(depth, &cones))
}

/// One after the other, in the same memory.
fn in_turn(depth: Depth, cones: &[Cone]) -> Result<Coverages> {
    let mut all = Coverages { depth, offsets: reserved(cones.len() + 1)?, cells: Vec::new() };
    all.offsets.push(0);
    let mut cells = Vec::new();
    for cone in cones {
        cells.clear();
        cells = cells_of(depth, cone, cells)?;
        reserve(&mut all.cells, cells.len())?;
        all.cells.extend_from_slice(&cells);
        all.offsets.push(all.cells.len() as u64);
    }
    Ok(all)
}

/// Stretches of cones by the threads at hand, then put together.
#[cfg(feature = "parallel")]
fn in_threads(depth: Depth, cones: &[Cone], crew: &crate::crew::Crew) -> Result<Coverages> {
    // So short that threads with large cones and such with small ones end at the same time.
    const STRETCH: usize = 32;
    let parts = crew.each(cones.chunks(STRETCH).collect(), |cones| in_turn(depth, cones))?;
    let n_cells = parts.iter().map(|part| part.cells.len()).sum();
    let mut all = Coverages { depth, offsets: reserved(cones.len() + 1)?, cells: reserved(n_cells)? };
    all.offsets.push(0);
    for part in parts {
        let before = all.cells.len() as u64;
        all.cells.extend_from_slice(&part.cells);
        all.offsets.extend(part.offsets.iter().skip(1).map(|offset| before + offset));
    }
    Ok(all)
}
