//! Blocks in which a region is bounded by a few smooth surfaces: 64 parts are told at a time.
//!
//! A block of 8 by 8 cells is told by one look at its polynomials ([`Masks`]). Larger blocks are cut into at most 8 by 8
//! parts of 8, 64, 512 ... cells, told in the same way; parts that are not all inside or outside come next, with the
//! polynomials of the larger block as long as these are good enough. Single cells that are unsure are asked of the region.

use core::ops::ControlFlow;

use super::fit::{Fit, Nodes};
use super::masks::{Masks, nested};
use super::patch::Patch;
use super::walk::{About, Sink};
use crate::grid::{Depth, FaceIj, morton};
use crate::progress;
use crate::region::Relation;
use crate::region::local::{Local, MOST};
use crate::region::shape::{Frame, Scratch, Shape, Verdict};

/// Smallest side of a block in cells.
pub(super) const SMALLEST: f64 = 8.0;

/// Cells next to each other in nested order, at most 64: which are inside the region, and which it meets.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    pub(crate) depth: u8,
    /// Number of the first one, a multiple of 4.
    pub(crate) first: u64,
    pub(crate) full: u64,
    pub(crate) partial: u64,
}

/// A block to be told.
pub(super) struct Block<'w, S, K> {
    pub(super) region: &'w S,
    pub(super) frame: &'w Frame,
    pub(super) scratch: &'w mut Scratch,
    pub(super) sink: &'w mut K,
    pub(super) depth: Depth,
    pub(super) local: Local,
}

/// A square of cells in a base cell.
#[derive(Clone, Copy)]
struct Square {
    face: u8,
    i: u32,
    j: u32,
    size: u32,
}

impl Square {
    /// A part that begins so many cells further.
    #[inline(always)]
    fn part(self, i: u32, j: u32, size: u32) -> Self {
        Self { i: self.i + i, j: self.j + j, size, ..self }
    }
}

impl<S: Shape, K: Sink> Block<'_, S, K> {
    /// Tells all cells of a patch; none where it is not smooth enough for that.
    #[inline]
    pub(super) fn tell(self, patch: &Patch) -> Option<ControlFlow<()>> {
        self.fitted(patch, Self::told)
    }

    /// The same for at most 8 by 8 cells that begin anywhere.
    #[inline]
    pub(super) fn tell_window(self, patch: &Patch) -> Option<ControlFlow<()>> {
        self.fitted(patch, Self::window)
    }

    /// The same for at most 8 by 8 blocks of 8 by 8 cells, the first of which begins anywhere.
    #[inline]
    pub(super) fn tell_blocks(self, patch: &Patch) -> Option<ControlFlow<()>> {
        self.fitted(patch, Self::blocks)
    }

    #[inline(always)]
    fn fitted(
        mut self,
        patch: &Patch,
        tell: impl Fn(&mut Self, Square, &[Fit]) -> ControlFlow<()>,
    ) -> Option<ControlFlow<()>> {
        let square = Square { face: patch.face, i: patch.i.0 as u32, j: patch.j.0 as u32, size: patch.size() as u32 };
        let nodes = Nodes::of(patch, self.local.is_in_space())?;
        if let [surface] = self.local.surfaces() {
            let fit = nodes.fit(surface, 0);
            return fit.is_good(FIRST).then(|| tell(&mut self, square, &[fit]));
        }
        let mut fits = [Fit::NONE; MOST];
        let mut len = 0;
        for (slot, (surface, number)) in fits.iter_mut().zip(self.local.surfaces().iter().zip(0..)) {
            *slot = nodes.fit(surface, number);
            if !slot.is_good(FIRST) {
                return None;
            }
            len += 1;
        }
        let fits = fits.get(..len)?;
        Some(tell(&mut self, square, fits))
    }

    /// Tells the cells of a square, given its polynomials.
    fn told(&mut self, square: Square, fits: &[Fit]) -> ControlFlow<()> {
        progress::pause(progress::LOOK)?;
        if square.size == 8 {
            return self.cells(square, fits);
        }
        let levels = square.size.trailing_zeros();
        let part_levels = self.part_levels(levels, fits);
        let part = 1 << part_levels;
        let across = square.size >> part_levels;
        // Fewer than 8 across are a corner of 8 by 8.
        let enlarged = 8.0 / f64::from(across);
        let lattice =
            |fit: &Fit| if across == 8 { *fit } else { fit.moved((enlarged - 1.0, enlarged - 1.0), enlarged) };
        let within = if across == 8 { u64::MAX } else { (1u64 << (across * across)) - 1 };
        let (masks, settled) = self.masks(fits, lattice, Masks::of_cells);
        let (masks, settled) =
            (masks.nested(), settled.map(|cells| if fits.len() > 1 { nested(cells) } else { cells }));
        let depth = self.depth.get() - part_levels as u8;
        let first = self.first(square) >> (2 * part_levels);
        let mut full = masks.full & within;
        let mut open = !(masks.full | masks.clear) & within;
        while open != 0 {
            let at = open.trailing_zeros();
            let before = full & ((1 << at) - 1);
            if before != 0 {
                self.sink.take_group(&Group { depth, first, full: before, partial: 0 })?;
                full &= !before;
            }
            open &= open - 1;
            let (i, j) = morton::deinterleave(u64::from(at));
            let inner = square.part(i * part, j * part, part);
            let scale = 1.0 / f64::from(across);
            let middle = |k: u32| (2.0 * f64::from(k) + 1.0) * scale - 1.0;
            self.part(inner, fits, (middle(i), middle(j)), scale, |k| settled[k] >> at & 1 == 0)?;
        }
        if full == 0 {
            return ControlFlow::Continue(());
        }
        self.sink.take_group(&Group { depth, first, full, partial: 0 })
    }

    /// What parts to cut a square into, as powers of two: 8, 64, 512 ... cells wide. Where each of 8 cells would need a new
    /// polynomial, there are larger ones that are good enough: errors fall by 8 from one level to the next.
    #[inline(always)]
    fn part_levels(&self, levels: u32, fits: &[Fit]) -> u32 {
        if levels > 6 {
            return (levels - 1) / 3 * 3;
        }
        let size = f64::from(1u32 << levels);
        let excess = fits.iter().fold(0f64, |most, fit| most.max(fit.excess(KEPT, size)));
        let smaller = match excess {
            ..=1.0 => return 3,
            ..=8.0 => 1,
            _ => 2,
        };
        (levels - smaller).max(3)
    }

    /// Tells the cells of a square of up to 8 by 8 blocks that begins at any block.
    fn blocks(&mut self, square: Square, fits: &[Fit]) -> ControlFlow<()> {
        let across = square.size / 8;
        let enlarged = 8.0 / f64::from(across);
        let lattice = |fit: &Fit| fit.moved((enlarged - 1.0, enlarged - 1.0), enlarged);
        let (masks, settled) = self.masks(fits, lattice, Masks::of_cells);
        let mut touched = !masks.clear & corner(across);
        // In the order of their numbers.
        let mut order = [(0u64, 0u32); 64];
        let mut len = 0;
        while touched != 0 {
            let at = touched.trailing_zeros();
            touched &= touched - 1;
            if let Some(slot) = order.get_mut(len) {
                *slot = (self.first(square.part((at & 7) * 8, (at >> 3) * 8, 8)), at);
                len += 1;
            }
        }
        let order = order.get_mut(..len).unwrap_or_default();
        order.sort_unstable();
        let scale = 1.0 / f64::from(across);
        for (_, at) in order.iter() {
            let (i, j) = (at & 7, at >> 3);
            let inner = square.part(i * 8, j * 8, 8);
            if masks.full >> at & 1 == 1 {
                self.take(inner, Masks { full: u64::MAX, clear: 0, partial: 0 })?;
                continue;
            }
            let middle = |k: u32| (2.0 * f64::from(k) + 1.0) * scale - 1.0;
            self.part(inner, fits, (middle(i), middle(j)), scale, |k| settled[k] >> at & 1 == 0)?;
        }
        ControlFlow::Continue(())
    }

    /// A part of a square, with those surfaces that are not settled there.
    #[inline(always)]
    fn part(
        &mut self,
        square: Square,
        fits: &[Fit],
        middle: (f64, f64),
        scale: f64,
        wanted: impl Fn(usize) -> bool,
    ) -> ControlFlow<()> {
        let mut nodes = None;
        if let [fit] = fits {
            let fit = self.refined(square, &mut nodes, fit.moved(middle, scale));
            return self.told(square, &[fit]);
        }
        let mut parts = [Fit::NONE; MOST];
        let mut len = 0;
        for (_, fit) in fits.iter().enumerate().filter(|(k, _)| wanted(*k)) {
            if let Some(slot) = parts.get_mut(len) {
                *slot = self.refined(square, &mut nodes, fit.moved(middle, scale));
                len += 1;
            }
        }
        self.told(square, parts.get(..len).unwrap_or_default())
    }

    /// The polynomial, or where it is not good enough any more a new one.
    #[inline(always)]
    fn refined(&self, square: Square, nodes: &mut Option<Nodes>, fit: Fit) -> Fit {
        if fit.is_good(KEPT) { fit } else { self.again(square, nodes, fit) }
    }

    fn again(&self, square: Square, nodes: &mut Option<Nodes>, fit: Fit) -> Fit {
        if nodes.is_none() {
            let Square { face, i, j, size } = square;
            let patch = Patch::plain(self.depth.nside().get(), FaceIj::trusted(face, i, j), size);
            *nodes = Nodes::of(&patch, true);
        }
        let surface = self.local.surfaces().get(usize::from(fit.surface));
        match (nodes, surface) {
            (Some(nodes), Some(surface)) => nodes.fit(surface, fit.surface),
            _ => fit,
        }
    }

    /// What the surfaces make together; and where each of them leaves nothing to tell.
    #[inline(always)]
    fn masks(&self, fits: &[Fit], lattice: impl Fn(&Fit) -> Fit, of: impl Fn(&Fit) -> Masks) -> (Masks, [u64; MOST]) {
        let mut settled = [0; MOST];
        if let [fit] = fits {
            return (of(&lattice(fit)), settled);
        }
        // A union is what is not in the intersection of what is outside.
        let turned = |masks: Masks| if self.local.any { masks.inverted() } else { masks };
        let mut all = Masks { full: u64::MAX, clear: 0, partial: 0 };
        for (fit, settled) in fits.iter().zip(&mut settled) {
            let one = turned(of(&lattice(fit)));
            *settled = one.full;
            all = all.and(one);
        }
        (turned(all), settled)
    }

    /// The 64 cells of a square.
    fn cells(&mut self, square: Square, fits: &[Fit]) -> ControlFlow<()> {
        let masks = self.asked_for(square, 1, fits);
        self.take(square, masks)
    }

    /// The cells of a square of up to 8 by 8 that begins anywhere: they are parts of up to four groups.
    fn window(&mut self, square: Square, fits: &[Fit]) -> ControlFlow<()> {
        // A corner of 8 by 8 cells; or with few cells, these in finer parts, which leave less unsure.
        let fine = if self.sink.centers() { 1 } else { (8 / square.size.next_power_of_two()).max(1) };
        let enlarged = f64::from(8 / fine) / f64::from(square.size);
        let lattice = |fit: &Fit| fit.moved((enlarged - 1.0, enlarged - 1.0), enlarged);
        let masks = if let [fit] = fits {
            self.asked_for(square, fine, &[lattice(fit)])
        } else {
            let mut enlarged = [Fit::NONE; MOST];
            enlarged.iter_mut().zip(fits).for_each(|(slot, fit)| *slot = lattice(fit));
            self.asked_for(square, fine, enlarged.get(..fits.len()).unwrap_or_default())
        };
        let (a, b) = (square.i & 7, square.j & 7);
        let group = |di, dj| Square { i: square.i - a + di, j: square.j - b + dj, ..square };
        if a + square.size <= 8 && b + square.size <= 8 {
            let part = |cells: u64| cells << (8 * b + a);
            return self.take(group(0, 0), Masks { full: part(masks.full), clear: 0, partial: part(masks.partial) });
        }
        let numbered = |di, dj| (self.first(group(di, dj)), group(di, dj));
        let mut groups = [numbered(0, 0), numbered(8, 0), numbered(0, 8), numbered(8, 8)];
        groups.sort_unstable_by_key(|(first, _)| *first);
        for (_, group) in groups {
            let part = |cells: u64| {
                let along_i =
                    if group.i <= square.i { cells << a & columns(a, 8) } else { cells >> (8 - a) & columns(0, a) };
                if group.j <= square.j { along_i << (8 * b) } else { (along_i >> 1) >> (63 - 8 * b) }
            };
            self.take(group, Masks { full: part(masks.full), clear: 0, partial: part(masks.partial) })?;
        }
        ControlFlow::Continue(())
    }

    /// Hands over the cells of an aligned square.
    #[inline(always)]
    fn take(&mut self, square: Square, masks: Masks) -> ControlFlow<()> {
        if masks.full | masks.partial == 0 {
            return ControlFlow::Continue(());
        }
        let (full, partial) = (nested(masks.full), nested(masks.partial));
        self.sink.take_group(&Group { depth: self.depth.get(), first: self.first(square), full, partial })
    }

    /// The at most 64 cells of a square, none of them unsure. Its polynomials are those of 8 by 8 parts of
    /// cells, `fine` of them along a side of a cell.
    #[inline]
    fn asked_for(&mut self, square: Square, fine: u32, fits: &[Fit]) -> Masks {
        let centers = self.sink.centers();
        if fits.len() > 1 && !centers {
            // Where several surfaces meet, the region may know better.
            let Square { face, i, j, size } = square;
            let patch = Patch::of_cell(self.depth.nside().get(), FaceIj::trusted(face, i, j), size);
            if let Some((partial, full)) = self.region.cells(&patch, self.frame, self.scratch) {
                return Masks { full, clear: 0, partial };
            }
        }
        let of = if centers { Masks::of_centers } else { Masks::of_cells };
        let mut masks = self.masks(fits, |fit| *fit, of).0;
        if fine > 1 {
            masks = masks.of_parts(fine);
        }
        // Smaller squares are a corner of 8 by 8.
        let within = corner(square.size);
        (masks.full, masks.partial) = (masks.full & within, masks.partial & within);
        let mut unsure = masks.unsure() & within;
        while unsure != 0 {
            let at = unsure.trailing_zeros();
            unsure &= unsure - 1;
            let (i, j) = (at & 7, at >> 3);
            if !centers {
                let scale = 0.125 * f64::from(fine);
                let middle = |k: u32| (2.0 * f64::from(k) + 1.0) * scale - 1.0;
                let one = |fit: &Fit| fit.moved((middle(i), middle(j)), scale);
                let told = self.masks(fits, one, Masks::of_one).0;
                masks.full |= (told.full & 1) << at;
                masks.partial |= (told.partial & 1) << at;
                if told.unsure() & 1 == 0 {
                    continue;
                }
                if fits.len() > 1 {
                    // Where borders meet, points of the cell may tell that it is partly inside.
                    let points = self.masks(fits, one, Masks::of_centers).0;
                    if points.full != 0 && points.clear != 0 {
                        masks.partial |= 1 << at;
                        continue;
                    }
                }
            }
            match self.asked(FaceIj::trusted(square.face, square.i + i, square.j + j), centers) {
                Relation::Disjoint => {}
                Relation::Partial => masks.partial |= 1 << at,
                Relation::Full => masks.full |= 1 << at,
            }
        }
        masks
    }

    /// One cell by itself; where centres are wanted, its centre.
    #[cold]
    fn asked(&mut self, cell: FaceIj, centers: bool) -> Relation {
        let nside = self.depth.nside().get();
        let patch =
            if self.region.needs_corners() { Patch::of_cell(nside, cell, 1) } else { Patch::plain(nside, cell, 1) };
        let mark = self.scratch.mark();
        let (verdict, frame) = self.region.look(&patch, self.frame, self.scratch);
        let mut relation = match verdict {
            Verdict::Unsure => self.region.settle(&patch, &frame, self.scratch),
            told => told.decided(),
        };
        if centers && relation == Relation::Partial {
            let about = &mut About { region: self.region, frame: &frame, scratch: self.scratch };
            let inside = super::sets::center_inside(&patch, about);
            relation = if inside { Relation::Full } else { Relation::Disjoint };
        }
        self.scratch.cut(mark);
        relation
    }

    /// Number of its first cell.
    #[inline(always)]
    fn first(&self, square: Square) -> u64 {
        u64::from(square.face) << (2 * self.depth.get()) | morton::interleave(square.i, square.j)
    }
}

/// The first columns of the first rows.
fn corner(size: u32) -> u64 {
    columns(0, size) & u64::MAX >> (64 - 8 * size)
}

/// The bits of some columns.
fn columns(from: u32, to: u32) -> u64 {
    0x0101_0101_0101_0101 * ((1 << to) - (1 << from))
}

/// How wrong a polynomial may be, in eighths of its block, for the block to be told by it; and to be kept for a part of it.
const FIRST: f64 = 1.0 / 8.0;
const KEPT: f64 = 1.0 / 32.0;

#[cfg(test)]
#[path = "block_tests.rs"]
mod tests;
