//! The cells of a block that short edges meet, drawn as straight lines on the plane of a base cell.
//!
//! With `i` and `j` from 0 to 1 in the base cell, an edge is nearly straight: over an arc of length L a function
//! strays from its chord by at most max|f''| L²/8. For a point that moves with speed 1 along a great circle, at latitude φ,
//! heading α from east, longitude λ: z'' = -z, λ'' = 2 tan φ / cos φ · sin α cos α. With the projection
//!
//! * equatorial zone, `± 2/π λ + 3/4 z`: 2/π |z| / (1 - z²) + 3/4 |z| <= 1.264 for |z| <= 2/3; that is 0.158 L²;
//! * caps, with the distance θ from the pole, `σ f`, σ = √6 sin(θ/2) and f in quarter turns, 0 to 1:
//!   |σ'' f| <= √6/2 / sin θ, |2 σ' f'| <= √6/π / sin θ, |σ f''| <= 1.342 · 2/π / sin θ; together 2.86 / sin θ, and
//!   0.358 L² / sin θ, with the smallest θ of the arc.
//!
//! For chords up to 1/4, L² is at most 1.006 times that of the chord. The formulas hold beyond the sides of the base cell as
//! far as the block is concerned, but not across the border of the caps: edges that may be there, or do not have both
//! ends in the base cell, are not drawn, and the block is divided as others are.
//!
//! A line is drawn twice, with that much to spare on either side: cells that it may meet, and cells that it meets for certain.
//! Between the two the exact tests decide. What is left are cells without an edge; those side by side are on the same side of
//! the border, so one point tells of all.

use super::Polygon;
use super::edge::{Ball, Edge};
use super::orient;
use crate::coverage::{Patch, ROUNDING};
use crate::grid::{BaseCell, FaceIj};
use crate::projection::vectors_at;
use crate::region::anchor::Anchor;
use crate::region::shape::Frame;
use crate::sphere::{Vec3, trig};

/// Arcs that stray from a line by more than this part of a cell are halved, twice at most. Edges that this would not be enough
/// for have blocks in which they are the only one, and are left to polynomials.
const FINE: f64 = 0.03;
const COARSE: f64 = 16.0 * FINE;
const MOST_HALVINGS: u32 = 2;

/// Cells of a block, bit `8 j + i`.
#[derive(Debug, Default, Clone, Copy)]
struct Drawn {
    certain: u64,
    possible: u64,
}

/// A line in a block, in cells from its southern corner.
#[derive(Debug, Clone, Copy)]
struct Line {
    from: (f64, f64),
    to: (f64, f64),
    /// How far the edge may be from it.
    off: f64,
}

impl Polygon {
    /// See the trait.
    pub(super) fn cells_of(&self, patch: &Patch, frame: &Frame, list: &[u32]) -> Option<(u64, u64)> {
        let cell = Ball::of(patch);
        let mut drawn = Drawn::default();
        for number in list {
            let mut all = true;
            self.tree.descend(*number, |number, ball| {
                let near = all && ball.meets(&cell);
                if let Some(edge) = self.edges.get(number as usize).filter(|edge| near && edge.is_near(&cell)) {
                    all = Arc::of(edge).draw(patch, &cell, 0, &mut drawn).is_some();
                }
                near && all
            });
            if !all {
                return None;
            }
        }
        let within = corner(patch.size() as u32);
        drawn = Drawn { certain: drawn.certain & within, possible: drawn.possible & within };
        let mut met = drawn.certain;
        for k in bits(drawn.possible & !drawn.certain) {
            let (i, j) = (patch.i.0 as u32 + (k & 7), patch.j.0 as u32 + (k >> 3));
            let cell = Patch::of_cell(patch.nside as u32, FaceIj::trusted(patch.face, i, j), 1);
            if self.any_meets(&cell, list) {
                met |= 1 << k;
            }
        }
        Some((met, self.filled(patch, frame, list, within & !met)))
    }

    /// Those of the cells without an edge that are inside.
    fn filled(&self, patch: &Patch, frame: &Frame, list: &[u32], free: u64) -> u64 {
        let (mut left, mut full) = (free, 0);
        while left != 0 {
            let k = left.trailing_zeros();
            let area = area_around(1 << k, free);
            left &= !area;
            let middle = (f64::from(k & 7) + 0.5, f64::from(k >> 3) + 0.5);
            let at = ([patch.i.0 + middle.0], [patch.j.0 + middle.1]);
            let [center] = vectors_at(patch.nside, patch.inverse, BaseCell::trusted(patch.face), at);
            if self.is_inside(frame.at, frame.inside, orient::snap(center), list.iter().copied()) {
                full |= area;
            }
        }
        full
    }
}

/// A part of an edge.
#[derive(Clone, Copy)]
struct Arc {
    from: (Vec3, Anchor),
    to: (Vec3, Anchor),
}

impl Arc {
    fn of(edge: &Edge) -> Self {
        Self { from: (edge.a, edge.start), to: (edge.b, edge.end) }
    }

    /// Draws what of it may be in a block; none where it is too far from straight there, or leaves the base cell.
    fn draw(self, patch: &Patch, cell: &Ball, halvings: u32, drawn: &mut Drawn) -> Option<()> {
        let ((a, from), (b, to)) = (self.from, self.to);
        let chord2 = (b - a).norm2();
        if halvings > 0 && !Ball::new((a + b) * 0.5, 0.5 * trig::sqrt(chord2) + 2.0 * ROUNDING).meets(cell) {
            return Some(());
        }
        let ends = from.in_base_cell(patch.face).zip(to.in_base_cell(patch.face));
        // What rounding does to coordinates of up to nside cells, and what the ends are good to.
        let off = stray(a, b, chord2).map_or(f64::MAX, |stray| (stray + 8.0 * ROUNDING) * patch.nside);
        match ends {
            Some(ends) if off < FINE || (off < COARSE && halvings == MOST_HALVINGS) => {
                let place = |(i, j): (f64, f64)| (i * patch.nside - patch.i.0, j * patch.nside - patch.j.0);
                Line { from: place(ends.0), to: place(ends.1), off }.draw(drawn);
                Some(())
            }
            _ if halvings == MOST_HALVINGS || off >= COARSE => None,
            _ => {
                let middle = (a + b).unit();
                let middle = (middle, Anchor::of(middle));
                Self { from: self.from, to: middle }.draw(patch, cell, halvings + 1, drawn)?;
                Self { from: middle, to: self.to }.draw(patch, cell, halvings + 1, drawn)
            }
        }
    }
}

/// How far an arc may stray from a straight line on the plane, in sides of a base cell.
#[inline]
fn stray(a: Vec3, b: Vec3, chord2: f64) -> Option<f64> {
    const CAP: f64 = 2.0 / 3.0;
    if chord2 > 0.06 {
        return None;
    }
    let (low, high) = (a.z.abs().min(b.z.abs()), a.z.abs().max(b.z.abs()));
    // An arc rises above its ends by less than L²/8.
    if high + chord2 * (1.0 / 7.0) <= CAP {
        return Some(0.16 * chord2);
    }
    let across = |p: Vec3| trig::sqrt(p.x * p.x + p.y * p.y);
    // Nowhere nearer to the pole than its ends by more than half of it.
    let nearest = across(a).min(across(b)) - 0.51 * trig::sqrt(chord2);
    let in_cap = low >= CAP && a.z * b.z > 0.0;
    (in_cap && nearest > 0.0).then(|| 0.37 * chord2 / nearest)
}

impl Line {
    /// Draws it, column by column of constant j.
    #[inline]
    fn draw(&self, drawn: &mut Drawn) {
        let Self { off, .. } = *self;
        let ((y0, x0), (y1, x1)) = if self.from.1 <= self.to.1 { (self.from, self.to) } else { (self.to, self.from) };
        let (low, high) = (y0.min(y1), y0.max(y1));
        if high + off < 0.0 || low - off > 8.0 || x1 + off < 0.0 || x0 - off > 8.0 {
            return;
        }
        // Finite where it is used.
        let upright = x1 - x0 < 1e-200;
        let slope = (y1 - y0) / (x1 - x0);
        // The line between two values of x.
        let rows = |from: f64, to: f64| {
            if upright {
                return (low, high);
            }
            let (a, b) = (y0 + (from - x0) * slope, y0 + (to - x0) * slope);
            (a.min(b).clamp(low, high), a.max(b).clamp(low, high))
        };
        for column in whole(x0 - off)..=whole(x1 + off).min(7) {
            let Ok(column) = u32::try_from(column) else { continue };
            let x = f64::from(column);
            let (bottom, top) = rows((x - off).max(x0), (x + 1.0 + off).min(x1));
            drawn.possible |= span(whole(bottom - off), whole(top + off)) << (8 * column);
            let (from, to) = ((x + off).max(x0), (x + 1.0 - off).min(x1));
            if from <= to {
                let (bottom, top) = rows(from, to);
                drawn.certain |= span(whole(bottom + off), whole(top - off)) << (8 * column);
            }
        }
    }
}

/// The cells of a block of so many by so many, at most 8.
fn corner(size: u32) -> u64 {
    let row = (1u64 << size.min(8)) - 1;
    (0..size.min(8)).fold(0, |mask, j| mask | row << (8 * j))
}

/// Rounded down, and no further than is asked of a block.
#[inline(always)]
fn whole(x: f64) -> i32 {
    (x.clamp(-1.0, 8.0) + 1.0) as i32 - 1
}

/// Bits from one to another, of those from 0 to 7.
#[inline(always)]
fn span(first: i32, last: i32) -> u64 {
    let (first, last) = (first.max(0) as u32, last.min(7));
    if last < first as i32 { 0 } else { (2u64 << last) - (1 << first) }
}

/// The numbers of the bits of a mask.
fn bits(mut mask: u64) -> impl Iterator<Item = u32> {
    core::iter::from_fn(move || {
        let bit = (mask != 0).then(|| mask.trailing_zeros());
        mask &= mask.wrapping_sub(1);
        bit
    })
}

/// All cells that can be reached from one over sides of free cells.
fn area_around(start: u64, free: u64) -> u64 {
    const WEST: u64 = 0x0101_0101_0101_0101;
    let mut area = start;
    loop {
        let beside = (area & !(WEST << 7)) << 1 | (area & !WEST) >> 1;
        let more = (area | beside | area << 8 | area >> 8) & free;
        if more == area {
            return area;
        }
        area = more;
    }
}

#[cfg(test)]
#[path = "raster_tests.rs"]
mod tests;
