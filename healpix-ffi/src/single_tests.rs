//! One-element calls write all their places or none, and say why not.

use std::ptr::{null_mut, without_provenance_mut};

use healpix_core::Error;

use super::*;
use crate::panic::tests::last_message;
use crate::status::{HEALPIX_ERR_ALIGN, HEALPIX_ERR_DEPTH, HEALPIX_ERR_LENGTH, HEALPIX_ERR_NULL, HEALPIX_ERR_OVERLAP};

#[test]
fn values_go_to_their_places() {
    let (mut a, mut b) = (0.0, 0.0);
    // SAFETY: two places of their own.
    let status = unsafe { one([("a", &raw mut a), ("b", &raw mut b)], || Ok([1.5, 2.5])) };
    assert_eq!((status, a, b), (HEALPIX_OK, 1.5, 2.5));
}

#[test]
fn wrong_places_are_refused_and_the_good_ones_stay_as_they_were() {
    let mut words = [7u64; 4];
    let good = &raw mut words[0];
    let odd = good.cast::<u8>().wrapping_add(4).cast::<u64>();
    let high = without_provenance_mut::<u64>(usize::MAX - 7);
    for (wrong, want) in [
        (null_mut(), HEALPIX_ERR_NULL),
        (odd, HEALPIX_ERR_ALIGN),
        (good, HEALPIX_ERR_OVERLAP),
        (high, HEALPIX_ERR_LENGTH),
    ] {
        for places in [[("a", good), ("b", wrong)], [("a", wrong), ("b", good)]] {
            // SAFETY: what is not refused is a word of the array.
            assert_eq!(unsafe { one(places, || Ok([1, 2])) }, want);
        }
    }
    assert_eq!(words, [7; 4]);
    // SAFETY: nothing is written.
    let status = unsafe { one([("out", null_mut::<[u64; 8]>())], || Ok([[0; 8]])) };
    assert_eq!((status, last_message().as_str()), (HEALPIX_ERR_NULL, "out is NULL, 8 element(s) expected"));
}

#[test]
fn errors_of_the_call_come_first_and_panics_stay_inside() {
    let error = || Err::<[u64; 1], _>(Error::Depth { depth: 30 });
    // SAFETY: nothing is written.
    assert_eq!(unsafe { one([("a", null_mut())], error) }, HEALPIX_ERR_DEPTH);
    let mut word = 7u64;
    // SAFETY: nothing is written.
    let status = unsafe { one([("a", &raw mut word)], || -> Result<[u64; 1]> { panic!("inside") }) };
    assert_eq!((status, word, last_message().as_str()), (HEALPIX_ERR_PANIC, 7, "panic: inside"));
}

#[test]
fn a_large_value_is_made_where_it_goes() {
    let mut eight = [7u64; 8];
    let place = &raw mut eight;
    let fill = |to: &mut [u64; 8]| {
        *to = [1, 2, 3, 4, 5, 6, 7, 8];
        Ok(())
    };
    // SAFETY: a place of its own.
    assert_eq!(unsafe { one_in_place(("out", place), fill) }, HEALPIX_OK);
    assert_eq!(eight, [1, 2, 3, 4, 5, 6, 7, 8]);
    let odd = place.cast::<u8>().wrapping_add(1).cast::<[u64; 8]>();
    // SAFETY: refused, or left alone.
    unsafe {
        assert_eq!(one_in_place(("out", null_mut()), fill), HEALPIX_ERR_NULL);
        assert_eq!(last_message(), "out is NULL, 8 element(s) expected");
        assert_eq!(one_in_place(("out", odd), fill), HEALPIX_ERR_ALIGN);
        assert_eq!(one_in_place(("out", place), |_| Err(Error::Depth { depth: 30 })), HEALPIX_ERR_DEPTH);
        assert_eq!(one_in_place(("out", place), |_| panic!("inside")), HEALPIX_ERR_PANIC);
    }
    assert_eq!(eight, [1, 2, 3, 4, 5, 6, 7, 8]);
}
