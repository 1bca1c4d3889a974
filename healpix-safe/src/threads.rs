//! How many threads long slices are worked on with: one, unless [`set_count`] says otherwise.

use crate::error::{Result, check};

/// Sets the number of threads that work on long slices, for the whole process; 0 means one for each core.
///
/// Calls with at least 65536 elements, batches of regions, MOCs from as many cells, positions or ranges and set operations on
/// as many ranges are divided among so many threads; shorter ones stay on the caller's. Results and errors are the same for any number.
///
/// # Errors
///
/// [`Threads`](crate::ErrorKind::Threads) above 1024; [`Io`](crate::ErrorKind::Io) where the system has no more threads. The
/// number is then as it was.
///
/// # Example
///
/// ```
/// use healpix_safe::threads;
///
/// threads::set_count(2)?;
/// assert_eq!(threads::count(), 2);
/// assert!(threads::set_count(100_000).is_err());
/// threads::set_count(1)?;
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn set_count(count: usize) -> Result<()> {
    // SAFETY: the function takes any number.
    check(unsafe { healpix_sys::healpix_set_threads(count) })
}

/// Does `work` with so many threads (0: one for each core) for long slices, whatever [`set_count`] said. It holds for calls on this
/// thread, and ends with `work`.
///
/// # Errors
///
/// As for [`set_count`]; `work` is then not called.
///
/// # Example
///
/// ```
/// use healpix_safe::threads;
///
/// assert_eq!(threads::with_count(3, threads::count)?, 3);
/// assert_eq!(threads::count(), 1);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn with_count<R>(count: usize, work: impl FnOnce() -> R) -> Result<R> {
    /// Puts back what held before, however the work ends.
    struct Back(i64);
    impl Drop for Back {
        fn drop(&mut self) {
            let mut own = -1;
            // SAFETY: the place is a local. The number held before, so its threads are there and it cannot be refused.
            unsafe { healpix_sys::healpix_set_own_threads(self.0, &raw mut own) };
        }
    }
    let mut previous = -1;
    // A number that is no i64 is refused like any other that is too large.
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    // SAFETY: the place is a local.
    check(unsafe { healpix_sys::healpix_set_own_threads(count, &raw mut previous) })?;
    let _back = Back(previous);
    Ok(work())
}

/// The number of threads that work on long slices.
#[must_use]
pub fn count() -> usize {
    // SAFETY: the function takes nothing and returns a number.
    unsafe { healpix_sys::healpix_threads() }
}
