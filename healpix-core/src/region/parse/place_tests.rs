use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::{shown, syntax};
use crate::error::Error;

#[test]
fn columns_count_characters_and_lines_count_from_one() {
    let text = "ab\ncé€f\n";
    let places: Vec<(usize, usize)> = text
        .char_indices()
        .map(|(at, _)| match Error::syntax(text, at, "x") {
            Error::Syntax { line, column, .. } => (line, column),
            _ => (0, 0),
        })
        .collect();
    assert_eq!(places, [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (2, 4), (2, 5)]);
    assert_eq!(Error::syntax(text, text.len(), "x").to_string(), "line 3, column 1: x");
    assert_eq!(Error::syntax(text, 1000, "x").to_string(), "line 3, column 1: x");
}

#[test]
fn a_message_stays_on_one_short_line() {
    assert_eq!(shown("Circle"), "`Circle`");
    assert_eq!(shown("a\u{0}\u{a0}b\n"), "`a\\0\\u{a0}b\\n`");
    assert_eq!(shown(&"é".repeat(30)), format!("`{}...`", "é".repeat(24)));
}
