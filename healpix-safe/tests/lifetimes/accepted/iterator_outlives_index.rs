//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let mut cells = { index.occupied(3)? };
    assert!(cells.next().is_some());
    Ok(())
}
