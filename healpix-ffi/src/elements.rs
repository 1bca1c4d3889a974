//! The loop of element-wise calls that the core has no slice function for.

use healpix_core::{Error, Result};

/// Computes each output from its input. A bad element leaves the sentinel in its own place; the error is that of the
/// first one, with its index and how many there are.
pub(crate) fn map<T, U: Copy>(
    inputs: impl ExactSizeIterator<Item = T>,
    outputs: &mut [U],
    sentinel: U,
    f: impl Fn(T) -> Result<U>,
) -> Result<()> {
    let len = inputs.len();
    let mut first: Option<(usize, Error)> = None;
    let mut count = 0;
    for (index, (input, output)) in inputs.zip(outputs).enumerate() {
        *output = f(input).unwrap_or_else(|error| {
            count += 1;
            first.get_or_insert((index, error));
            sentinel
        });
    }
    match first {
        None => Ok(()),
        Some((index, error)) => Err(Error::Elements { index, count, len, first: Box::new(error) }),
    }
}

#[cfg(test)]
#[path = "elements_tests.rs"]
mod tests;
