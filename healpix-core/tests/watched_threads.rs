//! Work on several threads that is watched: the same results as by one thread, and an end at any moment.

#![cfg(feature = "parallel")]
#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::cell::RefCell;
use std::f64::consts::TAU;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::thread::{ThreadId, current, scope};

use healpix_core::coverage::cones;
use healpix_core::index::{CrossMatch, Match, MatchLists};
use healpix_core::moc::CellRange;
use healpix_core::progress::{Progress, set_watcher};
use healpix_core::{AngleUnit, Depth, Error, Moc, PointIndex, Result, batch, threads};
use support::depth;
use support::random::Random;

/// A call, and its whole answer as numbers.
type Work = (&'static str, Box<dyn Fn() -> Result<Vec<u64>> + Sync>);
type Call = Box<dyn Fn(&Inputs) -> Result<Vec<u64>> + Sync>;

/// What the calls are made with.
struct Inputs {
    cells: Vec<u64>,
    lon: Vec<f64>,
    lat: Vec<f64>,
    radius: Vec<f64>,
    ranges: Vec<CellRange>,
    moc: Moc,
    index: PointIndex,
    other: PointIndex,
}

const DEPTH: u8 = 14;

impl Inputs {
    fn new() -> Self {
        let mut random = Random::new(17);
        let cells: Vec<u64> = (0..1_200_000).map(|_| random.below(depth(DEPTH).n_cells())).collect();
        let lon: Vec<f64> = (0..1_200_000).map(|_| TAU * random.unit()).collect();
        let lat: Vec<f64> = (0..1_200_000).map(|_| (2.0 * random.unit() - 1.0).asin()).collect();
        let range = |start: u64, len: u64| CellRange { start, end: start + len };
        let ranges = (0..600_000).map(|_| range(random.below(1 << 55), random.below(1 << 30))).collect();
        let index = |n: usize| PointIndex::from_slices(&lon[..n], &lat[..n]).expect("positions");
        Self {
            radius: (0..1_200_000).map(|k| f64::from(k % 50) * 1e-4).collect(),
            moc: Moc::from_cells(depth(DEPTH), &cells[..100_000]).expect("cells"),
            index: index(60_000),
            other: index(90_000),
            cells,
            lon,
            lat,
            ranges,
        }
    }
}

fn of_moc(moc: &Moc) -> Vec<u64> {
    moc.ranges().iter().flat_map(|range| [range.start, range.end]).collect()
}

fn of_matches(matches: &MatchLists) -> Vec<u64> {
    let bits = |found: &Match| [found.row.into(), found.distance.to_bits()];
    matches.offsets().iter().copied().chain(matches.matches().iter().flat_map(bits)).collect()
}

/// Everything that threads are used for and watchers hear of.
fn works() -> Vec<Work> {
    fn all(depth: Depth) -> impl Fn(&Inputs) -> Result<Vec<u64>> {
        move |given| Ok(of_moc(&Moc::from_points(depth, &given.lon, &given.lat)?))
    }
    fn matched(which: CrossMatch, radius: f64) -> impl Fn(&Inputs) -> Result<Vec<u64>> {
        move |given| {
            let pairs = given.index.cross_match(&given.other, radius, which)?;
            Ok(pairs.iter().flat_map(|p| [p.left.into(), p.right.into(), p.distance.to_bits()]).collect())
        }
    }
    let given = std::sync::Arc::new(Inputs::new());
    let work = |name, call: Call| -> Work {
        let given = std::sync::Arc::clone(&given);
        (name, Box::new(move || call(&given)))
    };
    vec![
        work("cells", Box::new(|given| Ok(of_moc(&Moc::from_cells(depth(DEPTH), &given.cells)?)))),
        work("points", Box::new(all(depth(29)))),
        work("dense points", Box::new(all(depth(9)))),
        work("ranges", Box::new(|given| Ok(of_moc(&Moc::from_ranges(depth(29), &given.ranges)?)))),
        work(
            "slices",
            Box::new(|given| {
                let mut cells = vec![0; given.lon.len()];
                batch::nested::hash(depth(20), &given.lon, &given.lat, &mut cells)?;
                Ok(cells)
            }),
        ),
        work(
            "lookup",
            Box::new(|given| {
                let mut inside = vec![false; given.cells.len()];
                given.moc.contains_cells(depth(DEPTH), &given.cells, &mut inside)?;
                Ok(inside.into_iter().map(u64::from).collect())
            }),
        ),
        work(
            "cones",
            Box::new(|given| {
                let n = 4000;
                let all = cones(depth(10), &given.lon[..n], &given.lat[..n], &given.radius[..n])?;
                Ok(all
                    .offsets()
                    .iter()
                    .copied()
                    .chain(all.cells().iter().map(|cell| cell.cell().map_or(0, |cell| cell.index())))
                    .collect())
            }),
        ),
        work(
            "index",
            Box::new(|given| {
                let index = PointIndex::from_slices(&given.lon, &given.lat)?;
                Ok(index.row_numbers()?.iter().copied().map(u64::from).chain(index.cell_keys()?.to_vec()).collect())
            }),
        ),
        work("best", Box::new(matched(CrossMatch::Best, 0.02))),
        work("all pairs", Box::new(matched(CrossMatch::All, 0.01))),
        work(
            "nearest",
            Box::new(|given| {
                let (lon, lat) = (&given.lon[..20_000], &given.lat[..20_000]);
                Ok(of_matches(&given.index.nearest_many(lon, lat, AngleUnit::Radians, 3)?))
            }),
        ),
        work(
            "within",
            Box::new(|given| {
                let (lon, lat, radius) = (&given.lon[..20_000], &given.lat[..20_000], &given.radius[..20_000]);
                Ok(of_matches(&given.index.within_many(lon, lat, radius, AngleUnit::Radians)?))
            }),
        ),
    ]
}

/// What a watcher heard, and on which thread, that said stop at the `stop`-th call.
fn watch<R>(stop: usize, work: impl FnOnce() -> R) -> (Vec<(Progress, ThreadId)>, R) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let kept = Rc::clone(&heard);
    set_watcher(Some(Box::new(move |progress| {
        kept.borrow_mut().push((progress, current().id()));
        if kept.borrow().len() == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })));
    let result = work();
    set_watcher(None);
    (heard.take(), result)
}

fn with<R>(count: usize, work: impl FnOnce() -> R) -> R {
    threads::with_count(count, work).expect("threads")
}

/// That a watcher heard of one call from its begin to its end.
fn check_words(name: &str, heard: &[(Progress, ThreadId)]) {
    assert!(heard.len() >= 2, "{name}: {heard:?}");
    assert!(heard.iter().all(|(_, thread)| *thread == current().id()), "{name}: another thread called the watcher");
    assert!(heard.is_sorted_by_key(|(progress, _)| progress.done), "{name}: {heard:?}");
    let total = heard[0].0.total;
    assert!(heard.iter().all(|(progress, _)| progress.total == total), "{name}: {heard:?}");
    assert!(total.is_none_or(|total| heard[heard.len() - 1].0.done == total), "{name}: {heard:?}");
    assert_eq!(total.is_none(), name == "cones");
}

#[test]
fn a_watcher_and_threads_leave_the_results_as_they_are() {
    for (name, work) in works() {
        let one = work().expect(name);
        assert!(!one.is_empty());
        let (heard, watched) = watch(usize::MAX, &work);
        assert!(watched.expect(name) == one, "{name}, one thread, watched");
        check_words(name, &heard);
        for count in 2..=4 {
            assert!(with(count, &work).expect(name) == one, "{name}, {count} threads");
            let (heard, watched) = watch(usize::MAX, || with(count, &work));
            assert!(watched.expect(name) == one, "{name}, {count} threads, watched");
            check_words(name, &heard);
        }
    }
}

#[test]
fn every_kind_of_work_stops_on_all_threads() {
    for (name, work) in works() {
        let one = work().expect(name);
        let (heard, _) = watch(usize::MAX, || with(2, &work));
        // How often it is called depends on which thread is how far.
        for stop in [1, heard.len() / 2, heard.len() - 1, heard.len()] {
            let (heard, result) = watch(stop, || with(2, &work));
            match result {
                Err(Error::Stopped) => assert_eq!(heard.len(), stop, "{name}: a word after stop"),
                Ok(result) => {
                    assert!(result == one, "{name}, {stop}");
                    assert!(stop > 1 && heard.len() <= stop, "{name}: stop was not heard");
                }
                Err(error) => panic!("{name}: {error}"),
            }
        }
        assert!(with(2, &work).expect(name) == one, "{name} afterwards");
    }
}

#[test]
fn a_watcher_may_panic_or_call_the_same_itself() {
    let works = works();
    let (name, work) = &works[0];
    let one = work().expect(name);
    set_watcher(Some(Box::new(|_| panic!("in the watcher"))));
    assert!(catch_unwind(AssertUnwindSafe(|| with(2, work))).is_err());
    set_watcher(None);

    let cells: Vec<u64> = (0..100_000).rev().map(|k| 3 * k).collect();
    let expected = Moc::from_cells(depth(12), &cells).expect("cells");
    let calls = Rc::new(RefCell::new(0));
    let counted = Rc::clone(&calls);
    set_watcher(Some(Box::new(move |_| {
        *counted.borrow_mut() += 1;
        assert_eq!(threads::count(), 2);
        assert_eq!(Moc::from_cells(depth(12), &cells).as_ref(), Ok(&expected));
        assert_eq!(
            threads::with_count(3, || Moc::from_cells(depth(12), &cells)).expect("threads").as_ref(),
            Ok(&expected)
        );
        ControlFlow::Continue(())
    })));
    let result = with(2, work);
    set_watcher(None);
    assert!(result.expect(name) == one && *calls.borrow() >= 2);
}

#[test]
fn callers_that_share_threads_have_watchers_of_their_own() {
    let works = works();
    let ones: Vec<Vec<u64>> = works.iter().map(|(name, work)| work().expect(name)).collect();
    scope(|scope| {
        for stops in [false, true, false] {
            let (works, ones) = (&works, &ones);
            scope.spawn(move || {
                for ((name, work), one) in works.iter().zip(ones) {
                    let (heard, result) = watch(if stops { 1 } else { usize::MAX }, || with(2, work));
                    if stops {
                        assert!(result == Err(Error::Stopped) && heard.len() == 1, "{name}");
                    } else {
                        assert!(result.expect(name) == *one, "{name}");
                        check_words(name, &heard);
                    }
                }
            });
        }
    });
}

#[test]
fn bad_questions_are_the_same_on_any_number_of_threads() {
    let (mut lon, lat) = (vec![0.5; 100_000], vec![0.25; 100_000]);
    let index = PointIndex::from_slices(&lon[..10], &lat[..10]).expect("positions");
    for bad in [70_000, 99_999, 80_000] {
        lon[bad] = f64::NAN;
    }
    let radius = vec![0.1; lon.len()];
    let ask = || {
        let mut cells = vec![0; lon.len()];
        [
            index.nearest_many(&lon, &lat, AngleUnit::Radians, 1).expect_err("a bad one"),
            index.within_many(&lon, &lat, &radius, AngleUnit::Radians).expect_err("a bad one"),
            Moc::from_points(depth(9), &lon, &lat).expect_err("a bad one"),
            batch::nested::hash(depth(9), &lon, &lat, &mut cells).expect_err("a bad one"),
        ]
    };
    for count in 1..=4 {
        for error in [with(count, ask), watch(usize::MAX, || with(count, ask)).1].iter().flatten() {
            assert!(matches!(error, Error::Elements { index: 70_000, count: 3, len: 100_000, .. }), "{error}");
        }
    }
}

#[test]
fn crowds_in_one_place_are_matched_as_by_one_thread() {
    // A crowd of both, amid other rows.
    let at = |k: usize| if (500..60_500).contains(&k) { 0.5 } else { 1e-4 * k as f64 };
    let lon: Vec<f64> = (0..61_000).map(at).collect();
    let lat = vec![0.25; lon.len()];
    let index = PointIndex::from_slices(&lon, &lat).expect("positions");
    let (few, fewer) = (&lon[60_480..], &lat[60_480..]);
    let small = PointIndex::from_slices(few, fewer).expect("positions");
    let best = || index.cross_match(&index, 0.01, CrossMatch::Best).expect("rows");
    let all = || index.cross_match(&small, 1e-3, CrossMatch::All).expect("rows");
    let (one, every) = (best(), all());
    assert!(one.len() == 61_000 && every.len() > 60_000 * 20);
    for count in 2..=3 {
        assert!(with(count, best) == one, "{count} threads");
    }
    assert!(with(2, all) == every);
}
