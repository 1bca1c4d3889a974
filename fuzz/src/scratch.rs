//! A directory of this thread's own with a few good files. `run` sets TMPDIR and removes what is left.

use std::collections::BTreeSet;
use std::ffi::CString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// A directory that goes when its thread does.
struct Directory(PathBuf);

impl Drop for Directory {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The directory of this thread: tests run side by side.
#[must_use]
pub fn directory() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static DIRECTORY: Directory = {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let directory = std::env::temp_dir().join(format!("healpix-fuzz-{}-{number}", std::process::id()));
            std::fs::create_dir_all(&directory).expect("a scratch directory");
            for (name, bytes) in SAMPLES {
                std::fs::write(directory.join(name), bytes).expect("a sample file");
            }
            Directory(directory)
        };
    }
    DIRECTORY.with(|directory| directory.0.clone())
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
