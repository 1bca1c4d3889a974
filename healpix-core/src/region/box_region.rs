//! Boxes.

use core::f64::consts::PI;

use super::frame::Axes;
use super::local::{Local, Surface};
use super::polygon::{Interior, Polygon};
use super::shape::{Bound, Frame, Scratch, Shape, Verdict};
use super::{Relation, check_position_angle, reduced};
use crate::coverage::Patch;
use crate::error::{Error, Result};
use crate::sphere::{LonLat, Vec3, trig};

/// Sides of boxes below this are only told one by one.
const SHORT: f64 = 1e-7;

/// What rounding does to points, and more.
const MARGIN: f64 = 1e-14;

/// A box with great-circle sides around a centre.
///
/// With z towards the centre, y towards the position angle and x at right angles to both (east for angle 0), it is
/// the set of directions with `|x| <= z tan(width/2)` and `|y| <= z tan(height/2)`: each side is the great circle that
/// crosses its axis at right angles, half the size away from the centre.
///
/// # Examples
/// ```
/// use healpix_core::region::{BoxRegion, Region};
/// use healpix_core::LonLat;
///
/// let (width, height) = (5f64.to_radians(), 2f64.to_radians());
/// let field = BoxRegion::new(LonLat::from_degrees(0.0, 89.0)?, width, height, 0.0)?;
/// assert!(field.contains(LonLat::from_degrees(180.0, 90.0)?));
/// assert!(!field.contains(LonLat::from_degrees(0.0, 87.9)?));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct BoxRegion {
    center: LonLat,
    width: f64,
    height: f64,
    position_angle: f64,
    outline: Polygon,
    /// A point of each side, and the normal of its plane, inwards. The box is where all of them are positive: of
    /// opposite sides that is only in the hemisphere around the centre.
    sides: [(Vec3, Vec3); 4],
}

impl BoxRegion {
    /// A box around a position. `width` and `height` are its whole sizes, above 0 and below pi; the height runs along
    /// the position angle, counted from north through east, `[0, 2 pi]`; all in radians.
    ///
    /// # Errors
    /// [`Error::Size`]; [`Error::PositionAngle`].
    pub fn new(center: LonLat, width: f64, height: f64, position_angle: f64) -> Result<Self> {
        for (name, value) in [("width", width), ("height", height)] {
            // Written so that NaN fails too.
            if !(value > 0.0 && value < PI) {
                return Err(Error::Size { name, value, limit: PI });
            }
        }
        check_position_angle(position_angle)?;
        let axes = Axes::new(center, position_angle);
        let ((sw, cw), (sh, ch)) = (trig::sin_cos(0.5 * width, 0.0), trig::sin_cos(0.5 * height, 0.0));
        let corner = |right: f64, up: f64| -> Vec3 {
            (axes.center * (cw * ch) + axes.across * (right * sw * ch) + axes.along * (up * cw * sh)).unit()
        };
        let ring = [corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)];
        let outline = Polygon::from_vectors(&[&ring], Interior::Winding)
            // Sides below 1e-18 rad: the corners are the same double.
            .map_err(|error| match error {
                Error::Stopped => error,
                _ => Error::Size { name: "width or height", value: width.min(height), limit: PI },
            })?;
        let side = |a: Vec3, b: Vec3| (a, a.cross(b - a).unit());
        let [a, b, c, d] = ring;
        let sides = [side(a, b), side(b, c), side(c, d), side(d, a)];
        Ok(Self { center: reduced(center), width, height, position_angle, outline, sides })
    }

    /// Its centre.
    #[must_use]
    pub fn center(&self) -> LonLat {
        self.center
    }

    /// Width and height in radians.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        (self.width, self.height)
    }

    /// Position angle of the height in radians, from north through east.
    #[must_use]
    pub fn position_angle(&self) -> f64 {
        self.position_angle
    }

    /// Its area in steradians: that of a pyramid with these two angles between opposite sides.
    #[must_use]
    pub fn area(&self) -> f64 {
        let half = |size: f64| trig::sin_cos(0.5 * size, 0.0).0;
        let sin = half(self.width) * half(self.height);
        4.0 * trig::atan2(sin, trig::sqrt((1.0 - sin) * (1.0 + sin)))
    }

    /// Its outline.
    #[must_use]
    pub fn outline(&self) -> &Polygon {
        &self.outline
    }
}

impl Shape for BoxRegion {
    fn root(&self, scratch: &mut Scratch) -> Frame {
        self.outline.root(scratch)
    }

    fn look(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch) -> (Verdict, Frame) {
        self.outline.look(patch, above, scratch)
    }

    fn settle(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation {
        self.outline.settle(patch, frame, scratch)
    }

    fn local(&self, patch: &Patch, _: &Frame, _: &Scratch) -> Option<Local> {
        // Of shorter sides the normals are not good enough further out.
        if self.width.min(self.height) < SHORT {
            return None;
        }
        let mean = patch.mean();
        let radius = patch.radius_around(mean) + MARGIN;
        let near = self.sides.iter().filter(|(at, normal)| normal.dot(mean - *at) <= radius);
        Local::all(near.map(|(at, normal)| Surface::Plane { at: *at, normal: *normal }))
    }

    fn has_points(&self) -> bool {
        true
    }

    fn bound(&self) -> Option<Bound> {
        self.outline.bound()
    }

    fn holds(&self, at: LonLat) -> bool {
        self.outline.holds(at)
    }

    fn holds_near(&self, at: LonLat, frame: &Frame, scratch: &mut Scratch) -> bool {
        self.outline.holds_near(at, frame, scratch)
    }
}
