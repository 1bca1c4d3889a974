//! A MOC as cells: of many depths, of its own, as uniq numbers.

use healpix_core::Cell;
use healpix_core::moc::{Cells, FlatCells};

use super::handle::healpix_moc;
use crate::coverage::healpix_cell;
use crate::handle;
use crate::list::{put_cells, room};
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_END, healpix_status};

/// Iterator over the largest cells of a MOC. Belongs to the thread that made it and must not be used once its MOC is
/// freed; free it with healpix_moc_iter_free.
pub struct healpix_moc_iter {
    /// For as long as the MOC lives, which is the caller's word.
    cells: Cells<'static>,
}

/// Iterator over the cells of a MOC at its depth. Belongs to the thread that made it and must not be used once its MOC
/// is freed; free it with healpix_moc_flat_iter_free.
pub struct healpix_moc_flat_iter {
    /// For as long as the MOC lives, which is the caller's word.
    cells: FlatCells<'static>,
}

/// An iterator over the largest cells that make up a MOC, in the order of the nested curve: as few cells as possible,
/// none deeper than the MOC.
///
/// - `out`: becomes a new handle; end it with healpix_moc_iter_free, before or after the MOC.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_iter *iter;
/// healpix_cell cell;
/// int n = 0;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_iter_new(moc, &iter) == HEALPIX_OK);
/// while (healpix_moc_iter_next(iter, &cell) == HEALPIX_OK)
///     n++;
/// assert(n == 2); /* 1 of depth 2 and 8 of depth 3 */
/// healpix_moc_iter_free(iter), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_iter_new(
    moc: *const healpix_moc,
    out: *mut *mut healpix_moc_iter,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (handle, out) = unsafe { (args.handle("moc", moc)?, args.target("out", out)?) };
        // SAFETY: MOCs never change, and the caller vouches that this one lives as long as the iterator is used.
        let handle = unsafe { &*std::ptr::from_ref(handle) };
        handle::give(healpix_moc_iter { cells: handle.moc.cells() }, out)
    })
}

/// The next cell; `full` is always 1.
///
/// Returns HEALPIX_OK and writes `*out`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `iter` and the MOC it was made from must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_iter *iter;
/// healpix_cell cell;
/// healpix_moc_from_ascii("3/4-7", 5, &moc);
/// healpix_moc_iter_new(moc, &iter);
/// assert(healpix_moc_iter_next(iter, &cell) == HEALPIX_OK && cell.depth == 2 && cell.index == 1);
/// assert(healpix_moc_iter_next(iter, &cell) == HEALPIX_END);
/// healpix_moc_iter_free(iter), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_iter_next(iter: *mut healpix_moc_iter, out: *mut healpix_cell) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for iterator, MOC and output; `args` checks all that can be checked.
        let (iter, out) = unsafe { (args.handle_mut("iter", iter)?, args.target("out", out)?) };
        let cell: Cell = iter.cells.next().ok_or(Failure::Signal(HEALPIX_END))?;
        *out = healpix_cell { index: cell.index(), depth: cell.depth().get(), full: 1 };
        Ok(())
    })
}

/// Ends an iterator; NULL is allowed. The MOC may be gone already.
///
/// # Safety
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_iter *iter = NULL;
/// healpix_moc_from_ascii("3/4-7", 5, &moc);
/// assert(healpix_moc_iter_new(moc, &iter) == HEALPIX_OK && iter != NULL);
/// healpix_moc_free(moc);
/// healpix_moc_iter_free(iter); /* the iterator may be freed after its MOC, and not used any more */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_iter_free(iter: *mut healpix_moc_iter) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(iter) }
}

/// An iterator over all cells of a MOC at its depth, ascending: those of healpix_moc_flat, without a list.
///
/// - `out`: becomes a new handle; end it with healpix_moc_flat_iter_free, before or after the MOC.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_flat_iter *iter;
/// uint64_t cell, n = 0;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_flat_iter_new(moc, &iter) == HEALPIX_OK);
/// while (healpix_moc_flat_iter_next(iter, &cell) == HEALPIX_OK)
///     n++;
/// assert(n == 5 && cell == 8);
/// healpix_moc_flat_iter_free(iter), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_flat_iter_new(
    moc: *const healpix_moc,
    out: *mut *mut healpix_moc_flat_iter,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (handle, out) = unsafe { (args.handle("moc", moc)?, args.target("out", out)?) };
        // SAFETY: MOCs never change, and the caller vouches that this one lives as long as the iterator is used.
        let handle = unsafe { &*std::ptr::from_ref(handle) };
        handle::give(healpix_moc_flat_iter { cells: handle.moc.flat() }, out)
    })
}

/// The next cell.
///
/// Returns HEALPIX_OK and writes `*cell`, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `iter` and the MOC it was made from must be live handles and `cell` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_flat_iter *iter;
/// uint64_t cell;
/// healpix_moc_from_ascii("3/4", 3, &moc);
/// healpix_moc_flat_iter_new(moc, &iter);
/// assert(healpix_moc_flat_iter_next(iter, &cell) == HEALPIX_OK && cell == 4);
/// assert(healpix_moc_flat_iter_next(iter, &cell) == HEALPIX_END);
/// healpix_moc_flat_iter_free(iter), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_flat_iter_next(
    iter: *mut healpix_moc_flat_iter,
    cell: *mut u64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for iterator, MOC and output; `args` checks all that can be checked.
        let (iter, cell) = unsafe { (args.handle_mut("iter", iter)?, args.target("cell", cell)?) };
        *cell = iter.cells.next().ok_or(Failure::Signal(HEALPIX_END))?;
        Ok(())
    })
}

/// Ends an iterator; NULL is allowed. The MOC may be gone already.
///
/// # Safety
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_moc_flat_iter *iter = NULL;
/// healpix_moc_from_ascii("3/4", 3, &moc);
/// assert(healpix_moc_flat_iter_new(moc, &iter) == HEALPIX_OK && iter != NULL);
/// healpix_moc_free(moc);
/// healpix_moc_flat_iter_free(iter); /* the iterator may be freed after its MOC, and not used any more */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_flat_iter_free(iter: *mut healpix_moc_flat_iter) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(iter) }
}

/// All cells of a MOC at its depth, ascending.
///
/// - `cells`: room for `capacity` nested cell numbers.
/// - `len`: becomes the length of the list, healpix_moc_n_cells.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY (longer than memory), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, `cells` writable for `capacity` elements and `len` for one.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// uint64_t cells[5];
/// size_t len;
/// healpix_moc_from_ascii("2/1 3/8", 7, &moc);
/// assert(healpix_moc_flat(moc, 5, cells, &len) == HEALPIX_OK && len == 5);
/// assert(cells[0] == 4 && cells[3] == 7 && cells[4] == 8);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_flat(
    moc: *const healpix_moc,
    capacity: usize,
    cells: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (moc, cells, len) =
            unsafe { (args.handle("moc", moc)?, args.output("cells", cells, capacity)?, args.target("len", len)?) };
        room(moc.moc.n_cells(), cells.len(), len)?;
        let mut found = 0;
        for (cell, to) in moc.moc.flat().zip(cells) {
            *to = cell;
            found += 1;
        }
        *len = found;
        Ok(())
    })
}

/// The IVOA uniq numbers, 4 * 4^depth + cell, of the largest cells that make up a MOC, ascending: by depth, then by
/// cell.
///
/// - `uniq`: room for `capacity` numbers.
/// - `len`: becomes the length of the list.
///
/// Written only on success; if `capacity` is too small the status is HEALPIX_ERR_BUFFER and only `*len` is
/// written, with the capacity that is needed. So a call with capacity 0 and NULL asks for the length.
///
/// Errors: HEALPIX_ERR_BUFFER, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, `uniq` writable for `capacity` elements and `len` for one.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// uint64_t uniq[2];
/// size_t len;
/// healpix_moc_from_ascii("2/1 3/8", 7, &moc);
/// assert(healpix_moc_to_uniq(moc, 2, uniq, &len) == HEALPIX_OK && len == 2);
/// assert(uniq[0] == 64 + 1 && uniq[1] == 256 + 8);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_to_uniq(
    moc: *const healpix_moc,
    capacity: usize,
    uniq: *mut u64,
    len: *mut usize,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (moc, uniq, len) =
            unsafe { (args.handle("moc", moc)?, args.output("uniq", uniq, capacity)?, args.target("len", len)?) };
        put_cells(moc.moc.to_uniq()?, uniq, len)
    })
}
