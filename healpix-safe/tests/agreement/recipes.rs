//! Recipes for regions, to be followed with either crate.

use healpix_core::region::{
    Annulus, AnyRegion, BoxRegion, Cone, EllipticalCone, Interior as CoreInterior, Polygon, Zone,
};
use healpix_core::{AngleUnit, Error, LonLat};
use healpix_safe::region::{Interior, Region};
use proptest::prelude::*;

use super::inputs::double;

/// How to make a region. All angles are radians, except where `deg` says otherwise.
#[derive(Debug, Clone)]
pub enum Recipe {
    Cone { deg: bool, at: (f64, f64), radius: f64 },
    Annulus { deg: bool, at: (f64, f64), inner: f64, outer: f64 },
    Ellipse { deg: bool, at: (f64, f64), a: f64, b: f64, angle: f64 },
    Zone { deg: bool, from: (f64, f64), to: (f64, f64) },
    Box { deg: bool, at: (f64, f64), width: f64, height: f64, angle: f64 },
    Polygon { deg: bool, lon: Vec<f64>, lat: Vec<f64>, interior: Interior },
    AllSky,
    Empty,
    Union(Vec<Recipe>),
    Intersection(Vec<Recipe>),
    Difference(Box<Recipe>, Box<Recipe>),
    Complement(Box<Recipe>),
}

/// A longitude and a latitude, good more often than not; poles, meridians and the equator more often than by chance.
fn position() -> impl Strategy<Value = (f64, f64)> {
    use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};
    let round = prop::sample::select(vec![0.0, FRAC_PI_4, FRAC_PI_2, -FRAC_PI_2, PI, 2.0 * PI, 0.5]);
    prop_oneof![
        8 => (-7.0..7.0f64, -1.57..1.57f64),
        2 => (round.clone(), -1.5..1.5f64),
        2 => (round.clone(), prop::sample::select(vec![0.0, FRAC_PI_2, -FRAC_PI_2, 0.5])),
        1 => (double(), double()),
    ]
}

/// A size: any order of magnitude, limits, and sometimes anything at all.
fn size() -> impl Strategy<Value = f64> {
    use std::f64::consts::{FRAC_PI_2, PI};
    prop_oneof![
        6 => 0.0..1.6f64,
        4 => (-12.0..0.0f64).prop_map(|exponent| 10f64.powf(exponent)),
        1 => prop::sample::select(vec![0.0, FRAC_PI_2, PI, 90.0, 180.0, 360.0]),
        1 => double(),
    ]
}

fn shape() -> impl Strategy<Value = Recipe> {
    let deg = any::<bool>;
    let angle = || prop_oneof![6 => 0.0..std::f64::consts::TAU, 1 => double()];
    let interior = prop_oneof![
        2 => Just(Interior::SmallerArea),
        2 => Just(Interior::Winding),
        2 => position().prop_map(|(lon, lat)| Interior::Contains { lon, lat }),
    ];
    // Around a point, so that edges seldom cross; some vertices are anywhere, and some lists too short.
    let ring = (position(), prop::collection::vec((0.0..1.0f64, 0.05..1.0f64), 2..9), size()).prop_map(
        |((lon, lat), steps, size)| {
            let n = steps.len() as f64;
            let vertex = |(k, (turn, part)): (usize, (f64, f64))| {
                let angle = (k as f64 + 0.5 * turn) / n * std::f64::consts::TAU;
                let r = size.abs().min(1.0) * part;
                (lon + r * angle.cos(), (lat + r * angle.sin()).clamp(-1.57, 1.57))
            };
            steps.into_iter().enumerate().map(vertex).unzip::<f64, f64, Vec<f64>, Vec<f64>>()
        },
    );
    prop_oneof![
        3 => (deg(), position(), size()).prop_map(|(deg, at, radius)| Recipe::Cone { deg, at, radius }),
        2 => (deg(), position(), size(), size()).prop_map(|(deg, at, x, y)| {
            // In order more often than not.
            let (inner, outer) = if x > y && x < 1.5 { (y, x) } else { (x, y) };
            Recipe::Annulus { deg, at, inner, outer }
        }),
        2 => (deg(), position(), size(), size(), angle()).prop_map(|(deg, at, x, y, angle)| {
            let (b, a) = if x > y { (y, x) } else { (x, y) };
            Recipe::Ellipse { deg, at, a, b, angle }
        }),
        2 => (deg(), position(), position()).prop_map(|(deg, from, to)| Recipe::Zone { deg, from, to }),
        2 => (deg(), position(), size(), size(), angle())
            .prop_map(|(deg, at, width, height, angle)| Recipe::Box { deg, at, width, height, angle }),
        3 => (deg(), ring, interior)
            .prop_map(|(deg, (lon, lat), interior)| Recipe::Polygon { deg, lon, lat, interior }),
        1 => Just(Recipe::AllSky),
        1 => Just(Recipe::Empty),
    ]
}

pub fn recipe() -> impl Strategy<Value = Recipe> {
    shape().prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Recipe::Union),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Recipe::Intersection),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Recipe::Difference(Box::new(a), Box::new(b))),
            inner.prop_map(|inner| Recipe::Complement(Box::new(inner))),
        ]
    })
}

fn unit(deg: bool) -> AngleUnit {
    if deg { AngleUnit::Degrees } else { AngleUnit::Radians }
}

/// Degrees as radians, refused with their own number and limit where they are out of range.
fn radians(deg: bool, value: f64, good: bool, error: Error) -> healpix_core::Result<f64> {
    match (deg, good) {
        (false, _) => Ok(value),
        (true, true) => Ok(value.to_radians()),
        (true, false) => Err(error),
    }
}

fn radius(deg: bool, value: f64) -> healpix_core::Result<f64> {
    radians(deg, value, (0.0..=180.0).contains(&value), Error::Radius { value, limit: 180.0 })
}

fn side(deg: bool, name: &'static str, value: f64) -> healpix_core::Result<f64> {
    radians(deg, value, value > 0.0 && value < 180.0, Error::Size { name, value, limit: 180.0 })
}

fn turn(deg: bool, value: f64) -> healpix_core::Result<f64> {
    radians(deg, value, (0.0..=360.0).contains(&value), Error::PositionAngle { value, limit: 360.0 })
}

/// The recipe followed with the core.
pub fn core(recipe: &Recipe) -> healpix_core::Result<AnyRegion> {
    let at = |deg, (lon, lat): (f64, f64)| LonLat::with_unit(lon, lat, unit(deg));
    Ok(match recipe {
        Recipe::Cone { deg, at: center, radius: r } => Cone::new(at(*deg, *center)?, radius(*deg, *r)?)?.into(),
        Recipe::Annulus { deg, at: center, inner, outer } => {
            let (center, x, y) = (at(*deg, *center)?, radius(*deg, *inner)?, radius(*deg, *outer)?);
            if inner > outer {
                return Err(Error::RadiusOrder { inner: *inner, outer: *outer });
            }
            Annulus::new(center, x, y)?.into()
        }
        Recipe::Ellipse { deg, at: center, a, b, angle } => {
            let center = at(*deg, *center)?;
            let error = || Error::SemiAxes { a: *a, b: *b, limit: 90.0 };
            let good = 0.0 < *b && b <= a && *a <= 90.0;
            let (a, b) = (radians(*deg, *a, good, error())?, radians(*deg, *b, good, error())?);
            EllipticalCone::new(center, a, b, turn(*deg, *angle)?)?.into()
        }
        Recipe::Zone { deg, from, to } => Zone::with_unit(from.0, from.1, to.0, to.1, unit(*deg))?.into(),
        Recipe::Box { deg, at: center, width, height, angle } => {
            let center = at(*deg, *center)?;
            let (width, height) = (side(*deg, "width", *width)?, side(*deg, "height", *height)?);
            BoxRegion::new(center, width, height, turn(*deg, *angle)?)?.into()
        }
        Recipe::Polygon { deg, lon, lat, interior } => {
            let interior = match interior {
                Interior::SmallerArea => CoreInterior::SmallerArea,
                Interior::Winding => CoreInterior::Winding,
                Interior::Contains { lon, lat } => CoreInterior::Contains(at(*deg, (*lon, *lat))?),
            };
            let polygon = if *deg { Polygon::from_slices_deg } else { Polygon::from_slices };
            polygon(lon, lat, interior)?.into()
        }
        Recipe::AllSky => AnyRegion::AllSky,
        Recipe::Empty => AnyRegion::Empty,
        Recipe::Union(members) => AnyRegion::union(members.iter().map(core).collect::<healpix_core::Result<Vec<_>>>()?),
        Recipe::Intersection(members) => {
            AnyRegion::intersection(members.iter().map(core).collect::<healpix_core::Result<Vec<_>>>()?)
        }
        Recipe::Difference(a, b) => core(a)?.difference(core(b)?),
        Recipe::Complement(inner) => core(inner)?.complement(),
    })
}

/// The recipe followed with the safe crate.
pub fn safe(recipe: &Recipe) -> healpix_safe::Result<Region> {
    let members = |recipes: &[Recipe]| recipes.iter().map(safe).collect::<healpix_safe::Result<Vec<Region>>>();
    match recipe {
        Recipe::Cone { deg, at: (lon, lat), radius } => {
            (if *deg { Region::cone_deg } else { Region::cone })(*lon, *lat, *radius)
        }
        Recipe::Annulus { deg, at: (lon, lat), inner, outer } => {
            (if *deg { Region::annulus_deg } else { Region::annulus })(*lon, *lat, *inner, *outer)
        }
        Recipe::Ellipse { deg, at: (lon, lat), a, b, angle } => {
            (if *deg { Region::elliptical_cone_deg } else { Region::elliptical_cone })(*lon, *lat, *a, *b, *angle)
        }
        Recipe::Zone { deg, from, to } => {
            (if *deg { Region::zone_deg } else { Region::zone })(from.0, from.1, to.0, to.1)
        }
        Recipe::Box { deg, at: (lon, lat), width, height, angle } => {
            (if *deg { Region::box_region_deg } else { Region::box_region })(*lon, *lat, *width, *height, *angle)
        }
        Recipe::Polygon { deg, lon, lat, interior } => {
            (if *deg { Region::polygon_deg } else { Region::polygon })(lon, lat, *interior)
        }
        Recipe::AllSky => Region::all_sky(),
        Recipe::Empty => Region::empty(),
        Recipe::Union(recipes) => {
            let members = members(recipes)?;
            Region::union(&members.iter().collect::<Vec<_>>())
        }
        Recipe::Intersection(recipes) => {
            let members = members(recipes)?;
            Region::intersection(&members.iter().collect::<Vec<_>>())
        }
        Recipe::Difference(a, b) => safe(a)?.difference(&safe(b)?),
        Recipe::Complement(inner) => safe(inner)?.complement(),
    }
}
