//! Inputs that are anything at all, with a bias to what is likely to matter.

use proptest::prelude::*;

/// Any 64 bits as a double; positions, borders, infinities and NaN far more often than by chance.
pub fn double() -> impl Strategy<Value = f64> {
    use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};
    prop_oneof![
        2 => any::<u64>().prop_map(f64::from_bits),
        6 => -1.5..1.5f64,
        2 => -8.0..8.0f64,
        2 => -400.0..400.0f64,
        1 => prop::sample::select(vec![
            0.0, -0.0, 0.5, 1.0, FRAC_PI_4, FRAC_PI_2, -FRAC_PI_2, PI, 90.0, -90.0, 180.0, 360.0, 2.0 / 3.0,
            f64::MIN_POSITIVE, 5e-324, f64::EPSILON, f64::MAX, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1e20,
        ]),
    ]
}

/// Any cell number, most of them small or below a power of four.
pub fn cell() -> impl Strategy<Value = u64> {
    prop_oneof![
        2 => any::<u64>(),
        2 => 0..64u64,
        4 => (any::<u64>(), 0..64u32).prop_map(|(bits, shift)| bits >> shift),
        1 => prop::sample::select(vec![u64::MAX, 12 << 58, (12 << 58) - 1, 11, 12, 47, 48]),
    ]
}

/// Any byte; a depth more often than not.
pub fn depth() -> impl Strategy<Value = u8> {
    prop_oneof![1 => any::<u8>(), 8 => 0..=29u8, 1 => prop::sample::select(vec![0, 1, 28, 29, 30])]
}

/// Any 32 bits; an nside more often than not, a power of two half of the time.
pub fn nside() -> impl Strategy<Value = u32> {
    prop_oneof![
        1 => any::<u32>(),
        4 => (0..=29u32).prop_map(|depth| 1 << depth),
        3 => 1..100u32,
        2 => 1..=1u32 << 29,
        1 => prop::sample::select(vec![0, 1 << 29, (1 << 29) + 1, u32::MAX]),
    ]
}

/// Any 32 bits; small more often than not.
pub fn small() -> impl Strategy<Value = u32> {
    prop_oneof![1 => any::<u32>(), 6 => 0..12u32]
}

/// The arrays of one call.
#[derive(Debug, Clone)]
pub struct Inputs {
    pub lon: Vec<f64>,
    pub lat: Vec<f64>,
    pub third: Vec<f64>,
    pub fourth: Vec<f64>,
    pub cells: Vec<u64>,
    pub face: Vec<u8>,
    pub i: Vec<u32>,
    pub j: Vec<u32>,
    /// Which array is too short or too long, counted over inputs and outputs; usually none.
    pub wrong: Option<(usize, bool)>,
}

pub fn inputs() -> impl Strategy<Value = Inputs> {
    let doubles = (0..12usize).prop_flat_map(|n| {
        let row = (double(), double(), double(), double(), cell(), any::<u8>(), small(), small());
        prop::collection::vec(row, n)
    });
    let wrong = prop_oneof![9 => Just(None), 1 => (0..9usize, any::<bool>()).prop_map(Some)];
    (doubles, wrong).prop_map(|(rows, wrong)| {
        let mut inputs = Inputs {
            lon: rows.iter().map(|row| row.0).collect(),
            lat: rows.iter().map(|row| row.1).collect(),
            third: rows.iter().map(|row| row.2).collect(),
            fourth: rows.iter().map(|row| row.3).collect(),
            cells: rows.iter().map(|row| row.4).collect(),
            face: rows.iter().map(|row| row.5 % 14).collect(),
            i: rows.iter().map(|row| row.6).collect(),
            j: rows.iter().map(|row| row.7).collect(),
            wrong,
        };
        match wrong {
            Some((0, longer)) => resize(&mut inputs.lat, longer),
            Some((1, longer)) => resize(&mut inputs.third, longer),
            Some((2, longer)) => resize(&mut inputs.i, longer),
            _ => {}
        }
        inputs
    })
}

/// One element more or, where there is one, less.
pub fn resize<T: Default>(values: &mut Vec<T>, longer: bool) {
    if longer {
        values.push(T::default());
    } else {
        values.pop();
    }
}
