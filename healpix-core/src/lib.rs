//! HEALPix: the sphere cut into cells of equal area.
#![no_std]
#![deny(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod batch;
pub mod error;
pub mod grid;
pub mod nested;
mod point;
pub mod projection;
pub mod ring;
pub mod sphere;

pub use error::{Error, Result};
pub use grid::{BaseCell, BaseCellRow, Cell, Depth, Direction, FaceIj, Nside, RingCell};
pub use sphere::{AngleUnit, LonLat, UnitVec};
