//! Files of mocpy, healpy and astropy, against what mocpy has of them (`oracle/moc_files.py`).

use std::fs;
use std::path::PathBuf;

use healpix_core::io::{FitsMap, FitsRanges, is_seen, read_multi_order_map};
use healpix_core::{Moc, nested};
use serde_json::Value;

use crate::files::{check_valid, ranges_of};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/moc")
}

fn expected() -> Value {
    serde_json::from_slice(&fs::read(folder().join("expected.json")).unwrap()).unwrap()
}

fn numbers(list: &Value) -> Vec<u64> {
    list.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

/// A file of any form as a MOC.
fn read(name: &str) -> Moc {
    let bytes = fs::read(folder().join(name)).unwrap();
    if name.ends_with(".txt") {
        Moc::from_ascii(std::str::from_utf8(&bytes).unwrap()).unwrap()
    } else if name.ends_with(".json") {
        Moc::from_json(std::str::from_utf8(&bytes).unwrap()).unwrap()
    } else if name.starts_with("healpy_") {
        // A cell that has no value, or the value 0 in masks, is outside.
        Moc::from_fits_map(&bytes, |value| is_seen(value) && value != 0.0).unwrap()
    } else {
        Moc::from_fits(&bytes).unwrap()
    }
}

#[test]
fn every_file_holds_what_mocpy_has_of_it() {
    let expected = expected();
    let mut n = 0;
    for (file, name) in expected["files"].as_object().unwrap() {
        let answer = &expected["mocs"][name.as_str().unwrap()];
        let moc = read(file);
        check_valid(&moc);
        assert_eq!(u64::from(moc.depth().get()), answer["depth"].as_u64().unwrap(), "{file}");
        let ranges: Vec<(u64, u64)> =
            answer["ranges"].as_array().unwrap().iter().map(numbers).map(|pair| (pair[0], pair[1])).collect();
        assert_eq!(ranges_of(&moc), ranges, "{file}");
        n += 1;
    }
    assert!(n >= 30, "{n} files");
}

#[test]
fn text_is_written_as_mocpy_writes_it() {
    for (file, _) in expected()["files"].as_object().unwrap() {
        let path = folder().join(file);
        if file.ends_with(".txt") {
            assert_eq!(read(file).to_ascii(), fs::read_to_string(path).unwrap().trim(), "{file}");
        } else if file.ends_with(".json") {
            let compact: String = fs::read_to_string(path).unwrap().split_whitespace().collect();
            assert_eq!(read(file).to_json(), compact, "{file}");
        }
    }
}

#[test]
fn range_files_are_streamed() {
    for name in ["mixed", "empty", "deepest", "cone"] {
        let bytes = fs::read(folder().join(format!("mocpy_{name}.range.fits"))).unwrap();
        let whole = Moc::from_fits(&bytes).unwrap();
        let ranges = FitsRanges::new(bytes.as_slice()).unwrap();
        assert_eq!(ranges.depth(), whole.depth());
        assert!(ranges.map(Result::unwrap).eq(whole.ranges().iter().copied()), "{name}");
        let nuniq = fs::read(folder().join(format!("mocpy_{name}.nuniq.fits"))).unwrap();
        let error = FitsRanges::new(nuniq.as_slice()).err().unwrap().to_string();
        assert!(error.contains("card ORDERING = 'NUNIQ'"), "{error}");
    }
}

#[test]
fn a_map_tells_its_frame_and_its_cells() {
    let read = |name: &str| fs::read(folder().join(name)).unwrap();
    for (name, frame) in [("healpy_ring_16_partial.fits", Some("G")), ("healpy_ring_8_f4.fits", None)] {
        let file = read(name);
        let map = FitsMap::new(file.as_slice()).unwrap();
        assert_eq!(map.frame(), frame, "{name}");
        let depth = map.depth();
        let mut seen = 0;
        for cell in map {
            let (cell, value) = cell.unwrap();
            assert_eq!(cell.depth(), depth);
            if is_seen(value) {
                // The values are the z of the centers.
                let z = nested::center(cell).lat().sin();
                assert!((value - z).abs() < 1e-6, "{name} {cell:?}: {value} {z}");
                seen += 1;
            }
        }
        assert!(seen > 100, "{name}: {seen}");
    }
}

#[test]
fn a_multi_order_map_has_its_columns() {
    let file = fs::read(folder().join("astropy_multi_order.fits")).unwrap();
    let (uniq, density) = read_multi_order_map(file.as_slice()).unwrap();
    let expected = &expected()["multi_order"];
    assert_eq!(uniq, numbers(&expected["uniq"]));
    let densities: Vec<f64> =
        expected["density"].as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect();
    assert_eq!(density, densities);
    // It is no MOC, and the error says what to do.
    let error = Moc::from_fits(&file).unwrap_err().to_string();
    assert!(error.contains("card TFIELDS = 3") && error.contains("read_multi_order_map"), "{error}");
    let moc = fs::read(folder().join("mocpy_cone.nuniq.fits")).unwrap();
    let error = read_multi_order_map(moc.as_slice()).unwrap_err().to_string();
    assert!(error.contains("needs a column PROBDENSITY"), "{error}");
}

#[test]
fn what_is_something_else_says_what_it_is() {
    let read = |name: &str| fs::read(folder().join(name)).unwrap();
    let error = Moc::from_fits(&read("mocpy_mixed.range.fits.gz")).unwrap_err().to_string();
    assert_eq!(error, "byte 0: the file is compressed with gzip: unpack it first");
    let error = Moc::from_fits(&read("healpy_ring_8_f4.fits")).unwrap_err().to_string();
    assert!(error.contains("card ORDERING = 'RING'") && error.contains("from_fits_map"), "{error}");
    let error = Moc::from_fits_map(&read("mocpy_cone.range.fits"), is_seen).unwrap_err().to_string();
    assert!(error.contains("card ORDERING = 'RANGE': must be RING or NESTED"), "{error}");
}
