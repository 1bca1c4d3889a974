//! Regions of every shape, half of them where symmetry and rounding hurt.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use healpix_core::region::{Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Interior, Polygon, Zone};
use healpix_core::{LonLat, UnitVec};

use super::random::Random;
use super::{Grid, degrees, depth, radians};

/// Shapes that [`shape`] makes.
pub const SHAPES: usize = 6;

/// A region of a shape, by its number below [`SHAPES`].
pub fn shape(random: &mut Random, shape: usize) -> AnyRegion {
    match shape {
        0 => cone(random).into(),
        1 => {
            let (center, outer) = (center(random), radius(random));
            let inner = outer * random.choice(&[0.0, 0.5, 0.99, 0.999_999, 1.0]);
            Annulus::new(center, inner, outer).expect("an annulus").into()
        }
        2 => {
            let a = radius(random).clamp(1e-9, FRAC_PI_2);
            let b = a * random.choice(&[1.0, 0.7, 0.2, 0.01, 1e-5]);
            let any = random.unit();
            let angle = TAU * random.choice(&[0.0, 0.25, 0.5, any]);
            EllipticalCone::new(center(random), a, b, angle).expect("an ellipse").into()
        }
        3 => zone(random).into(),
        4 => {
            let width = radius(random).clamp(1e-9, 3.0);
            let height = (width * random.choice(&[1.0, 0.5, 0.1, 0.001])).max(1e-9);
            let any = random.unit();
            let angle = TAU * random.choice(&[0.0, 0.125, 0.25, any]);
            BoxRegion::new(center(random), width, height, angle).expect("a box").into()
        }
        _ => polygon(random).into(),
    }
}

pub fn cone(random: &mut Random) -> Cone {
    Cone::new(center(random), radius(random)).expect("a cone")
}

pub fn zone(random: &mut Random) -> Zone {
    let (a, b) = (center(random), center(random));
    let (south, north) = (a.lat_deg().min(b.lat_deg()), a.lat_deg().max(b.lat_deg()));
    let west = a.lon_deg();
    let east = match random.below(4) {
        0 => west + 360.0,
        1 => {
            let share = random.unit();
            west + 90.0 * share * share * share
        }
        _ => b.lon_deg(),
    };
    Zone::from_degrees(west, south, east, north).expect("a zone")
}

/// A star around a centre: concave, and of any size below a hemisphere; or its outside, or with a hole.
pub fn polygon(random: &mut Random) -> Polygon {
    let around = center(random);
    let reach = radius(random).clamp(1e-8, 1.4);
    let n = 3 + random.below(20) as usize;
    let any = random.unit();
    let phase = random.choice(&[0.0, 0.5, any]);
    let smooth = random.below(3) == 0;
    let ring: Vec<LonLat> = (0..n)
        .map(|k| {
            let share = if smooth { 1.0 } else { random.between(0.5, 1.0) };
            offset(around, reach * share, TAU * (k as f64 + phase) / n as f64)
        })
        .collect();
    let hole: Vec<LonLat> = (0..4).map(|k| offset(around, 0.2 * reach, TAU * (k as f64 + phase) / 4.0)).collect();
    let interior = match random.below(3) {
        0 => Interior::SmallerArea,
        1 => Interior::Winding,
        _ => Interior::Contains(offset(around, 0.3 * reach, 0.1)),
    };
    let with_hole = random.below(3) == 0;
    let rings: Vec<&[LonLat]> = if with_hole { vec![&ring, &hole] } else { vec![&ring] };
    // Where the hole of a slim star sticks out, or the control point is on a border, without both.
    Polygon::with_rings(&rings, interior).or_else(|_| Polygon::new(&ring)).expect("a star")
}

/// The point a distance away in a direction, counted from north to west.
pub fn offset(from: LonLat, distance: f64, angle: f64) -> LonLat {
    let (lon, lat) = (from.lon(), from.lat());
    let center = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
    let north = [-lat.sin() * lon.cos(), -lat.sin() * lon.sin(), lat.cos()];
    let west = [lon.sin(), -lon.cos(), 0.0];
    let v: Vec<f64> = (0..3)
        .map(|k| distance.cos() * center[k] + distance.sin() * (angle.cos() * north[k] + angle.sin() * west[k]))
        .collect();
    LonLat::from(UnitVec::new(v[0], v[1], v[2]).expect("a direction"))
}

/// A position, half of them special.
pub fn center(random: &mut Random) -> LonLat {
    if random.below(2) == 0 {
        let (lon, lat) = random.position();
        return radians(lon, lat);
    }
    match random.below(4) {
        0 => degrees(45.0 * random.below(9) as f64, random.choice(&[90.0, -90.0])),
        1 => {
            let lat = random.choice(&[0.0, 30.0, -30.0, 41.810314895778596, -41.810314895778596, 60.0]);
            degrees(45.0 * random.below(9) as f64, lat)
        }
        _ => {
            let grid = depth(random.below(6) as u8);
            let (dx, dy) = (random.choice(&[0.0, 0.5, 1.0]), random.choice(&[0.0, 0.5, 1.0]));
            grid.position(random.below(grid.n_cells()), dx, dy).expect("a place in a cell")
        }
    }
}

/// A radius from 0 to pi.
pub fn radius(random: &mut Random) -> f64 {
    match random.below(6) {
        0 => random.between(0.0, PI),
        1 => random.between(0.0, 0.5),
        2 => random.size(-27, 0),
        3 => random.choice(&[0.0, FRAC_PI_2, PI, 0.7297276562269663, 0.25 * PI]),
        4 => PI - random.size(-27, 0),
        _ => random.between(0.0, 0.1),
    }
}
