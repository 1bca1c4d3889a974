use super::{forward, inverse};
use proptest::prelude::*;
use std::f64::consts::{FRAC_PI_2, PI};

#[test]
fn poles_and_edges_of_the_map_are_where_they_belong() {
    for (lon, lat, x, y) in [
        (0.0, 0.0, 0.0, 0.0),
        (PI, 0.0, 2.0, 0.0),
        (-PI, 0.0, -2.0, 0.0),
        (1.0, FRAC_PI_2, 0.0, 1.0),
        (1.0, -FRAC_PI_2, 0.0, -1.0),
        (FRAC_PI_2, 0.0, 1.0, 0.0),
    ] {
        let (got_x, got_y) = forward(lon, lat);
        assert!((got_x - x).abs() < 1e-12 && (got_y - y).abs() < 1e-12, "{lon} {lat}");
    }
}

#[test]
fn half_of_a_hemisphere_lies_below_thirty_degrees() {
    // Equal area: sin 30 deg = 1/2, so the strip |y| <= y(30 deg) holds half of the ellipse.
    let (_, y) = forward(0.0, PI / 6.0);
    let strip = 2.0 / PI * (y.asin() + y * (1.0 - y * y).sqrt());
    assert!((strip - 0.5).abs() < 1e-14);
}

#[test]
fn nothing_is_drawn_outside_the_ellipse() {
    assert_eq!(inverse(2.0, 0.1), None);
    assert_eq!(inverse(0.0, 1.0001), None);
    assert_eq!(inverse(f64::NAN, 0.0), None);
}

proptest! {
    #[test]
    fn inverse_undoes_forward(lon in -PI..PI, lat in -1.55..1.55_f64) {
        let (x, y) = forward(lon, lat);
        // At the very edge the last bit may fall outside.
        let (back_lon, back_lat) = inverse(x * (1.0 - 1e-12), y).expect("inside");
        prop_assert!((back_lon - lon).abs() < 1e-9, "{back_lon} {lon}");
        prop_assert!((back_lat - lat).abs() < 1e-9, "{back_lat} {lat}");
    }

    #[test]
    fn forward_undoes_inverse(angle in -PI..PI, radius in 0.0..0.999_f64) {
        let (x, y) = (2.0 * radius * angle.cos(), radius * angle.sin());
        let (lon, lat) = inverse(x, y).expect("inside");
        let (back_x, back_y) = forward(lon, lat);
        prop_assert!((back_x - x).abs() < 1e-9 && (back_y - y).abs() < 1e-9);
    }
}
