//! Axes on the sky around a position, turned by a position angle.

use crate::sphere::{LonLat, Vec3, trig};

use super::reduced;

/// Three directions at right angles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Axes {
    /// Towards the centre.
    pub(crate) center: Vec3,
    /// Towards the position angle, counted from north through east.
    pub(crate) along: Vec3,
    /// At its right on the sky as seen from outside: east for position angle 0.
    pub(crate) across: Vec3,
}

impl Axes {
    pub(crate) fn new(center: LonLat, position_angle: f64) -> Self {
        let center = reduced(center);
        let (sin_lon, cos_lon) = center.sin_cos_lon();
        let (sin_lat, cos_lat) = center.sin_cos_lat();
        let (s, c) = trig::sin_cos(position_angle, 0.0);
        let east = Vec3::new(-sin_lon, cos_lon, 0.0);
        let north = Vec3::new(-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat);
        Self {
            center: Vec3::new(cos_lat * cos_lon, cos_lat * sin_lon, sin_lat),
            along: north * c + east * s,
            across: east * c - north * s,
        }
    }
}
