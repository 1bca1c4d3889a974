//! A closure that says which values are wanted, called from C.

use core::any::Any;
use core::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use healpix_sys::{healpix_moc, healpix_status};

use crate::error::Result;
use crate::moc::{Moc, make};

/// The C callback.
type Call = Option<unsafe extern "C" fn(f64, *mut c_void) -> i32>;

/// What the C callback is given as its user pointer.
pub(crate) struct Keep<F> {
    keep: F,
    panic: Option<Box<dyn Any + Send>>,
}

impl<F: FnMut(f64) -> bool> Keep<F> {
    /// Makes a MOC with a C function that asks the closure. A panic of the closure goes on from here.
    pub(crate) fn moc(
        keep: F,
        with: impl FnOnce(Call, *mut c_void, *mut *mut healpix_moc) -> healpix_status,
    ) -> Result<Moc> {
        let mut asked = Keep { keep, panic: None };
        // The callback is made for a `Keep<F>`, which lives longer than the call and is not touched here meanwhile.
        let user = (&raw mut asked).cast::<c_void>();
        let moc = make(|out| with(Some(call::<F>), user, out));
        match asked.panic {
            Some(payload) => resume_unwind(payload),
            None => moc,
        }
    }
}

/// Calls the closure; a panic is kept, so that none goes through C.
///
/// # Safety
///
/// `user` must point to a `Keep<F>` that nobody else uses.
unsafe extern "C" fn call<F: FnMut(f64) -> bool>(value: f64, user: *mut c_void) -> i32 {
    // SAFETY: by this function's contract; `moc` above hands over nothing else.
    let asked = unsafe { &mut *user.cast::<Keep<F>>() };
    // What the closure may have left half-done is seen only by who catches the panic that goes on later.
    match catch_unwind(AssertUnwindSafe(|| (asked.keep)(value))) {
        Ok(wanted) => i32::from(wanted),
        Err(payload) => {
            asked.panic = Some(payload);
            -1
        }
    }
}
