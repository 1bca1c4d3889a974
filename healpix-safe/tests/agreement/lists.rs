//! One cell in, a list out.

use healpix_core::{Cell, Depth, LonLat, Nside, RingCell};
use healpix_core::{nested as core_nested, ring as core_ring};
use healpix_safe::{INVALID_CELL, nested, ring};
use proptest::prelude::*;

use super::compare::same;
use super::inputs::{cell, depth, nside};

fn core_bits(list: Vec<LonLat>) -> Vec<(u64, u64)> {
    list.into_iter().map(|at| (at.lon().to_bits(), at.lat().to_bits())).collect()
}

fn safe_bits(list: Vec<(f64, f64)>) -> Vec<(u64, u64)> {
    list.into_iter().map(|(lon, lat)| (lon.to_bits(), lat.to_bits())).collect()
}

/// Steps that are refused, or give a list of bearable length.
fn steps() -> impl Strategy<Value = u32> {
    prop_oneof![9 => 0..20u32, 1 => 16_385..=u32::MAX]
}

proptest! {
    #[test]
    fn nested_scheme(depth in depth(), number in cell(), k in steps()) {
        let cell = || Depth::new(depth).and_then(|depth| Cell::new(depth, number));
        same(
            "path_along_edge",
            cell().and_then(|cell| core_nested::path_along_edge(cell, k)).map(core_bits),
            nested::path_along_edge(depth, number, k).map(safe_bits),
        );
        same(
            "grid",
            cell().and_then(|cell| core_nested::grid(cell, k)).map(core_bits),
            nested::grid(depth, number, k).map(safe_bits),
        );
        let core = cell().and_then(|cell| core_nested::neighbor_ring(cell, k));
        same("neighbor_ring", core, nested::neighbor_ring(depth, number, k));
        let core = cell().and_then(|cell| core_nested::neighbor_disc(cell, k));
        same("neighbor_disc", core, nested::neighbor_disc(depth, number, k));
    }

    #[test]
    fn ring_scheme(nside in nside(), number in cell(), k in steps()) {
        let cell = || Nside::new(nside).and_then(|nside| RingCell::new(nside, number));
        same(
            "path_along_edge",
            cell().and_then(|cell| core_ring::path_along_edge(cell, k)).map(core_bits),
            ring::path_along_edge(nside, number, k).map(safe_bits),
        );
        same(
            "grid",
            cell().and_then(|cell| core_ring::grid(cell, k)).map(core_bits),
            ring::grid(nside, number, k).map(safe_bits),
        );
        let core = cell().and_then(|cell| core_ring::neighbor_ring(cell, k));
        same("neighbor_ring", core, ring::neighbor_ring(nside, number, k));
        let core = cell().and_then(|cell| core_ring::neighbor_disc(cell, k));
        same("neighbor_disc", core, ring::neighbor_disc(nside, number, k));
    }

    #[test]
    fn edges(depth in depth(), number in cell(), down in prop_oneof![4 => 0..8u8, 1 => any::<u8>()]) {
        // Ten levels down an edge has 4096 cells; far deeper ones are for the tests of too little room.
        let deeper = if down < 8 { depth.saturating_add(down) } else { down.max(30) };
        let cell = || Depth::new(depth).and_then(|depth| Cell::new(depth, number));
        let below = || Depth::new(deeper);
        let core = cell().and_then(|cell| core_nested::internal_edge(below()?, cell));
        same("internal_edge", core, nested::internal_edge(depth, number, deeper));
        let core = cell().and_then(|cell| core_nested::external_edge(below()?, cell));
        same("external_edge", core, nested::external_edge(depth, number, deeper));
        let core = cell().and_then(|cell| core_nested::internal_corners(below()?, cell));
        same("internal_corners", core, nested::internal_corners(depth, number, deeper));
        let core = cell().and_then(|cell| core_nested::external_corners(below()?, cell));
        same(
            "external_corners",
            core.map(|all| all.map(|one| one.unwrap_or(INVALID_CELL))),
            nested::external_corners(depth, number, deeper),
        );
    }
}
