//! A handle belongs to the thread that made it: it cannot be shared.
use healpix_safe::*;

fn share(_: &(impl Sync + ?Sized)) {}

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    share(&index);
    Ok(())
}
