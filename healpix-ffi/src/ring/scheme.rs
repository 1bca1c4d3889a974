//! The other numbering scheme, and rings.

use healpix_core::{Nside, batch};

use crate::check::InOut;
use crate::panic::guard;
use crate::status::healpix_status;

/// Ring cells as nested cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: n nested cell numbers. May be `cells` itself: the call then works in place.
///
/// `nside` must be a power of two: HEALPIX_ERR_NSIDE otherwise.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// uint64_t cells[] = {0, 1, 2, 3}; /* the four around the north pole */
/// assert(healpix_ring_to_nested(2, cells, 4, cells) == HEALPIX_OK);
/// assert(cells[0] == 3 && cells[1] == 7 && cells[2] == 11 && cells[3] == 15);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_to_nested(
    nside: u32,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for both arrays; `args` checks all that can be checked.
        let arrays = unsafe { args.in_out(("cells", cells), ("out", out), n)? };
        match arrays {
            InOut::Apart(cells, out) => batch::ring::to_nested(nside, cells, out)?,
            InOut::Same(cells) => batch::ring::to_nested_in_place(nside, cells)?,
        }
        Ok(())
    })
}

/// Rings that cells are on.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `rings`: n ring numbers, from 1 in the north to 4 nside - 1.
///
/// A bad element leaves HEALPIX_INVALID_U32 in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {0, 48, 107};
/// uint32_t rings[3];
/// assert(healpix_ring_ring_of(3, cells, 3, rings) == HEALPIX_OK);
/// assert(rings[0] == 1 && rings[1] == 6 && rings[2] == 11);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_ring_of(
    nside: u32,
    cells: *const u64,
    n: usize,
    rings: *mut u32,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, rings) = unsafe { (args.input("cells", cells, n)?, args.output("rings", rings, n)?) };
        Ok(batch::ring::ring_of(nside, cells, rings)?)
    })
}
