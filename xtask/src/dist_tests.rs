use super::*;

use std::time::{Duration, SystemTime};

use flate2::read::GzDecoder;

use tar::Archive;

use crate::install::files::link;

/// A tree with a link, made in the given order.
fn tree(names: &[&str]) -> tempfile::TempDir {
    let work = tempfile::tempdir().expect("a directory");
    fs::create_dir(work.path().join("lib")).expect("made");
    for name in names {
        fs::write(work.path().join("lib").join(name), format!("the text of {name}")).expect("written");
    }
    link(Path::new("b.so.1"), &work.path().join("lib/b.so")).expect("linked");
    work
}

#[test]
fn the_same_tree_gives_the_same_bytes() {
    let (one, other) = (tree(&["b.so.1", "a.h"]), tree(&["a.h", "b.so.1"]));
    let file = File::options().write(true).open(other.path().join("lib/a.h")).expect("opened");
    file.set_modified(SystemTime::now() - Duration::from_secs(100_000)).expect("an older file");
    assert_eq!(pack(one.path(), "x").expect("packed"), pack(other.path(), "x").expect("packed"));
    fs::write(other.path().join("lib/a.h"), "another").expect("written");
    assert_ne!(pack(one.path(), "x").expect("packed"), pack(other.path(), "x").expect("packed"));
}

#[test]
fn everything_comes_out_below_one_directory() {
    let packed = pack(tree(&["a.h", "b.so.1"]).path(), "x-1").expect("packed");
    let out = tempfile::tempdir().expect("a directory");
    Archive::new(GzDecoder::new(packed.as_slice())).unpack(out.path()).expect("unpacked");
    let lib = out.path().join("x-1/lib");
    assert_eq!(fs::read_to_string(lib.join("b.so")).expect("through the link"), "the text of b.so.1");
    assert_eq!(fs::read_link(lib.join("b.so")).expect("a link"), Path::new("b.so.1"));
    assert_eq!(fs::read_dir(&lib).expect("listed").count(), 3);
    assert_eq!(fs::read_dir(out.path()).expect("listed").count(), 1);
}

#[test]
fn options_that_are_wrong_are_named() {
    assert_eq!(parse(&["--out", "/some/where"]).expect("good"), Path::new("/some/where"));
    assert!(parse(&["--out"]).expect_err("an error").contains("--out"));
    assert!(parse(&["here"]).expect_err("an error").contains("here"));
}
