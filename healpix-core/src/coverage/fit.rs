//! A surface over a block of cells, as a polynomial of degree 2 in each coordinate, with a bound of its error.
//!
//! The polynomial goes through the function's values at 3 by 3 points of the block. A function of one variable on a length h
//! strays from the parabola through its values at both ends and the middle by at most `max|f'''| h³ / (72√3)`, and the
//! parabola through values that are wrong by ε is wrong by 5/4 ε. For both coordinates together that is
//! `(1 + 5/4) max|f'''| h³ / (72√3)`, and 25/16 ε.
//!
//! Derivatives of a point p along a side, as in the module docs of `patch`, with k = 1 for a whole base cell:
//!
//! * equatorial zone: with ρ = √(1 - z²) and the longitude φ, p = (ρ e^(iφ), z), z' = 2/3, φ' = pi/4, |z| <= 2/3. Then ρ' = -z z'/ρ,
//!   ρ'' = -z'²/ρ³, ρ''' = -3 z z'³/ρ⁵. |p'|² = z'²/ρ² + φ'² ρ² <= 1.07². p'' has the radial part ρ'' - φ'² ρ and the tangential
//!   one 2 φ' ρ'; p''' has ρ''' - 3 φ'² ρ', of two terms with opposite signs, and 3 φ' ρ'' - φ'³ ρ. All parts grow with |z|:
//!   |p''| from 1.062 to 1.80 is below 1.07 + 1.93 z², |p'''| from 1.532 to 3.87 below 1.54 + 5.25 z².
//! * caps: with r = σ g, g = √(6 - σ²) / 3 and l, l' = -l/σ, l'' = 2 l/σ², l''' = -6 l/σ³, σ <= 1, l <= pi/2. p' has the parts
//!   2/√(6 - σ²) <= 0.895 and g l, together at most 1.53; |p''| <= 1.292 + 2.015/σ. p''' has the radial part
//!   r''' - 3 r' l'² - 3 r l' l'' = -36 (6 - σ²)^(-5/2) + 2 l²/(g σ²), at most 6.62/σ² (and the first term at most 0.65), and the
//!   tangential one 3 r'' l' + 3 r' l'' + r l''' - r l'³ = 6 l (6 - σ²)^(-3/2) + g l³/σ², at most (0.844 + 3.165) / σ². z''' = 0.
//!   Together at most 7.75 / σ².
//!
//! Of a function linear in space the third derivative is that of p times its slope. In the direction of a point c near p it
//! is less: c·p''' = p·p''' + (c - p)·p''', and p·p''' = -3 p'·p'' = -3/2 (|p'|²)', because |p| = 1. In the equatorial zone
//! that is 3 z z' ((4/9)/(1 - z²)² - φ'²) and less than 0.35 |z| + 2.95 |z|³; in a cap
//! 3 (4 σ/(6 - σ²)² - σ l²/9 - g² l²/σ), between 0.48 and -0.83 - 4.94/σ.

use super::patch::Patch;
use crate::grid::BaseCell;
use crate::projection::vectors_at;
use crate::region::local::Surface;
use crate::sphere::{Vec3, trig};

/// `(1 + 5/4) / (72√3)`, and some.
const CUBIC: f64 = 0.018_05;

/// Distances below this are left to the exact path: its own margin of 3e-15, what rounding does to points there (1e-15)
/// and, times 25/16, at the nodes (below 2e-15).
const SLACK: f64 = 1e-14;

/// What additions and products do to a polynomial whose coefficients sum to 1, at most: the worst is one enlarged by
/// 4 around a point 3 away, with sums of 9 products below 7⁴.
const ALGEBRA: f64 = 1e-11;

/// Coefficients of exact lines are multiples of this part of their sum: steps of a quarter in two coordinates, and as much
/// as the sum itself on top, leave them 24 bits.
const ROUND: f64 = 1.0 / 1048576.0;

/// A polynomial `Σ c[b][a] xᵃ yᵇ`, with x along i and y along j, both from -1 to 1 in the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quadratic {
    pub(super) c: [[f64; 3]; 3],
}

/// The parabola through values at -1, 0 and 1.
#[inline(always)]
fn parabola([a, b, c]: [f64; 3]) -> [f64; 3] {
    [b, 0.5 * (c - a), 0.5 * (a + c) - b]
}

/// The polynomial in t where x = at + scale t.
#[inline(always)]
fn moved([a, b, c]: [f64; 3], at: f64, scale: f64) -> [f64; 3] {
    [a + at * (b + at * c), scale * (b + 2.0 * at * c), scale * scale * c]
}

#[inline(always)]
fn transposed([[a, b, c], [d, e, f], [g, h, i]]: [[f64; 3]; 3]) -> [[f64; 3]; 3] {
    [[a, d, g], [b, e, h], [c, f, i]]
}

impl Quadratic {
    /// Through values at x and y of -1, 0, 1.
    #[inline(always)]
    fn through(values: [[f64; 3]; 3]) -> Self {
        let [a, b, c] = values;
        let [a, b, c] = transposed([parabola(a), parabola(b), parabola(c)]);
        Self { c: transposed([parabola(a), parabola(b), parabola(c)]) }
    }

    /// As seen from another square.
    #[inline(always)]
    fn moved(&self, (x, y): (f64, f64), scale: f64) -> Self {
        let [a, b, c] = self.c;
        let [a, b, c] = transposed([moved(a, x, scale), moved(b, x, scale), moved(c, x, scale)]);
        Self { c: transposed([moved(a, y, scale), moved(b, y, scale), moved(c, y, scale)]) }
    }

    /// The sum of all coefficients' magnitudes: it is nowhere larger.
    #[inline(always)]
    pub(super) fn size(&self) -> f64 {
        let [[a, b, c], [d, e, f], [g, h, i]] = self.c;
        let row = |a: f64, b: f64, c: f64| a.abs() + b.abs() + c.abs();
        row(a, b, c) + row(d, e, f) + row(g, h, i)
    }

    /// Twice the coefficient of x² and that of y², from and to.
    #[inline(always)]
    pub(super) fn bends(&self) -> [(f64, f64); 2] {
        let [[_, _, c], [_, _, f], [g, h, i]] = self.c;
        let range = |c: f64, rest: f64| (2.0 * (c - rest), 2.0 * (c + rest));
        [range(c, f.abs() + i.abs()), range(g, h.abs() + i.abs())]
    }

    /// Whether a linear one's values at the corners of 8 by 8 cells have so few bits, 2^-22 of the largest at least, that single
    /// precision is exact; and are far from zero where they are not zero.
    fn is_round(&self) -> bool {
        let [[a, b, c], [d, e, f], [g, h, i]] = self.c;
        let size = a.abs() + b.abs() + d.abs();
        // The power of two above it, by its exponent.
        let unit = f64::from_bits((size.to_bits() & 0x7ff0_0000_0000_0000) + (1 << 52)) * ROUND;
        let whole = |value: f64| value % unit == 0.0;
        unit > 1e-12 && [c, e, f, g, h, i] == [0.0; 6] && whole(a) && whole(b) && whole(d)
    }

    /// How much it changes from one of eight cells to the next.
    #[inline(always)]
    fn step(&self) -> f64 {
        let [[_, b, c], [d, _, _], [g, _, _]] = self.c;
        0.25 * (b.abs() + d.abs() + c.abs() + g.abs())
    }
}

/// A surface over a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    pub(super) poly: Quadratic,
    /// How wrong it may be anywhere in the block it was made for, with the zone around the surface that is left to
    /// the exact path.
    pub(super) error: f64,
    /// Whether it is exact in single precision, too, and zero at most where the surface itself is: which is inside then.
    pub(super) exact: bool,
    /// Its number in the list of surfaces.
    pub(super) surface: u8,
}

impl Fit {
    /// Nothing, to fill lists with.
    pub(super) const NONE: Self = Self { poly: Quadratic { c: [[0.0; 3]; 3] }, error: 0.0, exact: false, surface: 0 };

    /// The same as seen from another square: its middle, and its size, in units of half the block.
    #[inline(always)]
    pub(super) fn moved(&self, middle: (f64, f64), scale: f64) -> Self {
        let poly = self.poly.moved(middle, scale);
        let exact = self.exact && poly.is_round();
        Self { poly, error: self.error + ALGEBRA * self.poly.size(), exact, surface: self.surface }
    }

    /// How many times too large its error is for single cells of a block of `size` cells.
    #[inline(always)]
    pub(super) fn excess(&self, fraction: f64, size: f64) -> f64 {
        self.error * size / (8.0 * fraction * self.poly.step())
    }

    /// Whether its error is below a fraction of what it changes by from one of eight cells to the next.
    #[inline(always)]
    pub(super) fn is_good(&self, fraction: f64) -> bool {
        self.error <= fraction * self.poly.step()
    }
}

/// The points of a block that surfaces are asked for, and what is known of the block in space.
pub(super) struct Nodes {
    points: [[Vec3; 3]; 3],
    /// First corner and half the size, in base cells.
    i: f64,
    j: f64,
    half: f64,
    /// Bounds of p's derivatives along i and j, in base cells.
    first: f64,
    second: f64,
    third: f64,
    /// Of the third derivative's part along p.
    outward: f64,
    /// Bound of the error of a function that changes by 1 per distance.
    error: f64,
}

/// The points of a block in the equatorial zone: the height is that of `i + j` and the longitude that of `i - j`, of which
/// there are five each, and one more because pairs go together.
#[inline(always)]
fn in_belt(patch: &Patch, half: f64) -> [[Vec3; 3]; 3] {
    let face = BaseCell::trusted(patch.face);
    let lowest = (patch.i.0 + patch.j.0) - f64::from(patch.face >> 2) * patch.nside;
    let westernmost = patch.i.0 - patch.j.1;
    let (mut z, mut across, mut sin, mut cos) = ([0.0; 6], [0.0; 6], [0.0; 6], [0.0; 6]);
    for k in 0..6 {
        let further = half * k as f64;
        z[k] = (lowest + further) * (2.0 / 3.0 * patch.inverse);
        across[k] = trig::sqrt(((1.0 - z[k]) * (1.0 + z[k])).max(0.0));
        (sin[k], cos[k]) = trig::sin_cos_eighths(face.center_eighths(), (westernmost + further) * patch.inverse);
    }
    let point = |i: usize, j: usize| {
        let (up, east) = (i + j, 2 + i - j);
        Vec3::new(across[up] * cos[east], across[up] * sin[east], z[up])
    };
    let row = |j: usize| [point(0, j), point(1, j), point(2, j)];
    [row(0), row(1), row(2)]
}

/// The points of a block in a cap.
#[inline(always)]
fn in_cap(patch: &Patch, half: f64) -> [[Vec3; 3]; 3] {
    let ((i0, i2), (j0, j2)) = (patch.i, patch.j);
    let (i1, j1) = (i0 + half, j0 + half);
    // One more than needed: pairs go together.
    let places = ([i0, i1, i2, i0, i1, i2, i0, i1, i2, i2], [j0, j0, j0, j1, j1, j1, j2, j2, j2, j2]);
    let [a, b, c, d, e, f, g, h, i, _] = vectors_at(patch.nside, patch.inverse, BaseCell::trusted(patch.face), places);
    [[a, b, c], [d, e, f], [g, h, i]]
}

/// Distance to the pole of a block in a cap, in half cells; twice nside in the equatorial zone. None for blocks that the
/// border of the caps divides.
#[inline]
pub(super) fn to_pole(patch: &Patch) -> Option<f64> {
    let n = patch.nside;
    let (low, high) = (patch.i.0 + patch.j.0, patch.i.1 + patch.j.1);
    match patch.face >> 2 {
        0 if high > n => (low >= n).then_some(2.0 * n - high),
        2 if low < n => (high <= n).then_some(low),
        _ => Some(n * 2.0),
    }
}

impl Nodes {
    /// None where p is not smooth enough: across the border of the caps and next to a pole.
    #[inline]
    pub(super) fn of(patch: &Patch, in_space: bool) -> Option<Self> {
        let (n, inverse) = (patch.nside, patch.inverse);
        let ((i0, i1), (j0, j1)) = (patch.i, patch.j);
        let to_pole = to_pole(patch)?;
        let half = 0.5 * (i1 - i0);
        let mut nodes = Self {
            points: [[Vec3::ZERO; 3]; 3],
            i: i0 * inverse,
            j: j0 * inverse,
            half: half * inverse,
            first: 0.0,
            second: 0.0,
            third: 0.0,
            outward: 0.0,
            error: 0.0,
        };
        if in_space {
            if to_pole < 4.0 * (i1 - i0) {
                return None;
            }
            let side = 2.0 * nodes.half;
            let sigma = to_pole * inverse;
            if sigma > 1.0 {
                let row = f64::from(patch.face >> 2) * n;
                let z = 2.0 / 3.0 * inverse * ((i0 + j0) - row).abs().max(((i1 + j1) - row).abs());
                let z2 = z * z;
                (nodes.first, nodes.second, nodes.third) = (1.07, 1.07 + 1.93 * z2, 1.54 + 5.25 * z2);
                nodes.outward = z * (0.35 + 2.95 * z2);
            } else {
                let far = 1.0 / sigma;
                (nodes.first, nodes.second, nodes.third) = (1.53, 1.292 + 2.015 * far, 7.75 * far * far);
                nodes.outward = 0.84 + 4.95 * far;
            }
            nodes.error = CUBIC * nodes.third * (side * side * side);
            nodes.points = if sigma > 1.0 { in_belt(patch, half) } else { in_cap(patch, half) };
        }
        Some(nodes)
    }

    /// Values of a function at the points.
    #[inline(always)]
    fn values(&self, mut of: impl FnMut(Vec3) -> f64) -> [[f64; 3]; 3] {
        let [a, b, c] = self.points;
        let mut row = |[p, q, r]: [Vec3; 3]| [of(p), of(q), of(r)];
        [row(a), row(b), row(c)]
    }

    /// The polynomial of a surface.
    #[inline(always)]
    pub(super) fn fit(&self, surface: &Surface, number: u8) -> Fit {
        let (poly, error) = match *surface {
            Surface::Plane { at, normal } => {
                let values = self.values(|p| normal.dot(p - at));
                (Quadratic::through(values), self.error + SLACK)
            }
            Surface::Disc { center, level, slack, outside } => {
                let sign = if outside { -1.0 } else { 1.0 };
                let mut most = 0f64;
                let values = self.values(|p| {
                    let square = (p - center).norm2();
                    most = most.max(square);
                    sign * (level - square)
                });
                let poly = Quadratic::through(values);
                // A squared chord d² is 2 - 2 c·p on the sphere. It is wrong by 2 d times the error of a point (1e-15) and by
                // four roundings, at the nodes and in the exact path.
                let reach = trig::sqrt(most);
                let rounding = 1.2 * SLACK * reach + 1e-29;
                let side = 2.0 * self.half;
                let third = (self.outward + self.third * (reach + 0.5 * side * self.first)).min(self.third);
                (poly, 2.0 * CUBIC * third * (side * side * side) + slack + rounding)
            }
            Surface::Ellipse { center, along, across, outside } => {
                let sign = if outside { -1.0 } else { 1.0 };
                let mut most = 0f64;
                let values = self.values(|p| {
                    // Differences from the centre keep their digits where the ellipse is small.
                    let off = p - center;
                    let (x, y, z) = (along.dot(off), across.dot(off), center.dot(p));
                    let norm = x * x + y * y;
                    most = most.max(norm);
                    sign * (z * z - norm)
                });
                // How fast the norm √(x² + y²) may change, and the largest it may be: from the nearest node.
                let steep = across.norm();
                let side = 2.0 * self.half;
                let norm = trig::sqrt(most) + 0.5 * side * self.first * steep;
                // (z² - norm²)''' = 2 z z''' + 6 z' z'' - 2 q·q''' - 6 q'·q'' with q = (x, y), |q'| <= steep |p'| ...
                let third =
                    2.0 * self.third * (1.0 + norm * steep) + 6.0 * self.first * self.second * (1.0 + steep * steep);
                let slack = 2.4 * SLACK * (1.0 + norm) * (1.0 + steep);
                (Quadratic::through(values), CUBIC * third * (side * side * side) + slack)
            }
            Surface::Grid { at, along_i, along_j, slack, .. } => {
                let (i, j) = (self.i + self.half, self.j + self.half);
                let (x, y) = (along_i * self.half, along_j * self.half);
                let middle = at + along_i * i + along_j * j;
                (Quadratic { c: [[middle, x, 0.0], [y, 0.0, 0.0], [0.0; 3]] }, slack)
            }
        };
        let exact = matches!(surface, Surface::Grid { exact: true, .. }) && poly.is_round();
        Fit { poly, error: error + ALGEBRA * poly.size(), exact, surface: number }
    }
}
