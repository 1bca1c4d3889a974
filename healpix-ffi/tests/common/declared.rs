//! What the header declares, and what it says about it.

use std::fs;

use crate::common;

/// A function of the header.
pub struct Function {
    pub name: String,
    /// The lines of its comment without the slashes, each with its number in the header.
    pub comment: Vec<(usize, String)>,
    pub returns_status: bool,
}

/// All functions, in the order of the header.
pub fn functions() -> Vec<Function> {
    let header = fs::read_to_string(common::manifest().join("include/healpix/healpix.h")).expect("the header");
    let mut functions = Vec::new();
    let mut comment = Vec::new();
    for (number, line) in (1..).zip(header.lines()) {
        if let Some(text) = line.strip_prefix("///") {
            comment.push((number, text.strip_prefix(' ').unwrap_or(text).to_owned()));
            continue;
        }
        if let Some(name) = declares(line) {
            let returns_status = line.starts_with("healpix_status ");
            functions.push(Function { name: name.to_owned(), comment: std::mem::take(&mut comment), returns_status });
        }
        comment.clear();
    }
    functions
}

/// The name before the opening parenthesis, if this is the first line of a declaration.
fn declares(line: &str) -> Option<&str> {
    if line.starts_with([' ', '#', '/']) {
        return None;
    }
    let name = line.split_once('(')?.0.rsplit([' ', '*']).next()?;
    name.starts_with("healpix_").then_some(name)
}
