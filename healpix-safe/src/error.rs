//! The error type, and the one function through which all status codes pass.

use core::ffi::CStr;
use core::fmt;
use core::ptr::NonNull;

use healpix_sys::healpix_status;

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// What a call refused: its kind, and a sentence with the value, the limit and the place.
///
/// # Example
///
/// ```
/// let error = healpix_safe::nested::center_one(0, 12).unwrap_err();
/// assert_eq!(error.kind(), healpix_safe::ErrorKind::Cell);
/// assert!(error.to_string().contains("12"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// What is wrong, as the status codes of the C interface tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A null pointer. Not met through this crate.
    Null,
    /// A misaligned pointer. Not met through this crate.
    Align,
    /// Slices whose lengths do not fit together.
    Length,
    /// Arrays that overlap. Not met through this crate.
    Overlap,
    /// A buffer that is too small. Not met through this crate.
    Buffer,
    /// A defect of the library, caught.
    Panic,
    /// Not enough memory.
    Memory,
    /// A depth above 29 or too deep for cells of 32 bits, or two depths in the wrong order.
    Depth,
    /// An nside of 0, above 2^29 or too large for cells of 32 bits, or not a power of two where it must be one.
    Nside,
    /// A cell number that does not exist.
    Cell,
    /// A ring number that does not exist.
    Ring,
    /// A base cell above 11, or a coordinate inside it that is not below nside.
    Face,
    /// A number that is no uniq or zuniq.
    Uniq,
    /// A longitude that is not finite.
    Longitude,
    /// A latitude beyond a pole, or not a number.
    Latitude,
    /// A vector without a direction.
    Vector,
    /// An offset outside the cell.
    Offset,
    /// A point that is not on the HEALPix plane.
    Plane,
    /// A radius out of range.
    Radius,
    /// A direction code above 7.
    Direction,
    /// A number of steps out of range.
    Steps,
    /// A point index with rows that were pushed after its last build.
    NotBuilt,
    /// More rows than a point index can number.
    Rows,
    /// An unknown code for one of several ways. Not met through this crate.
    Mode,
    /// A number of threads that is too large.
    Threads,
    /// A handle in use by the call around this one. Not met through this crate: the borrow checker is there first.
    Busy,
    /// No live handle. Not met through this crate.
    Handle,
    /// A call that [`progress::watch`](crate::progress::watch) was asked to stop.
    Stopped,
    /// The numbers of a shape that do not fit together.
    Shape,
    /// A polygon with a bad vertex, too few of them, or edges that cross.
    Polygon,
    /// A range or an offset the wrong way round or beyond the last cell.
    Range,
    /// A probability, density or level out of range.
    Probability,
    /// Cells that overlap, or are not sorted by position.
    OverlappingCells,
    /// A text that does not follow its grammar.
    Syntax,
    /// A file that is not what it should be.
    Format,
    /// Reading or writing that failed.
    Io,
    /// A budget of no cells.
    Budget,
    /// A path that is not UTF-8.
    Utf8,
    /// A status code that this version does not know.
    Unknown(i32),
}

impl Error {
    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What this side of the C interface refuses itself.
    pub(crate) fn new(kind: ErrorKind, message: String) -> Error {
        Error { kind, message }
    }

    /// Not enough memory on this side of the C interface.
    pub(crate) fn memory(elements: usize) -> Error {
        Error { kind: ErrorKind::Memory, message: format!("not enough memory for {elements} elements") }
    }

    /// A failure that the thread's last message is about.
    fn last(kind: ErrorKind, status: healpix_status) -> Error {
        let message = last_message().unwrap_or_else(|| {
            // SAFETY: the function takes any number and returns static, NUL-terminated text.
            let text = unsafe { CStr::from_ptr(healpix_sys::healpix_status_message(status)) };
            text.to_string_lossy().into_owned()
        });
        Error { kind, message }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Error {}

/// Turns a status code into a `Result`; every call of this crate passes here.
pub(crate) fn check(status: healpix_status) -> Result<()> {
    let kind = match status {
        healpix_sys::HEALPIX_OK => return Ok(()),
        healpix_sys::HEALPIX_ERR_NULL => ErrorKind::Null,
        healpix_sys::HEALPIX_ERR_ALIGN => ErrorKind::Align,
        healpix_sys::HEALPIX_ERR_LENGTH => ErrorKind::Length,
        healpix_sys::HEALPIX_ERR_OVERLAP => ErrorKind::Overlap,
        healpix_sys::HEALPIX_ERR_BUFFER => ErrorKind::Buffer,
        healpix_sys::HEALPIX_ERR_PANIC => ErrorKind::Panic,
        healpix_sys::HEALPIX_ERR_MEMORY => ErrorKind::Memory,
        healpix_sys::HEALPIX_ERR_DEPTH => ErrorKind::Depth,
        healpix_sys::HEALPIX_ERR_NSIDE => ErrorKind::Nside,
        healpix_sys::HEALPIX_ERR_CELL => ErrorKind::Cell,
        healpix_sys::HEALPIX_ERR_RING => ErrorKind::Ring,
        healpix_sys::HEALPIX_ERR_FACE => ErrorKind::Face,
        healpix_sys::HEALPIX_ERR_UNIQ => ErrorKind::Uniq,
        healpix_sys::HEALPIX_ERR_LONGITUDE => ErrorKind::Longitude,
        healpix_sys::HEALPIX_ERR_LATITUDE => ErrorKind::Latitude,
        healpix_sys::HEALPIX_ERR_VECTOR => ErrorKind::Vector,
        healpix_sys::HEALPIX_ERR_OFFSET => ErrorKind::Offset,
        healpix_sys::HEALPIX_ERR_PLANE => ErrorKind::Plane,
        healpix_sys::HEALPIX_ERR_RADIUS => ErrorKind::Radius,
        healpix_sys::HEALPIX_ERR_DIRECTION => ErrorKind::Direction,
        healpix_sys::HEALPIX_ERR_STEPS => ErrorKind::Steps,
        healpix_sys::HEALPIX_ERR_NOT_BUILT => ErrorKind::NotBuilt,
        healpix_sys::HEALPIX_ERR_ROWS => ErrorKind::Rows,
        healpix_sys::HEALPIX_ERR_MODE => ErrorKind::Mode,
        healpix_sys::HEALPIX_ERR_THREADS => ErrorKind::Threads,
        healpix_sys::HEALPIX_ERR_BUSY => ErrorKind::Busy,
        healpix_sys::HEALPIX_ERR_HANDLE => ErrorKind::Handle,
        healpix_sys::HEALPIX_STOPPED => ErrorKind::Stopped,
        healpix_sys::HEALPIX_ERR_SHAPE => ErrorKind::Shape,
        healpix_sys::HEALPIX_ERR_POLYGON => ErrorKind::Polygon,
        healpix_sys::HEALPIX_ERR_RANGE => ErrorKind::Range,
        healpix_sys::HEALPIX_ERR_PROBABILITY => ErrorKind::Probability,
        healpix_sys::HEALPIX_ERR_OVERLAPPING_CELLS => ErrorKind::OverlappingCells,
        healpix_sys::HEALPIX_ERR_SYNTAX => ErrorKind::Syntax,
        healpix_sys::HEALPIX_ERR_FORMAT => ErrorKind::Format,
        healpix_sys::HEALPIX_ERR_IO => ErrorKind::Io,
        healpix_sys::HEALPIX_ERR_BUDGET => ErrorKind::Budget,
        healpix_sys::HEALPIX_ERR_UTF8 => ErrorKind::Utf8,
        other => ErrorKind::Unknown(other),
    };
    Err(Error::last(kind, status))
}

/// An error if a slice has not the length that the others ask for.
pub(crate) fn same_length(what: &str, got: usize, expected: usize) -> Result<()> {
    if got == expected {
        return Ok(());
    }
    let message = format!("`{what}` has length {got}, expected {expected}");
    Err(Error { kind: ErrorKind::Length, message })
}

/// The handle that a successful call wrote; NULL would be a defect of the library.
pub(crate) fn handle<T>(out: *mut T) -> Result<NonNull<T>> {
    NonNull::new(out).ok_or_else(|| Error {
        kind: ErrorKind::Null,
        message: "the library reported success and made no handle".to_owned(),
    })
}

/// What a view function returned, as a slice; NULL is an empty one.
///
/// # Safety
///
/// Unless it is NULL, `start` must point to `len` elements that stay valid and unchanged during `'a`.
pub(crate) unsafe fn slice<'a, T>(start: *const T, len: usize) -> &'a [T] {
    if start.is_null() {
        return &[];
    }
    // SAFETY: non-null, and the rest by this function's contract.
    unsafe { core::slice::from_raw_parts(start, len) }
}

/// The detail of the last failure on this thread.
fn last_message() -> Option<String> {
    let mut bytes = vec![0u8; 160];
    loop {
        let mut len = 0;
        // SAFETY: the buffer is as long as its length says, and `len` is a live local.
        let status =
            unsafe { healpix_sys::healpix_last_error_message(bytes.as_mut_ptr().cast(), bytes.len(), &raw mut len) };
        match status {
            healpix_sys::HEALPIX_OK => {
                bytes.truncate(len);
                return String::from_utf8(bytes).ok();
            }
            // The closing NUL needs a place too; each round grows, so this ends.
            healpix_sys::HEALPIX_ERR_BUFFER if len >= bytes.len() => bytes.resize(len + 1, 0),
            _ => return None,
        }
    }
}

#[cfg(test)]
#[path = "error_tests.rs"]
mod tests;
