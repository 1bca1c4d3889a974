use core::f64::consts::{FRAC_PI_2, PI};

use super::*;
use crate::coverage::patch::Patch;
use crate::coverage::result::push_range;
use crate::point;
use crate::region::shape::{Scratch, Verdict};
use crate::region::{Annulus, Cone, Relation, Zone};
use crate::ring::layout;
use crate::sphere::{AngleUnit, LonLat};

/// A small deterministic generator (SplitMix64).
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

fn nside(n: u32) -> Nside {
    Nside::new(n).expect("an nside")
}

/// The cells of some that belong to the answer, each asked by itself.
fn one_by_one(n: u32, shape: &impl Shape, centers: bool, cells: core::ops::Range<u64>) -> Vec<CellRange> {
    let mut found = Vec::new();
    for index in cells {
        let cell = layout::cell_at(n, index);
        let has = if centers {
            shape.holds(point::cell::center(n, cell, AngleUnit::Radians))
        } else {
            let mut scratch = Scratch::default();
            let patch = Patch::of_cell(n, cell, 1);
            let root = shape.root(&mut scratch);
            let (verdict, frame) = shape.look(&patch, &root, &mut scratch);
            match verdict {
                Verdict::Unsure => shape.settle(&patch, &frame, &mut scratch) != Relation::Disjoint,
                told => told != Verdict::Disjoint,
            }
        };
        if has {
            push_range(&mut found, (index, index + 1)).expect("room");
        }
    }
    found
}

/// The answer without this module: by single cells where these are few, or by the tree.
fn reference(n: u32, shape: &impl Shape, centers: bool) -> Vec<CellRange> {
    let all = 12 * u64::from(n) * u64::from(n);
    if n <= 16 {
        return one_by_one(n, shape, centers, 0..all);
    }
    // The tree takes seconds next to a pole of a fine grid.
    if let (true, Some(bound)) = (n > 300, shape.bound()) {
        let rings = (bound.center.colat() + bound.radius) * f64::from(n) * 1.3 + 3.0;
        if rings < 150.0 {
            let cap = layout::cells_before(n, rings as u32);
            let cells = if bound.center.lat() > 0.0 { 0..cap } else { all - cap..all };
            return one_by_one(n, shape, centers, cells);
        }
    }
    blocks::runs(nside(n), shape, centers).expect("room")
}

/// Ring by ring and without.
fn agrees(n: u32, shape: &(impl Shape + core::fmt::Debug)) {
    assert!(shape.by_parallel().is_some());
    for centers in [true, false] {
        let new = runs(nside(n), shape, centers).expect("room");
        let old = reference(n, shape, centers);
        if new != old {
            let lost = old.iter().find(|run| !new.contains(run));
            let made = new.iter().find(|run| !old.contains(run));
            panic!("nside {n} centers {centers} {shape:?}: {} and {} runs, {lost:?} {made:?}", old.len(), new.len());
        }
    }
}

/// Latitudes where something changes.
fn latitude(random: &mut Random, n: u32) -> f64 {
    let ring = 1 + random.below(4 * n as usize - 1) as u32;
    let on_ring = crate::ring::info(nside(n), ring).expect("a ring").lat;
    match random.below(8) {
        0 => 90.0,
        1 => -90.0,
        2 => random.pick(&[0.0, 41.8103148957786, -41.8103148957786, 30.0, -30.0]),
        3 | 4 => on_ring.to_degrees(),
        5 => 90.0 - random.unit() * 3.0 / f64::from(n) * 50.0,
        _ => (2.0 * random.unit() - 1.0).asin().to_degrees(),
    }
    .clamp(-90.0, 90.0)
}

fn longitude(random: &mut Random, n: u32) -> f64 {
    let cell = 90.0 / f64::from(n);
    match random.below(6) {
        0 => random.pick(&[0.0, 45.0, 90.0, 180.0, 270.0, 360.0, -45.0, 315.0]),
        1 => 0.5 * cell * random.below(8 * n as usize) as f64,
        2 => random.unit() * cell,
        _ => random.unit() * 360.0,
    }
}

/// Radii from nothing to everything, or so many cells that the tree is done in time.
fn radius(random: &mut Random, n: u32) -> f64 {
    let cell = 1.0 / f64::from(n);
    let most = if n > 64 { (40.0 * cell).min(PI) } else { PI };
    let r = match random.below(8) {
        0 if n <= 64 => random.pick(&[0.0, FRAC_PI_2, PI, PI - 1e-9, PI - 1e-3, 1e-15]),
        1 => random.unit() * cell,
        2 => random.unit() * 10.0 * cell,
        3 => 1e-3 * cell * random.unit(),
        4 => random.below(20) as f64 * cell,
        5 if n <= 64 => random.unit() * PI,
        6 if n <= 64 => PI - random.unit() * 5.0 * cell,
        5 if n <= 1000 => random.unit(),
        _ => random.unit() * most,
    };
    r.clamp(0.0, PI)
}

const SIDES: [u32; 10] = [64, 100, 255, 256, 257, 1000, 4096, 1 << 20, (1 << 29) - 1, 1 << 29];

fn some_side(random: &mut Random) -> u32 {
    if random.below(2) == 0 { 1 + random.below(50) as u32 } else { random.pick(&SIDES) }
}

fn somewhere(random: &mut Random, n: u32) -> LonLat {
    let (lon, lat) = (longitude(random, n), latitude(random, n));
    if random.below(2) == 0 {
        LonLat::from_degrees(lon, lat)
    } else {
        LonLat::new(lon.to_radians(), lat.to_radians().clamp(-FRAC_PI_2, FRAC_PI_2))
    }
    .expect("a position")
}

/// How many of each: few in a plain test, more by the environment.
fn count(plain: usize) -> usize {
    std::env::var("HEALPIX_RING_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(plain)
}

fn seed() -> u64 {
    std::env::var("HEALPIX_RING_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(7)
}

#[test]
fn cones_ring_by_ring_and_by_the_tree() {
    let mut random = Random(seed());
    for _ in 0..count(400) {
        let n = some_side(&mut random);
        let at = somewhere(&mut random, n);
        agrees(n, &Cone::new(at, radius(&mut random, n)).expect("a radius"));
    }
}

#[test]
fn annuli_ring_by_ring_and_by_the_tree() {
    let mut random = Random(seed() + 1);
    for _ in 0..count(400) {
        let n = some_side(&mut random);
        let at = somewhere(&mut random, n);
        let (a, b) = (radius(&mut random, n), radius(&mut random, n));
        agrees(n, &Annulus::new(at, a.min(b), a.max(b)).expect("radii"));
    }
}

#[test]
fn zones_ring_by_ring_and_by_the_tree() {
    let mut random = Random(seed() + 2);
    for _ in 0..count(400) {
        let n = some_side(&mut random);
        let (lon, lat) = (longitude(&mut random, n), latitude(&mut random, n));
        let cell = 90.0 / f64::from(n);
        let size = |random: &mut Random, n: u32| match random.below(5) {
            0 => 0.0,
            1 => cell * random.unit(),
            2 => 0.5 * cell * random.below(20) as f64,
            _ if n > 300 => cell * 10.0 * random.unit(),
            3 => 360.0 * random.unit(),
            _ => 30.0 * random.unit(),
        };
        let (width, height) = (size(&mut random, n), size(&mut random, n));
        let east = match random.below(6) {
            0 if n <= 64 => lon + 360.0,
            1 if n <= 64 => lon - width,
            2 if n <= 64 => longitude(&mut random, n),
            _ => lon + width,
        };
        let north =
            if n <= 64 && random.below(4) == 0 { latitude(&mut random, n).max(lat) } else { (lat + height).min(90.0) };
        let zone = if random.below(2) == 0 {
            Zone::from_degrees(lon, lat, east, north)
        } else {
            let limit = |lat: f64| lat.to_radians().clamp(-FRAC_PI_2, FRAC_PI_2);
            Zone::new(lon.to_radians(), limit(lat), east.to_radians(), limit(north))
        };
        agrees(n, &zone.expect("a zone"));
    }
}

#[test]
fn circles_through_centres_and_corners() {
    let mut random = Random(seed() + 3);
    for _ in 0..count(400) {
        let n = some_side(&mut random);
        let at = somewhere(&mut random, n);
        // To a centre or a vertex of a cell nearby: the radius is right on it.
        let (cell, _, _) = crate::ring::hash_with_offsets(nside(n), at);
        let steps = if n > 1 { random.below(4) as u32 } else { 0 };
        let near = crate::ring::neighbor_disc(cell, steps).expect("cells");
        let near = crate::grid::RingCell::new(nside(n), random.pick(&near)).expect("a cell");
        let to = match random.below(5) {
            0 => crate::ring::center(near),
            k => crate::ring::vertices(near)[k - 1],
        };
        agrees(n, &Cone::new(at, crate::sphere::distance(at, to)).expect("a radius"));
    }
}

#[test]
fn large_discs_of_fine_grids_are_a_few_rings_of_work() {
    let n = 1 << 29;
    let all = 12 * u64::from(n) * u64::from(n);
    for (lat, radius) in [(90.0, 61.0), (-90.0, 101.0), (90.0, 180.0), (90.0, 89.0)] {
        let cone =
            Cone::new(LonLat::from_degrees(12.0, lat).expect("a position"), f64::to_radians(radius)).expect("a radius");
        for centers in [true, false] {
            let found = runs(nside(n), &cone, centers).expect("room");
            let cells: u64 = found.iter().map(|run| run.end - run.start).sum();
            let expected = 0.5 * (1.0 - f64::to_radians(radius).cos()) * all as f64;
            assert_eq!(found.len(), 1, "{lat} {radius} {centers}");
            assert!((cells as f64 - expected).abs() < 1e-8 * all as f64, "{lat} {radius} {centers}: {cells}");
        }
    }
    // A belt of half the sky.
    let zone = Zone::from_degrees(0.0, -31.0, 360.0, 31.0).expect("a zone");
    let found = runs(nside(n), &zone, true).expect("room");
    assert_eq!((found.len(), found[0].start), (1, all - found[0].end));
}

#[test]
fn all_and_nothing() {
    for n in (1..=50).chain(SIDES) {
        let at = LonLat::from_degrees(33.0, 44.0).expect("a position");
        let all = 12 * u64::from(n) * u64::from(n);
        for centers in [true, false] {
            let found = runs(nside(n), &Cone::new(at, PI).expect("a radius"), centers).expect("room");
            assert_eq!(found, [CellRange { start: 0, end: all }], "{n}");
        }
        let point = Cone::new(at, 0.0).expect("a radius");
        assert!(runs(nside(n), &point, true).expect("room").is_empty());
        let cell = crate::ring::hash(nside(n), at).index();
        assert_eq!(runs(nside(n), &point, false).expect("room"), [CellRange { start: cell, end: cell + 1 }], "{n}");
        // A pole is in four cells.
        let pole = Cone::new(LonLat::from_degrees(10.0, -90.0).expect("a position"), 0.0).expect("a radius");
        let found = runs(nside(n), &pole, false).expect("room");
        assert!(found.iter().all(|run| run.start >= all - 4) && !found.is_empty());
    }
}
