//! Every function of api.md has a fuzz target, and the targets call what the list says.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

/// Lines of api.md: the function, and the targets in the last column.
fn listed() -> BTreeMap<String, Vec<String>> {
    let api = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("api.md")).expect("api.md");
    let line = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, name, _, _, _, targets, _] = cells.as_slice() else { panic!("five columns: {line}") };
        (name.replace('`', ""), targets.split(", ").map(str::to_owned).collect())
    };
    api.lines().filter(|line| line.starts_with("| `healpix_")).map(line).collect()
}

/// All sources of a target: a file, or the files of a directory.
fn source(target: &str) -> String {
    let file = root().join("src").join(format!("{target}.rs"));
    if let Ok(text) = fs::read_to_string(&file) {
        return text;
    }
    let directory = root().join("src").join(if target == "c_calls" { "calls" } else { target });
    let files = fs::read_dir(directory).expect("the sources of a target");
    files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a source")).collect()
}

/// Whether a text has a name that goes no further.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text[at + name.len()..].chars().next();
        after.is_none_or(|next| !next.is_alphanumeric() && next != '_')
    })
}

#[test]
fn the_targets_call_what_is_listed_for_them() {
    let mut sources = BTreeMap::new();
    assert!(listed().len() > 300);
    for (function, targets) in listed() {
        assert_eq!(targets.first().map(String::as_str), Some("c_calls"), "{function}");
        for target in targets {
            let text = sources.entry(target.clone()).or_insert_with(|| source(&target));
            // `points` finds its functions by their names.
            assert!(target == "points" || names(text, &function), "{function} is not in {target}");
        }
    }
}
