//! What a polygon is inside a block of cells with one or two edges near it.
//!
//! The polygon here is the one whose border in the ball around the block is the edges listed: edges left out are not between
//! any points of the block and the point handed down (see `look.rs`), so there it is the whole polygon. All is said of
//! the ball; the great circles below are cut by it in one piece each. An edge *covers* its
//! great circle at an end if that end's plane across has the whole ball on the edge's side: then what of the circle is in
//! the ball does not stop there.
//!
//! * One edge that covers its circle at both ends: the border is the whole circle, the polygon a half-space.
//! * Two edges with a vertex in common, each covering its circle at its other end. The two circles meet at the vertex and
//!   opposite to it, far from the ball. Where the ring turns left, what is at the left of both circles has for its border the
//!   first one as far as it is at the left of the second, that is before the vertex, and the second one behind it: in
//!   the ball just these two edges. Where it turns right, the same is true of what is at the left of either.
//! * Two edges that cover their circles at all ends: they do not cross, so either is at one side of the other. The border of
//!   what is between the two, in the ball, is both of them.
//! * A convex polygon of at most four edges is what is at the left of all of them, or the rest, anywhere.
//!
//! So in the ball the polygon and the set said here have the same border, and are the same set or each other's complement;
//! the point handed down the tree, of which it is known whether it is inside, tells which. The side of an edge on which that
//! point is, is exact, and consistent with how it came to be known.

use super::Polygon;
use super::edge::{Ball, Edge};
use super::orient;
use crate::coverage::{Patch, ROUNDING};
use crate::region::local::{Local, MOST, Surface};
use crate::region::shape::Frame;
use crate::sphere::Vec3;

/// A set bounded by great circles: what is at one side of all of them, or of any.
struct Sides<'e> {
    edges: &'e [&'e Edge],
    /// Whether at the left of an edge is meant.
    left: [bool; MOST],
    any: bool,
}

impl Sides<'_> {
    fn holds(&self, p: Vec3) -> bool {
        let mut sides = self.edges.iter().zip(self.left).map(|(edge, left)| edge.is_left(p) == left);
        if self.any { sides.any(|side| side) } else { sides.all(|side| side) }
    }

    fn local(&self) -> Option<Local> {
        let planes = self
            .edges
            .iter()
            .zip(self.left)
            .map(|(edge, left)| Surface::Plane { at: edge.a, normal: if left { edge.normal } else { -edge.normal } });
        if self.any { Local::any(planes) } else { Local::all(planes) }
    }
}

impl Polygon {
    /// What it is in every block, if it is convex and has few edges.
    pub(super) fn convex_local(&self) -> Option<Local> {
        let mut edges = [self.edges.first().filter(|_| self.convex)?; MOST];
        edges.iter_mut().zip(&self.edges).for_each(|(slot, edge)| *slot = edge);
        let edges = edges.get(..self.edges.len())?;
        let sides = Sides { edges, left: [self.turns_left; MOST], any: false };
        let local = sides.local()?;
        Some(if sides.holds(self.reference) == self.inside { local } else { local.inverted() })
    }

    /// See the trait.
    pub(super) fn local_of(&self, patch: &Patch, frame: &Frame, list: &[u32]) -> Option<Local> {
        let ball = Ball::of(patch);
        let get = |k: usize| list.get(k).and_then(|number| self.edges.get(*number as usize));
        let told = |sides: &Sides<'_>| {
            let local = sides.local()?;
            Some(if sides.holds(frame.at) == frame.inside { local } else { local.inverted() })
        };
        match (get(0), get(1), list.len()) {
            (Some(edge), _, 1) if edge.covers_start(&ball) && edge.covers_end(&ball) => {
                told(&Sides { edges: &[edge], left: [true; MOST], any: false })
            }
            (Some(e), Some(f), 2) => {
                let (left, any) = sides_of_two(e, f, &ball)?;
                told(&Sides { edges: &[e, f], left, any })
            }
            _ => None,
        }
    }
}

/// The sides of two edges that have them for border in a ball.
fn sides_of_two(e: &Edge, f: &Edge, ball: &Ball) -> Option<([bool; MOST], bool)> {
    if e.b == f.a {
        return corner(e, f, ball);
    }
    if f.b == e.a {
        return corner(f, e, ball);
    }
    if !(e.covers_start(ball) && e.covers_end(ball) && f.covers_start(ball) && f.covers_end(ball)) {
        return None;
    }
    let (f_at_left, e_at_left) = (side_of(e, f, ball)?, side_of(f, e, ball)?);
    Some(([f_at_left, e_at_left, true, true], false))
}

fn corner(e: &Edge, f: &Edge, ball: &Ball) -> Option<([bool; MOST], bool)> {
    let turn = orient::turn(e.a, e.b, f.b);
    let clear = turn != 0 && e.covers_start(ball) && f.covers_end(ball);
    clear.then_some(([true; MOST], turn < 0))
}

/// Whether an edge is at the left of another where it comes nearest to the middle of a ball.
fn side_of(e: &Edge, f: &Edge, ball: &Ball) -> Option<bool> {
    let nearest = (ball.center - f.normal * f.normal.dot(ball.center)).unit();
    let side = e.normal.dot(nearest - e.a);
    ((nearest - ball.center).norm() < ball.radius && side.abs() > 8.0 * ROUNDING).then_some(side > 0.0)
}
