//! Both interpolations: weights that are weights, and the values they give for fields one knows.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::f64::consts::{FRAC_PI_2, TAU};

use healpix_core::{Cell, Depth, LonLat, Nside, RingCell, UnitVec, nested, projection, ring, sphere};
use support::random::Random;
use support::{Grid, NSIDES, awkward, degrees, depth, nside, radians};

type Four = [(u64, f64); 4];

/// Weights in [0, 1], their sum 1 within 2 ulp, the cells on the grid and near the position.
fn check(grid: impl Grid, at: LonLat) {
    // No cell of either rule is farther than the width of four cells. Far longitudes count by their
    // place on the plane.
    let reach = 5.0 / grid.side();
    let (x, y) = projection::forward(at);
    let place = projection::inverse(x, y).expect("a point of the plane");
    for (rule, four) in [("rings", grid.interpolate_rings(at)), ("bilinear", grid.interpolate_bilinear(at))] {
        let name = format!("{rule} {grid:?} {at:?}: {four:?}");
        assert!(four.iter().all(|(cell, w)| *cell < grid.size().n_cells() && (0.0..=1.0).contains(w)), "{name}");
        let sum: f64 = four.iter().map(|(_, weight)| weight).sum();
        assert!((sum - 1.0).abs() <= 2.0 * f64::EPSILON, "{name}: sum {sum}");
        for (cell, weight) in four {
            let distance = sphere::distance(grid.center(cell), place);
            assert!(weight == 0.0 || distance < reach, "{name}: cell {cell} is {distance} away");
        }
    }
}

fn all_sizes() -> Vec<Nside> {
    let powers = (0..=29).map(|d| 1 << d);
    powers.chain(NSIDES).chain([1000, 999_983, (1 << 29) - 1]).map(nside).collect()
}

#[test]
fn a_weight_is_negative_or_nan_or_they_do_not_sum_to_one() {
    let mut random = Random::new(31);
    for size in all_sizes() {
        for _ in 0..1500 {
            let (lon, lat) = awkward::radians(&mut random);
            check(size, radians(lon, lat));
            let (lon, lat) = awkward::degrees(&mut random);
            check(size, degrees(lon, lat));
        }
    }
}

#[test]
fn a_grid_of_positions_has_a_bad_weight() {
    for n in NSIDES {
        for lat in -18..=18 {
            for lon in -36..=36 {
                check(nside(n), degrees(5.0 * f64::from(lon), 5.0 * f64::from(lat)));
            }
        }
    }
}

#[test]
fn nested_interpolation_is_another_than_that_of_the_ring_scheme() {
    let mut random = Random::new(32);
    for d in 0..=29 {
        for _ in 0..300 {
            let (lon, lat) = awkward::radians(&mut random);
            let at = radians(lon, lat);
            let as_ring = |four: [(Cell, f64); 4]| four.map(|(cell, weight)| (nested::to_ring(cell), weight));
            let size = depth(d).nside();
            assert_eq!(as_ring(nested::interpolate_rings(depth(d), at)), ring::interpolate_rings(size, at));
            assert_eq!(as_ring(nested::interpolate_bilinear(depth(d), at)), ring::interpolate_bilinear(size, at));
        }
    }
}

#[test]
fn bilinear_at_a_centre_mixes_in_other_cells() {
    fn check(grid: impl Grid, cell: u64) {
        let four = grid.interpolate_bilinear(grid.center(cell));
        let own: f64 = four.iter().filter(|(c, _)| *c == cell).map(|(_, weight)| weight).sum();
        // The centre is a rounded position: off by 1e-15 of nside cells in each direction.
        assert!((own - 1.0).abs() <= 5e-15 * grid.side() + 1e-15, "{grid:?} cell {cell}: {four:?}");
    }
    (0..=5).for_each(|d| (0..depth(d).n_cells()).for_each(|cell| check(depth(d), cell)));
    NSIDES.into_iter().take(8).for_each(|n| (0..nside(n).n_cells()).for_each(|cell| check(nside(n), cell)));
    let mut random = Random::new(33);
    (6..=29).for_each(|d| (0..200).for_each(|_| check(depth(d), random.below(depth(d).n_cells()))));
}

#[test]
fn by_rings_at_a_centre_mixes_in_other_cells() {
    fn check(grid: impl Grid, cell: u64) {
        let four = grid.interpolate_rings(grid.center(cell));
        let own: f64 = four.iter().filter(|(c, _)| *c == cell).map(|(_, weight)| weight).sum();
        assert!((own - 1.0).abs() <= 1e-14 * grid.side() + 1e-15, "{grid:?} cell {cell}: {four:?}");
    }
    (0..=5).for_each(|d| (0..depth(d).n_cells()).for_each(|cell| check(depth(d), cell)));
    NSIDES.into_iter().take(8).for_each(|n| (0..nside(n).n_cells()).for_each(|cell| check(nside(n), cell)));
    let mut random = Random::new(34);
    (6..=29).for_each(|d| (0..200).for_each(|_| check(depth(d), random.below(depth(d).n_cells()))));
}

/// A field at a position, from its values at the centres of the cells.
fn interpolated(four: Four, field: impl Fn(u64) -> f64) -> f64 {
    four.iter().map(|(cell, weight)| weight * field(*cell)).sum()
}

#[test]
fn a_constant_field_is_not_constant_between_cells() {
    let mut random = Random::new(35);
    for size in all_sizes() {
        for _ in 0..100 {
            let (lon, lat) = awkward::radians(&mut random);
            let at = radians(lon, lat);
            for four in [size.interpolate_rings(at), size.interpolate_bilinear(at)] {
                let value = interpolated(four, |_| 7.0);
                assert!((value - 7.0).abs() <= 7.0 * 3.0 * f64::EPSILON, "{size:?} {at:?}: {value}");
            }
        }
    }
}

#[test]
fn a_field_linear_in_latitude_bends_between_rings() {
    let mut random = Random::new(36);
    for size in all_sizes().into_iter().filter(|size| size.get() >= 2) {
        let first = ring::info(size, 1).expect("a ring").lat;
        let latitude = |cell| ring::center(RingCell::new(size, cell).expect("a cell")).lat();
        for _ in 0..300 {
            let (lon, lat) = awkward::radians(&mut random);
            let at = radians(lon, lat);
            let value = interpolated(size.interpolate_rings(at), latitude);
            // Beyond the last ring the pole's value is the mean of the ring around it.
            let expected = lat.clamp(-first, first);
            assert!((value - expected).abs() < 1e-15, "{size:?} {at:?}: {value}");
        }
    }
}

#[test]
fn a_field_linear_in_longitude_bends_along_a_ring() {
    let mut random = Random::new(37);
    for n in [4, 5, 64, 1000, 1 << 20] {
        let size = nside(n);
        for _ in 0..300 {
            let number = 1 + random.below(u64::from(size.n_rings())) as u32;
            let info = ring::info(size, number).expect("a ring");
            // Away from the turn, where the field jumps.
            let lon = random.between(2.0, 4.0);
            let at = radians(lon, info.lat);
            let longitude = |cell| ring::center(RingCell::new(size, cell).expect("a cell")).lon();
            let four = size.interpolate_rings(at);
            let on_ring = |cell: u64| (info.first..info.first + u64::from(info.count)).contains(&cell);
            let own: f64 = four.iter().filter(|(cell, _)| on_ring(*cell)).map(|(_, weight)| weight).sum();
            assert!(own > 1.0 - 1e-14 * f64::from(n), "{size:?} ring {number}: {four:?}");
            let near = four.iter().filter(|(cell, _)| on_ring(*cell));
            let value: f64 = near.map(|(cell, weight)| weight / own * longitude(*cell)).sum();
            if info.count > 8 {
                assert!((value - lon).abs() < 4e-15, "{size:?} ring {number} lon {lon}: {value}");
            }
        }
    }
}

#[test]
fn a_smooth_field_is_reproduced_badly() {
    // The second derivatives of this field are at most about 4: bilinear errors are of h² / 2 each way.
    let field = |at: LonLat| {
        let v = UnitVec::from(at);
        v.x() + 0.5 * v.y() * v.z() - v.z()
    };
    let mut random = Random::new(38);
    for d in 4..=12 {
        let grid = depth(d);
        let width = 1.1 / grid.side();
        for _ in 0..500 {
            let (lon, lat) = random.position();
            let at = radians(lon, lat);
            let value = |cell| field(grid.center(cell));
            let by_rings = interpolated(grid.interpolate_rings(at), value);
            assert!((by_rings - field(at)).abs() < 8.0 * width * width, "depth {d} {at:?}: {by_rings} {}", field(at));
            // The cell-local rule bends with the seams of the base cells: first order there.
            let bilinear = interpolated(grid.interpolate_bilinear(at), value);
            assert!((bilinear - field(at)).abs() < 1.5 * width, "depth {d} {at:?}: {bilinear} {}", field(at));
        }
    }
}

#[test]
fn the_pole_is_not_the_mean_of_the_cells_around_it() {
    for size in all_sizes() {
        for lon in [0.0, 10.0, 45.0, 100.0, 359.0] {
            for lat in [90.0, -90.0] {
                let four = size.interpolate_rings(degrees(lon, lat));
                let mut cells = four.map(|(cell, _)| cell);
                cells.sort_unstable();
                let first = if lat > 0.0 { 0 } else { size.n_cells() - 4 };
                assert_eq!(cells, [0, 1, 2, 3].map(|k| first + k), "{size:?} lon {lon}");
                assert!(four.iter().all(|(_, weight)| *weight == 0.25), "{size:?} lon {lon}: {four:?}");
                // The cell-local rule has the same four cells and, at the common vertex, the same weights.
                let mut around = size.interpolate_bilinear(degrees(lon, lat)).map(|(cell, _)| cell);
                around.sort_unstable();
                assert_eq!(around, cells, "{size:?} lon {lon}");
            }
        }
    }
}

#[test]
fn interpolation_jumps_between_neighbouring_positions() {
    // By rings the interpolation is continuous everywhere, also over rings, poles and the turn.
    let mut random = Random::new(39);
    let value = |cell: u64| ((cell.wrapping_mul(0x9e37_79b9)) % 1000) as f64;
    for n in [1, 2, 4, 5, 16] {
        let size = nside(n);
        let crossings: Vec<f64> = (1..=size.n_rings()).map(|r| ring::info(size, r).expect("a ring").lat).collect();
        for _ in 0..400 {
            let lat: f64 = random.choice(&crossings);
            let lon = random.between(-0.1, TAU);
            let field = |lon: f64, lat: f64| {
                let at = radians(lon, lat.clamp(-FRAC_PI_2, FRAC_PI_2));
                interpolated(size.interpolate_rings(at), value)
            };
            for (dlon, dlat) in [(1e-12, 0.0), (0.0, 1e-12), (1e-12, 1e-12)] {
                let jump = field(lon - dlon, lat - dlat) - field(lon + dlon, lat + dlat);
                assert!(jump.abs() < 1e-6, "{size:?} ({lon}, {lat}): {jump}");
            }
            let (a, b) = (field(-1e-13, lat), field(1e-13, lat));
            assert!((a - b).abs() < 1e-6, "{size:?} lon 0 lat {lat}: {a} {b}");
        }
        let (a, b) =
            (Depth::ZERO.interpolate_rings(degrees(0.0, 90.0)), Depth::ZERO.interpolate_rings(degrees(180.0, 90.0)));
        assert!((interpolated(a, value) - interpolated(b, value)).abs() < 1e-9);
    }
}
