//! Sequences of calls on handles, each beside a model that says what must come of it.
//!
//! MOCs are sets of cells of depth 3 at most (`model`), coverages are what each cell is to the region, the point index is
//! a list that is searched from end to end.

mod coverages;
mod files;
mod index;
mod moc_ops;
mod mocs;
mod model;

use arbitrary::{Result, Unstructured};

use self::coverages::Regions;
use self::index::Index;
use self::mocs::Mocs;
pub use crate::calls::Owned;

/// An array that a handle lends.
///
/// # Safety
///
/// The pointer must be NULL for no elements, or readable for that many.
pub unsafe fn view<'a, T>(data: *const T, len: usize) -> &'a [T] {
    assert_eq!(data.is_null(), len == 0);
    // SAFETY: the caller's promise.
    if len == 0 { &[] } else { unsafe { std::slice::from_raw_parts(data, len) } }
}

/// A position in radians: on a coarse grid, at its borders, or anywhere.
pub fn position(u: &mut Unstructured) -> Result<(f64, f64)> {
    use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};
    Ok(match u.int_in_range(0..=3u8)? {
        0 => (f64::from(u.int_in_range(-8..=16i8)?) * FRAC_PI_4, f64::from(u.int_in_range(-2..=2i8)?) * FRAC_PI_4),
        1 => {
            let depth = healpix_core::Depth::new(u.int_in_range(0..=3)?).expect("a depth");
            let cell = healpix_core::Cell::new(depth, u.int_in_range(0..=depth.n_cells() - 1)?).expect("a cell");
            let vertex = healpix_core::nested::vertices(cell)[usize::from(u.int_in_range(0..=3u8)?)];
            (vertex.lon(), vertex.lat())
        }
        _ => {
            let lat = f64::from(u.arbitrary::<i16>()?) / 32768.0 * FRAC_PI_2;
            (f64::from(u.arbitrary::<i16>()?) / 32768.0 * 2.0 * PI, lat)
        }
    })
}

/// A sequence of calls.
pub fn run(data: &[u8]) -> Result<()> {
    let mut u = Unstructured::new(data);
    let mut mocs = Mocs::default();
    let mut regions = Regions::default();
    let mut index = Index::new();
    let mut steps = 0;
    while !u.is_empty() && steps < 40 {
        steps += 1;
        match u.int_in_range(0..=9u8)? {
            0..=4 => mocs.step(&regions, &mut u)?,
            5..=6 => regions.step(&mut mocs, &mut u)?,
            _ => index.step(&regions, &mut u)?,
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
