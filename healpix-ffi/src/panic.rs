//! The panic wall: nothing unwinds into C.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::check::Args;
use crate::status::{Failure, HEALPIX_ERR_PANIC, HEALPIX_OK, Outcome, healpix_status, report};

/// Runs the body of a fallible exported function: hands it the pointer checks, turns its failure into a code
/// with a message, and a panic into HEALPIX_ERR_PANIC.
///
/// The slices that `Args` makes live as long as `'call`, so none of them can leave the body.
#[inline]
pub(crate) fn guard<F>(body: F) -> healpix_status
where
    F: for<'call> FnOnce(&mut Args<'call>) -> Outcome,
{
    let caught = catch_unwind(AssertUnwindSafe(|| match body(&mut Args::new()) {
        Ok(()) => HEALPIX_OK,
        Err(failure) => report(&failure),
    }));
    caught.unwrap_or_else(panicked)
}

#[cold]
#[inline(never)]
pub(crate) fn panicked(payload: Box<dyn Any + Send>) -> healpix_status {
    let text = describe(payload);
    quiet(HEALPIX_ERR_PANIC, || report(&Failure::Call(HEALPIX_ERR_PANIC, text)))
}

/// Runs the body of an infallible exported function; a panic gives `otherwise`.
pub(crate) fn quiet<T: Copy>(otherwise: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        describe(payload);
        otherwise
    })
}

/// The text of a panic. A payload of another type is leaked: its destructor could panic in turn.
fn describe(payload: Box<dyn Any + Send>) -> String {
    let payload = match payload.downcast::<String>() {
        Ok(text) => return format!("panic: {text}"),
        Err(other) => other,
    };
    match payload.downcast::<&'static str>() {
        Ok(text) => format!("panic: {text}"),
        Err(other) => {
            std::mem::forget(other);
            "panic".to_owned()
        }
    }
}

#[cfg(test)]
#[path = "panic_tests.rs"]
pub(crate) mod tests;
