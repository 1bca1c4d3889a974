//! Slices in, slices out.
//!
//! Every function works element by element. A bad element gets the sentinel ([`INVALID_CELL`],
//! [`INVALID_U8`], [`INVALID_U32`] or NaN) in each of its own places of the output; all others are
//! computed, and the error names the first bad index and how many there are
//! ([`Error::Elements`]). Slices whose lengths do not fit together are
//! an [`Error::Length`] before anything is written. Results are bit for bit those of the
//! functions for one element.
//!
//! Functions that end in `_u32` have cells in 32 bits, half the memory, up to [`Depth::MAX_U32`] and [`Nside::MAX_U32`];
//! their sentinel is [`INVALID_U32`].
//!
//! # Examples
//! ```
//! use healpix_core::{Depth, Error, batch};
//! let mut cells = [0; 3];
//! let result = batch::nested::hash_deg(Depth::new(0)?, &[45.0, 0.0, 0.0], &[60.0, 95.0, 0.0], &mut cells);
//! assert_eq!(cells, [0, batch::INVALID_CELL, 4]);
//! let error = result.unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "1 of 3 elements are invalid; the first, at index 1: latitude 95 is outside [-90, 90] degrees"
//! );
//! # Ok::<(), Error>(())
//! ```

mod drive;
mod elements;
mod kernel;
pub mod nested;
pub mod projection;
pub mod region;
pub mod ring;
pub(crate) mod run;
pub mod simd;
pub mod sphere;
pub(crate) mod word;

/// Stands in the output for a cell that could not be computed or does not exist.
pub const INVALID_CELL: u64 = u64::MAX;
/// Stands in the output for a depth or base cell that could not be computed.
pub const INVALID_U8: u8 = u8::MAX;
/// Stands in the output for a ring, a coordinate or a cell of 32 bits that could not be computed.
pub const INVALID_U32: u32 = u32::MAX;

#[cfg(doc)]
use crate::{Depth, Nside, error::Error};
