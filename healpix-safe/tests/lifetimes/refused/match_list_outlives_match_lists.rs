//! The matches of one of many positions must not outlive them.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let found = {
        let lists = index.nearest_many(&[0.0], &[0.0], 1)?;
        lists.get(0)
    };
    assert!(found.is_some());
    Ok(())
}
