//! Calls of one element. Their outputs are a few single places, so they need no list of arrays to compare with, and
//! what they compute goes there at the very end: a few instructions beside the core's.

use std::panic::{AssertUnwindSafe, catch_unwind};

use healpix_core::Result;

use crate::check::Args;
use crate::panic::{panicked, quiet};
use crate::status::{Failure, HEALPIX_ERR_PANIC, HEALPIX_OK, healpix_status, report};

/// Computes the values of a call and writes each to its place, or none.
///
/// The error of `body` comes before those of the places, which are checked as [`Args`] checks an output.
///
/// # Safety
///
/// Every place that is not refused must be writable for one `T`.
#[inline(always)]
pub(crate) unsafe fn one<T: Copy, const N: usize>(
    places: [(&'static str, *mut T); N],
    body: impl FnOnce() -> Result<[T; N]>,
) -> healpix_status {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(values)) if sound(&places) => {
            for ((_, place), value) in places.into_iter().zip(values) {
                // SAFETY: non-null, aligned and apart from each other by `sound`; writable by this function's contract.
                unsafe { place.write(value) };
            }
            HEALPIX_OK
        }
        Ok(Ok(_)) => refuse(places),
        Ok(Err(error)) => fail(Failure::Core(error)),
        Err(payload) => panicked(payload),
    }
}

/// Computes the values of a call right where they go, for those that are too large to be carried there. `body` writes on
/// success only.
///
/// # Safety
///
/// The place, if it is not refused, must be readable and writable for one `T`, whose every bit pattern is one.
#[inline(always)]
pub(crate) unsafe fn one_in_place<T: Copy>(
    place: (&'static str, *mut T),
    body: impl FnOnce(&mut T) -> Result<()>,
) -> healpix_status {
    if !sound(&[place]) {
        return refuse([place]);
    }
    // SAFETY: non-null and aligned by `sound`; writable, and nobody else's during the call, by this function's contract.
    let to = unsafe { &mut *place.1 };
    match catch_unwind(AssertUnwindSafe(|| body(to))) {
        Ok(Ok(())) => HEALPIX_OK,
        Ok(Err(error)) => fail(Failure::Core(error)),
        Err(payload) => panicked(payload),
    }
}

/// Whether values can be written there. Two aligned places of one type are the same or apart.
#[inline(always)]
fn sound<T, const N: usize>(places: &[(&'static str, *mut T); N]) -> bool {
    places.iter().enumerate().all(|(k, (_, place))| {
        !place.is_null()
            && place.is_aligned()
            && place.addr().checked_add(size_of::<T>()).is_some()
            && places.iter().take(k).all(|(_, other)| other != place)
    })
}

/// Says what is wrong with the places, in the words of [`Args`].
#[cold]
#[inline(never)]
fn refuse<T, const N: usize>(places: [(&'static str, *mut T); N]) -> healpix_status {
    let mut args = Args::new();
    let failure = places.into_iter().find_map(|(name, place)| args.place(name, place).err());
    failure.map_or(HEALPIX_ERR_PANIC, fail)
}

#[cold]
#[inline(never)]
fn fail(failure: Failure) -> healpix_status {
    quiet(HEALPIX_ERR_PANIC, || report(&failure))
}

#[cfg(test)]
#[path = "single_tests.rs"]
mod tests;
