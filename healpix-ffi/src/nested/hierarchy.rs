//! Parents, children, and numbers that hold the depth too.

use healpix_core::{Depth, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Cells one depth up that contain cells.
///
/// - `depth`: 1 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
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
/// const uint64_t cells[] = {61056746};
/// uint64_t out[1];
/// assert(healpix_nested_parent(12, cells, 1, out) == HEALPIX_OK && out[0] == 15264186);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_parent(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.output("out", out, n)?) };
        Ok(batch::nested::parent(depth, cells, out)?)
    })
}

/// Cells of a shallower depth that contain cells.
///
/// - `depth`: 0 to 29.
/// - `ancestor_depth`: 0 to `depth`.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers.
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
/// const uint64_t cells[] = {61056746};
/// uint64_t out[1];
/// assert(healpix_nested_ancestor(12, 0, cells, 1, out) == HEALPIX_OK && out[0] == 3); /* the base cell */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_ancestor(
    depth: u8,
    ancestor_depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        let ancestor_depth = Depth::new(ancestor_depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.output("out", out, n)?) };
        Ok(batch::nested::ancestor(depth, ancestor_depth, cells, out)?)
    })
}

/// The four cells one depth down of each cell.
///
/// - `depth`: 0 to 28.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
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
/// const uint64_t cells[] = {4};
/// uint64_t out[4];
/// assert(healpix_nested_children(0, cells, 1, out) == HEALPIX_OK);
/// assert(out[0] == 16 && out[1] == 17 && out[2] == 18 && out[3] == 19);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_children(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.outputs("out", out, n, 4)?) };
        Ok(batch::nested::children(depth, cells, out)?)
    })
}

/// The four cells that share the parent of each cell, itself included.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 4 n cell numbers, four for each input in ascending order.
///
/// The siblings of a base cell are the four base cells of its row.
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
/// const uint64_t cells[] = {18};
/// uint64_t out[4];
/// assert(healpix_nested_siblings(1, cells, 1, out) == HEALPIX_OK);
/// assert(out[0] == 16 && out[1] == 17 && out[2] == 18 && out[3] == 19);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_siblings(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.outputs("out", out, n, 4)?) };
        Ok(batch::nested::siblings(depth, cells, out)?)
    })
}

/// Cells of a deeper depth that cells consist of.
///
/// - `depth`: 0 to 29.
/// - `deeper_depth`: `depth` to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `first`, `last`: n half-open ranges: the cells from `first` to just before `last`.
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
/// const uint64_t cells[] = {4};
/// uint64_t first[1], last[1];
/// assert(healpix_nested_range(0, 2, cells, 1, first, last) == HEALPIX_OK);
/// assert(first[0] == 64 && last[0] == 80); /* 16 cells */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_range(
    depth: u8,
    deeper_depth: u8,
    cells: *const u64,
    n: usize,
    first: *mut u64,
    last: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        let deeper_depth = Depth::new(deeper_depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, first, last) =
            unsafe { (args.input("cells", cells, n)?, args.output("first", first, n)?, args.output("last", last, n)?) };
        Ok(batch::nested::range(depth, deeper_depth, cells, first, last)?)
    })
}

/// Nested cells as uniq numbers, which hold the depth too.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n uniq numbers, 4^(depth + 1) + cell.
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
/// const uint64_t cells[] = {61056746};
/// uint64_t out[1];
/// assert(healpix_nested_to_uniq(12, cells, 1, out) == HEALPIX_OK && out[0] == 67108864 + 61056746); /* 4^13 + cell */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_to_uniq(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.output("out", out, n)?) };
        Ok(batch::nested::to_uniq(depth, cells, out)?)
    })
}

/// Depths and nested cells of uniq numbers.
///
/// - `uniq`: n uniq numbers, 4^(depth + 1) + cell.
/// - `depths`, `cells`: n depths and nested cell numbers at them.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_CELL in all of its own outputs; all others
/// are computed.
///
/// Errors: of an element HEALPIX_ERR_UNIQ; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t uniq[] = {128165610, 3}; /* 4 is the smallest uniq number */
/// uint8_t depths[2];
/// uint64_t cells[2];
/// assert(healpix_nested_from_uniq(uniq, 2, depths, cells) == HEALPIX_ERR_UNIQ);
/// assert(depths[0] == 12 && cells[0] == 61056746 && depths[1] == HEALPIX_INVALID_U8);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_from_uniq(
    uniq: *const u64,
    n: usize,
    depths: *mut u8,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (uniq, depths, cells) = unsafe {
            (args.input("uniq", uniq, n)?, args.output("depths", depths, n)?, args.output("cells", cells, n)?)
        };
        Ok(batch::nested::from_uniq(uniq, depths, cells)?)
    })
}

/// Nested cells as zuniq numbers, which hold the depth too and sort by place.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n zuniq numbers: cell, a one bit, two zero bits for each depth that is left to 29. Sorting them
///   is sorting by place on the sphere, larger cells between smaller ones.
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
/// const uint64_t cells[] = {4};
/// uint64_t out[1];
/// assert(healpix_nested_to_zuniq(0, cells, 1, out) == HEALPIX_OK && out[0] == (UINT64_C(9) << 58));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_to_zuniq(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.output("out", out, n)?) };
        Ok(batch::nested::to_zuniq(depth, cells, out)?)
    })
}

/// Depths and nested cells of zuniq numbers.
///
/// - `zuniq`: n zuniq numbers: cell, a one bit, two zero bits for each depth that is left to 29.
/// - `depths`, `cells`: n depths and nested cell numbers at them.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_CELL in all of its own outputs; all others
/// are computed.
///
/// Errors: of an element HEALPIX_ERR_UNIQ; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t zuniq[] = {UINT64_C(9) << 58};
/// uint8_t depths[1];
/// uint64_t cells[1];
/// assert(healpix_nested_from_zuniq(zuniq, 1, depths, cells) == HEALPIX_OK && depths[0] == 0 && cells[0] == 4);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_from_zuniq(
    zuniq: *const u64,
    n: usize,
    depths: *mut u8,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (zuniq, depths, cells) = unsafe {
            (args.input("zuniq", zuniq, n)?, args.output("depths", depths, n)?, args.output("cells", cells, n)?)
        };
        Ok(batch::nested::from_zuniq(zuniq, depths, cells)?)
    })
}
