//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let mut index = PointIndex::from_slices(&[0.1], &[0.2])?;
    index.build()?;
    let cells = index.cell_keys()?;
    assert_eq!(cells.len(), 1);
    Ok(())
}
