//! Inputs, the same for us and for the peer.

use core::f64::consts::{FRAC_PI_2, TAU};
use core::iter::zip;

use healpix_core::{Depth, LonLat, UnitVec, nested};

/// Longitudes and latitudes in radians.
pub type Sky = (Vec<f64>, Vec<f64>);

/// A small deterministic generator (SplitMix64).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// The next number in `[0, 1)`.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// The next number of an exponential distribution on both sides of 0.
    fn laplace(&mut self, scale: f64) -> f64 {
        let u = self.unit() - 0.5;
        -scale * (1.0 - 2.0 * u.abs()).ln() * u.signum()
    }
}

/// `n` positions spread evenly over the sphere.
#[must_use]
pub fn positions(n: usize, seed: u64) -> Sky {
    let mut random = Random(seed);
    (0..n).map(|_| (random.unit() * TAU, (2.0 * random.unit() - 1.0).asin())).unzip()
}

/// `n` positions as a survey of the Milky Way has them: 7 of 10 in a disc 4 degrees thick, 2 in a bulge,
/// 1 anywhere.
#[must_use]
pub fn galaxy(n: usize, seed: u64) -> Sky {
    let mut random = Random(seed);
    (0..n)
        .map(|_| {
            let (l, b) = match random.bits() % 10 {
                0 => (random.unit() * TAU, (2.0 * random.unit() - 1.0).asin()),
                1 | 2 => (random.laplace(0.1), random.laplace(0.06)),
                _ => (random.unit() * TAU, random.laplace(0.07)),
            };
            from_galactic(l, b.clamp(-FRAC_PI_2, FRAC_PI_2))
        })
        .unzip()
}

/// Equatorial from galactic, so that the plane does not follow the rings of the grid.
fn from_galactic(l: f64, b: f64) -> (f64, f64) {
    let (x, y, z) = (b.cos() * l.cos(), b.cos() * l.sin(), b.sin());
    let row = |a: [f64; 3]| a[0] * x + a[1] * y + a[2] * z;
    let east = row([-0.873_437_090_2, -0.444_829_630_0, -0.198_076_373_4]);
    let front = row([-0.054_875_560_4, 0.494_109_427_9, -0.867_666_149_0]);
    let north = row([-0.483_835_015_5, 0.746_982_244_5, 0.455_983_776_2]);
    (east.atan2(front).rem_euclid(TAU), north.clamp(-1.0, 1.0).asin())
}

/// The same positions in the order of their cells, as a catalogue sorted by sky comes.
#[must_use]
pub fn sort_by_cell((lon, lat): &Sky) -> Sky {
    let key =
        |&(lon, lat): &(f64, f64)| LonLat::new(lon, lat).map_or(u64::MAX, |at| nested::hash(Depth::MAX, at).index());
    let mut both: Vec<_> = zip(lon.iter().copied(), lat.iter().copied()).collect();
    both.sort_by_cached_key(key);
    both.into_iter().unzip()
}

/// `n` cells below `n_cells`.
#[must_use]
pub fn cells(n: usize, n_cells: u64, seed: u64) -> Vec<u64> {
    let mut random = Random(seed);
    (0..n).map(|_| random.bits() % n_cells).collect()
}

/// Unit vectors of positions.
#[must_use]
pub fn vectors((lon, lat): &Sky) -> Vec<[f64; 3]> {
    zip(lon, lat)
        .filter_map(|(lon, lat)| LonLat::new(*lon, *lat).ok())
        .map(|at| {
            let v = UnitVec::from(at);
            [v.x(), v.y(), v.z()]
        })
        .collect()
}

/// `2 n` different cells below `n_cells`, sorted: the starts and ends of `n` ranges that cover half of them.
#[must_use]
pub fn borders(n: usize, n_cells: u64, seed: u64) -> Vec<u64> {
    let mut random = Random(seed);
    let mut borders: Vec<u64> = Vec::new();
    while borders.len() < 2 * n {
        let missing = 2 * n - borders.len();
        borders.extend((0..missing).map(|_| random.bits() % n_cells));
        borders.sort_unstable();
        borders.dedup();
    }
    borders
}
