//! Closures that C calls: they may stop, panic, call back into the library, and keep what they like of their own.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use healpix_safe::coverage::{Cell, Coverage};
use healpix_safe::region::Region;
use healpix_safe::{ErrorKind, Result};

/// A region with many chunks of cells at depth 9.
fn large() -> Result<Region> {
    Region::cone_deg(10.0, 20.0, 30.0)
}

#[test]
fn a_panic_ends_the_walk_and_goes_on_behind_it() {
    let region = large().expect("good");
    let mut calls = 0;
    let walk = catch_unwind(AssertUnwindSafe(|| {
        Coverage::visit(9, &region, |cells| {
            calls += 1;
            assert!(calls < 2, "the visitor saw {} cells", cells.len());
            ControlFlow::Continue(())
        })
    }));
    let payload = walk.expect_err("it panicked");
    assert_eq!(payload.downcast_ref::<String>().map(String::as_str), Some("the visitor saw 1024 cells"));
    assert_eq!(calls, 2);
    // The region is as good as before, and the library too.
    assert!(region.contains_deg_one(10.0, 20.0).expect("good"));
    assert!(Coverage::visit(3, &region, |_| ControlFlow::Continue(())).expect("good").is_continue());
}

/// A payload whose own destructor panics is the caller's to handle: it comes out whole.
#[test]
fn a_panic_of_any_payload_comes_out_as_it_went_in() {
    let region = large().expect("good");
    let walk = catch_unwind(AssertUnwindSafe(|| Coverage::visit(9, &region, |_| std::panic::panic_any(17u64))));
    assert_eq!(walk.expect_err("it panicked").downcast_ref::<u64>(), Some(&17));
}

#[test]
fn what_was_seen_before_a_stop_stays_good() {
    let region = large().expect("good");
    let whole = Coverage::of(9, &region).expect("good");
    let mut seen: Vec<Cell> = Vec::new();
    let flow = Coverage::visit(9, &region, |cells| {
        seen.extend_from_slice(cells);
        if seen.len() < 3000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert_eq!(flow, Ok(ControlFlow::Break(())));
    assert!(seen.len() >= 3000 && seen.len() < whole.cells().len());
    assert_eq!(seen, whole.cells()[..seen.len()]);
}

#[test]
fn a_visitor_may_call_the_library() {
    let region = large().expect("good");
    let mut inner = 0;
    let flow = Coverage::visit(9, &region, |cells| {
        let one = region.relation_one(cells[0].depth, cells[0].index).map(|relation| relation as u8);
        assert_eq!(one, Ok(1 + cells[0].full));
        // A walk inside the walk, and a failure inside it.
        let walk = Coverage::visit(4, &region.clone(), |cells| {
            inner += cells.len();
            ControlFlow::Break(())
        });
        assert_eq!(walk, Ok(ControlFlow::Break(())));
        assert_eq!(Coverage::of(30, &region).expect_err("too deep").kind(), ErrorKind::Depth);
        ControlFlow::Continue(())
    });
    assert_eq!(flow, Ok(ControlFlow::Continue(())));
    assert!(inner > 100);
}

#[test]
fn a_refused_walk_makes_no_call() {
    let region = large().expect("good");
    let error = Coverage::visit(30, &region, |_| unreachable!("there is nothing to see")).expect_err("too deep");
    assert_eq!(error.kind(), ErrorKind::Depth);
    let nothing = Region::empty().expect("good");
    let flow = Coverage::visit(29, &nothing, |_| unreachable!("there is nothing to see"));
    assert_eq!(flow, Ok(ControlFlow::Continue(())));
}

/// Results need neither each other nor what they were made from; clones share a region until the last one goes.
#[test]
fn handles_go_in_any_order() -> Result<()> {
    let (west, east) = (Region::cone_deg(10.0, 0.0, 6.0)?, Region::cone_deg(20.0, 0.0, 6.0)?);
    let both = Region::union(&[&west, &east, &west.clone()])?;
    let copy = both.clone();
    let coverage = Coverage::of(6, &both)?;
    drop(west);
    drop(both);
    assert!(copy.contains_deg_one(24.0, 0.0)?);
    drop(copy);
    drop(east);
    let moc = coverage.moc()?;
    let (first, second) = (coverage.iter()?, coverage.iter()?);
    drop(first);
    assert_eq!(second.count() as u64, coverage.n_flat());
    drop(coverage);
    drop(moc);
    Ok(())
}
