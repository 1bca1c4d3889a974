//! What pkg-config and CMake read to find the library.

use std::iter;
use std::path::{Path, PathBuf};

use super::VERSION;

/// The files, with their paths from the library directory.
pub(super) fn files(libdir: &Path, abi: &str, native_libraries: &[String]) -> Vec<(PathBuf, String)> {
    let cmake = |template: &str| {
        template
            .replace("@VERSION@", VERSION)
            .replace("@ABI@", abi)
            .replace("@UP@", &up(libdir, 2))
            .replace("@LIBDIR@", &slashes(libdir))
            .replace("@NATIVE_LIBRARIES@", &native_libraries.join(";"))
            .replace("@POINTER_BYTES@", &size_of::<usize>().to_string())
    };
    vec![
        (PathBuf::from("pkgconfig/healpix_ffi.pc"), pkg_config(libdir, native_libraries)),
        (PathBuf::from("cmake/healpix_ffi/healpix_ffi-config.cmake"), cmake(include_str!("config.cmake.in"))),
        (PathBuf::from("cmake/healpix_ffi/healpix_ffi-config-version.cmake"), cmake(include_str!("version.cmake.in"))),
    ]
}

fn pkg_config(libdir: &Path, native_libraries: &[String]) -> String {
    format!(
        "# Found from this file, so that the tree may be moved.\n\
         prefix=${{pcfiledir}}/{}\nlibdir=${{prefix}}/{}\nincludedir=${{prefix}}/include\n\n\
         Name: healpix_ffi\nDescription: HEALPix for C and C++, implemented in Rust\n\
         URL: {}\nVersion: {VERSION}\nCflags: -I${{includedir}}\n\
         Libs: -L${{libdir}} -lhealpix_ffi\nLibs.private: {}\n",
        up(libdir, 1),
        slashes(libdir),
        env!("CARGO_PKG_REPOSITORY"),
        native_libraries.join(" "),
    )
}

/// The way back to the prefix from `below` directories below the library directory.
fn up(libdir: &Path, below: usize) -> String {
    iter::repeat_n("..", libdir.components().count() + below).collect::<Vec<_>>().join("/")
}

fn slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
