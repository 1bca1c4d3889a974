//! From a cell and a place in it to the sphere: the inverse of `locate`.

use core::f64::consts::FRAC_PI_2;

use crate::grid::{BaseCellRow, FaceIj};
use crate::sphere::trig::{self, PI_2_LO};
use crate::sphere::{AngleUnit, LonLat, UnitVec};

/// 1/√6, head and tail.
const INV_SQRT_6: (f64, f64) = (0.408248290463863, -8.638255191177819e-19);

/// A place on the sphere in the numbers the grid gives: exact for centres and vertices of cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Longitude as a fraction of quarter turns, `0 <= num < 4 den`.
    num: f64,
    den: f64,
    height: Height,
}

/// How far north.
#[derive(Debug, Clone, Copy)]
enum Height {
    /// Equatorial zone: the sine of the latitude.
    Belt { sin_lat: f64 },
    /// Caps: the sine of half the distance to the pole, head and tail.
    Cap { sin_half: (f64, f64), north: bool },
}

/// The place with offsets `dx`, `dy` in `[0, 1]` in a cell.
#[inline]
pub(crate) fn place(nside: u32, cell: FaceIj, dx: f64, dy: f64) -> Place {
    let n = i64::from(nside);
    let (i, j) = (i64::from(cell.i), i64::from(cell.j));
    let row = cell.face.row();
    // Height over the equator in half cells.
    let base = match row {
        BaseCellRow::North => i + j,
        BaseCellRow::Equator => i + j - n,
        BaseCellRow::South => i + j - 2 * n,
    };
    let y = base as f64 + (dx + dy);
    match row {
        BaseCellRow::North if y > n as f64 => {
            let to_pole = (2 * n - 2 - i - j) as f64 + ((1.0 - dx) + (1.0 - dy));
            cap(nside, cell, to_pole, (n - 1 - j) as f64 + (1.0 - dy), true)
        }
        BaseCellRow::South if y < -(n as f64) => {
            let to_pole = (i + j) as f64 + (dx + dy);
            cap(nside, cell, to_pole, i as f64 + dx, false)
        }
        _ => {
            let x = (i64::from(cell.face.center_eighths()) * n + i - j) as f64 + (dx - dy);
            let around = (8 * n) as f64;
            let x = if x < 0.0 { x + around } else { x };
            let num = if x < around { x } else { 0.0 };
            Place { num, den: (2 * n) as f64, height: Height::Belt { sin_lat: 2.0 * y / (3 * n) as f64 } }
        }
    }
}

/// `to_pole` and `from_west` in half cells: distance to the pole, and of that the part that lies
/// between the point and the quadrant's western meridian.
#[inline]
fn cap(nside: u32, cell: FaceIj, to_pole: f64, from_west: f64, north: bool) -> Place {
    let column = f64::from(cell.face.column());
    if to_pole <= 0.0 {
        // The pole, seen from the middle of the quadrant.
        return Place { num: 2.0 * column + 1.0, den: 2.0, height: Height::Cap { sin_half: (0.0, 0.0), north } };
    }
    // Offsets may be as small as 5e-324; enlarged, their quotient keeps its digits.
    let enlarge = if to_pole < 1e-200 { 4.149515568880993e180 } else { 1.0 };
    let den = enlarge * to_pole;
    let num = column * den + enlarge * from_west;
    let num = if num < 4.0 * den { num } else { 0.0 };
    let n = f64::from(nside);
    let (head, tail) = trig::two_product(to_pole, INV_SQRT_6.0);
    let tail = tail + to_pole * INV_SQRT_6.1;
    let quotient = head / n;
    // What the division dropped, from its exact remainder.
    let (back, back_lo) = trig::two_product(quotient, n);
    let tail = (((head - back) - back_lo) + tail) / n;
    Place { num, den, height: Height::Cap { sin_half: (quotient, tail), north } }
}

impl Place {
    /// As longitude in `[0, 2 pi)` and latitude.
    #[inline]
    pub(crate) fn to_lonlat(self, unit: AngleUnit) -> LonLat {
        let (lon, full) = match unit {
            AngleUnit::Radians => (self.lon(), core::f64::consts::TAU),
            AngleUnit::Degrees => (self.num * 90.0 / self.den, 360.0),
        };
        let (hi, lo) = self.lat();
        let lat = match unit {
            AngleUnit::Radians => hi + lo,
            AngleUnit::Degrees => trig::to_degrees(hi, lo),
        };
        let limit = unit.max_latitude();
        LonLat::trusted(if lon < full { lon } else { 0.0 }, lat.clamp(-limit, limit), unit)
    }

    #[inline(always)]
    fn lon(self) -> f64 {
        // pi/2 in two parts, the first of 19 bits: its product with a numerator is exact.
        const HEAD: f64 = 1.5707931518554688;
        const TAIL: f64 = 3.1749394278692314e-06;
        (self.num * HEAD + self.num * TAIL) / self.den
    }

    /// Latitude in radians, head and tail.
    #[inline(always)]
    fn lat(self) -> (f64, f64) {
        match self.height {
            Height::Belt { sin_lat } => {
                let (hi, lo) = trig::asin_small(sin_lat, 0.0);
                trig::fast_two_sum(hi, lo)
            }
            Height::Cap { sin_half, north } => {
                let (hi, lo) = trig::asin_small(sin_half.0, sin_half.1);
                let (head, error) = trig::fast_two_sum(FRAC_PI_2, -2.0 * hi);
                let (head, tail) = trig::fast_two_sum(head, error + (PI_2_LO - 2.0 * lo));
                if north { (head, tail) } else { (-head, -tail) }
            }
        }
    }

    /// As a vector of length 1.
    #[inline]
    pub(crate) fn to_vec(self) -> UnitVec {
        let (sin_lon, cos_lon) = trig::sin_cos_quarter(self.num, self.den);
        let (across, z) = match self.height {
            Height::Belt { sin_lat } => (trig::sqrt((1.0 - sin_lat) * (1.0 + sin_lat)), sin_lat),
            Height::Cap { sin_half: (s, _), north } => {
                let z = 1.0 - 2.0 * s * s;
                (2.0 * s * trig::sqrt((1.0 - s) * (1.0 + s)), if north { z } else { -z })
            }
        };
        UnitVec::trusted(across * cos_lon, across * sin_lon, z)
    }
}
