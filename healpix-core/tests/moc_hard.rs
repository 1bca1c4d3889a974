//! Input that is wrong or extreme: an error that says so, and never a panic.

mod moc_model;

use healpix_core::moc::{CellRange, Connectivity};
use healpix_core::{Cell, Depth, Error, LonLat, Moc, Result, nested};
use moc_model::{cell, depth, moc};
use proptest::prelude::*;

fn depths() -> impl Strategy<Value = Depth> {
    (0u8..30).prop_map(depth)
}

/// Any number, those next to the limits as likely as all others.
fn numbers() -> impl Strategy<Value = u64> {
    let limits = (0u8..30, -2i64..=2).prop_map(|(d, off)| depth(d).n_cells().wrapping_add_signed(off));
    let powers = (0u32..64, -2i64..=2).prop_map(|(bit, off)| (1u64 << bit).wrapping_add_signed(off));
    prop_oneof![any::<u64>(), 0u64..50, limits, powers, Just(u64::MAX)]
}

fn doubles() -> impl Strategy<Value = f64> {
    let special =
        prop::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 5e-324, -1.0, 90.1]);
    prop_oneof![any::<u64>().prop_map(f64::from_bits), special, -2.0..2.0]
}

/// Which elements are bad, as the error says it.
fn expect_elements(result: Result<Moc>, bad: &[bool]) -> std::result::Result<(), TestCaseError> {
    let count = bad.iter().filter(|bad| **bad).count();
    match result {
        Ok(_) => prop_assert_eq!(count, 0),
        Err(Error::Elements { index, count: said, len, .. }) => {
            prop_assert_eq!((said, len, Some(index)), (count, bad.len(), bad.iter().position(|bad| *bad)));
        }
        Err(other) => prop_assert!(false, "{}", other),
    }
    Ok(())
}

/// Everything that can be asked of a MOC, but for what may be as long as the sky is wide.
fn ask_everything(x: &Moc, other: &Moc, at: Cell, d: Depth) -> std::result::Result<(), TestCaseError> {
    prop_assert!(x.n_cells() <= x.depth().n_cells() && (0.0..=1.0).contains(&x.sky_fraction()));
    prop_assert!((0.0..=12.566370614359175).contains(&x.area()));
    prop_assert!(!x.contains_cell(at) || x.overlaps_cell(at));
    prop_assert_eq!((x.first().is_none(), x.last().is_none()), (x.is_empty(), x.is_empty()));
    prop_assert!(
        x.first().is_none_or(|first| x.contains_cell(first)) && x.last().is_none_or(|last| x.contains_cell(last))
    );
    prop_assert!(x.cells().all(|cell| x.contains_cell(cell)));
    prop_assert_eq!(&Moc::from_uniq(x.depth(), &x.to_uniq()?)?, x);
    prop_assert_eq!(x.flat().take(3).collect::<Vec<u64>>().first().copied(), x.first().map(Cell::index));
    prop_assert_eq!(x.flat().nth(x.n_cells().saturating_sub(1) as usize), x.last().map(Cell::index));
    prop_assert!(x.is_subset(&(x | other)) && (x & other).is_subset(other) && (x - other).is_disjoint(other));
    prop_assert_eq!(x ^ other, &(x | other) - &(x & other));
    prop_assert_eq!((x.degraded(d).is_ok(), x.refined(d).is_ok()), (d <= x.depth(), d >= x.depth()));
    prop_assert!(x.degraded(d).is_ok_and(|wide| x.is_subset(&wide)) || d > x.depth());
    let parts = x.split(Connectivity::Edges)?;
    prop_assert_eq!(parts.iter().map(Moc::n_cells).sum::<u64>(), x.n_cells());
    prop_assert!(parts.len() >= x.split(Connectivity::EdgesAndVertices)?.len());
    prop_assert!(x.is_subset(&x.fill_holes(None)?));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_cells(d in depths(), cells in prop::collection::vec(numbers(), 0..40), other in depths(), at in any::<u64>()) {
        let bad: Vec<bool> = cells.iter().map(|cell| *cell >= d.n_cells()).collect();
        expect_elements(Moc::from_cells(d, &cells), &bad)?;
        let good: Vec<u64> = cells.iter().map(|cell| cell % d.n_cells()).collect();
        let x = Moc::from_cells(d, &good)?;
        let y = Moc::from_cells(other, &good.iter().map(|cell| cell % other.n_cells()).collect::<Vec<u64>>())?;
        ask_everything(&x, &y, cell(other, at % other.n_cells()), other)?;
        ask_everything(&!&x, &y, cell(other, at % other.n_cells()), other)?;
        // All are at most one cell of depth 29 each, or three levels above.
        if d.get() >= 26 {
            let (outer, inner) = (x.outer_border()?, x.inner_border()?);
            prop_assert!(outer.is_disjoint(&x) && inner.is_subset(&x));
            prop_assert_eq!(x.expanded(1)?, &x | &outer);
            prop_assert_eq!(x.contracted(1)?, &x - &inner);
        }
        let mut answers = vec![true; cells.len()];
        let asked = x.contains_cells(d, &cells, &mut answers);
        prop_assert_eq!(asked.is_ok(), !bad.contains(&true));
        prop_assert_eq!(answers, bad.iter().map(|bad| !bad).collect::<Vec<bool>>());
    }

    #[test]
    fn any_uniq(d in depths(), uniq in prop::collection::vec(numbers(), 0..40)) {
        let bad: Vec<bool> = uniq.iter().map(|uniq| nested::from_uniq(*uniq).is_err()).collect();
        expect_elements(Moc::from_uniq(d, &uniq), &bad)?;
    }

    #[test]
    fn any_ranges(d in depths(), ends in prop::collection::vec((numbers(), numbers()), 0..20)) {
        let ranges: Vec<CellRange> = ends.iter().map(|(a, b)| (*a..*b).into()).collect();
        let bad = |n: u64| ranges.iter().map(|r| r.start > r.end || r.end > n).collect::<Vec<bool>>();
        expect_elements(Moc::from_ranges(d, &ranges), &bad(d.n_cells()))?;
        expect_elements(Moc::from_depth29_ranges(d, &ranges), &bad(Depth::MAX.n_cells()))?;
        let good: Vec<CellRange> = ranges.iter().map(|r| {
            let (a, b) = (r.start % (d.n_cells() + 1), r.end % (d.n_cells() + 1));
            (a.min(b)..a.max(b)).into()
        }).collect();
        let x = Moc::from_ranges(d, &good)?;
        let deep: Vec<CellRange> =
            good.iter().map(|r| (r.start << (58 - 2 * d.get())..r.end << (58 - 2 * d.get())).into()).collect();
        prop_assert_eq!(&Moc::from_depth29_ranges(d, &deep)?, &x);
        ask_everything(&x, &!&x, cell(d, 0), d)?;
    }

    #[test]
    fn any_positions(d in depths(), at in prop::collection::vec((doubles(), doubles()), 0..1100)) {
        let (lon, lat): (Vec<f64>, Vec<f64>) = at.iter().copied().unzip();
        let bad: Vec<bool> = at.iter().map(|(lon, lat)| LonLat::new(*lon, *lat).is_err()).collect();
        expect_elements(Moc::from_points(d, &lon, &lat), &bad)?;
        let bad_deg: Vec<bool> = at.iter().map(|(lon, lat)| LonLat::from_degrees(*lon, *lat).is_err()).collect();
        expect_elements(Moc::from_points_deg(d, &lon, &lat), &bad_deg)?;
        let mut inside = vec![true; lon.len()];
        let sky = Moc::all_sky(d);
        expect_elements(sky.contains_points(&lon, &lat, &mut inside).map(|()| sky.clone()), &bad)?;
        prop_assert_eq!(&inside, &bad.iter().map(|bad| !bad).collect::<Vec<bool>>());
        expect_elements(sky.contains_points_deg(&lon, &lat, &mut inside).map(|()| sky.clone()), &bad_deg)?;
        prop_assert_eq!(&inside, &bad_deg.iter().map(|bad| !bad).collect::<Vec<bool>>());
    }

    #[test]
    fn any_map(map in prop::collection::vec((numbers(), doubles()), 0..30), level in doubles()) {
        let (uniq, values): (Vec<u64>, Vec<f64>) = map.into_iter().unzip();
        for region in [
            Moc::credible_region(&uniq, &values, level),
            Moc::credible_region_of_probabilities(&uniq, &values, level),
        ] {
            let good = (0.0..=1.0).contains(&level)
                && uniq.iter().all(|uniq| nested::from_uniq(*uniq).is_ok())
                && values.iter().all(|value| *value >= 0.0 && value.is_finite());
            prop_assert!(good || region.is_err());
            let overlap = matches!(region, Err(Error::Overlap { .. }));
            prop_assert!(region.is_ok() || !good || overlap);
        }
    }
}

#[test]
fn slices_of_different_length_are_read_past_their_end() {
    let length = |what, expected, got| Err(Error::Length { what, expected, got });
    let d = depth(3);
    assert_eq!(Moc::from_points(d, &[0.0; 3], &[0.0; 2]), length("lat", 3, 2));
    assert_eq!(Moc::from_points_deg(d, &[0.0; 3], &[0.0; 4]), length("lat", 3, 4));
    assert_eq!(Moc::credible_region(&[4; 3], &[0.0; 2], 0.5), length("density", 3, 2));
    assert_eq!(Moc::credible_region_of_probabilities(&[4; 3], &[0.0; 2], 0.5), length("probability", 3, 2));
    let sky = Moc::all_sky(d);
    let mut out = [false; 2];
    let asked = sky.contains_points(&[0.0; 2], &[0.0; 3], &mut out);
    assert_eq!(asked, Err(Error::Length { what: "lat", expected: 2, got: 3 }));
    let asked = sky.contains_points(&[0.0; 3], &[0.0; 3], &mut out);
    assert_eq!(asked, Err(Error::Length { what: "inside", expected: 3, got: 2 }));
    let asked = sky.contains_cells(d, &[0; 3], &mut out);
    assert_eq!(asked, Err(Error::Length { what: "inside", expected: 3, got: 2 }));
    let asked = sky.overlaps_cells(d, &[0; 3], &mut out);
    assert_eq!(asked, Err(Error::Length { what: "overlapping", expected: 3, got: 2 }));
}

/// An iterator that promises more than any memory holds.
#[test]
fn a_length_that_an_iterator_promises_is_believed() {
    struct Liar(u32);
    impl Iterator for Liar {
        type Item = Cell;
        fn next(&mut self) -> Option<Cell> {
            self.0 = self.0.checked_sub(1)?;
            Some(cell(Depth::ZERO, u64::from(self.0)))
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (usize::MAX, None)
        }
    }
    assert_eq!(Moc::from_mixed_cells(depth(0), Liar(12)), Ok(Moc::all_sky(depth(0))));
}

#[test]
fn the_ends_of_the_curve_are_cut_off() {
    let d = Depth::MAX;
    let last = d.n_cells() - 1;
    let ends = moc(29, &[last, 0]);
    assert_eq!(ends.ranges(), [(0..1).into(), (last..last + 1).into()]);
    assert_eq!((!&ends).ranges(), [CellRange::from(1..last)]);
    assert_eq!((&ends | &!&ends), Moc::all_sky(d));
    assert_eq!(ends.degraded(Depth::ZERO), Moc::from_cells(Depth::ZERO, &[0, 11]));
    assert_eq!((ends.first(), ends.last()), (Some(cell(d, 0)), Some(cell(d, last))));
    // A longest run of largest cells: all but the first and last.
    assert_eq!((!&ends).cells().count(), 10 + 2 * 3 * 29);
    assert_eq!(Moc::from_ranges(d, &[(0..last + 1).into()]), Ok(Moc::all_sky(d)));
    assert!(Moc::from_ranges(d, &[(0..last + 2).into()]).is_err());
    assert!(moc(0, &[]).first().is_none() && moc(0, &[]).last().is_none());
    assert_eq!(moc(29, &[last]).flat().nth(usize::MAX), None);
    assert_eq!(Moc::all_sky(d).flat().nth(last as usize), Some(last));
    assert_eq!(Moc::all_sky(d).flat().size_hint().0, d.n_cells() as usize);
}

/// Both poles and all base-cell corners, in sets of one base cell.
#[test]
fn a_pole_or_corner_is_in_no_cell() {
    for d in [0, 1, 8, 29] {
        for (lon, lat) in
            [(0.0, 90.0), (10.0, -90.0), (0.0, 0.0), (45.0, 0.0), (90.0, 41.810314895778596), (405.0, 0.0)]
        {
            let at = LonLat::from_degrees(lon, lat).expect("a position");
            let found = nested::hash(depth(d), at);
            let x = Moc::from_mixed_cells(depth(d), [found]).expect("a cell");
            assert!(x.contains(at) && !(!&x).contains(at));
            let mut inside = [false];
            assert_eq!(x.contains_points_deg(&[lon], &[lat], &mut inside), Ok(()));
            assert!(inside[0]);
        }
    }
}
