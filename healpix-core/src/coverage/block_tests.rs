use alloc::vec::Vec;
use core::f64::consts::{FRAC_PI_2, PI};

use super::*;
use crate::coverage::cell::{CoverageCell, push_compact};
use crate::coverage::sets::center_inside;
use crate::coverage::walk::walk_nested;
use crate::coverage::{Coverage, centers_in};
use crate::grid::BaseCell;
use crate::moc::Moc;
use crate::projection::vectors_at;
use crate::region::local::Surface;
use crate::region::{Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Region, Zone};
use crate::sphere::{LonLat, UnitVec, Vec3};

/// The walk down to single cells, none of them told by blocks.
struct OneByOne {
    depth: Depth,
    centers: bool,
    cells: Vec<CoverageCell>,
}

impl Sink for OneByOne {
    fn take(&mut self, patch: &Patch, relation: Relation, about: &mut About<'_>) -> ControlFlow<()> {
        if self.centers && relation != Relation::Full && !center_inside(patch, about) {
            return ControlFlow::Continue(());
        }
        push_compact(&mut self.cells, CoverageCell::of_patch(self.depth, patch, relation)).expect("memory");
        ControlFlow::Continue(())
    }
}

fn one_by_one(depth: Depth, region: &impl Region, centers: bool) -> Vec<CoverageCell> {
    let mut sink = OneByOne { depth, centers, cells: Vec::new() };
    assert_eq!(walk_nested(depth, region, &mut sink), Ok(ControlFlow::Continue(())));
    sink.cells
}

/// Blocks and single cells tell the same.
fn agrees(depth: u8, region: &impl Region, what: &dyn core::fmt::Debug) {
    let depth = Depth::new(depth).expect("a depth");
    let cells = one_by_one(depth, region, false);
    let coverage = Coverage::of(depth, region).expect("memory");
    let differ = coverage.cells().iter().zip(&cells).find(|(a, b)| a != b);
    assert_eq!(differ, None, "depth {depth:?} of {what:?}");
    assert_eq!(coverage.cells().len(), cells.len(), "depth {depth:?} of {what:?}");
    assert!(Moc::from_region(depth, region).expect("memory") == coverage.moc().expect("memory"), "{what:?}");
    let centers = centers_in(depth, region).expect("memory");
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for cell in one_by_one(depth, region, true) {
        let (start, end) = cell.range29();
        match ranges.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => ranges.push((start, end)),
        }
    }
    let found: Vec<_> = centers.ranges().iter().map(|range| (range.start, range.end)).collect();
    let differ = found.iter().zip(&ranges).find(|(a, b)| a != b);
    assert_eq!((differ, found.len()), (None, ranges.len()), "centres at depth {depth:?} of {what:?}");
}

/// Repeatable numbers from 0 to 1.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: u32) -> u32 {
        (self.next() * f64::from(n)) as u32
    }

    /// A position, often a special one: poles, corners of base cells, the border of the caps.
    fn position(&mut self) -> LonLat {
        let cap = (2f64 / 3.0).asin();
        let lon = if self.below(3) == 0 { f64::from(self.below(9)) * PI / 4.0 } else { self.next() * 2.0 * PI };
        let lat = match self.below(8) {
            0 => [0.0, FRAC_PI_2, -FRAC_PI_2, cap, -cap][self.below(5) as usize],
            1 => (FRAC_PI_2 - self.next() * 0.05).copysign(self.next() - 0.5),
            2 => (cap + 0.02 * (self.next() - 0.5)).copysign(self.next() - 0.5),
            _ => (2.0 * self.next() - 1.0).asin(),
        };
        LonLat::new(lon, lat).expect("a position")
    }

    /// A depth, and a size for which a region of it has some thousand cells on its border at most.
    fn scale(&mut self) -> (u8, f64) {
        let depth = 3 + self.below(27) as u8;
        let cell = 1.0 / f64::from(1u32 << depth);
        let cells = 10f64.powf(2.7 * self.next() - 0.4);
        (depth, (cell * cells).min(FRAC_PI_2))
    }
}

#[test]
fn blocks_and_single_cells_differ_on_discs() {
    let mut random = Random(1);
    for _ in 0..400 {
        let (depth, radius) = random.scale();
        let radius = if random.below(6) == 0 { PI - radius } else { radius };
        let cone = Cone::new(random.position(), radius).expect("a cone");
        agrees(depth, &cone, &cone);
    }
    // Large ones at depths of a few blocks for each base cell.
    for depth in 3..=7 {
        for _ in 0..30 {
            let cone = Cone::new(random.position(), random.next() * PI).expect("a cone");
            agrees(depth, &cone, &cone);
        }
    }
}

/// Regions of a few cells and of a part of one, at every depth.
#[test]
fn windows_and_single_cells_differ_on_small_regions() {
    let mut random = Random(9);
    for round in 0..3000 {
        let depth = (round % 30) as u8;
        let cell = 1.0 / f64::from(1u32 << depth);
        let radius = cell * 10f64.powf(4.5 * random.next() - 3.0);
        let radius = if radius > 1.5 { 1.5 * random.next() } else { radius };
        let at = random.position();
        match random.below(5) {
            0 | 1 => {
                let cone = Cone::new(at, radius).expect("a cone");
                agrees(depth, &cone, &cone);
                agrees(depth, &AnyRegion::from(cone), &cone);
            }
            2 => {
                let annulus = Annulus::new(at, radius * random.next(), radius).expect("an annulus");
                agrees(depth, &annulus, &annulus);
            }
            3 => {
                let b = radius * (0.01 + 0.99 * random.next());
                let ellipse = EllipticalCone::new(at, radius, b, random.next() * 6.0).expect("an ellipse");
                agrees(depth, &ellipse, &ellipse);
            }
            _ => {
                let height = radius * (0.01 + random.next());
                let field = BoxRegion::new(at, radius, height, random.next() * 6.0).expect("a box");
                agrees(depth, &field, &field);
            }
        }
    }
}

#[test]
fn blocks_and_single_cells_differ_on_annuli() {
    let mut random = Random(2);
    for _ in 0..200 {
        let (depth, radius) = random.scale();
        let inner = radius * if random.below(2) == 0 { 1.0 - 0.05 * random.next() } else { random.next() };
        let annulus = Annulus::new(random.position(), inner, radius).expect("an annulus");
        agrees(depth, &annulus, &annulus);
    }
}

#[test]
fn blocks_and_single_cells_differ_on_ellipses() {
    let mut random = Random(3);
    for _ in 0..200 {
        let (depth, a) = random.scale();
        let b = a * if random.below(3) == 0 { 0.1 * random.next() } else { random.next() };
        let b = b.max(a * 1e-3);
        let ellipse = EllipticalCone::new(random.position(), a, b, random.next() * 6.0).expect("an ellipse");
        agrees(depth, &ellipse, &ellipse);
    }
}

#[test]
fn blocks_and_single_cells_differ_on_boxes() {
    let mut random = Random(4);
    for _ in 0..200 {
        let (depth, width) = random.scale();
        let height = width * if random.below(3) == 0 { 0.1 * random.next() } else { random.next() };
        let height = height.max(width * 1e-3);
        let field = BoxRegion::new(random.position(), width, height, random.next() * 6.0).expect("a box");
        agrees(depth, &field, &field);
    }
}

#[test]
fn blocks_and_single_cells_differ_on_zones() {
    let mut random = Random(5);
    for _ in 0..200 {
        let (depth, width) = random.scale();
        let at = random.position();
        let south = (at.lat() - random.next() * width).max(-FRAC_PI_2);
        let north = (at.lat() + random.next() * width).min(FRAC_PI_2);
        // Near a pole a zone of this width would have too few cells to be of interest.
        let wide = width / at.lat().cos().max(width);
        let zone = Zone::new(at.lon() - random.next() * wide, south, at.lon() + random.next() * wide, north);
        let zone = zone.expect("a zone");
        agrees(depth, &zone, &zone);
    }
    for depth in 3..=6 {
        for west in [0.0, 45.0, 90.0, 123.4, 300.0] {
            for span in [0.0, 1e-9, 10.0, 45.0, 90.0, 181.0, 359.0, 360.0] {
                for (south, north) in [(-90.0, 90.0), (0.0, 90.0), (-30.0, 0.0), (41.0, 42.0), (80.0, 80.0)] {
                    let zone = Zone::from_degrees(west, south, west + span, north).expect("a zone");
                    agrees(depth, &zone, &zone);
                }
            }
        }
    }
}

/// Borders that run along those of cells, or through their corners.
#[test]
fn blocks_and_single_cells_differ_on_round_zones() {
    let mut random = Random(8);
    let cap = (2f64 / 3.0).asin().to_degrees();
    for _ in 0..300 {
        let depth = 3 + random.below(7) as u8;
        let step = 45.0 / f64::from(1u32 << random.below(9));
        let mut lon = || (random.next() * 360.0 / step).floor() * step;
        let (west, east) = (lon(), lon());
        let mut lat = || match random.below(6) {
            0 => 0.0,
            1 => 90.0,
            2 => -90.0,
            3 => cap.copysign(random.next() - 0.5),
            _ => (2.0 * random.next() - 1.0).asin().to_degrees(),
        };
        let (a, b) = (lat(), lat());
        let zone = Zone::from_degrees(west, a.min(b), east, a.max(b)).expect("a zone");
        agrees(depth, &zone, &zone);
        // The same with a border that is round to the last bit but one.
        let beside = [west + 1e-13, west - 1e-13, west * (1.0 + 2e-16)][random.below(3) as usize];
        let zone = Zone::from_degrees(beside, a.min(b), east, a.max(b)).expect("a zone");
        agrees(depth, &zone, &zone);
    }
}

#[test]
fn blocks_and_single_cells_differ_on_combined_regions() {
    let mut random = Random(6);
    for _ in 0..150 {
        let (depth, size) = random.scale();
        let at = random.position();
        let near =
            LonLat::new(at.lon() + size * random.next(), (at.lat() * 0.999).clamp(-1.57, 1.57)).expect("a position");
        let disc = AnyRegion::from(Cone::new(at, size).expect("a cone"));
        let other = match random.below(3) {
            0 => AnyRegion::from(Cone::new(near, 0.7 * size).expect("a cone")),
            1 => AnyRegion::from(BoxRegion::new(near, size, 0.5 * size, random.next()).expect("a box")),
            _ => AnyRegion::from(EllipticalCone::new(near, size, 0.3 * size, random.next()).expect("an ellipse")),
        };
        for region in [
            AnyRegion::union([disc.clone(), other.clone()]),
            AnyRegion::intersection([disc.clone(), other.clone()]),
            disc.difference(other),
        ] {
            agrees(depth, &region, &region);
        }
    }
}

/// Polynomials of blocks everywhere against points on the sphere.
#[test]
fn polynomials_stray_further_than_their_bound() {
    let mut random = Random(7);
    let (mut tightest, mut blocks) = (0f64, 0);
    for _ in 0..20_000 {
        let depth = 3 + random.below(12) as u8;
        let n = 1u32 << depth;
        let size = 8u32 << random.below(u32::from(depth) - 2);
        let face = random.below(12) as u8;
        let mut at = || random.below(n / size) * size;
        let (mut i, mut j) = (at(), at());
        if random.below(2) == 0 {
            // Next to the pole or the face's middle.
            let last = n / size - 1;
            let near = |k: u32| (k % 8).min(last) * size;
            (i, j) = if face < 4 {
                (n - size - near(i / size), n - size - near(j / size))
            } else {
                (near(i / size), near(j / size))
            };
        }
        let patch = Patch::of_cell(n, FaceIj::trusted(face, i, j), size);
        let Some(nodes) = Nodes::of(&patch, true) else { continue };
        blocks += 1;
        let normal = Vec3::of(UnitVec::from(random.position()));
        let away = Vec3::new(random.next(), random.next(), random.next())
            * (random.next() * patch.radius_around(patch.corners[1]));
        let center = (patch.center() + away).unit();
        let surface = match random.below(2) {
            0 => Surface::Plane { at: patch.corners[0], normal },
            _ => Surface::Disc { center, level: 1e-4, slack: 0.0, outside: true },
        };
        let exact = |p: Vec3| match surface {
            Surface::Plane { at, normal } => normal.dot(p - at),
            _ => (p - center).norm2() - 1e-4,
        };
        let fit = nodes.fit(&surface, 0);
        for k in 0..=16 {
            for l in 0..=16 {
                let (x, y) = (f64::from(k) / 8.0 - 1.0, f64::from(l) / 8.0 - 1.0);
                let half = 0.5 * f64::from(size);
                let place = ([f64::from(i) + half * (1.0 + x)], [f64::from(j) + half * (1.0 + y)]);
                let [p] = vectors_at(f64::from(n), 1.0 / f64::from(n), BaseCell::trusted(face), place);
                let c = fit.poly.c.map(|row| row[0] + x * (row[1] + x * row[2]));
                let value = c[0] + y * (c[1] + y * c[2]);
                let off = (value - exact(p)).abs();
                assert!(off <= fit.error, "{surface:?} {patch:?} {off:e} {:e}", fit.error);
                if fit.error > 1e-9 {
                    tightest = tightest.max(off / fit.error);
                }
            }
        }
    }
    assert!(blocks > 10_000 && tightest > 0.2, "{blocks} blocks, at most {tightest} of the bound");
}
