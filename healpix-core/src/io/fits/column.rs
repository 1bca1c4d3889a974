//! What the elements of a column mean: whole numbers of cells, or values.

use alloc::format;

use super::header::Header;
use super::table::{Column, Rows};
use crate::error::Result;

/// A column of cell numbers.
#[derive(Debug, Clone)]
pub(super) struct IndexColumn {
    pub(super) column: Column,
    /// Added to every element, modulo 2^64: 2^63 for unsigned numbers (FITS 4.0, table 19), else 0.
    pub(super) bias: u64,
}

impl IndexColumn {
    /// A column of integers.
    pub(super) fn new(header: &Header, column: &Column) -> Result<Self> {
        let n = column.number;
        if !matches!(column.kind, b'B' | b'I' | b'J' | b'K') {
            return Err(header.wrong(&format!("TFORM{n}"), "cell numbers must be integers"));
        }
        let scale = format!("TSCAL{n}");
        if header.real(&scale)?.is_some_and(|scale| scale != 1.0) {
            return Err(header.wrong(&scale, "cell numbers have no scale but 1"));
        }
        let zero = format!("TZERO{n}");
        let sign = (1u64 << (8 * column.size - 1)) as f64;
        let bias = match header.real(&zero)? {
            None => 0,
            Some(0.0) => 0,
            Some(offset) if offset == sign && column.size > 1 => 1 << (8 * column.size - 1),
            Some(_) => return Err(header.wrong(&zero, "cell numbers have no zero but that of unsigned integers")),
        };
        Ok(Self { column: column.clone(), bias })
    }

    /// Element `k` of a row. Negative numbers come out above 2^63.
    #[inline]
    pub(super) fn get(&self, row: &[u8], k: usize) -> u64 {
        let raw = integer(element(&self.column, row, k), self.column.kind);
        (raw as u64).wrapping_add(self.bias)
    }
}

/// A column of values.
#[derive(Debug, Clone)]
pub(super) struct ValueColumn {
    pub(super) column: Column,
    scale: f64,
    zero: f64,
    null: Option<i64>,
}

impl ValueColumn {
    /// A column of numbers or logicals.
    pub(super) fn new(header: &Header, column: &Column) -> Result<Self> {
        let n = column.number;
        if !matches!(column.kind, b'L' | b'B' | b'I' | b'J' | b'K' | b'E' | b'D') {
            return Err(header.wrong(&format!("TFORM{n}"), "values must be numbers or logicals"));
        }
        let scale = header.real(&format!("TSCAL{n}"))?.unwrap_or(1.0);
        let zero = header.real(&format!("TZERO{n}"))?.unwrap_or(0.0);
        let null = header.integer(&format!("TNULL{n}"))?;
        Ok(Self { column: column.clone(), scale, zero, null })
    }

    /// Element `k` of row `row_number` of `rows`: NaN where it is null, 1 and 0 for true and false.
    #[inline]
    pub(super) fn get(&self, rows: Rows<'_>, row_number: usize, k: usize) -> Result<f64> {
        let bytes = element(&self.column, rows.row(row_number), k);
        let value = match self.column.kind {
            b'L' => return logical(bytes).ok_or_else(|| rows.wrong(row_number, "a logical must be T, F or 0")),
            b'E' => f32::from_bits(integer(bytes, b'J') as u32).into(),
            b'D' => f64::from_bits(integer(bytes, b'K') as u64),
            kind => match integer(bytes, kind) {
                null if self.null == Some(null) => return Ok(f64::NAN),
                integer => integer as f64,
            },
        };
        // Without these it would come out the same, but for -0 and NaN.
        Ok(if self.scale == 1.0 && self.zero == 0.0 { value } else { self.zero + self.scale * value })
    }
}

/// The bytes of an element.
#[inline]
fn element<'a>(column: &Column, row: &'a [u8], k: usize) -> &'a [u8] {
    let at = column.at + k * column.size;
    row.get(at..at + column.size).unwrap_or(&[])
}

/// A big-endian integer; 0 where there are not enough bytes, which the length of rows excludes.
#[inline]
fn integer(bytes: &[u8], kind: u8) -> i64 {
    match (kind, bytes) {
        (b'B', &[a]) => a.into(),
        (b'I', &[a, b]) => i16::from_be_bytes([a, b]).into(),
        (b'J', &[a, b, c, d]) => i32::from_be_bytes([a, b, c, d]).into(),
        (b'K', &[a, b, c, d, e, f, g, h]) => i64::from_be_bytes([a, b, c, d, e, f, g, h]),
        _ => 0,
    }
}

fn logical(bytes: &[u8]) -> Option<f64> {
    match bytes {
        b"T" => Some(1.0),
        b"F" => Some(0.0),
        [0] => Some(f64::NAN),
        _ => None,
    }
}
