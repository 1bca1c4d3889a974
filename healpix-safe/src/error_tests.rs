//! Status codes arrive as kinds, messages arrive whole.

use super::*;

#[test]
fn every_error_code_of_the_header_has_a_kind_of_its_own() {
    let header = include_str!("../../healpix-ffi/include/healpix/healpix.h");
    let mut seen = Vec::new();
    for line in header.lines() {
        let Some(rest) = line.strip_prefix("#define HEALPIX_ERR_") else { continue };
        let (name, code) = rest.split_once(' ').expect("a value");
        let code: i32 = code.parse().expect("a number");
        let kind = check(code).expect_err("an error").kind();
        assert!(!seen.contains(&kind), "{name}");
        seen.push(kind);
        let words = format!("{kind:?}").to_uppercase();
        if name == "UNKNOWN" {
            assert_eq!(kind, ErrorKind::Unknown(99));
        } else {
            assert_eq!(words, name.replace('_', ""), "{name}");
        }
    }
    assert!(seen.len() >= 25, "{}", seen.len());
}

#[test]
fn a_code_from_a_later_library_is_an_error_and_not_lost() {
    let error = check(12345).expect_err("not OK");
    assert_eq!(error.kind(), ErrorKind::Unknown(12345));
    assert_eq!(check(-1).expect_err("not OK").kind(), ErrorKind::Unknown(-1));
}

#[test]
fn a_wrong_length_says_which_slice() {
    assert_eq!(same_length("lat", 3, 3), Ok(()));
    let error = same_length("lat", 2, 3).expect_err("different");
    assert_eq!(error.kind(), ErrorKind::Length);
    assert_eq!(error.to_string(), "`lat` has length 2, expected 3");
}
