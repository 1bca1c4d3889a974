//! MOCs as FITS files, in memory and on disk.

use std::path::Path;

use super::{Moc, make};
use crate::error::{Result, check};
use crate::io::{Bytes, FitsKind, Keep, c_path};

impl Moc {
    /// It as the bytes of a FITS file.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{Moc, io::FitsKind};
    ///
    /// let moc = Moc::from_ascii("3/1-5 8 4/200 6/")?;
    /// let file = moc.to_fits(FitsKind::Nuniq)?;
    /// assert_eq!(file.len(), 3 * 2880);
    /// assert_eq!(Moc::from_fits(&file)?, moc);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn to_fits(&self, kind: FitsKind) -> Result<Bytes> {
        // SAFETY: the handle is live, and `make` hands over a live output.
        Bytes::make(|out| unsafe { healpix_sys::healpix_moc_to_fits(self.as_ptr(), kind.code(), out) })
    }

    /// The MOC of the bytes of a FITS file: ranges or NUNIQ, version 1 or 2.
    ///
    /// # Errors
    ///
    /// [`Format`](crate::ErrorKind::Format) with the byte, and the header card or the row;
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// let error = healpix_safe::Moc::from_fits(b"SIMPLE").unwrap_err();
    /// assert_eq!(error.kind(), healpix_safe::ErrorKind::Format);
    /// ```
    pub fn from_fits(file: &[u8]) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_from_fits(file.as_ptr(), file.len(), out) })
    }

    /// Writes it to a FITS file: under another name beside it, which becomes the file's own when it is whole. After
    /// a failure there is no trace of it, and an older file of that name is as it was. Where there is one, the new file is on
    /// the disk before it takes its place; else it is not waited for, which takes milliseconds.
    ///
    /// # Errors
    ///
    /// [`Io`](crate::ErrorKind::Io), [`Utf8`](crate::ErrorKind::Utf8), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```no_run
    /// use healpix_safe::{Moc, io::FitsKind};
    ///
    /// Moc::from_ascii("3/1-5 8")?.write_fits_file("moc.fits", FitsKind::Range)?;
    /// assert_eq!(Moc::read_fits_file("moc.fits")?.to_string(), "3/1-5 8");
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn write_fits_file(&self, path: impl AsRef<Path>, kind: FitsKind) -> Result<()> {
        let path = c_path(path.as_ref())?;
        // SAFETY: the handle is live, and the path ends with a NUL.
        check(unsafe { healpix_sys::healpix_moc_write_fits_file(self.as_ptr(), kind.code(), path.as_ptr()) })
    }

    /// Reads the MOC of a FITS file in pieces, and no further than its table.
    ///
    /// # Errors
    ///
    /// As [`Moc::from_fits`], and [`Io`](crate::ErrorKind::Io), [`Utf8`](crate::ErrorKind::Utf8).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{ErrorKind, Moc};
    ///
    /// assert_eq!(Moc::read_fits_file("there is none").unwrap_err().kind(), ErrorKind::Io);
    /// ```
    pub fn read_fits_file(path: impl AsRef<Path>) -> Result<Moc> {
        let path = c_path(path.as_ref())?;
        // SAFETY: the path ends with a NUL, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_moc_read_fits_file(path.as_ptr(), out) })
    }

    /// The cells of a HEALPix map, the bytes of a FITS file, whose value `keep` accepts, at the depth of the map and in its
    /// own frame. A map with holes wants [`io::is_seen`](crate::io::is_seen).
    ///
    /// Should the closure panic, reading ends and the panic goes on from here.
    ///
    /// # Errors
    ///
    /// [`Format`](crate::ErrorKind::Format), also for a cell that comes twice; [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```no_run
    /// use healpix_safe::{Moc, io};
    ///
    /// let file = std::fs::read("map.fits").expect("a file");
    /// let observed = Moc::from_fits_map(&file, io::is_seen)?;
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_fits_map(file: &[u8], keep: impl FnMut(f64) -> bool) -> Result<Moc> {
        // SAFETY: the slice has the length that is told, and `moc` hands over a callback with its user pointer and a
        // live output.
        Keep::moc(keep, |call, user, out| unsafe {
            healpix_sys::healpix_moc_from_fits_map(file.as_ptr(), file.len(), call, user, out)
        })
    }
}
