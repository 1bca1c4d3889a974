//! Rings and discs of neighbours.

use alloc::vec::Vec;

use crate::error::{Error, Result};
use crate::grid::{Direction, FaceIj, Scheme};
use crate::room::{reserve, reserved};

/// The largest number of steps from a cell to a ring of neighbours: a disc of that size has four
/// million cells.
pub(crate) const MAX_STEPS: u32 = 1024;

/// The cells that are `k` steps from a cell and no fewer, a step leading to any of the up to eight
/// neighbours; sorted.
pub(crate) fn neighbor_ring<S: Scheme>(scheme: S, cell: FaceIj, k: u32) -> Result<Vec<u64>> {
    let rings = Rings::up_to(scheme, cell, k)?;
    encoded(scheme, rings.last.iter())
}

/// The cells that are at most `k` steps from a cell, itself included; sorted.
pub(crate) fn neighbor_disc<S: Scheme>(scheme: S, cell: FaceIj, k: u32) -> Result<Vec<u64>> {
    let mut disc: Vec<FaceIj> = Vec::new();
    if let Some(square) = inner_square(scheme.side(), cell, k)? {
        disc = square;
    } else {
        Rings::walk(scheme, cell, k, |ring| {
            reserve(&mut disc, ring.len())?;
            disc.extend_from_slice(ring);
            Ok(())
        })?;
    }
    encoded(scheme, disc.iter())
}

fn encoded<'a, S: Scheme>(scheme: S, cells: impl ExactSizeIterator<Item = &'a FaceIj>) -> Result<Vec<u64>> {
    let mut out = reserved(cells.len())?;
    out.extend(cells.map(|c| scheme.encode(*c)));
    out.sort_unstable();
    Ok(out)
}

fn check(k: u32) -> Result<()> {
    if k <= MAX_STEPS { Ok(()) } else { Err(Error::Steps { k, min: 0, max: MAX_STEPS }) }
}

/// The square of cells around a cell, where it lies in one base cell: there no search is needed.
fn inner_square(nside: u32, cell: FaceIj, k: u32) -> Result<Option<Vec<FaceIj>>> {
    check(k)?;
    if !in_one_base_cell(nside, cell, k) {
        return Ok(None);
    }
    let side = 2 * k as usize + 1;
    let mut out = reserved(side * side)?;
    for j in cell.j - k..=cell.j + k {
        out.extend((cell.i - k..=cell.i + k).map(|i| FaceIj { face: cell.face, i, j }));
    }
    Ok(Some(out))
}

/// The border of [`inner_square`].
fn inner_ring(nside: u32, cell: FaceIj, k: u32) -> Result<Option<Vec<FaceIj>>> {
    check(k)?;
    if !in_one_base_cell(nside, cell, k) {
        return Ok(None);
    }
    let mut out = reserved(8 * k as usize + 1)?;
    let (west, east) = (cell.i - k, cell.i + k);
    for j in cell.j - k..=cell.j + k {
        let step = if j.abs_diff(cell.j) == k { 1 } else { (east - west).max(1) as usize };
        out.extend((west..=east).step_by(step).map(|i| FaceIj { face: cell.face, i, j }));
    }
    Ok(Some(out))
}

fn in_one_base_cell(nside: u32, cell: FaceIj, k: u32) -> bool {
    let inside = |v: u32| v >= k && u64::from(v) + u64::from(k) < u64::from(nside);
    inside(cell.i) && inside(cell.j)
}

/// Breadth-first search: each ring is what the neighbours of the ring before add.
struct Rings {
    last: Vec<FaceIj>,
}

impl Rings {
    fn up_to<S: Scheme>(scheme: S, cell: FaceIj, k: u32) -> Result<Self> {
        if let Some(last) = inner_ring(scheme.side(), cell, k)? {
            return Ok(Self { last });
        }
        let mut rings = Self { last: Vec::new() };
        let mut seen = 0;
        Self::walk(scheme, cell, k, |ring| {
            if seen == k {
                rings.last = ring.to_vec();
            }
            seen += 1;
            Ok(())
        })?;
        Ok(rings)
    }

    /// Hands each ring from 0 to `k` on, sorted; stops early where the sphere is full.
    fn walk<S: Scheme>(scheme: S, cell: FaceIj, k: u32, mut visit: impl FnMut(&[FaceIj]) -> Result<()>) -> Result<()> {
        check(k)?;
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
}
