use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::*;
use crate::io::levels::shift;

/// Random numbers below a limit, the same ones in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// The cells of depth `deepest` in a cell.
fn cells_of(uniq: u64, deepest: u32) -> core::ops::Range<u64> {
    let depth = uniq.ilog2() / 2 - 1;
    let (cell, size) = (uniq - (4 << (2 * depth)), 1 << (2 * (deepest - depth)));
    cell * size..(cell + 1) * size
}

fn ranges(cells: &BTreeSet<u64>, depth: Depth) -> Vec<CellRange> {
    let mut ranges: Vec<CellRange> = Vec::new();
    for cell in cells {
        let (start, end) = (cell << shift(depth), (cell + 1) << shift(depth));
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => ranges.push(CellRange { start, end }),
        }
    }
    ranges
}

#[test]
fn cells_of_all_sizes_are_added_and_the_first_overlap_is_found() {
    let mut random = Random(7);
    let mut overlaps = [0; 2];
    for round in 0..3000 {
        // Up to five depths above: cells of 1, 4, 16, 64, 256 and 1024 bits.
        let deepest = random.below(6) as u32;
        let depth = Depth::trusted(deepest as u8);
        let mut cells = BTreeSet::new();
        let mut uniq = Vec::new();
        let mut expected = None;
        for k in 0..random.below(60) as usize {
            let depth = random.below(u64::from(deepest) + 1);
            let number = (4 << (2 * depth)) + random.below(12 << (2 * depth));
            let overlaps = cells_of(number, deepest).any(|cell| cells.contains(&cell));
            if overlaps && round % 3 > 0 {
                continue;
            }
            if overlaps {
                expected = Some(k.min(uniq.len()));
                uniq.push(number);
                break;
            }
            cells.extend(cells_of(number, deepest));
            uniq.push(number);
        }
        overlaps[usize::from(expected.is_some())] += 1;
        // The first of them as ranges, the others in two parts.
        let first = uniq.len() / 3;
        let (before, rest) = uniq.split_at(first.min(expected.unwrap_or(first)));
        let before_them = before.iter().flat_map(|number| cells_of(*number, deepest)).collect();
        let mut bits = CellBits::of(depth, &ranges(&before_them, depth)).expect("enough memory");
        let (middle, rest) = rest.split_at(rest.len() / 2);
        let found = bits.add_all(middle).map(|k| before.len() + k);
        let found = found.or_else(|| bits.add_all(rest).map(|k| before.len() + middle.len() + k));
        assert_eq!(found, expected, "{uniq:?}");
        if found.is_none() {
            assert_eq!(bits.into_ranges(), Ok(ranges(&cells, depth)), "{uniq:?}");
        }
    }
    assert!(overlaps.iter().all(|n| *n > 300), "{overlaps:?}");
}

#[test]
fn ranges_end_at_every_bit_of_a_word() {
    let depth = Depth::trusted(2);
    let sky = depth.n_cells();
    for start in 0..sky {
        for end in start + 1..=sky {
            let range = CellRange { start: start << shift(depth), end: end << shift(depth) };
            let bits = CellBits::of(depth, &[range]).expect("enough memory");
            assert_eq!(bits.into_ranges(), Ok(Vec::from([range])));
        }
    }
}
