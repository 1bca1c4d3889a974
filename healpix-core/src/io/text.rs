//! A place in a text, for parsers and their errors.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

use crate::error::{Error, Result};
use crate::grid::Depth;

/// Walks through a text byte by byte.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Where it stands, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is still ahead.
    #[cfg(feature = "json")]
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    #[cfg(feature = "json")]
    pub(super) fn advance(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.text.len());
    }

    pub(super) fn skip(&mut self, what: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&what) {
            self.at += 1;
        }
    }

    /// Steps over `byte` if it is next.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Steps over a whole number.
    pub(super) fn number(&mut self, expected: &str) -> Result<u64> {
        let start = self.at;
        let mut value = 0u64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value
                .checked_mul(10)
                .and_then(|v| v.checked_add(u64::from(digit - b'0')))
                .ok_or_else(|| Error::syntax(self.text, start, "the number is larger than 2^64 - 1"))?;
            self.at += 1;
        }
        if self.at == start { Err(self.expected(expected)) } else { Ok(value) }
    }

    /// The error for anything but `expected` at this place.
    pub(super) fn expected(&self, expected: &str) -> Error {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let found = found.map_or_else(|| String::from("the end of the text"), |c| format!("{c:?}"));
        self.wrong(self.at, format!("expected {expected}, found {found}"))
    }

    pub(super) fn wrong(&self, at: usize, reason: impl Into<Box<str>>) -> Error {
        Error::syntax(self.text, at, reason)
    }

    /// An order that was read at `at`.
    pub(super) fn order(&self, at: usize, order: u64) -> Result<Depth> {
        u8::try_from(order)
            .ok()
            .and_then(|depth| Depth::new(depth).ok())
            .ok_or_else(|| self.wrong(at, format!("order {order} is outside 0..=29")))
    }

    /// That a cell that was read at `at` exists.
    pub(super) fn check_cell(&self, at: usize, cell: u64, depth: Depth) -> Result<()> {
        if cell < depth.n_cells() {
            return Ok(());
        }
        let (order, last) = (depth.get(), depth.n_cells() - 1);
        Err(self.wrong(at, format!("cell {cell} does not exist at order {order}: the last one is {last}")))
    }
}
