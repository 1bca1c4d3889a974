//! Regions from text.

use std::ffi::c_char;

use healpix_core::Result;
use healpix_core::region::AnyRegion;

use super::handle::{give, healpix_region};
use crate::io::utf8;
use crate::panic::guard;
use crate::status::healpix_status;

/// The region of an STC-S string of the Virtual Observatory: "Circle ICRS 147.6 69.9 0.4", for instance.
///
/// - `text`: n bytes of UTF-8; no NUL is needed at the end. Circle, Ellipse, Box, Polygon, PositionInterval, AllSky,
///   Position, Union, Intersection, Difference and Not, in any case; frame ICRS, J2000, FK5, UNKNOWN or none; degrees unless
///   a unit is given.
/// - `out`: becomes a new handle; end it with healpix_region_free. It does not need the text any more.
///
/// Written only on success. Errors: HEALPIX_ERR_SYNTAX (the message names line and column, and what is wrong with a shape
/// too), HEALPIX_ERR_SHAPE (too many combinations one in the other), HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY,
/// HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// # Example
///
/// ```c
/// const char *text = "Circle ICRS 147.6 69.9 0.4";
/// healpix_region *circle;
/// uint8_t inside;
/// assert(healpix_region_from_stcs(text, strlen(text), &circle) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(circle, 148.0, 69.7, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(circle);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_from_stcs(
    text: *const c_char,
    n: usize,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_text(text, n, out, AnyRegion::from_stcs) }
}

/// The region of a GeoJSON text (RFC 7946): a Polygon or MultiPolygon, or Features and collections of them, in degrees.
/// Inside is what an odd number of rings goes around, seen from the side with the smaller area; edges are great circles.
/// Otherwise as healpix_region_from_stcs.
///
/// Errors: HEALPIX_ERR_SYNTAX, HEALPIX_ERR_SHAPE, HEALPIX_ERR_UTF8, HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL,
/// HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH, HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `text` must be readable for `n` bytes and `out` writable.
///
/// # Example
///
/// ```c
/// const char *text = "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}";
/// healpix_region *square;
/// uint8_t inside;
/// assert(healpix_region_from_geojson(text, strlen(text), &square) == HEALPIX_OK);
/// assert(healpix_region_contains_deg_one(square, 5.0, 5.0, &inside) == HEALPIX_OK && inside == 1);
/// healpix_region_free(square);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_region_from_geojson(
    text: *const c_char,
    n: usize,
    out: *mut *mut healpix_region,
) -> healpix_status {
    // SAFETY: passed on as they came.
    unsafe { from_text(text, n, out, AnyRegion::from_geojson) }
}

/// Both of the above.
///
/// # Safety
///
/// As for the exported functions.
unsafe fn from_text(
    text: *const c_char,
    n: usize,
    out: *mut *mut healpix_region,
    read: fn(&str) -> Result<AnyRegion>,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for text and output; `args` checks all that can be checked.
        let (text, out) = unsafe { (args.input("text", text.cast::<u8>(), n)?, args.target("out", out)?) };
        give(read(utf8("text", text)?)?, out)
    })
}
