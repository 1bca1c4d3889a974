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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_new(out: *mut *mut healpix_point_index) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        handle::give(healpix_point_index::new(PointIndex::new()), out);
        Ok(())
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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_with_capacity(
    n: usize,
    out: *mut *mut healpix_point_index,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the output; `args` checks all that can be checked.
        let out = unsafe { args.target("out", out)? };
        handle::give(healpix_point_index::new(PointIndex::with_capacity(n)?), out);
        Ok(())
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
/// # Safety
///
/// `index` must be a live handle and `row` writable.
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
/// it is asked. Views and rows obtained before are no longer valid.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; and, nothing being added, HEALPIX_ERR_ROWS,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
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
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `first_row` writable.
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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_free(index: *mut healpix_point_index) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(index) }
}
