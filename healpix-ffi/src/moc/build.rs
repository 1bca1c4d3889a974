//! MOCs from cells, positions, uniq numbers, ranges and regions.

use healpix_core::{Cell, Depth, Error, Moc, Result};

use super::handle::{give, healpix_moc, make};
use crate::coverage::{healpix_cell, healpix_range, ranges_as_core};
use crate::panic::guard;
use crate::region::healpix_region;
use crate::status::healpix_status;

/// A MOC without a cell.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_moc_free.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// assert(healpix_moc_empty(5, &moc) == HEALPIX_OK && healpix_moc_is_empty(moc) && healpix_moc_depth(moc) == 5);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_empty(depth: u8, out: *mut *mut healpix_moc) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, Moc::empty) }
}

/// The MOC with every cell. Otherwise as healpix_moc_empty.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc;
/// assert(healpix_moc_all_sky(5, &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 12 * 32 * 32);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_all_sky(depth: u8, out: *mut *mut healpix_moc) -> healpix_status {
    // SAFETY: passed on as it came.
    unsafe { make(depth, out, Moc::all_sky) }
}

/// The MOC of cells of its depth.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth, in any order; a cell may be there several times.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the input any more.
///
/// One bad element refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_CELL, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `cells` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {7, 5, 4, 6, 4};
/// healpix_moc *moc;
/// assert(healpix_moc_from_cells(3, cells, 5, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == 4 && healpix_moc_len(moc) == 1); /* one range: 4 to 7 */
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_cells(
    depth: u8,
    cells: *const u64,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_array(depth, ("cells", cells, n), out, Moc::from_cells) }
}

/// The MOC of cells of any depths, for instance those of a coverage. Cells may overlap; one that is deeper than the MOC
/// is widened to its ancestor. Whether a cell is full does not count.
///
/// - `depth`: 0 to 29, of the MOC.
/// - `cells`: n cells.
///
/// Otherwise as healpix_moc_from_cells. Errors: of an element also HEALPIX_ERR_DEPTH.
///
/// # Safety
///
/// `cells` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const healpix_cell cells[] = {{1, 2, 1}, {20, 3, 0}}; /* cell 1 of depth 2, cell 20 of depth 3 */
/// healpix_moc *moc;
/// assert(healpix_moc_from_mixed_cells(3, cells, 2, &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_mixed_cells(
    depth: u8,
    cells: *const healpix_cell,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_array(depth, ("cells", cells, n), out, from_mixed_cells) }
}

fn from_mixed_cells(depth: Depth, cells: &[healpix_cell]) -> Result<Moc> {
    let cell = |cell: &healpix_cell| Cell::new(Depth::new(cell.depth)?, cell.index);
    let mut bad = cells.iter().enumerate().filter_map(|(index, at)| cell(at).err().map(|error| (index, error)));
    if let Some((index, first)) = bad.next() {
        let count = 1 + bad.count();
        return Err(Error::Elements { index, count, len: cells.len(), first: Box::new(first) });
    }
    Moc::from_mixed_cells(depth, cells.iter().flat_map(cell))
}

/// The MOC of cells given by IVOA uniq numbers. Cells may overlap; one that is deeper than the MOC is widened to its
/// ancestor.
///
/// - `depth`: 0 to 29, of the MOC.
/// - `uniq`: n uniq numbers, 4 * 4^depth + cell.
///
/// Otherwise as healpix_moc_from_cells. Errors: HEALPIX_ERR_UNIQ instead of HEALPIX_ERR_CELL.
///
/// # Safety
///
/// `uniq` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const uint64_t uniq[] = {64 + 1, 256 + 20}; /* cell 1 of depth 2, cell 20 of depth 3 */
/// healpix_moc *moc;
/// assert(healpix_moc_from_uniq(3, uniq, 2, &moc) == HEALPIX_OK && healpix_moc_n_cells(moc) == 4 + 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_uniq(
    depth: u8,
    uniq: *const u64,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_array(depth, ("uniq", uniq, n), out, Moc::from_uniq) }
}

/// The MOC of ranges of cells of its own depth, in any order; they may overlap. An empty range adds nothing.
///
/// - `depth`: 0 to 29.
/// - `ranges`: n ranges of nested cell numbers of `depth`, `start` up to `end`, `end` at most 12 * 4^depth.
///
/// Otherwise as healpix_moc_from_cells. Errors: HEALPIX_ERR_RANGE instead of HEALPIX_ERR_CELL.
///
/// # Safety
///
/// `ranges` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const healpix_range ranges[] = {{10, 20}, {15, 30}};
/// healpix_moc *moc;
/// assert(healpix_moc_from_ranges(3, ranges, 2, &moc) == HEALPIX_OK);
/// assert(healpix_moc_first(moc) == 10 && healpix_moc_last(moc) == 29 && healpix_moc_len(moc) == 1);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_ranges(
    depth: u8,
    ranges: *const healpix_range,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe {
        from_array(depth, ("ranges", ranges, n), out, |depth, ranges| Moc::from_ranges(depth, ranges_as_core(ranges)))
    }
}

/// The MOC of ranges of cells of depth 29, as healpix_moc_ranges has them, in any order; they may overlap. An empty
/// range adds nothing. Each is widened to whole cells of the MOC.
///
/// - `depth`: 0 to 29, of the MOC.
/// - `ranges`: n ranges of nested cell numbers of depth 29, `start` up to `end`, `end` at most 12 * 4^29.
///
/// Otherwise as healpix_moc_from_cells. Errors: HEALPIX_ERR_RANGE instead of HEALPIX_ERR_CELL.
///
/// # Safety
///
/// `ranges` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_moc *moc, *copy;
/// healpix_moc_from_ascii("3/1-5 8", 7, &moc);
/// /* The ranges of a MOC are its value: this way it goes to another thread or program. */
/// assert(healpix_moc_from_depth29_ranges(3, healpix_moc_ranges(moc), healpix_moc_len(moc), &copy) == HEALPIX_OK);
/// assert(healpix_moc_equals(copy, moc));
/// healpix_moc_free(moc), healpix_moc_free(copy);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_depth29_ranges(
    depth: u8,
    ranges: *const healpix_range,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe {
        from_array(depth, ("ranges", ranges, n), out, |depth, ranges| {
            Moc::from_depth29_ranges(depth, ranges_as_core(ranges))
        })
    }
}

/// The body of the functions that make a MOC of one array.
///
/// # Safety
///
/// As for the exported functions; every bit pattern must be a `T`.
unsafe fn from_array<T: 'static>(
    depth: u8,
    (name, data, n): (&'static str, *const T, usize),
    out: *mut *mut healpix_moc,
    build: fn(Depth, &[T]) -> Result<Moc>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for array and output; `args` checks all that can be checked.
        let (data, out) = unsafe { (args.input(name, data, n)?, args.target("out", out)?) };
        give(build(Depth::new(depth)?, data), out)
    })
}

/// The MOC of the cells that positions are in.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the input any more.
///
/// One bad element refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, 1e-9}, lat[] = {0.0, 1e-9};
/// healpix_moc *moc;
/// assert(healpix_moc_from_points(0, lon, lat, 2, &moc) == HEALPIX_OK);
/// assert(healpix_moc_n_cells(moc) == 1 && healpix_moc_first(moc) == 4);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_points(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_points(depth, (lon, lat, n), out, Moc::from_points) }
}

/// The MOC of the cells that positions in degrees are in. Otherwise as healpix_moc_from_points.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}; /* Vega, Altair */
/// healpix_moc *moc;
/// assert(healpix_moc_from_points_deg(12, lon, lat, 2, &moc) == HEALPIX_OK);
/// assert(healpix_moc_first(moc) == 61056746 && healpix_moc_last(moc) == 125106358);
/// healpix_moc_free(moc);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_points_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_points(depth, (lon, lat, n), out, Moc::from_points_deg) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn from_points(
    depth: u8,
    (lon, lat, n): (*const f64, *const f64, usize),
    out: *mut *mut healpix_moc,
    build: fn(Depth, &[f64], &[f64]) -> Result<Moc>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for arrays and output; `args` checks all that can be checked.
        let (lon, lat, out) =
            unsafe { (args.input("lon", lon, n)?, args.input("lat", lat, n)?, args.target("out", out)?) };
        give(build(Depth::new(depth)?, lon, lat), out)
    })
}

/// The MOC of the cells that a region touches: healpix_coverage_moc of healpix_coverage_of.
///
/// - `depth`: 0 to 29.
/// - `out`: becomes a new handle; end it with healpix_moc_free. It does not need the region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `region` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *cone;
/// healpix_moc *moc;
/// healpix_region_cone_deg(279.2347, 38.7837, 1.0, &cone);
/// assert(healpix_moc_from_region(10, cone, &moc) == HEALPIX_OK);
/// assert(healpix_moc_area(moc) > 9.57e-4); /* that of the cone, pi square degrees, and a border */
/// healpix_moc_free(moc), healpix_region_free(cone);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_moc_from_region(
    depth: u8,
    region: *const healpix_region,
    out: *mut *mut healpix_moc,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (region, out) = unsafe { (args.handle("region", region)?, args.target("out", out)?) };
        give(Moc::from_region(Depth::new(depth)?, region.get()), out)
    })
}
