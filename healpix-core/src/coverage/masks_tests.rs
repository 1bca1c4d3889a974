use super::*;
use crate::grid::morton;

#[test]
fn the_order_of_bits_is_not_that_of_nested_numbers() {
    for i in 0..8 {
        for j in 0..8 {
            assert_eq!(nested(1 << (8 * j + i)), 1 << morton::interleave(i, j), "{i} {j}");
        }
    }
}

#[test]
fn rows_are_not_what_was_put_in_nested_order() {
    let mut bits = 0x9e37_79b9_7f4a_7c15u64;
    for _ in 0..1000 {
        bits = bits.wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ bits >> 29;
        assert_eq!(by_rows(nested(bits)), bits);
        let every = (0..16).fold(0, |all, k| all | (bits >> (4 * k) & 1) << k);
        assert_eq!(fourth(bits), every);
    }
}

#[test]
fn cells_of_parts_are_not_what_their_parts_say() {
    let mut bits = 1u64;
    for fine in [2, 4, 8] {
        for _ in 0..3000 {
            bits = bits.wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ bits >> 29 ^ 0x55;
            let (full, rest) = (bits & (bits >> 7 | bits >> 1), !bits & bits.rotate_left(5));
            let parts = Masks { full, clear: rest & !full, partial: bits.rotate_left(11) & !full & !rest };
            let found = parts.of_parts(fine);
            for cell in 0..(8 / fine) * (8 / fine) {
                let (i, j) = (cell % (8 / fine), cell / (8 / fine));
                let of = |mask: u64| {
                    let parts = (0..fine * fine).map(move |k| 8 * (fine * j + k / fine) + fine * i + k % fine);
                    parts.map(move |at| mask >> at & 1 == 1)
                };
                let bit = |mask: u64| mask >> (8 * j + i) & 1 == 1;
                assert_eq!(bit(found.full), of(parts.full).all(|bit| bit));
                assert_eq!(bit(found.clear), of(parts.clear).all(|bit| bit));
                let crossed = of(parts.partial).any(|bit| bit);
                let both = of(parts.full).any(|bit| bit) && of(parts.clear).any(|bit| bit);
                assert_eq!(bit(found.partial), crossed || both);
            }
        }
    }
}
