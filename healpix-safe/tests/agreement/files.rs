//! Files on disk: what one side writes the other reads, and bad ones are refused with the same words.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use healpix_core::io::{FitsMap as CoreMap, FitsRanges as CoreRanges, read_multi_order_map};
use healpix_core::moc::Moc as CoreMoc;
use healpix_safe::io::{self, FitsKind, FitsMap, FitsRanges, FitsRangesWriter, MultiOrderMap};
use healpix_safe::moc::{CellRange, Moc};
use healpix_safe::{Error, ErrorKind};

use super::compare::same;

/// A path in a directory of this test's own.
fn scratch(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("agreement-files");
    fs::create_dir_all(&directory).expect("a directory");
    directory.join(name)
}

fn open(path: &PathBuf) -> fs::File {
    fs::File::open(path).expect("a file")
}

/// One binary table: cards, and data.
fn fits(cards: &[String], data: &[u8]) -> Vec<u8> {
    let block = |cards: &[String]| {
        let mut text: String = cards.iter().map(|card| format!("{card:<80}")).collect();
        text.push_str("END");
        format!("{text:<2880}").into_bytes()
    };
    let primary = ["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", "EXTEND  = T"].map(str::to_owned);
    let mut file = block(&primary);
    file.extend(block(cards));
    file.extend(data);
    file.resize(file.len().next_multiple_of(2880), 0);
    file
}

fn table(width: usize, rows: usize, more: &[&str]) -> Vec<String> {
    let mut cards = ["XTENSION= 'BINTABLE'", "BITPIX  = 8", "NAXIS   = 2"].map(str::to_owned).to_vec();
    cards.extend([format!("NAXIS1  = {width}"), format!("NAXIS2  = {rows}")]);
    cards.extend(["PCOUNT  = 0", "GCOUNT  = 1"].map(str::to_owned));
    cards.extend(more.iter().map(|&card| card.to_owned()));
    cards
}

#[test]
fn whole_mocs() {
    let path = scratch("whole.fits");
    let moc = Moc::from_ascii("3/1-5 8 4/200 6/").expect("a MOC");
    for kind in [FitsKind::Range, FitsKind::Nuniq, FitsKind::NuniqV1] {
        moc.write_fits_file(&path, kind).expect("written");
        assert_eq!(fs::read(&path).expect("read"), *moc.to_fits(kind).expect("bytes"));
        assert_eq!(Moc::read_fits_file(&path), Ok(moc.clone()));
        assert_eq!(CoreMoc::read_fits(open(&path)).map(|moc| moc.to_string()), Ok(moc.to_string()));
        let whole = fs::read(&path).expect("read");
        for cut in [0, 100, 2880, 5700, 5761, 5776] {
            fs::write(&path, &whole[..cut]).expect("written");
            let core = CoreMoc::read_fits(open(&path)).map(|moc| moc.to_string());
            same("read_fits_file", core, Moc::read_fits_file(&path).map(|moc| moc.to_string()));
        }
    }
    let kind = |result: Result<Moc, Error>| result.expect_err("bad").kind();
    assert_eq!(kind(Moc::read_fits_file(path.parent().expect("a directory"))), ErrorKind::Io);
    assert_eq!(kind(Moc::read_fits_file("a\0b")), ErrorKind::Io);
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(kind(Moc::read_fits_file(std::ffi::OsStr::from_bytes(b"\xff"))), ErrorKind::Utf8);
    }
    fs::remove_file(&path).expect("removed");
}

#[test]
fn ranges_piece_by_piece() {
    let path = scratch("pieces.fits");
    let some: Vec<CellRange> = (0..10_000).map(|k| CellRange { start: 8 * k, end: 8 * k + 4 }).collect();
    let mut writer = FitsRangesWriter::create(&path, 28).expect("a writer");
    for piece in some.chunks(777) {
        writer.write(piece).expect("written");
    }
    assert!(!path.exists());
    writer.finish().expect("finished");

    let moc = Moc::from_depth29_ranges(28, &some).expect("a MOC");
    assert_eq!(Moc::read_fits_file(&path), Ok(moc));
    let core: Vec<(u64, u64)> = CoreRanges::new(open(&path))
        .expect("ranges")
        .map(|range| range.expect("good"))
        .map(|r| (r.start, r.end))
        .collect();
    let reader = FitsRanges::open(&path).expect("ranges");
    assert_eq!((reader.depth(), reader.n_ranges()), (28, 10_000));
    let safe: Vec<(u64, u64)> = reader.map(|range| range.expect("good")).map(|r| (r.start, r.end)).collect();
    assert_eq!(core, safe);

    let mut reader = FitsRanges::open(&path).expect("ranges");
    let mut buffer = vec![CellRange { start: 0, end: 0 }; 999];
    assert_eq!(reader.read(&mut []), Ok(0));
    let mut all = Vec::new();
    while let n @ 1.. = reader.read(&mut buffer).expect("good") {
        all.extend_from_slice(&buffer[..n]);
    }
    assert_eq!(all, some);

    // Abandoned, or failed: the file stays as it was.
    let mut writer = FitsRangesWriter::create(&path, 28).expect("a writer");
    writer.write(&some[..1]).expect("written");
    drop(writer);
    let mut writer = FitsRangesWriter::create(&path, 28).expect("a writer");
    assert_eq!(writer.write(&[some[1], some[0]]).expect_err("bad").kind(), ErrorKind::Format);
    assert_eq!(writer.finish().expect_err("failed").kind(), ErrorKind::Io);
    assert_eq!(Moc::read_fits_file(&path).map(|moc| moc.ranges().len()), Ok(10_000));
    fs::remove_file(&path).expect("removed");
}

#[test]
fn maps() {
    let path = scratch("map.fits");
    let values: Vec<f64> = (0..48).map(|k| if k % 7 == 3 { -1.6375e30 } else { f64::from(k) }).collect();
    let data: Vec<u8> = values.iter().flat_map(|value| value.to_be_bytes()).collect();
    for ordering in ["'RING    '", "'NESTED  '"] {
        let ordering = format!("ORDERING= {ordering}");
        let cards = ["TFIELDS = 1", "TTYPE1  = 'VALUE   '", "TFORM1  = '1D      '", "PIXTYPE = 'HEALPIX '"];
        let cards =
            [&cards[..], &[ordering.as_str(), "NSIDE   = 2", "INDXSCHM= 'IMPLICIT'", "COORDSYS= 'G       '"]].concat();
        let file = fits(&table(8, 48, &cards), &data);
        fs::write(&path, &file).expect("written");

        let core: Vec<(u64, u64)> = CoreMap::new(file.as_slice())
            .expect("a map")
            .map(|next| next.map(|(cell, value)| (cell.index(), value.to_bits())).expect("good"))
            .collect();
        let map = FitsMap::open(&path).expect("a map");
        assert_eq!((map.depth(), map.frame()), (1, Ok("G".to_owned())));
        let safe: Vec<(u64, u64)> =
            map.map(|next| next.map(|(cell, value)| (cell, value.to_bits())).expect("good")).collect();
        assert_eq!(core, safe);

        let even = |value: f64| value >= 0.0 && value % 2.0 == 0.0;
        for safe in
            [Moc::from_fits_map(&file, even), FitsMap::open_column(&path, "VALUE").and_then(|map| map.into_moc(even))]
        {
            same(
                "from_fits_map",
                CoreMoc::from_fits_map(&file, even).map(|m| m.to_string()),
                safe.map(|m| m.to_string()),
            );
        }
        let core = CoreMoc::from_fits_map(&file, healpix_core::io::is_seen).map(|moc| moc.to_string());
        same("from_fits_map", core, Moc::from_fits_map(&file, io::is_seen).map(|moc| moc.to_string()));
        let core = CoreMoc::from_fits_map(&file[..5800], even).map(|moc| moc.to_string());
        same("from_fits_map", core, Moc::from_fits_map(&file[..5800], even).map(|moc| moc.to_string()));

        // A panic of the closure comes back as it went, and no MOC is left behind.
        let panic = std::panic::catch_unwind(|| {
            Moc::from_fits_map(&file, |value| if value > 3.5 { panic!("enough") } else { true }).is_ok()
        });
        assert_eq!(panic.expect_err("a panic").downcast_ref::<&str>(), Some(&"enough"));
    }
    assert_eq!(FitsMap::open_column(&path, "OTHER").err().map(|error| error.kind()), Some(ErrorKind::Format));
    fs::remove_file(&path).expect("removed");
}

#[test]
fn multi_order_maps() {
    let path = scratch("multiorder.fits");
    let rows: [(u64, f64); 3] = [(4, 1.0), (5, 2.0), (24, 4.0)];
    let data: Vec<u8> = rows.iter().flat_map(|row| [row.0.to_be_bytes(), row.1.to_be_bytes()].concat()).collect();
    let cards = ["TFIELDS = 2", "TTYPE1  = 'UNIQ    '", "TFORM1  = 'K       '", "TTYPE2  = 'PROBDENSITY'"];
    let cards = [&cards[..], &["TFORM2  = 'D       '", "ORDERING= 'NUNIQ   '"]].concat();
    let file = fits(&table(16, 3, &cards), &data);
    put_file(&path, &file);
    for cut in [0, 3000, 5770, file.len()] {
        let plain = |map: MultiOrderMap| (map.uniq().to_vec(), map.density().to_vec());
        same("from_fits", read_multi_order_map(&file[..cut]), MultiOrderMap::from_fits(&file[..cut]).map(plain));
        put_file(&path, &file[..cut]);
        same("read_fits_file", read_multi_order_map(open(&path)), MultiOrderMap::read_fits_file(&path).map(plain));
    }
    let map = MultiOrderMap::from_fits(&file).expect("a map");
    assert_eq!((map.len(), map.is_empty()), (3, false));
    fs::remove_file(&path).expect("removed");
}

fn put_file(path: &PathBuf, bytes: &[u8]) {
    fs::File::create(path).and_then(|mut file| file.write_all(bytes)).expect("written");
}
