//! Zones, ring by ring.
//!
//! All that a zone asks of a ring is between which longitudes its cells are, at the height where they are widest within the zone's
//! latitudes. So the ends of its run are real numbers rounded, as in `corners`, only at a height between the ring's corners.

use alloc::vec::Vec;

use super::corners::RingOf;
use super::row::{Bounds, ROWS, RingSet, runs_of};
use crate::coverage::patch::Patch;
use crate::error::Result;
use crate::grid::{FaceIj, Nside};
use crate::moc::CellRange;
use crate::point;
use crate::region::shape::Shape;
use crate::region::{Relation, Zone};
use crate::ring::layout;
use crate::sphere::trig::floor_long;
use crate::sphere::{AngleUnit, LonLat};

/// What a longitude in quarter turns or a height in half base cells may be wrong by, here and in the zone, together: the zone's 4e-15, and
/// 6e-15 for what sums and products round here.
const BLUR: f64 = 1e-14;

/// The cells of a zone.
pub(super) fn of_zone(nside: Nside, zone: &Zone, centers: bool) -> Result<Vec<CellRange>> {
    let rings = if centers { rings_of_centers(nside, zone) } else { rings_touched(nside, zone) };
    runs_of(nside, &Cells { nside, zone, centers, rings })
}

struct Cells<'z> {
    nside: Nside,
    zone: &'z Zone,
    centers: bool,
    /// The first ring it may reach, and the last.
    rings: (u32, u32),
}

impl RingSet for Cells<'_> {
    fn uniform(&self, ring: u32) -> Option<(bool, u32)> {
        let (first, last) = self.rings;
        if ring < first || ring > last {
            let until = if ring < first && first <= last { first - 1 } else { 4 * self.nside.get() - 1 };
            return Some((false, until));
        }
        if !self.zone.is_whole_circle() || self.is_mixed(ring) {
            return None;
        }
        Some((true, if ring < last && self.is_mixed(last) { last - 1 } else { last }))
    }

    fn bounds(&self, ring: u32, bounds: &mut Bounds) -> usize {
        let len = ((self.rings.1 - ring) as usize + 1).min(ROWS);
        bounds.sure = false;
        for (k, ring) in (ring..).take(len).enumerate() {
            let row = RingOf::new(self.nside.get(), ring);
            let ends = |blur: f64| if self.centers { self.centers(&row, blur) } else { self.touched(&row, ring, blur) };
            (bounds.sure_first[k], bounds.sure_last[k]) = ends(-BLUR);
            (bounds.first[k], bounds.last[k]) = ends(BLUR);
        }
        len
    }

    fn has(&self, ring: u32, place: u32) -> bool {
        let side = self.nside.get();
        let cell = layout::cell_at(side, layout::cells_before(side, ring) + u64::from(place));
        if self.centers {
            self.zone.holds(center_of(self.nside, cell))
        } else {
            self.zone.relation_to(&Patch::of_cell(side, cell, 1)) != Relation::Disjoint
        }
    }
}

impl Cells<'_> {
    /// Whether latitudes alone do not tell of all cells of a ring the same. That may be where base cells of two rows
    /// take part in it, whose heights are rounded differently.
    fn is_mixed(&self, ring: u32) -> bool {
        !self.centers && reached(self.nside, self.zone, ring).is_none()
    }

    /// First and last place whose centre is within the longitudes.
    fn centers(&self, row: &RingOf, blur: f64) -> (i64, i64) {
        self.ends(row, blur, |x| row.last_center(x))
    }

    /// First and last place of the cells touched.
    fn touched(&self, row: &RingOf, ring: u32, blur: f64) -> (i64, i64) {
        let side = self.nside.get();
        if ring == 1 || ring == 4 * side - 1 || self.is_mixed(ring) {
            // All of them are asked; a pole has any longitude.
            return if blur < 0.0 { (0, -1) } else { (0, 4 * row.quarter as i64 - 1) };
        }
        // Where in the ring cells are widest within the latitudes: so many parallels from its own one.
        let n = f64::from(side);
        let own = 2.0 * n - f64::from(ring);
        let (south, north) = self.zone.heights();
        let off = ((own / n).clamp(south, north) * n - own).clamp(-1.0, 1.0);
        let corner = if off > 0.0 { row.north } else { row.south };
        self.ends(row, blur, |x| row.last_with(corner, off.abs(), x) + blur * n)
    }

    /// First and last place, given the last one west of a longitude.
    fn ends(&self, row: &RingOf, blur: f64, last: impl Fn(f64) -> f64) -> (i64, i64) {
        let (west, span) = self.zone.longitudes();
        let last = |x: f64| floor_long(last(x + blur)).1;
        (row.mirrored(last(-west)), last(west + span))
    }
}

/// The rings whose centres are within the latitudes.
fn rings_of_centers(nside: Nside, zone: &Zone) -> (u32, u32) {
    let side = nside.get();
    let held = |ring: u32| {
        let cell = layout::cell_at(side, layout::cells_before(side, ring));
        zone.holds_latitude(center_of(nside, cell))
    };
    narrowed(around(nside, zone), held)
}

/// The rings with cells that reach the latitudes.
fn rings_touched(nside: Nside, zone: &Zone) -> (u32, u32) {
    narrowed(around(nside, zone), |ring| reached(nside, zone, ring) != Some(false))
}

/// The rings that the latitudes reach, and one or two more on both sides.
fn around(nside: Nside, zone: &Zone) -> (u32, u32) {
    let n = f64::from(nside.get());
    let (south, north) = zone.heights();
    let first = ((2.0 - north) * n - 2.0).max(1.0) as u32;
    let last = ((2.0 - south) * n + 2.0) as u32;
    (first, last.min(4 * nside.get() - 1))
}

/// Without those at both ends that do not belong to it.
fn narrowed((mut first, mut last): (u32, u32), held: impl Fn(u32) -> bool) -> (u32, u32) {
    while first <= last && !held(first) {
        first += 1;
    }
    while first < last && !held(last) {
        last -= 1;
    }
    (first, last)
}

/// Whether the cells of a ring reach the zone's latitudes, where all of them or none do.
fn reached(nside: Nside, zone: &Zone, ring: u32) -> Option<bool> {
    let side = nside.get();
    // A ring has cells of one row of base cells, or of two.
    let mut states = (0..3u32).filter_map(|row| {
        let sum = ((row + 2) * side).checked_sub(ring + 1)?;
        (sum <= 2 * side - 2).then(|| zone.reaches(nside, row, sum))
    });
    let state = states.next();
    if states.all(|other| Some(other) == state) { state } else { None }
}

fn center_of(nside: Nside, cell: FaceIj) -> LonLat {
    point::cell::center(nside.get(), cell, AngleUnit::Radians)
}
