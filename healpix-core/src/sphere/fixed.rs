//! Signed fixed-point numbers of `W` 64-bit words, for the few points that lie so near a border that
//! an `f64` cannot tell the side. The top word is the integer part, the others the fraction.
//!
//! Every operation truncates; each loses at most a few units of the last fraction bit.

/// A two's complement number, least significant word first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fixed<const W: usize>([u64; W]);

/// Words of the constants below, and so the longest number there is.
pub(crate) const MAX_WORDS: usize = 20;

/// pi, fraction words first.
const PI: [u64; MAX_WORDS] = [
    0x718bcd5882154aee,
    0x0d95748f728eb658,
    0xa458fea3f4933d7e,
    0x636920d871574e69,
    0x0801f2e2858efc16,
    0x24a19947b3916cf7,
    0xba7c9045f12c7f99,
    0xb8e1afed6a267e96,
    0x2ffd72dbd01adfb7,
    0xd1310ba698dfb5ac,
    0x9216d5d98979fb1b,
    0x3f84d5b5b5470917,
    0xc0ac29b7c97c50dd,
    0xbe5466cf34e90c6c,
    0x452821e638d01377,
    0x082efa98ec4e6c89,
    0xa4093822299f31d0,
    0x13198a2e03707344,
    0x243f6a8885a308d3,
    0x0000000000000003,
];

/// The square root of 6, fraction words first.
const SQRT_6: [u64; MAX_WORDS] = [
    0xee3bdab2deb625cb,
    0xe900badfdbd4b2fe,
    0x34a3a6be63e016c2,
    0x8b30ed2e9956c6a0,
    0x0d6f3522631effcb,
    0x3b72066c7a1552ac,
    0xc878c1dd04c4b633,
    0x995ad1178bd25c31,
    0x8af8671d3fb50c2c,
    0x3e7f16bb88222e0d,
    0x4ad12aae0a6d6031,
    0x54e5ed5b88e3775d,
    0x1f8ccf6823058f8a,
    0x0cd0d63b2c30bc41,
    0xdd2e76cba691e5bf,
    0xe8fb23908d9f06f1,
    0xb60450e9ef68b7c1,
    0x6432286434aac8e7,
    0x7311c2812425cfa0,
    0x0000000000000002,
];

impl<const W: usize> Fixed<W> {
    pub(crate) const ZERO: Self = Self([0; W]);

    fn constant(words: &[u64; MAX_WORDS]) -> Self {
        let mut out = [0; W];
        out.copy_from_slice(&words[MAX_WORDS - W..]);
        Self(out)
    }

    pub(crate) fn pi() -> Self {
        Self::constant(&PI)
    }

    pub(crate) fn sqrt_6() -> Self {
        Self::constant(&SQRT_6)
    }

    pub(crate) fn from_int(value: i64) -> Self {
        let mut out = [0; W];
        out[W - 1] = value as u64;
        Self(out)
    }

    /// The largest number of this kind not above `value`, |value| < 2^62; exact where the fraction
    /// is long enough (20 words hold every `f64` of that size).
    pub(crate) fn from_f64(value: f64) -> Self {
        let bits = value.abs().to_bits();
        let exponent = (bits >> 52) as i64;
        let (mantissa, exponent) =
            if exponent == 0 { (bits, -1074) } else { ((bits & ((1 << 52) - 1)) | (1 << 52), exponent - 1075) };
        // Position of the mantissa's last bit, counted from the last fraction bit.
        let shift = exponent + 64 * (W as i64 - 1);
        let mut out = Self::ZERO;
        let mut lost = false;
        for bit in 0..53 {
            if mantissa >> bit & 1 == 1 {
                let at = shift + bit;
                if at < 0 {
                    lost = true;
                } else if let Some(word) = out.0.get_mut((at / 64) as usize) {
                    *word |= 1 << (at % 64);
                }
            }
        }
        if value < 0.0 {
            out = out.neg();
            if lost {
                out = out.sub(Self::ulp());
            }
        }
        out
    }

    fn ulp() -> Self {
        let mut out = [0; W];
        out[0] = 1;
        Self(out)
    }

    pub(crate) fn is_negative(self) -> bool {
        (self.0[W - 1] as i64) < 0
    }

    /// The integer part, rounded down.
    pub(crate) fn floor(self) -> i64 {
        self.0[W - 1] as i64
    }

    pub(crate) fn add(self, other: Self) -> Self {
        let mut out = [0; W];
        let mut carry = false;
        for (o, (a, b)) in out.iter_mut().zip(self.0.iter().zip(&other.0)) {
            let (s, c1) = a.overflowing_add(*b);
            let (s, c2) = s.overflowing_add(u64::from(carry));
            *o = s;
            carry = c1 | c2;
        }
        Self(out)
    }

    pub(crate) fn neg(self) -> Self {
        Self(self.0.map(|w| !w)).add(Self::ulp())
    }

    pub(crate) fn sub(self, other: Self) -> Self {
        self.add(other.neg())
    }

    fn abs(self) -> Self {
        if self.is_negative() { self.neg() } else { self }
    }

    fn with_sign(self, negative: bool) -> Self {
        if negative { self.neg() } else { self }
    }

    pub(crate) fn mul(self, other: Self) -> Self {
        let negative = self.is_negative() != other.is_negative();
        let (a, b) = (self.abs().0, other.abs().0);
        // Column by column, from two below the result's last: what is dropped adds less than a
        // unit of the last fraction bit.
        let mut out = [0; W];
        let mut acc = [0u64; 3];
        for column in W.saturating_sub(3)..(2 * W - 1) {
            for k in column.saturating_sub(W - 1)..=column.min(W - 1) {
                let p = u128::from(a[k]) * u128::from(b[column - k]);
                let low = u128::from(acc[0]) + u128::from(p as u64);
                let middle = u128::from(acc[1]) + (p >> 64) + (low >> 64);
                acc = [low as u64, middle as u64, acc[2] + (middle >> 64) as u64];
            }
            if column + 1 >= W {
                out[column + 1 - W] = acc[0];
            }
            acc = [acc[1], acc[2], 0];
        }
        Self(out).with_sign(negative)
    }

    pub(crate) fn mul_int(self, factor: u64) -> Self {
        let negative = self.is_negative();
        let mut out = self.abs().0;
        let mut carry: u64 = 0;
        for w in &mut out {
            let p = u128::from(*w) * u128::from(factor) + u128::from(carry);
            *w = p as u64;
            carry = (p >> 64) as u64;
        }
        Self(out).with_sign(negative)
    }

    /// Division by a whole number above 0.
    pub(crate) fn div_int(self, divisor: u64) -> Self {
        let negative = self.is_negative();
        let mut out = self.abs().0;
        let mut rest: u64 = 0;
        for w in out.iter_mut().rev() {
            let n = u128::from(rest) << 64 | u128::from(*w);
            *w = (n / u128::from(divisor)) as u64;
            rest = (n % u128::from(divisor)) as u64;
        }
        Self(out).with_sign(negative)
    }

    fn is_zero(self) -> bool {
        self.0.iter().all(|w| *w == 0)
    }

    /// The sine of an angle in radians, |angle| <= 1, by its power series.
    pub(crate) fn sin(self) -> Self {
        let square = self.mul(self);
        let mut term = self;
        let mut sum = self;
        let mut k = 1;
        // |term| at least halves in each step, so 64 W steps end it in any case.
        while k < 128 * W as u64 {
            term = term.mul(square).div_int((k + 1) * (k + 2)).neg();
            if term.abs().is_zero() {
                break;
            }
            sum = sum.add(term);
            k += 2;
        }
        sum
    }

    /// The integer part, where the number is further than `2^48` last bits from a whole number;
    /// otherwise the whole number itself as an error.
    pub(crate) fn certain_floor(self) -> Result<i64, i64> {
        let slack = 1 << 48;
        // Add the slack below and above: the same integer part both times means it is certain.
        let mut margin = Self::ZERO;
        margin.0[0] = slack;
        let (low, high) = (self.sub(margin).floor(), self.add(margin).floor());
        if low == high { Ok(low) } else { Err(high) }
    }
}

#[cfg(test)]
#[path = "fixed_tests.rs"]
mod tests;
