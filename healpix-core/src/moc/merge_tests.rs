//! Sets of very different sizes, dense and sparse, at both ends of the sky, against sets of cells one by one.

use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::grid::Depth;

/// Repeatable random numbers (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }
}

/// Cells of a small piece of the sky, one by one.
type Cells = Vec<bool>;

const CELLS: u64 = 60_000;

/// The ranges of cells from `base` on; behind the piece all cells up to `end` are like its last one, and before it all
/// are like its first one.
fn ranges(cells: &Cells, base: u64) -> Vec<CellRange> {
    let end = Depth::MAX.n_cells();
    let mut ranges: Vec<CellRange> = Vec::new();
    let mut open = cells.first().copied().unwrap_or(false).then_some(0);
    for (cell, k) in cells.iter().zip(base..) {
        match (open, cell) {
            (None, true) => open = Some(k),
            (Some(start), false) => {
                ranges.push(CellRange { start, end: k });
                open = None;
            }
            _ => {}
        }
    }
    ranges.extend(open.map(|start| CellRange { start, end }));
    ranges
}

/// Runs of cells, in and out in turn, with lengths up to a limit that changes now and then.
fn random(random: &mut Random, limits: &[u64]) -> Cells {
    let mut cells = Vec::new();
    let mut inside = random.below(2) == 0;
    let mut limit = 1;
    while (cells.len() as u64) < CELLS {
        if random.below(300) == 0 || limit == 1 {
            limit = limits[random.below(limits.len() as u64) as usize];
        }
        let run = 1 + random.below(limit);
        cells.extend((0..run).map(|_| inside));
        inside = !inside;
    }
    cells.truncate(CELLS as usize);
    cells
}

fn check(a: &Cells, b: &Cells, base: u64) {
    let (x, y) = (ranges(a, base), ranges(b, base));
    let expected = |inside: fn(bool, bool) -> bool| {
        let cells: Cells = a.iter().zip(b).map(|(a, b)| inside(*a, *b)).collect();
        Ok(ranges(&cells, base))
    };
    assert_eq!(new(&x, &y, union), expected(|a, b| a | b));
    assert_eq!(new(&x, &y, intersection), expected(|a, b| a & b));
    assert_eq!(new(&x, &y, difference), expected(|a, b| a & !b));
    assert_eq!(new(&x, &y, symmetric_difference), expected(|a, b| a ^ b));
    // The same by several threads.
    #[cfg(feature = "parallel")]
    for (operation, name) in [
        (union as Operation, "union"),
        (intersection, "intersection"),
        (difference, "difference"),
        (symmetric_difference, "symmetric difference"),
    ] {
        for parts in 2..=4 {
            let mut divided = Vec::new();
            let done = make_room(&mut divided, x.len() + y.len())
                .and_then(|()| super::super::halves::combine(&x, &y, &mut divided, operation, parts));
            assert_eq!(done.and_then(|()| new(&x, &y, operation)), Ok(divided), "{name} in {parts} parts");
        }
    }
    // Into a list that has something, of another operation.
    let mut out = x.clone();
    let expected = new(&x, &y, union).and_then(|union| new(&union, &y, difference));
    let done = union(&x, &y, &mut out).map(|()| core::mem::take(&mut out));
    assert_eq!(done.and_then(|union| difference(&union, &y, &mut out).map(|()| out)), expected);
}

#[test]
fn lanes_go_on_where_another_one_ended() {
    let mut numbers = Random(17);
    // Dense, sparse, and both in turn; few ranges of one among very many of the other.
    let limits: [&[u64]; 6] = [&[2], &[12], &[300], &[20_000], &[2, 2000], &[3, 40, 5000]];
    let last = Depth::MAX.n_cells() - CELLS;
    for k in 0..limits.len() {
        for limit in limits {
            for base in [0, 1 << 40, last] {
                let (a, b) = (random(&mut numbers, limits[k]), random(&mut numbers, limit));
                check(&a, &b, base);
            }
        }
    }
}

#[test]
fn sets_of_which_all_boundaries_meet() {
    let mut numbers = Random(18);
    for limit in [1, 2, 30] {
        let a = random(&mut numbers, &[limit + 1]);
        let not_a = a.iter().map(|cell| !cell).collect();
        // Itself, its complement, nothing, everything, and itself with a cell more or less here and there.
        let mut nearly = a.clone();
        (0..500).for_each(|_| nearly[numbers.below(CELLS) as usize] ^= true);
        for b in [&a, &not_a, &vec![false; CELLS as usize], &vec![true; CELLS as usize], &nearly] {
            check(&a, b, 0);
            check(b, &a, Depth::MAX.n_cells() - CELLS);
        }
    }
}

#[test]
fn one_range_among_many_and_many_in_one() {
    let mut numbers = Random(19);
    let many = random(&mut numbers, &[3]);
    for _ in 0..60 {
        let (start, end) = (numbers.below(CELLS) as usize, numbers.below(CELLS + 1) as usize);
        let mut one = vec![false; CELLS as usize];
        one[start.min(end)..start.max(end)].fill(true);
        check(&one, &many, 5);
        check(&many, &one, 0);
    }
}

/// Fields in which one set has very many ranges and the other one or none, in turn; now and then both have many.
fn fields(numbers: &mut Random, longest: u64) -> (Cells, Cells) {
    let (mut a, mut b) = (Cells::new(), Cells::new());
    while (a.len() as u64) < CELLS {
        let cells = 1 + numbers.below(longest);
        let kind = numbers.below(9);
        let (around_a, around_b) = (numbers.below(4) == 0, numbers.below(4) == 0);
        for _ in 0..cells {
            let (in_a, in_b) = (numbers.below(2) == 0, numbers.below(2) == 0);
            a.push(if kind % 2 == 0 { in_a } else { around_a });
            b.push(if kind % 2 == 1 || kind == 8 { in_b } else { around_b });
        }
    }
    a.truncate(CELLS as usize);
    b.truncate(CELLS as usize);
    (a, b)
}

#[test]
fn fields_of_two_sets_in_turn() {
    let mut numbers = Random(20);
    for longest in [100, 300, 700, 3000, 20_000] {
        for base in [0, 1 << 40, Depth::MAX.n_cells() - CELLS] {
            let (a, b) = fields(&mut numbers, longest);
            check(&a, &b, base);
        }
    }
}
