//! A binary table: its columns, and its rows in chunks (FITS 4.0, section 7.3).

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use super::header::{BLOCK, Header};
use super::source::{Source, broken};
use crate::error::{Error, Result};
use crate::log;

/// Bytes of rows that are read at once, or one row where that is longer.
pub(super) const CHUNK: usize = 1 << 16;

/// A column: where it is in a row, and how to understand it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) name: Box<str>,
    /// Number of the column, from 1.
    pub(super) number: u64,
    /// The letter of its type, as in TFORMn.
    pub(super) kind: u8,
    /// Elements in a row.
    pub(super) repeat: usize,
    /// Bytes of an element.
    pub(super) size: usize,
    /// First byte in a row.
    pub(super) at: usize,
}

/// A binary table that is being read.
pub(super) struct Table<S> {
    pub(super) header: Header,
    pub(super) columns: Vec<Column>,
    pub(super) n_rows: u64,
    source: S,
    row_len: usize,
    /// Rows read so far, and how many of them were taken last.
    rows_read: u64,
    rows_taken: usize,
    /// Whether the end of the table has been looked at.
    ended: bool,
}

/// Some rows of a table.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) count: usize,
    row_len: usize,
    /// Number of the first of them, from 1, and its place in the file.
    first: u64,
    offset: u64,
}

impl<'a> Rows<'a> {
    /// The bytes of one of them, none if there are not so many.
    pub(super) fn row(self, k: usize) -> &'a [u8] {
        self.bytes.get(k * self.row_len..(k + 1) * self.row_len).unwrap_or(&[])
    }

    /// What is wrong with row `k` of these.
    pub(super) fn wrong(self, k: usize, reason: &str) -> Error {
        let offset = self.offset + (k * self.row_len) as u64;
        broken(offset, format!("row {}: {reason}", self.first + k as u64))
    }
}

impl<S: Source> Table<S> {
    /// The first binary table of a file.
    pub(super) fn open(mut source: S) -> Result<Self> {
        let header = Header::of_table(&mut source)?;
        for (name, value) in [("BITPIX", 8), ("NAXIS", 2), ("PCOUNT", 0), ("GCOUNT", 1)] {
            if header.must_count(name)? != value {
                return Err(header.wrong(name, &format!("must be {value}")));
            }
        }
        let (row_len, n_rows) = (header.must_count("NAXIS1")?, header.must_count("NAXIS2")?);
        if row_len.checked_mul(n_rows).and_then(|len| len.checked_next_multiple_of(BLOCK as u64)).is_none() {
            return Err(header.wrong("NAXIS2", "the table would be longer than 2^64 bytes"));
        }
        let row_len = usize::try_from(row_len).map_err(|_| header.wrong("NAXIS1", "does not fit into memory"))?;
        let columns = columns(&header, row_len)?;
        Ok(Self { header, columns, n_rows, source, row_len, rows_read: 0, rows_taken: 0, ended: false })
    }

    /// Where the next unread byte is.
    pub(super) fn offset(&self) -> u64 {
        self.source.offset()
    }

    /// How many rows have been read.
    pub(super) fn n_rows_read(&self) -> u64 {
        self.rows_read
    }

    /// Reads the next rows, or checks the end of the table. Says whether there are rows.
    pub(super) fn advance(&mut self) -> Result<bool> {
        let rows = (CHUNK / self.row_len.max(1)).max(1) as u64;
        let rows = rows.min(self.n_rows - self.rows_read) as usize;
        self.rows_taken = 0;
        if rows == 0 {
            if !self.ended {
                self.ended = true;
                self.check_end()?;
            }
            return Ok(false);
        }
        let want = rows * self.row_len;
        let have = self.source.take(want)?.len();
        if have < want {
            let row = self.rows_read + (have / self.row_len) as u64 + 1;
            let reason = format!("the file ends inside the table, in row {row} of {}", self.n_rows);
            return Err(broken(self.source.offset(), reason));
        }
        self.rows_taken = rows;
        self.rows_read += rows as u64;
        Ok(true)
    }

    /// The rows read last.
    pub(super) fn rows(&self) -> Rows<'_> {
        let (count, row_len) = (self.rows_taken, self.row_len);
        let bytes = self.source.taken().get(..count * row_len).unwrap_or_default();
        let first = self.rows_read - count as u64 + 1;
        Rows { bytes, count, row_len, first, offset: self.source.offset() - bytes.len() as u64 }
    }

    /// Behind the rows: zeros to the end of the block, then the end of the file, another extension or
    /// a block of zeros. Anything else would be rows that the header does not count.
    fn check_end(&mut self) -> Result<()> {
        let into_block = (self.source.offset() % BLOCK as u64) as usize;
        if into_block > 0 {
            let rest = BLOCK - into_block;
            if self.source.take(rest)?.len() < rest {
                return Err(broken(self.source.offset(), "the file ends inside the last block of the table"));
            }
            self.check_zeros()?;
        }
        if !self.source.take(BLOCK)?.starts_with(b"XTENSION=") {
            return self.check_zeros();
        }
        let at = self.source.offset() - self.source.taken().len() as u64;
        log::warn(|| format!("byte {at}: another extension follows the first table and is not read"));
        Ok(())
    }

    /// That the bytes taken last are zeros.
    fn check_zeros(&self) -> Result<()> {
        let bytes = self.source.taken();
        let Some(k) = bytes.iter().position(|&byte| byte != 0) else { return Ok(()) };
        let offset = self.source.offset() - (bytes.len() - k) as u64;
        Err(broken(offset, format!("data behind the {} rows of the table", self.n_rows)))
    }
}

/// The columns a header tells of. They must fill a row.
fn columns(header: &Header, row_len: usize) -> Result<Vec<Column>> {
    let n = header.must_count("TFIELDS")?;
    if n > 999 {
        return Err(header.wrong("TFIELDS", "must be at most 999"));
    }
    let mut columns = Vec::new();
    let mut at = Some(0usize);
    for number in 1..=n {
        let form = format!("TFORM{number}");
        let wrong = || header.wrong(&form, "must be a count and one of the letters LXBIJKAEDCMPQ");
        let (repeat, kind) = split_form(header.must_text(&form)?).ok_or_else(wrong)?;
        let size = element_size(kind).ok_or_else(wrong)?;
        let name = header.text(&format!("TTYPE{number}"))?.unwrap_or("").into();
        let too_long = || header.wrong(&form, "the columns are longer than a row, NAXIS1");
        let start = at.filter(|&at| at <= row_len).ok_or_else(too_long)?;
        // Bits come packed; nothing here reads them.
        let len = if kind == b'X' { Some(repeat.div_ceil(8)) } else { repeat.checked_mul(size) };
        at = len.and_then(|len| len.checked_add(start));
        columns.push(Column { name, number, kind, repeat, size, at: start });
    }
    if at != Some(row_len) {
        return Err(header.wrong("NAXIS1", "is not the length of the columns"));
    }
    Ok(columns)
}

/// The count and the letter of a TFORM. Behind the letter anything may follow.
fn split_form(form: &str) -> Option<(usize, u8)> {
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let count = form.get(..digits)?;
    let repeat = if count.is_empty() { 1 } else { count.parse().ok()? };
    Some((repeat, *form.as_bytes().get(digits)?))
}

/// Bytes of an element (FITS 4.0, table 18).
fn element_size(kind: u8) -> Option<usize> {
    match kind {
        b'L' | b'X' | b'B' | b'A' => Some(1),
        b'I' => Some(2),
        b'J' | b'E' => Some(4),
        b'K' | b'D' | b'C' | b'P' => Some(8),
        b'M' | b'Q' => Some(16),
        _ => None,
    }
}
