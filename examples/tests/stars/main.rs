//! Runs the `stars` example as a person would, and recounts what it prints by brute force.
//!
//! The program is the one that `cargo test -p healpix-examples` built beside this test.
#![expect(clippy::expect_used, reason = "a test may fail by panicking, in its helper functions too")]

mod constellations;
mod mocs;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[derive(Clone, Copy)]
struct Star {
    hip: u32,
    lon: f64,
    lat: f64,
    mag: f64,
    vector: [f64; 3],
}

fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the test knows its own file");
    let path = test.ancestors().nth(2).expect("target/PROFILE/deps/TEST").join("examples/stars");
    assert!(path.exists(), "{} is not built: run all of `cargo test -p healpix-examples`", path.display());
    path
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

/// Runs the program, without MOCs unless a directory for them is given.
fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(program());
    if !arguments.contains(&"--mocs") {
        command.arg("--no-mocs");
    }
    command.args(arguments).output().expect("the program starts")
}

fn report(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The one line on stderr of a run that must fail without printing a report.
fn complaint(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(!output.status.success(), "{arguments:?} must fail");
    assert!(output.stdout.is_empty(), "{arguments:?} must print no report");
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(text.lines().count(), 1, "one line, not:\n{text}");
    text.trim_end().to_owned()
}

/// Reads the catalogue again, without the code under test.
fn stars() -> Vec<Star> {
    let text = fs::read_to_string(data("stars.csv")).expect("bundled");
    let star = |line: &str| {
        let fields: Vec<f64> = line.split(',').map(|field| field.parse().expect("a number")).collect();
        let (lon, lat) = (fields[1].to_radians(), fields[2].to_radians());
        let vector = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
        Star { hip: fields[0] as u32, lon: fields[1], lat: fields[2], mag: fields[3], vector }
    };
    text.lines().skip(1).map(star).collect()
}

/// The angle between two directions, in degrees.
fn separation(a: [f64; 3], b: [f64; 3]) -> f64 {
    let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    let length = |v: [f64; 3]| v.iter().map(|part| part * part).sum::<f64>().sqrt();
    let dot: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    length(cross).atan2(dot).to_degrees()
}

/// The nested cell of depth 0 to 29, by the textbook (Gorski et al. 2005, section 5).
fn cell(depth: u32, star: &Star) -> u64 {
    let nside = f64::from(1_u32 << depth);
    let last = (1_u64 << depth) - 1;
    let (z, quarter) = (star.lat.to_radians().sin(), star.lon / 90.0);
    let (face, x, y) = if z.abs() <= 2.0 / 3.0 {
        let ascending = (nside * (0.5 + quarter - 0.75 * z)) as u64;
        let descending = (nside * (0.5 + quarter + 0.75 * z)) as u64;
        let (up, down) = (ascending >> depth, descending >> depth);
        let face = match up.cmp(&down) {
            std::cmp::Ordering::Equal => 4 + up % 4,
            std::cmp::Ordering::Less => up,
            std::cmp::Ordering::Greater => 8 + down,
        };
        (face, descending & last, last - (ascending & last))
    } else {
        let column = quarter.floor();
        let reach = nside * (3.0 * (1.0 - z.abs())).sqrt();
        let east = (((quarter - column) * reach) as u64).min(last);
        let west = (((1.0 - (quarter - column)) * reach) as u64).min(last);
        if z > 0.0 { (column as u64, last - west, last - east) } else { (column as u64 + 8, east, west) }
    };
    (0..depth)
        .fold(face << (2 * depth), |cell, bit| cell | ((x >> bit & 1) << (2 * bit)) | ((y >> bit & 1) << (2 * bit + 1)))
}

fn angle_text(degrees: f64) -> String {
    if degrees >= 1.0 {
        format!("{degrees:.2} deg")
    } else if degrees * 60.0 >= 1.0 {
        format!("{:.2} arcmin", degrees * 60.0)
    } else {
        format!("{:.2} arcsec", degrees * 3600.0)
    }
}

/// The rows below a heading up to the next blank line, without the heading and the names of the columns.
fn table<'a>(report: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let mut lines = report.lines().skip_while(|line| !line.starts_with(heading));
    assert!(lines.next().is_some(), "no {heading:?} in:\n{report}");
    let rows = lines.skip(1).take_while(|line| !line.is_empty());
    rows.map(|line| line.split_whitespace().collect()).collect()
}

fn star_row(distance: f64, star: &Star) -> String {
    format!("{} {} {:.2} {:.4} {:+.4}", angle_text(distance), star.hip, star.mag, star.lon, star.lat)
}

/// All stars with their distance from a position in degrees, nearest first.
fn by_distance(lon: f64, lat: f64) -> Vec<(f64, Star)> {
    let (lon, lat) = (lon.to_radians(), lat.to_radians());
    let from = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()];
    let mut found: Vec<(f64, Star)> = stars().into_iter().map(|star| (separation(from, star.vector), star)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

#[test]
fn the_nearest_stars_are_those_of_a_full_search() {
    for (lon, lat) in [(56.75, 24.1167), (0.0, 0.0), (-10.5, 89.9), (270.0, -89.0)] {
        let printed = report(&["--no-plot", "--at", &format!("{lon},{lat}"), "--nearest", "30"]);
        let printed: Vec<String> = table(&printed, "Nearest to").iter().map(|row| row.join(" ")).collect();
        let expected: Vec<String> =
            by_distance(lon, lat).iter().take(30).map(|(distance, star)| star_row(*distance, star)).collect();
        assert_eq!(printed, expected);
    }
}

#[test]
fn the_stars_within_a_radius_are_those_of_a_full_search() {
    let printed = report(&["--no-plot", "--at", "83.82,-5.39", "--radius", "150arcmin", "--all"]);
    let mut expected: Vec<_> = by_distance(83.82, -5.39).into_iter().filter(|(d, _)| *d <= 2.5).collect();
    expected.sort_by(|a, b| a.1.mag.total_cmp(&b.1.mag));
    let count = expected.len();
    assert!(printed.contains(&format!(": {count} stars, brightest first")));

    let mut printed: Vec<String> = table(&printed, "Within 2.50 deg").iter().map(|row| row.join(" ")).collect();
    let mut expected: Vec<String> = expected.iter().map(|(distance, star)| star_row(*distance, star)).collect();
    printed.sort();
    expected.sort();
    assert_eq!(printed, expected);
}

#[test]
fn only_the_brightest_ten_are_listed_unless_all_are_asked_for() {
    let printed = report(&["--no-plot", "--at", "83.82,-5.39", "--radius", "2.5"]);
    let rows = table(&printed, "Within 2.50 deg");
    let listed: Vec<f64> = rows.iter().take(10).map(|row| row[3].parse().expect("a magnitude")).collect();
    let mut magnitudes: Vec<f64> =
        by_distance(83.82, -5.39).iter().filter(|(d, _)| *d <= 2.5).map(|(_, star)| star.mag).collect();
    magnitudes.sort_by(f64::total_cmp);
    assert_eq!(listed, magnitudes[..10]);
    assert_eq!(rows[10].join(" "), format!("and {} more; --all lists them", magnitudes.len() - 10));
}

#[test]
fn the_closest_pairs_are_those_of_a_full_search() {
    let printed = report(&["--no-plot", "--pairs", "25"]);
    let mut stars = stars();
    stars.sort_by(|a, b| a.lat.total_cmp(&b.lat));
    let mut pairs = Vec::new();
    for (place, a) in stars.iter().enumerate() {
        for b in stars[place + 1..].iter().take_while(|b| b.lat - a.lat < 0.02) {
            let (first, second) = if a.hip < b.hip { (a, b) } else { (b, a) };
            pairs.push((separation(a.vector, b.vector), first.hip, second.hip));
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(pairs[24].0 < 0.02, "the search by latitude was too narrow");
    let expected: Vec<String> =
        pairs[..25].iter().map(|(distance, a, b)| format!("{} {a} {b}", angle_text(*distance))).collect();
    let rows = table(&printed, "Closest pairs");
    let printed: Vec<String> = rows.iter().map(|row| format!("{} {} {} {}", row[0], row[1], row[2], row[4])).collect();
    assert_eq!(printed, expected);
}

#[test]
fn the_counts_per_cell_are_those_of_the_textbook() {
    for depth in [0, 4, 6] {
        let printed = report(&["--no-plot", "--depth", &depth.to_string()]);
        let mut counts = vec![0_u64; 12 << (2 * depth)];
        for star in stars() {
            counts[cell(depth, &star) as usize] += 1;
        }
        let occupied = counts.iter().filter(|&&count| count > 0).count();
        let line = |start: &str| {
            let line = printed.lines().find(|line| line.trim_start().starts_with(start)).expect("a line");
            line.trim_start()[start.len()..].replace(',', "").split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(line("with stars")[0], occupied.to_string());
        assert_eq!(line("without")[0], (counts.len() - occupied).to_string());

        let mut order: Vec<usize> = (0..counts.len()).collect();
        order.sort_by_key(|&cell| (std::cmp::Reverse(counts[cell]), cell));
        let rows = table(&printed, "Densest cells");
        assert_eq!(rows.len(), 5);
        for (row, cell) in rows.iter().zip(order) {
            assert_eq!(row[..2], [cell.to_string(), counts[cell].to_string()]);
        }
        counts.sort_unstable();
        let median = (counts[counts.len() / 2 - 1] + counts[counts.len() / 2]) as f64 / 2.0;
        let expected = format!("mean {median:.1} median {} most", counts[counts.len() - 1]);
        assert_eq!(line("stars per cell")[1..].join(" "), expected);
    }
}

#[test]
fn a_picture_is_written_where_asked() {
    let place = tempfile::tempdir().expect("a directory");
    let picture = place.path().join("map.png");
    let printed = report(&["--output", picture.to_str().expect("UTF-8")]);
    assert!(printed.contains("map.png"));
    let bytes = fs::read(&picture).expect("written");
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert!(bytes.len() > 50_000, "an empty picture");
}

#[test]
fn the_bundled_stars_are_found_from_any_directory() {
    let place = tempfile::tempdir().expect("a directory");
    let output = Command::new(program()).current_dir(&place).output().expect("the program starts");
    assert!(output.status.success());
    assert!(place.path().join("stars.png").exists());
    assert!(place.path().join("stars-mocs/Tau.fits").exists());
}

#[test]
fn bad_arguments_are_one_line_on_stderr() {
    for (arguments, message) in [
        (&["--at", "10,95"][..], "latitude 95 is outside [-90, 90] degrees"),
        (&["--at", "-1e9,5"], "longitude -1e9 is outside [-360, 360] degrees"),
        (&["--at", "10"], "LON,LAT"),
        (&["--at", "nan,5"], "\"nan\" is not a finite number"),
        (&["--radius", "3parsec"], "the unit \"parsec\" is none of deg, arcmin, arcsec"),
        (&["--radius", "181"], "outside [0, 180]"),
        (&["--radius", "-1deg"], "outside [0, 180]"),
        (&["--depth", "30"], "30 is not in 0..=29"),
        (&["--nearest", "few"], "invalid digit"),
        (&["--pairs", "10001"], "10001 is not in 0..=10000"),
        (&["--outline-depth", "15"], "15 is not in 0..=14"),
        (&["--constellations", "-1"], "unexpected argument '-1'"),
        (&["--colour"], "unexpected argument '--colour'"),
        (&["a.csv", "b.csv"], "unexpected argument 'b.csv'"),
        (&["--output", "/no/such/place.png"], "/no/such/place.png: cannot write the picture"),
    ] {
        let complaint = complaint(arguments);
        assert!(complaint.contains(message), "{complaint:?} does not say {message:?}");
    }
}

#[test]
fn bad_files_are_one_line_with_file_and_line_number() {
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("bad.csv");
    let name = file.to_str().expect("UTF-8");
    for (text, message) in [
        (&b"hip,lon_deg,lat_deg,mag\n1,2,3,4\n2,3,95.2,4\n"[..], ":3: latitude 95.2 is outside [-90, 90] degrees"),
        (b"hip,lon_deg,lat_deg,mag\n1,2,3,\xff\n", ":2: the text is not UTF-8"),
        (b"hip,lon_deg,mag\n1,2,3\n", ":1: there is no column \"lat_deg\"; the columns are: hip, lon_deg, mag"),
        (b"", ": the file is empty"),
    ] {
        fs::write(&file, text).expect("written");
        assert_eq!(complaint(&["--no-plot", name]), format!("{name}{message}"));
    }
    assert_eq!(complaint(&["nowhere.csv"]), "nowhere.csv: No such file or directory");
    assert_eq!(complaint(&["--outlines", "nowhere.json"]), "nowhere.json: No such file or directory");
}

#[test]
fn help_shows_examples_and_small_catalogues_are_no_trouble() {
    assert!(report(&["--help"]).contains("--at 83.82,-5.39"));
    let place = tempfile::tempdir().expect("a directory");
    let (file, picture) = (place.path().join("one.csv"), place.path().join("one.png"));
    fs::write(&file, "hip,lon_deg,lat_deg,mag\n1,2,3,4\n").expect("written");
    let (file, picture) = (file.to_str().expect("UTF-8"), picture.to_str().expect("UTF-8"));
    let printed = report(&[file, "--depth", "29", "--radius", "0", "--output", picture]);
    assert!(printed.starts_with("1 star read"));
    assert!(printed.contains("there is only one star"));
    assert!(printed.contains(": 0 stars"));
}
