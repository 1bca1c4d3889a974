use super::{Outline, parse, read};
use std::f64::consts::PI;
use std::path::Path;

fn bundled() -> Vec<Outline> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/constellations.json")).expect("bundled")
}

fn fault(text: &str) -> String {
    let (line, what) = parse(text.as_bytes()).expect_err("must be refused");
    line.map_or_else(|| what.clone(), |line| format!("{line}: {what}"))
}

/// The areas in square degrees that the International Astronomical Union gives its constellations.
const AREAS: [(&str, f64); 10] = [
    ("Hya", 1302.844),
    ("Vir", 1294.428),
    ("UMa", 1279.660),
    ("Cet", 1231.411),
    ("And", 722.278),
    ("Tau", 797.249),
    ("Oct", 291.045),
    ("Sge", 79.932),
    ("Equ", 71.641),
    ("Cru", 68.447),
];

#[test]
fn outlines_have_the_areas_of_their_constellations() {
    let outlines = bundled();
    for (name, expected) in AREAS {
        let outline = outlines.iter().find(|outline| outline.name == name).expect("one of the 88");
        let area = crate::quantity::square_degrees(outline.solid_angle());
        assert!((area - expected).abs() < 0.01, "{name}: {area}, should be {expected}");
    }
}

#[test]
fn together_they_are_the_sphere() {
    let sum: f64 = bundled().iter().map(Outline::solid_angle).sum();
    assert!((sum - 4.0 * PI).abs() < 1e-12, "{sum}");
}

#[test]
fn an_octant_and_both_caps_have_their_areas() {
    let area = |lon: &[f64], lat: &[f64]| {
        Outline { name: "x".to_owned(), lon_deg: lon.to_vec(), lat_deg: lat.to_vec() }.solid_angle()
    };
    assert!((area(&[350.0, 80.0, 10.0], &[0.0, 0.0, 90.0]) - PI / 2.0).abs() < 1e-14);
    let (square, lat) = ([0.0, 90.0, 180.0, 270.0], [45.0; 4]);
    let cap = area(&square, &lat);
    // A quarter of it is a triangle at the pole with angles 90 degrees and twice acos(1/sqrt 3).
    assert!((cap - 4.0 * (2.0 * (1.0 / 3_f64.sqrt()).acos() - PI / 2.0)).abs() < 1e-14, "{cap}");
    assert!((area(&square, &lat.map(|lat: f64| -lat)) - cap).abs() < 1e-14);
}

#[test]
fn what_is_no_list_of_outlines_is_refused_with_its_line() {
    for (text, message) in [
        ("", "1: EOF while parsing a value"),
        ("[]", "there are no outlines"),
        ("[\n{\"name\": \"And\"}]", "2: missing field `lon_lat_deg`"),
        ("[\n\n{\"name\": 3}]", "3: invalid type: integer `3`, expected a string"),
        ("[{\"name\": \"And\", \"lon_lat_deg\": [[1, 2, 3]]}]", "1: trailing characters"),
        ("[{\"name\": \"And\", \"lon_lat_deg\": [], \"size\": 3}]", "1: unknown field `size`"),
        ("[{\"name\": \"And\", \"lon_lat_deg\": []}]\n]", "2: trailing characters"),
        ("[{\"name\": \"And\", \"lon_lat_deg\": [[1e999, 2]]}]", "1: number out of range"),
        ("[{\"name\": \"And\", \"lon_lat_deg\": [[0, 1], [0, -91]]}]", "And: vertex 1: latitude -91 is outside"),
        ("[{\"name\": \"../And\", \"lon_lat_deg\": []}]", "the name \"../And\" is not of 1 to 32 letters"),
        ("[{\"name\": \"\", \"lon_lat_deg\": []}]", "the name \"\" is not of 1 to 32 letters"),
    ] {
        let fault = fault(text);
        assert!(fault.starts_with(message), "{fault:?} does not begin with {message:?}");
    }
}

#[test]
fn a_missing_file_is_named_without_a_line() {
    let error = read(Path::new("no/such/outlines.json")).expect_err("missing");
    assert_eq!(error.to_string(), "no/such/outlines.json: No such file or directory");
}
