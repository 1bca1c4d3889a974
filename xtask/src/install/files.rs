//! Copying and writing. Everything appears under its name at once, complete: a program that runs with the library
//! which is replaced keeps the one it has.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::Outcome;

pub(crate) fn make_directory(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    replace(path, |unfinished| fs::write(unfinished, text))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    replace(to, |unfinished| fs::copy(from, unfinished).map(drop))
        .map_err(|error| format!("{} to {error}", from.display()))
}

/// A symbolic link; what has its name already is replaced.
#[cfg(unix)]
pub(crate) fn link(target: &Path, path: &Path) -> Outcome {
    replace(path, |unfinished| std::os::unix::fs::symlink(target, unfinished))
}

#[cfg(not(unix))]
pub(crate) fn link(_target: &Path, _path: &Path) -> Outcome {
    Err("install: only systems with .so libraries are supported".to_owned())
}

/// A directory with all that is in it.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> Outcome {
    make_directory(to)?;
    for entry in list(from)? {
        let place = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            copy_tree(&entry, &place)?;
        } else {
            copy(&entry, &place)?;
        }
    }
    Ok(())
}

/// What is in a directory, sorted.
pub(crate) fn list(directory: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(directory).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut entries: Vec<PathBuf> = entries.map_err(|error: io::Error| format!("{}: {error}", directory.display()))?;
    entries.sort();
    Ok(entries)
}

/// Makes something under another name first.
fn replace(path: &Path, make: impl FnOnce(&Path) -> io::Result<()>) -> Outcome {
    let mut name = OsString::from(".unfinished-");
    name.push(path.file_name().unwrap_or_default());
    let unfinished = path.with_file_name(name);
    let made = match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => make(&unfinished).and_then(|()| fs::rename(&unfinished, path)),
    };
    made.map_err(|error| {
        // What is left of it is in nobody's way; the first error is the one to tell.
        let _ = fs::remove_file(&unfinished);
        format!("{}: {error}", path.display())
    })
}
