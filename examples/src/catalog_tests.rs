use super::{Star, parse, read};
use std::path::Path;

const HEADER: &str = "hip,lon_deg,lat_deg,mag\n";

fn fault(body: &str) -> String {
    let (line, what) = parse(format!("{HEADER}{body}").as_bytes()).expect_err("must be refused");
    line.map_or_else(|| what.clone(), |line| format!("{line}: {what}"))
}

#[test]
fn a_plain_file_is_read_in_order() {
    let stars = parse(b"hip,lon_deg,lat_deg,mag\n3,0.005,38.8593,6.61\n11,-0.5,+46.94,7\n").expect("good");
    assert_eq!(stars[0], Star { hip: 3, lon_deg: 0.005, lat_deg: 38.8593, mag: 6.61 });
    assert_eq!(stars[1], Star { hip: 11, lon_deg: -0.5, lat_deg: 46.94, mag: 7.0 });
    assert_eq!(stars.len(), 2);
}

#[test]
fn columns_may_be_moved_padded_quoted_and_joined_by_others() {
    let text = "\u{feff}name, mag ,lat_deg,lon_deg,hip\r\n\"Alcyone, eta Tau\",2.85, 24.1,56.9,17702\r\n";
    let stars = parse(text.as_bytes()).expect("good");
    assert_eq!(stars, [Star { hip: 17702, lon_deg: 56.9, lat_deg: 24.1, mag: 2.85 }]);
}

#[test]
fn the_limits_themselves_are_accepted() {
    let stars = parse(format!("{HEADER}1,360,90,0\n2,-360,-90,0").as_bytes()).expect("good");
    assert_eq!(stars.len(), 2);
}

#[test]
fn each_bad_value_is_named_with_its_line() {
    let good = "1,10,20,5\n";
    for (bad, message) in [
        ("2,10,95.2,5", "latitude 95.2 is outside [-90, 90] degrees"),
        ("2,10,-90.001,5", "latitude -90.001 is outside [-90, 90] degrees"),
        ("2,361,0,5", "longitude 361 is outside [-360, 360] degrees"),
        ("2,abc,0,5", "longitude \"abc\" is not a finite number"),
        ("2,,0,5", "longitude \"\" is not a finite number"),
        ("2,0x10,0,5", "longitude \"0x10\" is not a finite number"),
        ("2,1 2,0,5", "longitude \"1 2\" is not a finite number"),
        ("2,10,NaN,5", "latitude \"NaN\" is not a finite number"),
        ("2,10,1e999,5", "latitude \"1e999\" is not a finite number"),
        ("2,10,20,-inf", "magnitude \"-inf\" is not a finite number"),
        ("-2,10,20,5", "HIP number \"-2\" is not a whole number below 2^32"),
        ("2.5,10,20,5", "HIP number \"2.5\" is not a whole number below 2^32"),
        ("4294967296,10,20,5", "HIP number \"4294967296\" is not a whole number below 2^32"),
        ("2,10,20", "3 fields where the header has 4"),
        ("2", "1 field where the header has 4"),
        ("2,10,20,5,6", "5 fields where the header has 4"),
    ] {
        assert_eq!(fault(&format!("{good}{bad}\n{good}")), format!("3: {message}"));
    }
}

#[test]
fn the_line_number_counts_blank_lines_and_either_line_ending() {
    assert!(fault("1,10,20,5\n\n\n2,10,x,5\n").starts_with("5: "));
    assert!(fault("1,10,20,5\r\n\r\n2,10,x,5\r\n").starts_with("4: "));
    assert!(fault("1,10,20,5\r\n2,10,x,5").starts_with("3: "));
    let blank_before_header = parse(b"\n\nhip,lon_deg\n").expect_err("no lat_deg");
    assert_eq!(blank_before_header.0, Some(3));
}

#[test]
fn a_missing_column_is_named_with_those_present() {
    let (line, what) = parse(b"hip,ra,dec,mag\n1,2,3,4\n").expect_err("no lon_deg");
    assert_eq!(line, Some(1));
    assert_eq!(what, "there is no column \"lon_deg\"; the columns are: hip, ra, dec, mag");
}

#[test]
fn text_that_is_not_utf8_is_refused_with_its_line() {
    let (line, what) = parse(b"hip,lon_deg,lat_deg,mag\n1,2,3,4\n2,\xff,3,4\n").expect_err("not UTF-8");
    assert_eq!((line, what.as_str()), (Some(3), "the text is not UTF-8"));
}

#[test]
fn files_without_stars_are_refused() {
    assert_eq!(parse(b"").expect_err("empty").1, "the file is empty");
    assert_eq!(parse(b"\n \r\n").expect_err("blank").1, "the file is empty");
    assert_eq!(fault(""), "there are no stars after the header");
}

#[test]
fn a_missing_file_is_named_without_a_line() {
    let error = read(Path::new("no/such/stars.csv")).expect_err("missing");
    assert_eq!(error.to_string(), "no/such/stars.csv: No such file or directory");
}
