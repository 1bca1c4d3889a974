//! A view must not survive a build, even of a built index.
use healpix_safe::*;

fn main() -> Result<()> {
    let mut index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let cells = index.cell_keys()?;
    index.build()?;
    assert_eq!(cells.len(), 1);
    Ok(())
}
