//! FITS files: any bytes, and good files with header cards and table bytes changed.

use std::io::{self, Read};
use std::ptr::null_mut;

use arbitrary::{Result, Unstructured};
use healpix_core::io::{FitsKind, FitsMap, FitsRanges, read_multi_order_map};
use healpix_core::{Error, Moc};
use healpix_ffi::*;

use crate::calls::Owned;
use crate::scratch::SAMPLES;

const KINDS: [FitsKind; 3] = [FitsKind::Range, FitsKind::Nuniq, FitsKind::NuniqV1];
const CARD: usize = 80;

/// Values that headers have, and some that they should not have.
const VALUES: &[&str] = &[
    "0",
    "1",
    "2",
    "8",
    "16",
    "-1",
    "29",
    "30",
    "32",
    "64",
    "1024",
    "4294967296",
    "9223372036854775807",
    "1E20",
    "T",
    "F",
    "'RANGE   '",
    "'NUNIQ   '",
    "'RING    '",
    "'NESTED  '",
    "'IMPLICIT'",
    "'EXPLICIT'",
    "'1K      '",
    "'1J      '",
    "'1E      '",
    "'1D      '",
    "'1L      '",
    "'8E      '",
    "'0K      '",
    "'1000000000000K'",
    "'C       '",
    "'2.0     '",
    "'SPACE   '",
    "''",
    "'UNIQ    '",
    "'PIXEL   '",
    "'PROBDENSITY'",
    "'TIME    '",
    "'  ",
    "-32768",
    "32768",
    "2147483648",
    "9223372036854775808",
];

const KEYWORDS: &[&str] = &[
    "BITPIX", "NAXIS", "NAXIS1", "NAXIS2", "PCOUNT", "GCOUNT", "TFIELDS", "TFORM1", "TFORM2", "TTYPE1", "TTYPE2",
    "TZERO1", "TSCAL1", "TNULL1", "ORDERING", "MOCORD_S", "MOCORDER", "MOCVERS", "MOCDIM", "NSIDE", "FIRSTPIX",
    "LASTPIX", "INDXSCHM", "OBJECT", "GRAIN", "COORDSYS", "PIXTYPE", "EXTEND", "XTENSION", "END", "SIMPLE",
];

/// A good file with a few things changed.
fn changed(u: &mut Unstructured) -> Result<Vec<u8>> {
    let mut file = u.choose(SAMPLES)?.1.to_vec();
    for _ in 0..u.int_in_range(0..=5u8)? {
        match u.int_in_range(0..=7u8)? {
            0..=2 => {
                // A card of a keyword gets another value.
                let (keyword, value) = (u.choose(KEYWORDS)?, u.choose(VALUES)?);
                let start = format!("{keyword:<8}=");
                let cards = file.chunks_exact(CARD).positions_of(start.as_bytes());
                if let Some(at) = cards.last().copied() {
                    let card = format!("{start} {value:>20}");
                    let card = format!("{card:<CARD$}");
                    file[at * CARD..(at + 1) * CARD].copy_from_slice(&card.as_bytes()[..CARD]);
                }
            }
            3 => {
                // A card over another.
                let cards = file.len() / CARD;
                if cards > 0 {
                    let (from, to) = (u.choose_index(cards)? * CARD, u.choose_index(cards)? * CARD);
                    file.copy_within(from..from + CARD, to);
                }
            }
            4 => {
                // A byte of a card.
                let header = file.len().min(5760);
                if header > 0 {
                    let at = u.choose_index(header)?;
                    file[at] = u.arbitrary()?;
                }
            }
            5 => {
                // Some bytes of the table, which comes last.
                let from = file.len().saturating_sub(2880);
                if from < file.len() {
                    let at = from + u.choose_index(file.len() - from)?.min(200);
                    for k in 0..u.int_in_range(1..=16usize)? {
                        let byte = u.arbitrary()?;
                        if let Some(place) = file.get_mut(at + k) {
                            *place = byte;
                        }
                    }
                }
            }
            6 => file.truncate(u.choose_index(file.len() + 1)?),
            _ => {
                let cut = u.choose_index(file.len() / 2880 + 1)? * 2880;
                file.truncate(cut);
            }
        }
    }
    Ok(file)
}

trait Positions {
    fn positions_of(self, start: &[u8]) -> Vec<usize>;
}

impl<'a, I: Iterator<Item = &'a [u8]>> Positions for I {
    fn positions_of(self, start: &[u8]) -> Vec<usize> {
        self.enumerate().filter(|(_, card)| card.starts_with(start)).map(|(at, _)| at).collect()
    }
}

/// A reader that hands out a few bytes at a time, and fails after some.
struct Slow<'a> {
    bytes: &'a [u8],
    step: usize,
    left: usize,
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("broken"));
        }
        let n = self.step.min(buffer.len()).min(self.bytes.len()).min(self.left);
        buffer[..n].copy_from_slice(&self.bytes[..n]);
        self.bytes = &self.bytes[n..];
        self.left -= n;
        Ok(n)
    }
}

/// Reads a file in every way, and what it holds back from what is written of it.
pub fn run(data: &[u8]) -> Result<()> {
    let mut u = Unstructured::new(data);
    let file = if u.ratio(1, 4)? { u.bytes(u.len())?.to_vec() } else { changed(&mut u)? };
    let (step, left) = (u.int_in_range(1..=3000usize)?, u.arbitrary::<u16>()?.into());
    let moc = moc(&file, step, left);
    if let Some(moc) = moc {
        for kind in KINDS {
            let bytes = moc.to_fits(kind).expect("a MOC that was read can be written");
            assert_eq!(Moc::from_fits(&bytes).expect("what was written can be read"), moc);
        }
    }
    map(&file);
    multi_order(&file);
    Ok(())
}

fn moc(file: &[u8], step: usize, left: usize) -> Option<Moc> {
    let moc = Moc::from_fits(file);
    if let Err(error) = &moc {
        assert!(matches!(error, Error::Format { .. }), "{error:?}");
    }
    // However it comes, and through C.
    let slow = Moc::read_fits(Slow { bytes: file, step, left: usize::MAX });
    assert_eq!(format!("{slow:?}"), format!("{moc:?}"));
    match Moc::read_fits(Slow { bytes: file, step, left }) {
        Ok(read) => assert_eq!(Some(&read), moc.as_ref().ok()),
        Err(Error::Io { .. }) => assert!(left <= file.len()),
        Err(error) => assert_eq!(Some(error.to_string()), moc.as_ref().err().map(ToString::to_string)),
    }
    // SAFETY: the bytes have that length.
    let (status, made) =
        Owned::<healpix_moc>::or_not(|out| unsafe { healpix_moc_from_fits(file.as_ptr(), file.len(), out) });
    assert_eq!(status, if moc.is_ok() { HEALPIX_OK } else { HEALPIX_ERR_FORMAT });
    drop(made);
    // Piece by piece: the same ranges, or an error; never more than the file has.
    if let Ok(ranges) = FitsRanges::new(file) {
        let streamed: std::result::Result<Vec<_>, _> = ranges.take(file.len() / 16 + 1).collect();
        match (&moc, streamed) {
            (Ok(moc), Ok(ranges)) => assert_eq!(moc.ranges(), ranges),
            (Ok(_), Err(error)) => panic!("only in pieces: {error}"),
            (Err(error), Ok(_)) => panic!("only as a whole: {error}"),
            (Err(_), Err(_)) => (),
        }
    }
    moc.ok()
}

fn map(file: &[u8]) {
    let read = FitsMap::new(file);
    // SAFETY: the bytes have that length.
    let (status, made) = Owned::<healpix_moc>::or_not(|out| unsafe {
        healpix_moc_from_fits_map(file.as_ptr(), file.len(), None, null_mut(), out)
    });
    let kept = Moc::from_fits_map(file, healpix_core::io::is_seen);
    assert!([HEALPIX_OK, HEALPIX_ERR_FORMAT].contains(&status), "{status:?}");
    assert_eq!(status == HEALPIX_OK, kept.is_ok());
    drop(made);
    let Ok(map) = read else {
        assert!(kept.is_err());
        return;
    };
    let depth = map.depth();
    let cells: std::result::Result<Vec<_>, _> = map.collect();
    if let (Ok(cells), Ok(kept)) = (cells, kept) {
        let seen = cells.into_iter().filter(|(_, value)| healpix_core::io::is_seen(*value));
        let seen: Vec<u64> = seen.map(|(cell, _)| cell.index()).collect();
        assert_eq!(Moc::from_cells(depth, &seen).expect("cells of the map"), kept);
    }
}

fn multi_order(file: &[u8]) {
    let read = read_multi_order_map(file);
    // SAFETY: the bytes have that length.
    let (status, made) = Owned::<healpix_multi_order_map>::or_not(|out| unsafe {
        healpix_multi_order_map_from_fits(file.as_ptr(), file.len(), out)
    });
    assert!([HEALPIX_OK, HEALPIX_ERR_FORMAT].contains(&status) && (status == HEALPIX_OK) == read.is_ok(), "{status:?}");
    drop(made);
    if let Ok((uniq, density)) = read {
        assert!(uniq.len() == density.len() && uniq.len() <= file.len() / 8);
        for level in [0.0, 0.5, 1.0] {
            // Overlaps and bad densities are errors of these.
            let _ = Moc::credible_region(&uniq, &density, level);
        }
    }
}
