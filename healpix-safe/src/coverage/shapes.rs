//! Coverages of shapes, without a region in between.

use super::{Coverage, make};
use crate::error::Result;

impl Coverage {
    /// The coverage of a cone: the points within a radius of a center.
    ///
    /// - `depth`: 0 to 29.
    /// - `lon`, `lat`: the center in radians.
    /// - `radius`: radians, 0 (the point alone) to pi (the whole sphere).
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Radius`](crate::ErrorKind::Radius),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::cone(8, 1.0, 0.5, 0.1)?;
    /// let inside = nested::hash_one(8, 1.05, 0.5)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cone(depth: u8, lon: f64, lat: f64, radius: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_cone(depth, lon, lat, radius, out) })
    }

    /// [`Coverage::cone`] with center and radius in degrees, the radius from 0 to 180.
    ///
    /// # Errors
    ///
    /// As [`Coverage::cone`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::cone_deg(8, 83.8, -5.4, 1.0)?;
    /// let inside = nested::hash_deg_one(8, 83.8, -4.41)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn cone_deg(depth: u8, lon: f64, lat: f64, radius: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_cone_deg(depth, lon, lat, radius, out) })
    }

    /// The coverage of an annulus: the points whose distance from a center is between two radii.
    ///
    /// - `depth`: 0 to 29.
    /// - `lon`, `lat`: the center in radians.
    /// - `inner`, `outer`: radians, 0 to pi, the inner radius not larger than the outer one.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Radius`](crate::ErrorKind::Radius),
    /// [`Shape`](crate::ErrorKind::Shape), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::annulus(8, 1.0, 0.0, 0.1, 0.2)?;
    /// let inside = nested::hash_one(8, 1.15, 0.0)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn annulus(depth: u8, lon: f64, lat: f64, inner: f64, outer: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_annulus(depth, lon, lat, inner, outer, out) })
    }

    /// [`Coverage::annulus`] with center and radii in degrees, the radii from 0 to 180.
    ///
    /// # Errors
    ///
    /// As [`Coverage::annulus`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::annulus_deg(8, 130.0, 0.0, 5.0, 6.0)?;
    /// let inside = nested::hash_deg_one(8, 135.5, 0.0)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn annulus_deg(depth: u8, lon: f64, lat: f64, inner: f64, outer: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_annulus_deg(depth, lon, lat, inner, outer, out) })
    }

    /// The coverage of an elliptical cone: the points whose distances to two foci sum to at most twice the semi-major
    /// axis.
    ///
    /// - `depth`: 0 to 29.
    /// - `lon`, `lat`: the center in radians.
    /// - `a`, `b`: semi-axes in radians, 0 < b <= a <= pi/2.
    /// - `position_angle`: of the major axis in radians, from north through east, 0 to 2 pi.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Shape`](crate::ErrorKind::Shape),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::elliptical_cone(8, 0.1, 0.3, 0.2, 0.1, 0.0)?;
    /// let inside = nested::hash_one(8, 0.1, 0.49)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn elliptical_cone(depth: u8, lon: f64, lat: f64, a: f64, b: f64, position_angle: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_elliptical_cone(depth, lon, lat, a, b, position_angle, out) })
    }

    /// [`Coverage::elliptical_cone`] with all angles in degrees.
    ///
    /// # Errors
    ///
    /// As [`Coverage::elliptical_cone`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::elliptical_cone_deg(8, 10.0, 20.0, 5.0, 2.0, 30.0)?;
    /// let inside = nested::hash_deg_one(8, 12.5, 24.2)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn elliptical_cone_deg(depth: u8, lon: f64, lat: f64, a: f64, b: f64, position_angle: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe {
            healpix_sys::healpix_coverage_elliptical_cone_deg(depth, lon, lat, a, b, position_angle, out)
        })
    }

    /// The coverage of a zone: the points between two longitudes and two latitudes, borders included.
    ///
    /// - `depth`: 0 to 29.
    /// - `lon_min`, `lon_max`: radians. The zone runs from `lon_min` eastwards to `lon_max`, over longitude 0 where need be; a
    ///   whole turn or more is the whole circle.
    /// - `lat_min`, `lat_max`: radians, -pi/2 <= lat_min <= lat_max <= pi/2.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Shape`](crate::ErrorKind::Shape),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::zone(8, 6.0, -0.1, 0.2, 0.1)?;
    /// let inside = nested::hash_one(8, 0.0, 0.0)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn zone(depth: u8, lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_zone(depth, lon_min, lat_min, lon_max, lat_max, out) })
    }

    /// [`Coverage::zone`] with all angles in degrees.
    ///
    /// # Errors
    ///
    /// As [`Coverage::zone`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::zone_deg(8, 350.0, -5.0, 10.0, 5.0)?;
    /// let inside = nested::hash_deg_one(8, 0.0, 0.0)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn zone_deg(depth: u8, lon_min: f64, lat_min: f64, lon_max: f64, lat_max: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_zone_deg(depth, lon_min, lat_min, lon_max, lat_max, out) })
    }

    /// The coverage of a box with great-circle sides around a center.
    ///
    /// - `depth`: 0 to 29.
    /// - `lon`, `lat`: the center in radians.
    /// - `width`, `height`: whole sizes in radians, above 0 and below pi.
    /// - `position_angle`: of the height in radians, from north through east, 0 to 2 pi.
    ///
    /// # Errors
    ///
    /// [`Depth`](crate::ErrorKind::Depth), [`Longitude`](crate::ErrorKind::Longitude),
    /// [`Latitude`](crate::ErrorKind::Latitude), [`Shape`](crate::ErrorKind::Shape),
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::box_region(8, 1.0, 0.0, 0.4, 0.2, 0.0)?;
    /// let inside = nested::hash_one(8, 1.19, 0.0)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn box_region(depth: u8, lon: f64, lat: f64, width: f64, height: f64, position_angle: f64) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_coverage_box(depth, lon, lat, width, height, position_angle, out) })
    }

    /// [`Coverage::box_region`] with all angles in degrees.
    ///
    /// # Errors
    ///
    /// As [`Coverage::box_region`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::{coverage::Coverage, nested};
    ///
    /// let coverage = Coverage::box_region_deg(8, 0.0, 89.0, 5.0, 2.0, 0.0)?;
    /// let inside = nested::hash_deg_one(8, 90.0, 89.5)?;
    /// assert!(coverage.iter()?.any(|cell| cell.index == inside));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn box_region_deg(
        depth: u8,
        lon: f64,
        lat: f64,
        width: f64,
        height: f64,
        position_angle: f64,
    ) -> Result<Coverage> {
        // SAFETY: `make` hands over a live local.
        make(|out| unsafe {
            healpix_sys::healpix_coverage_box_deg(depth, lon, lat, width, height, position_angle, out)
        })
    }
}
