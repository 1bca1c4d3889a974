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

/// The number of threads that work on long slices.
#[must_use]
pub fn count() -> usize {
    // SAFETY: the function takes nothing and returns a number.
    unsafe { healpix_sys::healpix_threads() }
}
