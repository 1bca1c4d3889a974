//! Regions: whether they are made at all, and what is inside.

use healpix_core::region::{AnyRegion, Polygon, Region as _, Relation as CoreRelation};
use healpix_core::{Cell, Depth, Error, LonLat};
use healpix_safe::region::{Interior, Region, Relation};
use healpix_safe::{ErrorKind, INVALID_U8};
use proptest::prelude::*;

use super::compare::{kind, same};
use super::inputs::{cell, depth, double};
use super::recipes::{Recipe, core, recipe, safe};

/// Both regions, or equal errors.
pub fn both(recipe: &Recipe) -> Option<(AnyRegion, Region)> {
    match (core(recipe), safe(recipe)) {
        (Ok(core), Ok(safe)) => Some((core, safe)),
        (Err(core), Err(safe)) => {
            assert_eq!(kind(&core), safe.kind(), "{recipe:?}");
            assert_eq!(core.to_string(), safe.to_string(), "{recipe:?}");
            None
        }
        (core, safe) => panic!("{recipe:?}: core {core:?}, safe {safe:?}"),
    }
}

fn relation(relation: CoreRelation) -> Relation {
    match relation {
        CoreRelation::Disjoint => Relation::Disjoint,
        CoreRelation::Partial => Relation::Partial,
        CoreRelation::Full => Relation::Full,
    }
}

proptest! {
    #[test]
    fn what_is_inside(
        recipe in recipe(),
        positions in prop::collection::vec((double(), double()), 0..12),
        depth in depth(),
        cells in prop::collection::vec(cell(), 0..12),
    ) {
        let Some((core, safe)) = both(&recipe) else { return Ok(()) };
        let safe = safe.clone();
        assert_eq!(safe.area().map(f64::to_bits), core.area().map(f64::to_bits), "{recipe:?}");
        let (lon, lat): (Vec<f64>, Vec<f64>) = positions.into_iter().unzip();
        let mut inside = vec![true; lon.len()];
        for deg in [false, true] {
            let ask = if deg { Region::contains_deg } else { Region::contains };
            let ask_one = if deg { Region::contains_deg_one } else { Region::contains_one };
            let position = if deg { LonLat::from_degrees } else { LonLat::new };
            let asked = ask(&safe, &lon, &lat, &mut inside);
            let mut bad = Vec::new();
            for (k, (lon, lat)) in lon.iter().zip(&lat).enumerate() {
                let want = position(*lon, *lat).map(|at| core.contains(at));
                assert_eq!(inside[k], want.clone().unwrap_or(false));
                bad.extend(want.clone().err().map(|error| (k, error)));
                same("contains_one", want, ask_one(&safe, *lon, *lat));
            }
            elements(asked, &bad, lon.len());
        }

        let mut codes = vec![77; cells.len()];
        let asked = safe.relation(depth, &cells, &mut codes);
        let Ok(level) = Depth::new(depth) else {
            assert_eq!(asked.expect_err("too deep").kind(), ErrorKind::Depth);
            assert!(codes.iter().all(|code| *code == 77));
            return Ok(());
        };
        let mut bad = Vec::new();
        for (k, number) in cells.iter().enumerate() {
            let want = Cell::new(level, *number).map(|cell| relation(core.relation(cell)));
            assert_eq!(codes[k], want.clone().map_or(INVALID_U8, |relation| relation as u8), "{recipe:?} {number}");
            bad.extend(want.clone().err().map(|error| (k, error)));
            same("relation_one", want, safe.relation_one(depth, *number));
        }
        elements(asked, &bad, cells.len());
    }

    #[test]
    fn slices_of_different_length_are_refused(n in 0..4usize, m in 0..4usize, k in 0..4usize) {
        let region = Region::all_sky()?;
        let (lon, lat, mut inside, mut codes) = (vec![0.0; n], vec![0.0; m], vec![false; k], vec![77; k]);
        assert_eq!(region.contains(&lon, &lat, &mut inside).is_ok(), n == m && n == k);
        assert_eq!(region.contains_deg(&lon, &lat, &mut inside).is_ok(), n == m && n == k);
        assert_eq!(region.relation(0, &vec![3; n], &mut codes).is_ok(), n == k);
        if n != m {
            for made in [Region::polygon(&lon, &lat, Interior::Winding), Region::polygon_deg(&lon, &lat, Interior::Winding)] {
                assert_eq!(made.expect_err("lengths").kind(), ErrorKind::Length);
            }
        }
    }

    #[test]
    fn rings(
        deg in any::<bool>(),
        center in (0.0..6.0f64, -1.0..1.0f64),
        // Rings one in the other, so that most of them go together.
        sizes in prop::collection::vec(0.01..0.4f64, 0..4),
        control in prop::option::of((0.0..6.0f64, -1.0..1.0f64)),
        wrong_end in prop::option::weighted(0.2, 0..14usize),
        at in (0.0..6.0f64, -1.0..1.0f64),
    ) {
        let mut rings: Vec<Vec<(f64, f64)>> = Vec::new();
        for size in &sizes {
            let turn = |k: usize| (center.0 + size * (k as f64).cos(), center.1 + size * (k as f64).sin());
            rings.push((0..6).map(turn).collect());
        }
        let (lon, lat): (Vec<f64>, Vec<f64>) = rings.iter().flatten().copied().unzip();
        let mut ends: Vec<usize> = (1..=rings.len()).map(|k| 6 * k).collect();
        if let (Some(wrong), Some(end)) = (wrong_end, ends.last_mut()) {
            *end = wrong;
        }
        let interior = control.map_or(Interior::SmallerArea, |(lon, lat)| Interior::Contains { lon, lat });
        let made = (if deg { Region::polygon_rings_deg } else { Region::polygon_rings })(&lon, &lat, &ends, interior);
        if ends.last().is_some_and(|end| *end != lon.len()) {
            assert_eq!(made.expect_err("ends").kind(), ErrorKind::Length);
            return Ok(());
        }
        let position = if deg { LonLat::from_degrees } else { LonLat::new };
        let rings: Vec<Vec<LonLat>> =
            rings.iter().map(|ring| ring.iter().map(|at| position(at.0, at.1).expect("good")).collect()).collect();
        let rings: Vec<&[LonLat]> = rings.iter().map(Vec::as_slice).collect();
        let interior = match control {
            Some((lon, lat)) => healpix_core::region::Interior::Contains(position(lon, lat).expect("good")),
            None => healpix_core::region::Interior::SmallerArea,
        };
        let want = Polygon::with_rings(&rings, interior);
        let at = (position(at.0, at.1).expect("good"), at);
        same(
            "polygon_rings",
            want.map(|polygon| polygon.contains(at.0)),
            made.and_then(|region| (if deg { Region::contains_deg_one } else { Region::contains_one })(&region, at.1.0, at.1.1)),
        );
    }
}

/// A text with some of its pieces changed, repeated or left out.
fn text(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => Just(None),
        1 => prop::sample::select(pieces).prop_map(Some),
        1 => Just(Some("")),
        1 => Just(Some("é")),
    ];
    prop::collection::vec(piece, pieces.len())
        .prop_map(move |changes| pieces.iter().zip(changes).map(|(piece, change)| change.unwrap_or(piece)).collect())
}

const STCS: &[&str] = &[
    "Union", " ICRS ", "(", "Circle ", "10.5 ", "-20 ", "3 ", "Not ", "(", "Polygon ", "0 0 ", "10 0 ", "10 10", ")",
    " Box ", "1 ", "2 ", "3 ", "4", ")", " ",
];
const GEOJSON: &[&str] = &[
    "{",
    "\"type\"",
    ":",
    "\"Polygon\"",
    ",",
    "\"coordinates\"",
    ": [",
    "[",
    "[0, 0]",
    ",",
    "[8, 0]",
    ",",
    "[8, 8]",
    ",",
    "[0, 8]",
    "]",
    "]",
    "}",
];

proptest! {
    #[test]
    fn texts(stcs in text(STCS), geojson in text(GEOJSON), lon in -5.0..15.0f64, lat in -25.0..15.0f64) {
        let at = LonLat::from_degrees(lon, lat)?;
        same(
            "from_stcs",
            AnyRegion::from_stcs(&stcs).map(|region| region.contains(at)),
            Region::from_stcs(&stcs).and_then(|region| region.contains_deg_one(lon, lat)),
        );
        same(
            "from_geojson",
            AnyRegion::from_geojson(&geojson).map(|region| region.contains(at)),
            Region::from_geojson(&geojson).and_then(|region| region.contains_deg_one(lon, lat)),
        );
    }
}

/// That the error of an element-wise call is about the first bad element.
fn elements(asked: healpix_safe::Result<()>, bad: &[(usize, Error)], len: usize) {
    let want = match bad.first() {
        None => Ok(()),
        Some((index, first)) => {
            Err(Error::Elements { index: *index, count: bad.len(), len, first: Box::new(first.clone()) })
        }
    };
    same("elements", want, asked);
}
