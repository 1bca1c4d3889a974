//! What the tests of the built library share: building it, finding compilers, running programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A directory of this test's own.
pub fn scratch() -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
    std::fs::create_dir_all(&directory).expect("a scratch directory");
    directory
}

/// The directory with libhealpix_ffi.a, .so and a link for its soname. Built once, in a target directory of its own:
/// the one of the cargo that runs the tests may be locked.
pub fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("library");
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(["build", "--quiet", "--package", "healpix-ffi", "--lib", "--target-dir"])
            .arg(&target)
            .current_dir(manifest());
        succeed(&mut cargo);
        let library = target.join("debug");
        #[cfg(unix)]
        {
            let link = library.join("libhealpix_ffi.so.0");
            // Another test may have made it, or be about to; what counts is that it is there.
            let _ = std::os::unix::fs::symlink("libhealpix_ffi.so", &link);
            assert!(link.exists(), "{}", link.display());
        }
        library
    })
}

/// The system's C or C++ compiler, as the `cc` crate finds it.
pub fn compiler(cpp: bool) -> Command {
    let target = env!("HEALPIX_FFI_TARGET");
    let mut build = cc::Build::new();
    build.cpp(cpp).target(target).host(target).opt_level(1).cargo_metadata(false);
    build.get_compiler().to_command()
}

/// Runs a command and shows what it said if it fails.
pub fn succeed(command: &mut Command) -> String {
    // Not `Debug`: that would print the whole environment.
    let words: Vec<_> = std::iter::once(command.get_program()).chain(command.get_args()).collect();
    let line = words.join(OsStr::new(" ")).to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| panic!("{line}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}: {}\n{said}{complained}", output.status);
    said
}
