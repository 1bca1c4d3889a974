//! Version of the library, and the constants that are no status codes.

use std::ffi::{CStr, c_char};

use healpix_core::batch::simd;

use crate::panic::quiet;

/// Major version of this header.
pub const HEALPIX_VERSION_MAJOR: u32 = 0;
/// Minor version of this header.
pub const HEALPIX_VERSION_MINOR: u32 = 1;
/// Patch version of this header.
pub const HEALPIX_VERSION_PATCH: u32 = 0;
/// Version of this header as one number: 1000000 major + 1000 minor + patch.
pub const HEALPIX_VERSION_NUMBER: u32 = 1000;

/// Number of the binary interface that this header describes. It changes when programs that were compiled with an older
/// header would break: a function is removed or takes other arguments, a struct is laid out otherwise, a constant has
/// another value. New functions and constants do not change it. The soname ends in it.
pub const HEALPIX_ABI_VERSION: u32 = 0;

/// Sentinel for "no cell": what an element-wise call writes for a bad element, and for a neighbor that is absent.
pub const HEALPIX_INVALID_CELL: u64 = u64::MAX;
/// Sentinel for `uint8_t` outputs (depths, base cells).
pub const HEALPIX_INVALID_U8: u8 = 255;
/// Sentinel for `uint32_t` outputs (rings, coordinates in a base cell).
pub const HEALPIX_INVALID_U32: u32 = u32::MAX;
/// The deepest depth.
pub const HEALPIX_MAX_DEPTH: u8 = 29;
/// The largest nside.
pub const HEALPIX_MAX_NSIDE: u32 = 536870912;

/// Direction of the neighbor beyond the southern corner.
pub const HEALPIX_DIRECTION_S: u32 = 0;
/// Direction of the neighbor beyond the south-eastern edge.
pub const HEALPIX_DIRECTION_SE: u32 = 1;
/// Direction of the neighbor beyond the eastern corner.
pub const HEALPIX_DIRECTION_E: u32 = 2;
/// Direction of the neighbor beyond the south-western edge.
pub const HEALPIX_DIRECTION_SW: u32 = 3;
/// Direction of the neighbor beyond the north-eastern edge.
pub const HEALPIX_DIRECTION_NE: u32 = 4;
/// Direction of the neighbor beyond the western corner.
pub const HEALPIX_DIRECTION_W: u32 = 5;
/// Direction of the neighbor beyond the north-western edge.
pub const HEALPIX_DIRECTION_NW: u32 = 6;
/// Direction of the neighbor beyond the northern corner.
pub const HEALPIX_DIRECTION_N: u32 = 7;

/// Cross-match mode: for each row on the left, its nearest partner.
pub const HEALPIX_CROSS_MATCH_BEST: u32 = 0;
/// Cross-match mode: for each row on the left, every partner within the radius.
pub const HEALPIX_CROSS_MATCH_ALL: u32 = 1;

/// Interior of a polygon: the side with the smaller area; of two halves, the one at the left of the first ring.
pub const HEALPIX_INTERIOR_SMALLER_AREA: u32 = 0;
/// Interior of a polygon: the left of its first ring, whose inside is in the middle if it runs counterclockwise as seen
/// from outside the sphere (north up, east at the right).
pub const HEALPIX_INTERIOR_WINDING: u32 = 1;
/// Interior of a polygon: the side that holds a control point.
pub const HEALPIX_INTERIOR_CONTAINS: u32 = 2;

/// Relation of a region to a cell: they have no point in common.
pub const HEALPIX_RELATION_DISJOINT: u8 = 0;
/// Relation of a region to a cell: they meet, and the cell is not inside the region.
pub const HEALPIX_RELATION_PARTIAL: u8 = 1;
/// Relation of a region to a cell: the cell is inside the region.
pub const HEALPIX_RELATION_FULL: u8 = 2;

/// Connected parts of a MOC: cells belong together where they share an edge.
pub const HEALPIX_CONNECTIVITY_EDGES: u32 = 0;
/// Connected parts of a MOC: cells belong together where they share an edge or a vertex.
pub const HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES: u32 = 1;

/// FITS form of a MOC: ranges of cells of depth 29, MOC 2.0 with ORDERING = 'RANGE'. The fastest, and what mocpy writes.
pub const HEALPIX_FITS_RANGE: u32 = 0;
/// FITS form of a MOC: the largest cells as uniq numbers, MOC 2.0 with ORDERING = 'NUNIQ'.
pub const HEALPIX_FITS_NUNIQ: u32 = 1;
/// FITS form of a MOC: the largest cells as uniq numbers with the header of MOC 1.0, for readers that know no other.
pub const HEALPIX_FITS_NUNIQ_V1: u32 = 2;

/// Version of the library that is running, as text: "major.minor.patch". Static, never NULL.
///
/// # Example
///
/// ```c
/// printf("HEALPix library %s\n", healpix_version()); /* 0.1.0, say */
/// assert(strchr(healpix_version(), '.') != NULL);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_version() -> *const c_char {
    const TEXT: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    TEXT.as_ptr().cast()
}

/// Version of the library that is running: 1000000 major + 1000 minor + patch. Compare with
/// HEALPIX_VERSION_NUMBER, which belongs to the header that the program was compiled with.
///
/// # Example
///
/// ```c
/// /* The library is not older than the header this was compiled with. */
/// assert(healpix_version_number() >= HEALPIX_VERSION_NUMBER);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_version_number() -> u32 {
    quiet(HEALPIX_VERSION_NUMBER, || HEALPIX_VERSION_NUMBER)
}

/// Number of the binary interface of the library that is running. A program may use the library if this is the
/// HEALPIX_ABI_VERSION that it was compiled with and healpix_version_number() is not below its HEALPIX_VERSION_NUMBER.
///
/// # Example
///
/// ```c
/// /* The library is the one that this program was compiled for, or a newer one that works like it. */
/// assert(healpix_abi_version() == HEALPIX_ABI_VERSION);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_abi_version() -> u32 {
    quiet(HEALPIX_ABI_VERSION, || HEALPIX_ABI_VERSION)
}

/// The instruction set that array functions use on this machine: "baseline" (what the library was compiled for), "sse4.1",
/// "avx2", "avx2+fma" or "avx512"; later versions may know more. It is the best one that the machine has, or the one that the
/// environment variable HEALPIX_SIMD named when the first array function was called. Results do not depend on it, speed
/// does: a line for reports of either. Static, never NULL.
///
/// # Example
///
/// ```c
/// printf("HEALPix library %s, %s\n", healpix_version(), healpix_instruction_set()); /* 0.1.0, avx2+fma, say */
/// assert(strlen(healpix_instruction_set()) > 0);
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn healpix_instruction_set() -> *const c_char {
    const BASELINE: &CStr = c"baseline";
    const NAMES: [&CStr; 5] = [BASELINE, c"sse4.1", c"avx2", c"avx2+fma", c"avx512"];
    quiet(BASELINE, || {
        let active = simd::active().name().as_bytes();
        NAMES.into_iter().find(|name| name.to_bytes() == active).unwrap_or(BASELINE)
    })
    .as_ptr()
}
