//! HEALPix maps: cells with values.

use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use std::path::Path;

use healpix_sys::healpix_fits_map;

use super::{Keep, c_path, c_text};
use crate::error::{Result, check, handle, same_length};
use crate::list;
use crate::moc::Moc;

/// Whether a value of a map is one: neither NaN nor UNSEEN, -1.6375e30, to five digits.
///
/// # Example
///
/// ```
/// use healpix_safe::io::is_seen;
///
/// assert!(is_seen(0.0) && !is_seen(f64::NAN) && !is_seen(-1.6375e30));
/// ```
#[must_use]
pub fn is_seen(value: f64) -> bool {
    // SAFETY: the function takes any number.
    unsafe { healpix_sys::healpix_fits_is_seen(value) }
}

/// A HEALPix map in a FITS file: an iterator over its cells, in the nested scheme, with their values, in the order of the
/// file. After an error nothing more comes.
///
/// # Example
///
/// ```no_run
/// use healpix_safe::io::FitsMap;
///
/// let mut map = FitsMap::open("map.fits")?;
/// assert_eq!(map.frame()?, "G");
/// let (mut cells, mut values) = ([0; 4096], [0.0; 4096]);
/// loop {
///     let n = map.read(&mut cells, &mut values)?;
///     if n == 0 {
///         break;
///     }
/// }
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct FitsMap {
    handle: NonNull<healpix_fits_map>,
    ended: bool,
    thread: PhantomData<*mut ()>,
}

impl FitsMap {
    /// Opens a map and reads its header; the values are those of its first column.
    ///
    /// # Errors
    ///
    /// [`Io`](crate::ErrorKind::Io), [`Format`](crate::ErrorKind::Format), [`Utf8`](crate::ErrorKind::Utf8),
    /// [`Memory`](crate::ErrorKind::Memory).
    pub fn open(path: impl AsRef<Path>) -> Result<FitsMap> {
        FitsMap::open_with(path.as_ref(), None)
    }

    /// The same with the values of a column of that name.
    ///
    /// # Errors
    ///
    /// As [`FitsMap::open`]; [`Format`](crate::ErrorKind::Format) too where there is no such column.
    pub fn open_column(path: impl AsRef<Path>, column: &str) -> Result<FitsMap> {
        FitsMap::open_with(path.as_ref(), Some(column))
    }

    fn open_with(path: &Path, column: Option<&str>) -> Result<FitsMap> {
        let path = c_path(path)?;
        let column = column.map(|name| c_text("column", name)).transpose()?;
        let column = column.as_ref().map_or(ptr::null(), |name| name.as_ptr());
        let mut out = ptr::null_mut();
        // SAFETY: the texts end with a NUL, and the output is a live local.
        check(unsafe { healpix_sys::healpix_fits_map_open(path.as_ptr(), column, &raw mut out) })?;
        Ok(FitsMap { handle: handle(out)?, ended: false, thread: PhantomData })
    }

    /// The depth of its cells.
    #[must_use]
    pub fn depth(&self) -> u8 {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_fits_map_depth(self.handle.as_ptr()) }
    }

    /// What it says of its coordinates: "C" for equatorial (ICRS), "G" for Galactic, "E" for ecliptic; empty if nothing.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    pub fn frame(&self) -> Result<String> {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live, and `text` hands over a buffer of that capacity and a live length.
        list::text(|buffer, n, len| unsafe { healpix_sys::healpix_fits_map_frame(handle, buffer, n, len) })
    }

    /// Reads the next cells and values, as many as there is room for, and returns how many; 0 at the end. An error that
    /// is met behind good cells waits for the next call.
    ///
    /// # Errors
    ///
    /// [`Format`](crate::ErrorKind::Format) with the byte and the row, [`Io`](crate::ErrorKind::Io),
    /// [`Memory`](crate::ErrorKind::Memory); [`Length`](crate::ErrorKind::Length) for slices of different lengths.
    pub fn read(&mut self, cells: &mut [u64], values: &mut [f64]) -> Result<usize> {
        same_length("values", values.len(), cells.len())?;
        if cells.is_empty() {
            return Ok(0);
        }
        let (handle, mut len) = (self.handle.as_ptr(), 0);
        // SAFETY: the handle is live, `&mut self` says that nobody else uses it, both slices have the length that is told,
        // and `len` is a live local.
        let status = unsafe {
            healpix_sys::healpix_fits_map_next(
                handle,
                cells.len(),
                cells.as_mut_ptr(),
                values.as_mut_ptr(),
                &raw mut len,
            )
        };
        if status == healpix_sys::HEALPIX_END {
            return Ok(0);
        }
        check(status)?;
        Ok(len)
    }

    /// The cells whose value `keep` accepts, of those that have not been read yet. See [`Moc::from_fits_map`].
    ///
    /// # Errors
    ///
    /// As [`FitsMap::read`]; [`Format`](crate::ErrorKind::Format) too for a cell that comes twice.
    pub fn into_moc(self, keep: impl FnMut(f64) -> bool) -> Result<Moc> {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live and nobody else's, and `moc` hands over a callback with its user pointer and a
        // live output.
        Keep::moc(keep, |call, user, out| unsafe { healpix_sys::healpix_fits_map_moc(handle, call, user, out) })
    }
}

impl Iterator for FitsMap {
    type Item = Result<(u64, f64)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let (mut cell, mut value) = ([0], [0.0]);
        let read = self.read(&mut cell, &mut value);
        self.ended = !matches!(read, Ok(1));
        match read {
            Ok(0) => None,
            other => Some(other.map(|_| (cell[0], value[0]))),
        }
    }
}

impl core::iter::FusedIterator for FitsMap {}

impl Drop for FitsMap {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here.
        unsafe { healpix_sys::healpix_fits_map_free(self.handle.as_ptr()) }
    }
}
