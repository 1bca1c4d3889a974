use alloc::vec::Vec;

use super::Ring;
use crate::sphere::LonLat;

/// What is left of a ring of positions that are named by letters; all upper-case ones are the south pole.
fn kept(names: &str) -> Vec<usize> {
    let mut ring = Ring::default();
    for (number, name) in names.bytes().enumerate() {
        let (lon, lat) =
            if name.is_ascii_uppercase() { (f64::from(name), -90.0) } else { (f64::from(name) - 97.0, 0.5) };
        ring.push(number, LonLat::from_degrees(lon, lat).unwrap()).unwrap();
    }
    let ring = ring.without_spikes().unwrap();
    (0..ring.positions.len()).map(|vertex| ring.number(vertex)).collect()
}

#[test]
fn plain_rings_stay() {
    assert_eq!(kept("abcd"), [0, 1, 2, 3]);
    assert_eq!(kept("abcda"), [0, 1, 2, 3]);
    assert_eq!(kept("aabbbccdda"), [0, 2, 5, 7]);
    // Twice through the same position, but not back.
    assert_eq!(kept("abcade"), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn ways_out_and_back_go() {
    assert_eq!(kept("abcxcd"), [0, 1, 2, 5]);
    assert_eq!(kept("abcxyzyxcd"), [0, 1, 2, 9]);
    assert_eq!(kept("abcxABxcd"), [0, 1, 2, 8]);
    // Over the place where the ring begins.
    assert_eq!(kept("xabca"), [1, 2, 3]);
    assert_eq!(kept("xabcax"), [1, 2, 3]);
    assert_eq!(kept("yxabcaxy"), [2, 3, 4]);
    assert_eq!(kept("abcax"), [0, 1, 2]);
    assert_eq!(kept("xyabcax"), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_ring_without_area_stays_as_it_is() {
    for names in ["", "a", "aba", "abcb", "abcba", "aaaa"] {
        assert_eq!(kept(names), (0..names.len()).collect::<Vec<_>>(), "{names}");
    }
}

#[test]
fn longitudes_a_turn_apart_are_one_place() {
    let mut ring = Ring::default();
    let ways =
        [(180.0, -85.0), (180.0, -90.0), (-180.0, -90.0), (-180.0, -85.0), (-90.0, -80.0), (0.0, -80.0), (90.0, -80.0)];
    for (number, (lon, lat)) in ways.into_iter().enumerate() {
        ring.push(number, LonLat::from_degrees(lon, lat).unwrap()).unwrap();
    }
    let ring = ring.without_spikes().unwrap();
    assert_eq!((0..ring.positions.len()).map(|k| ring.number(k)).collect::<Vec<_>>(), [0, 4, 5, 6]);
}
