//! The committed header is the one that cbindgen renders from the sources.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::path::Path;

#[path = "common/sections.rs"]
mod sections;

use sections::SECTIONS;

fn render() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).expect("cbindgen.toml");
    let bindings =
        cbindgen::Builder::new().with_config(config).with_src(root.join("src/lib.rs")).generate().expect("cbindgen");
    let mut text = Vec::new();
    bindings.write(&mut text);
    // Rust wants a heading before the caller's obligations and before an example; in C both speak for themselves.
    let text = String::from_utf8(text).expect("UTF-8");
    let text = text.replace("/// # Safety\n///\n", "").replace("/// # Example\n///\n", "");
    with_sections(&wrapped(&text))
}

/// The widest line of a comment.
const WIDTH: usize = 120;

/// Breaks the paragraphs of comments that have a wider line anew, for people who read the header in a terminal. Code is
/// left alone.
fn wrapped(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    let mut lines = header.lines().peekable();
    let mut in_code = false;
    while let Some(line) = lines.next() {
        let (margin, text) = comment(line);
        in_code ^= text.starts_with("```");
        let mut paragraph = vec![line];
        let prose = !(margin.is_empty() || text.is_empty() || in_code);
        if prose {
            while let Some(next) = lines.next_if(|next| {
                let (other, text) = comment(next);
                other == margin && !(text.is_empty() || text.starts_with("- ") || text.starts_with("```"))
            }) {
                paragraph.push(next);
            }
        }
        if !prose || paragraph.iter().all(|line| line.chars().count() <= WIDTH) {
            paragraph.iter().for_each(|line| out.extend([line, "\n"]));
            continue;
        }
        let indent = if text.starts_with("- ") { "  " } else { "" };
        let mut row = margin.to_owned();
        for word in paragraph.iter().flat_map(|line| comment(line).1.split_whitespace()) {
            if row.chars().count() + 1 + word.chars().count() > WIDTH {
                out.extend([&row, "\n"]);
                row = format!("{margin}{indent}");
            }
            row.extend([" ", word]);
        }
        out.extend([&row, "\n"]);
    }
    out
}

/// The margin of a comment line, slashes included, and what stands behind it; no margin if this is no comment.
fn comment(line: &str) -> (&str, &str) {
    match line.find("///") {
        Some(at) if line[..at].trim().is_empty() => (&line[..at + 3], line[at + 3..].trim_start()),
        _ => ("", line),
    }
}

/// Puts a banner before the first function of each section, and a list of all sections before the code; cbindgen has no
/// means to.
fn with_sections(header: &str) -> String {
    let mut sections = SECTIONS.iter().peekable();
    let mut out = String::with_capacity(header.len());
    for block in header.split_inclusive("\n\n") {
        if block.starts_with("#ifndef") && !out.contains("// Contents:") {
            out.truncate(out.trim_end().len());
            out.push_str("\n//\n// Contents:\n");
            out.extend(SECTIONS.iter().map(|section| format!("//   {}\n", section.title)));
            out.push('\n');
        }
        let name = function(block).unwrap_or_default();
        if let Some(section) = sections.next_if(|section| name.starts_with(section.begins)) {
            out.push_str(&format!("// ---------- {} ----------\n", section.title));
            let intro = section.intro.lines().map(str::trim).filter(|line| !line.is_empty());
            out.extend(intro.map(|line| format!("// {line}\n")));
            out.push('\n');
        }
        out.push_str(block);
    }
    assert!(sections.peek().is_none(), "a section of the header was not found: {:?}", sections.peek());
    out
}

/// The name of the function that a block of the header declares.
fn function(block: &str) -> Option<&str> {
    let code = block.lines().find(|line| !line.starts_with("//"))?;
    let name = code.split_once('(')?.0.rsplit([' ', '*']).next()?;
    name.starts_with("healpix_").then_some(name)
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
