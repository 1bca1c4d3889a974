//! Many cones in one call.

use std::ptr;

use healpix_core::coverage::{self, Coverages};
use healpix_core::{Depth, Result};

use super::cell::{cells_as_c, healpix_cell};
use crate::handle::{self, ask, start};
use crate::panic::guard;
use crate::status::healpix_status;
use crate::version::HEALPIX_INVALID_U8;

/// The coverages of many regions, one behind the other. They never change. Belongs to the thread that made it; free it
/// with healpix_coverages_free.
pub struct healpix_coverages {
    pub(super) coverages: Coverages,
}

/// The coverages of `n` cones.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n centers in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `radius`: n radii in radians, 0 to pi.
/// - `out`: becomes a new handle; end it with healpix_coverages_free.
///
/// One bad cone refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE,
/// HEALPIX_ERR_RADIUS, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {1.0, 2.0}, lat[] = {0.5, -0.5}, radius[] = {0.0, 0.01};
/// healpix_coverages *fields;
/// assert(healpix_coverage_cones(8, lon, lat, radius, 2, &fields) == HEALPIX_OK);
/// assert(healpix_coverages_offsets(fields)[1] == 1); /* the first, a point, has one cell */
/// healpix_coverages_free(fields);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_cones(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    radius: *const f64,
    n: usize,
    out: *mut *mut healpix_coverages,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { cover(depth, (lon, lat, radius, n), out, coverage::cones) }
}

/// The coverages of `n` cones in degrees: centers and radii, the latter from 0 to 180. Otherwise as
/// healpix_coverage_cones.
///
/// Errors: HEALPIX_ERR_DEPTH, HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// The inputs must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 98.8683}, radius[] = {1.0, 1.0};
/// healpix_coverages *fields = NULL;
/// assert(healpix_coverage_cones_deg(8, lon, lat, radius, 2, &fields) == HEALPIX_ERR_LATITUDE && fields == NULL);
/// assert(healpix_coverage_cones_deg(8, lon, lat, radius, 1, &fields) == HEALPIX_OK);
/// healpix_coverages_free(fields);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverage_cones_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    radius: *const f64,
    n: usize,
    out: *mut *mut healpix_coverages,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { cover(depth, (lon, lat, radius, n), out, coverage::cones_deg) }
}

type Cones = fn(Depth, &[f64], &[f64], &[f64]) -> Result<Coverages>;

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn cover(
    depth: u8,
    (lon, lat, radius, n): (*const f64, *const f64, *const f64, usize),
    out: *mut *mut healpix_coverages,
    cones: Cones,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for the arrays; `args` checks all that can be checked.
        let (lon, lat, radius, out) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.input("radius", radius, n)?,
                args.target("out", out)?,
            )
        };
        handle::give(healpix_coverages { coverages: cones(Depth::new(depth)?, lon, lat, radius)? }, out)
    })
}

/// The depth of coverages; HEALPIX_INVALID_U8 for NULL.
///
/// # Safety
///
/// `coverages` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {10.0}, lat[] = {20.0}, radius[] = {1.0};
/// healpix_coverages *fields;
/// healpix_coverage_cones_deg(8, lon, lat, radius, 1, &fields);
/// assert(healpix_coverages_depth(fields) == 8 && healpix_coverages_depth(NULL) == HEALPIX_INVALID_U8);
/// healpix_coverages_free(fields);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverages_depth(coverages: *const healpix_coverages) -> u8 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverages, HEALPIX_INVALID_U8, |coverages| coverages.coverages.depth().get()) }
}

/// Number of coverages, which is that of the cones; 0 for NULL.
///
/// # Safety
///
/// `coverages` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {10.0, 15.0}, lat[] = {20.0, 20.0}, radius[] = {1.0, 1.0};
/// healpix_coverages *fields;
/// healpix_coverage_cones_deg(8, lon, lat, radius, 2, &fields);
/// assert(healpix_coverages_len(fields) == 2);
/// healpix_coverages_free(fields);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverages_len(coverages: *const healpix_coverages) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverages, 0, |coverages| coverages.coverages.len()) }
}

/// Where each coverage begins in healpix_coverages_cells, and behind them where the last one ends: one more than
/// healpix_coverages_len says. Coverage k has the cells from `offsets[k]` to `offsets[k + 1]`, the latter not included.
/// Valid until healpix_coverages_free. NULL for NULL only.
///
/// # Safety
///
/// `coverages` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {10.0, 15.0}, lat[] = {20.0, 20.0}, radius[] = {0.0, 0.0};
/// healpix_coverages *points;
/// healpix_coverage_cones_deg(8, lon, lat, radius, 2, &points);
/// const uint64_t *offsets = healpix_coverages_offsets(points);
/// assert(offsets[0] == 0 && offsets[1] == 1 && offsets[2] == 2); /* one cell each */
/// healpix_coverages_free(points);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverages_offsets(coverages: *const healpix_coverages) -> *const u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverages, ptr::null(), |coverages| start(coverages.coverages.offsets())) }
}

/// The cells of all coverages, those of each as healpix_coverage_cells has them; as many as the last of
/// healpix_coverages_offsets says; valid until healpix_coverages_free. NULL if there are none.
///
/// # Safety
///
/// `coverages` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}, radius[] = {0.0, 0.0};
/// healpix_coverages *points;
/// healpix_coverage_cones_deg(12, lon, lat, radius, 2, &points);
/// const healpix_cell *cells = healpix_coverages_cells(points);
/// assert(cells[0].index == 61056746 && cells[1].index == 125106358);
/// healpix_coverages_free(points);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverages_cells(coverages: *const healpix_coverages) -> *const healpix_cell {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(coverages, ptr::null(), |coverages| start(cells_as_c(coverages.coverages.cells()))) }
}

/// Ends coverages; NULL is allowed. Their views end with them.
///
/// # Safety
///
/// `coverages` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// const double lon[] = {10.0}, lat[] = {20.0}, radius[] = {1.0};
/// healpix_coverages *fields;
/// assert(healpix_coverage_cones_deg(8, lon, lat, radius, 1, &fields) == HEALPIX_OK);
/// healpix_coverages_free(fields); /* cells and offsets end with it */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_coverages_free(coverages: *mut healpix_coverages) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(coverages) }
}
