//! Handles know who uses them, and dead ones are known in builds with debug assertions.

use std::ptr::null_mut;
use std::rc::Rc;

use super::*;
use crate::check::Args;
use crate::panic::guard;
use crate::panic::tests::last_message;
use crate::status::{HEALPIX_OK, healpix_status};

fn made<T>(value: T) -> *mut T {
    let mut out = null_mut();
    give(value, &mut out).expect("memory");
    out
}

/// Reads, or changes, a handle for as long as `inside` takes.
fn during(handle: *mut u64, change: bool, inside: impl FnOnce()) -> healpix_status {
    guard(|args: &mut Args<'_>| {
        if change {
            // SAFETY: the handle is live.
            let value = unsafe { args.handle_mut("outer", handle)? };
            *value += 1;
        } else {
            // SAFETY: the handle is live.
            unsafe { args.handle("outer", handle)? };
        }
        inside();
        Ok(())
    })
}

#[test]
fn a_handle_that_is_read_may_be_read_again_and_nothing_else() {
    let handle = made(7u64);
    let outer = during(handle, false, || {
        assert_eq!(during(handle, false, || {}), HEALPIX_OK);
        assert_eq!(during(handle, true, || {}), HEALPIX_ERR_BUSY);
        assert_eq!(last_message(), "outer is in use by the call whose callback this is");
        // SAFETY: live; and `free` refuses.
        unsafe {
            assert_eq!(ask(handle, 0, |value| *value), 7);
            free(handle);
        }
        assert_eq!(last_message(), "the handle to free is in use by the call whose callback this is");
    });
    assert_eq!(outer, HEALPIX_OK);
    // SAFETY: it is still alive, and nobody uses it now.
    unsafe {
        assert_eq!(ask(handle, 0, |value| *value), 7);
        free(handle);
    }
}

#[test]
fn a_handle_that_is_changed_is_nobody_elses() {
    let handle = made(7u64);
    let outer = during(handle, true, || {
        assert_eq!(during(handle, false, || {}), HEALPIX_ERR_BUSY);
        assert_eq!(during(handle, true, || {}), HEALPIX_ERR_BUSY);
        // SAFETY: live; and both refuse.
        unsafe {
            assert_eq!(ask(handle, 1, |value| *value), 1);
            free(handle);
        }
    });
    assert_eq!(outer, HEALPIX_OK);
    assert_eq!(during(handle, true, || {}), HEALPIX_OK);
    // SAFETY: live, and nobody uses it now.
    unsafe {
        assert_eq!(ask(handle, 0, |value| *value), 9);
        free(handle);
    }
}

#[test]
fn a_call_that_fails_or_panics_lets_go() {
    let handle = made(7u64);
    let failing = guard(|args| {
        // SAFETY: the handle is live.
        unsafe { args.handle_mut("first", handle)? };
        // SAFETY: refused.
        unsafe { args.handle::<u64>("second", null_mut())? };
        Ok(())
    });
    assert_eq!(failing, crate::status::HEALPIX_ERR_NULL);
    assert_eq!(during(handle, true, || panic!("inside")), crate::status::HEALPIX_ERR_PANIC);
    assert_eq!(during(handle, true, || {}), HEALPIX_OK);
    // More handles than a call has places for.
    let many = [handle.cast_const(); 9];
    let status = guard(|args| {
        // SAFETY: all of them are live.
        let handles = unsafe { args.handles("many", many.as_ptr(), many.len())? };
        assert_eq!(handles.len(), 9);
        assert_eq!(during(handle, true, || {}), HEALPIX_ERR_BUSY);
        Ok(())
    });
    assert_eq!(status, HEALPIX_OK);
    assert_eq!(during(handle, true, || {}), HEALPIX_OK);
    // SAFETY: live, and nobody uses it now.
    unsafe { free(handle) };
}

#[test]
fn ending_a_handle_ends_its_value_once() {
    let value = Rc::new(());
    let handle = made(Rc::clone(&value));
    assert_eq!(Rc::strong_count(&value), 2);
    // SAFETY: live, and used no more.
    unsafe { free(handle) };
    assert_eq!(Rc::strong_count(&value), 1);
    // SAFETY: nothing to end.
    unsafe { free::<u64>(null_mut()) };
}

#[cfg(debug_assertions)]
#[test]
fn dead_handles_and_wrong_ones_are_known() {
    let handle = made(7u64);
    // SAFETY: a live handle, then a dead one whose memory is still there.
    unsafe { free(handle) };
    assert_eq!(during(handle, false, || {}), HEALPIX_ERR_HANDLE);
    assert_eq!(last_message(), "outer was freed before");
    // SAFETY: the same.
    unsafe {
        free(handle);
        assert_eq!(last_message(), "the handle to free was freed before");
        assert_eq!(ask(handle, 3, |value| *value), 3);
    }
    let other = made(2.5f64);
    assert_eq!(during(other.cast(), false, || {}), HEALPIX_ERR_HANDLE);
    assert_eq!(last_message(), "outer is no handle of this type");
    // SAFETY: live, and used no more.
    unsafe { free(other) };
}

/// The graves of a thread are few.
#[cfg(debug_assertions)]
#[test]
fn freed_memory_comes_back() {
    let mut before = Vec::new();
    for _ in 0..5000 {
        let handle = made([0u64; 64]);
        before.push(handle.addr());
        // SAFETY: live, and used no more.
        unsafe { free(handle) };
    }
    before.sort_unstable();
    before.dedup();
    assert!(before.len() < 3000, "{}", before.len());
}
