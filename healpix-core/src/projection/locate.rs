//! From a position to the cell that contains it, at any nside, exactly.
//!
//! On the plane (`x` in quarter turns, see the module docs) cells are squares standing on a corner,
//! and which one contains a point is two roundings down. With `q` the quadrant, `f` the part of the
//! quarter turn behind the point and `h = f - 1/2`:
//!
//! * equatorial zone: `nside (h + y)` and `nside (h - y)`, `y = 3/4 sin lat`;
//! * caps: `a = nside σ f` and `b = nside σ (1 - f)`, `σ = √6 sin(colat / 2)`
//!
//! (Calabretta & Roukema 2007, equations 4 and 5; √(3(1 - sin lat)) = √6 sin(colat/2) keeps its
//! digits near a pole.)
//!
//! Each of these is computed in doubles with an error below `nside · 2^-50`. Where that leaves the
//! rounding in doubt, [`exact`] does it again with as many digits as it takes.

use super::exact;
use crate::grid::FaceIj;
use crate::sphere::trig::{SQRT_6, floor, floor_small};
use crate::sphere::{AngleUnit, LonLat};

/// Bound of the error of the two coordinates, for nside 1.
///
/// What adds up to it stands in DESIGN.md ("How can it be exact with doubles?"): less than 6 · 2^-53 in
/// either zone. This is 2^-50, 8 of these units.
const ERROR: f64 = 8.881784197001252e-16;

/// The cell that contains a position.
#[inline(always)]
pub(crate) fn locate(nside: u32, at: LonLat) -> FaceIj {
    let (lon, lat) = at.as_given();
    // One body for each unit: with it known, every selection by unit is decided when compiling.
    match at.unit() {
        AngleUnit::Radians => locate_in(nside, LonLat::trusted(lon, lat, AngleUnit::Radians)),
        AngleUnit::Degrees => locate_in(nside, LonLat::trusted(lon, lat, AngleUnit::Degrees)),
    }
}

#[inline(always)]
fn locate_in(nside: u32, at: LonLat) -> FaceIj {
    let steps = Steps::of(nside, at);
    if steps.certain(nside) { steps.cell(nside) } else { doubtful(nside, at).cell(nside) }
}

/// The cell that contains a position, and the place in it: offsets along the sides from S to E and
/// from S to W, in `[0, 1]`.
#[inline]
pub(crate) fn locate_with_offsets(nside: u32, at: LonLat) -> (FaceIj, f64, f64) {
    let steps = Steps::of(nside, at);
    let steps = if steps.certain(nside) { steps } else { doubtful(nside, at) };
    let (dx, dy) = steps.offsets();
    (steps.cell(nside), dx, dy)
}

/// A position again whose rounding is in doubt. Out of the way, and from the position alone, so that the
/// common path can stay in registers.
#[cold]
#[inline(never)]
fn doubtful(nside: u32, at: LonLat) -> Steps {
    let mut steps = Steps::of(nside, at);
    if !steps.known(nside, at) {
        steps.settle(nside, at);
    }
    steps
}

/// Quadrant, 0 to 3, and the part of a quarter turn behind a point, in `[0, 1]`.
#[inline(always)]
pub(crate) fn quadrant(quarter_turns: f64) -> (u8, f64) {
    // The remainder is exact, so no longitude is too far out.
    let x = if quarter_turns.abs() < 1048576.0 { quarter_turns } else { quarter_turns % 4.0 };
    let (whole, number) = floor_small(x);
    ((number & 3) as u8, x - whole)
}

/// A position as steps of cell size along two axes, in one of two frames:
///
/// * equatorial zone: towards NE and SE from the middle of the quadrant, in `[-nside, nside)`;
/// * caps: from the quadrant's western and eastern meridian, in `[0, nside)`.
///
/// Both zones go through the same operations, with selections in place of branches.
#[derive(Clone, Copy)]
struct Steps {
    equatorial: bool,
    north: bool,
    q: u8,
    /// The part of a quarter turn behind the point.
    f: f64,
    /// The two coordinates, and both rounded down.
    at: [f64; 2],
    whole: [i64; 2],
    rest: [f64; 2],
}

impl Steps {
    #[inline(always)]
    fn of(nside: u32, at: LonLat) -> Self {
        let n = f64::from(nside);
        let (q, f) = quadrant(at.quarter_turns());
        let h = f - 0.5;
        let equatorial = at.is_equatorial();
        let sine = at.sin_for_projection();
        let (y, sigma) = (0.75 * sine, SQRT_6 * sine);
        let first = if equatorial { h + y } else { sigma * f };
        let second = if equatorial { h - y } else { sigma * (1.0 - f) };
        let (first, second) = (n * first, n * second);
        let ((floor1, whole1), (floor2, whole2)) = (floor_small(first), floor_small(second));
        Self {
            equatorial,
            north: at.as_given().1 > 0.0,
            q,
            f,
            at: [first, second],
            whole: [whole1, whole2],
            rest: [first - floor1, second - floor2],
        }
    }

    /// Whether the errors of the coordinates cannot have changed the rounding.
    #[inline(always)]
    fn certain(&self, nside: u32) -> bool {
        self.inside(0, nside) & self.inside(1, nside) & (self.f < 1.0)
    }

    /// Whether a coordinate is further from whole numbers than its error.
    #[inline(always)]
    fn inside(&self, k: usize, nside: u32) -> bool {
        (self.rest[k] - 0.5).abs() < 0.5 - f64::from(nside) * ERROR
    }

    /// The cases that need no more digits although a coordinate is next to a whole number.
    fn known(&self, nside: u32, at: LonLat) -> bool {
        if self.f >= 1.0 {
            // Rounded up to the next quadrant.
            return false;
        }
        if self.equatorial {
            // On the equator nothing is rounded where nside is a power of two and neither subtraction
            // lost a bit; then a point on a border is known to be on it.
            let exact = at.quarter_turns() >= 0.0 && (self.f - 0.5) + 0.5 == self.f;
            return at.as_given().1 == 0.0 && nside.is_power_of_two() && exact;
        }
        // Neither coordinate of a cap is negative, so next to 0 there is no doubt but on which side of
        // the meridian the point is, and that the quadrant has told.
        let safe = |k: usize| self.at[k] < 0.5 || self.inside(k, nside);
        safe(0) && safe(1)
    }

    /// Rounds the coordinates down with as many digits as it takes.
    fn settle(&mut self, nside: u32, at: LonLat) {
        // The quadrant from the very same numbers that the exact arithmetic uses.
        self.q = (floor(at.quarter_turns() % 4.0) as i64 & 3) as u8;
        let (first, second) = if self.equatorial { exact::belt(nside, at) } else { exact::cap(nside, at) };
        self.whole = [first, second];
        self.rest = [clamp(self.at[0] - first as f64), clamp(self.at[1] - second as f64)];
    }

    #[inline(always)]
    fn cell(&self, nside: u32) -> FaceIj {
        let n = i64::from(nside);
        let last = n - 1;
        let [a, b] = self.whole;
        // Equatorial zone. East of the quadrant's middle lies an equatorial base cell of the next
        // column, west of it one of its own, north and south the polar ones.
        let (south_west, north_west) = (u8::from(a < 0), u8::from(b < 0));
        let row = 1 + south_west - north_west;
        let column = (self.q + (1 - south_west) * (1 - north_west)) & 3;
        let belt = (4 * row + column, a + (n & (a >> 63)), (n & !(b >> 63)) - 1 - b);
        // Caps.
        let (i, j) = if self.north { (last - b, last - a) } else { (a, b) };
        let cap = (if self.north { self.q } else { 8 + self.q }, i, j);
        let (face, i, j) = if self.equatorial { belt } else { cap };
        // Never outside by what was said above; the bound costs nothing and holds in any case.
        FaceIj::trusted(face, i.clamp(0, last) as u32, j.clamp(0, last) as u32)
    }

    /// Offsets in the cell from S to E and from S to W.
    #[inline(always)]
    fn offsets(&self) -> (f64, f64) {
        let [a, b] = self.rest;
        match (self.equatorial, self.north) {
            (true, _) => (a, 1.0 - b),
            (false, true) => (1.0 - b, 1.0 - a),
            (false, false) => (a, b),
        }
    }
}

#[inline(always)]
fn clamp(offset: f64) -> f64 {
    offset.clamp(0.0, 1.0)
}
