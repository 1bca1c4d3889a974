//! Bytes on the C side, a slice on this one.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_bytes, healpix_status};

use crate::error::{Result, check, handle, slice};

/// The bytes of a file; a slice of `u8`.
///
/// # Example
///
/// ```
/// use healpix_safe::{Moc, io::FitsKind};
///
/// let file = Moc::from_ascii("3/1-5 8")?.to_fits(FitsKind::Range)?;
/// assert!(file.starts_with(b"SIMPLE  =                    T"));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Bytes {
    handle: NonNull<healpix_bytes>,
    thread: PhantomData<*mut ()>,
}

impl Bytes {
    /// Takes over what a C call hands out.
    pub(crate) fn make(call: impl FnOnce(*mut *mut healpix_bytes) -> healpix_status) -> Result<Bytes> {
        let mut out = ptr::null_mut();
        check(call(&raw mut out))?;
        Ok(Bytes { handle: handle(out)?, thread: PhantomData })
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        let handle = self.handle.as_ptr();
        // SAFETY: the handle is live, and its data is valid and unchanging until it is freed.
        unsafe { slice(healpix_sys::healpix_bytes_data(handle), healpix_sys::healpix_bytes_len(handle)) }
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_bytes_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bytes").field("len", &self.len()).finish_non_exhaustive()
    }
}
