//! MOCs from cells, positions, uniq numbers, ranges, regions and probability maps.

use healpix_sys::{healpix_moc, healpix_status};

use super::{Cell, CellRange, Moc, make};
use crate::error::{Result, same_length};
use crate::region::Region;

type FromPoints = unsafe extern "C" fn(u8, *const f64, *const f64, usize, *mut *mut healpix_moc) -> healpix_status;
type FromMap = unsafe extern "C" fn(*const u64, *const f64, usize, f64, *mut *mut healpix_moc) -> healpix_status;

impl Moc {
    /// No cell.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth).
    ///
    /// # Example
    ///
    /// ```
    /// assert!(healpix_safe::Moc::empty(8)?.is_empty());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn empty(depth: u8) -> Result<Moc> {
        // SAFETY: `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_empty(depth, out) })
    }

    /// Every cell.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth).
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::all_sky(8)?.sky_fraction(), 1.0);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn all_sky(depth: u8) -> Result<Moc> {
        // SAFETY: `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_all_sky(depth, out) })
    }

    /// Cells of its depth, in any order, also several times.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_cells(1, &[7, 4, 5, 6, 30])?.to_string(), "0/1 1/30");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_cells(depth: u8, cells: &[u64]) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_cells(depth, cells.as_ptr(), cells.len(), out) })
    }

    /// Cells of any depths, for instance those of a coverage; they may overlap. One that is deeper than `depth` is
    /// widened to its ancestor. Whether a cell is full does not count.
    ///
    /// # Errors
    ///
    /// As [`Moc::from_cells`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{Moc, coverage::Coverage};
    ///
    /// let coverage = Coverage::cone(9, 1.0, 0.5, 0.1)?;
    /// assert_eq!(Moc::from_mixed_cells(9, coverage.cells())?, coverage.moc()?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_mixed_cells(depth: u8, cells: &[Cell]) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, `Cell` the layout of the C type, and `make` hands over a
        // live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_mixed_cells(depth, cells.as_ptr().cast(), cells.len(), out) })
    }

    /// The cells with these IVOA uniq numbers, which may overlap. One that is deeper than `depth` is widened to its
    /// ancestor.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Uniq`](crate::ErrorKind::Uniq), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_uniq(1, &[4 + 2, 64 + 17])?.to_string(), "0/2 1/4");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_uniq(depth: u8, uniq: &[u64]) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_uniq(depth, uniq.as_ptr(), uniq.len(), out) })
    }

    /// Ranges of cells *of `depth`*, in any order; they may overlap, and an empty one adds nothing.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Range`](crate::ErrorKind::Range), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::moc::{CellRange, Moc};
    ///
    /// assert_eq!(Moc::from_ranges(1, &[CellRange { start: 4, end: 9 }])?.to_string(), "0/1 1/8");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_ranges(depth: u8, ranges: &[CellRange]) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, `CellRange` the layout of the C type, and `make` hands over
        // a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_ranges(depth, ranges.as_ptr().cast(), ranges.len(), out) })
    }

    /// Ranges of cells *of depth 29*, as [`Moc::ranges`] has them, in any order; they may overlap, and an empty one
    /// adds nothing. Each is widened to whole cells of `depth`.
    ///
    /// # Errors
    ///
    /// As [`Moc::from_ranges`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::moc::{CellRange, Moc};
    ///
    /// assert_eq!(Moc::from_depth29_ranges(28, &[CellRange { start: 7, end: 9 }])?.to_string(), "28/1-2");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_depth29_ranges(depth: u8, ranges: &[CellRange]) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, `CellRange` the layout of the C type, and `make` hands over
        // a live output.
        make(|out| unsafe {
            healpix_sys::healpix_moc_from_depth29_ranges(depth, ranges.as_ptr().cast(), ranges.len(), out)
        })
    }

    /// The cells that positions in radians are in.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Length`](crate::ErrorKind::Length),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_points(0, &[0.7, 0.0], &[1.0, 0.0])?.to_string(), "0/0 4");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_points(depth: u8, lon: &[f64], lat: &[f64]) -> Result<Moc> {
        from_points(depth, lon, lat, healpix_sys::healpix_moc_from_points)
    }

    /// [`Moc::from_points`] for positions in degrees.
    ///
    /// # Errors
    ///
    /// As [`Moc::from_points`].
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(healpix_safe::Moc::from_points_deg(0, &[45.0, 0.0], &[60.0, 0.0])?.to_string(), "0/0 4");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_points_deg(depth: u8, lon: &[f64], lat: &[f64]) -> Result<Moc> {
        from_points(depth, lon, lat, healpix_sys::healpix_moc_from_points_deg)
    }

    /// The cells that a region touches.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{Moc, region::Region};
    ///
    /// let moc = Moc::from_region(9, &Region::cone_deg(83.8, -5.4, 1.0)?)?;
    /// assert!(moc.contains_deg_one(83.8, -4.5)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_region(depth: u8, region: &Region) -> Result<Moc> {
        // SAFETY: the region is live, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_region(depth, region.as_ptr(), out) })
    }

    /// The smallest part of the sky with a share of the probability of a multi-order map: cells by decreasing density
    /// until their probability first reaches `level` times the total, the last one whole.
    ///
    /// - `uniq`: IVOA uniq numbers, in any order, no cell within another.
    /// - `density`: probability per steradian, in any scale.
    /// - `level`: 0 to 1.
    ///
    /// # Errors
    ///
    /// [`Uniq`](crate::ErrorKind::Uniq), [`Probability`](crate::ErrorKind::Probability) for a bad density or level,
    /// [`OverlappingCells`](crate::ErrorKind::OverlappingCells), [`Length`](crate::ErrorKind::Length),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let moc = Moc::credible_region(&[4, 5, 16 + 8], &[1.0, 2.0, 4.0], 0.7)?;
    /// assert_eq!(moc.to_uniq()?, [5, 16 + 8]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn credible_region(uniq: &[u64], density: &[f64], level: f64) -> Result<Moc> {
        same_length("density", density.len(), uniq.len())?;
        from_map(uniq, density, level, healpix_sys::healpix_moc_credible_region)
    }

    /// [`Moc::credible_region`] of a map that has the probability in each cell and not its density.
    ///
    /// # Errors
    ///
    /// As [`Moc::credible_region`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::Moc;
    ///
    /// let moc = Moc::credible_region_of_probabilities(&[4, 5, 16 + 8], &[0.25, 0.5, 0.25], 0.7)?;
    /// assert_eq!(moc.to_uniq()?, [5, 16 + 8]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn credible_region_of_probabilities(uniq: &[u64], probability: &[f64], level: f64) -> Result<Moc> {
        same_length("probability", probability.len(), uniq.len())?;
        from_map(uniq, probability, level, healpix_sys::healpix_moc_credible_region_of_probabilities)
    }
}

fn from_points(depth: u8, lon: &[f64], lat: &[f64], call: FromPoints) -> Result<Moc> {
    same_length("lat", lat.len(), lon.len())?;
    // SAFETY: both slices have the length that is told, and `make` hands over a live output.
    make(|out| unsafe { call(depth, lon.as_ptr(), lat.as_ptr(), lon.len(), out) })
}

/// The slices are of one length.
fn from_map(uniq: &[u64], values: &[f64], level: f64, call: FromMap) -> Result<Moc> {
    let n = uniq.len().min(values.len());
    // SAFETY: both slices have the length that is told, and `make` hands over a live output.
    make(|out| unsafe { call(uniq.as_ptr(), values.as_ptr(), n, level, out) })
}
