//! The loop under every slice function, and the checks before it.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::error::{Error, Result};
use crate::room::reserved;

/// Calls `body` for each index. Errors are counted and the first one kept; `body` has left the
/// sentinels of its element by then.
#[inline(always)]
pub(crate) fn run(len: usize, mut body: impl FnMut(usize) -> Result<()>) -> Result<()> {
    let mut first: Option<(usize, Error)> = None;
    let mut count = 0;
    for k in 0..len {
        if let Err(error) = body(k) {
            count += 1;
            first.get_or_insert((k, error));
        }
    }
    match first {
        None => Ok(()),
        Some((index, error)) => Err(Error::Elements { index, count, len, first: Box::new(error) }),
    }
}

/// All of `len` rows, before any work is done with them; or the first bad one and how many there are.
pub(crate) fn all_good<T>(len: usize, mut rows: impl Iterator<Item = Result<T>>) -> Result<Vec<T>> {
    let mut good = reserved(len)?;
    run(len, |_| {
        if let Some(row) = rows.next() {
            good.push(row?);
        }
        Ok(())
    })?;
    Ok(good)
}

/// That a slice has the length the first one asks for.
#[inline(always)]
pub(crate) fn fits(what: &'static str, got: usize, expected: usize) -> Result<()> {
    if got == expected { Ok(()) } else { Err(Error::Length { what, expected, got }) }
}

/// That an output has `factor` places for each of `n` elements.
#[inline(always)]
pub(crate) fn fits_times(what: &'static str, got: usize, n: usize, factor: usize) -> Result<()> {
    fits(what, got, n.saturating_mul(factor))
}

/// Writes a result or its sentinel.
#[inline(always)]
pub(crate) fn put<U>(result: Result<U>, to: &mut U, sentinel: U) -> Result<()> {
    match result {
        Ok(value) => {
            *to = value;
            Ok(())
        }
        Err(error) => {
            *to = sentinel;
            Err(error)
        }
    }
}
