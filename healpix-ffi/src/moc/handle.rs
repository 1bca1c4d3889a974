//! The handle, and how it is made, copied and ended.

use healpix_core::{Depth, Moc, Result};

use crate::handle;
use crate::panic::guard;
use crate::status::{Outcome, healpix_status};

/// A MOC: a set of cells of one depth. It changes only as the answer of a function whose name ends in _into. Belongs to the
/// thread that made it; free it with healpix_moc_free.
pub struct healpix_moc {
    pub(crate) moc: Moc,
}

impl From<Moc> for healpix_moc {
    fn from(moc: Moc) -> Self {
        healpix_moc { moc }
    }
}

/// Gives a MOC away as a new handle, if there is one.
pub(crate) fn give(moc: Result<Moc>, out: &mut *mut healpix_moc) -> Outcome {
    handle::give(healpix_moc::from(moc?), out)
}

/// The body of the functions that make a MOC of a depth.
///
/// # Safety
///
/// Unless it is NULL or misaligned, `out` must be writable.
pub(super) unsafe fn make(depth: u8, out: *mut *mut healpix_moc, of: fn(Depth) -> Moc) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        give(Depth::new(depth).map(of), out)
    })
}

/// The body of the functions that make a MOC of another.
///
/// # Safety
///
/// Unless they are NULL or misaligned, `moc` must be a live handle and `out` writable.
pub(super) unsafe fn from_one(
    moc: *const healpix_moc,
    out: *mut *mut healpix_moc,
    change: impl FnOnce(&Moc) -> Result<Moc>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (moc, out) = unsafe { (args.handle("moc", moc)?, args.target("out", out)?) };
        give(change(&moc.moc), out)
    })
}

/// Another MOC with the same depth and cells.
///
/// - `out`: becomes a new handle; end it with healpix_moc_free, before or after the first.
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
/// healpix_moc *moc, *copy;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_clone(moc, &copy) == HEALPIX_OK && healpix_moc_equals(moc, copy));
/// healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_clone(moc: *const healpix_moc, out: *mut *mut healpix_moc) -> healpix_status {
    // SAFETY: passed on as they came. Unlike `clone`, this can be refused.
    unsafe { from_one(moc, out, |moc| moc.refined(moc.depth())) }
}

/// Ends a MOC; NULL is allowed. Its views, and iterators over it, end with it. Not for the members of a healpix_mocs,
/// which end with that.
///
/// # Safety
///
/// `moc` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_moc *moc = NULL;
/// assert(healpix_moc_from_ascii("3/768", 5, &moc) == HEALPIX_ERR_SYNTAX); /* the last cell is 767 */
/// healpix_moc_free(moc); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_free(moc: *mut healpix_moc) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(moc) }
}
