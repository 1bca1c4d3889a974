//! An iterator must not outlive its coverage: it reads it at every step.
use healpix_safe::coverage::*;

fn main() -> healpix_safe::Result<()> {
    let mut cells = {
        let coverage = Coverage::cone(3, 0.1, 0.2, 0.3)?;
        coverage.iter()?
    };
    assert!(cells.next().is_some());
    Ok(())
}
