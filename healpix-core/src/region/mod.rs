//! Shapes on the sphere, each of which tells of a cell whether it is outside, partly or fully inside.
//!
//! One file for each shape: [`Cone`], [`Annulus`], [`EllipticalCone`], [`Zone`], [`BoxRegion`], [`Polygon`]; and
//! [`AnyRegion`], which is any of them and what unions, intersections and complements make of them. All are closed
//! sets: their border belongs to them. Cells are the true curved cells.
//!
//! ```
//! use healpix_core::region::{Cone, Region, Relation};
//! use healpix_core::{Cell, Depth, LonLat};
//!
//! let cone = Cone::new(LonLat::from_degrees(50.0, 0.0)?, 0.01_f64.to_radians())?;
//! assert!(cone.contains(LonLat::from_degrees(50.005, 0.0)?));
//! assert_eq!(cone.relation(Cell::new(Depth::ZERO, 5)?), Relation::Partial);
//! assert_eq!(cone.relation(Cell::new(Depth::ZERO, 6)?), Relation::Disjoint);
//! # Ok::<(), healpix_core::Error>(())
//! ```
//!
//! Regions are data: what walks the tree of cells with them is in [`coverage`](crate::coverage). `shape` is what
//! the walk asks of them, `disc`, `frame` and `anchor` what several of them are made of.

mod anchor;
mod annulus;
mod any;
mod box_region;
mod cone;
mod disc;
mod ellipse;
mod frame;
mod lines;
pub(crate) mod local;
mod parse;
mod polygon;
pub(crate) mod shape;
mod zone;

use core::f64::consts::{FRAC_PI_2, PI, TAU};

pub use annulus::Annulus;
pub use any::AnyRegion;
pub use box_region::BoxRegion;
pub use cone::Cone;
pub(crate) use disc::Disc;
pub use ellipse::EllipticalCone;
pub use polygon::{Interior, Polygon};
pub use zone::Zone;

use crate::coverage::Patch;
use crate::error::{Error, Result};
use crate::grid::Cell;
use crate::sphere::{AngleUnit, LonLat, UnitVec, Vec3, trig};
use shape::{Scratch, Shape, Verdict};

/// What a region is to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They have no point in common.
    Disjoint,
    /// They meet, and the cell is not inside the region. Also where a margin below 1e-14 rad would decide.
    Partial,
    /// The cell is inside the region.
    Full,
}

/// A closed set of points of the sphere.
///
/// The trait is sealed: regions of your own are made of these with [`AnyRegion`].
pub trait Region: Shape {
    /// Whether a position is inside, the border included (to the rounding of a double, 1e-15 rad).
    #[must_use]
    fn contains(&self, at: LonLat) -> bool {
        self.holds(at)
    }

    /// What it is to a cell, exactly.
    #[must_use]
    fn relation(&self, cell: Cell) -> Relation {
        let patch = Patch::of_cell(cell.depth().nside().get(), cell.face_ij(), 1);
        let mut scratch = Scratch::default();
        let root = self.root(&mut scratch);
        let (verdict, frame) = self.look(&patch, &root, &mut scratch);
        match verdict {
            Verdict::Disjoint => Relation::Disjoint,
            Verdict::Partial => Relation::Partial,
            Verdict::Full => Relation::Full,
            Verdict::Unsure => self.settle(&patch, &frame, &mut scratch),
        }
    }
}

impl<S: Shape> Region for S {}

/// The direction of a position. Longitudes of more than one turn are reduced as for cells, by their rounded
/// quarter turns, so that a region and the cells around it speak of the same place.
pub(crate) fn vector(at: LonLat) -> Vec3 {
    Vec3::of(UnitVec::from(reduced(at)))
}

/// A position with its longitude within a turn or so.
pub(crate) fn reduced(at: LonLat) -> LonLat {
    let (lon, lat) = at.as_given();
    let (quarter, turn) = match at.unit() {
        AngleUnit::Radians => (FRAC_PI_2, TAU),
        AngleUnit::Degrees => (90.0, 360.0),
    };
    if lon.abs() <= turn {
        return at;
    }
    LonLat::trusted(at.quarter_turns() % 4.0 * quarter, lat, at.unit())
}

/// A radius from 0 to pi.
pub(crate) fn check_radius(radius: f64) -> Result<()> {
    // Written so that NaN fails too.
    if (0.0..=PI).contains(&radius) { Ok(()) } else { Err(Error::Radius { value: radius, limit: PI }) }
}

/// The area of the sphere.
pub(crate) const SPHERE: f64 = 4.0 * PI;

/// The area between two circles around one centre. That of a disc is 4 pi sin²(r/2), and a difference of squared sines is a
/// product of sines.
pub(crate) fn ring_area(inner: f64, outer: f64) -> f64 {
    let sin = |angle: f64| trig::sin_cos(0.5 * angle, 0.0).0;
    SPHERE * sin(outer + inner) * sin(outer - inner)
}

/// A position angle from 0 to 2 pi.
pub(crate) fn check_position_angle(angle: f64) -> Result<()> {
    if (0.0..=TAU).contains(&angle) { Ok(()) } else { Err(Error::PositionAngle { value: angle, limit: TAU }) }
}
