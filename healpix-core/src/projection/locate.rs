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
use crate::sphere::isa::{Isa, Plain};
use crate::sphere::trig::{self, SQRT_6, floor, floor_small};
use crate::sphere::{AngleUnit, LonLat};

/// Bound of the error of the two coordinates, for nside 1.
///
/// What adds up to it stands in DESIGN.md ("How can it be exact with doubles?"): less than 6 · 2^-53 in
/// either zone. This is 2^-50, 8 of these units.
const ERROR: f64 = 8.881784197001252e-16;

/// Quarter turns from which on a longitude is far out: 2^20.
const FAR: f64 = 1048576.0;

/// The cell that contains a position.
#[inline(always)]
pub(crate) fn locate(nside: u32, at: LonLat) -> FaceIj {
    let (lon, lat) = at.as_given();
    // One body for each unit: with it known, every selection by unit is decided when compiling. The numbers go there in
    // registers.
    match at.unit() {
        AngleUnit::Radians => locate_radians(nside, lon, lat),
        AngleUnit::Degrees => locate_degrees(nside, lon, lat),
    }
}

fn locate_radians(nside: u32, lon: f64, lat: f64) -> FaceIj {
    locate_in(nside, LonLat::trusted(lon, lat, AngleUnit::Radians))
}

fn locate_degrees(nside: u32, lon: f64, lat: f64) -> FaceIj {
    locate_in(nside, LonLat::trusted(lon, lat, AngleUnit::Degrees))
}

#[inline(always)]
fn locate_in(nside: u32, at: LonLat) -> FaceIj {
    let (steps, certain) = Steps::attempt::<Plain>(nside, at);
    if certain { steps.cell(nside) } else { doubtful(nside, at).cell(nside) }
}

/// The cell that contains a position, and the place in it: offsets along the sides from S to E and
/// from S to W, in `[0, 1]`.
#[inline]
pub(crate) fn locate_with_offsets(nside: u32, at: LonLat) -> (FaceIj, f64, f64) {
    let (steps, certain) = Steps::attempt::<Plain>(nside, at);
    let steps = if certain { steps } else { doubtful(nside, at) };
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
    let x = near(quarter_turns);
    let (whole, number) = floor_small(x);
    ((number & 3) as u8, x - whole)
}

/// Quarter turns, those far out taken modulo 4. The remainder is exact, so none is too far.
#[inline(always)]
fn near(quarter_turns: f64) -> f64 {
    if is_near(quarter_turns) { quarter_turns } else { quarter_turns % 4.0 }
}

/// Whether quarter turns are not far out.
#[inline(always)]
pub(crate) fn is_near(quarter_turns: f64) -> bool {
    quarter_turns.abs() < FAR
}

/// A position as steps of cell size along two axes, in one of two frames:
///
/// * equatorial zone: towards NE and SE from the middle of the quadrant, in `[-nside, nside)`;
/// * caps: from the quadrant's western and eastern meridian, in `[0, nside)`.
///
/// Both zones go through the same operations, with selections in place of branches: so loops over positions vectorise.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) zone: Zone,
    /// The part of a quarter turn behind the point.
    f: f64,
    /// The two coordinates, and both rounded down.
    at: [f64; 2],
    floor: [f64; 2],
    pub(crate) whole: [i32; 2],
}

impl Steps {
    #[inline(always)]
    fn of(nside: u32, at: LonLat) -> Self {
        Self::near::<Plain>(nside, near(at.quarter_turns()), at)
    }

    /// Those of a position at `x` quarter turns, not far out.
    #[inline(always)]
    fn near<I: Isa>(nside: u32, x: f64, at: LonLat) -> Self {
        let n = f64::from(nside as i32);
        let (column, number) = trig::floor_with::<I>(x);
        let f = x - column;
        let h = f - 0.5;
        let equatorial = at.is_equatorial();
        let sine = at.sin_for_projection::<I>();
        let sigma = SQRT_6 * sine;
        let first = if equatorial { I::mul_add(0.75, sine, h) } else { sigma * f };
        let second = if equatorial { I::mul_add(-0.75, sine, h) } else { sigma * (1.0 - f) };
        let at_steps = [n * first, n * second];
        let [(floor1, whole1), (floor2, whole2)] = at_steps.map(trig::floor_with::<I>);
        Self {
            zone: Zone::new(number, equatorial, at.as_given().1),
            f,
            at: at_steps,
            floor: [floor1, floor2],
            whole: [whole1 as i32, whole2 as i32],
        }
    }

    /// What a position of any numbers at all has as steps, and whether they are certain: those of a longitude that
    /// is far out or not finite never are, nor those of a latitude beyond a pole.
    #[inline(always)]
    pub(crate) fn attempt<I: Isa>(nside: u32, at: LonLat) -> (Self, bool) {
        let x = at.quarter_turns();
        let usual = is_near(x) & (at.as_given().1.abs() <= at.unit().max_latitude());
        let steps = Self::near::<I>(nside, x, at);
        (steps, usual & steps.certain(nside))
    }

    /// Whether the errors of the coordinates cannot have changed the rounding. Neither coordinate of a cap is negative, so
    /// next to 0 there is no doubt but on which side of the meridian the point is, and that the quadrant has told.
    #[inline(always)]
    fn certain(&self, nside: u32) -> bool {
        let safe = if self.zone.is_equatorial() { f64::NEG_INFINITY } else { 0.5 };
        // How far from the middle between two whole numbers.
        let off = |k: usize| ((if self.at[k] > safe { self.at[k] } else { safe }) - self.floor[k] - 0.5).abs();
        let (a, b) = (off(0), off(1));
        ((if a > b { a } else { b }) < 0.5 - f64::from(nside as i32) * ERROR) & (self.f < 1.0)
    }

    /// Rounds down without more digits where the height over the equator is known exactly, at 0 and 30 degrees, and
    /// nothing else was rounded: then a point that seems to be on a border is on it. False where that is not so.
    fn known(&mut self, nside: u32, at: LonLat) -> bool {
        let y = match (at.unit(), at.as_given().1) {
            (_, 0.0) => 0.0,
            (AngleUnit::Degrees, lat) if lat.abs() == 30.0 => 0.375f64.copysign(lat),
            _ => return false,
        };
        let x = at.quarter_turns();
        if !(0.0..FAR).contains(&x) {
            return false;
        }
        // The part of a non-negative number behind the point is exact.
        let (h, lost) = trig::two_sum(self.f, -0.5);
        let n = f64::from(nside);
        for (k, y) in [y, -y].into_iter().enumerate() {
            let (sum, lost_in_sum) = trig::two_sum(h, y);
            let (steps, lost_in_product) = trig::two_product(n, sum);
            if lost != 0.0 || lost_in_sum != 0.0 || lost_in_product != 0.0 {
                return false;
            }
            let whole = floor(steps);
            (self.at[k], self.floor[k], self.whole[k]) = (steps, whole, whole as i32);
        }
        true
    }

    /// Rounds the coordinates down with as many digits as it takes.
    fn settle(&mut self, nside: u32, at: LonLat) {
        let equatorial = self.zone.is_equatorial();
        // The quadrant from the very same numbers that the exact arithmetic uses.
        self.zone = Zone::new(floor(at.quarter_turns() % 4.0) as i64 as u64, equatorial, at.as_given().1);
        let (first, second) = if equatorial { exact::belt(nside, at) } else { exact::cap(nside, at) };
        self.whole = [first as i32, second as i32];
        self.floor = [first as f64, second as f64];
    }

    #[inline(always)]
    fn cell(&self, nside: u32) -> FaceIj {
        let [face, i, j] = self.zone.cell(nside, self.whole);
        FaceIj::trusted(face as u8, i, j)
    }

    /// Offsets in the cell from S to E and from S to W.
    #[inline(always)]
    pub(crate) fn offsets(&self) -> (f64, f64) {
        let [a, b] = [0, 1].map(|k| clamp(self.at[k] - self.floor[k]));
        let (equatorial, north) = (self.zone.is_equatorial(), !self.zone.is_south());
        let flipped = (1.0 - b, 1.0 - a);
        let dx = if !equatorial & north { flipped.0 } else { a };
        let dy = if equatorial { flipped.0 } else { b };
        (dx, if !equatorial & north { flipped.1 } else { dy })
    }
}

/// The frame, and where it stands: the quadrant, plus 4 in the equatorial zone, plus 8 for southern latitudes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Zone(u32);

impl Zone {
    /// `column` may have any bits above the lowest two.
    #[inline(always)]
    fn new(column: u64, equatorial: bool, lat: f64) -> Self {
        Self((column & 3 | u64::from(equatorial) << 2 | lat.to_bits() >> 63 << 3) as u32)
    }

    #[inline(always)]
    fn is_equatorial(self) -> bool {
        self.0 & 4 != 0
    }

    #[inline(always)]
    fn is_south(self) -> bool {
        self.0 & 8 != 0
    }

    /// Base cell and coordinates in it of the cell with these steps; some cell for steps of no meaning.
    #[inline(always)]
    pub(crate) fn cell(self, nside: u32, [a, b]: [i32; 2]) -> [u32; 3] {
        let n = nside as i32;
        let (last, q) = (n - 1, (self.0 & 3) as i32);
        // Equatorial zone. East of the quadrant's middle lies an equatorial base cell of the next
        // column, west of it one of its own, north and south the polar ones. All bits where it is negative:
        let (south_west, north_west) = (a >> 31, b >> 31);
        let row = 1 - south_west + north_west;
        let column = (q + ((1 + south_west) & (1 + north_west))) & 3;
        let belt = [4 * row + column, a.wrapping_add(n & south_west), ((n & !north_west) - 1).wrapping_sub(b)];
        // Caps.
        let cap = if self.is_south() { [8 + q, a, b] } else { [q, last.wrapping_sub(b), last.wrapping_sub(a)] };
        let [face, i, j] = [0, 1, 2].map(|k| if self.is_equatorial() { belt[k] } else { cap[k] });
        // Never outside by what was said above; the bound costs nothing and holds in any case.
        [face as u32, i.max(0).min(last) as u32, j.max(0).min(last) as u32]
    }
}

/// An offset in `[0, 1]`; never -0, which the floor of one machine would leave and that of another not.
#[inline(always)]
fn clamp(offset: f64) -> f64 {
    let offset = if offset > 0.0 { offset } else { 0.0 };
    if offset < 1.0 { offset } else { 1.0 }
}
