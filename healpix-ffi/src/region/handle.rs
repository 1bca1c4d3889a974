//! The handle, and how it is made, copied and ended.

use std::sync::Arc;

use healpix_core::region::AnyRegion;

use crate::handle;
use crate::panic::guard;
use crate::status::{Failure, HEALPIX_ERR_SHAPE, Outcome, healpix_status};

/// A closed part of the sphere. It never changes. Belongs to the thread that made it; free it with
/// healpix_region_free.
pub struct healpix_region {
    /// Shared by clones.
    region: Arc<AnyRegion>,
}

/// Combinations of combinations go so far: what asks a region calls itself once for each level.
const MAX_LEVELS: usize = 200;

impl healpix_region {
    pub(crate) fn get(&self) -> &AnyRegion {
        &self.region
    }
}

/// How many combinations there are one in the other, the innermost shape included.
fn levels(region: &AnyRegion) -> usize {
    match region {
        AnyRegion::Union(members) | AnyRegion::Intersection(members) => {
            1 + members.iter().map(levels).max().unwrap_or_default()
        }
        AnyRegion::Complement(inner) => 1 + levels(inner),
        _ => 1,
    }
}

/// Gives a region away as a new handle.
pub(super) fn give(region: AnyRegion, out: &mut *mut healpix_region) -> Outcome {
    let levels = levels(&region);
    if levels > MAX_LEVELS {
        return Err(Failure::Call(
            HEALPIX_ERR_SHAPE,
            format!("{levels} combinations of regions one in the other are too many: at most {MAX_LEVELS}"),
        ));
    }
    handle::give(healpix_region { region: Arc::new(region) }, out)
}

/// The body of the functions that make a region out of numbers.
///
/// # Safety
///
/// Unless it is NULL or misaligned, `out` must be writable.
pub(super) unsafe fn make<R: Into<AnyRegion>>(
    out: *mut *mut healpix_region,
    shape: impl FnOnce() -> Outcome<R>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        give(shape()?.into(), out)
    })
}

/// Another handle to the same region. Takes no time and hardly any memory, however large the region is.
///
/// - `out`: becomes a new handle; end it with healpix_region_free, before or after the first.
///
/// Written only on success. Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone, *other;
/// uint8_t inside;
/// healpix_region_cone_deg(0.0, 0.0, 1.0, &cone);
/// assert(healpix_region_clone(cone, &other) == HEALPIX_OK);
/// healpix_region_free(cone);
/// assert(healpix_region_contains_deg_one(other, 0.5, 0.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(other);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_clone(
    region: *const healpix_region,
    out: *mut *mut healpix_region,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, out) = unsafe { (args.handle("region", region)?, args.target("out", out)?) };
        handle::give(healpix_region { region: Arc::clone(&region.region) }, out)
    })
}

/// Ends a region; NULL is allowed. What was made of it stays.
///
/// # Safety
///
/// `region` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_region *cone = NULL;
/// assert(healpix_region_cone_deg(0.0, 0.0, -1.0, &cone) == HEALPIX_ERR_RADIUS);
/// healpix_region_free(cone); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_free(region: *mut healpix_region) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(region) }
}
