//! Positions on and next to everything where a rounding decides: borders and vertices of cells,
//! poles, the latitude at which the projection changes, quarter turns, far longitudes.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, FRAC_PI_6};

use super::random::Random;
use super::{Grid, depth, ulps_away};

/// asin(2/3), where the projection changes.
pub const TRANSITION: f64 = 0.7297276562269663;

/// A position in radians.
pub fn radians(random: &mut Random) -> (f64, f64) {
    let (lon, lat) = base(random);
    let lon = ulps_away(lon, random.below(7) as i64 - 3);
    let lat = ulps_away(lat, random.below(7) as i64 - 3);
    let turns = if random.below(4) == 0 { random.below(9) as f64 - 4.0 } else { 0.0 };
    (lon + turns * std::f64::consts::TAU, lat.clamp(-FRAC_PI_2, FRAC_PI_2))
}

/// A position in degrees.
pub fn degrees(random: &mut Random) -> (f64, f64) {
    let (lon, lat) = match random.below(3) {
        0 => {
            // Whole fractions of degrees, many of which lie on borders.
            let step = 1.0 / (1u64 << random.below(40)) as f64;
            let lat = random.choice(&[0.0, 30.0, -30.0, 60.0, -60.0, 41.810314895778596, 90.0, -90.0, 45.0]);
            (45.0 * step * random.below(1 << 43) as f64, lat)
        }
        _ => {
            let (lon, lat) = base(random);
            (lon.to_degrees(), lat.to_degrees())
        }
    };
    let lon = ulps_away(lon, random.below(5) as i64 - 2);
    let lat = ulps_away(lat, random.below(5) as i64 - 2);
    let turns = if random.below(4) == 0 { random.below(9) as f64 - 4.0 } else { 0.0 };
    (lon + turns * 360.0, lat.clamp(-90.0, 90.0))
}

fn base(random: &mut Random) -> (f64, f64) {
    match random.below(8) {
        0 => random.position(),
        1 => {
            // Next to a pole.
            let colat = random.size(-60, 0);
            (longitude(random), random.choice(&[1.0, -1.0]) * (FRAC_PI_2 - colat))
        }
        2 => (longitude(random), random.choice(&[TRANSITION, -TRANSITION])),
        3 => (longitude(random), random.choice(&[0.0, -0.0, 1e-300, -5e-324, 1e-17, -1e-9, FRAC_PI_6])),
        4 => {
            // Far out or tiny.
            let size = random.size(-1063, 1016);
            (random.choice(&[size, -size]), random.position().1)
        }
        _ => {
            // On a border of a cell.
            let grid = depth(random.below(30) as u8);
            let cell = random.below(grid.n_cells());
            let offsets = [0.0, 1.0, 0.5, random.unit()];
            let (dx, dy) = (random.choice(&offsets), random.choice(&offsets));
            let at = grid.position(cell, dx, dy).expect("offsets in the cell");
            (at.lon(), at.lat())
        }
    }
}

fn longitude(random: &mut Random) -> f64 {
    match random.below(3) {
        0 => random.position().0,
        1 => FRAC_PI_4 * (random.below(33) as f64 - 16.0),
        _ => FRAC_PI_4 * (random.below(1 << 20) as f64) / 65536.0,
    }
}
