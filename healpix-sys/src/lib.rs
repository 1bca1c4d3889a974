//! Raw bindings of `healpix/healpix.h`: every function, type and constant of the C interface under its C name.
//!
//! Nothing here is checked and every function is `unsafe`; the crate `healpix-safe` wraps it. What each
//! function demands and does is in its documentation, carried over from the header.
//!
//! With the default feature `bundled` the library is compiled in. Without it, with the feature `system`, or with
//! `HEALPIX_SYS_USE_PKG_CONFIG=1` in the environment, the installed `libhealpix_ffi` is linked as pkg-config
//! finds it; `HEALPIX_FFI_LIB_DIR` names its directory outright.
#![no_std]

// Without this line nothing mentions the crate, and its symbols would be left out of the program.
#[cfg(healpix_bundled)]
extern crate healpix_ffi as _;

#[expect(
    non_camel_case_types,
    missing_docs,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    reason = "made by bindgen: names are those of C, and macros have no comments"
)]
#[rustfmt::skip]
mod bindings;

pub use bindings::*;

/// Sentinel for "no cell"; bindgen cannot read this macro.
pub const HEALPIX_INVALID_CELL: u64 = u64::MAX;
/// Sentinel for `u32` outputs; bindgen gives the macro a wider type.
pub const HEALPIX_INVALID_U32: u32 = u32::MAX;
