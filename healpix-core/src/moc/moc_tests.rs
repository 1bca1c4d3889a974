//! The parts that the public functions are made of, where a wrong branch would be met too rarely.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::finder::{Finder, Meets};
use super::mask::{Mask, Part};
use super::{CellRange, Moc, merge, sort};
use crate::grid::Depth;

/// Repeatable random numbers (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(z ^ (z >> 31)) * u128::from(limit)) >> 64) as u64
    }

    /// Up to `n` ranges with gaps and lengths up to `step`, from a start on.
    fn ranges(&mut self, start: u64, n: u64, step: u64) -> Vec<CellRange> {
        let mut at = start;
        let mut ranges = Vec::new();
        for _ in 0..n {
            let start = at + u64::from(at > 0) + self.below(step);
            at = start + 1 + self.below(step);
            ranges.push(CellRange { start, end: at });
        }
        ranges
    }
}

/// Sets of all sizes around those at which another way is taken, dense and sparse, with stretches
/// where only one of two has anything.
fn sets() -> Vec<Vec<CellRange>> {
    let mut random = Random(5);
    let mut sets = Vec::from([Vec::new(), Vec::from([CellRange { start: 0, end: Depth::MAX.n_cells() }])]);
    for n in [1, 31, 32, 33, 64, 65, 127, 128, 129, 256, 257, 600] {
        for (start, step) in [(0, 3), (0, 40), (300, 2), (2000, 1)] {
            sets.push(random.ranges(start, n, step));
        }
    }
    let mut two = random.ranges(5, 200, 2);
    two.extend(random.ranges(20_000, 200, 4));
    two.push(CellRange { start: Depth::MAX.n_cells() - 1, end: Depth::MAX.n_cells() });
    sets.push(two);
    sets
}

/// The boundaries of an operation, by looking at each one.
fn by_boundaries(a: &[CellRange], b: &[CellRange], inside: impl Fn(bool, bool) -> bool) -> Vec<CellRange> {
    let places: BTreeSet<u64> = a.iter().chain(b).flat_map(|range| [range.start, range.end]).collect();
    let has = |set: &[CellRange], cell: u64| {
        let k = set.partition_point(|range| range.end <= cell);
        set.get(k).is_some_and(|range| range.start <= cell)
    };
    let mut out: Vec<CellRange> = Vec::new();
    let mut open = None;
    for place in places {
        match (open, inside(has(a, place), has(b, place))) {
            (None, true) => open = Some(place),
            (Some(start), false) => {
                out.push(CellRange { start, end: place });
                open = None;
            }
            _ => {}
        }
    }
    out
}

#[test]
fn lanes_stretches_and_copies_do_not_fit_together() {
    let sets = sets();
    for a in &sets {
        for b in &sets {
            assert_eq!(merge::new(a, b, merge::intersection), Ok(by_boundaries(a, b, |a, b| a && b)));
            assert_eq!(merge::new(a, b, merge::union), Ok(by_boundaries(a, b, |a, b| a || b)));
            assert_eq!(merge::new(a, b, merge::difference), Ok(by_boundaries(a, b, |a, b| a && !b)));
            assert_eq!(merge::new(a, b, merge::symmetric_difference), Ok(by_boundaries(a, b, |a, b| a != b)));
        }
    }
}

#[test]
fn a_directory_leads_to_the_wrong_range() {
    let mut random = Random(11);
    for set in sets() {
        // Spread over the sky, and all in one place of it.
        for stretch in [1, 1 << 40] {
            let end = set.last().map_or(0, |last| last.end);
            if end.checked_mul(stretch).is_none_or(|end| end > Depth::MAX.n_cells()) {
                continue;
            }
            let ranges: Vec<CellRange> =
                set.iter().map(|r| CellRange { start: r.start * stretch, end: r.end * stretch }).collect();
            let moc = Moc::from_normal_ranges(Depth::MAX, ranges.clone());
            for questions in [0, 1, 10, 100_000] {
                let finder = Finder::new(&ranges, questions).expect("enough memory");
                let mask = Mask::new(&moc, questions).expect("enough memory");
                let places = ranges.iter().flat_map(|r| [r.start, r.end, r.end - 1, r.start.wrapping_sub(1)]);
                let others = (0..200).map(|_| random.below(Depth::MAX.n_cells()));
                for cell in places.chain(others).chain([0, Depth::MAX.n_cells(), u64::MAX]) {
                    let k = ranges.partition_point(|range| range.end <= cell);
                    let inside = ranges.get(k).is_some_and(|range| range.start <= cell);
                    assert_eq!((finder.find(cell), finder.contains(cell)), (k, inside));
                    match mask.part(cell) {
                        Part::Full => assert!(inside),
                        Part::Empty => assert!(!inside),
                        Part::Mixed => {}
                    }
                }
                for r in &ranges {
                    assert!(finder.meets(*r) == Meets::Inside);
                    assert!(finder.holder(*r).is_some());
                    assert!(finder.meets(CellRange { start: r.start, end: r.end + 1 }) == Meets::Partly);
                    assert!(finder.meets(CellRange { start: r.end, end: r.end + 1 }) == Meets::Outside);
                }
            }
        }
    }
}

#[test]
fn cells_are_sorted_into_the_wrong_bucket() {
    let mut random = Random(3);
    for n in [0, 1, 2, 63, 64, 65, 256, 257, 1000, 8192, 30_000] {
        for limit in [1, 3, 50, 4000, 300_000, 1 << 24, 1 << 40, 12 << 58] {
            // Evenly, and crowded at one end.
            for crowded in [false, true] {
                let mut cell =
                    |k: u64| if crowded && k % 10 > 0 { random.below(limit.min(70)) } else { random.below(limit) };
                let cells: Vec<u64> = (0..n).map(&mut cell).collect();
                let sorted: BTreeSet<u64> = cells.iter().copied().collect();
                let found = sort::ranges_of(&cells, 0).expect("enough memory");
                assert!(found.windows(2).all(|pair| pair[0].end < pair[1].start));
                assert!(
                    found.iter().flat_map(|range| range.start..range.end).eq(sorted.iter().copied()),
                    "{n} {limit}"
                );
            }
        }
    }
}

#[test]
fn buckets_are_spread_again_or_sorted_by_the_wrong_bits() {
    let mut random = Random(4);
    for n in [32_767, 32_768, 32_769, 200_000] {
        for limit in [1 << 22, 1 << 36, 1 << 44, 12 << 58] {
            // Evenly; most of them in a small part, with cells that differ in their last bits only, once and in
            // many places; and nearly in order.
            for kind in 0..5 {
                let middle = limit / 2;
                let mut cells: Vec<u64> = (0..n)
                    .map(|k| match kind {
                        1 if k % 50 > 0 => middle + random.below(1 << 21),
                        2 if k % 3 > 0 => middle + random.below(1 << 14),
                        3 => (random.below(limit) & !0xf_ffff) % limit + random.below(300),
                        4 => k * (limit / n) + random.below(limit / n * 3),
                        _ => random.below(limit),
                    })
                    .map(|cell| cell.min(limit - 1))
                    .collect();
                let found = sort::ranges_of(&cells, 0).expect("enough memory");
                cells.sort_unstable();
                cells.dedup();
                let mut expected: Vec<CellRange> = Vec::new();
                for start in cells {
                    match expected.last_mut() {
                        Some(last) if last.end == start => last.end += 1,
                        _ => expected.push(CellRange { start, end: start + 1 }),
                    }
                }
                assert!(found == expected, "{n} {limit} {kind}");
            }
        }
    }
}

#[test]
fn few_and_many_questions_get_other_answers() {
    let mut random = Random(12);
    for depth in [2, 6, 9].map(Depth::trusted) {
        let cells: Vec<u64> = (0..3000).map(|_| random.below(depth.n_cells())).collect();
        let moc = Moc::from_cells(depth, &cells).expect("good cells");
        for deeper in [depth, Depth::trusted(depth.get() + 3)] {
            for n in [1, 100, 300_000] {
                let mut asked: Vec<u64> = (0..n).map(|_| random.below(deeper.n_cells())).collect();
                let mut inside = alloc::vec![false; asked.len()];
                moc.contains_cells(deeper, &asked, &mut inside).expect("good cells");
                for (cell, inside) in asked.iter().zip(&inside) {
                    assert_eq!(*inside, moc.contains_cell(crate::Cell::trusted(deeper, *cell)));
                }
                // One that there is not, in a block with others.
                asked.push(deeper.n_cells());
                inside.push(true);
                assert!(moc.contains_cells(deeper, &asked, &mut inside).is_err());
                assert_eq!(inside.last(), Some(&false));
            }
        }
    }
}
