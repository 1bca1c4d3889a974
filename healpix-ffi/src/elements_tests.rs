//! The rule of element-wise calls.

use super::*;

fn even(value: u32) -> Result<u32> {
    if value % 2 == 0 { Ok(value / 2) } else { Err(Error::Direction { code: value }) }
}

#[test]
fn a_bad_element_spoils_its_own_place_only() {
    let mut out = [9; 5];
    let error = map([2, 3, 4, 5, 6].into_iter(), &mut out, 77, even).expect_err("two are odd");
    assert_eq!(out, [1, 77, 2, 77, 3]);
    let first = Box::new(Error::Direction { code: 3 });
    assert_eq!(error, Error::Elements { index: 1, count: 2, len: 5, first });
    assert_eq!(map([8].into_iter(), &mut out[..1], 77, even), Ok(()));
    assert_eq!(map(std::iter::empty(), &mut [], 77, even), Ok(()));
    assert_eq!(out, [4, 77, 2, 77, 3]);
}
