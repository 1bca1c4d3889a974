//! The HEALPix plane: x in quarter turns, y from -1 at the south pole to 1 at the north pole.

use healpix_core::batch;

use crate::panic::guard;
use crate::status::healpix_status;

/// Positions on the HEALPix plane.
///
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `x`, `y`: n points of the plane; x in quarter turns from 0 to below 4, y from -1 to 1.
///
/// The transition latitude, asin(2/3), is at y = 1/2.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {90.0 * DEG, 45.0 * DEG}, lat[] = {0.0, 90.0 * DEG};
/// double x[2], y[2];
/// assert(healpix_projection_forward(lon, lat, 2, x, y) == HEALPIX_OK);
/// assert(fabs(x[0] - 1.0) < 1e-15 && y[0] == 0.0 && fabs(x[1] - 0.5) < 1e-15 && y[1] == 1.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_projection_forward(
    lon: *const f64,
    lat: *const f64,
    n: usize,
    x: *mut f64,
    y: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, x, y) = unsafe {
            (args.input("lon", lon, n)?, args.input("lat", lat, n)?, args.output("x", x, n)?, args.output("y", y, n)?)
        };
        Ok(batch::projection::forward(lon, lat, x, y)?)
    })
}

/// Points of the HEALPix plane as positions; the inverse of forward.
///
/// - `x`, `y`: n points of the plane; x in quarter turns, y from -1 to 1.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: of an element HEALPIX_ERR_PLANE; of the arrays HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN,
/// HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double x[] = {1.0, 0.0}, y[] = {0.0, 1.0}; /* the second is in a gap of the plane's northern edge */
/// double lon[2], lat[2];
/// assert(healpix_projection_inverse(x, y, 2, lon, lat) == HEALPIX_ERR_PLANE);
/// assert(fabs(lon[0] - 90.0 * DEG) < 1e-15 && lat[0] == 0.0 && isnan(lon[1]));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_projection_inverse(
    x: *const f64,
    y: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (x, y, lon, lat) = unsafe {
            (args.input("x", x, n)?, args.input("y", y, n)?, args.output("lon", lon, n)?, args.output("lat", lat, n)?)
        };
        Ok(batch::projection::inverse(x, y, lon, lat)?)
    })
}
