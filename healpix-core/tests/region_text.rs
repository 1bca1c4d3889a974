//! Regions from text: STC-S and GeoJSON against geometry that is written down here, against regions built directly,
//! and against texts that mean harm.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where something is missing")]

use healpix_core::region::{AnyRegion, BoxRegion, Cone, EllipticalCone, Polygon, Region, Zone};
use healpix_core::{Error, LonLat};
use proptest::prelude::*;

type V = [f64; 3];

fn vector(lon: f64, lat: f64) -> V {
    let (lon, lat) = (lon.to_radians(), lat.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn dot(a: V, b: V) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn cross(a: V, b: V) -> V {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/// Distance in degrees.
fn distance(a: V, b: V) -> f64 {
    let c = cross(a, b);
    dot(c, c).sqrt().atan2(dot(a, b)).to_degrees()
}

/// A position `distance` degrees away in the direction of a position angle, north through east.
fn towards(lon: f64, lat: f64, angle: f64, distance: f64) -> V {
    let (center, (s, c)) = (vector(lon, lat), angle.to_radians().sin_cos());
    let east = [-lon.to_radians().sin(), lon.to_radians().cos(), 0.0];
    let north = cross(center, east);
    let (far, near) = distance.to_radians().sin_cos();
    [0, 1, 2].map(|k| near * center[k] + far * (c * north[k] + s * east[k]))
}

/// Margins are positive inside, in no particular unit.
fn circle(lon: f64, lat: f64, radius: f64) -> impl Fn(V) -> f64 {
    move |p| radius - distance(p, vector(lon, lat))
}

/// The points whose distances to two foci sum to less than twice the semi-major axis.
fn ellipse(lon: f64, lat: f64, a: f64, b: f64, angle: f64) -> impl Fn(V) -> f64 {
    let c = (a.to_radians().cos() / b.to_radians().cos()).acos().to_degrees();
    let foci = [towards(lon, lat, angle, c), towards(lon, lat, angle, -c)];
    move |p| 2.0 * a - distance(p, foci[0]) - distance(p, foci[1])
}

/// Between the great circles that are crossed at right angles half a size from the centre.
fn rectangle(lon: f64, lat: f64, width: f64, height: f64) -> impl Fn(V) -> f64 {
    let sides = [(0.0, height), (180.0, height), (90.0, width), (270.0, width)];
    let walls = sides.map(|(angle, size)| towards(lon, lat, angle, size / 2.0 - 90.0));
    move |p| walls.iter().map(|wall| dot(*wall, p)).fold(f64::INFINITY, f64::min)
}

/// At the left of all edges.
fn convex(vertices: &'static [(f64, f64)]) -> impl Fn(V) -> f64 {
    let at = |k: usize| vector(vertices[k % vertices.len()].0, vertices[k % vertices.len()].1);
    let left = move |p: V| (0..vertices.len()).map(move |k| dot(cross(at(k), at(k + 1)), p));
    move |p| left(p).fold(f64::INFINITY, f64::min)
}

fn zone(west: f64, south: f64, east: f64, north: f64) -> impl Fn(V) -> f64 {
    move |p| {
        let (lon, lat) = (p[1].atan2(p[0]).to_degrees(), p[2].asin().to_degrees());
        let (middle, half) = ((west + east) / 2.0, (east - west) / 2.0);
        let off = (lon - middle + 180.0).rem_euclid(360.0) - 180.0;
        (half - off.abs()).min(lat - south).min(north - lat)
    }
}

/// Positions all over the sphere, and closer ones around a centre.
fn sample(lon: f64, lat: f64) -> Vec<(f64, f64)> {
    let golden = 137.507_764_050_037_85;
    let all =
        (0..3000).map(|k| (golden * f64::from(k) % 360.0, ((f64::from(k) + 0.5) / 1500.0 - 1.0).asin().to_degrees()));
    let near = (0..3000).map(|k| {
        let p = towards(lon, lat, golden * f64::from(k), 25.0 * (f64::from(k) / 3000.0).powf(1.5));
        (p[1].atan2(p[0]).to_degrees(), p[2].asin().to_degrees())
    });
    all.chain(near).collect()
}

/// Compares a region with a margin, everywhere except right on the border.
fn check(name: &str, region: &AnyRegion, center: (f64, f64), margin: impl Fn(V) -> f64) {
    let mut count = [0, 0];
    for (lon, lat) in sample(center.0, center.1) {
        let margin = margin(vector(lon, lat));
        if margin.abs() < 1e-9 {
            continue;
        }
        let inside = region.contains(LonLat::from_degrees(lon, lat).expect("a position"));
        assert_eq!(inside, margin > 0.0, "{name}: ({lon}, {lat}), margin {margin}");
        count[usize::from(inside)] += 1;
    }
    assert!(count[0] > 10 && count[1] > 10, "{name}: {count:?}");
}

fn stcs(text: &str) -> AnyRegion {
    AnyRegion::from_stcs(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn degrees(lon: f64, lat: f64) -> LonLat {
    LonLat::from_degrees(lon, lat).expect("a position")
}

fn cone(lon: f64, lat: f64, radius: f64) -> AnyRegion {
    Cone::new(degrees(lon, lat), radius.to_radians()).expect("a cone").into()
}

fn polygon(vertices: &[(f64, f64)]) -> AnyRegion {
    let ring: Vec<LonLat> = vertices.iter().map(|(lon, lat)| degrees(*lon, *lat)).collect();
    Polygon::new(&ring).expect("a polygon").into()
}

fn elliptical(lon: f64, lat: f64, a: f64, b: f64, angle: f64) -> AnyRegion {
    let [a, b, angle] = [a, b, angle].map(f64::to_radians);
    EllipticalCone::new(degrees(lon, lat), a, b, angle).expect("an ellipse").into()
}

fn band(west: f64, south: f64, east: f64, north: f64) -> AnyRegion {
    Zone::from_degrees(west, south, east, north).expect("a zone").into()
}

#[test]
fn shapes_hold_what_their_geometry_says() {
    let check = |text: &str, margin: &dyn Fn(V) -> f64| {
        let number = |word: &str| word.parse::<f64>().ok();
        let numbers: Vec<f64> = text.split([' ', '(', ')']).filter_map(number).collect();
        check(text, &stcs(text), (numbers[0], numbers[1]), margin);
    };
    check("Circle ICRS 147.6 69.9 4", &circle(147.6, 69.9, 4.0));
    check("Circle -30 -88 15", &circle(330.0, -88.0, 15.0));
    check("Circle 10 20 150", &circle(10.0, 20.0, 150.0));
    check("Ellipse ICRS 10 20 12 5 30", &ellipse(10.0, 20.0, 12.0, 5.0, 30.0));
    check("Ellipse ICRS 10 20 5 12 30", &ellipse(10.0, 20.0, 12.0, 5.0, 120.0));
    check("Ellipse ICRS 10 20 5 12 300", &ellipse(10.0, 20.0, 12.0, 5.0, 30.0));
    check("Ellipse ICRS 10 85 12 5 -390", &ellipse(10.0, 85.0, 12.0, 5.0, 330.0));
    check("Box ICRS 200 -40 20 8", &rectangle(200.0, -40.0, 20.0, 8.0));
    check("Box ICRS 200 89 8 20", &rectangle(200.0, 89.0, 8.0, 20.0));
    check("Box ICRS 5 0 170 100", &rectangle(5.0, 0.0, 170.0, 100.0));
    const RING: &[(f64, f64)] = &[(350.0, -5.0), (8.0, -7.0), (12.0, 6.0), (355.0, 11.0)];
    check("Polygon ICRS 350 -5 8 -7 12 6 355 11", &convex(RING));
    check("Polygon ICRS 355 11 12 6 8 -7 350 -5", &convex(RING));
    check("Not (Polygon 355 11 12 6 8 -7 350 -5)", &|p| -convex(RING)(p));
    check("PositionInterval ICRS 170 -20 190 10", &zone(170.0, -20.0, 190.0, 10.0));
    check("PositionInterval ICRS 350 -20 10 10", &zone(-10.0, -20.0, 10.0, 10.0));
    check("PositionInterval 10 60 370 90", &zone(10.0, 60.0, 370.0, 91.0));
}

#[test]
fn operators_are_those_of_sets() {
    let (a, b, c) = (circle(180.0, 10.0, 20.0), circle(190.0, 20.0, 20.0), circle(185.0, 0.0, 9.0));
    let check = |text: &str, margin: &dyn Fn(V) -> f64| check(text, &stcs(text), (185.0, 10.0), margin);
    check("Union ICRS (Circle 180 10 20 Circle 190 20 20)", &|p| a(p).max(b(p)));
    check("Intersection ICRS (Circle 180 10 20 Circle 190 20 20)", &|p| a(p).min(b(p)));
    // Not the symmetric difference.
    check("Difference ICRS (Circle 180 10 20 Circle 190 20 20)", &|p| a(p).min(-b(p)));
    check("Difference ICRS (Circle 190 20 20 Circle 180 10 20)", &|p| b(p).min(-a(p)));
    check("Not ICRS (Circle 180 10 20)", &|p| -a(p));
    check("Circle ICRS 180 10 20 Circle ICRS 190 20 20", &|p| a(p).max(b(p)));
    let text =
        "Union ICRS TOPOCENTER\n(Circle 185 0 9\n Intersection\n (Circle 180 10 20\n  Not\n (Circle 190 20 20)\n))";
    check(text, &|p| c(p).max(a(p).min(-b(p))));
}

#[test]
fn the_same_region_is_written_in_many_ways() {
    let all = [
        "Circle ICRS 10 20 5",
        "CIRCLE icrs 10 20 5",
        "circle 10 20 5",
        " \t\r\n Circle\n ICRS\t10\r\n20 5 \n",
        "Circle J2000 +10. 2e1 .5E+1",
        "Circle FK5 10.0 20.000 0.05e2",
        "Circle FK5 J2000 10 20 5",
        "Circle FK5 j2000.0 GEOCENTER 10 20 5",
        "Circle UNKNOWNFrame UNKNOWNRefPos SPHER2 10 20 5",
        "Circle SPHERICAL2 10 20 5",
        "Circle BARYCENTER 10 20 5",
        "Circle fillfactor 0.5 ICRS TOPOCENTER SPHER2 10 20 5 Position 10.1 20.1 unit deg deg Error 0.1 0.2 Resolution 0.001 \
         Size 1 1 PixSize 0.1 0.1",
        "Circle ICRS 600 1200 300 unit arcmin",
        "Circle ICRS 36000 72000 18000 unit arcsec arcsec Size 3",
        "Union (Circle 10 20 5)",
        "Union ICRS (Circle ICRS 10 20 5)",
        "Intersection ICRS(Circle 600 1200 300)unit arcmin",
        "Not (Not (Circle 10 20 5))",
    ];
    for text in all {
        assert_eq!(stcs(text), cone(10.0, 20.0, 5.0), "{text}");
        assert_eq!(text.parse(), Ok(cone(10.0, 20.0, 5.0)), "{text}");
    }
}

#[test]
fn regions_are_those_built_directly() {
    assert_eq!(stcs("AllSky ICRS"), AnyRegion::AllSky);
    assert_eq!(stcs("AllSky Position 1 2"), AnyRegion::AllSky);
    assert_eq!(stcs("Not (AllSky)"), AnyRegion::Empty);
    assert_eq!(stcs("Position ICRS 10 20 Size 3"), cone(10.0, 20.0, 0.0));
    assert_eq!(stcs("Position 10 20 Position 11 20"), AnyRegion::union([cone(10.0, 20.0, 0.0), cone(11.0, 20.0, 0.0)]));
    assert_eq!(stcs("Circle 10 20 180"), cone(10.0, 20.0, 180.0));
    assert_eq!(stcs("Ellipse 10 20 5 2 30"), elliptical(10.0, 20.0, 5.0, 2.0, 30.0));
    assert_eq!(stcs("Ellipse 10 20 2 5 300"), elliptical(10.0, 20.0, 5.0, 2.0, 30.0));
    assert_eq!(stcs("Ellipse 10 20 5 5 360"), elliptical(10.0, 20.0, 5.0, 5.0, 0.0));
    assert_eq!(stcs("Ellipse 600 1200 300 120 30 unit arcmin"), elliptical(10.0, 20.0, 5.0, 2.0, 30.0));
    let rectangle = BoxRegion::new(degrees(10.0, 20.0), 8f64.to_radians(), 4f64.to_radians(), 0.0).expect("a box");
    assert_eq!(stcs("Box ICRS 10 20 8 4"), AnyRegion::Box(rectangle));
    let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
    assert_eq!(stcs("POLYGON 0 0 10 0 10 10 0 10"), polygon(&square));
    assert_eq!(stcs("Polygon 0 0 10 0 10 10 0 10 0 0"), polygon(&square));
    assert_eq!(stcs("PositionInterval 1 2 3 4"), band(1.0, 2.0, 3.0, 4.0));
    let both = AnyRegion::union([band(1.0, 2.0, 3.0, 4.0), band(350.0, -90.0, 5.0, 90.0)]);
    assert_eq!(stcs("PositionInterval ICRS 1 2 3 4 350 -90 5 90"), both);
    let radians = Cone::new(LonLat::new(1.25, -0.5).expect("a position"), 0.125).expect("a cone");
    assert_eq!(stcs("Circle 1.25 -0.5 0.125 unit rad"), AnyRegion::Cone(radians));
    let chips = AnyRegion::union([polygon(&square), cone(10.0, 20.0, 5.0), cone(1.0, 2.0, 3.0)]);
    let text = "POLYGON ICRS 0 0 10 0 10 10 0 10 Circle 600 1200 300 unit arcmin Circle 1 2 3";
    assert_eq!(stcs(text), chips);
    let nested = AnyRegion::intersection([cone(1.0, 2.0, 3.0).difference(cone(2.0, 2.0, 3.0)), both]);
    let text = "Intersection(Difference(Circle 1 2 3 Circle 2 2 3)PositionInterval 1 2 3 4 350 -90 5 90)";
    assert_eq!(stcs(text), nested);
}

/// Line, column and message of an error.
fn syntax(result: healpix_core::Result<AnyRegion>) -> (usize, usize, String) {
    match result {
        Err(Error::Syntax { line, column, reason }) => (line, column, reason.into()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn errors_tell_what_and_where() {
    let cases = [
        ("", 1, 1, "expected a region (Circle, Ellipse"),
        ("  \n ", 2, 2, "found the end of the text"),
        ("Cirle ICRS 1 2 3", 1, 1, "found `Cirle`"),
        ("Circle ICRS 1 2 3\n)", 2, 1, "found `)`"),
        (
            "Circle ICRS 1 2",
            1,
            16,
            "one more number (Circle takes 3 numbers (longitude, latitude, radius); there are 2)",
        ),
        ("Circle ICRS", 1, 12, "expected 3 numbers"),
        ("Circle ICRS 1 2 3 4", 1, 19, "Circle takes 3 numbers (longitude, latitude, radius), no more"),
        ("Box ICRS 1 2 3 4 30", 1, 18, "Box takes 4 numbers"),
        ("AllSky ICRS 1", 1, 13, "AllSky takes no numbers"),
        ("Circle ICRS 1 2 3x", 1, 17, "`3x` is no number"),
        ("Circle ICRS 1,2,3", 1, 13, "with white space in between"),
        ("Circle ICRS 1 2 nan", 1, 17, "one more number"),
        ("Circle ICRS 1 2 -inf", 1, 17, "`-inf` is no number"),
        ("Circle ICRS 1e999 2 3", 1, 13, "the number `1e999` is too large"),
        ("Circle ICRS 1 2 --3", 1, 17, "is no number"),
        ("Circle ICRS 1 2 200", 1, 17, "Circle: radius 200 is outside [0, 180] degrees"),
        ("Circle ICRS 1 2 -1", 1, 17, "Circle: radius -1 is outside [0, 180] degrees"),
        ("Circle ICRS 1 2 4 unit rad", 1, 17, "Circle: radius 4 is outside [0, 3.14"),
        ("Circle ICRS 1 91 3", 1, 15, "Circle: latitude 91 is outside [-90, 90] degrees"),
        ("Circle 1 5401 3 unit arcmin", 1, 10, "Circle: latitude 90.01"),
        ("Ellipse 1 2 91 3 0", 1, 13, "Ellipse: radius 91 is outside (0, 90] degrees"),
        ("Ellipse 1 2 3 0 0", 1, 15, "Ellipse: radius 0 is outside (0, 90] degrees"),
        ("Ellipse 1 1 3 1 0 unit rad", 1, 13, "Ellipse: radius 3 is outside (0, pi/2] radians"),
        ("Box 1 2 180 4", 1, 9, "Box: width 180 is outside (0, 180) degrees"),
        ("Box 1 2 3 0", 1, 11, "Box: height 0 is outside (0, 180) degrees"),
        ("Box 1 2 1e-300 3e-300", 1, 9, "Box: 1e-300 is too small"),
        (
            "Polygon 0 0 10 0 10",
            1,
            20,
            "one more number (Polygon takes a longitude and a latitude for each vertex; there are 5)",
        ),
        ("Polygon 0 0 10 0", 1, 1, "Polygon: ring 0 of the polygon has 2 distinct vertices: at least 3 are needed"),
        ("Polygon", 1, 8, "found the end of the text"),
        ("Polygon 0 0\n10 0\n10 95", 3, 4, "Polygon: latitude 95 is outside"),
        (
            "Polygon 0 0\n10 10\n10 0\n0 10",
            1,
            9,
            "Polygon: edge 0 of ring 0 (from vertex 0 to the next) crosses edge 2",
        ),
        ("Polygon 5 5\n 0 0 180 0 90 50", 2, 2, "Polygon: edge 1 of ring 0 joins two opposite points"),
        ("PositionInterval 1 2 3", 1, 23, "one more number"),
        ("PositionInterval 1 5 3 4", 1, 20, "PositionInterval: the southern latitude 5 of the zone is north"),
        ("PositionInterval 1 2 3 4 5 6 7 91", 1, 32, "latitude 91"),
        ("Circle GALACTIC 1 2 3", 1, 8, "frame `GALACTIC`: its positions would have to be converted first"),
        ("Union ICRS (Circle fk4 1 2 3)", 1, 20, "frame `fk4`"),
        ("Circle FK5 J1975.0 1 2 3", 1, 12, "frame `J1975.0`"),
        ("Circle CARTESIAN2 1 2 3", 1, 8, "flavor `CARTESIAN2`: only SPHER2"),
        ("Circle HERE 1 2 3", 1, 8, "found `HERE`"),
        ("Circle fillfactor 1.5 1 2 3", 1, 19, "the fill factor 1.5 is outside [0, 1]"),
        ("Circle fillfactor ICRS 1 2 3", 1, 19, "expected a number from 0 to 1, found `ICRS`"),
        ("Circle 1 2 3 unit", 1, 18, "expected a unit"),
        ("Circle 1 2 3 unit pc", 1, 19, "unit `pc` is not one of angles"),
        ("Circle 1 2 3 unit deg rad", 1, 23, "same unit"),
        ("Circle 1 2 3 Error", 1, 19, "expected a number"),
        ("Circle 1 2 3 Error 1 error 2", 1, 22, "`error` comes twice"),
        ("Circle 1 2 3 Time MJD 50814.0", 1, 14, "`Time` is not about places"),
        ("Convex ICRS 1 0 0 0.5", 1, 1, "Convex is not read"),
        ("Union ICRS Circle 1 2 3", 1, 12, "expected `(`, found `Circle`"),
        ("Union ICRS (Circle 1 2 3", 1, 25, "found the end of the text"),
        ("Union ()", 1, 1, "Union takes two or more regions, found 0"),
        ("Not (Circle 1 2 3 Circle 2 2 3)", 1, 1, "Not takes one region, found 2"),
        ("AllSky Difference (AllSky)", 1, 8, "Difference takes two regions, found 1"),
        ("Union (Difference (AllSky AllSky AllSky))", 1, 8, "Difference takes two regions, found 3"),
        ("Union (Circle 1 2 3 unit deg)", 1, 21, "`unit` is no member of Union"),
        ("Union (Position 1 2)", 1, 8, "`Position` is no member of Union"),
        ("Circle é 1 2 3", 1, 8, "found `é`"),
        ("Circle éé 95\n\u{a0}1", 1, 8, "found `éé`"),
        ("Circle 1 2 3 \u{a0}", 1, 14, "found `\\u{a0}`"),
        ("Circle 1 2 \0", 1, 12, "found `\\0`"),
    ];
    for (text, line, column, says) in cases {
        let (l, c, reason) = syntax(AnyRegion::from_stcs(text));
        assert_eq!((l, c), (line, column), "{text:?}: {reason}");
        assert!(reason.contains(says), "{text:?}: {reason}");
        assert!(!reason.contains('\n') && reason.len() < 250, "{reason}");
    }
}

#[test]
fn hostile_texts_end_in_an_error() {
    let deep = |n: usize, end: &str| format!("{}Circle 1 2 3{}", "Union (".repeat(n), end.repeat(n));
    assert_eq!(stcs(&deep(64, ")")), cone(1.0, 2.0, 3.0));
    assert!(syntax(AnyRegion::from_stcs(&deep(65, ")"))).2.contains("nested more than 64 deep"));
    assert_eq!(syntax(AnyRegion::from_stcs(&deep(100_000, ")"))).1, 64 * 7 + 1);
    assert_eq!(syntax(AnyRegion::from_stcs(&"(".repeat(100_000))).1, 1);
    assert_eq!(syntax(AnyRegion::from_stcs(&"Not ".repeat(100_000))).1, 5);
    let differences = format!("{}AllSky{}", "Difference (AllSky ".repeat(64), ")".repeat(64));
    assert!(matches!(stcs(&differences), AnyRegion::Intersection(_)));
    assert!(stcs(&differences).contains(degrees(1.0, 2.0)));
    let digits = "1".repeat(1_000_000);
    assert!(syntax(AnyRegion::from_stcs(&format!("Circle {digits} 2 3"))).2.len() < 100);
    assert!(syntax(AnyRegion::from_stcs(&digits)).2.len() < 300);
    assert_eq!(syntax(AnyRegion::from_stcs(&format!("Circle 1 2 3 {}", "Error 1 ".repeat(100_000)))).1, 22);
    assert_eq!(syntax(AnyRegion::from_stcs(&format!("AllSky {}x", "1 ".repeat(100_000)))).1, 8);
    let many = stcs(&"Circle 1 2 3 ".repeat(20_000));
    assert!(matches!(many, AnyRegion::Union(members) if members.len() == 20_000));
}

const GOOD: &str = "Union fillfactor 0.5 FK5 J2000 GEOCENTER SPHER2 (Circle 180 10 20 Polygon 1 2 30 4 5 60 Ellipse 1 2 3 4 5 \
                    Not(Box 1 2 3 4) Intersection (AllSky PositionInterval 1 2 3 4 Difference(Circle -1 -2 .3e1 AllSky))) \
                    Position 1 2 unit arcmin Error 1 2";

#[test]
fn every_beginning_of_a_text_is_a_region_or_an_error() {
    stcs(GOOD);
    for end in 0..GOOD.len() {
        match AnyRegion::from_stcs(&GOOD[..end]) {
            Ok(_) => assert!(end > GOOD.find(" Position").expect("there")),
            Err(Error::Syntax { line: 1, column, .. }) => assert!(column <= end + 1),
            Err(other) => panic!("{other}"),
        }
    }
}

/// Some of a text's characters exchanged, left out or doubled.
fn mutated(text: &str, changes: &[(usize, u8, char)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (place, what, new) in changes {
        let place = place % chars.len().max(1);
        match what {
            0 if !chars.is_empty() => chars[place] = *new,
            1 if !chars.is_empty() => drop(chars.remove(place)),
            2 => chars.truncate(place),
            _ => chars.insert(place.min(chars.len()), *new),
        }
    }
    chars.into_iter().collect()
}

fn changes() -> impl Strategy<Value = Vec<(usize, u8, char)>> {
    let new = prop_oneof![
        Just('('),
        Just(')'),
        Just(' '),
        Just('-'),
        Just('9'),
        Just('e'),
        Just('\n'),
        Just('"'),
        Just('['),
        any::<char>()
    ];
    prop::collection::vec((any::<usize>(), 0u8..5, new), 1..6)
}

fn words() -> impl Strategy<Value = String> {
    let words = "Circle Ellipse Box Polygon PositionInterval Position AllSky Union Intersection Not Difference ( ) ( ) ICRS FK5 J2000 \
                 GALACTIC GEOCENTER SPHER2 fillfactor unit deg arcmin rad Error Size 0 1 2 -3 45 90 180 360 0.5 1e9 1e-9 nan é";
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|words| words.join(" "))
}

fn survives(result: healpix_core::Result<AnyRegion>) -> Result<(), TestCaseError> {
    match result {
        Ok(region) => prop_assert!(region.contains(degrees(1.0, 2.0)) || !region.contains(degrees(1.0, 2.0))),
        Err(Error::Syntax { line, column, reason }) => prop_assert!(line > 0 && column > 0 && !reason.is_empty()),
        Err(other) => prop_assert!(false, "{other}"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_does_harm(text in any::<String>(), words in words(), changes in changes()) {
        survives(AnyRegion::from_stcs(&text))?;
        survives(AnyRegion::from_stcs(&words))?;
        survives(AnyRegion::from_stcs(&mutated(GOOD, &changes)))?;
    }

    #[test]
    fn numbers_are_read_to_the_last_digit(lon in -720.0..720.0f64, lat in -90.0..=90.0f64, radius in 0.0..=180.0f64) {
        prop_assert_eq!(stcs(&format!("Circle ICRS {lon} {lat} {radius}")), cone(lon, lat, radius));
        prop_assert_eq!(stcs(&format!("Circle ICRS {lon:e} {lat:e} {radius:E}")), cone(lon, lat, radius));
    }
}

#[cfg(feature = "json")]
#[path = "region_text/geojson.rs"]
mod geojson;
