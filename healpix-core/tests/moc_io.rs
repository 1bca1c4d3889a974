//! MOCs as FITS, ASCII and JSON: round trips, files of other programs, and files no one should believe.

#![cfg(all(feature = "fits", feature = "json"))]
#![expect(clippy::unwrap_used, reason = "a test stops where something is missing")]

#[path = "moc_io/exchange.rs"]
mod exchange;
#[path = "moc_io/files.rs"]
mod files;
#[path = "moc_io/hostile.rs"]
mod hostile;
#[path = "moc_io/maps.rs"]
mod maps;
#[path = "moc_io/text.rs"]
mod text;

use files::{KINDS, Trickle, check_valid, moc_of};
use healpix_core::io::{FitsKind, FitsRanges, FitsRangesWriter};
use healpix_core::moc::CellRange;
use healpix_core::{Depth, Error, Moc};
use proptest::prelude::*;
use std::io::Cursor;

/// MOCs of any depth with up to 200 ranges, from single cells to most of the sky.
fn any_moc() -> impl Strategy<Value = Moc> {
    (0u8..=29).prop_flat_map(|depth| {
        let n = Depth::new(depth).unwrap().n_cells();
        let range = (any::<u64>(), 0u32..=62, any::<u64>()).prop_map(move |(start, bits, len)| {
            let start = start % n;
            (start, start.saturating_add(1 + len % (1 << bits)).min(n))
        });
        prop::collection::vec(range, 0..200).prop_map(move |ranges| moc_of(depth, &ranges))
    })
}

proptest! {
    #[test]
    fn every_form_comes_back_equal(moc in any_moc()) {
        check_valid(&moc);
        prop_assert_eq!(&Moc::from_ascii(&moc.to_ascii()).unwrap(), &moc);
        prop_assert_eq!(&moc.to_string().parse::<Moc>().unwrap(), &moc);
        prop_assert_eq!(&Moc::from_json(&moc.to_json()).unwrap(), &moc);
        for kind in KINDS {
            let file = moc.to_fits(kind).unwrap();
            prop_assert_eq!(&Moc::from_fits(&file).unwrap(), &moc);
            prop_assert_eq!(&Moc::read_fits(Trickle::new(&file, 7)).unwrap(), &moc);
            let mut written = Vec::new();
            moc.write_fits(&mut written, kind).unwrap();
            prop_assert_eq!(&written, &file);
        }
    }

    #[test]
    fn streams_are_the_same_file(moc in any_moc(), at_once in 1usize..300) {
        let file = moc.to_fits(FitsKind::Range).unwrap();
        let n = moc.ranges().len() as u64;
        let mut counted = FitsRangesWriter::new(Vec::new(), moc.depth(), n).unwrap();
        // What is in front is not ours.
        let mut patched = Cursor::new(b"12345".to_vec());
        patched.set_position(5);
        let mut patched = FitsRangesWriter::seekable(patched, moc.depth()).unwrap();
        for some in moc.ranges().chunks(at_once) {
            counted.extend(some).unwrap();
            some.iter().for_each(|&range| patched.push(range).unwrap());
        }
        prop_assert_eq!(&counted.finish().unwrap(), &file);
        prop_assert_eq!(&patched.finish().unwrap().into_inner()[5..], &file);

        let ranges = FitsRanges::new(Trickle::new(&file, 1000)).unwrap();
        prop_assert_eq!((ranges.depth(), ranges.n_ranges()), (moc.depth(), n));
        let ranges: Vec<CellRange> = ranges.map(Result::unwrap).collect();
        prop_assert_eq!(ranges, moc.ranges());
    }

    #[test]
    fn any_text_is_a_moc_or_an_error(text in "[0-9 s/,\n-]{0,40}|[0-9\\[\\]{}:,\"s \n.eE+-]{0,40}|.{0,30}") {
        for moc in [Moc::from_ascii(&text), Moc::from_json(&text)] {
            match moc {
                Ok(moc) => check_valid(&moc),
                Err(Error::Syntax { line, column, .. }) => prop_assert!(line >= 1 && column >= 1),
                Err(other) => prop_assert!(false, "{:?}", other),
            }
        }
    }
}

/// Ranges over many chunks, at both ends of what a chunk holds.
#[test]
fn long_tables_come_back_equal() {
    for n in [4095u64, 4096, 4097, 8192, 8193, 50_000] {
        let ranges: Vec<(u64, u64)> = (0..n).map(|k| (100 * k + k % 7, 100 * k + 20 + k % 71)).collect();
        let moc = moc_of(14, &ranges);
        assert_eq!(moc.ranges().len() as u64, n);
        for kind in KINDS {
            let file = moc.to_fits(kind).unwrap();
            assert_eq!(Moc::from_fits(&file).unwrap(), moc, "{n} {kind:?}");
            assert_eq!(Moc::read_fits(Trickle::new(&file, 4000)).unwrap(), moc, "{n} {kind:?}");
        }
        let file = moc.to_fits(FitsKind::Range).unwrap();
        assert!(FitsRanges::new(file.as_slice()).unwrap().map(Result::unwrap).eq(moc.ranges().iter().copied()));
    }
}

/// What a tiny file is, byte for byte: a change of it is a change for others.
#[test]
fn a_tiny_file_has_these_bytes() {
    let tool = format!("MOCTOOL = 'healpix-core {}'", env!("CARGO_PKG_VERSION"));
    let version_2 = ["MOCVERS = '2.0     '           / MOC standard", "MOCDIM  = 'SPACE   '"];
    let order = ["MOCORD_S=                    1 / order"];
    let old_order = ["MOCORDER=                    1 / order"];
    let moc = Moc::from_ascii("0/3 1/5").unwrap();
    let rows = |numbers: &[u64]| -> Vec<u8> { numbers.iter().flat_map(|number| number.to_be_bytes()).collect() };
    let ranges = rows(&[5 << 56, 6 << 56, 12 << 56, 16 << 56]);
    let cells = rows(&[4 + 3, 16 + 5]);
    for (kind, n_rows, packing, column, extra, table) in [
        (FitsKind::Range, 4, "RANGE   ", "RANGE   ", [&version_2[..], &order].concat(), ranges),
        (FitsKind::Nuniq, 2, "NUNIQ   ", "UNIQ    ", [&version_2[..], &order, &old_order].concat(), cells.clone()),
        (FitsKind::NuniqV1, 2, "NUNIQ   ", "UNIQ    ", [&["PIXTYPE = 'HEALPIX '"][..], &old_order].concat(), cells),
    ] {
        let primary = [
            "SIMPLE  =                    T / FITS standard",
            "BITPIX  =                    8",
            "NAXIS   =                    0 / no data here",
            "EXTEND  =                    T / the MOC is the extension",
        ];
        let lines = [
            "XTENSION= 'BINTABLE'           / HEALPix multi-order coverage map".to_string(),
            "BITPIX  =                    8".to_string(),
            "NAXIS   =                    2".to_string(),
            "NAXIS1  =                    8 / bytes in a row".to_string(),
            format!("NAXIS2  = {n_rows:>20} / number of rows"),
            "PCOUNT  =                    0".to_string(),
            "GCOUNT  =                    1".to_string(),
            "TFIELDS =                    1".to_string(),
            format!("TTYPE1  = '{column}'"),
            "TFORM1  = '1K      '           / 64-bit integers".to_string(),
            format!("ORDERING= '{packing}'           / packing of the cells"),
            "COORDSYS= 'C       '           / ICRS".to_string(),
        ];
        let table_cards = lines.iter().map(String::as_str).chain(extra).chain([tool.as_str()]);
        let mut file = files::header(primary);
        file.extend(files::header(table_cards));
        file.extend(table);
        file.resize(3 * 2880, 0);
        assert!(moc.to_fits(kind).unwrap() == file, "{kind:?}");
    }
}

#[test]
fn a_writer_takes_only_what_a_reader_would() {
    let range = |start: u64, end: u64| CellRange { start, end };
    let depth = Depth::new(28).unwrap();
    let cases = [
        (range(8, 8), "byte 5776: range 2: the range 8..8 is empty or ends before it starts"),
        (range(12, 8), "empty or ends before"),
        (range(0, 4), "starts before 4"),
        (range(4, 8), "touches the one before it"),
        (range(9, 16), "not made of whole cells of the MOC's order, 28"),
        (range(8, 18), "not made of whole cells"),
        (range(8, u64::MAX - 3), "goes beyond the last cell"),
        (range(8, (12 << 58) + 4), "goes beyond the last cell of depth 29, 3458764513820540927"),
    ];
    for (bad, says) in cases {
        let mut writer = FitsRangesWriter::new(Vec::new(), depth, 9).unwrap();
        writer.push(range(0, 4)).unwrap();
        let error = writer.push(bad).unwrap_err().to_string();
        assert!(error.contains(says), "{bad:?}: {error}");
        let mut writer = FitsRangesWriter::seekable(Cursor::new(Vec::new()), depth).unwrap();
        let error = writer.extend(&[range(0, 4), bad, range(100, 104)]).unwrap_err().to_string();
        assert!(error.contains(says), "{bad:?}: {error}");
    }
    let mut writer = FitsRangesWriter::new(Vec::new(), depth, 1).unwrap();
    writer.push(range(0, 4)).unwrap();
    assert!(writer.push(range(8, 12)).unwrap_err().to_string().contains("more ranges than the 1 there should be"));
    let writer = FitsRangesWriter::new(Vec::new(), depth, 3).unwrap();
    let error = writer.finish().unwrap_err().to_string();
    assert!(error.ends_with("0 ranges came, the header promises 3"), "{error}");
    assert!(FitsRangesWriter::new(Vec::new(), depth, u64::MAX).is_err());
}

#[test]
fn a_file_that_was_not_finished_is_refused() {
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = FitsRangesWriter::seekable(&mut bytes, Depth::MAX).unwrap();
    let ranges: Vec<CellRange> = (0..20_000).map(|k| CellRange { start: 3 * k, end: 3 * k + 2 }).collect();
    writer.extend(&ranges).unwrap();
    drop(writer);
    assert!(bytes.get_ref().len() > 100_000);
    let error = Moc::from_fits(bytes.get_ref()).unwrap_err().to_string();
    assert_eq!(error, "byte 3200: card NAXIS2 = -1: must not be negative");
}

#[test]
fn what_the_system_says_is_passed_on() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the line is cut"))
        }
    }
    let moc = Moc::from_ascii("3/5").unwrap();
    for kind in KINDS {
        let error = moc.write_fits(Full, kind).unwrap_err();
        assert_eq!(error.to_string(), "writing at byte 0: the disk is full");
    }
    assert_eq!(Moc::read_fits(Broken).unwrap_err().to_string(), "reading at byte 0: the line is cut");
    // A reader of small pieces that is interrupted now and then is read to its end.
    let file = moc.to_fits(FitsKind::Range).unwrap();
    assert_eq!(Moc::read_fits(Trickle::new(&file, 1)).unwrap(), moc);
}
