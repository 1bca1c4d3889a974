//! Range MOCs: writing, whole or piece by piece.

use alloc::format;
use alloc::vec::Vec;
use std::io::{self, Seek, SeekFrom, Write};

use super::FitsKind;
use super::head::{HEAD, ROWS_CARD, file_len, head, rows_card};
use super::header::BLOCK;
use super::ranges::{Check, fault};
use super::source::{broken, io_error};
use super::table::CHUNK;
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::io::levels::LAST;
use crate::moc::{CellRange, Moc};
use crate::progress;

/// Ranges that are encoded at once.
const AT_ONCE: usize = CHUNK / 16;

/// Puts a card where it belongs in what has been written, and goes back to the end.
type Patch<W> = fn(&mut W, at: u64, card: &[u8]) -> io::Result<()>;

/// Writes a range MOC piece by piece, in a fixed amount of memory.
///
/// The number of ranges stands in the header, in front of them. Where it is known, [`FitsRangesWriter::new`] writes
/// to anything; otherwise [`FitsRangesWriter::seekable`] goes back in the end and puts it there. A file
/// that was not finished is none that a reader would take for whole.
///
/// # Examples
/// ```
/// use healpix_core::{Depth, Moc, io::FitsRangesWriter, moc::CellRange};
/// let file = std::io::Cursor::new(Vec::new());
/// let mut writer = FitsRangesWriter::seekable(file, Depth::MAX)?;
/// for start in [10, 20, 30] {
///     writer.push(CellRange { start, end: start + 5 })?;
/// }
/// let file = writer.finish()?.into_inner();
/// assert_eq!(Moc::from_fits(&file)?.ranges().len(), 3);
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub struct FitsRangesWriter<W: Write> {
    write: W,
    depth: Depth,
    buffer: Vec<u8>,
    last: Option<CellRange>,
    n_ranges: u64,
    count: Count<W>,
}

/// How the header gets the number of ranges.
enum Count<W> {
    Promised(u64),
    /// The header starts at that byte.
    Patched(u64, Patch<W>),
}

impl<W: Write> FitsRangesWriter<W> {
    /// Writes the header of a MOC with `n_ranges` ranges.
    ///
    /// # Errors
    /// [`Error::Io`] where writing fails; [`Error::Format`] for more ranges than there
    /// are cells.
    pub fn new(write: W, depth: Depth, n_ranges: u64) -> Result<Self> {
        if n_ranges > LAST {
            return Err(broken(ROWS_CARD, format!("{n_ranges} ranges are more than the {LAST} cells of depth 29")));
        }
        Self::start(write, depth, 2 * n_ranges as i64, Count::Promised(n_ranges))
    }

    fn start(mut write: W, depth: Depth, rows: i64, count: Count<W>) -> Result<Self> {
        write.write_all(&head(FitsKind::Range, depth, rows)).map_err(|error| io_error("writing", 0, &error))?;
        let buffer = crate::room::reserved(2 * CHUNK)?;
        Ok(Self { write, depth, buffer, last: None, n_ranges: 0, count })
    }

    /// Adds a range of cells of depth 29.
    ///
    /// # Errors
    /// As [`FitsRangesWriter::extend`].
    pub fn push(&mut self, range: CellRange) -> Result<()> {
        self.extend(&[range])
    }

    /// Adds ranges of cells of depth 29.
    ///
    /// # Errors
    /// [`Error::Format`], with the byte where it would be, for a range that is not behind the one
    /// before it or touches it, that is empty, goes beyond the last cell or is not of whole cells of the
    /// depth of the MOC, and for one more than promised; [`Error::Io`] where writing fails. Ranges before the bad
    /// one may have been added.
    pub fn extend(&mut self, ranges: &[CellRange]) -> Result<()> {
        for some in ranges.chunks(AT_ONCE) {
            self.check(some)?;
            encode(some, &mut self.buffer);
            self.n_ranges += some.len() as u64;
            if self.buffer.len() >= CHUNK {
                self.flush()?;
            }
        }
        Ok(())
    }

    /// Fills the last block with zeros, sees to the number of ranges in the header, and gives the writer
    /// back, flushed.
    ///
    /// # Errors
    /// [`Error::Format`] where fewer ranges came than promised; [`Error::Io`] where writing fails.
    pub fn finish(mut self) -> Result<W> {
        if let Count::Promised(promised) = self.count {
            if promised != self.n_ranges {
                let reason = format!("{} ranges came, the header promises {promised}", self.n_ranges);
                return Err(broken(self.offset(), reason));
            }
        }
        let filled = self.offset().next_multiple_of(BLOCK as u64) - self.offset();
        self.buffer.resize(self.buffer.len() + filled as usize, 0);
        self.flush()?;
        if let Count::Patched(start, patch) = self.count {
            let card = rows_card(2 * self.n_ranges as i64);
            patch(&mut self.write, start + ROWS_CARD, card.as_bytes())
                .map_err(|error| io_error("writing", ROWS_CARD, &error))?;
        }
        self.write.flush().map_err(|error| io_error("writing", self.offset(), &error))?;
        Ok(self.write)
    }

    /// That ranges may follow the last one.
    fn check(&mut self, ranges: &[CellRange]) -> Result<()> {
        let promised = if let Count::Promised(promised) = self.count { promised } else { LAST };
        if promised - self.n_ranges < ranges.len() as u64 {
            return Err(broken(self.offset(), format!("more ranges than the {promised} there should be")));
        }
        let mut check = Check::behind(self.last.as_slice(), self.depth);
        for &range in ranges {
            check.pass(range);
        }
        if check.all_good() {
            self.last = ranges.last().copied().or(self.last);
            return Ok(());
        }
        Err(self.first_fault(ranges))
    }

    /// The error for the first bad one of some ranges.
    fn first_fault(&self, ranges: &[CellRange]) -> Error {
        let mut before = self.last.map(|last| last.end);
        for (&range, k) in ranges.iter().zip(0u64..) {
            let touches = || {
                let CellRange { start, end } = range;
                (before == Some(start)).then(|| format!("the range {start}..{end} touches the one before it"))
            };
            if let Some(reason) = fault(range, before.unwrap_or(0), self.depth).or_else(touches) {
                return broken(self.offset() + 16 * k, format!("range {}: {reason}", self.n_ranges + k + 1));
            }
            before = Some(range.end);
        }
        broken(self.offset(), "the ranges are not in order")
    }

    /// Where the next byte will be in the file.
    fn offset(&self) -> u64 {
        HEAD as u64 + 16 * self.n_ranges
    }

    fn flush(&mut self) -> Result<()> {
        let written = self.write.write_all(&self.buffer);
        written.map_err(|error| io_error("writing", self.offset(), &error))?;
        self.buffer.clear();
        Ok(())
    }
}

impl<W: Write + Seek> FitsRangesWriter<W> {
    /// Writes a header without the number of ranges; [`FitsRangesWriter::finish`] puts it there.
    ///
    /// # Errors
    /// [`Error::Io`] where writing fails.
    pub fn seekable(mut write: W, depth: Depth) -> Result<Self> {
        let start = write.stream_position().map_err(|error| io_error("writing", 0, &error))?;
        // A number of rows that no reader takes.
        Self::start(write, depth, -1, Count::Patched(start, patch))
    }
}

/// Writes the file of a MOC, whose ranges need no check.
pub(super) fn write_moc(moc: &Moc, write: &mut impl Write) -> Result<()> {
    let n_rows = 2 * moc.ranges().len() as u64;
    progress::task(Some(file_len(n_rows) as u64), || write_ranges(moc, n_rows, write))
}

fn write_ranges(moc: &Moc, n_rows: u64, write: &mut impl Write) -> Result<()> {
    let mut buffer = head(FitsKind::Range, moc.depth(), n_rows as i64);
    let mut offset = 0;
    for some in moc.ranges().chunks(AT_ONCE) {
        encode(some, &mut buffer);
        put(write, &mut buffer, &mut offset)?;
    }
    buffer.resize(file_len(n_rows).saturating_sub(offset as usize), 0);
    put(write, &mut buffer, &mut offset)?;
    write.flush().map_err(|error| io_error("writing", offset, &error))
}

/// Writes and empties `buffer`.
fn put(write: &mut impl Write, buffer: &mut Vec<u8>, offset: &mut u64) -> Result<()> {
    write.write_all(buffer).map_err(|error| io_error("writing", *offset, &error))?;
    *offset += buffer.len() as u64;
    let written = buffer.len();
    buffer.clear();
    progress::check(written)
}

/// Adds ranges to `out`, as they are in a table. By eights: then room is looked for once for all of them.
pub(super) fn encode(ranges: &[CellRange], out: &mut Vec<u8>) {
    let mut eights = ranges.chunks_exact(8);
    for eight in &mut eights {
        let mut bytes = [0; 8 * 16];
        for (bytes, range) in bytes.chunks_exact_mut(16).zip(eight) {
            encode_one(*range, bytes);
        }
        out.extend_from_slice(&bytes);
    }
    for range in eights.remainder() {
        let mut bytes = [0; 16];
        encode_one(*range, &mut bytes);
        out.extend_from_slice(&bytes);
    }
}

#[inline(always)]
fn encode_one(range: CellRange, bytes: &mut [u8]) {
    let (start, end) = bytes.split_at_mut(8);
    start.copy_from_slice(&range.start.to_be_bytes());
    end.copy_from_slice(&range.end.to_be_bytes());
}

fn patch<W: Write + Seek>(write: &mut W, at: u64, card: &[u8]) -> io::Result<()> {
    let end = write.stream_position()?;
    write.seek(SeekFrom::Start(at))?;
    write.write_all(card)?;
    write.seek(SeekFrom::Start(end))?;
    Ok(())
}
