//! Writing NUNIQ MOCs: one walk over the ranges for each depth that has cells, and no memory for the table.

use alloc::vec;
use std::io::Write;

use super::FitsKind;
use super::head::{self, HEAD};
use super::header::BLOCK;
use super::source::io_error;
use super::table::CHUNK;
use crate::error::Result;
use crate::grid::Depth;
use crate::io::levels::each_run;
use crate::moc::{CellRange, Moc};
use crate::progress;

/// Cells of each depth in a MOC.
pub(super) struct Counts([u64; 30]);

impl Counts {
    pub(super) fn of(moc: &Moc) -> Self {
        Self(count(moc.ranges()))
    }

    pub(super) fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}

/// Writes the file of a MOC.
pub(super) fn write(moc: &Moc, counts: &Counts, kind: FitsKind, write: &mut impl Write) -> Result<()> {
    let total = counts.total();
    progress::task(Some(HEAD as u64 + 8 * total), || write_cells(moc, counts, kind, write))
}

fn write_cells(moc: &Moc, counts: &Counts, kind: FitsKind, write: &mut impl Write) -> Result<()> {
    let total = counts.total();
    let mut out = Out { write, offset: 0 };
    out.put(&head::head(kind, moc.depth(), total as i64))?;
    for (depth, _) in (0..).map(Depth::trusted).zip(counts.0).filter(|&(_, n)| n > 0) {
        if depth == Depth::ZERO { base_cells(moc.ranges(), &mut out)? } else { cells(moc.ranges(), depth, &mut out)? }
    }
    let filled = (HEAD as u64 + 8 * total).next_multiple_of(BLOCK as u64) - (HEAD as u64 + 8 * total);
    out.put(&[0; BLOCK][..filled as usize])?;
    out.write.flush().map_err(|error| io_error("writing", out.offset, &error))
}

/// A writer that knows where it is.
struct Out<'a, W> {
    write: &'a mut W,
    offset: u64,
}

impl<W: Write> Out<'_, W> {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.write.write_all(bytes).map_err(|error| io_error("writing", self.offset, &error))?;
        self.offset += bytes.len() as u64;
        progress::check(bytes.len())
    }
}

/// A range as two: `start..middle..end`. Their lengths in base 4 have, digit by digit, the numbers of the
/// largest cells that make up the range, ascending in size up to the middle and descending from there.
#[inline(always)]
fn middle(range: CellRange) -> u64 {
    // The highest digit in which the last cell before the range and its end differ. Before cell 0 there
    // is none, and all of that range is on the right.
    let before = range.start.wrapping_sub(1);
    let digit = (63 - (before ^ range.end).leading_zeros()) & !1;
    (range.end >> digit) << digit
}

/// Cells of each depth.
fn count(ranges: &[CellRange]) -> [u64; 30] {
    const DIGITS: u64 = 0x0303_0303_0303_0303;
    let mut digits = [0u64; 32];
    // Sums of digits, eight in a word: digit 4 j + k is byte j of word k. A byte holds 42 times 3 + 3.
    for some in ranges.chunks(42) {
        let mut sums = [0u64; 4];
        for &range in some {
            let middle = middle(range);
            let (left, right) = (middle - range.start, range.end - middle);
            for (k, sum) in sums.iter_mut().enumerate() {
                *sum += (left >> (2 * k) & DIGITS) + (right >> (2 * k) & DIGITS);
            }
        }
        for (k, sum) in sums.iter().enumerate() {
            for (j, byte) in sum.to_le_bytes().into_iter().enumerate() {
                digits[4 * j + k] += u64::from(byte);
            }
        }
    }
    let mut cells = [0; 30];
    for (depth, cells) in cells.iter_mut().enumerate() {
        *cells = digits[29 - depth];
    }
    // Base cells have no parents: four of them stay four.
    cells[0] += 4 * digits[30];
    cells
}

/// Writes the cells of one depth. There are up to three at each side of a range, and how many is as good as
/// random: three are always put, and the next ones over those that were too many.
fn cells<W: Write>(ranges: &[CellRange], depth: Depth, out: &mut Out<'_, W>) -> Result<()> {
    /// Bytes of three cells.
    const THREE: usize = 24;
    let shift = crate::io::levels::shift(depth);
    let front = 4u64 << (2 * depth.get());
    let mut buffer = vec![0u8; CHUNK];
    let put = |buffer: &mut [u8], first: u64, n: u64| {
        for (bytes, cell) in buffer[..THREE].chunks_exact_mut(8).zip(0..) {
            bytes.copy_from_slice(&(front + first + cell).to_be_bytes());
        }
        8 * n as usize
    };
    for some in ranges.chunks(CHUNK / (2 * THREE)) {
        let mut at = 0;
        for &range in some {
            let middle = middle(range);
            let left = (middle - range.start) >> shift & 3;
            let right = (range.end - middle) >> shift & 3;
            at += put(&mut buffer[at..], (range.start + ((1 << shift) - 1)) >> shift, left);
            at += put(&mut buffer[at..], (range.end >> shift) - right, right);
        }
        out.put(&buffer[..at])?;
    }
    Ok(())
}

/// Writes the cells of depth 0, of which there may be 12 in a range.
fn base_cells<W: Write>(ranges: &[CellRange], out: &mut Out<'_, W>) -> Result<()> {
    each_run(ranges, Depth::ZERO, |run| (run.start..run.end).try_for_each(|cell| out.put(&(4 + cell).to_be_bytes())))
}
