//! Discs, rings, ellipses, zones and boxes.

use super::{Region, make};
use crate::error::Result;

impl Region {
    /// The points within a radius of a center: a disc on the sphere.
    ///
    /// - `lon`, `lat`: the center in radians.
    /// - `radius`: radians, 0 (the point alone) to pi (the whole sphere).
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Radius`](crate::ErrorKind::Radius).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::cone(1.0, 0.5, 0.1)?;
    /// assert!(region.contains_one(1.05, 0.5)?);
    /// assert!(!region.contains_one(2.0, 0.5)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cone(lon: f64, lat: f64, radius: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_cone(lon, lat, radius, out) })
    }

    /// [`Region::cone`] with center and radius in degrees, the radius from 0 to 180.
    ///
    /// # Errors
    ///
    /// As [`Region::cone`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::cone_deg(83.8, -5.4, 1.0)?;
    /// assert!(region.contains_deg_one(83.8, -4.41)?);
    /// assert!(!region.contains_deg_one(83.8, -4.39)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cone_deg(lon: f64, lat: f64, radius: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_cone_deg(lon, lat, radius, out) })
    }

    /// The points whose distance from a center is between two radii, both included.
    ///
    /// - `lon`, `lat`: the center in radians.
    /// - `inner`, `outer`: radians, 0 to pi, the inner radius not larger than the outer one.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Radius`](crate::ErrorKind::Radius), [`Shape`](crate::ErrorKind::Shape).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::annulus(1.0, 0.0, 0.1, 0.2)?;
    /// assert!(region.contains_one(1.15, 0.0)?);
    /// assert!(!region.contains_one(1.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn annulus(lon: f64, lat: f64, inner: f64, outer: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_annulus(lon, lat, inner, outer, out) })
    }

    /// [`Region::annulus`] with center and radii in degrees, the radii from 0 to 180.
    ///
    /// # Errors
    ///
    /// As [`Region::annulus`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::annulus_deg(130.0, 0.0, 5.0, 6.0)?;
    /// assert!(region.contains_deg_one(135.5, 0.0)?);
    /// assert!(!region.contains_deg_one(130.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn annulus_deg(lon: f64, lat: f64, inner: f64, outer: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_annulus_deg(lon, lat, inner, outer, out) })
    }

    /// The points whose distances to two foci sum to at most twice the semi-major axis: an ellipse on the sphere.
    ///
    /// - `lon`, `lat`: the center in radians.
    /// - `a`, `b`: semi-axes in radians, 0 < b <= a <= pi/2.
    /// - `position_angle`: of the major axis in radians, from north through east, 0 to 2 pi.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Shape`](crate::ErrorKind::Shape).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::elliptical_cone(0.1, 0.3, 0.2, 0.1, 0.0)?;
    /// assert!(region.contains_one(0.1, 0.49)?);
    /// assert!(!region.contains_one(0.29, 0.3)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn elliptical_cone(lon: f64, lat: f64, a: f64, b: f64, position_angle: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_elliptical_cone(lon, lat, a, b, position_angle, out) })
    }

    /// [`Region::elliptical_cone`] with all angles in degrees.
    ///
    /// # Errors
    ///
    /// As [`Region::elliptical_cone`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::elliptical_cone_deg(10.0, 20.0, 5.0, 2.0, 30.0)?;
    /// assert!(region.contains_deg_one(12.5, 24.2)?);
    /// assert!(!region.contains_deg_one(7.5, 24.2)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn elliptical_cone_deg(lon: f64, lat: f64, a: f64, b: f64, position_angle: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_elliptical_cone_deg(lon, lat, a, b, position_angle, out) })
    }

    /// The points between two longitudes and two latitudes, borders included.
    ///
    /// - `lon_min`, `lon_max`: radians. The zone runs from `lon_min` eastwards to `lon_max`, over longitude 0 where need be; a
    ///   whole turn or more is the whole circle.
    /// - `lat_min`, `lat_max`: radians, -pi/2 <= lat_min <= lat_max <= pi/2.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Shape`](crate::ErrorKind::Shape).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::zone(6.0, -0.1, 0.2, 0.1)?;
    /// assert!(region.contains_one(0.0, 0.0)?);
    /// assert!(!region.contains_one(1.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn zone(lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_zone(lon_min, lat_min, lon_max, lat_max, out) })
    }

    /// [`Region::zone`] with all angles in degrees.
    ///
    /// # Errors
    ///
    /// As [`Region::zone`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::zone_deg(350.0, -5.0, 10.0, 5.0)?;
    /// assert!(region.contains_deg_one(0.0, 0.0)?);
    /// assert!(!region.contains_deg_one(180.0, 0.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn zone_deg(lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_zone_deg(lon_min, lat_min, lon_max, lat_max, out) })
    }

    /// A box with great-circle sides around a center.
    ///
    /// - `lon`, `lat`: the center in radians.
    /// - `width`, `height`: whole sizes in radians, above 0 and below pi.
    /// - `position_angle`: of the height in radians, from north through east, 0 to 2 pi.
    ///
    /// # Errors
    ///
    /// [`Longitude`](crate::ErrorKind::Longitude), [`Latitude`](crate::ErrorKind::Latitude),
    /// [`Shape`](crate::ErrorKind::Shape).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::box_region(1.0, 0.0, 0.4, 0.2, 0.0)?;
    /// assert!(region.contains_one(1.19, 0.0)?);
    /// assert!(!region.contains_one(1.0, 0.11)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn box_region(lon: f64, lat: f64, width: f64, height: f64, position_angle: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_box(lon, lat, width, height, position_angle, out) })
    }

    /// [`Region::box_region`] with all angles in degrees.
    ///
    /// # Errors
    ///
    /// As [`Region::box_region`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let region = Region::box_region_deg(0.0, 89.0, 5.0, 2.0, 0.0)?;
    /// assert!(region.contains_deg_one(90.0, 89.5)?);
    /// assert!(!region.contains_deg_one(0.0, 87.9)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn box_region_deg(lon: f64, lat: f64, width: f64, height: f64, position_angle: f64) -> Result<Region> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_box_deg(lon, lat, width, height, position_angle, out) })
    }
}
