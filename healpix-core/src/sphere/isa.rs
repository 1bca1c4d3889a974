//! What differs between instruction sets in the arithmetic of doubles.

use super::trig;

/// Operations that some machines do in one instruction and others in several.
pub(crate) trait Isa {
    /// Largest integer not above `x`.
    fn floor(x: f64) -> f64;

    /// `a * b + c`, rounded once or twice: only where the error bound allows for either, and nothing of it is visible.
    fn mul_add(a: f64, b: f64, c: f64) -> f64;

    /// What `product`, which is `a * b` rounded, has lost. The exact number, so that it is the same however it is found, unless it
    /// underflows.
    #[inline(always)]
    fn product_error(a: f64, b: f64, product: f64) -> f64 {
        trig::product_error(a, b, product)
    }

    /// What is left of `a` when `quotient`, which is `a / b` rounded, has been taken away; exact likewise.
    #[inline(always)]
    fn remainder(a: f64, quotient: f64, b: f64) -> f64 {
        let product = quotient * b;
        (a - product) - trig::product_error(quotient, b, product)
    }
}

/// Another one's operations without the fused ones: for results that are visible.
pub(crate) struct Separate<I>(core::marker::PhantomData<I>);

impl<I: Isa> Isa for Separate<I> {
    #[inline(always)]
    fn floor(x: f64) -> f64 {
        I::floor(x)
    }
    #[inline(always)]
    fn mul_add(a: f64, b: f64, c: f64) -> f64 {
        a * b + c
    }
    #[inline(always)]
    fn product_error(a: f64, b: f64, product: f64) -> f64 {
        I::product_error(a, b, product)
    }
    #[inline(always)]
    fn remainder(a: f64, quotient: f64, b: f64) -> f64 {
        I::remainder(a, quotient, b)
    }
}

/// Nothing but the four operations. The floor is right for numbers below 2^50.
pub(crate) enum Plain {}

impl Isa for Plain {
    #[inline(always)]
    fn floor(x: f64) -> f64 {
        trig::floor_small(x).0
    }
    #[inline(always)]
    fn mul_add(a: f64, b: f64, c: f64) -> f64 {
        a * b + c
    }
}
