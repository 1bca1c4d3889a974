//! Status codes, their names and texts, and the thread's last error message.

use std::cell::RefCell;
use std::ffi::{CStr, c_char};
use std::fmt::Write as _;

use healpix_core::Error;
use healpix_core::log::{self, Level};

use crate::check::Args;
use crate::panic::quiet;

/// Result of every fallible function: HEALPIX_OK or one of the HEALPIX_ERR_ codes.
///
/// The codes are append-only: none ever changes its meaning, new ones may come. A program must be
/// ready for codes that it does not know.
#[repr(transparent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct healpix_status(pub i32);

/// Success.
pub const HEALPIX_OK: healpix_status = healpix_status(0);
/// A pointer is NULL although its array has elements.
pub const HEALPIX_ERR_NULL: healpix_status = healpix_status(1);
/// A pointer is not aligned for its type.
pub const HEALPIX_ERR_ALIGN: healpix_status = healpix_status(2);
/// A number of elements is larger than memory, or two arrays differ in length.
pub const HEALPIX_ERR_LENGTH: healpix_status = healpix_status(3);
/// An output array shares memory with another array of the call.
pub const HEALPIX_ERR_OVERLAP: healpix_status = healpix_status(4);
/// The caller's buffer is too small; the required length was written.
pub const HEALPIX_ERR_BUFFER: healpix_status = healpix_status(5);
/// A defect of the library was caught at the C boundary.
pub const HEALPIX_ERR_PANIC: healpix_status = healpix_status(6);
/// Not enough memory.
pub const HEALPIX_ERR_MEMORY: healpix_status = healpix_status(7);
/// A depth is above 29, or too deep for cells of 32 bits, or two depths are in the wrong order.
pub const HEALPIX_ERR_DEPTH: healpix_status = healpix_status(10);
/// An nside is 0 or too large (also for cells of 32 bits), or not a power of two where it must be one.
pub const HEALPIX_ERR_NSIDE: healpix_status = healpix_status(11);
/// A cell number is not below the number of cells.
pub const HEALPIX_ERR_CELL: healpix_status = healpix_status(12);
/// A ring number is 0 or above 4 nside - 1.
pub const HEALPIX_ERR_RING: healpix_status = healpix_status(13);
/// A base cell is above 11, or a coordinate inside it is not below nside.
pub const HEALPIX_ERR_FACE: healpix_status = healpix_status(14);
/// A number is no uniq or zuniq cell identifier.
pub const HEALPIX_ERR_UNIQ: healpix_status = healpix_status(15);
/// A longitude is NaN or infinite.
pub const HEALPIX_ERR_LONGITUDE: healpix_status = healpix_status(16);
/// A latitude is NaN, or beyond a pole.
pub const HEALPIX_ERR_LATITUDE: healpix_status = healpix_status(17);
/// A vector is zero or not finite.
pub const HEALPIX_ERR_VECTOR: healpix_status = healpix_status(18);
/// An offset in a cell is NaN or outside 0 to 1.
pub const HEALPIX_ERR_OFFSET: healpix_status = healpix_status(19);
/// A point is not on the HEALPix plane.
pub const HEALPIX_ERR_PLANE: healpix_status = healpix_status(20);
/// A radius is NaN, negative or too large.
pub const HEALPIX_ERR_RADIUS: healpix_status = healpix_status(21);
/// A direction code is above 7.
pub const HEALPIX_ERR_DIRECTION: healpix_status = healpix_status(22);
/// A number of steps (points a side, cells of distance) is 0 or too large.
pub const HEALPIX_ERR_STEPS: healpix_status = healpix_status(23);
/// A point index has rows that were pushed after the last build.
pub const HEALPIX_ERR_NOT_BUILT: healpix_status = healpix_status(30);
/// A point index cannot number more rows.
pub const HEALPIX_ERR_ROWS: healpix_status = healpix_status(31);
/// A code that chooses one of several ways (a cross-match mode, an interior, a kind of file) is none of them.
pub const HEALPIX_ERR_MODE: healpix_status = healpix_status(32);
/// A number of threads is too large.
pub const HEALPIX_ERR_THREADS: healpix_status = healpix_status(33);
/// A handle is in use by the call from whose callback this call was made, and one of them would change or free it.
pub const HEALPIX_ERR_BUSY: healpix_status = healpix_status(34);
/// A pointer is no live handle of its type. Only builds with debug assertions say so, and not of every such pointer.
pub const HEALPIX_ERR_HANDLE: healpix_status = healpix_status(35);
/// The numbers of a shape do not fit together: radii, semi-axes, sizes, a position angle or latitudes.
pub const HEALPIX_ERR_SHAPE: healpix_status = healpix_status(40);
/// A polygon has a bad vertex, too few of them, or edges that cross.
pub const HEALPIX_ERR_POLYGON: healpix_status = healpix_status(41);
/// A range of cells is the wrong way round or goes beyond the last cell, or offsets into a list do.
pub const HEALPIX_ERR_RANGE: healpix_status = healpix_status(42);
/// A probability, density or level is out of range.
pub const HEALPIX_ERR_PROBABILITY: healpix_status = healpix_status(43);
/// Cells of a multi-order map overlap, or those of a coverage are not sorted by position.
pub const HEALPIX_ERR_OVERLAPPING_CELLS: healpix_status = healpix_status(44);
/// A text does not follow its grammar; the message names line and column.
pub const HEALPIX_ERR_SYNTAX: healpix_status = healpix_status(45);
/// A file is not what it should be; the message names the byte.
pub const HEALPIX_ERR_FORMAT: healpix_status = healpix_status(46);
/// Reading or writing a file failed.
pub const HEALPIX_ERR_IO: healpix_status = healpix_status(47);
/// A budget of no cells.
pub const HEALPIX_ERR_BUDGET: healpix_status = healpix_status(48);
/// A text is not UTF-8.
pub const HEALPIX_ERR_UTF8: healpix_status = healpix_status(49);
/// A callback asked to stop. Not an error.
pub const HEALPIX_STOPPED: healpix_status = healpix_status(90);
/// An iterator has no further element. Not an error.
pub const HEALPIX_END: healpix_status = healpix_status(91);
/// An error that has no code of its own yet; its message says what it is.
pub const HEALPIX_ERR_UNKNOWN: healpix_status = healpix_status(99);

/// Every code with its C name and text: the one list that names and messages come from.
pub(crate) const CODES: &[(healpix_status, &CStr, &CStr)] = &[
    (HEALPIX_OK, c"HEALPIX_OK", c"success"),
    (HEALPIX_ERR_NULL, c"HEALPIX_ERR_NULL", c"a pointer is NULL although its array has elements"),
    (HEALPIX_ERR_ALIGN, c"HEALPIX_ERR_ALIGN", c"a pointer is not aligned for its type"),
    (
        HEALPIX_ERR_LENGTH,
        c"HEALPIX_ERR_LENGTH",
        c"a number of elements is larger than memory, or two arrays differ in length",
    ),
    (HEALPIX_ERR_OVERLAP, c"HEALPIX_ERR_OVERLAP", c"an output array overlaps another array of the call"),
    (HEALPIX_ERR_BUFFER, c"HEALPIX_ERR_BUFFER", c"the buffer is too small"),
    (HEALPIX_ERR_PANIC, c"HEALPIX_ERR_PANIC", c"a defect of the library was caught"),
    (HEALPIX_ERR_MEMORY, c"HEALPIX_ERR_MEMORY", c"not enough memory"),
    (HEALPIX_ERR_DEPTH, c"HEALPIX_ERR_DEPTH", c"a depth is out of range"),
    (HEALPIX_ERR_NSIDE, c"HEALPIX_ERR_NSIDE", c"an nside is out of range, or must be a power of two"),
    (HEALPIX_ERR_CELL, c"HEALPIX_ERR_CELL", c"a cell number is out of range"),
    (HEALPIX_ERR_RING, c"HEALPIX_ERR_RING", c"a ring number is out of range"),
    (HEALPIX_ERR_FACE, c"HEALPIX_ERR_FACE", c"a base cell or a coordinate inside it is out of range"),
    (HEALPIX_ERR_UNIQ, c"HEALPIX_ERR_UNIQ", c"a number is no uniq or zuniq cell identifier"),
    (HEALPIX_ERR_LONGITUDE, c"HEALPIX_ERR_LONGITUDE", c"a longitude is not finite"),
    (HEALPIX_ERR_LATITUDE, c"HEALPIX_ERR_LATITUDE", c"a latitude is not a number or beyond a pole"),
    (HEALPIX_ERR_VECTOR, c"HEALPIX_ERR_VECTOR", c"a vector is zero or not finite"),
    (HEALPIX_ERR_OFFSET, c"HEALPIX_ERR_OFFSET", c"an offset in a cell is outside 0 to 1"),
    (HEALPIX_ERR_PLANE, c"HEALPIX_ERR_PLANE", c"a point is not on the HEALPix plane"),
    (HEALPIX_ERR_RADIUS, c"HEALPIX_ERR_RADIUS", c"a radius is out of range"),
    (HEALPIX_ERR_DIRECTION, c"HEALPIX_ERR_DIRECTION", c"a direction code is above 7"),
    (HEALPIX_ERR_STEPS, c"HEALPIX_ERR_STEPS", c"a number of steps is out of range"),
    (HEALPIX_ERR_NOT_BUILT, c"HEALPIX_ERR_NOT_BUILT", c"the point index has rows pushed after the last build"),
    (HEALPIX_ERR_ROWS, c"HEALPIX_ERR_ROWS", c"a point index cannot number more rows"),
    (HEALPIX_ERR_MODE, c"HEALPIX_ERR_MODE", c"a code that chooses one of several ways is none of them"),
    (HEALPIX_ERR_THREADS, c"HEALPIX_ERR_THREADS", c"a number of threads is too large"),
    (HEALPIX_ERR_BUSY, c"HEALPIX_ERR_BUSY", c"a handle is in use by the call around this one"),
    (HEALPIX_ERR_HANDLE, c"HEALPIX_ERR_HANDLE", c"a pointer is no live handle of its type"),
    (HEALPIX_ERR_SHAPE, c"HEALPIX_ERR_SHAPE", c"the numbers of a shape do not fit together"),
    (HEALPIX_ERR_POLYGON, c"HEALPIX_ERR_POLYGON", c"a polygon has a bad vertex, too few of them, or edges that cross"),
    (
        HEALPIX_ERR_RANGE,
        c"HEALPIX_ERR_RANGE",
        c"a range or an offset is the wrong way round or goes beyond the last cell",
    ),
    (HEALPIX_ERR_PROBABILITY, c"HEALPIX_ERR_PROBABILITY", c"a probability, density or level is out of range"),
    (HEALPIX_ERR_OVERLAPPING_CELLS, c"HEALPIX_ERR_OVERLAPPING_CELLS", c"cells overlap, or are not sorted by position"),
    (HEALPIX_ERR_SYNTAX, c"HEALPIX_ERR_SYNTAX", c"a text does not follow its grammar"),
    (HEALPIX_ERR_FORMAT, c"HEALPIX_ERR_FORMAT", c"a file is not what it should be"),
    (HEALPIX_ERR_IO, c"HEALPIX_ERR_IO", c"reading or writing a file failed"),
    (HEALPIX_ERR_BUDGET, c"HEALPIX_ERR_BUDGET", c"a budget of no cells"),
    (HEALPIX_ERR_UTF8, c"HEALPIX_ERR_UTF8", c"a text is not UTF-8"),
    (HEALPIX_STOPPED, c"HEALPIX_STOPPED", c"a callback asked to stop"),
    (HEALPIX_END, c"HEALPIX_END", c"the iterator has no further element"),
    (HEALPIX_ERR_UNKNOWN, c"HEALPIX_ERR_UNKNOWN", c"an error that has no code of its own yet"),
];

/// What goes wrong on this side of the wall: a code and a detail text, or an error of the core.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A code of the C layer with its detail.
    Call(healpix_status, String),
    /// An error of the core; its code is [`status_of`], its detail its `Display`.
    Core(Error),
    /// A code that is no error and leaves the last message alone.
    Signal(healpix_status),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Core(error)
    }
}

/// What a guarded call returns.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// The code of a core error; the one place that knows both lists.
pub(crate) fn status_of(error: &Error) -> healpix_status {
    match error.root() {
        Error::Depth { .. }
        | Error::DepthU32 { .. }
        | Error::DepthOrder { .. }
        | Error::Levels { .. }
        | Error::NoParent => HEALPIX_ERR_DEPTH,
        Error::Nside { .. } | Error::NsideU32 { .. } | Error::NsideNotPowerOfTwo { .. } => HEALPIX_ERR_NSIDE,
        Error::Cell { .. } => HEALPIX_ERR_CELL,
        Error::Ring { .. } => HEALPIX_ERR_RING,
        Error::BaseCell { .. } | Error::FaceCoordinate { .. } => HEALPIX_ERR_FACE,
        Error::Uniq { .. } | Error::Zuniq { .. } => HEALPIX_ERR_UNIQ,
        Error::Longitude { .. } => HEALPIX_ERR_LONGITUDE,
        Error::Latitude { .. } => HEALPIX_ERR_LATITUDE,
        Error::Vector { .. } => HEALPIX_ERR_VECTOR,
        Error::Offset { .. } => HEALPIX_ERR_OFFSET,
        Error::Plane { .. } => HEALPIX_ERR_PLANE,
        Error::Radius { .. } => HEALPIX_ERR_RADIUS,
        Error::Direction { .. } => HEALPIX_ERR_DIRECTION,
        Error::Steps { .. } => HEALPIX_ERR_STEPS,
        Error::Length { .. } => HEALPIX_ERR_LENGTH,
        Error::Capacity { .. } => HEALPIX_ERR_BUFFER,
        Error::OutOfMemory { .. } => HEALPIX_ERR_MEMORY,
        Error::NotBuilt { .. } => HEALPIX_ERR_NOT_BUILT,
        Error::TooManyRows { .. } => HEALPIX_ERR_ROWS,
        Error::RadiusOrder { .. }
        | Error::SemiAxes { .. }
        | Error::PositionAngle { .. }
        | Error::Size { .. }
        | Error::ZoneLatitudes { .. } => HEALPIX_ERR_SHAPE,
        Error::Vertices { .. }
        | Error::Vertex { .. }
        | Error::Crossing { .. }
        | Error::Antipodal { .. }
        | Error::ControlPoint => HEALPIX_ERR_POLYGON,
        Error::CellRange { .. } | Error::CellOffset { .. } => HEALPIX_ERR_RANGE,
        Error::Level { .. } | Error::Probability { .. } => HEALPIX_ERR_PROBABILITY,
        Error::Overlap { .. } | Error::CellOrder { .. } => HEALPIX_ERR_OVERLAPPING_CELLS,
        Error::Syntax { .. } => HEALPIX_ERR_SYNTAX,
        Error::Format { .. } => HEALPIX_ERR_FORMAT,
        Error::Io { .. } => HEALPIX_ERR_IO,
        Error::MaxCells => HEALPIX_ERR_BUDGET,
        Error::Threads { .. } => HEALPIX_ERR_THREADS,
        Error::Stopped => HEALPIX_STOPPED,
        // The core's list is non-exhaustive: a variant that came later still has its message.
        _ => HEALPIX_ERR_UNKNOWN,
    }
}

thread_local! {
    static LAST_MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Turns a failure into its code and remembers its detail for this thread.
#[cold]
#[inline(never)]
pub(crate) fn report(failure: &Failure) -> healpix_status {
    tell(failure);
    match failure {
        Failure::Call(status, detail) => {
            remember(|text| text.push_str(detail));
            *status
        }
        Failure::Core(error) => {
            // Formatting into a String fails only if a Display implementation does; the code is enough then.
            remember(|text| write!(text, "{error}").unwrap_or_default());
            status_of(error)
        }
        Failure::Signal(status) => *status,
    }
}

/// Tells the thread's log. First, so that the message stays that of this failure whatever the log function calls.
fn tell(failure: &Failure) {
    match failure {
        Failure::Call(_, detail) => log::write(Level::Error, || detail.clone()),
        // The good elements are there: the call went on.
        Failure::Core(error @ Error::Elements { .. }) => log::write(Level::Warning, || error.to_string()),
        Failure::Core(Error::Stopped) | Failure::Signal(_) => {}
        Failure::Core(error) => log::write(Level::Error, || error.to_string()),
    }
}

/// Replaces the last message; does nothing while the thread is being torn down.
fn remember(fill: impl FnOnce(&mut String)) {
    // The message is a convenience: a thread that is ending goes without.
    let _ = LAST_MESSAGE.try_with(|cell| {
        if let Ok(mut text) = cell.try_borrow_mut() {
            text.clear();
            fill(&mut text);
        }
    });
}

/// Name of a status code, for instance "HEALPIX_ERR_DEPTH". Static text, never NULL; "HEALPIX_UNKNOWN_STATUS"
/// for a number that is no code of this library.
///
/// # Example
///
/// ```c
/// assert(strcmp(healpix_status_name(HEALPIX_ERR_LATITUDE), "HEALPIX_ERR_LATITUDE") == 0);
/// assert(strcmp(healpix_status_name(1234), "HEALPIX_UNKNOWN_STATUS") == 0);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_status_name(status: healpix_status) -> *const c_char {
    quiet(c"HEALPIX_UNKNOWN_STATUS".as_ptr(), || find(status).map_or(c"HEALPIX_UNKNOWN_STATUS", |code| code.1).as_ptr())
}

/// What a status code means, one short English sentence. Static text, never NULL.
///
/// # Example
///
/// ```c
/// uint32_t nside;
/// healpix_status status = healpix_grid_nside(30, &nside);
/// if (status != HEALPIX_OK)
///     printf("no nside: %s\n", healpix_status_message(status)); /* a depth is above 29, ... */
/// assert(status == HEALPIX_ERR_DEPTH && strstr(healpix_status_message(status), "depth") != NULL);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_status_message(status: healpix_status) -> *const c_char {
    quiet(c"unknown status code".as_ptr(), || find(status).map_or(c"unknown status code", |code| code.2).as_ptr())
}

fn find(status: healpix_status) -> Option<&'static (healpix_status, &'static CStr, &'static CStr)> {
    CODES.iter().find(|code| code.0 == status)
}

/// Copies the detail of the last failure on this thread: which value, which limit, which index. UTF-8.
///
/// At most `capacity` bytes are written to `buffer`, the closing NUL included, and `*len` becomes the length of
/// the whole message without the NUL, as snprintf counts; so `capacity` 0 (and `buffer` NULL) asks for the length.
/// Calls that succeed leave the message alone. No failure yet: an empty message.
///
/// Returns HEALPIX_ERR_BUFFER when the message did not fit: what fits, cut between two characters, was written.
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP: wrong pointers. This function's
/// own failures do not change the message.
///
/// # Safety
///
/// `buffer` must be writable for `capacity` bytes and `len` for one `size_t`.
///
/// # Example
///
/// ```c
/// uint64_t cell;
/// char text[200];
/// size_t len;
/// assert(healpix_nested_hash_deg_one(12, 10.0, 95.0, &cell) == HEALPIX_ERR_LATITUDE);
/// assert(healpix_last_error_message(text, sizeof text, &len) == HEALPIX_OK && len == strlen(text));
/// assert(strcmp(text, "latitude 95 is outside [-90, 90] degrees") == 0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_last_error_message(
    buffer: *mut c_char,
    capacity: usize,
    len: *mut usize,
) -> healpix_status {
    quiet(HEALPIX_ERR_PANIC, || {
        let mut args = Args::new();
        // SAFETY: the caller vouches for both pointers as documented; `Args` has checked all that can be.
        let checked = unsafe {
            args.output("buffer", buffer.cast::<u8>(), capacity)
                .and_then(|buffer| Ok((buffer, args.target("len", len)?)))
        };
        let (buffer, len) = match checked {
            Ok(both) => both,
            Err(Failure::Call(status, _) | Failure::Signal(status)) => return status,
            Err(Failure::Core(error)) => return status_of(&error),
        };
        LAST_MESSAGE
            .try_with(|cell| cell.try_borrow().map_or(HEALPIX_OK, |text| copy_out(&text, buffer, len)))
            .unwrap_or_else(|_| copy_out("", buffer, len))
    })
}

/// The snprintf rule, with the cut on a character's border.
pub(crate) fn copy_out(text: &str, buffer: &mut [u8], len: &mut usize) -> healpix_status {
    *len = text.len();
    let Some(room) = buffer.len().checked_sub(1) else {
        return HEALPIX_OK;
    };
    let mut end = room.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    for (to, from) in buffer.iter_mut().zip(text.as_bytes()[..end].iter().chain([&0])) {
        *to = *from;
    }
    if end == text.len() { HEALPIX_OK } else { HEALPIX_ERR_BUFFER }
}

#[cfg(test)]
#[path = "status_tests.rs"]
mod tests;
