//! Inputs that the benches share: the same for us and for the peer.

/// A small deterministic generator (SplitMix64).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator with a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// The next number in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// `n` positions spread evenly over the sphere: longitudes and latitudes in radians.
#[must_use]
pub fn positions(n: usize, seed: u64) -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(seed);
    (0..n).map(|_| (random.unit() * core::f64::consts::TAU, (2.0 * random.unit() - 1.0).asin())).unzip()
}

/// `n` cells below `n_cells`.
#[must_use]
pub fn cells(n: usize, n_cells: u64, seed: u64) -> Vec<u64> {
    let mut random = Random::new(seed);
    (0..n).map(|_| random.bits() % n_cells).collect()
}
