//! x86-64: the floor as one instruction, and Morton order by a table of nibbles in a register.

use core::arch::x86_64::{
    __m128i, __m256i, _mm_cvtsi32_si128, _mm_loadu_si128, _mm_storeu_si128, _mm256_and_si256,
    _mm256_broadcastsi128_si256, _mm256_castsi256_si128, _mm256_cvtepu32_epi64, _mm256_loadu_si256,
    _mm256_maddubs_epi16, _mm256_or_si256, _mm256_permutevar8x32_epi32, _mm256_set1_epi16, _mm256_set1_epi64x,
    _mm256_setr_epi32, _mm256_shuffle_epi8, _mm256_sll_epi64, _mm256_slli_epi16, _mm256_srl_epi64, _mm256_srli_epi16,
    _mm256_storeu_si256,
};

use super::lanes::Lanes;
use crate::grid::morton;
use crate::sphere::isa::{Isa, Plain};
use crate::sphere::trig;

/// SSE4.1.
pub(super) enum Sse41 {}
/// AVX2, with FMA or without.
pub(super) enum Avx2<const FMA: bool> {}

impl Isa for Sse41 {
    #[inline(always)]
    fn floor(x: f64) -> f64 {
        x.floor()
    }
    #[inline(always)]
    fn mul_add(a: f64, b: f64, c: f64) -> f64 {
        a * b + c
    }
}

impl Lanes for Sse41 {}

impl<const FMA: bool> Isa for Avx2<FMA> {
    #[inline(always)]
    fn floor(x: f64) -> f64 {
        x.floor()
    }
    #[inline(always)]
    fn mul_add(a: f64, b: f64, c: f64) -> f64 {
        if FMA { a.mul_add(b, c) } else { a * b + c }
    }
    #[inline(always)]
    fn product_error(a: f64, b: f64, product: f64) -> f64 {
        if FMA { a.mul_add(b, -product) } else { trig::product_error(a, b, product) }
    }
    #[inline(always)]
    fn remainder(a: f64, quotient: f64, b: f64) -> f64 {
        if FMA { (-quotient).mul_add(b, a) } else { Plain::remainder(a, quotient, b) }
    }
}

impl<const FMA: bool> Lanes for Avx2<FMA> {
    #[inline(always)]
    fn interleave(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [u64]) {
        // SAFETY: this type is only used by `simd::avx2` and `simd::avx2_fma`.
        unsafe { interleave(face, i, j, shift, out) }
    }
    #[inline(always)]
    fn deinterleave(codes: &[u64], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
        // SAFETY: as above.
        unsafe { deinterleave(codes, shift, face, i, j) }
    }
}

/// Four elements at a time: each byte becomes two nibbles, each nibble is looked up.
///
/// # Safety
/// The machine must have AVX2.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn interleave(face: &[u32], i: &[u32], j: &[u32], shift: u8, out: &mut [u64]) {
    let n = out.len();
    let (face, i, j) = (&face[..n], &i[..n], &j[..n]);
    let whole = n & !3;
    // SAFETY: every access is to four elements from `k` on, with `k + 4 <= n`, of slices of n elements.
    unsafe {
        let count = _mm_cvtsi32_si128(i32::from(shift));
        for k in (0..whole).step_by(4) {
            let load =
                |column: &[u32]| _mm256_cvtepu32_epi64(_mm_loadu_si128(column.as_ptr().add(k).cast::<__m128i>()));
            let code = _mm256_or_si256(spread(load(i), EVEN), spread(load(j), ODD));
            let code = _mm256_or_si256(code, _mm256_sll_epi64(load(face), count));
            _mm256_storeu_si256(out.as_mut_ptr().add(k).cast::<__m256i>(), code);
        }
    }
    for k in whole..n {
        out[k] = u64::from(face[k]) << shift | morton::interleave(i[k], j[k]);
    }
}

/// The bits of a nibble at the even places of a byte, and at the odd ones.
const EVEN: [i8; 16] = nibbles(0);
const ODD: [i8; 16] = nibbles(1);

const fn nibbles(place: u32) -> [i8; 16] {
    let mut table = [0; 16];
    let mut k = 0;
    while k < 16 {
        table[k] = (morton::interleave(k as u32, 0) << place) as i8;
        k += 1;
    }
    table
}

/// # Safety
/// The machine must have AVX2.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn table(t: [i8; 16]) -> __m256i {
    // SAFETY: 16 bytes are loaded from an array of 16.
    unsafe { _mm256_broadcastsi128_si256(_mm_loadu_si128(t.as_ptr().cast::<__m128i>())) }
}

/// The low 32 bits of each lane, spread by a table.
///
/// # Safety
/// The machine must have AVX2.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn spread(lanes: __m256i, nibble: [i8; 16]) -> __m256i {
    // SAFETY: the caller's.
    unsafe {
        let twice = _mm256_shuffle_epi8(lanes, table([0, 0, 1, 1, 2, 2, 3, 3, 8, 8, 9, 9, 10, 10, 11, 11]));
        let low = _mm256_and_si256(twice, _mm256_set1_epi16(0x000f));
        let high = _mm256_and_si256(_mm256_srli_epi16::<4>(twice), _mm256_set1_epi16(0x0f00));
        _mm256_shuffle_epi8(table(nibble), _mm256_or_si256(low, high))
    }
}

/// Four elements at a time: of each nibble the two bits, then nibbles to bytes, then bytes together.
///
/// # Safety
/// The machine must have AVX2.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn deinterleave(codes: &[u64], shift: u8, face: &mut [u32], i: &mut [u32], j: &mut [u32]) {
    let n = codes.len();
    let (face, i, j) = (&mut face[..n], &mut i[..n], &mut j[..n]);
    let whole = n & !3;
    // SAFETY: every access is to four elements from `k` on, with `k + 4 <= n`, of slices of n elements.
    unsafe {
        let count = _mm_cvtsi32_si128(i32::from(shift));
        let below = _mm256_set1_epi64x((1 << shift) - 1);
        let low_words = _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6);
        let put = |column: &mut [u32], k: usize, lanes: __m256i| {
            let four = _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(lanes, low_words));
            _mm_storeu_si128(column.as_mut_ptr().add(k).cast::<__m128i>(), four);
        };
        for k in (0..whole).step_by(4) {
            let code = _mm256_loadu_si256(codes.as_ptr().add(k).cast::<__m256i>());
            put(face, k, _mm256_srl_epi64(code, count));
            let code = _mm256_and_si256(code, below);
            let low = _mm256_and_si256(code, _mm256_set1_epi16(0x0f0f));
            let high = _mm256_and_si256(_mm256_srli_epi16::<4>(code), _mm256_set1_epi16(0x0f0f));
            put(i, k, squeeze(low, high, [0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3]));
            put(j, k, squeeze(low, high, [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3]));
        }
    }
    for k in whole..n {
        face[k] = (codes[k] >> shift) as u32;
        (i[k], j[k]) = morton::deinterleave(codes[k] & ((1 << shift) - 1));
    }
}

/// Two bits of each nibble of each lane together in its low 32 bits; `pair` tells them for a nibble.
///
/// # Safety
/// The machine must have AVX2.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn squeeze(low: __m256i, high: __m256i, pair: [i8; 16]) -> __m256i {
    // SAFETY: the caller's.
    unsafe {
        let pair = table(pair);
        // Bits 0 and 1 of the result of the low nibble, times 1; of the high nibble, times 4.
        let high = _mm256_shuffle_epi8(pair, high);
        let four = _mm256_or_si256(_mm256_shuffle_epi8(pair, low), _mm256_slli_epi16::<2>(high));
        // Neighbouring bytes, each with four bits, to one byte.
        let bytes = _mm256_maddubs_epi16(four, _mm256_set1_epi16(0x1001));
        _mm256_shuffle_epi8(bytes, table([0, 2, 4, 6, -1, -1, -1, -1, 8, 10, 12, 14, -1, -1, -1, -1]))
    }
}
