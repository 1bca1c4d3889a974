//! Reads a star catalogue: a CSV file with the columns `hip,lon_deg,lat_deg,mag`, in any order.

use std::fs;
use std::io;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord, Trim};
use thiserror::Error;

/// One star of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Star {
    /// Number in the Hipparcos catalogue.
    pub hip: u32,
    /// Longitude (right ascension) in degrees, in [-360, 360].
    pub lon_deg: f64,
    /// Latitude (declination) in degrees, in [-90, 90].
    pub lat_deg: f64,
    /// Apparent magnitude; brighter is smaller.
    pub mag: f64,
}

/// Why a catalogue could not be read: `file:line: what is wrong`.
#[derive(Debug, Error)]
#[error("{file}:{}{what}", line_prefix(*line))]
pub struct CatalogError {
    /// The file as the caller named it.
    pub file: String,
    /// The line the fault is on, from 1; `None` when it is the file as a whole.
    pub line: Option<usize>,
    /// What is wrong, with the offending value.
    pub what: String,
}

fn line_prefix(line: Option<usize>) -> String {
    line.map_or_else(|| " ".to_owned(), |line| format!("{line}: "))
}

/// Reads every star of the file, or says which line is wrong and why.
///
/// # Errors
/// The file cannot be read, is not UTF-8, lacks a column, holds no star, or holds a value that is
/// not a number or is out of range. The first fault is reported.
pub fn read(path: &Path) -> Result<Vec<Star>, CatalogError> {
    let file = path.display().to_string();
    let bytes =
        fs::read(path).map_err(|error| CatalogError { file: file.clone(), line: None, what: io_reason(&error) })?;
    parse(&bytes).map_err(|(line, what)| CatalogError { file, line, what })
}

/// The system's own words, without Rust's `(os error 2)`.
pub fn io_reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

type Fault = (Option<usize>, String);

/// Parses the bytes of a catalogue file.
///
/// # Errors
/// As [`read`]: the line the fault is on, if it is on a line, and what is wrong.
pub fn parse(bytes: &[u8]) -> Result<Vec<Star>, Fault> {
    let line_at = |byte: usize| 1 + bytes.iter().take(byte).filter(|&&b| b == b'\n').count();
    let text = std::str::from_utf8(bytes)
        .map_err(|error| (Some(line_at(error.valid_up_to())), "the text is not UTF-8".to_owned()))?;
    if text.trim().is_empty() {
        return Err((None, "the file is empty".to_owned()));
    }
    // The csv crate counts the blank lines before a record as part of it.
    let line_of = |record: &StringRecord| {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let blank = bytes.iter().skip(start).take_while(|b| matches!(b, b'\r' | b'\n')).count();
        Some(line_at(start + blank))
    };

    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).trim(Trim::All).from_reader(bytes);
    let mut record = StringRecord::new();
    let mut columns: Option<Columns> = None;
    let mut stars = Vec::new();
    while reader.read_record(&mut record).map_err(|error| (None, error.to_string()))? {
        match &columns {
            None => {
                let found = Columns::find(&record);
                columns = Some(found.map_err(|what| (line_of(&record), what))?);
            }
            Some(columns) => {
                let star = columns.star(&record);
                stars.push(star.map_err(|what| (line_of(&record), what))?);
            }
        }
    }
    if stars.is_empty() {
        return Err((None, "there are no stars after the header".to_owned()));
    }
    Ok(stars)
}

/// Where the header says each quantity stands.
struct Columns {
    hip: usize,
    lon: usize,
    lat: usize,
    mag: usize,
    count: usize,
}

impl Columns {
    fn find(header: &StringRecord) -> Result<Self, String> {
        let position = |name: &str| {
            header.iter().position(|field| field == name).ok_or_else(|| {
                let present: Vec<&str> = header.iter().collect();
                format!("there is no column \"{name}\"; the columns are: {}", present.join(", "))
            })
        };
        Ok(Self {
            hip: position("hip")?,
            lon: position("lon_deg")?,
            lat: position("lat_deg")?,
            mag: position("mag")?,
            count: header.len(),
        })
    }

    fn star(&self, record: &StringRecord) -> Result<Star, String> {
        if record.len() != self.count {
            let noun = if record.len() == 1 { "field" } else { "fields" };
            return Err(format!("{} {noun} where the header has {}", record.len(), self.count));
        }
        let field = |column: usize| record.get(column).unwrap_or_default();
        Ok(Star {
            hip: hip(field(self.hip))?,
            lon_deg: degrees("longitude", field(self.lon), 360.0)?,
            lat_deg: degrees("latitude", field(self.lat), 90.0)?,
            mag: number("magnitude", field(self.mag))?,
        })
    }
}

fn hip(text: &str) -> Result<u32, String> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|_| digits)
        .ok_or_else(|| format!("HIP number \"{text}\" is not a whole number below 2^32"))
}

/// Parses a finite decimal number; `what` it stands for goes into the message.
///
/// # Errors
/// The text is something else, NaN or infinite.
pub fn number(what: &str, text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|value: &f64| value.is_finite())
        .ok_or_else(|| format!("{what} \"{text}\" is not a finite number"))
}

/// Parses a number in [-limit, limit] degrees.
///
/// # Errors
/// The text is no finite number, or a number outside.
pub fn degrees(what: &str, text: &str, limit: f64) -> Result<f64, String> {
    let value = number(what, text)?;
    if value.abs() <= limit { Ok(value) } else { Err(format!("{what} {text} is outside [-{limit}, {limit}] degrees")) }
}

#[cfg(test)]
#[path = "catalog_tests.rs"]
mod tests;
