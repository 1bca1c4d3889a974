//! Deterministic trigonometry: additions, multiplications, divisions and square roots only, in a
//! fixed order, so that every machine returns the same bits.
//!
//! The polynomials are minimax fits (relative error given beside each) computed with mpmath at 300
//! bits. Arguments that need more than 53 bits arrive as a head and a tail (`hi + lo`).

use core::f64::consts::{FRAC_1_SQRT_2, FRAC_2_PI, FRAC_PI_2, FRAC_PI_4};

use super::isa::{Isa, Plain};

/// pi/2 - FRAC_PI_2.
pub(crate) const PI_2_LO: f64 = 6.123233995736766e-17;
/// fl(pi/180); its relative error is below 2^-55.
pub(crate) const DEGREE: f64 = 0.017453292519943295;
/// 180/pi - fl(180/pi).
const DEGREES_PER_RADIAN_LO: f64 = -1.9878495670576283e-15;
/// fl(√6).
pub(crate) const SQRT_6: f64 = 2.449489742783178;
/// 1/√6, head and tail.
pub(crate) const INV_SQRT_6: (f64, f64) = (0.408248290463863, -8.638255191177819e-19);
/// tan(pi/8), where the two forms of the arctangent meet.
const TAN_PI_8: f64 = 0.41421356237309503;

/// (sin x - x) / x^3 in x^2, |x| <= 0.79: 2^-68.
const SIN: [f64; 7] = [
    -0.16666666666666666,
    0.008333333333333323,
    -0.00019841269841254253,
    2.7557319213760752e-06,
    -2.505210479796194e-08,
    1.6058351949917344e-10,
    -7.577960945269759e-13,
];
/// (cos x - 1 + x^2/2) / x^4 in x^2, |x| <= 0.79: 2^-75.
const COS: [f64; 7] = [
    0.041666666666666664,
    -0.0013888888888888872,
    2.480158730157059e-05,
    -2.7557319214984226e-07,
    2.0876754277205984e-09,
    -1.1470283092911719e-11,
    4.737646816998825e-14,
];
/// (asin x - x) / x^3 in x^2, |x| <= 2/3: 2^-60.
const ASIN: [f64; 18] = [
    0.16666666666666582,
    0.07500000000027283,
    0.04464285711222099,
    0.03038194619702586,
    0.02237209895472316,
    0.017354121242851572,
    0.01394351929366927,
    0.011794308697145608,
    0.007714891199186472,
    0.02141783414778377,
    -0.05576386606415993,
    0.2391503632000997,
    -0.6446642135480345,
    1.361965219998585,
    -2.0486460067627514,
    2.1442983700636997,
    -1.3822813640360936,
    0.43304891208281127,
];
/// (atan x - x) / x^3 in x^2, |x| <= tan(pi/8): 2^-68.
const ATAN: [f64; 13] = [
    -0.3333333333333333,
    0.1999999999999988,
    -0.14285714285694828,
    0.11111111109520592,
    -0.09090909014102506,
    0.07692305303775526,
    -0.06666616333448677,
    0.058816125693850245,
    -0.05255445257698957,
    0.04704915290819127,
    -0.04052554826708933,
    0.029556760156842596,
    -0.012928351155290941,
];

#[inline(always)]
fn horner<const N: usize>(c: &[f64; N], t: f64) -> f64 {
    let mut acc = c[N - 1];
    let mut k = N - 1;
    while k > 0 {
        k -= 1;
        acc = acc * t + c[k];
    }
    acc
}

/// Square root, correctly rounded everywhere (IEEE 754).
#[inline(always)]
pub(crate) fn sqrt(x: f64) -> f64 {
    #[cfg(feature = "std")]
    {
        x.sqrt()
    }
    #[cfg(not(feature = "std"))]
    {
        libm::sqrt(x)
    }
}

/// Largest integer not above `x`, by additions alone: without SSE4.1 the standard one is a call.
#[inline(always)]
pub(crate) fn floor(x: f64) -> f64 {
    // Doubles of this size have no fraction, so adding it rounds to the nearest integer.
    const WHOLE: f64 = 4503599627370496.0; // 2^52
    let magnitude = x.abs();
    if magnitude >= WHOLE {
        return x;
    }
    let nearest = ((magnitude + WHOLE) - WHOLE).copysign(x);
    if nearest > x { nearest - 1.0 } else { nearest }
}

/// 1.5 · 2^52: adding it leaves the nearest integer in the low bits.
const SHIFT: f64 = 6755399441055744.0;

/// Largest integer not above `x`, as a double and as an integer modulo 2^32, for |x| < 2^50.
#[inline(always)]
pub(crate) fn floor_small(x: f64) -> (f64, i32) {
    let shifted = x + SHIFT;
    let nearest = shifted - SHIFT;
    let above = nearest > x;
    let whole = (shifted.to_bits() as i32).wrapping_sub(i32::from(above));
    (if above { nearest - 1.0 } else { nearest }, whole)
}

/// The same with the whole integer.
#[inline(always)]
pub(crate) fn floor_long(x: f64) -> (f64, i64) {
    let shifted = x + SHIFT;
    let nearest = shifted - SHIFT;
    let above = nearest > x;
    let whole = (shifted.to_bits() as i64).wrapping_sub(SHIFT.to_bits() as i64) - i64::from(above);
    (if above { nearest - 1.0 } else { nearest }, whole)
}

/// The same with a machine's instruction, and the low bits as they come.
#[inline(always)]
pub(crate) fn floor_with<I: Isa>(x: f64) -> (f64, u64) {
    let whole = I::floor(x);
    (whole, (whole + SHIFT).to_bits())
}

/// An integer as a double, rounded once, by means that vectorise without an instruction for it.
#[inline(always)]
pub(crate) fn double(v: u64) -> f64 {
    // 2^52 and 2^84 with an integer in their last places, 2^0 and 2^32 apart.
    const LOW: u64 = 0x4330_0000_0000_0000;
    const HIGH: u64 = 0x4530_0000_0000_0000;
    const BOTH: f64 = 19342813118337666422669312.0; // 2^84 + 2^52
    let (low, high) = (f64::from_bits(LOW | (v & 0xffff_ffff)), f64::from_bits(HIGH | v >> 32));
    (high - BOTH) + low
}

/// sin(hi + lo) for |hi| <= 0.79, |lo| far below |hi|.
#[inline(always)]
pub(crate) fn sin_small(hi: f64, lo: f64) -> f64 {
    sin_small_with::<Plain>(hi, lo)
}

/// The same, with fused operations where a machine has them.
#[inline(always)]
pub(crate) fn sin_small_with<I: Isa>(hi: f64, lo: f64) -> f64 {
    let t = hi * hi;
    // Not Horner: its steps wait for each other, and this is the one polynomial every hash needs.
    let (t2, c) = (t * t, &SIN);
    let low = I::mul_add(t2, I::mul_add(c[3], t, c[2]), I::mul_add(c[1], t, c[0]));
    let high = I::mul_add(t2, c[6], I::mul_add(c[5], t, c[4]));
    let rest = I::mul_add(t2 * t2, high, low);
    hi + I::mul_add(hi, t * rest, lo * (1.0 - 0.5 * t))
}

/// cos(hi + lo) for |hi| <= 0.79, |lo| far below |hi|.
#[inline(always)]
fn cos_small(hi: f64, lo: f64) -> f64 {
    let t = hi * hi;
    let half = 0.5 * t;
    let head = 1.0 - half;
    let (t2, c) = (t * t, &COS);
    let low = (c[0] + c[1] * t) + t2 * (c[2] + c[3] * t);
    let high = (c[4] + c[5] * t) + t2 * c[6];
    head + (((1.0 - head) - half) + (t2 * (low + (t2 * t2) * high) - hi * lo))
}

/// Sine and cosine of `hi + lo` in `[-0.79, 0.79]`, turned by `quadrant` right angles.
#[inline(always)]
fn sin_cos_in(quadrant: i32, hi: f64, lo: f64) -> (f64, f64) {
    turned(quadrant, (sin_small(hi, lo), cos_small(hi, lo)))
}

/// Sine and cosine of an angle `quadrant` right angles further on.
#[inline(always)]
pub(crate) fn turned(quadrant: i32, (s, c): (f64, f64)) -> (f64, f64) {
    let (s, c) = if quadrant & 1 == 0 { (s, c) } else { (c, -s) };
    if quadrant & 2 == 0 { (s, c) } else { (-s, -c) }
}

/// Sine and cosine of `n / d` quarter turns, `|n / d| < 2^50`; most exact where both are integers.
#[inline(always)]
pub(crate) fn sin_cos_quarter(n: f64, d: f64) -> (f64, f64) {
    let (turns, quadrant) = floor_small(n / d + 0.5);
    let f = (n - turns * d) / d;
    sin_cos_in(quadrant, f * FRAC_PI_2, f * PI_2_LO)
}

/// Sine and cosine of `whole + part` eighths of a turn, `part` from -1 to 1, to some 2e-16.
#[inline(always)]
pub(crate) fn sin_cos_eighths(whole: u8, part: f64) -> (f64, f64) {
    const H: f64 = FRAC_1_SQRT_2;
    const TURNED: [(f64, f64); 8] =
        [(0.0, 1.0), (H, H), (1.0, 0.0), (H, -H), (0.0, -1.0), (-H, -H), (-1.0, 0.0), (-H, H)];
    let (s, c) = TURNED[usize::from(whole & 7)];
    let angle = part * FRAC_PI_4;
    let (ds, dc) = (sin_small(angle, 0.0), cos_small(angle, 0.0));
    (s * dc + c * ds, c * dc - s * ds)
}

/// Sine and cosine of `hi + lo` radians, relatively accurate near their zeros for |hi| below 2^20
/// quarter turns. Beyond, the argument is `fl(hi * 2/pi)` quarter turns, the definition that
/// positions use.
#[inline]
pub(crate) fn sin_cos(hi: f64, lo: f64) -> (f64, f64) {
    let turns = hi * FRAC_2_PI;
    if turns.abs() > 1048576.0 {
        return sin_cos_quarter(turns % 4.0, 1.0);
    }
    sin_cos_near(hi, lo)
}

/// The same for |hi| below 2^20 quarter turns.
#[inline(always)]
pub(crate) fn sin_cos_near(hi: f64, lo: f64) -> (f64, f64) {
    // pi/2 in three parts, the first two of 33 bits: their products with `k` are exact.
    const P1: f64 = 1.5707963267341256;
    const P2: f64 = 6.077100506303966e-11;
    const P3: f64 = 2.0222662487959506e-21;
    let (k, quadrant) = floor_small(hi * FRAC_2_PI + 0.5);
    let r = hi - k * P1;
    let w = k * P2;
    let y = r - w;
    let tail = ((r - y) - w) - k * P3 + lo;
    let head = y + tail;
    sin_cos_in(quadrant, head, (y - head) + tail)
}

/// asin(hi + lo) as head and tail, |hi| <= 2/3.
#[inline(always)]
pub(crate) fn asin_small(hi: f64, lo: f64) -> (f64, f64) {
    Arcsine::KNOWN.of(hi, lo)
}

/// The coefficients of the arcsine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arcsine([f64; 18]);

impl Arcsine {
    /// For a single number.
    pub(crate) const KNOWN: Self = Self(ASIN);

    /// For a loop: the compiler does not know the numbers, and so keeps them in memory as vectors that its instructions read in passing. Those
    /// that it knows it would spread anew in each round, by one more instruction each.
    #[inline(always)]
    pub(crate) fn held() -> Self {
        Self(core::hint::black_box(ASIN))
    }

    /// asin(hi + lo) as head and tail, |hi| <= 2/3.
    #[inline(always)]
    pub(crate) fn of(&self, hi: f64, lo: f64) -> (f64, f64) {
        let c = &self.0;
        let t = hi * hi;
        // In four parts that do not wait for each other.
        let (t2, t4) = (t * t, (t * t) * (t * t));
        let four = |k: usize| (c[k] + c[k + 1] * t) + t2 * (c[k + 2] + c[k + 3] * t);
        let low = four(0) + t4 * four(4);
        let high = four(8) + t4 * (four(12) + t4 * (c[16] + c[17] * t));
        let rest = hi * (t * (low + (t4 * t4) * high)) + lo * (1.0 + 0.5 * t);
        (hi, rest)
    }
}

/// Brings a pair to a size at which sums and quotients neither overflow nor lose digits.
#[inline(always)]
fn scaled(y: f64, x: f64) -> (f64, f64) {
    let m = if y.abs() > x.abs() { y.abs() } else { x.abs() };
    let scale = if m > 1e300 { 1e-200 } else { 1.0 };
    let scale = if m < 1e-290 { 1e200 } else { scale };
    (y * scale, x * scale)
}

/// Angle of the direction (x, y) in radians, in (-pi, pi]; 0 for the null vector. With selections in place of branches.
#[inline(always)]
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    /// pi/4 - FRAC_PI_4. One to four times it and its head are exact.
    const EIGHTH_LO: f64 = 3.061616997868383e-17;
    let (y, x) = scaled(y, x);
    // The arctangent of a / b: base times pi/4, head and tail.
    let (a, b) = (y.abs(), x.abs());
    let steep = a > b;
    let (low, high) = if steep { (b, a) } else { (a, b) };
    let middle = low > TAN_PI_8 * high;
    let u = (if middle { low - high } else { low }) / (if middle { low + high } else { high });
    let t = u * u;
    let rest = u * (t * horner(&ATAN, t));
    let base = if middle { 1.0 } else { 0.0 };
    let (base, head, tail) = if steep { (2.0 - base, -u, -rest) } else { (base, u, rest) };
    let (base, head, tail) = if x < 0.0 { (4.0 - base, -head, -tail) } else { (base, head, tail) };
    let (big, big_lo) = (base * FRAC_PI_4, base * EIGHTH_LO);
    let sum = big + head;
    let error = if base == 0.0 { 0.0 } else { head - (sum - big) };
    let angle = sum + (error + tail + big_lo);
    let angle = if high == 0.0 { 0.0 } else { angle };
    if y < 0.0 { -angle } else { angle }
}

/// Degrees in `hi + lo` radians.
#[inline(always)]
pub(crate) fn to_degrees(hi: f64, lo: f64) -> f64 {
    let (head, tail) = degrees_in_parts::<Plain>(hi, lo);
    head + tail
}

/// The same, head and tail.
#[inline(always)]
pub(crate) fn degrees_in_parts<I: Isa>(hi: f64, lo: f64) -> (f64, f64) {
    const PER_RADIAN: f64 = 57.29577951308232;
    let head = hi * PER_RADIAN;
    let lost = I::product_error(hi, PER_RADIAN, head);
    (head, lost + hi * DEGREES_PER_RADIAN_LO + lo * PER_RADIAN)
}

#[inline(always)]
fn split(a: f64) -> (f64, f64) {
    let c = 134217729.0 * a; // 2^27 + 1
    let high = c - (c - a);
    (high, a - high)
}

/// a * b with its rounding error, for factors whose halves do not overflow.
#[inline(always)]
pub(crate) fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    (product, product_error(a, b, product))
}

/// What a product has lost by rounding, by splitting both factors (Dekker 1971).
#[inline(always)]
pub(crate) fn product_error(a: f64, b: f64, product: f64) -> f64 {
    let (a1, a2) = split(a);
    let (b1, b2) = split(b);
    ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2
}

/// a + b with its rounding error.
#[inline(always)]
pub(crate) fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    let bb = s - a;
    (s, (a - (s - bb)) + (b - bb))
}

/// Head and tail brought together again, |hi| > |lo|.
#[inline(always)]
pub(crate) fn fast_two_sum(hi: f64, lo: f64) -> (f64, f64) {
    let s = hi + lo;
    (s, lo - (s - hi))
}
