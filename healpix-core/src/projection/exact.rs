//! The same roundings as in `locate`, for points so near a border that doubles cannot tell the side.
//!
//! First with 192 bits behind the point; if that is not enough, with 1216, where every double is held
//! exactly. What is still undecided then lies on the border: sine and square root of 6 being what
//! they are, only the equator, the latitudes ±30 degrees, the meridians between base cells and the
//! poles hold points whose coordinates are rational (Niven's theorem; Lindemann-Weierstrass for
//! radians).

use crate::sphere::fixed::{Fixed, MAX_WORDS};
use crate::sphere::trig::floor;
use crate::sphere::{AngleUnit, LonLat};

/// Steps towards NE and SE from the centre of the quadrant, rounded down; equatorial zone.
#[cold]
pub(crate) fn belt(nside: u32, at: LonLat) -> (i64, i64) {
    let short = belt_coordinates::<4>(nside, at);
    if let (Ok(ne), Ok(se)) = (short[0].certain_floor(), short[1].certain_floor()) {
        return (ne, se);
    }
    let long = belt_coordinates::<MAX_WORDS>(nside, at);
    let (unit, (_, lat)) = (at.unit(), at.as_given());
    // So near the equator sin(lat) is lat up to the last bit, and a little less: a point that seems
    // to be on the border is on the equator's side of it.
    let pull = unit == AngleUnit::Radians && lat != 0.0 && lat.abs() < 1e-80;
    let settle = |v: Fixed<MAX_WORDS>, rises_with_lat: bool| match v.certain_floor() {
        Ok(whole) => whole,
        Err(border) => border - i64::from(pull && (lat > 0.0) == rises_with_lat),
    };
    (settle(long[0], true), settle(long[1], false))
}

/// Steps from the western and from the eastern meridian of the quadrant, rounded down; caps.
#[cold]
pub(crate) fn cap(nside: u32, at: LonLat) -> (i64, i64) {
    let short = cap_coordinates::<4>(nside, at);
    // Neither can be negative, so next to 0 there is nothing to decide.
    let known = |v: Fixed<4>| match v.certain_floor() {
        Ok(whole) => Some(whole),
        Err(border) => (border == 0).then_some(0),
    };
    if let (Some(west), Some(east)) = (known(short[0]), known(short[1])) {
        return (west, east);
    }
    let long = cap_coordinates::<MAX_WORDS>(nside, at);
    let settle = |v: Fixed<MAX_WORDS>| v.certain_floor().unwrap_or_else(|border| border);
    (settle(long[0]), settle(long[1]))
}

/// The part of a quarter turn behind the point, in `[0, 1)`.
fn fraction<const W: usize>(at: LonLat) -> Fixed<W> {
    let x = at.quarter_turns() % 4.0;
    Fixed::from_f64(x).sub(Fixed::from_int(floor(x) as i64))
}

fn belt_coordinates<const W: usize>(nside: u32, at: LonLat) -> [Fixed<W>; 2] {
    let h = fraction::<W>(at).sub(Fixed::from_f64(0.5));
    let (_, lat) = at.as_given();
    let angle = match at.unit() {
        AngleUnit::Radians => Fixed::from_f64(lat),
        AngleUnit::Degrees => Fixed::from_f64(lat).mul(Fixed::pi()).div_int(180),
    };
    let y = angle.sin().mul_int(3).div_int(4);
    let n = u64::from(nside);
    [h.add(y).mul_int(n), h.sub(y).mul_int(n)]
}

fn cap_coordinates<const W: usize>(nside: u32, at: LonLat) -> [Fixed<W>; 2] {
    let f = fraction::<W>(at);
    let (_, lat) = at.as_given();
    let half_colat = match at.unit() {
        AngleUnit::Radians => Fixed::pi().div_int(2).sub(Fixed::from_f64(lat.abs())),
        AngleUnit::Degrees => Fixed::from_f64(90.0 - lat.abs()).mul(Fixed::pi()).div_int(180),
    }
    .div_int(2);
    let sigma = Fixed::sqrt_6().mul(half_colat.sin());
    let n = u64::from(nside);
    [sigma.mul(f).mul_int(n), sigma.mul(Fixed::from_int(1).sub(f)).mul_int(n)]
}
