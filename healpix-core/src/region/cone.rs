//! All points within a radius of a centre.

use super::disc::Disc;
use super::local::Local;
use super::shape::{Bound, ByParallel, Frame, Scratch, Shape, Verdict};
use super::{Relation, check_radius, reduced, ring_area};
use crate::coverage::Patch;
use crate::error::Result;
use crate::sphere::{LonLat, distance};

/// The points within a radius of a centre: a disc on the sphere, the field of a cone search.
///
/// # Examples
/// ```
/// use healpix_core::region::{Cone, Region};
/// use healpix_core::{Depth, LonLat, coverage::Coverage};
///
/// let field = Cone::new(LonLat::from_degrees(83.8, -5.4)?, 1f64.to_radians())?;
/// assert!(field.contains(LonLat::from_degrees(83.8, -4.41)?));
/// let coverage = Coverage::of(Depth::new(8)?, &field)?;
/// assert!(coverage.n_flat() > 50);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cone {
    center: LonLat,
    radius: f64,
    disc: Disc,
}

impl Cone {
    /// A cone around a position; radius in radians, 0 (the point alone) to pi (the whole sphere).
    ///
    /// # Errors
    /// [`Error::Radius`](crate::Error::Radius) unless `0 <= radius <= pi`.
    pub fn new(center: LonLat, radius: f64) -> Result<Self> {
        check_radius(radius)?;
        Ok(Self { center: reduced(center), radius, disc: Disc::new(center, radius) })
    }

    /// Its centre.
    #[must_use]
    pub fn center(&self) -> LonLat {
        self.center
    }

    /// Its radius in radians.
    #[must_use]
    pub fn radius(&self) -> f64 {
        self.radius
    }

    /// Its area in steradians.
    ///
    /// # Examples
    /// ```
    /// use core::f64::consts::{FRAC_PI_2, PI};
    /// use healpix_core::{LonLat, region::Cone};
    /// let hemisphere = Cone::new(LonLat::new(0.0, 0.5)?, FRAC_PI_2)?;
    /// assert!((hemisphere.area() - 2.0 * PI).abs() < 1e-14);
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> f64 {
        ring_area(0.0, self.radius)
    }

    pub(crate) fn disc(&self) -> &Disc {
        &self.disc
    }
}

impl Shape for Cone {
    fn root(&self, _: &mut Scratch) -> Frame {
        Frame::EMPTY
    }

    #[inline(always)]
    fn look(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> (Verdict, Frame) {
        (self.disc.look(patch), Frame::EMPTY)
    }

    fn settle(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> Relation {
        self.disc.settle(patch).decided()
    }

    fn local(&self, _: &Patch, _: &Frame, _: &Scratch) -> Option<Local> {
        self.everywhere()
    }

    fn everywhere(&self) -> Option<Local> {
        Some(Local::one(self.disc.surface()))
    }

    fn has_points(&self) -> bool {
        true
    }

    fn bound(&self) -> Option<Bound> {
        Some(Bound { center: self.center, radius: self.radius })
    }

    fn by_parallel(&self) -> Option<ByParallel<'_>> {
        Some(ByParallel::Cone(self))
    }

    fn holds(&self, at: LonLat) -> bool {
        distance(self.center, reduced(at)) <= self.radius
    }
}
