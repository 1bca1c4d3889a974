//! A block of cells as base cells and coordinates in them.

use super::super::drive::BLOCK;
use super::super::simd::Lanes;
use super::super::word::Word;
use crate::grid::Scheme;

/// Columns of base cells and coordinates.
pub(in super::super) struct FaceIjs {
    face: [u32; BLOCK],
    i: [u32; BLOCK],
    j: [u32; BLOCK],
}

impl Default for FaceIjs {
    #[inline(always)]
    fn default() -> Self {
        Self { face: [0; BLOCK], i: [0; BLOCK], j: [0; BLOCK] }
    }
}

impl FaceIjs {
    /// The first `n` places of each column.
    #[inline(always)]
    pub(super) fn first(&mut self, n: usize) -> (&mut [u32], &mut [u32], &mut [u32]) {
        (&mut self.face[..n], &mut self.i[..n], &mut self.j[..n])
    }

    /// Numbers of the first cells.
    #[inline(always)]
    pub(super) fn encode<I: Lanes, S: Scheme>(&mut self, scheme: S, cells: &mut [impl Word]) {
        let (face, i, j) = self.first(cells.len());
        scheme.encode_all::<I>(face, i, j, cells);
    }

    /// Takes cells by number; flags those that do not exist, and returns whether there are any.
    #[inline(always)]
    pub(super) fn decode<I: Lanes, S: Scheme>(&mut self, scheme: S, cells: &[impl Word], flags: &mut [u32]) -> u32 {
        let (face, i, j) = self.first(cells.len());
        scheme.decode_all::<I>(cells, face, i, j);
        // A sign bit for each number that is too large, be it beyond 2^63 or not; hardly ever is there one.
        let last = scheme.cells() - 1;
        let signs = cells.iter().fold(0, |signs, cell| signs | last.wrapping_sub(cell.wide()) | cell.wide());
        if signs >> 63 == 0 {
            flags.fill(0);
            return 0;
        }
        flag(flags, |k| cells[k].wide() > last)
    }
}

/// Flags the elements for which something holds, and returns whether there are any.
#[inline(always)]
pub(super) fn flag(flags: &mut [u32], holds: impl Fn(usize) -> bool) -> u32 {
    let mut any = 0;
    for (k, flag) in flags.iter_mut().enumerate() {
        *flag = u32::from(holds(k));
        any |= *flag;
    }
    any
}
