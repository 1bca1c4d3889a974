//! HEALPix maps in FITS files: cells with values, and the MOCs of those that are wanted.

use std::cell::Cell as Flag;
use std::ffi::{c_char, c_void};
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

use healpix_core::io::{FitsMap, is_seen};
use healpix_core::{Moc, Result};

use super::path;
use super::pieces::Pieces;
use super::text::put_text;
use crate::handle::{self, ask};
use crate::moc::{give, healpix_moc};
use crate::panic::{guard, quiet};
use crate::status::{Failure, HEALPIX_END, HEALPIX_STOPPED, Outcome, healpix_status};
use crate::version::HEALPIX_INVALID_U8;

/// A HEALPix map that is read piece by piece. Belongs to the thread that made it; free it with healpix_fits_map_free.
pub struct healpix_fits_map {
    /// None once a MOC was made of it.
    pieces: Option<Pieces<FitsMap<Stoppable<File>>>>,
    stopped: Rc<Flag<bool>>,
    depth: u8,
    frame: String,
}

/// A reader that a callback can stop.
struct Stoppable<R> {
    read: R,
    stopped: Rc<Flag<bool>>,
}

impl<R: Read> Read for Stoppable<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.stopped.get() { Err(io::Error::other("stopped")) } else { self.read.read(buffer) }
    }
}

/// Whether a cell with this value is wanted.
type Keep = Option<unsafe extern "C" fn(value: f64, user: *mut c_void) -> i32>;

/// Whether a value of a map is one: neither NaN nor UNSEEN, -1.6375e30, to five digits.
///
/// # Example
///
/// ```c
/// assert(healpix_fits_is_seen(0.0) && !healpix_fits_is_seen(NAN) && !healpix_fits_is_seen(-1.6375e30));
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_fits_is_seen(value: f64) -> bool {
    quiet(false, || is_seen(value))
}

/// The MOC of the cells of a HEALPix map whose value is wanted, at the depth of the map.
///
/// - `bytes`: n bytes, a whole FITS file: a map in ring or nested order, of the whole sky or of a part of it. Its first
///   column of values is read; logicals are 1 and 0, nulls NaN.
/// - `keep`: called with each value and `user`; returns 1 for a cell that is wanted, 0 for one that is not, and a negative
///   number to stop. NULL for all values that healpix_fits_is_seen.
/// - `user`: handed to `keep` as it is; may be NULL.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the bytes any more.
///
/// The cells are those of the map, in its own frame: a map in Galactic coordinates becomes a set of Galactic cells, which is
/// no MOC in the sense of the standard. See healpix_fits_map_frame.
///
/// The callback may call any function of this library. It must not leave other than by returning: no longjmp,
/// and no C++ exception may leave it.
///
/// Written only on success. HEALPIX_STOPPED when the callback asked to stop. Errors: HEALPIX_ERR_FORMAT (also for a cell
/// that comes twice), HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `bytes` must be readable for `n` elements, `keep` NULL or a function that may be called with `user`, and `out`
/// writable.
///
/// # Example
///
/// ```c
/// static int32_t above_six(double value, void *user)
/// {
///     (void)user;
///     return value > 6.0;
/// }
///
/// static uint8_t bytes[8640];
/// FILE *file = fopen("map.fits", "rb"); /* depth 0, Galactic; the value of cell k is k, cell 3 is UNSEEN */
/// size_t n = fread(bytes, 1, sizeof bytes, file);
/// healpix_moc *moc;
/// assert(healpix_moc_from_fits_map(bytes, n, above_six, NULL, &moc) == HEALPIX_OK);
/// assert(healpix_moc_first(moc) == 7 && healpix_moc_last(moc) == 11);
/// fclose(file), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_fits_map(
    bytes: *const u8,
    n: usize,
    keep: Option<unsafe extern "C" fn(value: f64, user: *mut c_void) -> i32>,
    user: *mut c_void,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for bytes and output; `args` checks all that can be checked.
        let (bytes, out) = unsafe { (args.input("bytes", bytes, n)?, args.target("out", out)?) };
        let stopped = Rc::new(Flag::new(false));
        let map = FitsMap::new(Stoppable { read: bytes, stopped: Rc::clone(&stopped) })?;
        // SAFETY: the caller vouches for the callback.
        give(unsafe { into_moc(map, &stopped, keep, user)? }, out)
    })
}

/// Opens a FITS file with a HEALPix map and reads the header.
///
/// - `path`: UTF-8, with a closing NUL.
/// - `column`: the name of the column with the values, UTF-8 with a closing NUL; NULL for the first.
/// - `out`: becomes a new handle; end it with healpix_fits_map_free.
///
/// Written only on success. Errors: HEALPIX_ERR_IO, HEALPIX_ERR_FORMAT (also for a column that is not there),
/// HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `path` and, unless it is NULL, `column` must be readable up to their NUL and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_fits_map *map;
/// assert(healpix_fits_map_open("map.fits", "POLARISATION", &map) == HEALPIX_ERR_FORMAT); /* no such column */
/// assert(healpix_fits_map_open("map.fits", NULL, &map) == HEALPIX_OK);
/// healpix_fits_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_map_open(
    path: *const c_char,
    column: *const c_char,
    out: *mut *mut healpix_fits_map,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the texts and the output; `args` checks all that can be checked.
        let (path, column, out) = unsafe {
            (path::text(args, "path", path)?, path::optional_text(args, "column", column)?, args.target("out", out)?)
        };
        let stopped = Rc::new(Flag::new(false));
        let mut map = FitsMap::new(Stoppable { read: path::open(path)?, stopped: Rc::clone(&stopped) })?;
        if let Some(column) = column {
            map = map.with_column(column)?;
        }
        let (depth, frame) = (map.depth().get(), map.frame().unwrap_or_default().to_owned());
        handle::give(healpix_fits_map { pieces: Some(Pieces::new(map)), stopped, depth, frame }, out)
    })
}

/// The depth of a map. HEALPIX_INVALID_U8 for NULL.
///
/// # Safety
///
/// `map` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_fits_map *map;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// assert(healpix_fits_map_depth(map) == 0 && healpix_fits_map_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_fits_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_map_depth(map: *const healpix_fits_map) -> u8 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(map, HEALPIX_INVALID_U8, |map| map.depth) }
}

/// Copies what a map says of its coordinates (COORDSYS): "C" for equatorial (ICRS), "G" for Galactic, "E" for ecliptic;
/// empty if it says nothing.
///
/// At most `capacity` bytes are written to `buffer`, the closing NUL included, and `*len` becomes the length of
/// the whole text without the NUL, as snprintf counts; so `capacity` 0 (and `buffer` NULL) asks for the length.
///
/// Returns HEALPIX_ERR_BUFFER when the text did not fit: what fits was written. Errors: HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP; nothing is written then.
///
/// # Safety
///
/// `map` must be a live handle, `buffer` writable for `capacity` bytes and `len` for one `size_t`.
///
/// # Example
///
/// ```c
/// healpix_fits_map *map;
/// char frame[8];
/// size_t len;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// assert(healpix_fits_map_frame(map, frame, sizeof frame, &len) == HEALPIX_OK && strcmp(frame, "G") == 0);
/// healpix_fits_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_map_frame(
    map: *const healpix_fits_map,
    buffer: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (map, buffer, len) = unsafe {
            (args.handle("map", map)?, args.output("buffer", buffer.cast::<u8>(), capacity)?, args.target("len", len)?)
        };
        put_text(&map.frame, buffer, len)
    })
}

/// The next cells of a map and their values, in the order of the file.
///
/// - `cells`: room for `capacity` nested cell numbers of the depth of the map, at least 1.
/// - `values`: room for as many values; null and UNSEEN ones come too, see healpix_fits_is_seen.
/// - `len`: becomes the number of cells that were read, at least 1.
///
/// Returns HEALPIX_END and writes nothing when all cells have been read. An error that is met behind good cells waits for
/// the next call; after it there is nothing more.
///
/// Errors: HEALPIX_ERR_FORMAT (the message names the byte and the row), HEALPIX_ERR_IO, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_BUFFER (`capacity` 0), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `map` must be a live handle, `cells` and `values` writable for `capacity` elements and `len` for one.
///
/// # Example
///
/// ```c
/// healpix_fits_map *map;
/// uint64_t cells[8];
/// double values[8], sum = 0;
/// size_t len;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// while (healpix_fits_map_next(map, 8, cells, values, &len) == HEALPIX_OK)
///     for (size_t k = 0; k < len; k++)
///         sum += healpix_fits_is_seen(values[k]) ? values[k] : 0.0;
/// assert(sum == 63.0); /* 0 + 1 + ... + 11 without 3 */
/// healpix_fits_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_map_next(
    map: *mut healpix_fits_map,
    capacity: usize,
    cells: *mut u64,
    values: *mut f64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (map, cells, values, len) = unsafe {
            (
                args.handle_mut("map", map)?,
                args.output("cells", cells, capacity)?,
                args.output("values", values, capacity)?,
                args.target("len", len)?,
            )
        };
        let pieces = map.pieces.as_mut().ok_or(Failure::Signal(HEALPIX_END))?;
        pieces.next(capacity, len, |(cell, value), k| (cells[k], values[k]) = (cell.index(), value))
    })
}

/// The MOC of those cells of a map whose value is wanted, of all that have not been read yet. The map is at its end
/// afterwards, whatever the outcome, and another call returns HEALPIX_END. Errors: also HEALPIX_ERR_IO. Otherwise as healpix_moc_from_fits_map.
///
/// # Safety
///
/// `map` must be a live handle, `keep` NULL or a function that may be called with `user`, and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_fits_map *map;
/// healpix_moc *seen;
/// healpix_fits_map_open("map.fits", NULL, &map);
/// assert(healpix_fits_map_moc(map, NULL, NULL, &seen) == HEALPIX_OK && healpix_moc_n_cells(seen) == 11);
/// healpix_moc_free(seen), healpix_fits_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_map_moc(
    map: *mut healpix_fits_map,
    keep: Option<unsafe extern "C" fn(value: f64, user: *mut c_void) -> i32>,
    user: *mut c_void,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (map, out) = unsafe { (args.handle_mut("map", map)?, args.target("out", out)?) };
        let rest = map.pieces.take().ok_or(Failure::Signal(HEALPIX_END))?.into_items()?;
        // SAFETY: the caller vouches for the callback.
        give(unsafe { into_moc(rest, &map.stopped, keep, user)? }, out)
    })
}

/// Both ways to a MOC.
///
/// # Safety
///
/// `keep` must be NULL or a function that may be called with `user`.
unsafe fn into_moc<R: Read>(
    map: FitsMap<Stoppable<R>>,
    stopped: &Flag<bool>,
    keep: Keep,
    user: *mut c_void,
) -> Outcome<Result<Moc>> {
    let Some(keep) = keep else { return Ok(map.into_moc(is_seen)) };
    let moc = map.into_moc(|value| {
        if stopped.get() {
            return false;
        }
        // SAFETY: by this function's contract.
        let says = unsafe { keep(value, user) };
        stopped.set(says < 0);
        says > 0
    });
    // What came of the cells before is nothing then, and that reading failed is our own doing.
    if stopped.get() { Err(Failure::Signal(HEALPIX_STOPPED)) } else { Ok(moc) }
}

/// Ends a map; NULL is allowed.
///
/// # Safety
///
/// `map` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_fits_map *map = NULL;
/// assert(healpix_fits_map_open("no-such-file.fits", NULL, &map) == HEALPIX_ERR_IO);
/// healpix_fits_map_free(map); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_map_free(map: *mut healpix_fits_map) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(map) }
}
