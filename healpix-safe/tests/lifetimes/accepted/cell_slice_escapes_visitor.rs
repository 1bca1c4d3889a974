//! Twin of the refused program of this name: what is to stay is copied.
use std::ops::ControlFlow;

use healpix_safe::coverage::*;
use healpix_safe::region::*;

pub fn main() -> healpix_safe::Result<()> {
    let mut kept: Vec<Cell> = Vec::new();
    let _ = Coverage::visit(3, &Region::all_sky()?, |cells| {
        kept = cells.to_vec();
        ControlFlow::Continue(())
    })?;
    assert_eq!(kept.len(), 12);
    Ok(())
}
