//! Range MOCs piece by piece: for more ranges than fit into memory.

use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use std::path::Path;

use healpix_sys::{healpix_fits_ranges, healpix_fits_ranges_writer};

use super::c_path;
use crate::coverage::CellRange;
use crate::error::{Result, check, handle};

/// The ranges of a range MOC as they are read, in a fixed amount of memory: cells of depth 29, sorted, disjoint, not
/// touching. After an error nothing more comes; what ended without one was whole.
///
/// # Example
///
/// ```no_run
/// use healpix_safe::io::FitsRanges;
///
/// let mut n_cells = 0;
/// for range in FitsRanges::open("moc.fits")? {
///     let range = range?;
///     n_cells += range.end - range.start;
/// }
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct FitsRanges {
    handle: NonNull<healpix_fits_ranges>,
    ended: bool,
    thread: PhantomData<*mut ()>,
}

impl FitsRanges {
    /// Opens a file and reads its header.
    ///
    /// # Errors
    ///
    /// [`Io`](crate::ErrorKind::Io), [`Format`](crate::ErrorKind::Format), also for a NUNIQ MOC,
    /// [`Utf8`](crate::ErrorKind::Utf8), [`Memory`](crate::ErrorKind::Memory).
    pub fn open(path: impl AsRef<Path>) -> Result<FitsRanges> {
        let path = c_path(path.as_ref())?;
        let mut out = ptr::null_mut();
        // SAFETY: the path ends with a NUL, and the output is a live local.
        check(unsafe { healpix_sys::healpix_fits_ranges_open(path.as_ptr(), &raw mut out) })?;
        Ok(FitsRanges { handle: handle(out)?, ended: false, thread: PhantomData })
    }

    /// The depth of the MOC.
    #[must_use]
    pub fn depth(&self) -> u8 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_fits_ranges_depth(self.handle.as_ptr()) }
    }

    /// How many ranges the header promises. Only reading shows whether they are there.
    #[must_use]
    pub fn n_ranges(&self) -> u64 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_fits_ranges_n_ranges(self.handle.as_ptr()) }
    }

    /// Reads the next ranges, as many as there is room for, and returns how many; 0 at the end. An error that is met behind
    /// good ranges waits for the next call.
    ///
    /// # Errors
    ///
    /// [`Format`](crate::ErrorKind::Format) with the byte and the row, [`Io`](crate::ErrorKind::Io),
    /// [`Memory`](crate::ErrorKind::Memory).
    pub fn read(&mut self, ranges: &mut [CellRange]) -> Result<usize> {
        if ranges.is_empty() {
            return Ok(0);
        }
        let (handle, mut len) = (self.handle.as_ptr(), 0);
        // SAFETY: the handle is live, `&mut self` says that nobody else uses it, the slice has the length that is told,
        // `CellRange` the layout of the C type, and `len` is a live local.
        let status = unsafe {
            healpix_sys::healpix_fits_ranges_next(handle, ranges.len(), ranges.as_mut_ptr().cast(), &raw mut len)
        };
        if status == healpix_sys::HEALPIX_END {
            return Ok(0);
        }
        check(status)?;
        Ok(len)
    }
}

impl Iterator for FitsRanges {
    type Item = Result<CellRange>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let mut range = [CellRange { start: 0, end: 0 }];
        let read = self.read(&mut range);
        self.ended = !matches!(read, Ok(1));
        match read {
            Ok(0) => None,
            other => Some(other.map(|_| range[0])),
        }
    }
}

impl core::iter::FusedIterator for FitsRanges {}

impl Drop for FitsRanges {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_fits_ranges_free(self.handle.as_ptr()) }
    }
}

/// Writes a range MOC piece by piece, in a fixed amount of memory. Nothing is left of a file that is not
/// [finished](FitsRangesWriter::finish).
///
/// # Example
///
/// ```no_run
/// use healpix_safe::io::FitsRangesWriter;
/// use healpix_safe::moc::CellRange;
///
/// let mut writer = FitsRangesWriter::create("moc.fits", 29)?;
/// for start in [10, 20, 30] {
///     writer.write(&[CellRange { start, end: start + 5 }])?;
/// }
/// writer.finish()?;
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct FitsRangesWriter {
    handle: NonNull<healpix_fits_ranges_writer>,
    thread: PhantomData<*mut ()>,
}

impl FitsRangesWriter {
    /// Begins a file under another name beside its own.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Io`](crate::ErrorKind::Io), [`Utf8`](crate::ErrorKind::Utf8),
    /// [`Memory`](crate::ErrorKind::Memory).
    pub fn create(path: impl AsRef<Path>, depth: u8) -> Result<FitsRangesWriter> {
        let path = c_path(path.as_ref())?;
        let mut out = ptr::null_mut();
        // SAFETY: the path ends with a NUL, and the output is a live local.
        check(unsafe { healpix_sys::healpix_fits_ranges_writer_create(path.as_ptr(), depth, &raw mut out) })?;
        Ok(FitsRangesWriter { handle: handle(out)?, thread: PhantomData })
    }

    /// Writes the next ranges of cells of depth 29, made of whole cells of the depth of the MOC, sorted, disjoint and not
    /// touching, also those of all calls together.
    ///
    /// # Errors
    ///
    /// [`Format`](crate::ErrorKind::Format) for a range that cannot follow the one before it,
    /// [`Io`](crate::ErrorKind::Io). After a failure the file can be neither written nor finished.
    pub fn write(&mut self, ranges: &[CellRange]) -> Result<()> {
        let (handle, ranges, n) = (self.handle.as_ptr(), ranges.as_ptr(), ranges.len());
        // SAFETY: the handle is live, `&mut self` says that nobody else uses it, the slice has the length that is told, and
        // `CellRange` the layout of the C type.
        check(unsafe { healpix_sys::healpix_fits_ranges_writer_write(handle, ranges.cast(), n) })
    }

    /// Completes the file and gives it its name.
    ///
    /// # Errors
    ///
    /// [`Io`](crate::ErrorKind::Io); there is no trace of the file then, and an older one of that name is as it was.
    pub fn finish(self) -> Result<()> {
        // SAFETY: the handle is live and nobody else's.
        check(unsafe { healpix_sys::healpix_fits_ranges_writer_finish(self.handle.as_ptr()) })
    }
}

impl Drop for FitsRangesWriter {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_fits_ranges_writer_free(self.handle.as_ptr()) }
    }
}
