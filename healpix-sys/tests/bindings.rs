//! With the feature `bindgen`: the committed bindings are the ones that bindgen makes of the header.
#![cfg(feature = "bindgen")]

/// `HEALPIX_BLESS=1` (or `cargo xtask bless`) writes the bindings instead of comparing them.
#[test]
fn bindings_are_up_to_date() {
    let generated = include_str!(concat!(env!("OUT_DIR"), "/bindings.rs"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bindings.rs");
    if std::env::var_os("HEALPIX_BLESS").is_some() {
        std::fs::write(path, generated).expect("bindings written");
        return;
    }
    let committed = std::fs::read_to_string(path).expect("bindings read");
    assert!(committed == generated, "bindings.rs is out of date: run `cargo xtask bless`");
}
