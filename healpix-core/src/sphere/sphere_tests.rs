use core::f64::consts::{FRAC_2_PI, FRAC_PI_2, FRAC_PI_4, PI, TAU};

use super::trig::{self, PI_2_LO};
use super::{AngleUnit, LonLat, UnitVec, distance};
use crate::error::Error;

/// How many doubles apart.
fn ulps(a: f64, b: f64) -> u64 {
    let key = |v: f64| {
        let magnitude = (v.to_bits() & (u64::MAX >> 1)) as i64;
        if v.is_sign_negative() { -magnitude } else { magnitude }
    };
    key(a).abs_diff(key(b))
}

/// `count` numbers from `low` to `high`, none of them round.
fn spread(low: f64, high: f64, count: u32) -> impl Iterator<Item = f64> {
    (0..count).map(move |k| low + (high - low) * (f64::from(k) + 0.381_966) / f64::from(count))
}

/// Numbers of all sizes from 10^low to 10^high, both signs.
fn sizes(low: i32, high: i32) -> impl Iterator<Item = f64> {
    (low * 8..=high * 8).flat_map(|k| {
        let v = 10f64.powf(f64::from(k) / 8.0);
        [v, -v]
    })
}

#[test]
fn sine_and_cosine_are_not_those_of_the_system() {
    let mut worst = 0;
    let near_quarters = (-64..=64).flat_map(|k| {
        let quarter = f64::from(k) * FRAC_PI_2;
        [quarter, quarter * (1.0 + f64::EPSILON), quarter * (1.0 - f64::EPSILON), quarter + 1e-9, quarter - 1e-5]
    });
    let all = spread(-7.0, 7.0, 40_000).chain(spread(-1e6, 1e6, 20_000)).chain(sizes(-300, 0)).chain(near_quarters);
    for x in all {
        let (s, c) = trig::sin_cos(x, 0.0);
        worst = worst.max(ulps(s, x.sin())).max(ulps(c, x.cos()));
        assert!(worst <= 2, "{x:e}: {s:e} {c:e}, system {:e} {:e}", x.sin(), x.cos());
    }
}

#[test]
fn the_tail_of_an_angle_is_lost() {
    // A tail that moves the sum by a part of an ulp, where the function has its zero.
    for tail in [1e-17, -3e-17, 5e-17] {
        let (_, c) = trig::sin_cos(FRAC_PI_2, tail);
        assert!(ulps(c, PI_2_LO - tail) <= 1, "{c:e}");
        let (s, _) = trig::sin_cos(PI, tail);
        assert!(ulps(s, 2.0 * PI_2_LO - tail) <= 1, "{s:e}");
    }
}

#[test]
fn multiples_of_ninety_degrees_are_not_exact() {
    let exact = [(0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)];
    for quarter in -12i32..=12 {
        let (s, c) = exact[quarter.rem_euclid(4) as usize];
        assert_eq!(trig::sin_cos_quarter(90.0 * f64::from(quarter), 90.0), (s, c), "{quarter}");
        assert_eq!(trig::sin_cos_quarter(f64::from(quarter), 1.0), (s, c), "{quarter}");
        let v = UnitVec::from(LonLat::from_degrees(90.0 * f64::from(quarter), 0.0).expect("a position"));
        assert_eq!((v.x(), v.y(), v.z()), (c, s, 0.0), "{quarter}");
    }
    for (degrees, sine) in [(30.0, 0.5), (-30.0, -0.5), (150.0, 0.5), (210.0, -0.5), (330.0, -0.5)] {
        let (s, _) = trig::sin_cos_quarter(degrees, 90.0);
        assert!(ulps(s, sine) <= 1, "{degrees}: {s}");
    }
    let (s, c) = trig::sin_cos_quarter(45.0, 90.0);
    assert!(ulps(s, core::f64::consts::FRAC_1_SQRT_2) <= 1 && ulps(c, core::f64::consts::FRAC_1_SQRT_2) <= 1);
    for degrees in spread(-720.0, 720.0, 20_000) {
        let (s, c) = trig::sin_cos_quarter(degrees, 90.0);
        let angle = degrees.to_radians();
        assert!((s - angle.sin()).abs() < 2e-15 && (c - angle.cos()).abs() < 2e-15, "{degrees}");
    }
}

#[test]
fn a_far_longitude_is_not_reduced_by_its_quarter_turns() {
    // From a million radians on; before, the longitude as given is the better one.
    for lon in sizes(8, 300) {
        for (unit, turns) in [(AngleUnit::Radians, lon * FRAC_2_PI), (AngleUnit::Degrees, lon / 90.0)] {
            let v = UnitVec::from(LonLat::with_unit(lon, 0.0, unit).expect("a position"));
            let near = (turns % 4.0) * FRAC_PI_2;
            assert!((v.y() - near.sin()).abs() < 1e-15 && (v.x() - near.cos()).abs() < 1e-15, "{unit:?} {lon:e}");
        }
    }
}

#[test]
fn the_arcsine_is_not_that_of_the_system() {
    for x in spread(-2.0 / 3.0, 2.0 / 3.0, 40_000).chain(sizes(-300, -1)).chain([0.0, 2.0 / 3.0, -2.0 / 3.0]) {
        let (hi, lo) = trig::asin_small(x, 0.0);
        assert!(ulps(hi + lo, x.asin()) <= 1, "{x:e}: {:e}, system {:e}", hi + lo, x.asin());
    }
}

#[test]
fn the_arctangent_is_not_that_of_the_system() {
    let angles = spread(-PI, PI, 40_000).map(|a| (a.sin(), a.cos()));
    let mixed = sizes(-12, 12).flat_map(|y| sizes(-12, 12).step_by(7).map(move |x| (y, x)));
    for (y, x) in angles.chain(mixed) {
        let got = trig::atan2(y, x);
        assert!(ulps(got, y.atan2(x)) <= 2, "atan2({y:e}, {x:e}) = {got:e}, system {:e}", y.atan2(x));
    }
}

#[test]
fn the_arctangent_is_in_the_wrong_quadrant() {
    for (y, x, angle) in [
        (0.0, 1.0, 0.0),
        (1.0, 1.0, FRAC_PI_4),
        (1.0, 0.0, FRAC_PI_2),
        (1.0, -1.0, 3.0 * FRAC_PI_4),
        (0.0, -1.0, PI),
        (-0.0, -1.0, PI),
        (-1.0, -1.0, -3.0 * FRAC_PI_4),
        (-1.0, 0.0, -FRAC_PI_2),
        (-1.0, 1.0, -FRAC_PI_4),
        (0.0, 0.0, 0.0),
        (-0.0, -0.0, 0.0),
    ] {
        // At any length: neither overflow nor underflow.
        for scale in [1.0, 1e-308, 5e-324, 1e-300, 1e300, 1.7e308] {
            assert_eq!(trig::atan2(y * scale, x * scale), angle, "({y}, {x}) times {scale:e}");
        }
    }
    assert_eq!(trig::atan2(5e-324, f64::MAX), 0.0);
    assert_eq!(trig::atan2(f64::MAX, 5e-324), FRAC_PI_2);
    // Half a turn has one name: the range is (-pi, pi].
    assert_eq!(trig::atan2(-5e-324, -f64::MAX).abs(), PI);
    assert_eq!(trig::atan2(-0.0, -1.0), PI);
}

#[test]
fn degrees_of_radians_are_rounded_twice() {
    for (radians, degrees) in [(PI, 180.0), (FRAC_PI_2, 90.0), (TAU, 360.0), (-FRAC_PI_4, -45.0), (0.0, 0.0)] {
        assert_eq!(trig::to_degrees(radians, 0.0), degrees);
    }
    for x in spread(-7.0, 7.0, 10_000) {
        let got = trig::to_degrees(x, 0.0);
        assert!(ulps(got, x.to_degrees()) <= 2, "{x}: {got}, system {}", x.to_degrees());
    }
    assert!(trig::to_degrees(FRAC_PI_2, PI_2_LO) == 90.0, "the exact right angle");
}

#[test]
fn a_sum_or_product_with_its_error_is_not_exact() {
    for (a, b) in [(1.0, 1e-17), (1e16, 1.0), (0.1, 0.2), (-1e300, 1e284), (3.0, -3.0)] {
        let (sum, error) = trig::two_sum(a, b);
        assert_eq!((sum, trig::two_sum(b, a)), (a + b, (sum, error)));
        // What is left after taking the larger one away again.
        assert_eq!((sum - a) + error, b, "{a} + {b}");
    }
    for (a, b) in [(0.1f64, 0.3), (1.0 + f64::EPSILON, 1.0 - f64::EPSILON), (123_456_789.123, 1e-9), (-7.0, 1.0 / 3.0)]
    {
        let (product, error) = trig::two_product(a, b);
        assert_eq!((product, error), (a * b, a.mul_add(b, -(a * b))), "{a} * {b}");
    }
}

#[test]
fn a_vector_of_any_length_has_another_direction() {
    let unit = |x, y, z| UnitVec::new(x, y, z).expect("a direction");
    let norm = |v: UnitVec| (v.x() * v.x() + v.y() * v.y() + v.z() * v.z()).sqrt();
    for (x, y, z) in [(1.0, 2.0, 3.0), (-0.3, 0.0, 1.0), (1.0, 0.0, 0.0), (0.5, -0.7, 1.5)] {
        let v = unit(x, y, z);
        for power in [-1022i32, -1000, -537, -1, 1, 500, 1022] {
            let scale = 2f64.powi(power);
            // Below 2^-1022 digits are lost; nothing else may be.
            if power > -1022 {
                assert_eq!(unit(x * scale, y * scale, z * scale), v, "times 2^{power}");
            }
            assert!((norm(unit(x * scale, y * scale, z * scale)) - 1.0).abs() < 4e-16);
        }
    }
    assert_eq!(unit(5e-324, 0.0, 0.0), unit(1.0, 0.0, 0.0));
    assert_eq!(unit(5e-324, 5e-324, -5e-324), unit(1.0, 1.0, -1.0));
    assert_eq!(unit(f64::MAX, -f64::MAX, f64::MAX), unit(1.0, -1.0, 1.0));
    // A component far smaller than the others keeps its sign and digits.
    assert_eq!(unit(1e300, -1e-5, 0.0).y(), -1e-305);
    for (x, y, z) in [(0.0, 0.0, 0.0), (f64::NAN, 1.0, 0.0), (1.0, f64::INFINITY, 0.0), (0.0, 0.0, f64::NEG_INFINITY)] {
        assert!(matches!(UnitVec::new(x, y, z), Err(Error::Vector { .. })), "({x}, {y}, {z})");
    }
}

#[test]
fn a_position_comes_back_from_its_vector_elsewhere() {
    for lat in spread(-FRAC_PI_2, FRAC_PI_2, 300).chain([FRAC_PI_2, -FRAC_PI_2, 0.0, 1.569, -FRAC_PI_2 + 3e-8]) {
        for lon in spread(0.0, TAU, 40) {
            let at = LonLat::new(lon, lat).expect("a position");
            let back = LonLat::from(UnitVec::from(at));
            assert!(distance(at, back) < 5e-16, "{at:?} {back:?}");
            assert!((back.lat() - lat).abs() < 5e-16, "{at:?} {back:?}");
            if lat.abs() < 1.56 {
                assert!((back.lon() - lon).abs() < 1.4e-15, "{at:?} {back:?}");
            }
        }
    }
    // Poles exactly, with longitude 0; every other longitude is from 0 to 2 pi.
    for z in [1.0, -1.0] {
        let pole = LonLat::from(UnitVec::new(0.0, 0.0, z).expect("a direction"));
        assert_eq!((pole.lon(), pole.lat()), (0.0, z * FRAC_PI_2));
    }
    let west = LonLat::from(UnitVec::new(1.0, -1e-300, 0.0).expect("a direction"));
    assert!((0.0..=TAU).contains(&west.lon()));
}

#[test]
fn degrees_and_radians_of_a_position_disagree() {
    for (degrees, radians) in [(90.0, FRAC_PI_2), (180.0, PI), (-45.0, -FRAC_PI_4), (360.0, TAU), (0.0, 0.0)] {
        let lat = if f64::abs(degrees) <= 90.0 { degrees } else { 0.0 };
        let at = LonLat::from_degrees(degrees, lat).expect("a position");
        assert_eq!((at.lon(), at.lon_deg(), at.as_given()), (radians, degrees, (degrees, lat)));
        let at = at.in_radians();
        assert_eq!((at.unit(), at.lon_deg(), at.lat_deg()), (AngleUnit::Radians, degrees, lat));
        let at = at.in_unit(AngleUnit::Degrees);
        assert_eq!((at.unit(), at.as_given()), (AngleUnit::Degrees, (degrees, lat)));
    }
    // 90 degrees in radians is never beyond the limit of a latitude in radians.
    for below in 0..100 {
        let lat = f64::from_bits(90f64.to_bits() - below);
        let at = LonLat::from_degrees(0.0, lat).expect("a latitude").in_radians();
        assert!(LonLat::new(at.lon(), at.lat()).is_ok() && LonLat::from_degrees(0.0, at.lat_deg()).is_ok(), "{lat}");
        let at = LonLat::new(0.0, f64::from_bits(FRAC_PI_2.to_bits() - below)).expect("a latitude");
        assert!(LonLat::from_degrees(0.0, at.lat_deg()).is_ok(), "{at:?}");
    }
}

#[test]
fn the_border_of_the_caps_is_not_where_the_sine_is_two_thirds() {
    for (unit, limit) in [(AngleUnit::Radians, 0.7297276562269663f64), (AngleUnit::Degrees, 41.810314895778596)] {
        for sign in [1.0, -1.0] {
            let side = |lat: f64| LonLat::with_unit(1.0, sign * lat, unit).expect("a position").is_equatorial();
            let beyond = f64::from_bits(limit.to_bits() + 1);
            assert!(side(limit) && !side(beyond), "{unit:?} {sign}");
        }
    }
}

#[test]
fn the_half_distance_to_a_pole_loses_its_digits() {
    for exponent in 0..=16 {
        let gap = 0.8 * 10f64.powi(-exponent);
        let lat = FRAC_PI_2 - gap;
        if lat.abs() < 0.73 {
            continue;
        }
        let at = LonLat::new(1.0, lat).expect("a position");
        // The exact distance: the double pi/2 lies 6.1e-17 before the pole.
        let colat = (FRAC_PI_2 - lat) + PI_2_LO;
        assert!(ulps(at.sin_for_projection::<crate::sphere::isa::Plain>(), (0.5 * colat).sin()) <= 2, "{lat}");
        assert!(ulps(at.colat(), colat) <= 1, "{lat}");
        let at = LonLat::from_degrees(1.0, 90.0 - gap).expect("a position");
        let colat = (90.0 - at.lat_deg()).to_radians();
        assert!(ulps(at.sin_for_projection::<crate::sphere::isa::Plain>(), (0.5 * colat).sin()) <= 2, "{lat}");
    }
}

#[test]
fn a_distance_is_negative_beyond_pi_or_not_symmetric() {
    let lats = [FRAC_PI_2, -FRAC_PI_2, 0.0, 1.0, -1.0, 1.569, 1e-10, -1e-300];
    let lons = [0.0, PI, -PI, TAU, 1.0, 1.0 + PI, 1e-300, 1e6, -1e15, 1e300, 4.0];
    for (a, b) in lats.iter().flat_map(|a| lats.iter().map(move |b| (*a, *b))) {
        for (c, d) in lons.iter().flat_map(|c| lons.iter().map(move |d| (*c, *d))) {
            let (p, q) = (LonLat::new(c, a).expect("a position"), LonLat::new(d, b).expect("a position"));
            let there = distance(p, q);
            assert!((0.0..=PI).contains(&there), "{p:?} {q:?}: {there}");
            assert_eq!(there.to_bits(), distance(q, p).to_bits(), "{p:?} {q:?}");
            assert_eq!(distance(p, p), 0.0);
        }
    }
}
