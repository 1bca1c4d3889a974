//! From JSON objects to polygons.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

use serde_json::{Map, Value};

use super::super::place::{refused, shown};
use super::path::Path;
use super::ring::Ring;
use crate::error::{Error, Result};
use crate::region::{AnyRegion, Interior, Polygon};
use crate::room::{push, reserved};
use crate::sphere::LonLat;

/// The region of a text.
pub(super) fn region(text: &str) -> Result<AnyRegion> {
    let value = serde_json::from_str(text).map_err(|error| no_json(text, &error))?;
    let mut reader = Reader { text, polygons: Vec::new() };
    reader.object(&value, &Path::ROOT)?;
    Ok(AnyRegion::union(reader.polygons))
}

/// What serde_json has against a text. Its columns are bytes.
fn no_json(text: &str, error: &serde_json::Error) -> Error {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
    let reason = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    Error::syntax(text, at, reason.strip_suffix(&place).unwrap_or(&reason).to_owned())
}

type Object = Map<String, Value>;

struct Reader<'t> {
    text: &'t str,
    polygons: Vec<AnyRegion>,
}

impl Reader<'_> {
    fn object(&mut self, value: &Value, path: &Path<'_>) -> Result<()> {
        let (object, kind) = self.typed(value, path)?;
        match kind {
            "FeatureCollection" => self.each(object, "features", path, Self::feature),
            "Feature" => self.feature(value, path),
            _ => self.geometry(value, path),
        }
    }

    fn feature(&mut self, value: &Value, path: &Path<'_>) -> Result<()> {
        let (object, kind) = self.typed(value, path)?;
        if kind != "Feature" {
            return Err(self.wrong(&path.key("type"), format!("expected `Feature`, found {}", shown(kind))));
        }
        match object.get("geometry") {
            Some(Value::Null) => Ok(()),
            Some(geometry) => self.geometry(geometry, &path.key("geometry")),
            None => Err(self.wrong(path, "the feature has no `geometry`, not even null")),
        }
    }

    fn geometry(&mut self, value: &Value, path: &Path<'_>) -> Result<()> {
        let (object, kind) = self.typed(value, path)?;
        match kind {
            "Polygon" => self.polygon(self.member(object, "coordinates", path)?, &path.key("coordinates")),
            "MultiPolygon" => self.each(object, "coordinates", path, Self::polygon),
            // No deeper than serde_json goes: 128 brackets.
            "GeometryCollection" => self.each(object, "geometries", path, Self::geometry),
            other => Err(self.no_area(other, &path.key("type"))),
        }
    }

    /// Reads all elements of an object's list.
    fn each(
        &mut self,
        object: &Object,
        key: &str,
        path: &Path<'_>,
        read: fn(&mut Self, &Value, &Path<'_>) -> Result<()>,
    ) -> Result<()> {
        let list = self.member(object, key, path)?;
        let path = path.key(key);
        let list = self.array(list, &path, "an array")?;
        list.iter().enumerate().try_for_each(|(k, value)| read(self, value, &path.index(k)))
    }

    /// An array of rings.
    fn polygon(&mut self, value: &Value, path: &Path<'_>) -> Result<()> {
        let list = self.array(value, path, "an array of rings")?;
        if list.is_empty() {
            return Ok(());
        }
        let mut rings = reserved(list.len())?;
        for (k, ring) in list.iter().enumerate() {
            rings.push(self.ring(ring, &path.index(k))?.without_spikes()?);
        }
        let slices: Vec<&[LonLat]> = rings.iter().map(|ring| ring.positions.as_slice()).collect();
        let polygon = Polygon::with_rings(&slices, Interior::SmallerArea);
        let polygon = polygon.map_err(|error| self.no_polygon(error, &rings, path))?;
        push(&mut self.polygons, AnyRegion::Polygon(polygon))
    }

    fn ring(&self, value: &Value, path: &Path<'_>) -> Result<Ring> {
        let mut ring = Ring::default();
        for (k, position) in self.array(value, path, "an array of positions")?.iter().enumerate() {
            ring.push(k, self.position(position, &path.index(k))?)?;
        }
        Ok(ring)
    }

    /// Longitude, latitude, and what else there may be.
    fn position(&self, value: &Value, path: &Path<'_>) -> Result<LonLat> {
        let numbers = self.array(value, path, "a position [longitude, latitude]")?;
        let [lon, lat, ..] = numbers.as_slice() else {
            let reason = format!("a position needs longitude and latitude, found {} of them", numbers.len());
            return Err(self.wrong(path, reason));
        };
        let number = |k: usize, value: &Value| {
            value
                .as_f64()
                .ok_or_else(|| self.wrong(&path.index(k), format!("expected a number, found {}", what(value))))
        };
        let (lon, lat) = (number(0, lon)?, number(1, lat)?);
        LonLat::from_degrees(lon, lat).map_err(|error| self.refused(error, path))
    }

    /// What a polygon has against its rings, with the positions numbered as in the text.
    fn no_polygon(&self, error: Error, rings: &[Ring], path: &Path<'_>) -> Error {
        let number = |ring: usize, vertex: usize| rings.get(ring).map_or(vertex, |ring| ring.number(vertex));
        match error {
            Error::Crossing { ring, edge, other_ring, other_edge } => {
                let (edge, other_edge) = (number(ring, edge), number(other_ring, other_edge));
                let error = Error::Crossing { ring, edge, other_ring, other_edge };
                self.refused(error, &path.index(ring).index(edge))
            }
            Error::Antipodal { ring, edge } => {
                let edge = number(ring, edge);
                self.refused(Error::Antipodal { ring, edge }, &path.index(ring).index(edge))
            }
            Error::Vertices { ring, .. } => {
                let hint = "longitudes a turn apart are the same place, and so are all at a pole";
                self.wrong(&path.index(ring), format!("{error} ({hint})"))
            }
            other => self.refused(other, path),
        }
    }

    /// An object and its type.
    fn typed<'v>(&self, value: &'v Value, path: &Path<'_>) -> Result<(&'v Object, &'v str)> {
        let Value::Object(object) = value else {
            return Err(self.wrong(path, format!("expected an object with a `type`, found {}", what(value))));
        };
        match object.get("type") {
            Some(Value::String(kind)) => Ok((object, kind)),
            Some(other) => Err(self.wrong(&path.key("type"), format!("expected a string, found {}", what(other)))),
            None => Err(self.wrong(path, "the object has no `type`")),
        }
    }

    fn member<'v>(&self, object: &'v Object, key: &str, path: &Path<'_>) -> Result<&'v Value> {
        object.get(key).ok_or_else(|| self.wrong(path, format!("the object has no `{key}`")))
    }

    fn array<'v>(&self, value: &'v Value, path: &Path<'_>, wanted: &str) -> Result<&'v Vec<Value>> {
        let Value::Array(list) = value else {
            return Err(self.wrong(path, format!("expected {wanted}, found {}", what(value))));
        };
        Ok(list)
    }

    fn no_area(&self, kind: &str, path: &Path<'_>) -> Error {
        const WANTED: &str = "Polygon, MultiPolygon, GeometryCollection, Feature and FeatureCollection are read";
        let reason = match kind {
            "Point" | "MultiPoint" | "LineString" | "MultiLineString" => {
                format!("a `{kind}` has no area: only {WANTED}")
            }
            "Topology" => String::from("this is TopoJSON: convert it to GeoJSON first"),
            "Feature" | "FeatureCollection" => format!("a `{kind}` is no geometry"),
            other => format!("{} is no type of GeoJSON: {WANTED}", shown(other)),
        };
        self.wrong(path, reason)
    }

    fn wrong(&self, path: &Path<'_>, reason: impl Display) -> Error {
        let colon = if path.is_root() { "" } else { ": " };
        Error::syntax(self.text, path.place(self.text), format!("{path}{colon}{reason}"))
    }

    fn refused(&self, error: Error, path: &Path<'_>) -> Error {
        refused(self.text, path.place(self.text), path, error)
    }
}

/// What a value is, for messages.
const fn what(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
