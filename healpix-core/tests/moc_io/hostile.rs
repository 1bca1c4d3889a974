//! Files that are cut, flipped or made up.

use healpix_core::io::{FitsKind, FitsRanges, read_multi_order_map};
use healpix_core::{Error, Moc};

use crate::files::{KINDS, check_valid, file, header, moc_of, with_card, with_number};

fn tiny(kind: FitsKind) -> Vec<u8> {
    Moc::from_ascii("3/1-5 8 4/200 6/").unwrap().to_fits(kind).unwrap()
}

/// Reads a file in every way there is, and checks what comes of it. The ways agree.
fn read_all_ways(bytes: &[u8]) -> Result<Moc, Error> {
    let moc = Moc::from_fits(bytes);
    assert_eq!(moc, Moc::read_fits(bytes));
    let streamed = FitsRanges::new(bytes).and_then(|ranges| ranges.collect::<Result<Vec<_>, _>>());
    match &moc {
        Ok(moc) => {
            check_valid(moc);
            if let Ok(ranges) = streamed {
                assert_eq!(ranges, moc.ranges());
            }
        }
        Err(error) => {
            assert!(matches!(error, Error::Format { .. }), "{error:?}");
            assert!(streamed.is_err());
        }
    }
    moc
}

fn says(bytes: &[u8]) -> String {
    read_all_ways(bytes).unwrap_err().to_string()
}

#[test]
fn a_file_cut_at_any_byte_is_an_error() {
    for kind in KINDS {
        let file = tiny(kind);
        for len in 0..file.len() {
            let error = says(&file[..len]);
            assert!(error.starts_with(&format!("byte {len}: ")) || len == 0, "{kind:?} {len}: {error}");
        }
    }
    assert_eq!(says(&[]), "byte 0: the file is empty");
}

#[test]
fn a_file_with_any_bit_flipped_is_a_moc_or_an_error() {
    for kind in KINDS {
        let file = tiny(kind);
        let original = Moc::from_fits(&file).unwrap();
        let mut other = 0;
        for bit in 0..8 * file.len() {
            let mut flipped = file.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            if let Ok(moc) = read_all_ways(&flipped) {
                other += u32::from(moc != original);
            }
        }
        // Only in the rows and the order can a bit make another good MOC.
        assert!(other < 8 * 8 * 8, "{kind:?}: {other}");
    }
}

#[test]
fn headers_that_lie_are_refused() {
    let range = tiny(FitsKind::Range);
    let nuniq = tiny(FitsKind::Nuniq);
    for (name, value, reason) in [
        ("NAXIS2", Some("2305843009213693952"), "the table would be longer than 2^64 bytes"),
        ("NAXIS2", Some("1152921504606846974"), "the file ends inside the table, in row 361 of"),
        ("NAXIS2", Some("9223372036854775807"), "longer than 2^64"),
        ("NAXIS2", Some("18446744073709551615"), "must be a whole number of at most 63 bits"),
        ("NAXIS2", Some("-6"), "must not be negative"),
        ("NAXIS2", Some("6.0"), "must be a whole number"),
        ("NAXIS2", Some("'6'"), "must be a whole number"),
        ("NAXIS2", Some("5"), "must be even"),
        ("NAXIS2", Some("4"), "data behind the 4 rows"),
        ("NAXIS2", Some("0"), "data behind the 0 rows"),
        ("NAXIS2", Some("8"), "the range 0..0 is empty"),
        ("NAXIS2", None, "has no card NAXIS2"),
        ("NAXIS1", Some("4"), "is not the length of the columns"),
        ("NAXIS1", Some("16"), "is not the length of the columns"),
        ("NAXIS1", Some("9223372036854775807"), "longer than 2^64"),
        ("NAXIS1", Some("0"), "is not the length of the columns"),
        ("NAXIS", Some("1"), "must be 2"),
        ("BITPIX", Some("16"), "must be 8"),
        ("PCOUNT", Some("100"), "must be 0"),
        ("PCOUNT", Some("-1"), "must not be negative"),
        ("GCOUNT", Some("2"), "must be 1"),
        ("TFIELDS", Some("0"), "is not the length of the columns"),
        ("TFIELDS", Some("2"), "has no card TFORM2"),
        ("TFIELDS", Some("1000"), "must be at most 999"),
        ("TFIELDS", Some("9223372036854775807"), "must be at most 999"),
        ("TFORM1", Some("'1J'"), "is not the length of the columns"),
        ("TFORM1", Some("'8B'"), "must be 1K"),
        ("TFORM1", Some("'1D'"), "cell numbers must be integers"),
        ("TFORM1", Some("'0K'"), "is not the length of the columns"),
        ("TFORM1", Some("'18446744073709551615K'"), "is not the length of the columns"),
        ("TFORM1", Some("'99999999999999999999K'"), "must be a count and one of the letters"),
        ("TFORM1", Some("''"), "must be a count and one of the letters"),
        ("TFORM1", Some("'K"), "its text has no closing quote"),
        ("TFORM1", None, "has no card TFORM1"),
        ("ORDERING", Some("'ZIGZAG'"), "must be RANGE or NUNIQ"),
        ("ORDERING", Some("'NESTED'"), "a HEALPix map and no MOC"),
        ("ORDERING", Some("T"), "must be a text"),
        ("ORDERING", None, "has no card ORDERING"),
        ("COORDSYS", Some("'G'"), "must be C"),
        ("MOCDIM", Some("'TIME'"), "must be SPACE"),
        ("MOCDIM", Some("'TIME.SPACE'"), "must be SPACE"),
        ("MOCVERS", Some("'3.0'"), "must be 1.x or 2.x"),
        ("MOCORD_S", Some("30"), "is outside 0..=29"),
        ("MOCORD_S", Some("255"), "is outside 0..=29"),
        ("MOCORD_S", Some("261"), "is outside 0..=29"),
        ("MOCORD_S", Some("-1"), "must not be negative"),
        ("MOCORD_S", Some("2"), "is not made of whole cells of the MOC's order, 2"),
        ("MOCORD_S", None, "a MOC needs its order"),
        ("XTENSION", Some("'IMAGE'"), "there was no binary table in it"),
    ] {
        let error = says(&with_card(&range, name, value));
        assert!(error.starts_with("byte ") && error.contains(reason), "{name} = {value:?}: {error}");
    }
    let error = says(&with_card(&nuniq, "MOCORDER", Some("7")));
    assert_eq!(error, "byte 4080: card MOCORDER = 7: is not the order in MOCORD_S, 6");
    let error = says(&with_card(&with_card(&nuniq, "MOCORDER", Some("3")), "MOCORD_S", Some("3")));
    assert_eq!(error, "byte 5808: row 7: 1224 is no uniq number of a MOC of order 3: those are 4 to 1023");
    // The same card twice is no harm, two values are.
    let twice = with_card(&range, "MOCTOOL", None);
    let at = twice.windows(7).position(|w| w == b"COMMENT").unwrap();
    for (card, good) in [("MOCORD_S= 6", true), ("MOCORD_S= 7", false)] {
        let mut twice = twice.clone();
        twice[at..at + 80].copy_from_slice(format!("{card:80}").as_bytes());
        assert_eq!(read_all_ways(&twice).is_ok(), good, "{card}");
    }
}

#[test]
fn rows_that_lie_are_refused() {
    let range = tiny(FitsKind::Range);
    let cell = 1u64 << 46;
    for (at, number, error) in [
        // Starts at 5760, 5776, 5792; ends behind them: 64..384, 512..576, 3200..3216 cells of order 6.
        (
            5776,
            383 * cell,
            "byte 5776: row 3: the range 26951229020045312..40532396646334464 starts before 27021597764222976, the end of the range before it",
        ),
        (
            5776,
            576 * cell,
            "byte 5776: row 3: the range 40532396646334464..40532396646334464 is empty or ends before it starts",
        ),
        (5768, 0, "row 1: the range 4503599627370496..0 is empty"),
        (
            5800,
            1 << 63,
            "row 5: the range 225179981368524800..9223372036854775808 goes beyond the last cell of depth 29, 3458764513820540927",
        ),
        (5800, u64::MAX, "goes beyond"),
        (5800, (12 << 58) + cell, "goes beyond"),
        (
            5760,
            64 * cell + 1,
            "row 1: the range 4503599627370497..27021597764222976 is not made of whole cells of the MOC's order, 6",
        ),
        (5784, 576 * cell + (cell >> 1), "row 3"),
        (5808, 1, "byte 5815: data behind the 6 rows of the table"),
    ] {
        let says = says(&with_number(&range, at, number));
        assert!(says.contains(error), "{at}: {says}");
    }
    // Ranges that touch are joined, as the standard does not forbid them; the last cell of all is one.
    let touching = read_all_ways(&with_number(&range, 5776, 384 * cell)).unwrap();
    assert_eq!(touching.ranges().len(), 2);
    let whole = read_all_ways(&with_number(&range, 5800, 12 << 58)).unwrap();
    assert_eq!(whole.ranges().len(), 3);

    let nuniq = tiny(FitsKind::Nuniq);
    let names = "overlaps another one: in a MOC no cell comes twice or lies in another";
    for (row, number, error) in [
        (1, 256 + 1, format!("byte 5768: row 2: the cell with uniq number 257 {names}")),
        (6, 256 + 1, format!("byte 5808: row 7: the cell with uniq number 257 {names}")),
        (6, 1024 + 20, format!("byte 5808: row 7: the cell with uniq number 1044 {names}")),
        (6, 16, format!("byte 5808: row 7: the cell with uniq number 16 {names}")),
        (2, 0, "byte 5776: row 3: 0 is no uniq number of a MOC of order 6: those are 4 to 65535".into()),
        (2, 3, "row 3: 3 is no uniq number".into()),
        (2, 1 << 16, "row 3: 65536 is no uniq number".into()),
        (2, u64::MAX, "row 3: -1 is no uniq number".into()),
    ] {
        let says = says(&with_number(&nuniq, 5760 + 8 * row, number));
        assert!(says.contains(&error), "{row}: {says}");
    }
}

#[test]
fn unsorted_cells_and_joined_siblings_are_the_same_moc() {
    let moc = moc_of(5, &[(0, 64), (70, 75), (1000, 3000)]);
    let cells = (0..64).chain(70..75).chain(1000..3000).map(|cell: u64| 4096 + cell);
    let mut uniq: Vec<u64> = cells.collect();
    uniq.reverse();
    for k in 0..uniq.len() {
        uniq.swap(k, k * 7919 % 2069);
    }
    let table: Vec<u8> = uniq.iter().flat_map(|uniq| uniq.to_be_bytes()).collect();
    let rows = format!("NAXIS2  = {}", uniq.len());
    let cards = [
        "XTENSION= 'BINTABLE'",
        "BITPIX  = 8",
        "NAXIS   = 2",
        "NAXIS1  = 8",
        &rows,
        "PCOUNT  = 0",
        "GCOUNT  = 1",
        "TFIELDS = 1",
        "TFORM1  = 'K'",
        "ORDERING= 'NUNIQ'",
        "MOCORDER= 5",
    ];
    assert_eq!(read_all_ways(&file(cards, &table)).unwrap(), moc);
}

#[test]
fn what_stands_around_the_table_is_read_over() {
    let moc = tiny(FitsKind::Range);
    let (primary, table) = moc.split_at(2880);
    let original = Moc::from_fits(&moc).unwrap();
    // Data in the primary, and an image extension.
    let mut long =
        header(["SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 2", "NAXIS1  = 100", "NAXIS2  = 50", "PCOUNT  = 0"]);
    long.resize(2880 + 20_000usize.next_multiple_of(2880), 7);
    long.extend(header([
        "XTENSION= 'IMAGE   '",
        "BITPIX  = 8",
        "NAXIS   = 1",
        "NAXIS1  = 5",
        "PCOUNT  = 0",
        "GCOUNT  = 1",
    ]));
    long.resize(long.len() + 2880, 8);
    long.extend_from_slice(table);
    assert_eq!(read_all_ways(&long).unwrap(), original);
    let skipped = says(&long[..20_000]);
    assert!(skipped.contains("the file ends inside the data before the table"), "{skipped}");

    let with = |behind: &[u8]| [&moc, behind].concat();
    assert_eq!(read_all_ways(&with(&[0; 2880])).unwrap(), original);
    assert_eq!(read_all_ways(&with(&[0; 17])).unwrap(), original);
    assert_eq!(read_all_ways(&with(&header(["XTENSION= 'IMAGE'"]))).unwrap(), original);
    for garbage in [&b"hello"[..], &[0, 0, 1], &header(["SIMPLE  = T"])] {
        assert!(says(&with(garbage)).contains("data behind the 6 rows"), "{garbage:?}");
    }
    // A second file behind the primary header is none.
    assert!(says(&[primary, primary, table].concat()).contains("no FITS header: its first card must be XTENSION"));
}

#[test]
fn made_up_headers_end() {
    let blank = [b' '; 2880];
    // No END: another block, and another, until it is too much or the file ends.
    let mut endless = header(["SIMPLE  = T"]);
    let end = endless.windows(3).position(|w| w == b"END").unwrap();
    endless[end..end + 3].copy_from_slice(b"   ");
    assert!(says(&endless).contains("byte 2880: the file ends inside a header"));
    for _ in 0..1100 {
        endless.extend_from_slice(&blank);
    }
    assert!(says(&endless).contains("the header has no END card in 1024 blocks"));
    let mut binary = header(["SIMPLE  = T"]);
    binary[80] = 0xff;
    assert!(says(&binary).contains("byte 80: no header card"));
    assert!(says(&header(["SIMPLE  = F"])).contains("card SIMPLE = F: must be T"));
    assert!(says(b"PK\x03\x04").contains("no FITS header: its first card must be SIMPLE"));
    assert!(says(b"SIMPLE  = T").contains("the file ends inside a header"));
    for (bitpix, axes, reason) in [
        ("7", "0", "must be 8, 16, 32"),
        ("8", "1000", "must be at most 999"),
        ("8", "2", "has no card NAXIS1"),
        ("8", "-2", "must not be negative"),
    ] {
        let primary = header(["SIMPLE  = T", &format!("BITPIX  = {bitpix}"), &format!("NAXIS   = {axes}")]);
        let error = says(&primary);
        assert!(error.contains(reason), "{error}");
    }
    let huge = header(["SIMPLE  = T", "BITPIX  = 64", "NAXIS   = 2", "NAXIS1  = 4611686018427387904", "NAXIS2  = 4"]);
    assert!(says(&huge).contains("the data would be longer than 2^64 bytes"));
    let promised = header(["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 1", "NAXIS1  = 1152921504606846976"]);
    assert!(says(&promised).contains("the file ends inside the data before the table"));
}

#[test]
fn multi_order_maps_that_lie_are_refused() {
    let cards = |rows: &str| {
        [
            "XTENSION= 'BINTABLE'".to_string(),
            "BITPIX  = 8".into(),
            "NAXIS   = 2".into(),
            "NAXIS1  = 16".into(),
            format!("NAXIS2  = {rows}"),
            "PCOUNT  = 0".into(),
            "GCOUNT  = 1".into(),
            "TFIELDS = 2".into(),
            "TFORM1  = 'K'".into(),
            "TTYPE1  = 'UNIQ'".into(),
            "TFORM2  = 'D'".into(),
            "TTYPE2  = 'PROBDENSITY'".into(),
            "ORDERING= 'NUNIQ'".into(),
        ]
    };
    let rows = |uniq: &[i64]| -> Vec<u8> {
        uniq.iter().flat_map(|u| [u.to_be_bytes(), 0.5f64.to_be_bytes()].concat()).collect()
    };
    let made = |n: &str, table: &[u8]| file(cards(n).iter().map(String::as_str), table);
    let good = made("3", &rows(&[4, 21, 100]));
    assert_eq!(read_multi_order_map(good.as_slice()).unwrap(), (vec![4, 21, 100], vec![0.5; 3]));
    for (bytes, reason) in [
        (made("3", &rows(&[4, 3, 100])), "byte 5776: row 2: 3 is not a uniq number"),
        (made("3", &rows(&[4, 21, -1])), "row 3: 18446744073709551615 is not a uniq number"),
        (made("576460752303423487", &rows(&[4])), "the file ends inside the table"),
        (with_card(&good, "TFORM2", Some("'8A'")), "must be one element in a row"),
        (with_card(&good, "TFORM1", Some("'2J'")), "must be one element in a row"),
        (with_card(&good, "TTYPE1", Some("'CELL'")), "needs a column UNIQ"),
        (with_card(&good, "ORDERING", Some("'NESTED'")), "must be NUNIQ"),
    ] {
        let error = read_multi_order_map(bytes.as_slice()).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }
    for len in 0..good.len() {
        assert!(read_multi_order_map(&good[..len]).is_err(), "{len}");
    }
}
