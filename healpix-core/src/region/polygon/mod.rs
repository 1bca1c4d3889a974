//! Polygons with great-circle edges.
//!
//! `edge` is one edge and how it meets a cell; `orient` the exact arithmetic that tells inside from outside; `inside`
//! which side is meant, and areas; `check` that rings do not cross. Here is the type, and what it hands down the tree:
//! the edges near a cell, and whether a point there is inside. A cell with no edge near it is inside or outside
//! as that point is.

mod check;
mod edge;
mod inside;
mod local;
mod order;
mod orient;
mod sweep;

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::local::{Local, MOST};
use super::shape::{Bound, Frame, Scratch, Shape, Verdict};
use super::{Relation, vector};
use crate::coverage::{Patch, ROUNDING};
use crate::error::{Error, Result};
use crate::sphere::{LonLat, Vec3};
use edge::{Ball, Edge};

/// Which side of a polygon's border is inside.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Interior {
    /// The side with the smaller area. Of two halves, the one at the left of the first ring.
    #[default]
    SmallerArea,
    /// The left of the first ring: a ring that runs counterclockwise, seen from outside the sphere (north up,
    /// east at the right), has its inside in the middle.
    Winding,
    /// The side that holds this point.
    Contains(LonLat),
}

/// An area bounded by rings of great-circle arcs: concave, with holes, in several parts, around poles, larger than a
/// hemisphere.
///
/// Each edge is the shorter arc between two vertices; a ring closes itself. Whoever crosses an edge of any ring goes from
/// inside to outside or back; which is which, [`Interior`] says. Rings may touch but not cross.
///
/// # Examples
/// ```
/// use healpix_core::region::{Interior, Polygon, Region};
/// use healpix_core::LonLat;
///
/// let at = |lon, lat| LonLat::from_degrees(lon, lat);
/// let around_the_pole = [at(0.0, 80.0)?, at(90.0, 80.0)?, at(180.0, 80.0)?, at(270.0, 80.0)?];
/// let cap = Polygon::new(&around_the_pole)?;
/// assert!(cap.contains(at(12.0, 90.0)?));
///
/// let rest = Polygon::with_rings(&[&around_the_pole], Interior::Contains(at(0.0, 0.0)?))?;
/// assert!(!rest.contains(at(12.0, 90.0)?));
/// assert!((cap.area() + rest.area() - 4.0 * core::f64::consts::PI).abs() < 1e-12);
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    edges: Vec<Edge>,
    /// Around each edge.
    balls: Vec<Ball>,
    /// A point of which it is known whether it is inside.
    reference: Vec3,
    inside: bool,
    area: f64,
    bound: Option<(LonLat, f64)>,
    /// Whether it is one ring of at most four edges, each of which has all others strictly on one side: at the left
    /// where it turns left.
    convex: bool,
    turns_left: bool,
}

impl Polygon {
    /// A polygon of one ring; inside is the side with the smaller area. The first vertex may be repeated at the end,
    /// and equal neighbours are taken as one.
    ///
    /// # Errors
    /// Those of [`Polygon::with_rings`].
    pub fn new(ring: &[LonLat]) -> Result<Self> {
        Self::with_rings(&[ring], Interior::SmallerArea)
    }

    /// A polygon of any number of rings: outer borders, holes, islands.
    ///
    /// # Errors
    /// [`Error::Vertices`] for a ring with fewer than 3 distinct vertices, and where there is no ring;
    /// [`Error::Antipodal`] for an edge between opposite points; [`Error::Crossing`] where two edges cross;
    /// [`Error::ControlPoint`] for a control point on the border.
    pub fn with_rings(rings: &[&[LonLat]], interior: Interior) -> Result<Self> {
        let rings: Vec<Vec<Vec3>> = rings.iter().map(|ring| ring.iter().map(|at| vector(*at)).collect()).collect();
        let rings: Vec<&[Vec3]> = rings.iter().map(Vec::as_slice).collect();
        Self::from_vectors(&rings, interior)
    }

    /// A polygon of one ring from longitudes and latitudes in radians.
    ///
    /// # Errors
    /// [`Error::Length`] where the slices differ in length; [`Error::Vertex`] for a vertex that is no position; those
    /// of [`Polygon::with_rings`].
    pub fn from_slices(lon: &[f64], lat: &[f64], interior: Interior) -> Result<Self> {
        Self::from_ring_slices(lon, lat, LonLat::new, interior)
    }

    /// The same from degrees.
    ///
    /// # Errors
    /// Those of [`Polygon::from_slices`].
    pub fn from_slices_deg(lon: &[f64], lat: &[f64], interior: Interior) -> Result<Self> {
        Self::from_ring_slices(lon, lat, LonLat::from_degrees, interior)
    }

    fn from_ring_slices(
        lon: &[f64],
        lat: &[f64],
        position: impl Fn(f64, f64) -> Result<LonLat>,
        interior: Interior,
    ) -> Result<Self> {
        if lat.len() != lon.len() {
            return Err(Error::Length { what: "lat", expected: lon.len(), got: lat.len() });
        }
        let vertex = |(vertex, (lon, lat)): (usize, (&f64, &f64))| {
            position(*lon, *lat).map_err(|error| Error::Vertex { ring: 0, vertex, source: Box::new(error) })
        };
        let ring = lon.iter().zip(lat).enumerate().map(vertex).collect::<Result<Vec<_>>>()?;
        Self::with_rings(&[&ring], interior)
    }

    pub(super) fn from_vectors(rings: &[&[Vec3]], interior: Interior) -> Result<Self> {
        let edges = check::edges_of(rings)?;
        let balls: Vec<Ball> = edges.iter().map(Ball::around).collect();
        check::no_crossing(&edges, &balls)?;
        Self::with_interior(edges, balls, interior)
    }

    /// Its area in steradians.
    #[must_use]
    pub fn area(&self) -> f64 {
        self.area
    }

    /// Its number of edges; equal neighbours among the vertices make none.
    #[must_use]
    pub fn n_edges(&self) -> usize {
        self.edges.len()
    }

    /// Whether a snapped point is inside, given another point and all edges between them.
    #[inline]
    fn is_inside<'e>(from: Vec3, inside: bool, to: Vec3, edges: impl Iterator<Item = &'e Edge>) -> bool {
        edges.fold(inside, |inside, edge| inside ^ edge.crosses(from, to))
    }

    /// The edges in a stretch of the scratch list.
    fn listed<'s>(&'s self, list: &'s [u32]) -> impl Iterator<Item = &'s Edge> {
        list.iter().filter_map(|k| self.edges.get(*k as usize))
    }
}

impl Shape for Polygon {
    fn root(&self, scratch: &mut Scratch) -> Frame {
        let start = scratch.edges.len();
        scratch.edges.extend(0..self.edges.len() as u32);
        Frame { start, end: scratch.edges.len(), at: self.reference, inside: self.inside }
    }

    fn look(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch) -> (Verdict, Frame) {
        let cell = Ball::of(patch);
        let at = orient::snap(cell.center);
        let start = scratch.edges.len();
        // With few edges the test would cost more than it spares.
        let way = (above.end - above.start > 4).then(|| Ball::around_way(above.at, at));
        let mut inside = above.inside;
        for k in above.start..above.end {
            let Some(number) = scratch.edges.get(k).copied() else { continue };
            let Some(ball) = self.balls.get(number as usize) else { continue };
            if way.is_none_or(|way| ball.meets(&way)) {
                inside ^= self.edges.get(number as usize).is_some_and(|edge| edge.crosses(above.at, at));
            }
            // The ball is as good as the edge where it is small beside the cell.
            let near = |edge: &Edge| ball.is_small_beside(&cell) || edge.is_near(&cell);
            if ball.meets(&cell) && self.edges.get(number as usize).is_some_and(near) {
                scratch.edges.push(number);
            }
        }
        let end = scratch.edges.len();
        let verdict = match (end > start, inside) {
            (true, _) => Verdict::Unsure,
            (false, true) => Verdict::Full,
            (false, false) => Verdict::Disjoint,
        };
        (verdict, Frame { start, end, at, inside })
    }

    fn settle(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation {
        let list = scratch.edges.get(frame.start..frame.end).unwrap_or_default();
        if self.listed(list).any(|edge| edge.meets(patch)) {
            return Relation::Partial;
        }
        // No edge in the cell: it is as its centre is. Only edges near the cell can be on the way there.
        let center = orient::snap(patch.center());
        let inside = Self::is_inside(frame.at, frame.inside, center, self.listed(list));
        if inside { Relation::Full } else { Relation::Disjoint }
    }

    fn local(&self, patch: &Patch, frame: &Frame, scratch: &Scratch) -> Option<Local> {
        // More edges than this are rarely simple.
        if frame.end - frame.start > if self.convex { MOST } else { 2 } {
            return None;
        }
        self.local_of(patch, frame, scratch.edges.get(frame.start..frame.end).unwrap_or_default())
    }

    fn bound(&self) -> Option<Bound> {
        self.bound.map(|(center, radius)| Bound { center, radius })
    }

    fn holds(&self, at: LonLat) -> bool {
        is_in(vector(at), self.reference, self.inside, || self.edges.iter())
    }

    fn holds_near(&self, at: LonLat, frame: &Frame, scratch: &mut Scratch) -> bool {
        let list = scratch.edges.get(frame.start..frame.end).unwrap_or_default();
        is_in(vector(at), frame.at, frame.inside, || self.listed(list))
    }
}

/// Whether a point is inside or on an edge, seen from a reference point.
fn is_in<'e, E: Iterator<Item = &'e Edge>>(p: Vec3, from: Vec3, inside: bool, edges: impl Fn() -> E) -> bool {
    // The border belongs to it.
    Polygon::is_inside(from, inside, orient::snap(p), edges()) || edges().any(|edge| edge.touches(p, 0.5 * ROUNDING))
}
