//! The set itself, and how large it is.

use alloc::vec::Vec;

use super::range::CellRange;
use crate::error::Result;
use crate::grid::{Cell, Depth, cell_area};

/// A set of cells of one depth: a Multi-Order Coverage map of space (IVOA MOC 2.0).
///
/// Kept as ranges of cells of depth 29, sorted, disjoint, not touching, and beginning and ending with
/// a cell of the MOC's own depth. So there is one form for each set, and `==` compares depth and cells.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, Moc};
/// let a = Moc::from_cells(Depth::new(3)?, &[4, 5, 6, 7])?;
/// let b = Moc::from_cells(Depth::new(2)?, &[1, 2])?;
/// assert!(a.is_subset(&b));
/// assert_eq!((&a | &b).depth(), Depth::new(3)?);
/// assert!((&a | &b).same_set(&b));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moc {
    depth: Depth,
    ranges: Vec<CellRange>,
}

/// How far numbers of cells of a depth are from numbers of cells of depth 29, in bits.
#[inline(always)]
pub(super) const fn shift_of(depth: Depth) -> u32 {
    2 * (Depth::MAX.get() - depth.get()) as u32
}

impl Moc {
    /// A set from ranges that are sorted, disjoint, not touching, not empty and aligned to `depth`.
    pub(crate) fn from_normal_ranges(depth: Depth, ranges: Vec<CellRange>) -> Self {
        debug_assert!(ranges.iter().all(|r| r.start < r.end && (r.start | r.end) & ((1 << shift_of(depth)) - 1) == 0));
        debug_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        debug_assert!(ranges.last().is_none_or(|last| last.end <= Depth::MAX.n_cells()));
        Self { depth, ranges }
    }

    /// Becomes another set, whose ranges are put into the memory of this one; empty where that fails.
    pub(super) fn refill(&mut self, depth: Depth, put: impl FnOnce(&mut Vec<CellRange>) -> Result<()>) -> Result<()> {
        let mut ranges = core::mem::take(&mut self.ranges);
        put(&mut ranges)?;
        *self = Self::from_normal_ranges(depth, ranges);
        Ok(())
    }

    /// No cell.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// assert!(Moc::empty(Depth::new(8)?).is_empty());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn empty(depth: Depth) -> Self {
        Self { depth, ranges: Vec::new() }
    }

    /// Every cell.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let sky = Moc::all_sky(Depth::new(8)?);
    /// assert_eq!((sky.n_cells(), sky.sky_fraction()), (786_432, 1.0));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn all_sky(depth: Depth) -> Self {
        Self { depth, ranges: Vec::from([CellRange { start: 0, end: Depth::MAX.n_cells() }]) }
    }

    /// Its depth, the order of the MOC standard.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// assert_eq!(Moc::from_uniq(Depth::new(5)?, &[4])?.depth().get(), 5);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Its cells of depth 29, as sorted, disjoint ranges that do not touch.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(28)?, &[3, 4, 9])?;
    /// assert_eq!(moc.ranges(), [(12..20).into(), (36..40).into()]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn ranges(&self) -> &[CellRange] {
        &self.ranges
    }

    /// Its ranges, without a copy.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// assert_eq!(Moc::from_cells(Depth::MAX, &[7])?.into_ranges(), [(7..8).into()]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn into_ranges(self) -> Vec<CellRange> {
        self.ranges
    }

    /// Whether it has no cell.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// assert!(Moc::from_cells(Depth::ZERO, &[])?.is_empty());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether it has every cell.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// assert!(Moc::from_cells(Depth::ZERO, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])?.is_all_sky());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn is_all_sky(&self) -> bool {
        self.ranges.first().is_some_and(|first| first.len() == Depth::MAX.n_cells())
    }

    /// How many cells of its depth it has.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[0, 1, 47, 1])?;
    /// assert_eq!(moc.n_cells(), 3);
    /// assert_eq!(moc.refined(Depth::new(2)?)?.n_cells(), 12);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn n_cells(&self) -> u64 {
        self.ranges.iter().map(|range| range.len()).sum::<u64>() >> shift_of(self.depth)
    }

    /// Its area in steradians, 0 to 4 pi: the number of cells times the area of one, each rounded once.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[3])?;
    /// assert_eq!(moc.area(), core::f64::consts::PI / 3.0);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> f64 {
        self.n_cells() as f64 * cell_area(self.depth.nside())
    }

    /// The part of the sphere it covers, 0 to 1.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// assert_eq!(Moc::from_cells(Depth::ZERO, &[0, 7, 9])?.sky_fraction(), 0.25);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn sky_fraction(&self) -> f64 {
        self.n_cells() as f64 / self.depth.n_cells() as f64
    }

    /// Its first cell, at its depth; none where it is empty.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[47, 5])?;
    /// assert_eq!(moc.first().map(|cell| cell.index()), Some(5));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn first(&self) -> Option<Cell> {
        self.ranges.first().map(|range| Cell::trusted(self.depth, range.start >> shift_of(self.depth)))
    }

    /// Its last cell, at its depth; none where it is empty.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::new(1)?, &[47, 5])?;
    /// assert_eq!(moc.last().map(|cell| cell.index()), Some(47));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn last(&self) -> Option<Cell> {
        self.ranges.last().map(|range| Cell::trusted(self.depth, (range.end - 1) >> shift_of(self.depth)))
    }

    /// Whether another MOC covers the same places, whatever the two depths.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Depth, Moc};
    /// let moc = Moc::from_cells(Depth::ZERO, &[3])?;
    /// let deeper = moc.refined(Depth::new(5)?)?;
    /// assert!(moc.same_set(&deeper) && moc != deeper);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn same_set(&self, other: &Moc) -> bool {
        self.ranges == other.ranges
    }
}
