//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let moc = Moc::from_cells(3, &[1, 2])?;
    let ranges = { moc.ranges() };
    assert_eq!(ranges.len(), 1);
    Ok(())
}
