//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let moc = Moc::from_cells(3, &[1, 2])?;
    let mut cells = { moc.cells()? };
    assert!(cells.next().is_some());
    Ok(())
}
