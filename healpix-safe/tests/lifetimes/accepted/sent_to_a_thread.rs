//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::*;

fn main() -> Result<()> {
    let (lon, lat) = (vec![0.1], vec![0.2]);
    // Plain values cross threads.
    let length = std::thread::spawn(move || PointIndex::from_slices(&lon, &lat).map(|index| index.len()));
    assert_eq!(length.join().unwrap()?, 1);
    Ok(())
}
