//! Range MOCs in FITS files, piece by piece: for more ranges than fit into memory.

use std::ffi::c_char;
use std::fs::File;

use healpix_core::Depth;
use healpix_core::io::{FitsRanges, FitsRangesWriter};
use healpix_core::moc::CellRange;

use super::output::Output;
use super::path;
use super::pieces::Pieces;
use crate::coverage::{healpix_range, ranges_as_core};
use crate::handle::{self, ask};
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_ERR_IO, Outcome, healpix_status};
use crate::version::HEALPIX_INVALID_U8;

/// A range MOC that is read piece by piece. Belongs to the thread that made it; free it with healpix_fits_ranges_free.
pub struct healpix_fits_ranges {
    pieces: Pieces<FitsRanges<File>>,
}

/// A range MOC that is written piece by piece. Belongs to the thread that made it; free it with
/// healpix_fits_ranges_writer_free.
pub struct healpix_fits_ranges_writer {
    /// None once it is finished or has failed.
    writing: Option<(FitsRangesWriter<File>, Output)>,
}

/// Opens a FITS file to read its ranges piece by piece, in a fixed amount of memory, and reads the header.
///
/// - `path`: UTF-8, with a closing NUL. The file must be a range MOC; healpix_moc_read_fits_file reads the others.
/// - `out`: becomes a new handle; end it with healpix_fits_ranges_free.
///
/// Written only on success. Errors: HEALPIX_ERR_IO, HEALPIX_ERR_FORMAT, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_moc_all_sky(0, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// assert(healpix_fits_ranges_open("moc.fits", &reader) == HEALPIX_OK);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_open(
    path: *const c_char,
    out: *mut *mut healpix_fits_ranges,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for path and output; `args` checks all that can be checked.
        let (path, out) = unsafe { (path::text(args, "path", path)?, args.target("out", out)?) };
        handle::give(healpix_fits_ranges { pieces: Pieces::new(FitsRanges::new(path::open(path)?)?) }, out)
    })
}

/// The depth of the MOC. HEALPIX_INVALID_U8 for NULL.
///
/// # Safety
///
/// `reader` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_moc_all_sky(7, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// healpix_fits_ranges_open("moc.fits", &reader);
/// assert(healpix_fits_ranges_depth(reader) == 7);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_depth(reader: *const healpix_fits_ranges) -> u8 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(reader, HEALPIX_INVALID_U8, |reader| reader.pieces.items.depth().get()) }
}

/// How many ranges the header promises; only reading shows whether they are there, and those that touch come as one. 0
/// for NULL.
///
/// # Safety
///
/// `reader` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_moc_from_ascii("3/1 5 9", 7, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// healpix_fits_ranges_open("moc.fits", &reader);
/// assert(healpix_fits_ranges_n_ranges(reader) == 3);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_n_ranges(reader: *const healpix_fits_ranges) -> u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(reader, 0, |reader| reader.pieces.items.n_ranges()) }
}

/// The next ranges: nested cell numbers of depth 29, sorted, disjoint and not touching.
///
/// - `ranges`: room for `capacity` ranges, at least 1.
/// - `len`: becomes the number of ranges that were read, at least 1.
///
/// Returns HEALPIX_END and writes nothing when all ranges have been read; the file was whole then. An error that is met
/// behind good ranges waits for the next call; after it there is nothing more.
///
/// Errors: HEALPIX_ERR_FORMAT (the message names the byte and the row), HEALPIX_ERR_IO, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_BUFFER (`capacity` 0), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `reader` must be a live handle, `ranges` writable for `capacity` elements and `len` for one.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_fits_ranges *reader;
/// healpix_range ranges[2];
/// size_t len, n = 0;
/// healpix_moc_from_ascii("3/1 5 9", 7, &moc);
/// healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, "moc.fits");
/// healpix_fits_ranges_open("moc.fits", &reader);
/// healpix_status status;
/// while ((status = healpix_fits_ranges_next(reader, 2, ranges, &len)) == HEALPIX_OK)
///     n += len;
/// assert(status == HEALPIX_END && n == 3);
/// healpix_fits_ranges_free(reader), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_next(
    reader: *mut healpix_fits_ranges,
    capacity: usize,
    ranges: *mut healpix_range,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (reader, out, len) = unsafe {
            (args.handle_mut("reader", reader)?, args.output("ranges", ranges, capacity)?, args.target("len", len)?)
        };
        reader.pieces.next(capacity, len, |CellRange { start, end }, k| out[k] = healpix_range { start, end })
    })
}

/// Ends a reader; NULL is allowed.
///
/// # Safety
///
/// `reader` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_fits_ranges *reader = NULL;
/// assert(healpix_fits_ranges_open("no-such-file.fits", &reader) == HEALPIX_ERR_IO);
/// healpix_fits_ranges_free(reader); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_free(reader: *mut healpix_fits_ranges) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(reader) }
}

/// Begins a FITS file that ranges are written to piece by piece, in a fixed amount of memory.
///
/// - `path`: UTF-8, with a closing NUL.
/// - `depth`: 0 to 29, of the MOC.
/// - `out`: becomes a new handle; end it with healpix_fits_ranges_writer_free.
///
/// The file is written under another name in the same directory; healpix_fits_ranges_writer_finish gives it its own, and
/// replaces what is there. Without that, nothing is left of it. Devices are written as they are; a pipe cannot be:
/// the number of ranges is written last, and in front of them.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_IO, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// # Example
///
/// ```c
/// const healpix_range ranges[] = {{10, 20}, {40, 41}};
/// healpix_fits_ranges_writer *writer;
/// assert(healpix_fits_ranges_writer_create("ranges.fits", 29, &writer) == HEALPIX_OK);
/// assert(healpix_fits_ranges_writer_write(writer, ranges, 2) == HEALPIX_OK);
/// assert(healpix_fits_ranges_writer_finish(writer) == HEALPIX_OK);
/// healpix_fits_ranges_writer_free(writer);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_writer_create(
    path: *const c_char,
    depth: u8,
    out: *mut *mut healpix_fits_ranges_writer,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for path and output; `args` checks all that can be checked.
        let (path, out) = unsafe { (path::text(args, "path", path)?, args.target("out", out)?) };
        let depth = Depth::new(depth)?;
        let (output, file) = Output::create(path)?;
        let writer = FitsRangesWriter::seekable(file, depth)?;
        handle::give(healpix_fits_ranges_writer { writing: Some((writer, output)) }, out)
    })
}

/// Writes the next ranges.
///
/// - `ranges`: n ranges of nested cell numbers of depth 29, made of whole cells of the depth of the MOC, none of them
///   empty; sorted, disjoint and not touching, also those of all calls together.
///
/// After any failure nothing can be written to the file and it cannot be finished.
///
/// Errors: HEALPIX_ERR_FORMAT for a range that cannot follow the one before it, HEALPIX_ERR_IO (also for a writer that
/// has failed or is finished), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP; refused
/// pointers leave the writer as it was.
///
/// # Safety
///
/// `writer` must be a live handle and `ranges` readable for `n` elements.
///
/// # Example
///
/// ```c
/// const healpix_range second[] = {{40, 41}}, first[] = {{10, 20}};
/// healpix_fits_ranges_writer *writer;
/// healpix_fits_ranges_writer_create("ranges.fits", 29, &writer);
/// assert(healpix_fits_ranges_writer_write(writer, second, 1) == HEALPIX_OK);
/// assert(healpix_fits_ranges_writer_write(writer, first, 1) == HEALPIX_ERR_FORMAT); /* not behind the other */
/// healpix_fits_ranges_writer_free(writer);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_writer_write(
    writer: *mut healpix_fits_ranges_writer,
    ranges: *const healpix_range,
    n: usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and array; `args` checks all that can be checked.
        let (writer, ranges) = unsafe { (args.handle_mut("writer", writer)?, args.input("ranges", ranges, n)?) };
        // Taken out, so that a failure ends it.
        let (mut ahead, output) = writer.take()?;
        ahead.extend(ranges_as_core(ranges))?;
        writer.writing = Some((ahead, output));
        Ok(())
    })
}

/// Completes the file and gives it its name. The writer can only be freed afterwards.
///
/// Errors: HEALPIX_ERR_IO (also for a writer that has failed or is finished), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN. After
/// a failure there is no trace of the file, and an older one of that name is as it was.
///
/// # Safety
///
/// `writer` must be a live handle.
///
/// # Example
///
/// ```c
/// const healpix_range ranges[] = {{10, 20}, {40, 41}};
/// healpix_fits_ranges_writer *writer;
/// healpix_moc *moc;
/// healpix_fits_ranges_writer_create("ranges.fits", 29, &writer);
/// healpix_fits_ranges_writer_write(writer, ranges, 2);
/// assert(healpix_fits_ranges_writer_finish(writer) == HEALPIX_OK);
/// assert(healpix_moc_read_fits_file("ranges.fits", &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 11);
/// healpix_fits_ranges_writer_free(writer), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_writer_finish(writer: *mut healpix_fits_ranges_writer) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the handle; `args` checks all that can be checked.
        let (ahead, output) = unsafe { args.handle_mut("writer", writer)? }.take()?;
        output.finish(ahead.finish()?)
    })
}

/// Ends a writer; NULL is allowed. A file that was not finished is removed.
///
/// # Safety
///
/// `writer` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_fits_ranges_writer *writer;
/// assert(healpix_fits_ranges_writer_create("unfinished.fits", 29, &writer) == HEALPIX_OK);
/// healpix_fits_ranges_writer_free(writer);
/// assert(fopen("unfinished.fits", "rb") == NULL); /* nothing is left of it */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_fits_ranges_writer_free(writer: *mut healpix_fits_ranges_writer) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(writer) }
}

impl healpix_fits_ranges_writer {
    fn take(&mut self) -> Outcome<(FitsRangesWriter<File>, Output)> {
        let ended = || Failure::Call(HEALPIX_ERR_IO, "this writer has failed, or its file is finished".to_owned());
        self.writing.take().ok_or_else(ended)
    }
}
