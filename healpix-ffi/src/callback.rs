//! What a thread wants to hear: warnings, and how far long calls have come.

use std::ffi::{CString, c_char, c_void};
use std::ops::ControlFlow;

use healpix_core::log::{self, Level, Logger};
use healpix_core::progress::{self, Progress, Watcher};

use crate::panic::guard;
use crate::status::healpix_status;

/// Level of a log message: a call failed. The message is that of healpix_last_error_message.
pub const HEALPIX_LOG_ERROR: u32 = 1;
/// Level of a log message: something was left out, put right or taken for granted, and the call went on; for instance bad
/// elements in an array, a header without a coordinate system, cells that a text names twice.
pub const HEALPIX_LOG_WARNING: u32 = 2;

/// Sets the function that this thread's errors and warnings are told to. Without one they are not written anywhere.
///
/// - `log`: called with a level (HEALPIX_LOG_ERROR, HEALPIX_LOG_WARNING; be ready for others), a message of one line
///   in UTF-8 that is valid until it returns, and `user`. NULL takes the function away.
/// - `user`: handed to `log` as it is; may be NULL. It must stay good until another function is set or the thread ends.
///
/// The function belongs to the calling thread; others have their own. It is called from within the call that it tells of.
/// It may call any function of this library; what goes wrong there is not told. It must leave by returning: no longjmp,
/// and no C++ exception may leave it. HEALPIX_STOPPED and HEALPIX_END are no errors and are not told.
///
/// Returns HEALPIX_OK.
///
/// # Safety
///
/// `log` must be NULL or a function that may be called with `user` from this thread until it is replaced.
///
/// # Example
///
/// ```c
/// static void keep_last(uint32_t level, const char *message, void *user)
/// {
///     (void)level;
///     snprintf((char *)user, 100, "%s", message);
/// }
///
/// char last[100] = "";
/// uint32_t nside;
/// healpix_set_log(keep_last, last);
/// assert(healpix_grid_nside(30, &nside) == HEALPIX_ERR_DEPTH && strcmp(last, "depth 30 is outside 0..=29") == 0);
/// healpix_set_log(NULL, NULL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_set_log(
    log: Option<unsafe extern "C" fn(level: u32, message: *const c_char, user: *mut c_void)>,
    user: *mut c_void,
) -> healpix_status {
    guard(|_| {
        log::set_logger(log.map(|log| -> Logger {
            Box::new(move |level, text| {
                let level = if level == Level::Error { HEALPIX_LOG_ERROR } else { HEALPIX_LOG_WARNING };
                // A text may quote a file, and files may hold a zero byte.
                let message = CString::new(text.replace(['\0', '\n', '\r'], " ")).unwrap_or_default();
                // SAFETY: the caller of `healpix_set_log` vouches for the function; the message lives until it returns.
                unsafe { log(level, message.as_ptr(), user) };
            })
        }));
        Ok(())
    })
}

/// Sets the function that hears how far long calls of this thread have come, and may stop them.
///
/// - `progress`: called every few milliseconds while a long call is under way, with the units done since it began, the units
///   of the whole call (0 where that cannot be known beforehand) and `user`. What a unit is depends on the call: elements,
///   rows, bytes, cells looked at. It returns 0 to go on; anything else ends the call, which returns HEALPIX_STOPPED. NULL
///   takes the function away.
/// - `user`: handed to `progress` as it is; may be NULL. It must stay good until another function is set or the thread
///   ends.
///
/// Long calls are coverages, visits, MOCs, point indexes, cross-matches, files, and arrays of more than a million
/// elements. One that is stopped writes nothing; but of arrays the elements up to there are done. A file that was being
/// written is removed, and one that was to be replaced stays as it was.
///
/// The function belongs to the calling thread; others have their own. It may call any function of this library; those calls
/// are not watched, and one that would change or free a handle which the watched call uses returns HEALPIX_ERR_BUSY. It must
/// leave alone the arrays of the watched call. It must leave by returning: no longjmp, and no C++ exception may
/// leave it.
///
/// Returns HEALPIX_OK.
///
/// # Safety
///
/// `progress` must be NULL or a function that may be called with `user` from this thread until it is replaced.
///
/// # Example
///
/// ```c
/// static int32_t not_longer_than(uint64_t done, uint64_t total, void *user)
/// {
///     (void)done, (void)total;
///     return --*(int *)user == 0; /* also a good place to ask whether a key was pressed */
/// }
///
/// healpix_coverage *coverage = NULL;
/// int patience = 3;
/// healpix_set_progress(not_longer_than, &patience);
/// assert(healpix_coverage_cone_deg(22, 279.2347, 38.7837, 10.0, &coverage) == HEALPIX_STOPPED && coverage == NULL);
/// healpix_set_progress(NULL, NULL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_set_progress(
    progress: Option<unsafe extern "C" fn(done: u64, total: u64, user: *mut c_void) -> i32>,
    user: *mut c_void,
) -> healpix_status {
    guard(|_| {
        progress::set_watcher(progress.map(|progress| -> Watcher {
            Box::new(move |Progress { done, total }| {
                // SAFETY: the caller of `healpix_set_progress` vouches for the function.
                match unsafe { progress(done, total.unwrap_or(0), user) } {
                    0 => ControlFlow::Continue(()),
                    _ => ControlFlow::Break(()),
                }
            })
        }));
        Ok(())
    })
}
