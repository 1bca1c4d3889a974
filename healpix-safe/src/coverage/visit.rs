//! Cells as they are found, to a closure.

use core::ffi::c_void;
use core::ops::ControlFlow;

use healpix_sys::healpix_cell;

use super::{Cell, Coverage};
use crate::error::{Result, check, slice};
use crate::region::Region;
use crate::scoped::Lent;

/// What the C callback is given as its user pointer.
struct Visit<F> {
    visitor: Lent<F>,
    stopped: bool,
}

impl Coverage {
    /// Hands the cells of a region to a closure as they are found, up to 1024 at a time, without storing them: those of
    /// [`Coverage::of`], in the same order. The closure may stop; what it was given before stays good. Returns whether
    /// it did.
    ///
    /// Should the closure panic, the walk ends and the panic goes on from here.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Memory`](crate::ErrorKind::Memory); [`Stopped`](crate::ErrorKind::Stopped) by
    /// [`progress::watch`](crate::progress::watch).
    ///
    /// # Example
    ///
    /// ```
    /// use std::ops::ControlFlow;
    ///
    /// use healpix_safe::{coverage::Coverage, region::Region};
    ///
    /// // A deep, large cone: count its first ten thousand cells.
    /// let mut n = 0;
    /// let end = Coverage::visit(20, &Region::cone_deg(10.0, 20.0, 30.0)?, |cells| {
    ///     n += cells.len();
    ///     if n < 10_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    /// })?;
    /// assert!(end.is_break() && n >= 10_000);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn visit<F>(depth: u8, region: &Region, visitor: F) -> Result<ControlFlow<()>>
    where
        F: FnMut(&[Cell]) -> ControlFlow<()>,
    {
        let mut visit = Visit { visitor: Lent::new(visitor), stopped: false };
        let user = (&raw mut visit).cast::<c_void>();
        // SAFETY: the handle is live; the callback is made for a `Visit<F>`, which lives longer than the call and is not
        // touched here meanwhile.
        let status = unsafe { healpix_sys::healpix_coverage_visit(depth, region.as_ptr(), Some(call::<F>), user) };
        let stopped = visit.stopped;
        visit.visitor.finish();
        if stopped {
            return Ok(ControlFlow::Break(()));
        }
        check(status)?;
        Ok(ControlFlow::Continue(()))
    }
}

/// Calls the closure; a panic is kept, so that none goes through C.
///
/// # Safety
///
/// `user` must point to a `Visit<F>` that nobody else uses, and `cells` to `n` cells.
unsafe extern "C" fn call<F>(cells: *const healpix_cell, n: usize, user: *mut c_void) -> i32
where
    F: FnMut(&[Cell]) -> ControlFlow<()>,
{
    // SAFETY: by this function's contract; `visit` above hands over nothing else.
    let visit = unsafe { &mut *user.cast::<Visit<F>>() };
    // SAFETY: the cells are valid until this function returns, and the closure cannot keep them: it takes a slice of any
    // lifetime. `Cell` has the layout of the C type, as asserted beside it.
    let cells = unsafe { slice(cells.cast::<Cell>(), n) };
    visit.stopped = visit.visitor.call(ControlFlow::Break(()), |visitor| visitor(cells)).is_break();
    i32::from(visit.stopped)
}
