//! Writes the cells of each constellation as a MOC, which Aladin, TOPCAT and mocpy read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use healpix_examples::catalog::io_reason;
use healpix_safe::Moc;
use healpix_safe::io::FitsKind;

use crate::constellations::Constellation;

/// Writes NAME.fits and NAME.json for each into a directory, which is made if there is none.
///
/// Each file appears under its name when it is complete. The message says which could not be written.
pub fn write(directory: &Path, list: &[Constellation]) -> Result<(), String> {
    let made = !directory.exists();
    fs::create_dir_all(directory)
        .map_err(|error| format!("{}: cannot make the directory: {}", directory.display(), io_reason(&error)))?;
    let written = list.iter().try_for_each(|constellation| {
        write_fits(&directory.join(format!("{}.fits", constellation.name)), &constellation.moc)?;
        write_json(&directory.join(format!("{}.json", constellation.name)), &constellation.moc)
    });
    if written.is_err() && made {
        // Succeeds only if nothing is in it.
        let _ = fs::remove_dir(directory);
    }
    written
}

fn write_fits(path: &Path, moc: &Moc) -> Result<(), String> {
    moc.write_fits_file(path, FitsKind::Range).map_err(|error| error.to_string())
}

fn write_json(path: &Path, moc: &Moc) -> Result<(), String> {
    let text = moc.to_json().map_err(|error| error.to_string())?;
    let fault = |error: io::Error| format!("{}: cannot write the MOC: {}", path.display(), io_reason(&error));
    let unfinished = unfinished(path);
    let written = fs::write(&unfinished, text + "\n").and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        // It may not even be there.
        let _ = fs::remove_file(&unfinished);
    }
    written.map_err(fault)
}

/// The name of a file while it is written.
fn unfinished(path: &Path) -> PathBuf {
    path.with_extension(format!("json.{}", process::id()))
}
