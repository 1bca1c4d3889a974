//! FITS files beside those that hold one MOC: ranges piece by piece, HEALPix maps, multi-order maps. MOCs read and write
//! themselves, see [`Moc::to_fits`](crate::Moc::to_fits), [`Moc::read_fits_file`](crate::Moc::read_fits_file).

mod bytes;
mod keep;
mod map;
mod multi_order;
mod stream;

use std::ffi::CString;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

pub use bytes::Bytes;
pub(crate) use keep::Keep;
pub use map::{FitsMap, is_seen};
pub use multi_order::MultiOrderMap;
pub use stream::{FitsRanges, FitsRangesWriter};

/// Which of the FITS forms of a MOC to write. All are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FitsKind {
    /// Ranges of cells of depth 29: MOC 2.0, `ORDERING = 'RANGE'`. The fastest, and what mocpy writes.
    Range,
    /// The largest cells as uniq numbers: MOC 2.0, `ORDERING = 'NUNIQ'`.
    Nuniq,
    /// The same with the header of MOC 1.0, for readers that know no other.
    NuniqV1,
}

impl FitsKind {
    pub(crate) fn code(self) -> u32 {
        match self {
            FitsKind::Range => healpix_sys::HEALPIX_FITS_RANGE as u32,
            FitsKind::Nuniq => healpix_sys::HEALPIX_FITS_NUNIQ as u32,
            FitsKind::NuniqV1 => healpix_sys::HEALPIX_FITS_NUNIQ_V1 as u32,
        }
    }
}

/// A path as C takes it.
pub(crate) fn c_path(path: &Path) -> Result<CString> {
    let text = path.to_str();
    let text = text.ok_or_else(|| Error::new(ErrorKind::Utf8, format!("the path {} is not UTF-8", path.display())))?;
    c_text("path", text)
}

/// A text with a NUL behind it and none within.
pub(crate) fn c_text(name: &str, text: &str) -> Result<CString> {
    CString::new(text).map_err(|_| Error::new(ErrorKind::Io, format!("the {name} {text:?} has a NUL in it")))
}
