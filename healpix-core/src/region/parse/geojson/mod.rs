//! GeoJSON (RFC 7946), of which the areas are read.
//!
//! serde_json reads the text; `reader` walks through the objects, `ring` makes polygons of arrays, `path` tells
//! where in the text something is that is wrong.

mod path;
mod reader;
mod ring;

use crate::error::Result;
use crate::progress;
use crate::region::AnyRegion;

impl AnyRegion {
    /// The region of a GeoJSON text: all its polygons together (feature `json`).
    ///
    /// | `type` | region |
    /// |---|---|
    /// | `Polygon` | a [`Polygon`](crate::region::Polygon): the first ring is the outer border, the others are holes |
    /// | `MultiPolygon` | the union of its polygons |
    /// | `GeometryCollection` | the union of its geometries |
    /// | `Feature` | its geometry; nothing for `null` |
    /// | `FeatureCollection` | the union of its features |
    ///
    /// Positions are longitude and latitude in degrees; altitudes are left out, and longitudes may have any
    /// size. Points and lines have no area, so they are an error. Empty `coordinates` are no region.
    ///
    /// Two things are taken from the sphere and not from the RFC, which thinks of a flat map:
    ///
    /// - **Edges** are the shorter great-circle arcs between positions, not straight lines in longitude and latitude. For
    ///   short edges there is hardly a difference; between two positions on a parallel at latitude φ and Δλ radians
    ///   apart, the arc is poleward of the parallel by up to `Δλ² sin 2φ / 16` (10° at 45° N: 0.11°). Write more positions
    ///   where a long edge is to follow a parallel. An edge from longitude 179 to -179 crosses the antimeridian, and
    ///   positions at a pole are one point whatever their longitude.
    /// - **Inside** is what an odd number of rings goes around, seen from the side with the
    ///   [smaller area](crate::region::Interior::SmallerArea). The RFC's order of positions (counterclockwise around the
    ///   outside) is not relied upon: too many files have it the other way round.
    ///
    /// Where a ring runs out and back along the same positions, as on flat maps of Antarctica from the coast down the
    /// antimeridian to the pole, along latitude -90 and back up, that way is no border and is left out. A ring need not
    /// repeat its first position. Polygons that were cut at the antimeridian, as the RFC has it, stay two: their
    /// union's inside is whole, but cells along the cut are [`Partial`](crate::region::Relation::Partial) where neither
    /// part holds the whole cell.
    ///
    /// # Errors
    /// [`Error::Syntax`](crate::Error::Syntax), with line and column, for what is no JSON and for what is no such object.
    /// For the latter its reason begins with the path there, as `features[3].geometry.coordinates[0][17]`, and holds the
    /// shape's own reason (edges that cross, a latitude beyond a pole, fewer than three distinct positions).
    /// [`Error::OutOfMemory`](crate::Error::OutOfMemory).
    ///
    /// # Examples
    /// ```
    /// use healpix_core::region::{AnyRegion, Region};
    /// use healpix_core::LonLat;
    ///
    /// let island = AnyRegion::from_geojson(
    ///     r#"{"type": "Polygon", "coordinates": [
    ///         [[0, 0], [8, 0], [8, 8], [0, 8], [0, 0]],
    ///         [[3, 3], [3, 5], [5, 5], [5, 3], [3, 3]]
    ///     ]}"#,
    /// )?;
    /// assert!(island.contains(LonLat::from_degrees(1.0, 1.0)?));
    /// assert!(!island.contains(LonLat::from_degrees(4.0, 4.0)?), "a lake");
    ///
    /// let error = AnyRegion::from_geojson(r#"{"type": "Point", "coordinates": [4, 4]}"#).unwrap_err();
    /// assert!(error.to_string().starts_with("line 1, column 10: type: a `Point` has no area"));
    /// # Ok::<(), healpix_core::Error>(())
    /// ```
    pub fn from_geojson(text: &str) -> Result<Self> {
        // Polygons of many vertices take their time.
        progress::task(None, || reader::region(text))
    }
}
