//! Cells as they are found.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use super::block::Group;
use super::cell::{CoverageCell, push_compact, push_group};
use super::patch::Patch;
use super::walk::{About, Sink, walk_nested};
use crate::error::{Error, Result};
use crate::grid::Depth;
use crate::region::{Region, Relation};

/// Cells handed over at a time.
const CHUNK: usize = 1024;

/// The last so many cells may still become one with cells to come: three siblings of each depth.
const OPEN: usize = 3 * 29;

/// Hands the cells of a region to a visitor, in order and compacted as in [`Coverage`](super::Coverage), up to 1024 at a
/// time, without storing them. The visitor may stop; what it has been given stays good. Returns whether it did.
///
/// # Errors
/// [`Error::OutOfMemory`].
///
/// # Examples
/// ```
/// use core::ops::ControlFlow;
/// use healpix_core::coverage::visit;
/// use healpix_core::region::Cone;
/// use healpix_core::{Depth, LonLat};
///
/// // A deep, large cone: count its first ten thousand cells.
/// let cone = Cone::new(LonLat::from_degrees(10.0, 20.0)?, 0.5)?;
/// let mut n = 0;
/// let end = visit(Depth::new(20)?, &cone, |cells| {
///     n += cells.len();
///     if n < 10_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
/// })?;
/// assert!(end.is_break());
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn visit(
    depth: Depth,
    region: &impl Region,
    mut visitor: impl FnMut(&[CoverageCell]) -> ControlFlow<()>,
) -> Result<ControlFlow<()>> {
    let mut sink = Handing { depth, cells: Vec::with_capacity(CHUNK + OPEN + 64), visitor: &mut visitor, error: None };
    if walk_nested(depth, region, &mut sink)?.is_break() {
        return sink.error.map_or(Ok(ControlFlow::Break(())), Err);
    }
    let rest = sink.cells;
    Ok(if rest.is_empty() { ControlFlow::Continue(()) } else { visitor(&rest) })
}

struct Handing<'v, F> {
    depth: Depth,
    cells: Vec<CoverageCell>,
    visitor: &'v mut F,
    error: Option<Error>,
}

impl<F: FnMut(&[CoverageCell]) -> ControlFlow<()>> Handing<'_, F> {
    /// Hands over what is ready.
    fn pass_on(&mut self, pushed: Result<()>) -> ControlFlow<()> {
        if let Err(error) = pushed {
            self.error = Some(error);
            return ControlFlow::Break(());
        }
        if self.cells.len() < CHUNK + OPEN {
            return ControlFlow::Continue(());
        }
        let flow = (self.visitor)(self.cells.get(..CHUNK).unwrap_or_default());
        self.cells.drain(..CHUNK);
        flow
    }
}

impl<F: FnMut(&[CoverageCell]) -> ControlFlow<()>> Sink for Handing<'_, F> {
    const GROUPS: bool = true;

    fn take_group(&mut self, group: &Group) -> ControlFlow<()> {
        let pushed = push_group(&mut self.cells, group);
        self.pass_on(pushed)
    }

    fn take(&mut self, patch: &Patch, relation: Relation, _: &mut About<'_>) -> ControlFlow<()> {
        let cell = CoverageCell::of_patch(self.depth, patch, relation);
        let pushed = push_compact(&mut self.cells, cell);
        self.pass_on(pushed)
    }
}
