//! Lays the C library down under a prefix: both libraries, headers, descriptions for pkg-config and CMake, licences.
//!
//! Nothing in the tree names the prefix: it may be moved, or written below a `--destdir` first.

use std::path::{Component, Path, PathBuf};

use crate::{Outcome, abi_version, root};

mod build;
mod describe;
pub(crate) mod files;
mod licences;

pub(crate) use build::{Built, Profile, build, target_directory};
use files::{make_directory, write};

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What `cargo xtask install` was asked for.
#[derive(Debug)]
pub(crate) struct Options {
    tree: Tree,
    profile: Profile,
}

/// Where things are laid down.
#[derive(Debug, PartialEq)]
pub(crate) struct Tree {
    /// The prefix, or the prefix below the destination directory.
    pub(crate) prefix: PathBuf,
    /// The directory of the libraries, from the prefix.
    pub(crate) libdir: PathBuf,
}

impl Options {
    /// Reads `--prefix DIR [--release] [--destdir DIR] [--libdir DIR]`.
    pub(crate) fn parse(mut words: &[&str]) -> Outcome<Options> {
        let (mut prefix, mut destination, mut libdir, mut profile) = (None, None, "lib", Profile::Debug);
        loop {
            match words {
                [] => break,
                ["--release", rest @ ..] => (profile, words) = (Profile::Release, rest),
                ["--prefix", directory, rest @ ..] => (prefix, words) = (Some(*directory), rest),
                ["--destdir", directory, rest @ ..] => (destination, words) = (Some(*directory), rest),
                ["--libdir", directory, rest @ ..] => (libdir, words) = (directory, rest),
                [word @ ("--prefix" | "--destdir" | "--libdir")] => {
                    return Err(format!("install: {word} needs a directory"));
                }
                [word, ..] => return Err(format!("install: unexpected {word}")),
            }
        }
        // Cargo is called elsewhere, so a relative prefix is meant from here.
        let prefix = absolute(prefix.ok_or("install: --prefix DIR is missing")?)?;
        let libdir = libdir_below(&prefix, Path::new(libdir))?;
        let prefix = match destination {
            Some(directory) => absolute(directory)?.join(prefix.strip_prefix("/").unwrap_or(&prefix)),
            None => prefix,
        };
        Ok(Options { tree: Tree { prefix, libdir }, profile })
    }
}

fn absolute(directory: &str) -> Outcome<PathBuf> {
    std::path::absolute(directory).map_err(|error| format!("{directory}: {error}"))
}

/// The library directory from the prefix. CMake and pkg-config find the prefix from there, so it is below it.
fn libdir_below(prefix: &Path, libdir: &Path) -> Outcome<PathBuf> {
    let refused = || format!("install: --libdir {} is not below the prefix {}", libdir.display(), prefix.display());
    let below = if libdir.is_absolute() { libdir.strip_prefix(prefix).map_err(|_| refused())? } else { libdir };
    let plain: PathBuf = below.components().filter(|part| *part != Component::CurDir).collect();
    let good = plain.components().all(|part| matches!(part, Component::Normal(_))) && plain.iter().next().is_some();
    if good { Ok(plain) } else { Err(refused()) }
}

/// Builds the library and lays everything down.
pub(crate) fn run(options: &Options) -> Outcome {
    let built = build(options.profile)?;
    lay_down(&built, &options.tree)?;
    println!("installed healpix_ffi {VERSION} under {}", options.tree.prefix.display());
    Ok(())
}

/// Copies and writes everything to its place.
pub(crate) fn lay_down(built: &Built, tree: &Tree) -> Outcome {
    let lib = tree.prefix.join(&tree.libdir);
    make_directory(&lib)?;
    files::copy(&built.static_library, &lib.join("libhealpix_ffi.a"))?;
    install_shared(&built.shared_library, &lib)?;
    files::copy_tree(&root().join("healpix-ffi/include"), &tree.prefix.join("include"))?;

    for (path, text) in describe::files(&tree.libdir, &abi_version()?, &built.native_libraries) {
        let path = lib.join(path);
        make_directory(path.parent().unwrap_or(&lib))?;
        write(&path, &text)?;
    }
    documents(&tree.prefix.join("share/doc/healpix_ffi"))
}

/// The shared library under its full version, its soname and the name that linkers look for.
fn install_shared(library: &Path, lib: &Path) -> Outcome {
    let full = format!("libhealpix_ffi.so.{VERSION}");
    files::copy(library, &lib.join(&full))?;
    files::link(Path::new(&full), &lib.join(format!("libhealpix_ffi.so.{}", abi_version()?)))?;
    files::link(Path::new(&full), &lib.join("libhealpix_ffi.so"))
}

/// What one reads: how to use the tree, what is new, the guides, and the licences of all that is in the libraries.
fn documents(directory: &Path) -> Outcome {
    make_directory(directory)?;
    write(&directory.join("README.md"), &include_str!("README.md").replace("@VERSION@", VERSION))?;
    for name in ["CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        files::copy(&root().join(name), &directory.join(name))?;
    }
    for guide in files::list(&root().join("docs"))? {
        if guide.extension().is_some_and(|extension| extension == "md") {
            files::copy(&guide, &directory.join(guide.file_name().unwrap_or_default()))?;
        }
    }
    licences::lay_down(directory)
}

#[cfg(test)]
#[path = "install_tests.rs"]
mod tests;
