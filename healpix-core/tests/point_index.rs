//! The point index against brute force over all rows with `sphere::distance`, bit for bit.

#![expect(clippy::expect_used, reason = "a test stops where an answer is missing")]

#[path = "point_index/skies.rs"]
mod skies;

use healpix_core::index::{CellCount, CrossMatch, Match, OccupiedCursor};
use healpix_core::sphere::distance;
use healpix_core::{Cell, Depth, Error, LonLat, PointIndex, nested};
use proptest::prelude::*;
use skies::{ARCSEC, RADII, Random, WHICH, all_pairs, at, by_distance, index_of, kept, pairs, questions, skies};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

#[test]
fn within_finds_every_row_and_no_other() {
    for n in [0, 1, 2, 40, 1500] {
        for (name, sky) in skies(n) {
            let (index, mut r) = (index_of(&sky), Random(7));
            let rows = kept(&index);
            for place in questions(&sky, &mut r, if n > 1000 { 4 } else { 12 }) {
                let all = by_distance(&rows, place);
                // Radii that are distances of rows put those rows on the border.
                let on_rows = [0, n / 3, n.saturating_sub(1)].map(|k| all.get(k).map_or(0.5, |m| m.distance));
                for radius in RADII.into_iter().chain(on_rows) {
                    let expected: Vec<Match> = all.iter().copied().take_while(|m| m.distance <= radius).collect();
                    let found = index.within(place, radius).expect("valid");
                    assert_eq!(found, expected, "{name}, {n} rows, {place:?}, radius {radius}");
                }
            }
        }
    }
}

#[test]
fn nearest_are_the_first_by_distance_and_row() {
    for n in [0, 1, 2, 3, 40, 1500] {
        for (name, sky) in skies(n) {
            let (index, mut r) = (index_of(&sky), Random(8));
            let rows = kept(&index);
            for place in questions(&sky, &mut r, 10) {
                let all = by_distance(&rows, place);
                for k in [0, 1, 2, 3, 10, 39, 40, 41, 700, 1499, 1500, usize::MAX] {
                    let found = index.nearest(place, k).expect("valid");
                    assert_eq!(found, all[..k.min(n)], "{name}, {n} rows, {place:?}, k {k}");
                }
            }
        }
    }
}

#[test]
fn nearest_is_right_in_a_large_index() {
    let mut r = Random(9);
    let sky: Vec<LonLat> = (0..100_000).map(|_| r.on_sphere()).collect();
    let index = index_of(&sky);
    let rows = kept(&index);
    for _ in 0..100 {
        let place = r.on_sphere();
        let all = by_distance(&rows, place);
        for k in [1, 2, 20, 500] {
            assert_eq!(index.nearest(place, k).expect("valid"), all[..k]);
        }
        for radius in [1e-3, 0.01, 0.1, 1.0] {
            let count = all.iter().take_while(|m| m.distance <= radius).count();
            assert_eq!(index.within(place, radius).expect("valid"), all[..count]);
        }
    }
}

#[test]
fn cross_match_is_all_pairs_by_brute_force() {
    let (left, right) = (skies(70), skies(110));
    for (left_name, left) in &left {
        for (right_name, right) in &right {
            let (left, right) = (index_of(left), index_of(right));
            let all = all_pairs(&left, &right);
            for (radius, which) in
                [0.0, 1e-9, ARCSEC, 1e-3, 0.02, 1.0, PI].into_iter().flat_map(|r| WHICH.map(|w| (r, w)))
            {
                let found = left.cross_match(&right, radius, which).expect("valid");
                let expected = pairs(&all, radius, which);
                assert_eq!(found, expected, "{left_name} with {right_name}, radius {radius}, {which:?}");
            }
        }
    }
}

#[test]
fn an_index_matches_itself() {
    for n in [1, 5, 300] {
        for (name, sky) in skies(n) {
            let index = index_of(&sky);
            let all = all_pairs(&index, &index);
            for (radius, which) in [0.0, ARCSEC, 0.005, 0.1].into_iter().flat_map(|r| WHICH.map(|w| (r, w))) {
                let found = index.cross_match(&index, radius, which).expect("valid");
                assert_eq!(found, pairs(&all, radius, which), "{name}, {n} rows, radius {radius}");
                assert!(found.len() >= n);
            }
        }
    }
}

#[test]
fn a_catalogue_matches_its_shifted_copy() {
    let mut r = Random(10);
    let sky: Vec<LonLat> = (0..20_000).map(|_| r.on_sphere()).collect();
    let shifted: Vec<LonLat> = sky.iter().map(|p| at(p.lon(), (p.lat() + 0.3 * ARCSEC).min(FRAC_PI_2))).collect();
    let (left, right) = (index_of(&sky), index_of(&shifted));
    let found = left.cross_match(&right, ARCSEC, CrossMatch::Best).expect("valid");
    assert_eq!(found.len(), sky.len());
    assert!(found.iter().all(|pair| pair.left == pair.right && pair.distance < 0.31 * ARCSEC));
    // In one field of a degree, where a mean density over the whole sky says nothing.
    let field: Vec<LonLat> = (0..2000).map(|_| r.near(at(2.0, 0.9), 0.01)).collect();
    let other: Vec<LonLat> = (0..1200).map(|_| r.near(at(2.0, 0.9), 0.01)).collect();
    let (left, right) = (index_of(&field), index_of(&other));
    let all = all_pairs(&left, &right);
    for (radius, which) in [10.0 * ARCSEC, 100.0 * ARCSEC].into_iter().flat_map(|r| WHICH.map(|w| (r, w))) {
        assert_eq!(left.cross_match(&right, radius, which).expect("valid"), pairs(&all, radius, which));
    }
}

#[test]
fn cells_of_every_depth_share_out_the_rows() {
    for (name, sky) in skies(300) {
        let index = index_of(&sky);
        for depth in (0..=29).map(|d| Depth::new(d).expect("valid")) {
            let counts: Vec<CellCount> = index.occupied(depth).expect("built").collect();
            assert!(counts.windows(2).all(|w| w[0].cell < w[1].cell), "{name}, {depth:?}");
            let mut seen = Vec::new();
            for CellCount { cell, count } in counts {
                let rows = index.rows_in_cell(Cell::new(depth, cell).expect("valid")).expect("built");
                assert_eq!(rows.len() as u64, count, "{name}, {depth:?}, cell {cell}");
                assert!(rows.iter().all(|row| nested::hash(depth, sky[*row as usize]).index() == cell));
                seen.extend_from_slice(rows);
            }
            assert_eq!(seen, index.row_numbers().expect("built"), "{name}, {depth:?}");
        }
        if name == "random" {
            let counts = (0..768).map(|cell| Cell::new(Depth::new(3).expect("valid"), cell).expect("valid"));
            let all: usize = counts.map(|cell| index.rows_in_cell(cell).expect("built").len()).sum();
            assert_eq!(all, 300); // empty cells included
        }
    }
}

#[test]
fn keys_are_hashes_and_rows_ascend_within_a_cell() {
    for (name, sky) in skies(400) {
        let index = index_of(&sky);
        let (keys, rows) = (index.cell_keys().expect("built"), index.row_numbers().expect("built"));
        for (slot, row) in rows.iter().enumerate() {
            let position = sky[*row as usize];
            assert_eq!(keys[slot], nested::hash(Depth::MAX, position).index(), "{name}");
            assert_eq!(index.lons().expect("built")[slot].to_bits(), position.lon().to_bits());
            assert_eq!(index.lats().expect("built")[slot].to_bits(), position.lat().to_bits());
        }
        let pairs: Vec<(u64, u32)> = keys.iter().copied().zip(rows.iter().copied()).collect();
        assert!(pairs.windows(2).all(|w| w[0] < w[1]), "{name}");
    }
}

#[test]
fn rows_pushed_after_a_build_are_merged_in() {
    for (name, sky) in skies(500) {
        let whole = index_of(&sky);
        let mut grown = PointIndex::new();
        for (k, position) in sky.iter().enumerate() {
            assert_eq!(grown.push(*position).expect("room"), k as u32);
            if [0, 1, 2, 30, 31, 300, 499].contains(&k) {
                assert!(!grown.is_built());
                grown.build().expect("memory");
                grown.build().expect("nothing to do");
            }
        }
        assert_eq!(grown.row_numbers(), whole.row_numbers(), "{name}");
        assert_eq!(grown.lons(), whole.lons());
        let place = at(1.0, 0.5);
        assert_eq!(grown.nearest(place, 50), whole.nearest(place, 50));
        assert_eq!(grown.clone().within(place, 1.0), whole.within(place, 1.0));
    }
}

#[test]
fn degrees_have_the_cells_of_degrees_and_the_distances_of_radians() {
    let lon: Vec<f64> = (0..720).map(|k| f64::from(k) - 360.0).chain([36000.5, 1e9 + 45.0, 1e20]).collect();
    let lat: Vec<f64> = (0..lon.len()).map(|k| ((k * 37) % 181) as f64 - 90.0).collect();
    let index = PointIndex::from_slices_deg(&lon, &lat).expect("valid");
    let (keys, rows) = (index.cell_keys().expect("built"), index.row_numbers().expect("built"));
    for (key, row) in keys.iter().zip(rows) {
        let position = LonLat::from_degrees(lon[*row as usize], lat[*row as usize]).expect("valid");
        assert_eq!(*key, nested::hash(Depth::MAX, position).index());
    }
    let kept = kept(&index);
    for k in (0..720).step_by(17) {
        let place = LonLat::from_degrees(lon[k], lat[k]).expect("valid");
        let all = by_distance(&kept, place);
        assert_eq!(index.nearest(place, 5).expect("valid"), all[..5]);
        assert_eq!(index.nearest(place, 1).expect("valid")[0].distance, 0.0);
        let count = all.iter().take_while(|m| m.distance <= 0.3).count();
        assert_eq!(index.within(place, 0.3).expect("valid"), all[..count]);
    }
    // Far out in degrees a row stays in its cell, and is found from there.
    for row in [721, 722] {
        let place = LonLat::from_degrees(lon[row], lat[row]).expect("valid");
        let found = index.within(place, 1e-12).expect("valid");
        assert!(found.iter().any(|m| m.row == row as u32 && m.distance == 0.0), "row {row}: {found:?}");
        let center = nested::center(nested::hash(Depth::MAX, place));
        assert!(index.within(center, 1e-8).expect("valid").iter().any(|m| m.row == row as u32));
    }
}

#[test]
fn bad_elements_take_their_numbers_and_all_others_are_stored() {
    let mut index = PointIndex::new();
    let lon = [0.1, f64::NAN, 0.3, 0.4, f64::INFINITY];
    let lat = [0.0, 0.0, 0.0, 2.0, 0.0];
    let error = index.push_slice(&lon, &lat).expect_err("three are bad");
    let Error::Elements { index: first_bad, count, len, ref first } = error else { panic!("{error}") };
    assert_eq!((first_bad, count, len), (1, 3, 5));
    assert!(matches!(**first, Error::Longitude { .. }));
    assert_eq!((index.rows(), index.len(), index.is_built()), (5, 2, false));
    assert_eq!(index.push(at(0.5, 0.0)), Ok(5));
    index.build().expect("memory");
    let mut rows = index.row_numbers().expect("built").to_vec();
    rows.sort_unstable();
    assert_eq!(rows, [0, 2, 5]);
    assert!(matches!(PointIndex::from_slices(&lon, &lat), Err(Error::Elements { index: 1, .. })));
    assert!(matches!(PointIndex::from_slices_deg(&[0.0], &[90.5]), Err(Error::Elements { .. })));
    // Only bad ones: their numbers are gone, nothing waits.
    let mut index = PointIndex::new();
    assert!(index.push_slice(&[0.0], &[7.0]).is_err());
    assert_eq!((index.rows(), index.len(), index.is_built()), (1, 0, true));
    assert_eq!(index.push(at(0.5, 0.0)), Ok(1));
    index.build().expect("memory");
    assert!(index.push_slice(&[0.0], &[7.0]).is_err());
    assert_eq!((index.rows(), index.is_built(), index.row_numbers()), (3, true, Ok(&[1][..])));
}

#[test]
fn slices_of_different_length_change_nothing() {
    let mut index = PointIndex::new();
    let error = index.push_slice(&[0.1, 0.2], &[0.1]).expect_err("lengths differ");
    assert_eq!(error, Error::Length { what: "lat", expected: 2, got: 1 });
    assert_eq!((index.rows(), index.len()), (0, 0));
    assert_eq!(index.push_slice(&[], &[]), Ok(0..0));
}

#[test]
fn questions_before_build_are_errors() {
    let mut index = index_of(&[at(0.0, 0.0)]);
    index.push_slice(&[1.0, 2.0], &[0.0, 0.0]).expect("room");
    let not_built = Error::NotBuilt { pending: 2 };
    let (place, built) = (at(0.0, 0.0), index_of(&[at(0.0, 0.0)]));
    assert_eq!(index.within(place, 0.1), Err(not_built.clone()));
    assert_eq!(index.nearest(place, 1), Err(not_built.clone()));
    assert_eq!(index.nearest(place, 0), Err(not_built.clone()));
    assert_eq!(index.cross_match(&built, 0.1, CrossMatch::All), Err(not_built.clone()));
    assert_eq!(built.cross_match(&index, 0.1, CrossMatch::All), Err(not_built.clone()));
    assert_eq!(index.occupied(Depth::ZERO).err(), Some(not_built.clone()));
    assert_eq!(index.rows_in_cell(Cell::new(Depth::ZERO, 0).expect("valid")), Err(not_built.clone()));
    assert_eq!(index.cell_keys(), Err(not_built));
    assert_eq!(format!("{index:?}"), "PointIndex { rows: 3, len: 3, pending: 2, .. }");
}

#[test]
fn radii_outside_zero_to_pi_are_errors() {
    let index = index_of(&[at(0.0, 0.0)]);
    for radius in [-1e-300, -1.0, f64::from_bits(PI.to_bits() + 1), 7.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(matches!(index.within(at(0.0, 0.0), radius), Err(Error::Radius { .. })), "{radius}");
        assert!(matches!(index.cross_match(&index, radius, CrossMatch::Best), Err(Error::Radius { .. })));
        assert!(matches!(PointIndex::new().within(at(0.0, 0.0), radius), Err(Error::Radius { .. })));
    }
    assert_eq!(index.within(at(0.0, 0.0), -0.0).expect("zero").len(), 1);
}

#[test]
fn a_cursor_goes_on_in_a_changed_index() {
    let depth = Depth::new(4).expect("valid");
    let mut r = Random(11);
    let sky: Vec<LonLat> = (0..200).map(|_| r.on_sphere()).collect();
    let mut index = index_of(&sky);
    let mut cursor = OccupiedCursor::new(depth);
    let mut last = 0;
    for _ in 0..20 {
        last = cursor.next(&index).expect("built").expect("a cell").cell;
    }
    index.push_slice(&[0.3, 4.0, 5.0], &[0.7, -0.2, 1.2]).expect("room");
    assert!(matches!(cursor.next(&index), Err(Error::NotBuilt { pending: 3 })));
    index.build().expect("memory");
    let expected: Vec<CellCount> = index.occupied(depth).expect("built").filter(|c| c.cell > last).collect();
    let mut rest = Vec::new();
    while let Some(found) = cursor.next(&index).expect("built") {
        rest.push(found);
    }
    assert_eq!(rest, expected);
    // Another index, a smaller one, none at all: still an answer, never a cell twice.
    let mut cursor = OccupiedCursor::new(depth);
    let first = cursor.next(&index).expect("built").expect("a cell");
    let small = index_of(&[at(0.0, -1.5)]);
    assert!(cursor.next(&small).expect("built").is_some_and(|c| c.cell > first.cell));
    assert_eq!(cursor.next(&small), Ok(None));
    assert_eq!(cursor.next(&PointIndex::new()), Ok(None));
    index.clear();
    assert_eq!(cursor.next(&index), Ok(None));
}

#[test]
fn the_last_cell_has_its_rows() {
    // Base cell 11 is the last; its last cell is the one at its northern vertex.
    let last = Cell::new(Depth::MAX, Depth::MAX.n_cells() - 1).expect("valid");
    let sky = vec![nested::center(last); 30];
    let index = index_of(&sky);
    assert_eq!(index.rows_in_cell(last).expect("built").len(), 30);
    assert_eq!(index.occupied(Depth::MAX).expect("built").count(), 1);
    assert_eq!(index.within(sky[0], 0.0).expect("valid").len(), 30);
    assert_eq!(index.nearest(at(0.0, 1.5), 2).expect("valid").len(), 2);
}

#[test]
fn a_cleared_index_starts_over() {
    let mut index = index_of(&[at(0.0, 0.0), at(1e5, 1.0)]);
    index.clear();
    assert!(index.is_empty() && index.is_built());
    assert_eq!(index.nearest(at(0.0, 0.0), 3), Ok(vec![]));
    assert_eq!(index.push(at(0.5, 0.5)), Ok(0));
    index.build().expect("memory");
    assert_eq!(index.nearest(at(0.5, 0.5), 3), Ok(vec![Match { row: 0, distance: 0.0 }]));
}

#[test]
fn too_many_pairs_are_an_error() {
    let sky = vec![at(0.0, 0.0); 3];
    let index = index_of(&sky);
    assert_eq!(index.cross_match(&index, PI, CrossMatch::All).expect("valid").len(), 9);
    assert!(matches!(PointIndex::with_capacity(usize::MAX), Err(Error::OutOfMemory { .. })));
}

#[test]
fn crowds_in_one_place_meet_once() {
    let index = index_of(&vec![at(2.5, 0.5); 50_000]);
    let found = index.cross_match(&index, ARCSEC, CrossMatch::Best).expect("valid");
    assert_eq!(found.len(), 50_000);
    assert!(found.iter().enumerate().all(|(k, pair)| (pair.left, pair.right, pair.distance) == (k as u32, 0, 0.0)));
    let found = index.nearest(at(2.5, 0.6), 3).expect("valid");
    assert_eq!(found.iter().map(|m| m.row).collect::<Vec<_>>(), [0, 1, 2]);
}

fn position() -> impl Strategy<Value = LonLat> {
    let lon = prop_oneof![0.0..TAU, -1e-9..1e-9, -800.0..800.0, Just(0.0), Just(PI), Just(FRAC_PI_2), Just(TAU)];
    let lat = prop_oneof![-FRAC_PI_2..FRAC_PI_2, -1e-9..1e-9, 0.72..0.74, 1.57..FRAC_PI_2, Just(FRAC_PI_2), Just(0.0)];
    (lon, lat).prop_map(|(lon, lat)| at(lon, lat))
}

fn radius() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..PI, 0.0..1e-8, 0.0..0.1, Just(0.0), Just(PI)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_question_has_the_answer_of_brute_force(
        sky in prop::collection::vec(position(), 0..120),
        place in position(),
        radius in radius(),
        k in 0usize..150,
    ) {
        let index = index_of(&sky);
        let all = by_distance(&kept(&index), place);
        prop_assert_eq!(&index.nearest(place, k).expect("valid"), &all[..k.min(sky.len())]);
        let count = all.iter().take_while(|m| m.distance <= radius).count();
        prop_assert_eq!(&index.within(place, radius).expect("valid"), &all[..count]);
        if let Some(first) = all.first() {
            prop_assert_eq!(first.distance, distance(place, sky[first.row as usize]));
        }
    }

    #[test]
    fn any_cross_match_is_that_of_brute_force(
        left in prop::collection::vec(position(), 0..60),
        right in prop::collection::vec(position(), 0..60),
        radius in radius(),
    ) {
        let (left, right) = (index_of(&left), index_of(&right));
        let all = all_pairs(&left, &right);
        for which in WHICH {
            prop_assert_eq!(left.cross_match(&right, radius, which).expect("valid"), pairs(&all, radius, which));
        }
    }
}
