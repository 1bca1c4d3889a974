//! Coverages whose cells were kept elsewhere.

use healpix_core::Depth;
use healpix_core::coverage::{Coverage, Coverages};

use super::cell::{cells_as_core, healpix_cell};
use super::handle::healpix_coverage;
use super::many::healpix_coverages;
use crate::handle;
use crate::panic::guard;
use crate::status::healpix_status;

/// The coverage of cells that were kept elsewhere: those of healpix_coverage_cells, out of a file, a database or another
/// thread. Whether a region has them, nobody asks.
///
/// - `depth`: 0 to 29.
/// - `cells`: n cells, sorted by position, none in another, none deeper than `depth`. Any `full` but 0 says that the
///   cell is inside.
/// - `out`: becomes a new handle; end it with healpix_coverage_free. It does not need the input any more.
///
/// Four siblings that are full become their parent. One bad cell refuses the call; the message says which one it is and
/// how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH (also of a cell, and for one deeper than `depth`),
/// HEALPIX_ERR_CELL, HEALPIX_ERR_OVERLAPPING_CELLS (a cell does not come after the one before it), HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `cells` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const healpix_cell cells[] = {{1, 2, 1}, {8, 3, 0}, {9, 3, 1}}; /* cell 1 of depth 2, then two of depth 3 */
/// healpix_coverage *coverage;
/// assert(healpix_coverage_from_cells(3, cells, 3, &coverage) == HEALPIX_OK);
/// assert(healpix_coverage_n_flat(coverage) == 4 + 2);
/// healpix_coverage_free(coverage);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_from_cells(
    depth: u8,
    cells: *const healpix_cell,
    n: usize,
    out: *mut *mut healpix_coverage,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for array and output; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.target("out", out)?) };
        let coverage = Coverage::from_cells(Depth::new(depth)?, cells_as_core(cells))?;
        handle::give(healpix_coverage { coverage }, out)
    })
}

/// The coverages of cells that were kept elsewhere: those of healpix_coverages_cells with healpix_coverages_offsets.
///
/// - `depth`: 0 to 29.
/// - `cells`: n cells, those of each region as healpix_coverage_from_cells wants them.
/// - `offsets`: n_offsets numbers: where each region's cells begin, and where the last one's end. They begin with 0, never
///   fall, and end with `n`.
/// - `out`: becomes a new handle; end it with healpix_coverages_free. It does not need the input any more.
///
/// Where four full siblings become their parent, later offsets become smaller.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_OVERLAPPING_CELLS,
/// HEALPIX_ERR_RANGE (of an offset), HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH (also
/// where there is no offset, or one and cells), HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `cells` must be readable for `n` elements, `offsets` for `n_offsets`, and `out` writable.
///
/// # Example
///
/// ```c
/// const healpix_cell cells[] = {{5, 3, 1}, {7, 3, 0}, {2, 1, 1}};
/// const uint64_t offsets[] = {0, 2, 3}; /* two cells, and one */
/// healpix_coverages *fields;
/// assert(healpix_coverages_from_cells(3, cells, 3, offsets, 3, &fields) == HEALPIX_OK);
/// assert(healpix_coverages_len(fields) == 2 && healpix_coverages_cells(fields)[2].index == 2);
/// healpix_coverages_free(fields);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverages_from_cells(
    depth: u8,
    cells: *const healpix_cell,
    n: usize,
    offsets: *const u64,
    n_offsets: usize,
    out: *mut *mut healpix_coverages,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for arrays and output; `args` checks all that can be checked.
        let (cells, offsets, out) = unsafe {
            (args.input("cells", cells, n)?, args.input("offsets", offsets, n_offsets)?, args.target("out", out)?)
        };
        let coverages = Coverages::from_cells(Depth::new(depth)?, cells_as_core(cells), offsets)?;
        handle::give(healpix_coverages { coverages }, out)
    })
}
