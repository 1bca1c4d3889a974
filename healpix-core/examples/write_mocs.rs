//! Writes MOCs of many kinds, each in all forms there are, and beside them their ranges as plain numbers:
//! `python oracle/moc_files.py check DIR` has mocpy and astropy read them.

use std::error::Error;
use std::fs::{self, File};
use std::path::PathBuf;

use healpix_core::Moc;
use healpix_core::io::{FitsKind, FitsRangesWriter};

/// From the empty to the whole sky, at the depths where something changes.
const MOCS: [(&str, &str); 9] = [
    ("empty", "0/"),
    ("empty_29", "29/"),
    ("all_sky", "0/0-11"),
    ("all_sky_29", "0/0-11 29/"),
    ("mixed", "3/1-5 8 4/200 6/"),
    ("order_13", "1/5 13/0 805306367"),
    ("order_14", "1/5 14/0 3221225471"),
    ("last_cells", "29/0 3458764513820540927"),
    (
        "every_order",
        "0/11 1/0 2/4 3/20 4/84 5/340 9/100000 15/10000000000 20/9000000000000 28/100 29/1 1000000000000000000",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("usage: write_mocs DIR")?);
    fs::create_dir_all(&folder)?;
    for (name, text) in MOCS {
        write(&folder.join(name), &text.parse()?)?;
    }
    for (depth, n) in [(9, 500), (29, 500), (12, 50_000)] {
        write(&folder.join(format!("scattered_{depth}_{n}")), &scattered(depth, n)?)?;
    }
    Ok(())
}

/// A MOC of `n` runs of cells here and there.
fn scattered(depth: u32, n: u64) -> Result<Moc, healpix_core::Error> {
    let mut seed = 1u64;
    let mut random = |limit: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) % limit
    };
    let cells = 12 << (2 * depth);
    let runs: Vec<String> = (0..n)
        .map(|_| {
            let (first, len) = (random(cells), random(100));
            format!("{first}-{}", (first + len).min(cells - 1))
        })
        .collect();
    format!("{depth}/{}", runs.join(" ")).parse()
}

fn write(stem: &std::path::Path, moc: &Moc) -> Result<(), Box<dyn Error>> {
    for (ending, kind) in
        [("range.fits", FitsKind::Range), ("nuniq.fits", FitsKind::Nuniq), ("nuniq_v1.fits", FitsKind::NuniqV1)]
    {
        moc.write_fits(File::create(stem.with_extension(ending))?, kind)?;
    }
    let mut stream = FitsRangesWriter::seekable(File::create(stem.with_extension("stream.fits"))?, moc.depth())?;
    for &range in moc.ranges() {
        stream.push(range)?;
    }
    stream.finish()?;
    fs::write(stem.with_extension("txt"), moc.to_ascii())?;
    fs::write(stem.with_extension("json"), moc.to_json())?;
    let mut plain = format!("{}\n", moc.depth().get());
    moc.ranges().iter().for_each(|range| plain += &format!("{} {}\n", range.start, range.end));
    fs::write(stem.with_extension("ranges"), plain)?;
    Ok(())
}
