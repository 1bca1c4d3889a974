//! How large cells are: the bound on the distance from a centre to a vertex, and the depth to start
//! a search at.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use healpix_core::{Depth, Error, LonLat, UnitVec, grid, sphere};
use support::random::Random;
use support::{Grid, NSIDES, depth, nside};

#[test]
fn a_vertex_is_farther_from_its_centre_than_the_bound() {
    fn check(grid: impl Grid) {
        let bound = grid::largest_center_to_vertex_distance(grid.size());
        let mut largest: f64 = 0.0;
        for cell in 0..grid.size().n_cells() {
            let center = grid.center(cell);
            for vertex in grid.vertices(cell) {
                largest = largest.max(sphere::distance(center, vertex));
            }
        }
        assert!(largest <= bound, "{grid:?}: {largest} beyond {bound}");
        assert!(bound - largest <= 1e-12 * largest, "{grid:?}: {bound} but {largest}");
    }
    (0..=7).for_each(|d| check(depth(d)));
    NSIDES.into_iter().for_each(|n| check(nside(n)));
}

#[test]
fn the_bound_is_too_small_at_fine_resolutions() {
    // The far vertex is that of the cells beside the meridians between base cells, where the caps begin.
    for d in 8..=29 {
        let grid = depth(d);
        let bound = grid::largest_center_to_vertex_distance(grid.nside());
        let last = grid.nside().get() - 1;
        for face in 0..4 {
            for (i, j) in [(last, 0), (0, last), (last, 1), (1, last)] {
                let face = healpix_core::BaseCell::new(face).expect("a base cell");
                let cell = grid.from_face_ij(healpix_core::FaceIj { face, i, j }).expect("in the face");
                for vertex in grid.vertices(cell) {
                    let distance = sphere::distance(grid.center(cell), vertex);
                    // Both ends are rounded positions.
                    assert!(distance <= bound + 2e-15, "depth {d} cell {cell}: {distance} beyond {bound}");
                }
            }
        }
        assert!(bound * f64::from(grid.nside().get()) < 1.2 && bound > 0.0, "depth {d}: {bound}");
    }
}

/// The point at a distance from another in a direction, both in radians.
fn towards(from: LonLat, bearing: f64, distance: f64) -> LonLat {
    let ((sin_lon, cos_lon), (sin_lat, cos_lat)) = (from.lon().sin_cos(), from.lat().sin_cos());
    let east = [-sin_lon, cos_lon, 0.0];
    let north = [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat];
    let up = [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat];
    let ((s, c), (b, a)) = (distance.sin_cos(), bearing.sin_cos());
    let at = [0, 1, 2].map(|k| c * up[k] + s * (a * north[k] + b * east[k]));
    UnitVec::new(at[0], at[1], at[2]).expect("a direction").into()
}

/// The largest radius for which `best_starting_depth` still answers a depth.
fn reach(depth: Depth) -> f64 {
    let (mut good, mut bad) = (0.0, PI);
    while bad - good > 1e-15 * good {
        let middle = 0.5 * (good + bad);
        let deep = grid::best_starting_depth(middle).expect("a radius").is_some_and(|found| found >= depth);
        *(if deep { &mut good } else { &mut bad }) = middle;
        if good > 0.0 && bad / good < 1.0 + 1e-14 {
            break;
        }
    }
    good
}

fn in_block(grid: impl Grid, home: u64, at: LonLat) -> bool {
    let cell = grid.hash(at);
    cell == home || grid.neighbors(home).contains(&Some(cell))
}

/// Places in cells, most of them on and near their borders.
fn places(random: &mut Random) -> (f64, f64) {
    let edges = [0.0, 1.0, 1e-9, 1.0 - 1e-9, 0.5, random.unit()];
    (random.choice(&edges), random.choice(&edges))
}

#[test]
fn a_disc_of_the_starting_depth_reaches_beyond_the_neighbours() {
    let mut random = Random::new(11);
    for d in 0..=7 {
        let grid = depth(d);
        let radius = reach(grid) * (1.0 - 1e-13);
        let cells: Vec<u64> = if d <= 3 {
            (0..grid.n_cells()).collect()
        } else {
            corners(grid, 3).into_iter().chain((0..300).map(|_| random.below(grid.n_cells()))).collect()
        };
        for cell in cells {
            for _ in 0..4 {
                let (dx, dy) = places(&mut random);
                let from = grid.position(cell, dx, dy).expect("in the cell");
                let home = grid.hash(from);
                for step in 0..48 {
                    let bearing = TAU * (f64::from(step) + random.unit()) / 48.0;
                    let part = if step % 3 == 0 { random.unit() } else { 1.0 };
                    let to = towards(from, bearing, radius * part);
                    assert!(in_block(grid, home, to), "depth {d} {from:?} {to:?} radius {radius}");
                }
            }
        }
    }
}

/// Cells within some steps of the corners of base cells.
fn corners(grid: Depth, steps: u32) -> Vec<u64> {
    let base = (0..12).map(|base| healpix_core::Cell::new(Depth::ZERO, base).expect("a base cell"));
    let corner = base.flat_map(|cell| healpix_core::nested::internal_corners(grid, cell).expect("deeper"));
    corner.flat_map(|cell| grid.neighbor_disc(cell, steps).expect("few steps")).collect()
}

#[test]
fn the_starting_depth_is_needlessly_shallow() {
    // Next to the poles, where cells are thinnest, a disc a little larger does leave the block.
    let mut random = Random::new(12);
    for d in 1..=7 {
        let grid = depth(d);
        let radius = reach(grid);
        let mut least = f64::INFINITY;
        for cell in corners(grid, 2) {
            for _ in 0..30 {
                let (dx, dy) = places(&mut random);
                let from = grid.position(cell, dx, dy).expect("in the cell");
                let home = grid.hash(from);
                for step in 0..48 {
                    let bearing = TAU * (f64::from(step) + random.unit()) / 48.0;
                    for factor in [1.02, 1.05, 1.1, 1.3, 1.6, 2.0] {
                        if factor < least && !in_block(grid, home, towards(from, bearing, factor * radius)) {
                            least = factor;
                        }
                    }
                }
            }
        }
        assert!(least <= 1.1, "depth {d}: the disc could be {least} times as large");
    }
}

#[test]
fn the_starting_depth_of_a_wrong_radius_is_answered() {
    for wrong in [-1e-300, -1.0, 3.2, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let answer = grid::best_starting_depth(wrong);
        assert!(matches!(answer, Err(Error::Radius { limit: PI, .. })), "{wrong}: {answer:?}");
    }
    assert_eq!(grid::best_starting_depth(-0.0), Ok(Some(Depth::MAX)));
    assert_eq!(grid::best_starting_depth(5e-324), Ok(Some(Depth::MAX)));
    assert_eq!(grid::best_starting_depth(FRAC_PI_2), Ok(None));
    assert_eq!(grid::best_starting_depth(PI), Ok(None));
    let mut last = Some(Depth::MAX);
    for step in 0..4000 {
        let radius = 1e-10 * 1.01f64.powi(step);
        if radius > PI {
            break;
        }
        let found = grid::best_starting_depth(radius).expect("a radius");
        assert!(found <= last, "a larger disc starts deeper");
        last = found;
    }
}
