//! Regions from text.

use super::{Region, make};
use crate::error::Result;

impl Region {
    /// The region of an STC-S string of the Virtual Observatory: shapes in degrees, and Union, Intersection, Difference and
    /// Not of them.
    ///
    /// # Errors
    ///
    /// [`Syntax`](crate::ErrorKind::Syntax), with line and column in the message, for all that is wrong with the text, a
    /// shape's own reasons included; [`Shape`](crate::ErrorKind::Shape) for more than 200 combinations one in the other;
    /// [`Memory`](crate::ErrorKind::Memory).
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let field = Region::from_stcs("Difference ICRS (Circle 147.6 69.9 2.0 Polygon 147 69 149 69 149 70 147 70)")?;
    /// assert!(field.contains_deg_one(147.6, 70.5)? && !field.contains_deg_one(147.6, 69.5)?);
    /// let error = Region::from_stcs("Circle ICRS 147.6 99.9 2.0").unwrap_err();
    /// assert!(error.to_string().starts_with("line 1, column 19"));
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_stcs(text: &str) -> Result<Region> {
        // SAFETY: the text has the length that is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_from_stcs(text.as_ptr().cast(), text.len(), out) })
    }

    /// The region of a GeoJSON text (RFC 7946): all its polygons together. Inside is what an odd number of rings goes
    /// around, seen from the side with the smaller area; edges are great circles.
    ///
    /// # Errors
    ///
    /// As [`Region::from_stcs`]; the message names the path to the object too.
    ///
    /// # Example
    ///
    /// ```
    /// use healpix_safe::region::Region;
    ///
    /// let square = r#"{"type": "Polygon", "coordinates": [[[0, 0], [8, 0], [8, 8], [0, 8], [0, 0]]]}"#;
    /// assert!(Region::from_geojson(square)?.contains_deg_one(1.0, 1.0)?);
    /// assert!(Region::from_geojson("{").is_err());
    /// # Ok::<(), healpix_safe::Error>(())
    /// ```
    pub fn from_geojson(text: &str) -> Result<Region> {
        // SAFETY: the text has the length that is told, and `make` hands over a live local.
        make(|out| unsafe { healpix_sys::healpix_region_from_geojson(text.as_ptr().cast(), text.len(), out) })
    }
}
