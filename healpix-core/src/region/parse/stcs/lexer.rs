//! From text to words, numbers and parentheses.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

use super::super::place::shown;
use crate::error::{Error, Result};

/// A word, or a parenthesis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// Its first byte in the text.
    pub(super) at: usize,
}

impl Word<'_> {
    pub(super) fn is(self, name: &str) -> bool {
        self.text.eq_ignore_ascii_case(name)
    }

    pub(super) fn is_one_of(self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is(name))
    }

    /// Whether it is meant as a number.
    fn is_numeric(self) -> bool {
        self.text.starts_with(|c: char| matches!(c, '0'..='9' | '+' | '-' | '.'))
    }

    /// Its number; `core` would take `inf` and `nan` for numbers too.
    fn number(self) -> Option<f64> {
        let plain = |b: u8| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        if self.text.bytes().all(plain) { self.text.parse().ok() } else { None }
    }
}

/// A number and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) at: usize,
}

/// Walks through the words of a text.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

const fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

const fn is_parenthesis(c: char) -> bool {
    matches!(c, '(' | ')')
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next word, left where it is.
    pub(super) fn peek(&self) -> Option<Word<'t>> {
        let text = self.text.get(self.at..)?.trim_start_matches(is_space);
        let len = if text.starts_with(is_parenthesis) {
            1
        } else {
            text.find(|c| is_space(c) || is_parenthesis(c)).unwrap_or(text.len())
        };
        let word = text.get(..len).filter(|word| !word.is_empty())?;
        Some(Word { text: word, at: self.text.len() - text.len() })
    }

    /// Steps over the next word, if it is as wanted.
    pub(super) fn take_if(&mut self, wanted: impl FnOnce(Word<'t>) -> bool) -> Option<Word<'t>> {
        let word = self.peek().filter(|word| wanted(*word))?;
        self.at = word.at + word.text.len();
        Some(word)
    }

    /// Steps over the next word, if it is this one.
    pub(super) fn take(&mut self, name: &str) -> Option<Word<'t>> {
        self.take_if(|word| word.is(name))
    }

    /// Steps over the next word, if it is a number.
    pub(super) fn number(&mut self) -> Result<Option<Number>> {
        let Some(word) = self.take_if(Word::is_numeric) else { return Ok(None) };
        match word.number() {
            Some(value) if value.is_finite() => Ok(Some(Number { value, at: word.at })),
            Some(_) => Err(self.wrong(word.at, format!("the number {} is too large", shown(word.text)))),
            None => {
                let help = "numbers are written as -12.5 or 1.2e-3, with white space in between";
                Err(self.wrong(word.at, format!("{} is no number: {help}", shown(word.text))))
            }
        }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn wrong(&self, at: usize, reason: impl Into<Box<str>>) -> Error {
        Error::syntax(self.text, at, reason)
    }

    /// The error for whatever comes next instead of `what`.
    pub(super) fn expected(&self, what: &str) -> Error {
        let (found, at) = match self.peek() {
            Some(word) => (shown(word.text), word.at),
            None => (String::from("the end of the text"), self.text.len()),
        };
        self.wrong(at, format!("expected {what}, found {found}"))
    }
}
