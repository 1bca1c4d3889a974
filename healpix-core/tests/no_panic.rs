//! Any bytes whatever: no public function panics (this is built with overflow checks), and what comes
//! back is on the grid.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use healpix_core::grid::{self, morton};
use healpix_core::{
    AngleUnit, BaseCell, Cell, Depth, Direction, FaceIj, LonLat, Nside, RingCell, UnitVec, nested, projection, ring,
    sphere,
};
use proptest::prelude::*;
use support::Grid;

/// Doubles of any bits, and the ones that matter.
fn double() -> impl Strategy<Value = f64> {
    let special = vec![
        0.0,
        -0.0,
        FRAC_PI_2,
        -FRAC_PI_2,
        PI,
        TAU,
        90.0,
        -90.0,
        360.0,
        0.7297276562269663,
        41.810314895778596,
        1.0,
        0.5,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
    ];
    let near = (proptest::sample::select(special), -4i64..=4).prop_map(|(v, n)| support::ulps_away(v, n));
    prop_oneof![any::<u64>().prop_map(f64::from_bits), near, -2.0..2.0, -400.0..400.0]
}

/// A position from any two doubles, in either unit; most are made to have a latitude that exists.
fn position() -> impl Strategy<Value = LonLat> {
    let any = (double(), double(), any::<bool>()).prop_filter_map("no position", |(lon, lat, degrees)| {
        let unit = if degrees { AngleUnit::Degrees } else { AngleUnit::Radians };
        let lat = if lat.abs() <= unit.max_latitude() { lat } else { lat % unit.max_latitude() };
        LonLat::with_unit(lon, lat, unit).ok()
    });
    any.boxed()
}

fn depths() -> impl Strategy<Value = Depth> {
    (0u8..30).prop_map(|d| Depth::new(d).expect("a depth"))
}

fn nsides() -> impl Strategy<Value = Nside> {
    let number = prop_oneof![1u32..20, 1u32..=1 << 29, (0u32..30).prop_map(|d| 1 << d), Just((1 << 29) - 1)];
    number.prop_map(|n| Nside::new(n).expect("an nside"))
}

/// Everything that takes a position.
fn from_position(grid: impl Grid, at: LonLat) -> Result<(), TestCaseError> {
    let n_cells = grid.size().n_cells();
    let (cell, dx, dy) = grid.hash_with_offsets(at);
    prop_assert!(cell < n_cells && (0.0..=1.0).contains(&dx) && (0.0..=1.0).contains(&dy));
    prop_assert_eq!(cell, grid.hash(at));
    prop_assert!(grid.hash_vec(UnitVec::from(at)) < n_cells);
    for four in [grid.interpolate_rings(at), grid.interpolate_bilinear(at)] {
        let sum: f64 = four.iter().map(|(_, weight)| weight).sum();
        prop_assert!((sum - 1.0).abs() <= 2.0 * f64::EPSILON, "{:?}", four);
        prop_assert!(four.iter().all(|(cell, w)| *cell < n_cells && (0.0..=1.0).contains(w)), "{:?}", four);
    }
    Ok(())
}

fn on_sphere(at: LonLat) -> bool {
    let (lon, lat) = at.as_given();
    let full = 2.0 * at.unit().half_turn();
    (0.0..full).contains(&lon) && lat.abs() <= at.unit().max_latitude()
}

/// Everything that takes a cell.
fn from_cell(grid: impl Grid, cell: u64, (dx, dy): (f64, f64), k: u32) -> Result<(), TestCaseError> {
    let n_cells = grid.size().n_cells();
    prop_assert!(on_sphere(grid.center(cell)) && on_sphere(grid.center_deg(cell)));
    prop_assert!(grid.vertices(cell).into_iter().chain(grid.vertices_deg(cell)).all(on_sphere));
    let v = grid.center_vec(cell);
    prop_assert!((support::length([v.x(), v.y(), v.z()]) - 1.0).abs() < 1e-15);
    prop_assert!(grid.neighbors(cell).into_iter().flatten().all(|c| c < n_cells && c != cell));
    let at = grid.to_face_ij(cell);
    prop_assert_eq!(grid.from_face_ij(at), Ok(cell));
    let good = (0.0..=1.0).contains(&dx) && (0.0..=1.0).contains(&dy);
    for place in [grid.position(cell, dx, dy), grid.position_deg(cell, dx, dy)] {
        prop_assert_eq!(place.is_ok(), good);
        prop_assert!(place.map_or(true, on_sphere));
    }
    // Inside the cell, and no worse than in its neighbours on the border.
    if good {
        let found = grid.hash(grid.position(cell, dx, dy).expect("good offsets"));
        let beside = found == cell || grid.neighbors(cell).contains(&Some(found));
        prop_assert!(beside, "{:?} cell {} offsets {} {}: {}", grid, cell, dx, dy, found);
    }
    let (path, squares) = (grid.path_along_edge(cell, k % 40), grid.grid(cell, k % 12));
    prop_assert_eq!((path.is_ok(), squares.is_ok()), (k % 40 > 0, k % 12 > 0));
    prop_assert!(path.into_iter().chain(squares).flatten().all(on_sphere));
    for wrong in [0, 16_385, u32::MAX] {
        prop_assert!(grid.path_along_edge(cell, wrong).is_err() && grid.grid(cell, wrong).is_err());
    }
    let (ring, disc) = (grid.neighbor_ring(cell, k % 20), grid.neighbor_disc(cell, k % 20));
    let (ring, disc) = (ring.expect("few steps"), disc.expect("few steps"));
    prop_assert!(disc.binary_search(&cell).is_ok() && ring.iter().all(|c| disc.binary_search(c).is_ok()));
    prop_assert!(disc.windows(2).all(|pair| pair[0] < pair[1]) && disc.iter().all(|c| *c < n_cells));
    Ok(())
}

/// Everything that only the nested scheme has.
fn hierarchy(cell: Cell, other: Depth) -> Result<(), TestCaseError> {
    let depth = cell.depth();
    let in_ring = nested::to_ring(cell);
    prop_assert_eq!(ring::to_nested(in_ring), Ok(cell));
    prop_assert!((1..=depth.nside().n_rings()).contains(&ring::ring_of(in_ring)));
    prop_assert_eq!(nested::parent(cell).is_ok(), depth > Depth::ZERO);
    prop_assert_eq!(nested::children(cell).is_ok(), depth < Depth::MAX);
    prop_assert!(nested::siblings(cell).contains(&cell));
    prop_assert!(nested::base_cell(cell).get() < 12);
    prop_assert_eq!(nested::from_uniq(nested::to_uniq(cell)), Ok(cell));
    prop_assert_eq!(nested::from_zuniq(nested::to_zuniq(cell)), Ok(cell));
    let (up, down) = (nested::ancestor(other, cell), nested::range(other, cell));
    prop_assert_eq!((up.is_ok(), down.is_ok()), (other <= depth, other >= depth));
    prop_assert!(down.is_ok_and(|range| range.end <= other.n_cells()) || other < depth);
    prop_assert_eq!(nested::internal_corners(other, cell).is_ok(), other >= depth);
    let corners = nested::external_corners(other, cell);
    prop_assert!(corners.map_or(other < depth, |four| four.into_iter().flatten().all(|c| c < other.n_cells())));
    let (inside, outside) = (nested::internal_edge_len(other, cell), nested::external_edge_len(other, cell));
    let listed = other >= depth && other.get() <= depth.get() + 24;
    prop_assert_eq!((inside.is_ok(), outside.is_ok()), (listed, listed));
    // The lists themselves up to a few thousand cells.
    if other.get() <= depth.get() + 8 {
        for (len, list) in [(inside, nested::internal_edge(other, cell)), (outside, nested::external_edge(other, cell))]
        {
            prop_assert_eq!(list.as_ref().map(|list| list.len() as u64), len.as_ref().copied());
            let list = list.unwrap_or_default();
            prop_assert!(list.windows(2).all(|pair| pair[0] < pair[1]) && list.iter().all(|c| *c < other.n_cells()));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_position_panics_or_has_no_cell(at in position(), depth in depths(), nside in nsides()) {
        from_position(depth, at)?;
        from_position(nside, at)?;
        let (x, y) = projection::forward(at);
        prop_assert!((0.0..4.0).contains(&x) && y.abs() <= 1.0, "({}, {})", x, y);
        let back = projection::inverse(x, y);
        prop_assert!(back.is_ok_and(on_sphere), "({}, {})", x, y);
    }

    #[test]
    fn a_cell_panics(
        depth in depths(),
        nside in nsides(),
        other in depths(),
        bits in any::<u64>(),
        offsets in (double(), double()),
        k in any::<u32>(),
    ) {
        from_cell(depth, bits % depth.n_cells(), offsets, k)?;
        from_cell(nside, bits % nside.n_cells(), offsets, k)?;
        hierarchy(Cell::new(depth, bits % depth.n_cells()).expect("a cell"), other)?;
    }

    #[test]
    fn numbers_from_anywhere_panic(
        d in any::<u8>(),
        n in any::<u32>(),
        bits in any::<u64>(),
        face in any::<u8>(),
        (i, j) in any::<(u32, u32)>(),
        k in any::<u32>(),
    ) {
        prop_assert_eq!(Depth::new(d).is_ok(), d < 30);
        prop_assert_eq!(Nside::new(n).is_ok(), (1..=1 << 29).contains(&n));
        prop_assert_eq!(Direction::from_code(k).is_ok(), k < 8);
        prop_assert_eq!(BaseCell::new(face).is_ok(), face < 12);
        prop_assert_eq!(morton::deinterleave(morton::interleave(i, j)), (i, j));
        let (even, odd) = morton::deinterleave(bits);
        prop_assert_eq!(morton::interleave(even, odd), bits);
        let shifted = bits >> (k % 64);
        for number in [bits, shifted, bits << (k % 64)] {
            if let Ok(cell) = nested::from_uniq(number) {
                prop_assert!(cell.index() < cell.depth().n_cells());
                prop_assert_eq!(nested::to_uniq(cell), number);
            }
            if let Ok(cell) = nested::from_zuniq(number) {
                prop_assert!(cell.index() < cell.depth().n_cells());
                prop_assert_eq!(nested::to_zuniq(cell), number);
            }
        }
        if let (Ok(depth), Ok(base)) = (Depth::new(d % 32), BaseCell::new(face % 13)) {
            let side = depth.nside().get();
            let (i, j) = (i >> (k % 32), j >> (k / 32 % 32));
            let found = nested::from_face_ij(depth, FaceIj { face: base, i, j });
            prop_assert_eq!(found.is_ok(), i < side && j < side);
            let found = ring::from_face_ij(depth.nside(), FaceIj { face: base, i, j });
            prop_assert_eq!(found.is_ok(), i < side && j < side);
            prop_assert_eq!(Cell::new(depth, shifted).is_ok(), shifted < depth.n_cells());
        }
        if let Ok(nside) = Nside::new(n % ((1 << 29) + 2)) {
            prop_assert_eq!(RingCell::new(nside, shifted).is_ok(), shifted < nside.n_cells());
            let info = ring::info(nside, k % nside.n_rings().saturating_add(2));
            prop_assert!(info.is_err() || info.is_ok_and(|r| r.z.abs() < 1.0 && r.first < nside.n_cells()));
            prop_assert!(ring::info(nside, k).is_ok() == (1..=nside.n_rings()).contains(&k));
            prop_assert!(grid::cell_area(nside) > 0.0 && grid::largest_center_to_vertex_distance(nside) > 0.0);
            prop_assert_eq!(nside.depth().is_some(), nside.get().is_power_of_two());
        }
    }

    #[test]
    fn doubles_from_anywhere_panic(a in double(), b in double(), c in double(), e in double()) {
        for unit in [AngleUnit::Radians, AngleUnit::Degrees] {
            let good = |lon: f64, lat: f64| lon.is_finite() && lat.abs() <= unit.max_latitude();
            let at = LonLat::with_unit(a, b, unit);
            prop_assert_eq!(at.is_ok(), good(a, b));
            if let (Ok(at), Ok(to)) = (at, LonLat::with_unit(c, e, unit)) {
                let distance = sphere::distance(at, to);
                prop_assert!((0.0..=PI).contains(&distance), "{:?} {:?}: {}", at, to, distance);
                prop_assert_eq!(distance.to_bits(), sphere::distance(to, at).to_bits());
                let mixed = sphere::distance(at.in_radians(), to);
                prop_assert!((0.0..=PI).contains(&mixed), "{:?} {:?}: {}", at, to, mixed);
                prop_assert!(at.lat().abs() <= FRAC_PI_2 && at.lat_deg().abs() <= 90.0);
                let v = UnitVec::from(at);
                prop_assert!((support::length([v.x(), v.y(), v.z()]) - 1.0).abs() < 1e-15, "{:?} {:?}", at, v);
            }
        }
        let v = UnitVec::new(a, b, c);
        let finite = a.is_finite() && b.is_finite() && c.is_finite();
        prop_assert_eq!(v.is_ok(), finite && (a != 0.0 || b != 0.0 || c != 0.0));
        if let Ok(v) = v {
            prop_assert!((support::length([v.x(), v.y(), v.z()]) - 1.0).abs() < 1e-15, "{:?}", v);
            let at = LonLat::from(v);
            prop_assert!((0.0..=TAU).contains(&at.lon()) && at.lat().abs() <= FRAC_PI_2, "{:?}", at);
            prop_assert!(nested::hash_vec(Depth::MAX, v).index() < Depth::MAX.n_cells());
        }
        let plane = projection::inverse(a, b);
        prop_assert!(plane.is_err() || plane.is_ok_and(on_sphere));
        let depth = grid::best_starting_depth(a);
        prop_assert_eq!(depth.is_ok(), (0.0..=PI).contains(&a));
    }
}
