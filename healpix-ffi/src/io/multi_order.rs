//! Multi-order probability maps in FITS files.

use std::ffi::c_char;
use std::io::Read;
use std::ptr;

use healpix_core::io::read_multi_order_map;

use super::path;
use crate::handle::{self, ask, start};
use crate::panic::guard;
use crate::status::{Outcome, healpix_status};

/// Cells of many depths, each with a probability density. They never change. Belongs to the thread that made it; free it
/// with healpix_multi_order_map_free.
pub struct healpix_multi_order_map {
    uniq: Vec<u64>,
    density: Vec<f64>,
}

/// The multi-order probability map of the bytes of a FITS file, as LIGO, Virgo and KAGRA publish them (columns UNIQ and
/// PROBDENSITY).
///
/// - `bytes`: n bytes, the whole file.
/// - `out`: becomes a new handle with the cells in the order of the file; end it with healpix_multi_order_map_free. It
///   does not need the bytes any more.
///
/// That no cell is within another, and densities are finite and not negative, is left to healpix_moc_credible_region.
///
/// Written only on success. Errors: HEALPIX_ERR_FORMAT (the message names the byte, and the header card or the row; also
/// for a number that is no uniq number), HEALPIX_ERR_MEMORY, HEALPIX_ERR_NULL, HEALPIX_ERR_ALIGN, HEALPIX_ERR_LENGTH,
/// HEALPIX_ERR_OVERLAP.
///
/// # Safety
///
/// `bytes` must be readable for `n` elements and `out` writable.
///
/// # Example
///
/// ```c
/// static uint8_t bytes[8640];
/// FILE *file = fopen("skymap.fits", "rb"); /* three cells: uniq 4, 5, 24 with densities 1, 2, 4 */
/// size_t n = fread(bytes, 1, sizeof bytes, file);
/// healpix_multi_order_map *map;
/// assert(healpix_multi_order_map_from_fits(bytes, n, &map) == HEALPIX_OK && healpix_multi_order_map_len(map) == 3);
/// fclose(file), healpix_multi_order_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_multi_order_map_from_fits(
    bytes: *const u8,
    n: usize,
    out: *mut *mut healpix_multi_order_map,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for bytes and output; `args` checks all that can be checked.
        let (bytes, out) = unsafe { (args.input("bytes", bytes, n)?, args.target("out", out)?) };
        read(bytes, out)
    })
}

/// The multi-order probability map of a FITS file.
///
/// - `path`: UTF-8, with a closing NUL.
///
/// Otherwise as healpix_multi_order_map_from_fits. Errors: also HEALPIX_ERR_IO, HEALPIX_ERR_UTF8.
///
/// # Safety
///
/// `path` must be readable up to its NUL and `out` writable.
///
/// # Example
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_moc *half;
/// assert(healpix_multi_order_map_read_fits_file("skymap.fits", &map) == HEALPIX_OK);
/// assert(healpix_moc_credible_region(healpix_multi_order_map_uniq(map), healpix_multi_order_map_density(map),
///                                    healpix_multi_order_map_len(map), 0.5, &half) == HEALPIX_OK);
/// assert(healpix_moc_depth(half) == 1);
/// healpix_moc_free(half), healpix_multi_order_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_multi_order_map_read_fits_file(
    path: *const c_char,
    out: *mut *mut healpix_multi_order_map,
) -> healpix_status {
    guard(|args| {
        // SAFETY: the caller vouches for path and output; `args` checks all that can be checked.
        let (path, out) = unsafe { (path::text(args, "path", path)?, args.target("out", out)?) };
        read(path::open(path)?, out)
    })
}

fn read(file: impl Read, out: &mut *mut healpix_multi_order_map) -> Outcome {
    let (uniq, density) = read_multi_order_map(file)?;
    handle::give(healpix_multi_order_map { uniq, density }, out)
}

/// Number of cells of a map; 0 for NULL.
///
/// # Safety
///
/// `map` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_multi_order_map_read_fits_file("skymap.fits", &map);
/// assert(healpix_multi_order_map_len(map) == 3 && healpix_multi_order_map_len(NULL) == 0);
/// healpix_multi_order_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_multi_order_map_len(map: *const healpix_multi_order_map) -> usize {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(map, 0, |map| map.uniq.len()) }
}

/// The cells of a map as IVOA uniq numbers, as many as healpix_multi_order_map_len says; valid until
/// healpix_multi_order_map_free. NULL if there are none.
///
/// # Safety
///
/// `map` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_multi_order_map_read_fits_file("skymap.fits", &map);
/// assert(healpix_multi_order_map_uniq(map)[0] == 4 && healpix_multi_order_map_uniq(map)[2] == 24);
/// healpix_multi_order_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_multi_order_map_uniq(map: *const healpix_multi_order_map) -> *const u64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(map, ptr::null(), |map| start(&map.uniq)) }
}

/// The probability densities per steradian of the cells of a map, as many as healpix_multi_order_map_len says; valid until
/// healpix_multi_order_map_free. NULL if there are none.
///
/// # Safety
///
/// `map` must be NULL or a live handle.
///
/// # Example
///
/// ```c
/// healpix_multi_order_map *map;
/// healpix_multi_order_map_read_fits_file("skymap.fits", &map);
/// assert(healpix_multi_order_map_density(map)[0] == 1.0 && healpix_multi_order_map_density(map)[2] == 4.0);
/// healpix_multi_order_map_free(map);
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_multi_order_map_density(map: *const healpix_multi_order_map) -> *const f64 {
    // SAFETY: the caller vouches for the handle.
    unsafe { ask(map, ptr::null(), |map| start(&map.density)) }
}

/// Ends a map; NULL is allowed.
///
/// # Safety
///
/// `map` must be NULL or a live handle, which is dead afterwards.
///
/// # Example
///
/// ```c
/// healpix_multi_order_map *map = NULL;
/// assert(healpix_multi_order_map_read_fits_file("map.fits", &map) == HEALPIX_ERR_FORMAT); /* of another kind */
/// healpix_multi_order_map_free(map); /* NULL as before: nothing to end */
/// ```
#[unsafe(no_mangle)]
pub unsafe extern "C" fn healpix_multi_order_map_free(map: *mut healpix_multi_order_map) {
    // SAFETY: handles of this type come from `handle::give` only, and the caller gives this one back.
    unsafe { handle::free(map) }
}
