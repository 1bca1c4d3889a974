//! An index must not be dropped while a view is in use.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let lons = index.lons()?;
    drop(index);
    assert_eq!(lons, [0.1]);
    Ok(())
}
