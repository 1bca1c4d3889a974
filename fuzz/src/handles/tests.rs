//! The models agree with the library on sequences of random bytes.

use crate::noise;

#[test]
fn random_sequences() {
    let mut whole = 0;
    for seed in 0..6000 {
        whole += usize::from(super::run(&noise(seed)).is_ok());
    }
    assert!(whole > 100, "{whole}");
}
