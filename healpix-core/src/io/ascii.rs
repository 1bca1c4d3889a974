//! The text form, `3/1-5 8 4/200 6/` (MOC 2.0, section 4.3.2).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};
use core::str::FromStr;

use super::levels::{at_29, each_run, normal};
use super::text::Cursor;
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::moc::{CellRange, Moc};
use crate::room::push;

impl Moc {
    /// Its text form: orders with the cells and inclusive ranges of cells below them. The last order
    /// is the depth of the MOC, with nothing after it where it has no cell of its own.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::Moc;
    /// let moc = Moc::from_ascii("1/1 2 4 2/12-14 21 23 25 8/")?;
    /// assert_eq!(moc.to_ascii(), "1/1-2 4 2/12-14 21 23 25 8/");
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_ascii(&self) -> String {
        let mut text = String::new();
        // A String takes all there is to write.
        let _ = write_ascii(self, &mut text);
        text
    }

    /// The MOC of a text, as [`Moc::to_ascii`] writes it.
    ///
    /// Orders, cells and ranges of cells are separated by spaces, tabs, line ends or commas (MOC 1.1).
    /// An `s` may come first (MOC 2.0, for "space"). Cells may come in any order, repeat each other or
    /// overlap (MOC 1.1, section 2.3.2). The depth is the deepest order named, cells or not.
    ///
    /// # Errors
    /// [`Error::Syntax`] with line and column: anything else, a text that names no order, an order above 29,
    /// a cell that does not exist at its order, a range that ends before it starts.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::Moc;
    /// assert_eq!(Moc::from_ascii("s3/1,2,3\n4/16 17 18-19")?, Moc::from_ascii("3/1-4 4/")?);
    ///
    /// let error = Moc::from_ascii("3/1-5\n4/9-7").unwrap_err();
    /// assert_eq!(error.to_string(), "line 2, column 3: the range 9-7 ends before it starts");
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_ascii(text: &str) -> Result<Self> {
        let mut cursor = Cursor::new(text);
        cursor.skip(is_separator);
        cursor.take(b's');
        let (mut order, mut deepest) = (None, None);
        let mut ranges = Vec::new();
        loop {
            cursor.skip(is_separator);
            if cursor.peek().is_none() {
                break;
            }
            let at = cursor.at();
            let number = cursor.number("an order, a cell or a range of cells")?;
            if cursor.take(b'/') {
                let depth = cursor.order(at, number)?;
                (order, deepest) = (Some(depth), deepest.max(Some(depth)));
            } else {
                let depth = order.ok_or_else(|| cursor.wrong(at, "a cell needs an order before it, as in `3/5`"))?;
                push(&mut ranges, cells(&mut cursor, at, number, depth)?)?;
            }
        }
        let depth = deepest.ok_or_else(|| cursor.expected("an order, as in `3/5` or, without a cell, `3/`"))?;
        Ok(Self::from_normal_ranges(depth, normal(ranges)))
    }
}

const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b',')
}

/// The cell `first`, or the cells from `first` to the number after a dash.
fn cells(cursor: &mut Cursor<'_>, at: usize, first: u64, depth: Depth) -> Result<CellRange> {
    let mut last = first;
    let mut last_at = at;
    if cursor.take(b'-') {
        last_at = cursor.at();
        last = cursor.number("the last cell of the range")?;
    }
    if cursor.peek().is_some_and(|byte| !is_separator(byte)) {
        return Err(cursor.expected("a space"));
    }
    cursor.check_cell(at, first, depth)?;
    cursor.check_cell(last_at, last, depth)?;
    if last < first {
        return Err(cursor.wrong(at, format!("the range {first}-{last} ends before it starts")));
    }
    Ok(at_29(first, last + 1, depth))
}

/// Writes without memory of its own: one walk over the ranges for each depth.
fn write_ascii(moc: &Moc, out: &mut impl Write) -> fmt::Result {
    let mut space = "";
    for depth in (0..=moc.depth().get()).map(Depth::trusted) {
        let mut first_of_depth = true;
        each_run(moc.ranges(), depth, |run| {
            out.write_str(space)?;
            space = " ";
            if first_of_depth {
                write!(out, "{}/", depth.get())?;
                first_of_depth = false;
            }
            if run.len() == 1 { write!(out, "{}", run.start) } else { write!(out, "{}-{}", run.start, run.end - 1) }
        })?;
        if first_of_depth && depth == moc.depth() {
            write!(out, "{space}{}/", depth.get())?;
        }
    }
    Ok(())
}

/// [`Moc::to_ascii`].
impl fmt::Display for Moc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_ascii(self, f)
    }
}

/// [`Moc::from_ascii`].
impl FromStr for Moc {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::from_ascii(text)
    }
}
