//! Coverages in the ring scheme, at any nside.
//!
//! Discs and zones are worked ring by ring: on a parallel they are an interval of longitude, so the cells of a ring that
//! belong to the answer are a run, of which the two ends are computed. Other shapes go through the tree.
//!
//! | file | what is in it |
//! |---|---|
//! | `row` | what a set of cells says of a ring, and how the runs of all rings become one list |
//! | `corners` | which cells of a ring have their corners, or centres, on one side of a meridian |
//! | `circle` | how far a circle reaches to both sides of its centre on the parallels of the grid |
//! | `touched` | which cells of a ring have all or any of their points in it |
//! | `discs` | cones and annuli |
//! | `zones` | zones |
//! | `blocks` | any shape, by the tree |
//!
//! Each end of a run is computed with a bound of its error. Where the bound leaves more than one answer, the cells in
//! question are asked one by one as the tree asks them, so both ways give the same cells.

mod blocks;
mod circle;
mod corners;
mod discs;
mod row;
mod touched;
mod zones;

use alloc::vec::Vec;

use crate::error::Result;
use crate::grid::Nside;
use crate::moc::CellRange;
use crate::progress;
use crate::region::Region;
use crate::region::shape::{ByParallel, Shape};

/// The cells of an nside that a region touches, as sorted runs of ring numbers.
///
/// # Errors
/// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
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
/// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
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

fn runs<S: Shape>(nside: Nside, region: &S, centers: bool) -> Result<Vec<CellRange>> {
    progress::task(None, || match region.by_parallel() {
        Some(ByParallel::Cone(cone)) => discs::of_cone(nside, cone, centers),
        Some(ByParallel::Annulus(annulus)) => discs::of_annulus(nside, annulus, centers),
        Some(ByParallel::Zone(zone)) => zones::of_zone(nside, zone, centers),
        None => blocks::runs(nside, region, centers),
    })
}

#[cfg(test)]
#[path = "ring_tests.rs"]
mod tests;
