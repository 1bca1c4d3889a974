//! Polygons.

use super::{Region, make};
use crate::error::{Result, same_length};

/// Which side of a polygon's border is inside.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Interior {
    /// The side with the smaller area. Of two halves, the one at the left of the first ring.
    #[default]
    SmallerArea,
    /// The left of the first ring: a ring that runs counterclockwise, seen from outside the sphere (north up, east at
    /// the right), has its inside in the middle.
    Winding,
    /// The side that holds a point.
    Contains {
        /// Longitude of the point, in the unit of the vertices.
        lon: f64,
        /// Latitude of the point, in the unit of the vertices.
        lat: f64,
    },
}

impl Interior {
    /// The code of the C interface, and the control point.
    pub(crate) fn parts(self) -> (u32, f64, f64) {
        match self {
            Interior::SmallerArea => (healpix_sys::HEALPIX_INTERIOR_SMALLER_AREA as u32, 0.0, 0.0),
            Interior::Winding => (healpix_sys::HEALPIX_INTERIOR_WINDING as u32, 0.0, 0.0),
            Interior::Contains { lon, lat } => (healpix_sys::HEALPIX_INTERIOR_CONTAINS as u32, lon, lat),
        }
    }
}

impl Region {
    /// The area inside a ring of great-circle arcs.
    ///
    /// - `lon`, `lat`: the vertices in radians. Each edge is the shorter arc to the next vertex, the last one leads back to
    ///   the first. The first vertex may be repeated at the end.
    ///
    /// # Errors
    ///
    /// [`Polygon`](crate::ErrorKind::Polygon) for bad vertices (the message says which), too few of them, and edges that
    /// cross; [`Longitude`](crate::ErrorKind::Longitude) and [`Latitude`](crate::ErrorKind::Latitude) of a control point;
    /// [`Length`](crate::ErrorKind::Length), [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::{Interior, Region};
    ///
    /// let (lon, lat) = ([0.0, 0.3, 0.3], [0.0, 0.0, 0.3]);
    /// let triangle = Region::polygon(&lon, &lat, Interior::SmallerArea)?;
    /// assert!(triangle.contains_one(0.2, 0.1)?);
    /// let rest = Region::polygon(&lon, &lat, Interior::Contains { lon: 1.0, lat: 1.0 })?;
    /// assert!(!rest.contains_one(0.2, 0.1)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn polygon(lon: &[f64], lat: &[f64], interior: Interior) -> Result<Region> {
        same_length("lat", lat.len(), lon.len())?;
        let (code, _, _) = interior.parts();
        if matches!(interior, Interior::Contains { .. }) {
            return Region::polygon_rings(lon, lat, &[lon.len()], interior);
        }
        // SAFETY: both slices have the length that is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_polygon(lon.as_ptr(), lat.as_ptr(), lon.len(), code, out) })
    }

    /// [`Region::polygon`] with vertices and control point in degrees.
    ///
    /// # Errors
    ///
    /// As [`Region::polygon`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::{Interior, Region};
    ///
    /// // Around the pole, counterclockwise.
    /// let cap = Region::polygon_deg(&[0.0, 90.0, 180.0, 270.0], &[80.0; 4], Interior::Winding)?;
    /// assert!(cap.contains_deg_one(12.0, 90.0)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn polygon_deg(lon: &[f64], lat: &[f64], interior: Interior) -> Result<Region> {
        same_length("lat", lat.len(), lon.len())?;
        let (code, _, _) = interior.parts();
        if matches!(interior, Interior::Contains { .. }) {
            return Region::polygon_rings_deg(lon, lat, &[lon.len()], interior);
        }
        // SAFETY: both slices have the length that is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_polygon_deg(lon.as_ptr(), lat.as_ptr(), lon.len(), code, out) })
    }

    /// The area bounded by rings of great-circle arcs: outer borders, holes, islands, in any order. Whoever crosses an
    /// edge of any ring goes from inside to outside or back.
    ///
    /// - `lon`, `lat`: the vertices in radians, ring after ring.
    /// - `ring_ends`: for each ring the number of the vertex behind its last one, ascending to the length of `lon`.
    ///
    /// # Errors
    ///
    /// As [`Region::polygon`]; [`Length`](crate::ErrorKind::Length) also where `ring_ends` does not ascend to the number
    /// of vertices.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::{Interior, Region};
    ///
    /// // A square with a hole.
    /// let lon = [0.0, 0.4, 0.4, 0.0, 0.1, 0.3, 0.3, 0.1];
    /// let lat = [0.0, 0.0, 0.4, 0.4, 0.1, 0.1, 0.3, 0.3];
    /// let square = Region::polygon_rings(&lon, &lat, &[4, 8], Interior::SmallerArea)?;
    /// assert!(square.contains_one(0.05, 0.2)?);
    /// assert!(!square.contains_one(0.2, 0.2)?);
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn polygon_rings(lon: &[f64], lat: &[f64], ring_ends: &[usize], interior: Interior) -> Result<Region> {
        same_length("lat", lat.len(), lon.len())?;
        let (n, n_rings) = (lon.len(), ring_ends.len());
        let (lon, lat, ends) = (lon.as_ptr(), lat.as_ptr(), ring_ends.as_ptr());
        let (code, x, y) = interior.parts();
        // SAFETY: all slices have the lengths that are told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_polygon_rings(lon, lat, n, ends, n_rings, code, x, y, out) })
    }

    /// [`Region::polygon_rings`] with vertices and control point in degrees.
    ///
    /// # Errors
    ///
    /// As [`Region::polygon_rings`].
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::{Interior, Region};
    ///
    /// let (lon, lat) = ([0.0, 10.0, 10.0], [0.0, 0.0, 10.0]);
    /// let around = Interior::Contains { lon: 50.0, lat: 50.0 };
    /// let rest = Region::polygon_rings_deg(&lon, &lat, &[3], around)?;
    /// assert!(!rest.contains_deg_one(8.0, 4.0)?);
    /// assert!(Region::polygon_rings_deg(&lon, &lat, &[2], around).is_err());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn polygon_rings_deg(lon: &[f64], lat: &[f64], ring_ends: &[usize], interior: Interior) -> Result<Region> {
        same_length("lat", lat.len(), lon.len())?;
        let (n, n_rings) = (lon.len(), ring_ends.len());
        let (lon, lat, ends) = (lon.as_ptr(), lat.as_ptr(), ring_ends.as_ptr());
        let (code, x, y) = interior.parts();
        // SAFETY: all slices have the lengths that are told, and `make` hands over a live local.
        make(|out| unsafe {
            healpix_sys::healpix_region_polygon_rings_deg(lon, lat, n, ends, n_rings, code, x, y, out)
        })
    }
}
