//! What the index answers with.

use core::cmp::Ordering;

/// A row found and its distance from the position asked about.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, PointIndex, index::Match};
/// let index = PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 0.0])?;
/// let found = index.nearest(LonLat::from_degrees(20.0, 0.0)?, 1)?;
/// assert_eq!(found, [Match { row: 1, distance: 0.0 }]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Match {
    /// Number of the row, in the order of the pushes.
    pub row: u32,
    /// Great-circle distance in radians.
    pub distance: f64,
}

/// A row of one index beside a row of another.
///
/// # Examples
/// ```
/// use healpix_core::{PointIndex, index::{CrossMatch, Pair}};
/// let left = PointIndex::from_slices_deg(&[10.0, 20.0], &[0.0, 0.0])?;
/// let right = PointIndex::from_slices_deg(&[20.0], &[0.0])?;
/// let pairs = left.cross_match(&right, 1e-6, CrossMatch::Best)?;
/// assert_eq!(pairs, [Pair { left: 1, right: 0, distance: 0.0 }]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Pair {
    /// Row number in the index that was asked.
    pub left: u32,
    /// Row number in the other index.
    pub right: u32,
    /// Great-circle distance in radians.
    pub distance: f64,
}

/// A cell and how many rows lie in it.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, PointIndex, index::CellCount};
/// let index = PointIndex::from_slices_deg(&[45.0, 46.0], &[60.0, 60.0])?;
/// let counts: Vec<CellCount> = index.occupied(Depth::ZERO)?.collect();
/// assert_eq!(counts, [CellCount { cell: 0, count: 2 }]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct CellCount {
    /// Number of the cell, nested, at the depth asked for.
    pub cell: u64,
    /// Rows in it, at least 1.
    pub count: u64,
}

/// Which pairs a cross-match reports.
///
/// # Examples
/// ```
/// use healpix_core::{PointIndex, index::CrossMatch};
/// let index = PointIndex::from_slices_deg(&[10.0, 10.1], &[0.0, 0.0])?;
/// let radius = 1f64.to_radians();
/// assert_eq!(index.cross_match(&index, radius, CrossMatch::Best)?.len(), 2); // each with itself
/// assert_eq!(index.cross_match(&index, radius, CrossMatch::All)?.len(), 4);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CrossMatch {
    /// For each left row the nearest right row; of several equally near the one with the smallest
    /// number.
    Best,
    /// Every pair.
    All,
}

impl Match {
    /// The order of answers: by distance, then by row.
    #[inline]
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.distance.total_cmp(&other.distance).then(self.row.cmp(&other.row))
    }
}

impl Pair {
    /// The order of answers: by left row, then by distance, then by right row.
    #[inline]
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let rest = || self.distance.total_cmp(&other.distance).then(self.right.cmp(&other.right));
        self.left.cmp(&other.left).then_with(rest)
    }
}
