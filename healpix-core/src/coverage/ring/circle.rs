//! How far a circle reaches to both sides of its centre on the parallels of the grid.
//!
//! With ρ and z the distances of a parallel, and ρ₀, z₀ those of the circle's centre, from the axis and from the equator's plane,
//! the squared chord from the centre to a point of the parallel, at a longitude w from it, is
//! `(ρ - ρ₀)² + (z - z₀)² + 4 ρ ρ₀ sin²(w/2)`. So the points within a squared chord C are those with `sin²(w/2) <= q`,
//! `q = (C - (ρ - ρ₀)² - (z - z₀)²) / 4 ρ ρ₀`: one root for ρ, one quotient and one arcsine of a root for each parallel.
//!
//! Errors, with u = 2^-53 and d² = (ρ - ρ₀)² + (z - z₀)²: z and ρ are good to 6 u, and so are ρ₀ and z₀; their differences to 14 u,
//! d² to `40 u d + 4 u d²`, and C to 8 u C. What decides in the end are points that are themselves rounded: centres of cells to 8 u, their
//! distance from the circle's centre to 8 u of itself and of the radius; corners to 9 u; and discs have a margin of 27 u. Where d is not larger than the
//! chord c (elsewhere there is no point), all this is below `2 (14 + 9 + 27 + 20) u c + 24 u c²`, less than 200 u c for c up to √2.
//! [`Circle::error`] is 4e-14 c, 360 u c. Its second part, 4e-28, is for circles so small that the squares of
//! those errors count, (70 u)² = 6e-29. The quotient's factors add less than 16 u of q.
//!
//! From q to w: the derivative of `2 asin √q` is `1 / √(q (1 - q))`. With m the smaller one of q and 1 - q, and an error e of q below m/4, it
//! stays below `2/√3 · √2 / √m` on the way, so w is good to 1.64 e/√m radians or 1.04 e/√m quarter turns; 1.25 is taken. Larger errors
//! are for [`Circle::width_at`], which takes them to both ends of what q may be. The arcsine is a polynomial of 12 terms, good to 2^-36 of itself:
//! the 1e-11 that it may be wrong by makes a place doubtful once in many rings, and then that cell is asked by itself.
//! All longitudes come to 2e-15 quarter turns (rounding of x₀ < 4, of sums below 8 and of products by the count of cells).

use super::corners::RingOf;
use super::row::{Bounds, ROWS};
use crate::sphere::Vec3;
use crate::sphere::trig::{self, INV_SQRT_6, floor_long};

/// (4/pi) asin(√m) / √m in m, 0 <= m <= 1/2: 2^-36.
const QUARTERS: [f64; 12] = [
    1.2732395447283957,
    0.21220659468089467,
    0.0954925978144648,
    0.056854587546802636,
    0.0384283220537283,
    0.03129589314533355,
    0.0027097541299545363,
    0.10428319267372585,
    -0.23627587890329668,
    0.4734226751419014,
    -0.4839556911801416,
    0.2556727783909967,
];

/// The same for m up to [`SMALL`]: 2^-37.
const QUARTERS_SMALL: [f64; 5] =
    [1.273239544741326, 0.2122065830901078, 0.09549450063922625, 0.05673439075603233, 0.041682100090123034];
const SMALL: f64 = 0.04;

/// What the polynomials may be wrong by, relatively; twice their bound.
pub(super) const BLUNT: f64 = 3e-11;
/// What longitudes in quarter turns may be wrong by: twice its bound.
pub(super) const BLUR: f64 = 4e-15;
/// The part of q that its factors may be wrong by.
const FACTORS: f64 = 2e-15;

/// No point of a parallel, and all points, as half widths in quarter turns: beyond any other.
pub(super) const NONE: f64 = -8.0;
pub(super) const ALL: f64 = 8.0;

/// Parallels that are needed for so many rings: one more at both ends.
pub(super) const PARALLELS: usize = ROWS + 2;

/// A circle around a centre, no larger than a hemisphere's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circle {
    /// The centre's longitude in quarter turns, from 0 to 4.
    pub(super) x: f64,
    pub(super) rho: f64,
    pub(super) z: f64,
    /// Squared chord.
    pub(super) square: f64,
    pub(super) chord: f64,
    /// Distance from the axis of its northernmost and of its southernmost point, and the sine and cosine of its radius.
    pub(super) ends: (f64, f64),
    pub(super) sin_cos: (f64, f64),
    /// Whether q is nowhere above [`SMALL`].
    pub(super) small: bool,
    /// What a difference of squared chords may be wrong by.
    pub(super) error: f64,
}

/// Distances of a parallel from the axis and the equator's plane.
#[derive(Debug, Clone, Copy)]
struct Parallel {
    rho: f64,
    z: f64,
}

/// A grid's parallels: ring numbers, 0 and 4 nside for the poles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parallels {
    pub(super) nside: u32,
    inverse: f64,
}

impl Parallels {
    pub(super) fn new(nside: u32) -> Self {
        Self { nside, inverse: 1.0 / f64::from(nside) }
    }

    /// In the belt, `y` parallels north of the equator.
    #[inline(always)]
    fn belt(&self, y: f64) -> Parallel {
        let z = y * (2.0 / 3.0 * self.inverse);
        Parallel { rho: trig::sqrt((1.0 - z) * (1.0 + z)), z }
    }

    /// In the northern cap, `t` parallels from the pole.
    #[inline(always)]
    fn cap(&self, t: f64) -> Parallel {
        let s = t * (INV_SQRT_6.0 * self.inverse);
        Parallel { rho: 2.0 * s * trig::sqrt((1.0 - s) * (1.0 + s)), z: 1.0 - 2.0 * s * s }
    }

    fn at(&self, ring: u32) -> Parallel {
        let (n, south) = (self.nside, 4 * self.nside - ring);
        if ring < n {
            self.cap(f64::from(ring))
        } else if south < n {
            let Parallel { rho, z } = self.cap(f64::from(south));
            Parallel { rho, z: -z }
        } else {
            self.belt(2.0 * f64::from(n) - f64::from(ring))
        }
    }

    /// The parallels from one on.
    #[inline(always)]
    pub(super) fn fill(&self, ring: u32, len: usize, rho: &mut [f64; PARALLELS], z: &mut [f64; PARALLELS]) {
        let n = f64::from(self.nside);
        let (first, end) = (f64::from(ring), f64::from(ring) + len as f64);
        let (rho, z) = (&mut rho[..len], &mut z[..len]);
        let numbers = || (0i32..).map(|k| first + f64::from(k));
        if end <= n {
            for ((rho, z), ring) in rho.iter_mut().zip(z).zip(numbers()) {
                Parallel { rho: *rho, z: *z } = self.cap(ring);
            }
        } else if first >= n && end <= 3.0 * n + 1.0 {
            for ((rho, z), ring) in rho.iter_mut().zip(z).zip(numbers()) {
                Parallel { rho: *rho, z: *z } = self.belt(2.0 * n - ring);
            }
        } else if first > 3.0 * n {
            for ((rho, z), ring) in rho.iter_mut().zip(z).zip(numbers()) {
                let at = self.cap(4.0 * n - ring);
                (*rho, *z) = (at.rho, -at.z);
            }
        } else {
            for ((rho, z), ring) in rho.iter_mut().zip(z).zip(ring..) {
                Parallel { rho: *rho, z: *z } = self.at(ring);
            }
        }
    }
}

impl Circle {
    /// Around a direction with its longitude in quarter turns.
    pub(super) fn new(center: Vec3, x: f64, square: f64) -> Self {
        let (rho, z) = (trig::sqrt(center.x * center.x + center.y * center.y), center.z);
        let positive = square.max(0.0);
        let chord = trig::sqrt(positive);
        let (sin, cos) = (chord * trig::sqrt((1.0 - 0.25 * positive).max(0.0)), 1.0 - 0.5 * positive);
        // Its points on the centre's meridian: beyond a pole they are as far from it on the other side.
        let ends = ((rho * cos - z * sin).abs(), (rho * cos + z * sin).abs());
        let away = 1.0 - z.abs();
        // Without a pole in it, q is largest on the shortest of its parallels at most.
        let small = rho * rho + away * away > 1.01 * positive
            && positive < 0.99 * SMALL * (4.0 * rho * if ends.0 < ends.1 { ends.0 } else { ends.1 });
        Self { x, rho, z, square, chord, error: 4e-14 * chord + 4e-28, ends, sin_cos: (sin, cos), small }
    }

    /// The places of the centres that it contains, in up to `len` rings from one on; in how many.
    pub(super) fn centers(&self, grid: &Parallels, ring: u32, len: usize, bounds: &mut Bounds) -> usize {
        let (side, n) = (grid.nside, f64::from(grid.nside));
        let first = f64::from(ring);
        let upto = |end: u32| len.min((end - ring) as usize).min(ROWS);
        if ring < side {
            let len = upto(side);
            self.centers_sized(grid, ring, len, bounds, |_, k| (grid.cap(first + k), first + k, 0.5));
            len
        } else if ring <= 3 * side {
            let len = upto(3 * side + 1);
            let halves = &HALVES[((ring - side) & 1) as usize..];
            self.centers_sized(grid, ring, len, bounds, |at, k| (grid.belt((2.0 * n - first) - k), n, halves[at]));
            len
        } else {
            let len = upto(4 * side);
            let from_south = 4.0 * n - first;
            self.centers_sized(grid, ring, len, bounds, |_, k| {
                let Parallel { rho, z } = grid.cap(from_south - k);
                (Parallel { rho, z: -z }, from_south - k, 0.5)
            });
            len
        }
    }

    /// The same where one formula gives parallel, cells in a quarter turn and first centre of each ring.
    #[inline(always)]
    fn centers_sized(
        &self,
        grid: &Parallels,
        ring: u32,
        len: usize,
        bounds: &mut Bounds,
        row: impl Fn(usize, f64) -> (Parallel, f64, f64),
    ) {
        if self.small {
            self.centers_of::<true>(grid, ring, len, bounds, row);
        } else {
            self.centers_of::<false>(grid, ring, len, bounds, row);
        }
    }

    #[inline(always)]
    fn centers_of<const SMALL_ONLY: bool>(
        &self,
        grid: &Parallels,
        ring: u32,
        len: usize,
        bounds: &mut Bounds,
        row: impl Fn(usize, f64) -> (Parallel, f64, f64),
    ) {
        let (first, last) = (&mut bounds.first[..len], &mut bounds.last[..len]);
        // In two loops: what waits for the first root and the quotient, and what waits for the second root.
        let (mut quotients, mut factors) = ([0.0; ROWS], [0.0; ROWS]);
        let (quotients, factors) = (&mut quotients[..len], &mut factors[..len]);
        for k in 0..len {
            (quotients[k], factors[k]) = self.quotient(row(k, f64::from(k as i32)).0);
        }
        let (mut clear, mut plain) = (true, true);
        for k in 0..len {
            let (_, quarter, half) = row(k, f64::from(k as i32));
            let ends = self.center_ends::<SMALL_ONLY>((quotients[k], factors[k]), quarter, half);
            (first[k], last[k]) = (ends.first, ends.last);
            clear &= ends.clear;
            plain &= ends.plain;
        }
        (bounds.sure, bounds.plain) = (clear, plain);
        if clear {
            return;
        }
        for k in 0..len {
            let (_, quarter, half) = row(k, f64::from(k as i32));
            if self.center_ends::<SMALL_ONLY>((quotients[k], factors[k]), quarter, half).clear {
                (bounds.sure_first[k], bounds.sure_last[k]) = (bounds.first[k], bounds.last[k]);
            } else {
                self.doubtful_centers(grid, ring + k as u32, k, bounds);
            }
        }
    }

    #[inline(always)]
    fn center_ends<const SMALL_ONLY: bool>(&self, q: (f64, f64), quarter: f64, half: f64) -> Ends {
        let (width, root, slack) = self.width::<SMALL_ONLY>(q);
        let (east, west) = (down((width + self.x) * quarter - half), down((width - self.x) * quarter - half));
        let off = if east.off < west.off { east.off } else { west.off };
        // Neither holds where anything is NaN.
        let clear = off * root > quarter * (slack + root * (BLUR + BLUNT * width));
        let before = -2.0 * half;
        let plain = (west.value < before) & (east.value < 4.0 * quarter) & (before - west.value <= east.value);
        Ends { first: -i64::from(half > 0.0) - west.whole, last: east.whole, clear, plain }
    }

    /// q on a parallel, and what squared chords are divided by for it.
    #[inline(always)]
    fn quotient(&self, at: Parallel) -> (f64, f64) {
        let (dr, dz) = (at.rho - self.rho, at.z - self.z);
        let factor = 1.0 / (4.0 * self.rho * at.rho);
        ((self.square - (dr * dr + dz * dz)) * factor, factor)
    }

    /// Half the width in quarter turns, and √m and that times its error, for [`Circle::centers`]: the last is NaN where the bound does not hold.
    #[inline(always)]
    fn width<const SMALL_ONLY: bool>(&self, (q, factor): (f64, f64)) -> (f64, f64, f64) {
        let near = SMALL_ONLY || q <= 0.5;
        let m = if near { q } else { 1.0 - q };
        let root = trig::sqrt(m);
        let width = if SMALL_ONLY { small_arcsine(m, root) } else { arcsine(m, root) };
        let error = self.error * factor + FACTORS * q;
        let slack = if 4.0 * error < m { 1.25 * error } else { f64::NAN };
        (if near { width } else { 2.0 - width }, root, slack)
    }

    /// The least and the largest that half the width can be on a parallel, where squared chords may also be smaller or larger by
    /// `less` and `more`; NaN where that takes [`Circle::width_at`].
    #[inline(always)]
    pub(super) fn widths_on<const SMALL_ONLY: bool>(&self, rho: f64, z: f64, (less, more): (f64, f64)) -> (f64, f64) {
        let (dr, dz) = (rho - self.rho, z - self.z);
        let factor = 1.0 / (4.0 * self.rho * rho);
        let rest = self.square - (dr * dr + dz * dz);
        let q = rest * factor;
        let near = SMALL_ONLY || q <= 0.5;
        let m = if near { q } else { 1.0 - q };
        let root = trig::sqrt(m);
        let width = if SMALL_ONLY { small_arcsine(m, root) } else { arcsine(m, root) };
        let width = if near { width } else { 2.0 - width };
        let error = self.error * factor + FACTORS * q;
        let (less_q, more_q) = (error + less * factor, error + more * factor);
        let blur = BLUR + BLUNT * width;
        let by_root = 1.25 / root;
        let none = rest + self.error + more < 0.0;
        let clear = 4.0 * (error + (less + more) * factor) < m;
        let low = if clear { width - (less_q * by_root + blur) } else { f64::NAN };
        let high = if clear { width + (more_q * by_root + blur) } else { f64::NAN };
        (if none { NONE } else { low }, if none { NONE } else { high })
    }

    #[cold]
    fn doubtful_centers(&self, grid: &Parallels, ring: u32, k: usize, bounds: &mut Bounds) {
        let row = RingOf::new(grid.nside, ring);
        let (low, high) = self.width_at(grid, ring, (0.0, 0.0));
        let ends = |width: f64| {
            let last = |x: f64| floor_long(row.last_center(x)).1;
            (row.mirrored(last(width - self.x)), last(width + self.x))
        };
        (bounds.sure_first[k], bounds.sure_last[k]) = ends(low);
        (bounds.first[k], bounds.last[k]) = ends(high);
    }

    /// The least and the largest that half the width can be, in quarter turns, where squared chords may also be smaller or larger by `sag`.
    pub(super) fn width_at(&self, grid: &Parallels, ring: u32, sag: (f64, f64)) -> (f64, f64) {
        let at = grid.at(ring);
        let (dr, dz) = (at.rho - self.rho, at.z - self.z);
        let rest = self.square - (dr * dr + dz * dz);
        let factor = 4.0 * self.rho * at.rho;
        let (low, high) = (rest - self.error - sag.0, rest + self.error + sag.1);
        let least = low / factor * (1.0 - 2.0 * FACTORS);
        let most = high / factor * (1.0 + 2.0 * FACTORS);
        // A quotient by 0 is infinite, or NaN where neither is known: all of a parallel without length.
        let least = match () {
            () if low <= 0.0 => NONE,
            () if least < 1.0 => half_width(least) - BLUR,
            () => ALL,
        };
        let most = match () {
            () if high < 0.0 => NONE,
            () if most < 1.0 => half_width(most) + BLUR,
            () => ALL,
        };
        (least, most)
    }
}

/// (4/pi) asin(√m), given √m, for m up to [`SMALL`].
#[inline(always)]
fn small_arcsine(m: f64, root: f64) -> f64 {
    let c = &QUARTERS_SMALL;
    root * ((c[0] + c[1] * m) + (m * m) * ((c[2] + c[3] * m) + (m * m) * c[4]))
}

/// (4/pi) asin(√m), given √m, for m up to 1/2.
#[inline(always)]
fn arcsine(m: f64, root: f64) -> f64 {
    let c = &QUARTERS;
    let (m2, m4) = (m * m, (m * m) * (m * m));
    let four = |k: usize| (c[k] + c[k + 1] * m) + m2 * (c[k + 2] + c[k + 3] * m);
    root * (four(0) + m4 * (four(4) + m4 * four(8)))
}

/// (4/pi) asin(√q) to the last digits, 0 <= q <= 1.
fn half_width(q: f64) -> f64 {
    trig::atan2(trig::sqrt(q), trig::sqrt(1.0 - q)) * (2.0 * core::f64::consts::FRAC_2_PI)
}

/// First and last place of a run, whether they are certain, and whether the run is neither empty nor at an end of the ring.
#[derive(Clone, Copy)]
struct Ends {
    first: i64,
    last: i64,
    clear: bool,
    plain: bool,
}

/// Where the first centre is, in rings of the belt one after the other.
pub(super) const HALVES: [f64; ROWS + 1] = {
    let mut halves = [0.5; ROWS + 1];
    let mut k = 1;
    while k <= ROWS {
        halves[k] = 0.0;
        k += 2;
    }
    halves
};

/// A number below 2^50 rounded down, and how far it is from the nearest whole one.
#[derive(Clone, Copy)]
pub(super) struct Down {
    value: f64,
    pub(super) whole: i64,
    off: f64,
}

#[inline(always)]
pub(super) fn down(x: f64) -> Down {
    // 1.5 · 2^52: adding it rounds to the nearest whole number and leaves that in the low bits.
    const SHIFT: f64 = 6755399441055744.0;
    let shifted = x + SHIFT;
    let nearest = shifted - SHIFT;
    let value = if nearest > x { nearest - 1.0 } else { nearest };
    let whole = ((value + SHIFT).to_bits() as i64).wrapping_sub(SHIFT.to_bits() as i64);
    Down { value, whole, off: (x - nearest).abs() }
}

#[cfg(test)]
#[path = "circle_tests.rs"]
mod tests;
