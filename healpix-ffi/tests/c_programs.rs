//! The C programs in tests/c, compiled with every warning as an error and run against the static and the shared
//! library, as a C programmer would.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

mod common;

/// What a C program needs beside the static library; the shared one brings it along.
const NATIVE_LIBRARIES: &[&str] = &["-lgcc_s", "-lutil", "-lrt", "-lpthread", "-lm", "-ldl", "-lc"];

#[derive(Clone, Copy, PartialEq)]
enum Link {
    Static,
    Shared,
}

/// A directory of this test's own.
fn scratch() -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
    fs::create_dir_all(&directory).expect("a scratch directory");
    directory
}

/// The system's C or C++ compiler, as the `cc` crate finds it.
fn compiler(cpp: bool) -> Command {
    let target = env!("HEALPIX_FFI_TARGET");
    let mut build = cc::Build::new();
    build.cpp(cpp).target(target).host(target).opt_level(1).cargo_metadata(false);
    build.get_compiler().to_command()
}

/// Compiles one program and runs it; under valgrind if HEALPIX_VALGRIND is set.
fn compile_and_run(source: &Path, link: Link) {
    let library = common::library();
    let name = source.file_stem().and_then(OsStr::to_str).expect("a file name");
    let kind = if link == Link::Static { "static" } else { "shared" };
    let program = scratch().join(format!("{name}-{kind}"));

    let cpp = source.extension() == Some(OsStr::new("cpp"));
    let mut compiler = compiler(cpp);
    compiler
        .args(["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"])
        .arg(if cpp { "-std=c++17" } else { "-std=c11" })
        .arg("-I")
        .arg(common::manifest().join("include"))
        .arg(source)
        .arg("-o")
        .arg(&program);
    match link {
        Link::Static => compiler.arg(library.join("libhealpix_ffi.a")).args(NATIVE_LIBRARIES),
        Link::Shared => compiler.arg("-L").arg(library).args(["-lhealpix_ffi", "-lm"]),
    };
    common::succeed(&mut compiler);

    let mut run = if env::var_os("HEALPIX_VALGRIND").is_some() {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--quiet", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite"]);
        valgrind.arg(&program);
        valgrind
    } else {
        Command::new(&program)
    };
    // The soname is libhealpix_ffi.so.0, which cargo does not lay down.
    run.env("LD_LIBRARY_PATH", library);
    common::succeed(&mut run);
}

fn run_all(directory: &str, extension: &str, link: Link) {
    let directory = common::manifest().join("tests").join(directory);
    let mut sources: Vec<PathBuf> = fs::read_dir(&directory)
        .expect("the directory of programs")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension() == Some(OsStr::new(extension)))
        .collect();
    sources.sort();
    assert!(!sources.is_empty());
    for source in sources {
        compile_and_run(&source, link);
    }
}

#[test]
fn c_programs_pass_against_the_static_library() {
    run_all("c", "c", Link::Static);
}

#[test]
fn c_programs_pass_against_the_shared_library() {
    run_all("c", "c", Link::Shared);
}

/// A C++ compiler is more than the README asks for, so this is a test of its own; CI runs it.
#[cfg(feature = "cpp-tests")]
#[test]
fn cpp_programs_pass_against_both() {
    run_all("cpp", "cpp", Link::Static);
    run_all("cpp", "cpp", Link::Shared);
}
