//! The header of a MOC: which of the two packagings, and how deep (MOC 2.0, table 5).

use alloc::format;

use super::column::IndexColumn;
use super::header::Header;
use super::source::Source;
use super::table::Table;
use crate::error::Result;
use crate::grid::Depth;
use crate::log;

/// How a MOC is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ordering {
    Range,
    Nuniq,
}

/// A table that is a space MOC, before its first row.
pub(super) struct MocTable<S> {
    pub(super) table: Table<S>,
    pub(super) ordering: Ordering,
    pub(super) depth: Depth,
    pub(super) column: IndexColumn,
}

impl<S: Source> MocTable<S> {
    pub(super) fn open(source: S) -> Result<Self> {
        let table = Table::open(source)?;
        let header = &table.header;
        let ordering = ordering(header)?;
        check_words(header)?;
        let [column] = table.columns.as_slice() else {
            let reason = "a MOC has one column; `read_multi_order_map` reads cells with a probability";
            return Err(header.wrong("TFIELDS", reason));
        };
        let column = IndexColumn::new(header, column)?;
        let (kind, repeat) = (column.column.kind, column.column.repeat);
        let fits = match ordering {
            Ordering::Range => kind == b'K' && (repeat == 1 || repeat == 2),
            Ordering::Nuniq => matches!(kind, b'J' | b'K') && repeat == 1,
        };
        if !fits {
            return Err(header.wrong("TFORM1", "must be 1K, or 1J for NUNIQ"));
        }
        if ordering == Ordering::Range && repeat == 1 && table.n_rows % 2 == 1 {
            return Err(header.wrong("NAXIS2", "must be even: two rows make a range"));
        }
        Ok(Self { depth: depth(header)?, ordering, column, table })
    }
}

fn ordering(header: &Header) -> Result<Ordering> {
    match header.must_text("ORDERING")? {
        "RANGE" => Ok(Ordering::Range),
        "NUNIQ" => Ok(Ordering::Nuniq),
        "RING" | "NESTED" | "NEST" => {
            let reason = "this is a HEALPix map and no MOC; `Moc::from_fits_map` makes one of the cells you choose";
            Err(header.wrong("ORDERING", reason))
        }
        _ => Err(header.wrong("ORDERING", "must be RANGE or NUNIQ")),
    }
}

/// The words that say what is stored, where they are given.
fn check_words(header: &Header) -> Result<()> {
    let version = header.text("MOCVERS")?.unwrap_or("1.1");
    if !version.starts_with("1.") && !version.starts_with("2.") {
        return Err(header.wrong("MOCVERS", "must be 1.x or 2.x"));
    }
    let words = [
        ("PIXTYPE", "HEALPIX", "must be HEALPIX"),
        ("MOCDIM", "SPACE", "must be SPACE: MOCs of time or frequency are not read here"),
        ("COORDSYS", "C", "must be C, which means ICRS"),
    ];
    for (name, word, reason) in words {
        if header.text(name)?.is_some_and(|text| text != word) {
            return Err(header.wrong(name, reason));
        }
    }
    if header.text("COORDSYS")?.is_none() {
        log::warn(|| "the header has no card COORDSYS: the cells are taken for ICRS ones".into());
    }
    Ok(())
}

/// The order, by its name in version 2 or in version 1.
fn depth(header: &Header) -> Result<Depth> {
    let (new, old) = (header.count("MOCORD_S")?, header.count("MOCORDER")?);
    let name = if new.is_some() { "MOCORD_S" } else { "MOCORDER" };
    let Some(order) = new.or(old) else {
        return Err(header.wrong("MOCORD_S", "a MOC needs its order there, or in MOCORDER"));
    };
    if old.is_some_and(|old| old != order) {
        return Err(header.wrong("MOCORDER", &format!("is not the order in MOCORD_S, {order}")));
    }
    u8::try_from(order)
        .ok()
        .and_then(|depth| Depth::new(depth).ok())
        .ok_or_else(|| header.wrong(name, "is outside 0..=29"))
}
