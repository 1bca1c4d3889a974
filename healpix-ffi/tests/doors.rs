//! Every public function of healpix-core can be had from C: under its own name, or as the list at the end of api.md says.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is between backquotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The cells of the lines of api.md that begin in a way.
fn rows(api: &str, is_row: impl Fn(&str) -> bool) -> Vec<Vec<&str>> {
    let rows = api.lines().filter_map(|line| line.strip_prefix("| `").filter(|rest| is_row(rest)).map(|_| line));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The sources of the core, each with the module whose functions it holds.
fn sources(directory: &Path, module: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        // Functions of slices stand beside those of one element.
        let module = if matches!(module, "" | "batch") { name } else { module };
        if path.is_dir() {
            sources(&path, module, found);
        } else if !name.ends_with("tests") {
            found.push((module.to_owned(), fs::read_to_string(&path).expect("a source")));
        }
    }
}

/// The type of a line `impl<...> Type<...>`.
fn implemented(line: &str) -> Option<String> {
    let mut rest = line.strip_prefix("impl").filter(|rest| rest.starts_with([' ', '<']))?;
    if rest.starts_with('<') {
        let mut open = 0;
        let end = rest.find(|next| {
            open += i32::from(next == '<') - i32::from(next == '>');
            open == 0
        });
        rest = rest.get(end? + 1..)?;
    }
    Some(rest.trim_start().chars().take_while(|next| next.is_alphanumeric()).collect())
}

/// The name of a line `pub fn name(...)`.
fn function(line: &str) -> Option<String> {
    let rest = line.trim_start().strip_prefix("pub ")?;
    let rest = rest.strip_prefix("const ").unwrap_or(rest).strip_prefix("fn ")?;
    Some(rest.chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect())
}

/// Public functions of the core: `module::function`, `Type::function`.
fn core_functions() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&manifest().join("../healpix-core/src"), "", &mut files);
    let mut functions = BTreeSet::new();
    for (module, text) in files {
        let mut owner = module.clone();
        for line in text.lines() {
            if let Some(name) = implemented(line) {
                owner = name;
            } else if line == "}" {
                owner.clone_from(&module);
            }
            functions.extend(function(line).map(|name| format!("{owner}::{name}")));
        }
    }
    functions
}

#[test]
fn every_function_of_the_core_has_a_door_or_a_reason() {
    let api = fs::read_to_string(manifest().join("api.md")).expect("api.md");
    let (mut exported, mut wrapped) = (BTreeSet::new(), BTreeSet::new());
    for row in rows(&api, |line| line.starts_with("healpix_")) {
        exported.extend(quoted(row[0]));
        wrapped.extend(quoted(row[2]));
    }
    let functions = core_functions();
    assert!(functions.len() > 250 && functions.contains("Moc::union") && functions.contains("nested::hash"));
    let mut missing: BTreeSet<&str> = functions
        .iter()
        .map(String::as_str)
        .filter(|name| !wrapped.contains(name) && !wrapped.contains(format!("{name}_one").as_str()))
        .collect();

    let mut listed = BTreeMap::new();
    for row in rows(&api, |line| !line.starts_with("healpix_")) {
        let [names, instead] = row[..] else { panic!("two columns: {row:?}") };
        let doors: Vec<&str> = quoted(instead).into_iter().filter(|name| name.starts_with("healpix_")).collect();
        assert!(doors.is_empty() == instead.starts_with("none: "), "{instead}");
        for door in doors {
            assert!(exported.contains(door), "{door}");
        }
        for name in quoted(names) {
            assert!(listed.insert(name, instead).is_none(), "{name} is listed twice");
        }
    }
    // What has a line of its own before what is one of all the functions of a type.
    let (all, own): (Vec<&str>, Vec<&str>) = listed.keys().partition(|name| name.ends_with("::*"));
    for name in own {
        assert!(
            missing.remove(name),
            "{name} is listed, but is no function of the core, or has a door of its own name"
        );
    }
    for name in all {
        let before = missing.len();
        missing.retain(|function| !function.starts_with(name.trim_end_matches('*')));
        assert!(missing.len() < before, "{name} is listed for nothing");
    }
    assert!(missing.is_empty(), "functions of the core without a door in C, and without a line in api.md: {missing:?}");
}
