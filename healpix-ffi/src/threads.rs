//! How many threads long arrays are worked on with.

use healpix_core::threads;

use crate::panic::{guard, quiet};
use crate::status::healpix_status;

/// Sets the number of threads that work on long arrays, for the whole process.
///
/// - `count`: 1 to 1024; 0 means one for each core. At first it is 1.
///
/// Element-wise calls with at least 65536 elements, batches of regions and of questions to a point index, MOCs from as many
/// cells, positions or ranges and set operations on as many ranges are divided among so many threads; shorter ones stay on the
/// caller's. Results and errors are the same for any number. May be called at any time and from any thread; calls under way go
/// on as they are. A process made by fork has threads of its own, as many.
///
/// Errors: HEALPIX_ERR_THREADS; HEALPIX_ERR_IO where the system has no more threads. The number is then as it was.
///
/// # Example
///
/// ```c
/// assert(healpix_set_threads(2) == HEALPIX_OK && healpix_threads() == 2);
/// assert(healpix_set_threads(1) == HEALPIX_OK && healpix_threads() == 1);
/// assert(healpix_set_threads(100000) == HEALPIX_ERR_THREADS);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_set_threads(count: usize) -> healpix_status {
    guard(|_| {
        threads::set_count(count)?;
        Ok(())
    })
}

/// Number of threads that work on long arrays.
///
/// # Example
///
/// ```c
/// assert(healpix_threads() == 1); /* unless healpix_set_threads was called */
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_threads() -> usize {
    quiet(1, threads::count)
}

/// Sets the number of threads that work on long arrays of calls on this thread, whatever healpix_set_threads says.
///
/// - `count`: 1 to 1024; 0 means one for each core; -1 that the number of healpix_set_threads counts again.
/// - `previous`: one place for the number that held on this thread before, -1 if there was none.
///
/// The threads are kept for the next call that wants so many. Results and errors are the same for any number.
///
/// Errors: HEALPIX_ERR_THREADS; HEALPIX_ERR_IO where the system has no more threads. The number is then as it was, and `previous` is not written.
///
/// # Example
///
/// ```c
/// int64_t previous;
/// assert(healpix_set_own_threads(2, &previous) == HEALPIX_OK && previous == -1 && healpix_threads() == 2);
/// /* ... long work with two threads, whatever other threads of the program want ... */
/// assert(healpix_set_own_threads(previous, &previous) == HEALPIX_OK && healpix_threads() == 1);
/// ```
///
/// # Safety
///
/// `previous` must be NULL, which is refused, or writable for one number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_set_own_threads(count: i64, previous: *mut i64) -> healpix_status {
    guard(|call| {
        // SAFETY: the caller promises a writable place, or NULL, which is refused.
        let place = unsafe { call.target("previous", previous) }?;
        let wanted = match count {
            -1 => None,
            _ => Some(usize::try_from(count).unwrap_or(usize::MAX)),
        };
        let before = threads::set_own(wanted)?;
        *place = before.map_or(-1, |count| i64::try_from(count).unwrap_or(i64::MAX));
        Ok(())
    })
}
