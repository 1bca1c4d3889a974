//! Twin of the refused program of this name: plain values cross threads.
use healpix_safe::*;

fn send(_: impl Send) {}

pub fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    send(index.lons()?.to_vec());
    Ok(())
}
