//! A position on the sphere: longitude and latitude, kept in the unit they came in.

use core::f64::consts::{FRAC_2_PI, FRAC_PI_2};

use super::isa::Isa;
use super::trig::{self, DEGREE, PI_2_LO};
use crate::error::{Error, Result};

/// A million radians, the limit of [`LonLat::near_lon`].
const FAR_HALF_TURNS: f64 = 1e6 / core::f64::consts::PI;

/// The unit of a pair of angles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AngleUnit {
    /// Radians.
    Radians,
    /// Degrees.
    Degrees,
}

impl AngleUnit {
    /// The latitude of the north pole: pi/2 or 90.
    #[must_use]
    pub const fn max_latitude(self) -> f64 {
        match self {
            AngleUnit::Radians => FRAC_PI_2,
            AngleUnit::Degrees => 90.0,
        }
    }

    /// Half a turn: pi or 180.
    #[must_use]
    pub const fn half_turn(self) -> f64 {
        match self {
            AngleUnit::Radians => core::f64::consts::PI,
            AngleUnit::Degrees => 180.0,
        }
    }

    /// An angle of this unit in radians.
    #[must_use]
    pub fn to_radians(self, angle: f64) -> f64 {
        match self {
            AngleUnit::Radians => angle,
            AngleUnit::Degrees => angle * DEGREE,
        }
    }
}

/// A position: any finite longitude, a latitude from pole to pole.
///
/// The numbers are kept as given, with their unit. Degrees are not turned into radians on the way
/// in: that would move positions off the borders of cells, many of which lie at whole degrees.
///
/// # Examples
/// ```
/// use healpix_core::LonLat;
/// let vega = LonLat::from_degrees(279.2347, 38.7837)?;
/// assert_eq!(vega.lon_deg(), 279.2347);
/// assert!((vega.lat() - 0.6769).abs() < 1e-4);
/// assert!(LonLat::from_degrees(0.0, 95.0).is_err());
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LonLat {
    lon: f64,
    lat: f64,
    unit: AngleUnit,
}

impl LonLat {
    /// A position in radians.
    ///
    /// # Errors
    /// [`Error::Longitude`] unless `lon` is finite; [`Error::Latitude`] unless `lat` is in
    /// `[-pi/2, pi/2]`.
    #[inline]
    pub fn new(lon: f64, lat: f64) -> Result<Self> {
        Self::with_unit(lon, lat, AngleUnit::Radians)
    }

    /// A position in degrees.
    ///
    /// # Errors
    /// [`Error::Longitude`] unless `lon` is finite; [`Error::Latitude`] unless `lat` is in `[-90, 90]`.
    #[inline]
    pub fn from_degrees(lon: f64, lat: f64) -> Result<Self> {
        Self::with_unit(lon, lat, AngleUnit::Degrees)
    }

    /// A position in a unit known at run time.
    ///
    /// # Errors
    /// As [`LonLat::new`] and [`LonLat::from_degrees`].
    #[inline]
    pub fn with_unit(lon: f64, lat: f64, unit: AngleUnit) -> Result<Self> {
        if !lon.is_finite() {
            return Err(Error::Longitude { value: lon });
        }
        let limit = unit.max_latitude();
        // No comparison holds for NaN, so it fails too.
        if !(-limit..=limit).contains(&lat) {
            return Err(Error::Latitude { value: lat, limit });
        }
        Ok(Self { lon, lat, unit })
    }

    /// A position computed by this library, whose numbers are known to be good.
    #[inline(always)]
    pub(crate) const fn trusted(lon: f64, lat: f64, unit: AngleUnit) -> Self {
        Self { lon, lat, unit }
    }

    /// Longitude in radians, as given.
    #[inline]
    #[must_use]
    pub fn lon(self) -> f64 {
        self.unit.to_radians(self.lon)
    }

    /// Latitude in radians.
    #[inline]
    #[must_use]
    pub fn lat(self) -> f64 {
        match self.unit {
            AngleUnit::Radians => self.lat,
            // The product never exceeds fl(pi/2): 90 * fl(pi/180) rounds to it.
            AngleUnit::Degrees => self.lat * DEGREE,
        }
    }

    /// Longitude in degrees.
    #[inline]
    #[must_use]
    pub fn lon_deg(self) -> f64 {
        match self.unit {
            AngleUnit::Radians => trig::to_degrees(self.lon, 0.0),
            AngleUnit::Degrees => self.lon,
        }
    }

    /// Latitude in degrees.
    #[inline]
    #[must_use]
    pub fn lat_deg(self) -> f64 {
        match self.unit {
            AngleUnit::Radians => trig::to_degrees(self.lat, 0.0),
            AngleUnit::Degrees => self.lat,
        }
    }

    /// The unit the numbers are kept in.
    #[inline]
    #[must_use]
    pub fn unit(self) -> AngleUnit {
        self.unit
    }

    /// Longitude and latitude as kept, in [`LonLat::unit`].
    #[inline]
    #[must_use]
    pub fn as_given(self) -> (f64, f64) {
        (self.lon, self.lat)
    }

    /// The same position kept in radians.
    #[inline]
    #[must_use]
    pub fn in_radians(self) -> Self {
        Self::trusted(self.lon(), self.lat(), AngleUnit::Radians)
    }

    /// The same position kept in a unit.
    #[inline]
    #[must_use]
    pub fn in_unit(self, unit: AngleUnit) -> Self {
        match unit {
            AngleUnit::Radians => self.in_radians(),
            AngleUnit::Degrees => Self::trusted(self.lon_deg(), self.lat_deg(), AngleUnit::Degrees),
        }
    }

    /// Longitude in quarter turns, rounded once: the definition of a position's place in the grid.
    #[inline(always)]
    pub(crate) fn quarter_turns(self) -> f64 {
        match self.unit {
            AngleUnit::Radians => self.lon * FRAC_2_PI,
            AngleUnit::Degrees => self.lon / 90.0,
        }
    }

    /// Whether the latitude is on the equator's side of asin(2/3), where the projection changes.
    #[inline(always)]
    pub(crate) fn is_equatorial(self) -> bool {
        // The largest doubles below asin(2/3), which itself is irrational.
        let limit = match self.unit {
            AngleUnit::Radians => 0.7297276562269663,
            AngleUnit::Degrees => 41.810314895778596,
        };
        self.lat.abs() <= limit
    }

    /// Half the distance to the nearer pole in radians, head and tail, for the caps.
    #[inline(always)]
    fn half_colat(self) -> (f64, f64) {
        let half = 0.5 * (self.unit.max_latitude() - self.lat.abs());
        match self.unit {
            AngleUnit::Radians => (half, 0.5 * PI_2_LO),
            AngleUnit::Degrees => (half * DEGREE, 0.0),
        }
    }

    /// The one sine the projection needs: of the latitude in the equatorial zone, of half the distance
    /// to the nearer pole in the caps. Without a branch, which random points would mispredict.
    #[inline(always)]
    pub(crate) fn sin_for_projection<I: Isa>(self) -> f64 {
        let (hi, lo) = self.half_colat();
        let equatorial = self.is_equatorial();
        let hi = if equatorial { self.unit.to_radians(self.lat) } else { hi };
        let lo = if equatorial { 0.0 } else { lo };
        trig::sin_small_with::<I>(hi, lo)
    }

    /// Distance to the nearer pole in radians, relatively accurate near it.
    #[inline(always)]
    pub(crate) fn colat(self) -> f64 {
        let colat = self.unit.max_latitude() - self.lat.abs();
        match self.unit {
            AngleUnit::Radians => colat + PI_2_LO,
            AngleUnit::Degrees => colat * DEGREE,
        }
    }

    /// The longitude as given, up to a million radians. Beyond, where a double no longer tells the
    /// place within the turn well, that of the quarter turns which define the cell, within one turn.
    #[inline(always)]
    pub(crate) fn near_lon(self) -> f64 {
        let half_turn = self.unit.half_turn();
        if self.lon.abs() <= FAR_HALF_TURNS * half_turn {
            return self.lon;
        }
        self.quarter_turns() % 4.0 * (0.5 * half_turn)
    }

    /// Whether the longitude is one that [`LonLat::near_lon`] leaves alone and the latitude one of the sphere: what
    /// kernels can do without a branch. Not so for any number that is none.
    #[inline(always)]
    pub(crate) fn is_usual(self) -> bool {
        (self.lon.abs() <= FAR_HALF_TURNS * self.unit.half_turn()) & (self.lat.abs() <= self.unit.max_latitude())
    }

    /// The same position in radians; degrees far out are reduced to one turn first, as radians they
    /// would lose their place in it.
    #[inline]
    pub(crate) fn near_in_radians(self) -> Self {
        match self.unit {
            AngleUnit::Radians => self,
            AngleUnit::Degrees => Self::trusted(self.near_lon(), self.lat, self.unit).in_radians(),
        }
    }

    /// Sine and cosine of the longitude.
    #[inline]
    pub(crate) fn sin_cos_lon(self) -> (f64, f64) {
        Self { lon: self.near_lon(), ..self }.sin_cos_near_lon()
    }

    /// The same where the position [is usual](Self::is_usual).
    #[inline(always)]
    pub(crate) fn sin_cos_near_lon(self) -> (f64, f64) {
        match self.unit {
            AngleUnit::Radians => trig::sin_cos_near(self.lon, 0.0),
            AngleUnit::Degrees => trig::sin_cos_quarter(self.lon, 90.0),
        }
    }

    /// Sine and cosine of the latitude.
    #[inline(always)]
    pub(crate) fn sin_cos_lat(self) -> (f64, f64) {
        match self.unit {
            AngleUnit::Radians => trig::sin_cos_near(self.lat, 0.0),
            AngleUnit::Degrees => trig::sin_cos_quarter(self.lat, 90.0),
        }
    }
}
