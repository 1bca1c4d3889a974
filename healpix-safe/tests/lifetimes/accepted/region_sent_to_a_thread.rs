//! Twin of the refused program of this name: plain values cross threads.
use healpix_safe::region::*;

fn send(_: impl Send) {}

pub fn main() -> healpix_safe::Result<()> {
    let region = Region::all_sky()?;
    send(region.relation_one(3, 7)?);
    Ok(())
}
