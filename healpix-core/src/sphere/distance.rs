//! Great-circle distance.

use super::lonlat::{AngleUnit, LonLat};
use super::trig;

/// Great-circle distance between two positions, in radians, from 0 to pi.
///
/// With `S = sin²(Δlat/2) + cos lat₁ cos lat₂ sin²(Δlon/2)` and its counterpart for the antipode
/// `C = sin²((lat₁+lat₂)/2) + cos lat₁ cos lat₂ cos²(Δlon/2)`, the distance is `2 atan2(√S, √C)`
/// (haversine formula, Sinnott 1984, and its complement). Both sums have no negative term, so
/// nothing cancels: the result is accurate to a few ulp from 1e-300 rad to pi. Longitudes beyond a
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
    let (s, c) = parts.squared_half_chords();
    if s > 1e-280 {
        return 2.0 * trig::atan2(trig::sqrt(s), trig::sqrt(c));
    }
    // Squares of so small numbers lose digits or vanish: make them 2^600 times as large.
    const LARGE: f64 = 4.149515568880993e180;
    let (u, v) = (LARGE * parts.sin_lat, LARGE * (trig::sqrt(parts.cosines) * parts.sin_lon));
    2.0 * trig::sqrt(u * u + v * v) / LARGE
}

/// `sin²(d/2)` and `cos²(d/2)` of the distance `d`; both relatively accurate, but that squares below
/// 1e-280 lose digits.
#[inline]
pub(crate) fn squared_half_chords(a: LonLat, b: LonLat) -> (f64, f64) {
    Parts::between(a, b).squared_half_chords()
}

/// Sines and cosines of half the differences of two positions, up to their signs.
struct Parts {
    sin_lat: f64,
    sin_lon: f64,
    cos_lon: f64,
    /// Of half the sum of the latitudes.
    sin_sum: f64,
    /// Product of the cosines of the latitudes.
    cosines: f64,
}

impl Parts {
    #[inline(always)]
    fn between(a: LonLat, b: LonLat) -> Self {
        let (a, b) = if a.unit() == b.unit() { (a, b) } else { (a.near_in_radians(), b.near_in_radians()) };
        let unit = a.unit();
        let ((lon1, lat1), (lon2, lat2)) = ((a.near_lon(), a.as_given().1), (b.near_lon(), b.as_given().1));
        let (sin_lon, cos_lon) = half_sin_cos(lon1, -lon2, unit);
        let (sin_lat, _) = half_sin_cos(lat1, -lat2, unit);
        let (sin_sum, _) = half_sin_cos(lat1, lat2, unit);
        let cosines = a.sin_cos_lat().1 * b.sin_cos_lat().1;
        Self { sin_lat, sin_lon, cos_lon, sin_sum, cosines }
    }

    #[inline(always)]
    fn squared_half_chords(&self) -> (f64, f64) {
        let s = self.sin_lat * self.sin_lat + self.cosines * (self.sin_lon * self.sin_lon);
        let c = self.sin_sum * self.sin_sum + self.cosines * (self.cos_lon * self.cos_lon);
        (s, c)
    }
}

/// Sine and cosine, up to their signs, of half the sum of two angles, the sum taken exactly.
#[inline(always)]
fn half_sin_cos(a: f64, b: f64, unit: AngleUnit) -> (f64, f64) {
    match unit {
        AngleUnit::Radians => {
            let (hi, lo) = positive(trig::two_sum(a, b));
            trig::sin_cos(0.5 * hi, 0.5 * lo)
        }
        AngleUnit::Degrees => {
            let (hi, lo) = positive(trig::two_sum(a, b));
            // To the nearest multiple of 180 first, exactly, then to radians.
            let (turns, quadrant) = trig::floor_small(hi / 180.0 + 0.5);
            let (hi, lo) = trig::two_sum(hi - turns * 180.0, lo);
            trig::turned(quadrant, trig::sin_cos((0.5 * hi) * trig::DEGREE, (0.5 * lo) * trig::DEGREE))
        }
    }
}

/// An angle or its negative, so that swapped positions meet the same roundings.
#[inline(always)]
fn positive((hi, lo): (f64, f64)) -> (f64, f64) {
    if hi < 0.0 { (-hi, -lo) } else { (hi, lo) }
}
