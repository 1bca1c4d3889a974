//! Names the shared library and tells dependent build scripts where the header is.

use std::env;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=include");

    let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let include = Path::new(&manifest).join("include");
    println!("cargo::metadata=include={}", include.display());

    // The soname holds the ABI number, so that a later incompatible library can live beside this one.
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libhealpix_ffi.so.0");
    }
    // The C tests need the triple to find a compiler.
    let target = env::var("TARGET").unwrap_or_default();
    println!("cargo::rustc-env=HEALPIX_FFI_TARGET={target}");
}
