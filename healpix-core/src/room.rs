//! Lists that grow where the memory suffices, and say so where it does not.

use alloc::vec::Vec;

use crate::error::{Error, Result};

/// An empty list with room for exactly `len` elements.
pub(crate) fn reserved<T>(len: usize) -> Result<Vec<T>> {
    let mut list = Vec::new();
    list.try_reserve_exact(len).map_err(|_| Error::OutOfMemory { elements: len as u64 })?;
    Ok(list)
}

/// `Vec::reserve` that reports a lack of memory.
#[inline]
pub(crate) fn reserve<T>(list: &mut Vec<T>, more: usize) -> Result<()> {
    let elements = (list.len() as u64).saturating_add(more as u64);
    list.try_reserve(more).map_err(|_| Error::OutOfMemory { elements })
}

/// `Vec::push` that reports a lack of memory.
#[inline]
pub(crate) fn push<T>(list: &mut Vec<T>, element: T) -> Result<()> {
    if list.len() == list.capacity() {
        reserve(list, 1)?;
    }
    list.push(element);
    Ok(())
}
