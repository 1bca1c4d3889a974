//! What the tests of the built library share: building it, running programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The directory with libhealpix_ffi.a, .so and a link for its soname: where cargo laid them down when it built the library for these
/// tests, beside the test programs themselves.
pub fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let program = env::current_exe().expect("this program has a path");
        let library = program.parent().expect("and lies in a directory").to_owned();
        #[cfg(unix)]
        {
            let link = library.join(format!("libhealpix_ffi.so.{}", healpix_ffi::HEALPIX_ABI_VERSION));
            // Another test may have made it, or be about to; what counts is that it is there.
            let _ = std::os::unix::fs::symlink("libhealpix_ffi.so", &link);
            assert!(link.exists(), "{}", link.display());
        }
        library
    })
}

/// Runs a command and shows what it said if it fails.
pub fn succeed(command: &mut Command) -> String {
    run(command).0
}

/// Standard output and standard error of a command that must succeed.
fn run(command: &mut Command) -> (String, String) {
    // Not `Debug`: that would print the whole environment.
    let words: Vec<_> = std::iter::once(command.get_program()).chain(command.get_args()).collect();
    let line = words.join(OsStr::new(" ")).to_string_lossy().into_owned();
    let output = command.output().expect(&line);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{line}: {}\n{said}{complained}", output.status);
    (said, complained)
}
