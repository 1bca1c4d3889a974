//! All cells of a coverage at its depth, one after the other.

use super::cell::{cells_as_c, healpix_cell};
use super::handle::healpix_coverage;
use crate::handle;
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_END, healpix_status};

/// Iterator over the cells of a coverage at its depth. Belongs to the thread that made it and must not be used once
/// its coverage is freed; free it with healpix_coverage_iter_free.
pub struct healpix_coverage_iter {
    /// As the caller gave it, and borrowed anew for each step.
    parent: *const healpix_coverage,
    /// The cell of the coverage that is being divided, and how many parts of it are done.
    cell: usize,
    part: u64,
}

/// An iterator over all cells of a coverage at its depth, ascending: those of healpix_coverage_flat, without a list.
///
/// - `out`: becomes a new handle; end it with healpix_coverage_iter_free, before or after the coverage.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `coverage` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_iter *iter;
/// healpix_cell cell;
/// uint64_t n = 0;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 1.0, &coverage);
/// assert(healpix_coverage_iter_new(coverage, &iter) == HEALPIX_OK);
/// while (healpix_coverage_iter_next(iter, &cell) == HEALPIX_OK)
///     n++;
/// assert(n == healpix_coverage_n_flat(coverage));
/// healpix_coverage_iter_free(iter), healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_iter_new(
    coverage: *const healpix_coverage,
    out: *mut *mut healpix_coverage_iter,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (_, out) = unsafe { (args.handle("coverage", coverage)?, args.target("out", out)?) };
        handle::give(healpix_coverage_iter { parent: coverage, cell: 0, part: 0 }, out)
    })
}

/// The next cell.
///
/// Returns HEALPIX_OK and writes `*out`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `iter` and the coverage it was made from must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_coverage *point;
/// healpix_coverage_iter *iter;
/// healpix_cell cell;
/// healpix_coverage_cone_deg(12, 279.2347, 38.7837, 0.0, &point);
/// healpix_coverage_iter_new(point, &iter);
/// assert(healpix_coverage_iter_next(iter, &cell) == HEALPIX_OK && cell.index == 61056746 && cell.depth == 12);
/// assert(healpix_coverage_iter_next(iter, &cell) == HEALPIX_END);
/// healpix_coverage_iter_free(iter), healpix_coverage_free(point);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_iter_next(
    iter: *mut healpix_coverage_iter,
    out: *mut healpix_cell,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for iterator, coverage and output; `args` checks all that can be checked.
        let (iter, out) = unsafe { (args.handle_mut("iter", iter)?, args.target("out", out)?) };
        // SAFETY: the caller vouches that the coverage is live; it is the handle that made this iterator.
        let coverage = &unsafe { args.handle("coverage", iter.parent)? }.coverage;
        let depth = coverage.depth().get();
        let cell = cells_as_c(coverage.cells()).get(iter.cell).ok_or(Failure::Signal(HEALPIX_END))?;
        let shift = 2 * (depth - cell.depth);
        *out = healpix_cell { index: (cell.index << shift) + iter.part, depth, full: cell.full };
        iter.part += 1;
        if iter.part == 1 << shift {
            (iter.cell, iter.part) = (iter.cell + 1, 0);
        }
        Ok(())
    })
}

/// Ends an iterator; NULL is allowed. The coverage may be gone already.
///
/// # Safety
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_coverage *coverage;
/// healpix_coverage_iter *iter = NULL;
/// healpix_coverage_cone_deg(8, 0.0, 0.0, 1.0, &coverage);
/// assert(healpix_coverage_iter_new(coverage, &iter) == HEALPIX_OK && iter != NULL);
/// healpix_coverage_free(coverage);
/// healpix_coverage_iter_free(iter); /* the iterator may be freed after its coverage, and not used any more */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_iter_free(iter: *mut healpix_coverage_iter) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(iter) }
}
