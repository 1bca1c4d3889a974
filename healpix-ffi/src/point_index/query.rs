//! What is near a position, and which rows of two indexes belong together.

use healpix_core::index::{CrossMatch, Match, Pair};
use healpix_core::{AngleUnit, LonLat};

use super::{healpix_match, healpix_matches, healpix_pair, healpix_pairs, healpix_point_index, healpix_rows};
use crate::panic::guard;
use crate::region::healpix_region;
use crate::status::{Failure, HEALPIX_ERR_MODE, healpix_status};
use crate::version::{HEALPIX_CROSS_MATCH_ALL, HEALPIX_CROSS_MATCH_BEST};
use crate::{angle, handle};

/// The rows nearest to a position.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `k`: how many rows at most.
/// - `out`: becomes a new handle with the matches by distance, equal distances by row; end it with
///   healpix_matches_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT,
/// HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_nearest(stars, 290.0 * DEG, 40.0 * DEG, 2, &found) == HEALPIX_OK);
/// assert(healpix_matches_len(found) == 2 && healpix_matches_data(found)[0].row == 0);
/// assert(healpix_matches_data(found)[0].distance < healpix_matches_data(found)[1].distance);
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_nearest(
    index: *const healpix_point_index,
    lon: f64,
    lat: f64,
    k: usize,
    out: *mut *mut healpix_matches,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (index, out) = unsafe { (args.handle("index", index)?, args.target("out", out)?) };
        let found = index.read()?.nearest(LonLat::new(lon, lat)?, k)?;
        handle::give(matches(found), out)
    })
}

/// The rows nearest to a position in degrees. The distances of the matches are radians. Otherwise as
/// healpix_point_index_nearest.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_nearest_deg(stars, 300.0, 10.0, 1, &found) == HEALPIX_OK);
/// assert(healpix_matches_data(found)->row == 2 && healpix_matches_data(found)->distance < 3.0 * DEG); /* Altair */
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_nearest_deg(
    index: *const healpix_point_index,
    lon: f64,
    lat: f64,
    k: usize,
    out: *mut *mut healpix_matches,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (index, out) = unsafe { (args.handle("index", index)?, args.target("out", out)?) };
        let found = index.read()?.nearest(LonLat::from_degrees(lon, lat)?, k)?;
        handle::give(matches(found), out)
    })
}

/// The rows within a radius around a position, those on the circle included.
///
/// - `lon`, `lat`: position in radians; any finite longitude, latitude from -pi/2 to pi/2.
/// - `radius`: radians, 0 to pi.
/// - `out`: becomes a new handle with the matches by distance, equal distances by row; end it with
///   healpix_matches_free.
///
/// Written only on success. Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_within(stars, 279.2347 * DEG, 38.7837 * DEG, 30.0 * DEG, &found) == HEALPIX_OK);
/// assert(healpix_matches_len(found) == 2); /* Vega itself, and Deneb 23.8 degrees away */
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_within(
    index: *const healpix_point_index,
    lon: f64,
    lat: f64,
    radius: f64,
    out: *mut *mut healpix_matches,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (index, out) = unsafe { (args.handle("index", index)?, args.target("out", out)?) };
        let found = index.read()?.within(LonLat::new(lon, lat)?, radius)?;
        handle::give(matches(found), out)
    })
}

/// The rows within a radius around a position, both in degrees, the radius from 0 to 180. The distances of the
/// matches are radians. Otherwise as healpix_point_index_within.
///
/// Errors: HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE, HEALPIX_ERR_RADIUS, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` must be a live handle and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_matches *found;
/// assert(healpix_point_index_within_deg(stars, 279.2347, 38.7837, 30.0, &found) == HEALPIX_OK);
/// assert(healpix_matches_len(found) == 2 && fabs(healpix_matches_data(found)[1].distance / DEG - 23.8) < 0.1);
/// healpix_matches_free(found);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_within_deg(
    index: *const healpix_point_index,
    lon: f64,
    lat: f64,
    radius: f64,
    out: *mut *mut healpix_matches,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handle and output; `args` checks all that can be checked.
        let (index, out) = unsafe { (args.handle("index", index)?, args.target("out", out)?) };
        let position = LonLat::from_degrees(lon, lat)?;
        let found = index.read()?.within(position, angle::radius(radius, AngleUnit::Degrees)?)?;
        handle::give(matches(found), out)
    })
}

/// The rows inside a region, its border included.
///
/// - `out`: becomes a new handle with the numbers of the rows, ascending; end it with healpix_rows_free. It needs neither
///   index nor region any more.
///
/// Written only on success. Errors: HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `index` and `region` must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_region *equator;
/// healpix_rows *found;
/// healpix_region_zone_deg(0.0, -20.0, 360.0, 20.0, &equator);
/// assert(healpix_point_index_region(stars, equator, &found) == HEALPIX_OK);
/// assert(healpix_rows_len(found) == 1 && healpix_rows_data(found)[0] == 2); /* Altair */
/// healpix_rows_free(found), healpix_region_free(equator);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_region(
    index: *const healpix_point_index,
    region: *const healpix_region,
    out: *mut *mut healpix_rows,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handles and output; `args` checks all that can be checked.
        let (index, region, out) =
            unsafe { (args.handle("index", index)?, args.handle("region", region)?, args.target("out", out)?) };
        handle::give(healpix_rows { data: index.read()?.region(region.get())? }, out)
    })
}

/// Rows of two indexes that are within a radius of each other.
///
/// - `radius`: radians, 0 to pi.
/// - `mode`: HEALPIX_CROSS_MATCH_BEST for the nearest right row of each left row (of equally near ones the smallest
///   number), HEALPIX_CROSS_MATCH_ALL for every pair.
/// - `out`: becomes a new handle with the pairs by left row, distance, right row; end it with healpix_pairs_free.
///
/// `left` and `right` may be the same index. Written only on success. Errors: HEALPIX_ERR_RADIUS,
/// HEALPIX_ERR_MODE, HEALPIX_ERR_NOT_BUILT, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `left` and `right` must be live handles and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_point_index *radio; /* sources of another catalogue, one of them near Vega */
/// healpix_pairs *pairs;
/// uint32_t row;
/// healpix_point_index_new(&radio);
/// healpix_point_index_push_deg(radio, 10.0, 20.0, &row), healpix_point_index_push_deg(radio, 279.2348, 38.7836, &row);
/// healpix_point_index_build(radio);
/// assert(healpix_point_index_cross_match(stars, radio, 1.0 / 3600 * DEG, HEALPIX_CROSS_MATCH_BEST, &pairs)
///        == HEALPIX_OK && healpix_pairs_len(pairs) == 1);
/// assert(healpix_pairs_data(pairs)->left == 0 && healpix_pairs_data(pairs)->right == 1);
/// healpix_pairs_free(pairs), healpix_point_index_free(radio);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_point_index_cross_match(
    left: *const healpix_point_index,
    right: *const healpix_point_index,
    radius: f64,
    mode: u32,
    out: *mut *mut healpix_pairs,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for handles and output; `args` checks all that can be checked.
        let (left, right, out) =
            unsafe { (args.handle("left", left)?, args.handle("right", right)?, args.target("out", out)?) };
        let mode = match mode {
            HEALPIX_CROSS_MATCH_BEST => CrossMatch::Best,
            HEALPIX_CROSS_MATCH_ALL => CrossMatch::All,
            _ => return Err(Failure::Call(HEALPIX_ERR_MODE, format!("cross-match mode {mode} is outside 0..=1"))),
        };
        let found = left.read()?.cross_match(right.read()?, radius, mode)?;
        let data = found.into_iter().map(|Pair { left, right, distance }| healpix_pair { left, right, distance });
        handle::give(healpix_pairs { data: data.collect() }, out)
    })
}

fn matches(found: Vec<Match>) -> healpix_matches {
    // Same size and alignment: the collection reuses the memory.
    let data = found.into_iter().map(|Match { row, distance }| healpix_match { row, distance });
    healpix_matches { data: data.collect() }
}
