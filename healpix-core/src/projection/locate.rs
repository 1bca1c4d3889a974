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
use crate::sphere::LonLat;
use crate::sphere::trig::floor;

/// fl(√6).
const SQRT_6: f64 = 2.449489742783178;

/// Bound of the error of the two coordinates, for nside 1.
///
/// The sine is good to 2^-52 of itself, `h` to 2^-54, products and sums add at most 3 half ulps of
/// a value below 1: together below 5 · 2^-53. 2^-50 leaves more than half of the margin unused.
const ERROR: f64 = 8.881784197001252e-16;

/// The cell that contains a position.
#[inline]
pub(crate) fn locate(nside: u32, at: LonLat) -> FaceIj {
    locate_with_offsets(nside, at).0
}

/// The cell that contains a position, and the place in it: offsets along the sides from S to E and
/// from S to W, in `[0, 1]`.
#[inline]
pub(crate) fn locate_with_offsets(nside: u32, at: LonLat) -> (FaceIj, f64, f64) {
    let (q, f) = quadrant(at.quarter_turns());
    if at.is_equatorial() { in_belt(nside, at, q, f) } else { in_cap(nside, at, q, f) }
}

/// Quadrant, 0 to 3, and the part of a quarter turn behind a point, in `[0, 1]`.
#[inline(always)]
pub(crate) fn quadrant(quarter_turns: f64) -> (u8, f64) {
    // The remainder is exact, so no longitude is too far out.
    let x = if quarter_turns.abs() < 1048576.0 { quarter_turns } else { quarter_turns % 4.0 };
    let whole = floor(x);
    ((whole as i64 & 3) as u8, x - whole)
}

#[inline(always)]
fn in_belt(nside: u32, at: LonLat, q: u8, f: f64) -> (FaceIj, f64, f64) {
    let n = f64::from(nside);
    let h = f - 0.5;
    let y = 0.75 * at.sin_lat_equatorial();
    let (north_east, south_east) = (n * (h + y), n * (h - y));
    let (ne, se) = (floor(north_east), floor(south_east));
    let doubt = n * ERROR;
    // On the equator nothing is rounded where nside is a power of two and neither subtraction lost a
    // bit; then a point on a border is known to be on it.
    let known = at.as_given().1 == 0.0 && nside.is_power_of_two() && at.quarter_turns() >= 0.0 && h + 0.5 == f;
    let (ne_rest, se_rest) = (north_east - ne, south_east - se);
    let safe = |rest: f64| rest > doubt && rest < 1.0 - doubt;
    if known || (safe(ne_rest) && safe(se_rest)) {
        (belt_cell(nside, q, ne as i64, se as i64), ne_rest, 1.0 - se_rest)
    } else {
        let (ne, se) = exact::belt(nside, at);
        let cell = belt_cell(nside, q_of(at), ne, se);
        (cell, clamp(north_east - ne as f64), clamp(1.0 - (south_east - se as f64)))
    }
}

/// The quadrant, from the very same numbers the exact arithmetic uses.
#[inline]
fn q_of(at: LonLat) -> u8 {
    let x = at.quarter_turns() % 4.0;
    (floor(x) as i64 & 3) as u8
}

/// The cell from the whole steps towards NE and SE, both from the centre of the quadrant and in
/// `[-nside, nside)`.
#[inline(always)]
pub(crate) fn belt_cell(nside: u32, q: u8, north_east: i64, south_east: i64) -> FaceIj {
    let n = i64::from(nside);
    // Only rounding can bring a step onto the far border; the exact arithmetic never does.
    let (ne, se) = (north_east.clamp(-n, n - 1), south_east.clamp(-n, n - 1));
    // Without branches, which random points would mispredict. East of the quadrant's middle lies an
    // equatorial base cell of the next column, west of it one of its own.
    let (west, north) = (u8::from(ne < 0), u8::from(se < 0));
    let row = 1 + west - north;
    let column = (q + (1 - west) * (1 - north)) & 3;
    let i = ne + (n & (ne >> 63));
    let j = (n & !(se >> 63)) - 1 - se;
    FaceIj::trusted(4 * row + column, i as u32, j as u32)
}

#[inline(always)]
fn in_cap(nside: u32, at: LonLat, q: u8, f: f64) -> (FaceIj, f64, f64) {
    let n = f64::from(nside);
    let sigma = SQRT_6 * at.sin_half_colat();
    let (a, b) = (n * (sigma * f), n * (sigma * (1.0 - f)));
    let (west, east) = (floor(a), floor(b));
    let doubt = n * ERROR;
    let (a_rest, b_rest) = (a - west, b - east);
    // Both are at least 0, so near 0 there is no doubt but on which meridian's side the point is,
    // and that the quadrant has told: f is exact except next to 1.
    let safe = |v: f64, rest: f64| (rest > doubt || v < 0.5) && rest < 1.0 - doubt;
    let (_, as_given) = at.as_given();
    let north = as_given > 0.0;
    if f < 1.0 && safe(a, a_rest) && safe(b, b_rest) {
        let cell = cap_cell(nside, q, north, west as i64, east as i64);
        return (cell, offset(north, a_rest, b_rest).0, offset(north, a_rest, b_rest).1);
    }
    let (west, east) = exact::cap(nside, at);
    let cell = cap_cell(nside, q_of(at), north, west, east);
    let (dx, dy) = offset(north, clamp(a - west as f64), clamp(b - east as f64));
    (cell, dx, dy)
}

/// Offsets in a cell from the parts of a step behind the meridians west and east of it.
#[inline(always)]
fn offset(north: bool, west: f64, east: f64) -> (f64, f64) {
    if north { (1.0 - east, 1.0 - west) } else { (west, east) }
}

/// The cell from the whole steps from the quadrant's western and eastern meridian.
#[inline(always)]
fn cap_cell(nside: u32, q: u8, north: bool, west: i64, east: i64) -> FaceIj {
    let last = i64::from(nside) - 1;
    let (west, east) = (west.clamp(0, last), east.clamp(0, last));
    let (face, i, j) = if north { (q, last - east, last - west) } else { (8 + q, west, east) };
    FaceIj::trusted(face, i as u32, j as u32)
}

#[inline(always)]
fn clamp(offset: f64) -> f64 {
    offset.clamp(0.0, 1.0)
}
