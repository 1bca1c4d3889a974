//! What the fuzz targets run; each target is one module, and a file in `fuzz_targets/` that hands it bytes.

pub mod calls;
pub mod handles;
pub mod scratch;

/// Bytes that look random.
#[cfg(test)]
fn noise(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let step = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..90).flat_map(step).collect()
}
