//! `cargo xtask`: the chores of this repository that are more than one cargo call.
//!
//! - `bless [--check]`: writes the C header and then the Rust bindings anew, or only compares them.
//! - `install --prefix DIR [--release]`: builds the C library and lays it down as a system would.

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

mod install;

/// What a chore returns: nothing, or a sentence about what went wrong.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "usage: cargo xtask bless [--check]
       cargo xtask install --prefix DIR [--release]";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["bless"] => bless(true),
        ["bless", "--check"] => bless(false),
        ["install", options @ ..] => install::Options::parse(options).and_then(|options| install::run(&options)),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The header comes first: the bindings are made from it.
fn bless(write: bool) -> Outcome {
    for arguments in [
        &["test", "--quiet", "--package", "healpix-ffi", "--test", "header"][..],
        &["test", "--quiet", "--package", "healpix-sys", "--features", "bindgen", "--test", "bindings"],
    ] {
        let mut command = cargo(arguments);
        if write {
            command.env("HEALPIX_BLESS", "1");
        } else {
            command.env_remove("HEALPIX_BLESS");
        }
        run(&mut command)?;
    }
    Ok(())
}

/// Root of the workspace.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The cargo that runs this program, at the root of the workspace.
fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}
