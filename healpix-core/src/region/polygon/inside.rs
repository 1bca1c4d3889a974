//! Which side of the border is inside, and how large it is.

use alloc::vec::Vec;
use core::f64::consts::{FRAC_PI_2, PI};

use super::edge::Edge;
use super::tree::Tree;
use super::{Interior, Polygon, orient};
use crate::error::{Error, Result};
use crate::progress;
use crate::region::{SPHERE, local::MOST, vector};
use crate::sphere::{LonLat, UnitVec, Vec3, trig};

impl Polygon {
    /// The polygon with these edges, once it is known which side is meant.
    pub(super) fn with_interior(edges: Vec<Edge>, tree: Tree, interior: Interior) -> Result<Self> {
        let reference = reference(&edges);
        let mut polygon =
            Self { edges, tree, reference, inside: false, area: 0.0, bound: None, convex: false, turns_left: false };
        (polygon.convex, polygon.turns_left) = convexity(&polygon.edges);
        let seen = polygon.rings().next().and_then(|ring| polygon.seen_from_ring(ring));
        polygon.inside = seen.unwrap_or(false);
        polygon.area = polygon.area_inside()?;
        match interior {
            Interior::Winding => {}
            Interior::SmallerArea if polygon.area > 2.0 * PI => polygon.turn_inside_out(),
            Interior::SmallerArea => {}
            Interior::Contains(at) => polygon.turn_towards(at)?,
        }
        polygon.bound = polygon.find_bound();
        Ok(polygon)
    }

    fn turn_inside_out(&mut self) {
        self.inside = !self.inside;
        self.area = SPHERE - self.area;
    }

    fn turn_towards(&mut self, at: LonLat) -> Result<()> {
        let p = vector(at);
        if self.edges.iter().any(|edge| edge.touches(p, 1e-14)) {
            return Err(Error::ControlPoint);
        }
        if !self.is_inside(self.reference, self.inside, orient::snap(p), self.tree.top()) {
            self.turn_inside_out();
        }
        Ok(())
    }

    /// Whether the reference point would be inside if the left of a ring were. The way to the middle of one of the ring's
    /// edges stays on the reference point's side of that edge, and crosses the others as often as it does.
    fn seen_from_ring(&self, ring: &[Edge]) -> Option<bool> {
        // The edge that is seen most squarely: the reference point is beside the middle of the longest.
        let openness = |edge: &Edge| edge.normal.dot(self.reference).abs() * edge.along.norm();
        let target = longest(ring).filter(|edge| edge.middle_left() == self.reference).or_else(|| {
            ring.iter().fold(None::<&Edge>, |best, edge| match best {
                Some(best) if openness(best) >= openness(edge) => Some(best),
                _ => Some(edge),
            })
        })?;
        let (from, to) = (self.reference, target.middle());
        // The target's own part in the count is taken out again.
        let start = target.is_left(from) ^ target.crosses(from, to);
        Some(self.is_inside(from, start, to, self.tree.top()))
    }

    /// The edges of each ring.
    fn rings(&self) -> impl Iterator<Item = &[Edge]> {
        self.edges.chunk_by(|edge, next| edge.ring == next.ring)
    }

    /// The area of the inside: the sum over rings of what is at their left, or of what is not, in whole spheres
    /// more or less.
    fn area_inside(&self) -> Result<f64> {
        let mut sum = 0.0;
        for (number, ring) in self.rings().enumerate() {
            let left = area_at_left(ring);
            // The first ring is where the inside is told from.
            let inside_is_left = number == 0 || self.seen_from_ring(ring) == Some(self.inside);
            sum += if inside_is_left { left } else { -left };
            // A look at each edge of the ring, and the way to it past those of others.
            progress::check(ring.len() + progress::LOOK)?;
        }
        let area = sum % SPHERE;
        Ok(if area < 0.0 { area + SPHERE } else { area })
    }

    /// A disc around all vertices, if the inside is the side that it holds.
    fn find_bound(&self) -> Option<(LonLat, f64)> {
        let sum = self.edges.iter().fold(Vec3::ZERO, |sum, edge| sum + edge.a);
        if sum.norm() < 1e-3 {
            return None;
        }
        let center = sum.unit();
        let at = LonLat::from(UnitVec::trusted(center.x, center.y, center.z));
        // Squared chords; halves of them are sines of half the distance.
        let chord = self.edges.iter().fold(0f64, |most, edge| most.max((edge.a - center).norm2()));
        let half = 0.25 * chord;
        let radius = 2.0 * trig::atan2(trig::sqrt(half), trig::sqrt((1.0 - half).max(0.0)));
        // A disc smaller than a hemisphere that holds the vertices holds the edges.
        let far = orient::snap(-center);
        if radius > 0.9 * FRAC_PI_2 || self.is_inside(self.reference, self.inside, far, self.tree.top()) {
            return None;
        }
        Some((at, radius + 4e-14))
    }
}

/// Whether at most four edges are a convex ring, and whether it turns left.
fn convexity(edges: &[Edge]) -> (bool, bool) {
    let one_ring = edges.len() <= MOST && edges.iter().all(|edge| edge.ring == 0);
    let Some(first) = edges.first().filter(|_| one_ring) else { return (false, false) };
    let turns_left = edges.iter().any(|other| orient::turn(first.a, first.b, other.a) > 0);
    let wanted = if turns_left { 1 } else { -1 };
    let beside = |edge: &Edge, p: Vec3| p == edge.a || p == edge.b || orient::turn(edge.a, edge.b, p) == wanted;
    (edges.iter().all(|edge| edges.iter().all(|other| beside(edge, other.a))), turns_left)
}

/// The area at the left of a ring, up to whole spheres: triangles with a point of the ring (Eriksson 1990,
/// tan(E/2) = a·(b × c) / (1 + a·b + b·c + c·a)). Half of it is the sum of the angles of as many complex numbers, up
/// to whole turns, and that is the angle of their product.
fn area_at_left(ring: &[Edge]) -> f64 {
    let Some(o) = ring.first().map(|edge| edge.a) else { return 0.0 };
    let (mut x, mut y) = (1.0, 0.0);
    for edge in ring.get(1..).unwrap_or_default() {
        let volume = edge.a.cross(edge.along).dot(o - edge.a);
        let sum = 1.0 + o.dot(edge.a) + edge.a.dot(edge.b) + edge.b.dot(o);
        if sum == 0.0 && volume == 0.0 {
            continue;
        }
        (x, y) = (x * sum - y * volume, x * volume + y * sum);
        let size: f64 = x.abs() + y.abs();
        if !(1e-100..1e100).contains(&size) {
            (x, y) = (x / size, y / size);
        }
    }
    2.0 * trig::atan2(y, x)
}

fn longest(edges: &[Edge]) -> Option<&Edge> {
    edges.iter().fold(None::<&Edge>, |best, edge| match best {
        Some(best) if best.along.norm2() >= edge.along.norm2() => Some(best),
        _ => Some(edge),
    })
}

/// A point off the border: at the left of the middle of the longest edge, half its length away.
fn reference(edges: &[Edge]) -> Vec3 {
    longest(edges).map_or(Vec3::new(0.0, 0.0, 1.0), Edge::middle_left)
}
