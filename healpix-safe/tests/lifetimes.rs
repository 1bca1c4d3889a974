//! Programs that must not compile, each with a twin that does: so that a refused program is refused for the reason
//! that its name says, and not for a typing error.
//!
//! The messages in `*.stderr` are the compiler's; `TRYBUILD=overwrite` writes them anew after an upgrade.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

#[test]
fn misuse_is_refused_by_the_compiler_and_its_twin_is_not() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/lifetimes/refused/*.rs");
    cases.pass("tests/lifetimes/accepted/*.rs");
}

#[test]
fn every_refused_program_has_a_twin() {
    let names = |directory: &str| -> BTreeSet<OsString> {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lifetimes").join(directory);
        let entries = fs::read_dir(directory).expect("a directory").map(|entry| entry.expect("an entry").file_name());
        entries.filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "rs")).collect()
    };
    assert_eq!(names("refused"), names("accepted"));
    assert!(names("refused").len() >= 10);
}
