//! Files to write: whole under their name, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use super::path::failure;
use crate::status::Outcome;

/// A file that gets its name when it is finished. Without that, nothing is left of it.
pub(super) struct Output {
    /// As the caller gave it, for messages.
    name: String,
    /// Whether an older file is there, which is lost when this one gets its name.
    replaces: bool,
    /// Where it is written, and where it will be; none for a device or a pipe, which is written as it is.
    paths: Option<(PathBuf, PathBuf)>,
}

/// Tells the temporary files of one process apart.
static COUNTER: AtomicU64 = AtomicU64::new(0);

/// Names that are tried for a temporary file; those that are taken were left by a process that is no more.
const ATTEMPTS: u32 = 100;

impl Output {
    /// A temporary file beside the place that `name` names. What is there stays there until [`Output::finish`].
    pub(super) fn create(name: &str) -> Outcome<(Self, File)> {
        Self::begin(name).map_err(|error| failure("creating", name, &error))
    }

    fn begin(name: &str) -> io::Result<(Self, File)> {
        let mut last = PathBuf::from(name);
        let mut permissions = None;
        if let Ok(there) = fs::metadata(&last) {
            if !there.is_file() {
                // Nothing that another file could take the place of. A directory fails here.
                let file = OpenOptions::new().write(true).open(&last)?;
                return Ok((Output { name: name.to_owned(), replaces: false, paths: None }, file));
            }
            permissions = Some(there.permissions());
            // A link stays one: what it leads to is replaced.
            last = fs::canonicalize(&last)?;
        }
        let (temporary, file) = temporary_beside(&last)?;
        let replaces = permissions.is_some();
        let output = Output { name: name.to_owned(), replaces, paths: Some((temporary, last)) };
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        Ok((output, file))
    }

    /// Gives the file its name. Until then an older one has it, whatever becomes of this program.
    ///
    /// Where there is an older one, the new one is on the disk before: some systems may write the name first, and after a
    /// crash of the machine there would be neither. To wait for the disk takes milliseconds, more than all else, so a new
    /// file, with which nothing can be lost but itself, is left to the system; a reader would see that it is not whole.
    pub(super) fn finish(mut self, file: File) -> Outcome {
        self.rename(file).map_err(|error| failure("writing", &self.name, &error))
    }

    fn rename(&mut self, file: File) -> io::Result<()> {
        let Some((temporary, last)) = &self.paths else { return Ok(()) };
        if self.replaces {
            file.sync_all()?;
        }
        // Some systems do not rename what is open.
        drop(file);
        fs::rename(temporary, last)?;
        self.paths = None;
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some((temporary, _)) = &self.paths {
            // There is nobody left to tell.
            let _ = fs::remove_file(temporary);
        }
    }
}

fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new file in the directory of `path`.
fn temporary_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    if path.file_name().is_none() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this names no file"));
    }
    for _ in 1..ATTEMPTS {
        let (temporary, file) = attempt(path);
        match file {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            file => return Ok((temporary, file?)),
        }
    }
    let (temporary, file) = attempt(path);
    Ok((temporary, file?))
}

fn attempt(path: &Path) -> (PathBuf, io::Result<File>) {
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    // Short, so that it fits where the name of the file does.
    let temporary = directory_of(path).join(format!(".healpix-{}-{number}.tmp", process::id()));
    let file = OpenOptions::new().write(true).create_new(true).open(&temporary);
    (temporary, file)
}
