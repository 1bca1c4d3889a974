//! A handle belongs to the thread that made it: it cannot be shared.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    std::thread::scope(|scope| {
        scope.spawn(|| index.len());
    });
    Ok(())
}
