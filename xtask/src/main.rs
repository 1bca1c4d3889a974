//! `cargo xtask`: the chores of this repository that are more than one cargo call. [`USAGE`] lists them.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

mod dist;
mod install;

/// What a chore returns: nothing, or a sentence about what went wrong.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "usage: cargo xtask COMMAND

  bless [--check]
      Writes the C header, the Rust bindings and the record of the ABI anew, or only compares them.
  abi [--check | --bless]
      Compares the functions, structs and constants of the header with the record in healpix-ffi/abi; --bless
      adds what is new. What was removed or changed needs another HEALPIX_ABI_VERSION.
  install --prefix DIR [--release] [--destdir DIR] [--libdir DIR]
      Builds the C library and lays it down under the prefix. --libdir is below the prefix [default: lib];
      with --destdir everything is written below that directory, as packagers need it.
  dist [--out DIR]
      Packs an installed release tree as healpix_ffi-VERSION-TARGET.tar.gz, with its .sha256 beside it
      [default: target/dist].";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["bless"] => bless(true),
        ["bless", "--check"] => bless(false),
        ["abi"] | ["abi", "--check"] => blessable(ABI, false),
        ["abi", "--bless"] => blessable(ABI, true),
        ["install", options @ ..] => install::Options::parse(options).and_then(|options| install::run(&options)),
        ["dist", options @ ..] => dist::parse(options).and_then(|out| dist::run(&out)),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
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

const HEADER: &[&str] = &["--package", "healpix-ffi", "--test", "header"];
const BINDINGS: &[&str] = &["--package", "healpix-sys", "--features", "bindgen", "--test", "bindings"];
const ABI: &[&str] = &["--package", "healpix-ffi", "--test", "abi"];

/// The header comes first: the bindings and the record of the ABI are made from it.
fn bless(write: bool) -> Outcome {
    [HEADER, BINDINGS, ABI].into_iter().try_for_each(|test| blessable(test, write))
}

/// Runs a test that compares a committed file, or writes that file where HEALPIX_BLESS is set.
fn blessable(test: &[&str], write: bool) -> Outcome {
    let mut command = cargo(&["test", "--quiet"]);
    command.args(test);
    if write {
        command.env("HEALPIX_BLESS", "1");
    } else {
        command.env_remove("HEALPIX_BLESS");
    }
    run(&mut command)
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
    let status = command.status().map_err(|error| format!("{}: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", line(command))) }
}

/// What a command prints on standard output; its standard error if it fails.
fn output(command: &mut Command) -> Outcome<(String, String)> {
    let output = command.output().map_err(|error| format!("{}: {error}", line(command)))?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok((said(&output.stdout), said(&output.stderr)))
    } else {
        Err(format!("{}: {}\n{}", line(command), output.status, said(&output.stderr)))
    }
}

/// A command as one would type it.
fn line(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program()).chain(command.get_args()).collect();
    words.join(OsStr::new(" ")).to_string_lossy().into_owned()
}

/// The number of the ABI, which the soname ends in: HEALPIX_ABI_VERSION in healpix-ffi/src/version.rs, its definition.
fn abi_version() -> Outcome<String> {
    const DEFINITION: &str = "pub const HEALPIX_ABI_VERSION: u32 = ";
    let path = root().join("healpix-ffi/src/version.rs");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let number = text.lines().find_map(|line| line.strip_prefix(DEFINITION)?.strip_suffix(';'));
    number.map(str::to_owned).ok_or_else(|| format!("{}: no line `{DEFINITION}...`", path.display()))
}
