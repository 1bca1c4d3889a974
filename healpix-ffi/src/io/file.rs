//! MOCs in FITS files on disk.

use std::ffi::c_char;

use healpix_core::Moc;

use super::fits::kind_of;
use super::output::Output;
use super::path;
use crate::moc::{give, healpix_moc};
use crate::panic::guard;
use crate::status::healpix_status;

/// Writes a MOC to a FITS file.
///
/// - `kind`: HEALPIX_FITS_RANGE, HEALPIX_FITS_NUNIQ or HEALPIX_FITS_NUNIQ_V1. All are read.
/// - `path`: UTF-8, with a closing NUL. What is there is replaced.
///
/// The file is written under another name in the same directory and gets its own when it is whole; after a failure there
/// is no trace of it, and an older file of that name is as it was. A file that takes the place of an older one is on the
/// disk before it does, so a crash of the machine loses not both of them; a new file is not waited for, which takes
/// milliseconds. Devices and pipes are written as they are.
///
/// Errors: HEALPIX_ERR_IO, HEALPIX_ERR_MODE, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `moc` must be a live handle and `path` readable up to its NUL.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits") == HEALPIX_OK);
/// assert(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "no/such/directory/moc.fits") == HEALPIX_ERR_IO);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_write_fits_file(
    moc: *const healpix_moc,
    kind: u32,
    path: *const c_char,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and path; `args` checks all that can be checked.
        let (moc, path) = unsafe { (args.handle("moc", moc)?, path::text(args, "path", path)?) };
        let kind = kind_of(kind)?;
        let (output, file) = Output::create(path)?;
        moc.moc.write_fits(&file, kind)?;
        output.finish(file)
    })
}

/// The MOC of a FITS file: ranges or NUNIQ, version 1 or 2, in the first binary table. Read in pieces, and no further
/// than the table.
///
/// - `path`: UTF-8, with a closing NUL.
/// - `out`: becomes a new handle; end it with healpix_moc_free.
///
/// Files are read strictly: what is malformed or no space MOC is an error, and nothing is made of a part.
///
/// Written only on success. Errors: HEALPIX_ERR_IO, HEALPIX_ERR_FORMAT (the message names the byte, and the header card
/// or the row), HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// assert(healpix_moc_read_fits_file("moc.fits", &copy) == HEALPIX_OK && healpix_moc_equals(copy, moc));
/// healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_read_fits_file(path: *const c_char, out: *mut *mut healpix_moc) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for path and output; `args` checks all that can be checked.
        let (path, out) = unsafe { (path::text(args, "path", path)?, args.target("out", out)?) };
        give(Moc::read_fits(path::open(path)?), out)
    })
}
