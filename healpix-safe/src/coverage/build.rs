//! Coverages of regions and polygons, and MOCs.

use core::ptr;

use super::{Cell, Coverage, make};
use crate::error::{Result, check, same_length};
use crate::moc::Moc;
use crate::region::{Interior, Region};

impl Coverage {
    /// The coverage of a region at a depth.
    ///
    /// - `depth`: 0 to 29.
    ///
    /// The memory grows with the length of the region's border in cells: for deep and large ones see
    /// [`Coverage::with_budget`] and [`Coverage::visit`].
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, region::Region};
    ///
    /// let north = Region::zone_deg(0.0, 0.0, 360.0, 90.0)?;
    /// let coverage = Coverage::of(0, &north)?;
    /// assert_eq!(coverage.cells().iter().filter(|cell| cell.is_full()).count(), 4);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn of(depth: u8, region: &Region) -> Result<Coverage> {
        // SAFETY: the handle is live, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_of(depth, region.as_ptr(), out) })
    }

    /// A coverage of at most `max_cells` cells: where the exact one has more, cells that the region's border crosses stay
    /// undivided. It still covers the region, and full cells are inside it. Fewer than the base cells that the region
    /// touches (up to 12) it cannot be.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Budget`](crate::ErrorKind::Budget) for 0,
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, region::Region};
    ///
    /// let rough = Coverage::with_budget(29, &Region::cone_deg(10.0, 20.0, 17.0)?, 50)?;
    /// assert!(rough.cells().len() <= 50);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn with_budget(depth: u8, region: &Region, max_cells: usize) -> Result<Coverage> {
        // SAFETY: the handle is live, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_with_budget(depth, region.as_ptr(), max_cells, out) })
    }

    /// The coverage of cells that were kept elsewhere: those of [`Coverage::cells`], out of a file, a database or another
    /// thread. Whether a region has them, nobody asks.
    ///
    /// - `depth`: 0 to 29.
    /// - `cells`: sorted by position, none in another, none deeper than `depth`. Four siblings that are full become their
    ///   parent, and any flag but 0 says full.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Memory`](crate::ErrorKind::Memory); and, naming the first bad cell,
    /// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell),
    /// [`OverlappingCells`](crate::ErrorKind::OverlappingCells) where it does not come after the one before it.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Coverage;
    ///
    /// let rows = Coverage::cone_deg(9, 83.8, -5.4, 1.0)?.cells().to_vec();
    /// // Cells go where handles cannot.
    /// let n = std::thread::spawn(move || Ok(Coverage::from_cells(9, &rows)?.n_flat())).join().expect("no panic");
    /// # let n: healpix_safe::Result<u64> = n;
    /// assert_eq!(n?, Coverage::cone_deg(9, 83.8, -5.4, 1.0)?.n_flat());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_cells(depth: u8, cells: &[Cell]) -> Result<Coverage> {
        // SAFETY: the slice has the length that is told, `Cell` has the layout of the C type, as asserted beside it, and
        // `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_from_cells(depth, cells.as_ptr().cast(), cells.len(), out) })
    }

    /// The coverage of a polygon of one ring; see [`Region::polygon`].
    ///
    /// - `depth`: 0 to 29.
    /// - `lon`, `lat`: the vertices in radians.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), and those of [`Region::polygon`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested, region::Interior};
    ///
    /// let coverage = Coverage::polygon(6, &[0.0, 0.3, 0.3], &[0.0, 0.0, 0.3], Interior::SmallerArea)?;
    /// let inside = nested::hash_one(6, 0.2, 0.1)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn polygon(depth: u8, lon: &[f64], lat: &[f64], interior: Interior) -> Result<Coverage> {
        if matches!(interior, Interior::Contains { .. }) {
            return Coverage::of(depth, &Region::polygon(lon, lat, interior)?);
        }
        same_length("lat", lat.len(), lon.len())?;
        let (code, _, _) = interior.parts();
        let (lon, lat, n) = (lon.as_ptr(), lat.as_ptr(), lon.len());
        // SAFETY: both slices have the length that is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_polygon(depth, lon, lat, n, code, out) })
    }

    /// [`Coverage::polygon`] with vertices and control point in degrees.
    ///
    /// # Errors
    ///
    /// As [`Coverage::polygon`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, region::Interior};
    ///
    /// let cap = Coverage::polygon_deg(4, &[0.0, 90.0, 180.0, 270.0], &[80.0; 4], Interior::Winding)?;
    /// assert!(cap.cells().len() < 100);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn polygon_deg(depth: u8, lon: &[f64], lat: &[f64], interior: Interior) -> Result<Coverage> {
        if matches!(interior, Interior::Contains { .. }) {
            return Coverage::of(depth, &Region::polygon_deg(lon, lat, interior)?);
        }
        same_length("lat", lat.len(), lon.len())?;
        let (code, _, _) = interior.parts();
        let (lon, lat, n) = (lon.as_ptr(), lat.as_ptr(), lon.len());
        // SAFETY: both slices have the length that is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_polygon_deg(depth, lon, lat, n, code, out) })
    }

    /// All cells as a MOC of the coverage's depth.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Coverage;
    ///
    /// let coverage = Coverage::cone_deg(7, 10.0, 20.0, 5.0)?;
    /// assert_eq!(coverage.moc()?.n_cells(), coverage.n_flat());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn moc(&self) -> Result<Moc> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_coverage_moc(self.as_ptr(), &raw mut out) })?;
        Moc::own(out)
    }

    /// The cells inside the region as a MOC of the coverage's depth.
    ///
    /// # Errors
    ///
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::coverage::Coverage;
    ///
    /// let coverage = Coverage::cone_deg(7, 10.0, 20.0, 5.0)?;
    /// assert!(coverage.full_moc()?.n_cells() < coverage.n_flat());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn full_moc(&self) -> Result<Moc> {
        let mut out = ptr::null_mut();
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_coverage_full_moc(self.as_ptr(), &raw mut out) })?;
        Moc::own(out)
    }
}

/// The cells of a depth whose center is inside a region, as a MOC.
///
/// - `depth`: 0 to 29.
///
/// # Errors
///
/// [`Depth`](crate::ErrorKind::Depth), [`Memory`](crate::ErrorKind::Memory).
///
/// # Example
///
/// ```
/// use healpix_safe::{coverage, region::Region};
///
/// // A disc far smaller than a cell, away from all centers.
/// let centers = coverage::centers_in(0, &Region::cone_deg(0.0, -60.0, 0.01)?)?;
/// assert_eq!(centers.n_cells(), 0);
/// # Ok::<(), healpix_safe::Error>(())
/// ```
pub fn centers_in(depth: u8, region: &Region) -> Result<Moc> {
    let mut out = ptr::null_mut();
    // SAFETY: the handle is live and the output is a live local.
    check(unsafe { healpix_sys::healpix_coverage_centers_in(depth, region.as_ptr(), &raw mut out) })?;
    Moc::own(out)
}
