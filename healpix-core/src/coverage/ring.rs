//! Coverages in the ring scheme, at any nside.
//!
//! Blocks of cells of a base cell are divided as in the nested scheme, only not always into equal halves. A block's cells of
//! one ring follow each other, so each block is a few runs of ring numbers.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::patch::Patch;
use super::result::push_range;
use super::sets::center_inside;
use super::walk::{About, Sink, walk};
use crate::error::{Error, Result};
use crate::grid::{FaceIj, Nside, Scheme};
use crate::moc::CellRange;
use crate::region::{Region, Relation};
use crate::ring::layout;

/// The cells of an nside that a region touches, as sorted runs of ring numbers.
///
/// # Errors
/// [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use healpix_core::coverage::ring_touched;
/// use healpix_core::region::Cone;
/// use healpix_core::{LonLat, Nside};
///
/// let disc = Cone::new(LonLat::from_degrees(45.0, -84.0)?, 9.9f64.to_radians())?;
/// let runs = ring_touched(Nside::new(4)?, &disc)?;
/// assert!(runs.iter().any(|run| run.start <= 190 && 190 < run.end));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn ring_touched(nside: Nside, region: &impl Region) -> Result<Vec<CellRange>> {
    runs(nside, region, false)
}

/// The cells of an nside whose centre is inside a region, as sorted runs of ring numbers.
///
/// # Errors
/// [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use healpix_core::coverage::ring_centers_in;
/// use healpix_core::region::Zone;
/// use healpix_core::Nside;
///
/// let everything = Zone::from_degrees(0.0, -90.0, 360.0, 90.0)?;
/// let runs = ring_centers_in(Nside::new(1000)?, &everything)?;
/// assert_eq!((runs.len(), runs[0].start, runs[0].end), (1, 0, 12_000_000));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn ring_centers_in(nside: Nside, region: &impl Region) -> Result<Vec<CellRange>> {
    runs(nside, region, true)
}

fn runs(nside: Nside, region: &impl Region, centers: bool) -> Result<Vec<CellRange>> {
    let mut sink = Runs { nside, centers, runs: Vec::new(), error: None };
    let starts = (0..12).map(|face| Patch::base_cell(nside.get(), face));
    let _ = walk(region, starts, Patch::parts, &mut sink);
    match sink.error {
        Some(error) => Err(error),
        None => joined(sink.runs),
    }
}

struct Runs {
    nside: Nside,
    centers: bool,
    runs: Vec<CellRange>,
    error: Option<Error>,
}

impl Sink for Runs {
    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()> {
        if self.centers && relation != Relation::Full && !center_inside(patch, about) {
            return ControlFlow::Continue(());
        }
        match self.push_block(patch) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.error = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}

impl Runs {
    fn push_block(&mut self, patch: &Patch) -> Result<()> {
        let whole = |(a, b): (f64, f64)| (a as u32, b as u32 - 1);
        let ((i0, i1), (j0, j1)) = (whole(patch.i), whole(patch.j));
        // All cells with the same i + j lie on one ring, from W to E as i grows.
        for sum in i0 + j0..=i1 + j1 {
            let (first, last) = (i0.max(sum.saturating_sub(j1)), i1.min(sum - j0));
            self.push_row(FaceIj::trusted(patch.face, first, sum - first), u64::from(last - first) + 1)?;
        }
        Ok(())
    }

    /// `n` cells of a ring from one eastwards, over longitude 0 where need be.
    fn push_row(&mut self, first: FaceIj, n: u64) -> Result<()> {
        let start = self.nside.encode(first);
        let end = start + n;
        let side = self.nside.get();
        let ring = layout::ring_of(side, first);
        let ring_start = layout::cells_before(side, ring);
        let ring_end = ring_start + u64::from(layout::cells_in(side, ring));
        if self.runs.len() + 2 > self.runs.capacity() {
            let elements = self.runs.len() as u64 + 2;
            self.runs.try_reserve(2).map_err(|_| Error::OutOfMemory { elements })?;
        }
        self.runs.push(CellRange { start, end: end.min(ring_end) });
        if end > ring_end {
            self.runs.push(CellRange { start: ring_start, end: ring_start + (end - ring_end) });
        }
        Ok(())
    }
}

/// Sorted, with runs that touch made one.
fn joined(mut runs: Vec<CellRange>) -> Result<Vec<CellRange>> {
    runs.sort_unstable();
    let mut out = Vec::new();
    for run in runs {
        push_range(&mut out, (run.start, run.end))?;
    }
    Ok(out)
}
