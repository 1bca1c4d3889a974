//! The JSON form, `{"3":[1,2,3],"6":[]}` (MOC 2.0, appendix C).
//!
//! Arrays are read by serde_json. The object around them is walked here: a map would keep one of two equal
//! keys and lose the other's cells without a word.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use super::levels::{at_29, each_run, normal};
use super::text::Cursor;
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::moc::{CellRange, Moc};
use crate::room::reserve;

impl Moc {
    /// Its JSON form: an object of orders, each with the list of its cells. The last order is the depth
    /// of the MOC, with an empty list where it has no cell of its own.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::Moc;
    /// let moc = Moc::from_ascii("1/1 2 4 2/12-14 8/")?;
    /// assert_eq!(moc.to_json(), r#"{"1":[1,2,4],"2":[12,13,14],"8":[]}"#);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::from("{");
        for depth in (0..=self.depth().get()).map(Depth::trusted) {
            let mut open = false;
            let cells = |run: CellRange| {
                (run.start..run.end).try_for_each(|cell| {
                    if open {
                        json.push(',')
                    } else {
                        begin(&mut json, depth)
                    }
                    open = true;
                    write!(json, "{cell}")
                })
            };
            // A String takes all there is to write.
            let _ = each_run(self.ranges(), depth, cells);
            if !open && depth == self.depth() {
                begin(&mut json, depth);
                open = true;
            }
            if open {
                json.push(']');
            }
        }
        json.push('}');
        json
    }

    /// The MOC of a JSON text, as [`Moc::to_json`] writes it, or with that in an object `{"s": ...}` (MOC 2.0,
    /// for "space").
    ///
    /// Cells may come in any order, repeat each other or overlap. The depth is the deepest order named,
    /// cells or not.
    ///
    /// # Errors
    /// [`Error::Syntax`] with line and column: anything else, an object that names no order, an order above 29
    /// or named twice, a cell that does not exist at its order, a number with a sign, point or exponent.
    ///
    /// # Examples
    /// ```
    /// use healpix_core::Moc;
    /// let moc = Moc::from_json(r#"{"1": [1, 2, 4], "8": []}"#)?;
    /// assert_eq!(moc.to_ascii(), "1/1-2 4 8/");
    ///
    /// let error = Moc::from_json(r#"{"1": [1, 48]}"#).unwrap_err();
    /// let says = "line 1, column 11: cell 48 does not exist at order 1: the last one is 47";
    /// assert_eq!(error.to_string(), says);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        let mut cursor = Cursor::new(text);
        expect(&mut cursor, b'{', "`{`")?;
        let mut orders = Orders::default();
        if cursor.rest().starts_with("\"s\"") {
            cursor.advance(3);
            expect(&mut cursor, b':', "`:`")?;
            expect(&mut cursor, b'{', "`{`")?;
            orders.read(&mut cursor)?;
            expect(&mut cursor, b'}', "`}`")?;
        } else {
            orders.read(&mut cursor)?;
        }
        if cursor.peek().is_some() {
            return Err(cursor.expected("nothing more"));
        }
        let depth = orders.deepest.ok_or_else(|| cursor.wrong(0, "the object names no order, not even `\"0\":[]`"))?;
        Ok(Self::from_normal_ranges(depth, normal(orders.ranges)))
    }
}

/// The key of an order and the start of its list.
fn begin(json: &mut String, depth: Depth) {
    if json.len() > 1 {
        json.push(',');
    }
    json.push_str(&format!("\"{}\":[", depth.get()));
}

/// Steps over white space, `byte`, and white space.
fn expect(cursor: &mut Cursor<'_>, byte: u8, name: &str) -> Result<()> {
    cursor.skip(is_space);
    if !cursor.take(byte) {
        return Err(cursor.expected(name));
    }
    cursor.skip(is_space);
    Ok(())
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// What has been read of the object.
#[derive(Default)]
struct Orders {
    deepest: Option<Depth>,
    /// One bit for each order that came.
    seen: u32,
    ranges: Vec<CellRange>,
}

impl Orders {
    /// The object from behind its `{` to behind its `}`.
    fn read(&mut self, cursor: &mut Cursor<'_>) -> Result<()> {
        cursor.skip(is_space);
        if cursor.peek() == Some(b'}') {
            return expect(cursor, b'}', "`}`");
        }
        loop {
            let depth = self.key(cursor)?;
            expect(cursor, b':', "`:`")?;
            self.cells(cursor, depth)?;
            cursor.skip(is_space);
            if cursor.peek() != Some(b',') {
                return expect(cursor, b'}', "`,` or `}`");
            }
            expect(cursor, b',', "`,`")?;
        }
    }

    fn key(&mut self, cursor: &mut Cursor<'_>) -> Result<Depth> {
        let at = cursor.at();
        if !cursor.take(b'"') {
            return Err(cursor.expected("an order in quotes"));
        }
        let number = cursor.number("an order, 0 to 29")?;
        let depth = cursor.order(at + 1, number)?;
        if !cursor.take(b'"') {
            return Err(cursor.expected("`\"`"));
        }
        let bit = 1 << depth.get();
        if self.seen & bit != 0 {
            return Err(cursor.wrong(at, format!("order {number} comes twice")));
        }
        self.seen |= bit;
        self.deepest = self.deepest.max(Some(depth));
        Ok(depth)
    }

    fn cells(&mut self, cursor: &mut Cursor<'_>, depth: Depth) -> Result<()> {
        let mut array = serde_json::Deserializer::from_str(cursor.rest()).into_iter::<Vec<u64>>();
        let cells = match array.next() {
            Some(Ok(cells)) => cells,
            Some(Err(error)) => return Err(located(cursor, &error)),
            None => return Err(cursor.expected("a list of cells")),
        };
        let read = array.byte_offset();
        for (k, &cell) in cells.iter().enumerate() {
            if cell >= depth.n_cells() {
                return cursor.check_cell(cursor.at() + place_in_array(cursor.rest(), k), cell, depth);
            }
        }
        reserve(&mut self.ranges, cells.len())?;
        self.ranges.extend(cells.into_iter().map(|cell| at_29(cell, cell + 1, depth)));
        cursor.advance(read);
        Ok(())
    }
}

/// Where element `k` of an array of numbers is, in bytes from its `[`.
fn place_in_array(array: &str, k: usize) -> usize {
    let mut separators = array.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'[' | b','));
    let start = separators.nth(k).map_or(0, |(at, _)| at + 1);
    let spaces = array.bytes().skip(start).take_while(|&byte| is_space(byte)).count();
    start + spaces
}

/// What serde_json says of what is ahead, with the place in the whole text.
fn located(cursor: &Cursor<'_>, error: &serde_json::Error) -> Error {
    let before: usize = cursor.rest().split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = cursor.at() + before + error.column().saturating_sub(1);
    let says = error.to_string();
    let reason = says.split(" at line ").next().unwrap_or(&says);
    cursor.wrong(at, format!("no list of cells: {reason}"))
}
