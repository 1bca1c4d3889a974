//! Names the shared library and tells dependent build scripts where the header is.

use std::env;
use std::fs;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/version.rs");
    println!("cargo::rerun-if-changed=include");

    let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let include = Path::new(&manifest).join("include");
    println!("cargo::metadata=include={}", include.display());

    // The soname holds the number of the ABI, so that a later incompatible library can live beside this one.
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        match abi_version(&Path::new(&manifest).join("src/version.rs")) {
            Some(number) => println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libhealpix_ffi.so.{number}"),
            None => println!("cargo::error=src/version.rs does not define HEALPIX_ABI_VERSION"),
        }
    }
    // The C tests need the triple to find a compiler.
    let target = env::var("TARGET").unwrap_or_default();
    println!("cargo::rustc-env=HEALPIX_FFI_TARGET={target}");
}

/// The one definition of the number is the constant.
fn abi_version(source: &Path) -> Option<u32> {
    let text = fs::read_to_string(source).ok()?;
    let number = text.lines().find_map(|line| line.strip_prefix("pub const HEALPIX_ABI_VERSION: u32 = "))?;
    number.strip_suffix(';')?.parse().ok()
}
