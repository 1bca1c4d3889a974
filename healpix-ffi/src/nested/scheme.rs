//! The other numbering scheme, and rings.

use healpix_core::{Depth, batch};

use crate::check::InOut;
use crate::panic::guard;
use crate::status::healpix_status;

/// Nested cells as ring cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n ring cell numbers. May be `cells` itself: the call then works in place.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// uint64_t cells[] = {3, 7, 11, 15}; /* the four around the north pole */
/// assert(healpix_nested_to_ring(1, cells, 4, cells) == HEALPIX_OK);
/// assert(cells[0] == 0 && cells[1] == 1 && cells[2] == 2 && cells[3] == 3);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_to_ring(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for both arrays; `args` checks all that can be checked.
        let arrays = unsafe { args.in_out(("cells", cells), ("out", out), n)? };
        match arrays {
            InOut::Apart(cells, out) => batch::nested::to_ring(depth, cells, out)?,
            InOut::Same(cells) => batch::nested::to_ring_in_place(depth, cells)?,
        }
        Ok(())
    })
}
