//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let mut index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let rows = index.rows_in_cell(0, 4)?;
    assert_eq!(rows.len(), 1);
    index.push(0.3, 0.4)?;
    Ok(())
}
