//! Bytes as they come, counted: of a slice, without copying them, or of a reader.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use std::io::{self, Read};

use super::table::CHUNK;
use crate::error::{Error, Result};
use crate::progress;

/// What is wrong at a byte of a file.
pub(super) fn broken(offset: u64, reason: impl Into<Box<str>>) -> Error {
    Error::Format { offset, reason: reason.into() }
}

/// What the system said while `doing` at a byte of a file.
pub(super) fn io_error(doing: &str, offset: u64, error: &io::Error) -> Error {
    Error::Io { reason: format!("{doing} at byte {offset}: {error}").into() }
}

/// A file that is read once, from its beginning.
pub(super) trait Source {
    /// The next `n` bytes, or as many as there are.
    fn take(&mut self, n: usize) -> Result<&[u8]>;
    /// What was taken last.
    fn taken(&self) -> &[u8];
    /// Bytes taken so far.
    fn offset(&self) -> u64;

    /// Steps over `n` bytes.
    fn skip(&mut self, n: u64, what: &str) -> Result<()> {
        let mut left = n;
        while left > 0 {
            let step = left.min(CHUNK as u64);
            if (self.take(step as usize)?.len() as u64) < step {
                return Err(broken(self.offset(), format!("the file ends inside {what}")));
            }
            left -= step;
        }
        Ok(())
    }
}

/// A file in memory.
pub(super) struct Slice<'a> {
    taken: &'a [u8],
    rest: &'a [u8],
    offset: u64,
}

impl<'a> Slice<'a> {
    pub(super) fn new(file: &'a [u8]) -> Self {
        Self { taken: &[], rest: file, offset: 0 }
    }
}

impl Source for Slice<'_> {
    fn take(&mut self, n: usize) -> Result<&[u8]> {
        (self.taken, self.rest) = self.rest.split_at(n.min(self.rest.len()));
        self.offset += self.taken.len() as u64;
        progress::check(self.taken.len())?;
        Ok(self.taken)
    }

    fn taken(&self) -> &[u8] {
        self.taken
    }

    fn offset(&self) -> u64 {
        self.offset
    }
}

/// A reader, with what was taken from it last.
pub(super) struct Stream<R> {
    read: R,
    offset: u64,
    buffer: Vec<u8>,
    len: usize,
}

impl<R> Stream<R> {
    pub(super) fn new(read: R) -> Self {
        Self { read, offset: 0, buffer: Vec::new(), len: 0 }
    }
}

impl<R: Read> Stream<R> {
    /// Fills the buffer up to `end`, or as far as there are bytes.
    fn fill(&mut self, end: usize) -> Result<()> {
        progress::check(end - self.len)?;
        while self.len < end {
            let buffer = self.buffer.get_mut(self.len..end).unwrap_or_default();
            match self.read.read(buffer) {
                Ok(0) => break,
                Ok(n) => {
                    // A reader may say anything; more than the buffer holds it cannot have read.
                    let n = n.min(buffer.len());
                    self.len += n;
                    self.offset += n as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(io_error("reading", self.offset, &error)),
            }
        }
        Ok(())
    }
}

impl<R: Read> Source for Stream<R> {
    /// The buffer grows as bytes arrive and not before: a header may promise any length.
    fn take(&mut self, n: usize) -> Result<&[u8]> {
        self.len = 0;
        while self.len < n {
            let end = n.min((2 * self.len).max(CHUNK));
            if self.buffer.len() < end {
                crate::room::reserve(&mut self.buffer, end - self.len)?;
                self.buffer.resize(end, 0);
            }
            self.fill(end)?;
            if self.len < end {
                break;
            }
        }
        Ok(self.taken())
    }

    fn taken(&self) -> &[u8] {
        self.buffer.get(..self.len).unwrap_or_default()
    }

    fn offset(&self) -> u64 {
        self.offset
    }
}
