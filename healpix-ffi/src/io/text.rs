//! MOCs as text: the ASCII and JSON forms of MOC 2.0.

use std::ffi::c_char;

use healpix_core::{Error, Moc, Result};

use crate::moc::{give, healpix_moc};
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_ERR_UTF8, HEALPIX_OK, Outcome, copy_out, healpix_status};

/// Copies the text form of a MOC, for instance "3/1-5 8 4/200 6/": orders with the cells and inclusive ranges of cells
/// below them. The last order is the depth of the MOC.
///
/// At most `capacity` bytes are written to `buffer`, the closing NUL included, and `*len` becomes the length of
/// the whole text without the NUL, as snprintf counts; so `capacity` 0 (and `buffer` NULL) asks for the length.
///
/// Returns HEALPIX_ERR_BUFFER when the text did not fit: what fits was written. Errors: HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP; nothing is written then.
///
/// # Safety
///
/// `moc` must be a live handle, `buffer` writable for `capacity` bytes and `len` for one `size_t`.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// char text[32];
/// size_t len;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_to_ascii(moc, text, sizeof text, &len) == HEALPIX_OK && strcmp(text, "2/1 3/8") == 0);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_to_ascii(
    moc: *const healpix_moc,
    buffer: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { to_text(moc, (buffer, capacity), len, Moc::to_ascii) }
}

/// Copies the JSON form of a MOC, for instance `{"3":[1,2,3],"6":[]}`: an object of orders, each with the list of its
/// cells. The last order is the depth of the MOC. Otherwise as healpix_moc_to_ascii.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, `buffer` writable for `capacity` bytes and `len` for one `size_t`.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// char text[32];
/// size_t len;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_to_json(moc, text, sizeof text, &len) == HEALPIX_OK);
/// assert(strcmp(text, "{\"2\":[1],\"3\":[8]}") == 0);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_to_json(
    moc: *const healpix_moc,
    buffer: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { to_text(moc, (buffer, capacity), len, Moc::to_json) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn to_text(
    moc: *const healpix_moc,
    (buffer, capacity): (*mut c_char, usize),
    len: *mut usize,
    text: fn(&Moc) -> String,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (moc, buffer, len) = unsafe {
            (args.handle("moc", moc)?, args.output("buffer", buffer.cast::<u8>(), capacity)?, args.target("len", len)?)
        };
        put_text(&text(&moc.moc), buffer, len)
    })
}

/// Copies a text out by the rule of snprintf.
pub(super) fn put_text(text: &str, buffer: &mut [u8], len: &mut usize) -> Outcome {
    if copy_out(text, buffer, len) == HEALPIX_OK {
        return Ok(());
    }
    Err(Failure::Core(Error::Capacity { required: text.len() + 1, got: buffer.len() }))
}

/// The MOC of a text, as healpix_moc_to_ascii writes it.
///
/// - `text`: n bytes of UTF-8; no NUL is needed at the end, and none is allowed within. Orders, cells and ranges of cells
///   are separated by white space or commas; an "s" may come first. Cells may come in any order and overlap. The depth is
///   the deepest order named.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the text any more.
///
/// Written only on success. Errors: HEALPIX_ERR_SYNTAX (the message names line and column), HEALPIX_ERR_UTF8,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// # Example
///
/// ```c
/// const char *text = "2/1 3/8, 10-12";
/// healpix_moc *moc;
/// assert(healpix_moc_from_ascii(text, strlen(text), &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1 + 3);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_ascii(
    text: *const c_char,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_text(text, n, out, Moc::from_ascii) }
}

/// The MOC of a JSON text, as healpix_moc_to_json writes it, or with that in an object {"s": ...}. Otherwise as
/// healpix_moc_from_ascii.
///
/// Errors: HEALPIX_ERR_SYNTAX, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// # Example
///
/// ```c
/// const char *text = "{\"2\": [1], \"3\": [8, 10]}";
/// healpix_moc *moc;
/// assert(healpix_moc_from_json(text, strlen(text), &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1 + 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_json(
    text: *const c_char,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_text(text, n, out, Moc::from_json) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn from_text(
    text: *const c_char,
    n: usize,
    out: *mut *mut healpix_moc,
    read: fn(&str) -> Result<Moc>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for text and output; `args` checks all that can be checked.
        let (text, out) = unsafe { (args.input("text", text.cast::<u8>(), n)?, args.target("out", out)?) };
        give(read(utf8("text", text)?), out)
    })
}

/// Bytes as text.
pub(crate) fn utf8<'a>(name: &str, bytes: &'a [u8]) -> Outcome<&'a str> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Failure::Call(HEALPIX_ERR_UTF8, format!("{name} is not UTF-8 at byte {at}"))
    })
}
