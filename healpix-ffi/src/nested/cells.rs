//! Neighbors of cells, and their place in their base cell.

use healpix_core::{Depth, Direction, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Neighbors of cells in one direction.
///
/// - `depth`: 0 to 29.
/// - `direction`: 0 to 7, one of the HEALPIX_DIRECTION_ codes.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: n cell numbers; a neighbor that does not exist is HEALPIX_INVALID_CELL and no error.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_DIRECTION; of an element HEALPIX_ERR_CELL; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {61056746}; /* Vega's at depth 12 */
/// uint64_t east[1], back[1];
/// assert(healpix_nested_neighbor(12, HEALPIX_DIRECTION_E, cells, 1, east) == HEALPIX_OK);
/// assert(healpix_nested_neighbor(12, HEALPIX_DIRECTION_W, east, 1, back) == HEALPIX_OK && back[0] == cells[0]);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_neighbor(
    depth: u8,
    direction: u32,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        let direction = Direction::from_code(direction)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.output("out", out, n)?) };
        Ok(batch::nested::neighbor(depth, direction, cells, out)?)
    })
}

/// All neighbors of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `out`: 8 n cell numbers, eight for each input in the order S SE E SW NE W NW N; a neighbor that does
///   not exist is HEALPIX_INVALID_CELL and no error.
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
/// uint64_t out[8]; /* S SE E SW NE W NW N */
/// assert(healpix_nested_neighbors(0, cells, 1, out) == HEALPIX_OK);
/// assert(out[1] == 8 && out[2] == 5 && out[3] == 11 && out[4] == 0 && out[5] == 7 && out[6] == 3);
/// assert(out[0] == HEALPIX_INVALID_CELL && out[7] == HEALPIX_INVALID_CELL); /* three cells meet there */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_neighbors(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.outputs("out", out, n, 8)?) };
        Ok(batch::nested::neighbors(depth, cells, out)?)
    })
}

/// Base cells of cells, and coordinates in them.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them; `i` grows to the north-east, `j` to
///   the north-west.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_U32 in all of its own outputs; all others are
/// computed.
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
/// const uint64_t cells[] = {17, 18};
/// uint8_t face[2];
/// uint32_t i[2], j[2];
/// assert(healpix_nested_to_face_ij(1, cells, 2, face, i, j) == HEALPIX_OK);
/// assert(face[0] == 4 && i[0] == 1 && j[0] == 0 && face[1] == 4 && i[1] == 0 && j[1] == 1);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_to_face_ij(
    depth: u8,
    cells: *const u64,
    n: usize,
    face: *mut u8,
    i: *mut u32,
    j: *mut u32,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, face, i, j) = unsafe {
            (
                args.input("cells", cells, n)?,
                args.output("face", face, n)?,
                args.output("i", i, n)?,
                args.output("j", j, n)?,
            )
        };
        Ok(batch::nested::to_face_ij(depth, cells, face, i, j)?)
    })
}

/// Cells at coordinates in base cells; the inverse of to_face_ij.
///
/// - `depth`: 0 to 29.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them, below nside; `i` grows to the
///   north-east, `j` to the north-west.
/// - `cells`: n nested cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_FACE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint8_t face[] = {4, 12}; /* there is no base cell 12 */
/// const uint32_t i[] = {1, 0}, j[] = {0, 0};
/// uint64_t cells[2];
/// assert(healpix_nested_from_face_ij(1, face, i, j, 2, cells) == HEALPIX_ERR_FACE);
/// assert(cells[0] == 17 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_from_face_ij(
    depth: u8,
    face: *const u8,
    i: *const u32,
    j: *const u32,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (face, i, j, cells) = unsafe {
            (
                args.input("face", face, n)?,
                args.input("i", i, n)?,
                args.input("j", j, n)?,
                args.output("cells", cells, n)?,
            )
        };
        Ok(batch::nested::from_face_ij(depth, face, i, j, cells)?)
    })
}
