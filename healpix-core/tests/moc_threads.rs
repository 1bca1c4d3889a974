//! MOCs from cells and points are the same with any number of threads.

#![cfg(feature = "parallel")]
#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::collections::BTreeSet;
use std::f64::consts::TAU;

use healpix_core::moc::CellRange;
use healpix_core::{Depth, Error, Moc, threads};
use support::depth;
use support::random::Random;

/// Slices shorter than this stay on one thread.
const LONG: usize = 1 << 16;

/// The cells of a set one by one as runs of cells of its depth.
fn runs(cells: &[u64]) -> Vec<(u64, u64)> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for cell in cells.iter().collect::<BTreeSet<_>>() {
        match runs.last_mut() {
            Some(last) if last.1 == *cell => last.1 += 1,
            _ => runs.push((*cell, *cell + 1)),
        }
    }
    runs
}

/// By one thread to four.
fn check(what: &str, depth: Depth, cells: &[u64]) {
    let shift = 2 * (29 - depth.get());
    let expected: Vec<(u64, u64)> =
        runs(cells).into_iter().map(|(start, end)| (start << shift, end << shift)).collect();
    for count in 1..=4 {
        assert_eq!(threads::set_count(count), Ok(count));
        let moc = Moc::from_cells(depth, cells).expect("memory");
        assert!(
            moc.ranges().iter().map(|range| (range.start, range.end)).eq(expected.iter().copied()),
            "{what}, {count} threads"
        );
        assert_eq!(moc.depth(), depth);
    }
    assert_eq!(threads::set_count(1), Ok(1));
}

/// A set with about so many ranges, of a part of the sky.
fn set(random: &mut Random, ranges: usize, from: u64, to: u64) -> Moc {
    let mut borders: Vec<u64> = (0..2 * ranges).map(|_| from + random.below(to - from)).collect();
    borders.sort_unstable();
    let ranges: Vec<CellRange> =
        borders.chunks_exact(2).map(|pair| CellRange { start: pair[0], end: pair[1] }).collect();
    Moc::from_depth29_ranges(Depth::MAX, &ranges).expect("ranges")
}

fn combinations(random: &mut Random) {
    let sky = Depth::MAX.n_cells();
    let many = set(random, 100_000, 0, sky);
    let dense = set(random, 100_000, sky / 2, sky / 2 + 500_000);
    let (few, none) = (set(random, 50, 0, sky), Moc::empty(Depth::MAX));
    let others =
        [set(random, 120_000, 0, sky), set(random, 40_000, 0, sky / 3), !&many, many.clone(), few, none, !&dense];
    let make = |a: &Moc, b: &Moc| {
        let mut into = Moc::empty(Depth::ZERO);
        a.union_into(b, &mut into).expect("memory");
        let all = Moc::union_all([a, b, &dense]).expect("memory");
        [a | b, a & b, a - b, b - a, a ^ b, into, all]
    };
    for a in [&many, &dense] {
        for b in &others {
            let one = make(a, b);
            assert!(one[0].same_set(&one[5]));
            for count in 2..=4 {
                assert_eq!(threads::set_count(count), Ok(count));
                assert!(make(a, b) == one, "{count} threads");
            }
            assert_eq!(threads::set_count(1), Ok(1));
        }
    }
    // A place that is inside neither is where both touch.
    assert_eq!(threads::set_count(2), Ok(2));
    assert_eq!(&many | &others[2], Moc::all_sky(Depth::MAX));
    assert_eq!(&many & &others[2], Moc::empty(Depth::MAX));
    assert_eq!(threads::set_count(1), Ok(1));
}

/// One test, as the number of threads holds for the whole process.
#[test]
fn threads_make_other_mocs() {
    let mut random = Random::new(91);
    for len in [0, 1, 2, LONG - 1, LONG, LONG + 1, 3 * LONG + 17] {
        // Dense enough for one bit a cell, at the limit, and sparse; in buckets of 32 and of 64 bits.
        for d in [0, 3, 7, 9, 10, 11, 14, 20, 29] {
            let all = depth(d).n_cells();
            let cells: Vec<u64> = (0..len).map(|_| random.below(all)).collect();
            check("random", depth(d), &cells);
        }
        let d = depth(29);
        let all = d.n_cells();
        let n = len as u64;
        let mut backwards: Vec<u64> = (0..len).map(|_| random.below(all)).collect();
        backwards.sort_unstable();
        check("sorted", d, &backwards);
        backwards.reverse();
        check("reversed", d, &backwards);
        check("all equal", d, &vec![77; len]);
        check("last cell", d, &vec![all - 1; len]);
        check("both ends", d, &(0..n).map(|k| if k % 2 == 0 { all - 1 } else { 0 }).collect::<Vec<_>>());
        check("one far away", d, &(0..n).rev().map(|k| if k == n / 2 { all - 1 } else { k }).collect::<Vec<_>>());
        // Ranges already, that go over the borders of windows; the first cell once more at the end.
        check("one range", d, &(0..n).map(|k| (1 << 40) + k).chain([1 << 40]).collect::<Vec<_>>());
        check("one range backwards", depth(20), &(0..n).rev().collect::<Vec<_>>());
        check("ranges of ten", d, &(0..n).rev().map(|k| 1000 * (k / 10) + k % 10).collect::<Vec<_>>());
        // Half of the cells in one place, as in a deep field.
        let field: Vec<u64> =
            (0..len).map(|k| if k % 2 == 0 { random.below(all) } else { random.below(1 << 20) }).collect();
        check("a deep field", d, &field);
        check("around a border", d, &(0..len).map(|_| (1 << 57) - 500 + random.below(1000)).collect::<Vec<_>>());
    }

    // Ranges in any order, some of which start at the same cell, and uniq numbers of all depths.
    let len = LONG + 99;
    let ranges: Vec<CellRange> = (0..len)
        .map(|_| {
            let start = 64 * random.below(1 << 40);
            CellRange { start, end: start + random.below(100) }
        })
        .chain((0..500).map(|k| CellRange { start: 1 << 20, end: (1 << 20) + k % 77 }))
        .collect();
    let uniq: Vec<u64> = (0..len)
        .map(|_| {
            let d = depth(8 + random.below(22) as u8);
            d.n_cells() / 3 + random.below(d.n_cells())
        })
        .collect();
    let make = || {
        let ranges = Moc::from_depth29_ranges(Depth::MAX, &ranges).expect("ranges");
        (ranges, Moc::from_uniq(depth(24), &uniq).expect("uniq numbers"))
    };
    let one = make();
    assert!(one.0.ranges().len() > LONG / 2 && one.1.ranges().len() > 1000);
    for count in 2..=4 {
        assert_eq!(threads::set_count(count), Ok(count));
        assert_eq!(make(), one);
    }
    assert_eq!(threads::set_count(1), Ok(1));

    combinations(&mut random);

    // Points, and bad ones.
    let len = LONG + 5000;
    let mut unit = || random.below(1 << 40) as f64 / (1u64 << 40) as f64;
    let mut lon: Vec<f64> = (0..len).map(|_| TAU * unit()).collect();
    let lat: Vec<f64> = (0..len).map(|_| 3.0 * unit() - 1.5).collect();
    for d in [2, 12, 29] {
        let one = Moc::from_points(depth(d), &lon, &lat).expect("positions");
        for count in 2..=4 {
            assert_eq!(threads::set_count(count), Ok(count));
            assert_eq!(Moc::from_points(depth(d), &lon, &lat).as_ref(), Ok(&one));
        }
        assert_eq!(threads::set_count(1), Ok(1));
    }
    lon[LONG] = f64::INFINITY;
    let mut cells = vec![5; len];
    cells[7] = 12;
    for count in 1..=4 {
        assert_eq!(threads::set_count(count), Ok(count));
        let error = Moc::from_points(depth(12), &lon, &lat).expect_err("a bad position");
        assert!(matches!(error, Error::Elements { index: LONG, count: 1, .. }), "{error}");
        let error = Moc::from_cells(Depth::ZERO, &cells).expect_err("a bad cell");
        assert!(matches!(error, Error::Elements { index: 7, count: 1, .. }), "{error}");
    }
    assert_eq!(threads::set_count(1), Ok(1));
}
