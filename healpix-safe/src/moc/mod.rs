//! Multi-Order Coverage maps: sets of cells (IVOA MOC 2.0).

mod algebra;
mod build;
mod cells;
mod change;
mod fits;
mod parts;
mod query;
mod reuse;
mod text;
mod view;

use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_moc, healpix_status};

use crate::error::{Result, check, handle};

pub use crate::coverage::{Cell, CellRange};
pub use cells::{Cells, FlatCells};
pub use parts::{Connectivity, Mocs};

/// A set of cells of one depth: a Multi-Order Coverage map of space.
///
/// Kept as sorted, disjoint [ranges](Moc::ranges) of cells of depth 29. Whatever makes another MOC of it
/// returns a new one, or fills one that is there (`_into`), at the depth of the deepest that took part. `==` compares depth and cells,
/// [`Moc::same_set`] the cells alone.
///
/// The handle belongs to the thread that made it, so this is neither `Send` nor `Sync`; to take a MOC elsewhere, take its
/// ranges.
///
/// # Memory
///
/// Whatever makes a MOC returns [`Memory`](crate::ErrorKind::Memory) where the answer does not fit into memory. The operators
/// `|`, `&`, `-`, `^` and `!`, and `clone`, cannot: they abort in that case, as every `Vec` does.
///
/// # Example
///
/// ```
/// use healpix_safe::Moc;
///
/// let survey = Moc::from_cells(4, &[100, 101, 102, 103, 200])?;
/// let masked = Moc::from_cells(4, &[101])?;
/// let usable = &survey - &masked;
/// assert_eq!(usable.n_cells(), 4);
/// assert_eq!(usable.to_string(), "4/100 102-103 200");
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Moc {
    handle: NonNull<healpix_moc>,
    /// Not Send, not Sync: said here, and not left to what `NonNull` happens to be.
    thread: PhantomData<*mut ()>,
}

impl Moc {
    /// Takes over what a successful C call handed out.
    pub(crate) fn own(out: *mut healpix_moc) -> Result<Moc> {
        Ok(Moc { handle: handle(out)?, thread: PhantomData })
    }

    /// For calls, which only read.
    pub(crate) fn as_ptr(&self) -> *const healpix_moc {
        self.handle.as_ptr().cast_const()
    }

    /// For calls that change it; nobody else has borrowed it.
    fn as_mut_ptr(&mut self) -> *mut healpix_moc {
        self.handle.as_ptr()
    }
}

/// Takes over what a C call hands out.
pub(crate) fn make(call: impl FnOnce(*mut *mut healpix_moc) -> healpix_status) -> Result<Moc> {
    let mut out = ptr::null_mut();
    check(call(&raw mut out))?;
    Moc::own(out)
}

impl Clone for Moc {
    fn clone(&self) -> Moc {
        // SAFETY: the handle is live, and `make` hands over a live output.
        algebra::or_abort(make(|out| unsafe { healpix_sys::healpix_moc_clone(self.as_ptr(), out) }))
    }
}

impl Drop for Moc {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_moc_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Moc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Moc").field("depth", &self.depth()).field("ranges", &self.ranges()).finish()
    }
}
