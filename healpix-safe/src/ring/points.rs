//! Positions to cells and back.

use crate::error::{Result, check, same_length};

/// Cells that contain positions.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let mut cells = [0; 2];
/// ring::hash(8, &[0.8, 3.2], &[0.2, -1.0], &mut cells)?;
/// assert_eq!(cells, [276, 696]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash(nside: u32, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_hash(nside, lon.as_ptr(), lat.as_ptr(), n, cells.as_mut_ptr()) })
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
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let mut cells = [0; 2];
/// ring::hash_deg(8, &[45.0, 185.0], &[10.0, -60.0], &mut cells)?;
/// assert_eq!(cells, [276, 718]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_deg(nside: u32, lon: &[f64], lat: &[f64], cells: &mut [u64]) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_hash_deg(nside, lon.as_ptr(), lat.as_ptr(), n, cells.as_mut_ptr()) })
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
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) in all of its own outputs; all others
/// are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Vector`](crate::ErrorKind::Vector);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let mut cells = [0; 2];
/// // The direction of lon 0 on the equator, and the north pole.
/// ring::hash_vec(1, &[2.0, 0.0], &[0.0, 0.0], &[0.0, 3.0], &mut cells)?;
/// assert_eq!(cells, [4, 0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_vec(nside: u32, x: &[f64], y: &[f64], z: &[f64], cells: &mut [u64]) -> Result<()> {
    let n = x.len();
    same_length("y", y.len(), n)?;
    same_length("z", z.len(), n)?;
    same_length("cells", cells.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_hash_vec(nside, x.as_ptr(), y.as_ptr(), z.as_ptr(), n, cells.as_mut_ptr())
    })
}

/// Cells that contain positions, and where in them the positions are.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in radians; any finite longitude, latitudes from -pi/2 to pi/2.
/// - `cells`: n ring cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the
///   south-eastern edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut cells, mut dx, mut dy) = ([0], [0.0], [0.0]);
/// // The middle of base cell 4.
/// ring::hash_with_offsets(1, &[0.0], &[0.0], &mut cells, &mut dx, &mut dy)?;
/// assert_eq!((cells, dx, dy), ([4], [0.5], [0.5]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_with_offsets(
    nside: u32,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    dx: &mut [f64],
    dy: &mut [f64],
) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n)?;
    same_length("dx", dx.len(), n)?;
    same_length("dy", dy.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_hash_with_offsets(
            nside,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            dx.as_mut_ptr(),
            dy.as_mut_ptr(),
        )
    })
}

/// Cells that contain positions, and where in them the positions are.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `lon`, `lat`: n positions in degrees; any finite longitude, latitudes from -90 to 90.
/// - `cells`: n ring cell numbers.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the
///   south-eastern edge, `dy` along the south-western one.
///
/// A cell owns its two western edges and its western corner; a pole belongs to the base cell of its
/// longitude's quadrant.
///
/// A bad element leaves [`INVALID_CELL`](crate::INVALID_CELL) or NaN in all of its own outputs; all
/// others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Longitude`](crate::ErrorKind::Longitude),
/// [`Latitude`](crate::ErrorKind::Latitude); [`Length`](crate::ErrorKind::Length) if the slices do
/// not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut cells, mut dx, mut dy) = ([0], [0.0], [0.0]);
/// // The middle of base cell 4.
/// ring::hash_with_offsets_deg(1, &[0.0], &[0.0], &mut cells, &mut dx, &mut dy)?;
/// assert_eq!((cells, dx, dy), ([4], [0.5], [0.5]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn hash_with_offsets_deg(
    nside: u32,
    lon: &[f64],
    lat: &[f64],
    cells: &mut [u64],
    dx: &mut [f64],
    dy: &mut [f64],
) -> Result<()> {
    let n = lon.len();
    same_length("lat", lat.len(), n)?;
    same_length("cells", cells.len(), n)?;
    same_length("dx", dx.len(), n)?;
    same_length("dy", dy.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_hash_with_offsets_deg(
            nside,
            lon.as_ptr(),
            lat.as_ptr(),
            n,
            cells.as_mut_ptr(),
            dx.as_mut_ptr(),
            dy.as_mut_ptr(),
        )
    })
}

/// Positions at offsets in cells; the inverse of hash_with_offsets.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the
///   south-eastern edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in radians; longitudes from 0 to below 2 pi.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell),
/// [`Offset`](crate::ErrorKind::Offset); [`Length`](crate::ErrorKind::Length) if the slices do not
/// fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([9.0], [9.0]);
/// // The middle of base cell 4.
/// ring::position(1, &[4], &[0.5], &[0.5], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([0.0], [0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn position(nside: u32, cells: &[u64], dx: &[f64], dy: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("dx", dx.len(), n)?;
    same_length("dy", dy.len(), n)?;
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_position(
            nside,
            cells.as_ptr(),
            dx.as_ptr(),
            dy.as_ptr(),
            n,
            lon.as_mut_ptr(),
            lat.as_mut_ptr(),
        )
    })
}

/// Positions at offsets in cells; the inverse of hash_with_offsets_deg.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `dx`, `dy`: n offsets in the cell, 0 to 1, from its southern corner: `dx` along the
///   south-eastern edge, `dy` along the south-western one.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell),
/// [`Offset`](crate::ErrorKind::Offset); [`Length`](crate::ErrorKind::Length) if the slices do not
/// fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([9.0], [9.0]);
/// // The middle of base cell 4.
/// ring::position_deg(1, &[4], &[0.5], &[0.5], &mut lon, &mut lat)?;
/// assert_eq!((lon, lat), ([0.0], [0.0]));
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn position_deg(nside: u32, cells: &[u64], dx: &[f64], dy: &[f64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("dx", dx.len(), n)?;
    same_length("dy", dy.len(), n)?;
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_position_deg(
            nside,
            cells.as_ptr(),
            dx.as_ptr(),
            dy.as_ptr(),
            n,
            lon.as_mut_ptr(),
            lat.as_mut_ptr(),
        )
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
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([9.0; 2], [9.0; 2]);
/// ring::center(1, &[4, 6], &mut lon, &mut lat)?;
/// assert_eq!(lat, [0.0, 0.0]);
/// assert_eq!(lon, [0.0, std::f64::consts::PI]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center(nside: u32, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_center(nside, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr()) })
}

/// Centers of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: n positions in degrees; longitudes from 0 to below 360.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([9.0; 2], [9.0; 2]);
/// ring::center_deg(1, &[4, 6], &mut lon, &mut lat)?;
/// assert_eq!(lat, [0.0, 0.0]);
/// assert_eq!(lon, [0.0, 180.0]);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_deg(nside: u32, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("lon", lon.len(), n)?;
    same_length("lat", lat.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_center_deg(nside, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr()) })
}

/// Centers of cells as unit vectors.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `x`, `y`, `z`: n unit vectors.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut x, mut y, mut z) = ([9.0], [9.0], [9.0]);
/// ring::center_vec(1, &[0], &mut x, &mut y, &mut z)?;
/// // Base cells 0 to 3 have their centers at z = 2/3.
/// assert!((z[0] - 2.0 / 3.0).abs() < 1e-15);
/// assert!((x[0] - y[0]).abs() < 1e-15);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn center_vec(nside: u32, cells: &[u64], x: &mut [f64], y: &mut [f64], z: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("x", x.len(), n)?;
    same_length("y", y.len(), n)?;
    same_length("z", z.len(), n)?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_center_vec(nside, cells.as_ptr(), n, x.as_mut_ptr(), y.as_mut_ptr(), z.as_mut_ptr())
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
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([9.0; 4], [9.0; 4]);
/// ring::vertices(1, &[0], &mut lon, &mut lat)?;
/// // South, east, north, west: base cell 0 reaches from the equator to the pole.
/// assert_eq!((lat[0], lat[2]), (0.0, std::f64::consts::FRAC_PI_2));
/// assert_eq!(lon[3], 0.0);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn vertices(nside: u32, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("lon", lon.len(), n.saturating_mul(4))?;
    same_length("lat", lat.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe { healpix_sys::healpix_ring_vertices(nside, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr()) })
}

/// Vertices of cells.
///
/// - `nside`: 1 to 536870912 (2^29).
/// - `cells`: n ring cell numbers, below 12 * nside^2.
/// - `lon`, `lat`: 4 n positions in degrees, four for each cell in the order S, E, N, W.
///
/// A bad element leaves NaN in all of its own outputs; all others are computed.
///
/// # Errors
///
/// [`Nside`](crate::ErrorKind::Nside); of an element [`Cell`](crate::ErrorKind::Cell);
/// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
///
/// # Example
///
/// ```
/// use healpix_safe::ring;
///
/// let (mut lon, mut lat) = ([9.0; 4], [9.0; 4]);
/// ring::vertices_deg(1, &[0], &mut lon, &mut lat)?;
/// // South, east, north, west: base cell 0 reaches from the equator to the pole.
/// assert_eq!((lat[0], lat[2]), (0.0, 90.0));
/// assert_eq!(lon[3], 0.0);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn vertices_deg(nside: u32, cells: &[u64], lon: &mut [f64], lat: &mut [f64]) -> Result<()> {
    let n = cells.len();
    same_length("lon", lon.len(), n.saturating_mul(4))?;
    same_length("lat", lat.len(), n.saturating_mul(4))?;
    // SAFETY: every pointer comes from a slice whose length was just compared with what the call expects.
    check(unsafe {
        healpix_sys::healpix_ring_vertices_deg(nside, cells.as_ptr(), n, lon.as_mut_ptr(), lat.as_mut_ptr())
    })
}
