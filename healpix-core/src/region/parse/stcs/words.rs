//! The words of STC-S (Working Draft 1.0, section 5.2 and appendix A), with those of TAP 1.0.

use super::lexer::Word;
use crate::sphere::AngleUnit;

/// What has numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    AllSky,
    Circle,
    Ellipse,
    Box,
    Polygon,
    Interval,
    Position,
}

impl Kind {
    const ALL: [Self; 7] =
        [Kind::AllSky, Kind::Circle, Kind::Ellipse, Kind::Box, Kind::Polygon, Kind::Interval, Kind::Position];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Kind::AllSky => "AllSky",
            Kind::Circle => "Circle",
            Kind::Ellipse => "Ellipse",
            Kind::Box => "Box",
            Kind::Polygon => "Polygon",
            Kind::Interval => "PositionInterval",
            Kind::Position => "Position",
        }
    }

    /// Which numbers it takes.
    pub(super) const fn numbers(self) -> &'static str {
        match self {
            Kind::AllSky => "no numbers",
            Kind::Circle => "3 numbers (longitude, latitude, radius)",
            Kind::Ellipse => "5 numbers (longitude, latitude, two radii, position angle)",
            Kind::Box => "4 numbers (longitude, latitude, width, height)",
            Kind::Polygon => "a longitude and a latitude for each vertex",
            Kind::Interval => "4 numbers (longitude and latitude of the south-western and the north-eastern corner)",
            Kind::Position => "2 numbers (longitude, latitude)",
        }
    }

    /// How many numbers make one shape, and whether there may be several.
    pub(super) const fn step(self) -> (usize, bool) {
        match self {
            Kind::AllSky => (0, false),
            Kind::Circle => (3, false),
            Kind::Ellipse => (5, false),
            Kind::Box => (4, false),
            Kind::Polygon => (2, true),
            Kind::Interval => (4, true),
            Kind::Position => (2, false),
        }
    }
}

/// What has members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Union,
    Intersection,
    Difference,
    Not,
}

impl Operator {
    const ALL: [Self; 4] = [Operator::Union, Operator::Intersection, Operator::Difference, Operator::Not];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Operator::Union => "Union",
            Operator::Intersection => "Intersection",
            Operator::Difference => "Difference",
            Operator::Not => "Not",
        }
    }

    /// How many members it takes, in words, and whether `count` is such a number.
    pub(super) const fn arity(self, count: usize) -> (&'static str, bool) {
        match self {
            Operator::Union | Operator::Intersection => ("two or more regions", count >= 1),
            Operator::Difference => ("two regions", count == 2),
            Operator::Not => ("one region", count == 1),
        }
    }
}

/// What a region begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    Shape(Kind),
    Operator(Operator),
}

impl Keyword {
    pub(super) fn of(word: Word<'_>) -> Option<Self> {
        let shape = Kind::ALL.into_iter().find(|kind| word.is(kind.name())).map(Keyword::Shape);
        let operator = || Operator::ALL.into_iter().find(|operator| word.is(operator.name()));
        shape.or_else(|| operator().map(Keyword::Operator))
    }
}

/// All that a region begins with, for messages.
pub(super) const REGIONS: &str = "a region (Circle, Ellipse, Box, Polygon, PositionInterval, Position, AllSky, Union, Intersection, Difference or Not)";

/// Words that begin what is not about places.
pub(super) const OTHER_PHRASES: [&str; 10] = [
    "Time",
    "TimeInterval",
    "StartTime",
    "StopTime",
    "Spectral",
    "SpectralInterval",
    "Redshift",
    "RedshiftInterval",
    "Velocity",
    "VelocityInterval",
];

/// Parts of the tail that have numbers.
pub(super) const PROPERTIES: [&str; 4] = ["Error", "Resolution", "Size", "PixSize"];

/// Frames whose numbers are taken as they are.
pub(super) const FRAMES: [&str; 4] = ["ICRS", "J2000", "FK5", "UNKNOWNFrame"];

/// Frames that are not.
pub(super) const OTHER_FRAMES: [&str; 9] =
    ["FK4", "B1950", "ECLIPTIC", "GALACTIC", "GALACTIC_I", "GALACTIC_II", "SUPER_GALACTIC", "GEO_C", "GEO_D"];

/// Where the observer is. To directions it makes no difference.
pub(super) const REFERENCE_POSITIONS: [&str; 20] = [
    "GEOCENTER",
    "BARYCENTER",
    "HELIOCENTER",
    "TOPOCENTER",
    "GALACTIC_CENTER",
    "LOCAL_GROUP_CENTER",
    "EMBARYCENTER",
    "LSR",
    "LSRK",
    "LSRD",
    "MOON",
    "MERCURY",
    "VENUS",
    "MARS",
    "JUPITER",
    "SATURN",
    "URANUS",
    "NEPTUNE",
    "PLUTO",
    "UNKNOWNRefPos",
];

/// Flavors that are longitude and latitude.
pub(super) const FLAVORS: [&str; 2] = ["SPHER2", "SPHERICAL2"];

/// Flavors that are not.
pub(super) const OTHER_FLAVORS: [&str; 9] =
    ["UNITSPHER", "SPHER3", "SPHERICAL3", "CART1", "CART2", "CART3", "CARTESIAN1", "CARTESIAN2", "CARTESIAN3"];

/// Units of length.
pub(super) const LENGTHS: [&str; 7] = ["m", "mm", "km", "AU", "pc", "kpc", "Mpc"];

/// The unit of angles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Degrees,
    Arcminutes,
    Arcseconds,
    Radians,
}

impl Unit {
    pub(super) fn of(word: Word<'_>) -> Option<Self> {
        let names = [
            ("deg", Unit::Degrees),
            ("arcmin", Unit::Arcminutes),
            ("arcsec", Unit::Arcseconds),
            ("rad", Unit::Radians),
        ];
        names.into_iter().find(|(name, _)| word.is(name)).map(|(_, unit)| unit)
    }

    pub(super) const fn angle_unit(self) -> AngleUnit {
        match self {
            Unit::Radians => AngleUnit::Radians,
            _ => AngleUnit::Degrees,
        }
    }

    /// A number of this unit in degrees or radians.
    pub(super) fn scaled(self, value: f64) -> f64 {
        match self {
            Unit::Degrees | Unit::Radians => value,
            Unit::Arcminutes => value / 60.0,
            Unit::Arcseconds => value / 3600.0,
        }
    }
}
