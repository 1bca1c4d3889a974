//! What is wrong, and where in the text.

use alloc::format;
use alloc::string::String;

use crate::error::Error;

/// Characters of a word that a message repeats.
const SHOWN: usize = 24;

/// What a shape has against the numbers at a byte of a text, its own message kept. Want of memory is no
/// fault of the text, and neither is that somebody said stop.
pub(super) fn refused(text: &str, at: usize, whose: impl core::fmt::Display, error: Error) -> Error {
    match error {
        Error::OutOfMemory { .. } | Error::Stopped => error,
        other => Error::syntax(text, at, format!("{whose}: {other}")),
    }
}

/// A word as messages show it: in quotes, not too long, one line.
pub(super) fn shown(word: &str) -> String {
    let head: String = word.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    let dots = if word.chars().nth(SHOWN).is_some() { "..." } else { "" };
    format!("`{head}{dots}`")
}
