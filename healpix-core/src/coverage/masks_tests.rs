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
