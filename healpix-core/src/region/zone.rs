//! Ranges of longitude and latitude.
//!
//! On the HEALPix plane a zone's borders are simple: latitudes are heights, and the part of a cell between two heights
//! has its westernmost and easternmost point where the cell is widest there. So a cell needs four comparisons, and where
//! a border is a round number (equator, pole, quarter turns) they are exact.

use core::f64::consts::FRAC_PI_2;

use super::Relation;
use super::lines::Lines;
use super::local::Local;
use super::shape::{Bound, ByParallel, Frame, Scratch, Shape, Verdict};
use crate::coverage::Patch;
use crate::error::{Error, Result};
use crate::grid::{BaseCell, Nside};
use crate::projection;
use crate::sphere::{AngleUnit, LonLat, distance, trig};

/// What rounding does to a longitude in quarter turns or a height.
const BLUR: f64 = 4e-15;

/// The points between two longitudes and two latitudes, borders included.
///
/// It runs from `lon_min` eastwards to `lon_max`, over longitude 0 where need be; a whole turn or more is the whole
/// circle, and equal longitudes are one meridian.
///
/// # Examples
/// ```
/// use healpix_core::region::{Region, Zone};
/// use healpix_core::LonLat;
///
/// let zone = Zone::from_degrees(350.0, -5.0, 10.0, 5.0)?;
/// assert!(zone.contains(LonLat::from_degrees(0.0, 0.0)?));
/// assert!(!zone.contains(LonLat::from_degrees(180.0, 0.0)?));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zone {
    south_west: LonLat,
    north_east: LonLat,
    /// Western border in quarter turns, 0 to 4, and how far it is from there to the eastern one; 4 is the whole circle.
    west: f64,
    span: f64,
    /// Heights on the plane in half base cells, -2 to 2, and what may be wrong with them.
    south: f64,
    north: f64,
    south_blur: f64,
    north_blur: f64,
}

impl Zone {
    /// A zone in radians.
    ///
    /// # Errors
    /// [`Error::Longitude`] and [`Error::Latitude`] for borders that are no coordinates; [`Error::ZoneLatitudes`]
    /// where `lat_min > lat_max`.
    pub fn new(lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64) -> Result<Self> {
        Self::with_unit(lon_min, lat_min, lon_max, lat_max, AngleUnit::Radians)
    }

    /// A zone in degrees.
    ///
    /// # Errors
    /// Those of [`Zone::new`].
    pub fn from_degrees(lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64) -> Result<Self> {
        Self::with_unit(lon_min, lat_min, lon_max, lat_max, AngleUnit::Degrees)
    }

    /// A zone in a unit.
    ///
    /// # Errors
    /// Those of [`Zone::new`].
    pub fn with_unit(lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64, unit: AngleUnit) -> Result<Self> {
        let south_west = LonLat::with_unit(lon_min, lat_min, unit)?;
        let north_east = LonLat::with_unit(lon_max, lat_max, unit)?;
        if lat_min > lat_max {
            return Err(Error::ZoneLatitudes { min: lat_min, max: lat_max });
        }
        let (west, east) = (turned(south_west), turned(north_east));
        let whole = north_east.quarter_turns() - south_west.quarter_turns() >= 4.0 - BLUR;
        let span = match (whole, east >= west) {
            (true, _) => 4.0,
            (false, true) => east - west,
            (false, false) => (4.0 - west) + east,
        };
        let ((south, south_blur), (north, north_blur)) = (height(south_west), height(north_east));
        Ok(Self { south_west, north_east, west, span, south, north, south_blur, north_blur })
    }

    /// Its area in steradians.
    ///
    /// # Examples
    /// ```
    /// use core::f64::consts::PI;
    /// use healpix_core::region::Zone;
    /// let octant = Zone::from_degrees(350.0, 0.0, 80.0, 90.0)?;
    /// assert!((octant.area() - 0.5 * PI).abs() < 1e-14);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> f64 {
        let unit = self.south_west.unit();
        let ((west, south), (east, north)) = (self.south_west.as_given(), self.north_east.as_given());
        // Differences of what was given: of numbers that are close to each other they are exact.
        let width = if (0.0..=2.0 * unit.max_latitude()).contains(&(east - west)) {
            unit.to_radians(east - west)
        } else {
            self.span * FRAC_PI_2
        };
        // sin(n) - sin(s) = 2 sin((n - s) / 2) cos((n + s) / 2), and that cosine is the sine of what is left to the pole.
        let to_pole = unit.max_latitude() - (0.5 * (north + south)).abs();
        let sin = |angle: f64| trig::sin_cos(unit.to_radians(angle), 0.0).0;
        2.0 * width * sin(0.5 * (north - south)) * sin(to_pole)
    }

    /// Its corner with the smallest latitude and the western border's longitude, as given.
    #[must_use]
    pub fn south_west(&self) -> LonLat {
        self.south_west
    }

    /// Its corner with the largest latitude and the eastern border's longitude, as given.
    #[must_use]
    pub fn north_east(&self) -> LonLat {
        self.north_east
    }

    /// The western border in quarter turns, 0 to 4, and how far it is from there to the eastern one.
    pub(crate) fn longitudes(&self) -> (f64, f64) {
        (self.west, self.span)
    }

    /// The southern and the northern border in half base cells, -2 to 2.
    pub(crate) fn heights(&self) -> (f64, f64) {
        (self.south, self.north)
    }

    /// Whether the latitudes of a cell reach those of the zone: one of a row of base cells, `i + j = sum`.
    pub(crate) fn reaches(&self, nside: Nside, row: u32, sum: u32) -> bool {
        let inverse = 1.0 / f64::from(nside.get());
        let height = |sum: u32| f64::from(sum) * inverse - f64::from(row);
        !self.is_beside(height(sum), height(sum + 2))
    }

    /// Whether all between two heights is north or south of it.
    fn is_beside(&self, bottom: f64, top: f64) -> bool {
        top < self.south - self.south_blur || bottom > self.north + self.north_blur
    }

    /// Whether a position is between the latitudes.
    pub(crate) fn holds_latitude(&self, at: LonLat) -> bool {
        let (lat, south, north) = if at.unit() == self.south_west.unit() {
            (at.as_given().1, self.south_west.as_given().1, self.north_east.as_given().1)
        } else {
            (at.lat(), self.south_west.lat(), self.north_east.lat())
        };
        south <= lat && lat <= north
    }

    pub(crate) fn is_whole_circle(&self) -> bool {
        self.span >= 4.0
    }

    /// Whether a part of a cell from one longitude to another meets the zone's.
    fn meets(&self, (west, east): (Longitude, Longitude)) -> bool {
        let from = self.offset(west.value);
        // The eastern end as seen from the same turn.
        from <= self.span + BLUR || from + (east.value - west.value) >= 4.0 - BLUR
    }

    /// Whether a cell from one longitude to another is within the zone's. Next to a border only where its own is exact.
    fn holds_all(&self, (west, east): (Longitude, Longitude)) -> bool {
        let from = self.offset(west.value);
        let to = from + (east.value - west.value);
        if from >= BLUR && to <= self.span - BLUR {
            return true;
        }
        let begins = from >= BLUR || west.is_exact();
        // As seen from the western border, if that is not in between; rounded once, as the span is.
        let turn = if east.value < 0.0 { 4.0 } else { 0.0 };
        let end = self.offset(east.value + turn);
        begins && (to <= self.span - BLUR || (east.is_exact() && from <= end && end <= self.span))
    }

    /// Quarter turns from the western border eastwards, 0 to 4, to a longitude from -1/2 to 4.
    fn offset(&self, x: f64) -> f64 {
        let d = if x < 0.0 { (x - self.west) + 4.0 } else { x - self.west };
        if d < 0.0 { d + 4.0 } else { d }
    }

    /// What it is to a cell, exactly.
    pub(crate) fn relation_to(&self, patch: &Patch) -> Relation {
        let outline = Outline { patch };
        let (bottom, top) = (outline.bottom(), outline.top());
        if self.is_beside(bottom, top) {
            return Relation::Disjoint;
        }
        let between = bottom >= self.south + self.south_blur && top <= self.north - self.north_blur;
        if self.is_whole_circle() {
            return if between { Relation::Full } else { Relation::Partial };
        }
        let inside = bottom >= self.south && top <= self.north;
        if inside {
            // One extent serves both questions.
            let extent = outline.extent(bottom, top);
            return match (between && self.holds_all(extent), self.meets(extent)) {
                (true, _) => Relation::Full,
                (false, true) => Relation::Partial,
                (false, false) => Relation::Disjoint,
            };
        }
        let extent = outline.extent(self.south.clamp(bottom, top), self.north.clamp(bottom, top));
        if self.meets(extent) { Relation::Partial } else { Relation::Disjoint }
    }
}

/// Longitude in quarter turns, 0 to 4.
fn turned(at: LonLat) -> f64 {
    let x = at.quarter_turns() % 4.0;
    let x = if x < 0.0 { x + 4.0 } else { x };
    if x < 4.0 { x } else { 0.0 }
}

/// Height of a latitude in half base cells, and its error: none for equator and poles.
fn height(at: LonLat) -> (f64, f64) {
    let lat = at.as_given().1;
    if lat == 0.0 {
        return (0.0, 0.0);
    }
    if lat.abs() >= at.unit().max_latitude() {
        return (2f64.copysign(lat), 0.0);
    }
    (2.0 * projection::forward(at).1, BLUR)
}

/// A cell as seen from the plane: `i + j` is height, and at each height there is a westernmost and an easternmost point.
struct Outline<'p> {
    patch: &'p Patch,
}

impl Outline<'_> {
    /// Heights of the southern and northern corner, in half base cells.
    fn bottom(&self) -> f64 {
        self.height(self.patch.i.0 + self.patch.j.0)
    }

    fn top(&self) -> f64 {
        self.height(self.patch.i.1 + self.patch.j.1)
    }

    fn height(&self, sum: f64) -> f64 {
        sum * self.patch.inverse - f64::from(self.patch.face >> 2)
    }

    fn sum(&self, height: f64) -> f64 {
        (height + f64::from(self.patch.face >> 2)) * self.patch.nside
    }

    /// The smallest and the largest longitude between two heights.
    fn extent(&self, low: f64, high: f64) -> (Longitude, Longitude) {
        let (low, high) = (self.sum(low), self.sum(high));
        (self.west(low, high), self.east(low, high))
    }

    /// The smallest longitude between two sums: where the cell is widest, or as near to there as the heights allow.
    fn west(&self, low: f64, high: f64) -> Longitude {
        let p = self.patch;
        let sum = (p.i.0 + p.j.1).clamp(low, high);
        let i = (sum - p.j.1).clamp(p.i.0, p.i.1);
        self.longitude(i, (sum - i).clamp(p.j.0, p.j.1))
    }

    /// The largest longitude between two sums.
    fn east(&self, low: f64, high: f64) -> Longitude {
        let p = self.patch;
        let sum = (p.i.1 + p.j.0).clamp(low, high);
        let j = (sum - p.i.1).clamp(p.j.0, p.j.1);
        self.longitude((sum - j).clamp(p.i.0, p.i.1), j)
    }

    /// Longitude of a point of the cell.
    fn longitude(&self, i: f64, j: f64) -> Longitude {
        let p = self.patch;
        let n = p.nside;
        let face = BaseCell::trusted(p.face);
        let y = (i + j) - f64::from(p.face >> 2) * n;
        let (num, den) = match p.face >> 2 {
            0 if y > n => (n - j, (n - i) + (n - j)),
            2 if y < -n => (i, i + j),
            _ => {
                let num = f64::from(face.center_eighths()) * n + (i - j);
                return Longitude { value: num * (0.5 * p.inverse), whole: 0.0, num, den: 2.0 * n };
            }
        };
        // At the pole: the middle of the quadrant, as good as any.
        let (num, den) = if den > 0.0 { (num, den) } else { (0.5, 1.0) };
        let whole = f64::from(face.column());
        Longitude { value: whole + num / den, whole, num, den }
    }
}

/// A longitude in quarter turns, -1/2 to 4: `whole + num / den`, rounded to `value`.
#[derive(Clone, Copy)]
struct Longitude {
    value: f64,
    whole: f64,
    num: f64,
    den: f64,
}

impl Longitude {
    /// Whether its value is rounded nowhere.
    fn is_exact(self) -> bool {
        let quotient = self.num / self.den;
        let exact = trig::two_product(quotient, self.den) == (self.num, 0.0);
        exact && self.whole + quotient == self.value && self.value - self.whole == quotient
    }
}

impl Shape for Zone {
    fn root(&self, _: &mut Scratch) -> Frame {
        Frame::EMPTY
    }

    fn look(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> (Verdict, Frame) {
        let verdict = match self.relation_to(patch) {
            Relation::Disjoint => Verdict::Disjoint,
            Relation::Partial => Verdict::Partial,
            Relation::Full => Verdict::Full,
        };
        (verdict, Frame::EMPTY)
    }

    fn settle(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> Relation {
        self.relation_to(patch)
    }

    fn local(&self, patch: &Patch, _: &Frame, _: &Scratch) -> Option<Local> {
        let lines = Lines::of(patch)?;
        let south = lines.above(self.south);
        let north = lines.below(self.north);
        let heights = [south, north].into_iter().filter(|line| !lines.is_inside(line));
        if self.is_whole_circle() {
            return Local::all(heights);
        }
        // Those borders that come into the block. With neither, its longitudes are all in the zone.
        let (from, to) = (self.west, self.west + self.span);
        let west = Some(lines.east_of(from)).filter(|line| lines.crosses(line));
        let east = Some(lines.west_of(to, turned(self.north_east))).filter(|line| lines.crosses(line));
        match (west, east) {
            (Some(west), Some(east)) if lines.near(to) < lines.near(from) => {
                // What is left out is between them.
                let whole = heights.clone().next().is_none();
                whole.then(|| Local::any([west, east].into_iter()))?
            }
            _ => Local::all(heights.chain(west).chain(east)),
        }
    }

    fn needs_corners(&self) -> bool {
        false
    }

    fn has_points(&self) -> bool {
        true
    }

    fn bound(&self) -> Option<Bound> {
        if self.span > 1.0 {
            return None;
        }
        let (south, north) = (self.south_west.lat(), self.north_east.lat());
        let at = |x: f64, lat: f64| LonLat::trusted(x * FRAC_PI_2, lat, AngleUnit::Radians);
        let center = at(self.west + 0.5 * self.span, 0.5 * (south + north));
        // Less than a quarter turn wide: the corners are the furthest points.
        let corner = |lat| distance(center, at(self.west, lat));
        let radius = corner(south).max(corner(north)) + BLUR;
        (radius < 1.0).then_some(Bound { center, radius })
    }

    fn by_parallel(&self) -> Option<ByParallel<'_>> {
        Some(ByParallel::Zone(self))
    }

    fn holds(&self, at: LonLat) -> bool {
        let (x, west, east) = (turned(at), self.west, turned(self.north_east));
        let within = if west <= east { west <= x && x <= east } else { x >= west || x <= east };
        self.holds_latitude(at) && (self.is_whole_circle() || within)
    }
}
