//! The index itself: what is stored, how rows get in, and the plain views of the arrays.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use super::directory::Directory;
use crate::error::{Error, Result};
use crate::grid::{Cell, Depth};
use crate::nested;
use crate::room::reserve;
use crate::sphere::{AngleUnit, LonLat};

/// Positions sorted by cell, for questions about what lies where.
///
/// Rows are pushed, then [`build`](PointIndex::build) sorts them, then they can be asked about. More
/// can be pushed later; the next `build` merges them in. A row's number is its place in the order of
/// the pushes. An index takes 28 bytes a row, and 2 more for its directory.
///
/// Positions given in degrees get their cell from the degrees, exactly; distances are those of the
/// positions in radians: [`sphere::distance`](crate::sphere::distance) from the position asked about
/// to the row, bit for bit.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, PointIndex};
/// let mut index = PointIndex::new();
/// index.push(LonLat::from_degrees(279.2347, 38.7837)?)?; // Vega
/// index.push(LonLat::from_degrees(297.6958, 8.8683)?)?; // Altair
/// index.push(LonLat::from_degrees(310.3580, 45.2803)?)?; // Deneb
/// index.build()?;
/// let found = index.nearest(LonLat::from_degrees(300.0, 10.0)?, 2)?;
/// assert_eq!((found[0].row, found[1].row), (1, 0));
/// assert_eq!(index.within(LonLat::from_degrees(310.0, 45.0)?, 1f64.to_radians())?[0].row, 2);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct PointIndex {
    /// Cells at depth 29. The first `sorted` slots of all four arrays are ordered by (cell, row); the
    /// slots behind them are the pushes since.
    pub(super) cells: Vec<u64>,
    pub(super) lon: Vec<f64>,
    pub(super) lat: Vec<f64>,
    pub(super) rows: Vec<u32>,
    pub(super) sorted: usize,
    next_row: u32,
    /// The largest |longitude| stored, in radians: longitudes far out are coarse.
    pub(super) reach: f64,
    pub(super) directory: Directory,
}

impl PointIndex {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty index with room for `rows` rows.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::PointIndex;
    /// assert!(PointIndex::with_capacity(1000)?.is_empty());
    /// assert!(PointIndex::with_capacity(usize::MAX).is_err());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn with_capacity(rows: usize) -> Result<Self> {
        let mut index = Self::new();
        index.make_room(rows)?;
        Ok(index)
    }

    /// A built index of these positions in radians.
    ///
    /// # Errors
    /// [`Error::Length`] where the slices differ in length; [`Error::Elements`] where any position is
    /// bad; [`Error::TooManyRows`]; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::PointIndex;
    /// let index = PointIndex::from_slices(&[0.1, 0.2], &[1.0, -1.0])?;
    /// assert_eq!((index.len(), index.is_built()), (2, true));
    /// assert!(PointIndex::from_slices(&[0.1, 0.2], &[1.0, 7.0]).is_err());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_slices(lon: &[f64], lat: &[f64]) -> Result<Self> {
        Self::from_slices_in(lon, lat, AngleUnit::Radians)
    }

    /// A built index of these positions in degrees.
    ///
    /// # Errors
    /// As [`PointIndex::from_slices`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{LonLat, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[279.2347, 310.3580], &[38.7837, 45.2803])?;
    /// assert_eq!(index.nearest(LonLat::from_degrees(310.0, 45.0)?, 1)?[0].row, 1);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_slices_deg(lon: &[f64], lat: &[f64]) -> Result<Self> {
        Self::from_slices_in(lon, lat, AngleUnit::Degrees)
    }

    fn from_slices_in(lon: &[f64], lat: &[f64], unit: AngleUnit) -> Result<Self> {
        let mut index = Self::new();
        index.push_slice_in(lon, lat, unit)?;
        index.build()?;
        Ok(index)
    }

    /// Adds a position and returns its row number. It is found after the next
    /// [`build`](PointIndex::build).
    ///
    /// # Errors
    /// [`Error::TooManyRows`] after `u32::MAX` rows; [`Error::OutOfMemory`]. The index is then as it
    /// was.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{LonLat, PointIndex};
    /// let mut index = PointIndex::new();
    /// assert_eq!(index.push(LonLat::new(0.1, 0.2)?)?, 0);
    /// assert_eq!(index.push(LonLat::new(0.1, 0.3)?)?, 1);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn push(&mut self, at: LonLat) -> Result<u32> {
        let numbers = self.numbers_for(1)?;
        self.make_room(1)?;
        self.store(at, numbers.start);
        self.next_row = numbers.end;
        Ok(numbers.start)
    }

    /// Adds positions in radians and returns their row numbers. They are found after the next
    /// [`build`](PointIndex::build).
    ///
    /// # Errors
    /// [`Error::Elements`] where some positions are bad: each of these takes its row number and is
    /// never found, and **all others are stored**, under `rows() - len` and the numbers after it.
    /// With any other error the index is as it was: [`Error::Length`] where the slices differ in
    /// length, [`Error::TooManyRows`], [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::PointIndex;
    /// let mut index = PointIndex::new();
    /// assert_eq!(index.push_slice(&[0.1, 0.2], &[0.0, 0.0])?, 0..2);
    /// let error = index.push_slice(&[0.1, f64::NAN, 0.3], &[0.0, 0.0, 0.0]).unwrap_err();
    /// assert_eq!(error.to_string(), "1 of 3 elements are invalid; the first, at index 1: longitude NaN is not a finite number");
    /// assert_eq!((index.rows(), index.len()), (5, 4));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn push_slice(&mut self, lon: &[f64], lat: &[f64]) -> Result<Range<u32>> {
        self.push_slice_in(lon, lat, AngleUnit::Radians)
    }

    /// Adds positions in degrees; otherwise as [`PointIndex::push_slice`].
    ///
    /// # Errors
    /// As [`PointIndex::push_slice`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::PointIndex;
    /// let mut index = PointIndex::new();
    /// assert_eq!(index.push_slice_deg(&[10.0, 20.0], &[-30.0, 90.0])?, 0..2);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn push_slice_deg(&mut self, lon: &[f64], lat: &[f64]) -> Result<Range<u32>> {
        self.push_slice_in(lon, lat, AngleUnit::Degrees)
    }

    fn push_slice_in(&mut self, lon: &[f64], lat: &[f64], unit: AngleUnit) -> Result<Range<u32>> {
        if lon.len() != lat.len() {
            return Err(Error::Length { what: "lat", expected: lon.len(), got: lat.len() });
        }
        let numbers = self.numbers_for(lon.len())?;
        self.make_room(lon.len())?;
        let mut bad: Option<(usize, Error)> = None;
        let before = self.cells.len();
        for (offset, (lon, lat)) in lon.iter().zip(lat).enumerate() {
            match LonLat::with_unit(*lon, *lat, unit) {
                Ok(at) => self.store(at, numbers.start + offset as u32),
                Err(error) => bad = bad.or(Some((offset, error))),
            }
        }
        self.next_row = numbers.end;
        let Some((index, first)) = bad else { return Ok(numbers) };
        let count = lon.len() - (self.cells.len() - before);
        Err(Error::Elements { index, count, len: lon.len(), first: Box::new(first) })
    }

    /// The numbers of the next `count` rows.
    fn numbers_for(&self, count: usize) -> Result<Range<u32>> {
        let rows = u64::from(self.next_row).saturating_add(count as u64);
        let end = u32::try_from(rows).map_err(|_| Error::TooManyRows { rows })?;
        Ok(self.next_row..end)
    }

    fn make_room(&mut self, rows: usize) -> Result<()> {
        reserve(&mut self.cells, rows)?;
        reserve(&mut self.lon, rows)?;
        reserve(&mut self.lat, rows)?;
        reserve(&mut self.rows, rows)
    }

    #[inline]
    fn store(&mut self, at: LonLat, row: u32) {
        let (lon, lat) = at.near_in_radians().as_given();
        self.cells.push(nested::hash(Depth::MAX, at).index());
        self.lon.push(lon);
        self.lat.push(lat);
        self.rows.push(row);
        self.reach = self.reach.max(lon.abs());
    }

    /// Row numbers given out so far, those of bad elements included; the number of the next row.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.next_row
    }

    /// Rows stored: all that were pushed but the bad ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether no row is stored.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether every row stored can be found: none was stored since the last [`build`](PointIndex::build). An index
    /// without rows is built, and bad positions are not stored.
    #[must_use]
    pub fn is_built(&self) -> bool {
        self.sorted == self.cells.len()
    }

    /// Forgets all rows and starts numbering from 0 again; keeps the memory.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::PointIndex;
    /// let mut index = PointIndex::from_slices(&[0.1], &[0.2])?;
    /// index.clear();
    /// assert_eq!((index.rows(), index.len(), index.is_built()), (0, 0, true));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn clear(&mut self) {
        self.cells.clear();
        self.lon.clear();
        self.lat.clear();
        self.rows.clear();
        self.directory.clear();
        (self.sorted, self.next_row, self.reach) = (0, 0, 0.0);
    }

    /// The rows' cells at depth 29, ascending.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::PointIndex;
    /// let index = PointIndex::from_slices_deg(&[45.0, 45.0], &[-60.0, 60.0])?;
    /// // All four views are in the order of the cells: the northern row comes first.
    /// assert_eq!(index.row_numbers()?, [1, 0]);
    /// assert!(index.cell_keys()?.is_sorted());
    /// assert_eq!((index.lons()?[0], index.lats()?[0]), (45f64.to_radians(), 60f64.to_radians()));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn cell_keys(&self) -> Result<&[u64]> {
        self.built()?;
        Ok(&self.cells)
    }

    /// The row numbers, in the order of [`PointIndex::cell_keys`]; ascending within a cell of depth 29.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn row_numbers(&self) -> Result<&[u32]> {
        self.built()?;
        Ok(&self.rows)
    }

    /// The longitudes in radians, in the order of [`PointIndex::cell_keys`].
    ///
    /// They are [`LonLat::lon`] of the positions pushed; only beyond a million radians a longitude
    /// pushed in degrees is brought back to one turn first, to stay in its cell.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn lons(&self) -> Result<&[f64]> {
        self.built()?;
        Ok(&self.lon)
    }

    /// The latitudes in radians, in the order of [`PointIndex::cell_keys`].
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn lats(&self) -> Result<&[f64]> {
        self.built()?;
        Ok(&self.lat)
    }

    /// The rows in a cell of any depth, as a piece of [`PointIndex::row_numbers`].
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Cell, Depth, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[45.0, 135.0, 46.0], &[60.0, 60.0, 60.0])?;
    /// assert_eq!(index.rows_in_cell(Cell::new(Depth::ZERO, 0)?)?, [0, 2]);
    /// assert!(index.rows_in_cell(Cell::new(Depth::ZERO, 11)?)?.is_empty());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn rows_in_cell(&self, cell: Cell) -> Result<&[u32]> {
        self.built()?;
        Ok(&self.rows[self.slots(cell)])
    }

    /// The slots of a cell; the index is built.
    #[inline]
    pub(super) fn slots(&self, cell: Cell) -> Range<usize> {
        self.directory.slots(&self.cells, cell)
    }

    #[inline]
    pub(super) fn built(&self) -> Result<()> {
        let pending = self.cells.len() - self.sorted;
        if pending == 0 { Ok(()) } else { Err(Error::NotBuilt { pending: pending as u64 }) }
    }

    #[cfg(test)]
    pub(super) fn skip_rows_to(&mut self, next_row: u32) {
        self.next_row = next_row;
    }
}

impl fmt::Debug for PointIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pending = self.cells.len() - self.sorted;
        f.debug_struct("PointIndex")
            .field("rows", &self.next_row)
            .field("len", &self.cells.len())
            .field("pending", &pending)
            .finish_non_exhaustive()
    }
}
