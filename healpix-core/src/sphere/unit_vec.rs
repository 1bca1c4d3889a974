//! A position as a vector of length 1.

use super::lonlat::{AngleUnit, LonLat};
use super::trig;
use crate::error::{Error, Result};

/// A direction in space: x towards (lon 0, lat 0), y towards (lon 90°, lat 0), z towards the north pole.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, UnitVec};
/// let v = UnitVec::new(0.0, 0.0, -5.0)?; // any length will do
/// assert_eq!((v.x(), v.y(), v.z()), (0.0, 0.0, -1.0));
/// assert_eq!(LonLat::from(v).lat(), -core::f64::consts::FRAC_PI_2);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitVec {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) z: f64,
}

impl UnitVec {
    /// The direction of a vector of any length. Components are scaled to length 1 within 2 ulp.
    ///
    /// # Errors
    /// [`Error::Vector`] where a component is not finite or all are zero.
    pub fn new(x: f64, y: f64, z: f64) -> Result<Self> {
        let (v, usual) = Self::attempt(x, y, z);
        if usual {
            return Ok(v);
        }
        let largest = x.abs().max(y.abs()).max(z.abs());
        if !(x.is_finite() && y.is_finite() && z.is_finite()) || largest == 0.0 {
            return Err(Error::Vector { x, y, z });
        }
        let scale = power_of_two_below(largest);
        Ok(Self::scaled(x / scale, y / scale, z / scale))
    }

    /// The direction of a vector whose largest component is not near the limits of doubles, and whether this is one;
    /// without a branch.
    #[inline(always)]
    pub(crate) fn attempt(x: f64, y: f64, z: f64) -> (Self, bool) {
        let max = |a: f64, b: f64| if a > b { a } else { b };
        let (a, b, c) = (x.abs(), y.abs(), z.abs());
        let largest = max(max(a, b), c);
        // The sum is neither for a component that is no number.
        let usual = (largest > 1e-300) & ((a + b) + c < 1e300);
        // Two steps, the first by a power of two: neither overflow nor underflow, and vectors that
        // differ by a power of two give the same direction.
        let inverse = f64::from_bits((2046u64 << 52).wrapping_sub(largest.to_bits() & (0x7ff << 52)));
        (Self::scaled(x * inverse, y * inverse, z * inverse), usual)
    }

    /// The direction of a vector whose largest component is between 1 and 2.
    #[inline(always)]
    fn scaled(x: f64, y: f64, z: f64) -> Self {
        let norm = trig::sqrt(x * x + y * y + z * z);
        Self { x: x / norm, y: y / norm, z: z / norm }
    }

    /// The direction of a position that [is usual](LonLat::is_usual).
    #[inline(always)]
    pub(crate) fn of_usual(at: LonLat) -> Self {
        let (sin_lon, cos_lon) = at.sin_cos_near_lon();
        let (sin_lat, cos_lat) = at.sin_cos_lat();
        Self { x: cos_lat * cos_lon, y: cos_lat * sin_lon, z: sin_lat }
    }

    #[inline(always)]
    pub(crate) const fn trusted(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    /// Component towards (lon 0, lat 0).
    #[inline]
    #[must_use]
    pub fn x(self) -> f64 {
        self.x
    }

    /// Component towards (lon 90°, lat 0).
    #[inline]
    #[must_use]
    pub fn y(self) -> f64 {
        self.y
    }

    /// Component towards the north pole.
    #[inline]
    #[must_use]
    pub fn z(self) -> f64 {
        self.z
    }
}

/// The largest power of two not above a positive number (the smallest positive one for subnormals).
fn power_of_two_below(value: f64) -> f64 {
    let exponent = value.to_bits() >> 52;
    if exponent == 0 { f64::from_bits(1) } else { f64::from_bits(exponent << 52) }
}

impl From<LonLat> for UnitVec {
    #[inline]
    fn from(at: LonLat) -> Self {
        let (sin_lon, cos_lon) = at.sin_cos_lon();
        let (sin_lat, cos_lat) = at.sin_cos_lat();
        Self { x: cos_lat * cos_lon, y: cos_lat * sin_lon, z: sin_lat }
    }
}

impl From<UnitVec> for LonLat {
    /// Longitude in `[0, 2 pi]`, 0 at the poles; latitude; both in radians.
    #[inline(always)]
    fn from(v: UnitVec) -> Self {
        let across = trig::sqrt(v.x * v.x + v.y * v.y);
        let lon = trig::atan2(v.y, v.x);
        let lon = if lon < 0.0 { lon + core::f64::consts::TAU } else { lon };
        LonLat::trusted(lon, trig::atan2(v.z, across), AngleUnit::Radians)
    }
}
