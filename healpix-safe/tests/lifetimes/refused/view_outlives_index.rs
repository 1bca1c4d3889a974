//! A view must not outlive its index.
use healpix_safe::*;

fn main() -> Result<()> {
    let rows = {
        let index = PointIndex::from_slices(&[0.1], &[0.2])?;
        index.row_numbers()?
    };
    assert_eq!(rows.len(), 1);
    Ok(())
}
