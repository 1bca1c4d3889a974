//! Coverages: which cells a region touches, and which it contains.

mod build;
mod cell;
mod iter;
mod many;
mod ring;
mod shapes;
mod view;
mod visit;

use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use healpix_sys::{healpix_coverage, healpix_status};

use crate::error::{Result, check, handle};

pub use build::centers_in;
pub use cell::{Cell, CellRange};
pub use iter::FlatCells;
pub use many::{Coverages, cones, cones_deg};
pub use ring::{Ranges, ring_centers_in, ring_touched};

/// The cells that a region touches at a depth, and which of them are inside it.
///
/// No cell that meets the region is missing, no cell is called full that is not, and a partial cell really meets the region.
/// The handle belongs to the thread that made it, so this is neither `Send` nor `Sync`; to take a coverage elsewhere, take
/// its cells, of which [`Coverage::from_cells`] makes it again.
///
/// # Example
///
/// ```
/// use healpix_safe::coverage::Coverage;
///
/// let coverage = Coverage::cone_deg(9, 83.8, -5.4, 1.0)?;
/// assert!(coverage.cells().iter().any(|cell| cell.is_full()));
/// assert!(coverage.n_flat() > coverage.cells().len() as u64);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub struct Coverage {
    handle: NonNull<healpix_coverage>,
    /// Not Send, not Sync: said here, and not left to what `NonNull` happens to be.
    thread: PhantomData<*mut ()>,
}

impl Coverage {
    /// For calls, which only read.
    fn as_ptr(&self) -> *const healpix_coverage {
        self.handle.as_ptr().cast_const()
    }
}

/// Takes over what a C call hands out.
fn make(call: impl FnOnce(*mut *mut healpix_coverage) -> healpix_status) -> Result<Coverage> {
    let mut out = ptr::null_mut();
    check(call(&raw mut out))?;
    Ok(Coverage { handle: handle(out)?, thread: PhantomData })
}

impl Drop for Coverage {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_coverage_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Coverage").field("depth", &self.depth()).field("cells", &self.cells()).finish()
    }
}
