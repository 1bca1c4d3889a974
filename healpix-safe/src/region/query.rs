//! What is inside.

use super::Region;
use crate::error::{Result, check, same_length};

/// What a region is to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Relation {
    /// They have no point in common.
    Disjoint = healpix_sys::HEALPIX_RELATION_DISJOINT as u8,
    /// They meet, and the cell is not inside the region.
    Partial = healpix_sys::HEALPIX_RELATION_PARTIAL as u8,
    /// The cell is inside the region.
    Full = healpix_sys::HEALPIX_RELATION_FULL as u8,
}

impl Relation {
    /// The relation of a code that [`Region::relation`] wrote; none for [`INVALID_U8`](crate::INVALID_U8) and all
    /// other numbers.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Relation;
    ///
    /// assert_eq!(Relation::from_code(2), Some(Relation::Full));
    /// assert_eq!(Relation::from_code(healpix_safe::INVALID_U8), None);
    /// ```
    #[must_use]
    pub fn from_code(code: u8) -> Option<Relation> {
        [Relation::Disjoint, Relation::Partial, Relation::Full].into_iter().find(|relation| *relation as u8 == code)
    }
}

impl Region {
    /// Which positions are inside, the border included.
    ///
    /// - `lon`, `lat`: positions in radians.
    /// - `inside`: as many flags.
    ///
    /// A bad position leaves `false` in its own place; all others are computed.
    ///
    /// # Errors
    ///
    /// of an element [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude);
    /// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let mut inside = [false; 2];
    /// Region::cone(1.0, 0.0, 0.1)?.contains(&[1.05, 1.2], &[0.0, 0.0], &mut inside)?;
    /// assert_eq!(inside, [true, false]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains(&self, lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
        let n = lon.len();
        same_length("lat", lat.len(), n)?;
        same_length("inside", inside.len(), n)?;
        let inside = inside.as_mut_ptr().cast();
        // SAFETY: the handle is live, every slice has the length that is told, and the call writes 0 and 1 only,
        // which are the two values of a bool.
        check(unsafe { healpix_sys::healpix_region_contains(self.as_ptr(), lon.as_ptr(), lat.as_ptr(), n, inside) })
    }

    /// [`Region::contains`] of positions in degrees.
    ///
    /// # Errors
    ///
    /// As [`Region::contains`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let mut inside = [true; 3];
    /// let error = Region::cone_deg(50.0, 0.0, 1.0)?.contains_deg(&[50.5, 50.0, 52.0], &[0.0, 95.0, 0.0], &mut inside);
    /// assert_eq!(error.unwrap_err().kind(), healpix_safe::ErrorKind::Latitude);
    /// assert_eq!(inside, [true, false, false]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_deg(&self, lon: &[f64], lat: &[f64], inside: &mut [bool]) -> Result<()> {
        let n = lon.len();
        same_length("lat", lat.len(), n)?;
        same_length("inside", inside.len(), n)?;
        let inside = inside.as_mut_ptr().cast();
        // SAFETY: the handle is live, every slice has the length that is told, and the call writes 0 and 1 only,
        // which are the two values of a bool.
        check(unsafe { healpix_sys::healpix_region_contains_deg(self.as_ptr(), lon.as_ptr(), lat.as_ptr(), n, inside) })
    }

    /// Whether a position in radians is inside, the border included.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// assert!(Region::cone(1.0, 0.0, 0.1)?.contains_one(1.05, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_one(&self, lon: f64, lat: f64) -> Result<bool> {
        let mut inside = 0;
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_region_contains_one(self.as_ptr(), lon, lat, &raw mut inside) })?;
        Ok(inside != 0)
    }

    /// Whether a position in degrees is inside, the border included.
    ///
    /// # Errors
    ///
    /// As [`Region::contains_one`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// assert!(!Region::cone_deg(50.0, 0.0, 1.0)?.contains_deg_one(52.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn contains_deg_one(&self, lon: f64, lat: f64) -> Result<bool> {
        let mut inside = 0;
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_region_contains_deg_one(self.as_ptr(), lon, lat, &raw mut inside) })?;
        Ok(inside != 0)
    }

    /// What the region is to each of many cells, exactly.
    ///
    /// - `depth`: 0 to 29.
    /// - `cells`: nested cell numbers, below 12 * 4^depth.
    /// - `relation`: as many codes, for [`Relation::from_code`].
    ///
    /// A bad cell leaves [`INVALID_U8`](crate::INVALID_U8) in its own place; all others are computed.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth); of an element [`Cell`](crate::ErrorKind::Cell);
    /// [`Length`](crate::ErrorKind::Length) if the slices do not fit together.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::{Region, Relation};
    ///
    /// let mut codes = [0; 2];
    /// Region::cone_deg(50.0, 0.0, 0.01)?.relation(0, &[5, 6], &mut codes)?;
    /// assert_eq!(codes.map(Relation::from_code), [Some(Relation::Partial), Some(Relation::Disjoint)]);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn relation(&self, depth: u8, cells: &[u64], relation: &mut [u8]) -> Result<()> {
        same_length("relation", relation.len(), cells.len())?;
        let relation = relation.as_mut_ptr();
        // SAFETY: the handle is live, and both slices have the length that is told.
        check(unsafe {
            healpix_sys::healpix_region_relation(self.as_ptr(), depth, cells.as_ptr(), cells.len(), relation)
        })
    }

    /// What the region is to a cell, exactly.
    ///
    /// - `depth`: 0 to 29.
    /// - `cell`: nested cell number, below 12 * 4^depth.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Cell`](crate::ErrorKind::Cell).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::{Region, Relation};
    ///
    /// assert_eq!(Region::all_sky()?.relation_one(3, 7)?, Relation::Full);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn relation_one(&self, depth: u8, cell: u64) -> Result<Relation> {
        let mut code = 0;
        // SAFETY: the handle is live and the output is a live local.
        check(unsafe { healpix_sys::healpix_region_relation_one(self.as_ptr(), depth, cell, &raw mut code) })?;
        // The library knows these three; what meets the cell in any other way meets it.
        Ok(Relation::from_code(code).unwrap_or(Relation::Partial))
    }

    /// The area in steradians, where a formula says it: of cones, annuli, zones, boxes, polygons, the whole sky and the empty
    /// region, and of complements of these. For the others ask the [`area`](crate::Moc::area) of a MOC.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let cap = Region::zone_deg(0.0, 30.0, 360.0, 90.0)?;
    /// assert!((cap.area().ok_or("none")? - std::f64::consts::PI).abs() < 1e-14);
    /// assert_eq!(Region::elliptical_cone(0.1, 0.2, 0.3, 0.2, 0.0)?.area(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> Option<f64> {
        // SAFETY: the handle is live.
        let area = unsafe { healpix_sys::healpix_region_area(self.as_ptr()) };
        (!area.is_nan()).then_some(area)
    }
}
