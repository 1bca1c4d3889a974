//! Making, filling and ending an index.

use healpix_core::LonLat;
use healpix_core::index::PointIndex;

use super::healpix_point_index;
use crate::handle;
use crate::panic::guard;
use crate::status::healpix_status;

/// A new point index without rows.
///
/// `*out` is written only on success; end it with healpix_point_index_free.
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 310.358, 297.6958}, lat[] = {38.7837, 45.2803, 8.8683}; /* Vega, Deneb, Altair */
/// healpix_point_index *index;
/// uint32_t first_row;
/// assert(healpix_point_index_new(&index) == HEALPIX_OK);
/// assert(healpix_point_index_push_slice_deg(index, lon, lat, 3, &first_row) == HEALPIX_OK && first_row == 0);
/// assert(healpix_point_index_build(index) == HEALPIX_OK);
/// healpix_point_index_free(index);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_new(out: *mut *mut healpix_point_index) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        handle::give(healpix_point_index::new(PointIndex::new()), out)
    })
}

/// A new point index without rows, with memory for `n` of them.
///
/// `*out` is written only on success; end it with healpix_point_index_free.
/// Errors: HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `out` must be writable.
///
/// # Example
///
/// ```c
/// healpix_point_index *index;
/// assert(healpix_point_index_with_capacity(41411, &index) == HEALPIX_OK && healpix_point_index_rows(index) == 0);
/// healpix_point_index_free(index);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_with_capacity(
    n: usize,
    out: *mut *mut healpix_point_index,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        handle::give(healpix_point_index::new(PointIndex::with_capacity(n)?), out)
    })
}

/// Adds one row.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `row`: becomes the number of the row.
///
/// The index must be built again before it is asked. Views and rows obtained before are no longer valid.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_ROWS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `row` writable.
///
/// # Example
///
/// ```c
/// uint32_t row;
/// assert(healpix_point_index_push(stars, 88.7929 * DEG, 7.4071 * DEG, &row) == HEALPIX_OK); /* Betelgeuse */
/// assert(row == 3 && !healpix_point_index_is_built(stars));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_push(
    index: *mut healpix_point_index,
    lon: f64,
    lat: f64,
    row: *mut u32,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (index, row) = unsafe { (args.handle_mut("index", index)?, args.target("row", row)?) };
        let position = LonLat::new(lon, lat)?;
        *row = index.change(|index| index.push(position))??;
        Ok(())
    })
}

/// Adds one row; the position is in degrees. Otherwise as healpix_point_index_push.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_ROWS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `row` writable.
///
/// # Example
///
/// ```c
/// uint32_t row = 77;
/// assert(healpix_point_index_push_deg(stars, 88.7929, 97.4071, &row) == HEALPIX_ERR_LATITUDE && row == 77);
/// assert(healpix_point_index_push_deg(stars, 88.7929, 7.4071, &row) == HEALPIX_OK && row == 3);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_push_deg(
    index: *mut healpix_point_index,
    lon: f64,
    lat: f64,
    row: *mut u32,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (index, row) = unsafe { (args.handle_mut("index", index)?, args.target("row", row)?) };
        let position = LonLat::from_degrees(lon, lat)?;
        *row = index.change(|index| index.push(position))??;
        Ok(())
    })
}

/// Adds `n` rows.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `first_row`: becomes the number of the first row; the others follow it.
///
/// A bad position takes its row number but is never found; all the others are added, the status names what is
/// wrong with the first bad one, and `*first_row` is written all the same. The index must be built again before
/// it is asked, unless nothing was added. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; and, nothing being added, HEALPIX_ERR_ROWS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.1, 0.2}, lat[] = {0.0, 0.0};
/// uint32_t first_row;
/// assert(healpix_point_index_push_slice(stars, lon, lat, 2, &first_row) == HEALPIX_OK && first_row == 3);
/// assert(healpix_point_index_push_slice(stars, lon, lat, 2, &first_row) == HEALPIX_OK && first_row == 5);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_push_slice(
    index: *mut healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    first_row: *mut u32,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { push_rows(index, lon, lat, n, first_row, PointIndex::push_slice) }
}

/// Adds `n` rows; the positions are in degrees. Otherwise as healpix_point_index_push_slice.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_ROWS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {88.7929, 0.0}, lat[] = {7.4071, 97.4071}; /* the second is no position */
/// uint32_t first_row;
/// assert(healpix_point_index_push_slice_deg(stars, lon, lat, 2, &first_row) == HEALPIX_ERR_LATITUDE);
/// assert(first_row == 3 && healpix_point_index_rows(stars) == 3 + 2 && healpix_point_index_len(stars) == 3 + 1);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_push_slice_deg(
    index: *mut healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    first_row: *mut u32,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { push_rows(index, lon, lat, n, first_row, PointIndex::push_slice_deg) }
}

type PushSlice = fn(&mut PointIndex, &[f64], &[f64]) -> healpix_core::Result<std::ops::Range<u32>>;

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn push_rows(
    index: *mut healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    first_row: *mut u32,
    push: PushSlice,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and arrays; `args` checks all that can be checked.
        let (index, lon, lat, first_row) = unsafe {
            (
                args.handle_mut("index", index)?,
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.target("first_row", first_row)?,
            )
        };
        let before = index.read()?.rows();
        let pushed = index.change(|index| push(index, lon, lat))?;
        // Rows were numbered, though some of them may be bad.
        if pushed.is_ok() || index.read()?.rows() != before {
            *first_row = before;
        }
        Ok(pushed.map(drop)?)
    })
}

/// Sorts what was pushed since the last build, so that the index can be asked. Does nothing if nothing was pushed.
///
/// Views and rows obtained before are no longer valid.
/// Errors: HEALPIX_ERR_MEMORY (the index is then as it was), HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `index` must be a live handle.
///
/// # Example
///
/// ```c
/// uint32_t row;
/// healpix_matches *found;
/// healpix_point_index_push_deg(stars, 88.7929, 7.4071, &row);
/// assert(healpix_point_index_nearest_deg(stars, 88.0, 7.0, 1, &found) == HEALPIX_ERR_NOT_BUILT);
/// assert(healpix_point_index_build(stars) == HEALPIX_OK);
/// assert(healpix_point_index_nearest_deg(stars, 88.0, 7.0, 1, &found) == HEALPIX_OK);
/// assert(healpix_matches_data(found)->row == row);
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_build(index: *mut healpix_point_index) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the handle; `args` checks all that can be checked.
        let index = unsafe { args.handle_mut("index", index)? };
        Ok(index.change(PointIndex::build)??)
    })
}

/// Removes all rows; the next one pushed is row 0 again. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN.
///
/// # Safety
///
/// `index` must be a live handle.
///
/// # Example
///
/// ```c
/// assert(healpix_point_index_clear(stars) == HEALPIX_OK && healpix_point_index_rows(stars) == 0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_clear(index: *mut healpix_point_index) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the handle; `args` checks all that can be checked.
        let index = unsafe { args.handle_mut("index", index)? };
        index.change(PointIndex::clear)
    })
}

/// Ends a point index; NULL is allowed. Its views, and iterators over it, end with it.
///
/// # Safety
///
/// `index` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_point_index *index = NULL;
/// assert(healpix_point_index_with_capacity(SIZE_MAX, &index) == HEALPIX_ERR_MEMORY);
/// healpix_point_index_free(index); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_free(index: *mut healpix_point_index) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(index) }
}
