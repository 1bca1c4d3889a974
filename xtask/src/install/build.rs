//! Builds the libraries and asks rustc what a static one needs.

use std::path::PathBuf;

use crate::{Outcome, cargo, output, root};

/// How the library is built.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Debug,
    Release,
    /// Release, for other machines: without debug information, and with no path of this one in it.
    Dist,
}

/// The library as cargo left it.
pub(crate) struct Built {
    pub(crate) directory: PathBuf,
    /// Linker flags that a program needs beside the static library.
    pub(crate) native_libraries: Vec<String>,
}

pub(crate) fn build(profile: Profile) -> Outcome<Built> {
    let mut target = target_directory()?;
    let mut command = cargo(&["rustc", "--package", "healpix-ffi", "--lib", "--locked", "--color", "never"]);
    if profile != Profile::Debug {
        command.arg("--release");
    }
    if profile == Profile::Dist {
        // A directory of its own: other flags would rebuild the usual one, back and forth.
        target.push("dist/build");
        command.arg("--target-dir").arg(&target);
        command.env("CARGO_PROFILE_RELEASE_DEBUG", "0").env("CARGO_ENCODED_RUSTFLAGS", without_paths()?);
    }
    command.args(["--", "--print", "native-static-libs"]);
    let (_, log) = output(&mut command)?;
    let native = log.lines().find_map(|line| line.split_once("native-static-libs: "));
    let (_, native) = native.ok_or_else(|| format!("rustc did not name the native libraries:\n{log}"))?;
    Ok(Built {
        directory: target.join(if profile == Profile::Debug { "debug" } else { "release" }),
        native_libraries: native.split_whitespace().map(str::to_owned).collect(),
    })
}

/// Flags that replace the directories of this machine in messages of the library, as CARGO_ENCODED_RUSTFLAGS has them.
fn without_paths() -> Outcome<String> {
    let root = root().canonicalize().map_err(|error| format!("{}: {error}", root().display()))?;
    let mut flags = vec![format!("--remap-path-prefix={}=healpix", root.display())];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    if let Some(home) = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo"))) {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    Ok(flags.join("\u{1f}"))
}

/// Where cargo builds, whatever its configuration says.
pub(crate) fn target_directory() -> Outcome<PathBuf> {
    let (text, _) = output(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let directory = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    directory.map(PathBuf::from).ok_or_else(|| "cargo metadata names no target directory".to_owned())
}
