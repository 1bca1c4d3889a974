//! A disc as a plane that cuts the sphere: what cones and annuli are made of.

use core::f64::consts::{FRAC_PI_2, PI};

use super::anchor::Anchor;
use super::local::Surface;
use super::shape::Verdict;
use crate::coverage::{Patch, Piece, ROUNDING, Sight};
use crate::sphere::{LonLat, UnitVec, Vec3, trig};

/// A disc of any radius. One larger than a hemisphere is what a smaller one around the opposite
/// point leaves: that keeps all digits up to radius pi.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Disc {
    center: Vec3,
    /// The centre as it was given; of what is outside of a disc, the centre is opposite.
    given: LonLat,
    /// Squared chords, a margin below and above the border.
    inner: f64,
    outer: f64,
    /// Whether it is the disc itself that is meant, or what is outside.
    outside: bool,
}

/// Distances from a border below this are not told from 0: three times what rounding does.
const MARGIN: f64 = 3.0 * ROUNDING;

impl Disc {
    /// The disc around a position, radius from 0 to pi.
    pub(crate) fn new(center: LonLat, radius: f64) -> Self {
        let disc = Self::open(center, radius);
        if radius < PI {
            return disc;
        }
        // What is outside of nothing is everything.
        Self { inner: -8.0, outer: -8.0, ..disc }
    }

    /// The disc without its border: of radius pi it leaves the opposite point out.
    pub(crate) fn open(center: LonLat, radius: f64) -> Self {
        let outside = radius > FRAC_PI_2;
        let small = if outside { PI - radius } else { radius };
        let (s, _) = trig::sin_cos(0.5 * small, 0.0);
        let chord = 2.0 * s;
        let at = super::reduced(center);
        let v = Vec3::of(UnitVec::from(at));
        let v = if outside { -v } else { v };
        let low = (chord - MARGIN).max(0.0);
        let high = chord + MARGIN;
        Self { center: v, given: at, inner: low * low, outer: high * high, outside }
    }

    /// Whether it is what the smaller disc around the opposite point leaves.
    pub(crate) fn is_outside(&self) -> bool {
        self.outside
    }

    /// The centre of the smaller disc.
    pub(crate) fn small_center(&self) -> Vec3 {
        self.center
    }

    /// Squared chords from the smaller disc's centre, a margin below and above the border.
    pub(crate) fn squares(&self) -> (f64, f64) {
        (self.inner, self.outer)
    }

    /// A first look at a cell.
    #[inline(always)]
    pub(crate) fn look(&self, patch: &Patch) -> Verdict {
        let [s, e, n, w] = patch.corners.map(|c| self.square(c));
        let (low, high) = (s.min(e).min(n.min(w)), s.max(e).max(n.max(w)));
        // A squared chord is 2 - 2 c·p, so along a side it strays twice as far as the side.
        let sag = 2.0 * patch.sag;
        let inside = high + sag < self.inner;
        let clear = low - sag > self.outer;
        if clear {
            return if self.is_around_center(patch, low) { Verdict::Partial } else { self.told(Verdict::Disjoint) };
        }
        if inside {
            return self.told(Verdict::Full);
        }
        if low < self.inner && high > self.outer { Verdict::Partial } else { Verdict::Unsure }
    }

    /// The answer for a cell of which the look was unsure: any but that.
    pub(crate) fn settle(&self, patch: &Patch) -> Verdict {
        let squares = patch.corners.map(|c| self.square(c));
        let stray = patch.square_stray(trig::sqrt(self.outer.max(0.0)));
        if squares.iter().all(|q| *q > self.outer) {
            let [s, e, n, w] = squares;
            let low = s.min(e).min(n.min(w));
            let hit = self.is_around_center(patch, low) || patch.border_hit(|piece| self.sight_out(piece, stray));
            return if hit { Verdict::Partial } else { self.told(Verdict::Disjoint) };
        }
        if squares.iter().all(|q| *q < self.inner) {
            let hit = patch.border_hit(|piece| self.sight_in(piece, stray));
            return if hit { Verdict::Partial } else { self.told(Verdict::Full) };
        }
        Verdict::Partial
    }

    /// Whether the centre is in a cell, or too near to tell, given its least squared distance from a corner. Within the cell
    /// no point is further from a corner than twice 1.53 sides (see `coverage/fit.rs`).
    #[inline(always)]
    fn is_around_center(&self, patch: &Patch, low: f64) -> bool {
        let far = 3.1 * patch.size() * patch.inverse;
        low <= far * far && self.inner >= 0.0 && self.anchor().is_in(patch)
    }

    #[cold]
    fn anchor(&self) -> Anchor {
        if self.outside { Anchor::of(self.center) } else { Anchor::at(self.given) }
    }

    /// Look, and settle where that does not tell.
    pub(crate) fn answer(&self, patch: &Patch) -> Verdict {
        match self.look(patch) {
            Verdict::Unsure => self.settle(patch),
            told => told,
        }
    }

    /// Its border, as blocks of cells see it.
    pub(crate) fn surface(&self) -> Surface {
        let (level, slack) = (0.5 * (self.outer + self.inner), 0.5 * (self.outer - self.inner));
        Surface::Disc { center: self.center, level, slack, outside: self.outside }
    }

    /// The verdict on what is meant, from that on the smaller disc.
    #[inline(always)]
    fn told(&self, small: Verdict) -> Verdict {
        match (self.outside, small) {
            (true, Verdict::Disjoint) => Verdict::Full,
            (true, Verdict::Full) => Verdict::Disjoint,
            (_, other) => other,
        }
    }

    #[inline(always)]
    fn square(&self, p: Vec3) -> f64 {
        (p - self.center).norm2()
    }

    fn sight_out(&self, piece: &Piece, stray: f64) -> Sight {
        let low = self.square(piece.from).min(self.square(piece.to));
        sight(low - self.outer, stray * piece.sag)
    }

    fn sight_in(&self, piece: &Piece, stray: f64) -> Sight {
        let high = self.square(piece.from).max(self.square(piece.to));
        sight(self.inner - high, stray * piece.sag)
    }
}

/// What the smaller of a linear function's values at both ends tells of a piece where it strays by `sag`.
#[inline]
pub(crate) fn sight(low: f64, sag: f64) -> Sight {
    if low <= 0.0 {
        Sight::Hit
    } else if low > sag {
        Sight::Clear
    } else {
        Sight::Unclear
    }
}
