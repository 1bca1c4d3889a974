//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let lists = index.nearest_many(&[0.0], &[0.0], 1)?;
    let found = { lists.get(0) };
    assert!(found.is_some());
    Ok(())
}
