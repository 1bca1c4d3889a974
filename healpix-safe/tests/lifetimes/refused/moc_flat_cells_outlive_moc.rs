//! An iterator must not outlive its MOC: it reads it at every step.
use healpix_safe::*;

fn main() -> Result<()> {
    let moc = Moc::from_cells(3, &[1, 2])?;
    let mut cells = moc.flat()?;
    drop(moc);
    assert_eq!(cells.next(), Some(1));
    Ok(())
}
