//! Several threads at the parts of one call.
//!
//! ```text
//! calling thread: each(parts) ──► waits, and tells its watcher how far the others are ──► results, in order
//! others:                     ──► take the next part, count what they do in it; go on unless they are stopped
//! ```
//!
//! No part waits for another one, so a thread never has parts of two calls at hand, and all of them end soon after their
//! call is stopped.

use alloc::vec::{IntoIter, Vec};
use core::iter::Enumerate;
use core::ops::ControlFlow;
use core::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{Thread, current, panicking, park};

use crate::error::{Error, Result};
use crate::progress;
use crate::room::reserved;
use crate::threads::{self, Held};

/// The threads of a call.
pub(crate) struct Crew {
    threads: Held,
    /// Of how many units done one counts.
    share: u64,
    /// Units between two calls of the watcher.
    word: u64,
}

impl Crew {
    pub(crate) fn new(threads: Held) -> Self {
        Self { threads, share: 1, word: progress::EVERY }
    }

    /// Number of threads.
    pub(crate) fn len(&self) -> usize {
        self.threads.current_num_threads()
    }

    /// The same where so many parts each look at everything: what one of them has done counts that much less.
    pub(crate) fn all_looking(self, parts: usize) -> Self {
        Self { share: parts.max(1) as u64, ..self }
    }

    /// The same for elements of slices.
    pub(crate) fn on_slices(self) -> Self {
        Self { word: progress::SLICE as u64, ..self }
    }

    /// Does something on these threads that nobody watches; it may use `rayon::join` and its like.
    pub(crate) fn install<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        self.threads.install(work)
    }

    /// Does something with each part; the results are in the order of the parts. In between, the watcher of the calling
    /// thread is called there, if it has one and is at a task.
    pub(crate) fn each<P: Send, R: Send>(&self, parts: Vec<P>, work: impl Fn(P) -> Result<R> + Sync) -> Result<Vec<R>> {
        let helpers = self.len().min(parts.len());
        let tally = progress::is_at_task().then(|| Arc::new(Tally::new(helpers, self)));
        let queue = Queue::new(parts)?;
        self.threads.in_place_scope(|scope| {
            for _ in 0..helpers {
                scope.spawn(|_| {
                    let _helping = progress::help(tally.clone());
                    queue.work_off(&work, tally.as_deref());
                });
            }
            if let Some(tally) = &tally {
                let _own = threads::busy();
                tally.watch();
            }
        });
        if let Some(tally) = &tally {
            if tally.is_stopped() {
                return Err(Error::Stopped);
            }
            progress::check(tally.take() as usize)?;
        }
        queue.results()
    }
}

/// Parts that wait, and the results of those that are done.
struct Queue<P, R> {
    parts: Mutex<Enumerate<IntoIter<P>>>,
    results: Mutex<Vec<(usize, Result<R>)>>,
    /// No part is left, or none is worth doing: one has failed.
    over: AtomicBool,
}

impl<P, R> Queue<P, R> {
    fn new(parts: Vec<P>) -> Result<Self> {
        Ok(Self {
            results: Mutex::new(reserved(parts.len())?),
            parts: Mutex::new(parts.into_iter().enumerate()),
            over: AtomicBool::new(false),
        })
    }

    fn work_off(&self, work: &impl Fn(P) -> Result<R>, tally: Option<&Tally>) {
        /// Also at a panic.
        struct Over<'a>(&'a AtomicBool);
        impl Drop for Over<'_> {
            fn drop(&mut self) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let _over = Over(&self.over);
        while !self.over.load(Ordering::Relaxed) && !tally.is_some_and(Tally::is_stopped) {
            let Some((number, part)) = locked(&self.parts).next() else { break };
            let result = work(part);
            let failed = result.is_err();
            locked(&self.results).push((number, result));
            if failed {
                break;
            }
        }
    }

    fn results(self) -> Result<Vec<R>> {
        let mut results = self.results.into_inner().unwrap_or_else(PoisonError::into_inner);
        results.sort_unstable_by_key(|(number, _)| *number);
        results.into_iter().map(|(_, result)| result).collect()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the threads have done of a call that is watched, and whether they go on.
pub(crate) struct Tally {
    caller: Thread,
    share: u64,
    word: u64,
    /// Units done that the caller has not counted.
    untold: AtomicU64,
    /// Threads that are not done.
    helpers: AtomicUsize,
    stopped: AtomicBool,
}

impl Tally {
    fn new(helpers: usize, crew: &Crew) -> Self {
        Self {
            caller: current(),
            share: crew.share,
            word: crew.word,
            untold: AtomicU64::new(0),
            helpers: AtomicUsize::new(helpers),
            stopped: AtomicBool::new(false),
        }
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// So many units are done on some thread: goes on, or not.
    pub(crate) fn add(&self, units: u64) -> ControlFlow<()> {
        let units = units / self.share;
        let before = self.untold.fetch_add(units, Ordering::Relaxed);
        if before < self.word && before.saturating_add(units) >= self.word {
            self.caller.unpark();
        }
        if self.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// A thread is done.
    pub(crate) fn leave(&self) {
        if self.helpers.fetch_sub(1, Ordering::Release) == 1 {
            self.caller.unpark();
        }
    }

    fn take(&self) -> u64 {
        self.untold.swap(0, Ordering::Relaxed)
    }

    /// Waits until all threads are done, and calls the watcher each time that they have done enough.
    fn watch(&self) {
        /// Where the watcher panics, the others do not go on either.
        struct Stop<'a>(&'a AtomicBool);
        impl Drop for Stop<'_> {
            fn drop(&mut self) {
                if panicking() {
                    self.0.store(true, Ordering::Relaxed);
                }
            }
        }
        let _stop = Stop(&self.stopped);
        while self.helpers.load(Ordering::Acquire) > 0 {
            if self.untold.load(Ordering::Relaxed) < self.word {
                park();
            } else if progress::pause(self.take() as usize).is_break() {
                self.stopped.store(true, Ordering::Relaxed);
            }
        }
    }
}

#[cfg(test)]
#[path = "crew_tests.rs"]
mod tests;
