//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

pub fn main() -> Result<()> {
    let moc = Moc::from_cells(0, &[0, 6])?;
    let bytes = moc.to_fits(io::FitsKind::Range)?;
    let file: &[u8] = { &bytes };
    assert!(!file.is_empty());
    Ok(())
}
