//! The list of codes: complete, unique, and total over the core's errors.

use super::*;

#[test]
fn codes_and_names_are_unique_and_named_after_their_constant() {
    for (at, code) in CODES.iter().enumerate() {
        for other in &CODES[at + 1..] {
            assert_ne!(code.0, other.0, "{:?}", code.1);
            assert_ne!(code.1, other.1);
            assert_ne!(code.2, other.2, "{:?}", code.1);
        }
    }
    // Every constant of this file is in the list under its own name.
    for line in include_str!("status.rs").lines() {
        let Some(rest) = line.strip_prefix("pub const ") else { continue };
        let (name, value) = rest.split_once(": healpix_status = healpix_status(").expect("a status");
        let value: i32 = value.trim_end_matches(");").parse().expect("a number");
        let code = find(healpix_status(value)).expect(name);
        assert_eq!(code.1.to_str(), Ok(name));
    }
}

#[test]
fn a_core_error_has_the_code_of_its_kind_however_deep_it_is_wrapped() {
    let cell = Error::Cell { index: 99, n_cells: 12 };
    assert_eq!(status_of(&cell), HEALPIX_ERR_CELL);
    let wrapped = Error::Elements { index: 3, count: 1, len: 5, first: Box::new(cell) };
    assert_eq!(status_of(&wrapped), HEALPIX_ERR_CELL);
    assert_eq!(status_of(&Error::Depth { depth: 30 }), HEALPIX_ERR_DEPTH);
    assert_eq!(status_of(&Error::DepthOrder { depth: 3, target: 5, deeper: false }), HEALPIX_ERR_DEPTH);
    assert_eq!(status_of(&Error::NoParent), HEALPIX_ERR_DEPTH);
    assert_eq!(status_of(&Error::DepthU32 { depth: 15, max: 14 }), HEALPIX_ERR_DEPTH);
    assert_eq!(status_of(&Error::NsideU32 { nside: 20_000, max: 18_918 }), HEALPIX_ERR_NSIDE);
    assert_eq!(status_of(&Error::NsideNotPowerOfTwo { nside: 3 }), HEALPIX_ERR_NSIDE);
    assert_eq!(status_of(&Error::NotBuilt { pending: 3 }), HEALPIX_ERR_NOT_BUILT);
}

/// No variant of today's core falls through to HEALPIX_ERR_UNKNOWN: each name in its source is named here.
#[test]
fn every_variant_of_the_core_error_is_mapped() {
    let core = include_str!("../../healpix-core/src/error.rs");
    let here = include_str!("status.rs");
    let body = core.split("pub enum Error {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the enum");
    let variants: Vec<&str> = body
        .lines()
        .filter(|line| line.starts_with("    ") && !line.starts_with("     "))
        .filter_map(|line| line.trim().split([' ', '{', '(', ',']).next())
        .filter(|word| word.starts_with(|first: char| first.is_ascii_uppercase()))
        .collect();
    assert!(variants.len() > 15, "{variants:?}");
    for variant in variants {
        // `Elements` is resolved by `root`.
        assert!(variant == "Elements" || here.contains(&format!("Error::{variant} ")), "{variant}");
    }
}

#[test]
fn a_message_is_cut_between_characters_and_always_closed() {
    let mut len = 0;
    let mut buffer = [0xffu8; 8];
    assert_eq!(copy_out("abc", &mut buffer, &mut len), HEALPIX_OK);
    assert_eq!((&buffer[..5], len), (&b"abc\0\xff"[..], 3));
    assert_eq!(copy_out("abcdefgh", &mut buffer, &mut len), HEALPIX_ERR_BUFFER);
    assert_eq!((&buffer[..], len), (&b"abcdefg\0"[..], 8));
    let mut short = [0xffu8; 3];
    assert_eq!(copy_out("aüb", &mut short, &mut len), HEALPIX_ERR_BUFFER);
    assert_eq!((&short[..2], len), (&b"a\0"[..], 4));
    assert_eq!(copy_out("abc", &mut [], &mut len), HEALPIX_OK);
    assert_eq!(len, 3);
    assert_eq!(copy_out("abc", &mut short[..1], &mut len), HEALPIX_ERR_BUFFER);
    assert_eq!(short[0], 0);
}
