//! What set operations make of regions.

use healpix_sys::healpix_region;

use super::{Region, make};
use crate::error::{Error, Result};

impl Region {
    /// What is in any of the regions; nothing for none.
    ///
    /// Unions of unions become one, and intersections of intersections too; otherwise at most 200 combinations may lie
    /// one in the other.
    ///
    /// # Errors
    ///
    /// [`Shape`](crate::ErrorKind::Shape) for more than 200 combinations one in the other,
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let (west, east) = (Region::cone_deg(10.0, 0.0, 6.0)?, Region::cone_deg(20.0, 0.0, 6.0)?);
    /// let both = Region::union(&[&west, &east])?;
    /// assert!(both.contains_deg_one(6.0, 0.0)? && both.contains_deg_one(24.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn union(regions: &[&Region]) -> Result<Region> {
        let handles = handles(regions)?;
        // SAFETY: every handle is live, their number is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_union(handles.as_ptr(), handles.len(), out) })
    }

    /// What is in all of the regions; the whole sphere for none.
    ///
    /// # Errors
    ///
    /// As [`Region::union`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let (west, east) = (Region::cone_deg(10.0, 0.0, 6.0)?, Region::cone_deg(20.0, 0.0, 6.0)?);
    /// let both = Region::intersection(&[&west, &east])?;
    /// assert!(both.contains_deg_one(15.0, 0.0)? && !both.contains_deg_one(24.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn intersection(regions: &[&Region]) -> Result<Region> {
        let handles = handles(regions)?;
        // SAFETY: every handle is live, their number is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_intersection(handles.as_ptr(), handles.len(), out) })
    }

    /// What is in this region and not in another one, and the border of what was taken away.
    ///
    /// # Errors
    ///
    /// As [`Region::union`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let disc = Region::cone_deg(0.0, 0.0, 10.0)?;
    /// let half = disc.difference(&Region::zone_deg(0.0, 0.0, 360.0, 90.0)?)?;
    /// assert!(half.contains_deg_one(1.0, -1.0)? && !half.contains_deg_one(1.0, 1.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn difference(&self, other: &Region) -> Result<Region> {
        // SAFETY: both handles are live, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_difference(self.as_ptr(), other.as_ptr(), out) })
    }

    /// What is not in the region, and its border.
    ///
    /// # Errors
    ///
    /// As [`Region::union`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let rest = Region::cone_deg(0.0, 0.0, 10.0)?.complement()?;
    /// assert!(rest.contains_deg_one(11.0, 0.0)? && !rest.contains_deg_one(9.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn complement(&self) -> Result<Region> {
        // SAFETY: the handle is live, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_complement(self.as_ptr(), out) })
    }

    /// The whole sphere.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// assert!(Region::all_sky()?.contains_one(1.0, 1.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn all_sky() -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_all_sky(out) })
    }

    /// No point at all.
    ///
    /// # Errors
    ///
    /// None that is known; the C interface could report one.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// assert!(!Region::empty()?.contains_one(1.0, 1.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn empty() -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_empty(out) })
    }
}

/// The handles of regions, which live as long as those.
fn handles(regions: &[&Region]) -> Result<Vec<*const healpix_region>> {
    let mut handles = Vec::new();
    handles.try_reserve_exact(regions.len()).map_err(|_| Error::memory(regions.len()))?;
    handles.extend(regions.iter().map(|region| region.as_ptr()));
    Ok(handles)
}
