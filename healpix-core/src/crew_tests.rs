//! Parts on several threads: in order, stopped together, and none left behind whatever happens.

use alloc::boxed::Box;
use core::sync::atomic::AtomicIsize;
use core::time::Duration;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::sleep;

use super::*;
use crate::progress::{EVERY, Progress, set_watcher, task};

/// Counts how many parts are under way and how many were begun.
#[derive(Default)]
struct Counts {
    running: AtomicIsize,
    begun: AtomicUsize,
}

struct Running<'a>(&'a Counts);

impl Counts {
    fn begin(&self) -> Running<'_> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.running.fetch_add(1, Ordering::SeqCst);
        Running(self)
    }

    fn running(&self) -> isize {
        self.running.load(Ordering::SeqCst)
    }

    fn begun(&self) -> usize {
        self.begun.load(Ordering::SeqCst)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.fetch_sub(1, Ordering::SeqCst);
    }
}

fn numbers(n: u64) -> Vec<u64> {
    (0..n).collect()
}

/// With a crew of three.
fn crewed<R>(work: impl FnOnce(&Crew) -> R) -> R {
    threads::with_count(3, || work(&threads::for_elements(usize::MAX).expect("threads"))).expect("threads")
}

/// A part that takes a millisecond and counts as much as is worth a word.
fn part(counts: &Counts, number: u64) -> Result<u64> {
    let _running = counts.begin();
    sleep(Duration::from_millis(1));
    progress::check(EVERY as usize)?;
    Ok(2 * number)
}

#[test]
fn results_come_in_the_order_of_the_parts() {
    let late = |number| {
        sleep(Duration::from_micros(if number % 7 == 0 { 500 } else { 0 }));
        Ok(2 * number)
    };
    let expected: Vec<u64> = numbers(200).iter().map(|number| 2 * number).collect();
    assert_eq!(crewed(|crew| crew.each(numbers(200), late)), Ok(expected));
    assert_eq!(crewed(|crew| crew.each(numbers(0), late)), Ok(Vec::new()));
}

#[test]
fn after_a_failure_no_part_is_begun() {
    let counts = Counts::default();
    let result = crewed(|crew| {
        crew.each(numbers(1000), |number| match number {
            5 => Err(Error::OutOfMemory { elements: 5 }),
            _ => part(&counts, number),
        })
    });
    assert_eq!(result, Err(Error::OutOfMemory { elements: 5 }));
    assert!(counts.begun() < 50 && counts.running() == 0);
}

#[test]
fn a_stop_ends_all_parts_before_the_call_returns() {
    let counts = Counts::default();
    let mut calls = 0;
    set_watcher(Some(Box::new(move |_| {
        calls += 1;
        if calls < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })));
    let result = task(None, || crewed(|crew| crew.each(numbers(100_000), |number| part(&counts, number))));
    set_watcher(None);
    assert_eq!(result, Err(Error::Stopped));
    assert_eq!(counts.running(), 0);
    // Where the machine is busy the watcher comes late, but never after minutes.
    assert!((3..20_000).contains(&counts.begun()), "{}", counts.begun());
}

#[test]
fn a_panic_ends_all_parts_and_passes_through() {
    // In a part, unwatched and watched; in the watcher.
    let quiet: fn(Progress) -> ControlFlow<()> = |_| ControlFlow::Continue(());
    let loud: fn(Progress) -> ControlFlow<()> = |_| panic!("in the watcher");
    for (watcher, bad) in [(None, 5), (Some(quiet), 5), (Some(loud), u64::MAX)] {
        let counts = Counts::default();
        set_watcher(watcher.map(|watcher| Box::new(watcher) as progress::Watcher));
        let work = |number| {
            assert_ne!(number, bad, "in a part");
            part(&counts, number)
        };
        let caught = catch_unwind(AssertUnwindSafe(|| task(None, || crewed(|crew| crew.each(numbers(100_000), work)))));
        set_watcher(None);
        assert!(caught.is_err());
        assert!(counts.running() == 0 && counts.begun() < 20_000);
        assert_eq!(crewed(|crew| crew.each(numbers(3), |number| part(&counts, number))), Ok([0, 2, 4].into()));
    }
}

#[test]
fn what_the_parts_count_is_counted_once() {
    let heard = |look: fn(Crew) -> Crew| {
        let (tell, told) = std::sync::mpsc::channel();
        set_watcher(Some(Box::new(move |progress| {
            let _ = tell.send(progress.done);
            ControlFlow::Continue(())
        })));
        let work = || {
            let crew = look(threads::for_elements(usize::MAX).expect("threads"));
            // Less than a word, more than a word, nothing.
            crew.each(numbers(600), |number| progress::check([100, 70_000, 0][number as usize % 3]))
        };
        let result = task(None, || threads::with_count(3, work).expect("threads"));
        set_watcher(None);
        assert_eq!(result.map(|results| results.len()), Ok(600));
        let told: Vec<u64> = told.iter().collect();
        assert!(told.is_sorted());
        told.last().copied()
    };
    assert_eq!(heard(|crew| crew), Some(200 * 70_100));
    // Less by what is lost where it is divided.
    let looked = heard(|crew| crew.all_looking(10)).expect("words");
    assert!((20 * 70_100 - 600..=20 * 70_100).contains(&looked), "{looked}");
}

#[test]
fn what_the_watcher_or_a_part_calls_takes_no_threads() {
    let alone = || threads::with_count(2, || threads::for_elements(usize::MAX).is_none()).expect("threads");
    assert!(!alone());
    let (tell, told) = std::sync::mpsc::channel();
    set_watcher(Some(Box::new(move |_| {
        let _ = tell.send(alone());
        ControlFlow::Continue(())
    })));
    let part = |_| {
        sleep(Duration::from_millis(1));
        progress::check(EVERY as usize)?;
        Ok(alone())
    };
    let result = task(None, || crewed(|crew| crew.each(numbers(50), part)));
    set_watcher(None);
    assert_eq!(result.map(|parts| parts.iter().all(|alone| *alone)), Ok(true));
    // The last words come when the threads are done.
    let told: Vec<bool> = told.iter().collect();
    assert!(told[0] && told.len() >= 2 && !alone(), "{told:?}");
}
