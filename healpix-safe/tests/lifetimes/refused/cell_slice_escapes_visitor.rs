//! What a visitor is given is valid until it returns.
use std::ops::ControlFlow;

use healpix_safe::coverage::*;
use healpix_safe::region::*;

fn main() -> healpix_safe::Result<()> {
    let mut kept: &[Cell] = &[];
    let _ = Coverage::visit(3, &Region::all_sky()?, |cells| {
        kept = cells;
        ControlFlow::Continue(())
    })?;
    assert_eq!(kept.len(), 12);
    Ok(())
}
