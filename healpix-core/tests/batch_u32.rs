//! Cells in 32 bits are those in 64 bits: at every depth and at many nsides up to the limit, with every instruction set
//! and number of threads, bad elements included.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use healpix_core::batch::simd::{self, InstructionSet};
use healpix_core::{Depth, Nside, Result, batch};
use support::random::Random;
use support::{awkward, depth, nside};

/// Positions on and next to borders, some of them bad; in radians or degrees.
fn positions(random: &mut Random, degrees: bool, len: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut lon, mut lat): (Vec<f64>, Vec<f64>) =
        (0..len).map(|_| if degrees { awkward::degrees(random) } else { awkward::radians(random) }).unzip();
    for k in [5, 130, 131, 1000] {
        if let Some(lat) = lat.get_mut(k) {
            *lat = 91.0;
        }
        if let Some(lon) = lon.get_mut(k + 40) {
            *lon = f64::NAN;
        }
    }
    (lon, lat)
}

type Hash<R, W> = fn(R, &[f64], &[f64], &mut [W]) -> Result<()>;
type Center<R, W> = fn(R, &[W], &mut [f64], &mut [f64]) -> Result<()>;

/// What is in common between the resolutions of both schemes.
struct Doors<R: Copy> {
    n_cells: fn(R) -> u64,
    hash: [Hash<R, u64>; 2],
    hash_u32: [Hash<R, u32>; 2],
    center: [Center<R, u64>; 2],
    center_u32: [Center<R, u32>; 2],
}

const NESTED: Doors<Depth> = Doors {
    n_cells: Depth::n_cells,
    hash: [batch::nested::hash, batch::nested::hash_deg],
    hash_u32: [batch::nested::hash_u32, batch::nested::hash_deg_u32],
    center: [batch::nested::center, batch::nested::center_deg],
    center_u32: [batch::nested::center_u32, batch::nested::center_deg_u32],
};

const RING: Doors<Nside> = Doors {
    n_cells: Nside::n_cells,
    hash: [batch::ring::hash, batch::ring::hash_deg],
    hash_u32: [batch::ring::hash_u32, batch::ring::hash_deg_u32],
    center: [batch::ring::center, batch::ring::center_deg],
    center_u32: [batch::ring::center_u32, batch::ring::center_deg_u32],
};

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| if value.is_nan() { u64::MAX } else { value.to_bits() }).collect()
}

impl<R: Copy + std::fmt::Debug> Doors<R> {
    fn check(&self, resolution: R, len: usize, random: &mut Random) {
        let n_cells = (self.n_cells)(resolution);
        for unit in 0..2 {
            let (lon, lat) = positions(random, unit == 1, len);
            let (mut wide, mut narrow) = (vec![7; len], vec![7; len]);
            let expected = (self.hash[unit])(resolution, &lon, &lat, &mut wide);
            let got = (self.hash_u32[unit])(resolution, &lon, &lat, &mut narrow);
            // As text: an error may carry NaN, which is not equal to itself.
            assert_eq!(format!("{got:?}"), format!("{expected:?}"), "{resolution:?}");
            assert_eq!(expected.is_err(), len > 5, "{resolution:?}");
            for (k, (wide, narrow)) in wide.iter().zip(&narrow).enumerate() {
                let expected = if *wide == batch::INVALID_CELL { u64::from(batch::INVALID_U32) } else { *wide };
                assert_eq!(u64::from(*narrow), expected, "{resolution:?}, element {k}");
            }

            // Back: first and last cells, cells that do not exist, the sentinel.
            let ends = [0, 1, n_cells - 1, n_cells, u64::from(u32::MAX)];
            let cells: Vec<u64> = (0..len).map(|k| *ends.get(k).unwrap_or(&random.below(n_cells))).collect();
            let short: Vec<u32> = cells.iter().map(|cell| u32::try_from(*cell).expect("32 bits")).collect();
            let (mut x, mut y, mut u, mut v) = (vec![7.0; len], vec![7.0; len], vec![7.0; len], vec![7.0; len]);
            let expected = (self.center[unit])(resolution, &cells, &mut x, &mut y);
            assert_eq!((self.center_u32[unit])(resolution, &short, &mut u, &mut v), expected, "{resolution:?}");
            assert_eq!((bits(&u), bits(&v)), (bits(&x), bits(&y)), "{resolution:?}");
        }
    }
}

fn check_all(len: usize, random: &mut Random) {
    for d in 0..=14 {
        NESTED.check(depth(d), len, random);
    }
    for n in [1, 2, 3, 5, 64, 1000, 4096, 16_384, 18_917, 18_918] {
        RING.check(nside(n), len, random);
    }
}

/// The choice of instructions holds for the whole process, and so does the number of threads: one test for both.
#[test]
fn a_cell_of_32_bits_is_another_one() {
    let mut random = Random::new(81);
    for set in InstructionSet::ALL.into_iter().filter(|set| set.is_available()) {
        assert!(simd::force(Some(set)));
        for len in [0, 3, 20, 128, 1155] {
            check_all(len, &mut random);
        }
    }
    assert!(simd::force(None));
    #[cfg(feature = "parallel")]
    {
        for threads in 1..=4 {
            assert_eq!(healpix_core::threads::set_count(threads), Ok(threads));
            NESTED.check(Depth::MAX_U32, 70_001, &mut random);
            RING.check(Nside::MAX_U32, 70_001, &mut random);
        }
        assert_eq!(healpix_core::threads::set_count(1), Ok(1));
    }
}
