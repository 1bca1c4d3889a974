//! The cells that hold rows, with counts.

use super::directory::{gallop, key_shift};
use super::point_index::PointIndex;
use super::results::CellCount;
use crate::error::Result;
use crate::grid::Depth;

impl PointIndex {
    /// The cells of a depth that hold rows, ascending, with the number of rows in each.
    ///
    /// # Errors
    /// [`Error::NotBuilt`](crate::Error::NotBuilt).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, PointIndex};
    /// let index = PointIndex::from_slices_deg(&[45.0, 46.0, 45.0], &[60.0, 60.0, -60.0])?;
    /// let counts: Vec<(u64, u64)> = index.occupied(Depth::ZERO)?.map(|c| (c.cell, c.count)).collect();
    /// assert_eq!(counts, [(0, 2), (8, 1)]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn occupied(&self, depth: Depth) -> Result<Occupied<'_>> {
        self.built()?;
        Ok(Occupied { keys: &self.cells, place: Place::start(depth) })
    }
}

/// Iterator over occupied cells; made by [`PointIndex::occupied`].
#[derive(Debug, Clone)]
pub struct Occupied<'a> {
    keys: &'a [u64],
    place: Place,
}

impl Iterator for Occupied<'_> {
    type Item = CellCount;

    fn next(&mut self) -> Option<CellCount> {
        self.place.next(self.keys)
    }
}

impl core::iter::FusedIterator for Occupied<'_> {}

/// A place in the walk over occupied cells that does not borrow the index: for callers that cannot
/// hold a reference, like the C interface.
///
/// Where the index changes between two calls, the walk goes on in the changed index, behind the last
/// cell it returned.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, LonLat, PointIndex, index::OccupiedCursor};
/// let mut index = PointIndex::from_slices_deg(&[45.0, 45.0], &[60.0, -60.0])?;
/// let mut cursor = OccupiedCursor::new(Depth::ZERO);
/// assert_eq!(cursor.next(&index)?.map(|c| c.cell), Some(0));
/// index.push(LonLat::from_degrees(0.0, 0.0)?)?;
/// assert!(cursor.next(&index).is_err()); // not built
/// index.build()?;
/// assert_eq!(cursor.next(&index)?.map(|c| c.cell), Some(4));
/// assert_eq!(cursor.next(&index)?.map(|c| c.cell), Some(8));
/// assert_eq!(cursor.next(&index)?, None);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct OccupiedCursor {
    place: Place,
}

impl OccupiedCursor {
    /// Before the first cell of a depth.
    #[must_use]
    pub fn new(depth: Depth) -> Self {
        Self { place: Place::start(depth) }
    }

    /// The next cell that holds rows, none behind the last.
    ///
    /// # Errors
    /// [`Error::NotBuilt`](crate::Error::NotBuilt); the place is kept.
    pub fn next(&mut self, index: &PointIndex) -> Result<Option<CellCount>> {
        index.built()?;
        let keys = &index.cells;
        let slot = self.place.slot;
        // Still the first slot of the cells to come, unless the index changed.
        let is_first = keys.get(slot).is_none_or(|k| *k >= self.place.from)
            && slot.checked_sub(1).is_none_or(|before| keys.get(before).is_some_and(|k| *k < self.place.from));
        if !is_first {
            self.place.slot = index.directory.lower_bound(keys, self.place.from);
        }
        Ok(self.place.next(keys))
    }
}

/// Where a walk over cells stands.
#[derive(Debug, Clone)]
struct Place {
    shift: u32,
    slot: usize,
    /// The first key of the cells to come.
    from: u64,
}

impl Place {
    fn start(depth: Depth) -> Self {
        Self { shift: key_shift(depth), slot: 0, from: 0 }
    }

    fn next(&mut self, keys: &[u64]) -> Option<CellCount> {
        let cell = keys.get(self.slot)? >> self.shift;
        self.from = (cell + 1) << self.shift;
        let start = self.slot;
        self.slot = gallop(keys, start, self.from);
        Some(CellCount { cell, count: (self.slot - start) as u64 })
    }
}
