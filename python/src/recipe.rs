//! How a region was made: what builds it, what `repr` shows and what `pickle` keeps.

use std::sync::Arc;

use healpix_core::region::{Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Interior, Polygon, Zone};
use healpix_core::{Error, LonLat};
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyTuple};

use crate::error::{Place, from_core, refused};
use crate::unit::Unit;

/// A shape that a few numbers tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Cone,
    Annulus,
    EllipticalCone,
    Zone,
    Box,
}

impl Kind {
    const ALL: [Kind; 5] = [Kind::Cone, Kind::Annulus, Kind::EllipticalCone, Kind::Zone, Kind::Box];

    /// As the function that makes it is called.
    const fn name(self) -> &'static str {
        match self {
            Kind::Cone => "cone",
            Kind::Annulus => "annulus",
            Kind::EllipticalCone => "elliptical_cone",
            Kind::Zone => "zone",
            Kind::Box => "box",
        }
    }
}

/// Longitudes and latitudes of the vertices of a ring.
pub type Ring = (Vec<f64>, Vec<f64>);

/// Which side of a polygon's border is inside.
#[derive(Clone, Copy, PartialEq)]
pub enum Side {
    Smaller,
    Left,
    Holding(f64, f64),
}

/// A notation for regions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    StcS,
    GeoJson,
}

/// How a region was made.
#[derive(Clone, PartialEq)]
pub enum Recipe {
    Empty,
    AllSky,
    Shape(Kind, Vec<f64>, Unit),
    Polygon(Vec<Ring>, Side, Unit),
    Text(Notation, String),
    Union(Vec<Arc<Recipe>>),
    Intersection(Vec<Arc<Recipe>>),
    Complement(Arc<Recipe>),
}

/// More shapes than these are counted, not shown.
const SHOWN_SHAPES: usize = 12;

/// A ring of more vertices likewise.
const SHOWN_VERTICES: usize = 16;

impl Recipe {
    /// The region of one that is not made of others.
    pub fn shape(&self, py: Python<'_>) -> PyResult<AnyRegion> {
        let core = |error: Error| from_core(py, &error, &Place::NONE);
        match self {
            Recipe::Empty => Ok(AnyRegion::Empty),
            Recipe::AllSky => Ok(AnyRegion::AllSky),
            Recipe::Shape(kind, numbers, unit) => match simple(*kind, numbers, *unit) {
                Err(Bad::Core(error)) => Err(core(error)),
                Err(Bad::Text(text)) => Err(refused(py, text)),
                Ok(region) => Ok(region),
            },
            Recipe::Polygon(rings, side, unit) => {
                crate::work::done(py, || polygon(rings, *side, *unit)).map(AnyRegion::Polygon)
            }
            Recipe::Text(Notation::StcS, text) => crate::work::done(py, || AnyRegion::from_stcs(text)),
            Recipe::Text(Notation::GeoJson, text) => crate::work::done(py, || AnyRegion::from_geojson(text)),
            _ => Err(refused(py, "a region of others has no shape of its own")),
        }
    }

    /// How many shapes it is made of.
    fn n_shapes(&self) -> usize {
        match self {
            Recipe::Union(parts) | Recipe::Intersection(parts) => parts.iter().map(|part| part.n_shapes()).sum(),
            Recipe::Complement(inner) => inner.n_shapes(),
            _ => 1,
        }
    }

    /// What Python would have to evaluate to make it again, if that is not too long.
    pub fn text(&self, py: Python<'_>) -> PyResult<String> {
        match self.n_shapes() {
            n if n > SHOWN_SHAPES => Ok(format!("<Region of {n} shapes>")),
            _ => self.written(py, false),
        }
    }

    fn written(&self, py: Python<'_>, inner: bool) -> PyResult<String> {
        let joined = |parts: &[Arc<Recipe>], symbol: &str| -> PyResult<String> {
            let parts: Vec<String> = parts.iter().map(|part| part.written(py, true)).collect::<PyResult<_>>()?;
            let text = parts.join(symbol);
            Ok(if inner { format!("({text})") } else { text })
        };
        Ok(match self {
            Recipe::Empty => "Region.empty()".into(),
            Recipe::AllSky => "Region.all_sky()".into(),
            Recipe::Shape(kind, numbers, unit) => {
                format!("Region.{}({}{})", kind.name(), list(py, numbers)?, unit_text(*unit))
            }
            Recipe::Polygon(rings, side, unit) => return polygon_text(py, rings, *side, *unit),
            Recipe::Text(notation, text) => {
                format!("Region.{}({})", notation.name(), text.into_pyobject(py)?.repr()?)
            }
            Recipe::Union(parts) => joined(parts, " | ")?,
            Recipe::Intersection(parts) => joined(parts, " & ")?,
            Recipe::Complement(inner) => format!("~{}", inner.written(py, true)?),
        })
    }

    /// What makes it again, step by step: shapes, and what is to be done with the regions of the last steps. A list, not a tree,
    /// so that no nesting is too deep for `pickle`.
    pub fn steps<'py>(&self, py: Python<'py>, steps: &mut Vec<Bound<'py, PyTuple>>) -> PyResult<()> {
        fn several<'py>(
            py: Python<'py>,
            parts: &[Arc<Recipe>],
            symbol: &str,
            steps: &mut Vec<Bound<'py, PyTuple>>,
        ) -> PyResult<()> {
            parts.iter().try_for_each(|part| part.steps(py, steps))?;
            steps.push((symbol, parts.len()).into_pyobject(py)?);
            Ok(())
        }
        match self {
            Recipe::Empty => steps.push(("empty",).into_pyobject(py)?),
            Recipe::AllSky => steps.push(("all_sky",).into_pyobject(py)?),
            Recipe::Shape(kind, numbers, unit) => {
                steps.push((kind.name(), PyTuple::new(py, numbers)?, unit.name()).into_pyobject(py)?);
            }
            Recipe::Polygon(rings, side, unit) => {
                let rings: Vec<_> = rings
                    .iter()
                    .map(|(lon, lat)| (numpy::PyArray1::from_slice(py, lon), numpy::PyArray1::from_slice(py, lat)))
                    .collect();
                let interior = match side {
                    Side::Smaller => "smaller".into_pyobject(py)?.into_any(),
                    Side::Left => "left".into_pyobject(py)?.into_any(),
                    Side::Holding(lon, lat) => (*lon, *lat).into_pyobject(py)?.into_any(),
                };
                steps.push(("polygon", PyTuple::new(py, rings)?, interior, unit.name()).into_pyobject(py)?);
            }
            Recipe::Text(notation, text) => steps.push((notation.name(), text).into_pyobject(py)?),
            Recipe::Union(parts) => several(py, parts, "|", steps)?,
            Recipe::Intersection(parts) => several(py, parts, "&", steps)?,
            Recipe::Complement(inner) => {
                inner.steps(py, steps)?;
                steps.push(("~", 1).into_pyobject(py)?);
            }
        }
        Ok(())
    }

    /// The shape of a step, if it is one.
    pub fn of_step(step: &Bound<'_, PyTuple>) -> PyResult<Option<Self>> {
        let py = step.py();
        let name: String = step.get_item(0)?.extract()?;
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == name) {
            let (_, numbers, unit): (String, Vec<f64>, String) = step.extract()?;
            return Ok(Some(Recipe::Shape(kind, numbers, Unit::named(py, &unit)?)));
        }
        Ok(match name.as_str() {
            "empty" => Some(Recipe::Empty),
            "all_sky" => Some(Recipe::AllSky),
            "from_stcs" => Some(Recipe::Text(Notation::StcS, step.get_item(1)?.extract()?)),
            "from_geojson" => Some(Recipe::Text(Notation::GeoJson, step.get_item(1)?.extract()?)),
            "polygon" => {
                let (_, rings, interior, unit): (String, Vec<Ring>, Bound<'_, PyAny>, String) = step.extract()?;
                let unit = Unit::named(py, &unit)?;
                Some(Recipe::Polygon(rings, Side::named(&interior, unit)?, unit))
            }
            _ => None,
        })
    }
}

impl Notation {
    /// As the function that reads it is called.
    const fn name(self) -> &'static str {
        match self {
            Notation::StcS => "from_stcs",
            Notation::GeoJson => "from_geojson",
        }
    }
}

impl Side {
    /// What the keyword `interior` says.
    pub fn named(object: &Bound<'_, PyAny>, unit: Unit) -> PyResult<Self> {
        let py = object.py();
        if let Ok(name) = object.extract::<String>() {
            return match name.as_str() {
                "smaller" => Ok(Side::Smaller),
                "left" => Ok(Side::Left),
                _ => Err(refused(
                    py,
                    format!("interior {name:?} is none of \"smaller\", \"left\" and a position (lon, lat) inside"),
                )),
            };
        }
        let (lon, lat) = match object.cast::<PyTuple>() {
            Ok(pair) if pair.len() == 2 => crate::single::place(&pair.get_item(0)?, Some(&pair.get_item(1)?), unit)?,
            _ => crate::single::place(object, None, unit)?,
        };
        Ok(Side::Holding(lon, lat))
    }
}

/// Numbers as Python writes them.
fn list(py: Python<'_>, numbers: &[f64]) -> PyResult<String> {
    let texts: Vec<String> =
        numbers.iter().map(|number| Ok(PyFloat::new(py, *number).repr()?.to_string())).collect::<PyResult<_>>()?;
    Ok(texts.join(", "))
}

fn unit_text(unit: Unit) -> &'static str {
    match unit {
        Unit::Degrees => "",
        Unit::Radians => ", unit='rad'",
    }
}

fn polygon_text(py: Python<'_>, rings: &[Ring], side: Side, unit: Unit) -> PyResult<String> {
    let n_vertices: usize = rings.iter().map(|ring| ring.0.len()).sum();
    if n_vertices > SHOWN_VERTICES {
        let s = if rings.len() == 1 { "" } else { "s" };
        return Ok(format!("<Region.polygon of {} ring{s}, {n_vertices} vertices>", rings.len()));
    }
    let column = |of: fn(&Ring) -> &[f64]| -> PyResult<String> {
        let lists: Vec<String> =
            rings.iter().map(|ring| Ok(format!("[{}]", list(py, of(ring))?))).collect::<PyResult<_>>()?;
        Ok(if rings.len() == 1 { lists.concat() } else { format!("[{}]", lists.join(", ")) })
    };
    let side = match side {
        Side::Smaller => String::new(),
        Side::Left => ", interior='left'".into(),
        Side::Holding(lon, lat) => format!(", interior=({})", list(py, &[lon, lat])?),
    };
    let (lon, lat) = (column(|ring| &ring.0)?, column(|ring| &ring.1)?);
    Ok(format!("Region.polygon({lon}, {lat}{side}{})", unit_text(unit)))
}

/// What is wrong with the numbers of a shape.
enum Bad {
    Core(Error),
    /// Where the core's own message speaks of radians.
    Text(String),
}

impl From<Error> for Bad {
    fn from(error: Error) -> Self {
        Bad::Core(error)
    }
}

/// Angles in radians. Those out of range are refused as they were given, those in radians by the core.
fn radians(value: f64, unit: Unit, good_degrees: bool, error: Error) -> Result<f64, Error> {
    if unit == Unit::Degrees && !good_degrees { Err(error) } else { Ok(unit.to_radians(value)) }
}

fn radius(value: f64, unit: Unit) -> Result<f64, Error> {
    radians(value, unit, (0.0..=180.0).contains(&value), Error::Radius { value, limit: 180.0 })
}

fn position_angle(value: f64, unit: Unit) -> Result<f64, Error> {
    radians(value, unit, (0.0..=360.0).contains(&value), Error::PositionAngle { value, limit: 360.0 })
}

fn size(name: &'static str, value: f64, unit: Unit) -> Result<f64, Error> {
    radians(value, unit, value > 0.0 && value < 180.0, Error::Size { name, value, limit: 180.0 })
}

fn simple(kind: Kind, numbers: &[f64], unit: Unit) -> Result<AnyRegion, Bad> {
    let at = |lon, lat| LonLat::with_unit(lon, lat, unit.core());
    Ok(match (kind, numbers) {
        (Kind::Cone, &[lon, lat, r]) => Cone::new(at(lon, lat)?, radius(r, unit)?)?.into(),
        (Kind::Annulus, &[lon, lat, inner, outer]) => {
            let (at, radii) = (at(lon, lat)?, (radius(inner, unit)?, radius(outer, unit)?));
            if inner > outer {
                return Err(Error::RadiusOrder { inner, outer }.into());
            }
            Annulus::new(at, radii.0, radii.1)?.into()
        }
        (Kind::EllipticalCone, &[lon, lat, a, b, angle]) => {
            let at = at(lon, lat)?;
            if unit == Unit::Degrees && !(0.0 < b && b <= a && a <= 90.0) {
                return Err(Bad::Text(format!("semi-axes a = {a} and b = {b} must satisfy 0 < b <= a <= 90 degrees")));
            }
            EllipticalCone::new(at, unit.to_radians(a), unit.to_radians(b), position_angle(angle, unit)?)?.into()
        }
        (Kind::Zone, &[lon_min, lat_min, lon_max, lat_max]) => {
            Zone::with_unit(lon_min, lat_min, lon_max, lat_max, unit.core())?.into()
        }
        (Kind::Box, &[lon, lat, width, height, angle]) => {
            let (at, width, height) = (at(lon, lat)?, size("width", width, unit)?, size("height", height, unit)?);
            BoxRegion::new(at, width, height, position_angle(angle, unit)?)?.into()
        }
        _ => return Err(Bad::Text(format!("{} is not made of {} numbers", kind.name(), numbers.len()))),
    })
}

fn polygon(rings: &[Ring], side: Side, unit: Unit) -> Result<Polygon, Error> {
    let interior = match side {
        Side::Smaller => Interior::SmallerArea,
        Side::Left => Interior::Winding,
        Side::Holding(lon, lat) => Interior::Contains(LonLat::with_unit(lon, lat, unit.core())?),
    };
    let mut vertices: Vec<Vec<LonLat>> = Vec::with_capacity(rings.len());
    for (ring, (lon, lat)) in rings.iter().enumerate() {
        if lon.len() != lat.len() {
            return Err(Error::Length { what: "lat", expected: lon.len(), got: lat.len() });
        }
        let vertex = |(vertex, (lon, lat)): (usize, (&f64, &f64))| {
            let position = LonLat::with_unit(*lon, *lat, unit.core());
            position.map_err(|error| Error::Vertex { ring, vertex, source: Box::new(error) })
        };
        vertices.push(lon.iter().zip(lat).enumerate().map(vertex).collect::<Result<_, _>>()?);
    }
    let vertices: Vec<&[LonLat]> = vertices.iter().map(Vec::as_slice).collect();
    Polygon::with_rings(&vertices, interior)
}
