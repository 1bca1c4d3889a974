//! Lists of a length that the call decides, into a caller's buffer.

use healpix_core::{Error, LonLat};

use crate::status::{Failure, Outcome};

/// Most points a side that the core takes; [`tests`] compares it with the core's own answer.
const MAX_POINTS: u32 = 1 << 12;

/// Writes the length, and fails unless there is room for it.
pub(crate) fn room(required: u64, got: usize, len: &mut usize) -> Outcome {
    let required = usize::try_from(required).map_err(|_| Error::OutOfMemory { elements: required })?;
    if required <= got {
        return Ok(());
    }
    *len = required;
    Err(Failure::Core(Error::Capacity { required, got }))
}

/// The same for points in a cell, `k` a side, before they are computed. The core refuses a bad `k` itself.
pub(crate) fn check_room(required: u64, k: u32, got: usize, len: &mut usize) -> Outcome {
    if (1..=MAX_POINTS).contains(&k) { room(required, got, len) } else { Ok(()) }
}

/// Hands out cell numbers.
pub(crate) fn put_cells(found: Vec<u64>, out: &mut [u64], len: &mut usize) -> Outcome {
    room(found.len() as u64, out.len(), len)?;
    out[..found.len()].copy_from_slice(&found);
    *len = found.len();
    Ok(())
}

/// Hands out positions in radians.
pub(crate) fn put_positions(found: Vec<LonLat>, lon: &mut [f64], lat: &mut [f64], len: &mut usize) -> Outcome {
    room(found.len() as u64, lon.len().min(lat.len()), len)?;
    for ((position, lon), lat) in found.iter().zip(lon).zip(lat) {
        (*lon, *lat) = (position.lon(), position.lat());
    }
    *len = found.len();
    Ok(())
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
