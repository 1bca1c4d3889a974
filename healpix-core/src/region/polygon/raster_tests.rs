//! Coverages by all the short ways, beside the long one: every edge asked for every cell, side by side halved.

use alloc::vec::Vec;

use super::*;
use crate::coverage::Coverage;
use crate::region::{Interior, vector};
use crate::sphere::{LonLat, UnitVec};
use crate::{Cell, Depth, nested};

struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 ^ (self.0 >> 29)) >> 11
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.bits() % limit
    }

    fn unit(&mut self) -> f64 {
        self.bits() as f64 / (1u64 << 53) as f64
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    /// Positions at which something happens, and others.
    fn center(&mut self) -> LonLat {
        let lon = match self.below(3) {
            0 => self.below(8) as f64 * 45.0,
            _ => self.unit() * 360.0,
        };
        let lat = match self.below(4) {
            0 => self.one(&[90.0, -90.0, 0.0, 41.810314895778596, -41.810314895778596]),
            1 => 90.0 * (1.0 - self.unit().powi(4)),
            _ => self.unit() * 180.0 - 90.0,
        };
        LonLat::from_degrees(lon, lat).expect("a position")
    }
}

/// What a cell is, asked the long way.
fn relation(polygon: &Polygon, patch: &Patch) -> (bool, bool) {
    if polygon.edges.iter().any(|edge| edge.meets_slowly(patch)) {
        return (true, false);
    }
    let center = orient::snap(patch.center());
    let crossed = polygon.edges.iter().filter(|edge| edge.crosses(polygon.reference, center)).count();
    let inside = polygon.inside ^ (crossed % 2 == 1);
    (inside, inside)
}

fn checked(polygon: &Polygon, depth: Depth) -> usize {
    let coverage = Coverage::of(depth, polygon).expect("room");
    let flat: Vec<(u64, bool)> = coverage.flat().take(3000).collect();
    let last = flat.last().map_or(u64::MAX, |(index, _)| if flat.len() < 3000 { u64::MAX } else { *index });
    let mut cells: Vec<u64> = flat.iter().map(|(index, _)| *index).collect();
    if depth.get() <= 4 {
        cells.extend(0..depth.n_cells());
    } else {
        // Those around the ones found: what is missing is next to something, or all is.
        let near = |index: &u64| {
            nested::neighbors(Cell::new(depth, *index).expect("a cell")).into_iter().flatten().map(Cell::index)
        };
        let around: Vec<u64> = cells.iter().flat_map(near).collect();
        cells.extend(around);
        cells.extend(polygon.edges.iter().map(|edge| {
            let at = LonLat::from(UnitVec::trusted(edge.a.x, edge.a.y, edge.a.z));
            nested::hash(depth, at).index()
        }));
    }
    cells.sort_unstable();
    cells.dedup();
    for index in cells.into_iter().filter(|index| *index <= last) {
        let patch = Patch::of_cell(depth.nside().get(), Cell::new(depth, index).expect("a cell").face_ij(), 1);
        let flag = flat.binary_search_by_key(&index, |(cell, _)| *cell).ok().map(|k| flat[k].1);
        let (touched, full) = relation(polygon, &patch);
        assert_eq!(flag, touched.then_some(full), "cell {index} of {depth:?}, {:?}", vertices(polygon));
    }
    flat.len()
}

fn vertices(polygon: &Polygon) -> Vec<Vec3> {
    polygon.edges.iter().map(|edge| edge.a).collect()
}

/// A point at a distance and bearing.
fn at(center: LonLat, distance: f64, bearing: f64) -> Vec3 {
    let c = vector(center);
    let (sin_lon, cos_lon) = center.sin_cos_lon();
    let (sin_lat, cos_lat) = center.sin_cos_lat();
    let east = Vec3::new(-sin_lon, cos_lon, 0.0);
    let north = Vec3::new(-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat);
    let ((s, d), (sb, cb)) = (trig::sin_cos(distance, 0.0), trig::sin_cos(bearing, 0.0));
    (c * d + (north * cb + east * sb) * s).unit()
}

fn ring(random: &mut Random, center: LonLat, n: usize, size: f64) -> Vec<Vec3> {
    let rough = random.one(&[0.0, 0.1, 0.5, 0.9]);
    let zigzag = random.one(&[1.0, 1.0, 0.5, 0.1]);
    let any = random.unit();
    let turn = random.one(&[0.0, core::f64::consts::FRAC_PI_4, any]);
    (0..n)
        .map(|k| {
            let radius = size * (1.0 - rough * random.unit()) * if k % 2 == 0 { 1.0 } else { zigzag };
            at(center, radius, turn + k as f64 / n as f64 * core::f64::consts::TAU)
        })
        .collect()
}

fn polygon(ring: &[Vec3]) -> Option<Polygon> {
    Polygon::from_vectors(&[ring], Interior::SmallerArea).ok()
}

#[test]
fn random_polygons_are_told_differently() {
    let mut random = Random(1);
    let mut cells = 0;
    for _ in 0..1500 {
        let depth = random.below(9) as u8 + random.one(&[0, 0, 0, 6, 12, 21]);
        let depth = Depth::new(depth.min(29)).expect("a depth");
        // From a hundredth of a cell to a hundred cells, or half the sky.
        let cell = 1.0 / f64::from(depth.nside().get());
        let size = (cell * 10f64.powf(random.unit() * 4.0 - 2.0)).min(1.5);
        let n = random.one(&[3, 4, 5, 8, 20, 60, 200]);
        let center = random.center();
        let ring = ring(&mut random, center, n, size);
        if let Some(polygon) = polygon(&ring) {
            cells += checked(&polygon, depth);
        }
    }
    assert!(cells > 50_000, "{cells}");
}

#[test]
fn vertices_on_corners_of_cells_are_told_differently() {
    let mut random = Random(2);
    let mut told = 0;
    for _ in 0..1500 {
        // Corners of cells of a coarser grid, or of the same one: edges run along sides and through corners.
        let depth = Depth::new(3 + random.below(6) as u8).expect("a depth");
        let shift = random.below(4) as u8;
        let coarse = Depth::new(depth.get().saturating_sub(shift)).expect("a depth");
        let n = coarse.nside().get();
        let (face, i, j) =
            (random.below(12) as u8, random.below(u64::from(n)) as u32, random.below(u64::from(n)) as u32);
        let width = 1 + random.below(3) as u32;
        let (i1, j1) = ((i + width).min(n), (j + 1 + random.below(3) as u32).min(n));
        let places = [(i, j), (i1, j), (i1, j1), (i, j1)];
        let side = f64::from(n);
        let corner = |(i, j): (u32, u32)| {
            let [v] = vectors_at(side, 1.0 / side, BaseCell::trusted(face), ([f64::from(i)], [f64::from(j)]));
            v
        };
        let mut ring: Vec<Vec3> = places.iter().map(|place| corner(*place)).collect();
        if random.below(3) == 0 {
            ring.remove(random.below(4) as usize);
        }
        if let Some(polygon) = polygon(&ring) {
            told += checked(&polygon, depth);
        }
    }
    assert!(told > 20_000, "{told}");
}

#[test]
fn edges_on_meridians_are_told_differently() {
    let mut random = Random(3);
    for _ in 0..400 {
        let mut lon = || random.below(16) as f64 * 22.5;
        let (west, east) = (lon(), lon());
        let mut lat = || random.one(&[90.0, -90.0, 0.0, 41.810314895778596, -41.810314895778596, 60.0, -30.0, 12.5]);
        let (south, north, middle) = (lat(), lat(), lat());
        let places = [(west, south), (east, south), (east, north), ((west + east) / 2.0, middle), (west, north)];
        let ring: Vec<Vec3> =
            places.iter().map(|(lon, lat)| vector(LonLat::from_degrees(*lon, *lat).expect("a position"))).collect();
        if let Some(polygon) = polygon(&ring) {
            for depth in [0, 2, 4, 5] {
                checked(&polygon, Depth::new(depth).expect("a depth"));
            }
        }
    }
}

#[test]
fn zigzags_and_needles_are_told_differently() {
    let mut random = Random(4);
    for (n, inner, size) in [(1000, 0.9, 0.1), (4000, 0.05, 0.3), (16_000, 0.98, 0.02), (2000, 0.001, 1.2)] {
        let center = random.center();
        let ring: Vec<Vec3> = (0..n)
            .map(|k| {
                let radius = size * if k % 2 == 0 { 1.0 } else { inner };
                at(center, radius, 0.1 + k as f64 / n as f64 * core::f64::consts::TAU)
            })
            .collect();
        let polygon = polygon(&ring).expect("a polygon");
        for depth in [3, 7] {
            checked(&polygon, Depth::new(depth).expect("a depth"));
        }
    }
}

#[test]
fn edges_stray_further_from_lines_than_is_said() {
    let mut random = Random(5);
    let (mut most, mut tried) = (0f64, 0);
    for _ in 0..200_000 {
        let (center, size) = (random.center(), 1e-6 + 0.12 * random.unit().powi(3));
        let turn = random.unit() * 7.0;
        let (a, b) = (at(center, size, turn), at(center, size * random.unit(), turn + 3.1));
        let Some(stray) = stray(a, b, (b - a).norm2()) else { continue };
        let (start, end) = (Anchor::of(a), Anchor::of(b));
        let s = random.unit();
        let p = (a * (1.0 - s) + b * s).unit();
        // As far along the arc, by its angle.
        let angle = |v: Vec3| trig::atan2(a.cross(v).norm(), a.dot(v));
        let share = angle(p) / angle(b);
        for face in 0..12 {
            let places = [start, end, Anchor::of(p)].map(|anchor| anchor.in_base_cell(face));
            if let [Some(from), Some(to), Some(at)] = places {
                let line = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
                let off = (line.0 - at.0).abs().max((line.1 - at.1).abs());
                assert!(off <= stray + 8.0 * ROUNDING, "{off} {stray} {a:?} {b:?}");
                most = most.max((off - 1e-9) / stray);
                tried += 1;
            }
        }
    }
    assert!(tried > 50_000 && most > 0.3, "{tried} {most}");
}
