//! Windows that do not divide the cells, and lists that do not fit together.

use alloc::vec;

use super::*;

fn range(start: u64, end: u64) -> CellRange {
    CellRange { start, end }
}

#[test]
fn lists_are_put_together_with_a_seam() {
    let parts =
        || vec![vec![], vec![range(1, 3), range(5, 7)], vec![], vec![range(7, 9)], vec![range(9, 10), range(12, 13)]];
    assert_eq!(one_after_the_other(parts()), Ok(vec![range(1, 3), range(5, 10), range(12, 13)]));
    assert_eq!(one_after_the_other(vec![vec![], vec![]]), Ok(vec![]));
    assert_eq!(one_after_the_other(Vec::new()), Ok(vec![]));
}

#[test]
fn windows_have_gaps_or_overlap() {
    // Evenly spread, in one place but for a few, all in one place but one, two places, periodic with the sample.
    let spread = |k: u64| k.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 5;
    let skies: [&dyn Fn(u64) -> u64; 5] = [
        &spread,
        &|k| if k % 1000 == 0 { spread(k) } else { (1 << 57) + (spread(k) >> 20) },
        &|k| if k == 77 { 1 << 58 } else { 5 },
        &|k| (k % 2) << 50,
        &|k| (k % 64) << 40 | k,
    ];
    for (sky, number) in skies.iter().zip(0..) {
        let cells: Vec<u64> = (0..100_000).map(sky).collect();
        let first = cells[0];
        let differing = cells.iter().fold(0, |bits, cell| bits | (cell ^ first));
        let key = Key::spreading(&cells, differing, 12 << 58);
        for most in 1..=9 {
            let windows = windows(&cells, key, most);
            assert!((1..=most).contains(&windows.len()), "sky {number}");
            assert!(number != 0 || windows.len() == most, "one thread has nothing to do");
            // Next to one another, from the first bucket to the last.
            let mut next = key.min;
            for window in &windows {
                assert!(window.buckets > 0 && window.shift == key.shift && window.min == next, "sky {number}");
                next += (window.buckets as u64) << key.shift;
            }
            assert_eq!(next, key.min + ((key.buckets as u64) << key.shift), "sky {number}");
        }
    }
}
