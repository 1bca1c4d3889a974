//! What a call may have done.

use std::ffi::CStr;
use std::ptr;

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::arg::Element;
use super::plan::{Plan, Role};
use crate::scratch;

/// Statuses that speak of pointers.
const REFUSALS: [healpix_status; 4] = [HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP];

/// Panics unless status and memory are as the header says.
pub fn check(plan: &Plan, status: Option<healpix_status>) {
    let name = plan.row.name;
    let Some(status) = status else {
        untouched(plan, &[]);
        return;
    };
    known(name, status);
    if !plan.refusals.is_empty() {
        let ended = [HEALPIX_OK, HEALPIX_END, HEALPIX_STOPPED].contains(&status);
        assert!(!ended, "{name}: {status:?} where {:?} was to be found", plan.refusals);
        let fair = !REFUSALS.contains(&status) || plan.refusals.contains(&status);
        assert!(fair, "{name}: {status:?} where {:?} was to be found", plan.refusals);
        untouched(plan, &[]);
        return;
    }
    // What is no pointer and has the same status: a callback that is NULL, ends of rings, offsets.
    let callback = status == HEALPIX_ERR_NULL && name.ends_with("_visit");
    let parts = name.contains("polygon_rings") || name == "healpix_coverages_from_cells";
    let ends = status == HEALPIX_ERR_LENGTH && parts;
    assert!(!REFUSALS.contains(&status) || callback || ends, "{name}: {status:?} for good pointers");
    let elements = if plan.is_element_wise() { bad_elements(status) } else { None };
    match status {
        HEALPIX_OK => {
            untouched(plan, &[Role::Output, Role::Length, Role::NewHandle("")]);
            filled(plan);
        }
        HEALPIX_ERR_BUFFER if plan.is_text_out() => untouched(plan, &[Role::Output, Role::Length]),
        HEALPIX_ERR_BUFFER => {
            untouched(plan, &[Role::Length]);
            assert!(length(plan) > plan.n, "{name}: {} in {}", length(plan), plan.n);
        }
        _ if elements.is_some() => untouched(plan, &[Role::Output]),
        HEALPIX_ERR_LONGITUDE | HEALPIX_ERR_LATITUDE if plan.row.one_output => untouched(plan, &[Role::Output]),
        _ => untouched(plan, &[]),
    }
    if plan.is_element_wise() && (status == HEALPIX_OK || elements.is_some()) {
        sentinels(plan, elements);
    }
    if name.contains("writ") && !name.contains("writer") {
        scratch::check_no_traces();
    }
}

fn known(name: &str, status: healpix_status) {
    // SAFETY: static text.
    let code = unsafe { CStr::from_ptr(healpix_status_name(status)) };
    assert!(code != c"HEALPIX_UNKNOWN_STATUS", "{name}: {status:?}");
    assert!(status != HEALPIX_ERR_PANIC && status != HEALPIX_ERR_UNKNOWN, "{name}: {code:?} {}", text());
}

/// Panics if anything but arrays of these roles has changed.
fn untouched(plan: &Plan, may_change: &[Role]) {
    let role = |role: Role| if matches!(role, Role::NewHandle(_)) { Role::NewHandle("") } else { role };
    let free: Vec<(usize, usize)> = plan
        .arrays
        .iter()
        .filter(|array| may_change.contains(&role(array.role)))
        .map(|array| (array.address, array.address + array.bytes()))
        .collect();
    for block in &plan.blocks {
        for (at, (before, now)) in block.before.iter().zip(block.now()).enumerate() {
            let address = block.address() + at;
            let allowed = before == now || free.iter().any(|free| (free.0..free.1).contains(&address));
            assert!(allowed, "{}: wrote byte {at} of {} ({before} to {now})", plan.row.name, block.before.len());
        }
    }
}

/// What a list or a text says of its length.
fn length(plan: &Plan) -> usize {
    let array = plan.arrays.iter().find(|array| array.role == Role::Length).expect("a length");
    usize::from_ne_bytes(plan.bytes(array.address, 8).1.try_into().expect("eight bytes"))
}

/// A list or text that was said to fit does, and nothing stands behind it.
fn filled(plan: &Plan) {
    let name = plan.row.name;
    let outputs = || plan.arrays.iter().filter(|array| array.role == Role::Output);
    if !plan.arrays.iter().any(|array| array.role == Role::Length) || name.contains("rows_in_cell") {
        return;
    }
    let len = length(plan);
    let room = if plan.is_text_out() { plan.n.saturating_sub(1) } else { plan.n };
    // A text of which only the length is asked has no room at all.
    assert!(len <= room || (plan.is_text_out() && plan.n == 0), "{name}: {len} in {room}");
    for array in outputs().filter(|_| plan.n > 0) {
        let used = if plan.is_text_out() { len + 1 } else { len } * array.element.size();
        let (before, now) = plan.bytes(array.address, array.bytes());
        assert!(before[used..] == now[used..], "{name}: wrote behind the end");
    }
}

/// The first bad element and how many there are, if the message speaks of elements.
fn bad_elements(status: healpix_status) -> Option<(usize, usize)> {
    if status == HEALPIX_OK {
        return None;
    }
    // "2 of 5 elements are invalid; the first, at index 1: ..."
    let text = text();
    let (count, rest) = text.split_once(" of ")?;
    let (_, rest) = rest.split_once(" elements are invalid; the first, at index ")?;
    Some((rest.split_once(':')?.0.parse().ok()?, count.parse().ok()?))
}

/// Exactly the bad elements have sentinels in all of their outputs.
fn sentinels(plan: &Plan, bad: Option<(usize, usize)>) {
    let name = plan.row.name;
    let is_sentinel = |element: Element, bytes: &[u8]| match element {
        Element::F64 => f64::from_ne_bytes(bytes.try_into().expect("eight bytes")).is_nan(),
        Element::U8 if plan.row.flags => bytes == [0],
        _ => bytes.iter().all(|byte| *byte == u8::MAX),
    };
    let all = |k: usize| {
        plan.arrays.iter().filter(|array| array.role == Role::Output).all(|array| {
            let size = array.element.size();
            let (_, now) = plan.bytes(array.address + k * plan.row.each * size, plan.row.each * size);
            now.chunks_exact(size).all(|bytes| is_sentinel(array.element, bytes))
        })
    };
    let found: Vec<usize> = (0..plan.n).filter(|k| all(*k)).collect();
    let (first, count) = bad.map_or((None, 0), |(first, count)| (Some(first), count));
    if plan.row.sentinels_are_answers {
        assert!(found.len() >= count && first.is_none_or(|first| found.contains(&first)), "{name}: {found:?} {bad:?}");
    } else {
        assert!(found.len() == count && found.first().copied() == first, "{name}: {found:?} {bad:?}");
    }
}

/// The last message of this thread.
fn text() -> String {
    let mut len = 0;
    // SAFETY: a buffer of no bytes, and a live local.
    unsafe { healpix_last_error_message(ptr::null_mut(), 0, &raw mut len) };
    let mut bytes = vec![0x5Au8; len + 1];
    // SAFETY: as long as it says.
    let status = unsafe { healpix_last_error_message(bytes.as_mut_ptr().cast(), bytes.len(), &raw mut len) };
    assert!(status == HEALPIX_OK && bytes.pop() == Some(0) && !bytes.contains(&0));
    String::from_utf8(bytes).expect("messages are UTF-8")
}

/// The last message keeps to the rule of snprintf for any capacity.
pub fn message(status: healpix_status, u: &mut Unstructured) -> Result<()> {
    let whole = text();
    if !status_is_good(status) {
        assert!(!whole.is_empty(), "{status:?} without a message");
    }
    let capacity = usize::from(u.arbitrary::<u8>()?);
    let mut bytes = vec![0x5Au8; capacity + 8];
    let mut len = 77;
    // SAFETY: longer than it says.
    let got = unsafe { healpix_last_error_message(bytes.as_mut_ptr().cast(), capacity, &raw mut len) };
    assert_eq!(len, whole.len());
    assert_eq!(got, if capacity > 0 && len >= capacity { HEALPIX_ERR_BUFFER } else { HEALPIX_OK });
    if capacity > 0 {
        let end = bytes.iter().position(|byte| *byte == 0).expect("a NUL");
        assert!(end < capacity && bytes[end + 1..].iter().all(|byte| *byte == 0x5A));
        assert!(whole.as_bytes().starts_with(&bytes[..end]) && len.min(capacity - 1) - end < 4);
    } else {
        assert!(bytes.iter().all(|byte| *byte == 0x5A));
    }
    Ok(())
}

/// Statuses that leave the message alone; the message's own function does too.
fn status_is_good(status: healpix_status) -> bool {
    [HEALPIX_OK, HEALPIX_END, HEALPIX_STOPPED].contains(&status)
}
