//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let moc = Moc::from_cells(0, &[0, 6])?;
    let parts = moc.split(moc::Connectivity::Edges)?;
    let part = { parts.get(0) };
    assert!(part.is_some());
    Ok(())
}
