//! A handle belongs to the thread that made it: it cannot be sent.
use healpix_safe::*;

fn send(_: impl Send) {}

fn main() -> Result<()> {
    let index = PointIndex::from_slices(&[0.1], &[0.2])?;
    send(index);
    Ok(())
}
