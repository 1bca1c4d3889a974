//! What the tests of the built library share: building it, running programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The directory with libhealpix_ffi.a, .so and a link for its soname, and `native-static-libs`: the linker flags that
/// rustc says the static one needs. Built once, in a target directory of its own: the one of the cargo that runs the
/// tests may be locked.
pub fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("library");
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(["rustc", "--package", "healpix-ffi", "--lib", "--color", "never", "--target-dir"])
            .arg(&target)
            .args(["--", "--print", "native-static-libs"])
            .current_dir(manifest());
        let (_, said) = run(&mut cargo);
        let library = target.join("debug");
        let native = said.lines().find_map(|line| line.split_once("native-static-libs: "));
        std::fs::write(library.join("native-static-libs"), native.expect("rustc names them").1).expect("written");
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
