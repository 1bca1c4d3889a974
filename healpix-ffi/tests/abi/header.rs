//! What the header promises in binary: signatures, layouts, constants. Layouts and values are those that a C compiler
//! sees, not those that one reads.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The record of an interface: what has a name, and what it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Interface {
    pub abi: u32,
    /// Function to signature.
    pub functions: BTreeMap<String, String>,
    /// Struct, constant or type to what it is; the lines of a struct are its size and then its fields.
    pub layout: BTreeMap<String, Vec<String>>,
}

/// A declaration of the header that is no function.
struct Struct {
    name: String,
    /// Type and name of each field.
    fields: Vec<(String, String)>,
}

/// A header, taken apart.
pub struct Header {
    pub functions: BTreeMap<String, String>,
    structs: Vec<Struct>,
    /// Names for other types.
    typedefs: BTreeMap<String, String>,
    constants: Vec<String>,
}

impl Header {
    pub fn parse(text: &str) -> Header {
        let mut header = Header {
            functions: BTreeMap::new(),
            structs: Vec::new(),
            typedefs: BTreeMap::new(),
            constants: Vec::new(),
        };
        let mut code = String::new();
        for line in text.lines().map(|line| line.split("//").next().unwrap_or_default().trim_end()) {
            match line.strip_prefix("#define ").map(|rest| rest.split_once(' ')) {
                // Versions of the package say nothing about the interface; that of the ABI stands at the head of the record.
                Some(Some((name, _))) if !name.starts_with("HEALPIX_VERSION") && name != "HEALPIX_ABI_VERSION" => {
                    header.constants.push(name.to_owned());
                }
                _ if line.starts_with('#') || line == "extern \"C\" {" => {}
                _ => {
                    code.push_str(line);
                    code.push(' ');
                }
            }
        }
        for statement in statements(&code) {
            header.add(&statement);
        }
        header
    }

    fn add(&mut self, statement: &str) {
        if let Some(rest) = statement.strip_prefix("typedef struct {") {
            let (fields, name) = rest.rsplit_once('}').expect("a struct ends");
            let field = |text: &str| {
                let text = text.trim();
                let start = text.rfind([' ', '*']).map_or(0, |at| at + 1);
                assert!(start > 0 && !text.contains(['(', '[', '{']), "a field of another kind: {text}");
                (text[..start].trim().to_owned(), text[start..].to_owned())
            };
            let fields = fields.split(';').filter(|text| !text.trim().is_empty()).map(field).collect();
            self.structs.push(Struct { name: name.trim().to_owned(), fields });
        } else if let Some(rest) = statement.strip_prefix("typedef ") {
            let (what, name) = rest.rsplit_once(' ').expect("a type has a name");
            assert!(!rest.contains('('), "a type of another kind: {statement}");
            self.typedefs.insert(name.to_owned(), what.to_owned());
        } else {
            let (before, _) = statement.split_once('(').unwrap_or_else(|| panic!("no function: {statement}"));
            let name = before.rsplit([' ', '*']).next().unwrap_or_default();
            let old = self.functions.insert(name.to_owned(), statement.to_owned());
            assert!(old.is_none(), "{name} is declared twice");
        }
    }

    /// A C program that prints what the compiler makes of the header: lines of `name: what`.
    pub fn probe(&self) -> String {
        let mut text = "#include <healpix/healpix.h>\n#include <stdio.h>\nint main(void) {\n".to_owned();
        let mut line = |line: String| writeln!(text, "    {line}").expect("text grows");
        line("printf(\"abi: %u\\n\", (unsigned)HEALPIX_ABI_VERSION);".to_owned());
        for name in &self.constants {
            line(format!("if ({name} < 0) printf(\"{name}: %lld\\n\", (long long){name});"));
            line(format!("else printf(\"{name}: %llu\\n\", (unsigned long long){name});"));
        }
        for (name, what) in &self.typedefs {
            line(format!("printf(\"{name}: {what}\\n\");"));
        }
        for Struct { name, fields } in &self.structs {
            line(format!("printf(\"{name}: size %zu align %zu\\n\", sizeof({name}), _Alignof({name}));"));
            for (kind, field) in fields {
                let numbers = format!("offsetof({name}, {field}), sizeof((({name} *)0)->{field})");
                line(format!("printf(\"{name}: {kind} {field} at %zu size %zu\\n\", {numbers});"));
            }
        }
        text.push_str("    return 0;\n}\n");
        text
    }

    /// What the header promises, with what the probe printed.
    pub fn interface(&self, printed: &str) -> Interface {
        let mut interface = Interface { functions: self.functions.clone(), ..Interface::default() };
        for line in printed.lines() {
            let (name, what) = line.split_once(": ").expect("a line of the probe");
            if name == "abi" {
                interface.abi = what.parse().expect("a number");
            } else {
                interface.layout.entry(name.to_owned()).or_default().push(what.to_owned());
            }
        }
        interface
    }
}

/// The statements of C code without comments and preprocessor, white space made one.
fn statements(code: &str) -> Vec<String> {
    let (mut all, mut one, mut depth) = (Vec::new(), String::new(), 0);
    for character in code.chars() {
        match character {
            '{' => depth += 1,
            // The end of `extern "C"` closes what was not counted.
            '}' if depth == 0 => continue,
            '}' => depth -= 1,
            _ => {}
        }
        if character == ';' && depth == 0 {
            all.push(one.split_whitespace().collect::<Vec<_>>().join(" "));
            one.clear();
        } else {
            one.push(character);
        }
    }
    assert!(one.trim().is_empty(), "the header ends in the middle of {one}");
    all
}
