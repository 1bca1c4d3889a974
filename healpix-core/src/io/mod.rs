//! MOCs as files and text: FITS, ASCII and JSON (IVOA MOC 2.0, <https://www.ivoa.net/documents/MOC/>).
//!
//! ```
//! use healpix_core::Moc;
//!
//! let moc: Moc = "3/1-5 8 4/200 6/".parse()?;
//! assert_eq!(moc.depth().get(), 6);
//! assert_eq!(moc.to_string(), "3/1-5 8 4/200 6/");
//! # #[cfg(feature = "json")]
//! assert_eq!(moc.to_json(), r#"{"3":[1,2,3,4,5,8],"4":[200],"6":[]}"#);
//! # #[cfg(feature = "fits")]
//! assert_eq!(Moc::from_fits(&moc.to_fits(healpix_core::io::FitsKind::Range)?)?, moc);
//! # Ok::<(), healpix_core::Error>(())
//! ```
//!
//! | form | write | read | feature |
//! |---|---|---|---|
//! | text | [`Moc::to_ascii`](crate::Moc::to_ascii), `Display` | [`Moc::from_ascii`](crate::Moc::from_ascii), `FromStr` | - |
//! | JSON | `Moc::to_json` | `Moc::from_json` | `json` |
//! | FITS, range and NUNIQ, versions 1 and 2 | `Moc::to_fits`, `Moc::write_fits` | `Moc::from_fits`, `Moc::read_fits` | `fits` |
//! | FITS, more ranges than fit into memory | `FitsRangesWriter` | `FitsRanges` | `fits` |
//! | FITS, a HEALPix map (a mask, a partial map) | - | `Moc::from_fits_map`, `FitsMap` | `fits` |
//! | FITS, a multi-order probability map | - | `read_multi_order_map` | `fits` |
//!
//! Readers are strict: what is malformed is an [`Error`](crate::Error) that names the line and column, or the
//! byte with its header card or row, and nothing is returned in part. They take memory for what they
//! have read, never for what a header promises.
//!
//! # Why no FITS crate
//!
//! `fitsio-pure` 0.25 does not say where a file is wrong and trusts the sizes in a header; `fitsrs` 0.4 does not write, and
//! panics. A MOC is one table of one column, so a strict reader and writer of just that are small.

mod ascii;
#[cfg(feature = "fits")]
mod fits;
#[cfg(feature = "json")]
mod json;
mod levels;
mod text;

#[cfg(feature = "fits")]
pub use fits::{FitsKind, FitsMap, FitsRanges, FitsRangesWriter, is_seen, read_multi_order_map};
