//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    let rows = index.row_numbers()?;
    // A view is a plain slice and may be shared while the index stays.
    std::thread::scope(|scope| {
        scope.spawn(|| rows.len());
    });
    Ok(())
}
