//! Cells to other numbers of the nested scheme, by shifts.

use super::super::INVALID_CELL;
use super::super::drive::{Kernel, Wide};
use super::super::simd::Lanes;
use super::cells::flag;
use crate::error::Result;
use crate::grid::{Depth, Scheme};

/// `N` numbers for each cell of a depth; for one that does not exist `to` may return anything.
#[derive(Clone, Copy)]
pub(in super::super) struct Convert<F> {
    pub(in super::super) depth: Depth,
    pub(in super::super) to: F,
}

impl<F: Fn(u64) -> [u64; N] + Copy + Send + Sync, const N: usize> Kernel<(&[u64], Wide<'_, u64, N>)> for Convert<F> {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), (cells, out): &mut (&[u64], Wide<'_, u64, N>), flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (cells, out) = (&cells[..n], &mut out.0[..N * n]);
        for k in 0..n {
            let numbers = (self.to)(cells[k]);
            for (slot, number) in numbers.into_iter().enumerate() {
                out[N * k + slot] = number;
            }
        }
        flag_missing(self.depth, cells, flags)
    }

    fn one(self, (cells, out): &mut (&[u64], Wide<'_, u64, N>), k: usize) -> Result<()> {
        let out = &mut out.0[N * k..N * k + N];
        out.fill(INVALID_CELL);
        self.depth.check(cells[k])?;
        out.copy_from_slice(&(self.to)(cells[k]));
        Ok(())
    }
}

/// The cells of a deeper depth, `down / 2` levels on, that cells are made of.
#[derive(Clone, Copy)]
pub(in super::super) struct Range {
    pub(in super::super) depth: Depth,
    pub(in super::super) down: u8,
}

type Ends<'a> = (&'a [u64], &'a mut [u64], &'a mut [u64]);

impl Kernel<Ends<'_>> for Range {
    type Work = ();

    #[inline(always)]
    fn block<I: Lanes>(self, (): &mut (), (cells, first, last): &mut Ends<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (cells, first, last) = (&cells[..n], &mut first[..n], &mut last[..n]);
        for k in 0..n {
            (first[k], last[k]) = (cells[k] << self.down, cells[k].wrapping_add(1) << self.down);
        }
        flag_missing(self.depth, cells, flags)
    }

    fn one(self, (cells, first, last): &mut Ends<'_>, k: usize) -> Result<()> {
        (first[k], last[k]) = (INVALID_CELL, INVALID_CELL);
        self.depth.check(cells[k])?;
        (first[k], last[k]) = (cells[k] << self.down, (cells[k] + 1) << self.down);
        Ok(())
    }
}

/// Flags the cells that do not exist, if there are any; these loops are as fast as memory, so flags are not written for
/// nothing.
#[inline(always)]
fn flag_missing(depth: Depth, cells: &[u64], flags: &mut [u32]) -> u32 {
    let limit = depth.n_cells();
    if cells.iter().fold(false, |any, cell| any | (*cell >= limit)) { flag(flags, |k| cells[k] >= limit) } else { 0 }
}
