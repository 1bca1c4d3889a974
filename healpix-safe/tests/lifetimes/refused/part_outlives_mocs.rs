//! The members of a list of MOCs belong to it: they must not outlive it.
use healpix_safe::*;

fn main() -> Result<()> {
    let moc = Moc::from_cells(0, &[0, 6])?;
    let part = {
        let parts = moc.split(moc::Connectivity::Edges)?;
        parts.get(0)
    };
    assert!(part.is_some());
    Ok(())
}
