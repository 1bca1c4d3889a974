use alloc::string::ToString;

use super::Brief;
use crate::{Depth, Error, LonLat};

#[test]
fn numbers_are_as_people_write_them_and_come_back() {
    let shown = [
        (0.0, "0"),
        (-0.0, "-0"),
        (95.0, "95"),
        (0.5, "0.5"),
        (-90.000_000_000_000_01, "-90.00000000000001"),
        (1e-4, "0.0001"),
        (9.5e-5, "9.5e-5"),
        (1e-300, "1e-300"),
        (-5e-324, "-5e-324"),
        (9_007_199_254_740_993.0, "9007199254740992"),
        (1e16, "1e16"),
        (1.25e20, "1.25e20"),
        (f64::MAX, "1.7976931348623157e308"),
        (f64::NAN, "NaN"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
    ];
    for (value, text) in shown {
        assert_eq!(Brief(value).to_string(), text);
        assert_eq!(text.parse::<f64>().map(f64::to_bits).ok(), Some(value.to_bits()), "{text}");
    }
}

#[test]
fn messages_are_short_whatever_the_number() {
    let message = |error: Error| error.to_string();
    assert_eq!(message(Error::Radius { value: -1e-300, limit: 180.0 }), "radius -1e-300 is outside [0, 180] degrees");
    assert_eq!(message(Error::Latitude { value: 1e20, limit: 90.0 }), "latitude 1e20 is outside [-90, 90] degrees");
    assert_eq!(
        message(Error::Vector { x: 5e-324, y: 0.0, z: f64::NAN }),
        "vector (5e-324, 0, NaN) has no direction: it must be finite and not zero"
    );
    assert_eq!(
        message(Error::SemiAxes { a: 91.0, b: 1e-9, limit: 90.0 }),
        "semi-axes a = 91 and b = 1e-9 must satisfy 0 < b <= a <= 90 degrees"
    );
    assert_eq!(
        LonLat::new(0.0, f64::MAX).map_err(message),
        Err("latitude 1.7976931348623157e308 is outside [-1.5707963267948966, 1.5707963267948966] radians".into())
    );
    assert_eq!(Depth::new(30).map_err(message), Err("depth 30 is outside 0..=29".into()));
}
