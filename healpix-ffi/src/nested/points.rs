//! Positions to cells and back.

use healpix_core::{Depth, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Cells that contain positions.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n nested cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
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
/// const double lon[] = {279.2347 * DEG, 0.0}, lat[] = {38.7837 * DEG, 2.0}; /* Vega, and no latitude at all */
/// uint64_t cells[2];
/// assert(healpix_nested_hash(12, lon, lat, 2, cells) == HEALPIX_ERR_LATITUDE);
/// assert(cells[0] == 61056746 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([lon, lat], [cells]) = unsafe { args.columns([("lon", lon), ("lat", lat)], [("cells", cells)], n)? };
        Ok(batch::nested::hash(depth, lon, lat, cells)?)
    })
}

/// Cells that contain positions.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n nested cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
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
/// const double lon[] = {279.2347, 297.6958}, lat[] = {38.7837, 8.8683}; /* Vega, Altair */
/// uint64_t cells[2];
/// assert(healpix_nested_hash_deg(12, lon, lat, 2, cells) == HEALPIX_OK);
/// assert(cells[0] == 61056746 && cells[1] == 125106358);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([lon, lat], [cells]) = unsafe { args.columns([("lon", lon), ("lat", lat)], [("cells", cells)], n)? };
        Ok(batch::nested::hash_deg(depth, lon, lat, cells)?)
    })
}

/// Cells that contain the directions of vectors.
///
/// - `depth`: 0 to 29.
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `cells`: n nested cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double x[] = {1, 0, 0}, y[] = {0, 1, 0}, z[] = {0, 0, -1};
/// uint64_t cells[3];
/// assert(healpix_nested_hash_vec(0, x, y, z, 3, cells) == HEALPIX_OK);
/// assert(cells[0] == 4 && cells[1] == 5 && cells[2] == 8); /* base cells */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_vec(
    depth: u8,
    x: *const f64,
    y: *const f64,
    z: *const f64,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (x, y, z, cells) = unsafe {
            (args.input("x", x, n)?, args.input("y", y, n)?, args.input("z", z, n)?, args.output("cells", cells, n)?)
        };
        Ok(batch::nested::hash_vec(depth, x, y, z, cells)?)
    })
}

/// Cells that contain positions, and where in them the positions are.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n nested cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
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
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of base cell 4 */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_nested_hash_with_offsets(0, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 4 && dx[0] == 0.5 && dy[0] == 0.5);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_with_offsets(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    dx: *mut f64,
    dy: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, cells, dx, dy) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.output("cells", cells, n)?,
                args.output("dx", dx, n)?,
                args.output("dy", dy, n)?,
            )
        };
        Ok(batch::nested::hash_with_offsets(depth, lon, lat, cells, dx, dy)?)
    })
}

/// Cells that contain positions, and where in them the positions are.
///
/// - `depth`: 0 to 29.
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n nested cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
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
/// const double lon[] = {315.0}, lat[] = {0.0}; /* the western corner of base cell 4, which owns it */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_nested_hash_with_offsets_deg(0, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 4 && dx[0] == 0.0 && dy[0] == 1.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_hash_with_offsets_deg(
    depth: u8,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    dx: *mut f64,
    dy: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (lon, lat, cells, dx, dy) = unsafe {
            (
                args.input("lon", lon, n)?,
                args.input("lat", lat, n)?,
                args.output("cells", cells, n)?,
                args.output("dx", dx, n)?,
                args.output("dy", dy, n)?,
            )
        };
        Ok(batch::nested::hash_with_offsets_deg(depth, lon, lat, cells, dx, dy)?)
    })
}

/// Positions at offsets in cells; the inverse of hash_with_offsets.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {4, 4};
/// const double dx[] = {0.5, 1.0}, dy[] = {0.5, 0.0}; /* the center, the eastern corner */
/// double lon[2], lat[2];
/// assert(healpix_nested_position(0, cells, dx, dy, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && fabs(lon[1] - 45.0 * DEG) < 1e-15 && lat[1] == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_position(
    depth: u8,
    cells: *const u64,
    dx: *const f64,
    dy: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, dx, dy, lon, lat) = unsafe {
            (
                args.input("cells", cells, n)?,
                args.input("dx", dx, n)?,
                args.input("dy", dy, n)?,
                args.output("lon", lon, n)?,
                args.output("lat", lat, n)?,
            )
        };
        Ok(batch::nested::position(depth, cells, dx, dy, lon, lat)?)
    })
}

/// Positions at offsets in cells; the inverse of hash_with_offsets_deg.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {4, 4};
/// const double dx[] = {0.0, 1.0}, dy[] = {0.0, 1.0}; /* the southern corner, the northern one */
/// double lon[2], lat[2];
/// assert(healpix_nested_position_deg(0, cells, dx, dy, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == -lat[1] && fabs(lat[1] - 41.8103) < 0.0001); /* asin(2/3) */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_position_deg(
    depth: u8,
    cells: *const u64,
    dx: *const f64,
    dy: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, dx, dy, lon, lat) = unsafe {
            (
                args.input("cells", cells, n)?,
                args.input("dx", dx, n)?,
                args.input("dy", dy, n)?,
                args.output("lon", lon, n)?,
                args.output("lat", lat, n)?,
            )
        };
        Ok(batch::nested::position_deg(depth, cells, dx, dy, lon, lat)?)
    })
}

/// Centers of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {4, 12}; /* there are 12 base cells, 0 to 11 */
/// double lon[2], lat[2];
/// assert(healpix_nested_center(0, cells, 2, lon, lat) == HEALPIX_ERR_CELL);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_center(
    depth: u8,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([cells], [lon, lat]) = unsafe { args.columns([("cells", cells)], [("lon", lon), ("lat", lat)], n)? };
        Ok(batch::nested::center(depth, cells, lon, lat)?)
    })
}

/// Centers of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {0, 4};
/// double lon[2], lat[2];
/// assert(healpix_nested_center_deg(0, cells, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 45.0 && fabs(lat[0] - 41.8103) < 0.0001 && lon[1] == 0.0 && lat[1] == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_center_deg(
    depth: u8,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([cells], [lon, lat]) = unsafe { args.columns([("cells", cells)], [("lon", lon), ("lat", lat)], n)? };
        Ok(batch::nested::center_deg(depth, cells, lon, lat)?)
    })
}

/// Centers of cells as unit vectors.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `x`, `y`, `z`: n unit vectors.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {0, 4};
/// double x[2], y[2], z[2];
/// assert(healpix_nested_center_vec(0, cells, 2, x, y, z) == HEALPIX_OK);
/// assert(fabs(z[0] - 2.0 / 3.0) < 1e-15 && x[1] == 1.0 && y[1] == 0.0 && z[1] == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_center_vec(
    depth: u8,
    cells: *const u64,
    n: usize,
    x: *mut f64,
    y: *mut f64,
    z: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, x, y, z) = unsafe {
            (args.input("cells", cells, n)?, args.output("x", x, n)?, args.output("y", y, n)?, args.output("z", z, n)?)
        };
        Ok(batch::nested::center_vec(depth, cells, x, y, z)?)
    })
}

/// Vertices of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: 4 n positions in radians, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {4};
/// double lon[4], lat[4];
/// assert(healpix_nested_vertices(0, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lat[0] < 0.0 && lat[2] == -lat[0]); /* S, N */
/// assert(fabs(lon[1] - 45.0 * DEG) < 1e-15 && fabs(lon[3] - 315.0 * DEG) < 1e-15); /* E, W */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_vertices(
    depth: u8,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, lon, lat) = unsafe {
            (args.input("cells", cells, n)?, args.outputs("lon", lon, n, 4)?, args.outputs("lat", lat, n, 4)?)
        };
        Ok(batch::nested::vertices(depth, cells, lon, lat)?)
    })
}

/// Vertices of cells.
///
/// - `depth`: 0 to 29.
/// - `cells`: n nested cell numbers, below 12 * 4^depth.
/// - `lon`, `lat`: 4 n positions in degrees, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_DEPTH; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {0};
/// double lon[4], lat[4];
/// assert(healpix_nested_vertices_deg(0, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lon[1] == 90.0 && lat[2] == 90.0 && lon[3] == 0.0); /* E, N: the pole, W */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_nested_vertices_deg(
    depth: u8,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let depth = Depth::new(depth)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, lon, lat) = unsafe {
            (args.input("cells", cells, n)?, args.outputs("lon", lon, n, 4)?, args.outputs("lat", lat, n, 4)?)
        };
        Ok(batch::nested::vertices_deg(depth, cells, lon, lat)?)
    })
}
