//! What cannot be seen from outside: bounds, covers, the directory.

use alloc::vec::Vec;

use super::directory::{Directory, gallop, key_shift};
use super::point_index::PointIndex;
use super::probe::Probe;
use super::search::CELL_RADIUS;
use crate::error::Error;
use crate::grid::{Cell, Depth, largest_center_to_vertex_distance};
use crate::nested;
use crate::nested::cover::{Cover, half_side, stays_home};
use crate::sphere::{LonLat, distance};

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn position(&mut self) -> LonLat {
        let (lon, z) = (self.unit() * core::f64::consts::TAU, 2.0 * self.unit() - 1.0);
        LonLat::new(lon, z.asin()).expect("a position")
    }
}

fn depths() -> impl Iterator<Item = Depth> {
    (0..=29).map(Depth::trusted)
}

/// A position at a distance and position angle from another, to a few ulp.
fn moved(from: LonLat, radius: f64, angle: f64) -> LonLat {
    let (sin_lat, cos_lat) = from.lat().sin_cos();
    let z = sin_lat * radius.cos() + cos_lat * radius.sin() * angle.cos();
    let y = radius.sin() * angle.sin();
    let x = cos_lat * radius.cos() - sin_lat * radius.sin() * angle.cos();
    LonLat::new(from.lon() + y.atan2(x), z.atan2(x.hypot(y))).expect("a position")
}

#[test]
fn cells_lie_within_the_radius_that_the_search_assumes() {
    for depth in depths() {
        let radius = CELL_RADIUS / f64::from(depth.nside().get());
        assert!(largest_center_to_vertex_distance(depth.nside()) < 0.99 * radius, "{depth:?}");
    }
    for depth in (0..=6).map(Depth::trusted) {
        let radius = 0.99 * CELL_RADIUS / f64::from(depth.nside().get());
        for cell in (0..depth.n_cells()).map(|k| Cell::trusted(depth, k)) {
            let center = nested::center(cell);
            let path = nested::path_along_edge(cell, 16).expect("few steps");
            assert!(path.iter().all(|at| distance(center, *at) < radius), "{cell:?}");
        }
    }
}

#[test]
fn chords_are_bounds_of_distances() {
    let mut r = Random(1);
    for k in 0..200_000 {
        let a = r.position();
        let size = [1e-12, 1e-9, 1e-6, 1e-3, 1.0, 3.1][k % 6];
        let b = moved(a, size * r.unit(), 7.0 * r.unit());
        // In many turns, too.
        let turns = [0.0, 100.0, -16000.0][k % 3];
        let b = LonLat::new(b.lon() + turns * core::f64::consts::TAU, b.lat()).expect("a position");
        let probe = Probe::new(a, b.lon().abs());
        let true_distance = distance(a, b);
        let chord = probe.chord(b.lon(), b.lat());
        assert!(chord <= probe.limit(true_distance), "{a:?} {b:?}");
        assert!(!probe.is_beyond(b.lat(), probe.limit(true_distance)), "{a:?} {b:?}");
        assert!(probe.radius(chord) >= true_distance, "{a:?} {b:?}");
        // And not much wider than needed, but where chords hardly grow any more.
        let wide = 1e-9 + 1e-9 * true_distance;
        assert!(!(wide..2.0).contains(&true_distance) || chord > probe.limit(true_distance - wide), "{a:?} {b:?}");
    }
}

#[test]
fn covers_hold_their_discs() {
    let mut r = Random(2);
    for k in 0..100_000 {
        let a = if k % 4 == 0 { moved(LonLat::new(1.0, 1.57).expect("valid"), 0.01, r.unit()) } else { r.position() };
        let radius = 10f64.powf(-10.0 * r.unit());
        let b = moved(a, radius * [r.unit(), 1.0][k % 2], 7.0 * r.unit());
        let probe = Probe::new(a, 7.0);
        let padded = probe.padded(radius.max(distance(a, b)));
        let cover = Cover::of_disc(probe.key, padded, Depth::MAX);
        let holds = cover.cells().iter().any(|cell| nested::hash(cell.depth(), b) == *cell);
        assert!(holds, "{a:?} {b:?} {radius}");
        let mut sorted: Vec<Cell> = cover.cells().to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), cover.cells().len(), "a cell twice: {a:?} {radius}");
        let Some(half) = half_side(padded) else { continue };
        for depth in depths().filter(|d| stays_home(probe.key, half, u32::from(29 - d.get()))) {
            assert_eq!(nested::hash(depth, a), nested::hash(depth, b), "{a:?} {b:?} {radius}");
        }
    }
}

#[test]
fn directories_find_what_a_binary_search_finds() {
    let mut r = Random(3);
    for len in [0, 1, 23, 24, 100, 5000] {
        for spread in [Depth::MAX.n_cells(), 1 << 40, 3] {
            let mut keys: Vec<u64> = (0..len).map(|_| r.next() % spread).collect();
            keys.sort_unstable();
            let mut directory = Directory::with_room(len).expect("memory");
            directory.fill(&keys);
            let find = |key: u64| keys.partition_point(|k| *k < key);
            for depth in depths() {
                let shift = key_shift(depth);
                let random = (r.next() % Depth::MAX.n_cells(), r.next() % spread);
                let mut cells = Vec::from([0, depth.n_cells() - 1, random.0 >> shift, random.1 >> shift]);
                cells.extend(keys.first().map(|k| k >> shift));
                for cell in cells.into_iter().map(|index| Cell::trusted(depth, index)) {
                    let (first, last) = (cell.index() << shift, (cell.index() + 1) << shift);
                    assert_eq!(directory.slots(&keys, cell), find(first)..find(last));
                    assert_eq!(directory.lower_bound(&keys, first), find(first));
                    assert_eq!(directory.end(&keys, cell, find(first)), find(last));
                    assert_eq!(gallop(&keys, find(first), last), find(last));
                }
            }
        }
    }
}

#[test]
fn row_numbers_end_at_the_largest() {
    let mut index = PointIndex::new();
    let at = LonLat::new(0.0, 0.0).expect("a position");
    index.skip_rows_to(u32::MAX - 2);
    assert_eq!(index.push(at), Ok(u32::MAX - 2));
    assert_eq!(index.push_slice(&[0.0, 0.0], &[0.0, 0.0]), Err(Error::TooManyRows { rows: 1 << 32 }));
    assert_eq!(index.push(at), Ok(u32::MAX - 1));
    assert_eq!(index.push(at), Err(Error::TooManyRows { rows: 1 << 32 }));
    assert_eq!((index.rows(), index.len()), (u32::MAX, 2));
    index.build().expect("memory");
    assert_eq!(index.nearest(at, 9).expect("built").len(), 2);
}
