//! The two published interpolations: four cells and their weights for a position.

use crate::grid::FaceIj;
use crate::projection::{locate_with_offsets, quadrant};
use crate::ring::layout;
use crate::sphere::LonLat;
use crate::sphere::trig;

/// A cell and its weight.
pub(crate) type Weighted = (FaceIj, f64);

/// Bilinear in the offsets within the 2 × 2 block of cells around a position, as in cdshealpix.
///
/// The slots are the S, E, W and N cell of the block. Where one of its cells does not exist, because
/// three base cells meet there, the two cells beside it share its weight in equal parts, and its
/// slot holds the position's own cell with weight 0.
pub(crate) fn bilinear(nside: u32, at: LonLat) -> [Weighted; 4] {
    let (home, dx, dy) = locate_with_offsets(nside, at);
    let ((west, u), (south, v)) = (half_cell_on(dx), half_cell_on(dy));
    let mut weights = bilinear_weights(u, v);
    let first = (-i64::from(west), -i64::from(south));
    let steps = [first, (first.0 + 1, first.1), (first.0, first.1 + 1), (first.0 + 1, first.1 + 1)];
    let block = steps.map(|(di, dj)| home.moved(nside, di, dj));
    let missing = block.iter().position(Option::is_none);
    if let Some(corner) = missing {
        let half = 0.5 * weights[corner];
        // Beside slot 0 or 3 are 1 and 2, and the other way round.
        let beside = if corner == 0 || corner == 3 { [1, 2] } else { [0, 3] };
        for slot in beside {
            weights[slot] += half;
        }
        weights[corner] = 0.0;
    }
    let mut k = 0;
    block.map(|cell| {
        k += 1;
        (cell.unwrap_or(home), weights[k - 1])
    })
}

/// From an offset in a cell to whether the block of two begins a cell before (1) or in it (0), and the weight of its second
/// cell.
#[inline(always)]
pub(crate) fn half_cell_on(offset: f64) -> (u32, f64) {
    let beyond = offset > 0.5;
    (u32::from(!beyond), if beyond { offset - 0.5 } else { offset + 0.5 })
}

/// The weights of the S, E, W and N cell of a block from those of its eastern column and western row.
#[inline(always)]
pub(crate) fn bilinear_weights(u: f64, v: f64) -> [f64; 4] {
    [(1.0 - u) * (1.0 - v), u * (1.0 - v), (1.0 - u) * v, u * v]
}

/// Linear in longitude on the two rings next to a position and linear in latitude between them, as
/// in healpy and HEALPix C++.
///
/// The slots are the western and eastern cell of the northern ring, then those of the southern ring.
/// Beyond the first or last ring the pole's value is the mean of the four cells around it.
pub(crate) fn rings(nside: u32, at: LonLat) -> [(u64, f64); 4] {
    let n_rings = 4 * nside - 1;
    let north = ring_above(nside, at);
    let (q, f) = quadrant(at.quarter_turns());
    if north == 0 {
        // North of the first ring.
        return around_pole(on_ring(nside, 1, q, f), 0, at.colat() / ring_colat(nside, 1), false);
    }
    let pair = on_ring(nside, north, q, f);
    if north == n_rings {
        let first = layout::cells_before(nside, n_rings);
        return around_pole(pair, first, at.colat() / ring_colat(nside, n_rings), true);
    }
    let below = on_ring(nside, north + 1, q, f);
    let t = between(nside, north, at);
    let weigh = |(cell, w): (u64, f64), part: f64| (cell, w * part);
    [weigh(pair[0], 1.0 - t), weigh(pair[1], 1.0 - t), weigh(below[0], t), weigh(below[1], t)]
}

/// The four cells of the ring around a pole; `t` is 0 at the pole and 1 on the ring.
fn around_pole(pair: [(u64, f64); 2], first: u64, t: f64, south: bool) -> [(u64, f64); 4] {
    let t = t.clamp(0.0, 1.0);
    let quarter = 0.25 * (1.0 - t);
    let across = |(cell, _): (u64, f64)| (first + ((cell - first + 2) & 3), quarter);
    let near = pair.map(|(cell, w)| (cell, w * t + quarter));
    let far = pair.map(across);
    if south { [near[0], near[1], far[0], far[1]] } else { [far[0], far[1], near[0], near[1]] }
}

/// The cells west and east of a longitude on a ring, with their weights.
fn on_ring(nside: u32, ring: u32, q: u8, f: f64) -> [(u64, f64); 2] {
    let count = layout::cells_in(nside, ring);
    let quarter = count / 4;
    let shift = 0.5 * f64::from(layout::half_step(nside, ring));
    // Steps from the first centre of this quadrant.
    let steps = f64::from(quarter) * f - shift;
    let whole = trig::floor(steps);
    let east_weight = steps - whole;
    let west = i64::from(q) * i64::from(quarter) + whole as i64;
    let first = layout::cells_before(nside, ring);
    let cell = |k: i64| first + k.rem_euclid(i64::from(count)) as u64;
    [(cell(west), 1.0 - east_weight), (cell(west + 1), east_weight)]
}

/// The last ring whose latitude is not below the position's; 0 north of the first ring.
fn ring_above(nside: u32, at: LonLat) -> u32 {
    // Real-valued ring number: whole on a ring, increasing southwards.
    let n = f64::from(nside);
    let north = at.as_given().1 > 0.0;
    let rings = f64::from(4 * nside - 1);
    let number = if at.is_equatorial() {
        n * (2.0 - 1.5 * at.sin_lat_equatorial())
    } else {
        let to_pole = n * (trig::SQRT_6 * at.sin_half_colat());
        if north { to_pole } else { 4.0 * n - to_pole }
    };
    trig::floor(number).clamp(0.0, rings) as u32
}

/// How far the position is from ring `ring` towards the next one, in colatitude: 0 to 1.
fn between(nside: u32, ring: u32, at: LonLat) -> f64 {
    let (above, below) = (ring_latitude(nside, ring), ring_latitude(nside, ring + 1));
    let lat = Latitude::of(at);
    let t = above.minus(lat) / above.minus(below);
    t.clamp(0.0, 1.0)
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
    fn of(at: LonLat) -> Self {
        Self { lat: at.lat(), colat: at.colat(), north: at.as_given().1 > 0.0 }
    }

    fn minus(self, other: Self) -> f64 {
        let near_pole = self.colat < 0.5 && other.colat < 0.5;
        match (near_pole && self.north == other.north, self.north) {
            (true, true) => other.colat - self.colat,
            (true, false) => self.colat - other.colat,
            (false, _) => self.lat - other.lat,
        }
    }
}

fn ring_latitude(nside: u32, ring: u32) -> Latitude {
    let n_rings = 4 * nside - 1;
    let (north, from_pole) = if ring <= 2 * nside { (true, ring) } else { (false, n_rings + 1 - ring) };
    let colat = if from_pole <= nside {
        ring_colat(nside, ring)
    } else {
        let z = 2.0 * f64::from(2 * nside - from_pole) / (3.0 * f64::from(nside));
        let (hi, lo) = trig::asin_small(z, 0.0);
        let lat = hi + lo;
        let lat = if north { lat } else { -lat };
        return Latitude { lat, colat: core::f64::consts::FRAC_PI_2 - lat.abs(), north };
    };
    let lat = core::f64::consts::FRAC_PI_2 - colat;
    Latitude { lat: if north { lat } else { -lat }, colat, north }
}

/// Distance of a ring of a cap to its pole.
fn ring_colat(nside: u32, ring: u32) -> f64 {
    let from_pole = ring.min(4 * nside - ring);
    let (hi, lo) = trig::asin_small(f64::from(from_pole) * trig::INV_SQRT_6.0 / f64::from(nside), 0.0);
    2.0 * (hi + lo)
}
