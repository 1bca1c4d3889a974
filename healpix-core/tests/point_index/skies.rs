//! Catalogues to test with, and the answers by brute force.

use healpix_core::index::{CrossMatch, Match, Pair};
use healpix_core::sphere::distance;
use healpix_core::{LonLat, PointIndex};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// Small random number generator (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    pub fn on_sphere(&mut self) -> LonLat {
        let z = self.between(-1.0, 1.0);
        at(self.between(0.0, TAU), z.asin())
    }

    /// Near a position, within some `size` radians.
    pub fn near(&mut self, center: LonLat, size: f64) -> LonLat {
        let lat = (center.lat() + size * self.between(-1.0, 1.0)).clamp(-FRAC_PI_2, FRAC_PI_2);
        let across = (size / lat.cos().max(1e-3)).min(PI);
        at(center.lon() + across * self.between(-1.0, 1.0), lat)
    }
}

pub fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).expect("a position")
}

/// Named catalogues of `n` rows.
pub fn skies(n: usize) -> Vec<(&'static str, Vec<LonLat>)> {
    let mut r = Random(n as u64);
    let cluster = at(1.234, -0.567);
    let mut each =
        |make: &mut dyn FnMut(&mut Random, usize) -> LonLat| (0..n).map(|k| make(&mut r, k)).collect::<Vec<_>>();
    vec![
        ("random", each(&mut |r, _| r.on_sphere())),
        ("one tight cluster", each(&mut |r, _| r.near(cluster, 1e-6))),
        ("a cluster and a field", each(&mut |r, k| if k % 8 == 0 { r.on_sphere() } else { r.near(cluster, 0.01) })),
        ("north pole", each(&mut |r, _| at(r.between(0.0, TAU), FRAC_PI_2 - 0.02 * r.unit() * r.unit()))),
        ("south pole", each(&mut |r, k| at(r.between(-9.0, 9.0), -FRAC_PI_2 + [0.0, 1e-9, 1e-3][k % 3] * r.unit()))),
        ("longitude 0", each(&mut |r, k| at([0.0, TAU][k % 2] + r.between(-1e-3, 1e-3), r.between(-1e-3, 1e-3)))),
        ("all at one place", each(&mut |_, _| cluster)),
        ("duplicates", each(&mut |_, k| at(0.1 * (k % 5) as f64, -0.2 * (k % 7) as f64))),
        (
            "on borders of cells",
            each(&mut |_, k| at((k % 33) as f64 * FRAC_PI_2 / 8.0, ((k / 33) % 3) as f64 * 0.5 - 0.5)),
        ),
        ("many turns", each(&mut |r, _| at(700.0 + r.between(-0.01, 0.01), r.between(0.3, 0.31)))),
        (
            "very many turns",
            each(&mut |r, k| at([1e20, 3e6, 9e5, -5e5, 2.0][k % 5] * r.between(0.5, 1.0), r.between(-1.5, 1.5))),
        ),
        ("turns beyond the unit", each(&mut |r, k| at(1e14 + 0.015625 * (k % 40) as f64, 0.001 * r.unit()))),
        ("antipodes", each(&mut |r, k| r.near([cluster, at(1.234 + PI, 0.567)][k % 2], 1e-8))),
    ]
}

/// Places to ask about: rows, near rows, anywhere, poles.
pub fn questions(sky: &[LonLat], r: &mut Random, count: usize) -> Vec<LonLat> {
    let mut places = vec![at(0.0, FRAC_PI_2), at(3.0, -FRAC_PI_2), at(0.0, 0.0), at(1.234, -0.567), at(700.0, 0.3)];
    for k in 0..count {
        places.push(r.on_sphere());
        if !sky.is_empty() {
            let row = sky[(r.unit() * sky.len() as f64) as usize];
            places.push(row);
            places.push(r.near(row, [1e-9, 1e-6, 1e-3, 0.1][k % 4]));
        }
    }
    places
}

pub fn index_of(sky: &[LonLat]) -> PointIndex {
    let mut index = PointIndex::new();
    for position in sky {
        index.push(*position).expect("room");
    }
    index.build().expect("memory");
    index
}

/// The positions by row number, as the index keeps them.
pub fn kept(index: &PointIndex) -> Vec<(u32, LonLat)> {
    let rows = index.row_numbers().expect("built");
    let (lons, lats) = (index.lons().expect("built"), index.lats().expect("built"));
    (0..rows.len()).map(|slot| (rows[slot], at(lons[slot], lats[slot]))).collect()
}

/// All rows by distance, then by number.
pub fn by_distance(rows: &[(u32, LonLat)], place: LonLat) -> Vec<Match> {
    let place = place.in_radians();
    let mut all: Vec<Match> =
        rows.iter().map(|(row, position)| Match { row: *row, distance: distance(place, *position) }).collect();
    all.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.row.cmp(&b.row)));
    all
}

/// All pairs, in the order of the answers.
pub fn all_pairs(left: &PointIndex, right: &PointIndex) -> Vec<Pair> {
    let (mut left, right) = (kept(left), kept(right));
    left.sort_by_key(|(row, _)| *row);
    let of_row = |(row, position): (u32, LonLat)| {
        let matches = by_distance(&right, position).into_iter();
        matches.map(move |m| Pair { left: row, right: m.row, distance: m.distance })
    };
    left.into_iter().flat_map(of_row).collect()
}

/// Those within a radius; only the first of each left row for `Best`.
pub fn pairs(all: &[Pair], radius: f64, which: CrossMatch) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = all.iter().copied().filter(|pair| pair.distance <= radius).collect();
    if which == CrossMatch::Best {
        pairs.dedup_by_key(|pair| pair.left);
    }
    pairs
}

pub const WHICH: [CrossMatch; 2] = [CrossMatch::Best, CrossMatch::All];

pub const ARCSEC: f64 = PI / 648000.0;

pub const RADII: [f64; 11] = [0.0, 1e-300, 1e-12, 1e-9, ARCSEC, 1e-3, 0.0174532925199433, 0.7, PI / 3.0, FRAC_PI_2, PI];
