//! Cones and annuli, ring by ring.

use alloc::vec::Vec;

use super::circle::{Circle, Parallels};
use super::row::{Bounds, ROWS, RingSet, Side, difference, runs_of};
use crate::coverage::patch::Patch;
use crate::error::Result;
use crate::grid::{FaceIj, Nside};
use crate::moc::CellRange;
use crate::point;
use crate::region::shape::{Shape, Verdict};
use crate::region::{Annulus, Cone, Disc};
use crate::ring::layout;
use crate::sphere::trig::{self, SQRT_6};
use crate::sphere::{AngleUnit, LonLat};

/// What rounding may do to the ring of a point, for nside 1: twice its bound.
const RING_BLUR: f64 = 8e-15;

/// Which cells of a disc.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// Those whose centre is inside.
    Centers,
    /// Those that it meets.
    Met,
    /// Those inside.
    Within,
}

/// The cells of a cone.
pub(super) fn of_cone(nside: Nside, cone: &Cone, centers: bool) -> Result<Vec<CellRange>> {
    let disc = cone.disc();
    let turned = disc.is_outside();
    if centers {
        let set =
            Cells::new(nside, disc, cone.center(), Which::Centers, |cell| cone.holds(center_of(nside, cell)) != turned);
        return of_side(nside, &set, turned);
    }
    // What a disc larger than a hemisphere meets is what is not inside the smaller one around the opposite point.
    let which = if turned { Which::Within } else { Which::Met };
    let set = Cells::new(nside, disc, cone.center(), which, |cell| {
        (disc.answer(&patch_of(nside, cell)) != Verdict::Disjoint) != turned
    });
    of_side(nside, &set, turned)
}

fn of_side(nside: Nside, set: &impl RingSet, inverted: bool) -> Result<Vec<CellRange>> {
    if inverted { difference(nside, Side { set, inverted }, None) } else { runs_of(nside, set) }
}

/// The cells of an annulus: those of the disc without those of the hole.
pub(super) fn of_annulus(nside: Nside, annulus: &Annulus, centers: bool) -> Result<Vec<CellRange>> {
    let (disc, hole) = annulus.discs();
    let at = annulus.center();
    let (disc_turned, hole_turned) = (disc.is_outside(), hole.is_outside());
    let ask_disc = |cell: FaceIj| {
        let has = match centers {
            true => annulus.reaches(center_of(nside, cell)),
            false => disc.answer(&patch_of(nside, cell)) != Verdict::Disjoint,
        };
        has != disc_turned
    };
    let ask_hole = |cell: FaceIj| {
        let has = match centers {
            true => annulus.leaves_out(center_of(nside, cell)),
            false => hole.answer(&patch_of(nside, cell)) == Verdict::Full,
        };
        has != hole_turned
    };
    let which = |centers: bool, met: bool| match (centers, met) {
        (true, _) => Which::Centers,
        (false, true) => Which::Met,
        (false, false) => Which::Within,
    };
    let disc_set = Cells::new(nside, disc, at, which(centers, !disc_turned), &ask_disc as &dyn Fn(FaceIj) -> bool);
    let whole = Side { set: &disc_set, inverted: disc_turned };
    if annulus.inner() == 0.0 {
        return difference(nside, whole, None);
    }
    let hole_set = Cells::new(nside, hole, at, which(centers, hole_turned), &ask_hole as &dyn Fn(FaceIj) -> bool);
    difference(nside, whole, Some(Side { set: &hole_set, inverted: hole_turned }))
}

fn center_of(nside: Nside, cell: FaceIj) -> LonLat {
    point::cell::center(nside.get(), cell, AngleUnit::Radians)
}

fn patch_of(nside: Nside, cell: FaceIj) -> Patch {
    Patch::of_cell(nside.get(), cell, 1)
}

/// The cells of a disc no larger than a hemisphere; of a larger one, those of the smaller disc around the opposite point.
struct Cells<F> {
    which: Which,
    grid: Parallels,
    circle: Circle,
    /// Whether a cell is one of them.
    ask: F,
    rings: Rings,
}

/// The rings that a disc reaches.
struct Rings {
    /// Up to here, and from there on, rings belong to it wholly.
    north: u32,
    south: u32,
    /// Those between that it may reach.
    first: u32,
    last: u32,
    /// Those whose cells may contain its centre.
    center: (u32, u32),
}

impl<F: Fn(FaceIj) -> bool> Cells<F> {
    fn new(nside: Nside, disc: &Disc, at: LonLat, which: Which, ask: F) -> Self {
        let x = at.quarter_turns() + if disc.is_outside() { 2.0 } else { 0.0 };
        // The remainder is a call.
        let x = if (0.0..4.0).contains(&x) { x } else { x % 4.0 };
        let x = if x < 0.0 { x + 4.0 } else { x };
        let (inner, outer) = disc.squares();
        let square = if which == Which::Within { inner } else { outer };
        let circle = Circle::new(disc.small_center(), x, square);
        let rings = Rings::of(nside.get(), &circle, which);
        Self { which, grid: Parallels::new(nside.get()), circle, ask, rings }
    }
}

impl Rings {
    fn of(nside: u32, circle: &Circle, which: Which) -> Self {
        let n = f64::from(nside);
        let blur = RING_BLUR * n;
        let Circle { rho, z, square, sin_cos: (sin, cos), ends, .. } = *circle;
        let (top, bottom) = (ring_at(n, ends.0, z * cos + rho * sin), ring_at(n, ends.1, z * cos - rho * sin));
        let to_pole = rho * rho + (1.0 - z.abs()) * (1.0 - z.abs());
        let over_pole = to_pole < square - circle.error;
        let (over_north, over_south) = (over_pole && z > 0.0, over_pole && z < 0.0);
        // Two rings less than what it contains: whatever is asked of cells there, they are far from its border.
        let inside = |reach: f64| ((reach - blur) as u32).saturating_sub(2);
        let north = if over_north { inside(top) } else { 0 };
        let south = 4 * nside - if over_south { inside(4.0 * n - bottom) } else { 0 };
        // Cells reach to the next parallels.
        let more = if which == Which::Centers { 0.0 } else { 1.0 };
        let first = if over_north { 0 } else { (-trig::floor(more + blur - top)).max(0.0) as u32 };
        let last = if over_south { south } else { (bottom + more + blur) as u32 };
        let center = if which == Which::Met {
            let middle = ring_at(n, rho, z);
            ((middle - 1.0 - blur).max(0.0) as u32, (middle + 1.0 + blur) as u32)
        } else {
            (0, 0)
        };
        Self { north, south, first: first.max(north + 1), last: last.min(south - 1), center }
    }
}

/// The ring of a point by its distances from the axis and the equator's plane, a real number between 0 and 4 nside.
fn ring_at(n: f64, rho: f64, z: f64) -> f64 {
    if z.abs() <= 2.0 / 3.0 {
        return n * (2.0 - 1.5 * z);
    }
    let d = 1.0 - z.abs();
    let from_pole = n * (0.5 * SQRT_6) * trig::sqrt(rho * rho + d * d);
    if z > 0.0 { from_pole } else { 4.0 * n - from_pole }
}

impl<F: Fn(FaceIj) -> bool> RingSet for Cells<F> {
    fn uniform(&self, ring: u32) -> Option<(bool, u32)> {
        let Rings { north, south, first, last, .. } = self.rings;
        match () {
            () if ring <= north => Some((true, north)),
            () if ring >= south => Some((true, 4 * self.grid.nside - 1)),
            () if ring < first => Some((false, first.min(south) - 1)),
            () if ring > last => Some((false, south - 1)),
            () => None,
        }
    }

    #[inline]
    fn bounds(&self, ring: u32, bounds: &mut Bounds) -> usize {
        let len = ((self.rings.last - ring) as usize + 1).min(ROWS);
        match self.which {
            Which::Centers => self.circle.centers(&self.grid, ring, len, bounds),
            Which::Met => self.circle.met(&self.grid, ring, len, self.rings.center, bounds),
            Which::Within => self.circle.within(&self.grid, ring, len, bounds),
        }
    }

    fn has(&self, ring: u32, place: u32) -> bool {
        let side = self.grid.nside;
        (self.ask)(layout::cell_at(side, layout::cells_before(side, ring) + u64::from(place)))
    }
}
