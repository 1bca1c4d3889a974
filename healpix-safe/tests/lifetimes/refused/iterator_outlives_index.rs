//! An iterator must not outlive its index: it reads it at every step.
use healpix_safe::*;

fn main() -> Result<()> {
    let mut cells = {
        let index = PointIndex::from_slices(&[0.1], &[0.2])?;
        index.occupied(3)?
    };
    assert!(cells.next().is_some());
    Ok(())
}
