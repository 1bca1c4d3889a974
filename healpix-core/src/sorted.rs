//! Sorting that a watcher can stop.

use core::cmp::Ordering;

use crate::error::Result;
use crate::progress;

/// So few elements are sorted, or looked at, in a fraction of a millisecond.
pub(crate) const STRETCH: usize = 1 << 16;

/// Elements at which a pivot is guessed.
const SAMPLE: usize = 127;

/// `sort_unstable_by`, which a watcher hears of and may stop: then elements are in no order. Each counts about once.
pub(crate) fn sort_by<T: Copy>(list: &mut [T], order: impl Fn(&T, &T) -> Ordering) -> Result<()> {
    if progress::is_watched() {
        return watched(list, &order);
    }
    list.sort_unstable_by(order);
    Ok(())
}

/// The same in parts that are short enough, each behind the one before it.
#[cold]
fn watched<T: Copy>(mut list: &mut [T], order: &impl Fn(&T, &T) -> Ordering) -> Result<()> {
    while list.len() > STRETCH {
        let pivot = guess(list, order);
        let mut before = split(list, |element| order(element, &pivot).is_lt())?;
        if before == 0 {
            // The pivot is the least element, and all that are like it are sorted.
            before = split(list, |element| order(element, &pivot).is_le())?;
            list = list.get_mut(before..).unwrap_or_default();
            progress::check(before / 2)?;
            continue;
        }
        let (head, tail) = list.split_at_mut(before);
        let (short, long) = if head.len() < tail.len() { (head, tail) } else { (tail, head) };
        watched(short, order)?;
        list = long;
    }
    list.sort_unstable_by(order);
    progress::check(list.len() / 2)
}

/// An element about in the middle.
fn guess<T: Copy>(list: &[T], order: &impl Fn(&T, &T) -> Ordering) -> T {
    let mut sample: [T; SAMPLE] = core::array::from_fn(|k| list[k * (list.len() / SAMPLE)]);
    sample.sort_unstable_by(order);
    sample[SAMPLE / 2]
}

/// Brings the elements of one kind before the others; how many there are.
fn split<T: Copy>(list: &mut [T], comes_first: impl Fn(&T) -> bool) -> Result<usize> {
    let (mut next, mut end) = (0, list.len());
    while next < end {
        for _ in 0..STRETCH.min(end - next) {
            if comes_first(&list[next]) {
                next += 1;
            } else {
                end -= 1;
                list.swap(next, end);
            }
        }
        // A list of millions is split about eight times: that is half of the work.
        progress::check(STRETCH / 16)?;
    }
    Ok(next)
}

#[cfg(all(test, feature = "std"))]
#[path = "sorted_tests.rs"]
mod tests;
