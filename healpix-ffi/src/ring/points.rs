//! Positions to cells and back.

use healpix_core::{Nside, batch};

use crate::panic::guard;
use crate::status::healpix_status;

/// Cells that contain positions.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, NAN}, lat[] = {0.0, 0.0};
/// uint64_t cells[2];
/// assert(healpix_ring_hash(3, lon, lat, 2, cells) == HEALPIX_ERR_LONGITUDE);
/// assert(cells[0] == 48 && cells[1] == HEALPIX_INVALID_CELL);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash(
    nside: u32,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([lon, lat], [cells]) = unsafe { args.columns([("lon", lon), ("lat", lat)], [("cells", cells)], n)? };
        Ok(batch::ring::hash(nside, lon, lat, cells)?)
    })
}

/// Cells that contain positions.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0, 30.0}, lat[] = {0.0, 0.0}; /* neighbors on the equator, which has 12 cells */
/// uint64_t cells[2];
/// assert(healpix_ring_hash_deg(3, lon, lat, 2, cells) == HEALPIX_OK && cells[0] == 48 && cells[1] == 49);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_deg(
    nside: u32,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([lon, lat], [cells]) = unsafe { args.columns([("lon", lon), ("lat", lat)], [("cells", cells)], n)? };
        Ok(batch::ring::hash_deg(nside, lon, lat, cells)?)
    })
}

/// Cells that contain the directions of vectors.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `x`, `y`, `z`: n vectors of any finite length but 0.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_VECTOR; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double x[] = {0, 1, 0}, y[] = {0, 0, 0}, z[] = {1, 0, -1};
/// uint64_t cells[3];
/// assert(healpix_ring_hash_vec(3, x, y, z, 3, cells) == HEALPIX_OK);
/// assert(cells[0] == 0 && cells[1] == 48 && cells[2] == 104); /* cells are counted from pole to pole */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_vec(
    nside: u32,
    x: *const f64,
    y: *const f64,
    z: *const f64,
    n: usize,
    cells: *mut u64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (x, y, z, cells) = unsafe {
            (args.input("x", x, n)?, args.input("y", y, n)?, args.input("z", z, n)?, args.output("cells", cells, n)?)
        };
        Ok(batch::ring::hash_vec(nside, x, y, z, cells)?)
    })
}

/// Cells that contain positions, and where in them the positions are.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {0.0}, lat[] = {0.0}; /* the center of cell 48 */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_ring_hash_with_offsets(3, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 48 && dx[0] == 0.5 && dy[0] == 0.5);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_with_offsets(
    nside: u32,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    dx: *mut f64,
    dy: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
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
        Ok(batch::ring::hash_with_offsets(nside, lon, lat, cells, dx, dy)?)
    })
}

/// Cells that contain positions, and where in them the positions are.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves HEALPIX_INVALID_CELL or NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_LONGITUDE, HEALPIX_ERR_LATITUDE; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const double lon[] = {345.0}, lat[] = {0.0}; /* the western corner of cell 48, which owns it */
/// uint64_t cells[1];
/// double dx[1], dy[1];
/// assert(healpix_ring_hash_with_offsets_deg(3, lon, lat, 1, cells, dx, dy) == HEALPIX_OK);
/// assert(cells[0] == 48 && dx[0] < 1e-14 && dy[0] > 1.0 - 1e-14);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_hash_with_offsets_deg(
    nside: u32,
    lon: *const f64,
    lat: *const f64,
    n: usize,
    cells: *mut u64,
    dx: *mut f64,
    dy: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
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
        Ok(batch::ring::hash_with_offsets_deg(nside, lon, lat, cells, dx, dy)?)
    })
}

/// Positions at offsets in cells; the inverse of hash_with_offsets.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48, 48};
/// const double dx[] = {0.5, 1.0}, dy[] = {0.5, 0.0}; /* the center, the eastern corner */
/// double lon[2], lat[2];
/// assert(healpix_ring_position(3, cells, dx, dy, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && fabs(lon[1] - 15.0 * DEG) < 1e-15 && fabs(lat[1]) < 1e-15);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_position(
    nside: u32,
    cells: *const u64,
    dx: *const f64,
    dy: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
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
        Ok(batch::ring::position(nside, cells, dx, dy, lon, lat)?)
    })
}

/// Positions at offsets in cells; the inverse of hash_with_offsets_deg.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the south-eastern
///   edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL, HEALPIX_ERR_OFFSET; of the arrays
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48, 48};
/// const double dx[] = {0.0, 1.5}, dy[] = {0.0, 0.5}; /* the southern corner, and no place in a cell */
/// double lon[2], lat[2];
/// assert(healpix_ring_position_deg(3, cells, dx, dy, 2, lon, lat) == HEALPIX_ERR_OFFSET);
/// assert(lon[0] == 0.0 && lat[0] < 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_position_deg(
    nside: u32,
    cells: *const u64,
    dx: *const f64,
    dy: *const f64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
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
        Ok(batch::ring::position_deg(nside, cells, dx, dy, lon, lat)?)
    })
}

/// Centers of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48, 108}; /* 12 * 3^2 cells, 0 to 107 */
/// double lon[2], lat[2];
/// assert(healpix_ring_center(3, cells, 2, lon, lat) == HEALPIX_ERR_CELL);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && isnan(lon[1]) && isnan(lat[1]));
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center(
    nside: u32,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([cells], [lon, lat]) = unsafe { args.columns([("cells", cells)], [("lon", lon), ("lat", lat)], n)? };
        Ok(batch::ring::center(nside, cells, lon, lat)?)
    })
}

/// Centers of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48, 49};
/// double lon[2], lat[2];
/// assert(healpix_ring_center_deg(3, cells, 2, lon, lat) == HEALPIX_OK);
/// assert(lon[0] == 0.0 && lat[0] == 0.0 && fabs(lon[1] - 30.0) < 1e-13 && lat[1] == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_deg(
    nside: u32,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let ([cells], [lon, lat]) = unsafe { args.columns([("cells", cells)], [("lon", lon), ("lat", lat)], n)? };
        Ok(batch::ring::center_deg(nside, cells, lon, lat)?)
    })
}

/// Centers of cells as unit vectors.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `x`, `y`, `z`: n unit vectors.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48};
/// double x[1], y[1], z[1];
/// assert(healpix_ring_center_vec(3, cells, 1, x, y, z) == HEALPIX_OK && x[0] == 1.0 && y[0] == 0.0 && z[0] == 0.0);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_center_vec(
    nside: u32,
    cells: *const u64,
    n: usize,
    x: *mut f64,
    y: *mut f64,
    z: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, x, y, z) = unsafe {
            (args.input("cells", cells, n)?, args.output("x", x, n)?, args.output("y", y, n)?, args.output("z", z, n)?)
        };
        Ok(batch::ring::center_vec(nside, cells, x, y, z)?)
    })
}

/// Vertices of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: 4 n positions in radians, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// Inputs must be readable and outputs writable for the number of elements given above.
///
/// # Example
///
/// ```c
/// const uint64_t cells[] = {48};
/// double lon[4], lat[4];
/// assert(healpix_ring_vertices(3, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lat[0] < 0.0 && lat[2] > 0.0); /* S, N */
/// assert(fabs(lon[1] - 15.0 * DEG) < 1e-15 && fabs(lon[3] - 345.0 * DEG) < 1e-14); /* E, W */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_vertices(
    nside: u32,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, lon, lat) = unsafe {
            (args.input("cells", cells, n)?, args.outputs("lon", lon, n, 4)?, args.outputs("lat", lat, n, 4)?)
        };
        Ok(batch::ring::vertices(nside, cells, lon, lat)?)
    })
}

/// Vertices of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: 4 n positions in degrees, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// Errors: HEALPIX_ERR_NSIDE; of an element HEALPIX_ERR_CELL; of the arrays HEALPIX_ERR_NULL,
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
/// assert(healpix_ring_vertices_deg(3, cells, 1, lon, lat) == HEALPIX_OK);
/// assert(lon[1] == 90.0 && lat[2] == 90.0 && lon[3] == 0.0); /* E, N: the pole, W */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_ring_vertices_deg(
    nside: u32,
    cells: *const u64,
    n: usize,
    lon: *mut f64,
    lat: *mut f64,
) -> healpix_status {
    guard(|args| {
        let nside = Nside::new(nside)?;
        // SAFETY: the caller vouches for every array; `args` checks all that can be checked.
        let (cells, lon, lat) = unsafe {
            (args.input("cells", cells, n)?, args.outputs("lon", lon, n, 4)?, args.outputs("lat", lat, n, 4)?)
        };
        Ok(batch::ring::vertices_deg(nside, cells, lon, lat)?)
    })
}
