//! The sphere itself: positions, vectors, distances, and the deterministic arithmetic they need.
//!
//! `lonlat` and `unit_vec` hold the two forms of a position, `distance` what lies between two of
//! them. `trig` (doubles) and `fixed` (long fixed-point numbers) are the arithmetic underneath.

mod distance;
pub(crate) mod fixed;
mod lonlat;
pub(crate) mod trig;
mod unit_vec;

pub use distance::distance;
pub(crate) use distance::squared_half_chords;
pub use lonlat::{AngleUnit, LonLat};
pub use unit_vec::UnitVec;

#[cfg(test)]
#[path = "sphere_tests.rs"]
mod tests;
