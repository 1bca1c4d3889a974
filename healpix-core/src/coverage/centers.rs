//! Cells whose centre is inside a region.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::patch::Patch;
use super::result::push_range;
use super::walk::{About, Sink, walk_nested};
use super::cell::CoverageCell;
use crate::error::Result;
use crate::grid::{Depth, FaceIj};
use crate::moc::{CellRange, Moc};
use crate::point;
use crate::region::{Region, Relation};
use crate::sphere::AngleUnit;

/// The cells of a depth whose centre is inside a region, as a MOC.
///
/// # Errors
/// None at present; a `Result` because answers may be large.
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
    let mut sink = Centers { depth, ranges: Vec::new() };
    let _ = walk_nested(depth, region, &mut sink);
    Ok(Moc::from_normal_ranges(depth, sink.ranges))
}

struct Centers {
    depth: Depth,
    ranges: Vec<CellRange>,
}

impl Sink for Centers {
    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()> {
        if relation == Relation::Full || center_inside(patch, about) {
            push_range(&mut self.ranges, CoverageCell::of_patch(self.depth, patch, relation).range29());
        }
        ControlFlow::Continue(())
    }
}

/// Whether the centre of a single cell is inside.
pub(super) fn center_inside(patch: &Patch, about: &mut About<'_>) -> bool {
    let cell = FaceIj::trusted(patch.face, patch.i.0 as u32, patch.j.0 as u32);
    let center = point::cell::center(patch.nside as u32, cell, AngleUnit::Radians);
    about.region.holds_near(center, about.frame, about.scratch)
}
