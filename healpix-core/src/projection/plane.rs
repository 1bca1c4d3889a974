//! The projection as a map of the whole sphere onto the plane, and back.

use super::locate::{is_near, quadrant};
use crate::error::{Error, Result};
use crate::sphere::isa::Plain;
use crate::sphere::trig::{self, INV_SQRT_6, PI_2_LO, SQRT_6};
use crate::sphere::{AngleUnit, LonLat};

/// The point of the HEALPix plane for a position (Calabretta & Roukema 2007, equations 1 to 5, with
/// H = 4, K = 3): `x` in quarter turns, `[0, 4)`, and `y` in `[-1, 1]`.
///
/// In these units the base cells are squares with a diagonal of 1 whose corners are multiples of 1/2.
/// Times 90 it is the plane of the paper in degrees; times 2 that of cdshealpix.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, projection};
/// let (x, y) = projection::forward(LonLat::from_degrees(45.0, 90.0)?);
/// assert_eq!((x, y), (0.5, 1.0)); // the pole is the northern corner of base cell 0
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn forward(at: LonLat) -> (f64, f64) {
    let (q, f) = quadrant(at.quarter_turns());
    on_plane(f64::from(q), f, at)
}

/// The point for a position of any numbers at all, and whether it is right: those of a longitude that is far out or not
/// finite are not, nor those of a latitude beyond a pole.
#[inline(always)]
pub(crate) fn forward_attempt(at: LonLat) -> ((f64, f64), bool) {
    let x = at.quarter_turns();
    let (whole, number) = trig::floor_small(x);
    let usual = is_near(x) & (at.as_given().1.abs() <= at.unit().max_latitude());
    (on_plane(f64::from(number & 3), x - whole, at), usual)
}

/// The point from the position's quadrant and the part of it behind the position; without branches.
#[inline(always)]
fn on_plane(column: f64, f: f64, at: LonLat) -> (f64, f64) {
    let (equatorial, sine) = (at.is_equatorial(), at.sin_for_projection::<Plain>());
    let sigma = SQRT_6 * sine;
    let x = if equatorial { column + f } else { (column + 0.5) + (f - 0.5) * sigma };
    let cap = 1.0 - 0.5 * sigma;
    let cap = if at.as_given().1 > 0.0 { cap } else { -cap };
    (if x < 4.0 { x } else { 0.0 }, if equatorial { 0.75 * sine } else { cap })
}

/// The position, in radians, of a point of the HEALPix plane. `x` may be any finite number and is
/// taken modulo 4; longitude comes out in `[0, 2 pi)`.
///
/// # Errors
/// [`Error::Plane`] where there is no such point on the sphere: `|y| > 1`, or beyond the slanted
/// borders of the polar base cells (a relative 1e-15 over them is taken as on them).
///
/// # Examples
/// ```
/// use healpix_core::projection;
/// let at = projection::inverse(1.5, 0.0)?;
/// assert_eq!((at.lon_deg(), at.lat_deg()), (135.0, 0.0));
/// assert!(projection::inverse(1.0, 0.9).is_err()); // in the gap between two polar base cells
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
pub fn inverse(x: f64, y: f64) -> Result<LonLat> {
    let (q, f) = quadrant(x);
    let (at, on_plane) = on_sphere(f64::from(q), f, y);
    if x.is_finite() && on_plane { Ok(at) } else { Err(Error::Plane { x, y }) }
}

/// The position for any numbers at all, and whether it is right: that of an `x` that is far out is not, nor where there is
/// none.
#[inline(always)]
pub(crate) fn inverse_attempt(x: f64, y: f64) -> (LonLat, bool) {
    let (whole, number) = trig::floor_small(x);
    let (at, on_plane) = on_sphere(f64::from(number & 3), x - whole, y);
    (at, is_near(x) & on_plane)
}

/// The position of the point at `f` behind the beginning of a quarter turn, and whether there is one; without branches.
#[inline(always)]
fn on_sphere(column: f64, f: f64, y: f64) -> (LonLat, bool) {
    let sigma = 2.0 * (1.0 - y.abs());
    let (belt, h) = (sigma >= 1.0, f - 0.5);
    let (hi, lo) = trig::asin_small(if belt { 4.0 * y / 3.0 } else { sigma * INV_SQRT_6.0 }, 0.0);
    let (head, error) = trig::fast_two_sum(core::f64::consts::FRAC_PI_2, -2.0 * hi);
    let cap = head + (error + (PI_2_LO - 2.0 * lo));
    let cap = if y > 0.0 { cap } else { -cap };
    // On the pole itself the middle of the quarter turn.
    let part = h / if sigma > 0.0 { sigma } else { f64::INFINITY } + 0.5;
    let part = if part > 0.0 { part } else { 0.0 };
    let part = if part < 1.0 { part } else { 1.0 };
    let lon = (column + if belt { f } else { part }) * core::f64::consts::FRAC_PI_2;
    let lon = if lon < core::f64::consts::TAU { lon } else { 0.0 };
    let on_plane = (y.abs() <= 1.0) & (belt | (h.abs() <= 0.5 * sigma * (1.0 + 1e-15) + 1e-15));
    (LonLat::trusted(lon, if belt { hi + lo } else { cap }, AngleUnit::Radians), on_plane)
}
