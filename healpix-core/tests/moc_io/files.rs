//! Files to try things on.

use healpix_core::io::FitsKind;
use healpix_core::moc::CellRange;
use healpix_core::{Depth, Moc};
use std::io::Read;

pub const KINDS: [FitsKind; 3] = [FitsKind::Range, FitsKind::Nuniq, FitsKind::NuniqV1];

/// A MOC of runs of cells of a depth, in any order.
pub fn moc_of(depth: u8, cells: &[(u64, u64)]) -> Moc {
    let runs: Vec<String> = cells.iter().map(|(start, end)| format!("{start}-{}", end - 1)).collect();
    format!("{depth}/{}", runs.join(" ")).parse().unwrap()
}

pub fn ranges_of(moc: &Moc) -> Vec<(u64, u64)> {
    moc.ranges().iter().map(|range| (range.start, range.end)).collect()
}

/// That a MOC is one: sorted, disjoint, not touching, aligned.
pub fn check_valid(moc: &Moc) {
    let mask = (1u64 << (2 * (29 - moc.depth().get()))) - 1;
    let mut before = None;
    for &CellRange { start, end } in moc.ranges() {
        assert!(start < end && end <= Depth::MAX.n_cells(), "{start}..{end}");
        assert!((start | end) & mask == 0, "{start}..{end} at {:?}", moc.depth());
        assert!(before.is_none_or(|before| before < start), "{start}..{end} behind {before:?}");
        before = Some(end);
    }
}

/// A header of cards.
pub fn header<'a>(cards: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let mut header: String = cards.into_iter().map(|card| format!("{card:80}")).collect();
    header += &format!("{:80}", "END");
    let len = header.len().next_multiple_of(2880);
    format!("{header:len$}").into_bytes()
}

/// A file of one binary table.
pub fn file<'a>(cards: impl IntoIterator<Item = &'a str>, table: &[u8]) -> Vec<u8> {
    let mut file = header(["SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", "EXTEND  = T"]);
    file.extend(header(cards));
    file.extend_from_slice(table);
    file.resize(file.len().next_multiple_of(2880), 0);
    file
}

/// `file` with another card for the first one of that name behind the first block, or without it.
pub fn with_card(file: &[u8], name: &str, card: Option<&str>) -> Vec<u8> {
    let mut file = file.to_vec();
    let prefix = format!("{name:8}=");
    let at = (2880..file.len()).step_by(80).find(|&at| file[at..].starts_with(prefix.as_bytes())).unwrap();
    let card = card.map_or(String::from("COMMENT"), |card| format!("{name:8}= {card}"));
    file[at..at + 80].copy_from_slice(format!("{card:80}").as_bytes());
    file
}

/// `file` with a number at a byte.
pub fn with_number(file: &[u8], at: usize, number: u64) -> Vec<u8> {
    let mut file = file.to_vec();
    file[at..at + 8].copy_from_slice(&number.to_be_bytes());
    file
}

/// A reader that gives at most `most` bytes at once, and is interrupted now and then.
pub struct Trickle<'a> {
    bytes: &'a [u8],
    most: usize,
    calls: usize,
}

impl<'a> Trickle<'a> {
    pub fn new(bytes: &'a [u8], most: usize) -> Self {
        Self { bytes, most, calls: 0 }
    }
}

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.calls += 1;
        if self.calls % 5 == 0 {
            return Err(std::io::ErrorKind::Interrupted.into());
        }
        let n = self.most.min(buffer.len());
        self.bytes.read(&mut buffer[..n])
    }
}
