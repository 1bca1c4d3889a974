//! HEALPix maps, as healpy writes them: a value for every cell, or cells with values.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use std::io::Read;

use super::column::{IndexColumn, ValueColumn};
use super::header::Header;
use super::source::{Stream, broken};
use super::table::{Column, Table};
use crate::error::Result;
use crate::grid::{Cell, Depth, Nside, Scheme};
use crate::io::levels::at_29;
use crate::moc::{CellRange, Moc};
use crate::{log, progress};

/// What healpy and HEALPix write where they have no value.
const UNSEEN: f64 = -1.6375e30;

/// Whether a value of a map is one: neither NaN nor UNSEEN, -1.6375e30, to five digits (as 32-bit floats
/// have it).
///
/// # Examples
/// ```
/// use healpix_core::io::is_seen;
/// assert!(is_seen(0.0) && is_seen(f64::INFINITY));
/// assert!(!is_seen(f64::NAN) && !is_seen(-1.6375e30) && !is_seen((-1.6375e30f32).into()));
/// ```
#[must_use]
pub fn is_seen(value: f64) -> bool {
    !value.is_nan() && (value - UNSEEN).abs() > 1e-5 * UNSEEN.abs()
}

impl Moc {
    /// The cells of a HEALPix map in a FITS file whose value `keep` accepts, at the depth of the map.
    ///
    /// It reads the first value column of maps in ring or nested order, of the whole sky (`INDXSCHM` 'IMPLICIT') or
    /// of a part of it ('EXPLICIT', with a PIXEL column). A mask of zeros and ones wants `|value| value != 0.0`;
    /// a map with holes, [`io::is_seen`](is_seen). Logicals are 1 and 0, nulls NaN.
    ///
    /// The cells are those of the map, in its own frame: a map in Galactic coordinates (see [`FitsMap::frame`])
    /// becomes a set of Galactic cells, which is no MOC in the sense of the standard.
    ///
    /// # Errors
    /// As [`FitsMap::new`] and its iterator; [`Error::Format`](crate::Error::Format) too for a cell that comes twice.
    ///
    /// # Examples
    /// ```no_run
    /// use healpix_core::{Moc, io};
    /// let file = std::fs::read("map.fits").expect("a file");
    /// let observed = Moc::from_fits_map(&file, io::is_seen)?;
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_fits_map(file: &[u8], keep: impl FnMut(f64) -> bool) -> Result<Self> {
        FitsMap::new(file)?.into_moc(keep)
    }
}

/// A HEALPix map in a FITS file: an iterator over its cells, in the nested scheme, with their values, in the
/// order of the file and in a fixed amount of memory.
///
/// # Examples
/// ```no_run
/// use healpix_core::io::FitsMap;
/// let file = std::fs::File::open("map.fits").expect("a file");
/// let map = FitsMap::new(file)?;
/// assert_eq!(map.frame(), Some("G"));
/// for cell in map {
///     let (cell, value) = cell?;
///     println!("{} {value}", cell.index());
/// }
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub struct FitsMap<R> {
    table: Table<Stream<R>>,
    nside: Nside,
    depth: Depth,
    nested: bool,
    frame: Option<Box<str>>,
    /// Where the cell numbers come from.
    cells: Cells,
    value: ValueColumn,
    /// Which row of the chunk and which element of the row comes next.
    row: usize,
    element: usize,
    ended: bool,
}

enum Cells {
    /// A column of them.
    Explicit(IndexColumn),
    /// One after the other: the next one.
    Implicit(u64),
}

impl<R: Read> FitsMap<R> {
    /// Reads the header of the map in the first binary table of a file.
    ///
    /// # Errors
    /// [`Error::Format`](crate::Error::Format) with the byte and the header card for all that is malformed or no map in ring or
    /// nested order with an nside that is a power of two; [`Error::Io`](crate::Error::Io) where reading fails;
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    pub fn new(read: R) -> Result<Self> {
        let table = Table::open(Stream::new(read))?;
        let header = &table.header;
        if header.text("PIXTYPE")?.is_some_and(|kind| kind != "HEALPIX") {
            return Err(header.wrong("PIXTYPE", "must be HEALPIX"));
        }
        let nested = match header.must_text("ORDERING")? {
            "RING" => false,
            "NESTED" | "NEST" => true,
            _ => return Err(header.wrong("ORDERING", "must be RING or NESTED")),
        };
        let nside = nside(header)?;
        let depth = nside.try_depth().map_err(|error| header.wrong("NSIDE", &format!("{error}")))?;
        let explicit = is_explicit(header)?;
        let value_at = usize::from(explicit);
        let Some(value) = table.columns.get(value_at) else {
            return Err(header.wrong("TFIELDS", "there is no column of values"));
        };
        let value = ValueColumn::new(header, value)?;
        let cells = if explicit {
            Cells::Explicit(pixel_column(header, &table.columns, &value)?)
        } else {
            Cells::Implicit(first_cell(header, table.n_rows, value.column.repeat, nside)?)
        };
        if value.column.repeat == 0 {
            return Err(header.wrong(&format!("TFORM{}", value.column.number), "has no elements"));
        }
        let frame = header.text("COORDSYS")?.map(Into::into);
        Ok(Self { nside, depth, nested, frame, cells, value, row: 0, element: 0, ended: false, table })
    }

    /// The depth of its cells.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// The coordinates its cells are laid out in, as the file says in COORDSYS: "C" for equatorial (ICRS),
    /// "G" for Galactic, "E" for ecliptic.
    #[must_use]
    pub fn frame(&self) -> Option<&str> {
        self.frame.as_deref()
    }

    /// Takes the values of another column than the first.
    ///
    /// # Errors
    /// [`Error::Format`](crate::Error::Format) where there is none of that name, or no numbers or logicals in it.
    pub fn with_column(mut self, name: &str) -> Result<Self> {
        let header = &self.table.header;
        let Some(column) = self.table.columns.iter().find(|column| &*column.name == name) else {
            return Err(header.wrong("TFIELDS", &format!("there is no column {name:?}")));
        };
        if column.repeat != self.value.column.repeat {
            let reason = "has another number of elements than the first column of values";
            return Err(header.wrong(&format!("TFORM{}", column.number), reason));
        }
        self.value = ValueColumn::new(header, column)?;
        Ok(self)
    }

    /// The cells whose value `keep` accepts. See [`Moc::from_fits_map`].
    ///
    /// # Errors
    /// As the iterator, and [`Error::Format`](crate::Error::Format) for a cell that comes twice; [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    pub fn into_moc(mut self, mut keep: impl FnMut(f64) -> bool) -> Result<Moc> {
        progress::task(None, || self.cells_of(&mut keep))
    }

    fn cells_of(&mut self, keep: &mut impl FnMut(f64) -> bool) -> Result<Moc> {
        self.warn_of_frame();
        let depth = self.depth;
        let mut ranges: Vec<CellRange> = Vec::new();
        while let Some(next) = self.next_cell()? {
            let (cell, value) = next;
            if !keep(value) {
                continue;
            }
            match ranges.last_mut() {
                Some(last) if last.end == cell => last.end += 1,
                _ => {
                    crate::room::reserve(&mut ranges, 1)?;
                    ranges.push(CellRange { start: cell, end: cell + 1 });
                }
            }
        }
        if !ranges.is_sorted() {
            ranges.sort_unstable();
        }
        self.joined(&mut ranges)?;
        ranges.iter_mut().for_each(|range| *range = at_29(range.start, range.end, depth));
        Ok(Moc::from_normal_ranges(depth, ranges))
    }

    /// A MOC has no frame but ICRS.
    fn warn_of_frame(&self) {
        if let Some(frame) = self.frame().filter(|frame| !matches!(*frame, "C" | "ICRS" | "EQUATORIAL")) {
            log::warn(|| format!("card COORDSYS = '{frame}': the cells of the MOC are those of the map, not of ICRS"));
        }
    }

    /// Joins sorted ranges that touch. Those that overlap have a cell twice.
    fn joined(&self, ranges: &mut Vec<CellRange>) -> Result<()> {
        let mut twice = None;
        ranges.dedup_by(|range, before| {
            if range.start < before.end {
                twice = twice.or(Some(range.start));
            }
            let joins = range.start <= before.end;
            if joins {
                before.end = before.end.max(range.end);
            }
            joins
        });
        let Some(cell) = twice else { return Ok(()) };
        let reason = format!("cell {cell} (nested) comes twice, somewhere in the {} rows", self.table.n_rows);
        Err(broken(self.table.offset(), reason))
    }

    /// The next cell and its value.
    fn next_cell(&mut self) -> Result<Option<(u64, f64)>> {
        if self.row >= self.table.rows().count {
            self.row = 0;
            if !self.table.advance()? {
                return Ok(None);
            }
        }
        let rows = self.table.rows();
        let number = match &mut self.cells {
            Cells::Explicit(column) => column.get(rows.row(self.row), self.element),
            Cells::Implicit(next) => {
                *next += 1;
                *next - 1
            }
        };
        let n_cells = self.nside.n_cells();
        if number >= n_cells {
            let signed = number as i64;
            return Err(rows.wrong(self.row, &format!("cell {signed} is outside 0..={}", n_cells - 1)));
        }
        let value = self.value.get(rows, self.row, self.element)?;
        let cell = if self.nested { number } else { self.depth.encode(self.nside.decode(number)?) };
        self.element += 1;
        if self.element == self.value.column.repeat {
            (self.element, self.row) = (0, self.row + 1);
        }
        Ok(Some((cell, value)))
    }
}

impl<R: Read> Iterator for FitsMap<R> {
    type Item = Result<(Cell, f64)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.next_cell().transpose();
        self.ended = !matches!(next, Some(Ok(_)));
        Some(next?.map(|(cell, value)| (Cell::trusted(self.depth, cell), value)))
    }
}

impl<R: Read> core::iter::FusedIterator for FitsMap<R> {}

fn nside(header: &Header) -> Result<Nside> {
    let nside = header.must_count("NSIDE")?;
    let nside = u32::try_from(nside).ok().and_then(|nside| Nside::new(nside).ok());
    nside.ok_or_else(|| header.wrong("NSIDE", "is outside 1..=2^29"))
}

/// Whether there is a column of cell numbers.
fn is_explicit(header: &Header) -> Result<bool> {
    match header.text("INDXSCHM")? {
        Some("EXPLICIT") => Ok(true),
        Some("IMPLICIT") => Ok(false),
        Some(_) => Err(header.wrong("INDXSCHM", "must be EXPLICIT or IMPLICIT")),
        // Files from before that card have this one.
        None => Ok(header.text("OBJECT")? == Some("PARTIAL")),
    }
}

/// The first column, which has as many elements as the values have.
fn pixel_column(header: &Header, columns: &[Column], value: &ValueColumn) -> Result<IndexColumn> {
    let Some(column) = columns.first() else {
        return Err(header.wrong("TFIELDS", "there is no column of cell numbers"));
    };
    if !column.name.eq_ignore_ascii_case("PIXEL") && !column.name.eq_ignore_ascii_case("PIX") {
        return Err(header.wrong("TTYPE1", "the first column of an explicit map must be PIXEL"));
    }
    if column.repeat != value.column.repeat {
        return Err(header.wrong("TFORM1", "has another number of elements than the values"));
    }
    IndexColumn::new(header, column)
}

/// The first cell of a map of consecutive ones, which must be all there are or those the header says.
fn first_cell(header: &Header, n_rows: u64, repeat: usize, nside: Nside) -> Result<u64> {
    let first = header.count("FIRSTPIX")?.unwrap_or(0);
    let n_cells = nside.n_cells();
    let last = header.count("LASTPIX")?.unwrap_or(n_cells - 1);
    if first > last || last >= n_cells {
        return Err(header.wrong("LASTPIX", &format!("must be from FIRSTPIX to {}, the last cell", n_cells - 1)));
    }
    let expected = last - first + 1;
    if n_rows.checked_mul(repeat as u64) != Some(expected) {
        let reason = format!("with {repeat} values in a row, this is not the number of cells, {expected}");
        return Err(header.wrong("NAXIS2", &reason));
    }
    Ok(first)
}
