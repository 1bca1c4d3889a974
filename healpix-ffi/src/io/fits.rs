//! FITS files in memory.

use std::ptr;

use healpix_core::Moc;
use healpix_core::io::FitsKind;

use crate::handle::{self, ask, start};
use crate::moc::{give, healpix_moc};
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_ERR_MODE, Outcome, healpix_status};
use crate::version::{HEALPIX_FITS_NUNIQ, HEALPIX_FITS_NUNIQ_V1, HEALPIX_FITS_RANGE};

/// Bytes. They never change. Belongs to the thread that made it; free it with healpix_bytes_free.
pub struct healpix_bytes {
    data: Vec<u8>,
}

/// A MOC as the bytes of a FITS file.
///
/// - `kind`: HEALPIX_FITS_RANGE, HEALPIX_FITS_NUNIQ or HEALPIX_FITS_NUNIQ_V1. All are read.
/// - `out`: becomes a new handle; end it with healpix_bytes_free. It does not need the MOC any more.
///
/// Written only on success. Errors: HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *file;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &file) == HEALPIX_OK);
/// assert(healpix_bytes_len(file) == 3 * 2880 && memcmp(healpix_bytes_data(file), "SIMPLE  =", 9) == 0);
/// healpix_bytes_free(file), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_to_fits(
    moc: *const healpix_moc,
    kind: u32,
    out: *mut *mut healpix_bytes,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (moc, out) = unsafe { (args.handle("moc", moc)?, args.target("out", out)?) };
        handle::give(healpix_bytes { data: moc.moc.to_fits(kind_of(kind)?)? }, out)
    })
}

/// The FITS form that a code means.
pub(super) fn kind_of(code: u32) -> Outcome<FitsKind> {
    match code {
        HEALPIX_FITS_RANGE => Ok(FitsKind::Range),
        HEALPIX_FITS_NUNIQ => Ok(FitsKind::Nuniq),
        HEALPIX_FITS_NUNIQ_V1 => Ok(FitsKind::NuniqV1),
        _ => Err(Failure::Call(HEALPIX_ERR_MODE, format!("kind of FITS file {code} is outside 0..=2"))),
    }
}

/// The MOC of the bytes of a FITS file: ranges or NUNIQ, version 1 or 2, in the first binary table.
///
/// - `bytes`: n bytes, the whole file.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the bytes any more.
///
/// Files are read strictly: what is malformed or no space MOC is an error, and nothing is made of a part.
///
/// Written only on success. Errors: HEALPIX_ERR_FORMAT (the message names the byte, and the header card or the row),
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `bytes` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_bytes *file;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// healpix_moc_to_fits(moc, HEALPIX_FITS_NUNIQ, &file);
/// assert(healpix_moc_from_fits(healpix_bytes_data(file), healpix_bytes_len(file), &copy) == HEALPIX_OK);
/// assert(healpix_moc_equals(copy, moc));
/// healpix_bytes_free(file), healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_fits(
    bytes: *const u8,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for bytes and output; `args` checks all that can be checked.
        let (bytes, out) = unsafe { (args.input("bytes", bytes, n)?, args.target("out", out)?) };
        give(Moc::from_fits(bytes), out)
    })
}

/// Number of bytes; 0 for NULL.
///
/// # Safety
///
/// `bytes` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *file;
/// healpix_moc_all_sky(0, &moc);
/// healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &file);
/// assert(healpix_bytes_len(file) % 2880 == 0 && healpix_bytes_len(NULL) == 0);
/// healpix_bytes_free(file), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_bytes_len(bytes: *const healpix_bytes) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(bytes, 0, |bytes| bytes.data.len()) }
}

/// The bytes, as many as healpix_bytes_len says; valid until healpix_bytes_free. NULL if there are none.
///
/// # Safety
///
/// `bytes` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *bytes;
/// healpix_moc_all_sky(0, &moc);
/// healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &bytes);
/// FILE *file = fopen("sky.fits", "wb");
/// assert(fwrite(healpix_bytes_data(bytes), 1, healpix_bytes_len(bytes), file) == healpix_bytes_len(bytes));
/// fclose(file), healpix_bytes_free(bytes), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_bytes_data(bytes: *const healpix_bytes) -> *const u8 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(bytes, ptr::null(), |bytes| start(&bytes.data)) }
}

/// Ends bytes; NULL is allowed.
///
/// # Safety
///
/// `bytes` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_bytes *bytes = NULL;
/// healpix_moc_all_sky(0, &moc);
/// assert(healpix_moc_to_fits(moc, 77, &bytes) == HEALPIX_ERR_MODE); /* no such kind of file */
/// healpix_bytes_free(bytes);                                         /* NULL as before: nothing to end */
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_bytes_free(bytes: *mut healpix_bytes) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(bytes) }
}
