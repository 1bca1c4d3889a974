//! A slice of matches must not outlive the matches.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let found: &[Match] = {
        let matches = index.nearest(0.0, 0.0, 1)?;
        &matches[..]
    };
    assert_eq!(found.len(), 1);
    Ok(())
}
