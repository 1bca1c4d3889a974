//! Repeatable random numbers (SplitMix64), the same on every machine: nothing here asks the system's mathematics library.

use healpix_core::{LonLat, UnitVec};

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(limit)) >> 64) as u64
    }

    /// A number in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number in `[low, high)`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A number from 2^`low` up to 2^`high`, any power of two as likely as any other.
    pub fn size(&mut self, low: i32, high: i32) -> f64 {
        let power_of_two = |exponent: i32| f64::from_bits(((1023 + exponent) as u64) << 52);
        let exponent = low + self.below((high - low) as u64) as i32;
        // In two parts: below 2^-1022 a double has no exponent of its own.
        let half = exponent / 2;
        power_of_two(half) * power_of_two(exponent - half) * (1.0 + self.unit())
    }

    /// Longitude and latitude in radians, evenly over the sphere.
    pub fn position(&mut self) -> (f64, f64) {
        loop {
            let [x, y, z] = [(); 3].map(|()| self.between(-1.0, 1.0));
            let square = x * x + y * y + z * z;
            // In the ball, and not so near its centre that the direction has few digits.
            if (1e-9..1.0).contains(&square) {
                let at = LonLat::from(UnitVec::new(x, y, z).expect("not the null vector"));
                return (at.lon(), at.lat());
            }
        }
    }

    pub fn choice<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }
}
