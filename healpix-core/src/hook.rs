//! A place for a function of the caller's that may itself call anything here, and set another function.

use core::cell::{Cell, RefCell};
use std::boxed::Box;

/// Holds a function, or none.
pub(crate) struct Hook<F: ?Sized> {
    function: RefCell<Option<Box<F>>>,
    /// Counts the functions that were set, to see whether one was set while another was being called.
    set: Cell<u64>,
}

impl<F: ?Sized> Hook<F> {
    pub(crate) const fn new() -> Self {
        Self { function: RefCell::new(None), set: Cell::new(0) }
    }

    /// Sets the function; returns the one before, if it is not just being called.
    pub(crate) fn replace(&self, function: Option<Box<F>>) -> Option<Box<F>> {
        self.set.set(self.set.get().wrapping_add(1));
        self.function.replace(function)
    }

    pub(crate) fn is_set(&self) -> bool {
        self.function.borrow().is_some()
    }

    /// Calls the function; none where there is no function, or it is being called already. It is away meanwhile, and
    /// comes back, even from a panic, unless another was set.
    pub(crate) fn call<R>(&self, call: impl FnOnce(&mut F) -> R) -> Option<R> {
        let mut away = Away { hook: self, set: self.set.get(), function: self.function.take() };
        away.function.as_deref_mut().map(call)
    }
}

struct Away<'h, F: ?Sized> {
    hook: &'h Hook<F>,
    set: u64,
    function: Option<Box<F>>,
}

impl<F: ?Sized> Drop for Away<'_, F> {
    fn drop(&mut self) {
        if self.hook.set.get() == self.set {
            self.hook.function.replace(self.function.take());
        }
    }
}
