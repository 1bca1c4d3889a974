//! The binary interface is the recorded one: functions, layouts and constants in `abi/symbols.txt` and `abi/layout.txt`.
//!
//! A change that programs compiled already would not survive fails here until HEALPIX_ABI_VERSION is another number.
//! `HEALPIX_BLESS=1` (or `cargo xtask abi --bless`) records what is new.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]
#![cfg(target_pointer_width = "64")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

mod header;
mod record;

use header::{Header, Interface};
use record::{Changes, compare, parse, render};

fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(command: &mut Command) -> String {
    let output = command.output().expect("a program that runs");
    // Not `Debug` of the command: that would print the whole environment.
    let program = command.get_program().to_string_lossy().into_owned();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What the header in an include directory promises.
fn interface(include: &Path, name: &str) -> Interface {
    let text = fs::read_to_string(include.join("healpix/healpix.h")).expect("the header");
    let header = Header::parse(&text);
    let (source, program) = {
        let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("abi");
        fs::create_dir_all(&work).expect("a directory");
        (work.join(format!("{name}.c")), work.join(name))
    };
    fs::write(&source, header.probe()).expect("written");
    let target = env!("HEALPIX_FFI_TARGET");
    let mut build = cc::Build::new();
    build.target(target).host(target).opt_level(0).cargo_metadata(false);
    let mut compiler = build.get_compiler().to_command();
    run(compiler.args(["-std=c11", "-w", "-I"]).arg(include).arg(&source).arg("-o").arg(&program));
    header.interface(&run(&mut Command::new(&program)))
}

/// Whether the record may become the new interface; if not, what to do about it.
fn verdict(old: &Interface, new: &Interface, bless: bool) -> Result<(), String> {
    let Changes { breaking, harmless } = compare(old, new);
    let list = |lines: &[String]| lines.iter().map(|line| format!("\n  {line}")).collect::<String>();
    if new.abi < old.abi {
        return Err(format!("HEALPIX_ABI_VERSION went from {} back to {}", old.abi, new.abi));
    }
    if new.abi == old.abi && !breaking.is_empty() {
        return Err(format!(
            "the binary interface changed; programs that were compiled with the last header break:{}\n\
             Take it back (a new function beside the old one is allowed). If it has to be, give HEALPIX_ABI_VERSION in \
             healpix-ffi/src/version.rs the next number (it is {}; the soname follows), run `cargo xtask bless`, and say so \
             in CHANGELOG.md.",
            list(&breaking),
            old.abi,
        ));
    }
    if bless || old == new {
        return Ok(());
    }
    let number = if old.abi == new.abi { String::new() } else { format!("\n  abi {} is now {}", old.abi, new.abi) };
    Err(format!(
        "the record of the binary interface is out of date: run `cargo xtask abi --bless`{number}{}{}",
        list(&breaking),
        list(&harmless),
    ))
}

#[test]
fn the_binary_interface_is_the_recorded_one() {
    let new = interface(&manifest().join("include"), "interface");
    assert!(new.functions.len() > 100 && new.layout.len() > 50, "{new:?}");
    let bless = std::env::var_os("HEALPIX_BLESS").is_some();
    let paths = ["symbols.txt", "layout.txt"].map(|name| manifest().join("abi").join(name));
    let committed = paths.each_ref().map(|path| fs::read_to_string(path).ok());
    match (&committed, bless) {
        ([Some(symbols), Some(layout)], _) => {
            if let Err(message) = verdict(&parse(symbols, layout), &new, bless) {
                panic!("{message}");
            }
        }
        (_, true) => {}
        (_, false) => panic!("healpix-ffi/abi has no record: run `cargo xtask abi --bless`"),
    }
    let (symbols, layout) = render(&new);
    if bless {
        fs::create_dir_all(manifest().join("abi")).expect("a directory");
        for (path, text) in paths.iter().zip([symbols, layout]) {
            fs::write(path, text).expect("written");
        }
    } else {
        assert!(committed == [Some(symbols), Some(layout)], "healpix-ffi/abi: run `cargo xtask abi --bless`");
    }
}

#[test]
fn the_library_the_header_and_the_soname_have_one_number() {
    let header = interface(&manifest().join("include"), "number").abi;
    assert_eq!(healpix_ffi::healpix_abi_version(), header);
    assert_eq!(healpix_ffi::HEALPIX_ABI_VERSION, header);
    // cargo-c takes the first number of the library's version for the soname.
    let text = fs::read_to_string(manifest().join("Cargo.toml")).expect("Cargo.toml");
    let section = text.split("[package.metadata.capi.library]").nth(1).expect("the section");
    let section = section.split("\n[").next().unwrap_or_default();
    assert!(section.contains("\nversion_suffix_components = 1\n"), "{section}");
    let version = section.lines().find_map(|line| line.strip_prefix("version = \"")).expect("a version");
    assert!(version.starts_with(&format!("{header}.")), "{version} in [package.metadata.capi.library]");
}

/// A header with this text in it, as an interface.
fn of(name: &str, abi: u32, text: &str) -> Interface {
    let include = Path::new(env!("CARGO_TARGET_TMPDIR")).join("abi").join(format!("{name}-include"));
    fs::create_dir_all(include.join("healpix")).expect("a directory");
    let text = format!(
        "#ifndef GUARD\n#define GUARD\n#include <stddef.h>\n#include <stdint.h>\n/// A comment; with (all) {{ of it.\n\
         #define HEALPIX_VERSION_NUMBER 1000\n#define HEALPIX_ABI_VERSION {abi}\n{text}\n#endif\n"
    );
    fs::write(include.join("healpix/healpix.h"), text).expect("written");
    interface(&include, name)
}

const SMALL: &str = "#define HEALPIX_LIMIT UINT64_MAX\ntypedef int32_t healpix_status;\ntypedef struct healpix_a healpix_a;\n\
     typedef struct {\n    /// A field.\n    uint64_t index;\n    uint8_t depth;\n} healpix_cell;\n\
     typedef struct { size_t struct_size; double radius; } healpix_options;\n\
     healpix_status healpix_make(uint8_t depth,\n    const double *lon,\n    healpix_a **out);\n\
     int32_t healpix_visit(int32_t (*visit)(const healpix_cell *cells, size_t n, void *user), void *user);\n\
     const char *healpix_text(void);";

#[test]
fn a_record_reads_back_and_names_what_the_compiler_sees() {
    let small = of("small", 3, SMALL);
    let (symbols, layout) = render(&small);
    assert_eq!(parse(&symbols, &layout), small);
    assert_eq!(small.abi, 3);
    assert_eq!(
        small.functions["healpix_make"],
        "healpix_status healpix_make(uint8_t depth, const double *lon, healpix_a **out)"
    );
    assert_eq!(small.functions["healpix_text"], "const char *healpix_text(void)");
    assert_eq!(small.layout["HEALPIX_LIMIT"], ["18446744073709551615"]);
    let cell = ["size 16 align 8", "uint64_t index at 0 size 8", "uint8_t depth at 8 size 1"];
    assert_eq!(small.layout["healpix_cell"], cell);
    assert!(!small.layout.contains_key("HEALPIX_VERSION_NUMBER"));
}

/// `SMALL`, and what it is with a part of it replaced.
fn before_and_after(name: &str, from: &str, to: &str) -> (Interface, Interface) {
    static SMALL_ONE: OnceLock<Interface> = OnceLock::new();
    assert!(SMALL.contains(from), "{from}");
    let old = SMALL_ONE.get_or_init(|| of("before", 3, SMALL)).clone();
    (old, of(name, 3, &SMALL.replace(from, to)))
}

#[test]
fn changes_that_break_programs_are_refused() {
    for (name, from, to, said) in [
        ("gone", "const char *healpix_text(void);", "", "removed: const char *healpix_text(void)"),
        ("type", "uint8_t depth,", "uint32_t depth,", "is now: healpix_status healpix_make(uint32_t depth"),
        ("constness", "const double *lon", "double *lon", "changed: healpix_status healpix_make"),
        ("callback", "size_t n, void *user)", "uint32_t n, void *user)", "changed: int32_t healpix_visit"),
        (
            "swap",
            "uint64_t index;\n    uint8_t depth;",
            "uint8_t depth; uint64_t index;",
            "changed: healpix_cell: size 16",
        ),
        ("longer", "uint8_t depth;\n", "uint8_t depth; double more;\n", "changed: healpix_cell"),
        (
            "value",
            "HEALPIX_LIMIT UINT64_MAX",
            "HEALPIX_LIMIT -1",
            "changed: HEALPIX_LIMIT: 18446744073709551615\n    is now: -1",
        ),
        ("alias", "int32_t healpix_status", "int64_t healpix_status", "changed: healpix_status: int32_t"),
        ("option", "double radius;", "float radius;", "changed: healpix_options"),
    ] {
        let (old, new) = before_and_after(name, from, to);
        let changes = compare(&old, &new);
        assert!(changes.breaking.iter().any(|line| line.contains(said)), "{name}: {changes:?}");
        let message = verdict(&old, &new, true).expect_err(name);
        assert!(message.contains(said) && message.contains("HEALPIX_ABI_VERSION"), "{message}");
    }
}

#[test]
fn changes_that_programs_survive_are_recorded() {
    for (name, from, to) in [
        ("function", "const char *healpix_text(void);", "const char *healpix_text(void); void healpix_more(void);"),
        ("names", "const double *lon", "const double *longitude"),
        ("callback-names", "size_t n, void *user)", "size_t count, void *user)"),
        ("constant", "#define HEALPIX_LIMIT", "#define HEALPIX_MORE 3\n#define HEALPIX_LIMIT"),
        ("options", "double radius;", "double radius; uint32_t more;"),
    ] {
        let (old, new) = before_and_after(name, from, to);
        let changes = compare(&old, &new);
        assert!(changes.breaking.is_empty() && changes.harmless.len() == 1, "{name}: {changes:?}");
        assert_eq!(verdict(&old, &new, true), Ok(()), "{name}");
        let message = verdict(&old, &new, false).expect_err(name);
        assert!(message.contains("cargo xtask abi --bless"), "{message}");
    }
}

#[test]
fn another_number_allows_everything_but_going_back() {
    let (old, new) = (of("old", 3, SMALL), of("new", 4, &SMALL.replace("uint8_t depth,", "")));
    assert_eq!(verdict(&old, &new, true), Ok(()));
    assert!(verdict(&old, &new, false).expect_err("unblessed").contains("abi 3 is now 4"));
    assert!(verdict(&new, &old, true).expect_err("back").contains("back to 3"));
}
