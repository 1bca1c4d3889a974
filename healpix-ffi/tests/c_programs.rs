//! The C programs in tests/c, compiled with every warning as an error and run against the static and the shared
//! library, as a C programmer would. With the feature `cpp-tests` those in tests/cpp, and the programs of docs/guide-cpp.md,
//! as C++17 and C++20.
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

/// Compiles a program to an object, with every warning as an error. A line `// flags: ...` in it adds to the compiler's.
fn compile(source: &Path, standard: &str) -> PathBuf {
    let name = source.file_stem().and_then(OsStr::to_str).expect("a file name");
    let object = scratch().join(format!("{name}-{standard}.o"));
    let text = fs::read_to_string(source).expect("a program");
    let flags = text.lines().filter_map(|line| line.strip_prefix("// flags: ")).flat_map(str::split_whitespace);
    let mut compiler = compiler(is_cpp(source));
    compiler
        .args(["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g", "-c"])
        .arg(format!("-std={standard}"))
        .args(flags)
        .arg("-I")
        .arg(common::manifest().join("include"))
        .arg(source)
        .arg("-o")
        .arg(&object);
    common::succeed(&mut compiler);
    object
}

/// Whether a program runs under valgrind: with HEALPIX_VALGRIND each of them once, with HEALPIX_VALGRIND_ALL as often as it runs.
fn under_valgrind(object: &Path, link: Link) -> bool {
    // The address sanitizer has the same programs with the static library (.ci/sanitize).
    let once = link == Link::Shared && !object.to_string_lossy().ends_with("c++20.o");
    env::var_os("HEALPIX_VALGRIND_ALL").is_some() || env::var_os("HEALPIX_VALGRIND").is_some() && once
}

/// Links an object and runs the program. Returns what it printed.
fn link_and_run(object: &Path, cpp: bool, link: Link) -> String {
    let library = common::library();
    let program = object.with_extension(if link == Link::Static { "static" } else { "shared" });
    let mut compiler = compiler(cpp);
    compiler.arg(object).arg("-o").arg(&program);
    match link {
        Link::Static => compiler.arg(library.join("libhealpix_ffi.a")).args(NATIVE_LIBRARIES),
        Link::Shared => compiler.arg("-L").arg(library).args(["-lhealpix_ffi", "-lm"]),
    };
    common::succeed(&mut compiler);

    let mut run = if under_valgrind(object, link) {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--quiet", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite"]);
        valgrind.arg(&program);
        valgrind
    } else {
        Command::new(&program)
    };
    // The soname is libhealpix_ffi.so.0, which cargo does not lay down.
    run.env("LD_LIBRARY_PATH", library).current_dir(scratch());
    common::succeed(&mut run)
}

fn is_cpp(source: &Path) -> bool {
    source.extension() == Some(OsStr::new("cpp"))
}

/// The programs of a directory.
fn programs(directory: &str, extension: &str) -> Vec<PathBuf> {
    let directory = common::manifest().join("tests").join(directory);
    let mut sources: Vec<PathBuf> = fs::read_dir(&directory)
        .expect("the directory of programs")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension() == Some(OsStr::new(extension)))
        .collect();
    sources.sort();
    assert!(!sources.is_empty());
    sources
}

fn run_all(directory: &str, extension: &str, standard: &str, links: &[Link]) {
    for source in programs(directory, extension) {
        let object = compile(&source, standard);
        for link in links {
            link_and_run(&object, is_cpp(&source), *link);
        }
    }
}

#[test]
fn c_programs_pass_against_both() {
    run_all("c", "c", "c11", &[Link::Static, Link::Shared]);
}

/// A C++ compiler is more than the README asks for, so these are tests of their own; CI runs them.
#[cfg(feature = "cpp-tests")]
mod cpp {
    use super::*;

    #[test]
    fn cpp_programs_pass_against_both() {
        run_all("cpp", "cpp", "c++17", &[Link::Static, Link::Shared]);
    }

    #[test]
    fn cpp_programs_pass_as_cpp20() {
        if has_cpp20() {
            run_all("cpp", "cpp", "c++20", &[Link::Static]);
        }
    }

    /// Whether the compiler knows C++20, as those of C++17 need not.
    fn has_cpp20() -> bool {
        let mut compiler = compiler(true);
        compiler.args(["-std=c++20", "-fsyntax-only", "-x", "c++", "/dev/null"]);
        let known = compiler.output().expect("a C++ compiler").status.success();
        if !known {
            eprintln!("the C++ compiler does not know C++20");
        }
        known
    }

    /// What the guide says its programs print follows each of them in a block of its own.
    #[test]
    fn the_programs_of_the_guide_run() {
        let guide = fs::read_to_string(common::manifest().join("../docs/guide-cpp.md")).expect("the guide");
        let mut n = 0;
        for (k, block) in guide.split("\n```cpp\n").skip(1).enumerate() {
            let (program, after) = block.split_once("\n```\n").expect("a closed block");
            if !program.contains("int main(") {
                continue;
            }
            n += 1;
            let source = scratch().join(format!("guide-{k}.cpp"));
            fs::write(&source, format!("{program}\n")).expect("a program");
            let printed = link_and_run(&compile(&source, "c++17"), true, Link::Static);
            let output = after.trim_start().strip_prefix("```text\n").and_then(|text| text.split_once("```"));
            let (expected, _) = output.expect("what the program prints, behind it");
            assert_eq!(printed, expected, "block {k} of the guide");
        }
        assert!(n > 5, "{n} programs in the guide");
    }
}
