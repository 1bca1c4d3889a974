//! Cells to the cells around them. Those at the border of a base cell are left to the function for one cell.

use super::super::INVALID_CELL;
use super::super::drive::{BLOCK, Kernel, Wide};
use super::super::run::put;
use super::super::simd::Lanes;
use super::cells::FaceIjs;
use crate::error::Result;
use crate::grid::{Direction, Scheme};

/// All neighbours.
#[derive(Clone, Copy)]
pub(in super::super) struct Neighbors<S>(pub(in super::super) S);

type ToEight<'a> = (&'a [u64], Wide<'a, u64, 8>);

impl<S: Scheme> Kernel<ToEight<'_>> for Neighbors<S> {
    type Work = Moved;
    /// Eight columns are put together to rows: wider vectors take longer for it.
    const WIDE: bool = false;

    #[inline(always)]
    fn block<I: Lanes>(self, work: &mut Moved, (cells, out): &mut ToEight<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (cells, out) = (&cells[..n], &mut out.0[..8 * n]);
        if !S::BY_BITS {
            let any = work.from.decode::<I, S>(self.0, cells, flags);
            for direction in Direction::ALL {
                work.step::<I, S>(self.0, direction, n);
                let slot = direction.code() as usize;
                for k in 0..n {
                    out[8 * k + slot] = work.numbers[k];
                }
            }
            return any | work.from.flag_border(self.0.side(), flags);
        }
        let mut any = 0;
        for k in 0..n {
            let (eight, inner) = self.0.inner_neighbors(cells[k]);
            out[8 * k..8 * k + 8].copy_from_slice(&eight);
            flags[k] = u32::from(!inner | (cells[k] >= self.0.cells()));
            any |= flags[k];
        }
        any
    }

    fn one(self, (cells, out): &mut ToEight<'_>, k: usize) -> Result<()> {
        let found = self.0.check(cells[k]).map(|()| self.0.neighbors(cells[k], INVALID_CELL));
        let mut eight = [INVALID_CELL; 8];
        let result = put(found, &mut eight, [INVALID_CELL; 8]);
        out.0[8 * k..8 * k + 8].copy_from_slice(&eight);
        result
    }
}

/// The neighbours in one direction.
#[derive(Clone, Copy)]
pub(in super::super) struct Neighbor<S> {
    pub(in super::super) scheme: S,
    pub(in super::super) direction: Direction,
}

type ToOne<'a> = (&'a [u64], &'a mut [u64]);

impl<S: Scheme> Kernel<ToOne<'_>> for Neighbor<S> {
    type Work = Moved;

    #[inline(always)]
    fn block<I: Lanes>(self, work: &mut Moved, (cells, out): &mut ToOne<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let any = work.from.decode::<I, S>(self.scheme, cells, flags);
        work.step::<I, S>(self.scheme, self.direction, n);
        out.copy_from_slice(&work.numbers[..n]);
        any | work.from.flag_border(self.scheme.side(), flags)
    }

    fn one(self, (cells, out): &mut ToOne<'_>, k: usize) -> Result<()> {
        let (scheme, side) = (self.scheme, self.scheme.side());
        let found = scheme
            .decode(cells[k])
            .map(|at| at.neighbor(side, self.direction).map_or(INVALID_CELL, |neighbor| scheme.encode(neighbor)));
        put(found, &mut out[k], INVALID_CELL)
    }
}

/// Cells, the same moved one step, and the numbers of those.
pub(in super::super) struct Moved {
    from: FaceIjs,
    to: FaceIjs,
    numbers: [u64; BLOCK],
}

impl Default for Moved {
    #[inline(always)]
    fn default() -> Self {
        Self { from: FaceIjs::default(), to: FaceIjs::default(), numbers: [0; BLOCK] }
    }
}

impl Moved {
    /// The cells next to the first `n` ones in a direction.
    #[inline(always)]
    fn step<I: Lanes, S: Scheme>(&mut self, scheme: S, direction: Direction, n: usize) {
        let (face, i, j) = self.from.first(n);
        let (to_face, to_i, to_j) = self.to.first(n);
        for k in 0..n {
            to_face[k] = face[k];
            [to_i[k], to_j[k]] = direction.moved(i[k], j[k]);
        }
        self.to.encode::<I, S>(scheme, &mut self.numbers[..n]);
    }
}

impl FaceIjs {
    /// Flags the cells at the border of their base cell too, and returns whether there are any.
    #[inline(always)]
    fn flag_border(&mut self, nside: u32, flags: &mut [u32]) -> u32 {
        let (_, i, j) = self.first(flags.len());
        let (inner, mut any) = (nside.saturating_sub(2), 0);
        for (k, flag) in flags.iter_mut().enumerate() {
            *flag |= u32::from((i[k].wrapping_sub(1) >= inner) | (j[k].wrapping_sub(1) >= inner));
            any |= *flag;
        }
        any
    }
}
