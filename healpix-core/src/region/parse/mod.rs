//! Regions from text: STC-S and GeoJSON.
//!
//! `stcs` reads the region strings of the Virtual Observatory, `geojson` (feature `json`) polygons as maps and
//! web tools write them. Both give an [`AnyRegion`](super::AnyRegion), and both tell the line and the column of whatever
//! is wrong; `place` is how.

#[cfg(feature = "json")]
mod geojson;
mod place;
mod stcs;
