//! GeoJSON.

use healpix_core::region::{AnyRegion, Interior, Polygon, Region, Relation};
use healpix_core::{Cell, Depth, LonLat, coverage::Coverage};
use proptest::prelude::*;

use super::{V, changes, check, convex, degrees, distance, mutated, polygon, survives, syntax, towards, vector};

fn geojson(text: &str) -> AnyRegion {
    AnyRegion::from_geojson(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Positions as GeoJSON.
fn array(positions: impl IntoIterator<Item = (f64, f64)>) -> String {
    let positions: Vec<String> = positions.into_iter().map(|(lon, lat)| format!("[{lon}, {lat}]")).collect();
    format!("[{}]", positions.join(", "))
}

/// A ring of positions around a centre.
fn circle(lon: f64, lat: f64, radius: f64, count: u32) -> Vec<(f64, f64)> {
    let at = |k: u32| {
        let p = towards(lon, lat, -360.0 * f64::from(k) / f64::from(count), radius);
        (p[1].atan2(p[0]).to_degrees(), p[2].asin().to_degrees())
    };
    (0..=count).map(|k| at(k % count)).collect()
}

/// Margin of that ring: sure where it is further from the circle than its edges are.
fn ring_margin(lon: f64, lat: f64, radius: f64, count: u32) -> impl Fn(V) -> f64 {
    let sag = radius * (1.0 - (180.0 / f64::from(count)).to_radians().cos()) + 1e-3;
    move |p| {
        let margin = radius - distance(p, vector(lon, lat));
        if margin.abs() < sag { 0.0 } else { margin }
    }
}

/// Sure where all of them are.
fn all(margins: &[f64]) -> f64 {
    let least = margins.iter().copied().fold(f64::INFINITY, f64::min);
    if least < 0.0 || margins.iter().all(|margin| *margin != 0.0) { least } else { 0.0 }
}

const SQUARE: [(f64, f64); 4] = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];

#[test]
fn an_island_with_a_hole_in_either_order() {
    let (outer, hole) = (circle(40.0, 50.0, 15.0, 90), circle(43.0, 52.0, 5.0, 60));
    let (coast, shore) = (ring_margin(40.0, 50.0, 15.0, 90), ring_margin(43.0, 52.0, 5.0, 60));
    let inside = |p: V| all(&[coast(p), -shore(p)]);
    let turned = |ring: &[(f64, f64)]| ring.iter().rev().copied().collect::<Vec<_>>();
    for (outer, hole) in [(outer.clone(), hole.clone()), (turned(&outer), hole.clone()), (outer, turned(&hole))] {
        let text = format!(r#"{{"type":"Polygon","coordinates":[{},{}]}}"#, array(outer), array(hole));
        check("island", &geojson(&text), (40.0, 50.0), inside);
    }
}

#[test]
fn an_island_across_the_antimeridian_whole_or_cut() {
    const RING: &[(f64, f64)] = &[(170.0, -20.0), (190.0, -22.0), (195.0, 5.0), (175.0, 8.0)];
    let turns = [
        [170.0, 190.0, 195.0, 175.0],
        [170.0, -170.0, -165.0, 175.0],
        [-190.0, -170.0, -165.0, -185.0],
        [530.0, 550.0, 555.0, 535.0],
    ];
    for lons in turns {
        let ring = lons.into_iter().zip([-20.0, -22.0, 5.0, 8.0]);
        let text = format!(r#"{{"type":"Polygon","coordinates":[{}]}}"#, array(ring).replace("[[", "[[[") + "]");
        let text = text.replace("[[[[", "[[[").replace("]]]]", "]]]");
        check(&text, &geojson(&text), (182.0, -8.0), convex(RING));
    }
    // A rectangle between parallels near the equator, cut in two.
    let text = r#"{"type": "MultiPolygon", "coordinates": [
        [[[170, 0], [180, 0], [180, 9], [170, 9], [170, 0]]],
        [[[-180, 0], [-170, 0], [-170, 9], [-180, 9], [-180, 0]]]
    ]}"#;
    let cut = geojson(text);
    for (lon, lat, inside) in
        [(180.0, 5.0, true), (-180.0, 1.0, true), (175.0, 5.0, true), (185.0, 5.0, true), (0.0, 5.0, false)]
    {
        assert_eq!(cut.contains(degrees(lon, lat)), inside, "({lon}, {lat})");
    }
}

/// A continent around the south pole, as flat maps have it: along its coast from west to east, down the
/// antimeridian, along latitude -90 and up again.
fn antarctica(at_the_pole: &[f64], ways: &[f64]) -> String {
    let coast = (0..=72).map(|k| (-180.0 + 5.0 * f64::from(k), -72.0 + 4.0 * (f64::from(k) * 0.7).sin()));
    let mut ring: Vec<(f64, f64)> = coast.collect();
    // Both ends of the coast are one place.
    ring[72].1 = ring[0].1;
    ring.extend(ways.iter().map(|lat| (180.0, *lat)));
    ring.extend(at_the_pole.iter().map(|lon| (*lon, -90.0)));
    ring.extend(ways.iter().rev().map(|lat| (-180.0, *lat)));
    ring.push(ring[0]);
    format!(r#"{{"type":"Feature","properties":null,"geometry":{{"type":"Polygon","coordinates":[{}]}}}}"#, array(ring))
}

#[test]
fn a_continent_around_the_pole_has_no_border_along_the_antimeridian() {
    let plain = antarctica(&[], &[]);
    let ways: [(&[f64], &[f64]); 4] = [
        (&[180.0, -180.0], &[]),
        (&[180.0, -180.0], &[-80.0, -85.0]),
        (&[180.0, 90.0, 0.0, -90.0, -180.0], &[-84.71338]),
        (&[0.0], &[]),
    ];
    for (at_the_pole, between) in ways {
        let region = geojson(&antarctica(at_the_pole, between));
        assert_eq!(region, geojson(&plain), "{at_the_pole:?} {between:?}");
    }
    let region = geojson(&plain);
    for (lon, lat, inside) in [
        (0.0, -90.0, true),
        (180.0, -85.0, true),
        (-180.0, -80.0, true),
        (57.0, -77.0, true),
        (0.0, -60.0, false),
        (0.0, 90.0, false),
    ] {
        assert_eq!(region.contains(degrees(lon, lat)), inside, "({lon}, {lat})");
    }
    let AnyRegion::Polygon(polygon) = &region else { panic!("{region:?}") };
    assert!((polygon.area() - 0.31).abs() < 0.02, "{}", polygon.area());
    // The four cells around the pole, and all on the antimeridian south of the coast, are full.
    let depth = Depth::new(6).expect("a depth");
    for lat in [-89.9, -85.0, -80.0, -78.0] {
        for lon in [-179.9, 179.9, 0.0] {
            let cell = healpix_core::nested::hash(depth, degrees(lon, lat));
            assert_eq!(region.relation(cell), Relation::Full, "({lon}, {lat})");
        }
    }
}

#[test]
fn regions_are_those_built_directly() {
    let square = array(SQUARE.into_iter().chain([SQUARE[0]]));
    let hole = [(2.0, 2.0), (4.0, 2.0), (4.0, 4.0)];
    let shape = format!(r#"{{"type":"Polygon","coordinates":[{square}]}}"#);
    assert_eq!(geojson(&shape), polygon(&SQUARE));
    assert_eq!(geojson(&shape.replace(", 10]", ", 10, 250.5]")), polygon(&SQUARE), "altitudes are left out");
    let open = format!(r#"{{"coordinates":[{}],"type":"Polygon","bbox":[0,0,10,10]}}"#, array(SQUARE));
    assert_eq!(geojson(&open), polygon(&SQUARE));
    let rings =
        [SQUARE.to_vec(), hole.to_vec()].map(|ring| ring.into_iter().map(|(x, y)| degrees(x, y)).collect::<Vec<_>>());
    let with_hole = Polygon::with_rings(&[&rings[0], &rings[1]], Interior::SmallerArea).expect("a polygon");
    let text = format!(r#"{{"type":"Polygon","coordinates":[{square},{}]}}"#, array(hole));
    assert_eq!(geojson(&text), AnyRegion::Polygon(with_hole.clone()));
    let several = format!(
        r#"{{"type":"FeatureCollection","features":[
            {{"type":"Feature","geometry":{text},"properties":{{"type":"Point","name":"Åland"}},"id":7}},
            {{"type":"Feature","geometry":null,"properties":null}},
            {{"type":"Feature","properties":{{}},"geometry":{{"type":"GeometryCollection","geometries":[
                {shape}, {{"type":"MultiPolygon","coordinates":[[{square}],[{}]]}}, {{"type":"Polygon","coordinates":[]}}]}}}}
        ]}}"#,
        array(hole)
    );
    let expected = [AnyRegion::Polygon(with_hole), polygon(&SQUARE), polygon(&SQUARE), polygon(&hole)];
    assert_eq!(geojson(&several), AnyRegion::union(expected));
    for nothing in [
        r#"{"type":"FeatureCollection","features":[]}"#,
        r#"{"type":"GeometryCollection","geometries":[]}"#,
        r#"{"type":"MultiPolygon","coordinates":[]}"#,
        r#"{"type":"Polygon","coordinates":[]}"#,
        r#"{"type":"Feature","geometry":null}"#,
    ] {
        assert_eq!(geojson(nothing), AnyRegion::Empty, "{nothing}");
    }
}

#[test]
fn edges_that_touch_do_not_cross() {
    // Two triangles that meet in a vertex, in one ring; a hole that touches the border.
    let bow = r#"{"type":"Polygon","coordinates":[[[0,0],[5,5],[0,10],[10,10],[5,5],[10,0],[0,0]]]}"#;
    let bow = geojson(bow);
    assert!(bow.contains(degrees(5.0, 2.0)) && bow.contains(degrees(5.0, 8.0)) && !bow.contains(degrees(2.0, 5.0)));
    let touching = r#"{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10]],[[0,0],[5,2],[2,5]]]}"#;
    let touching = geojson(touching);
    assert!(touching.contains(degrees(8.0, 8.0)) && !touching.contains(degrees(3.0, 3.0)));
}

#[test]
fn errors_tell_what_and_where() {
    let polygon = |coordinates: &str| format!("{{\"type\": \"Polygon\",\n\"coordinates\": {coordinates}}}");
    let feature = r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null},
  {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,"é",99]]]}}]}"#;
    let cases: Vec<(String, usize, usize, &str)> = vec![
        (String::new(), 1, 1, "EOF while parsing a value"),
        ("{\"type\":\n \"é\"x}".into(), 2, 5, "expected `,` or `}`"),
        ("{\"type\":1e999}".into(), 1, 13, "number out of range"),
        ("[]".into(), 1, 1, "expected an object with a `type`, found an array"),
        ("{}".into(), 1, 1, "the object has no `type`"),
        (" {\"type\": null}".into(), 1, 11, "type: expected a string, found null"),
        ("{\"type\": \"polygon\"}".into(), 1, 10, "type: `polygon` is no type of GeoJSON"),
        ("{\"type\": \"Topology\"}".into(), 1, 10, "type: this is TopoJSON"),
        ("{\"type\": \"Polygon\"}".into(), 1, 1, "the object has no `coordinates`"),
        ("{\"type\": \"Feature\"}".into(), 1, 1, "the feature has no `geometry`"),
        (
            "{\"type\": \"Feature\", \"geometry\": 3}".into(),
            1,
            33,
            "geometry: expected an object with a `type`, found a number",
        ),
        (
            "{\"type\": \"FeatureCollection\", \"features\": {}}".into(),
            1,
            43,
            "features: expected an array, found an object",
        ),
        (
            r#"{"type": "FeatureCollection", "features": [{"type":"Polygon"}]}"#.into(),
            1,
            52,
            "features[0].type: expected `Feature`, found `Polygon`",
        ),
        (
            r#"{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[]},{"type":"LineString"}]}"#
                .into(),
            1,
            88,
            "geometries[1].type: a `LineString` has no area",
        ),
        (
            r#"{"type":"GeometryCollection","geometries":[{"type":"Feature"}]}"#.into(),
            1,
            52,
            "geometries[0].type: a `Feature` is no geometry",
        ),
        (feature.into(), 2, 81, "features[1].geometry.coordinates[0][2][1]: expected a number, found a string"),
        (
            feature.replace("\"é\",", ""),
            2,
            78,
            "features[1].geometry.coordinates[0][2]: latitude 99 is outside [-90, 90] degrees",
        ),
        (
            polygon("[[0,0],[1,0],[1,1]]"),
            2,
            18,
            "coordinates[0][0]: expected a position [longitude, latitude], found a number",
        ),
        (polygon("7"), 2, 16, "coordinates: expected an array of rings, found a number"),
        (polygon("[7]"), 2, 17, "coordinates[0]: expected an array of positions, found a number"),
        (polygon("[[[1]]]"), 2, 18, "coordinates[0][0]: a position needs longitude and latitude, found 1 of them"),
        (polygon("[[[0,0],[1,1]]]"), 2, 17, "coordinates[0]: ring 0 of the polygon has 2 distinct vertices"),
        (polygon("[[[0,0],[1,0],[1,1]], []]"), 2, 38, "coordinates[1]: ring 1 of the polygon has 0 distinct vertices"),
        (
            polygon("[[[-180,-60],[180,-60],[180,60],[-180,60],[-180,-60]]]"),
            2,
            17,
            "longitudes a turn apart are the same place",
        ),
        (
            polygon("[[[0,0],[0,0],[2,2],\n[2,0],[0,2],[0,0]]]"),
            2,
            18,
            "coordinates[0][0]: edge 0 of ring 0 (from vertex 0 to the next) crosses edge 3 of ring 0",
        ),
        (
            polygon("[[[0,0],[20,0],[10,20]],\n[[5,5],[9,6],[9,-1]]]"),
            2,
            18,
            "coordinates[0][0]: edge 0 of ring 0 (from vertex 0 to the next) crosses edge 1 of ring 1",
        ),
        (
            polygon("[[[7,7],[0,10],[180,-10],[90,50]]]"),
            2,
            24,
            "coordinates[0][1]: edge 1 of ring 0 joins two opposite points",
        ),
    ];
    for (text, line, column, says) in cases {
        let (l, c, reason) = syntax(AnyRegion::from_geojson(&text));
        assert!(reason.contains(says), "{text}: {reason}");
        assert_eq!((l, c), (line, column), "{text}: {reason}");
    }
}

const GOOD: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":[1,{"b":"]"}]},
    "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9.5],[0,0]],[[5,1],[6e0,1],[6,0.2e1]]],[]]}},
    {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[
    [[-180,-85],[-60,-85],[60,-85],[180,-85],[180,-90],[-180,-90]]]},{"type":"Polygon","coordinates":[[[20,20,0],[22,20,0],[22,22]]]}]}}]}"#;

#[test]
fn hostile_texts_end_in_an_error() {
    assert!(matches!(geojson(GOOD), AnyRegion::Union(members) if members.len() == 3));
    for end in 0..GOOD.len() {
        syntax(AnyRegion::from_geojson(&GOOD[..end]));
    }
    for deep in ["[", "{\"type\":", "{\"type\":\"GeometryCollection\",\"geometries\":["] {
        assert!(syntax(AnyRegion::from_geojson(&deep.repeat(100_000))).2.contains("recursion limit"));
    }
    let nested = |n: usize| {
        let start = r#"{"type":"GeometryCollection","geometries":["#.repeat(n);
        AnyRegion::from_geojson(&format!("{start}{}", "]}".repeat(n)))
    };
    assert_eq!(nested(60), Ok(AnyRegion::Empty));
    assert!(nested(70).is_err());
    let twice =
        r#"{"type":"Point","type":"Polygon","coordinates":[[[0,0],[1,1],[1,0]]],"coordinates":[[[0,0],[1,1],[1,99]]]}"#;
    assert_eq!(syntax(AnyRegion::from_geojson(twice)).1, 98);
}

#[test]
fn a_union_of_islands_has_a_coverage() {
    let text = format!(
        r#"{{"type":"MultiPolygon","coordinates":[[{}],[{}]]}}"#,
        array(circle(10.0, 0.0, 5.0, 40)),
        array(circle(40.0, 60.0, 3.0, 40))
    );
    let coverage = Coverage::of(Depth::new(7).expect("a depth"), &geojson(&text)).expect("a coverage");
    let area = coverage.n_flat() as f64 * 4.0 * core::f64::consts::PI / f64::from(12 << 14);
    assert!((0.030..0.040).contains(&area), "{area}");
    let middle = |lon, lat| {
        healpix_core::nested::hash(Depth::new(7).expect("a depth"), LonLat::from_degrees(lon, lat).expect("a position"))
    };
    let is_full = |cell: Cell| geojson(&text).relation(cell) == Relation::Full;
    assert!(is_full(middle(10.0, 0.0)) && is_full(middle(40.0, 60.0)) && !is_full(middle(25.0, 30.0)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_does_harm(text in any::<String>(), changes in changes()) {
        survives(AnyRegion::from_geojson(&text))?;
        survives(AnyRegion::from_geojson(&mutated(GOOD, &changes)))?;
    }

    #[test]
    fn numbers_are_read_to_the_last_digit(lon in -180.0..180.0f64, lat in -80.0..80.0f64) {
        let ring = [(lon, lat), (lon + 3.0, lat), (lon, lat + 3.0)];
        prop_assert_eq!(geojson(&format!(r#"{{"type":"Polygon","coordinates":[{}]}}"#, array(ring))), polygon(&ring));
    }
}
