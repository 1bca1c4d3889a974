//! Reads the oracle's CSV files and gathers failures.

use std::{collections::HashMap, fmt, fs, path::PathBuf};

/// One vector file, its columns named by the first line.
pub struct Table {
    name: String,
    columns: HashMap<String, usize>,
    lines: Vec<String>,
}

impl Table {
    pub fn read(name: &str) -> Self {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "data", name].iter().collect();
        let text = fs::read_to_string(&path).expect("run oracle/generate.py");
        let mut lines = text.lines().map(str::to_owned);
        let header = lines.next().expect("a header line");
        let columns = header.split(',').enumerate().map(|(at, column)| (column.to_owned(), at)).collect();
        Self { name: name.to_owned(), columns, lines: lines.collect() }
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.lines.iter().map(|line| Row { table: self, line, fields: line.split(',').collect() })
    }
}

/// One line of a table.
pub struct Row<'a> {
    table: &'a Table,
    line: &'a str,
    fields: Vec<&'a str>,
}

impl Row<'_> {
    pub fn text(&self, column: &str) -> &str {
        self.fields[*self.table.columns.get(column).expect("a known column")]
    }

    pub fn int(&self, column: &str) -> u64 {
        self.text(column).parse().expect("an integer")
    }

    pub fn double(&self, column: &str) -> f64 {
        let text = self.text(column);
        assert_eq!(text.len(), 16, "16 hex digits");
        f64::from_bits(u64::from_str_radix(text, 16).expect("hex bits"))
    }

    /// The first columns: enough to name a cell.
    pub fn head(&self, count: usize) -> String {
        self.fields[..count].join(",")
    }
}

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.line)?;
        for column in ["lon", "lat"] {
            if self.table.columns.contains_key(column) {
                write!(f, " {column}={:e}", self.double(column))?;
            }
        }
        Ok(())
    }
}

/// Counts everything, keeps the first few messages.
#[derive(Default)]
pub struct Failures {
    checks: usize,
    count: usize,
    messages: Vec<String>,
}

impl Failures {
    pub fn check(&mut self, good: bool, message: impl FnOnce() -> String) {
        self.checks += 1;
        if !good {
            self.count += 1;
            if self.messages.len() < 25 {
                self.messages.push(message());
            }
        }
    }

    /// Panics with the messages if a check failed.
    pub fn finish(self, table: &Table) {
        assert!(self.checks > 0, "{}: nothing was checked", table.name);
        assert!(
            self.count == 0,
            "{}: {} of {} checks failed\n{}",
            table.name,
            self.count,
            self.checks,
            self.messages.join("\n")
        );
    }
}

/// The largest error seen, in ulps.
#[derive(Default)]
pub struct Worst {
    ulps: u64,
    message: String,
}

impl Worst {
    pub fn see(&mut self, ulps: u64, message: impl FnOnce() -> String) {
        if ulps > self.ulps {
            (self.ulps, self.message) = (ulps, message());
        }
    }
}

impl fmt::Display for Worst {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "worst {} ulp: {}", self.ulps, self.message)
    }
}

/// How many doubles apart; 0.0 and -0.0 are the same, NaN is far from everything.
pub fn ulps(a: f64, b: f64) -> u64 {
    let key = |v: f64| {
        let magnitude = i64::try_from(v.to_bits() & (u64::MAX >> 1)).expect("63 bits");
        if v.is_sign_negative() { -magnitude } else { magnitude }
    };
    if a.is_nan() || b.is_nan() { u64::MAX } else { key(a).abs_diff(key(b)) }
}
