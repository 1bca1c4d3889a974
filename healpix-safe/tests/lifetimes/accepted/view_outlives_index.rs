//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let rows = { index.row_numbers()? };
    assert_eq!(rows.len(), 1);
    Ok(())
}
