//! C and C++ programs: compiled with every warning as an error, linked with the shared library, run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common;

#[derive(Clone, Copy, PartialEq)]
pub enum Language {
    C11,
    Cpp17,
}

/// A directory of this test's own.
pub fn scratch() -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
    fs::create_dir_all(&directory).expect("a scratch directory");
    directory
}

/// The system's C or C++ compiler, as the `cc` crate finds it.
fn compiler(language: Language) -> Command {
    let target = env!("HEALPIX_FFI_TARGET");
    let mut build = cc::Build::new();
    build.cpp(language == Language::Cpp17).target(target).host(target).opt_level(1).cargo_metadata(false);
    build.get_compiler().to_command()
}

/// Compiles a program of one source file.
pub fn compile(source: &Path, language: Language, program: &Path) {
    let mut compiler = compiler(language);
    compiler
        .args(["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"])
        .arg(if language == Language::Cpp17 { "-std=c++17" } else { "-std=c11" })
        .arg("-I")
        .arg(common::manifest().join("include"))
        .arg(source)
        .arg("-o")
        .arg(program)
        .arg("-L")
        .arg(common::library())
        .args(["-lhealpix_ffi", "-lm", "-pthread"]);
    common::succeed(&mut compiler);
}

/// Runs a program in a directory, under valgrind if HEALPIX_VALGRIND_ALL is set, and returns what it printed.
pub fn run(program: &Path, directory: &Path) -> String {
    let mut run = if env::var_os("HEALPIX_VALGRIND_ALL").is_some() {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--quiet", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite"]);
        valgrind.arg(program);
        valgrind
    } else {
        Command::new(program)
    };
    run.env("LD_LIBRARY_PATH", common::library()).current_dir(directory);
    common::succeed(&mut run)
}
