//! Errors and warnings of a piece of work, told to a closure.

use core::cell::Cell;
use core::ffi::{CStr, c_char, c_void};
use core::ptr::null_mut;

use crate::scoped::{Callback, Lent, Setting};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// A call failed. Its error says the same.
    Error,
    /// Something was left out, put right or taken for granted, and the call went on.
    Warning,
    /// A level that this version does not know.
    Other(u32),
}

type Function = unsafe extern "C" fn(level: u32, message: *const c_char, user: *mut c_void);

thread_local! {
    static CURRENT: Cell<Callback<Function>> = const { Cell::new(None) };
}

/// Does some work while a closure hears of each error and warning in it, one line each.
///
/// The closure may call anything here; what goes wrong there is not told. Should it panic, it hears no more, and the panic
/// goes on when the work has returned. One `listen` within another takes its place for the time.
///
/// # Example
///
/// ```
/// use healpix_safe::{log, moc::Moc};
///
/// let mut warnings = Vec::new();
/// let moc = log::listen(|_, text| warnings.push(text.to_owned()), || Moc::from_ascii("3/1-5 5"))?;
/// assert_eq!(moc.n_cells(), 5);
/// assert_eq!(warnings, ["1 of the cells and ranges overlap others"]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn listen<F, R>(logger: F, work: impl FnOnce() -> R) -> R
where
    F: FnMut(Level, &str),
{
    let mut lent = Lent::new(logger);
    let setting = Setting::new(&CURRENT, set, (call::<F>, (&raw mut lent).cast()));
    let result = work();
    drop(setting);
    lent.finish();
    result
}

fn set(callback: Callback<Function>) {
    let (function, user) = callback.map_or((None, null_mut()), |(function, user)| (Some(function), user));
    // SAFETY: `listen` sets a function together with the closure that it is made for, and another one before that ends.
    unsafe { healpix_sys::healpix_set_log(function, user) };
}

/// # Safety
///
/// `user` must point to a `Lent<F>` that nobody else uses, and `message` to a text that ends in a zero byte.
unsafe extern "C" fn call<F>(level: u32, message: *const c_char, user: *mut c_void)
where
    F: FnMut(Level, &str),
{
    // SAFETY: by this function's contract; while it runs, the library does not call it again.
    let lent = unsafe { &mut *user.cast::<Lent<F>>() };
    // SAFETY: by this function's contract.
    let message = unsafe { CStr::from_ptr(message) }.to_string_lossy();
    const ERROR: u32 = healpix_sys::HEALPIX_LOG_ERROR as u32;
    const WARNING: u32 = healpix_sys::HEALPIX_LOG_WARNING as u32;
    let level = match level {
        ERROR => Level::Error,
        WARNING => Level::Warning,
        other => Level::Other(other),
    };
    lent.call((), |logger| logger(level, &message));
}
