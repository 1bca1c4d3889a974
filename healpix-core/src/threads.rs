//! How many threads long slices are worked on with (feature `parallel`).
//!
//! One, unless [`set_count`] says otherwise: a library does not take a machine's cores unasked. The number holds for the whole
//! process: for slice functions of at least 65536 elements, for MOCs from as many cells, positions or ranges, for set
//! operations on MOCs with as many ranges, for point indexes with as many new rows, for cross-matches, and for batches of regions and of
//! questions to a point index. Less is not worth the way to another thread. Results, errors included, are those of one thread.
//!
//! A [`progress`](crate::progress) watcher hears on its own thread of what all of them do, and stops all of them; calls that it
//! makes meanwhile are done by its thread alone. Two threads that ask for as many share them, and may wait for one another's calls.

use core::cell::{Cell, RefCell};
use core::ops::Deref;
use std::format;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::vec::Vec;

use rayon::ThreadPool;

use crate::crew::Crew;
use crate::error::{Error, Result};

/// The largest number of threads.
pub const MAX_COUNT: usize = 1024;

/// Slices shorter than this stay on the caller's thread.
const LONG: usize = 1 << 16;

/// Batches of fewer regions stay there too.
const MANY_REGIONS: usize = 64;

/// Fewer rows than this are matched there, too.
const MANY_ROWS: usize = 1 << 8;

/// Pools kept for the next call that wants so many threads.
const KEPT: usize = 4;

/// The threads to work with: none where the caller's own is enough.
type Threads = Option<Arc<Pool>>;

/// What [`set_count`] said.
static POOL: RwLock<Threads> = RwLock::new(None);

/// The pools last asked for.
static POOLS: Mutex<Vec<Arc<Pool>>> = Mutex::new(Vec::new());

std::thread_local! {
    /// What [`set_own`] says on this thread.
    static OWN: RefCell<Option<Threads>> = const { RefCell::new(None) };
    /// Whether this is a thread of a pool, or one that waits for them and calls its watcher: both would wait for themselves.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Threads, and the process they live in: a child made by `fork` has none of them.
#[derive(Debug)]
struct Pool {
    threads: ThreadPool,
    process: u32,
}

/// The number of threads that work on long slices.
#[must_use]
pub fn count() -> usize {
    pool().map_or(1, |pool| pool.threads.current_num_threads())
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
    let count = resolved(count);
    let pool = pool_of(count)?;
    *POOL.write().unwrap_or_else(PoisonError::into_inner) = pool;
    Ok(count)
}

/// Sets the number of threads for long slices of calls on this thread, whatever [`set_count`] says; 0 means one for each core, `None` that
/// [`set_count`] counts again. Returns what held before.
///
/// # Errors
/// As for [`set_count`]; the number is then as it was.
///
/// # Examples
/// ```
/// use healpix_core::threads;
/// assert_eq!(threads::set_own(Some(2))?, None);
/// assert_eq!(threads::count(), 2);
/// assert_eq!(std::thread::spawn(threads::count).join().ok(), Some(1));
/// assert_eq!(threads::set_own(None)?, Some(2));
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn set_own(count: Option<usize>) -> Result<Option<usize>> {
    let own = match count {
        Some(count) if count > MAX_COUNT => return Err(Error::Threads { count, max: MAX_COUNT }),
        Some(count) => Some(pool_of(resolved(count))?),
        None => None,
    };
    let before = OWN.replace(own);
    Ok(before.map(|pool| pool.map_or(1, |pool| pool.threads.current_num_threads())))
}

/// Does `work` with so many threads (0: one for each core) for long slices, whatever [`set_count`] said. It holds for calls on this thread,
/// and ends with `work`. The threads are kept for the next time.
///
/// # Errors
/// As for [`set_count`]; `work` is then not called.
///
/// # Examples
/// ```
/// use healpix_core::threads;
/// assert_eq!(threads::with_count(3, threads::count)?, 3);
/// assert_eq!(threads::count(), 1);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn with_count<R>(count: usize, work: impl FnOnce() -> R) -> Result<R> {
    /// Puts back what held before, however the work ends.
    struct Back(Option<Threads>);
    impl Drop for Back {
        fn drop(&mut self) {
            OWN.set(self.0.take());
        }
    }
    let _back = Back(OWN.with_borrow(Clone::clone));
    set_own(Some(count))?;
    Ok(work())
}

/// One for each core, where that is asked for.
fn resolved(count: usize) -> usize {
    if count == 0 { std::thread::available_parallelism().map_or(1, usize::from).min(MAX_COUNT) } else { count }
}

/// So many threads: those kept from an earlier call, or new ones.
fn pool_of(count: usize) -> Result<Threads> {
    if count <= 1 {
        return Ok(None);
    }
    let process = std::process::id();
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    // To drop a pool is to wait for its threads; those of another process never answer.
    while let Some(at) = pools.iter().position(|pool| pool.process != process) {
        core::mem::forget(pools.swap_remove(at));
    }
    if let Some(at) = pools.iter().position(|pool| pool.threads.current_num_threads() == count) {
        let pool = pools.remove(at);
        pools.push(Arc::clone(&pool));
        return Ok(Some(pool));
    }
    let refused = |error: rayon::ThreadPoolBuildError| {
        let reason = format!("{count} threads cannot be started: {error}");
        Error::Io { reason: reason.into() }
    };
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(count)
        .thread_name(|number| format!("healpix-{number}"))
        .start_handler(|_| BUSY.set(true))
        .build()
        .map_err(refused)?;
    let pool = Arc::new(Pool { threads, process });
    if pools.len() >= KEPT {
        pools.remove(0);
    }
    pools.push(Arc::clone(&pool));
    Ok(Some(pool))
}

fn pool() -> Threads {
    if let Some(own) = OWN.with_borrow(Clone::clone) {
        return own;
    }
    let pool = POOL.read().unwrap_or_else(PoisonError::into_inner).clone()?;
    if pool.process == std::process::id() {
        return Some(pool);
    }
    // A child of fork: the number is the parent's, the threads are its own.
    core::mem::forget(Arc::clone(&pool));
    let count = pool.threads.current_num_threads();
    let own = pool_of(count).ok().flatten();
    POOL.write().unwrap_or_else(PoisonError::into_inner).clone_from(&own);
    own
}

/// A pool for as long as a call needs it.
pub(crate) struct Held(Arc<Pool>);

impl Deref for Held {
    type Target = ThreadPool;

    fn deref(&self) -> &ThreadPool {
        &self.0.threads
    }
}

/// The threads to work on so many regions with; none where the caller's own is enough.
pub(crate) fn for_regions(len: usize) -> Option<Crew> {
    crew(len, MANY_REGIONS)
}

/// The threads to match so many rows with; none where the caller's own is enough.
pub(crate) fn for_rows(len: usize) -> Option<Crew> {
    crew(len, MANY_ROWS)
}

/// The threads to work on so many elements with; none where the caller's own is enough.
pub(crate) fn for_elements(len: usize) -> Option<Crew> {
    crew(len, LONG)
}

fn crew(len: usize, least: usize) -> Option<Crew> {
    if len < least || BUSY.get() { None } else { pool().map(|pool| Crew::new(Held(pool))) }
}

/// What is called on this thread is done by this thread, until the answer is dropped.
pub(crate) fn busy() -> impl Drop {
    struct Busy(bool);
    impl Drop for Busy {
        fn drop(&mut self) {
            BUSY.set(self.0);
        }
    }
    Busy(BUSY.replace(true))
}
