//! FITS files of MOCs and of the maps MOCs are made from (FITS standard 4.0; MOC 2.0, section 6).
//!
//! ```text
//! bytes ──► source ──► header (cards) ──► table (chunks of rows, columns)
//!                                           ├──► moc_table ──► ranges, nuniq ──► Moc
//!                                           ├──► map          ──► Moc, cells with values
//!                                           └──► multi_order  ──► (uniq, density)
//! Moc ──► head (header blocks) + ranges or nuniq ──► bytes
//! ```
//!
//! Every reader takes a [`Read`]; a slice of bytes is one. A table is read in chunks of [`table::CHUNK`] bytes.

mod card;
mod cell_bits;
mod column;
mod head;
mod header;
mod map;
mod moc_table;
mod multi_order;
mod nuniq;
mod nuniq_write;
mod ranges;
mod source;
mod table;
mod writer;

use alloc::vec::Vec;
use std::io::{Read, Write};

pub use map::{FitsMap, is_seen};
pub use multi_order::read_multi_order_map;
pub use ranges::FitsRanges;
pub use writer::FitsRangesWriter;

use crate::error::Result;
use crate::moc::Moc;
use crate::progress;
use moc_table::{MocTable, Ordering};
use nuniq_write::Counts;
use source::{Slice, Source, Stream};

/// Which of the FITS forms of a MOC to write. All are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FitsKind {
    /// Ranges of cells of depth 29: MOC 2.0, `ORDERING = 'RANGE'`. The fastest, and what mocpy writes.
    Range,
    /// The largest cells as uniq numbers, in ascending order: MOC 2.0, `ORDERING = 'NUNIQ'`. It has the
    /// `MOCORDER` of version 1 too.
    Nuniq,
    /// The same with the header of MOC 1.0, for readers that know no other.
    NuniqV1,
}

impl Moc {
    /// It as a FITS file.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Moc, io::FitsKind};
    /// let moc = Moc::from_ascii("3/1-5 8 4/200 6/")?;
    /// let file = moc.to_fits(FitsKind::Nuniq)?;
    /// assert_eq!(file.len(), 3 * 2880);
    /// assert_eq!(Moc::from_fits(&file)?, moc);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn to_fits(&self, kind: FitsKind) -> Result<Vec<u8>> {
        match kind {
            FitsKind::Range => {
                let n_rows = 2 * self.ranges().len() as u64;
                let len = head::file_len(n_rows);
                let mut file = crate::room::reserved(len)?;
                file.extend_from_slice(&head::head(kind, self.depth(), n_rows as i64));
                writer::encode(self.ranges(), &mut file);
                file.resize(len, 0);
                Ok(file)
            }
            FitsKind::Nuniq | FitsKind::NuniqV1 => {
                let counts = Counts::of(self);
                let mut file = crate::room::reserved(head::file_len(counts.total()))?;
                nuniq_write::write(self, &counts, kind, &mut file)?;
                Ok(file)
            }
        }
    }

    /// Writes it as a FITS file. It goes out in small pieces, and no copy of it is made.
    ///
    /// # Errors
    /// [`Error::Io`](crate::Error::Io) where writing fails.
    ///
    /// # Examples
    /// ```no_run
    /// use healpix_core::{Moc, io::FitsKind};
    /// let moc = Moc::from_ascii("3/1-5 8")?;
    /// let file = std::fs::File::create("moc.fits").expect("a directory one may write to");
    /// moc.write_fits(file, FitsKind::Range)?;
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn write_fits(&self, mut write: impl Write, kind: FitsKind) -> Result<()> {
        match kind {
            FitsKind::Range => writer::write_moc(self, &mut write),
            FitsKind::Nuniq | FitsKind::NuniqV1 => nuniq_write::write(self, &Counts::of(self), kind, &mut write),
        }
    }

    /// The MOC of a FITS file: ranges or NUNIQ, version 1 or 2. See [`Moc::read_fits`].
    ///
    /// # Errors
    /// As [`Moc::read_fits`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::{Moc, io::FitsKind};
    /// let moc = Moc::from_ascii("3/1-5 8")?;
    /// let file = moc.to_fits(FitsKind::Range)?;
    /// assert_eq!(Moc::from_fits(&file)?, moc);
    ///
    /// let error = Moc::from_fits(&file[..5780]).unwrap_err();
    /// assert_eq!(error.to_string(), "byte 5780: the file ends inside the table, in row 3 of 4");
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_fits(file: &[u8]) -> Result<Self> {
        read(Slice::new(file), file.len() as u64)
    }

    /// Reads the MOC of a FITS file: the first binary table in it, and at most the 2880 bytes behind it.
    ///
    /// The table must follow the standard: one column of 64-bit integers (for NUNIQ also 32-bit), ranges in
    /// ascending order and disjoint, cells in any order but none within another, all of them at most as deep as
    /// the order of the MOC, `COORDSYS` 'C' if given. Behind it there may be the zeros that fill its last block
    /// and another extension.
    ///
    /// # Errors
    /// [`Error::Format`](crate::Error::Format) with the byte and the header card or the row, counted from 1, for all that is malformed
    /// or something else than a space MOC; [`Error::Io`](crate::Error::Io) where reading fails; [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```no_run
    /// let file = std::fs::File::open("moc.fits").expect("a file");
    /// let moc = healpix_core::Moc::read_fits(file)?;
    /// println!("{} ranges of depth {}", moc.ranges().len(), moc.depth().get());
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn read_fits(read: impl Read) -> Result<Self> {
        self::read(Stream::new(read), 0)
    }
}

/// Reads a MOC from a file of `at_least` bytes.
fn read(source: impl Source, at_least: u64) -> Result<Moc> {
    progress::task((at_least > 0).then_some(at_least), || {
        let moc = MocTable::open(source)?;
        match moc.ordering {
            Ordering::Range => ranges::read(moc, at_least),
            Ordering::Nuniq => nuniq::read(moc, at_least),
        }
    })
}
