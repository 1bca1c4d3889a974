//! Wherever people and programs are told what a static link needs beside the library, it is what rustc says.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]
#![cfg(all(target_os = "linux", target_env = "gnu"))]

use std::fs;

mod common;

#[test]
fn the_native_libraries_are_those_that_rustc_names() {
    let named = fs::read_to_string(common::library().join("native-static-libs")).expect("the list");
    let named: Vec<&str> = named.split_whitespace().collect();
    assert!(named.contains(&"-lm"), "{named:?}");
    for (file, before, end) in [
        ("src/lib.rs", "on Linux that is\n//! `", '`'),
        ("tests/c_programs.rs", "NATIVE_LIBRARIES: &[&str] = &[", ']'),
        ("../examples/c/Makefile", "NATIVE_LIBS ?= ", '\n'),
        ("../examples/c/CMakeLists.txt", "set(NATIVE_LIBS ", ')'),
    ] {
        let text = fs::read_to_string(common::manifest().join(file)).expect(file);
        let (_, after) = text.split_once(before).expect(file);
        let list = after.split(end).next().unwrap_or_default();
        let list: Vec<&str> = list.split([' ', ',', ';', '"']).filter(|word| !word.is_empty()).collect();
        assert_eq!(list, named, "{file}");
    }
}
