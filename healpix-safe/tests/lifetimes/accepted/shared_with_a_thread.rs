//! Twin of the refused program of this name: a view is a plain slice, and may be shared while the index stays.
use healpix_safe::*;

fn share(_: &(impl Sync + ?Sized)) {}

pub fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    share(index.lons()?);
    Ok(())
}
