//! From one numbering to the other.

use super::super::INVALID_CELL;
use super::super::drive::Kernel;
use super::super::run::put;
use super::super::simd::Lanes;
use super::cells::FaceIjs;
use crate::error::Result;
use crate::grid::Scheme;

/// The same cells in another numbering of the same resolution.
#[derive(Clone, Copy)]
pub(in super::super) struct Renumber<A, B> {
    pub(in super::super) from: A,
    pub(in super::super) to: B,
}

impl<A: Scheme, B: Scheme> Renumber<A, B> {
    #[inline(always)]
    fn number(self, cell: u64) -> Result<u64> {
        Ok(self.to.encode(self.from.decode(cell)?))
    }
}

impl<A: Scheme, B: Scheme> Kernel<(&[u64], &mut [u64])> for Renumber<A, B> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, (cells, out): &mut (&[u64], &mut [u64]), flags: &mut [u32]) -> u32 {
        let any = at.decode::<I, A>(self.from, cells, flags);
        at.encode::<I, B>(self.to, out);
        any
    }

    fn one(self, (cells, out): &mut (&[u64], &mut [u64]), k: usize) -> Result<()> {
        put(self.number(cells[k]), &mut out[k], INVALID_CELL)
    }
}

/// In place. Nothing is written over a block with a bad cell; that is done one by one.
impl<A: Scheme, B: Scheme> Kernel<&mut [u64]> for Renumber<A, B> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, cells: &mut &mut [u64], flags: &mut [u32]) -> u32 {
        let any = at.decode::<I, A>(self.from, cells, flags);
        if any != 0 {
            flags.fill(1);
            return any;
        }
        at.encode::<I, B>(self.to, cells);
        0
    }

    fn one(self, cells: &mut &mut [u64], k: usize) -> Result<()> {
        put(self.number(cells[k]), &mut cells[k], INVALID_CELL)
    }
}
