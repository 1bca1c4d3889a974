//! What a caller may want to know of calls that go on all the same: rows left out, files put right.
//!
//! A logger belongs to the thread that set it. Without one nothing is written anywhere, and no text is made.
//!
//! Needs the feature `std`.

use alloc::string::String;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// A call failed. The core never says so: it returns the error. Front ends whose callers may overlook one do.
    Error,
    /// Something was left out, put right or taken for granted, and the call went on.
    Warning,
}

/// What [`set_logger`] takes: a function of the level and of one sentence without a line break.
#[cfg(feature = "std")]
pub type Logger = std::boxed::Box<dyn FnMut(Level, &str)>;

/// What a logger is.
#[cfg(feature = "std")]
type Hear = dyn FnMut(Level, &str);

#[cfg(feature = "std")]
std::thread_local! {
    static LOGGER: crate::hook::Hook<Hear> = const { crate::hook::Hook::new() };
}

/// Sets the function that is told of warnings on this thread, or with `None` takes it away. Returns the one before; none
/// if the logger itself calls this, which then is replaced as soon as it returns.
///
/// What happens in calls that the logger makes is not told.
///
/// # Examples
/// ```
/// use std::sync::mpsc;
/// use healpix_core::log;
///
/// let (heard, warnings) = mpsc::channel();
/// log::set_logger(Some(Box::new(move |level, text| heard.send((level, text.to_owned())).unwrap_or_default())));
/// // ... read a file that another program wrote ...
/// log::set_logger(None);
/// assert_eq!(warnings.iter().count(), 0);
/// ```
#[cfg(feature = "std")]
pub fn set_logger(logger: Option<Logger>) -> Option<Logger> {
    LOGGER.try_with(|hook| hook.replace(logger)).ok().flatten()
}

/// Tells this thread's logger of something; the text is made only where there is one. For front ends.
///
/// # Examples
/// ```
/// use healpix_core::log::{self, Level};
/// log::write(Level::Warning, || "3 of 1000 rows have no position and are left out".to_owned());
/// ```
#[cfg(feature = "std")]
pub fn write(level: Level, text: impl FnOnce() -> String) {
    // While a thread ends there is nobody to tell.
    let _ = LOGGER.try_with(|hook| hook.call(|logger| logger(level, &text())));
}

/// Tells of something that goes on all the same.
pub(crate) fn warn(text: impl FnOnce() -> String) {
    #[cfg(feature = "std")]
    write(Level::Warning, text);
    #[cfg(not(feature = "std"))]
    drop(text);
}

#[cfg(all(test, feature = "fits"))]
#[path = "log_tests.rs"]
mod tests;
