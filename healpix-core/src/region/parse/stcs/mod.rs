//! STC-S, the region strings of the Virtual Observatory (Rots, IVOA Note "STC-S" 1.33, 2009, and Working Draft 1.0,
//! 2013; TAP 1.0, section 6), as found in `s_region` columns and headers.
//!
//! `lexer` cuts the text into words, `words` knows those of the language, `reader` puts them together, `build` makes
//! shapes of numbers.

mod build;
mod lexer;
mod reader;
mod words;

use core::str::FromStr;

use crate::error::{Error, Result};
use crate::progress;
use crate::region::AnyRegion;

impl AnyRegion {
    /// The region of an STC-S string.
    ///
    /// | text | region |
    /// |---|---|
    /// | `Circle` *head* lon lat radius *tail* | [`Cone`](crate::region::Cone) |
    /// | `Ellipse` *head* lon lat radius radius angle *tail* | [`EllipticalCone`](crate::region::EllipticalCone) |
    /// | `Box` *head* lon lat width height *tail* | [`BoxRegion`](crate::region::BoxRegion) with angle 0 |
    /// | `Polygon` *head* lon lat lon lat lon lat ... *tail* | [`Polygon`](crate::region::Polygon) |
    /// | `PositionInterval` *head* lon lat lon lat ... *tail* | a [`Zone`](crate::region::Zone) for each four numbers |
    /// | `Position` *head* lon lat *tail* | the point, a cone of radius 0 |
    /// | `AllSky` *head* *tail* | [`AnyRegion::AllSky`] |
    /// | `Union` *head* `(` region region ... `)` *tail* | what is in any of them |
    /// | `Intersection` *head* `(` region region ... `)` *tail* | what is in all of them |
    /// | `Difference` *head* `(` region region `)` *tail* | what is in the first and not in the second |
    /// | `Not` *head* `(` region `)` *tail* | what is not in it |
    ///
    /// *head*, each part optional: `fillfactor` number; frame; reference position; flavor. *tail*, each part optional:
    /// `Position` numbers, `unit` word, and `Error`, `Resolution`, `Size`, `PixSize` with numbers. Operators
    /// nest up to 64 deep; members have no tail, and need no head. Several regions one after the other are their
    /// union, as in the `S_REGION` of JWST mosaics. Words may be in upper or lower case.
    ///
    /// - **Frame**: `ICRS`, `FK5` (`FK5 J2000` too), `J2000`, `UNKNOWNFrame` or none. The numbers are taken as they are: the
    ///   0.02″ between FK5 and ICRS is left alone. Other frames (`GALACTIC`, `FK4`, `ECLIPTIC`, ...) are an
    ///   error, as are flavors other than `SPHER2`. To read a region *in* such a frame, leave the frame out.
    /// - **Unit**: `deg`, the default, `arcmin`, `arcsec` or `rad`, for all numbers except position angles, which are
    ///   degrees always.
    /// - **Ellipse**: the angle, from north through east, is that of the first radius, be it the longer one or not. Angles
    ///   may have any size; the standard sets no limit.
    /// - **Box**: whole sizes; the sides are great circles at right angles to the two axes through the centre (STC 1.33,
    ///   4.5.1.5).
    /// - **Polygon**: the sides are the shorter great-circle arcs, and inside is the side with the
    ///   [smaller area](crate::region::Interior::SmallerArea). The standards say counterclockwise on the sky
    ///   (DALI 1.1, 3.3.7), but strings in either order are common. A region larger than a hemisphere is written as
    ///   `Not (Polygon ...)`.
    /// - **PositionInterval**: from the first longitude *eastwards* to the second, over longitude 0 where need be.
    /// - Fill factors, reference positions, and the tail apart from `unit` do not change the region. They are checked and
    ///   left out. Sub-phrases of time, spectrum, redshift and velocity are an error.
    ///
    /// # Errors
    /// [`Error::Syntax`] with line and column for all that is wrong with the text, the shapes' own reasons (a radius
    /// above 180°, a latitude beyond a pole, edges of a polygon that cross) included; [`Error::OutOfMemory`].
    ///
    /// # Examples
    /// ```
    /// use healpix_core::region::{AnyRegion, Region};
    /// use healpix_core::LonLat;
    ///
    /// let text = "Difference ICRS (Circle 147.6 69.9 2.0 Polygon 147 69 149 69 149 70 147 70)";
    /// let region = AnyRegion::from_stcs(text)?;
    /// assert!(region.contains(LonLat::from_degrees(147.6, 70.5)?));
    /// assert!(!region.contains(LonLat::from_degrees(147.6, 69.5)?));
    ///
    /// let error = AnyRegion::from_stcs("Circle ICRS 147.6 99.9 2.0").unwrap_err();
    /// assert_eq!(error.to_string(), "line 1, column 19: Circle: latitude 99.9 is outside [-90, 90] degrees");
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_stcs(text: &str) -> Result<Self> {
        // Polygons of many vertices take their time.
        progress::task(None, || reader::region(text))
    }
}

/// STC-S, as [`AnyRegion::from_stcs`] reads it.
///
/// ```
/// use healpix_core::region::AnyRegion;
/// let field: AnyRegion = "Circle ICRS 83.8 -5.4 1.0".parse()?;
/// assert!(matches!(field, AnyRegion::Cone(_)));
/// # Ok::<(), healpix_core::Error>(())
/// ```
impl FromStr for AnyRegion {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::from_stcs(text)
    }
}
