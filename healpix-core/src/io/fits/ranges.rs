//! Range MOCs: reading, whole or piece by piece.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::io::Read;

use super::moc_table::{MocTable, Ordering};
use super::source::{Source, Stream};
use super::table::Rows;
use crate::error::Result;
use crate::grid::Depth;
use crate::io::levels::{LAST, shift};
use crate::moc::{CellRange, Moc};

/// Bytes that are decoded at once.
const AT_ONCE: usize = 1 << 12;

/// The ranges of a range MOC as they are read, in a fixed amount of memory.
///
/// They come as in [`Moc::ranges`]: cells of depth 29, sorted, disjoint, not touching (ranges that touch in
/// the file are joined). After an error nothing more comes. The last range comes after the end of the file's
/// table has been checked, so what ended without an error was whole.
///
/// # Examples
/// ```
/// use healpix_core::{Moc, io::{FitsKind, FitsRanges}};
/// let file = Moc::from_ascii("0/3 5-6 29/")?.to_fits(FitsKind::Range)?;
///
/// // Any reader serves: a file, a socket, bytes.
/// let ranges = FitsRanges::new(file.as_slice())?;
/// assert_eq!((ranges.depth().get(), ranges.n_ranges()), (29, 2));
/// let mut n_cells = 0;
/// for range in ranges {
///     n_cells += range?.len();
/// }
/// assert_eq!(n_cells, 3 << 58);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub struct FitsRanges<R> {
    chunks: Chunks<Stream<R>>,
    /// Ranges that have been read. The last of them may go on in the next chunk.
    ready: Vec<CellRange>,
    next: usize,
    ended: bool,
}

impl<R: Read> FitsRanges<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// As [`Moc::read_fits`], and [`Error::Format`](crate::Error::Format) for a NUNIQ MOC, whose ranges are not in order.
    pub fn new(read: R) -> Result<Self> {
        let moc = MocTable::open(Stream::new(read))?;
        if moc.ordering == Ordering::Nuniq {
            let reason = "ranges come in order only from a RANGE file; `Moc::read_fits` reads this one";
            return Err(moc.table.header.wrong("ORDERING", reason));
        }
        Ok(Self { chunks: Chunks { moc }, ready: Vec::new(), next: 0, ended: false })
    }

    /// The depth of the MOC.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.chunks.moc.depth
    }

    /// How many ranges the header promises. Only reading shows whether they are there.
    #[must_use]
    pub fn n_ranges(&self) -> u64 {
        self.chunks.n_ranges()
    }

    /// Makes the next range final: reads on where only the last one read is left.
    fn refill(&mut self) -> Result<()> {
        while !self.ended && self.next + 1 >= self.ready.len() {
            let mut ready = core::mem::take(&mut self.ready);
            ready.drain(..self.next);
            self.next = 0;
            self.ended = !self.chunks.read(&mut ready)?;
            self.ready = ready;
        }
        Ok(())
    }
}

impl<R: Read> Iterator for FitsRanges<R> {
    type Item = Result<CellRange>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Err(error) = self.refill() {
            self.ended = true;
            return Some(Err(error));
        }
        let range = self.ready.get(self.next).copied()?;
        self.next += 1;
        Some(Ok(range))
    }
}

impl<R: Read> core::iter::FusedIterator for FitsRanges<R> {}

/// All ranges of a file of `at_least` bytes.
pub(super) fn read(moc: MocTable<impl Source>, at_least: u64) -> Result<Moc> {
    let mut chunks = Chunks { moc };
    let mut ranges = crate::room::reserved(chunks.n_ranges().min(at_least / 16) as usize)?;
    while chunks.read(&mut ranges)? {}
    Ok(Moc::from_normal_ranges(chunks.moc.depth, ranges))
}

/// The table, as chunks of ranges.
struct Chunks<S> {
    moc: MocTable<S>,
}

impl<S: Source> Chunks<S> {
    /// Rows that make a range.
    fn rows_each(&self) -> u64 {
        if self.moc.column.column.repeat == 2 { 1 } else { 2 }
    }

    fn n_ranges(&self) -> u64 {
        self.moc.table.n_rows / self.rows_each()
    }

    /// Adds the ranges of the next chunk to `out`, and says whether there was one.
    fn read(&mut self, out: &mut Vec<CellRange>) -> Result<bool> {
        if !self.moc.table.advance()? {
            return Ok(false);
        }
        let rows = self.moc.table.rows();
        let (old, bias) = (out.len(), self.moc.column.bias);
        crate::room::reserve(out, rows.bytes.len() / 16)?;
        let check = decode_all(rows.bytes, bias, Check::behind(out, self.moc.depth), out);
        if !check.all_good() {
            self.check_each(rows, out, old)?;
        }
        Ok(true)
    }

    /// The slow way over a chunk: finds the bad range, or joins those that touch.
    fn check_each(&self, rows: Rows<'_>, out: &mut Vec<CellRange>, old: usize) -> Result<()> {
        let mut kept = old;
        for k in old..out.len() {
            let range = out[k];
            let before = if kept > 0 { out[kept - 1].end } else { 0 };
            if let Some(fault) = fault(range, before, self.moc.depth) {
                return Err(rows.wrong((k - old) * self.rows_each() as usize, &fault));
            }
            if kept > 0 && range.start == before {
                out[kept - 1].end = range.end;
            } else {
                out[kept] = range;
                kept += 1;
            }
        }
        out.truncate(kept);
        Ok(())
    }
}

/// Adds all ranges to `out` and lets them pass by `check`, which comes back. Some at a time: then the second look finds
/// them in the first-level cache.
fn decode_all(bytes: &[u8], bias: u64, mut check: Check, out: &mut Vec<CellRange>) -> Check {
    for some in bytes.chunks(AT_ONCE) {
        let old = out.len();
        out.extend(some.chunks_exact(16).map(|bytes| decode(bytes, bias)));
        out.get(old..).unwrap_or(&[]).iter().for_each(|range| check.pass(*range));
    }
    check
}

/// Two big-endian numbers.
#[inline(always)]
fn decode(bytes: &[u8], bias: u64) -> CellRange {
    let word = |bytes: &[u8]| bytes.try_into().map_or(0, u64::from_be_bytes).wrapping_add(bias);
    let (start, end) = bytes.split_at(8);
    CellRange { start: word(start), end: word(end) }
}

/// Whether ranges that pass by are those of a MOC. There is no branch in it: all pass, and it remembers.
pub(super) struct Check {
    mask: u64,
    /// The least number the next range may start with: one more than the end before.
    least: u64,
    /// The bits of all starts and ends together.
    bits: u64,
    /// The bits of all differences that must not be negative.
    order: u64,
}

impl Check {
    /// For ranges behind those before, if there are any.
    pub(super) fn behind(before: &[CellRange], depth: Depth) -> Self {
        let least = before.last().map_or(0, |last| last.end + 1);
        Self { mask: (1 << shift(depth)) - 1, least, bits: 0, order: 0 }
    }

    #[inline(always)]
    pub(super) fn pass(&mut self, range: CellRange) {
        let CellRange { start, end } = range;
        self.bits |= start | end;
        self.order |= start.wrapping_sub(self.least) | end.wrapping_sub(start).wrapping_sub(1);
        self.least = end.wrapping_add(1);
    }

    /// Whether all were good. Where no number has one of the two highest bits, which the last cell has not, a difference
    /// has the highest one only if it is negative, no number was too large for `least` to follow, and in order the last
    /// end is the largest.
    pub(super) fn all_good(&self) -> bool {
        let too_large = self.bits >> 62 != 0 || self.least > LAST + 1;
        !too_large && self.order >> 63 == 0 && self.bits & self.mask == 0
    }
}

/// What is wrong with a range behind one that ends at `before`. It may touch that one.
pub(super) fn fault(range: CellRange, before: u64, depth: Depth) -> Option<String> {
    let CellRange { start, end } = range;
    if end <= start {
        Some(format!("the range {start}..{end} is empty or ends before it starts"))
    } else if end > LAST {
        Some(format!("the range {start}..{end} goes beyond the last cell of depth 29, {}", LAST - 1))
    } else if (start | end) & ((1 << shift(depth)) - 1) != 0 {
        Some(format!("the range {start}..{end} is not made of whole cells of the MOC's order, {}", depth.get()))
    } else if start < before {
        Some(format!("the range {start}..{end} starts before {before}, the end of the range before it"))
    } else {
        None
    }
}
