//! The way to a value in a JSON text: as messages write it, and as a place in the text.

use core::fmt;

/// One step into an object or an array, and the steps above it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path<'p> {
    above: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step<'p> {
    /// The text's one value.
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    pub(super) const ROOT: Path<'static> = Path { above: None, step: Step::Root };

    pub(super) const fn key(&'p self, key: &'p str) -> Path<'p> {
        Path { above: Some(self), step: Step::Key(key) }
    }

    pub(super) const fn index(&'p self, index: usize) -> Path<'p> {
        Path { above: Some(self), step: Step::Index(index) }
    }

    pub(super) const fn is_root(&self) -> bool {
        self.above.is_none()
    }

    /// Where its value begins in a text that is known to be JSON: the first byte. If it cannot be found (a key may be written
    /// with escapes), where the last value on the way begins.
    pub(super) fn place(&self, text: &str) -> usize {
        self.found(text).unwrap_or_else(|at| at)
    }

    fn found(&self, text: &str) -> Result<usize, usize> {
        let mut scanner = match self.above {
            None => Scanner { bytes: text.as_bytes(), at: 0 },
            Some(above) => Scanner { bytes: text.as_bytes(), at: above.found(text)? },
        };
        scanner.skip_space();
        let start = scanner.at;
        let child = match self.step {
            Step::Root => Some(start),
            Step::Key(key) => scanner.value_of(key),
            Step::Index(index) => scanner.element(index),
        };
        child.ok_or(start)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Key(key) if self.above.is_none_or(Path::is_root) => f.write_str(key),
            Step::Key(key) => write!(f, ".{key}"),
            Step::Index(index) => write!(f, "[{index}]"),
        }
    }
}

/// Walks through a text that is known to be JSON.
struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Steps over a byte, and over white space on either side.
    fn take(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        if self.peek() != Some(byte) {
            return None;
        }
        self.at += 1;
        self.skip_space();
        Some(())
    }

    /// Steps over a string; what was between its quotes.
    fn string(&mut self) -> Option<&[u8]> {
        let start = self.at + 1;
        self.at = start;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.bytes.get(start..self.at - 1)
    }

    /// Steps over a value.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' => self.at += 1,
                b if b.is_ascii_whitespace() => self.at += 1,
                _ => self.skip_plain(),
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Steps over a number, `true`, `false` or `null`.
    fn skip_plain(&mut self) {
        let ends = |b: u8| b.is_ascii_whitespace() || matches!(b, b',' | b':' | b']' | b'}');
        while self.peek().is_some_and(|b| !ends(b)) {
            self.at += 1;
        }
    }

    /// The value of a key, the last one if there are several, as serde_json has it.
    fn value_of(&mut self, key: &str) -> Option<usize> {
        let mut found = None;
        self.take(b'{')?;
        while self.peek() == Some(b'"') {
            let is_key = self.string()? == key.as_bytes();
            self.take(b':')?;
            if is_key {
                found = Some(self.at);
            }
            self.skip_value()?;
            if self.take(b',').is_none() {
                break;
            }
        }
        found
    }

    fn element(&mut self, index: usize) -> Option<usize> {
        self.take(b'[')?;
        for _ in 0..index {
            self.skip_value()?;
            self.take(b',')?;
        }
        Some(self.at)
    }
}

#[cfg(test)]
#[path = "path_tests.rs"]
mod tests;
