//! Connected parts: a list of MOCs.

use std::ptr;

use healpix_core::Error;
use healpix_core::moc::Connectivity;

use super::handle::healpix_moc;
use crate::handle::{self, Slot, ask};
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_ERR_MODE, Outcome, healpix_status};
use crate::version::{HEALPIX_CONNECTIVITY_EDGES, HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES};

/// A list of MOCs. It never changes. Belongs to the thread that made it; free it with healpix_mocs_free.
pub struct healpix_mocs {
    mocs: Vec<Slot<healpix_moc>>,
}

/// The connected parts of a MOC, in the order of their first cells, each at the depth of the MOC.
///
/// - `connectivity`: HEALPIX_CONNECTIVITY_EDGES if cells belong together where they share an edge,
///   HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES if a vertex is enough.
/// - `out`: becomes a new handle; end it with healpix_mocs_free. It does not need the MOC any more.
///
/// Written only on success. Errors: HEALPIX_ERR_MODE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_from_ascii("0/0 2 8", 7, &moc); /* 0 and 8 meet in no point, 0 and 2 at the pole */
/// assert(healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES, &parts) == HEALPIX_OK && healpix_mocs_len(parts) == 3);
/// healpix_mocs_free(parts), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_split(
    moc: *const healpix_moc,
    connectivity: u32,
    out: *mut *mut healpix_mocs,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (moc, out) = unsafe { (args.handle("moc", moc)?, args.target("out", out)?) };
        let parts = moc.moc.split(connectivity_of(connectivity)?)?;
        let mut mocs = Vec::new();
        mocs.try_reserve_exact(parts.len()).map_err(|_| Error::OutOfMemory { elements: parts.len() as u64 })?;
        mocs.extend(parts.into_iter().map(|moc| Slot::new(healpix_moc::from(moc))));
        handle::give(healpix_mocs { mocs }, out)
    })
}

fn connectivity_of(code: u32) -> Outcome<Connectivity> {
    match code {
        HEALPIX_CONNECTIVITY_EDGES => Ok(Connectivity::Edges),
        HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES => Ok(Connectivity::EdgesAndVertices),
        _ => Err(Failure::Call(HEALPIX_ERR_MODE, format!("connectivity {code} is outside 0..=1"))),
    }
}

/// Number of MOCs in a list; 0 for NULL.
///
/// # Safety
///
/// `mocs` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_from_ascii("3/1 100", 7, &moc);
/// healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES, &parts);
/// assert(healpix_mocs_len(parts) == 2 && healpix_mocs_len(NULL) == 0);
/// healpix_mocs_free(parts), healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_mocs_len(mocs: *const healpix_mocs) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(mocs, 0, |mocs| mocs.mocs.len()) }
}

/// A MOC of a list, to be read like any other; valid until healpix_mocs_free. It belongs to the list: do not free it.
/// NULL for `k` beyond the last one, and for NULL.
///
/// # Safety
///
/// `mocs` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_from_ascii("3/1 100", 7, &moc);
/// healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES, &parts);
/// assert(healpix_moc_first(healpix_mocs_get(parts, 1)) == 100 && healpix_mocs_get(parts, 2) == NULL);
/// healpix_mocs_free(parts), healpix_moc_free(moc); /* the parts are not freed one by one */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_mocs_get(mocs: *const healpix_mocs, k: usize) -> *const healpix_moc {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(mocs, ptr::null(), |mocs| mocs.mocs.get(k).map_or(ptr::null(), Slot::pointer)) }
}

/// Ends a list of MOCs; NULL is allowed. Its members, and what hangs on them, end with it.
///
/// # Safety
///
/// `mocs` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// healpix_mocs *parts;
/// healpix_moc_empty(3, &moc);
/// assert(healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES, &parts) == HEALPIX_OK && healpix_mocs_len(parts) == 0);
/// healpix_mocs_free(parts), healpix_moc_free(moc); /* without a member, a handle all the same */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_mocs_free(mocs: *mut healpix_mocs) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(mocs) }
}
