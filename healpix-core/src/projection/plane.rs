//! The projection as a map of the whole sphere onto the plane, and back.

use super::locate::quadrant;
use crate::error::{Error, Result};
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
    let column = f64::from(q);
    if at.is_equatorial() {
        let x = column + f;
        return (if x < 4.0 { x } else { 0.0 }, 0.75 * at.sin_lat_equatorial());
    }
    let sigma = SQRT_6 * at.sin_half_colat();
    let x = (column + 0.5) + (f - 0.5) * sigma;
    let y = 1.0 - 0.5 * sigma;
    (if x < 4.0 { x } else { 0.0 }, if at.as_given().1 > 0.0 { y } else { -y })
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
    let outside = Error::Plane { x, y };
    if !x.is_finite() || !(-1.0..=1.0).contains(&y) {
        return Err(outside);
    }
    let (q, f) = quadrant(x);
    let sigma = 2.0 * (1.0 - y.abs());
    let (fraction, lat) = if sigma >= 1.0 {
        let (hi, lo) = trig::asin_small(4.0 * y / 3.0, 0.0);
        (f, hi + lo)
    } else {
        let h = f - 0.5;
        if h.abs() > 0.5 * sigma * (1.0 + 1e-15) + 1e-15 {
            return Err(outside);
        }
        let fraction = if sigma > 0.0 { (h / sigma + 0.5).clamp(0.0, 1.0) } else { 0.5 };
        let (hi, lo) = trig::asin_small(sigma * INV_SQRT_6.0, 0.0);
        let (head, error) = trig::fast_two_sum(core::f64::consts::FRAC_PI_2, -2.0 * hi);
        let lat = head + (error + (PI_2_LO - 2.0 * lo));
        (fraction, if y > 0.0 { lat } else { -lat })
    };
    let lon = (f64::from(q) + fraction) * core::f64::consts::FRAC_PI_2;
    Ok(LonLat::trusted(if lon < core::f64::consts::TAU { lon } else { 0.0 }, lat, AngleUnit::Radians))
}
