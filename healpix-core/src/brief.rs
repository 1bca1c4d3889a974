//! Numbers in messages.

use core::fmt;

/// A number with the fewest digits that are no other number's, and with an exponent where it would have many zeros: 95, 0.5,
/// 1e-300.
pub(crate) struct Brief(pub(crate) f64);

impl fmt::Display for Brief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value) = self;
        let size = value.abs();
        // NaN and the infinities are in neither range.
        if (0.0 < size && size < 1e-4) || (1e16..f64::INFINITY).contains(&size) {
            write!(f, "{value:e}")
        } else {
            write!(f, "{value}")
        }
    }
}

#[cfg(test)]
#[path = "brief_tests.rs"]
mod tests;
