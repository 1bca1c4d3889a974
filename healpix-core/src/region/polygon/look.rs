//! What a polygon hands down the tree of cells: numbers of edges, or of groups of edges, near a cell, and one point of which
//! it is known whether it is inside.
//!
//! Near means more than in the cell: an edge that is not handed down must not lie between any two points of the cell,
//! or the mean of its corners. Either it does not come into the ball around the cell, or all four sides are on one side
//! of its great circle, or beyond one of its ends: then so is every way between such points.

use super::Polygon;
use super::edge::{Ball, Edge, Meeting};
use super::orient;
use crate::coverage::{Patch, ROUNDING};
use crate::region::shape::{Frame, Scratch, Verdict};
use crate::sphere::Vec3;

/// Corners are asked of smaller blocks only; larger ones are divided whatever they say.
const BLOCK: f64 = 8.0;

/// The way between two points not longer than 1.
struct Way {
    ball: Ball,
    /// Normal of the plane that it lies in, of length 1; 0 where that is not known well.
    normal: Vec3,
}

impl Way {
    #[inline(always)]
    fn new(from: Vec3, to: Vec3) -> Self {
        let along = to - from;
        // The product's error is below 1e-15 |along|, so that of the normal is below 1e-14.
        let normal = from.cross(along);
        let good = normal.norm2() > 0.01 * along.norm2();
        Self { ball: Ball::around_way(from, to), normal: if good { normal.unit() } else { Vec3::ZERO } }
    }

    #[inline(always)]
    fn meets(&self, ball: &Ball) -> bool {
        self.normal.dot(ball.center).abs() <= ball.radius + 20.0 * ROUNDING && self.ball.meets(ball)
    }
}

impl Polygon {
    pub(super) fn first_look(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch) -> (Verdict, Frame) {
        let cell = Ball::of(patch);
        let start = scratch.edges.len();
        for k in above.start..above.end {
            let Some(number) = scratch.edges.get(k).copied() else { continue };
            if self.is_met(number, patch, &cell, scratch) {
                scratch.edges.truncate(start);
                // The lists of the block above are good for its cells, too.
                return (Verdict::Partial, *above);
            }
        }
        let end = scratch.edges.len();
        let at = orient::snap(cell.center);
        let list = scratch.edges.get(above.start..above.end).unwrap_or_default();
        let inside = self.is_inside(above.at, above.inside, at, list.iter().copied());
        let verdict = match (end > start, inside) {
            (true, _) => Verdict::Unsure,
            (false, true) => Verdict::Full,
            (false, false) => Verdict::Disjoint,
        };
        (verdict, Frame { start, end, at, inside })
    }

    /// Lists what of an edge or a group is near a block of cells. Where it is a single cell that is met for certain, says so.
    #[inline(always)]
    fn is_met(&self, number: u32, patch: &Patch, cell: &Ball, scratch: &mut Scratch) -> bool {
        let (single, small) = (patch.size() <= 1.0, patch.size() < BLOCK);
        let mut met = false;
        self.tree.descend(number, |number, ball| {
            if !ball.meets(cell) {
                return false;
            }
            let Some(edge) = self.edges.get(number as usize) else {
                let whole = ball.is_small_beside(cell);
                if whole {
                    scratch.edges.push(number);
                }
                return !whole;
            };
            let near = if small {
                match edge.meeting(patch) {
                    Meeting::No => false,
                    Meeting::Yes => {
                        met |= single;
                        true
                    }
                    Meeting::Unsure => true,
                }
            } else {
                // The ball is as good as the edge where it is small beside the cell.
                ball.is_small_beside(cell) || edge.is_near(cell)
            };
            if near {
                scratch.edges.push(number);
            }
            false
        });
        met
    }

    /// Whether a snapped point is inside, given another point and a list that holds all edges between them.
    #[inline(always)]
    pub(super) fn is_inside(
        &self,
        from: Vec3,
        inside: bool,
        to: Vec3,
        list: impl Iterator<Item = u32> + Clone,
    ) -> bool {
        // With few edges the test would cost more than it spares.
        let few = list.clone().nth(3).is_none() && list.clone().all(|number| (number as usize) < self.edges.len());
        let way = (!few).then(|| Way::new(from, to));
        let mut inside = inside;
        for number in list {
            self.tree.descend(number, |number, ball| {
                let near = way.as_ref().is_none_or(|way| way.meets(ball));
                if near {
                    inside ^= self.edges.get(number as usize).is_some_and(|edge| edge.crosses(from, to));
                }
                near
            });
        }
        inside
    }

    /// Whether an edge of a list meets a cell.
    pub(super) fn any_meets(&self, patch: &Patch, list: &[u32]) -> bool {
        let cell = Ball::of(patch);
        self.any_near(&cell, list.iter().copied(), |edge| edge.meets(patch))
    }

    /// Whether a point is inside or on an edge, seen from another point.
    pub(super) fn is_in(&self, p: Vec3, from: Vec3, inside: bool, list: impl Iterator<Item = u32> + Clone) -> bool {
        // The border belongs to it.
        self.is_inside(from, inside, orient::snap(p), list.clone())
            || self.any_near(&Ball { center: p, radius: ROUNDING }, list, |edge| edge.touches(p, 0.5 * ROUNDING))
    }

    /// Whether any of the edges that may come into a ball has a property.
    fn any_near(&self, place: &Ball, list: impl Iterator<Item = u32>, is: impl Fn(&Edge) -> bool) -> bool {
        let mut found = false;
        for number in list {
            self.tree.descend(number, |number, ball| {
                let near = !found && ball.meets(place);
                found |= near && self.edges.get(number as usize).is_some_and(&is);
                near && !found
            });
        }
        found
    }
}
