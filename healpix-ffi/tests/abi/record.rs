//! The committed record of the interface, and what may become of it.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::header::Interface;

const SYMBOLS: &str = "# Every function that libhealpix_ffi exports, as the header declares it.\n";
const LAYOUT: &str = "# Every struct (offsets and sizes in bytes, 64-bit machines), type and constant of the header.\n";
const RULES: &str = "# `cargo xtask abi` compares, `cargo xtask abi --bless` adds what is new. What is removed or changed needs another\n\
                     # HEALPIX_ABI_VERSION (healpix-ffi/src/version.rs).\n\n";

/// The two files: `symbols.txt` and `layout.txt`.
pub fn render(interface: &Interface) -> (String, String) {
    let mut symbols = format!("{SYMBOLS}{RULES}abi {}\n\n", interface.abi);
    for signature in interface.functions.values() {
        writeln!(symbols, "{signature};").expect("text grows");
    }
    let mut layout = format!("{LAYOUT}{RULES}abi {}\n\n", interface.abi);
    for (name, lines) in &interface.layout {
        let [first, fields @ ..] = lines.as_slice() else { continue };
        writeln!(layout, "{name}: {first}").expect("text grows");
        for field in fields {
            writeln!(layout, "    {field}").expect("text grows");
        }
    }
    (symbols, layout)
}

/// Reads the two files.
pub fn parse(symbols: &str, layout: &str) -> Interface {
    let mut interface = Interface { abi: number(symbols), ..Interface::default() };
    assert_eq!(interface.abi, number(layout), "abi/symbols.txt and abi/layout.txt are of different versions");
    for line in lines(symbols) {
        let signature = line.trim_end_matches(';');
        let name = signature.split('(').next().and_then(|before| before.rsplit([' ', '*']).next()).unwrap_or_default();
        interface.functions.insert(name.to_owned(), signature.to_owned());
    }
    let mut block: &mut Vec<String> = &mut Vec::new();
    for line in lines(layout) {
        if let Some(field) = line.strip_prefix("    ") {
            block.push(field.to_owned());
        } else {
            let (name, first) = line.split_once(": ").expect("a name and what it is");
            block = interface.layout.entry(name.to_owned()).or_default();
            block.push(first.to_owned());
        }
    }
    interface
}

fn number(text: &str) -> u32 {
    let number = text.lines().find_map(|line| line.strip_prefix("abi "));
    number.and_then(|number| number.parse().ok()).expect("a line `abi NUMBER`")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("abi "))
}

/// What became of an interface, one line for each thing.
#[derive(Debug, Default, PartialEq)]
pub struct Changes {
    /// Programs that are compiled already may no longer run rightly.
    pub breaking: Vec<String>,
    /// They do.
    pub harmless: Vec<String>,
}

pub fn compare(old: &Interface, new: &Interface) -> Changes {
    let mut changes = Changes::default();
    for (name, was) in &old.functions {
        match new.functions.get(name) {
            None => changes.breaking.push(format!("removed: {was}")),
            Some(is) if is == was => {}
            Some(is) if types(is) == types(was) => {
                changes.harmless.push(format!("parameters have other names: was {was}\n    is  {is}"));
            }
            Some(is) => changes.breaking.push(format!("changed: {was}\n    is now: {is}")),
        }
    }
    for (name, was) in &old.layout {
        match new.layout.get(name) {
            None => changes.breaking.push(format!("removed: {name}: {}", was.join("; "))),
            Some(is) if is == was => {}
            Some(is) if may_grow(was, is) => changes.harmless.push(format!("grown: {name}: {}", is.join("; "))),
            Some(is) => {
                changes.breaking.push(format!("changed: {name}: {}\n    is now: {}", was.join("; "), is.join("; ")));
            }
        }
    }
    let added = |what: &str| format!("new: {what}");
    changes.harmless.extend(missing(&new.functions, &old.functions).map(|name| added(name)));
    changes.harmless.extend(missing(&new.layout, &old.layout).map(|name| added(name)));
    changes
}

fn missing<'a, T>(from: &'a BTreeMap<String, T>, other: &'a BTreeMap<String, T>) -> impl Iterator<Item = &'a String> {
    from.keys().filter(|name| !other.contains_key(*name))
}

/// A struct that says how large its caller knows it may get further fields at its end.
fn may_grow(was: &[String], is: &[String]) -> bool {
    let fields = was.get(1..).unwrap_or_default();
    fields.first().is_some_and(|first| first.starts_with("size_t struct_size at 0 "))
        && is.get(1..).is_some_and(|now| now.len() > fields.len() && now.starts_with(fields))
}

/// A signature without the names of its parameters: a name is a word behind another word or a star.
fn types(signature: &str) -> String {
    let (before, parameters) = signature.split_once('(').unwrap_or((signature, ""));
    let mut text = format!("{before}(");
    for part in parameters.split_inclusive([',', ')', '(']) {
        let end = part.chars().last().filter(|end| [',', ')', '('].contains(end));
        let part = part.trim_end_matches([',', ')', '(']).trim();
        let start = part.rfind([' ', '*']).map_or(0, |at| at + 1);
        // A lone word is a type (`void`); so is one behind `const`.
        let keep = if start == 0 || part[..start].trim_end() == "const" { part } else { part[..start].trim_end() };
        text.push_str(keep);
        text.extend(end);
    }
    text
}
