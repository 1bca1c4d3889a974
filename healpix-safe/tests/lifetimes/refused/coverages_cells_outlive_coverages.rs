//! The cells of one of many coverages must not outlive them.
use healpix_safe::coverage::*;

fn main() -> healpix_safe::Result<()> {
    let cells = {
        let coverages = cones(3, &[0.1], &[0.2], &[0.3])?;
        coverages.get(0)
    };
    assert!(cells.is_some());
    Ok(())
}
