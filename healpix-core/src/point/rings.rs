//! Interpolation between rings: four cells and their weights for a position.
//!
//! With selections in place of branches, except next to the poles: so loops over positions vectorise.

use crate::projection::{self, quadrant};
use crate::ring::layout;
use crate::sphere::isa::Plain;
use crate::sphere::{LonLat, trig};

/// Numbers of the ring scheme and their weights.
pub(crate) type Four = [(u64, f64); 4];

/// Linear in longitude on the two rings next to a position and linear in latitude between them, as
/// in healpy and HEALPix C++.
///
/// The slots are the western and eastern cell of the northern ring, then those of the southern ring.
/// Beyond the first or last ring the pole's value is the mean of the four cells around it.
pub(crate) fn rings(nside: u32, at: LonLat) -> Four {
    let (q, f) = quadrant(at.quarter_turns());
    let place = (i64::from(q), f);
    let (four, between) = from_place(nside, place, at);
    if between {
        return four;
    }
    let n_rings = 4 * nside - 1;
    let (ring, first) =
        if ring_above(nside, at) == 0 { (1, 0) } else { (n_rings, layout::cells_before(nside, n_rings)) };
    around_pole(on_ring(nside, ring, place), first, at.colat() / ring_latitude(nside, ring).colat, first > 0)
}

/// What a position of any numbers at all has as cells and weights, and whether they are right: those of a longitude that
/// is far out or not finite are not, nor those beyond the first or last ring or a pole.
#[inline(always)]
pub(crate) fn attempt(nside: u32, at: LonLat) -> (Four, bool) {
    let x = at.quarter_turns();
    let (whole, number) = trig::floor_small(x);
    let (four, between) = from_place(nside, (i64::from(number & 3), x - whole), at);
    (four, between & projection::is_near(x) & (at.as_given().1.abs() <= at.unit().max_latitude()))
}

/// The cells and weights of a position between two rings, and whether it is between two; from its quadrant and the part of
/// it behind the position.
#[inline(always)]
fn from_place(nside: u32, place: (i64, f64), at: LonLat) -> (Four, bool) {
    let north = ring_above(nside, at);
    let between_two = (north > 0) & (north < 4 * nside - 1);
    let north = if between_two { north } else { 1 };
    let [[w1, e1], [w2, e2]] = [on_ring(nside, north, place), on_ring(nside, north + 1, place)];
    let t = between(nside, north, at);
    let weigh = |(cell, w): (u64, f64), part: f64| (cell, w * part);
    ([weigh(w1, 1.0 - t), weigh(e1, 1.0 - t), weigh(w2, t), weigh(e2, t)], between_two)
}

/// The four cells of the ring around a pole; `t` is 0 at the pole and 1 on the ring.
fn around_pole(pair: [(u64, f64); 2], first: u64, t: f64, south: bool) -> Four {
    let t = t.clamp(0.0, 1.0);
    let quarter = 0.25 * (1.0 - t);
    let across = |(cell, _): (u64, f64)| (first + ((cell - first + 2) & 3), quarter);
    let near = pair.map(|(cell, w)| (cell, w * t + quarter));
    let far = pair.map(across);
    if south { [near[0], near[1], far[0], far[1]] } else { [far[0], far[1], near[0], near[1]] }
}

/// The cells west and east of a longitude on a ring, with their weights.
#[inline(always)]
fn on_ring(nside: u32, ring: u32, (q, f): (i64, f64)) -> [(u64, f64); 2] {
    let count = layout::cells_in(nside, ring);
    let quarter = count >> 2;
    let shift = 0.5 * f64::from(layout::half_step(nside, ring) as i32);
    // Steps from the first centre of this quadrant.
    let (whole, number) = trig::floor_small(f64::from(quarter as i32) * f - shift);
    let east_weight = f64::from(quarter as i32) * f - shift - whole;
    let count = i64::from(count);
    let wrap = |k: i64| {
        if k < 0 {
            k + count
        } else if k >= count {
            k - count
        } else {
            k
        }
    };
    let west = wrap(q * i64::from(quarter) + i64::from(number));
    let cell = |k: i64| layout::cells_before(nside, ring).wrapping_add(k as u64);
    [(cell(west), 1.0 - east_weight), (cell(wrap(west + 1)), east_weight)]
}

/// The last ring whose latitude is not below the position's; 0 north of the first ring.
#[inline(always)]
fn ring_above(nside: u32, at: LonLat) -> u32 {
    // Real-valued ring number: whole on a ring, increasing southwards.
    let n = f64::from(nside as i32);
    let sine = at.sin_for_projection::<Plain>();
    let to_pole = n * (trig::SQRT_6 * sine);
    let polar = if at.as_given().1 > 0.0 { to_pole } else { 4.0 * n - to_pole };
    let number = if at.is_equatorial() { n * (2.0 - 1.5 * sine) } else { polar };
    let last = 4.0 * n - 1.0;
    let number = if number < last { number } else { last };
    trig::floor_small(if number > 0.0 { number } else { 0.0 }).1 as u32
}

/// How far the position is from ring `ring` towards the next one, in colatitude: 0 to 1.
#[inline(always)]
fn between(nside: u32, ring: u32, at: LonLat) -> f64 {
    let (above, below) = (ring_latitude(nside, ring), ring_latitude(nside, ring + 1));
    let t = above.minus(Latitude::of(at)) / above.minus(below);
    let t = if t > 0.0 { t } else { 0.0 };
    if t < 1.0 { t } else { 1.0 }
}

/// A latitude by its distance to the nearer pole and its own value, so that differences keep their
/// digits at the poles as well as at the equator.
#[derive(Clone, Copy)]
struct Latitude {
    lat: f64,
    colat: f64,
    north: bool,
}

impl Latitude {
    #[inline(always)]
    fn of(at: LonLat) -> Self {
        Self { lat: at.lat(), colat: at.colat(), north: at.as_given().1 > 0.0 }
    }

    #[inline(always)]
    fn minus(self, other: Self) -> f64 {
        let near_pole = (self.colat < 0.5) & (other.colat < 0.5) & (self.north == other.north);
        let down = other.colat - self.colat;
        let polar = if self.north { down } else { -down };
        if near_pole { polar } else { self.lat - other.lat }
    }
}

#[inline(always)]
fn ring_latitude(nside: u32, ring: u32) -> Latitude {
    let n = f64::from(nside as i32);
    let north = ring <= 2 * nside;
    let from_pole = if north { ring } else { 4 * nside - ring };
    let (double, cap) = (f64::from(from_pole as i32), from_pole <= nside);
    // The sine of half the distance to the pole in caps, of the latitude between them.
    let above = if cap { double * trig::INV_SQRT_6.0 } else { 2.0 * (2.0 * n - double) };
    let (hi, lo) = trig::asin_small(above / if cap { n } else { 3.0 * n }, 0.0);
    let angle = hi + lo;
    let (colat, lat) = (2.0 * angle, core::f64::consts::FRAC_PI_2 - 2.0 * angle);
    let lat = if cap { lat } else { angle };
    let colat = if cap { colat } else { core::f64::consts::FRAC_PI_2 - angle };
    Latitude { lat: if north { lat } else { -lat }, colat, north }
}
