//! Sorting that a watcher can stop.

use core::cmp::Ordering;

use crate::error::Result;
use crate::progress;

/// So few elements are sorted, or looked at, in a fraction of a millisecond.
pub(crate) const STRETCH: usize = 1 << 16;

/// Elements at which a pivot is guessed.
const SAMPLE: usize = 127;

/// `sort_unstable_by` on as many threads as there are, which a watcher hears of and may stop: then elements are in no order.
/// Each counts about once.
pub(crate) fn sort_by<T: Copy + Send>(list: &mut [T], order: impl Fn(&T, &T) -> Ordering + Sync) -> Result<()> {
    #[cfg(feature = "parallel")]
    if let Some(crew) = crate::threads::for_elements(list.len()) {
        return in_parts(&crew, list, &order);
    }
    if progress::is_watched() {
        return watched(list, &order);
    }
    list.sort_unstable_by(order);
    Ok(())
}

/// The same on several threads: where somebody watches, parts, each behind the one before it, are divided until there are enough
/// of them.
#[cfg(feature = "parallel")]
fn in_parts<T: Copy + Send>(
    crew: &crate::crew::Crew,
    list: &mut [T],
    order: &(impl Fn(&T, &T) -> Ordering + Sync),
) -> Result<()> {
    if !progress::is_watched() {
        crew.install(|| rayon::slice::ParallelSliceMut::par_sort_unstable_by(list, order));
        return Ok(());
    }
    // So many that threads with long parts and such with short ones end at the same time.
    let enough = 4 * crew.len();
    let mut parts = alloc::vec::Vec::from([list]);
    for _ in 0..enough.ilog2() {
        let halves = crew.each(parts, |part| {
            let (head, tail) = if part.len() > STRETCH { divide(part, order)? } else { part.split_at_mut(0) };
            Ok([head, tail])
        })?;
        parts = halves.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    }
    crew.each(parts, |part| watched(part, order))?;
    Ok(())
}

/// The same in parts that are short enough, each behind the one before it.
#[cold]
fn watched<T: Copy>(mut list: &mut [T], order: &impl Fn(&T, &T) -> Ordering) -> Result<()> {
    while list.len() > STRETCH {
        let (head, tail) = divide(list, order)?;
        let (short, long) = if head.len() < tail.len() { (head, tail) } else { (tail, head) };
        watched(short, order)?;
        list = long;
    }
    list.sort_unstable_by(order);
    progress::check(list.len() / 2)
}

/// Two parts that are still to be sorted, the second one behind the first.
fn divide<'l, T: Copy>(list: &'l mut [T], order: &impl Fn(&T, &T) -> Ordering) -> Result<(&'l mut [T], &'l mut [T])> {
    let pivot = guess(list, order);
    let before = split(list, |element| order(element, &pivot).is_lt())?;
    if before > 0 {
        return Ok(list.split_at_mut(before));
    }
    // The pivot is the least element, and all that are like it are sorted.
    let equal = split(list, |element| order(element, &pivot).is_le())?;
    progress::check(equal / 2)?;
    Ok((&mut [], list.get_mut(equal..).unwrap_or_default()))
}

/// An element about in the middle.
fn guess<T: Copy>(list: &[T], order: &impl Fn(&T, &T) -> Ordering) -> T {
    let mut sample: [T; SAMPLE] = core::array::from_fn(|k| list[k * (list.len() / SAMPLE)]);
    sample.sort_unstable_by(order);
    sample[SAMPLE / 2]
}

/// Brings the elements of one kind before the others; how many there are. Which kind an element has is as good as random,
/// so there is no branch on it.
fn split<T: Copy>(list: &mut [T], comes_first: impl Fn(&T) -> bool) -> Result<usize> {
    // Elements before `end` come first, those from there to the one looked at do not.
    let mut end = 0;
    for start in (0..list.len()).step_by(STRETCH) {
        for k in start..list.len().min(start + STRETCH) {
            list.swap(k, end);
            end += usize::from(comes_first(&list[end]));
        }
        // A list of millions is split about eight times: that is half of the work.
        progress::check(STRETCH / 16)?;
    }
    Ok(end)
}

#[cfg(all(test, feature = "std"))]
#[path = "sorted_tests.rs"]
mod tests;
