//! The cells of a region as a set: those it touches, or those whose centre is inside.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::block::Group;
use super::cell::CoverageCell;
use super::patch::Patch;
use super::result::push_range;
use super::walk::{About, Sink, walk_nested};
use crate::error::{Error, Result};
use crate::grid::{Depth, FaceIj};
use crate::moc::{CellRange, Moc};
use crate::point;
use crate::region::{Region, Relation};
use crate::sphere::AngleUnit;

impl Moc {
    /// The cells of a depth that a region touches.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::region::Cone;
    /// use healpix_core::{Depth, LonLat, Moc};
    ///
    /// let field = Cone::new(LonLat::from_degrees(83.8, -5.4)?, 1f64.to_radians())?;
    /// let moc = Moc::from_region(Depth::new(12)?, &field)?;
    /// assert!(moc.contains(LonLat::from_degrees(83.8, -5.4)?));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_region(depth: Depth, region: &impl Region) -> Result<Self> {
        set_of(depth, region, false)
    }
}

/// The cells of a depth whose centre is inside a region, as a MOC.
///
/// # Errors
/// [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use healpix_core::coverage::centers_in;
/// use healpix_core::region::Cone;
/// use healpix_core::{Depth, LonLat};
///
/// // A disc far smaller than a cell, away from all centres.
/// let cone = Cone::new(LonLat::from_degrees(0.0, -60.0)?, 0.01_f64.to_radians())?;
/// assert!(centers_in(Depth::ZERO, &cone)?.is_empty());
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn centers_in(depth: Depth, region: &impl Region) -> Result<Moc> {
    set_of(depth, region, true)
}

fn set_of(depth: Depth, region: &impl Region, centers: bool) -> Result<Moc> {
    let mut set = Set { depth, centers, ranges: Vec::new(), error: None };
    // The set stops it only on an error, which is kept.
    let _ = walk_nested(depth, region, &mut set)?;
    match set.error {
        Some(error) => Err(error),
        None => Ok(Moc::from_normal_ranges(depth, set.ranges)),
    }
}

struct Set {
    depth: Depth,
    /// Whether a partial cell's centre must be inside.
    centers: bool,
    ranges: Vec<CellRange>,
    error: Option<Error>,
}

impl Sink for Set {
    const GROUPS: bool = true;

    fn centers(&self) -> bool {
        self.centers
    }

    fn take_group(&mut self, group: &Group) -> ControlFlow<()> {
        let shift = 2 * (29 - u32::from(group.depth));
        let mut left = group.full | group.partial;
        while left != 0 {
            let start = left.trailing_zeros();
            let len = (left >> start).trailing_ones();
            left &= !(u64::MAX >> (64 - len) << start);
            let first = group.first + u64::from(start);
            self.add((first << shift, (first + u64::from(len)) << shift))?;
        }
        ControlFlow::Continue(())
    }

    #[inline]
    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()> {
        if self.centers && relation != Relation::Full && !center_inside(patch, about) {
            return ControlFlow::Continue(());
        }
        let cell = CoverageCell::of_patch(self.depth, patch, relation);
        self.add(cell.range29())
    }
}

impl Set {
    #[inline]
    fn add(&mut self, range: (u64, u64)) -> ControlFlow<()> {
        match push_range(&mut self.ranges, range) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}

/// Whether the centre of a single cell is inside.
pub(super) fn center_inside(patch: &Patch, about: &mut About<'_>) -> bool {
    let cell = FaceIj::trusted(patch.face, patch.i.0 as u32, patch.j.0 as u32);
    let center = point::cell::center(patch.nside as u32, cell, AngleUnit::Radians);
    about.region.holds_near(center, about.frame, about.scratch)
}
