use alloc::vec;
use alloc::vec::Vec;

use super::*;

/// The largest cells of a range one by one, as in a textbook: the largest that starts here and fits.
fn greedy(range: CellRange) -> Vec<(u8, u64)> {
    let mut cells = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let mut depth = 29;
        while depth > 0 {
            let size = 1u64 << (2 * (30 - depth));
            if at % size != 0 || at + size > range.end {
                break;
            }
            depth -= 1;
        }
        let size = 1u64 << (2 * (29 - depth));
        cells.push((depth as u8, at / size));
        at += size;
    }
    cells.sort_unstable();
    cells
}

fn by_depth(range: CellRange) -> Vec<(u8, u64)> {
    let mut cells = Vec::new();
    for depth in 0..=29 {
        let keep = |run: CellRange| {
            cells.extend((run.start..run.end).map(|cell| (depth, cell)));
            Ok::<(), ()>(())
        };
        assert!(each_run(&[range], Depth::trusted(depth), keep).is_ok());
    }
    cells
}

#[test]
fn runs_are_the_largest_cells() {
    for start in 0..70 {
        for end in start + 1..140 {
            let range = CellRange { start, end };
            assert_eq!(by_depth(range), greedy(range), "{range:?}");
        }
    }
    for range in [(0, LAST), (1, LAST), (0, LAST - 1), (1, LAST - 1), (LAST - 1, LAST), (1 << 58, 7 << 58)] {
        let range = CellRange { start: range.0, end: range.1 };
        assert_eq!(by_depth(range), greedy(range), "{range:?}");
    }
}

#[test]
fn ranges_in_any_order_become_normal() {
    let range = |start: u64, end: u64| CellRange { start, end };
    assert_eq!(normal(vec![]), vec![]);
    let any = vec![range(30, 40), range(0, 5), range(5, 7), range(32, 35), range(8, 9)];
    assert_eq!(normal(any), vec![range(0, 7), range(8, 9), range(30, 40)]);
}
