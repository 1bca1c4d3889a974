//! The position asked about, and cheap bounds of distances from it.
//!
//! The distance of the answers costs five sines and cosines. Before that is paid, a row must pass two tests that
//! never turn away a row that belongs to the answer. Both compare squared half chords,
//! `S = sin²(d/2)`, with an upper limit that is widened by everything that could be wrong with them:
//!
//! * latitude alone: `S >= sin²(Δlat/2) >= x² (1 - x²/3)` with `x = Δlat/2`;
//! * `S` itself, from three short polynomials.

use core::f64::consts::{PI, TAU};

use crate::grid::Depth;
use crate::nested;
use crate::sphere::{AngleUnit, LonLat, distance, squared_half_chords, trig};

/// Longitudes beyond this many radians are defined by their rounded number of quarter turns, also
/// for distances (see `sphere::distance`).
const FAR: f64 = 1e6;

/// Differences of angles up to this have short series: what is left out is a relative 3e-14.
const NEAR: f64 = 0.1;

/// A position asked about.
#[derive(Clone, Copy)]
pub(super) struct Probe {
    at: LonLat,
    lon: f64,
    lat: f64,
    sin_lat: f64,
    cos_lat: f64,
    /// The cell at depth 29.
    pub(super) key: u64,
    /// Bound in radians of what cells, longitudes in many turns and roundings can move a distance.
    blur: f64,
    /// Differences of angles that the short series take.
    near: f64,
    /// Whether some longitude is too far out for the cheap chord.
    far: bool,
}

impl Probe {
    /// A probe at a position, for rows with |longitude| up to `reach`.
    pub(super) fn new(at: LonLat, reach: f64) -> Self {
        let at = at.near_in_radians();
        let (lon, lat) = at.as_given();
        Self::with_key(lon, lat, nested::hash(Depth::MAX, at).index(), reach)
    }

    /// The same for a position in radians whose cell is known.
    #[inline]
    pub(super) fn with_key(lon: f64, lat: f64, key: u64, reach: f64) -> Self {
        let (sin_lat, cos_lat) = sin_cos_lat(lat);
        let reach = reach.max(lon.abs());
        let far = reach > FAR;
        Self {
            at: LonLat::trusted(lon, lat, AngleUnit::Radians),
            lon,
            lat,
            sin_lat,
            cos_lat,
            key,
            blur: blur(reach),
            near: if far { -1.0 } else { NEAR },
            far,
        }
    }

    /// The position, in radians.
    #[inline]
    pub(super) fn lonlat(&self) -> (f64, f64) {
        self.at.as_given()
    }

    /// The distance of the answers.
    #[inline]
    pub(super) fn distance(&self, lon: f64, lat: f64) -> f64 {
        distance(self.at, LonLat::trusted(lon, lat, AngleUnit::Radians))
    }

    /// The squared half chord to a position, good to a relative 1e-13 and [`Probe::blur`].
    #[inline]
    pub(super) fn chord(&self, lon: f64, lat: f64) -> f64 {
        let north = lat - self.lat;
        let east = lon - self.lon;
        if north.abs() <= self.near && east.abs() <= self.near {
            // cos(lat + north) by the addition theorem.
            let (s_north, s_east) = (sin2_half_near(north), sin2_half_near(east));
            let cos_lat = self.cos_lat * (1.0 - 2.0 * s_north) - self.sin_lat * sin_near(north);
            return s_north + self.cos_lat * cos_lat * s_east;
        }
        self.chord_far(lon, lat)
    }

    fn chord_far(&self, lon: f64, lat: f64) -> f64 {
        if self.far {
            return squared_half_chords(self.at, LonLat::trusted(lon, lat, AngleUnit::Radians)).0;
        }
        let (_, cos_lat) = sin_cos_lat(lat);
        sin2_half(lat - self.lat) + self.cos_lat * cos_lat * sin2_half(shortest(lon - self.lon))
    }

    /// Whether the latitude alone puts a position beyond a limit from [`Probe::limit`].
    #[inline]
    pub(super) fn is_beyond(&self, lat: f64, limit: f64) -> bool {
        let x = 0.5 * (lat - self.lat);
        let x2 = x * x;
        x2 * (1.0 - x2 * (1.0 / 3.0)) > limit
    }

    /// The chord below which all rows within a distance are.
    #[inline]
    pub(super) fn limit(&self, radius: f64) -> f64 {
        limit(radius, self.blur)
    }

    /// Above this chord lies no row that is nearer than one with chord `s`.
    #[inline]
    pub(super) fn widened(&self, s: f64) -> f64 {
        widened(s, self.blur)
    }

    /// A radius with everything added that could be missing.
    #[inline]
    pub(super) fn padded(&self, radius: f64) -> f64 {
        radius * (1.0 + 1e-12) + self.blur
    }

    /// A radius within which all rows up to a chord lie; above pi where nothing better is known.
    #[inline]
    pub(super) fn radius(&self, limit: f64) -> f64 {
        // asin(x) <= x / √(1 - x²); tight for the small discs that matter.
        if limit < 0.25 { self.padded(2.0 * trig::sqrt(limit / (1.0 - limit))) } else { 4.0 }
    }
}

/// What may be wrong with distances in radians where longitudes go up to `reach`: their quarter turns
/// are rounded twice, differences of two are rounded, and whole turns are taken off: 2^-50 of them at
/// most, taken twice. On top 1e-14 for all that is not due to longitudes.
#[inline]
pub(super) fn blur(reach: f64) -> f64 {
    reach.min(FAR) * 1.7763568394002505e-15 + 1e-14
}

/// The chord below which all rows within a distance are.
#[inline]
pub(super) fn limit(radius: f64, blur: f64) -> f64 {
    let (s, _) = trig::sin_cos(0.5 * radius.min(PI), 0.0);
    widened(s * s, blur)
}

#[inline]
pub(super) fn widened(s: f64, blur: f64) -> f64 {
    let wide = trig::sqrt(s) * (1.0 + 1e-12) + blur;
    wide * wide
}

/// Sine and cosine of a latitude, with an absolute error of some 1e-16.
#[inline(always)]
fn sin_cos_lat(lat: f64) -> (f64, f64) {
    let s = trig::sin_small(0.5 * lat, 0.0);
    let cos = 1.0 - 2.0 * s * s;
    (2.0 * s * trig::sqrt(1.0 - s * s), cos)
}

/// sin²(a/2) for |a| <= pi, as 4 sin²(a/4) cos²(a/4).
#[inline(always)]
fn sin2_half(a: f64) -> f64 {
    let s = trig::sin_small(0.25 * a, 0.0);
    let s2 = s * s;
    4.0 * s2 * (1.0 - s2)
}

/// The size of a difference of longitudes the short way round, up to pi.
#[inline(always)]
fn shortest(difference: f64) -> f64 {
    let d = difference.abs();
    if d <= PI {
        return d;
    }
    let d = if d <= TAU { d } else { d % TAU };
    if d <= PI { d } else { TAU - d }
}

/// sin²(a/2) = (1 - cos a) / 2 for |a| <= [`NEAR`], from the series of the cosine.
#[inline(always)]
fn sin2_half_near(a: f64) -> f64 {
    let t = a * a;
    0.25 * t * (1.0 - t * (1.0 / 12.0) * (1.0 - t * (1.0 / 30.0) * (1.0 - t * (1.0 / 56.0))))
}

/// sin(a) for |a| <= [`NEAR`].
#[inline(always)]
fn sin_near(a: f64) -> f64 {
    let t = a * a;
    a * (1.0 - t * (1.0 / 6.0) * (1.0 - t * (1.0 / 20.0) * (1.0 - t * (1.0 / 42.0))))
}
