//! Readers that hand out what they read a piece at a time.

use healpix_core::{Error, Result};

use crate::list::room;
use crate::status::{Failure, HEALPIX_END, HEALPIX_ERR_PANIC, Outcome};

/// A reader, and what it said last.
pub(super) struct Pieces<I> {
    pub(super) items: I,
    /// An error that was met behind good items.
    failed: Option<Error>,
    /// A call is on its way, or did not come back.
    busy: bool,
}

impl<I> Pieces<I> {
    pub(super) fn new(items: I) -> Self {
        Pieces { items, failed: None, busy: false }
    }

    /// The reader alone, unless it has failed.
    pub(super) fn into_items(self) -> Outcome<I> {
        match self.failed {
            None if self.busy => Err(defect()),
            None => Ok(self.items),
            Some(error) => Err(error.into()),
        }
    }
}

impl<T, I: Iterator<Item = Result<T>>> Pieces<I> {
    /// Reads up to `capacity` items, at least one. An error behind good ones is kept for the next call.
    pub(super) fn next(&mut self, capacity: usize, len: &mut usize, put: impl FnMut(T, usize)) -> Outcome {
        room(1, capacity, len)?;
        if self.busy {
            return Err(defect());
        }
        if let Some(error) = self.failed.take() {
            return Err(error.into());
        }
        self.busy = true;
        let found = self.read(capacity, put);
        self.busy = false;
        match (found, self.failed.take()) {
            (0, None) => Err(Failure::Signal(HEALPIX_END)),
            (0, Some(error)) => Err(error.into()),
            (_, failed) => {
                (*len, self.failed) = (found, failed);
                Ok(())
            }
        }
    }

    /// How many items came before the end, or before an error, which is remembered.
    fn read(&mut self, capacity: usize, mut put: impl FnMut(T, usize)) -> usize {
        for k in 0..capacity {
            match self.items.next() {
                Some(Ok(item)) => put(item, k),
                Some(Err(error)) => {
                    self.failed = Some(error);
                    return k;
                }
                None => return k,
            }
        }
        capacity
    }
}

fn defect() -> Failure {
    Failure::Call(HEALPIX_ERR_PANIC, "a defect of the library was met in an earlier call".to_owned())
}

#[cfg(test)]
#[path = "pieces_tests.rs"]
mod tests;
