//! Great-circle distance.

use super::lonlat::{AngleUnit, LonLat};
use super::trig;

/// Great-circle distance between two positions, in radians, from 0 to pi.
///
/// With half the differences `u = Δlat/2`, `l = Δlon/2` and half the sum `m = (lat₁+lat₂)/2`,
/// `S = sin²u cos²l + cos²m sin²l` and `C = cos²u cos²l + sin²m sin²l` are the squared sine and cosine
/// of half the distance (the haversine formula, Sinnott 1984, and its complement, rearranged), and the
/// distance is `2 atan2(√S, √C)`. No term is negative, so nothing cancels: the result is
/// accurate to a few ulp from 1e-300 rad to pi. Longitudes beyond a
/// million radians are taken modulo one turn as for cells, by their rounded quarter turns.
///
/// # Examples
/// ```
/// use healpix_core::{LonLat, sphere::distance};
/// let a = LonLat::from_degrees(0.0, 89.0)?;
/// let b = LonLat::from_degrees(180.0, 89.0)?;
/// assert!((distance(a, b).to_degrees() - 2.0).abs() < 1e-14);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[inline]
#[must_use]
pub fn distance(a: LonLat, b: LonLat) -> f64 {
    let parts = Parts::between(a, b);
    let (d, usual) = parts.distance();
    if usual {
        return d;
    }
    // Squares of so small numbers lose digits or vanish: make them 2^600 times as large.
    const LARGE: f64 = 4.149515568880993e180;
    let (u, v) = ((LARGE * parts.lat.0) * parts.lon.1, (LARGE * parts.lon.0) * parts.sum.1);
    2.0 * trig::sqrt(u * u + v * v) / LARGE
}

/// The distance of two positions of the same unit that are usual, and whether it is not too small for this, the case
/// without branches.
#[inline(always)]
pub(crate) fn usual_distance(a: LonLat, b: LonLat) -> (f64, bool) {
    Parts::near(a.as_given(), b.as_given(), a.unit()).distance()
}

/// `sin²(d/2)` and `cos²(d/2)` of the distance `d`; both relatively accurate, but that squares below
/// 1e-280 lose digits.
#[inline]
pub(crate) fn squared_half_chords(a: LonLat, b: LonLat) -> (f64, f64) {
    Parts::between(a, b).squared_half_chords()
}

/// Sines and cosines, up to their signs, of half the difference of two latitudes, half their sum, and
/// half the difference of two longitudes.
struct Parts {
    lat: (f64, f64),
    sum: (f64, f64),
    lon: (f64, f64),
}

impl Parts {
    #[inline(always)]
    fn between(a: LonLat, b: LonLat) -> Self {
        let (a, b) = if a.unit() == b.unit() { (a, b) } else { (a.near_in_radians(), b.near_in_radians()) };
        Self::near((a.near_lon(), a.as_given().1), (b.near_lon(), b.as_given().1), a.unit())
    }

    #[inline(always)]
    fn near((lon1, lat1): (f64, f64), (lon2, lat2): (f64, f64), unit: AngleUnit) -> Self {
        Self {
            lat: half_sin_cos(lat1, -lat2, unit),
            sum: half_sin_cos(lat1, lat2, unit),
            lon: half_sin_cos(lon1, -lon2, unit),
        }
    }

    #[inline(always)]
    fn distance(&self) -> (f64, bool) {
        let (s, c) = self.squared_half_chords();
        (2.0 * trig::atan2(trig::sqrt(s), trig::sqrt(c)), s > 1e-280)
    }

    #[inline(always)]
    fn squared_half_chords(&self) -> (f64, f64) {
        let square = |(s, c): (f64, f64)| (s * s, c * c);
        let (lat, sum, lon) = (square(self.lat), square(self.sum), square(self.lon));
        (lat.0 * lon.1 + sum.1 * lon.0, lat.1 * lon.1 + sum.0 * lon.0)
    }
}

/// Sine and cosine, up to their signs, of half the sum of two angles, the sum taken exactly.
#[inline(always)]
fn half_sin_cos(a: f64, b: f64, unit: AngleUnit) -> (f64, f64) {
    match unit {
        AngleUnit::Radians => {
            let (hi, lo) = positive(trig::two_sum(a, b));
            trig::sin_cos_near(0.5 * hi, 0.5 * lo)
        }
        AngleUnit::Degrees => {
            let (hi, lo) = positive(trig::two_sum(a, b));
            // To the nearest multiple of 180 first, exactly, then to radians.
            let (turns, quadrant) = trig::floor_small(hi / 180.0 + 0.5);
            let (hi, lo) = trig::two_sum(hi - turns * 180.0, lo);
            trig::turned(quadrant, trig::sin_cos_near((0.5 * hi) * trig::DEGREE, (0.5 * lo) * trig::DEGREE))
        }
    }
}

/// An angle or its negative, so that swapped positions meet the same roundings.
#[inline(always)]
fn positive((hi, lo): (f64, f64)) -> (f64, f64) {
    if hi < 0.0 { (-hi, -lo) } else { (hi, lo) }
}
