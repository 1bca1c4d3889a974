//! A catalogue of positions that answers questions: what is in this cell, what is near, what matches.

// Blank lines keep this order, which is that of the header.

mod build;

mod view;

mod query;

mod results;

mod many;

mod occupied;

use healpix_core::index::PointIndex;

use crate::status::{Failure, HEALPIX_ERR_PANIC, Outcome};

pub use build::*;
pub use many::*;
pub use occupied::*;
pub use query::*;
pub use results::*;
pub use view::*;

/// Positions sorted by cell. Rows are numbered from 0 in the order in which they were pushed.
///
/// Push rows, build, ask. A handle belongs to the thread that made it; free it with healpix_point_index_free.
pub struct healpix_point_index {
    index: PointIndex,
    /// Set while a call changes the index: still set afterwards if that call panicked.
    changing: bool,
}

impl healpix_point_index {
    fn new(index: PointIndex) -> Self {
        healpix_point_index { index, changing: false }
    }

    /// The index, unless a panic left it half-changed.
    fn read(&self) -> Outcome<&PointIndex> {
        if self.changing { Err(half_changed()) } else { Ok(&self.index) }
    }

    /// Changes the index; if `change` panics, every later call fails instead of using what is left.
    fn change<T>(&mut self, change: impl FnOnce(&mut PointIndex) -> T) -> Outcome<T> {
        if self.changing {
            return Err(half_changed());
        }
        self.changing = true;
        let result = change(&mut self.index);
        self.changing = false;
        Ok(result)
    }
}

fn half_changed() -> Failure {
    Failure::Call(HEALPIX_ERR_PANIC, "an earlier call on this point index panicked: only free it".to_owned())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
