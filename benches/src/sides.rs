//! A group of benches that do the same work in different ways.

use std::env;
use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use healpix_ffi::{HEALPIX_OK, healpix_status};

/// Whether each bench runs once only, to see that it works: `cargo bench -- --test`, `cargo test --benches`.
#[must_use]
pub fn is_test() -> bool {
    let has = |flag| env::args().any(|arg| arg == flag);
    has("--test") || !has("--bench")
}

/// The number of elements: `full`, or few in a test.
#[must_use]
pub fn size(full: usize) -> usize {
    if is_test() { full.min(4096) } else { full }
}

/// Criterion with so many samples unless the command line says otherwise, and no plots.
#[must_use]
pub fn config(samples: usize) -> Criterion {
    Criterion::default().sample_size(samples).without_plots().configure_from_args()
}

/// What a call returns that may have gone wrong.
pub trait Good {
    /// Whether it worked.
    fn is_good(&self) -> bool;
}

impl Good for () {
    fn is_good(&self) -> bool {
        true
    }
}

impl<T, E> Good for Result<T, E> {
    fn is_good(&self) -> bool {
        self.is_ok()
    }
}

impl Good for healpix_status {
    fn is_good(&self) -> bool {
        *self == HEALPIX_OK
    }
}

/// A group: one operation, its sides, times per element.
pub struct Sides<'a> {
    group: BenchmarkGroup<'a, WallTime>,
    n: usize,
}

impl<'a> Sides<'a> {
    /// A group whose sides each handle `n` elements per call.
    pub fn new(criterion: &'a mut Criterion, name: &str, n: usize) -> Self {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(n as u64));
        Self { group, n }
    }

    /// Measures one side.
    ///
    /// # Panics
    /// If the call does not succeed.
    pub fn side<R: Good>(&mut self, name: &str, mut work: impl FnMut() -> R) -> &mut Self {
        self.group.bench_function(name, |bencher| {
            assert!(work().is_good(), "{name} failed");
            bencher.iter(&mut work);
        });
        self
    }

    /// Measures the copy of as many bytes as the operation reads or writes, whichever is more: `read` and
    /// `written` are 8-byte words per element.
    pub fn copy(&mut self, read: usize, written: usize) -> &mut Self {
        let from = vec![1u64; self.n * read];
        let mut to = vec![2u64; self.n * read.max(written)];
        self.side("copy", || {
            for part in black_box(to.as_mut_slice()).chunks_mut(from.len()) {
                part.copy_from_slice(&black_box(from.as_slice())[..part.len()]);
            }
        })
    }
}

/// One call per element: results to the places of `out`.
#[inline]
pub fn each<I: IntoIterator, T>(input: I, out: &mut [T], f: impl Fn(I::Item) -> T) {
    for (item, place) in input.into_iter().zip(out.iter_mut()) {
        *place = f(item);
    }
    black_box(out);
}
