//! What is wrong, and where in the text.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Error, Result};

/// Characters of a word that a message repeats.
const SHOWN: usize = 24;

/// What is wrong at a byte of a text.
pub(super) fn syntax(text: &str, at: usize, reason: impl Into<Box<str>>) -> Error {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    let in_line = before.rsplit(|&b| b == b'\n').next().unwrap_or(before);
    // Bytes that continue a character are none.
    let column = 1 + in_line.iter().filter(|&&b| b & 0xc0 != 0x80).count();
    Error::Syntax { line, column, reason: reason.into() }
}

/// What a shape has against the numbers at a byte of a text, its own message kept. Want of memory is no
/// fault of the text.
pub(super) fn refused(text: &str, at: usize, whose: impl core::fmt::Display, error: Error) -> Error {
    match error {
        Error::OutOfMemory { .. } => error,
        other => syntax(text, at, format!("{whose}: {other}")),
    }
}

/// A word as messages show it: in quotes, not too long, one line.
pub(super) fn shown(word: &str) -> String {
    let head: String = word.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    let dots = if word.chars().nth(SHOWN).is_some() { "..." } else { "" };
    format!("`{head}{dots}`")
}

/// Pushes, if there is memory for it.
pub(super) fn push<T>(list: &mut Vec<T>, item: T) -> Result<()> {
    list.try_reserve(1).map_err(|_| Error::OutOfMemory { elements: list.len() as u64 + 1 })?;
    list.push(item);
    Ok(())
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
