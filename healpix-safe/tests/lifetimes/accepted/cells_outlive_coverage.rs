//! Twin of the refused program of this name: the same, in an order that is sound.
use healpix_safe::coverage::*;

pub fn main() -> healpix_safe::Result<()> {
    let coverage = Coverage::cone(3, 0.1, 0.2, 0.3)?;
    let cells = { coverage.cells() };
    assert!(!cells.is_empty());
    Ok(())
}
