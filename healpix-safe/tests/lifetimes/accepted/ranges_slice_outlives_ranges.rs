//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::coverage::*;
use healpix_safe::region::*;

pub fn main() -> healpix_safe::Result<()> {
    // The region may go at once.
    let ranges = ring_touched(5, &Region::all_sky()?)?;
    let found: &[CellRange] = { &ranges[..] };
    assert_eq!(found.len(), 1);
    Ok(())
}
