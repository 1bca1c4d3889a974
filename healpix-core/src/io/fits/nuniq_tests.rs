use alloc::vec;

use super::*;
use crate::io::FitsKind;

fn ranges_of(uniq: &[u64], chunk: usize, max_runs: usize) -> Option<Vec<CellRange>> {
    let mut runs = Runs::default();
    let mut unsorted = Vec::new();
    for part in uniq.chunks(chunk) {
        let used = runs.add_all(part, max_runs).ok()?;
        if runs.tail.overlap {
            return None;
        }
        unsorted.extend_from_slice(&part[used..]);
    }
    unsorted.sort_unstable();
    runs.add_all(&unsorted, usize::MAX).ok()?;
    if runs.tail.overlap {
        return None;
    }
    runs.end().ok()?;
    Some(runs.above)
}

/// All cells of `uniq` one by one, or none if one comes twice. Depth 3 is the deepest.
fn cells_of(uniq: &[u64]) -> Option<Vec<u64>> {
    let size = 4u64.pow(26);
    let mut cells: Vec<u64> =
        uniq.iter().map(|&u| range_of(u)).flat_map(|range| range.start / size..range.end / size).collect();
    cells.sort_unstable();
    let n = cells.len();
    cells.dedup();
    (cells.len() == n).then_some(cells)
}

#[test]
fn cells_in_any_order_become_ranges_and_overlaps_are_seen() {
    let mut seed = 3u64;
    let mut random = |limit: u64| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) % limit
    };
    let mut seen = [0; 2];
    for round in 0..6000 {
        let n = random(if round % 2 == 0 { 8 } else { 60 });
        let mut uniq: Vec<u64> = (0..n)
            .map(|_| {
                let depth = random(4);
                (4 << (2 * depth)) + random(12 << (2 * depth))
            })
            .collect();
        if round % 4 > 1 {
            // Most random lists overlap: keep what does not.
            let mut apart: Vec<u64> = vec![];
            for u in uniq {
                apart.push(u);
                if cells_of(&apart).is_none() {
                    apart.pop();
                }
            }
            uniq = apart;
        }
        if round % 3 == 0 {
            uniq.sort_unstable();
        }
        let expected = cells_of(&uniq);
        seen[usize::from(expected.is_some())] += 1;
        for (chunk, max_runs) in [(1, 64), (3, 64), (100, 64), (5, 2), (100, 0)] {
            let ours = ranges_of(&uniq, chunk, max_runs);
            let size = 4u64.pow(26);
            let flat = ours.as_ref().map(|ranges| {
                assert!(ranges.windows(2).all(|two| two[0].end < two[1].start), "{ranges:?}");
                ranges.iter().flat_map(|range| range.start / size..range.end / size).collect::<Vec<u64>>()
            });
            assert_eq!(flat, expected, "{uniq:?}");
        }
    }
    assert!(seen[0] > 1000 && seen[1] > 1000, "{seen:?}");
}

#[test]
fn an_overlap_is_named_with_its_row() {
    let moc = Moc::from_ascii("0/3 1/20 40 2/5 9").unwrap();
    let file = moc.to_fits(FitsKind::Nuniq).unwrap();
    for (row, uniq, named) in [(0, 9u64, 2), (3, 16 + 20, 4), (4, 64 + 5, 5), (4, 16 + 12, 5)] {
        let mut bad = file.clone();
        bad[5760 + 8 * row..][..8].copy_from_slice(&uniq.to_be_bytes());
        let error = alloc::string::ToString::to_string(&Moc::from_fits(&bad).unwrap_err());
        assert!(error.contains(&format!("row {named}: ")), "row {row}: {error}");
    }
}
