//! What is near each of many positions.

use std::mem::offset_of;
use std::ptr;

use healpix_core::AngleUnit;
use healpix_core::index::{Match, MatchLists};

use super::{healpix_match, healpix_point_index};
use crate::handle::{self, ask, start};
use crate::panic::guard;
use crate::status::healpix_status;

/// The matches of many positions, one list behind the other. They never change. Belongs to the thread that made it; free it
/// with healpix_match_lists_free.
pub struct healpix_match_lists {
    lists: MatchLists,
}

// The cast below rests on these.
const _: () = {
    assert!(size_of::<healpix_match>() == size_of::<Match>() && align_of::<healpix_match>() == align_of::<Match>());
    assert!(offset_of!(healpix_match, row) == offset_of!(Match, row));
    assert!(offset_of!(healpix_match, distance) == offset_of!(Match, distance));
};

/// Matches of the core, seen from C.
fn matches_as_c(matches: &[Match]) -> &[healpix_match] {
    // SAFETY: the two types have the same layout, as asserted above, and all values of one are values of the other.
    unsafe { std::slice::from_raw_parts(matches.as_ptr().cast(), matches.len()) }
}

/// The rows nearest to each of `n` positions, on as many threads as healpix_set_threads says.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `k`: how many rows at most for each position.
/// - `out`: becomes a new handle with a list for each position, as healpix_point_index_nearest has it; end it with
///   healpix_match_lists_free. It needs the index no more.
///
/// One bad position refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {290.0 * DEG, 300.0 * DEG}, lat[] = {40.0 * DEG, 10.0 * DEG};
/// healpix_match_lists *found;
/// assert(healpix_point_index_nearest_many(stars, lon, lat, 2, 1, &found) == HEALPIX_OK);
/// assert(healpix_match_lists_matches(found)[0].row == 0 && healpix_match_lists_matches(found)[1].row == 2);
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_nearest_many(
    index: *const healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    k: usize,
    out: *mut *mut healpix_match_lists,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { nearest(index, (lon, lat, n), k, AngleUnit::Radians, out) }
}

/// The rows nearest to each of `n` positions in degrees. The distances of the matches are radians. Otherwise as
/// healpix_point_index_nearest_many.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {290.0, 300.0}, lat[] = {40.0, 10.0};
/// healpix_match_lists *found;
/// assert(healpix_point_index_nearest_many_deg(stars, lon, lat, 2, 5, &found) == HEALPIX_OK);
/// for (size_t k = 0; k < 2; k++) {
///     const uint64_t *at = &healpix_match_lists_offsets(found)[k];
///     const healpix_match *nearest = &healpix_match_lists_matches(found)[at[0]];
///     assert(at[1] - at[0] == 3 && nearest[0].distance <= nearest[1].distance); /* all stars there are */
/// }
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_nearest_many_deg(
    index: *const healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    k: usize,
    out: *mut *mut healpix_match_lists,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { nearest(index, (lon, lat, n), k, AngleUnit::Degrees, out) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn nearest(
    index: *const healpix_point_index,
    (lon, lat, n): (*const f64, *const f64, usize),
    k: usize,
    unit: AngleUnit,
    out: *mut *mut healpix_match_lists,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle, arrays and output; `args` checks all that can be checked.
        let (index, lon, lat, out) = unsafe {
            (
                args.handle("index", index)?,
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.target("out", out)?,
            )
        };
        handle::give(healpix_match_lists { lists: index.read()?.nearest_many(lon, lat, unit, k)? }, out)
    })
}

/// The rows within a radius around each of `n` positions, those on the circle included, on as many threads as
/// healpix_set_threads says.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `radius`: n radii in radians, 0 to pi.
/// - `out`: becomes a new handle with a list for each position, as healpix_point_index_within has it; end it with
///   healpix_match_lists_free. It needs the index no more.
///
/// One bad position or radius refuses the call; the message says which one it is and how many there are.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 0.0}, radius[] = {30.0 * DEG, 0.1};
/// healpix_match_lists *found;
/// assert(healpix_point_index_within_many(stars, lon, lat, radius, 2, &found) == HEALPIX_OK);
/// assert(healpix_match_lists_offsets(found)[1] == 2); /* Vega itself, and Deneb 23.8 degrees away */
/// assert(healpix_match_lists_offsets(found)[2] == 2); /* no star at the second position */
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_within_many(
    index: *const healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    radius: *const f64,
    n: usize,
    out: *mut *mut healpix_match_lists,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { within(index, (lon, lat, radius, n), AngleUnit::Radians, out) }
}

/// The rows within a radius around each of `n` positions, all in degrees, the radii from 0 to 180. The distances of the
/// matches are radians. Otherwise as healpix_point_index_within_many.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle, the inputs readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 300.0}, lat[] = {38.7837, 10.0}, radius[] = {1.0, -1.0};
/// healpix_match_lists *found = NULL;
/// char text[200];
/// size_t len;
/// assert(healpix_point_index_within_many_deg(stars, lon, lat, radius, 2, &found) == HEALPIX_ERR_RADIUS);
/// assert(healpix_last_error_message(text, sizeof text, &len) == HEALPIX_OK);
/// assert(found == NULL && strstr(text, "index 1") != NULL); /* the second radius is none */
/// assert(healpix_point_index_within_many_deg(stars, lon, lat, radius, 1, &found) == HEALPIX_OK);
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_within_many_deg(
    index: *const healpix_point_index,
    lon: *const f64,
    lat: *const f64,
    radius: *const f64,
    n: usize,
    out: *mut *mut healpix_match_lists,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { within(index, (lon, lat, radius, n), AngleUnit::Degrees, out) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn within(
    index: *const healpix_point_index,
    (lon, lat, radius, n): (*const f64, *const f64, *const f64, usize),
    unit: AngleUnit,
    out: *mut *mut healpix_match_lists,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle, arrays and output; `args` checks all that can be checked.
        let (index, lon, lat, radius, out) = unsafe {
            (
                args.handle("index", index)?,
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.input("radius", radius, n)?,
                args.target("out", out)?,
            )
        };
        handle::give(healpix_match_lists { lists: index.read()?.within_many(lon, lat, radius, unit)? }, out)
    })
}

/// Number of lists, which is that of the positions; 0 for NULL.
///
/// # Safety
///
/// `lists` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {290.0, 300.0}, lat[] = {40.0, 10.0};
/// healpix_match_lists *found;
/// healpix_point_index_nearest_many_deg(stars, lon, lat, 2, 0, &found);
/// assert(healpix_match_lists_len(found) == 2 && healpix_match_lists_len(NULL) == 0); /* two, though they are empty */
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_match_lists_len(lists: *const healpix_match_lists) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(lists, 0, |lists| lists.lists.len()) }
}

/// Where each list begins in healpix_match_lists_matches, and behind them where the last one ends: one more than
/// healpix_match_lists_len says. List k has the matches from `offsets[k]` to `offsets[k + 1]`, the latter not included.
/// Valid until healpix_match_lists_free. NULL for NULL only.
///
/// # Safety
///
/// `lists` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, 300.0}, lat[] = {0.0, 10.0}, radius[] = {5.0, 5.0};
/// healpix_match_lists *found;
/// healpix_point_index_within_many_deg(stars, lon, lat, radius, 2, &found);
/// const uint64_t *offsets = healpix_match_lists_offsets(found);
/// assert(offsets[0] == 0 && offsets[1] == 0 && offsets[2] == 1); /* nothing near the first, Altair near the second */
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_match_lists_offsets(lists: *const healpix_match_lists) -> *const u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(lists, ptr::null(), |lists| start(lists.lists.offsets())) }
}

/// The matches of all positions, those of each by distance, equal distances by row; as many as the last of
/// healpix_match_lists_offsets says; valid until healpix_match_lists_free. NULL if there are none.
///
/// # Safety
///
/// `lists` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347, 310.358}, lat[] = {38.7837, 45.2803}; /* Vega, Deneb */
/// healpix_match_lists *found;
/// healpix_point_index_nearest_many_deg(stars, lon, lat, 2, 2, &found);
/// const healpix_match *matches = healpix_match_lists_matches(found);
/// assert(matches[0].row == 0 && matches[1].row == 1); /* Vega finds itself, then Deneb */
/// assert(matches[2].row == 1 && matches[3].row == 0); /* Deneb itself, then Vega */
/// healpix_match_lists_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_match_lists_matches(lists: *const healpix_match_lists) -> *const healpix_match {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(lists, ptr::null(), |lists| start(matches_as_c(lists.lists.matches()))) }
}

/// Ends lists of matches; NULL is allowed. Their views end with them.
///
/// # Safety
///
/// `lists` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_match_lists *found = NULL;
/// assert(healpix_point_index_nearest_many(stars, NULL, NULL, 2, 1, &found) == HEALPIX_ERR_NULL);
/// healpix_match_lists_free(found); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_match_lists_free(lists: *mut healpix_match_lists) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(lists) }
}
