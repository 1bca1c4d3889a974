//! The sphere itself: positions, vectors, distances, and the deterministic arithmetic they need.
//!
//! `lonlat` and `unit_vec` hold the two forms of a position, `distance` what lies between two of
//! them. `trig` (doubles) and `fixed` (long fixed-point numbers) are the arithmetic underneath, `isa` what of it
//! machines do in different ways.

mod distance;
pub(crate) mod fixed;
pub(crate) mod isa;
mod lonlat;
pub(crate) mod trig;
mod unit_vec;
mod vec3;

pub use distance::distance;
pub(crate) use distance::{squared_half_chords, usual_distance};
pub use lonlat::{AngleUnit, LonLat};
pub use unit_vec::UnitVec;
pub(crate) use vec3::Vec3;

#[cfg(test)]
#[path = "sphere_tests.rs"]
mod tests;
