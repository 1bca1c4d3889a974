//! Neighbors of cells, and their place in their base cell.

use healpix_core::{Direction, Nside, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Neighbors of cells in one direction.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `direction`: 0 to 7, one of the HEALPIX_DIRECTION_ codes.
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: n cell numbers; a neighbor that does not exist is HEALPIX_INVALID_CELL and no error.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE, HEALPIX_ERR_DIRECTION; of an element HEALPIX_ERR_CELL; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48};
/// uint64_t out[1];
/// assert(healpix_ring_neighbor(3, HEALPIX_DIRECTION_E, cells, 1, out) == HEALPIX_OK && out[0] == 49);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_neighbor(
    nside: u32,
    direction: u32,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        let direction = Direction::from_code(direction)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.output("out", out, n)?) };
        Ok(batch::ring::neighbor(nside, direction, cells, out)?)
    })
}

/// All neighbors of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `out`: 8 n cell numbers, eight for each input in the order S SE E SW NE W NW N; a neighbor that does
///   not exist is HEALPIX_INVALID_CELL and no error.
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
/// const uint64_t cells[] = {48};
/// uint64_t out[8]; /* S SE E SW NE W NW N */
/// assert(healpix_ring_neighbors(3, cells, 1, out) == HEALPIX_OK);
/// assert(out[0] == 72 && out[1] == 60 && out[2] == 49 && out[3] == 71);
/// assert(out[4] == 36 && out[5] == 59 && out[6] == 47 && out[7] == 24);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_neighbors(
    nside: u32,
    cells: *const u64,
    n: usize,
    out: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, out) = unsafe { (args.input("cells", cells, n)?, args.outputs("out", out, n, 8)?) };
        Ok(batch::ring::neighbors(nside, cells, out)?)
    })
}

/// Base cells of cells, and coordinates in them.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them; `i` grows to the north-east, `j` to
///   the north-west.
///
/// A bad element leaves HEALPIX_INVALID_U8 or HEALPIX_INVALID_U32 in all of its own outputs; all others are
/// computed.
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
/// const uint64_t cells[] = {48};
/// uint8_t face[1];
/// uint32_t i[1], j[1];
/// assert(healpix_ring_to_face_ij(3, cells, 1, face, i, j) == HEALPIX_OK);
/// assert(face[0] == 4 && i[0] == 1 && j[0] == 1); /* the middle one of 3 x 3 */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_to_face_ij(
    nside: u32,
    cells: *const u64,
    n: usize,
    face: *mut u8,
    i: *mut u32,
    j: *mut u32,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, face, i, j) = unsafe {
            (
                args.input("cells", cells, n)?,
                args.output("face", face, n)?,
                args.output("i", i, n)?,
                args.output("j", j, n)?,
            )
        };
        Ok(batch::ring::to_face_ij(nside, cells, face, i, j)?)
    })
}

/// Cells at coordinates in base cells; the inverse of to_face_ij.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `face`, `i`, `j`: n base cells (0 to 11) and coordinates in them, below nside; `i` grows to the
///   north-east, `j` to the north-west.
/// - `cells`: n ring cell numbers.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_FACE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint8_t face[] = {4, 4};
/// const uint32_t i[] = {1, 3}, j[] = {1, 0}; /* coordinates go from 0 to nside - 1 */
/// uint64_t cells[2];
/// assert(healpix_ring_from_face_ij(3, face, i, j, 2, cells) == HEALPIX_ERR_FACE);
/// assert(cells[0] == 48 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_from_face_ij(
    nside: u32,
    face: *const u8,
    i: *const u32,
    j: *const u32,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (face, i, j, cells) = unsafe {
            (
                args.input("face", face, n)?,
                args.input("i", i, n)?,
                args.input("j", j, n)?,
                args.output("cells", cells, n)?,
            )
        };
        Ok(batch::ring::from_face_ij(nside, face, i, j, cells)?)
    })
}
