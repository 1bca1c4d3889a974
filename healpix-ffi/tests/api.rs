//! api.md, the header, the shared library, the safe crate and the C++ headers speak of the same functions.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

mod common;

/// A line of api.md: `| function | tested in | wrapped as | C++ | fuzzed by |`; `fuzz_list.rs` reads the last one.
struct Row {
    function: String,
    tests: Vec<String>,
    wrapper: String,
    cpp: String,
}

fn table() -> Vec<Row> {
    let text = fs::read_to_string(common::manifest().join("api.md")).expect("api.md");
    let cell = |text: &str| text.trim().replace('`', "");
    text.lines()
        .filter_map(|line| line.strip_prefix("| `healpix_"))
        .map(|line| {
            let mut cells = line.split('|');
            let mut next = || cell(cells.next().expect("four columns"));
            Row {
                function: format!("healpix_{}", next()),
                tests: next().split(", ").map(str::to_owned).collect(),
                wrapper: next(),
                cpp: next(),
            }
        })
        .collect()
}

/// Functions that the header declares: a name before an opening parenthesis, in lines that are no comments.
fn declared() -> BTreeSet<String> {
    let header = fs::read_to_string(common::manifest().join("include/healpix/healpix.h")).expect("the header");
    header
        .lines()
        .filter(|line| !line.starts_with("//") && !line.starts_with('#'))
        .filter_map(|line| line.split_once('('))
        .filter_map(|(before, _)| before.rsplit([' ', '*']).next())
        .filter(|name| name.starts_with("healpix_"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_table_lists_exactly_the_functions_of_the_header() {
    let listed: Vec<String> = table().into_iter().map(|row| row.function).collect();
    let unique: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(listed.len(), unique.len(), "a function is listed twice");
    let declared = declared();
    assert!(declared.len() > 100, "{}", declared.len());
    assert_eq!(unique, declared);
}

#[test]
fn the_shared_library_exports_exactly_the_functions_of_the_header() {
    let mut nm = Command::new("nm");
    nm.args(["--dynamic", "--defined-only", "--format=posix"]).arg(common::library().join("libhealpix_ffi.so"));
    let exported: BTreeSet<String> =
        common::succeed(&mut nm).lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    assert_eq!(exported, declared());
}

#[cfg(target_os = "linux")]
#[test]
fn the_shared_library_carries_its_soname() {
    let mut readelf = Command::new("readelf");
    readelf.arg("--dynamic").arg(common::library().join("libhealpix_ffi.so"));
    let said = common::succeed(&mut readelf);
    let soname = format!("[libhealpix_ffi.so.{}]", healpix_ffi::HEALPIX_ABI_VERSION);
    assert!(said.contains(&soname), "{said}");
}

/// Wherever people and programs are told what a static link needs beside the library, they are told the same. That it is what rustc says is
/// checked by `.ci/system`, with the description that `cargo xtask install` writes.
#[test]
fn the_native_libraries_are_the_same_everywhere() {
    let lists = [
        ("../examples/c/Makefile", "NATIVE_LIBS ?= ", '\n'),
        ("../examples/c/CMakeLists.txt", "set(NATIVE_LIBS ", ')'),
        ("src/lib.rs", "on Linux that is\n//! `", '`'),
        ("tests/c_programs.rs", "NATIVE_LIBRARIES: &[&str] = &[", ']'),
    ];
    let lists = lists.map(|(file, before, end)| {
        let text = fs::read_to_string(common::manifest().join(file)).expect(file);
        let (_, after) = text.split_once(before).expect(file);
        let list = after.split(end).next().unwrap_or_default();
        let words = list.split([' ', ',', ';', '"']).filter(|word| !word.is_empty());
        (file, words.map(str::to_owned).collect::<Vec<_>>())
    });
    assert!(lists[0].1.contains(&"-lm".to_owned()), "{:?}", lists[0]);
    for (file, list) in &lists {
        assert_eq!(list, &lists[0].1, "{file}");
    }
}

#[test]
fn every_function_is_tested_where_the_table_says() {
    for Row { function, tests, .. } in table() {
        for test in tests {
            let text = fs::read_to_string(common::manifest().join("tests").join(&test)).expect(&test);
            assert!(text.contains(&format!("{function}(")), "{function} is not in tests/{test}");
        }
    }
}

#[test]
fn every_function_is_wrapped_where_the_table_says() {
    let source = common::manifest().join("../healpix-safe/src");
    for Row { function, wrapper, .. } in table().into_iter().filter(|row| !row.wrapper.starts_with("none: ")) {
        let (module, item) = wrapper.rsplit_once("::").unwrap_or(("", &wrapper));
        let files = sources(&source, module);
        let calls = files.iter().any(|text| names(text, &format!("healpix_sys::{function}")));
        assert!(calls, "{function}: healpix_safe::{module} does not call it");
        // `Drop` and the like are traits, and no functions.
        if item.starts_with(|first: char| first.is_ascii_lowercase()) {
            let defines =
                files.iter().any(|text| text.contains(&format!("fn {item}(")) || text.contains(&format!("fn {item}<")));
            assert!(defines, "{function}: there is no healpix_safe::{wrapper}");
        }
    }
}

#[test]
fn every_function_has_a_wrapper_in_cpp() {
    let headers = cpp_headers();
    for Row { function, cpp, .. } in table().into_iter().filter(|row| !row.cpp.starts_with("none: ")) {
        let calls = headers.iter().any(|text| names(text, &format!("::{function}")));
        assert!(calls, "{function}: no C++ header calls it");
        let (scope, item) = cpp.rsplit_once("::").unwrap_or(("", &cpp));
        let defines = headers.iter().filter(|text| is_scope(text, scope)).any(|text| is_declared(text, item));
        assert!(defines, "{function}: there is no healpix::{cpp} in the C++ headers");
    }
}

/// An uncalled template is hardly compiled at all.
#[test]
fn every_wrapper_in_cpp_is_called_in_a_test() {
    let tests: String = texts(&common::manifest().join("tests/cpp"), "cpp").concat();
    for Row { function, cpp, .. } in table().into_iter().filter(|row| !row.cpp.starts_with("none: ")) {
        let (scope, item) = cpp.rsplit_once("::").unwrap_or(("", &cpp));
        // Functions of namespaces by their whole names; of classes as members too. `FORMS` in tests/cpp/forms.hpp calls
        // a function in all its ways.
        let is_class = scope.starts_with(|first: char| first.is_ascii_uppercase());
        let mut calls =
            vec![format!("{cpp}("), format!("FORMS({scope}, {item},"), format!("SAME_AS_C({scope}, {item},")];
        if is_class {
            calls.push(format!(".{item}("));
        }
        let spoken = matches!(item.chars().next(), Some('~')) || item.starts_with("operator");
        assert!(spoken || calls.iter().any(|call| tests.contains(call)), "{function}: no C++ test calls {cpp}");
    }
}

/// Codes are listed once more in C++, by hand.
#[test]
fn every_code_of_the_header_is_named_in_cpp() {
    let header = fs::read_to_string(common::manifest().join("include/healpix/healpix.h")).expect("the header");
    let headers = cpp_headers();
    let codes: Vec<&str> = header
        .lines()
        .filter_map(|line| line.strip_prefix("#define "))
        .filter_map(|rest| rest.split_once(' '))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with("HEALPIX_VERSION_") && !name.starts_with("HEALPIX_ABI_"))
        .collect();
    assert!(codes.len() > 50, "{}", codes.len());
    for code in codes {
        assert!(headers.iter().any(|text| names(text, code)), "{code} is in no C++ header");
    }
}

/// The C++ headers without their comments.
fn cpp_headers() -> Vec<String> {
    let texts = texts(&common::manifest().join("include/healpix/cpp"), "hpp");
    let code = |text: String| {
        let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n")
    };
    texts.into_iter().map(code).collect()
}

/// Whether a header has a class or a namespace, `healpix` if it has no name.
fn is_scope(text: &str, scope: &str) -> bool {
    let opens = |start: String| text.lines().any(|line| line.starts_with(&start) && !line.ends_with(';'));
    match scope {
        "" => opens("namespace healpix {".to_owned()),
        _ => [format!("class {scope} "), format!("namespace {scope} {{"), format!("namespace healpix::{scope} {{")]
            .into_iter()
            .any(opens),
    }
}

/// Whether a header declares a function, or an object that is called like one.
fn is_declared(text: &str, item: &str) -> bool {
    let starts = |at: usize| text[..at].ends_with([' ', '*', '&', '>']);
    let declares = |end: &str| text.match_indices(&format!("{item}{end}")).any(|(at, _)| starts(at));
    declares("(") || declares("{}")
}

/// The texts of the files of a directory with an extension.
fn texts(directory: &Path, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory");
    let files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    let wanted = files.iter().filter(|path| path.extension().is_some_and(|found| found == extension));
    wanted.map(|path| fs::read_to_string(path).expect("a text")).collect()
}

/// Whether a text has a name that goes no further.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text[at + name.len()..].chars().next();
        after.is_none_or(|next| !next.is_alphanumeric() && next != '_')
    })
}

/// The sources of a module of healpix-safe, or of the one where a type lives.
fn sources(root: &Path, module: &str) -> Vec<String> {
    let name = match module {
        "" => None,
        "PointIndex" | "Matches" | "MatchLists" | "Pairs" | "Occupied" | "Rows" => Some("point_index"),
        "NeighborIter" => Some("neighbor_iter"),
        "Region" => Some("region"),
        "Coverage" | "Coverages" | "FlatCells" | "Ranges" => Some("coverage"),
        "Moc" | "Mocs" => Some("moc"),
        "Bytes" | "FitsMap" | "FitsRanges" | "FitsRangesWriter" | "MultiOrderMap" => Some("io"),
        other => Some(other),
    };
    let directory = name.map_or(root.to_owned(), |name| root.join(name));
    if directory.is_dir() {
        texts(&directory, "rs")
    } else {
        vec![fs::read_to_string(directory.with_extension("rs")).expect("a source file")]
    }
}
