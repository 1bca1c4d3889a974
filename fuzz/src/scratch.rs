//! A directory of this process's own with a few good files. `run` sets TMPDIR and removes what is left.

use std::collections::BTreeSet;
use std::ffi::CString;
use std::path::PathBuf;
use std::sync::OnceLock;

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        /// Files that other programs wrote, by name.
        pub const SAMPLES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../../healpix-core/tests/data/moc/", $name)))),*];
    };
}
samples!(
    "mocpy_mixed.range.fits",
    "mocpy_mixed.nuniq.fits",
    "mocpy_empty.range.fits",
    "mocpy_deepest.range.fits",
    "astropy_v1_reversed.fits",
    "astropy_v1_unsigned.fits",
    "healpy_ring_8_f4.fits",
    "healpy_nested_8_i2.fits",
    "healpy_ring_16_bool.fits",
    "healpy_nested_16_partial.fits",
    "healpy_ring_16_partial.fits",
    "astropy_multi_order.fits",
);

/// The directory.
pub fn directory() -> &'static PathBuf {
    static DIRECTORY: OnceLock<PathBuf> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        let directory = std::env::temp_dir().join(format!("healpix-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(&directory).expect("a scratch directory");
        for (name, bytes) in SAMPLES {
            std::fs::write(directory.join(name), bytes).expect("a sample file");
        }
        directory
    })
}

/// A path in it, for C.
#[must_use]
pub fn path(name: &str) -> CString {
    CString::new(directory().join(name).into_os_string().into_encoded_bytes()).expect("a path without NUL")
}

/// The name of the one file that the targets write.
pub const WRITTEN: &str = "written.fits";

/// Panics if there is a file that nobody asked for.
pub fn check_no_traces() {
    let known: BTreeSet<&str> = SAMPLES.iter().map(|(name, _)| *name).chain([WRITTEN]).collect();
    for entry in std::fs::read_dir(directory()).expect("the scratch directory") {
        let name = entry.expect("an entry").file_name();
        assert!(name.to_str().is_some_and(|name| known.contains(name)), "{name:?} was left behind");
    }
}
