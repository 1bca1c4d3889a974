//! Regions: shapes on the sphere, and what unions, intersections and complements make of them.

mod combine;
mod polygon;
mod query;
mod shapes;
mod text;

use core::fmt;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use std::rc::Rc;

use healpix_sys::{healpix_region, healpix_status};

use crate::error::{Result, check, handle};

pub use polygon::Interior;
pub use query::Relation;

/// A closed part of the sphere.
///
/// It never changes; clones share it and cost nothing. The handle belongs to the thread that made it, so this is neither
/// `Send` nor `Sync`; to take a region elsewhere, make it anew there.
///
/// # Example
///
/// ```
/// use healpix_safe::region::Region;
///
/// let field = Region::cone_deg(83.8, -5.4, 2.0)?;
/// let hole = Region::cone_deg(83.8, -5.4, 0.5)?;
/// let usable = field.difference(&hole)?;
/// assert!(usable.contains_deg_one(83.8, -4.4)?);
/// assert!(!usable.contains_deg_one(83.8, -5.3)?);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
#[derive(Clone)]
pub struct Region {
    /// Shared by clones: regions never change.
    owned: Rc<Owned>,
}

/// The handle itself, freed when the last clone goes.
struct Owned {
    handle: NonNull<healpix_region>,
    /// Not Send, not Sync: said here, and not left to what `Rc` and `NonNull` happen to be.
    thread: PhantomData<*mut ()>,
}

impl Region {
    /// For calls, which only read.
    pub(crate) fn as_ptr(&self) -> *const healpix_region {
        self.owned.handle.as_ptr().cast_const()
    }
}

/// Takes over what a C call hands out.
fn make(call: impl FnOnce(*mut *mut healpix_region) -> healpix_status) -> Result<Region> {
    let mut out = ptr::null_mut();
    check(call(&raw mut out))?;
    Ok(Region { owned: Rc::new(Owned { handle: handle(out)?, thread: PhantomData }) })
}

impl Drop for Owned {
    fn drop(&mut self) {
        // SAFETY: the handle is live until here, and whatever borrows from it has ended.
        unsafe { healpix_sys::healpix_region_free(self.handle.as_ptr()) }
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Region").finish_non_exhaustive()
    }
}
