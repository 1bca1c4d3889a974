//! A handle belongs to the thread that made it, and so do the clones that share it.
use healpix_safe::region::*;

fn send(_: impl Send) {}

fn main() -> healpix_safe::Result<()> {
    let region = Region::all_sky()?;
    send(region.clone());
    Ok(())
}
