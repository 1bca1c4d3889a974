//! What the example programs share: reading a star catalogue, writing quantities, projecting the sky.
//!
//! None of it calls HEALPix; the programs themselves, in `rust/` and `c/`, do.

pub mod catalog;
pub mod mollweide;
pub mod quantity;
