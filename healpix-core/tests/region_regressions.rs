//! Regions that broke other libraries, one test for each kind. The comments name the peer and what it answers;
//! versions are those of REGRESSIONS in the design notes (2026).

#![expect(clippy::approx_constant, reason = "the very numbers that broke something")]
#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod support;

use std::f64::consts::{FRAC_PI_2, PI};

use healpix_core::coverage::{Coverage, centers_in, ring_touched};
use healpix_core::region::{Annulus, AnyRegion, Cone, EllipticalCone, Interior, Polygon, Region, Relation, Zone};
use healpix_core::{Cell, Depth, Error, LonLat, UnitVec, nested, sphere};
use support::{degrees, depth, nside, radians};

fn flat(depth: Depth, region: &impl Region) -> Vec<(u64, bool)> {
    Coverage::of(depth, region).expect("room for it").flat().collect()
}

fn touched(depth: Depth, region: &impl Region) -> Vec<u64> {
    flat(depth, region).into_iter().map(|(cell, _)| cell).collect()
}

/// Points all over a cell, border included, that are inside the region: the cell must be there, and full only if all are.
fn agrees_with_samples(depth: Depth, region: &impl Region, inside: impl Fn(LonLat) -> Option<bool>) {
    let found = flat(depth, region);
    for index in 0..depth.n_cells() {
        let cell = Cell::new(depth, index).expect("a cell");
        let mut points = nested::path_along_edge(cell, 30).expect("few steps");
        points.extend(nested::grid(cell, 15).expect("few steps"));
        let flag = found.binary_search_by_key(&index, |(cell, _)| *cell).ok().map(|k| found[k].1);
        for at in points {
            match inside(at) {
                Some(true) => assert!(flag.is_some(), "cell {index} is missing, it holds {at:?}"),
                Some(false) => assert!(flag != Some(true), "cell {index} is not full, {at:?} is outside"),
                None => {}
            }
        }
    }
}

fn cone(lon: f64, lat: f64, radius: f64) -> Cone {
    Cone::new(degrees(lon, lat), radius.to_radians()).expect("a cone")
}

// cdshealpix 0.10.1 misses 62, 834, 3,718 and 4,092 cells whose centres are inside.
#[test]
fn big_cones_miss_cells() {
    let depth = depth(6);
    for radius in [140.0, 150.0, 170.0, 179.0, 179.999_999, 180.0] {
        let found = touched(depth, &cone(0.0, 0.0, radius));
        for index in 0..depth.n_cells() {
            let center = nested::center(Cell::new(depth, index).expect("a cell"));
            if sphere::distance(center, degrees(0.0, 0.0)) <= radius.to_radians() {
                assert!(found.binary_search(&index).is_ok(), "radius {radius}: cell {index}");
            }
        }
    }
    assert_eq!(Coverage::of(depth, &cone(0.0, 0.0, 180.0)).expect("room").cells().len(), 12);
}

// cdshealpix calls base cell 6 fully inside.
#[test]
fn a_tiny_cone_fills_a_base_cell() {
    let cone = cone(50.0, 0.0, 0.01);
    assert_eq!(flat(Depth::ZERO, &cone), [(5, false)]);
}

// Returned cells 9 and 10, unsorted, whose centres are 71° away.
#[test]
fn a_tiny_cone_holds_far_centers() {
    assert!(centers_in(Depth::ZERO, &cone(0.0, -60.0, 0.01)).expect("room").is_empty());
}

// Omitted cell 26.
#[test]
fn an_annulus_misses_a_cell() {
    let ring = Annulus::new(degrees(130.0, 0.0), 5f64.to_radians(), 6f64.to_radians()).expect("an annulus");
    assert!(touched(depth(1), &ring).contains(&26));
    let center = degrees(130.0, 0.0);
    agrees_with_samples(depth(1), &ring, |at| {
        let distance = sphere::distance(center, at).to_degrees();
        Some((5.0..=6.0).contains(&distance))
    });
}

// Omitted cell 6, which holds (177°, 37.5°): the zone's border passes through its side and no corner is inside.
#[test]
fn a_zone_that_crosses_a_side_misses_the_cell() {
    let zone = Zone::from_degrees(0.0, 20.0, 180.0, 70.0).expect("a zone");
    let holder = nested::hash(Depth::ZERO, degrees(177.0, 37.5));
    assert_eq!(holder.index(), 6);
    assert!(touched(Depth::ZERO, &zone).contains(&6));
}

// Panics on longitude 0 as the eastern end.
#[test]
fn a_zone_ends_at_longitude_0() {
    let to = |lon| Zone::from_degrees(180.0, 30.0, lon, 50.0).expect("a zone");
    for d in 0..6 {
        assert_eq!(flat(depth(d), &to(0.0)), flat(depth(d), &to(360.0)), "depth {d}");
    }
    assert!(touched(depth(4), &to(360.0)).len() > 200);
}

// cdshealpix and what is built on it miss 15 of 70 cells, and never call cells of wrapping zones full.
#[test]
fn a_zone_that_ends_on_a_quarter_turn_misses_cells() {
    let depth = depth(4);
    let zone = Zone::new(0.0, 0.9, FRAC_PI_2, 1.2).expect("a zone");
    let base_cell_0 = touched(depth, &zone).into_iter().filter(|cell| *cell < 256).count();
    assert_eq!(base_cell_0, 70);
    agrees_with_samples(depth, &zone, |at| Some(zone_holds(at, 0.0, 1.0, (0.9, 1.2))));
    // Wrapping over longitude 0.
    let wrapping = Zone::new(1.5 * PI, -0.3, FRAC_PI_2, 1.2).expect("a zone");
    let cells = flat(depth, &wrapping);
    assert!(cells.iter().filter(|(_, full)| *full).count() > 300);
    agrees_with_samples(depth, &wrapping, |at| Some(zone_holds(at, 3.0, 1.0, (-0.3, 1.2))));
}

/// By the definition of longitude, x = lon * fl(2/pi); cells next to whole quarter turns get an ulp of room.
fn zone_holds(at: LonLat, west: f64, east: f64, lat: (f64, f64)) -> bool {
    let x = at.lon() * std::f64::consts::FRAC_2_PI;
    let x = if (x - x.round()).abs() < 1e-15 { x.round() % 4.0 } else { x };
    let within = if west <= east { (west..=east).contains(&x) } else { x >= west || x <= east };
    // On its border longitude 0 is also 4.
    (within || (x == 0.0 && east == 4.0)) && (lat.0..=lat.1).contains(&at.lat())
}

// A panic in debug builds.
#[test]
fn a_polygon_over_the_poles_meridians_panics() {
    for lat in [80.0, -80.0] {
        let ring: Vec<LonLat> = [0.0, 90.0, 180.0, 270.0].map(|lon| degrees(lon, lat)).to_vec();
        let polygon = Polygon::new(&ring).expect("a polygon");
        assert!(polygon.contains(degrees(33.0, lat.signum() * 90.0)));
        for d in 0..7 {
            let cells = touched(depth(d), &polygon);
            let pole = nested::hash(depth(d), degrees(33.0, lat.signum() * 90.0));
            assert!(cells.contains(&pole.index()), "depth {d}");
        }
    }
}

// Half the sky, or accepted.
#[test]
fn degenerate_polygons_are_taken() {
    let polygon = |vertices: &[(f64, f64)]| {
        Polygon::new(&vertices.iter().map(|(lon, lat)| degrees(*lon, *lat)).collect::<Vec<_>>())
    };
    assert_eq!(polygon(&[(0.0, 0.0), (10.0, 0.0)]), Err(Error::Vertices { ring: 0, distinct: 2 }));
    let twice = [(0.0, 0.0), (0.0, 0.0), (10.0, 0.0), (10.0, 0.0), (0.0, 0.0)];
    assert_eq!(polygon(&twice), Err(Error::Vertices { ring: 0, distinct: 2 }));
    assert_eq!(Polygon::new(&[]), Err(Error::Vertices { ring: 0, distinct: 0 }));
    assert_eq!(
        polygon(&[(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0)]),
        Err(Error::Crossing { ring: 0, edge: 0, other_ring: 0, other_edge: 2 })
    );
    let nan = Polygon::from_slices(&[0.0, 0.1, f64::NAN], &[0.0, 0.1, 0.0], Interior::SmallerArea).expect_err("NaN");
    assert_eq!(nan.to_string(), "vertex 2 of ring 0: longitude NaN is not a finite number");
    assert_eq!(polygon(&[(0.0, 0.0), (180.0, 0.0), (90.0, 45.0)]), Err(Error::Antipodal { ring: 0, edge: 0 }));
}

// An assertion fails.
#[test]
fn vertices_that_almost_meet() {
    let ring = [radians(PI, 1.0), radians(-PI + 1e-3, 1.001), radians(PI - 1e-3, 1.002)];
    let polygon = Polygon::new(&ring).expect("a polygon");
    assert_eq!(touched(depth(4), &polygon), [373, 375, 698]);
}

// Returned empty; its cells at depth 10 make 48.26 square degrees.
#[test]
fn a_polygon_vanishes() {
    let ring = [
        degrees(174.75937396073138, -49.16744206799886),
        degrees(185.24062603926856, -49.16744206799887),
        degrees(184.63292896369916, -42.32049830486584),
        degrees(175.3670710363009, -42.32049830486584),
    ];
    let polygon = Polygon::new(&ring).expect("a polygon");
    let square_degrees = |area: f64| area.to_degrees().to_degrees();
    let touched = Coverage::of(depth(10), &polygon).expect("room").moc().expect("room");
    assert!((square_degrees(touched.area()) - 48.26).abs() < 0.005);
    let centers = centers_in(depth(10), &polygon).expect("room");
    assert!((square_degrees(centers.area()) - square_degrees(polygon.area())).abs() < 0.05);
}

// Lost the cells at longitude 0: two edges run along parallels, mirrored about it.
#[test]
fn edges_on_a_parallel_lose_longitude_0() {
    let corners = [
        (0.93244391, -0.03597633, 0.3595192),
        (0.93244391, 0.03597633, 0.3595192),
        (0.84225271, 0.03597633, 0.53788109),
        (0.84225271, -0.03597633, 0.53788109),
    ];
    let mut counts = Vec::new();
    for turn in 0..4 {
        let turned = |(x, y, z): (f64, f64, f64)| match turn {
            0 => (x, y, z),
            1 => (-y, x, z),
            2 => (-x, -y, z),
            _ => (y, -x, z),
        };
        let at = |v: (f64, f64, f64)| LonLat::from(UnitVec::new(v.0, v.1, v.2).expect("a direction"));
        let ring: Vec<LonLat> = corners.iter().map(|c| at(turned(*c))).collect();
        let polygon = Polygon::new(&ring).expect("a polygon");
        let runs = ring_touched(nside(128), &polygon).expect("room");
        counts.push(runs.iter().map(|run| run.len()).sum::<u64>());
        for k in 0..=100 {
            let lat = 0.3679 + (0.5678 - 0.3679) * f64::from(k) / 100.0;
            let cell = healpix_core::ring::hash(nside(128), radians(f64::from(turn) * FRAC_PI_2, lat));
            assert!(runs.iter().any(|run| (run.start..run.end).contains(&cell.index())), "turn {turn} lat {lat}");
        }
    }
    assert!(counts.iter().all(|n| *n == counts[0]), "{counts:?}");
}

// hpgeom 1.6.1 omits 190.
#[test]
fn a_symmetric_disc_misses_a_cell() {
    let runs = ring_touched(nside(4), &cone(45.0, -84.0, 9.9)).expect("room");
    assert!(runs.iter().any(|run| (run.start..run.end).contains(&190)));
}

// astropy-healpix 2.0.1 omits 135565728.
#[test]
fn a_small_disc_misses_a_cell() {
    let disc = cone(82.815758, -69.825513, 1.0 / 3600.0);
    let nested: Vec<u64> = touched(depth(12), &disc);
    let ring = ring_touched(nside(4096), &disc).expect("room");
    let wanted = [135_565_728, 135_565_729];
    let in_ring: Vec<u64> = ring.iter().flat_map(|run| run.start..run.end).collect();
    assert!(nested == wanted || in_ring == wanted, "{nested:?} {in_ring:?}");
}

// Returned nothing.
#[test]
fn a_disc_at_depth_29_is_empty() {
    for (lon, lat) in [(10.0, 20.0), (0.0, 0.0), (45.0, 90.0), (270.0, -41.8)] {
        let disc = Cone::new(degrees(lon, lat), 5e-9).expect("a cone");
        let cells = touched(Depth::MAX, &disc);
        // The disc's area over a cell's is 21.7; the cells on its border come on top.
        assert!((22..60).contains(&cells.len()), "{} cells at {lon}, {lat}", cells.len());
        assert!(cells.contains(&nested::hash(Depth::MAX, degrees(lon, lat)).index()));
    }
}

// Misses cell 666 at every refinement.
#[test]
fn an_ordinary_cone_misses_a_cell() {
    let center = radians(4.059609715109461, -0.21284068949832363);
    let cone = Cone::new(center, 0.4124776104803689).expect("a cone");
    assert!(touched(depth(3), &cone).contains(&666));
    agrees_with_samples(depth(3), &cone, |at| Some(sphere::distance(center, at) <= 0.4124776104803689));
}

// Calls cell 64 full, a corner of which is outside.
#[test]
fn a_cell_with_a_corner_outside_is_full() {
    let cone = Cone::new(radians(0.0, -0.5235987755982989), 0.12934473448370015).expect("a cone");
    assert_eq!(cone.relation(Cell::new(depth(2), 64).expect("a cell")), Relation::Partial);
}

// 12 cells are missing and 24 wrongly full.
#[test]
fn an_ellipse_misses_cells() {
    let (lon, lat, a, b) = (4.0f64, 1.47080f64, 8f64.to_radians(), 2f64.to_radians());
    let ellipse = EllipticalCone::new(radians(lon, lat), a, b, FRAC_PI_2).expect("an ellipse");
    // Foci c away from the centre to the east and west, cos c = cos a / cos b.
    let c = (a.cos() / b.cos()).acos();
    let focus = |sign: f64| {
        let east = [-lon.sin(), lon.cos(), 0.0];
        let center = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
        let v: Vec<f64> = (0..3).map(|k| center[k] * c.cos() + sign * east[k] * c.sin()).collect();
        LonLat::from(UnitVec::new(v[0], v[1], v[2]).expect("a direction"))
    };
    let (f1, f2) = (focus(1.0), focus(-1.0));
    let around = Cone::new(radians(lon, lat), 0.2).expect("a cone");
    let found = flat(depth(9), &ellipse);
    for (index, _) in flat(depth(9), &around) {
        let cell = Cell::new(depth(9), index).expect("a cell");
        let flag = found.binary_search_by_key(&index, |(cell, _)| *cell).ok().map(|k| found[k].1);
        for at in nested::path_along_edge(cell, 20).expect("few").into_iter().chain(nested::grid(cell, 8).expect("few"))
        {
            let beyond = sphere::distance(f1, at) + sphere::distance(f2, at) - 2.0 * a;
            assert!(beyond > 1e-14 || flag.is_some(), "cell {index} is missing: {at:?}");
            assert!(beyond < 1e-14 || flag != Some(true), "cell {index} is not full: {at:?}");
        }
    }
}

// The same region said in two ways.
#[test]
fn a_difference_is_a_symmetric_difference() {
    // mocpy's STC-S `Difference` is the symmetric one.
    let (a, b) = (AnyRegion::from(cone(10.0, 0.0, 5.0)), AnyRegion::from(cone(14.0, 0.0, 5.0)));
    let difference = a.difference(b);
    assert!(difference.contains(degrees(6.0, 0.0)) && !difference.contains(degrees(18.0, 0.0)));
    let cells = touched(depth(6), &difference);
    assert!(!cells.contains(&nested::hash(depth(6), degrees(18.0, 0.0)).index()));
}

// Found by `region_no_panic`: far beyond the end of a needle, where the norm is 1e68 and its slope 1e84, points were inside.
#[test]
fn a_needle_goes_on_beyond_its_ends() {
    for (a, b) in [(5.878123311820646e-70, 5e-324), (1e-3, 1e-25), (0.5, 1e-300), (1e-9, 1e-20)] {
        let needle = EllipticalCone::new(degrees(0.0, 4.0496932630261755), a, b, 0.0).expect("an ellipse");
        for beyond in [1e-12, 1e-6, 0.03, 0.5] {
            let lat = 4.0496932630261755f64.to_radians() + a + beyond;
            assert!(!needle.contains(radians(0.0, lat)), "{a:e} by {b:e}: {beyond:e} beyond");
        }
        assert!(needle.contains(needle.center()));
        assert!(needle.contains(radians(0.0, 4.0496932630261755f64.to_radians() + 0.999 * a)));
    }
}
