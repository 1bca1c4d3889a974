//! Closures lent to the C library for the time of a piece of work.

use core::any::Any;
use core::cell::Cell;
use core::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::thread::LocalKey;

/// A closure, and the panic that came out of it: none goes through C.
pub(crate) struct Lent<F> {
    closure: F,
    panic: Option<Box<dyn Any + Send>>,
}

impl<F> Lent<F> {
    pub(crate) fn new(closure: F) -> Self {
        Lent { closure, panic: None }
    }

    /// Calls the closure, unless it has panicked before; `otherwise` if it has, or does now.
    ///
    /// What a closure may have left half-done is seen only by who catches the panic that goes on later.
    pub(crate) fn call<R>(&mut self, otherwise: R, call: impl FnOnce(&mut F) -> R) -> R {
        if self.panic.is_some() {
            return otherwise;
        }
        catch_unwind(AssertUnwindSafe(|| call(&mut self.closure))).unwrap_or_else(|payload| {
            self.panic = Some(payload);
            otherwise
        })
    }

    /// The panic goes on from here, if there was one.
    pub(crate) fn finish(self) {
        if let Some(payload) = self.panic {
            resume_unwind(payload);
        }
    }
}

/// A C callback with its user pointer, as this thread has set it; none at first.
pub(crate) type Callback<C> = Option<(C, *mut c_void)>;

/// Sets a callback until this is dropped, then the one before again.
pub(crate) struct Setting<C: Copy + 'static> {
    current: &'static LocalKey<Cell<Callback<C>>>,
    before: Callback<C>,
    set: fn(Callback<C>),
}

impl<C: Copy> Setting<C> {
    pub(crate) fn new(
        current: &'static LocalKey<Cell<Callback<C>>>,
        set: fn(Callback<C>),
        callback: (C, *mut c_void),
    ) -> Self {
        let before = current.replace(Some(callback));
        set(Some(callback));
        Setting { current, before, set }
    }
}

impl<C: Copy> Drop for Setting<C> {
    fn drop(&mut self) {
        self.current.set(self.before);
        (self.set)(self.before);
    }
}
