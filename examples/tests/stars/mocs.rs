//! The MOC files, read again without the code under test.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use crate::constellations::recount;
use crate::{cell, complaint, report};

/// Cells of depth 29, as sorted ranges.
type Ranges = Vec<Range<u64>>;

fn json_ranges(path: &Path) -> Ranges {
    let text = fs::read_to_string(path).expect("written");
    let depths: BTreeMap<String, Vec<u64>> = serde_json::from_str(&text).expect("a MOC as JSON");
    let mut ranges: Ranges = depths
        .iter()
        .flat_map(|(depth, cells)| {
            let shift = 2 * (29 - depth.parse::<u32>().expect("a depth"));
            cells.iter().map(move |cell| cell << shift..(cell + 1) << shift)
        })
        .collect();
    ranges.sort_by_key(|range| range.start);
    merged(ranges)
}

fn merged(ranges: Ranges) -> Ranges {
    let mut merged: Ranges = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if last.end >= range.start => {
                assert!(last.end == range.start, "cells overlap");
                last.end = range.end;
            }
            _ => merged.push(range),
        }
    }
    merged
}

/// The value of a card in the header of the table, which begins at byte 2880.
fn card(file: &[u8], key: &str) -> usize {
    let cards = file[2880..].chunks(80);
    let card = cards
        .map(|card| std::str::from_utf8(card).expect("ASCII"))
        .find(|card| card.starts_with(&format!("{key:<8}=")));
    let value = card.expect("the card")[10..].split('/').next().expect("a value").trim();
    value.parse().expect("a number")
}

fn fits_ranges(path: &Path) -> Ranges {
    let file = fs::read(path).expect("written");
    assert!(file.starts_with(b"SIMPLE  =                    T") && file.len() % 2880 == 0);
    let end = file[2880..].chunks(80).position(|card| card.starts_with(b"END ")).expect("an end");
    let data = 2880 + (80 * end / 2880 + 1) * 2880;
    assert_eq!(card(&file, "NAXIS1"), 8);
    let words: Vec<u64> = file[data..data + 8 * card(&file, "NAXIS2")]
        .chunks(8)
        .map(|bytes| u64::from_be_bytes(bytes.try_into().expect("8 bytes")))
        .collect();
    words.chunks(2).map(|pair| pair[0]..pair[1]).collect()
}

fn holds(ranges: &Ranges, cell: u64) -> bool {
    let behind = ranges.partition_point(|range| range.start <= cell);
    behind > 0 && cell < ranges[behind - 1].end
}

#[test]
fn the_cells_in_the_files_hold_the_stars_of_their_constellation() {
    const DEPTH: u32 = 9;
    let place = tempfile::tempdir().expect("a directory");
    let directory = place.path().join("two/levels");
    let printed = report(&["--no-plot", "--mocs", directory.to_str().expect("UTF-8")]);
    assert!(printed.contains("levels, 176 files\n"));
    let counted = recount();
    assert_eq!(fs::read_dir(&directory).expect("made").count(), 2 * counted.len());

    let mut mocs = BTreeMap::new();
    for name in counted.keys() {
        let ranges = json_ranges(&directory.join(format!("{name}.json")));
        assert_eq!(ranges, fits_ranges(&directory.join(format!("{name}.fits"))), "{name}");
        mocs.insert(name, ranges);
    }
    let mut on_borders = 0;
    for (name, stars) in &counted {
        for star in stars {
            let cell = cell(DEPTH, star) << (2 * (29 - DEPTH));
            let found: Vec<&&String> = mocs.iter().filter(|(_, moc)| holds(moc, cell)).map(|(name, _)| name).collect();
            assert!(found.contains(&&name), "HIP {} of {name} is in {found:?}", star.hip);
            on_borders += usize::from(found.len() > 1);
        }
    }
    // Of 3,145,728 cells 56,264 are on borders.
    assert!((200..2000).contains(&on_borders), "{on_borders} stars in cells on borders");
    let covered: u64 = mocs.values().flatten().map(|range| range.end - range.start).sum();
    let excess = covered as f64 / (12_u64 << 58) as f64;
    assert!((1.0..1.03).contains(&excess), "{excess}");
}

#[test]
fn what_cannot_be_written_is_one_line_and_leaves_nothing_half_written() {
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("file");
    fs::write(&file, "").expect("written");
    let file = file.to_str().expect("UTF-8");
    let quietly = |directory: &str| complaint(&["--no-plot", "--mocs", directory]);
    assert_eq!(quietly(file), format!("{file}: cannot make the directory: File exists"));
    assert_eq!(quietly(&format!("{file}/x")), format!("{file}/x: cannot make the directory: Not a directory"));

    // Directories in the places of two files.
    let directory = place.path().join("mocs");
    fs::create_dir_all(directory.join("Cyg.json")).expect("made");
    let complained = quietly(directory.to_str().expect("UTF-8"));
    assert!(complained.ends_with("Cyg.json: cannot write the MOC: Is a directory"), "{complained}");
    fs::create_dir(directory.join("Cyg.fits.d")).expect("made");
    fs::remove_file(directory.join("Cyg.fits")).expect("it was whole");
    fs::rename(directory.join("Cyg.fits.d"), directory.join("Cyg.fits")).expect("moved");
    assert!(quietly(directory.to_str().expect("UTF-8")).contains("Cyg.fits"));
    let left: Vec<_> = fs::read_dir(&directory).expect("there").map(|entry| entry.expect("an entry").path()).collect();
    assert!(left.iter().all(|path| path.is_dir()), "{left:?}");
}
