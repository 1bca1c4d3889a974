//! A closure that panics at every one of its calls: the panic arrives where the call was made, and the library goes on.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use healpix_safe::coverage::Coverage;
use healpix_safe::io::FitsMap;
use healpix_safe::moc::Moc;
use healpix_safe::region::Region;

const MAP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../healpix-core/tests/data/moc/healpy_ring_8_f4.fits");

/// Runs `call` with a closure to be called back, which panics at each of its calls in turn.
fn panics_everywhere(least: usize, call: impl Fn(&mut dyn FnMut())) {
    let mut calls = 0;
    call(&mut || calls += 1);
    assert!(calls >= least, "{calls}");
    for at in 1..=calls {
        let mut seen = 0;
        let caught = catch_unwind(AssertUnwindSafe(|| {
            call(&mut || {
                seen += 1;
                assert!(seen != at, "call {at}");
            });
        }));
        let payload = caught.expect_err("the panic arrives");
        let text = payload.downcast_ref::<String>().expect("as it was thrown");
        assert_eq!(*text, format!("call {at}"));
        assert_eq!(seen, at, "called after a panic");
    }
}

#[test]
fn a_closure_panics_at_any_call() {
    // Every one of them would be printed.
    std::panic::set_hook(Box::new(|_| ()));
    let region = Region::cone(1.0, 0.5, 0.9).expect("a cone");
    panics_everywhere(3, |called| {
        let flow = Coverage::visit(10, &region, |_| {
            called();
            ControlFlow::Continue(())
        });
        assert_eq!(flow, Ok(ControlFlow::Continue(())));
    });
    let bytes = std::fs::read(MAP).expect("a map");
    panics_everywhere(768, |called| {
        let moc = Moc::from_fits_map(&bytes, |value| {
            called();
            value > 0.0
        });
        assert!(moc.is_ok());
    });
    panics_everywhere(768, |called| {
        let moc = FitsMap::open(MAP).expect("a map").into_moc(|value| {
            called();
            value > 0.0
        });
        assert!(moc.is_ok());
    });
    let _ = std::panic::take_hook();
    // It is as good as before.
    let coverage = Coverage::of(3, &region).expect("a coverage");
    assert!(!coverage.cells().is_empty());
}
