//! A header: blocks of 36 cards up to END, and what they say of the data behind them.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;

use super::card::{CARD, Value, keyword, value};
use super::source::{Source, broken};
use crate::error::{Error, Result};
use crate::log;

/// FITS files are made of blocks of so many bytes.
pub(super) const BLOCK: usize = 2880;

/// More blocks than any header has (36,864 cards): an endless one ends here.
const MAX_BLOCKS: usize = 1024;

/// Keywords with a meaning here. All others are passed over.
const KEYWORDS: [&str; 19] = [
    "SIMPLE", "XTENSION", "BITPIX", "NAXIS", "PCOUNT", "GCOUNT", "TFIELDS", "MOCVERS", "MOCDIM", "MOCORD_S",
    "MOCORDER", "ORDERING", "COORDSYS", "PIXTYPE", "NSIDE", "INDXSCHM", "OBJECT", "FIRSTPIX", "LASTPIX",
];

/// Keywords with a meaning here that end in a number.
const NUMBERED: [&str; 6] = ["NAXIS", "TTYPE", "TFORM", "TSCAL", "TZERO", "TNULL"];

fn matters(name: &str) -> bool {
    let is_number = |tail: &str| !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_digit());
    KEYWORDS.contains(&name) || NUMBERED.iter().any(|stem| name.strip_prefix(stem).is_some_and(is_number))
}

/// The cards of a header that matter.
pub(super) struct Header {
    /// Where it starts in the file.
    start: u64,
    cards: BTreeMap<Box<str>, (Value, u64)>,
}

impl Header {
    /// The header of the first binary table, with `source` at the first byte of its data.
    pub(super) fn of_table(source: &mut impl Source) -> Result<Self> {
        let primary = Self::read(source, "SIMPLE")?.ok_or_else(|| broken(0, "the file is empty"))?;
        if primary.get("SIMPLE", logical)? != Some(true) {
            return Err(primary.wrong("SIMPLE", "must be T"));
        }
        let mut before = primary;
        loop {
            source.skip(before.data_len()?, "the data before the table")?;
            let Some(header) = Self::read(source, "XTENSION")? else {
                return Err(broken(source.offset(), "the file ends, and there was no binary table in it"));
            };
            if header.text("XTENSION")? == Some("BINTABLE") {
                return Ok(header);
            }
            before = header;
        }
    }

    /// The next header, whose first card must be `first`, or none where the file ends.
    fn read(source: &mut impl Source, first: &str) -> Result<Option<Self>> {
        let mut header = Self { start: source.offset(), cards: BTreeMap::new() };
        for number in 0..MAX_BLOCKS {
            let at = source.offset();
            let block = source.take(BLOCK)?;
            if number == 0 {
                if block.is_empty() {
                    return Ok(None);
                }
                check_start(block, at, first)?;
            }
            if block.len() < BLOCK {
                return Err(broken(at + block.len() as u64, "the file ends inside a header"));
            }
            if header.take_block(block, at)? {
                return Ok(Some(header));
            }
        }
        Err(broken(header.start, format!("the header has no END card in {MAX_BLOCKS} blocks")))
    }

    /// Takes the cards of a block, and says whether END was among them.
    fn take_block(&mut self, block: &[u8], at: u64) -> Result<bool> {
        for (card, k) in block.chunks_exact(CARD).zip(0u64..) {
            let offset = at + k * CARD as u64;
            let name = keyword(card, offset)?;
            if name == "END" {
                return Ok(true);
            }
            if matters(name) {
                self.insert(name, value(card, name, offset)?, offset)?;
            }
        }
        Ok(false)
    }

    /// A card may come twice, but not with two values.
    fn insert(&mut self, name: &str, value: Value, offset: u64) -> Result<()> {
        match self.cards.get(name) {
            Some((before, first)) if *before == value => {
                log::warn(|| format!("byte {offset}: card {name} = {value} is there already, at byte {first}"));
                Ok(())
            }
            Some((before, _)) => {
                let reason = format!("card {name}: comes twice, with {before} and with {value}");
                Err(broken(offset, reason))
            }
            None => {
                self.cards.insert(name.into(), (value, offset));
                Ok(())
            }
        }
    }

    /// An error about a card: where it is, or else where the header is.
    pub(super) fn wrong(&self, name: &str, reason: &str) -> Error {
        match self.cards.get(name) {
            Some((value, offset)) => broken(*offset, format!("card {name} = {value}: {reason}")),
            None => broken(self.start, format!("the header has no card {name}: {reason}")),
        }
    }

    /// The value of a card as `read` understands it, if there is the card.
    fn get<'a, T>(&'a self, name: &str, read: fn(&'a Value) -> Result<T, &'static str>) -> Result<Option<T>> {
        let Some((value, _)) = self.cards.get(name) else { return Ok(None) };
        read(value).map(Some).map_err(|reason| self.wrong(name, reason))
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<&str>> {
        self.get(name, |value| match value {
            Value::Text(text) => Ok(text.as_str()),
            _ => Err("must be a text in quotes"),
        })
    }

    /// A whole number of at least 0.
    pub(super) fn count(&self, name: &str) -> Result<Option<u64>> {
        self.get(name, |value| match value {
            Value::Integer(integer) => u64::try_from(*integer).map_err(|_| "must not be negative"),
            _ => Err("must be a whole number of at most 63 bits"),
        })
    }

    pub(super) fn integer(&self, name: &str) -> Result<Option<i64>> {
        self.get(name, |value| match value {
            Value::Integer(integer) => Ok(*integer),
            _ => Err("must be a whole number of at most 63 bits"),
        })
    }

    pub(super) fn real(&self, name: &str) -> Result<Option<f64>> {
        self.get(name, |value| match value {
            Value::Integer(integer) => Ok(*integer as f64),
            Value::Real(real) => Ok(*real),
            _ => Err("must be a number"),
        })
    }

    /// [`Header::count`] of a card that must be there.
    pub(super) fn must_count(&self, name: &str) -> Result<u64> {
        self.count(name)?.ok_or_else(|| self.wrong(name, "a whole number is needed"))
    }

    /// [`Header::text`] of a card that must be there.
    pub(super) fn must_text(&self, name: &str) -> Result<&str> {
        self.text(name)?.ok_or_else(|| self.wrong(name, "a text is needed"))
    }

    /// Bytes of the data behind it, with what fills their last block (FITS 4.0, equations 1 and 2).
    fn data_len(&self) -> Result<u64> {
        let bits = self.integer("BITPIX")?.ok_or_else(|| self.wrong("BITPIX", "a whole number is needed"))?;
        if !matches!(bits, 8 | 16 | 32 | 64 | -32 | -64) {
            return Err(self.wrong("BITPIX", "must be 8, 16, 32, 64, -32 or -64"));
        }
        let axes = self.must_count("NAXIS")?;
        if axes > 999 {
            return Err(self.wrong("NAXIS", "must be at most 999"));
        }
        let mut elements = Some(u64::from(axes > 0));
        for axis in 1..=axes {
            let len = self.must_count(&format!("NAXIS{axis}"))?;
            elements = elements.and_then(|n| n.checked_mul(len));
        }
        let groups = self.count("GCOUNT")?.unwrap_or(1);
        let parameters = self.count("PCOUNT")?.unwrap_or(0);
        elements
            .and_then(|n| n.checked_add(parameters))
            .and_then(|n| n.checked_mul(groups))
            .and_then(|n| n.checked_mul(bits.unsigned_abs() / 8))
            .and_then(|n| n.checked_next_multiple_of(BLOCK as u64))
            .ok_or_else(|| self.wrong("NAXIS", "the data would be longer than 2^64 bytes"))
    }
}

/// That the first bytes of a header are those of its first card.
fn check_start(block: &[u8], at: u64, first: &str) -> Result<()> {
    if at == 0 && block.starts_with(&[0x1f, 0x8b]) {
        return Err(broken(0, "the file is compressed with gzip: unpack it first"));
    }
    let expected = format!("{first:8}=");
    let n = expected.len().min(block.len());
    if block.get(..n) != expected.as_bytes().get(..n) {
        return Err(broken(at, format!("no FITS header: its first card must be {first}")));
    }
    Ok(())
}

fn logical(value: &Value) -> Result<bool, &'static str> {
    match value {
        Value::Logical(logical) => Ok(*logical),
        _ => Err("must be T or F"),
    }
}
