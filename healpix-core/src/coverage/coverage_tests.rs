use alloc::vec::Vec;

use super::*;
use crate::grid::{Cell, Depth};
use crate::region::{Cone, Region, Relation};
use crate::sphere::LonLat;
use crate::{nested, sphere};

/// Every cell by itself and by the walk.
fn agrees(depth: u8, region: &impl Region) {
    let depth = Depth::new(depth).unwrap();
    let coverage = Coverage::of(depth, region).unwrap();
    let mut flat = coverage.flat().peekable();
    for index in 0..depth.n_cells() {
        let relation = region.relation(Cell::new(depth, index).unwrap());
        let walked = flat.next_if(|(cell, _)| *cell == index).map(|(_, full)| full);
        let expected = match relation {
            Relation::Disjoint => None,
            Relation::Partial => Some(false),
            Relation::Full => Some(true),
        };
        assert_eq!(walked, expected, "cell {index} at depth {depth:?}");
    }
    assert!(flat.next().is_none());
}

#[test]
fn the_walk_and_single_cells_agree_on_cones() {
    for (lon, lat) in [(0.0, 0.0), (45.0, 0.0), (0.0, 90.0), (90.0, 41.8), (123.4, -56.7), (270.0, -90.0)] {
        for radius in [0.0, 1e-9, 0.01, 1.0, 10.0, 60.0, 90.0, 120.0, 179.99, 180.0] {
            let cone = Cone::new(LonLat::from_degrees(lon, lat).unwrap(), f64::to_radians(radius)).unwrap();
            for depth in 0..=4 {
                agrees(depth, &cone);
            }
        }
    }
}

#[test]
fn big_cones_miss_no_cell() {
    for degrees in [140.0, 150.0, 170.0, 179.0] {
        let radius = f64::to_radians(degrees);
        let center = LonLat::from_degrees(0.0, 0.0).unwrap();
        let depth = Depth::new(6).unwrap();
        let coverage = Coverage::of(depth, &Cone::new(center, radius).unwrap()).unwrap();
        let cells: Vec<u64> = coverage.flat().map(|(index, _)| index).collect();
        for index in 0..depth.n_cells() {
            let at = nested::center(Cell::new(depth, index).unwrap());
            if sphere::distance(center, at) <= radius {
                assert!(cells.binary_search(&index).is_ok(), "{degrees}: {index}");
            }
        }
    }
}

/// Cones of all sizes, a stretch of threads and a part of one long.
#[cfg(feature = "parallel")]
#[test]
fn threads_give_other_cells_to_batches_of_cones() {
    let n = 333;
    let lon: Vec<f64> = (0..n).map(|k| f64::from(k) * 0.7).collect();
    let lat: Vec<f64> = (0..n).map(|k| (f64::from(k) * 0.37).sin() * 1.57).collect();
    let radius: Vec<f64> = (0..n).map(|k| 10f64.powi(-(k % 7))).collect();
    let depth = Depth::new(7).expect("a depth");
    let one = cones(depth, &lon, &lat, &radius).expect("cones");
    for threads in 2..=4 {
        crate::threads::set_count(threads).expect("threads");
        let several = cones(depth, &lon, &lat, &radius).expect("cones");
        crate::threads::set_count(1).expect("one");
        assert!(several == one, "{threads} threads");
    }
}
