//! How far long work has come, told to a closure that may stop it.

use core::cell::Cell;
use core::ffi::c_void;
use core::ops::ControlFlow;
use core::ptr::null_mut;

use crate::scoped::{Callback, Lent, Setting};

/// How far a call has come. The units are the call's own: elements, rows, bytes, cells looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Units done since the call began. Never less than the last time.
    pub done: u64,
    /// Units of the whole call; none where that cannot be known beforehand, as for the cells of a region.
    pub total: Option<u64>,
}

type Function = unsafe extern "C" fn(done: u64, total: u64, user: *mut c_void) -> i32;

thread_local! {
    static CURRENT: Cell<Callback<Function>> = const { Cell::new(None) };
}

/// Does some work while a closure hears how far each long call in it has come: coverages, visits, MOCs, point indexes,
/// cross-matches, files, slices of more than a million elements. The closure is called every few milliseconds; short calls
/// go unnoticed.
///
/// Where it returns `Break`, the call that is under way returns an error of the kind
/// [`Stopped`](crate::ErrorKind::Stopped). It may call anything here, and is not called meanwhile. Should it panic, that
/// call is stopped too, and the panic goes on when the work has returned. One `watch` within another takes its place for
/// the time.
///
/// # Example
///
/// ```
/// use std::ops::ControlFlow;
///
/// use healpix_safe::{ErrorKind, coverage::Coverage, progress};
///
/// let mut calls = 0;
/// let watcher = |_| {
///     calls += 1;
///     if calls < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
/// };
/// let result = progress::watch(watcher, || Coverage::cone_deg(20, 10.0, 20.0, 30.0));
/// assert_eq!(result.map_err(|error| error.kind()).err(), Some(ErrorKind::Stopped));
/// assert_eq!(calls, 3);
/// ```
pub fn watch<F, R>(watcher: F, work: impl FnOnce() -> R) -> R
where
    F: FnMut(Progress) -> ControlFlow<()>,
{
    let mut lent = Lent::new(watcher);
    let setting = Setting::new(&CURRENT, set, (call::<F>, (&raw mut lent).cast()));
    let result = work();
    drop(setting);
    lent.finish();
    result
}

fn set(callback: Callback<Function>) {
    let (function, user) = callback.map_or((None, null_mut()), |(function, user)| (Some(function), user));
    // SAFETY: `watch` sets a function together with the closure that it is made for, and another one before that ends.
    unsafe { healpix_sys::healpix_set_progress(function, user) };
}

/// # Safety
///
/// `user` must point to a `Lent<F>` that nobody else uses.
unsafe extern "C" fn call<F>(done: u64, total: u64, user: *mut c_void) -> i32
where
    F: FnMut(Progress) -> ControlFlow<()>,
{
    // SAFETY: by this function's contract; while it runs, the library does not call it again.
    let lent = unsafe { &mut *user.cast::<Lent<F>>() };
    let progress = Progress { done, total: (total > 0).then_some(total) };
    i32::from(lent.call(ControlFlow::Break(()), |watcher| watcher(progress)).is_break())
}
