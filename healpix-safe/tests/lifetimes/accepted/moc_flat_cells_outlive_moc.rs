//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let moc = Moc::from_cells(3, &[1, 2])?;
    let mut cells = moc.flat()?;
    assert_eq!(cells.next(), Some(1));
    drop(cells);
    drop(moc);
    Ok(())
}
