use super::*;
use alloc::string::ToString;

fn card(text: &str) -> [u8; CARD] {
    let mut card = [b' '; CARD];
    card[..text.len()].copy_from_slice(text.as_bytes());
    card
}

fn read(text: &str) -> Result<Value> {
    value(&card(text), "KEY", 160)
}

#[test]
fn values_of_every_kind_are_read() {
    let text = |s: &str| Ok(Value::Text(s.to_string()));
    assert_eq!(keyword(&card("NAXIS1  =                    8"), 0), Ok("NAXIS1"));
    assert_eq!(read("KEY     = 'RANGE   '           / packaging"), text("RANGE"));
    assert_eq!(read("KEY     = 'C'"), text("C"));
    assert_eq!(read("KEY     = 'it''s / a text ' / '"), text("it's / a text"));
    assert_eq!(read("KEY     = ''"), text(""));
    assert_eq!(read("KEY     = 6"), Ok(Value::Integer(6)));
    assert_eq!(read("KEY     =                   -6 / six"), Ok(Value::Integer(-6)));
    assert_eq!(read("KEY     = T/true"), Ok(Value::Logical(true)));
    assert_eq!(read("KEY     = 9223372036854775808"), Ok(Value::Real(9223372036854775808.0)));
    assert_eq!(read("KEY     = -1.6375D+30"), Ok(Value::Real(-1.6375e30)));
}

#[test]
fn what_is_no_value_is_an_error_that_names_the_card() {
    let bad = ["", "KEY", "KEY     =6", "KEY     = 'open", "KEY     = 'a' b", "KEY     = six", "KEY     = inf"];
    for text in bad.into_iter().chain(["KEY     = NaN", "KEY     = 1E999", "KEY     = 1 2", "KEY     = / 5"]) {
        let error = read(text).unwrap_err().to_string();
        assert!(error.starts_with("byte 160: card KEY: "), "{text}: {error}");
    }
    assert!(keyword(&card("\u{1}EY"), 0).is_err());
    let mut binary = card("KEY     = ");
    binary[12] = 0xff;
    assert!(value(&binary, "KEY", 0).is_err());
}
