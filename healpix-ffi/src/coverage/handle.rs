//! The handle, and how it is made and ended.

use healpix_core::Depth;
use healpix_core::coverage::Coverage;
use healpix_core::region::Region;

use crate::handle;
use crate::panic::guard;
use crate::status::{Outcome, healpix_status};

/// The cells that a region touches at a depth, and which of them are inside it. It never changes. Belongs to the thread
/// that made it; free it with healpix_coverage_free.
pub struct healpix_coverage {
    pub(super) coverage: Coverage,
}

/// The body of the functions that cover a shape made out of numbers.
///
/// # Safety
///
/// Unless it is NULL or misaligned, `out` must be writable.
pub(super) unsafe fn make<R: Region>(
    depth: u8,
    out: *mut *mut healpix_coverage,
    shape: impl FnOnce() -> Outcome<R>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        give(Depth::new(depth)?, &shape()?, out)
    })
}

/// Gives the coverage of a region away as a new handle.
pub(super) fn give(depth: Depth, region: &impl Region, out: &mut *mut healpix_coverage) -> Outcome {
    handle::give(healpix_coverage { coverage: Coverage::of(depth, region)? }, out)
}

/// Ends a coverage; NULL is allowed. Its views, and iterators over it, end with it.
///
/// # Safety
///
/// `coverage` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage = NULL;
/// assert(healpix_coverage_cone_deg(30, 0.0, 0.0, 1.0, &coverage) == HEALPIX_ERR_DEPTH);
/// healpix_coverage_free(coverage); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_free(coverage: *mut healpix_coverage) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(coverage) }
}
