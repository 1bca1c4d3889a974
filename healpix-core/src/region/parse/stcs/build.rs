//! From numbers to shapes.

use alloc::format;
use alloc::vec::Vec;

use super::super::place::refused;
use super::lexer::Number;
use super::reader::{Group, Item, RawShape};
use super::words::{Kind, Operator, Unit};
use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::region::{AnyRegion, BoxRegion, Cone, EllipticalCone, Polygon, Zone};
use crate::room::{push, reserved};
use crate::sphere::{AngleUnit, LonLat};

/// The region of a list in which operators come behind their members.
pub(super) fn region(text: &str, items: &[Item], numbers: &[Number], unit: Unit) -> Result<AnyRegion> {
    let mut done: Vec<AnyRegion> = Vec::new();
    for item in items {
        let region = match item {
            Item::Shape(shape) => {
                let numbers = numbers.get(shape.start..shape.end).unwrap_or_default();
                Shaper { text, shape, numbers, unit }.region()?
            }
            Item::Group(group) => combined(*group, done.split_off(done.len().saturating_sub(group.members))),
        };
        push(&mut done, region)?;
    }
    Ok(AnyRegion::union(done))
}

fn combined(group: Group, mut members: Vec<AnyRegion>) -> AnyRegion {
    match group.operator {
        Operator::Union => AnyRegion::union(members),
        Operator::Intersection => AnyRegion::intersection(members),
        Operator::Not => AnyRegion::union(members).complement(),
        Operator::Difference => {
            let taken = members.pop().unwrap_or(AnyRegion::Empty);
            AnyRegion::union(members).difference(taken)
        }
    }
}

/// Makes one shape.
struct Shaper<'a> {
    text: &'a str,
    shape: &'a RawShape,
    numbers: &'a [Number],
    unit: Unit,
}

impl Shaper<'_> {
    fn region(&self) -> Result<AnyRegion> {
        match (self.shape.kind, self.numbers) {
            (Kind::AllSky, []) => Ok(AnyRegion::AllSky),
            (Kind::Position, [lon, lat]) => self.cone(*lon, *lat, 0.0),
            (Kind::Circle, [lon, lat, radius]) => self.cone(*lon, *lat, self.radius(*radius)?),
            (Kind::Ellipse, [lon, lat, radius, other, angle]) => {
                self.ellipse(self.position(*lon, *lat)?, [*radius, *other], angle.value)
            }
            (Kind::Box, [lon, lat, width, height]) => self.rectangle(self.position(*lon, *lat)?, *width, *height),
            (Kind::Interval, numbers) => self.zones(numbers),
            (Kind::Polygon, numbers) => self.polygon(numbers),
            // The reader has counted.
            (kind, _) => Err(self.wrong(self.shape.at, format!("{} takes {}", kind.name(), kind.numbers()))),
        }
    }

    fn cone(&self, lon: Number, lat: Number, radius: f64) -> Result<AnyRegion> {
        self.made(Cone::new(self.position(lon, lat)?, radius))
    }

    fn ellipse(&self, center: LonLat, radii: [Number; 2], degrees: f64) -> Result<AnyRegion> {
        let [along, across] = [self.semi_axis(radii[0])?, self.semi_axis(radii[1])?];
        // Of two axes, the first is the one with the position angle; the major axis may be the other one.
        let (a, b, degrees) = if along >= across { (along, across, degrees) } else { (across, along, degrees + 90.0) };
        let turn = degrees % 360.0;
        let turn = if turn < 0.0 { turn + 360.0 } else { turn };
        self.made(EllipticalCone::new(center, a, b, AngleUnit::Degrees.to_radians(turn)))
    }

    fn rectangle(&self, center: LonLat, width: Number, height: Number) -> Result<AnyRegion> {
        let (w, h) = (self.size("width", width)?, self.size("height", height)?);
        BoxRegion::new(center, w, h, 0.0).map(AnyRegion::Box).map_err(|error| match error {
            // The sizes are in range, so this one is too near to 0.
            Error::Size { .. } => {
                let shorter = if w < h { width } else { height };
                self.wrong(shorter.at, format!("Box: {:e} is too small: the corners are one point", shorter.value))
            }
            other => self.refused(self.shape.at, other),
        })
    }

    fn zones(&self, numbers: &[Number]) -> Result<AnyRegion> {
        let mut zones = reserved(numbers.len() / 4)?;
        for corners in numbers.chunks_exact(4) {
            let [lon_min, lat_min, lon_max, lat_max] = corners else { continue };
            self.position(*lon_min, *lat_min)?;
            self.position(*lon_max, *lat_max)?;
            let [west, south, east, north] = [lon_min, lat_min, lon_max, lat_max].map(|n| self.unit.scaled(n.value));
            let zone = Zone::with_unit(west, south, east, north, self.unit.angle_unit());
            zones.push(AnyRegion::Zone(zone.map_err(|error| self.refused(lat_min.at, error))?));
        }
        Ok(AnyRegion::union(zones))
    }

    fn polygon(&self, numbers: &[Number]) -> Result<AnyRegion> {
        let mut ring = reserved(numbers.len() / 2)?;
        for vertex in numbers.chunks_exact(2) {
            let [lon, lat] = vertex else { continue };
            ring.push(self.position(*lon, *lat)?);
        }
        let polygon = Polygon::new(&ring).map_err(|error| {
            let vertex = match error {
                Error::Crossing { edge, .. } | Error::Antipodal { edge, .. } => numbers.get(2 * edge),
                _ => None,
            };
            self.refused(vertex.map_or(self.shape.at, |lon| lon.at), error)
        })?;
        Ok(AnyRegion::Polygon(polygon))
    }

    fn position(&self, lon: Number, lat: Number) -> Result<LonLat> {
        let [x, y] = [lon, lat].map(|n| self.unit.scaled(n.value));
        LonLat::with_unit(x, y, self.unit.angle_unit()).map_err(|error| self.refused(lat.at, error))
    }

    /// A radius from 0 to half a turn, in radians.
    fn radius(&self, radius: Number) -> Result<f64> {
        let (value, limit) = (self.unit.scaled(radius.value), self.unit.angle_unit().half_turn());
        if !(0.0..=limit).contains(&value) {
            return Err(self.refused(radius.at, Error::Radius { value, limit }));
        }
        Ok(self.unit.angle_unit().to_radians(value))
    }

    /// A semi-axis above 0 and up to a quarter turn, in radians.
    fn semi_axis(&self, radius: Number) -> Result<f64> {
        let (value, unit) = (self.unit.scaled(radius.value), self.unit.angle_unit());
        if value > 0.0 && value <= unit.max_latitude() {
            return Ok(unit.to_radians(value));
        }
        let limit = match unit {
            AngleUnit::Degrees => "90] degrees",
            AngleUnit::Radians => "pi/2] radians",
        };
        Err(self.wrong(radius.at, format!("Ellipse: radius {} is outside (0, {limit}", Brief(value))))
    }

    /// A size above 0 and below half a turn, in radians.
    fn size(&self, name: &'static str, size: Number) -> Result<f64> {
        let (value, limit) = (self.unit.scaled(size.value), self.unit.angle_unit().half_turn());
        if !(value > 0.0 && value < limit) {
            return Err(self.refused(size.at, Error::Size { name, value, limit }));
        }
        Ok(self.unit.angle_unit().to_radians(value))
    }

    /// A shape, or why there is none.
    fn made<S: Into<AnyRegion>>(&self, shape: Result<S>) -> Result<AnyRegion> {
        shape.map(Into::into).map_err(|error| self.refused(self.shape.at, error))
    }

    fn refused(&self, at: usize, error: Error) -> Error {
        refused(self.text, at, self.shape.kind.name(), error)
    }

    fn wrong(&self, at: usize, reason: alloc::string::String) -> Error {
        Error::syntax(self.text, at, reason)
    }
}
