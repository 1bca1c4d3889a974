//! Morton order: the bits of two numbers interleaved, so that the four children of a cell stand
//! next to each other.
//!
//! ```text
//! i = i₂i₁i₀, j = j₂j₁j₀   ->   j₂i₂ j₁i₁ j₀i₀
//! ```

/// The places of `i`.
pub(crate) const EVEN: u64 = 0x5555_5555_5555_5555;
/// The places of `j`.
pub(crate) const ODD: u64 = EVEN << 1;

/// The bits of `i` at the even places and those of `j` at the odd places.
///
/// # Examples
/// ```
/// use healpix_core::grid::morton;
/// assert_eq!(morton::interleave(0b11, 0b00), 0b0101);
/// assert_eq!(morton::deinterleave(0b0111), (0b11, 0b01));
/// ```
#[inline]
#[must_use]
pub const fn interleave(i: u32, j: u32) -> u64 {
    spread(i) | spread(j) << 1
}

/// The numbers at the even and at the odd places.
#[inline]
#[must_use]
pub const fn deinterleave(code: u64) -> (u32, u32) {
    (squeeze(code), squeeze(code >> 1))
}

/// [`interleave`] for numbers of at most 16 bits.
#[inline(always)]
pub(crate) const fn interleave_short(i: u32, j: u32) -> u32 {
    spread_short(i) | spread_short(j) << 1
}

/// [`deinterleave`] for numbers of at most 16 bits.
#[inline(always)]
pub(crate) const fn deinterleave_short(code: u32) -> (u32, u32) {
    (squeeze_short(code), squeeze_short(code >> 1))
}

#[inline(always)]
const fn spread_short(v: u32) -> u32 {
    let mut v = v;
    v = (v | v << 8) & 0x00ff_00ff;
    v = (v | v << 4) & 0x0f0f_0f0f;
    v = (v | v << 2) & 0x3333_3333;
    (v | v << 1) & 0x5555_5555
}

#[inline(always)]
const fn squeeze_short(code: u32) -> u32 {
    let mut v = code & 0x5555_5555;
    v = (v | v >> 1) & 0x3333_3333;
    v = (v | v >> 2) & 0x0f0f_0f0f;
    v = (v | v >> 4) & 0x00ff_00ff;
    (v | v >> 8) & 0x0000_ffff
}

#[inline(always)]
const fn spread(v: u32) -> u64 {
    let mut v = v as u64;
    v = (v | v << 16) & 0x0000_ffff_0000_ffff;
    v = (v | v << 8) & 0x00ff_00ff_00ff_00ff;
    v = (v | v << 4) & 0x0f0f_0f0f_0f0f_0f0f;
    v = (v | v << 2) & 0x3333_3333_3333_3333;
    (v | v << 1) & 0x5555_5555_5555_5555
}

#[inline(always)]
const fn squeeze(code: u64) -> u32 {
    let mut v = code & 0x5555_5555_5555_5555;
    v = (v | v >> 1) & 0x3333_3333_3333_3333;
    v = (v | v >> 2) & 0x0f0f_0f0f_0f0f_0f0f;
    v = (v | v >> 4) & 0x00ff_00ff_00ff_00ff;
    v = (v | v >> 8) & 0x0000_ffff_0000_ffff;
    (v | v >> 16) as u32
}
