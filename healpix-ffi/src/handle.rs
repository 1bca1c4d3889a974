//! Owned handles: boxes on this side, opaque pointers on the other.
//!
//! Behind each value there is a word on its state: which call uses it right now, so that a callback cannot change or end
//! what the call around it works on; and, for builds with debug assertions, what kind of handle it is and whether it is
//! still alive. There the memory of the last freed handles is kept for a while, so that to look is sound.

use std::cell::Cell;
use std::ptr;

use healpix_core::Error;

use crate::panic::quiet;
use crate::status::{Failure, HEALPIX_ERR_BUSY, HEALPIX_ERR_HANDLE, Outcome, report};

/// A value that C may have a pointer to, with its state behind it. The pointer is to the value, which comes first.
#[repr(C)]
pub(crate) struct Slot<T> {
    value: T,
    state: State,
}

/// What is known of a handle.
#[derive(Debug)]
pub(crate) struct State {
    /// [`word_of`] its type; [`FREED`] when it is dead. A look at anything else finds something else.
    word: Cell<u64>,
    /// How many calls read it; -1 while one changes it. Calls are nested in callbacks only: a handle is used by one thread.
    users: Cell<i32>,
}

/// The word of a dead handle.
const FREED: u64 = 0xdead_dead_dead_dead;

/// A word for a type, the same wherever it is asked for: FNV-1a over its name, made odd, which no address and not
/// [`FREED`] with its neighbours is likely to be.
fn word_of<T>() -> u64 {
    let name = std::any::type_name::<T>();
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |word: u64, byte| (word ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        | 1
}

impl<T> Slot<T> {
    pub(crate) fn new(value: T) -> Self {
        let word = if cfg!(debug_assertions) { word_of::<T>() } else { 0 };
        Slot { value, state: State { word: Cell::new(word), users: Cell::new(0) } }
    }

    /// What C is given to read.
    pub(crate) fn pointer(&self) -> *const T {
        ptr::from_ref(self).cast()
    }
}

impl State {
    /// That a handle of type `T` is alive; only builds with debug assertions know.
    fn check<T>(&self, name: &str) -> Outcome {
        if !cfg!(debug_assertions) || self.word.get() == word_of::<T>() {
            return Ok(());
        }
        let what = if self.word.get() == FREED { "was freed before" } else { "is no handle of this type" };
        Err(Failure::Call(HEALPIX_ERR_HANDLE, format!("{name} {what}")))
    }

    /// Holds it for a call that reads it, or changes it.
    pub(crate) fn hold<T>(&self, name: &str, change: bool) -> Outcome {
        self.check::<T>(name)?;
        let users = self.users.get();
        if users < 0 || change && users > 0 {
            return Err(busy(name));
        }
        self.users.set(if change { -1 } else { users + 1 });
        Ok(())
    }

    /// Ends a hold.
    pub(crate) fn release(&self) {
        self.users.set((self.users.get() - 1).max(0));
    }
}

#[cold]
fn busy(name: &str) -> Failure {
    let detail = format!("{name} is in use by the call whose callback this is");
    Failure::Call(HEALPIX_ERR_BUSY, detail)
}

/// The state of the handle at an address.
///
/// # Safety
///
/// `handle` must be aligned and point to the value of a [`Slot`]. In builds with debug assertions it may be dead if it was
/// freed lately.
pub(crate) unsafe fn state_of<'a, T>(handle: *const T) -> &'a State {
    // SAFETY: by this function's contract; the state is changed through cells only.
    unsafe { &(*handle.cast::<Slot<T>>()).state }
}

/// Gives `value` away as a new handle, written to `*out`. The caller ends it with [`free`].
pub(crate) fn give<T>(value: T, out: &mut *mut T) -> Outcome {
    // A box is made in a list of one: the only stable way to hear that there is no memory.
    let mut one = Vec::new();
    one.try_reserve_exact(1).map_err(|_| Error::OutOfMemory { elements: 1 })?;
    one.push(Slot::new(value));
    // Memory for a slice of one is that of a box.
    *out = Box::into_raw(one.into_boxed_slice()).cast();
    Ok(())
}

/// Ends a handle; NULL is nothing to end. One that a call around this one uses stays alive, and that is reported.
///
/// # Safety
///
/// `handle` must be NULL or come from [`give`], and must not be used again.
pub(crate) unsafe fn free<T: 'static>(handle: *mut T) {
    quiet((), || {
        if handle.is_null() {
            return;
        }
        // SAFETY: by this function's contract.
        if let Err(failure) = unsafe { state_of(handle) }.hold::<T>("the handle to free", true) {
            report(&failure);
            return;
        }
        // SAFETY: by this function's contract the pointer came from a box of one in `give` and is given back only
        // here, once.
        let slot = unsafe { Box::from_raw(handle.cast::<Slot<T>>()) };
        #[cfg(debug_assertions)]
        graveyard::bury(slot);
        #[cfg(not(debug_assertions))]
        drop(slot);
    });
}

/// Gives back the memory of dead handles that this thread keeps, where it does. For tests that count memory.
#[doc(hidden)]
pub fn forget_dead_handles() {
    #[cfg(debug_assertions)]
    graveyard::empty();
}

/// Asks a handle a question that cannot fail; `otherwise` for NULL, and for a handle that is being changed.
///
/// # Safety
///
/// `handle` must be NULL or live and unchanging during the call.
pub(crate) unsafe fn ask<T, A: Copy>(handle: *const T, otherwise: A, question: impl FnOnce(&T) -> A) -> A {
    quiet(otherwise, || {
        if handle.is_null() || !handle.cast::<Slot<T>>().is_aligned() {
            return otherwise;
        }
        // SAFETY: live and aligned by this function's contract and the test above.
        let state = unsafe { state_of(handle) };
        match state.hold::<T>("the handle", false) {
            Ok(()) => state.release(),
            Err(failure) => {
                report(&failure);
                return otherwise;
            }
        }
        // SAFETY: live, and nobody is changing it.
        question(unsafe { &*handle })
    })
}

/// Where an array starts; NULL if it is empty.
pub(crate) fn start<T>(data: &[T]) -> *const T {
    if data.is_empty() { ptr::null() } else { data.as_ptr() }
}

/// Memory of handles that were freed, so that a look at a dead one finds [`FREED`].
#[cfg(debug_assertions)]
mod graveyard {
    use std::any::Any;
    use std::cell::RefCell;
    use std::collections::VecDeque;
    use std::mem::ManuallyDrop;

    use super::{FREED, Slot};

    /// As many as a thread keeps.
    const GRAVES: usize = 1024;

    thread_local! {
        static DEAD: RefCell<VecDeque<Box<dyn Any>>> = const { RefCell::new(VecDeque::new()) };
    }

    /// Gives all of it back, so that a test can count memory.
    pub(super) fn empty() {
        let dead = DEAD.try_with(RefCell::take);
        drop(dead);
    }

    /// Ends the value and keeps its memory.
    pub(super) fn bury<T: 'static>(slot: Box<Slot<T>>) {
        slot.state.word.set(FREED);
        // SAFETY: `ManuallyDrop` has the layout of what it holds, so the slots have the same.
        let mut slot = unsafe { Box::from_raw(Box::into_raw(slot).cast::<Slot<ManuallyDrop<T>>>()) };
        // SAFETY: dropped once: the box never does, and nobody reaches the value of a dead handle.
        unsafe { ManuallyDrop::drop(&mut slot.value) };
        let oldest = DEAD.try_with(|dead| {
            let mut dead = dead.borrow_mut();
            if dead.try_reserve(1).is_ok() {
                dead.push_back(slot);
            }
            if dead.len() > GRAVES { dead.pop_front() } else { None }
        });
        // Outside, though nothing is dropped but memory.
        drop(oldest);
    }
}

#[cfg(test)]
#[path = "handle_tests.rs"]
mod tests;
