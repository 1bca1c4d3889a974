//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let matches = index.nearest(0.0, 0.0, 1)?;
    // Matches are copies: the index may go.
    drop(index);
    let found: &[Match] = { &matches[..] };
    assert_eq!(found.len(), 1);
    Ok(())
}
