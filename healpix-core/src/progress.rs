//! How far long work has come, told to a function of the caller's, which may stop it.
//!
//! A watcher belongs to the thread that set it and hears of everything long that is called there: coverages, polygons,
//! MOCs, point indexes, cross-matches, files, long slices; also of what other [`threads`](crate::threads) do for these. It is called every few
//! milliseconds, never from another thread. Short work goes unnoticed; without a watcher nothing is counted.
//!
//! Needs the feature `std`.

use core::ops::ControlFlow;

use crate::error::{Error, Result};

/// How far a call has come. The units are the call's own: elements, rows, bytes, cells looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Units done since the call began. Never less than the last time.
    pub done: u64,
    /// Units of the whole call, which `done` reaches with the last word; none where that cannot be known beforehand, as for the cells of a
    /// region.
    pub total: Option<u64>,
}

/// What [`set_watcher`] takes: it returns `Break` to stop the call that it was told of, which then is
/// [`Error::Stopped`].
#[cfg(feature = "std")]
pub type Watcher = std::boxed::Box<dyn FnMut(Progress) -> ControlFlow<()>>;

#[cfg(feature = "std")]
pub use watched::set_watcher;
#[cfg(feature = "parallel")]
pub(crate) use watched::{EVERY, help, is_at_task};
#[cfg(feature = "std")]
pub(crate) use watched::{is_watched, pause, stopped, task};

/// Without a thread's memory there is nobody to tell.
#[cfg(not(feature = "std"))]
mod unwatched {
    use super::{ControlFlow, Result};

    #[inline(always)]
    pub(crate) fn task<R>(_total: Option<u64>, work: impl FnOnce() -> Result<R>) -> Result<R> {
        work()
    }
    #[inline(always)]
    pub(crate) fn pause(_units: usize) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
    #[inline(always)]
    pub(crate) fn stopped() -> bool {
        false
    }
    #[inline(always)]
    pub(crate) fn is_watched() -> bool {
        false
    }
}
#[cfg(not(feature = "std"))]
pub(crate) use unwatched::{is_watched, pause, stopped, task};

/// Units for a cell looked at: it takes the time of so many elements of a slice function.
pub(crate) const LOOK: usize = 16;

/// Elements of a slice between two calls of the watcher: a few milliseconds. More often would cost too much where it waits for a lock.
pub(crate) const SLICE: usize = 1 << 20;

/// [`pause`] where errors are results.
#[inline]
pub(crate) fn check(units: usize) -> Result<()> {
    if pause(units).is_break() { Err(Error::Stopped) } else { Ok(()) }
}

#[cfg(feature = "std")]
mod watched {
    use core::cell::Cell;
    #[cfg(feature = "parallel")]
    use {core::cell::RefCell, std::sync::Arc};

    #[cfg(feature = "parallel")]
    pub(crate) use helping::{help, is_at_task};

    use super::{ControlFlow, Progress, Result, Watcher};
    #[cfg(feature = "parallel")]
    use crate::crew::Tally;
    use crate::hook::Hook;

    /// Units between two calls of the watcher: some milliseconds of the quickest work, less than a tenth of a second of
    /// the slowest.
    pub(crate) const EVERY: u64 = 1 << 16;

    /// What is under way on this thread.
    struct Watch {
        watcher: Hook<dyn FnMut(Progress) -> ControlFlow<()>>,
        running: Cell<bool>,
        done: Cell<u64>,
        total: Cell<Option<u64>>,
        /// Units done that the watcher has not heard of.
        untold: Cell<u64>,
        told: Cell<bool>,
        stopped: Cell<bool>,
        /// The call of another thread that this one helps with: its watcher counts, not this thread's.
        #[cfg(feature = "parallel")]
        helped: RefCell<Option<Arc<Tally>>>,
    }

    std::thread_local! {
        /// Whether somebody counts, and is not just being told: all that work without a watcher looks at.
        static WATCHED: Cell<bool> = const { Cell::new(false) };
        static WATCH: Watch = const {
            Watch {
                watcher: Hook::new(),
                running: Cell::new(false),
                done: Cell::new(0),
                total: Cell::new(None),
                untold: Cell::new(0),
                told: Cell::new(false),
                stopped: Cell::new(false),
                #[cfg(feature = "parallel")]
                helped: RefCell::new(None),
            }
        };
    }

    /// Sets the function that hears how far long calls on this thread have come, or with `None` takes it away. Returns the one
    /// before; none if this is called by the watcher itself, which then is replaced as soon as it returns.
    ///
    /// Calls that the watcher makes are not watched.
    ///
    /// # Examples
    /// ```
    /// use std::ops::ControlFlow;
    /// use healpix_core::coverage::Coverage;
    /// use healpix_core::region::Cone;
    /// use healpix_core::{Depth, Error, LonLat, progress};
    ///
    /// let mut calls = 0;
    /// progress::set_watcher(Some(Box::new(move |progress| {
    ///     calls += 1;
    ///     println!("{} cells looked at", progress.done);
    ///     if calls < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    /// })));
    /// let cone = Cone::new(LonLat::from_degrees(10.0, 20.0)?, 0.5)?;
    /// assert_eq!(Coverage::of(Depth::new(20)?, &cone), Err(Error::Stopped));
    /// progress::set_watcher(None);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn set_watcher(watcher: Option<Watcher>) -> Option<Watcher> {
        with(|watch| {
            WATCHED.set(watcher.is_some());
            watch.watcher.replace(watcher)
        })
        .flatten()
    }

    /// Whether somebody wants to know.
    #[inline]
    pub(crate) fn is_watched() -> bool {
        WATCHED.get()
    }

    /// Does something that may take long, of so many units. Parts of it that are tasks too belong to the whole.
    pub(crate) fn task<R>(total: Option<u64>, work: impl FnOnce() -> Result<R>) -> Result<R> {
        if !is_watched() || with(|watch| watch.running.get()).unwrap_or(true) {
            return work();
        }
        with(|watch| watch.start(total));
        // Dropped however the work ends.
        let _running = Running;
        let result = work();
        if result.is_ok() {
            with(Watch::finish);
        }
        result
    }

    /// None while the thread is being torn down.
    fn with<R>(f: impl FnOnce(&Watch) -> R) -> Option<R> {
        WATCH.try_with(f).ok()
    }

    struct Running;

    impl Drop for Running {
        fn drop(&mut self) {
            with(|watch| watch.running.set(false));
        }
    }

    /// So many units are done: goes on, or not.
    #[inline]
    pub(crate) fn pause(units: usize) -> ControlFlow<()> {
        if is_watched() { count(units as u64) } else { ControlFlow::Continue(()) }
    }

    /// Whether the task that runs has been stopped.
    pub(crate) fn stopped() -> bool {
        is_watched() && with(|watch| watch.running.get() && watch.stopped.get()).unwrap_or(false)
    }

    #[cold]
    #[inline(never)]
    fn count(units: u64) -> ControlFlow<()> {
        with(|watch| watch.count(units)).unwrap_or(ControlFlow::Continue(()))
    }

    impl Watch {
        fn start(&self, total: Option<u64>) {
            self.running.set(true);
            self.total.set(total);
            self.done.set(0);
            self.untold.set(0);
            self.told.set(false);
            self.stopped.set(false);
        }

        fn count(&self, units: u64) -> ControlFlow<()> {
            if !self.running.get() {
                return ControlFlow::Continue(());
            }
            if self.stopped.get() {
                return ControlFlow::Break(());
            }
            self.untold.set(self.untold.get().saturating_add(units));
            #[cfg(feature = "parallel")]
            if let Some(flow) = self.help() {
                self.stopped.set(flow.is_break());
                return flow;
            }
            if self.untold.get() < EVERY {
                return ControlFlow::Continue(());
            }
            let flow = self.tell();
            self.stopped.set(flow.is_break());
            flow
        }

        /// The last call says that all is done; to stop is too late then.
        fn finish(&self) {
            if self.told.get() && !self.stopped.get() {
                // The units of some parts are a guess.
                self.untold.set(self.total.get().unwrap_or(self.untold.get()));
                let _ = self.tell();
            }
        }

        fn tell(&self) -> ControlFlow<()> {
            let done = self.done.get().saturating_add(self.untold.replace(0));
            // What is done may be more than was expected, never more than all.
            let total = self.total.get();
            let done = total.map_or(done, |total| done.min(total));
            self.done.set(done);
            self.told.set(true);
            WATCHED.set(false);
            let _again = Again(&self.watcher);
            self.watcher.call(|watcher| watcher(Progress { done, total })).unwrap_or(ControlFlow::Continue(()))
        }
    }

    /// Threads that help with a call of another one.
    #[cfg(feature = "parallel")]
    mod helping {
        use core::ops::ControlFlow;
        use std::sync::Arc;

        use super::{WATCHED, Watch, with};
        use crate::crew::Tally;

        /// Units that a thread counts by itself before it tells the others.
        const SOME: u64 = 1 << 12;

        /// Whether a task is under way on this thread that somebody watches.
        pub(crate) fn is_at_task() -> bool {
            super::is_watched() && with(|watch| watch.running.get()).unwrap_or(false)
        }

        /// What is done on this thread from now on is part of a call of another one, which is watched, or not.
        pub(crate) fn help(tally: Option<Arc<Tally>>) -> Helping {
            let own = with(|watch| Own {
                running: watch.running.replace(true),
                untold: watch.untold.replace(0),
                stopped: watch.stopped.replace(false),
                helped: watch.helped.replace(tally.clone()),
            });
            Helping { watched: WATCHED.replace(tally.is_some()), own, tally }
        }

        /// Dropped when the help ends, or has panicked.
        pub(crate) struct Helping {
            tally: Option<Arc<Tally>>,
            watched: bool,
            own: Option<Own>,
        }

        /// What was under way here before.
        struct Own {
            running: bool,
            untold: u64,
            stopped: bool,
            helped: Option<Arc<Tally>>,
        }

        impl Drop for Helping {
            fn drop(&mut self) {
                let mut rest = 0;
                if let Some(own) = self.own.take() {
                    with(|watch| {
                        rest = watch.untold.replace(own.untold);
                        watch.running.set(own.running);
                        watch.stopped.set(own.stopped);
                        watch.helped.replace(own.helped);
                    });
                }
                WATCHED.set(self.watched);
                if let Some(tally) = &self.tally {
                    let _ = tally.add(rest);
                    tally.leave();
                }
            }
        }

        impl Watch {
            /// Tells another thread of what is done, if this one helps it.
            pub(super) fn help(&self) -> Option<ControlFlow<()>> {
                let helped = self.helped.borrow();
                let tally = helped.as_ref()?;
                if self.untold.get() < SOME {
                    return Some(ControlFlow::Continue(()));
                }
                Some(tally.add(self.untold.replace(0)))
            }
        }
    }

    /// Dropped when the watcher has been called, or has panicked.
    struct Again<'w>(&'w Hook<dyn FnMut(Progress) -> ControlFlow<()>>);

    impl Drop for Again<'_> {
        fn drop(&mut self) {
            WATCHED.set(self.0.is_set());
        }
    }
}

#[cfg(all(test, feature = "std"))]
#[path = "progress_tests.rs"]
mod tests;
