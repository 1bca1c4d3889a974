//! What some machines do on many integers at once better than the compiler would.

use crate::grid::morton;
use crate::sphere::isa::{Isa, Plain};

/// Operations on columns of integers, on top of those on doubles.
pub(crate) trait Lanes: Isa {
    /// `face << shift | interleaved i and j` for each of `out.len()` elements; the other slices have as many.
    #[inline(always)]
    fn interleave(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [u64]) {
        let n = out.len();
        let (face, i, j) = (&face[..n], &i[..n], &j[..n]);
        for k in 0..n {
            out[k] = u64::from(face[k]) << shift | morton::interleave(i[k], j[k]);
        }
    }

    /// The way back: what is above `shift` bits, and the numbers at the even and odd places below, for each of
    /// `codes.len()` elements; the other slices have as many.
    #[inline(always)]
    fn deinterleave(codes: &[u64], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        let n = codes.len();
        let (face, i, j) = (&mut face[..n], &mut i[..n], &mut j[..n]);
        for k in 0..n {
            face[k] = (codes[k] >> shift) as u32;
            (i[k], j[k]) = morton::deinterleave(codes[k] & ((1 << shift) - 1));
        }
    }

    /// [`Lanes::interleave`] for coordinates of at most 16 bits and numbers of at most 32.
    #[inline(always)]
    fn interleave_short(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [u32]) {
        let n = out.len();
        let (face, i, j) = (&face[..n], &i[..n], &j[..n]);
        for k in 0..n {
            out[k] = face[k] << shift | morton::interleave_short(i[k], j[k]);
        }
    }

    /// [`Lanes::deinterleave`] for numbers of at most 32 bits.
    #[inline(always)]
    fn deinterleave_short(codes: &[u32], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        let n = codes.len();
        let (face, i, j) = (&mut face[..n], &mut i[..n], &mut j[..n]);
        for k in 0..n {
            face[k] = codes[k] >> shift;
            (i[k], j[k]) = morton::deinterleave_short(codes[k] & ((1 << shift) - 1));
        }
    }
}

impl Lanes for Plain {}
