//! An index must not be used after it was given away.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let owner = Box::new(index);
    assert_eq!(index.len(), owner.len());
    Ok(())
}
