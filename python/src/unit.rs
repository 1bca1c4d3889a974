//! The unit of angles.

use pyo3::prelude::*;

use crate::error::refused;

/// The unit of angles, in and out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Degrees,
    Radians,
}

impl Unit {
    /// What the keyword `unit` says.
    pub fn named(py: Python<'_>, name: &str) -> PyResult<Self> {
        match name {
            "deg" => Ok(Self::Degrees),
            "rad" => Ok(Self::Radians),
            _ => Err(refused(py, format!("unit {name:?} is none of \"deg\" and \"rad\""))),
        }
    }

    /// As astropy calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Degrees => "deg",
            Self::Radians => "rad",
        }
    }

    /// An angle in radians.
    pub const fn to_radians(self, angle: f64) -> f64 {
        match self {
            Self::Degrees => angle.to_radians(),
            Self::Radians => angle,
        }
    }

    /// The same in the core's words.
    pub const fn core(self) -> healpix_core::AngleUnit {
        match self {
            Self::Degrees => healpix_core::AngleUnit::Degrees,
            Self::Radians => healpix_core::AngleUnit::Radians,
        }
    }

    /// An angle of so many radians, to the last bit as distances are elsewhere.
    pub fn of_radians(self, radians: f64) -> f64 {
        match self {
            Self::Degrees => healpix_core::LonLat::new(radians, 0.0).map_or(f64::NAN, healpix_core::LonLat::lon_deg),
            Self::Radians => radians,
        }
    }

    /// Pi or 180.
    pub const fn half_turn(self) -> f64 {
        match self {
            Self::Degrees => 180.0,
            Self::Radians => std::f64::consts::PI,
        }
    }
}
