//! Cells as they are found, to a callback.

use std::ffi::c_void;
use std::ops::ControlFlow;

use healpix_core::{Depth, coverage};

use super::cell::{cells_as_c, healpix_cell};
use crate::panic::guard;
use crate::region::healpix_region;
use crate::status::{Failure, HEALPIX_ERR_NULL, HEALPIX_STOPPED, healpix_status};

/// Hands the cells of a region to a callback as they are found, sorted by position, without storing them.
///
/// - `depth`: 0 to 29.
/// - `visit`: called with `n` cells at a time, 1 to 1024 of them, and `user`. The cells are those of healpix_coverage_of,
///   in the same order; they are valid until the callback returns. It returns 0 to go on; anything else stops the walk.
///   A region that touches no cell makes no call.
/// - `user`: handed to `visit` as it is; may be NULL.
///
/// Returns HEALPIX_OK when all cells were handed over, HEALPIX_STOPPED when the callback, or that of
/// healpix_set_progress, asked to stop; what it was given before stays good.
///
/// The callback may call any function of this library, this one too, with these or other handles; one that would free
/// `region` does nothing but to say so (HEALPIX_ERR_BUSY to healpix_set_log). It must not leave other than by returning: no longjmp, and no C++ exception may leave it.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL (`visit` too), HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `region` must be a live handle, and `visit` a function that may be called with `user`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_visit(
    depth: u8,
    region: *const healpix_region,
    visit: Option<unsafe extern "C" fn(cells: *const healpix_cell, n: usize, user: *mut c_void) -> i32>,
    user: *mut c_void,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the handle; `args` checks all that can be checked.
        let region = unsafe { args.handle("region", region)? };
        let visit = visit.ok_or_else(|| Failure::Call(HEALPIX_ERR_NULL, "visit is NULL".to_owned()))?;
        let flow = coverage::visit(Depth::new(depth)?, region.get(), |cells| {
            let cells = cells_as_c(cells);
            // SAFETY: the caller vouches for the callback; the cells live until it returns.
            match unsafe { visit(cells.as_ptr(), cells.len(), user) } {
                0 => ControlFlow::Continue(()),
                _ => ControlFlow::Break(()),
            }
        })?;
        match flow {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Failure::Signal(HEALPIX_STOPPED)),
        }
    })
}
