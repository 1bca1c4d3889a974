//! What the fuzz targets run; each target is one module, and a file in `fuzz_targets/` that hands it bytes.

pub mod calls;
pub mod scratch;
