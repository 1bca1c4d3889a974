//! Slices of positions or cells, asked of a region. See [`batch`](crate::batch) for bad elements and lengths.

use super::INVALID_U8;
use super::drive::{Columns, Kernel, drive};
use super::run::{fits, put};
use super::simd::Lanes;
use crate::error::Result;
use crate::grid::{Cell, Depth};
use crate::region::{Region, Relation};
use crate::sphere::{AngleUnit, LonLat};

/// Whether positions in radians are inside a region, its border included; bad ones are not.
///
/// # Errors
/// Elements: [`Error::Longitude`](crate::Error::Longitude), [`Error::Latitude`](crate::Error::Latitude).
///
/// # Examples
/// ```
/// use healpix_core::region::Cone;
/// use healpix_core::{LonLat, batch};
/// let cone = Cone::new(LonLat::new(1.0, 0.5)?, 0.1)?;
/// let mut inside = [false; 2];
/// batch::region::contains(&cone, &[1.0, 1.0], &[0.59, 0.61], &mut inside)?;
/// assert_eq!(inside, [true, false]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn contains(region: &(impl Region + Sync), lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
    contained(region, lon, lat, AngleUnit::Radians, inside)
}

/// Whether positions in degrees are inside a region.
///
/// # Errors
/// As [`contains`].
pub fn contains_deg(region: &(impl Region + Sync), lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
    contained(region, lon, lat, AngleUnit::Degrees, inside)
}

fn contained<S: Region + Sync>(
    region: &S,
    lon: &[f64],
    lat: &[f64],
    unit: AngleUnit,
    inside: &mut [bool],
) -> Result<()> {
    fits("lat", lat.len(), lon.len())?;
    fits("inside", inside.len(), lon.len())?;
    let ask = |(lon, lat, inside): &mut (&[f64], &[f64], &mut [bool]), k: usize| {
        let at = LonLat::with_unit(lon[k], lat[k], unit);
        put(at.map(|at| region.contains(at)), &mut inside[k], false)
    };
    drive(Ask(&ask), (lon, lat, inside))
}

/// What a region is to cells of a depth: 0 where they have no point in common, 1 where they meet, 2 where the cell is inside;
/// [`INVALID_U8`] for cells that do not exist.
///
/// # Errors
/// Elements: [`Error::Cell`](crate::Error::Cell).
///
/// # Examples
/// ```
/// use healpix_core::region::Zone;
/// use healpix_core::{Depth, batch};
/// let zone = Zone::from_degrees(0.0, 0.0, 180.0, 90.0)?;
/// let mut relations = [0; 3];
/// batch::region::relation(&zone, Depth::ZERO, &[0, 5, 6], &mut relations)?;
/// assert_eq!(relations, [2, 1, 1]);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn relation(region: &(impl Region + Sync), depth: Depth, cells: &[u64], relations: &mut [u8]) -> Result<()> {
    fits("relations", relations.len(), cells.len())?;
    let ask = |(cells, relations): &mut (&[u64], &mut [u8]), k: usize| {
        let relation = Cell::new(depth, cells[k]).map(|cell| match region.relation(cell) {
            Relation::Disjoint => 0,
            Relation::Partial => 1,
            Relation::Full => 2,
        });
        put(relation, &mut relations[k], INVALID_U8)
    };
    drive(Ask(&ask), (cells, relations))
}

/// A question that has no part without branches: each element is asked by itself.
struct Ask<'f, F>(&'f F);

impl<F> Clone for Ask<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Ask<'_, F> {}

impl<C: Columns, F: Fn(&mut C, usize) -> Result<()> + Sync> Kernel<C> for Ask<'_, F> {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), _: &mut C, flags: &mut [u32]) -> u32 {
        flags.fill(1);
        1
    }

    fn one(self, columns: &mut C, k: usize) -> Result<()> {
        (self.0)(columns, k)
    }
}

#[cfg(test)]
#[path = "region_tests.rs"]
mod tests;
