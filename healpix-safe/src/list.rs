//! Lists whose length the call decides.

use core::ffi::c_char;

use healpix_sys::healpix_status;

use crate::error::{Error, ErrorKind, Result, check};

/// Room that is tried first: most lists fit, and then one call is enough.
const FIRST_ROOM: usize = 64;

/// Calls until the buffer is large enough. `call` is given a capacity, a buffer and a place for the length.
pub(crate) fn cells(mut call: impl FnMut(usize, *mut u64, *mut usize) -> healpix_status) -> Result<Vec<u64>> {
    let mut out = room(FIRST_ROOM)?;
    loop {
        let mut len = 0;
        let status = call(out.len(), out.as_mut_ptr(), &raw mut len);
        if status == healpix_sys::HEALPIX_ERR_BUFFER && len > out.len() {
            out = room(len)?;
            continue;
        }
        check(status)?;
        out.truncate(len);
        return Ok(out);
    }
}

/// The same for positions.
pub(crate) fn positions(
    mut call: impl FnMut(usize, *mut f64, *mut f64, *mut usize) -> healpix_status,
) -> Result<Vec<(f64, f64)>> {
    let (mut lon, mut lat) = (room(FIRST_ROOM)?, room(FIRST_ROOM)?);
    loop {
        let mut len = 0;
        let status = call(lon.len(), lon.as_mut_ptr(), lat.as_mut_ptr(), &raw mut len);
        if status == healpix_sys::HEALPIX_ERR_BUFFER && len > lon.len() {
            (lon, lat) = (room(len)?, room(len)?);
            continue;
        }
        check(status)?;
        return Ok(lon.into_iter().zip(lat).take(len).collect());
    }
}

/// The same for texts; `call` is given a buffer, its capacity and a place for the length, which counts no closing NUL.
pub(crate) fn text(mut call: impl FnMut(*mut c_char, usize, *mut usize) -> healpix_status) -> Result<String> {
    let mut bytes: Vec<u8> = room(FIRST_ROOM)?;
    loop {
        let mut len = 0;
        let status = call(bytes.as_mut_ptr().cast(), bytes.len(), &raw mut len);
        // The closing NUL needs a place too.
        if status == healpix_sys::HEALPIX_ERR_BUFFER && len >= bytes.len() {
            bytes = room(len + 1)?;
            continue;
        }
        check(status)?;
        bytes.truncate(len);
        return String::from_utf8(bytes).map_err(|error| Error::new(ErrorKind::Utf8, error.to_string()));
    }
}

/// Zeroes, or an error if there is no memory for them.
pub(crate) fn room<T: Copy + Default>(len: usize) -> Result<Vec<T>> {
    let mut out = Vec::new();
    out.try_reserve_exact(len).map_err(|_| Error::memory(len))?;
    out.resize(len, T::default());
    Ok(out)
}
