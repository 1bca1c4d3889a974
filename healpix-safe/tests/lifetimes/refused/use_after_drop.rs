//! An index must not be used after it was dropped.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    drop(index);
    assert_eq!(index.len(), 1);
    Ok(())
}
