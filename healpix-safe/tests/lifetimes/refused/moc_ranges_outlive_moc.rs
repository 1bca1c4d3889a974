//! The ranges of a MOC are its own memory: they must not outlive it.
use healpix_safe::*;

fn main() -> Result<()> {
    let ranges = {
        let moc = Moc::from_cells(3, &[1, 2])?;
        moc.ranges()
    };
    assert_eq!(ranges.len(), 1);
    Ok(())
}
