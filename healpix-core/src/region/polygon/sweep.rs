//! That no two of many edges cross: a meridian sweeps over the sphere and keeps the edges that it cuts in their order from
//! south to north (Shamos & Hoey 1976). Two edges that cross are neighbours in that order before they do, so only
//! neighbours are asked.
//!
//! The north is any direction that no vertex is next to and no edge passes through. All decisions are signs of
//! determinants, exact; longitudes in doubles only spare most of them. Vertices on one meridian come from south to north, as
//! if the meridian leaned a little. Edges may touch: then a vertex is on an edge, and the edge that begins there is put on
//! the side of its other end. At a vertex the edges that end there go before those that begin there come.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::check::{Fault, go_on, pair};
use super::edge::{Ball, Edge};
use super::order::Order;
use super::orient;
use crate::progress;
use crate::sorted;
use crate::sphere::{Vec3, trig};

/// Longitudes closer than this are compared exactly. Those of vertices `NEAR_POLE` from the poles are good to 1e-11.
const CLOSE: f64 = 1e-9;
const NEAR_POLE: f64 = 1e-4;

/// Whether no two edges cross; if not, the numbers of two that do. `None` where no direction would do for the north.
pub(super) fn no_crossing(edges: &[Edge], balls: &[Ball]) -> Option<Result<(), Fault>> {
    let mean = edges.iter().fold(Vec3::ZERO, |sum, edge| sum + edge.a);
    // Towards the middle of small polygons, so that nothing of them is behind.
    let front = if mean.norm() > 1e-3 { mean.unit() } else { Vec3::new(0.36, 0.48, 0.8) };
    let angles = [0.3, 1.1, 1.9, 2.7, 0.7, 1.5, 2.3, 0.0];
    angles.into_iter().find_map(|angle| Sweep::new(edges, balls, Axes::new(front, angle))).map(Sweep::run)
}

/// Three directions at right angles, to rounding.
struct Axes {
    north: Vec3,
    front: Vec3,
    east: Vec3,
}

impl Axes {
    /// Axes with that front; the angle is where the north is.
    fn new(front: Vec3, angle: f64) -> Self {
        let beside = if front.x.abs() < 0.6 { Vec3::new(1.0, 0.0, 0.0) } else { Vec3::new(0.0, 1.0, 0.0) };
        let side = front.cross(beside).unit();
        let (s, c) = trig::sin_cos(angle, 0.0);
        let north = orient::snap((side * c + front.cross(side) * s).unit());
        Self { north, front, east: north.cross(front).unit() }
    }

    /// A number from -2 to 2 that grows with the longitude, 0 in front; none near a pole.
    fn longitude(&self, p: Vec3) -> Option<f64> {
        let (x, y) = (self.front.dot(p), self.east.dot(p));
        let sum = x.abs() + y.abs();
        let ahead = 1.0 - x / sum;
        (sum > NEAR_POLE).then_some(if y < 0.0 { -ahead } else { ahead })
    }

    /// Which of two vertices the sweep comes to first; equal for the same direction only.
    #[inline(always)]
    fn order(&self, p: (f64, Vec3), q: (f64, Vec3)) -> Ordering {
        if (p.0 - q.0).abs() > CLOSE { p.0.total_cmp(&q.0) } else { self.order_close(p.1, q.1) }
    }

    #[inline(never)]
    fn order_close(&self, p: Vec3, q: Vec3) -> Ordering {
        if p == q {
            return Ordering::Equal;
        }
        // Eastwards is to the left around the north; on one meridian, northwards is to the left around its west.
        let west = || orient::snap(self.front * self.east.dot(p) - self.east * self.front.dot(p));
        0i32.cmp(&orient::turn(self.north, p, q)).then_with(|| 0i32.cmp(&orient::turn(west(), p, q)))
    }
}

/// An edge from its western to its eastern end.
#[derive(Clone, Copy)]
struct Span {
    west: Vec3,
    east: Vec3,
    /// Whether it starts in the west.
    eastward: bool,
    /// Whether it runs across the meridian at the back, where the sweep begins and ends.
    behind: bool,
}

struct Sweep<'e> {
    edges: &'e [Edge],
    balls: &'e [Ball],
    axes: Axes,
    /// The longitudes of the edges' starts, and the number of the edge; sorted by `axes.order`.
    starts: Vec<(f64, u32)>,
    /// Of each edge, the one before it in its ring.
    before: Vec<u32>,
    spans: Vec<Span>,
    order: Order,
}

impl<'e> Sweep<'e> {
    /// Made ready but for the order of the vertices; none where a pole is next to a vertex or on an edge.
    fn new(edges: &'e [Edge], balls: &'e [Ball], axes: Axes) -> Option<Self> {
        let mut starts = Vec::with_capacity(edges.len());
        let mut before: Vec<u32> = Vec::with_capacity(edges.len());
        let mut first = 0;
        for (k, edge) in edges.iter().enumerate() {
            starts.push((axes.longitude(edge.a)?, k as u32));
            before.push((k as u32).wrapping_sub(1));
            if edges.get(k + 1).is_none_or(|next| next.ring != edge.ring) {
                before[first] = k as u32;
                first = k + 1;
            }
        }
        let mut spans =
            alloc::vec![Span { west: Vec3::ZERO, east: Vec3::ZERO, eastward: true, behind: false }; edges.len()];
        for (next, k) in before.iter().map(|k| *k as usize).enumerate() {
            spans[k] = span(&axes, &edges[k], (starts[k].0, starts[next].0))?;
        }
        Some(Self { edges, balls, axes, starts, before, spans, order: Order::new(edges.len()) })
    }

    fn run(mut self) -> Result<(), Fault> {
        let Self { edges, axes, starts, .. } = &mut self;
        let place = |start: &(f64, u32)| (start.0, edges[start.1 as usize].a);
        sorted::sort_by(starts, |p, q| axes.order(place(p), place(q)).then(p.1.cmp(&q.1)))
            .map_err(|_| Fault::Stopped)?;
        // The edges across the meridian at the back are there when the sweep begins.
        for k in 0..self.starts.len() {
            for (edge, begins) in self.edges_at(k) {
                if begins && self.spans[edge as usize].behind {
                    self.insert(edge)?;
                }
            }
        }
        let mut k = 0;
        while k < self.starts.len() {
            let here = self.place(k);
            let mut end = k + 1;
            while end < self.starts.len() && self.axes.order(here, self.place(end)).is_eq() {
                end += 1;
            }
            if end > k + 1 || !self.pass_on(k)? {
                self.pass(k..end)?;
            }
            go_on((end - k) * progress::LOOK)?;
            k = end;
        }
        Ok(())
    }

    fn place(&self, k: usize) -> (f64, Vec3) {
        let (longitude, edge) = self.starts[k];
        (longitude, self.edges[edge as usize].a)
    }

    /// The two edges at a vertex, and whether they begin there, seen from the west.
    fn edges_at(&self, k: usize) -> [(u32, bool); 2] {
        let next = self.starts[k].1;
        let last = self.before[next as usize];
        [(next, self.spans[next as usize].eastward), (last, !self.spans[last as usize].eastward)]
    }

    /// At a vertex where one edge ends and one begins, and that is on no other edge: the new edge takes the place of the old.
    fn pass_on(&mut self, k: usize) -> Result<bool, Fault> {
        let (old, new) = match self.edges_at(k) {
            [(old, false), (new, true)] | [(new, true), (old, false)] => (old, new),
            _ => return Ok(false),
        };
        let (_, at) = self.place(k);
        let (below, above) = self.order.neighbors(old);
        if below.is_some_and(|edge| self.side(edge, at) <= 0) || above.is_some_and(|edge| self.side(edge, at) >= 0) {
            return Ok(false);
        }
        self.order.replace(old, new);
        self.check(below, Some(new))?;
        self.check(Some(new), above)?;
        Ok(true)
    }

    /// At any vertex, or several in one place.
    fn pass(&mut self, vertices: core::ops::Range<usize>) -> Result<(), Fault> {
        for k in vertices.clone() {
            for (edge, begins) in self.edges_at(k) {
                if !begins {
                    let (below, above) = self.order.neighbors(edge);
                    self.order.remove(edge);
                    self.check(below, above)?;
                }
            }
        }
        for k in vertices {
            for (edge, begins) in self.edges_at(k) {
                if begins {
                    self.insert(edge)?;
                }
            }
        }
        Ok(())
    }

    fn insert(&mut self, edge: u32) -> Result<(), Fault> {
        let Span { west, east, .. } = self.spans[edge as usize];
        let Self { order, spans, .. } = self;
        let is_below = |other: u32| {
            let other = &spans[other as usize];
            // Where it begins on the other, its end tells.
            let side = match side(other, west) {
                0 => side(other, east),
                told => told,
            };
            side >= 0
        };
        order.insert(edge, is_below);
        let (below, above) = self.order.neighbors(edge);
        self.check(below, Some(edge))?;
        self.check(Some(edge), above)
    }

    /// Positive in the north of an edge.
    fn side(&self, edge: u32, p: Vec3) -> i32 {
        side(&self.spans[edge as usize], p)
    }

    fn check(&self, below: Option<u32>, above: Option<u32>) -> Result<(), Fault> {
        match (below, above) {
            (Some(k), Some(l)) => pair(self.edges, self.balls, k as usize, l as usize),
            _ => Ok(()),
        }
    }
}

fn side(span: &Span, p: Vec3) -> i32 {
    orient::turn(span.west, span.east, p)
}

/// An edge seen from the west, given the longitudes of its ends; none where it may pass through a pole.
fn span(axes: &Axes, edge: &Edge, (start, end): (f64, f64)) -> Option<Span> {
    let (a, b) = (edge.a, edge.b);
    let turn = orient::turn(axes.north, a, b);
    if turn == 0 && (start - end).abs() > CLOSE {
        return None;
    }
    let in_order = axes.order((start, a), (end, b)).is_lt();
    let eastward = turn > 0 || (turn == 0 && in_order);
    let (west, east) = if eastward { (a, b) } else { (b, a) };
    Some(Span { west, east, eastward, behind: eastward != in_order })
}

#[cfg(test)]
#[path = "sweep_tests.rs"]
mod tests;
