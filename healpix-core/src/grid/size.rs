//! How large cells are.

use core::f64::consts::PI;

use super::resolution::{Depth, Nside};
use crate::error::{Error, Result};
use crate::sphere::{LonLat, UnitVec, distance, trig};

/// The area of a cell in steradians, the same for all: `pi / (3 nside²)`.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, grid};
/// let area = grid::cell_area(Nside::new(64)?);
/// assert_eq!(area * 12.0 * 64.0 * 64.0, 4.0 * core::f64::consts::PI);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[must_use]
pub fn cell_area(nside: Nside) -> f64 {
    let n = f64::from(nside.get());
    PI / (3.0 * n * n)
}

/// The largest distance in radians from the centre of a cell to one of its vertices, over all cells
/// of an nside, rounded up by a few ulp so that it is a bound.
///
/// The cell with that distance lies on the border of the caps, next to the meridian between two
/// base cells; its northern vertex is the far one.
///
/// # Examples
/// ```
/// use healpix_core::{Nside, grid};
/// let radius = grid::largest_center_to_vertex_distance(Nside::new(1)?);
/// assert!((radius - (2f64 / 3.0).acos()).abs() < 1e-14); // from (45°, 41.8°) to the pole
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[must_use]
pub fn largest_center_to_vertex_distance(nside: Nside) -> f64 {
    let n = f64::from(nside.get());
    let on_meridian = |z: f64, lon: f64| {
        let across = trig::sqrt((1.0 - z) * (1.0 + z));
        let (s, c) = trig::sin_cos(lon, 0.0);
        LonLat::from(UnitVec::trusted(across * c, across * s, z))
    };
    let t = 1.0 - 1.0 / n;
    let center = on_meridian(2.0 / 3.0, PI / (4.0 * n));
    let vertex = on_meridian(1.0 - t * t / 3.0, 0.0);
    let rounded = distance(center, vertex) * (1.0 + 8.0 * f64::EPSILON);
    // At fine resolutions the two points come from rounded coordinates, 1e-16 each.
    rounded + 4.0 * f64::EPSILON * f64::from(u8::from(nside.get() > 1))
}

/// The largest slope of a coordinate along a cell side against distance on the sphere, for nside 1:
/// √(3/2 + 6/pi²), reached next to the poles. From the derivatives of σ f in `projection::locate`:
/// (√6/2) cos w towards the pole and (√6/pi) / cos w across, w half the distance to the pole.
const STEEPEST: f64 = 1.451872;

/// The radius in radians of the largest disc that, wherever in a cell its centre lies, stays within
/// that cell and its neighbours.
#[must_use]
pub(crate) fn covered_radius(depth: Depth) -> f64 {
    1.0 / (STEEPEST * f64::from(depth.nside().get()))
}

/// The deepest depth at which a disc of this radius (radians), wherever its centre, lies within the
/// cell of its centre and that cell's neighbours; none for discs larger than depth 0 allows
/// (0.6887 rad, 39.4°).
///
/// # Errors
/// [`Error::Radius`] unless `0 <= radius <= pi`.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, grid};
/// assert_eq!(grid::best_starting_depth(0.01)?, Some(Depth::new(6)?));
/// assert_eq!(grid::best_starting_depth(0.0)?, Some(Depth::MAX));
/// assert_eq!(grid::best_starting_depth(1.0)?, None);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn best_starting_depth(radius: f64) -> Result<Option<Depth>> {
    if !(0.0..=PI).contains(&radius) {
        return Err(Error::Radius { value: radius, limit: PI });
    }
    let deepest = (0..=29).rev().map(Depth::trusted).find(|d| radius <= covered_radius(*d));
    Ok(deepest)
}
