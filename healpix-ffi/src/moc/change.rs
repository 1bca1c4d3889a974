//! Coarser and finer, borders, larger and smaller.

use healpix_core::{Depth, Moc};

use super::handle::{from_one, healpix_moc};
use crate::status::healpix_status;

/// The cells of a shallower depth that the cells of a MOC lie in; a cell covered in part becomes whole.
///
/// - `depth`: 0 to the depth of the MOC.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *coarse;
/// healpix_moc_from_ascii("3/5", 3, &moc);
/// assert(healpix_moc_degraded(moc, 2, &coarse) == HEALPIX_OK && healpix_moc_first(coarse) == 1);
/// assert(healpix_moc_is_subset(moc, coarse));
/// healpix_moc_free(moc), healpix_moc_free(coarse);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_degraded(
    moc: *const healpix_moc,
    depth: u8,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, |moc| moc.degraded(Depth::new(depth)?)) }
}

/// The same places at a deeper depth.
///
/// - `depth`: the depth of the MOC to 29.
///
/// Otherwise as healpix_moc_degraded.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *fine;
/// healpix_moc_from_ascii("2/1", 3, &moc);
/// assert(healpix_moc_refined(moc, 3, &fine) == HEALPIX_OK && healpix_moc_n_cells(fine) == 4);
/// assert(healpix_moc_same_set(moc, fine));
/// healpix_moc_free(moc), healpix_moc_free(fine);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_refined(
    moc: *const healpix_moc,
    depth: u8,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, |moc| moc.refined(Depth::new(depth)?)) }
}

/// The cells of a MOC, at its depth, that touch one that is not in it, in an edge or in a vertex.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Time and memory go with the length of the border and not with the area. Written only on success. Errors:
/// HEALPIX_ERR_MEMORY (also for borders of more than 2^28 cells), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *base, *moc, *border;
/// healpix_moc_from_ascii("0/4", 3, &base);
/// healpix_moc_refined(base, 2, &moc); /* 4 x 4 cells */
/// assert(healpix_moc_inner_border(moc, &border) == HEALPIX_OK && healpix_moc_n_cells(border) == 12);
/// healpix_moc_free(base), healpix_moc_free(moc), healpix_moc_free(border);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_inner_border(
    moc: *const healpix_moc,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, Moc::inner_border) }
}

/// The cells of the depth of a MOC that are not in it and touch one that is, in an edge or in a vertex. Otherwise as
/// healpix_moc_inner_border.
///
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *border;
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_outer_border(moc, &border) == HEALPIX_OK && healpix_moc_n_cells(border) == 8);
/// healpix_moc_free(moc), healpix_moc_free(border);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_outer_border(
    moc: *const healpix_moc,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, Moc::outer_border) }
}

/// A MOC and all cells of its depth that are at most so many steps away, a step leading to any of the up to eight
/// neighbors of a cell.
///
/// - `steps`: 0 to 1024.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_STEPS, HEALPIX_ERR_MEMORY (also for borders of more than 2^28 cells),
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *larger;
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_expanded(moc, 2, &larger) == HEALPIX_OK && healpix_moc_n_cells(larger) == 25);
/// healpix_moc_free(moc), healpix_moc_free(larger);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_expanded(
    moc: *const healpix_moc,
    steps: u32,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, |moc| moc.expanded(steps)) }
}

/// The cells of a MOC from which every cell that is not in it is more than so many steps away: the complement of the
/// complement, expanded. Otherwise as healpix_moc_expanded.
///
/// Errors: HEALPIX_ERR_STEPS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *cell, *disc, *core;
/// healpix_moc_from_ascii("12/61056746", 11, &cell);
/// healpix_moc_expanded(cell, 2, &disc);
/// assert(healpix_moc_contracted(disc, 2, &core) == HEALPIX_OK && healpix_moc_equals(core, cell));
/// healpix_moc_free(cell), healpix_moc_free(disc), healpix_moc_free(core);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contracted(
    moc: *const healpix_moc,
    steps: u32,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, |moc| moc.contracted(steps)) }
}

/// A MOC with its holes filled: the connected parts of its complement (HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES) without
/// the largest of them, which is what lies around the MOC.
///
/// - `max_area`: steradians; only holes of at most this area are filled. INFINITY for all holes; NaN for none.
/// - `out`: becomes a new handle; end it with healpix_moc_free. The operand may be freed before it.
///
/// Written only on success. Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *annulus;
/// healpix_moc *ring, *disc;
/// healpix_region_annulus_deg(0.0, 0.0, 5.0, 10.0, &annulus);
/// healpix_moc_from_region(6, annulus, &ring);
/// assert(healpix_moc_fill_holes(ring, INFINITY, &disc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(disc) > healpix_moc_n_cells(ring));
/// healpix_moc_free(ring), healpix_moc_free(disc), healpix_region_free(annulus);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_fill_holes(
    moc: *const healpix_moc,
    max_area: f64,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_one(moc, out, |moc| moc.fill_holes(Some(max_area))) }
}
