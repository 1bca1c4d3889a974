//! An iterator must not survive a push.
use healpix_safe::*;

fn main() -> Result<()> {
    let mut index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let mut cells = index.occupied(3)?;
    index.push(0.3, 0.4)?;
    assert!(cells.next().is_some());
    Ok(())
}
