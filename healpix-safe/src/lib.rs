//! HEALPix through its C interface, made safe.
//!
//! Every function of `healpix/healpix.h` is here under its own name: `healpix_nested_hash` is
//! [`nested::hash`]. Slices stand for pointers and lengths, [`Result`] for status codes, and
//! [`Region`](region::Region), [`Coverage`](coverage::Coverage), [`Moc`] and [`PointIndex`] own their
//! handles. Nothing here panics, and no input of any kind leads to undefined behaviour.
//!
//! Rust programs that do not need the C library will rather use `healpix-core`, which has the same
//! functions without the detour; this crate gives bit for bit the same answers.
//!
//! # Elements
//!
//! Where a function maps arrays to arrays, a bad element leaves the sentinel ([`INVALID_CELL`], NaN,
//! [`INVALID_U8`], [`INVALID_U32`]) in its own outputs, all others are computed, and the error names
//! the first bad one and how many there are. If the lengths of the slices do not fit together, nothing
//! is written.
//!
//! ```
//! use healpix_safe::{ErrorKind, INVALID_CELL, nested};
//!
//! let mut cells = [0; 3];
//! let error = nested::hash_deg(0, &[0.0, 0.0, 90.0], &[0.0, 95.0, 0.0], &mut cells).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::Latitude);
//! assert_eq!(cells, [4, INVALID_CELL, 5]);
//! ```
//!
//! # Linking
//!
//! With the default feature `bundled` the C library is compiled in. Without it, or with `system`, the installed
//! `libhealpix_ffi` is used; see `healpix-sys`.

pub mod coverage;
mod error;
pub mod grid;
pub mod io;
mod list;
pub mod log;
pub mod moc;
mod neighbor_iter;
pub mod nested;
mod point_index;
pub mod progress;
pub mod projection;
pub mod region;
pub mod ring;
mod scoped;
pub mod sphere;
pub mod threads;
mod version;

pub use error::{Error, ErrorKind, Result};
pub use moc::Moc;
pub use neighbor_iter::NeighborIter;
pub use point_index::{CellCount, CrossMatch, Match, MatchLists, Matches, Occupied, Pair, Pairs, PointIndex, Rows};
pub use version::{abi_version, instruction_set, version, version_number};

/// Stands for "no cell": written for a bad element, and for a neighbor that does not exist.
pub const INVALID_CELL: u64 = healpix_sys::HEALPIX_INVALID_CELL;
/// Stands for a bad element in `u8` outputs.
pub const INVALID_U8: u8 = u8::MAX;
/// Stands for a bad element in `u32` outputs.
pub const INVALID_U32: u32 = healpix_sys::HEALPIX_INVALID_U32;
