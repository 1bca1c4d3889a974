//! The Mollweide projection of a sphere onto the ellipse |x| <= 2, |y| <= 1: equal areas stay equal.
//!
//! Longitudes count from the middle of the map. Here x grows with longitude; a map of the sky,
//! which is seen from inside, draws -x.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, PI};

/// Projects a longitude in [-pi, pi] and a latitude in [-pi/2, pi/2], in radians.
///
/// The auxiliary angle theta solves 2 theta + sin 2 theta = pi sin lat. It is found by Newton's
/// method on psi = pi - 2 |theta|, psi - sin psi = pi (1 - sin |lat|), which stays accurate at the poles.
pub fn forward(lon: f64, lat: f64) -> (f64, f64) {
    let half_colatitude = (FRAC_PI_2 - lat.abs()) / 2.0;
    let target = 2.0 * PI * half_colatitude.sin().powi(2);
    // psi - sin psi <= psi^3 / 6: the start lies below the root, and the function is convex.
    let mut psi = (6.0 * target).cbrt();
    for _ in 0..20 {
        let slope = 1.0 - psi.cos();
        if slope <= 0.0 {
            break;
        }
        let step = (psi - psi.sin() - target) / slope;
        psi -= step;
        if step.abs() <= 1e-15 * psi {
            break;
        }
    }
    let x = FRAC_2_PI * lon * (psi / 2.0).sin();
    (x, (psi / 2.0).cos().copysign(lat))
}

/// The longitude in [-pi, pi] and latitude, in radians, drawn at (x, y); `None` outside the ellipse.
pub fn inverse(x: f64, y: f64) -> Option<(f64, f64)> {
    if !(0.0..=1.0).contains(&(x * x / 4.0 + y * y)) {
        return None;
    }
    let theta = y.asin();
    let lat = ((2.0 * theta + (2.0 * theta).sin()) / PI).clamp(-1.0, 1.0).asin();
    let width = 2.0 * theta.cos();
    let lon = if width > 0.0 { (PI * x / width).clamp(-PI, PI) } else { 0.0 };
    Some((lon, lat))
}

#[cfg(test)]
#[path = "mollweide_tests.rs"]
mod tests;
