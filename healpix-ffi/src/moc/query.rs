//! What is inside.

use healpix_core::{Cell, Depth, LonLat, Moc, Result};

use super::handle::healpix_moc;
use crate::check::mask;
use crate::panic::guard;
use crate::status::healpix_status;

/// Which positions are in a cell of a MOC.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `inside`: becomes 1 for each position inside, 0 for the others.
///
/// A bad element leaves 0 in its own place; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; HEALPIX_ERR_MEMORY; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, 1.0}, lat[] = {0.0, 1.5};
/// healpix_moc *moc;
/// uint8_t inside[2];
/// healpix_moc_from_ascii("0/4", 3, &moc);
/// assert(healpix_moc_contains_points(moc, lon, lat, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contains_points(
    moc: *const healpix_moc,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { contains_points(moc, (lon, lat, n), inside, Moc::contains_points) }
}

/// Which positions in degrees are in a cell of a MOC. Otherwise as healpix_moc_contains_points.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, the inputs readable and `inside` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}; /* Vega, Altair */
/// healpix_moc *moc;
/// uint8_t inside[2];
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_contains_points_deg(moc, lon, lat, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contains_points_deg(
    moc: *const healpix_moc,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { contains_points(moc, (lon, lat, n), inside, Moc::contains_points_deg) }
}

type ContainsPoints = fn(&Moc, &[f64], &[f64], &mut [bool]) -> Result<()>;

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn contains_points(
    moc: *const healpix_moc,
    (lon, lat, n): (*const f64, *const f64, usize),
    inside: *mut u8,
    contains: ContainsPoints,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and arrays; `args` checks all that can be checked.
        let (moc, lon, lat, inside) = unsafe {
            (
                args.handle("moc", moc)?,
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.output("inside", inside, n)?,
            )
        };
        Ok(contains(&moc.moc, lon, lat, mask(inside))?)
    })
}

/// Which cells of a depth are in a MOC as a whole.
///
/// - `depth`: 0 to 29, shallower or deeper than the MOC.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `inside`: becomes 1 for each cell all of which is in the MOC, 0 for the others.
///
/// A bad element leaves 0 in its own place; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; HEALPIX_ERR_MEMORY; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, `cells` readable and `inside` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {1, 2}; /* of depth 2 */
/// healpix_moc *moc;
/// uint8_t inside[2];
/// healpix_moc_from_ascii("3/4-8", 5, &moc); /* all of cell 1, a quarter of cell 2 */
/// assert(healpix_moc_contains_cells(moc, 2, cells, 2, inside) == HEALPIX_OK && inside[0] == 1 && inside[1] == 0);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contains_cells(
    moc: *const healpix_moc,
    depth: u8,
    cells: *const u64,
    n: usize,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { ask_cells(moc, depth, (cells, n), ("inside", inside), Moc::contains_cells) }
}

/// Which cells of a depth are in a MOC, be it in part only.
///
/// - `overlapping`: becomes 1 for each cell some of which is in the MOC, 0 for the others.
///
/// Otherwise as healpix_moc_contains_cells.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle, `cells` readable and `overlapping` writable for `n` elements.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {1, 2}; /* of depth 2 */
/// healpix_moc *moc;
/// uint8_t overlapping[2];
/// healpix_moc_from_ascii("3/4-8", 5, &moc); /* all of cell 1, a quarter of cell 2 */
/// assert(healpix_moc_overlaps_cells(moc, 2, cells, 2, overlapping) == HEALPIX_OK);
/// assert(overlapping[0] == 1 && overlapping[1] == 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_overlaps_cells(
    moc: *const healpix_moc,
    depth: u8,
    cells: *const u64,
    n: usize,
    overlapping: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { ask_cells(moc, depth, (cells, n), ("overlapping", overlapping), Moc::overlaps_cells) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn ask_cells(
    moc: *const healpix_moc,
    depth: u8,
    (cells, n): (*const u64, usize),
    (name, out): (&'static str, *mut u8),
    question: fn(&Moc, Depth, &[u64], &mut [bool]) -> Result<()>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and arrays; `args` checks all that can be checked.
        let (moc, cells, out) =
            unsafe { (args.handle("moc", moc)?, args.input("cells", cells, n)?, args.output(name, out, n)?) };
        let depth = Depth::new(depth)?;
        Ok(question(&moc.moc, depth, cells, mask(out))?)
    })
}

/// Whether a position is in a cell of a MOC.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `inside`: becomes 1 or 0.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `inside` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// uint8_t inside;
/// healpix_moc_from_ascii("0/4", 3, &moc);
/// assert(healpix_moc_contains_one(moc, 0.0, 0.1, &inside) == HEALPIX_OK && inside == 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contains_one(
    moc: *const healpix_moc,
    lon: f64,
    lat: f64,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { ask_one(moc, ("inside", inside), |moc| Ok(moc.contains(LonLat::new(lon, lat)?))) }
}

/// Whether a position in degrees is in a cell of a MOC. Otherwise as healpix_moc_contains_one.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `inside` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// uint8_t inside;
/// healpix_moc_from_ascii("12/61056746", 11, &moc);
/// assert(healpix_moc_contains_deg_one(moc, 279.2347, 38.7837, &inside) == HEALPIX_OK && inside == 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contains_deg_one(
    moc: *const healpix_moc,
    lon: f64,
    lat: f64,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { ask_one(moc, ("inside", inside), |moc| Ok(moc.contains(LonLat::from_degrees(lon, lat)?))) }
}

/// Whether a cell is in a MOC as a whole.
///
/// - `depth`: 0 to 29, shallower or deeper than the MOC.
/// - `cell`: nested cell number, below 12 * 4^depth.
/// - `inside`: becomes 1 or 0.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `inside` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// uint8_t inside;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_contains_cell(moc, 2, 2, &inside) == HEALPIX_OK && inside == 0); /* a quarter is not all */
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_contains_cell(
    moc: *const healpix_moc,
    depth: u8,
    cell: u64,
    inside: *mut u8,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { ask_one(moc, ("inside", inside), |moc| Ok(moc.contains_cell(Cell::new(Depth::new(depth)?, cell)?))) }
}

/// Whether a cell is in a MOC, be it in part only. Otherwise as healpix_moc_contains_cell.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `moc` must be a live handle and `overlapping` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// uint8_t overlapping;
/// healpix_moc_from_ascii("3/4-8", 5, &moc);
/// assert(healpix_moc_overlaps_cell(moc, 2, 2, &overlapping) == HEALPIX_OK && overlapping == 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_overlaps_cell(
    moc: *const healpix_moc,
    depth: u8,
    cell: u64,
    overlapping: *mut u8,
) -> healpix_status {
    let overlaps = |moc: &Moc| Ok(moc.overlaps_cell(Cell::new(Depth::new(depth)?, cell)?));
    // SAFETY: passed on as they came.
    unsafe { ask_one(moc, ("overlapping", overlapping), overlaps) }
}

/// All of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn ask_one(
    moc: *const healpix_moc,
    (name, out): (&'static str, *mut u8),
    question: impl FnOnce(&Moc) -> Result<bool>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (moc, out) = unsafe { (args.handle("moc", moc)?, args.target(name, out)?) };
        *out = u8::from(question(&moc.moc)?);
        Ok(())
    })
}
