use super::*;
use crate::sphere::{LonLat, UnitVec};

/// The next of some numbers from 0 to 1, everywhere in between.
fn next(u: &mut f64) -> f64 {
    *u = (*u + 0.618_033_988_749_894_9) % 1.0;
    *u
}

#[test]
fn the_short_arcsines_are_as_good_as_they_say() {
    for k in 1..=200_000 {
        let m = 0.5 * f64::from(k) / 200_000.0;
        let exact = half_width(m);
        let good = |value: f64| (value / exact - 1.0).abs() < 0.5 * BLUNT;
        assert!(good(arcsine(m, trig::sqrt(m))), "{m}");
        assert!(m > SMALL || good(small_arcsine(m, trig::sqrt(m))), "{m}");
    }
}

#[test]
fn quick_widths_and_slow_ones_agree() {
    let mut u = 0.1;
    let mut quick = 0;
    for k in 0..40_000u32 {
        let nside = 1 + k % 3000;
        let grid = Parallels::new(nside);
        let lat = 3.1 * (next(&mut u) - 0.5);
        let lon = 6.2 * next(&mut u);
        let center = Vec3::of(UnitVec::from(LonLat::new(lon, lat).expect("a position")));
        let ring = 1 + (next(&mut u) * f64::from(4 * nside - 1)) as u32;
        let at = grid.at(ring);
        // Such that many of them reach the ring, some of them just.
        let (dr, dz) = (at.rho - center_rho(center), at.z - center.z);
        let square = (dr * dr + dz * dz) * (1.0 + next(&mut u).powi(8)) + 1e-9 * next(&mut u);
        if square > 2.0 {
            continue;
        }
        let circle = Circle::new(center, lon * core::f64::consts::FRAC_2_PI, square);
        let stray = (0.0, 1e-12 * square);
        let (low, high) = if circle.small {
            circle.widths_on::<true>(at.rho, at.z, stray)
        } else {
            circle.widths_on::<false>(at.rho, at.z, stray)
        };
        let (least, most) = circle.width_at(&grid, ring, stray);
        if low.is_nan() || low == NONE {
            continue;
        }
        quick += 1;
        assert!(low <= least && most <= high, "{nside} {ring} {circle:?}: {low} {least} {most} {high}");
        assert!(high - low < 2.0 * (most - least) + 3e-10, "{nside} {ring} {circle:?}: {low} {least} {most} {high}");
    }
    assert!(quick > 5_000, "{quick}");
}

fn center_rho(v: Vec3) -> f64 {
    trig::sqrt(v.x * v.x + v.y * v.y)
}
