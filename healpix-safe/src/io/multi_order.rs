//! Multi-order probability maps.

use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use std::path::Path;

use healpix_sys::{healpix_multi_order_map, healpix_status};

use super::c_path;
use crate::error::{Result, check, handle, slice};

/// Cells of many depths, each with a probability density, as LIGO, Virgo and KAGRA publish them.
///
/// # Example
///
/// ```no_run
/// use healpix_safe::{Moc, io::MultiOrderMap};
///
/// let map = MultiOrderMap::read_fits_file("bayestar.multiorder.fits")?;
/// let region = Moc::credible_region(map.uniq(), map.density(), 0.9)?;
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct MultiOrderMap {
    handle: NonNull<healpix_multi_order_map>,
    thread: PhantomData<*mut ()>,
}

impl MultiOrderMap {
    /// The map of the bytes of a FITS file, in the order of the file.
    ///
    /// # Errors
    ///
    /// [`Format`](crate::ErrorKind::Format) with the byte, and the header card or the row;
    /// [`Memory`](crate::ErrorKind::Memory).
    pub fn from_fits(file: &[u8]) -> Result<MultiOrderMap> {
        // SAFETY: the slice has the length that is told, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_multi_order_map_from_fits(file.as_ptr(), file.len(), out) })
    }

    /// The map of a FITS file.
    ///
    /// # Errors
    ///
    /// As [`MultiOrderMap::from_fits`], and [`Io`](crate::ErrorKind::Io), [`Utf8`](crate::ErrorKind::Utf8).
    pub fn read_fits_file(path: impl AsRef<Path>) -> Result<MultiOrderMap> {
        let path = c_path(path.as_ref())?;
        // SAFETY: the path ends with a NUL, and `make` hands over a live output.
        make(|out| unsafe { healpix_sys::healpix_multi_order_map_read_fits_file(path.as_ptr(), out) })
    }

    /// The number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        // SAFETY: the handle is live.
        unsafe { healpix_sys::healpix_multi_order_map_len(self.handle.as_ptr()) }
    }

    /// Whether there is no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cells as IVOA uniq numbers.
    #[must_use]
    pub fn uniq(&self) -> &[u64] {
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed.
        unsafe { slice(healpix_sys::healpix_multi_order_map_uniq(self.handle.as_ptr()), self.len()) }
    }

    /// Their probability densities per steradian.
    #[must_use]
    pub fn density(&self) -> &[f64] {
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed.
        unsafe { slice(healpix_sys::healpix_multi_order_map_density(self.handle.as_ptr()), self.len()) }
    }
}

/// Takes over what a C call hands out.
fn make(call: impl FnOnce(*mut *mut healpix_multi_order_map) -> healpix_status) -> Result<MultiOrderMap> {
    let mut out = ptr::null_mut();
    check(call(&raw mut out))?;
    Ok(MultiOrderMap { handle: handle(out)?, thread: PhantomData })
}

impl Drop for MultiOrderMap {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_multi_order_map_free(self.handle.as_ptr()) }
    }
}
