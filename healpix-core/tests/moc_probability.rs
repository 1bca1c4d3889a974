//! Credible regions, against a sum by definition in exact numbers.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod moc_model;

use healpix_core::{Cell, Depth, Error, Moc, nested};
use moc_model::{cell, depth, models};
use proptest::prelude::*;

/// Values that are small whole numbers, so that sums and products below are exact.
fn by_definition(cells: &[(Cell, u64)], per_steradian: bool, (level, of): (u64, u64)) -> Moc {
    let deepest = cells.iter().map(|(cell, _)| cell.depth()).max().unwrap_or(Depth::ZERO);
    let area = |cell: Cell| 1u128 << (2 * (deepest.get() - cell.depth().get()));
    let start = |cell: Cell| cell.index() << (2 * (29 - cell.depth().get()));
    let mass = |cell: Cell, value: u64| u128::from(value) * if per_steradian { area(cell) } else { 1 };
    let mut sorted: Vec<(Cell, u64)> = cells.iter().copied().filter(|(_, value)| *value > 0).collect();
    // By density; a/b against c/d as a·d against c·b.
    sorted.sort_by(|(a, va), (b, vb)| {
        let (x, y) = (mass(*a, *va) * area(*b), mass(*b, *vb) * area(*a));
        y.cmp(&x).then(start(*a).cmp(&start(*b)))
    });
    let total: u128 = sorted.iter().map(|(c, v)| mass(*c, *v)).sum();
    let mut sum = 0;
    let mut taken = Vec::new();
    for (c, v) in sorted {
        if sum * u128::from(of) >= u128::from(level) * total {
            break;
        }
        sum += mass(c, v);
        taken.push(c);
    }
    Moc::from_mixed_cells(deepest, taken).expect("enough memory")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn smallest_area(a in models(), values in prop::collection::vec(0u64..1000, 0..400), level in 0u64..=64, scale in -900i32..900) {
        let mut cells: Vec<(Cell, u64)> = a.moc().cells().zip(values).collect();
        // Any order is fine.
        cells.sort_by_key(|(cell, value)| (value.wrapping_mul(0x9e37_79b9), cell.index()));
        let uniq: Vec<u64> = cells.iter().map(|(cell, _)| nested::to_uniq(*cell)).collect();
        let values: Vec<f64> = cells.iter().map(|(_, value)| *value as f64 * 2f64.powi(scale)).collect();
        // Levels in 64ths, which are exact as well.
        let part = level as f64 / 64.0;
        prop_assert_eq!(Moc::credible_region(&uniq, &values, part)?, by_definition(&cells, true, (level, 64)));
        prop_assert_eq!(
            Moc::credible_region_of_probabilities(&uniq, &values, part)?,
            by_definition(&cells, false, (level, 64))
        );
    }
}

#[test]
fn densities_at_the_ends_of_the_scale_are_lost() {
    let uniq: Vec<u64> = (0..4).map(|k| nested::to_uniq(cell(depth(0), k))).collect();
    let region =
        |values: &[f64], level| Moc::credible_region(&uniq, values, level).map(|moc| moc.flat().collect::<Vec<u64>>());
    // As large as there are, so that their sum overflows; as small as there are; both.
    assert_eq!(region(&[f64::MAX, f64::MAX, f64::MAX, f64::MAX], 0.5), Ok(vec![0, 1]));
    assert_eq!(region(&[5e-324, 1e-323, 0.0, -0.0], 0.5), Ok(vec![1]));
    assert_eq!(region(&[5e-324, 1e-323, 0.0, -0.0], 1.0), Ok(vec![0, 1]));
    assert_eq!(region(&[5e-324, 0.0, f64::MAX, 1.0], 1.0), Ok(vec![0, 2, 3]));
    assert_eq!(region(&[5e-324, 0.0, f64::MAX, 1.0], 0.999), Ok(vec![2]));
    assert_eq!(region(&[0.0; 4], 0.9), Ok(vec![]));
    assert_eq!(region(&[0.0; 4], 1.0), Ok(vec![]));
    assert_eq!(region(&[1.0; 4], 0.0), Ok(vec![]));
    // A level beyond 0 takes a cell, however small it is.
    assert_eq!(region(&[1.0, 2.0, 1.0, 1.0], 5e-324), Ok(vec![1]));
    // Equal ones in the order of the curve, to just the level.
    assert_eq!(region(&[1.0; 4], 0.5), Ok(vec![0, 1]));
    assert_eq!(region(&[1.0; 4], 0.500001), Ok(vec![0, 1, 2]));
    // Four times the probability in a cell of a base cell's quarter is a density 16 times larger.
    let mixed = [nested::to_uniq(cell(depth(0), 0)), nested::to_uniq(cell(depth(29), 1 << 58))];
    let tiny = Moc::credible_region_of_probabilities(&mixed, &[f64::MAX, 1e300], 1e-9);
    assert_eq!(tiny, Moc::from_cells(depth(29), &[1 << 58]));
}

#[test]
fn a_sum_forgets_what_is_small() {
    // One cell with half of it all and 2^20 cells with the other half: adding those one by one to the
    // large one in plain doubles would round each time.
    let d = depth(10);
    let uniq: Vec<u64> = (0..=1u64 << 20).map(|k| nested::to_uniq(cell(d, k))).collect();
    let mut values = vec![0.1; uniq.len()];
    values[77] = 0.1 * (1 << 20) as f64;
    for (level, expected) in [(0.5, 1), (0.75, 1 + (1 << 19)), (0.5 + 1e-7, 2)] {
        let n = Moc::credible_region(&uniq, &values, level).expect("a map").n_cells();
        assert!(n == expected || n == expected + 1, "{level}: {n} and not {expected}");
    }
}

#[test]
fn a_bad_map_gives_a_region() {
    let uniq = [4, 5, 24];
    let region = |uniq: &[u64], values: &[f64], level| Moc::credible_region(uniq, values, level);
    for level in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        let error = region(&uniq, &[1.0; 3], level).expect_err("no level");
        assert!(matches!(error, Error::Level { .. }), "{error}");
    }
    for bad in [-1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -5e-324] {
        let error = region(&uniq, &[1.0, bad, bad], 0.5).expect_err("no density");
        assert!(matches!(error, Error::Elements { index: 1, count: 2, len: 3, .. }), "{error}");
        assert!(matches!(error.root(), Error::Probability { value } if value.to_bits() == bad.to_bits()));
    }
    let error = region(&[4, 3, 5], &[1.0; 3], 0.5).expect_err("3 is no uniq");
    assert_eq!((error.root(), error.to_string().contains("index 1")), (&Error::Uniq { value: 3 }, true));
    // A cell and its grandchild, a cell twice.
    assert_eq!(region(&[64 + 17, 5], &[1.0; 2], 0.5), Err(Error::Overlap { first: 5, second: 64 + 17 }));
    assert_eq!(region(&[5, 4, 5], &[0.0; 3], 0.5), Err(Error::Overlap { first: 5, second: 5 }));
    assert_eq!(region(&[], &[], 0.5), Ok(Moc::empty(depth(0))));
}
