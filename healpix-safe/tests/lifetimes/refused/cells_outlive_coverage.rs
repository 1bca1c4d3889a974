//! The cells of a coverage must not outlive it.
use healpix_safe::coverage::*;

fn main() -> healpix_safe::Result<()> {
    let cells = {
        let coverage = Coverage::cone(3, 0.1, 0.2, 0.3)?;
        coverage.cells()
    };
    assert!(!cells.is_empty());
    Ok(())
}
