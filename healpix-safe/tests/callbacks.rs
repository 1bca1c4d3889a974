//! Closures that hear of progress and of what goes wrong: they may stop, panic, call back, and lie one in another.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use healpix_safe::coverage::Coverage;
use healpix_safe::moc::Moc;
use healpix_safe::progress::Progress;
use healpix_safe::region::Region;
use healpix_safe::{ErrorKind, Result, log, nested, progress, ring};

/// Some milliseconds of work.
fn long() -> Result<Coverage> {
    Coverage::cone_deg(17, 10.0, 20.0, 20.0)
}

const ON: ControlFlow<()> = ControlFlow::Continue(());
const STOP: ControlFlow<()> = ControlFlow::Break(());

#[test]
fn a_watcher_hears_of_long_work_and_changes_nothing() {
    let mut heard: Vec<Progress> = Vec::new();
    let watched = progress::watch(
        |progress| {
            heard.push(progress);
            ON
        },
        long,
    );
    assert_eq!(watched.expect("good").cells(), long().expect("good").cells());
    assert!(heard.len() > 2 && heard.is_sorted_by_key(|progress| progress.done), "{heard:?}");
}

#[test]
fn a_watcher_stops_at_every_kth_call() {
    for k in 1..6 {
        let mut calls = 0;
        let result = progress::watch(
            |_| {
                calls += 1;
                if calls == k { STOP } else { ON }
            },
            || (long().map(|_| ()), Coverage::cone_deg(5, 0.0, 0.0, 1.0).map(|_| ())),
        );
        assert_eq!(result.0.map_err(|error| error.kind()), Err(ErrorKind::Stopped));
        // Only the call under way was stopped.
        assert_eq!((result.1, calls), (Ok(()), k));
    }
}

#[test]
fn a_panic_in_a_watcher_stops_the_call_and_comes_out_behind_the_work() {
    for k in 1..4u32 {
        let (mut calls, mut kind, mut reached) = (0, None, false);
        let caught = catch_unwind(AssertUnwindSafe(|| {
            progress::watch(
                |_| {
                    calls += 1;
                    assert!(calls < k, "call {calls}");
                    ON
                },
                || {
                    kind = long().err().map(|error| error.kind());
                    reached = true;
                },
            )
        }));
        let payload = caught.expect_err("it panicked");
        assert_eq!(payload.downcast_ref::<String>(), Some(&format!("call {k}")));
        assert_eq!((kind, reached, calls), (Some(ErrorKind::Stopped), true, k));
    }
    // Nothing is left of it.
    assert!(long().is_ok());
}

#[test]
fn work_that_panics_leaves_no_watcher_behind() {
    let caught = catch_unwind(|| progress::watch(|_| STOP, || panic!("in the work")));
    assert!(caught.is_err());
    assert!(long().is_ok());
}

#[test]
fn watchers_lie_one_in_another_and_may_work_themselves() {
    let order = RefCell::new(Vec::new());
    let note = |who: &'static str| {
        order.borrow_mut().push(who);
        ON
    };
    progress::watch(
        |_| {
            // Unwatched.
            assert!(Coverage::cone_deg(14, 0.0, 0.0, 20.0).is_ok());
            note("outer")
        },
        || {
            long().expect("good");
            progress::watch(|_| note("inner"), long).expect("good");
            long().expect("good");
        },
    );
    let mut order = order.into_inner();
    order.dedup();
    assert_eq!(order, ["outer", "inner", "outer"]);
}

#[test]
fn a_stop_reaches_visitors_mocs_and_streams() {
    let region = Region::cone_deg(10.0, 20.0, 30.0).expect("good");
    let mut seen = 0;
    let visit = progress::watch(
        |_| STOP,
        || {
            Coverage::visit(18, &region, |cells| {
                seen += cells.len();
                ON
            })
        },
    );
    assert_eq!(visit.map_err(|error| error.kind()), Err(ErrorKind::Stopped));
    assert!(seen > 0);
    let moc = Moc::from_region(14, &region).expect("good");
    let expanded = progress::watch(|_| STOP, || moc.expanded(2).map(|_| ()));
    assert_eq!(expanded.map_err(|error| error.kind()), Err(ErrorKind::Stopped));
    let wide = Moc::from_cells(14, &(0..400_000).map(|k| 3 * k).collect::<Vec<u64>>()).expect("good");
    let path = std::env::temp_dir().join(format!("healpix-stopped-{}.fits", std::process::id()));
    let written = progress::watch(|_| STOP, || wide.write_fits_file(&path, healpix_safe::io::FitsKind::Range));
    assert_eq!(written.map_err(|error| error.kind()), Err(ErrorKind::Stopped));
    assert!(!path.exists(), "a file that was not finished stays under its name");
    wide.write_fits_file(&path, healpix_safe::io::FitsKind::Range).expect("good");
    let read = progress::watch(|_| STOP, || Moc::read_fits_file(&path).map(|_| ()));
    std::fs::remove_file(&path).expect("the file");
    assert_eq!(read.map_err(|error| error.kind()), Err(ErrorKind::Stopped));
}

#[test]
fn a_logger_hears_errors_and_warnings_once() {
    let mut heard = Vec::new();
    let mut cells = [0; 2];
    log::listen(
        |level, text| heard.push((level, text.to_owned())),
        || {
            assert!(nested::hash_one(30, 0.0, 0.0).is_err());
            assert!(nested::hash(3, &[0.0, f64::NAN], &[0.0, 0.0], &mut cells).is_err());
            assert!(ring::neighbor_iter(1, 0).expect("good").count() > 0);
        },
    );
    let levels: Vec<log::Level> = heard.iter().map(|(level, _)| *level).collect();
    assert_eq!(levels, [log::Level::Error, log::Level::Warning], "{heard:?}");
    assert!(heard[1].1.contains("index 1"), "{heard:?}");
    // Nobody listens any more.
    assert!(nested::hash_one(30, 0.0, 0.0).is_err());
    assert_eq!(levels.len(), 2);
}

#[test]
fn a_panic_in_a_logger_comes_out_behind_the_work() {
    let mut kind = None;
    let caught = catch_unwind(AssertUnwindSafe(|| {
        log::listen(|_, _| panic!("in the logger"), || kind = nested::hash_one(30, 0.0, 0.0).err())
    }));
    assert_eq!(caught.expect_err("it panicked").downcast_ref::<&str>(), Some(&"in the logger"));
    assert_eq!(
        kind.map(|error| (error.kind(), error.to_string())),
        Some((ErrorKind::Depth, "depth 30 is outside 0..=29".into()))
    );
}
