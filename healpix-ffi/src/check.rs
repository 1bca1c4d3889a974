//! Pointer checks: the one place where pointers from C become slices and references.
//!
//! What can be checked is checked before a slice exists: NULL, alignment, length, overlap. What is left to the
//! caller's word is that the memory is there.

use std::marker::PhantomData;
use std::ptr::NonNull;

use healpix_core::Error;

use crate::handle::{Slot, State, state_of};
use crate::status::{Failure, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_NULL, HEALPIX_ERR_OVERLAP, Outcome};

/// More arrays than any function has; small, because every call starts with a fresh list.
const MAX_ARGS: usize = 8;

/// Memory that one argument of the call covers.
#[derive(Clone, Copy)]
struct Span {
    name: &'static str,
    start: usize,
    bytes: usize,
    written: bool,
}

impl Span {
    fn overlaps(&self, other: &Span) -> bool {
        // No sum can overflow: both spans are checked to end within the address space.
        self.bytes > 0
            && other.bytes > 0
            && self.start < other.start + other.bytes
            && other.start < self.start + self.bytes
    }
}

/// The arrays of one call, in the order in which they were claimed. `'call` bounds every slice made here and is
/// invariant, so that the body of the call cannot let one escape.
pub(crate) struct Args<'call> {
    spans: [Option<Span>; MAX_ARGS],
    used: usize,
    held: Held,
    call: PhantomData<fn(&'call ()) -> &'call ()>,
}

/// The handles of one call, which no callback may change or end before the call does.
#[derive(Default)]
struct Held {
    /// The first of them; of most calls all.
    few: [Option<NonNull<State>>; 4],
    /// Those of a function that takes any number.
    more: Option<Vec<NonNull<State>>>,
}

impl Held {
    fn add(&mut self, state: &State) -> Outcome {
        let state = NonNull::from(state);
        if let Some(place) = self.few.iter_mut().find(|place| place.is_none()) {
            *place = Some(state);
            return Ok(());
        }
        let more = self.more.get_or_insert_default();
        more.try_reserve(1).map_err(|_| Error::OutOfMemory { elements: 1 })?;
        more.push(state);
        Ok(())
    }
}

impl Held {
    #[inline(never)]
    fn release(&mut self) {
        for state in self.few.iter().flatten().chain(self.more.iter().flatten()) {
            // SAFETY: the handle is alive as long as it is held: `handle::free` refuses to end it.
            unsafe { state.as_ref() }.release();
        }
    }
}

impl Drop for Held {
    #[inline(always)]
    fn drop(&mut self) {
        // Places fill from the first one: most calls have no handles.
        if self.few[0].is_some() {
            self.release();
        }
    }
}

/// What a function that may work in place was given.
pub(crate) enum InOut<'call, T> {
    /// Two separate arrays.
    Apart(&'call [T], &'call mut [T]),
    /// One array, input and output.
    Same(&'call mut [T]),
}

impl<'call> Args<'call> {
    #[inline(always)]
    pub(crate) fn new() -> Self {
        Args { spans: [None; MAX_ARGS], used: 0, held: Held::default(), call: PhantomData }
    }

    /// `n` elements to read. May share memory with other inputs.
    ///
    /// # Safety
    ///
    /// Unless this fails, `pointer` must be readable for `n` elements of `T` during `'call`, and every bit
    /// pattern must be a `T`.
    #[inline(always)]
    pub(crate) unsafe fn input<T>(&mut self, name: &'static str, pointer: *const T, n: usize) -> Outcome<&'call [T]> {
        if self.claim(name, pointer, n, false)? {
            // SAFETY: non-null, aligned, at most isize::MAX bytes by `claim`, which also refused any output that
            // shares a byte with it; readable by this function's contract.
            Ok(unsafe { std::slice::from_raw_parts(pointer, n) })
        } else {
            Ok(&[])
        }
    }

    /// `n` elements to write. Shares no byte with any other argument.
    ///
    /// # Safety
    ///
    /// Unless this fails, `pointer` must be readable and writable for `n` elements of `T` during `'call`, and
    /// every bit pattern must be a `T`.
    #[inline(always)]
    pub(crate) unsafe fn output<T>(
        &mut self,
        name: &'static str,
        pointer: *mut T,
        n: usize,
    ) -> Outcome<&'call mut [T]> {
        if self.claim(name, pointer, n, true)? {
            // SAFETY: non-null, aligned, at most isize::MAX bytes and disjoint from every other argument by
            // `claim`; writable by this function's contract.
            Ok(unsafe { std::slice::from_raw_parts_mut(pointer, n) })
        } else {
            Ok(&mut [])
        }
    }

    /// `n * each` elements to write.
    ///
    /// # Safety
    ///
    /// As [`Args::output`], for `n * each` elements.
    #[inline(always)]
    pub(crate) unsafe fn outputs<T>(
        &mut self,
        name: &'static str,
        pointer: *mut T,
        n: usize,
        each: usize,
    ) -> Outcome<&'call mut [T]> {
        let total = n.checked_mul(each).ok_or_else(|| too_long(name, n))?;
        // SAFETY: the caller's promise is for `n * each` elements.
        unsafe { self.output(name, pointer, total) }
    }

    /// One value to write.
    ///
    /// # Safety
    ///
    /// As [`Args::output`], for one element.
    #[inline(always)]
    pub(crate) unsafe fn target<T>(&mut self, name: &'static str, pointer: *mut T) -> Outcome<&'call mut T> {
        if self.claim(name, pointer, 1, true)? {
            // SAFETY: non-null, aligned and disjoint from every other argument by `claim`; writable by this
            // function's contract.
            Ok(unsafe { &mut *pointer })
        } else {
            Err(null(name, 1))
        }
    }

    /// Checks one place as [`Args::target`] does, without touching it.
    pub(crate) fn place<T>(&mut self, name: &'static str, pointer: *const T) -> Outcome {
        if pointer.is_null() {
            // A place for an array of a fixed length is known by that length.
            return Err(null(name, size_of::<T>() / align_of::<T>()));
        }
        self.claim(name, pointer, 1, true).map(drop)
    }

    /// A handle to read.
    ///
    /// # Safety
    ///
    /// Unless this fails, `pointer` must be a live handle of this type that nobody changes during `'call`.
    #[inline(always)]
    pub(crate) unsafe fn handle<T>(&mut self, name: &'static str, pointer: *const T) -> Outcome<&'call T> {
        self.claim(name, pointer.cast::<Slot<T>>(), 1, false)?;
        // SAFETY: non-null and aligned by `claim`; a slot by this function's contract.
        unsafe { self.hold(name, pointer, false)? };
        // SAFETY: the same; live by this function's contract and unchanging while it is held.
        Ok(unsafe { &*pointer })
    }

    /// Keeps a handle as it is, or from everybody else, until the call ends.
    ///
    /// # Safety
    ///
    /// As [`state_of`].
    unsafe fn hold<T>(&mut self, name: &'static str, pointer: *const T, change: bool) -> Outcome {
        // SAFETY: the caller's promise.
        let state = unsafe { state_of(pointer) };
        state.hold::<T>(name, change)?;
        self.held.add(state).inspect_err(|_| state.release())
    }

    /// Handles to read, any number of them; one may be there several times. Outputs are to be claimed before: these
    /// leave no trace that later arguments could be compared with.
    ///
    /// # Safety
    ///
    /// As [`Args::input`] for `n` pointers, and [`Args::handle`] for each of them.
    pub(crate) unsafe fn handles<T>(
        &mut self,
        name: &'static str,
        pointer: *const *const T,
        n: usize,
    ) -> Outcome<Vec<&'call T>> {
        // SAFETY: the caller's promise for the array.
        let pointers = unsafe { self.input(name, pointer, n)? };
        let mut handles = Vec::new();
        handles.try_reserve_exact(n).map_err(|_| Error::OutOfMemory { elements: n as u64 })?;
        for &pointer in pointers {
            let used = self.used;
            // SAFETY: the caller's promise for each handle.
            handles.push(unsafe { self.handle(name, pointer)? });
            self.used = used;
        }
        Ok(handles)
    }

    /// A handle to change.
    ///
    /// # Safety
    ///
    /// Unless this fails, `pointer` must be a live handle of this type that nobody else uses during `'call`.
    pub(crate) unsafe fn handle_mut<T>(&mut self, name: &'static str, pointer: *mut T) -> Outcome<&'call mut T> {
        self.claim(name, pointer.cast::<Slot<T>>(), 1, true)?;
        // SAFETY: non-null and aligned by `claim`; a slot by this function's contract.
        unsafe { self.hold(name, pointer, true)? };
        // SAFETY: the same; nobody else uses it while it is held.
        Ok(unsafe { &mut *pointer })
    }

    /// An input and an output of the same type and length that may be the very same array.
    ///
    /// # Safety
    ///
    /// As [`Args::input`] for `from` and [`Args::output`] for `to`.
    pub(crate) unsafe fn in_out<T>(
        &mut self,
        (from_name, from): (&'static str, *const T),
        (to_name, to): (&'static str, *mut T),
        n: usize,
    ) -> Outcome<InOut<'call, T>> {
        if std::ptr::eq(from, to) {
            // SAFETY: both promises hold for this one array, which only this reference will touch.
            return unsafe { self.output(to_name, to, n) }.map(InOut::Same);
        }
        // SAFETY: exactly the caller's promises.
        unsafe { Ok(InOut::Apart(self.input(from_name, from, n)?, self.output(to_name, to, n)?)) }
    }

    /// Checks one argument and remembers its memory; false if it is empty.
    #[inline(always)]
    fn claim<T>(&mut self, name: &'static str, pointer: *const T, n: usize, written: bool) -> Outcome<bool> {
        if n == 0 {
            return Ok(false);
        }
        if pointer.is_null() {
            return Err(null(name, n));
        }
        if !pointer.is_aligned() {
            return Err(misaligned(name, pointer.addr(), align_of::<T>()));
        }
        let bytes = n.checked_mul(size_of::<T>()).filter(|&bytes| isize::try_from(bytes).is_ok());
        let start = pointer.addr();
        let Some(bytes) = bytes.filter(|&bytes| start.checked_add(bytes).is_some()) else {
            return Err(too_long(name, n));
        };
        let span = Span { name, start, bytes, written };
        self.refuse_overlap(&span)?;
        let Some(slot) = self.spans.get_mut(self.used) else {
            // Unreachable: no function has that many arguments. Refusing is the safe answer all the same.
            return Err(too_many(name));
        };
        *slot = Some(span);
        self.used += 1;
        Ok(true)
    }

    #[inline(always)]
    fn refuse_overlap(&self, span: &Span) -> Outcome {
        for other in self.spans.iter().take(self.used).flatten() {
            if (span.written || other.written) && span.overlaps(other) {
                return Err(overlapping(other.name, span.name));
            }
        }
        Ok(())
    }
}

/// Bytes as flags for the core to write. They are cleared before: what C left there need not be 0 or 1.
pub(crate) fn mask(bytes: &mut [u8]) -> &mut [bool] {
    bytes.fill(0);
    // SAFETY: both types are one byte, every byte is 0, which is false, and every bool is a byte.
    unsafe { std::slice::from_raw_parts_mut(bytes.as_mut_ptr().cast(), bytes.len()) }
}

// The messages are made out of the way, so that the checks before them stay short.

#[cold]
#[inline(never)]
fn misaligned(name: &str, address: usize, align: usize) -> Failure {
    let detail = format!("{name} is at address {address:#x}, which is not a multiple of {align}");
    Failure::Call(HEALPIX_ERR_ALIGN, detail)
}

#[cold]
#[inline(never)]
fn overlapping(first: &str, second: &str) -> Failure {
    let detail = format!("{first} and {second} share memory, and one of them is written");
    Failure::Call(HEALPIX_ERR_OVERLAP, detail)
}

#[cold]
#[inline(never)]
fn too_many(name: &str) -> Failure {
    Failure::Call(HEALPIX_ERR_LENGTH, format!("{name} is one array too many"))
}

#[cold]
#[inline(never)]
fn null(name: &str, n: usize) -> Failure {
    Failure::Call(HEALPIX_ERR_NULL, format!("{name} is NULL, {n} element(s) expected"))
}

#[cold]
#[inline(never)]
fn too_long(name: &str, n: usize) -> Failure {
    Failure::Call(HEALPIX_ERR_LENGTH, format!("{name} cannot hold {n} elements: larger than memory"))
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
