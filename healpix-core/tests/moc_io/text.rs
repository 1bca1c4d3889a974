//! ASCII and JSON that is nearly right.

use healpix_core::{Error, Moc};

fn ascii(text: &str) -> String {
    Moc::from_ascii(text).unwrap_err().to_string()
}

fn json(text: &str) -> String {
    Moc::from_json(text).unwrap_err().to_string()
}

#[test]
fn all_spellings_of_a_text_are_read() {
    let moc = Moc::from_ascii("3/1-5 8 4/200 6/").unwrap();
    for text in [
        "s3/1-5 8 4/200 6/",
        "s 3/1-5 8 4/200 6/",
        "3/ 1-5 8\n4/ 200\r\n6/\n",
        "  3/1,2,3,4,5,8,4/200,6/ ",
        "3/1 2 3 3/4 5 8 4/200 6/",
        "6/ 4/200 3/8 5 4-5 1-3 3",
        "3/1-5 8 4/16-23 200 6/",
        "03/01-5\t8 4/200 006/",
        "0/ 1/ 3/1-5 8 4/200 6/",
    ] {
        assert_eq!(Moc::from_ascii(text).unwrap(), moc, "{text:?}");
    }
    assert_eq!(Moc::from_ascii("29/").unwrap().to_ascii(), "29/");
    assert_eq!(Moc::from_ascii("1/0-47").unwrap().to_ascii(), "0/0-11 1/");
    // No limit on the length of a line (MOC 2.0 has none).
    let long: String = (0..1000).map(|cell| format!("{} ", 2 * cell)).collect();
    assert_eq!(Moc::from_ascii(&format!("8/{long}")).unwrap().ranges().len(), 1000);
}

#[test]
fn a_bad_text_is_refused_with_its_place() {
    let nothing = "expected an order, as in `3/5` or, without a cell, `3/`, found the end of the text";
    for (text, error) in [
        ("", format!("line 1, column 1: {nothing}")),
        (" \n ", format!("line 2, column 2: {nothing}")),
        ("s", format!("line 1, column 2: {nothing}")),
        ("5", "line 1, column 1: a cell needs an order before it, as in `3/5`".into()),
        ("30/1", "line 1, column 1: order 30 is outside 0..=29".into()),
        ("3/1\n255/", "line 2, column 1: order 255 is outside 0..=29".into()),
        ("99999999999999999999/1", "line 1, column 1: the number is larger than 2^64 - 1".into()),
        ("3/768", "line 1, column 3: cell 768 does not exist at order 3: the last one is 767".into()),
        ("3/5-768", "line 1, column 5: cell 768 does not exist at order 3: the last one is 767".into()),
        ("29/18446744073709551615", "line 1, column 4: cell 18446744073709551615 does not exist at order 29: the last one is 3458764513820540927".into()),
        ("3/5 9-7", "line 1, column 5: the range 9-7 ends before it starts".into()),
        ("3/5-", "line 1, column 5: expected the last cell of the range, found the end of the text".into()),
        ("3/5--7", "line 1, column 5: expected the last cell of the range, found '-'".into()),
        ("3/5-7-9", "line 1, column 6: expected a space, found '-'".into()),
        ("3/-5", "line 1, column 3: expected an order, a cell or a range of cells, found '-'".into()),
        ("3/5.5", "line 1, column 4: expected a space, found '.'".into()),
        ("3//5", "line 1, column 3: expected an order, a cell or a range of cells, found '/'".into()),
        ("3/5x", "line 1, column 4: expected a space, found 'x'".into()),
        ("t61/1", "line 1, column 1: expected an order, a cell or a range of cells, found 't'".into()),
        ("3/5 \u{e9}\u{e9} 7", "line 1, column 5: expected an order, a cell or a range of cells, found '\u{e9}'".into()),
        ("\u{feff}3/5", "line 1, column 1: expected an order, a cell or a range of cells, found '\\u{feff}'".into()),
    ] {
        assert_eq!(ascii(text), error, "{text:?}");
    }
}

#[test]
fn all_spellings_of_a_json_are_read() {
    let moc = Moc::from_ascii("3/1-5 8 4/200 6/").unwrap();
    for text in [
        r#"{"3":[1,2,3,4,5,8],"4":[200],"6":[]}"#,
        " {\n\t\"6\" : [ ] , \"4\" : [ 200 , 200 ],\r\n\"3\":[8,5,4,3,2,1] } ",
        r#"{"s":{"3":[1,2,3,4,5,8],"4":[200],"6":[]}}"#,
        r#" { "s" : { "3":[1,2,3,4,5,8],"4":[200],"6":[] } } "#,
    ] {
        assert_eq!(Moc::from_json(text).unwrap(), moc, "{text:?}");
    }
    assert_eq!(Moc::from_json(r#"{"29":[]}"#).unwrap().to_json(), r#"{"29":[]}"#);
}

#[test]
fn a_bad_json_is_refused_with_its_place() {
    let deep = format!("{{\"3\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let open = "[{".repeat(100_000);
    let error = json("{\"3\":[99999999999999999999]}");
    assert!(error.starts_with("line 1, column 26: no list of cells: invalid type: floating point"), "{error}");
    for (text, error) in [
        ("", "line 1, column 1: expected `{`, found the end of the text"),
        ("[]", "line 1, column 1: expected `{`, found '['"),
        ("{}", "line 1, column 1: the object names no order, not even `\"0\":[]`"),
        ("{\"s\":{}}", "line 1, column 1: the object names no order, not even `\"0\":[]`"),
        ("{\"3\":[1]", "line 1, column 9: expected `,` or `}`, found the end of the text"),
        ("{\"3\":[1", "line 1, column 7: no list of cells: EOF while parsing a list"),
        ("{\"3\":", "line 1, column 6: expected a list of cells, found the end of the text"),
        ("{\"3\"", "line 1, column 5: expected `:`, found the end of the text"),
        ("{\"3\":[1],}", "line 1, column 10: expected an order in quotes, found '}'"),
        ("{\"3\":[1]}x", "line 1, column 10: expected nothing more, found 'x'"),
        ("{\"3\":[1],\n \"4\":[],\n \"3\":[2]}", "line 3, column 2: order 3 comes twice"),
        ("{\"3\":[1],\"03\":[2]}", "line 1, column 10: order 3 comes twice"),
        ("{\"30\":[]}", "line 1, column 3: order 30 is outside 0..=29"),
        ("{\"-1\":[]}", "line 1, column 3: expected an order, 0 to 29, found '-'"),
        ("{\"t\":{\"3\":[1]}}", "line 1, column 3: expected an order, 0 to 29, found 't'"),
        ("{\"3 \":[1]}", "line 1, column 4: expected `\"`, found ' '"),
        ("{3:[1]}", "line 1, column 2: expected an order in quotes, found '3'"),
        ("{\"3\":[\n1,\n768]}", "line 3, column 1: cell 768 does not exist at order 3: the last one is 767"),
        ("{\"3\":[-1]}", "line 1, column 8: no list of cells: invalid value: integer `-1`, expected u64"),
        ("{\"3\":[1.0]}", "line 1, column 9: no list of cells: invalid type: floating point `1.0`, expected u64"),
        ("{\"3\":[1e2]}", "line 1, column 9: no list of cells: invalid type: floating point `100.0`, expected u64"),
        ("{\"3\":[\"1\"]}", "line 1, column 9: no list of cells: invalid type: string \"1\", expected u64"),
        ("{\"3\":[null]}", "line 1, column 10: no list of cells: invalid type: null, expected u64"),
        ("{\"3\":[1 2]}", "line 1, column 9: no list of cells: expected `,` or `]`"),
        ("{\"3\":[1,]}", "line 1, column 9: no list of cells: trailing comma"),
        ("{\"3\":1}", "line 1, column 6: no list of cells: invalid type: integer `1`, expected a sequence"),
        ("{\"3\":{}}", "line 1, column 6: no list of cells: invalid type: map, expected a sequence"),
        (&deep, "line 1, column 6: no list of cells: invalid type: sequence, expected u64"),
        (&open, "line 1, column 1: expected `{`, found '['"),
    ] {
        let short: String = text.chars().take(50).collect();
        assert_eq!(json(text), error, "{short:?}");
    }
}

#[test]
fn errors_of_text_are_of_one_kind() {
    assert!(matches!(Moc::from_ascii("?"), Err(Error::Syntax { line: 1, column: 1, .. })));
    assert!(matches!(Moc::from_json("?"), Err(Error::Syntax { line: 1, column: 1, .. })));
}
