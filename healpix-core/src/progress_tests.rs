//! Watchers hear of long work, stop it, and may do anything meanwhile.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::vec;
use std::vec::Vec;

use super::*;
use crate::coverage::{self, Coverage};
use crate::index::CrossMatch;
use crate::region::{AnyRegion, Cone, EllipticalCone, Polygon, Zone};
use crate::{Depth, LonLat, Moc, Nside, PointIndex, batch};

type Heard = Rc<RefCell<Vec<Progress>>>;

/// Watches, stopping at the `stop`-th call, while `work` goes on.
fn watch<R>(stop: usize, work: impl FnOnce() -> R) -> (Vec<Progress>, R) {
    let heard: Heard = Rc::default();
    let kept = Rc::clone(&heard);
    set_watcher(Some(std::boxed::Box::new(move |progress| {
        kept.borrow_mut().push(progress);
        if kept.borrow().len() >= stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })));
    let result = work();
    set_watcher(None);
    (heard.take(), result)
}

fn cone(radius: f64) -> Cone {
    Cone::new(LonLat::new(0.3, 0.4).expect("a position"), radius).expect("a cone")
}

fn ellipse() -> EllipticalCone {
    EllipticalCone::new(LonLat::new(0.3, 0.4).expect("a position"), 0.5, 0.3, 0.2).expect("an ellipse")
}

fn index(n: usize, turn: f64) -> Result<PointIndex> {
    let lon: Vec<f64> = (0..n).map(|k| turn + k as f64 * 2.399963).collect();
    let lat: Vec<f64> = (0..n).map(|k| (2.0 * (k as f64 + 0.5) / n as f64 - 1.0).asin()).collect();
    PointIndex::from_slices(&lon, &lat)
}

fn depth(depth: u8) -> Depth {
    Depth::new(depth).expect("a depth")
}

/// Cells below a number of them, in no order.
fn cells_below(limit: u64) -> Vec<u64> {
    (0..400_000u64).map(|k| ((k.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) * limit) >> 32).collect()
}

fn random_cells() -> Vec<u64> {
    cells_below(depth(14).n_cells())
}

fn uniq_numbers() -> Vec<u64> {
    random_cells().iter().map(|cell| cell + (4 << 28)).collect()
}

/// A ring of vertices whose distance from the pole changes from one to the next: needles, where it changes much.
fn ring(n: usize, change: f64) -> Vec<LonLat> {
    let at = |k: usize| {
        let lat = 0.5 + if k % 2 == 0 { change } else { 0.0 };
        LonLat::new(k as f64 / n as f64 * core::f64::consts::TAU, lat).expect("a position")
    };
    (0..n).map(at).collect()
}

type Work = std::boxed::Box<dyn Fn() -> Result<usize>>;

/// Every kind of long work, at two sizes.
fn works() -> Vec<(&'static str, Work)> {
    let boxed =
        |work: fn() -> Result<usize>| -> std::boxed::Box<dyn Fn() -> Result<usize>> { std::boxed::Box::new(work) };
    vec![
        ("coverage", boxed(|| Ok(Coverage::of(depth(17), &cone(0.4))?.cells().len()))),
        ("budget", boxed(|| Ok(Coverage::with_budget(depth(20), &cone(0.4), 40_000)?.cells().len()))),
        ("centers", boxed(|| Ok(coverage::centers_in(depth(17), &cone(0.4))?.ranges().len()))),
        ("ring", boxed(|| Ok(coverage::ring_touched(Nside::new(1 << 18)?, &cone(1.0))?.len()))),
        ("ring tree", boxed(|| Ok(coverage::ring_touched(Nside::new(1 << 12)?, &ellipse())?.len()))),
        ("expanded", boxed(|| Ok(Coverage::of(depth(12), &cone(0.4))?.moc()?.expanded(3)?.ranges().len()))),
        (
            "parts",
            boxed(|| {
                Ok(Moc::from_cells(depth(12), &(0..40_000u64).map(|k| 5 * k).collect::<Vec<_>>())?
                    .split(crate::moc::Connectivity::Edges)?
                    .len())
            }),
        ),
        (
            "cross-match",
            boxed(|| Ok(index(20_000, 0.0)?.cross_match(&index(20_000, 0.001)?, 0.02, CrossMatch::All)?.len())),
        ),
        ("cells", boxed(|| Ok(Moc::from_cells(depth(14), &random_cells())?.ranges().len()))),
        ("dense cells", boxed(|| Ok(Moc::from_cells(depth(8), &cells_below(700_000))?.ranges().len()))),
        ("sorted cells", boxed(|| Ok(Moc::from_cells(depth(14), &(0..400_000).collect::<Vec<_>>())?.ranges().len()))),
        ("uniq numbers", boxed(|| Ok(Moc::from_uniq(depth(14), &uniq_numbers())?.ranges().len()))),
        (
            "points",
            boxed(|| {
                let lon: Vec<f64> = (0..400_000).map(|k| f64::from(k) * 2.399963).collect();
                let lat: Vec<f64> = (0..400_000).map(|k| (f64::from(k) / 200_000.0 - 1.0).asin()).collect();
                Ok(Moc::from_points(depth(14), &lon, &lat)?.ranges().len())
            }),
        ),
        ("index", boxed(|| Ok(index(200_000, 0.0)?.len()))),
        ("polygon", boxed(|| Ok(Polygon::new(&ring(20_000, 0.01))?.n_edges()))),
        ("needles", boxed(|| Ok(Polygon::new(&ring(8_000, 0.9))?.n_edges()))),
        (
            "slices",
            boxed(|| {
                let ones = vec![1.0; 3 << 20];
                let mut cells = vec![0; 3 << 20];
                batch::nested::hash(depth(12), &ones, &ones, &mut cells)?;
                Ok(cells.len())
            }),
        ),
    ]
}

#[test]
fn long_work_is_heard_of_and_its_result_stays_the_same() {
    for (name, work) in works() {
        let unwatched = work().expect("done");
        let (heard, watched) = watch(usize::MAX, &work);
        assert_eq!(watched.expect("done"), unwatched, "{name}");
        assert!(heard.len() >= 2, "{name}: {heard:?}");
        // A new call begins at 0 again; `expanded` and `cross-match` are several.
        assert!(heard.windows(2).filter(|two| two[0].done > two[1].done).count() <= 3, "{name}: {heard:?}");
        assert!(heard.iter().all(|progress| progress.total.is_none_or(|total| progress.done <= total)), "{name}");
    }
}

#[test]
fn every_kind_of_work_stops_where_it_is_told_to() {
    for (name, work) in works() {
        for stop in [1, 2] {
            let (heard, result) = watch(stop, &work);
            assert_eq!(result, Err(Error::Stopped), "{name} at {stop}");
            assert_eq!(heard.len(), stop, "{name}: the watcher was called after it said stop");
        }
        work().unwrap_or_else(|error| panic!("{name} afterwards: {error}"));
    }
}

#[test]
fn short_work_is_not_worth_a_word() {
    let (heard, result) = watch(1, || Coverage::of(depth(8), &cone(0.01)));
    assert!(heard.is_empty() && result.is_ok());
    let (heard, _) = watch(1, || Coverage::of(depth(29), &AnyRegion::AllSky));
    assert!(heard.is_empty());
}

#[test]
fn a_watcher_may_do_long_work_itself_and_replace_or_remove_itself() {
    let heard: Heard = Rc::default();
    let (kept, last) = (Rc::clone(&heard), Rc::clone(&heard));
    set_watcher(Some(std::boxed::Box::new(move |progress| {
        kept.borrow_mut().push(progress);
        // Unwatched, and it does not disturb the count.
        assert!(Coverage::of(depth(15), &cone(0.4)).is_ok());
        if kept.borrow().len() == 2 {
            let last = Rc::clone(&last);
            let next: Watcher = std::boxed::Box::new(move |progress| {
                last.borrow_mut().push(Progress { done: 0, ..progress });
                set_watcher(None);
                ControlFlow::Continue(())
            });
            assert!(set_watcher(Some(next)).is_none());
        }
        ControlFlow::Continue(())
    })));
    let zone = Zone::from_degrees(10.0, -20.0, 50.0, 30.0).expect("a zone");
    assert_eq!(Coverage::of(depth(18), &cone(0.4)), Coverage::of(depth(18), &cone(0.4)));
    assert!(Coverage::of(depth(12), &zone).is_ok());
    assert_eq!(heard.borrow().len(), 3);
    assert_eq!(heard.borrow().last().map(|progress| progress.done), Some(0));
    assert!(!is_watched() && set_watcher(None).is_none());
}

#[test]
fn a_panic_in_a_watcher_passes_through_and_leaves_all_in_order() {
    set_watcher(Some(std::boxed::Box::new(|_| panic!("in the watcher"))));
    let caught = catch_unwind(AssertUnwindSafe(|| Coverage::of(depth(17), &cone(0.4))));
    assert!(caught.is_err());
    assert!(is_watched(), "it is still set");
    set_watcher(None);
    let (heard, result) = watch(usize::MAX, || Coverage::of(depth(17), &cone(0.4)));
    assert!(heard.len() > 1 && result.is_ok());
}
