//! Rings and discs of neighbours: squares of cells, laid flat around one corner of a base cell at most, or found step by step.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::error::{Error, Result};
use crate::grid::{Direction, FaceIj, Interval, Rectangle, Scheme};
use crate::room::{reserve, reserved};

/// The largest number of steps from a cell to a ring of neighbours: a disc of that size has four
/// million cells.
pub(crate) const MAX_STEPS: u32 = 1024;

/// The cells that are `k` steps from a cell and no fewer, a step leading to any of the up to eight
/// neighbours; sorted.
pub(crate) fn neighbor_ring<S: Scheme>(scheme: S, cell: FaceIj, k: u32) -> Result<Vec<u64>> {
    let sheet = Sheet { nside: scheme.side(), cell };
    if !sheet.is_flat(k)? {
        let mut last = Vec::new();
        let mut seen = 0;
        walk(scheme, cell, k, |ring| {
            if seen == k {
                reserve(&mut last, ring.len())?;
                last.extend_from_slice(ring);
            }
            seen += 1;
            Ok(())
        })?;
        return encoded(scheme, &last);
    }
    let (disc, gap) = sheet.disc(k);
    if gap {
        return Ok(without(neighbor_disc(scheme, cell, k)?, &neighbor_disc(scheme, cell, k - 1)?));
    }
    let mut out = reserved(8 * k as usize + 1)?;
    match disc {
        [Some(whole), None, ..] => scheme.list_border(whole, &mut out),
        _ => sheet.ring(k, |row| scheme.list_border(row, &mut out)),
    }
    in_order(&mut out);
    Ok(out)
}

/// The cells that are at most `k` steps from a cell, itself included; sorted.
pub(crate) fn neighbor_disc<S: Scheme>(scheme: S, cell: FaceIj, k: u32) -> Result<Vec<u64>> {
    let sheet = Sheet { nside: scheme.side(), cell };
    if !sheet.is_flat(k)? {
        let mut disc: Vec<FaceIj> = Vec::new();
        walk(scheme, cell, k, |ring| {
            reserve(&mut disc, ring.len())?;
            disc.extend_from_slice(ring);
            Ok(())
        })?;
        return encoded(scheme, &disc);
    }
    let (mut pieces, _) = sheet.disc(k);
    pieces.sort_unstable_by_key(|piece| piece.map(|piece| piece.face));
    let side = 2 * k as usize + 1;
    let mut out = reserved(side * side)?;
    pieces.into_iter().flatten().for_each(|piece| scheme.list(piece, &mut out));
    in_order(&mut out);
    Ok(out)
}

/// Sorts what is mostly sorted already: nested numbers of pieces in several base cells.
fn in_order(cells: &mut [u64]) {
    if !cells.is_sorted() {
        cells.sort_unstable();
    }
}

/// The elements of a sorted list that are not in another, all of whose elements it has.
fn without(mut cells: Vec<u64>, others: &[u64]) -> Vec<u64> {
    let mut others = others.iter().peekable();
    cells.retain(|cell| others.next_if_eq(&cell).is_none());
    cells
}

fn encoded<S: Scheme>(scheme: S, cells: &[FaceIj]) -> Result<Vec<u64>> {
    let mut out = reserved(cells.len())?;
    out.extend(cells.iter().map(|c| scheme.encode(*c)));
    out.sort_unstable();
    Ok(out)
}

/// The surroundings of a cell laid flat, in the coordinates of its base cell.
#[derive(Clone, Copy)]
struct Sheet {
    nside: u32,
    cell: FaceIj,
}

/// From the first to the last.
type Span = (i64, i64);

impl Sheet {
    /// Whether the cells up to `k` steps away are around one corner of the base cell at most.
    fn is_flat(self, k: u32) -> Result<bool> {
        if k > MAX_STEPS {
            return Err(Error::Steps { k, min: 0, max: MAX_STEPS });
        }
        Ok(k == 0 || 2 * k < self.nside)
    }

    /// The cells at most `k` steps away as up to five rectangles, no two of which have a cell in common; and whether one is missing,
    /// because three base cells meet in the corner.
    fn disc(self, k: u32) -> ([Option<Rectangle>; 5], bool) {
        let k = i64::from(k);
        let FaceIj { i, j, .. } = self.cell;
        let (i, j) = (i64::from(i), i64::from(j));
        let mut pieces = [None; 5];
        let mut n = 0;
        let mut gap = false;
        for j in self.parts((j - k, j + k)).into_iter().flatten() {
            for i in self.parts((i - k, i + k)).into_iter().flatten() {
                pieces[n] = self.rectangle(i, j);
                gap |= pieces[n].is_none();
                n += usize::from(pieces[n].is_some());
            }
        }
        if gap {
            pieces[n] = self.around_corner(k);
        }
        (pieces, gap)
    }

    /// Where three base cells meet, A (the cell's own), B and C, there are two ways from A to B: straight on, and by C. With `a` and `b` cells
    /// between the cell and the borders to B and to C, the one that is `c` cells behind the border of B and `d` beside that of B and C is
    /// max(a + 1 + c, |b - d|) steps away by the first, and by the second, turned into the missing quarter, max(a + 1 + d, b + 1 + c):
    /// less for some cells if b < a. Those that only the second way leads to.
    fn around_corner(self, k: i64) -> Option<Rectangle> {
        let last = i64::from(self.nside) - 1;
        let at = [self.cell.i, self.cell.j].map(i64::from);
        // Beyond the last coordinate, or before the first?
        let beyond = at.map(|v| v + k > last);
        let [a, b] = [0, 1].map(|axis| if beyond[axis] { last - at[axis] } else { at[axis] });
        let behind = |axis: usize, span: Span| {
            if beyond[axis] { (last + 1 + span.0, last + 1 + span.1) } else { (-1 - span.1, -1 - span.0) }
        };
        let beside = |axis: usize, span: Span| if beyond[axis] { (last - span.1, last - span.0) } else { span };
        let (near, far) = (a.min(b), a.max(b));
        let (c, d) = ((k - far, k - 1 - near), (0, k - 1 - far));
        match a.cmp(&b) {
            Ordering::Greater => self.rectangle(behind(0, c), beside(1, d)),
            Ordering::Less => self.rectangle(beside(0, d), behind(1, c)),
            Ordering::Equal => None,
        }
    }

    /// The border of the square of cells at most `k` steps away, where it has no gap: row by row, each in one base cell.
    fn ring(self, k: u32, mut row: impl FnMut(Rectangle)) {
        let k = i64::from(k);
        let (i, j) = (i64::from(self.cell.i), i64::from(self.cell.j));
        for i in self.parts((i - k, i + k)).into_iter().flatten() {
            [j - k, j + k].into_iter().filter_map(|j| self.rectangle(i, (j, j))).for_each(&mut row);
        }
        for j in self.parts((j - k + 1, j + k - 1)).into_iter().flatten() {
            [i - k, i + k].into_iter().filter_map(|i| self.rectangle((i, i), j)).for_each(&mut row);
        }
    }

    /// Coordinates in this base cell, and those beyond its border.
    fn parts(self, (first, last): Span) -> [Option<Span>; 2] {
        let n = i64::from(self.nside);
        match () {
            () if first < 0 && last >= 0 => [Some((first, -1)), Some((0, last))],
            () if first < n && last >= n => [Some((first, n - 1)), Some((n, last))],
            () => [Some((first, last)), None],
        }
    }

    /// The cells with these coordinates, all in one base cell; none beyond a corner where only three meet.
    fn rectangle(self, i: Span, j: Span) -> Option<Rectangle> {
        let at = |i: i64, j: i64| self.cell.moved(self.nside, i - i64::from(self.cell.i), j - i64::from(self.cell.j));
        let (a, b) = (at(i.0, j.0)?, at(i.1, j.1)?);
        let between = |a: u32, b: u32| Interval { first: a.min(b), last: a.max(b) };
        Some(Rectangle { face: a.face, i: between(a.i, b.i), j: between(a.j, b.j) })
    }
}

/// Breadth-first search: each ring is what the neighbours of the ring before add. Hands each ring from 0 to `k` on, sorted;
/// stops early where the sphere is full.
fn walk<S: Scheme>(scheme: S, cell: FaceIj, k: u32, mut visit: impl FnMut(&[FaceIj]) -> Result<()>) -> Result<()> {
    let nside = scheme.side();
    let mut before: Vec<FaceIj> = Vec::new();
    let mut here = Vec::from([cell]);
    visit(&here)?;
    for _ in 0..k {
        let mut next: Vec<FaceIj> = reserved(here.len() * 3 + 8)?;
        for c in &here {
            for direction in Direction::ALL {
                let Some(found) = c.neighbor(nside, direction) else { continue };
                if before.binary_search(&found).is_err() && here.binary_search(&found).is_err() {
                    next.push(found);
                }
            }
        }
        next.sort_unstable();
        next.dedup();
        visit(&next)?;
        if next.is_empty() {
            break;
        }
        before = here;
        here = next;
    }
    Ok(())
}
