//! Coverages whose cells were kept elsewhere: in a file, a database, another process.

use alloc::vec::Vec;

use super::cell::{CoverageCell, push_compact};
use crate::batch::run::run;
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::room::{reserve, reserved};

/// The cells of a coverage, if they can be one's: sorted by position, none in another, none deeper than it.
pub(super) fn of_one(depth: Depth, cells: &[CoverageCell]) -> Result<Vec<CoverageCell>> {
    let mut taken = Taken { depth, end: 0 };
    run(cells.len(), |k| taken.next(cells[k]))?;
    let mut kept = reserved(cells.len())?;
    normal(cells, &mut kept)?;
    Ok(kept)
}

/// The same of many, each in its stretch of the list, and where each begins then.
pub(super) fn of_many(depth: Depth, cells: &[CoverageCell], offsets: &[u64]) -> Result<(Vec<u64>, Vec<CoverageCell>)> {
    fit(offsets, cells.len())?;
    let mut taken = Taken { depth, end: 0 };
    let mut starts = offsets.iter().peekable();
    run(cells.len(), |k| {
        while starts.next_if(|start| **start <= k as u64).is_some() {
            taken.end = 0;
        }
        taken.next(cells[k])
    })?;
    let (mut begins, mut kept, mut one) = (reserved(offsets.len())?, reserved(cells.len())?, Vec::new());
    begins.push(0);
    for pair in offsets.windows(2) {
        one.clear();
        normal(&cells[pair[0] as usize..pair[1] as usize], &mut one)?;
        kept.extend_from_slice(&one);
        begins.push(kept.len() as u64);
    }
    Ok((begins, kept))
}

/// What was seen of a coverage so far.
struct Taken {
    depth: Depth,
    /// Where its cells end, at depth 29.
    end: u64,
}

impl Taken {
    /// That a cell may follow.
    fn next(&mut self, cell: CoverageCell) -> Result<()> {
        let exists = cell.cell()?;
        if exists.depth() > self.depth {
            return Err(Error::DepthOrder { depth: self.depth.get(), target: cell.depth, deeper: false });
        }
        let (start, end) = cell.range29();
        if start < self.end {
            return Err(Error::CellOrder { index: cell.index, depth: cell.depth });
        }
        self.end = end;
        Ok(())
    }
}

/// The cells of one coverage as it keeps them: four full siblings as their parent, flags 0 and 1 only.
fn normal(cells: &[CoverageCell], kept: &mut Vec<CoverageCell>) -> Result<()> {
    reserve(kept, cells.len())?;
    for cell in cells {
        push_compact(kept, CoverageCell { full: u8::from(cell.is_full()), ..*cell })?;
    }
    Ok(())
}

/// That offsets cut a list of `n` cells into stretches, one behind the other and nothing left over.
fn fit(offsets: &[u64], n: usize) -> Result<()> {
    let last = match (offsets.len(), n) {
        (0, _) => return Err(Error::Length { what: "offsets", expected: 1, got: 0 }),
        (1, 1..) => return Err(Error::Length { what: "cells", expected: 0, got: n }),
        (len, _) => len - 1,
    };
    let (mut before, n) = (0, n as u64);
    run(offsets.len(), |k| {
        let (min, max) = match k {
            _ if k == last => (n, n),
            0 => (0, 0),
            _ => (before, n),
        };
        let value = offsets[k];
        before = value.clamp(before, n);
        if (min..=max).contains(&value) { Ok(()) } else { Err(Error::CellOffset { value, min, max }) }
    })
}

#[cfg(test)]
#[path = "stored_tests.rs"]
mod tests;
