//! A slice of ranges must not outlive the ranges.
use healpix_safe::coverage::*;
use healpix_safe::region::*;

fn main() -> healpix_safe::Result<()> {
    let found: &[CellRange] = {
        let ranges = ring_touched(5, &Region::all_sky()?)?;
        &ranges[..]
    };
    assert_eq!(found.len(), 1);
    Ok(())
}
