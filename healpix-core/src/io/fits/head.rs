//! The two headers of a MOC file, one block each.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::FitsKind;
use super::card::CARD;
use super::header::BLOCK;
use crate::grid::Depth;

/// Bytes in front of the first row.
pub(super) const HEAD: usize = 2 * BLOCK;

/// Where the card is that counts the rows.
pub(super) const ROWS_CARD: u64 = (BLOCK + 4 * CARD) as u64;

/// Bytes of a file with so many rows of 8 bytes.
pub(super) fn file_len(rows: u64) -> usize {
    let table = usize::try_from(rows).ok().and_then(|rows| rows.checked_mul(8));
    let file = table.and_then(|len| len.checked_next_multiple_of(BLOCK)).and_then(|len| len.checked_add(HEAD));
    file.unwrap_or(usize::MAX)
}

/// The card that counts the rows.
pub(super) fn rows_card(rows: i64) -> String {
    number("NAXIS2", rows, "number of rows")
}

/// Both headers.
pub(super) fn head(kind: FitsKind, depth: Depth, rows: i64) -> Vec<u8> {
    let order = i64::from(depth.get());
    let (ordering, name) = match kind {
        FitsKind::Range => ("RANGE", "RANGE"),
        FitsKind::Nuniq | FitsKind::NuniqV1 => ("NUNIQ", "UNIQ"),
    };
    let mut head = String::with_capacity(HEAD);
    let primary = [
        word("SIMPLE", "T", "FITS standard"),
        number("BITPIX", 8, ""),
        number("NAXIS", 0, "no data here"),
        word("EXTEND", "T", "the MOC is the extension"),
    ];
    close(&mut head, &primary);
    let table = [
        text("XTENSION", "BINTABLE", "HEALPix multi-order coverage map"),
        number("BITPIX", 8, ""),
        number("NAXIS", 2, ""),
        number("NAXIS1", 8, "bytes in a row"),
        rows_card(rows),
        number("PCOUNT", 0, ""),
        number("GCOUNT", 1, ""),
        number("TFIELDS", 1, ""),
        text("TTYPE1", name, ""),
        text("TFORM1", "1K", "64-bit integers"),
        text("ORDERING", ordering, "packing of the cells"),
        text("COORDSYS", "C", "ICRS"),
    ];
    let version_2 =
        [text("MOCVERS", "2.0", "MOC standard"), text("MOCDIM", "SPACE", ""), number("MOCORD_S", order, "order")];
    let version_1 = [number("MOCORDER", order, "order")];
    let old = [text("PIXTYPE", "HEALPIX", "")];
    let tool = [text("MOCTOOL", concat!("healpix-core ", env!("CARGO_PKG_VERSION")), "")];
    let mut cards = Vec::from(table);
    match kind {
        FitsKind::Range => cards.extend(version_2),
        FitsKind::Nuniq => cards.extend(version_2.into_iter().chain(version_1)),
        FitsKind::NuniqV1 => cards.extend(old.into_iter().chain(version_1)),
    }
    cards.extend(tool);
    close(&mut head, &cards);
    head.into_bytes()
}

/// Adds cards, END and the blanks to the end of the block.
fn close(head: &mut String, cards: &[String]) {
    let end = head.len() + BLOCK;
    cards.iter().for_each(|card| head.push_str(card));
    head.push_str("END");
    head.extend(core::iter::repeat_n(' ', end.saturating_sub(head.len())));
}

fn number(name: &str, value: i64, comment: &str) -> String {
    card(name, &format!("{value:>20}"), comment)
}

fn word(name: &str, value: &str, comment: &str) -> String {
    card(name, &format!("{value:>20}"), comment)
}

fn text(name: &str, value: &str, comment: &str) -> String {
    let quoted = format!("'{value:<8}'");
    card(name, &format!("{quoted:<20}"), comment)
}

/// A card in fixed format: the value from column 11 to 30 (FITS 4.0, section 4.2).
fn card(name: &str, value: &str, comment: &str) -> String {
    let slash = if comment.is_empty() { "" } else { " / " };
    format!("{:<CARD$.CARD$}", format!("{name:<8}= {value}{slash}{comment}"))
}
