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
    let text = String::from_utf8(text).expect("UTF-8").replace("/// # Safety\n///\n", "");
    with_banners(&text)
}

/// Puts a banner before the first function of each section; cbindgen has no means to.
fn with_banners(header: &str) -> String {
    const SECTIONS: &[(&str, &str)] = &[
        ("healpix_version", "Version"),
        ("healpix_status_", "Status"),
        ("healpix_grid_", "Resolutions"),
        ("healpix_nested_", "Nested scheme"),
        ("healpix_ring_", "Ring scheme"),
        ("healpix_sphere_", "Sphere"),
        ("healpix_projection_", "HEALPix plane"),
        ("healpix_region_", "Regions"),
        ("healpix_coverage_", "Coverages"),
        ("healpix_moc_", "MOCs"),
        ("healpix_moc_to_ascii", "MOCs as text and files"),
        ("healpix_point_index_", "Point index"),
        ("healpix_matches_", "Results of the point index"),
    ];
    let mut sections = SECTIONS.iter().peekable();
    let mut out = String::with_capacity(header.len());
    for block in header.split_inclusive("\n\n") {
        let starts = |prefix: &str| {
            let code = block.lines().find(|line| !line.starts_with("//")).unwrap_or_default();
            code.contains('(') && code.split(['(', ' ', '*']).any(|word| word.starts_with(prefix))
        };
        if let Some((_, title)) = sections.next_if(|section| starts(section.0)) {
            out.push_str(&format!("// ---------- {title} ----------\n\n"));
        }
        out.push_str(block);
    }
    assert!(sections.peek().is_none(), "a section of the header was not found: {:?}", sections.peek());
    out
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
