//! One edge of a polygon, the shorter great-circle arc between two vertices, and whether it meets a cell.

use super::orient;
use crate::coverage::{Patch, Piece, ROUNDING, Sight};
use crate::region::anchor::Anchor;
use crate::sphere::Vec3;

/// Distances below this are not told from 0.
const MARGIN: f64 = 3.0 * ROUNDING;

/// An edge from `a` to `b`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub(super) a: Vec3,
    pub(super) b: Vec3,
    /// `b - a`.
    pub(super) along: Vec3,
    /// Unit normal of its great circle: at the left of the edge seen from outside.
    pub(super) normal: Vec3,
    /// Unit normals, at a and at b, of the great circles across its ends, both towards the edge.
    from: Vec3,
    to: Vec3,
    /// Where its ends are on the grid.
    pub(super) start: Anchor,
    pub(super) end: Anchor,
    /// Ring and number in it, for messages.
    pub(super) ring: u32,
    pub(super) number: u32,
}

/// A ball that holds an edge: around the middle of its chord. An arc of less than half a turn is nowhere further from
/// there than its ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ball {
    pub(super) center: Vec3,
    pub(super) radius: f64,
}

impl Ball {
    /// Around a cell or a block of cells.
    #[inline(always)]
    pub(super) fn of(patch: &Patch) -> Self {
        let center = patch.mean();
        Self { center, radius: patch.radius_around(center) + 4.0 * ROUNDING }
    }

    pub(super) fn around(edge: &Edge) -> Self {
        Self { center: (edge.a + edge.b) * 0.5, radius: 0.5 * edge.along.norm() + ROUNDING }
    }

    /// Around the way between the directions of two points not longer than 1.
    pub(super) fn around_way(p: Vec3, q: Vec3) -> Self {
        // The directions are outside of the points by what those lack of length 1; 1 - |p| <= 1 - |p|².
        let short = 2.0 - p.norm2() - q.norm2();
        Self { center: (p + q) * 0.5, radius: 0.5 * (p - q).norm() + short + 4.0 * ROUNDING }
    }

    pub(super) const fn new(center: Vec3, radius: f64) -> Self {
        Self { center, radius }
    }

    #[inline(always)]
    pub(super) fn meets(&self, other: &Self) -> bool {
        let reach = self.radius + other.radius;
        (self.center - other.center).norm2() <= reach * reach
    }

    /// Whether it is small beside another.
    #[inline(always)]
    pub(super) fn is_small_beside(&self, other: &Self) -> bool {
        4.0 * self.radius < other.radius
    }
}

/// Signed distances of a point: from the edge's great circle, and from those across its ends.
#[derive(Clone, Copy)]
struct Sides {
    left: f64,
    from: f64,
    to: f64,
}

/// What is known of an edge and a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    /// All of the cell is on one side of the edge's great circle, or beyond one of its ends.
    No,
    Yes,
    Unsure,
}

impl Edge {
    pub(super) fn new((a, start): (Vec3, Anchor), (b, end): (Vec3, Anchor), ring: usize, number: usize) -> Self {
        let along = b - a;
        let normal = a.cross(along).unit();
        Self {
            a,
            b,
            along,
            normal,
            // Of length 1 but for rounding.
            from: normal.cross(a),
            to: b.cross(normal),
            start,
            end,
            ring: ring as u32,
            number: number as u32,
        }
    }

    /// Whether it may come into a ball: never wrong where it says no.
    #[inline(always)]
    pub(super) fn is_near(&self, &Ball { center, radius }: &Ball) -> bool {
        let off = center - self.a;
        self.normal.dot(off).abs() <= radius && self.from.dot(off) >= -radius && self.to.dot(center - self.b) >= -radius
    }

    /// Whether all of a ball is on its side of the great circle across its start.
    #[inline]
    pub(super) fn covers_start(&self, ball: &Ball) -> bool {
        self.from.dot(ball.center - self.a) > ball.radius + MARGIN
    }

    /// The same at its end.
    #[inline]
    pub(super) fn covers_end(&self, ball: &Ball) -> bool {
        self.to.dot(ball.center - self.b) > ball.radius + MARGIN
    }

    /// Whether a way between two reference points crosses it.
    #[inline(always)]
    pub(super) fn crosses(&self, p: Vec3, q: Vec3) -> bool {
        orient::crosses(self.a, self.along, self.b, p, q)
    }

    /// Whether a point is at its left.
    pub(super) fn is_left(&self, p: Vec3) -> bool {
        orient::is_left(self.a, self.along, self.b, p)
    }

    /// The point in its middle.
    pub(super) fn middle(&self) -> Vec3 {
        orient::snap((self.a + self.b).unit())
    }

    /// A point at its left, half its length from its middle.
    pub(super) fn middle_left(&self) -> Vec3 {
        orient::snap((self.middle() + self.normal * (0.5 * self.along.norm())).unit())
    }

    /// Whether a point is on it, to a margin.
    pub(super) fn touches(&self, p: Vec3, margin: f64) -> bool {
        let sides = self.sides(p);
        let beside = sides.left.abs() <= margin && sides.from >= 0.0 && sides.to >= 0.0;
        beside || (p - self.a).norm2() <= margin * margin
    }

    #[inline(always)]
    fn sides(&self, p: Vec3) -> Sides {
        let off = p - self.a;
        Sides { left: self.normal.dot(off), from: self.from.dot(off), to: self.to.dot(p - self.b) }
    }

    /// Whether it meets a cell, as far as the corners tell.
    #[inline]
    pub(super) fn meeting(&self, patch: &Patch) -> Meeting {
        let [s, e, n, w] = patch.corners.map(|c| self.sides(c));
        let sag = patch.sag + MARGIN;
        let least = |side: fn(Sides) -> f64| side(s).min(side(e)).min(side(n).min(side(w)));
        let most = |side: fn(Sides) -> f64| side(s).max(side(e)).max(side(n).max(side(w)));
        let (low, high) = (least(|s| s.left), most(|s| s.left));
        if low > sag || high < -sag || most(|s| s.from) < -sag || most(|s| s.to) < -sag {
            return Meeting::No;
        }
        // A side between two corners on either side of it, and the whole cell between its ends.
        let through = low < -MARGIN && high > MARGIN && least(|s| s.from) > sag && least(|s| s.to) > sag;
        if through || self.start.is_in(patch) { Meeting::Yes } else { Meeting::Unsure }
    }

    /// Whether it meets a cell. An edge that does starts in the cell or crosses the cell's border.
    pub(super) fn meets(&self, patch: &Patch) -> bool {
        match self.meeting(patch) {
            Meeting::No => false,
            Meeting::Yes => true,
            Meeting::Unsure => patch.border_hit(|piece| self.sight(piece)),
        }
    }

    /// The same with none of the short ways.
    #[cfg(test)]
    pub(super) fn meets_slowly(&self, patch: &Patch) -> bool {
        self.start.is_in(patch) || patch.border_hit(|piece| self.sight(piece))
    }

    /// Of a piece of a cell's side: whether the edge meets it.
    fn sight(&self, piece: &Piece) -> Sight {
        let (p, q) = (self.sides(piece.from), self.sides(piece.to));
        let sag = piece.sag + MARGIN;
        let (low, high) = (p.left.min(q.left), p.left.max(q.left));
        if low > sag || high < -sag || p.from.max(q.from) < -sag || p.to.max(q.to) < -sag {
            return Sight::Clear;
        }
        let within = p.from.min(q.from) > sag && p.to.min(q.to) > sag;
        let on_it = |s: Sides| s.left.abs() <= MARGIN && s.from >= -MARGIN && s.to >= -MARGIN;
        if (within && low <= 0.0 && high >= 0.0) || on_it(p) || on_it(q) { Sight::Hit } else { Sight::Unclear }
    }
}
