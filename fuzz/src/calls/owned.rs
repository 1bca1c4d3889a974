//! Handles that free themselves.

use std::ptr::null_mut;

use healpix_ffi::{HEALPIX_OK, healpix_status};

use super::pool::Handle;

/// A handle that is freed.
pub struct Owned<T: Handle>(*mut T);

impl<T: Handle> Owned<T> {
    /// What a call makes, which must succeed.
    pub fn made(make: impl FnOnce(*mut *mut T) -> healpix_status) -> Self {
        let (status, handle) = Self::or_not(make);
        assert!(status == HEALPIX_OK, "{}: {status:?}", T::TYPE.name);
        handle.expect("a handle")
    }

    /// What a call makes if it succeeds.
    pub fn or_not(make: impl FnOnce(*mut *mut T) -> healpix_status) -> (healpix_status, Option<Self>) {
        let mut out = null_mut();
        let status = make(&raw mut out);
        assert_eq!(status == HEALPIX_OK, !out.is_null(), "{}: {status:?}", T::TYPE.name);
        (status, (!out.is_null()).then_some(Owned(out)))
    }

    pub fn get(&self) -> *mut T {
        self.0
    }
}

impl<T: Handle> Drop for Owned<T> {
    fn drop(&mut self) {
        // SAFETY: live, and not used again.
        unsafe { T::TYPE.free(self.0.cast()) };
    }
}
