//! Owned handles: boxes on this side, opaque pointers on the other.

use std::ptr;

use crate::panic::quiet;

/// Gives `value` away as a new handle, written to `*out`. The caller ends it with [`free`].
pub(crate) fn give<T>(value: T, out: &mut *mut T) {
    *out = Box::into_raw(Box::new(value));
}

/// Ends a handle; NULL is nothing to end.
///
/// # Safety
///
/// `handle` must be NULL or come from [`give`], and must not be used again.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    quiet((), || {
        if !handle.is_null() {
            // SAFETY: by this function's contract the pointer came from `Box::into_raw` in `give` and is
            // given back only here, once.
            drop(unsafe { Box::from_raw(handle) });
        }
    });
}

/// Asks a handle a question that cannot fail; `otherwise` for NULL.
///
/// # Safety
///
/// `handle` must be NULL or live and unchanging during the call.
pub(crate) unsafe fn ask<T, A: Copy>(handle: *const T, otherwise: A, question: impl FnOnce(&T) -> A) -> A {
    // SAFETY: by this function's contract; a misaligned pointer is no handle.
    let handle = unsafe { handle.as_ref() };
    quiet(otherwise, || handle.map_or(otherwise, question))
}

/// Where an array starts; NULL if it is empty.
pub(crate) fn start<T>(data: &[T]) -> *const T {
    if data.is_empty() { ptr::null() } else { data.as_ptr() }
}
