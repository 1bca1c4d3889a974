//! Which constellation each star is in, decided again without regions or HEALPix: by the parallels and meridians of 1875.

use std::collections::BTreeMap;
use std::f64::consts::PI;
use std::fs;

use serde_json::Value;

use crate::{Star, complaint, data, report, stars, table};

type Vector = [f64; 3];

/// Rotation about the z axis (2) or the y axis (1).
fn turned(v: Vector, axis: usize, degrees: f64) -> Vector {
    let (sine, cosine) = degrees.to_radians().sin_cos();
    match axis {
        1 => [cosine * v[0] - sine * v[2], v[1], sine * v[0] + cosine * v[2]],
        _ => [cosine * v[0] + sine * v[1], cosine * v[1] - sine * v[0], v[2]],
    }
}

/// The longitude and latitude, in radians, that a direction of J2000 had in the coordinates of B1875.0; angles of
/// precession from Lieske et al. 1977 for T = -1.25 centuries.
fn in_1875(v: Vector) -> (f64, f64) {
    let v = turned(turned(turned(v, 2, 0.800_640_0), 1, -0.696_096_0), 2, 0.800_296_0);
    (v[1].atan2(v[0]), v[2].asin())
}

fn direction(lon: f64, lat: f64) -> Vector {
    let (lon, lat) = (lon.to_radians(), lat.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// The way round from one longitude to another, at most half a turn.
fn run(from: f64, to: f64) -> f64 {
    (to - from + 3.0 * PI).rem_euclid(2.0 * PI) - PI
}

/// An outline in the coordinates of 1875.
struct Outline {
    name: String,
    corners: Vec<(f64, f64)>,
    holds_north_pole: bool,
}

fn outlines() -> Vec<Outline> {
    let text = fs::read_to_string(data("constellations.json")).expect("bundled");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    all.as_array().expect("a list").iter().map(outline).collect()
}

fn outline(entry: &Value) -> Outline {
    let corner = |at: &Value| in_1875(direction(at[0].as_f64().expect("lon"), at[1].as_f64().expect("lat")));
    let corners: Vec<(f64, f64)> = entry["lon_lat_deg"].as_array().expect("corners").iter().map(corner).collect();
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let turn: f64 = sides.map(|(a, b)| run(a.0, b.0)).sum();
    let holds_north_pole = turn.abs() > PI && corners.iter().all(|(_, lat)| *lat > 0.0);
    Outline { name: entry["name"].as_str().expect("a name").to_owned(), corners, holds_north_pole }
}

impl Outline {
    /// Goes from the star along its meridian to the pole and counts the sides on the way.
    fn holds(&self, (lon, lat): (f64, f64)) -> bool {
        let sides = self.corners.iter().zip(self.corners.iter().cycle().skip(1));
        let crossed = sides.filter(|&(&(lon1, lat1), &(lon2, lat2))| {
            let (before, after) = (run(lon, lon1), run(lon, lon2));
            // Of the two ends the western one counts as met.
            if (before > 0.0) == (after > 0.0) || (before - after).abs() > PI {
                return false;
            }
            let side = if (lat1 - lat2).abs() < 1e-5 {
                lat1 + (lat2 - lat1) * before / (before - after)
            } else {
                let sum = lat1.tan() * after.sin() - lat2.tan() * before.sin();
                (sum / (after - before).sin()).atan()
            };
            side > lat
        });
        (crossed.count() % 2 == 1) != self.holds_north_pole
    }
}

/// The stars of each constellation; each star must be in one.
pub fn recount() -> BTreeMap<String, Vec<Star>> {
    let outlines = outlines();
    let mut counted: BTreeMap<String, Vec<Star>> = BTreeMap::new();
    for outline in &outlines {
        counted.entry(outline.name.clone()).or_default();
    }
    for star in stars() {
        let at = in_1875(star.vector);
        let found: Vec<&Outline> = outlines.iter().filter(|outline| outline.holds(at)).collect();
        assert_eq!(found.len(), 1, "HIP {} is in {} outlines", star.hip, found.len());
        counted.get_mut(&found[0].name).expect("known").push(star);
    }
    counted
}

#[test]
fn the_stars_of_each_constellation_are_those_of_a_recount() {
    let printed = report(&["--no-plot", "--constellations", "88"]);
    let rows = table(&printed, "Stars in 88 constellations");
    let counted = recount();
    assert_eq!(counted.len(), 88);
    let mut sum = 0;
    let mut previous = usize::MAX;
    for row in &rows[..88] {
        let values = &row[row.len() - 7..];
        let count: usize = values[0].replace(',', "").parse().expect("a count");
        let expected = &counted[row[0]];
        assert_eq!(count, expected.len(), "{row:?}");
        assert!(count <= previous, "not sorted: {row:?}");
        let brightest = expected.iter().min_by(|a, b| a.mag.total_cmp(&b.mag)).expect("stars everywhere");
        assert_eq!(values[3..], ["HIP", &brightest.hip.to_string(), "mag", &format!("{:.2}", brightest.mag)]);
        let (area, density): (f64, f64) = (values[1].parse().expect("area"), values[2].parse().expect("density"));
        assert!((count as f64 / area - density).abs() < 0.006, "{row:?}");
        (sum, previous) = (sum + count, count);
    }
    assert_eq!(sum, 41_411);
    assert_eq!(rows[88..], [["41,411", "stars", "are", "in", "exactly", "one"]]);
    assert_eq!(rows.iter().filter(|row| row[0] == "Ser").count(), 1, "the Serpent's two parts are one constellation");
    assert!(printed.contains("Boo  Boötes               "), "columns must line up");
}

#[test]
fn ten_constellations_are_listed_unless_more_are_asked_for() {
    let first = |printed: &str| table(printed, "Stars in 88")[0][0].to_owned();
    let ten = report(&["--no-plot"]);
    assert_eq!(table(&ten, "Stars in 88").len(), 12);
    assert!(ten.contains("  and 78 more; --constellations 88 lists them\n"));
    let counted = recount();
    let most = counted.iter().max_by_key(|(_, stars)| stars.len()).expect("88");
    assert_eq!(first(&ten), *most.0);
    assert!(report(&["--no-plot", "--constellations", "0"]).contains("  and 88 more;"));
}

#[test]
fn the_outlines_tile_the_sky_at_every_depth() {
    for (depth, cells) in [("0", "12"), ("5", "12,288"), ("10", "12,582,912")] {
        let printed = report(&["--no-plot", "--outline-depth", depth]);
        let rows = table(&printed, "89 outlines");
        assert!(printed.contains(&format!("89 outlines covered with cells of depth {depth}: they tile the sky\n")));
        assert!(printed.contains(&format!(" {cells}  the whole sky, 12 x 4^{depth} cells\n")), "{printed}");
        assert!(printed.contains("  borders: no outline fills one of them\n"));
        assert_eq!(rows.last().expect("the area")[3..], ["41252.9612", "the", "sphere", "has", "41252.9612"]);
    }
}

#[test]
fn outlines_that_do_not_tile_the_sky_are_said_not_to() {
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("outlines.json");
    let name = file.to_str().expect("UTF-8");
    let square = |name: &str, west: u32, east: u32| {
        format!("{{\"name\": \"{name}\", \"lon_lat_deg\": [[{west}, 0], [{east}, 0], [{east}, 40], [{west}, 40]]}}")
    };
    fs::write(&file, format!("[{},\n{}]", square("A", 0, 40), square("B", 20, 60))).expect("written");
    let printed = report(&["--no-plot", "--outlines", name]);
    assert!(printed.contains("2 outlines covered with cells of depth 9: they overlap and leave gaps\n"));
    assert!(printed.contains(" in none\n"));

    fs::write(&file, format!("[{},\n{}]", square("A", 0, 40), square("B", 40, 39))).expect("written");
    assert!(report(&["--no-plot", "--outlines", name]).contains("leave gaps"));

    fs::write(&file, "[{\"name\": \"Bow\", \"lon_lat_deg\": [[0, 0], [10, 10], [10, 0], [0, 10]]}]").expect("written");
    let complaint = complaint(&["--no-plot", "--outlines", name]);
    assert!(complaint.starts_with(&format!("{name}: Bow: ")) && complaint.contains("cross"), "{complaint}");
}

#[test]
fn the_place_looked_at_is_in_its_constellation() {
    for (at, place) in [
        ("56.75,24.1167", "(the Pleiades, in Taurus)"),
        ("83.82,-5.39", "(in Orion)"),
        ("-0.0,90", "(in Ursa Minor)"),
        ("12,-90", "(in Octans)"),
        ("236,5", "(in Serpens)"),
        ("275,-13", "(in Serpens)"),
        // A corner of Andromeda.
        ("344.3429,53.168", "(on the border of Cassiopeia and Andromeda and Lacerta)"),
    ] {
        let printed = report(&["--no-plot", "--at", at]);
        let line = printed.lines().find(|line| line.starts_with("Nearest to")).expect("a line");
        assert!(line.ends_with(place), "{line}");
    }
}
