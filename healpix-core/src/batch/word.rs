//! The numbers that a column of cells is made of.

use super::simd::Lanes;
use super::{INVALID_CELL, INVALID_U32};

/// `u64` for every resolution; `u32` where there are so few cells, for half the memory.
pub(crate) trait Word: Copy + Send + Sync {
    /// Stands for a cell that could not be computed.
    const INVALID: Self;

    /// A number that fits; of a larger one the lower bits, which have no meaning.
    fn of(cell: u64) -> Self;

    /// The number as a cell.
    fn wide(self) -> u64;

    /// [`Lanes::interleave`] for words of this size.
    fn interleave<I: Lanes>(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [Self]);

    /// [`Lanes::deinterleave`] for words of this size.
    fn deinterleave<I: Lanes>(codes: &[Self], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]);
}

impl Word for u64 {
    const INVALID: Self = INVALID_CELL;

    #[inline(always)]
    fn of(cell: u64) -> Self {
        cell
    }

    #[inline(always)]
    fn wide(self) -> u64 {
        self
    }

    #[inline(always)]
    fn interleave<I: Lanes>(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [Self]) {
        I::interleave(face, i, j, shift, out);
    }

    #[inline(always)]
    fn deinterleave<I: Lanes>(codes: &[Self], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        I::deinterleave(codes, shift, face, i, j);
    }
}

impl Word for u32 {
    const INVALID: Self = INVALID_U32;

    #[inline(always)]
    fn of(cell: u64) -> Self {
        cell as u32
    }

    #[inline(always)]
    fn wide(self) -> u64 {
        self.into()
    }

    #[inline(always)]
    fn interleave<I: Lanes>(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [Self]) {
        I::interleave_short(face, i, j, shift, out);
    }

    #[inline(always)]
    fn deinterleave<I: Lanes>(codes: &[Self], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        I::deinterleave_short(codes, shift, face, i, j);
    }
}
