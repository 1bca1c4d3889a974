//! All points between two distances from a centre.

use super::disc::Disc;
use super::local::Local;
use super::shape::{Bound, ByParallel, Frame, Scratch, Shape, Verdict};
use super::{Relation, check_radius, reduced, ring_area};
use crate::coverage::Patch;
use crate::error::{Error, Result};
use crate::sphere::{LonLat, distance};

/// The points whose distance from a centre is between two radii, both included.
///
/// # Examples
/// ```
/// use healpix_core::region::{Annulus, Region};
/// use healpix_core::LonLat;
///
/// let ring = Annulus::new(LonLat::from_degrees(130.0, 0.0)?, 5f64.to_radians(), 6f64.to_radians())?;
/// assert!(ring.contains(LonLat::from_degrees(135.5, 0.0)?));
/// assert!(!ring.contains(LonLat::from_degrees(130.0, 0.0)?));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Annulus {
    center: LonLat,
    inner: f64,
    outer: f64,
    hole: Disc,
    disc: Disc,
}

impl Annulus {
    /// An annulus around a position; radii in radians, 0 to pi.
    ///
    /// # Errors
    /// [`Error::Radius`] unless both are in `[0, pi]`; [`Error::RadiusOrder`] where `inner > outer`.
    pub fn new(center: LonLat, inner: f64, outer: f64) -> Result<Self> {
        check_radius(inner)?;
        check_radius(outer)?;
        if inner > outer {
            return Err(Error::RadiusOrder { inner, outer });
        }
        let (hole, disc) = (Disc::open(center, inner), Disc::new(center, outer));
        Ok(Self { center: reduced(center), inner, outer, hole, disc })
    }

    /// Its centre.
    #[must_use]
    pub fn center(&self) -> LonLat {
        self.center
    }

    /// Its inner radius in radians.
    #[must_use]
    pub fn inner(&self) -> f64 {
        self.inner
    }

    /// Its outer radius in radians.
    #[must_use]
    pub fn outer(&self) -> f64 {
        self.outer
    }

    /// Its area in steradians.
    #[must_use]
    pub fn area(&self) -> f64 {
        ring_area(self.inner, self.outer)
    }

    /// The disc and its hole.
    pub(crate) fn discs(&self) -> (&Disc, &Disc) {
        (&self.disc, &self.hole)
    }

    /// Whether a position is within the outer radius.
    pub(crate) fn reaches(&self, at: LonLat) -> bool {
        distance(self.center, reduced(at)) <= self.outer
    }

    /// Whether a position is in the hole.
    pub(crate) fn leaves_out(&self, at: LonLat) -> bool {
        distance(self.center, reduced(at)) < self.inner
    }

    /// A cell has one piece: where it meets both borders, it meets every circle in between.
    fn both(&self, disc: Verdict, hole: Verdict) -> Verdict {
        use Verdict::{Disjoint, Full, Partial, Unsure};
        if self.inner == 0.0 {
            return disc;
        }
        match (disc, hole) {
            (Disjoint, _) | (_, Full) => Disjoint,
            (Unsure, _) | (_, Unsure) => Unsure,
            (Full, Disjoint) => Full,
            (Full | Partial, Disjoint | Partial) => Partial,
        }
    }
}

impl Shape for Annulus {
    fn root(&self, _: &mut Scratch) -> Frame {
        Frame::EMPTY
    }

    #[inline]
    fn look(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> (Verdict, Frame) {
        (self.both(self.disc.look(patch), self.hole.look(patch)), Frame::EMPTY)
    }

    fn settle(&self, patch: &Patch, _: &Frame, _: &mut Scratch) -> Relation {
        self.both(self.disc.answer(patch), self.hole.answer(patch)).decided()
    }

    fn local(&self, patch: &Patch, _: &Frame, _: &Scratch) -> Option<Local> {
        let disc = (self.disc.look(patch) != Verdict::Full).then(|| self.disc.surface());
        let hole = self.inner > 0.0 && self.hole.look(patch) != Verdict::Disjoint;
        let hole = hole.then(|| self.hole.surface().inverted());
        Local::all(disc.into_iter().chain(hole))
    }

    fn everywhere(&self) -> Option<Local> {
        let hole = (self.inner > 0.0).then(|| self.hole.surface().inverted());
        Local::all([self.disc.surface()].into_iter().chain(hole))
    }

    fn has_points(&self) -> bool {
        true
    }

    fn bound(&self) -> Option<Bound> {
        Some(Bound { center: self.center, radius: self.outer })
    }

    fn by_parallel(&self) -> Option<ByParallel<'_>> {
        Some(ByParallel::Annulus(self))
    }

    fn holds(&self, at: LonLat) -> bool {
        let distance = distance(self.center, reduced(at));
        self.inner <= distance && distance <= self.outer
    }
}
