//! The bytes of a file are memory of the library: a slice of them must not outlive their owner.
use healpix_safe::*;

fn main() -> Result<()> {
    let moc = Moc::from_cells(0, &[0, 6])?;
    let file: &[u8] = {
        let bytes = moc.to_fits(io::FitsKind::Range)?;
        &bytes
    };
    assert!(!file.is_empty());
    Ok(())
}
