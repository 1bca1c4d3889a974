//! Columns are refused exactly where the list of arrays refuses them, in the same words.

use std::ptr::{null, null_mut, without_provenance, without_provenance_mut};

use super::*;
use crate::status::Failure;

fn text<T>(outcome: Outcome<T>) -> Option<(i32, String)> {
    match outcome {
        Ok(_) => None,
        Err(Failure::Call(status, detail)) => Some((status.0, detail)),
        Err(_) => Some((-1, String::new())),
    }
}

/// What both ways say of two inputs and two outputs.
fn both(inputs: [*const u64; 2], outputs: [*mut u64; 2], n: usize) -> [Option<(i32, String)>; 2] {
    let [a, b] = [("a", inputs[0]), ("b", inputs[1])];
    let [c, d] = [("c", outputs[0]), ("d", outputs[1])];
    // SAFETY: what is not refused lies in one array of the test, and no slice is looked into.
    unsafe { [text(Args::new().columns([a, b], [c, d], n)), text(Args::new().listed([a, b], [c, d], n))] }
}

#[test]
fn both_ways_say_the_same() {
    let mut words = [0u64; 64];
    let base = words.as_mut_ptr();
    let places: Vec<*mut u64> = (0..16)
        .map(|k| base.wrapping_add(k))
        .chain([base.wrapping_byte_add(4), base.wrapping_byte_add(33), null_mut()])
        .chain([without_provenance_mut(usize::MAX - 7), without_provenance_mut(usize::MAX - 31)])
        .collect();
    let (mut good, mut bad) = (0, 0);
    for n in [0, 1, 2, 3, 4, usize::MAX, usize::MAX / 8, isize::MAX as usize / 8 + 1, (isize::MAX as usize / 8)] {
        for (i, &a) in places.iter().enumerate() {
            for (j, &c) in places.iter().enumerate() {
                // The others somewhere else, or in the way.
                for (b, d) in [(base.wrapping_add(40), base.wrapping_add(50)), (c, base.wrapping_add(2)), (a, a)] {
                    let [columns, listed] = both([a.cast_const(), b.cast_const()], [c, d], n);
                    assert_eq!(columns, listed, "{n} elements at {i} and {j}");
                    if columns.is_none() { good += 1 } else { bad += 1 }
                }
            }
        }
    }
    assert!(good > 1000 && bad > 1000, "{good} {bad}");
}

#[test]
fn what_is_not_refused_is_all_there() {
    let mut words = [1u64, 2, 3, 4, 5, 6];
    let base = words.as_mut_ptr();
    let mut args = Args::new();
    // SAFETY: three parts of one array.
    let columns = unsafe { args.columns([("a", base.cast_const())], [("b", base.add(2)), ("c", base.add(4))], 2) };
    let ([a], [b, c]) = columns.expect("nothing is wrong");
    assert_eq!((a, &*b, &*c), (&[1, 2][..], &[3, 4][..], &[5, 6][..]));
    // SAFETY: nothing is read or written.
    let empty = unsafe { Args::new().columns::<u64, u64, 1, 1>([("a", null())], [("b", null_mut())], 0) };
    let ([a], [b]) = empty.expect("nothing is wrong");
    assert!(a.is_empty() && b.is_empty());
    // SAFETY: refused.
    let odd =
        unsafe { Args::new().columns::<u8, u64, 1, 1>([("a", without_provenance(1))], [("b", base)], usize::MAX) };
    assert!(odd.is_err());
}
