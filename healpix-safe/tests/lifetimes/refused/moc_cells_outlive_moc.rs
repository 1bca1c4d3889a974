//! An iterator must not outlive its MOC: it reads it at every step.
use healpix_safe::*;

fn main() -> Result<()> {
    let mut cells = {
        let moc = Moc::from_cells(3, &[1, 2])?;
        moc.cells()?
    };
    assert!(cells.next().is_some());
    Ok(())
}
