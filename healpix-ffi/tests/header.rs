//! The committed header is the one that cbindgen renders from the sources.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::path::Path;

fn render() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).expect("cbindgen.toml");
    let bindings =
        cbindgen::Builder::new().with_config(config).with_src(root.join("src/lib.rs")).generate().expect("cbindgen");
    let mut text = Vec::new();
    bindings.write(&mut text);
    // Rust wants a heading before the caller's obligations; in C the sentence speaks for itself.
    String::from_utf8(text).expect("UTF-8").replace("/// # Safety\n///\n", "")
}

/// `HEALPIX_BLESS=1` (or `cargo xtask bless`) writes the header instead of comparing it.
#[test]
fn header_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/healpix/healpix.h");
    let rendered = render();
    if std::env::var_os("HEALPIX_BLESS").is_some() {
        std::fs::write(&path, rendered).expect("header written");
        return;
    }
    let committed = std::fs::read_to_string(&path).expect("header read");
    assert!(committed == rendered, "healpix.h is out of date: run `cargo xtask bless`");
}
