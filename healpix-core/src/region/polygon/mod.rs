//! Polygons with great-circle edges.
//!
//! | file | what is in it |
//! |---|---|
//! | `edge` | one edge and how it meets a cell |
//! | `tree` | the edges in groups |
//! | `orient` | the exact arithmetic that tells inside from outside |
//! | `inside` | which side is meant, and areas |
//! | `check`, `sweep`, `order` | that no edges cross |
//! | `look` | what is handed down the tree of cells: the edges near a cell, and whether a point there is inside |
//! | `local` | what a polygon is near one or two of its edges |
//! | `raster` | blocks of cells with more edges than that |

mod check;
mod edge;
mod inside;
mod local;
mod look;
mod order;
mod orient;
mod raster;
mod sweep;
mod tree;

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::local::Local;
use super::shape::{Bound, Frame, Scratch, Shape, Verdict};
use super::{Relation, vector};
use crate::coverage::Patch;
use crate::error::{Error, Result};
use crate::progress;
use crate::sphere::{LonLat, Vec3};
use edge::Edge;
use tree::Tree;

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
    tree: Tree,
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
    /// [`Error::ControlPoint`] for a control point on the border; [`Error::Stopped`].
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
        progress::task(None, || {
            let edges = check::edges_of(rings)?;
            let tree = Tree::new(&edges);
            progress::check(edges.len())?;
            check::no_crossing(&edges, &tree)?;
            Self::with_interior(edges, tree, interior)
        })
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
}

impl Shape for Polygon {
    fn root(&self, scratch: &mut Scratch) -> Frame {
        let start = scratch.edges.len();
        scratch.edges.extend(self.tree.top());
        Frame { start, end: scratch.edges.len(), at: self.reference, inside: self.inside }
    }

    fn look(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch) -> (Verdict, Frame) {
        self.first_look(patch, above, scratch)
    }

    fn settle(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation {
        let list = scratch.edges.get(frame.start..frame.end).unwrap_or_default();
        if self.any_meets(patch, list) {
            return Relation::Partial;
        }
        // No edge in the cell: it is as its centre is. Only edges near the cell can be on the way there.
        let center = orient::snap(patch.center());
        let inside = self.is_inside(frame.at, frame.inside, center, list.iter().copied());
        if inside { Relation::Full } else { Relation::Disjoint }
    }

    fn local(&self, patch: &Patch, frame: &Frame, scratch: &Scratch) -> Option<Local> {
        if self.convex {
            return self.convex_local();
        }
        // More edges than two are rarely simple.
        let list = scratch.edges.get(frame.start..frame.end).filter(|list| list.len() <= 2)?;
        self.local_of(patch, frame, list)
    }

    fn everywhere(&self) -> Option<Local> {
        self.convex_local()
    }

    fn has_points(&self) -> bool {
        true
    }

    fn cells(&self, patch: &Patch, frame: &Frame, scratch: &Scratch) -> Option<(u64, u64)> {
        self.cells_of(patch, frame, scratch.edges.get(frame.start..frame.end).unwrap_or_default())
    }

    fn bound(&self) -> Option<Bound> {
        self.bound.map(|(center, radius)| Bound { center, radius })
    }

    fn holds(&self, at: LonLat) -> bool {
        self.is_in(vector(at), self.reference, self.inside, self.tree.top())
    }

    fn holds_near(&self, at: LonLat, frame: &Frame, scratch: &mut Scratch) -> bool {
        let list = scratch.edges.get(frame.start..frame.end).unwrap_or_default();
        self.is_in(vector(at), frame.at, frame.inside, list.iter().copied())
    }
}
