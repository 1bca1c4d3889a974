//! The licences of the crates that are compiled into the libraries: who hands out binaries hands these out too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::files::{copy, list, make_directory, write};
use crate::{Outcome, cargo, output};

/// A crate, as cargo knows it.
struct Crate {
    licence: String,
    repository: String,
    directory: PathBuf,
}

/// Writes `THIRD-PARTY.md` and the licence files of each crate below `licenses/`.
pub(super) fn lay_down(directory: &Path) -> Outcome {
    let known = known_crates()?;
    let mut text = "# What is compiled into libhealpix_ffi\n\n\
                    Rust crates, and the Rust standard library (MIT OR Apache-2.0, The Rust Project Developers,\n\
                    https://github.com/rust-lang/rust). Their licence files are in `licenses/`.\n\n\
                    | crate | licence | source |\n|---|---|---|\n"
        .to_owned();
    for id in linked_crates()? {
        let about = known.get(&id).ok_or_else(|| format!("cargo metadata does not know {id}"))?;
        writeln!(text, "| {id} | {} | {} |", about.licence, about.repository).map_err(|error| error.to_string())?;
        let place = directory.join("licenses").join(id.replace(' ', "-"));
        for file in list(&about.directory)?.into_iter().filter(|file| is_licence(file)) {
            make_directory(&place)?;
            copy(&file, &place.join(file.file_name().unwrap_or_default()))?;
        }
    }
    write(&directory.join("THIRD-PARTY.md"), &text)
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    let begins = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
    path.is_file() && begins.iter().any(|begin| name.starts_with(begin))
}

/// Name and version of each crate in the libraries, but for our own.
fn linked_crates() -> Outcome<BTreeSet<String>> {
    let tree = ["tree", "--locked", "--package", "healpix-ffi", "--edges", "normal,no-proc-macro"];
    let mut command = cargo(&tree);
    command.args(["--prefix", "none", "--format", "{p}", "--color", "never"]);
    let (text, _) = output(&mut command)?;
    let crates: BTreeSet<String> = text
        .lines()
        .filter(|line| !line.starts_with("healpix-"))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some(format!("{} {}", words.next()?, words.next()?.trim_start_matches('v')))
        })
        .collect();
    if crates.is_empty() { Err("cargo tree names no crates".to_owned()) } else { Ok(crates) }
}

fn known_crates() -> Outcome<BTreeMap<String, Crate>> {
    let (text, _) = output(&mut cargo(&["metadata", "--locked", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata.get("packages").and_then(Value::as_array).ok_or("cargo metadata lists no packages")?;
    let crates = packages.iter().filter_map(|package| {
        let text = |key: &str| package.get(key).and_then(Value::as_str);
        let about = Crate {
            licence: text("license").unwrap_or("see its licence file").to_owned(),
            repository: text("repository").unwrap_or_default().to_owned(),
            directory: Path::new(text("manifest_path")?).parent()?.to_owned(),
        };
        Some((format!("{} {}", text("name")?, text("version")?), about))
    });
    Ok(crates.collect())
}
