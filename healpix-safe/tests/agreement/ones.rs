//! Functions for one element.

use healpix_core::batch::simd;
use healpix_core::{Cell, Depth, LonLat, Nside, RingCell, UnitVec};
use healpix_core::{nested as core_nested, ring as core_ring, sphere as core_sphere};
use healpix_safe::{INVALID_CELL, instruction_set, nested, ring, sphere};
use proptest::prelude::*;

use super::compare::same;
use super::inputs::{cell, depth, double, nside};

fn pair((a, b): (f64, f64)) -> [u64; 2] {
    [a.to_bits(), b.to_bits()]
}

fn triple((a, b, c): (f64, f64, f64)) -> [u64; 3] {
    [a.to_bits(), b.to_bits(), c.to_bits()]
}

proptest! {
    #[test]
    fn nested_scheme(depth in depth(), x in double(), y in double(), z in double(), number in cell()) {
        let at = || LonLat::new(x, y);
        let at_deg = || LonLat::from_degrees(x, y);
        let cell = || Depth::new(depth).and_then(|depth| Cell::new(depth, number));
        let level = || Depth::new(depth);
        same("hash", level().and_then(|depth| Ok(core_nested::hash(depth, at()?).index())), nested::hash_one(depth, x, y));
        same(
            "hash_deg",
            level().and_then(|depth| Ok(core_nested::hash(depth, at_deg()?).index())),
            nested::hash_deg_one(depth, x, y),
        );
        same(
            "hash_vec",
            level().and_then(|depth| Ok(core_nested::hash_vec(depth, UnitVec::new(x, y, z)?).index())),
            nested::hash_vec_one(depth, x, y, z),
        );
        let center = cell().map(core_nested::center).map(|at| (at.lon(), at.lat()));
        same("center", center.map(pair), nested::center_one(depth, number).map(pair));
        let center = cell().map(core_nested::center_deg).map(|at| (at.lon_deg(), at.lat_deg()));
        same("center_deg", center.map(pair), nested::center_deg_one(depth, number).map(pair));
        let center = cell().map(core_nested::center_vec).map(|at| (at.x(), at.y(), at.z()));
        same("center_vec", center.map(triple), nested::center_vec_one(depth, number).map(triple));
        let neighbors = cell().map(core_nested::neighbors);
        same(
            "neighbors",
            neighbors.map(|all| all.map(|one| one.map_or(INVALID_CELL, |one| one.index()))),
            nested::neighbors_one(depth, number),
        );
        let other = cell().map(core_nested::to_ring).map(|cell| cell.index());
        same("to_ring", other, nested::to_ring_one(depth, number));
    }

    #[test]
    fn ring_scheme(nside in nside(), x in double(), y in double(), z in double(), number in cell()) {
        let at = || LonLat::new(x, y);
        let at_deg = || LonLat::from_degrees(x, y);
        let cell = || Nside::new(nside).and_then(|nside| RingCell::new(nside, number));
        let level = || Nside::new(nside);
        same("hash", level().and_then(|nside| Ok(core_ring::hash(nside, at()?).index())), ring::hash_one(nside, x, y));
        same(
            "hash_deg",
            level().and_then(|nside| Ok(core_ring::hash(nside, at_deg()?).index())),
            ring::hash_deg_one(nside, x, y),
        );
        same(
            "hash_vec",
            level().and_then(|nside| Ok(core_ring::hash_vec(nside, UnitVec::new(x, y, z)?).index())),
            ring::hash_vec_one(nside, x, y, z),
        );
        let center = cell().map(core_ring::center).map(|at| (at.lon(), at.lat()));
        same("center", center.map(pair), ring::center_one(nside, number).map(pair));
        let center = cell().map(core_ring::center_deg).map(|at| (at.lon_deg(), at.lat_deg()));
        same("center_deg", center.map(pair), ring::center_deg_one(nside, number).map(pair));
        let center = cell().map(core_ring::center_vec).map(|at| (at.x(), at.y(), at.z()));
        same("center_vec", center.map(triple), ring::center_vec_one(nside, number).map(triple));
        let neighbors = cell().map(core_ring::neighbors);
        same(
            "neighbors",
            neighbors.map(|all| all.map(|one| one.map_or(INVALID_CELL, |one| one.index()))),
            ring::neighbors_one(nside, number),
        );
        let other = cell().and_then(core_ring::to_nested).map(|cell| cell.index());
        same("to_nested", other, ring::to_nested_one(nside, number));
    }

    #[test]
    fn distance(lon1 in double(), lat1 in double(), lon2 in double(), lat2 in double()) {
        let core = LonLat::new(lon1, lat1)
            .and_then(|first| Ok(core_sphere::distance(first, LonLat::new(lon2, lat2)?)));
        let safe = sphere::distance_one(lon1, lat1, lon2, lat2);
        same("distance", core.map(f64::to_bits), safe.map(f64::to_bits));
    }
}

/// The library and this program's own core choose the same, also where the library is another copy, installed on the system.
#[test]
fn instruction_sets() {
    assert_eq!(instruction_set(), simd::active().name());
    assert!(simd::active().is_available());
}
