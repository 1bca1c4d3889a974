//! aarch64: the floor and the fused operation as one instruction. Every such machine has them.

use super::lanes::Lanes;
use crate::sphere::isa::Isa;

/// What every aarch64 machine has.
pub(super) enum Neon {}

impl Isa for Neon {
    #[inline(always)]
    fn floor(x: f64) -> f64 {
        x.floor()
    }
    #[inline(always)]
    fn mul_add(a: f64, b: f64, c: f64) -> f64 {
        a.mul_add(b, c)
    }
    #[inline(always)]
    fn product_error(a: f64, b: f64, product: f64) -> f64 {
        a.mul_add(b, -product)
    }
    #[inline(always)]
    fn remainder(a: f64, quotient: f64, b: f64) -> f64 {
        (-quotient).mul_add(b, a)
    }
}

impl Lanes for Neon {}
