//! Builds the libraries and asks rustc what a static one needs.

use std::path::PathBuf;

use serde_json::Value;

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
    pub(crate) static_library: PathBuf,
    pub(crate) shared_library: PathBuf,
    /// Linker flags that a program needs beside the static library.
    pub(crate) native_libraries: Vec<String>,
}

pub(crate) fn build(profile: Profile) -> Outcome<Built> {
    let mut command = cargo(&["rustc", "--package", "healpix-ffi", "--lib", "--locked", "--color", "never"]);
    // Artifacts come as JSON on standard output, what rustc says as text on standard error.
    command.args(["--message-format", "json-render-diagnostics"]);
    if profile != Profile::Debug {
        command.arg("--release");
    }
    if profile == Profile::Dist {
        // A directory of its own: other flags would rebuild the usual one, back and forth.
        command.arg("--target-dir").arg(target_directory()?.join("dist/build"));
        command.env("CARGO_PROFILE_RELEASE_DEBUG", "0").env("CARGO_ENCODED_RUSTFLAGS", without_paths()?);
    }
    command.args(["--", "--print", "native-static-libs"]);
    let (artifacts, log) = output(&mut command)?;
    let native = log.lines().find_map(|line| line.split_once("native-static-libs: "));
    let (_, native) = native.ok_or_else(|| format!("rustc did not name the native libraries:\n{log}"))?;
    Ok(Built {
        static_library: artifact(&artifacts, "libhealpix_ffi.a")?,
        shared_library: artifact(&artifacts, "libhealpix_ffi.so")?,
        native_libraries: native.split_whitespace().map(str::to_owned).collect(),
    })
}

/// Where cargo says that it put a file, whatever its configuration is (target, directory, profile).
fn artifact(messages: &str, name: &str) -> Outcome<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let files = messages.flat_map(|message| match message.get("filenames") {
        Some(Value::Array(files)) => files.clone(),
        _ => Vec::new(),
    });
    let mut paths = files.filter_map(|file| file.as_str().map(PathBuf::from));
    paths.find(|path| path.file_name().is_some_and(|file| file == name)).ok_or_else(|| format!("cargo made no {name}"))
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
    let metadata: Value = serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let directory = metadata.get("target_directory").and_then(Value::as_str);
    directory.map(PathBuf::from).ok_or_else(|| "cargo metadata names no target directory".to_owned())
}
