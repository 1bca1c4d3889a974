//! `Region`: shapes on the sphere, and what set operations make of them.

use std::sync::Arc;

use healpix_core::region::AnyRegion;
use healpix_core::{Depth, batch};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};

use crate::call::{Ask, elementwise};
use crate::error::refused;
use crate::given::Given;
use crate::output::Kind;
use crate::points::widen;
use crate::position::Position;
use crate::recipe::{self, Notation, Recipe, Side};
use crate::rings::rings;
use crate::single::{angle, place, required_angle};
use crate::unit::Unit;
use crate::work::Threads;

type Answer<'py> = PyResult<Bound<'py, PyAny>>;

/// Regions in regions in regions: every question goes down to the last one.
const NESTING: usize = 256;

/// A closed set of points of the sphere: a shape, or what set operations make of several. Immutable.
///
/// Made by `Region.cone`, `annulus`, `elliptical_cone`, `zone`, `box`, `polygon`, `all_sky`, `empty`, `from_stcs` and `from_geojson`;
/// combined by ``a | b`` (union), ``a & b`` (intersection), ``a - b`` (difference) and ``~a`` (complement). Which cells it
/// touches and which are inside of it, `Coverage` and `Moc` tell.
///
/// All angles are degrees, or radians with ``unit="rad"``; Quantities bring their own unit, and a `SkyCoord` may stand for `lon` and `lat`.
/// Shapes have their border. Their sides are exact: great circles, and for zones parallels.
///
/// Examples
/// --------
/// >>> from healpixel import Region
/// >>> field = Region.cone(83.8, -5.4, 1.0) - Region.box(83.8, -5.4, 0.2, 0.2)
/// >>> (83.8, -6.0) in field, (83.8, -5.4) in field
/// (True, False)
/// >>> field
/// Region.cone(83.8, -5.4, 1.0) & ~Region.box(83.8, -5.4, 0.2, 0.2, 0.0)
#[pyclass(frozen, module = "healpixel")]
pub struct Region {
    inner: Arc<AnyRegion>,
    recipe: Arc<Recipe>,
}

impl Region {
    /// As the core has it; shared, for work without the interpreter's lock.
    pub fn shared(&self) -> Arc<AnyRegion> {
        Arc::clone(&self.inner)
    }

    pub fn of(py: Python<'_>, recipe: Recipe) -> PyResult<Self> {
        Ok(Self { inner: Arc::new(recipe.shape(py)?), recipe: Arc::new(recipe) })
    }

    fn simple(py: Python<'_>, kind: recipe::Kind, numbers: Vec<f64>, unit: Unit) -> PyResult<Self> {
        Self::of(py, Recipe::Shape(kind, numbers, unit))
    }

    /// Union or intersection of any number of regions.
    pub fn joined<'a>(py: Python<'_>, union: bool, parts: impl Iterator<Item = &'a Self> + Clone) -> PyResult<Self> {
        let regions = parts.clone().map(|part| (*part.inner).clone());
        let inner = if union { AnyRegion::union(regions) } else { AnyRegion::intersection(regions) };
        let mut recipes: Vec<Arc<Recipe>> = Vec::new();
        for part in parts {
            match (&*part.recipe, union) {
                (Recipe::Union(parts), true) | (Recipe::Intersection(parts), false) => {
                    recipes.extend(parts.iter().map(Arc::clone));
                }
                _ => recipes.push(Arc::clone(&part.recipe)),
            }
        }
        let recipe = match (recipes.len(), union) {
            (0, true) => Arc::new(Recipe::Empty),
            (0, false) => Arc::new(Recipe::AllSky),
            (1, _) => recipes.swap_remove(0),
            (_, true) => Arc::new(Recipe::Union(recipes)),
            (_, false) => Arc::new(Recipe::Intersection(recipes)),
        };
        Self { inner: Arc::new(inner), recipe }.not_too_deep(py)
    }

    pub fn complement(&self, py: Python<'_>) -> PyResult<Self> {
        let recipe = match &*self.recipe {
            Recipe::Complement(inner) => Arc::clone(inner),
            _ => Arc::new(Recipe::Complement(Arc::clone(&self.recipe))),
        };
        Self { inner: Arc::new((*self.inner).clone().complement()), recipe }.not_too_deep(py)
    }

    fn not_too_deep(self, py: Python<'_>) -> PyResult<Self> {
        if nesting(&self.inner) <= NESTING {
            return Ok(self);
        }
        Err(refused(
            py,
            format!("set operations are nested more than {NESTING} deep: combine MOCs of the regions instead"),
        ))
    }
}

/// Levels of regions in regions.
fn nesting(region: &AnyRegion) -> usize {
    match region {
        AnyRegion::Union(members) | AnyRegion::Intersection(members) => {
            1 + members.iter().map(nesting).max().unwrap_or(0)
        }
        AnyRegion::Complement(inner) => 1 + nesting(inner),
        _ => 1,
    }
}

#[pymethods]
impl Region {
    /// The points within a radius of a centre.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float
    ///     The centre in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// radius : float
    ///     0 (the point alone) to 180 degrees (the whole sphere).
    /// unit : "deg" or "rad"
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> (279.2, 40.0) in Region.cone(279.2347, 38.7837, radius=2)
    /// True
    #[staticmethod]
    #[pyo3(signature = (lon, lat=None, radius=None, *, unit="deg"))]
    fn cone(
        py: Python<'_>,
        lon: &Bound<'_, PyAny>,
        lat: Option<&Bound<'_, PyAny>>,
        radius: Option<&Bound<'_, PyAny>>,
        unit: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let (lon, lat) = place(lon, lat, unit)?;
        Self::simple(py, recipe::Kind::Cone, vec![lon, lat, required_angle(radius, "radius", unit)?], unit)
    }

    /// The points whose distance from a centre is between two radii.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float
    ///     The centre in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// inner, outer : float
    ///     0 to 180 degrees, the inner one not larger than the outer one.
    /// unit : "deg" or "rad"
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> ring = Region.annulus(10.6847, 41.269, 1.0, 3.0)
    /// >>> (10.6847, 41.269) in ring, (10.6847, 43.0) in ring
    /// (False, True)
    #[staticmethod]
    #[pyo3(signature = (lon, lat=None, inner=None, outer=None, *, unit="deg"))]
    fn annulus(
        py: Python<'_>,
        lon: &Bound<'_, PyAny>,
        lat: Option<&Bound<'_, PyAny>>,
        inner: Option<&Bound<'_, PyAny>>,
        outer: Option<&Bound<'_, PyAny>>,
        unit: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let (lon, lat) = place(lon, lat, unit)?;
        let (inner, outer) = (required_angle(inner, "inner", unit)?, required_angle(outer, "outer", unit)?);
        Self::simple(py, recipe::Kind::Annulus, vec![lon, lat, inner, outer], unit)
    }

    /// The points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on the sphere.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float
    ///     The centre in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// a, b : float
    ///     Semi-axes, ``0 < b <= a <= 90`` degrees.
    /// position_angle : float
    ///     Of the major axis, from north through east, 0 to 360 degrees.
    /// unit : "deg" or "rad"
    ///
    /// Examples
    /// --------
    /// The disc of M 31, its major axis 35 degrees east of north:
    ///
    /// >>> from healpixel import Region
    /// >>> m31 = Region.elliptical_cone(10.6847, 41.269, 95 / 60, 30 / 60, 35.0)
    /// >>> (11.6, 42.1) in m31, (9.8, 42.1) in m31
    /// (True, False)
    #[staticmethod]
    #[pyo3(
        signature = (lon, lat=None, a=None, b=None, position_angle=None, *, unit="deg"),
        text_signature = "(lon, lat=None, a=None, b=None, position_angle=0.0, *, unit='deg')"
    )]
    fn elliptical_cone(
        py: Python<'_>,
        lon: &Bound<'_, PyAny>,
        lat: Option<&Bound<'_, PyAny>>,
        a: Option<&Bound<'_, PyAny>>,
        b: Option<&Bound<'_, PyAny>>,
        position_angle: Option<&Bound<'_, PyAny>>,
        unit: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let (lon, lat) = place(lon, lat, unit)?;
        let (a, b) = (required_angle(a, "a", unit)?, required_angle(b, "b", unit)?);
        let angle = position_angle.map_or(Ok(0.0), |given| angle(given, "position_angle", unit))?;
        Self::simple(py, recipe::Kind::EllipticalCone, vec![lon, lat, a, b, angle], unit)
    }

    /// The points between two longitudes and two latitudes.
    ///
    /// Parameters
    /// ----------
    /// lon_min, lon_max : float
    ///     Any finite longitudes. The zone runs from `lon_min` eastwards to `lon_max`, over longitude 0 where need be; a whole turn or
    ///     more is the whole circle, equal longitudes are one meridian.
    /// lat_min, lat_max : float
    ///     Latitudes, the southern one first.
    /// unit : "deg" or "rad"
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> (0.0, 5.0) in Region.zone(350, 0, 10, 10)
    /// True
    #[staticmethod]
    #[pyo3(signature = (lon_min, lat_min, lon_max, lat_max, *, unit="deg"))]
    fn zone(
        py: Python<'_>,
        lon_min: &Bound<'_, PyAny>,
        lat_min: &Bound<'_, PyAny>,
        lon_max: &Bound<'_, PyAny>,
        lat_max: &Bound<'_, PyAny>,
        unit: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let numbers = vec![
            angle(lon_min, "lon_min", unit)?,
            angle(lat_min, "lat_min", unit)?,
            angle(lon_max, "lon_max", unit)?,
            angle(lat_max, "lat_max", unit)?,
        ];
        Self::simple(py, recipe::Kind::Zone, numbers, unit)
    }

    /// A box around a centre, turned by a position angle; its sides are great circles.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float
    ///     The centre in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// width, height : float
    ///     Whole sizes along the axes through the centre, above 0 and below 180 degrees. The width is from west to east.
    /// position_angle : float
    ///     Turns the box from north through east, 0 to 360 degrees.
    /// unit : "deg" or "rad"
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> frame = Region.box(120.0, 10.0, 4.0, 2.0)
    /// >>> (121.9, 10.0) in frame, (120.0, 11.9) in frame
    /// (True, False)
    /// >>> (120.0, 11.9) in Region.box(120.0, 10.0, 4.0, 2.0, position_angle=90)
    /// True
    #[staticmethod]
    #[pyo3(
        name = "box",
        signature = (lon, lat=None, width=None, height=None, position_angle=None, *, unit="deg"),
        text_signature = "(lon, lat=None, width=None, height=None, position_angle=0.0, *, unit='deg')"
    )]
    fn box_region(
        py: Python<'_>,
        lon: &Bound<'_, PyAny>,
        lat: Option<&Bound<'_, PyAny>>,
        width: Option<&Bound<'_, PyAny>>,
        height: Option<&Bound<'_, PyAny>>,
        position_angle: Option<&Bound<'_, PyAny>>,
        unit: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let (lon, lat) = place(lon, lat, unit)?;
        let (width, height) = (required_angle(width, "width", unit)?, required_angle(height, "height", unit)?);
        let angle = position_angle.map_or(Ok(0.0), |given| angle(given, "position_angle", unit))?;
        Self::simple(py, recipe::Kind::Box, vec![lon, lat, width, height, angle], unit)
    }

    /// What rings of great-circle arcs bound: concave, with holes, in several parts, around poles, larger than a hemisphere.
    ///
    /// A ring closes itself, and each side is the shorter arc between two vertices. Whoever crosses a side of any ring goes from inside to
    /// outside or back. Rings may touch but not cross.
    ///
    /// Parameters
    /// ----------
    /// lon, lat : array of float
    ///     Vertices in degrees, or in the `unit` given; or one `SkyCoord` as `lon`. Several rings are lists of arrays, arrays of two
    ///     dimensions, or a list of `SkyCoord`.
    /// interior : "smaller", "left" or (lon, lat)
    ///     Which side is inside: the one with the smaller area; the one at the left of the first ring; or the one that holds that position.
    /// unit : "deg" or "rad"
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     For a ring of fewer than three distinct vertices, sides that cross, a vertex that is no position (its number is
    ///     in the text, its bad coordinate in ``.value``).
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> cap = Region.polygon([0, 90, 180, 270], [80, 80, 80, 80])
    /// >>> (12.0, 90.0) in cap
    /// True
    /// >>> (12.0, 90.0) in Region.polygon([0, 90, 180, 270], [80, 80, 80, 80], interior=(0, 0))
    /// False
    /// >>> frame = Region.polygon([[0, 9, 9, 0], [3, 6, 6, 3]], [[0, 0, 9, 9], [3, 3, 6, 6]])  # with a hole
    /// >>> (1.0, 4.5) in frame, (4.5, 4.5) in frame
    /// (True, False)
    #[staticmethod]
    #[pyo3(
        signature = (lon, lat=None, *, interior=None, unit="deg"),
        text_signature = "(lon, lat=None, *, interior='smaller', unit='deg')"
    )]
    fn polygon(
        py: Python<'_>,
        lon: &Bound<'_, PyAny>,
        lat: Option<&Bound<'_, PyAny>>,
        interior: Option<&Bound<'_, PyAny>>,
        unit: &str,
    ) -> PyResult<Self> {
        let unit = Unit::named(py, unit)?;
        let side = interior.map_or(Ok(Side::Smaller), |interior| Side::named(interior, unit))?;
        Self::of(py, Recipe::Polygon(rings(lon, lat, unit)?, side, unit))
    }

    /// The whole sphere.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> (1.0, 2.0) in Region.all_sky()
    /// True
    #[staticmethod]
    fn all_sky(py: Python<'_>) -> PyResult<Self> {
        Self::of(py, Recipe::AllSky)
    }

    /// No point.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> (1.0, 2.0) in Region.empty()
    /// False
    #[staticmethod]
    fn empty(py: Python<'_>) -> PyResult<Self> {
        Self::of(py, Recipe::Empty)
    }

    /// The region of an STC-S text of the Virtual Observatory, as in `s_region` columns of ObsTAP.
    ///
    /// Circle, Ellipse, Box, Polygon, PositionInterval, Position, AllSky, and Union, Intersection, Difference, Not; in ICRS, FK5 or J2000.
    /// Several regions one after the other are their union.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     With line and column, for a text that is none or a shape that is none.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> (147.6, 70.5) in Region.from_stcs("Difference ICRS (Circle 147.6 69.9 2 Polygon 147 69 149 69 149 70 147 70)")
    /// True
    #[staticmethod]
    fn from_stcs(py: Python<'_>, text: &str) -> PyResult<Self> {
        Self::of(py, Recipe::Text(Notation::StcS, text.to_owned()))
    }

    /// The region of a GeoJSON text (RFC 7946): Polygon, MultiPolygon, a GeometryCollection or Features of them.
    ///
    /// Longitude and latitude are degrees on the sphere; inside is what the rings enclose, by their smaller area.
    ///
    /// Raises
    /// ------
    /// HealpixError
    ///     With line and column, or the path to the member that is wrong.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> text = '{"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]]}'
    /// >>> (1.0, 1.0) in Region.from_geojson(text)
    /// True
    #[staticmethod]
    fn from_geojson(py: Python<'_>, text: &str) -> PyResult<Self> {
        Self::of(py, Recipe::Text(Notation::GeoJson, text.to_owned()))
    }

    /// What is in any of the regions; nothing for none. Quicker than ``|`` many times.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> fields = Region.union_all(Region.cone(lon, 0, 1) for lon in range(0, 360, 10))
    /// >>> (40.5, 0.5) in fields
    /// True
    #[staticmethod]
    fn union_all(regions: &Bound<'_, PyAny>) -> PyResult<Self> {
        let parts = regions_of(regions)?;
        Self::joined(regions.py(), true, parts.iter().map(Bound::get))
    }

    /// What is in all of the regions; the whole sphere for none.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> (5.0, 0.0) in Region.intersection_all([Region.cone(0, 0, 6), Region.cone(10, 0, 6)])
    /// True
    #[staticmethod]
    fn intersection_all(regions: &Bound<'_, PyAny>) -> PyResult<Self> {
        let parts = regions_of(regions)?;
        Self::joined(regions.py(), false, parts.iter().map(Bound::get))
    }

    /// Whether positions are inside, the border included (to the rounding of a double, 1e-15 rad).
    ///
    /// Parameters
    /// ----------
    /// lon, lat : float or array
    ///     Positions in degrees, or in the `unit` given; or one `SkyCoord` as `lon`.
    /// unit : "deg" or "rad"
    /// out : array of bool, optional
    ///     Where to write the result.
    /// errors : "raise", "mask" or "ignore"
    ///     What to do about positions that are none: raise a HealpixError, return a masked array, or leave False.
    /// threads : int, optional
    ///     Threads for this call, 0 for one on each core; otherwise as `set_threads` says.
    ///
    /// Returns
    /// -------
    /// bool or array of bool
    ///     In the shape that the arguments have together.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> Region.zone(350, -10, 10, 10).contains([0.0, 20.0, 355.0], 5.0)
    /// array([ True, False,  True])
    #[pyo3(signature = (lon, lat=None, *, unit="deg", out=None, errors="raise", threads=None))]
    fn contains<'py>(
        &self,
        lon: &Bound<'py, PyAny>,
        lat: Option<&Bound<'py, PyAny>>,
        unit: &str,
        out: Option<&Bound<'py, PyAny>>,
        errors: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        let py = lon.py();
        let unit = Unit::named(py, unit)?;
        let region = &*self.inner;
        let (position, ask) = (Position::of(lon, lat)?, Ask { out, errors, threads });
        elementwise(py, None, position.given(unit), [Kind::B], &ask, |(), [lon, lat], [inside]| match unit {
            Unit::Degrees => batch::region::contains_deg(region, lon.floats(), lat.floats(), inside.bools()),
            Unit::Radians => batch::region::contains(region, lon.floats(), lat.floats(), inside.bools()),
        })
    }

    /// What the region is to nested cells, exactly.
    ///
    /// Parameters
    /// ----------
    /// depth : int or array of int
    ///     0 to 29.
    /// cell : int or array of int
    /// out, errors, threads
    ///     As in `contains`; what stands for a bad cell is -1.
    ///
    /// Returns
    /// -------
    /// int or array of int64
    ///     0 where they have no point in common, 1 where they meet, 2 where the cell is inside.
    ///
    /// Examples
    /// --------
    /// >>> from healpixel import Region
    /// >>> Region.cone(50, 0, 0.01).relation(0, [4, 5, 6])
    /// array([0, 1, 0])
    #[pyo3(signature = (depth, cell, *, out=None, errors="raise", threads=None))]
    fn relation<'py>(
        &self,
        depth: &Bound<'py, PyAny>,
        cell: &Bound<'py, PyAny>,
        out: Option<&Bound<'py, PyAny>>,
        errors: &str,
        threads: Option<Threads>,
    ) -> Answer<'py> {
        let region = &*self.inner;
        let (cells, ask) = ([Given::cells(cell, "cell")], Ask { out, errors, threads });
        elementwise(cell.py(), Some(depth), cells, [Kind::U(1)], &ask, |depth: Depth, [cell], [out]| {
            let mut relations = vec![0; cell.cells().len()];
            let result = batch::region::relation(region, depth, cell.cells(), &mut relations);
            widen(&relations, batch::INVALID_U8, out.cells());
            result
        })
    }

    /// Whether a position, ``(lon, lat)`` in degrees or a `SkyCoord`, is inside.
    fn __contains__(&self, position: &Bound<'_, PyAny>) -> PyResult<bool> {
        use healpix_core::region::Region as _;
        let (py, unit) = (position.py(), Unit::Degrees);
        let at = match position.cast::<PyTuple>() {
            Ok(pair) if pair.len() == 2 => place(&pair.get_item(0)?, Some(&pair.get_item(1)?), unit)?,
            _ if position.hasattr("spherical")? => place(position, None, unit)?,
            _ => return Err(PyTypeError::new_err("a region holds positions: (lon, lat) in degrees, or a SkyCoord")),
        };
        Ok(self.inner.contains(crate::single::position(py, at, unit)?))
    }

    fn __or__(&self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<Self> {
        Self::joined(py, true, [self, other.get()].into_iter())
    }

    fn __and__(&self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<Self> {
        Self::joined(py, false, [self, other.get()].into_iter())
    }

    fn __sub__(&self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<Self> {
        let without = other.get().complement(py)?;
        Self::joined(py, false, [self, &without].into_iter())
    }

    fn __invert__(&self, py: Python<'_>) -> PyResult<Self> {
        self.complement(py)
    }

    /// Whether they are made of the same shapes in the same way.
    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        self.inner == other.get().inner
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        self.recipe.text(py)
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyList>,))> {
        let mut steps = Vec::new();
        self.recipe.steps(py, &mut steps)?;
        let make = py.import("healpixel._core")?.getattr("_region_of_steps")?;
        Ok((make, (PyList::new(py, steps)?,)))
    }
}

/// Regions of any iterable.
fn regions_of<'py>(regions: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, Region>>> {
    regions.try_iter()?.map(|region| Ok(region?.cast_into::<Region>()?)).collect()
}
