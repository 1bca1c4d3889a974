//! Credible regions of probability maps.

use healpix_core::{Moc, Result};

use super::handle::{give, healpix_moc};
use crate::panic::guard;
use crate::status::healpix_status;

/// The smallest part of the sky with a share of the probability of a multi-order map.
///
/// - `uniq`: n IVOA uniq numbers, 4 * 4^depth + cell, in any order; no cell within another.
/// - `density`: the probability per steradian in each, in any scale: only ratios count.
/// - `level`: the share, 0 to 1.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the input any more.
///
/// Cells are taken by decreasing density, equal ones in nested order, until their probability first reaches the level;
/// the last one is taken whole. Level 0 gives no cell, 1 all cells with a density above 0. The depth is that of the
/// deepest cell of the map. One bad element refuses the call; the message says which one it is.
///
/// Written only on success. Errors: HEALPIX_ERR_UNIQ, HEALPIX_ERR_PROBABILITY, HEALPIX_ERR_OVERLAPPING_CELLS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const uint64_t uniq[] = {4, 5, 6};       /* base cells 0, 1, 2 */
/// const double density[] = {1.0, 6.0, 3.0}; /* 10, 60 and 30 per cent */
/// healpix_moc *half;
/// assert(healpix_moc_credible_region(uniq, density, 3, 0.5, &half) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(half) == 1 && healpix_moc_first(half) == 1);
/// healpix_moc_free(half);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_credible_region(
    uniq: *const u64,
    density: *const f64,
    n: usize,
    level: f64,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { region(uniq, ("density", density), n, level, out, Moc::credible_region) }
}

/// The smallest part of the sky with a share of the probability of a map that has the probability in each cell, and not
/// its density. Otherwise as healpix_moc_credible_region.
///
/// Errors: HEALPIX_ERR_UNIQ, HEALPIX_ERR_PROBABILITY, HEALPIX_ERR_OVERLAPPING_CELLS, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const uint64_t uniq[] = {4, 5, 6};
/// const double probability[] = {0.1, 0.6, 0.3};
/// healpix_moc *most;
/// assert(healpix_moc_credible_region_of_probabilities(uniq, probability, 3, 0.85, &most) == HEALPIX_OK);
/// assert(healpix_moc_first(most) == 1 && healpix_moc_last(most) == 2);
/// healpix_moc_free(most);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_credible_region_of_probabilities(
    uniq: *const u64,
    probability: *const f64,
    n: usize,
    level: f64,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { region(uniq, ("probability", probability), n, level, out, Moc::credible_region_of_probabilities) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn region(
    uniq: *const u64,
    (name, values): (&'static str, *const f64),
    n: usize,
    level: f64,
    out: *mut *mut healpix_moc,
    region: fn(&[u64], &[f64], f64) -> Result<Moc>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for arrays and output; `args` checks all that can be checked.
        let (uniq, values, out) =
            unsafe { (args.input("uniq", uniq, n)?, args.input(name, values, n)?, args.target("out", out)?) };
        give(region(uniq, values, level), out)
    })
}
