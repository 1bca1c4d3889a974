//! Decides what to link: the bundled crate, or the installed C library.
//!
//! - `HEALPIX_FFI_LIB_DIR=DIR`: `libhealpix_ffi` in that directory.
//! - `HEALPIX_SYS_USE_PKG_CONFIG=1`, the feature `system`, or no feature `bundled`: `libhealpix_ffi` as pkg-config finds it.
//! - otherwise: the crate healpix-ffi, compiled in.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=HEALPIX_FFI_LIB_DIR");
    println!("cargo::rerun-if-env-changed=HEALPIX_SYS_USE_PKG_CONFIG");
    println!("cargo::rustc-check-cfg=cfg(healpix_bundled)");

    let include = link();
    generate(include);
}

/// Refuses an installed library whose functions and structs are not those of the bindings. Where no header is to be seen
/// the linker and the soname have to do.
fn same_interface(include: &Path) {
    const BINDINGS: &str = include_str!("src/bindings.rs");
    let number = |text: &str, before: &str| {
        let number = text.lines().find_map(|line| line.trim().strip_prefix(before))?;
        number.trim_end_matches(';').parse::<u32>().ok()
    };
    let header = include.join("healpix/healpix.h");
    println!("cargo::rerun-if-changed={}", header.display());
    let Ok(text) = fs::read_to_string(&header) else { return };
    let there = number(&text, "#define HEALPIX_ABI_VERSION ");
    let here = number(BINDINGS, "pub const HEALPIX_ABI_VERSION: i32 = ");
    // Bindings that are made anew in this build will fit.
    if there != here && !cfg!(feature = "bindgen") {
        let there = there.map_or("none".to_owned(), |number| number.to_string());
        println!(
            "cargo::error={} has ABI {there}, these bindings are for {}; install that version of libhealpix_ffi or \
             use the feature `bundled`",
            header.display(),
            here.unwrap_or_default(),
        );
    }
}

/// Tells cargo what to link and returns the directory of the header, where one is known.
fn link() -> Option<PathBuf> {
    if let Some(directory) = env::var_os("HEALPIX_FFI_LIB_DIR") {
        let directory = PathBuf::from(directory);
        println!("cargo::rustc-link-search=native={}", directory.display());
        println!("cargo::rustc-link-lib=healpix_ffi");
        let include = directory.join("../include");
        same_interface(&include);
        return Some(include);
    }
    let asked = env::var("HEALPIX_SYS_USE_PKG_CONFIG").is_ok_and(|value| value != "0");
    let feature = |name: &str| env::var_os(name).is_some();
    if asked || feature("CARGO_FEATURE_SYSTEM") || !feature("CARGO_FEATURE_BUNDLED") {
        match pkg_config::Config::new().atleast_version(env!("CARGO_PKG_VERSION")).probe("healpix_ffi") {
            Ok(library) => {
                let include = library.include_paths.into_iter().next();
                include.iter().for_each(|include| same_interface(include));
                return include;
            }
            Err(error) => {
                println!("cargo::error=libhealpix_ffi was not found; install it or use the feature `bundled`: {error}");
                return None;
            }
        }
    }
    println!("cargo::rustc-cfg=healpix_bundled");
    // Handed out by healpix-ffi's build script.
    env::var_os("DEP_HEALPIX_FFI_INCLUDE").map(PathBuf::from)
}

#[cfg(not(feature = "bindgen"))]
fn generate(_include: Option<PathBuf>) {}

/// Writes `bindings.rs` to OUT_DIR; `tests/bindings.rs` compares it with the committed one.
#[cfg(feature = "bindgen")]
fn generate(include: Option<PathBuf>) {
    let include = include.unwrap_or_else(|| PathBuf::from("/usr/include"));
    let header = include.join("healpix/healpix.h");
    println!("cargo::rerun-if-changed={}", header.display());
    let Ok(target) = bindgen::RustTarget::stable(85, 0) else {
        println!("cargo::error=bindgen does not know Rust 1.85");
        return;
    };
    let bindings = bindgen::Builder::default()
        .header(header.to_string_lossy())
        .use_core()
        .allowlist_item("(healpix|HEALPIX)_.*")
        .allowlist_recursively(false)
        // An i64 by the rule for macros; src/lib.rs has it as the u32 it is.
        .blocklist_item("HEALPIX_INVALID_U32")
        .default_macro_constant_type(bindgen::MacroTypeVariation::Signed)
        .rust_target(target)
        .rust_edition(bindgen::RustEdition::Edition2024)
        .derive_default(false)
        .derive_eq(false)
        .layout_tests(true)
        .merge_extern_blocks(true)
        .formatter(bindgen::Formatter::Prettyplease)
        .generate();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("bindings.rs");
    match bindings {
        Ok(bindings) => {
            if let Err(error) = bindings.write_to_file(&out) {
                println!("cargo::error={}: {error}", out.display());
            }
        }
        Err(error) => println!("cargo::error=bindgen: {error}"),
    }
}
