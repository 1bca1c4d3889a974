//! Benches beside the peers: what they share.
//!
//! `cargo bench -p healpix-benches` measures everything (`-- hash` the groups with that name), then
//! `cargo run --release -p healpix-benches --bin report` makes one table of it. A group is one
//! operation; its sides do the same work on the same inputs in one run:
//!
//! | side | what it is |
//! |---|---|
//! | `cdshealpix`, `kiddo`, `moc` | the peer, one element per call where it has no slices; a second word names a variant, and the table takes the fastest |
//! | `healpix_cxx` | a peer measured by a program of its own, `benches/cxx/run`: it is C++ and GPL, so nothing here links to it; cells as ranges, touched ones with some more |
//! | `core` | slices through `healpix_core::batch`, or the call itself where there is no slice |
//! | `core into` | the same into a MOC that is used again, which no peer has; the ratio is that of `core` |
//! | `brute` | each element asked by itself, where there is no peer |
//! | `core scalar` | typed calls of `healpix_core`, one element each |
//! | `ffi`, `safe` | the C function; the same through `healpix-safe` |
//! | `copy` | as many bytes moved as the operation reads or writes, whichever is more |
//!
//! With `--test` inputs are small. `HEALPIX_BENCH_LARGE=1` adds an index of 10 million rows.

mod inputs;
mod outlines;
mod sides;
mod targets;

pub use inputs::{Sky, borders, cells, galaxy, positions, sort_by_cell, vectors};
pub use outlines::{coast, regular, star};
pub use sides::{Good, Sides, config, each, is_test, size};
pub use targets::target;
