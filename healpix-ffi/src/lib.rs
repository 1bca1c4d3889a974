//! HEALPix for C: the contract.
//!
//! Everything a C or C++ program may rely on is in `healpix/healpix.h`, which is generated from the
//! comments and signatures in this crate. This page is the part that holds for every function.
//!
//! # Arguments
//!
//! Every call reads the same way: resolution (`uint8_t depth` for nested, `uint32_t nside` for ring),
//! further scalars, inputs, count, outputs. Longitude stands before latitude; angles are radians
//! unless the name ends in `_deg`.
//!
//! # Pointers
//!
//! A pointer to an array may be NULL if and only if that array has no elements. Otherwise it must be
//! aligned, and the array must lie in one allocation. NULL, misaligned and overlapping arrays and
//! impossible lengths are detected and reported; nothing is written then. No other property of a pointer
//! can be checked: it must really point to that many elements, readable, and for outputs writable.
//! Output arrays may not share a byte with any other array of the call, except where a function says
//! that it works in place.
//!
//! # Status
//!
//! Every fallible function returns a [`healpix_status`]: [`HEALPIX_OK`] is 0. The codes never change
//! their meaning, new ones are added. `healpix_last_error_message` gives the detail (value, limit,
//! index) of the last failure on the calling thread.
//!
//! # Element-wise calls
//!
//! Where a function maps `n` inputs to `n` outputs, a bad input leaves the sentinel in its own output
//! slots ([`HEALPIX_INVALID_CELL`], NaN, [`HEALPIX_INVALID_U8`], [`HEALPIX_INVALID_U32`]), all other
//! elements are computed, the status is that of the first bad element, and the detail message says
//! which one it is and how many there are. All other functions write their outputs only on success.
//!
//! # Handles
//!
//! A handle (`healpix_region`, `healpix_point_index`, the results made from them) belongs to the thread that
//! made it, must be freed once with its own `_free` function, and must not be used afterwards. Every
//! `_free` takes NULL and does nothing then. Functions with a `const` handle read, the others change.
//! A result does not need what it was made from, except where its comment says so (iterators, views).
//!
//! That a pointer is a live handle cannot be checked. A library built with debug assertions (`cargo build`, without
//! `--release`) looks all the same: it knows handles of the wrong type and the last thousand freed ones of each
//! thread ([`HEALPIX_ERR_HANDLE`]). Build against it while you write a program.
//!
//! # Callbacks
//!
//! A callback gets its `void *user` back untouched as the last argument and returns 0 to go on; anything else
//! stops the call, which then returns [`HEALPIX_STOPPED`]. What it is given is valid until it returns.
//! It may call any function of this library, with any live handle. One that would change or free a handle which the call
//! around it uses is refused with [`HEALPIX_ERR_BUSY`] (a `_free` returns nothing: it does nothing then, and tells the log).
//! The arrays of that call it must leave alone. It leaves by returning: no `longjmp`, and no C++ exception crosses this
//! library.
//!
//! Two callbacks belong to the thread and not to a call: `healpix_set_log` hears errors and warnings,
//! `healpix_set_progress` hears how far long calls have come and may stop them.
//!
//! # Panics
//!
//! No input makes this library panic as far as its authors know. Should one do so all the same, the
//! panic stops at the C boundary: the call returns [`HEALPIX_ERR_PANIC`].
//!
//! # Compatibility
//!
//! [`HEALPIX_ABI_VERSION`] is the number of the binary interface, `healpix_abi_version` that of the library which
//! runs, and the soname ends in it. As long as it stays, functions, structs and constants are only added: `abi/symbols.txt` and
//! `abi/layout.txt` record them, and a test refuses anything else. Options come as structs, should there be any, whose first
//! field is `size_t struct_size`, set to its `sizeof` by the caller: they may get fields at their end, which an older caller's
//! struct does not have and which then keep their defaults. All other structs stay as they are.
//!
//! # Linking
//!
//! `cargo xtask install --prefix DIR` lays down `libhealpix_ffi.a`, `libhealpix_ffi.so`, the headers and
//! descriptions for pkg-config and CMake, which know what else a static link needs; on Linux that is
//! `-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc`. Use at most one Rust static library in a program: two would bring two copies of
//! the Rust standard library. Rust programs use the crate `healpix-core`, or `healpix-safe` when
//! they want to go through this ABI.

#![expect(non_camel_case_types, reason = "types carry their C names")]

mod angle;
mod check;
mod columns;
mod handle;
mod list;
mod panic;
mod single;

// Blank lines keep this order, which is that of the sections of the header.

mod version;

mod status;

mod threads;

mod callback;

mod grid;

mod nested;

mod ring;

mod neighbor_iter;

mod sphere;

mod projection;

mod region;

mod coverage;

mod moc;

mod io;

mod point_index;

pub use callback::*;
pub use coverage::*;
pub use grid::*;
pub use handle::forget_dead_handles;
pub use io::*;
pub use moc::*;
pub use neighbor_iter::*;
pub use nested::*;
pub use point_index::*;
pub use projection::*;
pub use region::*;
pub use ring::*;
pub use sphere::*;
pub use status::*;
pub use threads::*;
pub use version::*;
