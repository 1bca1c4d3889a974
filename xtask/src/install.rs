//! Lays the C library down under a prefix: both libraries, headers, pkg-config file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, cargo, root};

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What the soname in healpix-ffi/build.rs ends in.
const ABI: &str = "0";

/// What `cargo xtask install` was asked for.
pub(crate) struct Options {
    prefix: PathBuf,
    release: bool,
}

impl Options {
    /// Reads `--prefix DIR [--release]`.
    pub(crate) fn parse(mut words: &[&str]) -> Outcome<Options> {
        let (mut prefix, mut release) = (None, false);
        loop {
            match words {
                [] => break,
                ["--release", rest @ ..] => (release, words) = (true, rest),
                ["--prefix", directory, rest @ ..] => (prefix, words) = (Some(*directory), rest),
                [word, ..] => return Err(format!("install: unexpected {word}")),
            }
        }
        let prefix = prefix.ok_or("install: --prefix DIR is missing")?;
        // pkg-config and linkers resolve paths from where they are called, not from here.
        let prefix = std::path::absolute(prefix).map_err(|error| format!("{prefix}: {error}"))?;
        Ok(Options { prefix, release })
    }
}

/// Builds the library and copies everything to its place.
pub(crate) fn run(options: &Options) -> Outcome {
    let built = build(options.release)?;
    let lib = options.prefix.join("lib");
    make_directory(&lib.join("pkgconfig"))?;
    copy(&built.directory.join("libhealpix_ffi.a"), &lib.join("libhealpix_ffi.a"))?;
    install_shared(&built.directory, &lib)?;

    let include = options.prefix.join("include/healpix");
    make_directory(&include)?;
    let headers = root().join("healpix-ffi/include/healpix");
    let entries = fs::read_dir(&headers).map_err(|error| format!("{}: {error}", headers.display()))?;
    for entry in entries {
        let entry = entry.map_err(|error| format!("{}: {error}", headers.display()))?;
        copy(&entry.path(), &include.join(entry.file_name()))?;
    }

    let description = pkg_config(&options.prefix, &built.native_libraries);
    let path = lib.join("pkgconfig/healpix_ffi.pc");
    fs::write(&path, description).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("installed healpix_ffi {VERSION} under {}", options.prefix.display());
    Ok(())
}

/// The library as cargo left it.
struct Built {
    directory: PathBuf,
    /// Linker flags that a program needs beside the static library.
    native_libraries: String,
}

fn build(release: bool) -> Outcome<Built> {
    let profile: &[&str] = if release { &["--release"] } else { &[] };
    let mut command = cargo(&["rustc", "--package", "healpix-ffi", "--lib", "--color", "never"]);
    command.args(profile).args(["--", "--print", "native-static-libs"]);
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{command:?}: {}\n{log}", output.status));
    }
    let native = log.lines().find_map(|line| line.split_once("native-static-libs: "));
    let (_, native) = native.ok_or_else(|| format!("rustc did not name the native libraries:\n{log}"))?;
    Ok(Built {
        directory: target_directory()?.join(if release { "release" } else { "debug" }),
        native_libraries: native.trim().to_owned(),
    })
}

/// Where cargo builds, whatever its configuration says.
fn target_directory() -> Outcome<PathBuf> {
    let mut command = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let directory = text
        .split_once("\"target_directory\":\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .ok_or("cargo metadata names no target directory")?
        .0;
    Ok(PathBuf::from(directory))
}

/// The shared library under its full version, its soname and the name that linkers look for.
#[cfg(unix)]
fn install_shared(built: &Path, lib: &Path) -> Outcome {
    let full = format!("libhealpix_ffi.so.{VERSION}");
    copy(&built.join("libhealpix_ffi.so"), &lib.join(&full))?;
    for (name, target) in [(format!("libhealpix_ffi.so.{ABI}"), &full), ("libhealpix_ffi.so".to_owned(), &full)] {
        let link = lib.join(name);
        if link.symlink_metadata().is_ok() {
            fs::remove_file(&link).map_err(|error| format!("{}: {error}", link.display()))?;
        }
        std::os::unix::fs::symlink(target, &link).map_err(|error| format!("{}: {error}", link.display()))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn install_shared(_built: &Path, _lib: &Path) -> Outcome {
    Err("install: only systems with .so libraries are supported".to_owned())
}

fn pkg_config(prefix: &Path, native_libraries: &str) -> String {
    format!(
        "prefix={}\nlibdir=${{prefix}}/lib\nincludedir=${{prefix}}/include\n\n\
         Name: healpix_ffi\nDescription: HEALPix for C and C++, implemented in Rust\n\
         URL: {}\nVersion: {VERSION}\nCflags: -I${{includedir}}\n\
         Libs: -L${{libdir}} -lhealpix_ffi\nLibs.private: {native_libraries}\n",
        prefix.display(),
        env!("CARGO_PKG_REPOSITORY"),
    )
}

fn make_directory(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_any_order_and_wrong_ones_are_named() {
        let options = Options::parse(&["--release", "--prefix", "/some/where"]).expect("good options");
        assert_eq!((options.prefix, options.release), (PathBuf::from("/some/where"), true));
        let options = Options::parse(&["--prefix", "here"]).expect("good options");
        assert!(options.prefix.is_absolute() && !options.release);
        let complaint = |words: &[&str]| Options::parse(words).err().expect("an error");
        assert!(complaint(&[]).contains("--prefix"));
        assert!(complaint(&["--prefix"]).contains("--prefix"));
        assert!(complaint(&["--prefix", "here", "--fast"]).contains("--fast"));
    }

    #[test]
    fn the_abi_number_is_that_of_the_soname() {
        let script = include_str!("../../healpix-ffi/build.rs");
        assert!(script.contains(&format!("-soname,libhealpix_ffi.so.{ABI}\"")));
    }

    #[test]
    fn a_static_link_finds_its_native_libraries_in_the_description() {
        let text = pkg_config(Path::new("/usr"), "-lm -lc");
        assert!(text.contains("prefix=/usr\n") && text.contains("\nLibs.private: -lm -lc\n"));
        assert!(text.contains(&format!("\nVersion: {VERSION}\n")));
    }
}
