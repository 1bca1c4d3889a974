//! Sorting while somebody watches: the same order, and an end at any moment.

use std::boxed::Box;
use std::ops::ControlFlow;
use std::vec::Vec;

use super::*;
use crate::error::Error;
use crate::progress::{set_watcher, task};

/// Sorts, watched, and stopped at the `stop`-th call; how often the watcher was called.
fn sorted(mut list: Vec<u64>, stop: usize) -> (Result<Vec<u64>>, usize) {
    let (tell, told) = std::sync::mpsc::channel();
    let mut calls = 0;
    set_watcher(Some(Box::new(move |_| {
        calls += 1;
        let _ = tell.send(());
        if calls >= stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })));
    let result = task(None, || sort_by(&mut list, u64::cmp));
    set_watcher(None);
    (result.map(|()| list), told.iter().count())
}

#[test]
fn the_order_is_that_of_a_sort_that_nobody_watches() {
    let random = |k: u64| k.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 3;
    // Random, few values, all the same, sorted, falling, a few strays, what the sample sees and the rest.
    let kinds: [&dyn Fn(u64) -> u64; 7] = [
        &random,
        &|k| random(k) % 3,
        &|_| 7,
        &|k| k,
        &|k| 1_000_000 - k,
        &|k| if k % 1000 == 0 { random(k) } else { k },
        &|k| u64::from(k % 3149 == 0),
    ];
    for n in [0, 1, STRETCH as u64, STRETCH as u64 + 1, 400_000] {
        for (kind, number) in kinds.iter().zip(0..) {
            let list: Vec<u64> = (0..n).map(kind).collect();
            let mut expected = list.clone();
            expected.sort_unstable();
            let (found, _) = sorted(list, usize::MAX);
            assert_eq!(found, Ok(expected), "{number} of {n}");
        }
    }
}

#[test]
fn it_stops_where_it_is_told_to() {
    let list: Vec<u64> = (0..400_000u64).map(|k| k.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
    let (_, calls) = sorted(list.clone(), usize::MAX);
    assert!(calls >= 4, "{calls}");
    for stop in 1..calls {
        assert_eq!(sorted(list.clone(), stop), (Err(Error::Stopped), stop));
    }
}
