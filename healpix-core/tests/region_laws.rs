//! Laws that coverages of any region obey, over thousands of regions of every shape.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::collections::BTreeSet;
use std::f64::consts::{FRAC_PI_2, PI, TAU};
use std::ops::ControlFlow;

use healpix_core::coverage::{Coverage, CoverageCell, centers_in, cones, ring_centers_in, ring_touched, visit};
use healpix_core::moc::CellRange;
use healpix_core::region::{Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Polygon, Region, Relation, Zone};
use healpix_core::{Cell, Depth, LonLat, Moc, Nside, PointIndex, RingCell, nested, ring};
use support::random::Random;
use support::regions::{self, SHAPES, center, offset, radius, shape};
use support::{depth, nside};

const ROUNDS: usize = 120;

/// Every shape some times, each with a depth that keeps the answer small.
fn every_region(seed: u64, mut law: impl FnMut(&mut Random, Depth, AnyRegion)) {
    let mut random = Random::new(seed);
    for _ in 0..ROUNDS {
        for number in 0..SHAPES {
            let region = shape(&mut random, number);
            let depth = depth(random.below(7) as u8);
            law(&mut random, depth, region);
        }
    }
}

fn coverage(depth: Depth, region: &impl Region) -> Coverage {
    Coverage::of(depth, region).expect("room")
}

fn touched(depth: Depth, region: &impl Region) -> Moc {
    coverage(depth, region).moc().expect("room")
}

fn full(depth: Depth, region: &impl Region) -> Moc {
    coverage(depth, region).full_moc().expect("room")
}

fn within(a: &Moc, b: &Moc) -> bool {
    a.difference(b).expect("room").is_empty()
}

#[test]
fn a_deeper_coverage_is_no_refinement() {
    every_region(1, |_, depth, region| {
        let deeper = Depth::new(depth.get() + 1).expect("a depth");
        let (coarse, fine) = (touched(depth, &region), touched(deeper, &region));
        assert_eq!(fine.degraded(depth).expect("room"), coarse, "{depth:?} {region:?}");
        assert!(within(&full(depth, &region), &full(deeper, &region)), "{depth:?} {region:?}");
    });
}

#[test]
fn cells_are_unsorted_or_overlap_or_not_compact() {
    every_region(2, |_, depth, region| {
        let coverage = coverage(depth, &region);
        let mut end = 0;
        for cell in coverage.cells() {
            let shift = 2 * (29 - cell.depth);
            assert!(cell.index << shift >= end && cell.depth <= depth.get());
            assert!(cell.is_full() || cell.depth == depth.get());
            end = (cell.index + 1) << shift;
        }
        for four in coverage.cells().windows(4) {
            let siblings =
                |c: &CoverageCell| c.is_full() && c.depth == four[0].depth && c.index >> 2 == four[0].index >> 2;
            assert!(four[0].depth == 0 || !four.iter().all(siblings), "{four:?}");
        }
        assert_eq!(coverage.n_flat(), coverage.flat().count() as u64);
        assert_eq!(coverage.moc().expect("room"), Moc::from_region(depth, &region).expect("room"));
        assert_eq!(coverage.moc().expect("room").n_cells(), coverage.n_flat());
    });
}

#[test]
fn a_cell_by_itself_has_another_relation() {
    every_region(3, |random, depth, region| {
        let coverage = coverage(depth, &region);
        let flags: Vec<(u64, bool)> = coverage.flat().collect();
        let partial = flags.iter().filter(|(_, full)| !full).map(|(index, _)| *index).take(20);
        let some = (0..20).map(|_| random.below(depth.n_cells())).collect::<Vec<_>>();
        for index in partial.chain(some) {
            let flag = flags.binary_search_by_key(&index, |(cell, _)| *cell).ok().map(|k| flags[k].1);
            let expected = match region.relation(Cell::new(depth, index).expect("a cell")) {
                Relation::Disjoint => None,
                Relation::Partial => Some(false),
                Relation::Full => Some(true),
            };
            assert_eq!(flag, expected, "{index} of {depth:?} {region:?}");
        }
    });
}

#[test]
fn points_inside_are_not_in_cells_and_points_outside_in_full_ones() {
    every_region(4, |random, depth, region| {
        let (all, full) = (touched(depth, &region), full(depth, &region));
        for k in 0..200 {
            let at = if k % 2 == 0 {
                center(random)
            } else {
                LonLat::new(random.position().0, random.position().1).expect("a position")
            };
            let cell = nested::hash(depth, at);
            if region.contains(at) {
                assert!(all.contains_cell(cell), "{at:?} in {region:?}");
            } else if full.contains_cell(cell) {
                // Positions on a border may be a rounding off.
                let nudged = region.relation(nested::hash(Depth::MAX, at));
                assert_ne!(nudged, Relation::Disjoint, "{at:?} in {region:?}");
            }
        }
    });
}

#[test]
fn the_area_is_not_between_full_and_touched() {
    let mut random = Random::new(5);
    for _ in 0..300 {
        let (at, radius) = (center(&mut random), radius(&mut random));
        let inner = 0.7 * radius;
        let cap = |radius: f64| 4.0 * PI * (0.5 * radius).sin().powi(2);
        let polygon = regions::polygon(&mut random);
        let (width, height) = (radius.clamp(1e-6, 3.0), (0.4 * radius).clamp(1e-6, 3.0));
        // Of a box: four triangles' worth, 4 asin(sin w/2 sin h/2) with the half sizes' tangents.
        let box_area = 4.0 * ((0.5 * width).sin() * (0.5 * height).sin()).asin();
        // Latitudes and longitudes of a zone, over longitude 0 now and then.
        let (west, south) = (random.between(-4.0, 4.0), random.between(-FRAC_PI_2, FRAC_PI_2));
        let (east, north) = (west + random.between(0.0, TAU), random.between(south, FRAC_PI_2));
        let zone_area = (east - west) * (north.sin() - south.sin());
        let shapes: [(AnyRegion, f64); 5] = [
            (Zone::new(west, south, east, north).expect("a zone").into(), zone_area),
            (Cone::new(at, radius).expect("a cone").into(), cap(radius)),
            (Annulus::new(at, inner, radius).expect("an annulus").into(), cap(radius) - cap(inner)),
            (BoxRegion::new(at, width, height, 1.0).expect("a box").into(), box_area),
            (polygon.clone().into(), polygon.area()),
        ];
        for (region, area) in shapes {
            let told = region.area().expect("a formula");
            assert!((told - area).abs() < 1e-12, "{told} {area} {region:?}");
            assert_eq!(region.clone().complement().area(), Some(4.0 * PI - told), "{region:?}");
            for d in [2, 6] {
                let (low, high) = (full(depth(d), &region).area(), touched(depth(d), &region).area());
                assert!(low <= area + 1e-12 && area <= high + 1e-12, "{low} {area} {high} depth {d} {region:?}");
            }
        }
    }
}

#[test]
fn areas_of_small_large_and_empty_shapes_are_rounded_away() {
    let close = |told: f64, area: f64| assert!((told - area).abs() <= 4e-15 * area, "{told} {area}");
    let at = LonLat::from_degrees(10.0, 89.0).expect("a position");
    for tiny in [1e-3, 1e-9, 1e-100] {
        close(Cone::new(at, tiny).expect("a cone").area(), 4.0 * PI * (0.5 * tiny).sin().powi(2));
        // What is added is rounded first.
        let wide = (1.0 + tiny) - 1.0;
        let ring = Annulus::new(at, 1.0, 1.0 + tiny).expect("an annulus").area();
        close(ring, 2.0 * TAU * (1.0 + 0.5 * wide).sin() * (0.5 * wide).sin());
    }
    close(BoxRegion::new(at, 2e-9, 1e-9, 1.0).expect("a box").area(), 2e-18);
    let degrees = |west, south, east, north| Zone::from_degrees(west, south, east, north).expect("a zone").area();
    // A cell of arc seconds far from the origin, where sines would cancel; in closed form by its middle.
    let second = 1.0 / 4096.0;
    let (a, mid) = (second * PI / 180.0, (45.0 + second / 2.0) * PI / 180.0);
    close(degrees(300.0, 45.0, 300.0 + second, 45.0 + second), 2.0 * a * (a / 2.0).sin() * mid.cos());
    close(degrees(0.0, -90.0, 360.0, 90.0), 4.0 * PI);
    close(degrees(-1000.0, 0.0, 1000.0, 90.0), 2.0 * PI);
    close(degrees(350.0, -90.0, 10.0, 90.0), 4.0 * PI / 18.0);
    close(Cone::new(at, PI).expect("all").area(), 4.0 * PI);
    assert_eq!((degrees(5.0, 5.0, 5.0, 6.0), degrees(5.0, 5.0, 6.0, 5.0)), (0.0, 0.0));
    assert_eq!((AnyRegion::Empty.area(), AnyRegion::AllSky.area()), (Some(0.0), Some(4.0 * PI)));
    let cone = AnyRegion::from(Cone::new(at, 0.1).expect("a cone"));
    assert_eq!(AnyRegion::union([cone.clone(), cone.clone()]).area(), None);
    assert_eq!(AnyRegion::intersection([cone.clone(), cone]).area(), None);
    assert_eq!(AnyRegion::from(EllipticalCone::new(at, 0.2, 0.1, 0.0).expect("an ellipse")).area(), None);
}

#[test]
fn a_smaller_cone_is_not_in_a_larger_one() {
    let mut random = Random::new(6);
    for _ in 0..1000 {
        let (at, depth) = (center(&mut random), depth(random.below(7) as u8));
        let (a, b) = (radius(&mut random), radius(&mut random));
        let cone = |radius| Cone::new(at, radius).expect("a cone");
        let (small, large) = (cone(a.min(b)), cone(a.max(b)));
        assert!(within(&touched(depth, &small), &touched(depth, &large)));
        assert!(within(&full(depth, &small), &full(depth, &large)));
        // And a circle is an ellipse, an annulus without a hole, and what is outside of the opposite cone.
        let hollow = Annulus::new(at, 0.0, a).expect("an annulus");
        assert_eq!(coverage(depth, &hollow).cells(), coverage(depth, &cone(a)).cells());
        if a > 1e-9 && a <= FRAC_PI_2 {
            let round = EllipticalCone::new(at, a, a, 0.3).expect("an ellipse");
            let (x, y) = (coverage(depth, &round), coverage(depth, &cone(a)));
            assert_eq!(x.cells(), y.cells(), "{at:?} {a} {depth:?}");
        }
    }
}

#[test]
fn complements_unions_and_intersections_break_their_laws() {
    let mut random = Random::new(7);
    for round in 0..400 {
        let depth = depth(random.below(6) as u8);
        let (a, b) = (shape(&mut random, round % SHAPES), shape(&mut random, (round / SHAPES) % SHAPES));
        let all = Moc::all_sky(depth);
        let not = |moc: &Moc| all.difference(moc).expect("room");
        assert_eq!(full(depth, &a.clone().complement()), not(&touched(depth, &a)), "{depth:?} {a:?}");
        assert_eq!(touched(depth, &a.clone().complement()), not(&full(depth, &a)), "{depth:?} {a:?}");
        assert_eq!(coverage(depth, &a.clone().complement().complement()), coverage(depth, &a));

        let union = AnyRegion::union([a.clone(), b.clone()]);
        let both = AnyRegion::intersection([a.clone(), b.clone()]);
        let either = touched(depth, &a).union(&touched(depth, &b)).expect("room");
        assert_eq!(touched(depth, &union), either, "{depth:?} {union:?}");
        assert!(within(&full(depth, &a).union(&full(depth, &b)).expect("room"), &full(depth, &union)));
        let common = full(depth, &a).intersection(&full(depth, &b)).expect("room");
        assert_eq!(full(depth, &both), common, "{depth:?} {both:?}");
        let may = touched(depth, &a).intersection(&touched(depth, &b)).expect("room");
        assert!(within(&touched(depth, &both), &may));
        // Full in one and met by the other is met by both.
        let sure = full(depth, &a).intersection(&touched(depth, &b)).expect("room");
        assert!(within(&sure, &touched(depth, &both)), "{depth:?} {both:?}");
        // De Morgan.
        let (not_a, not_b) = (a.complement(), b.complement());
        let neither = AnyRegion::intersection([not_a, not_b]);
        assert_eq!(coverage(depth, &union.complement()), coverage(depth, &neither), "{depth:?} {neither:?}");
    }
}

#[test]
fn a_quarter_turn_changes_the_cells() {
    // In degrees a quarter turn is exact, as longitudes below 270 keep all their bits.
    let mut random = Random::new(8);
    for _ in 0..400 {
        let depth = depth(random.below(7) as u8);
        let (lon, lat) = (f64::from((270.0 * random.unit()) as f32), random.between(-90.0, 90.0));
        let lat = if random.below(3) == 0 { random.choice(&[0.0, 90.0, -90.0, 41.810314895778596]) } else { lat };
        let lon = if random.below(3) == 0 { 45.0 * random.below(6) as f64 } else { lon };
        let radius = radius(&mut random);
        let at = |turns: f64| LonLat::from_degrees(lon + 90.0 * turns, lat).expect("a position");
        let shapes: [fn(LonLat, f64) -> AnyRegion; 3] = [
            |at, radius| Cone::new(at, radius).expect("a cone").into(),
            |at, radius| Annulus::new(at, 0.9 * radius, radius).expect("an annulus").into(),
            |at, radius| {
                EllipticalCone::new(at, (0.5 * radius).max(1e-9), (0.1 * radius).max(1e-10), 1.0)
                    .expect("an ellipse")
                    .into()
            },
        ];
        for shape in shapes {
            let (here, there) = (coverage(depth, &shape(at(0.0), radius)), coverage(depth, &shape(at(1.0), radius)));
            let turned: BTreeSet<(u64, bool)> = here.flat().map(|(cell, full)| (turned(depth, cell), full)).collect();
            let found: BTreeSet<(u64, bool)> = there.flat().collect();
            assert_eq!(turned, found, "{depth:?} {lon} {lat} {radius}");
        }
    }
}

fn turned(depth: Depth, cell: u64) -> u64 {
    let (base, rest) = (cell >> (2 * depth.get()), cell & ((1 << (2 * depth.get())) - 1));
    ((base & !3) | ((base + 1) & 3)) << (2 * depth.get()) | rest
}

#[test]
fn what_is_visited_is_not_the_coverage() {
    every_region(9, |_, depth, region| {
        let mut cells: Vec<CoverageCell> = Vec::new();
        let end = visit(depth, &region, |some| {
            cells.extend_from_slice(some);
            ControlFlow::Continue(())
        });
        assert_eq!(end, Ok(ControlFlow::Continue(())));
        assert_eq!(cells, coverage(depth, &region).cells());
    });
    // Many chunks, and a visitor that stops.
    let cone = Cone::new(LonLat::from_degrees(10.0, 20.0).expect("a position"), 0.3).expect("a cone");
    let whole = coverage(depth(12), &cone);
    for stop in [1, 3, 5] {
        let (mut cells, mut calls) = (Vec::new(), 0);
        let end = visit(depth(12), &cone, |some| {
            cells.extend_from_slice(some);
            calls += 1;
            if calls < stop { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        assert_eq!((end, calls), (Ok(ControlFlow::Break(())), stop));
        assert!(whole.cells().starts_with(&cells) && cells.len() < whole.cells().len());
    }
}

#[test]
fn a_budget_is_overrun_or_leaves_something_out() {
    every_region(10, |random, _, region| {
        let depth = depth(4 + random.below(4) as u8);
        let max_cells = 12 + random.below(200) as usize;
        let rough = Coverage::with_budget(depth, &region, max_cells).expect("a budget");
        assert!(rough.cells().len() <= max_cells, "{} of {max_cells}", rough.cells().len());
        assert!(within(&touched(depth, &region), &rough.moc().expect("room")), "{region:?}");
        assert!(within(&rough.full_moc().expect("room"), &full(depth, &region)), "{region:?}");
        if coverage(depth, &region).cells().len() <= 12 {
            let ample = Coverage::with_budget(depth, &region, 4000).expect("a budget");
            assert_eq!(ample, coverage(depth, &region));
        }
    });
}

fn runs_of(mut cells: Vec<u64>) -> Vec<CellRange> {
    cells.sort_unstable();
    let mut runs: Vec<CellRange> = Vec::new();
    for cell in cells {
        match runs.last_mut() {
            Some(run) if run.end == cell => run.end += 1,
            _ => runs.push(CellRange { start: cell, end: cell + 1 }),
        }
    }
    runs
}

#[test]
fn ring_runs_are_not_the_nested_cells() {
    every_region(11, |_, depth, region| {
        let side = Nside::from(depth);
        let to_ring = |index: u64| nested::to_ring(Cell::new(depth, index).expect("a cell")).index();
        let nested = coverage(depth, &region).flat().map(|(cell, _)| to_ring(cell)).collect();
        assert_eq!(ring_touched(side, &region).expect("room"), runs_of(nested), "{depth:?} {region:?}");
        let centers: Vec<u64> = centers_in(depth, &region).expect("room").flat().map(to_ring).collect();
        assert_eq!(ring_centers_in(side, &region).expect("room"), runs_of(centers), "{depth:?} {region:?}");
    });
}

#[test]
fn ring_runs_at_any_nside_miss_cells() {
    let mut random = Random::new(12);
    for round in 0..300 {
        let region = shape(&mut random, round % SHAPES);
        let side = nside(random.choice(&[1, 2, 3, 5, 6, 7, 10, 12, 15]));
        let touched = ring_touched(side, &region).expect("room");
        let centers = ring_centers_in(side, &region).expect("room");
        let holds = |runs: &[CellRange], cell| runs.iter().any(|run| (run.start..run.end).contains(&cell));
        for cell in 0..side.n_cells() {
            let at = RingCell::new(side, cell).expect("a cell");
            assert_eq!(holds(&centers, cell), region.contains(ring::center(at)), "{side:?} {cell} {region:?}");
            let inside = ring::path_along_edge(at, 12).expect("few").into_iter().any(|p| region.contains(p));
            assert!(!inside || holds(&touched, cell), "{side:?} {cell} {region:?}");
        }
    }
}

#[test]
fn many_cones_are_not_each_cone() {
    let mut random = Random::new(13);
    let (mut lon, mut lat, mut radii) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..200 {
        let at = center(&mut random);
        lon.push(at.lon());
        lat.push(at.lat());
        radii.push(radius(&mut random));
    }
    let all = cones(depth(5), &lon, &lat, &radii).expect("cones");
    assert_eq!(all.len(), 200);
    for (k, cells) in all.iter().enumerate() {
        let cone = Cone::new(LonLat::new(lon[k], lat[k]).expect("a position"), radii[k]).expect("a cone");
        assert_eq!(cells, coverage(depth(5), &cone).cells());
    }
    radii[7] = -1.0;
    lat[9] = f64::NAN;
    let error = cones(depth(5), &lon, &lat, &radii).expect_err("two bad cones");
    assert_eq!(
        error.to_string(),
        "2 of 200 elements are invalid; the first, at index 7: radius -1 is outside [0, 3.141592653589793] radians"
    );
}

#[test]
fn an_index_answers_a_region_with_other_rows() {
    let mut random = Random::new(14);
    let points: Vec<LonLat> = (0..4000)
        .map(|k| {
            if k % 3 == 0 {
                center(&mut random)
            } else {
                offset(center(&mut random), 0.01 * random.unit(), 6.0 * random.unit())
            }
        })
        .collect();
    let (lon, lat): (Vec<f64>, Vec<f64>) = points.iter().map(|p| (p.lon(), p.lat())).unzip();
    let index = PointIndex::from_slices(&lon, &lat).expect("an index");
    for round in 0..300 {
        let region = shape(&mut random, round % SHAPES);
        let rows = index.region(&region).expect("rows");
        for (row, (lon, lat)) in lon.iter().zip(&lat).enumerate() {
            let at = LonLat::new(*lon, *lat).expect("a position");
            let found = rows.binary_search(&(row as u32)).is_ok();
            if found != region.contains(at) {
                // Only a rounding off the border, where a cell decides otherwise than a distance.
                let relation = region.relation(nested::hash(Depth::MAX, at));
                assert_eq!(relation, Relation::Partial, "{at:?} {region:?}");
            }
        }
    }
}

#[test]
fn polygons_that_share_borders_do_not_tile() {
    // Eight octants: every cell is touched, and none is full in one and touched by another but along borders.
    let at = |lon, lat| LonLat::from_degrees(lon, lat).expect("a position");
    let depth = depth(6);
    let mut all = Moc::empty(depth);
    let mut area = 0.0;
    for k in 0..8 {
        let lon = 90.0 * f64::from(k % 4);
        let pole = if k < 4 { 90.0 } else { -90.0 };
        let octant = Polygon::new(&[at(lon, 0.0), at(lon + 90.0, 0.0), at(0.0, pole)]).expect("an octant");
        assert!((octant.area() - 0.5 * PI).abs() < 1e-14);
        assert!(all.intersection(&full(depth, &octant)).expect("room").is_empty());
        all = all.union(&touched(depth, &octant)).expect("room");
        area += octant.area();
    }
    assert!(all.is_all_sky() && (area - 4.0 * PI).abs() < 1e-13);
}
