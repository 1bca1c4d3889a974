//! From a cell and a place in it to the sphere: the inverse of `locate`.

use core::f64::consts::FRAC_PI_2;

use crate::grid::{BaseCell, FaceIj};
use crate::sphere::isa::{Isa, Plain};
use crate::sphere::trig::{self, Arcsine, INV_SQRT_6, PI_2_LO};
use crate::sphere::{AngleUnit, LonLat, UnitVec, Vec3};

/// A place on the sphere in the numbers the grid gives: exact for centres and vertices of cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Longitude as a fraction of eighths of a turn, `0 <= east < 8 den`.
    east: f64,
    den: f64,
    /// Whether in a cap, and on which side of the equator.
    cap: bool,
    north: bool,
    /// Equatorial zone: the sine of the latitude's amount. Caps: the sine of half the distance to the nearer pole. Head and tail.
    sine: (f64, f64),
}

/// A cell as numbers that loops over cells vectorise with: row and column of the base cell, coordinates in it.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    face: u32,
    i: u32,
    j: u32,
}

impl Spot {
    /// Any numbers will do; those of no cell make a place of no meaning.
    #[inline(always)]
    pub(crate) fn new(face: u32, i: u32, j: u32) -> Self {
        Self { face, i, j }
    }

    #[inline(always)]
    pub(crate) fn of(cell: FaceIj) -> Self {
        Self::new(u32::from(cell.face.get()), cell.i, cell.j)
    }

    /// The row of the base cell: 0, 1, 2 from north to south.
    #[inline(always)]
    fn row(self) -> f64 {
        double(self.face >> 2)
    }

    /// Longitude of the base cell's middle in eighths of a turn: base cells on the equator lie between others.
    #[inline(always)]
    fn middle(self) -> f64 {
        double(((self.face & 3) << 1) + (!(self.face >> 2) & 1))
    }
}

#[inline(always)]
fn double(v: u32) -> f64 {
    f64::from(v as i32)
}

/// Cells along the side of a base cell, with what divisions by their number take.
#[derive(Clone, Copy)]
pub(crate) struct Side {
    size: f64,
    inverse: f64,
    /// Whether the number is a power of two, so that divisions by it are products and exact.
    binary: bool,
}

impl Side {
    /// Any number.
    #[inline(always)]
    pub(crate) fn of(nside: u32) -> Self {
        if nside.is_power_of_two() { Self::binary(nside) } else { Self::other(nside) }
    }

    /// A power of two.
    #[inline(always)]
    pub(crate) fn binary(nside: u32) -> Self {
        let exponent = u64::from(1023 - nside.trailing_zeros().min(31));
        Self { size: double(nside), inverse: f64::from_bits(exponent << 52), binary: true }
    }

    /// A number that is none, or not known to be one.
    #[inline(always)]
    pub(crate) fn other(nside: u32) -> Self {
        let size = double(nside);
        Self { size, inverse: 1.0 / size, binary: false }
    }

    /// The sine of [`Place`] at so many half cells from the pole or from the equator, head and tail.
    ///
    /// That is 1/√6 or 2/3 of so many base cells, with what product and quotient drop.
    #[inline(always)]
    fn sine<I: Isa>(self, distance: f64, cap: bool) -> (f64, f64) {
        const TWO_THIRDS: (f64, f64) = (0.6666666666666666, 3.700743415417188e-17);
        let (factor, factor_tail) = if cap { INV_SQRT_6 } else { TWO_THIRDS };
        let product = distance * factor;
        let dropped = I::product_error(distance, factor, product) + distance * factor_tail;
        if self.binary {
            return (product * self.inverse, dropped * self.inverse);
        }
        let head = product / self.size;
        (head, (I::remainder(product, head, self.size) + dropped) * self.inverse)
    }
}

/// The place with offsets `dx`, `dy` in `[0, 1]` in a cell.
#[inline(always)]
pub(crate) fn place(nside: u32, cell: FaceIj, dx: f64, dy: f64) -> Place {
    let (place, from_west) = Place::of::<Plain>(Side::of(nside), Spot::of(cell), dx, dy);
    if place.is_at_pole() {
        return next_to_pole(cell, place.den, from_west, place.north);
    }
    place
}

/// The same for offsets of 0, 1/2 and 1, in fewer steps.
#[inline(always)]
pub(crate) fn landmark(nside: u32, cell: FaceIj, dx: f64, dy: f64) -> Place {
    let place = Place::landmark::<Plain>(Side::of(nside), Spot::of(cell), dx, dy);
    if place.is_at_pole() {
        return next_to_pole(cell, 0.0, 0.0, place.north);
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
        return Place { east: 2.0 * column + 1.0, den: 1.0, cap: true, north, sine };
    }
    // Offsets may be as small as 5e-324; enlarged by 2^600, their quotient keeps its digits.
    const ENLARGE: f64 = 4.149515568880993e180;
    let den = ENLARGE * to_pole;
    let num = column * den + ENLARGE * from_west;
    Place { east: if num < 4.0 * den { 2.0 * num } else { 0.0 }, den, cap: true, north, sine }
}

impl Place {
    /// The place with offsets `dx`, `dy` in `[0, 1]` in a cell, unless it [is at a pole](Self::is_at_pole); and the
    /// distance from the quadrant's western meridian in half cells.
    ///
    /// Both zones go through the same operations, with selections in place of branches. All sums of whole numbers are
    /// exact.
    #[inline(always)]
    pub(crate) fn of<I: Isa>(side: Side, at: Spot, dx: f64, dy: f64) -> (Self, f64) {
        let size = side.size;
        let (row, i, j) = (at.row(), double(at.i), double(at.j));
        // Height over the equator in half cells.
        let y = (i + j - row * size) + (dx + dy);
        let (in_north, in_south) = ((row == 0.0) & (y > size), (row == 2.0) & (y < -size));
        let cap = in_north | in_south;

        // In half cells: distance to the pole, and of that the part between the quadrant's western
        // meridian and the point.
        let south = (i + j) + (dx + dy);
        let to_pole = if in_north { (2.0 * size - 2.0 - i - j) + ((1.0 - dx) + (1.0 - dy)) } else { south };
        let from_west = if in_north { (size - 1.0 - j) + (1.0 - dy) } else { i + dx };
        // Eastwards from longitude 0, in half cells.
        let east = (at.middle() * size + i - j) + (dx - dy);
        let east = if east < 0.0 { east + 8.0 * size } else { east };
        let column = double(at.face & 3);
        let (east, den) = if cap { (2.0 * (column * to_pole + from_west), to_pole) } else { (east, size) };
        let east = if east < 8.0 * den { east } else { 0.0 };
        let sine = side.sine::<I>(if cap { to_pole } else { y.abs() }, cap);
        (Self { east, den, cap, north: y >= 0.0, sine }, from_west)
    }

    /// The same for offsets of 0, 1/2 and 1, with which all numbers of half cells are exact.
    ///
    /// North and south are alike, and the longitude is that of the base cell's middle and `(i - j) / D` eighths of a turn, where D is nside, or
    /// in a cap the distance to the pole.
    #[inline(always)]
    pub(crate) fn landmark<I: Isa>(side: Side, at: Spot, dx: f64, dy: f64) -> Self {
        let size = side.size;
        // At most 2^30: no sum of coordinates of a cell is lost.
        let (sum, difference) = (at.i.wrapping_add(at.j), at.i.wrapping_sub(at.j));
        let y = double(sum) + (dx + dy) - at.row() * size;
        let height = y.abs();
        let cap = height > size;
        let to_pole = 2.0 * size - height;
        let den = if cap { to_pole } else { size };
        let east = at.middle() * den + (double(difference) + (dx - dy));
        // Only on the base cell at longitude 0.
        let east = if east < 0.0 { east + 8.0 * size } else { east };
        let sine = side.sine::<I>(if cap { to_pole } else { height }, cap);
        Self { east, den, cap, north: y >= 0.0, sine }
    }

    /// Whether it is a pole or so near it that it takes more than [`Place::of`].
    #[inline(always)]
    pub(crate) fn is_at_pole(&self) -> bool {
        self.cap & (self.den < 1e-200)
    }

    /// Whether it is so near the equator that products lose digits to underflow, and are not those of every machine. Only
    /// positions with offsets are.
    #[inline(always)]
    pub(crate) fn is_tiny(&self) -> bool {
        (self.sine.0 < 1e-200) & (self.sine.0 > 0.0)
    }

    /// As longitude in `[0, 2 pi)` and latitude.
    #[inline(always)]
    pub(crate) fn to_lonlat<I: Isa>(self, unit: AngleUnit, arcsine: &Arcsine) -> LonLat {
        let (lon, full) = match unit {
            AngleUnit::Radians => (self.lon(), core::f64::consts::TAU),
            AngleUnit::Degrees => (self.east * 45.0 / self.den, 360.0),
        };
        let lat = match unit {
            AngleUnit::Radians => self.lat(arcsine),
            AngleUnit::Degrees => self.lat_deg::<I>(arcsine),
        };
        let lat = if self.north { lat } else { -lat };
        LonLat::trusted(if lon < full { lon } else { 0.0 }, lat, unit)
    }

    #[inline(always)]
    fn lon(self) -> f64 {
        // pi/4 in two parts, the first of 19 bits: its product with a numerator is exact.
        const HEAD: f64 = 1.5707931518554688 / 2.0;
        const TAIL: f64 = 3.1749394278692314e-06 / 2.0;
        (self.east * HEAD + self.east * TAIL) / self.den
    }

    /// The amount of the latitude in radians: at most fl(pi/2), since a distance to the pole is not negative.
    #[inline(always)]
    fn lat(self, arcsine: &Arcsine) -> f64 {
        let (hi, lo) = arcsine.of(self.sine.0, self.sine.1);
        let (head, error) = trig::fast_two_sum(FRAC_PI_2, -2.0 * hi);
        let from_pole = head + (error + (PI_2_LO - 2.0 * lo));
        if self.cap { from_pole } else { hi + lo }
    }

    /// The same in degrees: at most 90.
    #[inline(always)]
    fn lat_deg<I: Isa>(self, arcsine: &Arcsine) -> f64 {
        let (hi, lo) = arcsine.of(self.sine.0, self.sine.1);
        let (head, tail) = trig::degrees_in_parts::<I>(hi, lo);
        let (from_pole, error) = trig::fast_two_sum(90.0, -2.0 * head);
        if self.cap { from_pole + (error - 2.0 * tail) } else { head + tail }
    }

    /// As a vector of length 1.
    #[inline(always)]
    pub(crate) fn to_vec(self) -> UnitVec {
        let (sin_lon, cos_lon) = trig::sin_cos_quarter(self.east, 2.0 * self.den);
        let s = self.sine.0 + self.sine.1;
        // cos(lat) = √(1 - s²), or 2 s √(1 - s²) where s is the sine of half the angle to the pole.
        let root = trig::sqrt((1.0 - s) * (1.0 + s));
        let (across, z) = if self.cap { (2.0 * s * root, 1.0 - 2.0 * s * s) } else { (root, s) };
        UnitVec::trusted(across * cos_lon, across * sin_lon, if self.north { z } else { -z })
    }
}
