use super::*;

type F4 = Fixed<4>;
type F20 = Fixed<MAX_WORDS>;

#[test]
fn doubles_are_held_exactly_and_floor_rounds_down() {
    for (value, floor) in
        [(0.0, 0), (2.75, 2), (-2.75, -3), (-1e-300, -1), (5e-324, 0), (-5e-324, -1), (1e15, 1_000_000_000_000_000)]
    {
        assert_eq!(F20::from_f64(value).floor(), floor, "{value}");
        assert_eq!(F4::from_f64(value).floor(), floor, "{value}");
        assert_eq!(F20::from_f64(value).add(F20::from_f64(-value)), F20::ZERO, "{value}");
    }
}

#[test]
fn products_and_quotients_agree_with_exact_arithmetic() {
    let a = F20::from_f64(1.5).mul(F20::from_f64(-2.25));
    assert_eq!(a, F20::from_f64(-3.375));
    assert_eq!(F20::from_f64(-3.375).mul_int(1 << 29), F20::from_f64(-3.375 * 536870912.0));
    assert_eq!(F20::from_f64(10.0).div_int(4), F20::from_f64(2.5));
    // (2^-500)^2 = 2^-1000
    let tiny = F20::from_f64(2f64.powi(-500));
    assert_eq!(tiny.mul(tiny), F20::from_f64(2f64.powi(-1000)));
    // Carries over more than one column: (1 - 2^-192)^2 = 1 - 2^-191 + 2^-384, cut off below the
    // last bit, where one unit may be lost.
    let near_one = F4::from_int(1).sub(Fixed([1, 0, 0, 0]));
    let short = Fixed([u64::MAX - 1, u64::MAX, u64::MAX, 0]).sub(near_one.mul(near_one));
    assert!(short == F4::ZERO || short == Fixed([1, 0, 0, 0]), "{short:?}");
}

#[test]
fn constants_square_to_what_they_should() {
    let (low, high) = (F20::sqrt_6().mul(F20::sqrt_6()), F20::from_int(6));
    assert_eq!(high.sub(low).certain_floor(), Err(0));
    // sin(pi/6) = 1/2 checks pi and the series at once.
    assert_eq!(F20::pi().div_int(6).sin().mul_int(2).certain_floor(), Err(1));
    assert_eq!(F4::pi().div_int(6).sin().mul_int(2).certain_floor(), Err(1));
}
