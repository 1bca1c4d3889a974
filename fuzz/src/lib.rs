//! What the fuzz targets run; each target is one module, and a file in `fuzz_targets/` that hands it bytes.

pub mod calls;
pub mod files;
pub mod handles;
pub mod points;
pub mod scratch;
pub mod text;

#[allow(dead_code)]
#[path = "../../healpix-core/tests/batch_cases/mod.rs"]
mod batch_cases;
#[path = "../../healpix-core/tests/support/mod.rs"]
mod support;

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

#[cfg(test)]
mod tests {
    //! The other targets find nothing in random bytes.
    use super::*;

    fn all(run: fn(&[u8]) -> arbitrary::Result<()>) {
        let whole = (0..4000).filter(|seed| run(&noise(*seed)).is_ok()).count();
        assert!(whole > 400, "{whole}");
    }

    #[test]
    fn files() {
        all(files::run);
    }

    #[test]
    fn text() {
        all(text::run);
    }

    #[test]
    fn points() {
        all(points::run);
    }
}
