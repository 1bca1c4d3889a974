//! Many cells sorted by several threads: each one has a window of the sky.
//!
//! ```text
//! cells ──► a sample of them, sorted ──► windows with about as many cells each
//!           thread ──► looks at all cells, and does with those in its window what `sort` does with all
//!       ──► one list after the other
//! ```
//!
//! To look at a cell costs a tenth of sorting it, so nothing is moved between threads before that.

use alloc::vec::Vec;

use super::halves::add;
use super::joined::Joined;
use super::normal::trim;
use super::range::CellRange;
use super::sort::{Key, spread_within};
use crate::crew::Crew;
use crate::error::Result;
use crate::grid::Depth;
use crate::progress;
use crate::room::reserve;
use crate::sorted::STRETCH;

/// Cells of the sample for each window.
const SAMPLE: usize = 256;
/// Cells of a window at least, about; fewer are not worth a look at all of them.
const LEAST: usize = 1 << 14;

/// As `sort::ranges_of`, for cells that are not sorted.
pub(super) fn ranges_of(crew: Crew, cells: &[u64], shift: u32) -> Result<Vec<CellRange>> {
    let first = cells.first().copied().unwrap_or(0);
    let differing = crew.each(cells.chunks(STRETCH).collect(), |stretch| {
        progress::check(stretch.len() / 4)?;
        Ok(stretch.iter().fold(0, |bits, cell| bits | (cell ^ first)))
    })?;
    let differing = differing.into_iter().fold(0, |a, b| a | b);
    let key = Key::spreading(cells, differing, Depth::MAX.n_cells() >> shift);
    let by_bits = key.is_dense(cells.len());
    let windows = windows(cells, key, crew.len().min(cells.len() / LEAST).max(1));
    let crew = crew.all_looking(windows.len());
    let lists = crew.each(windows, |window| {
        let mut out = Joined::new(shift);
        spread_within::<_, true>(cells, window, by_bits, 0, &mut Vec::new(), &mut out)?;
        out.finish()
    })?;
    crew.install(|| one_after_the_other(lists))
}

/// At most so many windows, next to one another, that all cells are in.
fn windows(cells: &[u64], key: Key, most: usize) -> Vec<Key> {
    // A window starts at a bucket, and where there is one bit for each cell, at a word of them.
    if key.shift < u64::BITS.ilog2() {
        return Vec::from([key]);
    }
    let step = (cells.len() / (SAMPLE * most)).max(1);
    let mut sample: Vec<u64> = cells.iter().copied().step_by(step).collect();
    sample.sort_unstable();
    let bucket_at = |k| sample.get(k * sample.len() / most).map_or(0, |cell| (cell - key.min) >> key.shift);
    let mut starts: Vec<u64> = (1..most).map(bucket_at).filter(|start| *start > 0).collect();
    starts.insert(0, 0);
    starts.dedup();
    let ends = starts.iter().copied().skip(1).chain([key.buckets as u64]);
    let window = |(start, end): (&u64, u64)| Key {
        min: key.min + (start << key.shift),
        shift: key.shift,
        buckets: (end - start) as usize,
    };
    starts.iter().zip(ends).map(window).collect()
}

/// One list of several, each of which goes on behind the one before or where it ended. The first one stays where it is;
/// threads copy the others, for most of that time goes into memory that the system must clear.
fn one_after_the_other(mut parts: Vec<Vec<CellRange>>) -> Result<Vec<CellRange>> {
    parts.retain(|part| !part.is_empty());
    let len: usize = parts.iter().map(Vec::len).sum();
    let mut parts = parts.into_iter();
    let mut all = parts.next().unwrap_or_default();
    let more = len - all.len();
    reserve(&mut all, more)?;
    for part in parts {
        add(&part, &mut all);
    }
    trim(&mut all);
    Ok(all)
}

#[cfg(test)]
#[path = "windows_tests.rs"]
mod tests;
