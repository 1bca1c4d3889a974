//! Reads outlines of constellations: `[{"name": "And", "lon_lat_deg": [[lon, lat], ...]}, ...]`.

use std::f64::consts::PI;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use thiserror::Error;

use crate::catalog::io_reason;
use crate::parallels;

/// One closed outline. Two with the same name are parts of one constellation.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Abbreviation of the constellation.
    pub name: String,
    /// Longitudes of the vertices in degrees; the first is not repeated at the end.
    pub lon_deg: Vec<f64>,
    /// Latitudes of the vertices in degrees.
    pub lat_deg: Vec<f64>,
}

/// Why outlines could not be read: `file:line: what is wrong`.
#[derive(Debug, Error)]
#[error("{file}:{line}{what}")]
pub struct OutlineError {
    file: String,
    line: String,
    what: String,
}

/// Reads every outline of the file, and lets its sides follow the parallels of 1875.
///
/// # Errors
/// The file cannot be read, or is no such JSON.
pub fn read(file: &Path) -> Result<Vec<Outline>, OutlineError> {
    let name = file.display().to_string();
    let fault = |line: Option<usize>, what| OutlineError {
        file: name.clone(),
        line: line.map_or_else(|| " ".to_owned(), |line| format!("{line}: ")),
        what,
    };
    let text = fs::read(file).map_err(|error| fault(None, io_reason(&error)))?;
    parse(&text).map_err(|(line, what)| fault(line, what))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    lon_lat_deg: Vec<[f64; 2]>,
}

/// A fault: the line it is on, if it is on one, and what is wrong.
type Fault = (Option<usize>, String);

fn parse(text: &[u8]) -> Result<Vec<Outline>, Fault> {
    let entries: Vec<Entry> = serde_json::from_slice(text).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        (Some(error.line()), error.to_string().replace(&place, ""))
    })?;
    if entries.is_empty() {
        return Err((None, "there are no outlines".to_owned()));
    }
    entries.into_iter().map(outline).collect()
}

fn outline(entry: Entry) -> Result<Outline, Fault> {
    let Entry { name, lon_lat_deg } = entry;
    // Files are named after it.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if name.is_empty() || name.len() > 32 || !name.bytes().all(plain) {
        return Err((None, format!("the name {name:?} is not of 1 to 32 letters, digits, - and _")));
    }
    for (vertex, [lon, lat]) in lon_lat_deg.iter().enumerate() {
        for (what, value, limit) in [("longitude", lon, 360.0), ("latitude", lat, 90.0)] {
            if value.abs() > limit {
                let what = format!("{name}: vertex {vertex}: {what} {value} is outside [-{limit}, {limit}] degrees");
                return Err((None, what));
            }
        }
    }
    let (lon_deg, lat_deg) = parallels::followed(&lon_lat_deg).into_iter().map(|[lon, lat]| (lon, lat)).unzip();
    Ok(Outline { name, lon_deg, lat_deg })
}

impl Outline {
    /// The solid angle of its smaller side, in steradians.
    ///
    /// Each side of the outline has a strip between itself and the equator, which is a spherical quadrangle:
    /// tan E/2 = tan(run/2) (tan(lat1/2) + tan(lat2/2)) / (1 + tan(lat1/2) tan(lat2/2)).
    pub fn solid_angle(&self) -> f64 {
        let vertices = || self.lon_deg.iter().zip(&self.lat_deg).map(|(lon, lat)| (lon.to_radians(), lat.to_radians()));
        let (mut strips, mut turn) = (0.0, 0.0);
        for ((lon, lat), (next_lon, next_lat)) in vertices().zip(vertices().cycle().skip(1)) {
            let mut run = next_lon - lon;
            if run.abs() > PI {
                run -= (2.0 * PI).copysign(run);
            }
            let (a, b) = ((lat / 2.0).tan(), (next_lat / 2.0).tan());
            strips += 2.0 * ((run / 2.0).tan() * (a + b)).atan2(1.0 + a * b);
            turn += run;
        }
        // Around a pole the strips fill what is left of the hemisphere.
        let area = if f64::abs(turn) > PI { 2.0 * PI - strips.abs() } else { strips.abs() };
        area.min(4.0 * PI - area)
    }
}

#[cfg(test)]
#[path = "outlines_tests.rs"]
mod tests;
