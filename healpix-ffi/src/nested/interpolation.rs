//! Cells and weights for interpolation.

use healpix_core::{Depth, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double map[12] = {1, 1, 1, 1, 0, 0, 0, 0, -1, -1, -1, -1}; /* north, equator, south */
/// const double lon[] = {10.0 * DEG}, lat[] = {20.9 * DEG};         /* half way to the northern ring at 41.8 */
/// uint64_t cells[4];
/// double weights[4], value = 0;
/// assert(healpix_nested_interpolate_rings(0, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// for (int k = 0; k < 4; k++)
///     value += weights[k] * map[cells[k]];
/// assert(fabs(value - 0.5) < 0.001);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_interpolate_rings(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    weights: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, cells, weights) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.outputs("cells", cells, n, 4)?,
                args.outputs("weights", weights, n, 4)?,
            )
        };
        Ok(batch::nested::interpolate_rings(depth, lon, lat, cells, weights)?)
    })
}

/// Four cells and weights for interpolation between the two neighboring rings, as in healpy and HEALPix C++.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347}, lat[] = {38.7837};
/// uint64_t cells[4];
/// double weights[4];
/// assert(healpix_nested_interpolate_rings_deg(12, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// assert(fabs(weights[0] + weights[1] + weights[2] + weights[3] - 1.0) < 1e-15);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_interpolate_rings_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    weights: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, cells, weights) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.outputs("cells", cells, n, 4)?,
                args.outputs("weights", weights, n, 4)?,
            )
        };
        Ok(batch::nested::interpolate_rings_deg(depth, lon, lat, cells, weights)?)
    })
}

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors and its
/// own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of base cell 4: that cell alone counts */
/// uint64_t cells[4];
/// double weights[4], of_cell_4 = 0;
/// assert(healpix_nested_interpolate_bilinear(0, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// for (int k = 0; k < 4; k++)
///     of_cell_4 += cells[k] == 4 ? weights[k] : 0.0;
/// assert(of_cell_4 == 1.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_interpolate_bilinear(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    weights: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, cells, weights) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.outputs("cells", cells, n, 4)?,
                args.outputs("weights", weights, n, 4)?,
            )
        };
        Ok(batch::nested::interpolate_bilinear(depth, lon, lat, cells, weights)?)
    })
}

/// Four cells and weights for bilinear interpolation between the cells around a position, as in cdshealpix.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`, `weights`: 4 n, four for each position; the four weights are not negative and sum to 1.
///
/// Where only three cells meet, the weight of the missing one is shared between its two neighbors and its
/// own entry has weight 0; the rule is discontinuous next to those 8 points.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {279.2347}, lat[] = {38.7837};
/// uint64_t cells[4];
/// double weights[4];
/// assert(healpix_nested_interpolate_bilinear_deg(12, lon, lat, 1, cells, weights) == HEALPIX_OK);
/// assert(fabs(weights[0] + weights[1] + weights[2] + weights[3] - 1.0) < 1e-15);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_interpolate_bilinear_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    weights: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, cells, weights) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.outputs("cells", cells, n, 4)?,
                args.outputs("weights", weights, n, 4)?,
            )
        };
        Ok(batch::nested::interpolate_bilinear_deg(depth, lon, lat, cells, weights)?)
    })
}
