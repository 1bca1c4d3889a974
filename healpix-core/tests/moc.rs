//! MOCs against plain sets of cells, and the laws of sets.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod moc_model;

use std::collections::BTreeSet;

use healpix_core::moc::CellRange;
use healpix_core::{Cell, Depth, Error, LonLat, Moc, batch, nested};
use moc_model::{Model, cell, depth, models};
use proptest::prelude::*;

/// What every MOC must be like inside, whatever made it.
fn check_form(moc: &Moc) -> Result<(), TestCaseError> {
    let step = 1u64 << (2 * (29 - moc.depth().get()));
    for range in moc.ranges() {
        prop_assert!(range.start < range.end && range.start % step == 0 && range.end % step == 0);
    }
    prop_assert!(moc.ranges().windows(2).all(|pair| pair[0].end < pair[1].start));
    prop_assert!(moc.ranges().last().is_none_or(|last| last.end <= Depth::MAX.n_cells()));
    Ok(())
}

fn check(what: &str, got: healpix_core::Result<Moc>, expected: &Model) -> Result<(), TestCaseError> {
    let got = got.expect("enough memory");
    check_form(&got)?;
    prop_assert_eq!(Model::of(&got), expected.clone(), "{}", what);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn algebra_of_sets(a in models(), b in models()) {
        let (x, y) = (a.moc(), b.moc());
        check("union", x.union(&y), &a.union(&b))?;
        check("intersection", x.intersection(&y), &a.intersection(&b))?;
        check("difference", x.difference(&y), &a.difference(&b))?;
        check("symmetric difference", x.symmetric_difference(&y), &a.symmetric_difference(&b))?;
        check("complement", x.complement(), &a.complement())?;
        prop_assert_eq!(&x | &y, x.union(&y)?);
        prop_assert_eq!(&x & &y, x.intersection(&y)?);
        prop_assert_eq!(&x - &y, x.difference(&y)?);
        prop_assert_eq!(&x ^ &y, x.symmetric_difference(&y)?);
        prop_assert_eq!(!&x, x.complement()?);
        prop_assert_eq!(x.is_subset(&y), a.difference(&b).cells.is_empty());
        prop_assert_eq!(x.is_superset(&y), b.difference(&a).cells.is_empty());
        prop_assert_eq!(x.is_disjoint(&y), a.intersection(&b).cells.is_empty());
        prop_assert_eq!(x.same_set(&y), a.symmetric_difference(&b).cells.is_empty());
    }

    #[test]
    fn laws_of_sets(a in models(), b in models(), c in models()) {
        let (a, b, c) = (a.moc(), b.moc(), c.moc());
        prop_assert_eq!(!&(&a | &b), &!&a & &!&b);
        prop_assert_eq!(!&(&a & &b), &!&a | &!&b);
        prop_assert_eq!(&!&!&a, &a);
        prop_assert_eq!(&a - &b, &a & &!&b);
        prop_assert_eq!(&a ^ &b, &(&a | &b) - &(&a & &b));
        prop_assert_eq!(&(&a | &b) | &c, &a | &(&b | &c));
        prop_assert_eq!(&(&a | &b) & &c, &(&a & &c) | &(&b & &c));
        prop_assert_eq!(&a | &b, &b | &a);
        prop_assert_eq!(&a | &a, a.clone());
        prop_assert_eq!(&a & &a, a.clone());
        prop_assert!((&a - &a).is_empty() && (&a ^ &a).is_empty() && (&a | &!&a).is_all_sky());
    }

    #[test]
    fn many_at_once(models in prop::collection::vec(models(), 0..12)) {
        let mocs: Vec<Moc> = models.iter().map(Model::moc).collect();
        let union = mocs.iter().fold(Moc::empty(Depth::ZERO), |all, moc| &all | moc);
        let common = mocs.iter().fold(Moc::all_sky(Depth::ZERO), |all, moc| &all & moc);
        prop_assert_eq!(Moc::union_all(&mocs)?, union);
        prop_assert_eq!(Moc::intersection_all(&mocs)?, common);
    }

    #[test]
    fn size_and_cells(a in models()) {
        let x = a.moc();
        let n = a.cells.len() as u64;
        prop_assert_eq!((x.n_cells(), x.is_empty()), (n, n == 0));
        prop_assert_eq!(x.is_all_sky(), n == a.depth.n_cells());
        prop_assert_eq!(x.sky_fraction(), n as f64 / a.depth.n_cells() as f64);
        prop_assert!((x.area() - 4.0 * std::f64::consts::PI * x.sky_fraction()).abs() < 1e-14);
        prop_assert_eq!(x.first().map(Cell::index), a.cells.first().copied());
        prop_assert_eq!(x.last().map(Cell::index), a.cells.last().copied());
        prop_assert_eq!(x.flat().collect::<Vec<u64>>(), a.cells.iter().copied().collect::<Vec<u64>>());
        prop_assert_eq!(x.flat().size_hint(), (n as usize, Some(n as usize)));
        for k in 0..=n as usize + 1 {
            prop_assert_eq!(x.flat().nth(k), a.cells.iter().nth(k).copied());
        }
        let mixed: Vec<Cell> = x.cells().collect();
        prop_assert!(mixed.len() >= x.cells().size_hint().0 && Some(mixed.len()) <= x.cells().size_hint().1);
        // Maximal: the parent of none is inside, but for base cells.
        for c in &mixed {
            prop_assert!(x.contains_cell(*c));
            prop_assert!(nested::parent(*c).map_or(true, |parent| !x.contains_cell(parent)));
        }
        let flat: Vec<u64> = mixed.iter().flat_map(|c| nested::range(a.depth, *c).expect("deeper")).collect();
        prop_assert_eq!(flat, a.cells.iter().copied().collect::<Vec<u64>>());
        let uniq = x.to_uniq()?;
        let expected: BTreeSet<u64> = mixed.iter().map(|c| nested::to_uniq(*c)).collect();
        prop_assert_eq!(&uniq, &expected.into_iter().collect::<Vec<u64>>());
        prop_assert_eq!(&Moc::from_uniq(a.depth, &uniq)?, &x);
        prop_assert_eq!(&Moc::from_mixed_cells(a.depth, mixed)?, &x);
        prop_assert_eq!(&Moc::from_depth29_ranges(a.depth, x.ranges())?, &x);
    }

    #[test]
    fn what_is_inside(a in models(), d in 0u8..=6) {
        let x = a.moc();
        let d = depth(d);
        let all: Vec<u64> = (0..d.n_cells()).collect();
        let (mut inside, mut overlapping) = (vec![false; all.len()], vec![true; all.len()]);
        x.contains_cells(d, &all, &mut inside)?;
        x.overlaps_cells(d, &all, &mut overlapping)?;
        let deep = a.refined(depth(6));
        for k in all {
            let c = cell(d, k);
            let n = deep.cells.range(nested::range(depth(6), c)?).count() as u64;
            prop_assert_eq!(x.contains_cell(c), n == 1 << (2 * (6 - d.get())));
            prop_assert_eq!(x.overlaps_cell(c), n > 0);
            prop_assert_eq!((inside[k as usize], overlapping[k as usize]), (x.contains_cell(c), x.overlaps_cell(c)));
        }
    }

    #[test]
    fn positions_inside(a in models(), at in prop::collection::vec((-10.0..10.0, -1.5..1.5), 0..1200)) {
        let x = a.moc();
        let (lon, lat): (Vec<f64>, Vec<f64>) = at.into_iter().unzip();
        let mut cells = vec![0; lon.len()];
        batch::nested::hash(a.depth, &lon, &lat, &mut cells)?;
        let expected: Vec<bool> = cells.iter().map(|cell| a.cells.contains(cell)).collect();
        let mut inside = vec![false; lon.len()];
        x.contains_points(&lon, &lat, &mut inside)?;
        prop_assert_eq!(&inside, &expected);
        x.contains_points_deg(&lon, &lat, &mut inside)?;
        for k in 0..lon.len() {
            prop_assert_eq!(x.contains(LonLat::new(lon[k], lat[k])?), expected[k]);
            prop_assert_eq!(x.contains(LonLat::from_degrees(lon[k], lat[k])?), inside[k]);
        }
        check("from points", Moc::from_points(a.depth, &lon, &lat), &Model::new(a.depth, cells.iter().copied()))?;
        batch::nested::hash_deg(a.depth, &lon, &lat, &mut cells)?;
        check("from degrees", Moc::from_points_deg(a.depth, &lon, &lat), &Model::new(a.depth, cells))?;
    }

    #[test]
    fn other_depths(a in models(), d in 0u8..=6) {
        let x = a.moc();
        let d = depth(d);
        if d <= a.depth {
            check("degraded", x.degraded(d), &a.degraded(d))?;
        } else {
            prop_assert_eq!(x.degraded(d), Err(Error::DepthOrder { depth: a.depth.get(), target: d.get(), deeper: false }));
        }
        if d >= a.depth {
            check("refined", x.refined(d), &a.refined(d))?;
            prop_assert!(x.refined(d)?.same_set(&x) && (x.refined(d)? == x) == (d == a.depth));
        } else {
            prop_assert_eq!(x.refined(d), Err(Error::DepthOrder { depth: a.depth.get(), target: d.get(), deeper: true }));
        }
    }

    #[test]
    fn any_order_of_cells(d in 0u8..=29, seed in any::<u64>(), n in 0usize..6000, spread in 0u32..62) {
        let d = depth(d);
        // Clusters of all sizes: the lower bits at random, the upper ones of few kinds.
        let mut random = seed;
        let mut next = || {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            random >> 1
        };
        let centers = [next(), next(), next()];
        let cells: Vec<u64> =
            (0..n).map(|k| (centers[k % 3] ^ (next() >> (62 - spread.min(61)))) % d.n_cells()).collect();
        let x = Moc::from_cells(d, &cells)?;
        check_form(&x)?;
        let expected: BTreeSet<u64> = cells.into_iter().collect();
        prop_assert_eq!(x.flat().collect::<Vec<u64>>(), expected.into_iter().collect::<Vec<u64>>());
    }

    #[test]
    fn any_order_of_ranges(d in 0u8..=4, ranges in prop::collection::vec((0u64..3072, 0u64..50), 0..60)) {
        let d = depth(d);
        let n = d.n_cells();
        let ranges: Vec<CellRange> =
            ranges.into_iter().map(|(start, len)| ((start % n)..(start % n + len).min(n)).into()).collect();
        let expected = Model::new(d, ranges.iter().flat_map(|range| range.start..range.end));
        check("ranges", Moc::from_ranges(d, &ranges), &expected)?;
        // The same numbers as cells two depths deeper than the MOC's.
        if d.get() >= 2 {
            let shallow = depth(d.get() - 2);
            let shift = 2 * (29 - d.get());
            let deep: Vec<CellRange> =
                ranges.iter().map(|range| (range.start << shift..range.end << shift).into()).collect();
            check("depth 29", Moc::from_depth29_ranges(shallow, &deep), &expected.degraded(shallow))?;
            let uniq: Vec<u64> = expected.cells.iter().map(|k| nested::to_uniq(cell(d, *k))).collect();
            check("uniq", Moc::from_uniq(shallow, &uniq), &expected.degraded(shallow))?;
        }
    }
}

/// Sets with so many ranges that blocks are merged side by side, of very different densities.
#[test]
fn long_lists_of_ranges_are_merged_wrong() {
    let d = depth(7);
    let mut random = 1u64;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (random >> 33) % below
    };
    let mut sets: Vec<Model> = Vec::new();
    for n in [3, 100, 1000, 5000, 30_000] {
        sets.push(Model::new(d, (0..n).map(|_| next(d.n_cells()))));
    }
    // Stretches with ranges beside stretches without.
    sets.push(Model::new(d, (0..20_000).map(|_| next(d.n_cells()) & !0x3000)));
    sets.push(Model::new(d, (0..d.n_cells()).filter(|k| k % 2 == 0 && k & 0x1000 == 0)));
    sets.push(Model::new(d, (0..d.n_cells()).filter(|k| k % 3 > 0)));
    sets.push(Model::new(d, 60_000..120_000));
    for a in &sets {
        let x = a.moc();
        assert_eq!(Model::of(&x), *a);
        assert_eq!(Model::of(&!&x), a.complement());
        for b in &sets {
            let y = b.moc();
            let pairs = [
                (&x | &y, a.union(b)),
                (&x & &y, a.intersection(b)),
                (&x - &y, a.difference(b)),
                (&x ^ &y, a.symmetric_difference(b)),
            ];
            for (got, expected) in pairs {
                assert!(
                    check_form(&got).is_ok() && Model::of(&got) == expected,
                    "{} and {}",
                    a.cells.len(),
                    b.cells.len()
                );
            }
            assert_eq!(x.is_subset(&y), a.cells.is_subset(&b.cells));
            assert_eq!(x.is_disjoint(&y), a.cells.is_disjoint(&b.cells));
        }
    }
}

/// As many MOCs as make every way of joining them: small ones by the thousand, large ones between.
#[test]
fn thousands_of_sets_are_joined_wrong() {
    let d = depth(8);
    let mut random = 3u64;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (random >> 33) % below
    };
    let mut all = BTreeSet::new();
    let mut mocs = Vec::new();
    for k in 0..1200 {
        let n = if k % 100 == 7 { 9000 } else { next(200) };
        let cells: Vec<u64> = (0..n).map(|_| next(d.n_cells() / 2) / 3 * 3).collect();
        mocs.push(Moc::from_cells(d, &cells).expect("cells"));
        all.extend(cells);
        if [0, 1, 2, 3, 8, 108, 109, 1199].contains(&k) {
            let union = Moc::union_all(&mocs).expect("enough memory");
            assert!(check_form(&union).is_ok());
            assert_eq!(union.flat().collect::<Vec<u64>>(), all.iter().copied().collect::<Vec<u64>>());
        }
    }
    let none: [&Moc; 0] = [];
    assert_eq!(Moc::union_all(none), Ok(Moc::empty(Depth::ZERO)));
    assert_eq!(Moc::intersection_all(none), Ok(Moc::all_sky(Depth::ZERO)));
}
