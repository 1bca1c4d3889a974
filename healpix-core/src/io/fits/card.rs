//! One header card: 80 characters, `KEYWORD = value / comment` (FITS 4.0, section 4).

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::source::broken;
use crate::error::Result;

/// Bytes of a card.
pub(super) const CARD: usize = 80;

/// The value of a card.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Logical(bool),
    Integer(i64),
    Real(f64),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "'{text}'"),
            Self::Logical(logical) => f.write_str(if *logical { "T" } else { "F" }),
            Self::Integer(integer) => write!(f, "{integer}"),
            Self::Real(real) => write!(f, "{real:E}"),
        }
    }
}

/// The keyword of a card.
pub(super) fn keyword(card: &[u8], offset: u64) -> Result<&str> {
    let name = card.get(..8).and_then(|name| core::str::from_utf8(name).ok());
    name.filter(|name| name.bytes().all(|byte| (b' '..=b'~').contains(&byte)))
        .map(|name| name.trim_end_matches(' '))
        .ok_or_else(|| broken(offset, "no header card: its keyword is not of printable characters"))
}

/// The value of a card that has one.
pub(super) fn value(card: &[u8], name: &str, offset: u64) -> Result<Value> {
    let wrong = |reason: &str| broken(offset, format!("card {name}: {reason}"));
    let Some(field) = card.get(8..).and_then(|field| field.strip_prefix(b"= ")) else {
        return Err(wrong("no `= ` in columns 9 and 10"));
    };
    let Ok(field) = core::str::from_utf8(field) else {
        return Err(wrong("its value is not of printable characters"));
    };
    let field = field.trim_start_matches(' ');
    if let Some(quoted) = field.strip_prefix('\'') {
        return text(quoted).ok_or_else(|| wrong("its text has no closing quote, or something behind it"));
    }
    let word = field.split('/').next().unwrap_or("").trim_end_matches(' ');
    match word {
        "T" => Ok(Value::Logical(true)),
        "F" => Ok(Value::Logical(false)),
        _ => number(word).ok_or_else(|| wrong(&format!("{word:?} is no value"))),
    }
}

/// A text from behind its first quote; two quotes stand for one, spaces at its end do not count.
fn text(quoted: &str) -> Option<Value> {
    let mut text = String::new();
    let mut rest = quoted;
    loop {
        let (part, behind) = rest.split_once('\'')?;
        text.push_str(part);
        rest = behind;
        match rest.strip_prefix('\'') {
            Some(behind) => {
                text.push('\'');
                rest = behind;
            }
            None => break,
        }
    }
    let rest = rest.trim_start_matches(' ');
    text.truncate(text.trim_end_matches(' ').len());
    (rest.is_empty() || rest.starts_with('/')).then_some(Value::Text(text))
}

fn number(word: &str) -> Option<Value> {
    if let Ok(integer) = word.parse() {
        return Some(Value::Integer(integer));
    }
    // A float, but none of the names Rust reads ("inf", "nan"); FITS also has D for the exponent.
    if !word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'E' | b'D')) {
        return None;
    }
    word.replace('D', "E").parse().ok().filter(|real: &f64| real.is_finite()).map(Value::Real)
}

#[cfg(test)]
#[path = "card_tests.rs"]
mod tests;
