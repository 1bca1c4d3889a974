//! Paths, and files to read.

use std::ffi::{CStr, c_char};
use std::fs::File;
use std::io;

use healpix_core::Error;

use super::text::utf8;
use crate::check::Args;
use crate::status::{Failure, Outcome};

/// A NUL-terminated text.
///
/// # Safety
///
/// Unless this fails, `pointer` must lead to a NUL, all bytes up to which are readable and unchanging during `'call`.
pub(super) unsafe fn text<'call>(
    args: &mut Args<'call>,
    name: &'static str,
    pointer: *const c_char,
) -> Outcome<&'call str> {
    // Its last byte is not known yet; NULL is refused all the same.
    let n = if pointer.is_null() {
        1
    } else {
        // SAFETY: not NULL; the rest by this function's contract.
        unsafe { CStr::from_ptr(pointer) }.count_bytes()
    };
    // SAFETY: by this function's contract, readable as far as the NUL was looked for.
    utf8(name, unsafe { args.input(name, pointer.cast::<u8>(), n)? })
}

/// [`text`], or nothing for NULL.
///
/// # Safety
///
/// As of [`text`].
pub(super) unsafe fn optional_text<'call>(
    args: &mut Args<'call>,
    name: &'static str,
    pointer: *const c_char,
) -> Outcome<Option<&'call str>> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: passed on as it came.
    unsafe { text(args, name, pointer) }.map(Some)
}

/// A file to read.
pub(super) fn open(path: &str) -> Outcome<File> {
    File::open(path).map_err(|error| failure("opening", path, &error))
}

/// What the system said while `doing` something with a file.
pub(super) fn failure(doing: &str, path: &str, error: &io::Error) -> Failure {
    Failure::Core(Error::Io { reason: format!("{doing} {path:?}: {error}").into() })
}
