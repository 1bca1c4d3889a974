//! MOCs from cells, points, uniq numbers and ranges.

use alloc::vec::Vec;

use super::normal::{normalize, outwards};
use super::range::CellRange;
use super::set::{Moc, shift_of};
use super::sort;
use crate::batch;
use crate::batch::run::{fits, run};
use crate::error::{Error, Result};
use crate::grid::{Cell, Depth, Scheme};
use crate::nested;
use crate::progress;
use crate::room::{reserve, reserved};

impl Moc {
    /// The cells of a list, at one depth, in any order; a cell may be in it several times.
    ///
    /// # Errors
    /// [`Error::Elements`] with [`Error::Cell`] where there is no cell with a number;
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(3)?, &[9, 7, 8, 9])?;
    /// assert_eq!(moc.flat().collect::<Vec<u64>>(), [7, 8, 9]);
    /// assert!(Moc::from_cells(Depth::new(3)?, &[768]).is_err());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_cells(depth: Depth, cells: &[u64]) -> Result<Self> {
        // The maximum first: that loop has no branch.
        if cells.iter().fold(0, |max, cell| max.max(*cell)) >= depth.n_cells() {
            run(cells.len(), |k| depth.check(cells[k]))?;
        }
        Self::from_good_cells(depth, cells)
    }

    /// The same for cells that exist.
    pub(super) fn from_good_cells(depth: Depth, cells: &[u64]) -> Result<Self> {
        progress::task(Some(cells.len() as u64), || {
            Ok(Self::from_normal_ranges(depth, sort::ranges_of(cells, shift_of(depth))?))
        })
    }

    /// The cells of an iterator, of many depths, in any order, also such that overlap. A cell deeper
    /// than `depth` is widened to its ancestor of that depth.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Cell, Depth, Moc};
    /// let depth = Depth::new(1)?;
    /// let cells = [Cell::new(Depth::ZERO, 2)?, Cell::new(Depth::new(2)?, 17)?];
    /// let moc = Moc::from_mixed_cells(depth, cells)?;
    /// assert_eq!(moc.flat().collect::<Vec<u64>>(), [4, 8, 9, 10, 11]); // 17 lies in 4
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_mixed_cells(depth: Depth, cells: impl IntoIterator<Item = Cell>) -> Result<Self> {
        let cells = cells.into_iter();
        // What an iterator says of its length may be wrong.
        let mut ranges = reserved(cells.size_hint().0.min(1 << 20))?;
        for cell in cells {
            reserve(&mut ranges, 1)?;
            ranges.push(outwards(depth, range_of(cell)));
        }
        Self::from_any_ranges(depth, ranges)
    }

    /// The cells that contain positions in radians.
    ///
    /// # Errors
    /// [`Error::Length`] where the slices differ in length; [`Error::Elements`] with
    /// [`Error::Longitude`] or [`Error::Latitude`] where a position is bad; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_points(Depth::ZERO, &[0.5, 4.0, 0.6], &[1.5, -1.5, 1.5])?;
    /// assert_eq!(moc.flat().collect::<Vec<u64>>(), [0, 10]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_points(depth: Depth, lon: &[f64], lat: &[f64]) -> Result<Self> {
        Self::from_hashed(depth, lon, lat, batch::nested::hash)
    }

    /// The cells that contain positions in degrees.
    ///
    /// # Errors
    /// As [`Moc::from_points`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_points_deg(Depth::ZERO, &[45.0, 0.0], &[60.0, 0.0])?;
    /// assert_eq!(moc.flat().collect::<Vec<u64>>(), [0, 4]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_points_deg(depth: Depth, lon: &[f64], lat: &[f64]) -> Result<Self> {
        Self::from_hashed(depth, lon, lat, batch::nested::hash_deg)
    }

    fn from_hashed(depth: Depth, lon: &[f64], lat: &[f64], hash: Hash) -> Result<Self> {
        fits("lat", lat.len(), lon.len())?;
        let mut cells = reserved(lon.len())?;
        cells.resize(lon.len(), 0);
        // Hashing and sorting take about the same time.
        progress::task(Some(2 * lon.len() as u64), || {
            hash(depth, lon, lat, &mut cells)?;
            Self::from_good_cells(depth, &cells)
        })
    }

    /// The cells with these IVOA uniq numbers, in any order, also such that overlap. A cell deeper
    /// than `depth` is widened to its ancestor of that depth.
    ///
    /// # Errors
    /// [`Error::Elements`] with [`Error::Uniq`] where a number is none; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_uniq(Depth::new(1)?, &[4 + 2, 64 + 17])?; // cell 2 of depth 0, cell 17 of depth 2
    /// assert_eq!(moc.to_uniq()?, [4 + 2, 16 + 4]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_uniq(depth: Depth, uniq: &[u64]) -> Result<Self> {
        let mut ranges = reserved(uniq.len())?;
        run(uniq.len(), |k| {
            ranges.push(outwards(depth, range_of(nested::from_uniq(uniq[k])?)));
            Ok(())
        })?;
        Self::from_any_ranges(depth, ranges)
    }

    /// Ranges of cells *of `depth`*, in any order, also such that overlap; an empty range adds nothing.
    ///
    /// # Errors
    /// [`Error::Elements`] with [`Error::CellRange`] where a range ends before it starts or behind the
    /// last cell of that depth; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_ranges(Depth::new(1)?, &[(40..48).into(), (0..3).into(), (2..4).into()])?;
    /// assert_eq!(moc.n_cells(), 12);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_ranges(depth: Depth, ranges: &[CellRange]) -> Result<Self> {
        let shift = shift_of(depth);
        Self::from_checked(depth, ranges, depth.n_cells(), |range| CellRange {
            start: range.start << shift,
            end: range.end << shift,
        })
    }

    /// Ranges of cells *of depth 29*, in any order, also such that overlap; an empty range adds
    /// nothing. Each is widened to whole cells of `depth`.
    ///
    /// # Errors
    /// [`Error::Elements`] with [`Error::CellRange`] where a range ends before it starts or behind the
    /// last cell of depth 29; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_depth29_ranges(Depth::new(28)?, &[(7..9).into()])?;
    /// assert_eq!(moc.flat().collect::<Vec<u64>>(), [1, 2]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_depth29_ranges(depth: Depth, ranges: &[CellRange]) -> Result<Self> {
        Self::from_checked(depth, ranges, Depth::MAX.n_cells(), |range| outwards(depth, range))
    }

    fn from_checked(
        depth: Depth,
        ranges: &[CellRange],
        n_cells: u64,
        at_depth29: impl Fn(CellRange) -> CellRange,
    ) -> Result<Self> {
        let mut checked = reserved(ranges.len())?;
        run(ranges.len(), |k| {
            let CellRange { start, end } = ranges[k];
            if start > end || end > n_cells {
                return Err(Error::CellRange { start, end, n_cells });
            }
            // An empty range must not be widened to a cell.
            if start < end {
                checked.push(at_depth29(ranges[k]));
            }
            Ok(())
        })?;
        Self::from_any_ranges(depth, checked)
    }

    /// From ranges of depth 29 in any order, aligned to `depth`.
    pub(super) fn from_any_ranges(depth: Depth, mut ranges: Vec<CellRange>) -> Result<Self> {
        progress::task(Some(ranges.len() as u64), || {
            normalize(&mut ranges)?;
            Ok(Self::from_normal_ranges(depth, ranges))
        })
    }
}

/// A slice function from positions to cells.
type Hash = fn(Depth, &[f64], &[f64], &mut [u64]) -> Result<()>;

/// The cells of depth 29 that a cell is made of.
#[inline]
pub(super) fn range_of(cell: Cell) -> CellRange {
    let shift = shift_of(cell.depth());
    CellRange { start: cell.index() << shift, end: (cell.index() + 1) << shift }
}
