//! Elliptical cones.
//!
//! The points whose distances to two foci sum to at most 2a are the directions in an elliptic cone:
//! with z towards the centre, x along the major axis and y across, `√((x cot a)² + (y cot b)²) <= z`. (The sum
//! of distances is 2a at distance a along the major axis, and on the minor axis where cos b cos c = cos a; both
//! curves are of second order and the same.) The left side, `N`, is a norm: convex. So the cone is the intersection of
//! half-spaces `∇N(m)·p <= z`, one for each direction m, and that is what proves a cell to be outside.

use core::f64::consts::FRAC_PI_2;

use super::anchor::Anchor;
use super::disc::{Disc, sight};
use super::frame::Axes;
use super::local::{Local, Surface};
use super::shape::{Bound, Frame, Scratch, Shape, Verdict};
use super::{Relation, check_position_angle, reduced, vector};
use crate::coverage::{Patch, Piece, ROUNDING, Sight};
use crate::error::{Error, Result};
use crate::sphere::{LonLat, Vec3, distance, trig};

/// The points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on the sphere.
///
/// The foci lie on the major axis at distance c from the centre, with cos c = cos a / cos b. With a = b it is a cone.
///
/// # Examples
/// ```
/// use healpix_core::region::{EllipticalCone, Region};
/// use healpix_core::LonLat;
///
/// // 5° by 2°, the long axis 30° from north towards east.
/// let (a, b, angle) = (5f64.to_radians(), 2f64.to_radians(), 30f64.to_radians());
/// let ellipse = EllipticalCone::new(LonLat::from_degrees(10.0, 20.0)?, a, b, angle)?;
/// assert!(ellipse.contains(LonLat::from_degrees(12.5, 24.2)?));
/// assert!(!ellipse.contains(LonLat::from_degrees(7.5, 24.2)?));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EllipticalCone {
    center: LonLat,
    a: f64,
    b: f64,
    position_angle: f64,
    axes: Axes,
    cot_a: f64,
    cot_b: f64,
    /// The most that N - z changes by distance.
    steepest: f64,
    anchor: Anchor,
    /// The disc around it. Of ellipses thinner than rounding, points beyond the tips are only told by it.
    disc: Disc,
}

/// Distances below this from the border are not told from 0.
const MARGIN: f64 = 3.0 * ROUNDING;
/// Narrower ellipses are lines to within the margin, or nearly so.
const NEEDLE: f64 = 1e-9;

/// Thinner ellipses are only told one by one.
const THIN: f64 = 1e-6;

impl EllipticalCone {
    /// An ellipse around a position, with semi-axes `0 < b <= a <= pi/2` and the position angle of the major axis
    /// from north through east, `[0, 2 pi]`; all in radians.
    ///
    /// # Errors
    /// [`Error::SemiAxes`]; [`Error::PositionAngle`].
    pub fn new(center: LonLat, a: f64, b: f64, position_angle: f64) -> Result<Self> {
        // Written so that NaN fails too.
        if !(0.0 < b && b <= a && a <= FRAC_PI_2) {
            return Err(Error::SemiAxes { a, b, limit: FRAC_PI_2 });
        }
        check_position_angle(position_angle)?;
        let cot = |angle: f64| {
            let (s, c) = trig::sin_cos(angle, 0.0);
            // The cotangent of angles below 1e-290 is too large for the squares that come.
            c / s.max(1e-150)
        };
        let (cot_a, cot_b) = (cot(a), cot(b));
        Ok(Self {
            center: reduced(center),
            a,
            b,
            position_angle,
            axes: Axes::new(center, position_angle),
            cot_a,
            cot_b,
            steepest: trig::sqrt(1.0 + cot_b * cot_b),
            anchor: Anchor::at(reduced(center)),
            disc: Disc::new(center, a),
        })
    }

    /// Its centre.
    #[must_use]
    pub fn center(&self) -> LonLat {
        self.center
    }

    /// Semi-major and semi-minor axis in radians.
    #[must_use]
    pub fn semi_axes(&self) -> (f64, f64) {
        (self.a, self.b)
    }

    /// Position angle of the major axis in radians, from north through east.
    #[must_use]
    pub fn position_angle(&self) -> f64 {
        self.position_angle
    }

    /// How deep inside the cone a direction is, `z - N`, and how fast that changes with distance there.
    #[inline(always)]
    fn depth(&self, p: Vec3) -> (f64, f64) {
        let (gradient, norm) = self.slope(p);
        (self.axes.center.dot(p) - norm, trig::sqrt(1.0 + gradient.norm2()))
    }

    /// ∇N, and N.
    #[inline(always)]
    fn slope(&self, p: Vec3) -> (Vec3, f64) {
        // Differences from the centre keep their digits where the ellipse is small.
        let off = p - self.axes.center;
        let (x, y) = (self.cot_a * self.axes.along.dot(off), self.cot_b * self.axes.across.dot(off));
        let norm = trig::sqrt(x * x + y * y);
        if norm <= 0.0 {
            return (Vec3::ZERO, 0.0);
        }
        let scale = 1.0 / norm;
        (self.axes.along * (self.cot_a * x * scale) + self.axes.across * (self.cot_b * y * scale), norm)
    }

    /// The outward normal of a half-space that holds the cone, in the direction of `m`, and its length.
    #[inline(always)]
    fn wall(&self, m: Vec3) -> (Vec3, f64) {
        let wall = self.slope(m).0 - self.axes.center;
        (wall, wall.norm())
    }

    fn sight_out(&self, piece: &Piece) -> Sight {
        if [piece.from, piece.to].iter().any(|p| self.is_near(*p)) {
            return Sight::Hit;
        }
        let (wall, norm) = self.wall((piece.from + piece.to) * 0.5);
        let low = wall.dot(piece.from).min(wall.dot(piece.to));
        if low > norm * (piece.sag + ROUNDING) { Sight::Clear } else { Sight::Unclear }
    }

    fn sight_in(&self, piece: &Piece) -> Sight {
        let low = self.beyond_margin(piece.from).min(self.beyond_margin(piece.to));
        sight(low, self.steepest * piece.sag)
    }

    /// Whether a direction is inside, or too near to the border to tell.
    fn is_near(&self, p: Vec3) -> bool {
        let (depth, slope) = self.depth(p);
        depth >= -MARGIN * slope
    }

    fn beyond_margin(&self, p: Vec3) -> f64 {
        let (depth, slope) = self.depth(p);
        depth - MARGIN * slope
    }
}

impl Shape for EllipticalCone {
    fn root(&self, _: &mut Scratch) -> Frame {
        Frame::EMPTY
    }

    fn look(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> (Verdict, Frame) {
        if self.disc.look(patch) == Verdict::Disjoint {
            return (Verdict::Disjoint, Frame::EMPTY);
        }
        let depths = patch.corners.map(|c| self.axes.center.dot(c) - self.slope(c).1);
        let [s, e, n, w] = depths;
        let (low, high) = (s.min(e).min(n.min(w)), s.max(e).max(n.max(w)));
        let margin = self.steepest * MARGIN;
        let verdict = if low > self.steepest * (patch.sag + MARGIN) {
            Verdict::Full
        } else if high > margin {
            if low < -margin { Verdict::Partial } else { Verdict::Unsure }
        } else {
            let (wall, norm) = self.wall(patch.mean());
            let sag = norm * (patch.sag + MARGIN);
            if patch.corners.iter().all(|c| wall.dot(*c) > sag) { Verdict::Disjoint } else { Verdict::Unsure }
        };
        (verdict, Frame::EMPTY)
    }

    fn settle(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> Relation {
        if self.disc.answer(patch) == Verdict::Disjoint {
            return Relation::Disjoint;
        }
        if patch.corners.iter().all(|c| !self.is_near(*c)) {
            let hit = self.anchor.is_in(patch) || patch.border_hit(|piece| self.sight_out(piece));
            return if hit { Relation::Partial } else { Relation::Disjoint };
        }
        if patch.corners.iter().all(|c| self.beyond_margin(*c) > 0.0) {
            let hit = patch.border_hit(|piece| self.sight_in(piece));
            return if hit { Relation::Partial } else { Relation::Full };
        }
        Relation::Partial
    }

    fn local(&self, patch: &Patch, _: &Frame, _: &Scratch) -> Option<Local> {
        let mean = patch.mean();
        let before = self.axes.center.dot(mean) > patch.radius_around(mean);
        let is_thin = self.b < THIN * self.a;
        let (along, across) = (self.axes.along * self.cot_a, self.axes.across * self.cot_b);
        (before && !is_thin)
            .then(|| Local::one(Surface::Ellipse { center: self.axes.center, along, across, outside: false }))
    }

    fn has_points(&self) -> bool {
        true
    }

    fn bound(&self) -> Option<Bound> {
        Some(Bound { center: self.center, radius: self.a })
    }

    fn holds(&self, at: LonLat) -> bool {
        const TOLERANCE: f64 = 0.25 * ROUNDING;
        let (depth, slope) = self.depth(vector(at));
        // Beyond the ends of a needle the slope is no measure of the distance.
        depth >= -TOLERANCE * slope && (self.b > NEEDLE || distance(self.center, at) <= self.a + TOLERANCE)
    }
}
