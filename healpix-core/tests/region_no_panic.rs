//! Regions of any numbers whatever: an error or an answer, never a panic, and answers that hold together.

use core::f64::consts::{FRAC_PI_2, PI, TAU};

use healpix_core::coverage::{Coverage, centers_in, cones, ring_centers_in, ring_touched};
use healpix_core::region::{
    Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Interior, Polygon, Region, Relation, Zone,
};
use healpix_core::{Cell, Depth, LonLat, Nside, Result, nested};
use proptest::prelude::*;

/// Any double at all, and more often those that regions are made of.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<u64>().prop_map(f64::from_bits),
        prop::sample::select(vec![
            0.0,
            -0.0,
            1.0,
            FRAC_PI_2,
            PI,
            TAU,
            -PI,
            90.0,
            180.0,
            360.0,
            1e-9,
            5e-324,
            1e300,
            f64::NAN,
            f64::INFINITY,
            f64::MIN,
            0.7297276562269663,
            1e-160,
            3.0,
        ]),
        -4.0..7.0,
    ]
}

fn position() -> impl Strategy<Value = LonLat> {
    (number(), number(), any::<bool>()).prop_filter_map("no position", |(lon, lat, degrees)| {
        if degrees { LonLat::from_degrees(lon, lat).ok() } else { LonLat::new(lon, lat).ok() }
    })
}

fn shape() -> impl Strategy<Value = Result<AnyRegion>> {
    prop_oneof![
        (position(), number()).prop_map(|(at, r)| Ok(Cone::new(at, r)?.into())),
        (position(), number(), number()).prop_map(|(at, a, b)| Ok(Annulus::new(at, a, b)?.into())),
        (position(), number(), number(), number())
            .prop_map(|(at, a, b, angle)| Ok(EllipticalCone::new(at, a, b, angle)?.into())),
        (number(), number(), number(), number()).prop_map(|(a, b, c, d)| Ok(Zone::new(a, b, c, d)?.into())),
        (number(), number(), number(), number()).prop_map(|(a, b, c, d)| Ok(Zone::from_degrees(a, b, c, d)?.into())),
        (position(), number(), number(), number())
            .prop_map(|(at, w, h, angle)| Ok(BoxRegion::new(at, w, h, angle)?.into())),
        (prop::collection::vec(prop::collection::vec(position(), 0..8), 0..3), position(), 0..3)
            .prop_map(|(rings, control, interior)| polygon(&rings, control, interior)),
    ]
}

fn polygon(rings: &[Vec<LonLat>], control: LonLat, interior: i32) -> Result<AnyRegion> {
    let rings: Vec<&[LonLat]> = rings.iter().map(Vec::as_slice).collect();
    let interior = match interior {
        0 => Interior::SmallerArea,
        1 => Interior::Winding,
        _ => Interior::Contains(control),
    };
    Ok(Polygon::with_rings(&rings, interior)?.into())
}

fn combined() -> impl Strategy<Value = AnyRegion> {
    let one = shape().prop_filter_map("no region", Result::ok);
    one.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(AnyRegion::union),
            prop::collection::vec(inner.clone(), 0..4).prop_map(AnyRegion::intersection),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| a.difference(b)),
            inner.prop_map(AnyRegion::complement),
        ]
    })
}

/// As many as `HEALPIX_REGION_CASES` says.
fn cases() -> u32 {
    std::env::var("HEALPIX_REGION_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(250)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_local_rejects: u32::MAX, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_numbers_make_a_shape_or_an_error(region in shape(), depth in 0u8..6, at in position(), cell in any::<u64>()) {
        match region {
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            Ok(region) => {
                let depth = Depth::new(depth).expect("a depth");
                let coverage = Coverage::of(depth, &region).expect("room");
                prop_assert!(coverage.n_flat() <= depth.n_cells());
                let relation = region.relation(Cell::new(depth, cell % depth.n_cells()).expect("a cell"));
                let holds = |index: u64| coverage.flat().find(|(cell, _)| *cell == index).map(|(_, full)| full);
                prop_assert_eq!(holds(cell % depth.n_cells()), match relation {
                    Relation::Disjoint => None,
                    Relation::Partial => Some(false),
                    Relation::Full => Some(true),
                });
                // Deep cells where no region is, and the cell of a point that may be inside.
                let deep = region.relation(Cell::new(Depth::MAX, cell % Depth::MAX.n_cells()).expect("a cell"));
                prop_assert!(deep == Relation::Disjoint || coverage.n_flat() > 0);
                let own = region.relation(nested::hash(Depth::MAX, at));
                prop_assert!(!region.contains(at) || own != Relation::Disjoint);
                let rough = Coverage::with_budget(Depth::MAX, &region, 60).expect("room");
                prop_assert!(rough.cells().len() <= 60);
            }
        }
    }

    #[test]
    fn any_combination_has_a_coverage(region in combined(), depth in 0u8..4, nside in 1u32..9) {
        let (depth, nside) = (Depth::new(depth).expect("a depth"), Nside::new(nside).expect("an nside"));
        let coverage = Coverage::of(depth, &region).expect("room").moc().expect("room");
        let centers = centers_in(depth, &region).expect("room");
        prop_assert!(centers.difference(&coverage).expect("room").is_empty());
        let touched = ring_touched(nside, &region).expect("room");
        let centers = ring_centers_in(nside, &region).expect("room");
        let n = |runs: &[healpix_core::moc::CellRange]| runs.iter().map(|run| run.len()).sum::<u64>();
        prop_assert!(n(&centers) <= n(&touched) && n(&touched) <= nside.n_cells());
    }

    #[test]
    fn any_columns_make_cones_or_an_error(
        lon in prop::collection::vec(number(), 0..6),
        lat in prop::collection::vec(number(), 0..6),
        radius in prop::collection::vec(number(), 0..6),
    ) {
        let depth = Depth::new(3).expect("a depth");
        if let Ok(all) = cones(depth, &lon, &lat, &radius) {
            prop_assert_eq!(all.len(), lon.len());
        }
    }
}
