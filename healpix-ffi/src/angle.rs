//! Angles that come in a unit, as the radians that the core takes. What is out of range is refused with the number
//! and the limit as they were given; angles in radians are left to the core.

use healpix_core::{AngleUnit, Error, Result};

/// A radius, 0 to half a turn.
pub(crate) fn radius(value: f64, unit: AngleUnit) -> Result<f64> {
    const LIMIT: f64 = 180.0;
    // Written so that NaN fails too.
    radians(value, unit, (0.0..=LIMIT).contains(&value)).ok_or(Error::Radius { value, limit: LIMIT })
}

/// A position angle, 0 to one turn.
pub(crate) fn position_angle(value: f64, unit: AngleUnit) -> Result<f64> {
    const LIMIT: f64 = 360.0;
    radians(value, unit, (0.0..=LIMIT).contains(&value)).ok_or(Error::PositionAngle { value, limit: LIMIT })
}

/// A side of a box, between 0 and half a turn.
pub(crate) fn size(name: &'static str, value: f64, unit: AngleUnit) -> Result<f64> {
    const LIMIT: f64 = 180.0;
    radians(value, unit, value > 0.0 && value < LIMIT).ok_or(Error::Size { name, value, limit: LIMIT })
}

/// Radians as they are, degrees converted where they are good.
fn radians(value: f64, unit: AngleUnit, good_degrees: bool) -> Option<f64> {
    match unit {
        AngleUnit::Radians => Some(value),
        AngleUnit::Degrees => good_degrees.then(|| value.to_radians()),
    }
}
