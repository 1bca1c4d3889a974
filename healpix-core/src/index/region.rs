//! All rows in a region of any shape.

use alloc::vec::Vec;
use core::ops::{ControlFlow, Range};

use super::point_index::PointIndex;
use super::search::LEAF;
use crate::coverage::{About, CoverageCell, Patch, Sink, walk_nested};
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::region::{Region, Relation};
use crate::room::push;
use crate::sphere::{AngleUnit, LonLat};

impl PointIndex {
    /// The rows inside a region, its border included, ordered by row number.
    ///
    /// Of cells inside the region all rows are taken, in cells that its border crosses each row is asked for; what
    /// lies elsewhere is not visited.
    ///
    /// # Errors
    /// [`Error::NotBuilt`]; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::region::Zone;
    /// use healpix_core::PointIndex;
    /// let index = PointIndex::from_slices_deg(&[359.9, 0.2, 90.0], &[0.0, 0.0, 0.0])?;
    /// assert_eq!(index.region(&Zone::from_degrees(359.0, -1.0, 1.0, 1.0)?)?, [0, 1]);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn region(&self, region: &impl Region) -> Result<Vec<u32>> {
        self.built()?;
        let mut rows = Rows { index: self, found: Vec::new(), error: None };
        if !self.is_empty() {
            // `rows` stops it only on an error, which is kept.
            let _ = walk_nested(Depth::MAX, region, &mut rows)?;
        }
        match rows.error {
            Some(error) => Err(error),
            None => {
                rows.found.sort_unstable();
                Ok(rows.found)
            }
        }
    }
}

/// Takes rows.
struct Rows<'i> {
    index: &'i PointIndex,
    found: Vec<u32>,
    error: Option<Error>,
}

impl Rows<'_> {
    fn slots(&self, patch: &Patch) -> Range<usize> {
        let cell = CoverageCell::of_patch(Depth::MAX, patch, Relation::Partial);
        // The walk knows only cells that exist.
        cell.cell().map_or(0..0, |cell| self.index.slots(cell))
    }

    fn keep(&mut self, row: u32) -> ControlFlow<()> {
        match push(&mut self.found, row) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// Takes those of the slots that are inside.
    fn scan(&mut self, slots: Range<usize>, about: &mut About<'_>) -> ControlFlow<()> {
        for slot in slots {
            let at = LonLat::trusted(self.index.lon[slot], self.index.lat[slot], AngleUnit::Radians);
            if about.region.holds_near(at, about.frame, about.scratch) {
                self.keep(self.index.rows[slot])?;
            }
        }
        ControlFlow::Continue(())
    }
}

impl Sink for Rows<'_> {
    fn wants(&mut self, patch: &Patch, about: &mut About<'_>) -> bool {
        let slots = self.slots(patch);
        if slots.len() > LEAF {
            return self.error.is_none();
        }
        // A lack of memory is kept, and ends the walk at the next cell.
        let _ = self.scan(slots, about);
        false
    }

    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()> {
        let slots = self.slots(patch);
        if relation == Relation::Partial {
            return self.scan(slots, about);
        }
        for slot in slots {
            self.keep(self.index.rows[slot])?;
        }
        if self.error.is_none() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}
