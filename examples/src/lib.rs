//! What the example programs share: reading star catalogues and outlines of constellations, writing quantities,
//! projecting the sky.
//!
//! None of it calls HEALPix; the programs themselves, in `rust/` and `c/`, do.

pub mod catalog;
pub mod latin;
pub mod mollweide;
pub mod outlines;
pub mod parallels;
pub mod quantity;
