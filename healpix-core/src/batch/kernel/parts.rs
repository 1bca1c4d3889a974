//! Between numbers of cells and their base cells and coordinates.

use super::super::drive::Kernel;
use super::super::run::put;
use super::super::simd::Lanes;
use super::super::{INVALID_CELL, INVALID_U8, INVALID_U32};
use super::cells::{FaceIjs, flag};
use crate::error::Result;
use crate::grid::{Nside, Scheme};
use crate::ring::layout;

/// Base cells of cells and coordinates in them.
#[derive(Clone, Copy)]
pub(in super::super) struct ToFaceIj<S>(pub(in super::super) S);

type Apart<'a> = (&'a [u64], &'a mut [u8], &'a mut [u32], &'a mut [u32]);

impl<S: Scheme> Kernel<Apart<'_>> for ToFaceIj<S> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, (cells, face, i, j): &mut Apart<'_>, flags: &mut [u32]) -> u32 {
        let any = flag(flags, |k| cells[k] >= self.0.cells());
        let (wide, _, _) = at.first(cells.len());
        self.0.decode_all::<I>(cells, wide, i, j);
        for (to, from) in face.iter_mut().zip(wide.iter()) {
            *to = *from as u8;
        }
        any
    }

    fn one(self, (cells, face, i, j): &mut Apart<'_>, k: usize) -> Result<()> {
        let found = self.0.decode(cells[k]).map(|c| (c.face.get(), c.i, c.j));
        let mut all = (INVALID_U8, INVALID_U32, INVALID_U32);
        let result = put(found, &mut all, (INVALID_U8, INVALID_U32, INVALID_U32));
        (face[k], i[k], j[k]) = all;
        result
    }
}

/// Cells from base cells and coordinates in them.
#[derive(Clone, Copy)]
pub(in super::super) struct FromFaceIj<S>(pub(in super::super) S);

type Together<'a> = (&'a [u8], &'a [u32], &'a [u32], &'a mut [u64]);

impl<S: Scheme> Kernel<Together<'_>> for FromFaceIj<S> {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, (face, i, j, cells): &mut Together<'_>, flags: &mut [u32]) -> u32 {
        let n = flags.len();
        let (face, i, j) = (&face[..n], &i[..n], &j[..n]);
        let (wide, _, _) = at.first(n);
        for k in 0..n {
            wide[k] = u32::from(face[k]);
        }
        self.0.encode_all::<I>(wide, i, j, cells);
        let side = self.0.side();
        flag(flags, |k| (wide[k] >= 12) | (i[k] >= side) | (j[k] >= side))
    }

    fn one(self, (face, i, j, cells): &mut Together<'_>, k: usize) -> Result<()> {
        let cell = self.0.face_ij(face[k], i[k], j[k]).map(|at| self.0.encode(at));
        put(cell, &mut cells[k], INVALID_CELL)
    }
}

/// The rings that cells are in.
#[derive(Clone, Copy)]
pub(in super::super) struct RingOf(pub(in super::super) Nside);

impl Kernel<(&[u64], &mut [u32])> for RingOf {
    type Work = FaceIjs;

    #[inline(always)]
    fn block<I: Lanes>(self, at: &mut FaceIjs, (cells, rings): &mut (&[u64], &mut [u32]), flags: &mut [u32]) -> u32 {
        let any = at.decode::<I, Nside>(self.0, cells, flags);
        let n = flags.len();
        let (face, i, j) = at.first(n);
        let rings = &mut rings[..n];
        for k in 0..n {
            rings[k] = layout::ring_in_row(self.0.get(), face[k] >> 2, i[k], j[k]);
        }
        any
    }

    fn one(self, (cells, rings): &mut (&[u64], &mut [u32]), k: usize) -> Result<()> {
        let ring = self.0.decode(cells[k]).map(|at| layout::ring_of(self.0.get(), at));
        put(ring, &mut rings[k], INVALID_U32)
    }
}
