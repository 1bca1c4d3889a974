//! HEALPix maps: all types of columns, and maps that lie.

use healpix_core::io::{FitsMap, is_seen};
use healpix_core::{Moc, Nside, RingCell, ring};

use crate::files::{check_valid, file, moc_of, with_card};

/// The cards of a map with a table of `row_len` by `rows`.
fn cards(row_len: usize, rows: usize, more: &[&str]) -> Vec<String> {
    let always = ["PCOUNT  = 0", "GCOUNT  = 1", "PIXTYPE = 'HEALPIX '", "NSIDE   = 2"].map(String::from);
    let mut cards = vec!["XTENSION= 'BINTABLE'".into(), "BITPIX  = 8".into(), "NAXIS   = 2".into()];
    cards.extend([format!("NAXIS1  = {row_len}"), format!("NAXIS2  = {rows}")]);
    cards.extend(always);
    cards.extend(more.iter().map(|&card| String::from(card)));
    cards
}

fn map(row_len: usize, rows: usize, more: &[&str], table: &[u8]) -> Vec<u8> {
    file(cards(row_len, rows, more).iter().map(String::as_str), table)
}

const WHOLE: [&str; 4] = ["TFIELDS = 1", "TTYPE1  = 'MASK'", "ORDERING= 'NESTED'", "INDXSCHM= 'IMPLICIT'"];

/// A map of all 48 cells of nside 2, in one column of that form.
fn whole(form: &str, per_row: usize, element: impl Fn(u64) -> Vec<u8>, more: &[&str]) -> Vec<u8> {
    let table: Vec<u8> = (0..48).flat_map(element).collect();
    let form = format!("TFORM1  = '{per_row}{form}'");
    let more = [&WHOLE[..], &[&form], more].concat();
    map(table.len() * per_row / 48, 48 / per_row, &more, &table)
}

/// Cells 10 to 19 are inside.
fn inside(cell: u64) -> bool {
    (10..20).contains(&cell)
}

#[test]
fn every_type_of_values_is_read() {
    let expected = moc_of(1, &[(10, 20)]);
    let bit = |cell: u64| u8::from(inside(cell));
    let seen = |cell: u64, unseen: f64| if inside(cell) { 2.5 } else { unseen };
    for per_row in [1, 4, 48] {
        for bytes in [
            whole("L", per_row, |cell| vec![if inside(cell) { b'T' } else { b'F' }], &[]),
            whole("L", per_row, |cell| vec![if inside(cell) { b'T' } else { 0 }], &[]),
            whole("B", per_row, |cell| vec![bit(cell)], &[]),
            whole("I", per_row, |cell| i16::from(bit(cell)).to_be_bytes().to_vec(), &[]),
            whole("J", per_row, |cell| i32::from(bit(cell)).to_be_bytes().to_vec(), &[]),
            whole("K", per_row, |cell| (-i64::from(bit(cell))).to_be_bytes().to_vec(), &[]),
            whole("E", per_row, |cell| (seen(cell, -1.6375e30) as f32).to_be_bytes().to_vec(), &[]),
            whole("D", per_row, |cell| seen(cell, -1.6375e30).to_be_bytes().to_vec(), &[]),
            whole("D", per_row, |cell| seen(cell, f64::NAN).to_be_bytes().to_vec(), &[]),
            // Null values, and values that are 0 only with their scale.
            whole("I", per_row, |cell| (i16::from(bit(cell)) - 99).to_be_bytes().to_vec(), &["TNULL1  = -99"]),
            whole(
                "I",
                per_row,
                |cell| (i16::from(bit(cell)) + 7).to_be_bytes().to_vec(),
                &["TZERO1  = -14", "TSCAL1  = 2.0"],
            ),
        ] {
            let moc = Moc::from_fits_map(&bytes, |value| is_seen(value) && value != 0.0).unwrap();
            assert_eq!(moc, expected);
            // The one that keeps sees every cell, once.
            let mut n = 0;
            Moc::from_fits_map(&bytes, |_| {
                n += 1;
                false
            })
            .unwrap();
            assert_eq!(n, 48);
        }
    }
}

#[test]
fn ring_maps_are_turned_into_nested_ones() {
    let nside = Nside::new(2).unwrap();
    let to_nested = |cell: u64| ring::to_nested(RingCell::new(nside, cell).unwrap()).unwrap().index();
    let mask = whole("B", 4, |cell| vec![u8::from(inside(to_nested(cell)))], &[]);
    let mask = with_card(&mask, "ORDERING", Some("'RING    '"));
    assert_eq!(Moc::from_fits_map(&mask, |value| value > 0.0).unwrap(), moc_of(1, &[(10, 20)]));
    let cells: Vec<u64> = FitsMap::new(mask.as_slice()).unwrap().map(|cell| cell.unwrap().0.index()).collect();
    assert_eq!(cells, (0..48).map(to_nested).collect::<Vec<u64>>());
}

const PARTIAL: [&str; 7] = [
    "TFIELDS = 3",
    "TTYPE1  = 'PIXEL'",
    "TTYPE2  = 'SIGNAL'",
    "TFORM2  = 'E'",
    "TTYPE3  = 'HITS'",
    "TFORM3  = 'I'",
    "ORDERING= 'NESTED'",
];

fn partial(form: &str, pixels: &[u64], bytes: usize, more: &[&str]) -> Vec<u8> {
    let row = |k: usize, pixel: u64| {
        let signal = if k % 2 == 0 { 1.0f32 } else { -1.6375e30 };
        [&pixel.to_be_bytes()[8 - bytes..], &signal.to_be_bytes(), &(k as i16).to_be_bytes()].concat()
    };
    let table: Vec<u8> = pixels.iter().enumerate().flat_map(|(k, &pixel)| row(k, pixel)).collect();
    let form = format!("TFORM1  = '{form}'");
    map(bytes + 6, pixels.len(), &[&PARTIAL[..], &[&form], more].concat(), &table)
}

#[test]
fn partial_maps_have_their_cells() {
    let explicit = "INDXSCHM= 'EXPLICIT'";
    let pixels = [40, 3, 4, 2, 47, 0];
    let all = moc_of(1, &[(40, 41), (2, 5), (47, 48), (0, 1)]);
    for (form, bytes) in [("B", 1), ("I", 2), ("J", 4), ("K", 8)] {
        let file = partial(form, &pixels, bytes, &[explicit]);
        assert_eq!(Moc::from_fits_map(&file, |_| true).unwrap(), all);
        assert_eq!(Moc::from_fits_map(&file, is_seen).unwrap(), moc_of(1, &[(40, 41), (4, 5), (47, 48)]));
        let hits = FitsMap::new(file.as_slice()).unwrap().with_column("HITS").unwrap();
        assert_eq!(hits.into_moc(|hits| hits >= 4.0).unwrap(), moc_of(1, &[(47, 48), (0, 1)]));
        let error = FitsMap::new(file.as_slice()).unwrap().with_column("NOISE").err().unwrap().to_string();
        assert!(error.contains("there is no column \"NOISE\""), "{error}");
    }
    // From before INDXSCHM.
    assert_eq!(Moc::from_fits_map(&partial("J", &pixels, 4, &["OBJECT  = 'PARTIAL'"]), |_| true).unwrap(), all);
    // Unsigned numbers.
    let unsigned = pixels.map(|pixel| pixel ^ 0x8000);
    assert_eq!(Moc::from_fits_map(&partial("I", &unsigned, 2, &[explicit, "TZERO1  = 32768"]), |_| true).unwrap(), all);
    // Consecutive cells that are not all.
    let table: Vec<u8> = vec![1; 10];
    let some = [&WHOLE[..], &["TFORM1  = 'B'", "FIRSTPIX= 10", "LASTPIX = 19"]].concat();
    assert_eq!(Moc::from_fits_map(&map(1, 10, &some, &table), |_| true).unwrap(), moc_of(1, &[(10, 20)]));
}

#[test]
fn maps_that_lie_are_refused() {
    let explicit = ["INDXSCHM= 'EXPLICIT'"];
    let good = partial("J", &[40, 3, 4, 2], 4, &explicit);
    let mask = whole("B", 4, |_| vec![1], &[]);
    for (file, reason) in [
        (partial("J", &[40, 3, 40, 2], 4, &explicit), "cell 40 (nested) comes twice"),
        (partial("J", &[3, 3], 4, &explicit), "cell 3 (nested) comes twice"),
        (partial("J", &[40, 48, 4, 2], 4, &explicit), "byte 5770: row 2: cell 48 is outside 0..=47"),
        (partial("J", &[40, u64::MAX, 4, 2], 4, &explicit), "row 2: cell -1 is outside"),
        (partial("E", &[40, 3, 4, 2], 4, &explicit), "cell numbers must be integers"),
        (partial("J", &[40, 3, 4, 2], 4, &[explicit[0], "TSCAL1  = 2"]), "no scale but 1"),
        (partial("J", &[40, 3, 4, 2], 4, &[explicit[0], "TZERO1  = 5"]), "no zero but"),
        (with_card(&good, "TTYPE1", Some("'CELL'")), "the first column of an explicit map must be PIXEL"),
        (with_card(&good, "NSIDE", Some("3")), "nside 3 is not a power of two"),
        (with_card(&good, "NSIDE", Some("0")), "is outside 1..=2^29"),
        (with_card(&good, "NSIDE", Some("1073741824")), "is outside 1..=2^29"),
        (with_card(&good, "NSIDE", None), "has no card NSIDE"),
        (with_card(&good, "PIXTYPE", Some("'HEALPIXEL'")), "must be HEALPIX"),
        (with_card(&good, "INDXSCHM", Some("'SPARSE'")), "must be EXPLICIT or IMPLICIT"),
        (with_card(&good, "TFORM2", Some("'4A'")), "values must be numbers or logicals"),
        (with_card(&mask, "NAXIS2", Some("11")), "this is not the number of cells, 48"),
        (with_card(&mask, "NSIDE", Some("536870912")), "this is not the number of cells, 3458764513820540928"),
        (with_card(&mask, "TFIELDS", Some("0")), "is not the length of the columns"),
        (with_card(&mask, "TFORM1", Some("'4L'")), "row 1: a logical must be T, F or 0"),
        (whole("B", 4, |_| vec![1], &["LASTPIX = 48"]), "must be from FIRSTPIX to 47"),
        (whole("B", 4, |_| vec![1], &["FIRSTPIX= 5", "LASTPIX = 4"]), "must be from FIRSTPIX to 47"),
        (whole("B", 4, |_| vec![1], &["FIRSTPIX= 5"]), "this is not the number of cells, 43"),
    ] {
        let error = Moc::from_fits_map(&file, |_| true).unwrap_err().to_string();
        assert!(error.starts_with("byte ") && error.contains(reason), "{error}, and not: {reason}");
    }
    // Rows of no bytes, without end.
    let empty = map(0, 0, &[&WHOLE[..], &["TFORM1  = '0B'"]].concat(), &[]);
    let endless = with_card(&empty, "NAXIS2", Some("9223372036854775807"));
    assert!(Moc::from_fits_map(&endless, |_| true).is_err());
}

#[test]
fn maps_cut_or_flipped_are_no_panic() {
    let ring = with_card(&whole("D", 4, |cell| (cell as f64).to_be_bytes().to_vec(), &[]), "ORDERING", Some("'RING'"));
    for file in [partial("J", &[40, 3, 4, 2], 4, &["INDXSCHM= 'EXPLICIT'"]), ring] {
        assert!(Moc::from_fits_map(&file, |_| true).is_ok());
        for len in 0..file.len() {
            assert!(Moc::from_fits_map(&file[..len], |_| true).is_err(), "{len}");
        }
        for bit in 0..8 * file.len() {
            let mut flipped = file.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            if let Ok(moc) = Moc::from_fits_map(&flipped, |_| true) {
                check_valid(&moc);
            }
        }
    }
}
