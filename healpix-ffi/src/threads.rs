//! How many threads long arrays are worked on with.

use healpix_core::threads;

use crate::panic::{guard, quiet};
use crate::status::healpix_status;

/// Sets the number of threads that work on long arrays, for the whole process.
///
/// - `count`: 1 to 1024; 0 means one for each core. At first it is 1.
///
/// Element-wise calls with at least 65536 elements, batches of regions, MOCs from as many cells, positions or ranges and set
/// operations on as many ranges are divided among so many threads; shorter ones stay on the caller's. Results and errors are the same for any number. May be called at any time and from any thread; calls
/// under way go on as they are. In a process that forks, set it after the fork.
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
