//! Dense samples down to depth 29 and nside 2^29 - 1, where an f64 has few digits left, and the
//! rules for points that lie exactly on a border.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, FRAC_PI_4, TAU};

use healpix_core::{Cell, Depth, LonLat, Nside, RingCell, nested, ring};
use support::random::Random;
use support::{Grid, awkward, degrees, depth, nside, radians, ulps_away};

/// Number of cells north of a ring, in 128 bits.
fn before(n: u32, ring: u32) -> u64 {
    let (n, r) = (u128::from(n), u128::from(ring));
    let cells = if r <= n {
        2 * r * (r - 1)
    } else if r <= 3 * n {
        2 * n * (n - 1) + (r - n) * 4 * n
    } else {
        12 * n * n - 2 * (4 * n - r) * (4 * n - r + 1)
    };
    u64::try_from(cells).expect("a cell number")
}

/// Rings where something changes, and random ones.
fn rings(n: u32, random: &mut Random) -> Vec<u32> {
    let last = 4 * n - 1;
    let mut rings: Vec<u32> = (1..=600).chain(last - 600..=last).collect();
    for turn in [n, 2 * n, 3 * n] {
        rings.extend(turn - 60..=turn + 60);
    }
    rings.extend((0..600).map(|_| 1 + random.below(u64::from(last)) as u32));
    // A root of an index above 2^52 goes wrong near squares, so powers of two and their neighbours too.
    rings.extend((9..29).flat_map(|bit| (1u32 << bit) - 2..=(1 << bit) + 2).filter(|r| *r <= last));
    rings
}

fn check_ring(size: Nside, number: u32, random: &mut Random) {
    let first = before(size.get(), number);
    let count = before(size.get(), number + 1) - first;
    let info = ring::info(size, number).expect("a ring");
    assert_eq!((info.first, u64::from(info.count)), (first, count), "nside {} ring {number}", size.get());
    let quarter = count / 4;
    let places = [0, 1, quarter - 1, quarter, 2 * quarter, 3 * quarter - 1, count - 2, count - 1, random.below(count)];
    for place in places {
        let cell = RingCell::new(size, first + place).expect("a cell");
        let name = || format!("nside {} ring {number} place {place}", size.get());
        assert_eq!(ring::ring_of(cell), number, "{}", name());
        assert_eq!(ring::from_face_ij(size, ring::to_face_ij(cell)), Ok(cell), "{}", name());
        let center = ring::center(cell);
        assert_eq!(center.lat(), info.lat, "{}", name());
        let steps = (place as f64 + if info.shifted { 0.5 } else { 0.0 }) / count as f64;
        assert!((center.lon() - steps * TAU).abs() <= 2e-15, "{}: lon {}", name(), center.lon());
        assert_eq!(ring::hash(size, center), cell, "{}", name());
        assert_eq!(ring::hash(size, ring::center_deg(cell)), cell, "{}", name());
        assert_eq!(ring::hash_vec(size, ring::center_vec(cell)), cell, "{}", name());
        if size.depth().is_some() {
            let nested = ring::to_nested(cell).expect("a power of two");
            assert_eq!(nested::to_ring(nested), cell, "{}", name());
            assert_eq!(nested::center(nested), center, "{}", name());
        }
    }
}

#[test]
fn a_cell_of_a_deep_ring_is_another_after_a_round_trip() {
    let mut random = Random::new(21);
    let deep = (20..=29).map(|d| 1 << d);
    for n in deep.chain([(1 << 29) - 1, 500_000_001, 12_345_679]) {
        for number in rings(n, &mut random) {
            check_ring(nside(n), number, &mut random);
        }
    }
}

#[test]
fn the_first_two_thousand_rings_at_depth_29_are_mixed_up() {
    let mut random = Random::new(22);
    for number in 1..=2000 {
        check_ring(Nside::MAX, number, &mut random);
        check_ring(Nside::MAX, Nside::MAX.n_rings() + 1 - number, &mut random);
    }
}

#[test]
fn the_centre_of_a_random_deep_cell_is_in_another() {
    let mut random = Random::new(23);
    for d in 9..=29 {
        let grid = depth(d);
        for _ in 0..5000 {
            let cell = random.below(grid.n_cells());
            assert_eq!(grid.hash(grid.center(cell)), cell, "depth {d}");
            assert_eq!(grid.hash(grid.center_deg(cell)), cell, "depth {d}");
            assert_eq!(grid.hash_vec(grid.center_vec(cell)), cell, "depth {d}");
            let (found, dx, dy) = grid.hash_with_offsets(grid.center(cell));
            let tolerance = 2e-15 * grid.side() + 1e-15;
            assert!(found == cell && (dx - 0.5).abs() < tolerance && (dy - 0.5).abs() < tolerance, "depth {d} {cell}");
        }
    }
}

/// Every depth, and some nsides that have none.
fn sizes() -> impl Iterator<Item = Nside> {
    (0..=29).map(|d| depth(d).nside()).chain([3, 6, 100, 999_999, (1 << 29) - 1].map(nside))
}

/// The cell of a point on a border is that of the points just east of it; where `west` is told, it
/// is not that of the points just west of it.
fn owned_by_the_east(size: Nside, lon_deg: f64, lat_deg: f64, west: bool) {
    let step = 1e-3 * 90.0 / size.side();
    let cell = |shift: f64| size.hash(degrees(lon_deg + shift, lat_deg));
    let name = format!("nside {} ({lon_deg}, {lat_deg}) degrees", size.get());
    assert_eq!(cell(0.0), cell(step), "{name}");
    if west {
        assert_ne!(cell(0.0), cell(-step), "{name}");
    }
    if let Some(depth) = size.depth() {
        let nested = depth.hash(degrees(lon_deg, lat_deg));
        assert_eq!(nested::to_ring(Cell::new(depth, nested).expect("a cell")).index(), cell(0.0), "{name}");
    }
}

#[test]
fn a_point_on_a_border_is_in_the_western_cell() {
    for size in sizes() {
        for eighth in -16..=16 {
            let lon = 45.0 * f64::from(eighth);
            // On the equator those are vertices, but the middles of base cells are centres for odd nsides.
            let vertex = eighth % 2 != 0 || size.get() % 2 == 0;
            owned_by_the_east(size, lon, 0.0, vertex);
            owned_by_the_east(size, lon, -0.0, vertex);
            // The meridians between base cells are borders all over the caps.
            if eighth % 2 == 0 {
                for lat in [42.0, 60.0, 75.5, 89.0, 89.999_999] {
                    owned_by_the_east(size, lon, lat, true);
                    owned_by_the_east(size, lon, -lat, true);
                }
            }
        }
    }
}

/// Whole steps towards NE and SE from the middle of the quadrant, on the equator and at ±30 degrees,
/// where everything is rational: lon = 90 m / 2^k degrees, y = sin(lat) 3/4 = eighths / 8.
fn exact_steps(n: u32, m: i128, k: u32, eighths: i128) -> (i128, i128) {
    let one = 1i128 << (k + 3);
    let x = (m << 3).rem_euclid(one);
    let (h, y) = (x - one / 2, eighths << k);
    let n = i128::from(n);
    ((n * (h + y)).div_euclid(one), (n * (h - y)).div_euclid(one))
}

/// The face and coordinates for those steps, from the drawing of the base cells.
fn expected(n: u32, m: i128, k: u32, eighths: i128) -> (u8, u32, u32) {
    let (ne, se) = exact_steps(n, m, k, eighths);
    let q = (m >> k).rem_euclid(4) as u8;
    let n = i128::from(n);
    // The vertex in the middle of the quadrant has base cells N, E, S and W of it.
    let (face, i, j) = match (ne >= 0, se >= 0) {
        (true, false) => (q, ne, -1 - se),
        (true, true) => (4 + (q + 1) % 4, ne, n - 1 - se),
        (false, true) => (8 + q, ne + n, n - 1 - se),
        (false, false) => (4 + q, ne + n, -1 - se),
    };
    (face, i as u32, j as u32)
}

#[test]
fn a_rational_point_is_not_in_its_half_open_cell() {
    let mut random = Random::new(24);
    for size in sizes() {
        for _ in 0..3000 {
            let k = random.below(34) as u32;
            let m = i128::from(random.below(8 << k)) - (4 << k);
            let (lat, eighths) = random.choice(&[(0.0, 0), (30.0, 3), (-30.0, -3), (-0.0, 0)]);
            let lon = 90.0 * (m as f64) / (1u64 << k) as f64;
            let cell = RingCell::new(size, size.hash(degrees(lon, lat))).expect("a cell");
            let at = ring::to_face_ij(cell);
            let name = format!("nside {} ({lon:?}, {lat}) degrees", size.get());
            assert_eq!((at.face.get(), at.i, at.j), expected(size.get(), m, k, eighths), "{name}");
        }
    }
}

#[test]
fn a_western_vertex_has_other_offsets_than_zero_and_one() {
    for d in 0..=29 {
        // W vertices on the equator: x - 1/2 a multiple of 1/n.
        for step in [0i32, 1, 5, -1] {
            let lon = 45.0 + f64::from(step) * 90.0 / depth(d).side();
            let (cell, dx, dy) = depth(d).hash_with_offsets(degrees(lon, 0.0));
            assert_eq!((dx, dy), (0.0, 1.0), "depth {d} lon {lon}");
            let west = depth(d).vertices_deg(cell)[3];
            assert_eq!((west.lon_deg(), west.lat_deg()), (lon.rem_euclid(360.0), 0.0), "depth {d} cell {cell}");
        }
    }
}

#[test]
fn a_pole_is_not_in_the_base_cell_of_its_quadrant() {
    for size in sizes() {
        let last = size.get() - 1;
        for eighth in -16i32..16 {
            for inside in [0.0, 1e-9, 44.0] {
                let lon = 45.0 * f64::from(eighth) + inside;
                let quadrant = eighth.div_euclid(2).rem_euclid(4) as u8;
                for (lat, face, corner) in [(90.0, quadrant, last), (-90.0, 8 + quadrant, 0)] {
                    let at = ring::to_face_ij(ring::hash(size, degrees(lon, lat)));
                    assert_eq!((at.face.get(), at.i, at.j), (face, corner, corner), "nside {} lon {lon}", size.get());
                    // In radians the pole is a little beside the double pi/2, but no cell is so small.
                    let at = radians(lon.to_radians() + 1e-12, lat.signum() * FRAC_PI_2);
                    let at = ring::to_face_ij(ring::hash(size, at));
                    assert_eq!((at.face.get(), at.i, at.j), (face, corner, corner), "nside {} lon {lon}", size.get());
                }
            }
        }
    }
}

#[test]
fn a_quarter_turn_in_radians_is_beside_its_border() {
    for eighth in -64i32..=64 {
        let lon = f64::from(eighth) * FRAC_PI_4;
        // The definition of a longitude's place: its quarter turns, rounded once.
        let turns = lon * FRAC_2_PI;
        if turns != f64::from(eighth) / 2.0 {
            continue;
        }
        for d in 0..=29 {
            for lat in [0.0, 0.3, -0.5, 0.75, -1.0, 1.5f64] {
                let in_degrees = degrees(45.0 * f64::from(eighth), lat.to_degrees());
                let (a, b) = (depth(d).hash(radians(lon, lat)), depth(d).hash(in_degrees));
                // The latitude in degrees is rounded, which matters at the finest depths only.
                assert!(a == b || d > 22, "depth {d} lon {lon} lat {lat}");
            }
            assert_eq!(depth(d).hash(radians(lon, 0.0)), depth(d).hash(degrees(45.0 * f64::from(eighth), 0.0)));
        }
    }
    for whole in 0..=4 {
        assert_eq!(f64::from(whole) * FRAC_PI_2 * FRAC_2_PI, f64::from(whole), "the multiples that matter are exact");
    }
}

#[test]
fn a_cell_at_one_depth_is_not_the_ancestor_of_the_cell_at_29() {
    let mut random = Random::new(25);
    for number in 0..60_000u32 {
        let at: LonLat = if number % 2 == 0 {
            let (lon, lat) = awkward::radians(&mut random);
            radians(lon, lat)
        } else {
            let (lon, lat) = awkward::degrees(&mut random);
            degrees(lon, lat)
        };
        let deepest = nested::hash(Depth::MAX, at);
        for d in 0..=29 {
            let cell = nested::hash(depth(d), at);
            assert_eq!(nested::ancestor(depth(d), deepest), Ok(cell), "depth {d} {at:?}");
            if u32::from(d) % 7 == number % 7 {
                assert_eq!(ring::hash(depth(d).nside(), at), nested::to_ring(cell), "depth {d} {at:?}");
                let (found, dx, dy) = nested::hash_with_offsets(depth(d), at);
                let inside = (0.0..=1.0).contains(&dx) && (0.0..=1.0).contains(&dy);
                assert!(found == cell && inside, "depth {d} {at:?}: {dx} {dy}");
            }
        }
    }
}

#[test]
fn a_full_turn_more_is_another_cell() {
    let mut random = Random::new(26);
    for _ in 0..20_000 {
        // Longitudes whose quarter turns are exact, also after the turns are added.
        let k = random.below(30) as u32;
        let lon = 90.0 * random.below(4 << k) as f64 / (1u64 << k) as f64;
        let turns = random.below(2000) as f64 - 1000.0;
        let anywhere = random.between(-90.0, 90.0);
        let lat = random.choice(&[0.0, 30.0, -30.0, 90.0, -90.0, anywhere]);
        for d in [0, 5, 12, 20, 29] {
            let (here, there) = (degrees(lon, lat), degrees(lon + 360.0 * turns, lat));
            assert_eq!(depth(d).hash(here), depth(d).hash(there), "depth {d} ({lon}, {lat}) + {turns} turns");
        }
        let ring = nside(1 + random.below(1 << 29) as u32);
        assert_eq!(
            ring.hash(degrees(lon, lat)),
            ring.hash(degrees(lon + 360.0 * turns, lat)),
            "{ring:?} ({lon}, {lat})"
        );
    }
}

#[test]
fn one_ulp_across_a_border_stays_in_the_cell_before() {
    // Exact borders: the double before a border is on the other side of it, at every depth.
    for d in 0..=29 {
        for eighth in [1i32, 3, 5, 7, -1, -3] {
            let lon = 45.0 * f64::from(eighth);
            let here = depth(d).hash(degrees(lon, 0.0));
            let before = depth(d).hash(degrees(ulps_away(lon, -1), 0.0));
            // One ulp of the longitude may vanish in the division by 90; three do not.
            let well_before = depth(d).hash(degrees(ulps_away(lon, -3), 0.0));
            assert!(before == here || before == well_before, "depth {d} lon {lon}");
            assert_ne!(here, well_before, "depth {d} lon {lon}");
            // And south and north of the equator are other cells than on it.
            for lat in [5e-324, -5e-324, 1e-300, -1e-300] {
                let beside = depth(d).hash(degrees(lon, lat));
                assert_ne!(beside, here, "depth {d} lon {lon} lat {lat}");
                assert_ne!(
                    depth(d).hash(radians(lon.to_radians(), lat)),
                    depth(d).hash(radians(lon.to_radians(), -lat))
                );
            }
        }
    }
}
