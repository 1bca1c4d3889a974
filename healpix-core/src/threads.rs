//! How many threads long slices are worked on with (feature `parallel`).
//!
//! One, unless [`set_count`] says otherwise: a library does not take a machine's cores unasked. The number holds for the whole
//! process: for slice functions of at least 65536 elements, for MOCs from as many cells, positions or ranges, and for
//! batches of regions. Less is not worth the way to another thread. Results, errors included, are those of one thread.

use std::format;
use std::sync::{Arc, PoisonError, RwLock};

use rayon::ThreadPool;

use crate::error::{Error, Result};

/// The largest number of threads.
pub const MAX_COUNT: usize = 1024;

/// Slices shorter than this stay on the caller's thread.
const LONG: usize = 1 << 16;

/// Batches of fewer regions stay there too.
const MANY_REGIONS: usize = 64;

/// The threads, where there is more than the caller's one.
static POOL: RwLock<Option<Arc<ThreadPool>>> = RwLock::new(None);

/// The number of threads that work on long slices.
#[must_use]
pub fn count() -> usize {
    pool().map_or(1, |pool| pool.current_num_threads())
}

/// Sets the number of threads that work on long slices; 0 means one for each core. Calls that are under way go on with the
/// threads they have. Returns the number there is now.
///
/// # Errors
/// [`Error::Threads`] above [`MAX_COUNT`]; [`Error::Io`] where the system has no more threads. The number is then as it was.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, batch, threads};
/// threads::set_count(2)?;
/// let (lon, lat) = (vec![0.5; 100_000], vec![1.5; 100_000]);
/// let mut cells = vec![0; 100_000];
/// batch::nested::hash(Depth::new(29)?, &lon, &lat, &mut cells)?;
/// threads::set_count(1)?;
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn set_count(count: usize) -> Result<usize> {
    if count > MAX_COUNT {
        return Err(Error::Threads { count, max: MAX_COUNT });
    }
    let count =
        if count == 0 { std::thread::available_parallelism().map_or(1, usize::from).min(MAX_COUNT) } else { count };
    let refused = |error: rayon::ThreadPoolBuildError| {
        let reason = format!("{count} threads cannot be started: {error}");
        Error::Io { reason: reason.into() }
    };
    let pool = match count {
        1 => None,
        _ => Some(Arc::new(
            rayon::ThreadPoolBuilder::new()
                .num_threads(count)
                .thread_name(|number| format!("healpix-{number}"))
                .build()
                .map_err(refused)?,
        )),
    };
    *POOL.write().unwrap_or_else(PoisonError::into_inner) = pool;
    Ok(count)
}

fn pool() -> Option<Arc<ThreadPool>> {
    POOL.read().unwrap_or_else(PoisonError::into_inner).clone()
}

/// The threads to work on so many regions with; none where the caller's own is enough.
pub(crate) fn for_regions(len: usize) -> Option<Arc<ThreadPool>> {
    if len < MANY_REGIONS { None } else { pool() }
}

/// The threads to work on so many elements with; none where the caller's own is enough.
pub(crate) fn for_elements(len: usize) -> Option<Arc<ThreadPool>> {
    if len < LONG { None } else { pool() }
}

/// The same for work that is not done in stretches, which a watcher could not stop on other threads: none while there is one.
pub(crate) fn for_watched_elements(len: usize) -> Option<Arc<ThreadPool>> {
    if crate::progress::is_watched() { None } else { for_elements(len) }
}
