//! From a cell and a place in it to the sphere: the inverse of `locate`.

use core::f64::consts::FRAC_PI_2;

use crate::grid::{BaseCell, FaceIj};
use crate::sphere::trig::{self, INV_SQRT_6, PI_2_LO};
use crate::sphere::{AngleUnit, LonLat, UnitVec, Vec3};

/// A place on the sphere in the numbers the grid gives: exact for centres and vertices of cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Longitude as a fraction of quarter turns, `0 <= num < 4 den`.
    num: f64,
    den: f64,
    /// Whether in a cap, and on which side of the equator.
    cap: bool,
    north: bool,
    /// Equatorial zone: the sine of the latitude. Caps: the sine of half the distance to the nearer
    /// pole. Head and tail.
    sine: (f64, f64),
}

/// A cell as numbers that loops over cells vectorise with: row and column of the base cell, coordinates in it.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    row: f64,
    column: f64,
    i: f64,
    j: f64,
}

impl Spot {
    /// Any numbers will do; those of no cell make a place of no meaning.
    #[inline(always)]
    pub(crate) fn new(face: u32, i: u32, j: u32) -> Self {
        let double = |v: u32| f64::from(v as i32);
        Self { row: double(face >> 2), column: double(face & 3), i: double(i), j: double(j) }
    }
}

/// The place with offsets `dx`, `dy` in `[0, 1]` in a cell.
#[inline(always)]
pub(crate) fn place(nside: u32, cell: FaceIj, dx: f64, dy: f64) -> Place {
    let (place, from_west) = Place::of(nside, Spot::new(u32::from(cell.face.get()), cell.i, cell.j), dx, dy);
    if place.is_at_pole() {
        return next_to_pole(cell, place.den, from_west, place.north);
    }
    place
}

/// The directions of points of a base cell with coordinates `i`, `j` from 0 to `nside`, in cells; `inverse` is
/// 1 / nside. The projection of [`place`] in fewer steps: each component is good to 5e-16.
///
/// In every base cell and both zones the longitude is that of the base cell's middle and
/// `(i - j) / D` eighths of a turn, where D is nside, or in a cap the distance to the pole. The loops are plain
/// enough for the compiler to take several points at a time.
#[inline(always)]
pub(crate) fn vectors_at<const N: usize>(
    nside: f64,
    inverse: f64,
    face: BaseCell,
    (i, j): ([f64; N], [f64; N]),
) -> [Vec3; N] {
    let row = f64::from(face.get() >> 2);
    let height = |k: usize| (i[k] + j[k]) - row * nside;
    let (lowest, highest) =
        (0..N).fold((f64::MAX, f64::MIN), |(low, high), k| (low.min(height(k)), high.max(height(k))));
    let (north, south) = (row == 0.0, row == 2.0);
    // Sine of the latitude, or of half the distance to the pole; and the longitude.
    let (mut sine, mut turn) = ([0.0; N], [0.0; N]);
    let cap = (north && highest > nside) || (south && lowest < -nside);
    let whole = cap && if north { lowest >= nside } else { highest <= -nside };
    if cap {
        for k in 0..N {
            let to_pole = if north { (nside - i[k]) + (nside - j[k]) } else { i[k] + j[k] };
            sine[k] = to_pole * (INV_SQRT_6.0 * inverse);
            // At the pole itself any longitude will do.
            turn[k] = (i[k] - j[k]) / to_pole.max(f64::MIN_POSITIVE);
        }
    } else {
        for k in 0..N {
            sine[k] = height(k) * (2.0 / 3.0 * inverse);
            turn[k] = (i[k] - j[k]) * inverse;
        }
    }
    let mut points = [Vec3::ZERO; N];
    let sign = if south { -1.0 } else { 1.0 };
    for k in 0..N {
        let s = sine[k];
        let root = trig::sqrt((1.0 - s) * (1.0 + s));
        let (across, z) = if cap { (2.0 * s * root, sign * (1.0 - 2.0 * s * s)) } else { (root, s) };
        let (sin, cos) = trig::sin_cos_eighths(face.center_eighths(), turn[k]);
        points[k] = Vec3::new(across * cos, across * sin, z);
    }
    if cap && !whole {
        // Blocks across the border of a cap: rare, and by themselves.
        for k in 0..N {
            let in_cap = if north { height(k) >= nside } else { height(k) <= -nside };
            if !in_cap {
                points[k] = vector_in_belt(inverse, face, height(k), i[k] - j[k]);
            }
        }
    }
    points
}

/// The direction of a point of the equatorial zone.
#[cold]
fn vector_in_belt(inverse: f64, face: BaseCell, height: f64, east: f64) -> Vec3 {
    let z = height * (2.0 / 3.0 * inverse);
    let root = trig::sqrt((1.0 - z) * (1.0 + z));
    let (sin, cos) = trig::sin_cos_eighths(face.center_eighths(), east * inverse);
    Vec3::new(root * cos, root * sin, z)
}

/// The pole, or so near it that only the longitude is left to tell. The pole's own longitude is that
/// of the middle of the quadrant.
#[cold]
fn next_to_pole(cell: FaceIj, to_pole: f64, from_west: f64, north: bool) -> Place {
    let column = f64::from(cell.face.column());
    let sine = (0.0, 0.0);
    if to_pole <= 0.0 {
        return Place { num: 2.0 * column + 1.0, den: 2.0, cap: true, north, sine };
    }
    // Offsets may be as small as 5e-324; enlarged by 2^600, their quotient keeps its digits.
    const ENLARGE: f64 = 4.149515568880993e180;
    let den = ENLARGE * to_pole;
    let num = column * den + ENLARGE * from_west;
    Place { num: if num < 4.0 * den { num } else { 0.0 }, den, cap: true, north, sine }
}

impl Place {
    /// The place with offsets `dx`, `dy` in `[0, 1]` in a cell, unless it [is at a pole](Self::is_at_pole); and the
    /// distance from the quadrant's western meridian in half cells.
    ///
    /// Both zones go through the same operations, with selections in place of branches. All sums of whole numbers are
    /// exact.
    #[inline(always)]
    pub(crate) fn of(nside: u32, at: Spot, dx: f64, dy: f64) -> (Self, f64) {
        let size = f64::from(nside as i32);
        let Spot { row, column, i, j } = at;
        // Height over the equator in half cells.
        let y = (i + j - row * size) + (dx + dy);
        let (in_north, in_south) = ((row == 0.0) & (y > size), (row == 2.0) & (y < -size));
        let cap = in_north | in_south;

        // In half cells: distance to the pole, and of that the part between the quadrant's western
        // meridian and the point.
        let south = (i + j) + (dx + dy);
        let to_pole = if in_north { (2.0 * size - 2.0 - i - j) + ((1.0 - dx) + (1.0 - dy)) } else { south };
        let from_west = if in_north { (size - 1.0 - j) + (1.0 - dy) } else { i + dx };
        // Eastwards from longitude 0, in half cells. In eighths of a turn, base cells on the equator lie between others.
        let center = 2.0 * column + if row == 1.0 { 0.0 } else { 1.0 };
        let east = (center * size + i - j) + (dx - dy);
        let east = if east < 0.0 { east + 8.0 * size } else { east };
        let num = if cap { column * to_pole + from_west } else { east };
        let den = if cap { to_pole } else { 2.0 * size };
        let num = if num < 4.0 * den { num } else { 0.0 };

        // Caps: to_pole / (√6 nside), with what product and division drop.
        let (product, product_tail) = trig::two_product(to_pole, INV_SQRT_6.0);
        let above = if cap { product } else { 2.0 * y };
        let below = if cap { size } else { 3.0 * size };
        let head = above / below;
        let (back, back_tail) = trig::two_product(head, size);
        let dropped = ((product - back) - back_tail) + (product_tail + to_pole * INV_SQRT_6.1);
        let tail = if cap { dropped * (1.0 / size) } else { 0.0 };
        (Self { num, den, cap, north: in_north, sine: (head, tail) }, from_west)
    }

    /// Whether it is a pole or so near it that it takes more than [`Place::of`].
    #[inline(always)]
    pub(crate) fn is_at_pole(&self) -> bool {
        self.cap & (self.den < 1e-200)
    }

    /// As longitude in `[0, 2 pi)` and latitude.
    #[inline(always)]
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
        let (hi, lo) = trig::asin_small(self.sine.0, self.sine.1);
        let belt = trig::fast_two_sum(hi, lo);
        let (head, error) = trig::fast_two_sum(FRAC_PI_2, -2.0 * hi);
        let (head, tail) = trig::fast_two_sum(head, error + (PI_2_LO - 2.0 * lo));
        let sign = if self.north { 1.0 } else { -1.0 };
        if self.cap { (sign * head, sign * tail) } else { belt }
    }

    /// As a vector of length 1.
    #[inline]
    pub(crate) fn to_vec(self) -> UnitVec {
        let (sin_lon, cos_lon) = trig::sin_cos_quarter(self.num, self.den);
        let s = self.sine.0;
        // cos(lat) = √(1 - s²), or 2 s √(1 - s²) where s is the sine of half the angle to the pole.
        let root = trig::sqrt((1.0 - s) * (1.0 + s));
        let toward_pole = 1.0 - 2.0 * s * s;
        let (across, z) = match (self.cap, self.north) {
            (false, _) => (root, s),
            (true, true) => (2.0 * s * root, toward_pole),
            (true, false) => (2.0 * s * root, -toward_pole),
        };
        UnitVec::trusted(across * cos_lon, across * sin_lon, z)
    }
}
