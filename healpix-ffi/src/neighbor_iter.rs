//! The neighbors of a cell, one after the other.

use healpix_core::{Cell, Depth, Nside, RingCell, nested, ring};

use crate::handle;
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_END, healpix_status};

/// Iterator over the neighbors of a cell. Belongs to the thread that made it; free it with healpix_neighbor_iter_free.
pub struct healpix_neighbor_iter {
    /// By direction.
    neighbors: [Option<u64>; 8],
    next: usize,
}

/// An iterator over the neighbors of a nested cell: those of healpix_nested_neighbors_one that exist.
///
/// - `depth`: 0 to 29.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `out`: becomes a new handle; end it with healpix_neighbor_iter_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_neighbor_iter *iter;
/// uint64_t neighbor;
/// uint32_t direction;
/// int n = 0;
/// healpix_nested_neighbor_iter_new(12, 61056746, &iter);
/// while (healpix_neighbor_iter_next(iter, &neighbor, &direction) == HEALPIX_OK)
///     n++;
/// assert(n == 8);
/// healpix_neighbor_iter_free(iter);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_neighbor_iter_new(
    depth: u8,
    cell: u64,
    out: *mut *mut healpix_neighbor_iter,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        let cell = Cell::new(Depth::new(depth)?, cell)?;
        let neighbors = nested::neighbors(cell).map(|found| found.map(Cell::index));
        handle::give(healpix_neighbor_iter { neighbors, next: 0 }, out)
    })
}

/// An iterator over the neighbors of a ring cell: those of healpix_ring_neighbors_one that exist.
///
/// - `nside`: 1 to 2^29.
/// - `cell`: ring cell number, below 12 * nside^2.
/// - `out`: becomes a new handle; end it with healpix_neighbor_iter_free.
///
/// Written only on success. Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_neighbor_iter *iter;
/// uint64_t neighbor;
/// uint32_t direction;
/// assert(healpix_ring_neighbor_iter_new(1, 0, &iter) == HEALPIX_OK); /* a base cell at the north pole: 6 neighbors */
/// assert(healpix_neighbor_iter_next(iter, &neighbor, &direction) == HEALPIX_OK);
/// assert(neighbor == 8 && direction == HEALPIX_DIRECTION_S);
/// healpix_neighbor_iter_free(iter);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_neighbor_iter_new(
    nside: u32,
    cell: u64,
    out: *mut *mut healpix_neighbor_iter,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        let cell = RingCell::new(Nside::new(nside)?, cell)?;
        let neighbors = ring::neighbors(cell).map(|found| found.map(RingCell::index));
        handle::give(healpix_neighbor_iter { neighbors, next: 0 }, out)
    })
}

/// The next neighbor.
///
/// - `cell`: its number, in the scheme of the iterator.
/// - `direction`: where it is, one of HEALPIX_DIRECTION_S to HEALPIX_DIRECTION_N; they ascend.
///
/// Returns HEALPIX_OK and writes both, or HEALPIX_END and writes nothing when there are no more.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `iter` must be a live handle, `cell` and `direction` writable.
///
/// # Example
///
/// ```c
/// healpix_neighbor_iter *iter;
/// uint64_t neighbor, all[8];
/// uint32_t direction;
/// healpix_nested_neighbors_one(12, 61056746, all);
/// healpix_nested_neighbor_iter_new(12, 61056746, &iter);
/// while (healpix_neighbor_iter_next(iter, &neighbor, &direction) == HEALPIX_OK)
///     assert(neighbor == all[direction]);
/// healpix_neighbor_iter_free(iter);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_neighbor_iter_next(
    iter: *mut healpix_neighbor_iter,
    cell: *mut u64,
    direction: *mut u32,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and outputs; `args` checks all that can be checked.
        let (iter, cell, direction) = unsafe {
            (args.handle_mut("iter", iter)?, args.target("cell", cell)?, args.target("direction", direction)?)
        };
        let mut left = iter.neighbors.iter().enumerate().skip(iter.next);
        let found = left.find_map(|(k, neighbor)| Some((k, (*neighbor)?)));
        let (k, neighbor) = found.ok_or(Failure::Signal(HEALPIX_END))?;
        iter.next = k + 1;
        (*cell, *direction) = (neighbor, k as u32);
        Ok(())
    })
}

/// Ends an iterator; NULL is allowed.
///
/// # Safety
///
/// `iter` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_neighbor_iter *iter = NULL;
/// healpix_neighbor_iter_free(iter); /* nothing */
/// assert(healpix_nested_neighbor_iter_new(3, 0, &iter) == HEALPIX_OK);
/// healpix_neighbor_iter_free(iter); /* before its end: as good as any time */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_neighbor_iter_free(iter: *mut healpix_neighbor_iter) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(iter) }
}
