//! The loop over every slice function: blocks that stay in the nearest cache, and what is wrong in them.

use alloc::boxed::Box;

use super::simd::{Lanes, Stamped, stamped};
use crate::error::{Error, Result};
use crate::progress;

/// Elements worked on at a time: a kernel's arrays of so many stay in the first cache.
pub(super) const BLOCK: usize = 128;

/// Slices of equal length, or of several places for each element, that are walked through together.
pub(super) trait Columns: Sized + Send {
    /// Elements.
    fn len(&self) -> usize;
    /// The first `k` elements, and the others; `k` is at most the length.
    fn split(self, k: usize) -> (Self, Self);
}

impl<T: Sync> Columns for &[T] {
    #[inline(always)]
    fn len(&self) -> usize {
        <[T]>::len(self)
    }
    #[inline(always)]
    fn split(self, k: usize) -> (Self, Self) {
        self.split_at(k)
    }
}

impl<T: Send> Columns for &mut [T] {
    #[inline(always)]
    fn len(&self) -> usize {
        <[T]>::len(self)
    }
    #[inline(always)]
    fn split(self, k: usize) -> (Self, Self) {
        self.split_at_mut(k)
    }
}

/// A column with `N` places for each element.
pub(super) struct Wide<'a, T, const N: usize>(pub(super) &'a mut [T]);

impl<T: Send, const N: usize> Columns for Wide<'_, T, N> {
    #[inline(always)]
    fn len(&self) -> usize {
        self.0.len() / N
    }
    #[inline(always)]
    fn split(self, k: usize) -> (Self, Self) {
        let (head, tail) = self.0.split_at_mut(N * k);
        (Self(head), Self(tail))
    }
}

macro_rules! together {
    ($($name:ident $place:tt),*) => {
        impl<$($name: Columns),*> Columns for ($($name,)*) {
            #[inline(always)]
            fn len(&self) -> usize {
                self.0.len()
            }
            #[inline(always)]
            fn split(self, k: usize) -> (Self, Self) {
                let halves = ($(self.$place.split(k),)*);
                (($(halves.$place.0,)*), ($(halves.$place.1,)*))
            }
        }
    };
}
together!(A 0, B 1);
together!(A 0, B 1, C 2);
together!(A 0, B 1, C 2, D 3);
together!(A 0, B 1, C 2, D 3, E 4);

/// The first bad element, and how many there are.
#[derive(Default)]
pub(super) struct Bad {
    first: Option<(usize, Error)>,
    count: usize,
}

impl Bad {
    /// Notes what became of an element.
    #[inline]
    fn note(&mut self, index: usize, result: Result<()>) {
        if let Err(error) = result {
            self.count += 1;
            self.first.get_or_insert((index, error));
        }
    }

    /// Adds what was found further on.
    fn add(&mut self, after: Bad) {
        self.count += after.count;
        if self.first.is_none() {
            self.first = after.first;
        }
    }

    pub(super) fn into_result(self, len: usize) -> Result<()> {
        match self.first {
            None => Ok(()),
            Some((index, error)) => Err(Error::Elements { index, count: self.count, len, first: Box::new(error) }),
        }
    }
}

/// What a slice function does.
pub(super) trait Kernel<C: Columns>: Copy + Send + Sync {
    /// Arrays between the loops of a block.
    type Work: Default;

    /// Whether AVX-512 makes it faster.
    const WIDE: bool = true;

    /// Does a block of at most [`BLOCK`] elements, as far as it can be done without a branch: sets the flags of those
    /// that are bad or need a closer look, and returns whether there are any. `#[inline(always)]`.
    fn block<I: Lanes>(self, work: &mut Self::Work, columns: &mut C, flags: &mut [u32]) -> u32;

    /// Does any one element; one that is bad gets its sentinels.
    fn one(self, columns: &mut C, k: usize) -> Result<()>;
}

/// So few elements that the arrays of a block cost more than they bring.
const FEW: usize = 8;

/// Flags of elements that are all to be looked at.
const ALL: [u32; FEW] = [1; FEW];

/// Runs a kernel over all elements.
#[inline]
pub(super) fn drive<C: Columns, K: Kernel<C>>(kernel: K, columns: C) -> Result<()> {
    let len = columns.len();
    if len == 1 {
        // A call of one element has nothing to count.
        let mut columns = columns;
        return kernel.one(&mut columns, 0).map_err(sole);
    }
    let mut bad = Bad::default();
    if len < FEW {
        one_by_one(kernel, columns, &ALL[..len], 0, &mut bad);
        return bad.into_result(len);
    }
    if len >= LONG {
        return long(kernel, columns);
    }
    stamped(Blocks { kernel, columns, first: 0, bad: &mut bad });
    bad.into_result(len)
}

/// The error of a slice of one element.
#[cold]
fn sole(error: Error) -> Error {
    Error::Elements { index: 0, count: 1, len: 1, first: Box::new(error) }
}

/// Fewer elements than this are done at once, by the caller's thread.
const LONG: usize = 1 << 16;

/// Elements that one of several threads takes at a time, so few that they stay in a cache.
#[cfg(feature = "parallel")]
const STRETCH: usize = 128 * BLOCK;

/// Runs a kernel over many elements, with as many threads as there are for them.
#[inline(never)]
fn long<C: Columns, K: Kernel<C>>(kernel: K, columns: C) -> Result<()> {
    let len = columns.len();
    let all = || all(kernel, columns)?.into_result(len);
    if len > progress::SLICE { progress::task(Some(len as u64), all) } else { all() }
}

fn all<C: Columns, K: Kernel<C>>(kernel: K, columns: C) -> Result<Bad> {
    let mut bad = Bad::default();
    #[cfg(feature = "parallel")]
    if let Some(crew) = crate::threads::for_elements(columns.len()) {
        let mut stretches = crate::room::reserved(columns.len().div_ceil(STRETCH))?;
        stretches.extend(Stretches { rest: Some(columns), first: 0, len: STRETCH });
        for found in crew.on_slices().each(stretches, |(first, columns)| stretch(kernel, columns, first))? {
            bad.add(found);
        }
        return Ok(bad);
    }
    for (first, columns) in (Stretches { rest: Some(columns), first: 0, len: progress::SLICE }) {
        bad.add(stretch(kernel, columns, first)?);
    }
    Ok(bad)
}

/// Elements from number `first` on, and whether to go on behind them.
#[inline(never)]
fn stretch<C: Columns, K: Kernel<C>>(kernel: K, columns: C, first: usize) -> Result<Bad> {
    let len = columns.len();
    let mut bad = Bad::default();
    stamped(Blocks { kernel, columns, first, bad: &mut bad });
    progress::check(len)?;
    Ok(bad)
}

/// Stretches of columns, each with the number of its first element.
struct Stretches<C> {
    rest: Option<C>,
    first: usize,
    /// Elements of each but the last one.
    len: usize,
}

impl<C: Columns> Iterator for Stretches<C> {
    type Item = (usize, C);

    fn next(&mut self) -> Option<(usize, C)> {
        let rest = self.rest.take()?;
        let (first, n) = (self.first, self.len.min(rest.len()));
        let (some, after) = rest.split(n);
        self.rest = (after.len() > 0).then_some(after);
        self.first += n;
        Some((first, some))
    }
}

struct Blocks<'b, C, K> {
    kernel: K,
    columns: C,
    /// Number of the first element.
    first: usize,
    bad: &'b mut Bad,
}

impl<C: Columns, K: Kernel<C>> Stamped for Blocks<'_, C, K> {
    type Output = ();
    const WIDE: bool = K::WIDE;
    #[inline(always)]
    fn run<I: Lanes>(self) {
        let mut work = K::Work::default();
        let mut flags = [0; BLOCK];
        let mut rest = self.columns;
        let mut first = self.first;
        while rest.len() > 0 {
            let len = BLOCK.min(rest.len());
            let (mut block, after) = rest.split(len);
            let flags = &mut flags[..len];
            if self.kernel.block::<I>(&mut work, &mut block, flags) != 0 {
                one_by_one(self.kernel, block, flags, first, self.bad);
            }
            first += len;
            rest = after;
        }
    }
}

/// The flagged elements of a block, one by one. The only place that calls `one`, so that it lies in this loop.
#[inline(never)]
fn one_by_one<C: Columns, K: Kernel<C>>(kernel: K, mut block: C, flags: &[u32], first: usize, bad: &mut Bad) {
    for (k, flag) in flags.iter().enumerate() {
        if *flag != 0 {
            bad.note(first + k, kernel.one(&mut block, k));
        }
    }
}
